"""What is done with a shard, wherever that is: a pure function of its bytes, the job and this program."""

from __future__ import annotations

import gc
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pincite.dataset.entering.entrance import enter
from pincite.dataset.entering.reduced import without_text
from pincite.dataset.shards.changes import RENAMED, beyond, renamed
from pincite.dataset.shards.fingerprint import name_of
from pincite.dataset.shards.lines import PartReader, Read
from pincite.dataset.shards.output import Output
from pincite.dataset.shards.result import CHANGED, ShardResult, finished_result, new_folder, put_in_place
from pincite.dataset.tables.bounds import BeyondColumnError
from pincite.file_judging import Manner
from pincite.model.rule import SEVERITIES
from pincite.reading.files import RawDocument
from pincite.reading.memory import rare_collections
from pincite.reading.named_files import standing_in
from pincite.reading.watch import Watch
from pincite.reporters.json_format import finding_as_json
from pincite.settings.run import Settings
from pincite.structure.examine import Examined, examine, examine_sound

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.job import Job, Judging
    from pincite.dataset.shards.planning import Part, Shard
    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Article
    from pincite.reading.ignores import Ignore
    from pincite.settings.run import FileSettings


def work_on(job: Job, shard: Shard) -> ShardResult:
    """Make the result of a shard, unless it is there; return what there is to know of it.

    Raises OSError where the result cannot be written, ConfigError for a faulty configuration. What is wrong with documents
    is told in the result.
    """
    with standing_in(job.working_folder), _rarely_collecting():
        settings = _settings(job.judging)
        in_force = [settings.of(os.path.join(job.root, part.path)) for part in shard.parts]  # noqa: PTH118 - as the reading of files
        name = _name(job, shard, in_force)
        return finished_result(job.results, job.root, name) or _Work(job, shard, in_force, name).done()


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
        self._texts = self._pictures = self._more_than_declared = 0
        self._warnings = self._errors = 0

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
                    self._texts,
                    self._pictures,
                    self._more_than_declared,
                    self._warnings,
                    self._errors,
                )
            # documents that were changed after the result was named are not what the name says
            if self._name != _name(self._job, self._shard, self._settings):
                self._rests["", ""] = CHANGED
            put_in_place(self._job.results, folder, result, self._rests)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return result

    def _add_part(self, number: int, output: Output) -> None:
        part = self._shard.parts[number]
        reader = PartReader(self._job.root, part)
        self._manner = Manner(part.path, self._settings[number], self._settings[number].codes)
        for one in reader:
            watch = Watch(reader.path)
            examined = self._examined(one, reader, number, watch)
            if isinstance(examined, Examined):
                self._add(examined, watch, number, one.line, output)
            else:
                self._left_out += 1
                self._tell(examined, number, output, None)
        self._lines.append(reader.lines)

    def _examined(self, one: Read, reader: PartReader, number: int, watch: Watch) -> Examined | Finding:
        """Return what comes of the document at a line, or why there is none; it is read again with care if need be."""
        raw, house = one.raw, self._settings[number].house
        if not isinstance(raw, RawDocument):
            return raw
        raw.watch = watch
        if one.content is None:
            return examine(raw, house)
        return examine_sound(raw, house) or self._examined(reader.carefully(one), reader, number, watch)

    def _add(self, examined: Examined, watch: Watch, number: int, line: int, output: Output) -> None:
        place = self._seen
        self._seen += 1
        if place in self._shard.without:
            return
        document = examined.document
        is_broken = bool(document is None or examined.touched or examined.renamed)
        found = self._found(examined, is_broken=is_broken)
        verdicts = None
        if self._job.verify and document is not None and not is_broken:
            verdicts, more = self._verified(document, examined.ignores, number, watch)
            found += more
        for finding in found:
            self._tell(finding, number, output, document.article if document is not None else None)
        if document is None or is_broken or self._is_left_out(found):
            self._left_out += 1
        else:
            entry, pictures = enter(document, self._job.policy, verdicts)
            try:
                output.add(entry, number, line, place, pictures)
            except BeyondColumnError as error:
                self._left_out += 1
                _write(beyond(document, error), self._shard.parts[number], number, output)
            else:
                in_force = self._settings[number]
                if document.data.get("id", entry.iri) != entry.iri and in_force.wants(RENAMED):
                    found = [*found, in_force.adjusted(renamed(document, entry.iri))]
                    _write(found[-1], self._shard.parts[number], number, output)
                self._count(document, entry, found)
        self._rest_on(watch, self._shard.parts[number])

    def _count(self, document: Document, entry: Entry, found: Sequence[Finding]) -> None:
        """Count what is told of documents that go in."""
        self._quotations += len(entry.quotations)
        self._citations += len(document.citations)
        self._warnings += sum(one.severity == "warning" for one in found)
        self._errors += sum(one.severity == "error" for one in found)
        self._texts += entry.text is not None and "content" not in entry.data["article"].get("text", {})
        self._pictures += sum(how == "hashed" for how in entry.handling.values())
        licenses = (one.get("license") for _, one in document.images if "path" in one)
        self._more_than_declared += self._job.policy.exceeds(document.article, licenses)

    def _is_left_out(self, found: Sequence[Finding]) -> bool:
        threshold = self._job.judging.leave_out
        if threshold is None:
            return False
        loud = SEVERITIES[SEVERITIES.index(threshold) :]
        return any(one.severity in loud for one in found)

    def _found(self, examined: Examined, *, is_broken: bool) -> list[Finding]:
        """Return what is found in a document; what keeps it out for its structure, whatever is ignored."""
        if not self._job.judging.rules or examined.document is None:
            return list(examined.findings)
        found = self._manner.told(examined)[0]
        if not is_broken:
            return found
        known = {(one.code, one.pointer, one.message) for one in examined.findings}
        others = [one for one in found if (one.code, one.pointer, one.message) not in known]
        return [*examined.findings, *others]

    def _verified(
        self, document: Document, ignores: Sequence[Ignore], number: int, watch: Watch
    ) -> tuple[Mapping[str, str], list[Finding]]:
        from pincite.dataset.entering.verdicts import verified  # noqa: PLC0415 - imports what an extra brings

        for source in document.known_sources.values():
            for copy in source.get("copies", ()):
                if "path" in copy:
                    watch.see(copy["path"])
        return verified(document, self._settings[number], ignores, self._job.root)

    def _tell(self, finding: Finding, number: int, output: Output, article: Article | None) -> None:
        if not self._job.policy.tells_words(article):
            finding = without_text(finding)
        _write(finding, self._shard.parts[number], number, output)

    def _rest_on(self, watch: Watch, part: Part) -> None:
        states = watch.states()
        if states is None:  # a file was changed meanwhile: the result holds, and is made anew next time
            states = {"": CHANGED}
        self._rests.update({(part.path, relative): state for relative, state in states.items()})


def _write(finding: Finding, part: Part, number: int, output: Output) -> None:
    output.tell(finding_as_json(finding._replace(path=part.path)), number)
