"""What is done with a shard, wherever that is: a pure function of its bytes, the job and this program."""

from __future__ import annotations

import gc
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pincite.dataset.entering.entrance import enter
from pincite.dataset.entering.reduced import without_text
from pincite.dataset.rules import document_id_changed
from pincite.dataset.shards.lines import PartReader, Read
from pincite.dataset.shards.naming import name_of
from pincite.dataset.shards.output import Output
from pincite.dataset.shards.result import CHANGED, ShardResult, kept, known, new_folder
from pincite.dataset.tables.bounds import BeyondColumnError
from pincite.export.identity import LONGEST_NAME
from pincite.file_judging import Manner
from pincite.model.json_value import pointer_to
from pincite.model.rule import SEVERITIES
from pincite.reading.files import RawDocument
from pincite.reading.memory import rare_collections
from pincite.reading.named_files import standing_in
from pincite.reading.rules import limit_exceeded
from pincite.reading.watch import Watch
from pincite.reporters.json_format import finding_as_json
from pincite.settings.run import Settings
from pincite.structure.examine import Examined, examine, examine_sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.dataset.job import Job, Judging
    from pincite.dataset.shards.planning import Part, Shard
    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Article
    from pincite.settings.run import FileSettings


def work_on(job: Job, shard: Shard) -> ShardResult:
    """Make the result of a shard, unless it is there; return what there is to know of it.

    Raises OSError where the result cannot be written, ConfigError for a faulty configuration. What is wrong with documents
    is told in the result.
    """
    with standing_in(job.working_folder), _rarely_collecting():
        settings = _settings(job.judging)
        in_force = [settings.of(os.path.join(job.root, part.named or part.path)) for part in shard.parts]  # noqa: PTH118 - as the reading of files
        name = _name(job, shard, in_force)
        return known(job.results, job.root, name) or _Work(job, shard, in_force, name).done()


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Let Python look for cycles less often meanwhile: this process may be anybody's."""
    before = gc.get_threshold()
    rare_collections()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _name(job: Job, shard: Shard, in_force: Sequence[FileSettings]) -> str:
    return name_of(job, shard, "\n".join(dict.fromkeys(one.fingerprint for one in in_force)))


def _settings(judging: Judging) -> Settings:
    return Settings(
        config=judging.config, isolated=judging.isolated, select=judging.select, ignore=judging.ignore
    )


class _Work:
    """The work on one shard."""

    def __init__(self, job: Job, shard: Shard, settings: Sequence[FileSettings], name: str) -> None:
        self._job = job
        self._shard = shard
        self._settings = settings
        self._name = name
        self._rests: dict[tuple[str, str], str] = {}
        self._lines: list[int] = []
        self._seen = self._left_out = self._quotations = self._citations = 0

    def done(self) -> ShardResult:
        folder = new_folder(self._job.results)
        try:
            with Output(folder) as output:
                for number in range(len(self._shard.parts)):
                    self._add_part(number, output)
                output.finish()
                result = ShardResult(
                    self._name,
                    tuple(self._lines),
                    output.documents,
                    self._left_out,
                    self._quotations,
                    self._citations,
                )
            # documents that were changed after the result was named are not what the name says
            if self._name != _name(self._job, self._shard, self._settings):
                self._rests["", ""] = CHANGED
            kept(self._job.results, folder, result, self._rests)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return result

    def _add_part(self, number: int, output: Output) -> None:
        part = self._shard.parts[number]
        reader = PartReader(self._job.root, part)
        self._manner = Manner(part.path, self._settings[number], self._settings[number].codes)
        for one in reader:
            raw, examined = self._examined(one, reader, number)
            if isinstance(raw, RawDocument) and examined is not None:
                self._add(raw, examined, number, one.line, output)
            elif not isinstance(raw, RawDocument):
                self._left_out += 1
                self._tell(raw, number, output, None)
        self._lines.append(reader.lines)

    def _examined(
        self, one: Read, reader: PartReader, number: int
    ) -> tuple[RawDocument | Finding, Examined | None]:
        """Return what stands at a line, and what comes of it where that is a document; read again with care if need be."""
        raw, house = one.raw, self._settings[number].house
        if not isinstance(raw, RawDocument):
            return raw, None
        raw.watch = Watch(raw.path)
        sound = examine_sound(raw, house)
        if sound is None and one.content is not None:
            return self._examined(reader.carefully(one), reader, number)
        return raw, sound or examine(raw, house)

    def _add(
        self,
        raw: RawDocument,
        examined: Examined,
        number: int,
        line: int,
        output: Output,
    ) -> None:
        place = self._seen
        self._seen += 1
        if place in self._shard.without:
            return
        document, watch = examined.document, raw.watch or Watch(raw.path)
        judged = self._job.judging.rules and document is not None
        found = self._manner.told(examined)[0] if judged else list(examined.findings)
        for finding in found:
            self._tell(finding, number, output, document.article if document is not None else None)
        if document is None or examined.touched or self._is_left_out(found):
            self._left_out += 1
        else:
            entry, pictures = enter(document, self._job.policy, self._verdicts(document, watch))
            try:
                output.add(entry, number, line, place, pictures)
            except BeyondColumnError as error:
                self._left_out += 1
                self._tell(_beyond(document, error), number, output, document.article)
            else:
                if document.data.get("id", entry.iri) != entry.iri:
                    _write(_renamed(document, entry.iri), self._shard.parts[number], number, output)
                self._quotations += len(entry.quotations)
                self._citations += len(document.citations)
        self._rest_on(watch, self._shard.parts[number])

    def _is_left_out(self, found: Sequence[Finding]) -> bool:
        threshold = self._job.judging.leave_out
        if threshold is None:
            return False
        loud = SEVERITIES[SEVERITIES.index(threshold) :]
        return any(one.severity in loud for one in found)

    def _verdicts(self, document: Document, watch: Watch) -> dict[str, str] | None:
        if not self._job.verify:
            return None
        from pincite.dataset.entering.verdicts import verdicts_on  # noqa: PLC0415 - imports what an extra brings

        for source in document.known_sources.values():
            for copy in source.get("copies", ()):
                if "path" in copy:
                    watch.see(copy["path"])
        return verdicts_on(document)

    def _tell(self, finding: Finding, number: int, output: Output, article: Article | None) -> None:
        if not self._job.policy.tells_words(article):
            finding = without_text(finding)
        _write(finding, self._shard.parts[number], number, output)

    def _rest_on(self, watch: Watch, part: Part) -> None:
        states = watch.states()
        if states is None:  # a file was changed meanwhile: the result holds, and is made anew next time
            states = {"": CHANGED}
        document = part.named or part.path
        self._rests.update({(document, relative): state for relative, state in states.items()})


def _write(finding: Finding, part: Part, number: int, output: Output) -> None:
    output.tell(finding_as_json(finding._replace(path=part.named or part.path)), number)


def _renamed(document: Document, iri: str) -> Finding:
    """Return what is told of a document whose id is another one in the dataset: no word but the new id, whatever it may pass on."""
    length = len(document.data["id"])
    why = (
        f"its id has {length} characters, and {LONGEST_NAME} are the most that are repeated with each object"
        if length > LONGEST_NAME
        else "its id has characters that no address (IRI) has, or begins with a prefix of linked data"
    )
    found = document.finding(document_id_changed.RULE, "/id", f"the document is called '{iri}' here: {why}")
    return found._replace(place=found.place._replace(excerpt="") if found.place is not None else None)


def _beyond(document: Document, error: BeyondColumnError) -> Finding:
    pointer = _pointer_to(error.value, document.data) or ""
    return document.finding(limit_exceeded.RULE, pointer, f"{error}; the document is left out")


def _pointer_to(value: float, data: object, at: str = "") -> str | None:
    """Return the JSON Pointer of the first place where a value stands in data."""
    if isinstance(data, (int, float)):
        return at if data == value else None
    items: Iterable[tuple[object, object]] = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    found = (_pointer_to(value, one, pointer_to(at, str(name))) for name, one in items)
    return next((one for one in found if one is not None), None)
