"""Concern: each line is a document as a dataset has them, and keeps to the rules on its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from pincite.dataset.checking.agreement import Agreement
from pincite.dataset.checking.buckets import Buckets, digest
from pincite.dataset.checking.folder import fault_of
from pincite.dataset.checking.lines import inputs, malformed, numbered
from pincite.dataset.checking.named_paths import named_in_document
from pincite.dataset.checking.telling import MOST, shortened, shown
from pincite.dataset.checking.withheld import Withheld
from pincite.dataset.entering.canonical import canonical
from pincite.dataset.entering.entrance import enter
from pincite.dataset.package.layout import DOCUMENTS, INPUTS, MANIFEST
from pincite.dataset.policy import WHOLE
from pincite.dataset.rules import (
    dataset_file_missing,
    dataset_line_malformed,
    dataset_parts_disagree,
    document_id_repeated,
    path_outside_dataset,
)
from pincite.export.identity import document_iri
from pincite.file_judging import MAX_FILE_FINDINGS, Manner
from pincite.model.document import Document
from pincite.model.media_types import type_of_name
from pincite.reading.files import RawDocument, read_document
from pincite.structure.examine import examine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.checking.state import State
    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject
    from pincite.model.named_file import FileFault, Picture, PictureFault


@dataclass(frozen=True)
class SealedFile:
    """A file of a dataset as its manifest has it; its media type is that of its name, which it was given by its first bytes."""

    sha256: str
    fault: FileFault | None = None
    size: int | None = None
    media_type: str | None = None
    picture: Picture | PictureFault | None = None


def findings(state: State) -> Iterator[Finding]:
    """Yield what is wrong with the documents, and how the tables and the list of their origins differ from them.

    Raises FileFaultError.
    """
    if DOCUMENTS in state.sound:
        yield from _Documents(state).findings(with_inputs=INPUTS in state.sound)


class _Documents:
    """The documents of one dataset, one after the other."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._tell = state.tell
        self._agreement = Agreement(state)
        self._path = state.tell.path(DOCUMENTS)
        self._manner = Manner(self._path, state.settings, state.settings.codes)
        self._ids = Buckets(state.scratch, {})
        self._judged = 0

    def findings(self, *, with_inputs: bool) -> Iterator[Finding]:
        """Yield what is wrong; *with_inputs*: documents are held against what is said of where they came from."""
        origins = inputs(self._state.folder) if with_inputs else iter(())
        with self._state.folder.opened(DOCUMENTS) as stream:
            number = 0
            for number, line in numbered(stream):
                origin = next(origins, None)
                yield from self._line(number, line)
                if with_inputs:
                    yield from self._held_against(number, line, origin)
        if with_inputs and (more := next(origins, None)) is not None:
            message = f"{INPUTS} has a line {more[0]}, and {DOCUMENTS} has {number} documents"
            yield self._tell.finding(dataset_parts_disagree.RULE, INPUTS, message, line=more[0])
        yield from self._agreement.finish()
        yield from self._repeated()

    def _line(self, number: int, line: bytes | None) -> Iterator[Finding]:
        if line is None or not line.strip():
            self._agreement.give_up()
            why = "is too long" if line is None else "is blank"
            yield malformed(self._tell, DOCUMENTS, number, why, "each line is a document")
            return
        raw = read_document(self._path, line, is_json=True, first_line=number)
        if not isinstance(raw, RawDocument):
            self._agreement.give_up()
            rule = dataset_line_malformed.RULE
            message = f"line {number} of {DOCUMENTS} is no document: {shortened(raw.message)}"
            yield raw._replace(code=rule.code, name=rule.name, severity=rule.severity, message=message)
            return
        yield from self._document(number, line, raw)

    def _document(self, number: int, line: bytes, raw: RawDocument) -> Iterator[Finding]:
        own = raw.data.get("id") if isinstance(raw.data, dict) else None
        if isinstance(own, str):
            self._ids.add(0, [own])
        outside = list(self._paths(number, raw.data))
        yield from outside
        if outside:  # nothing that it names is looked at
            self._agreement.give_up()
            return
        examined = examine(raw, self._state.settings.house)
        document = examined.document
        if document is None or examined.touched or examined.renamed:  # which no build lets in
            self._agreement.give_up()
            yield from self._told(examined.findings)
            return
        self._state.quotations += len(document.quotations)
        self._state.citations += len(document.citations)
        if self._judged < MAX_FILE_FINDINGS:
            withheld = Withheld(document, self._state.sound)
            found, _ = self._manner.told(examined)
            told = [one for one in found if not withheld.explains(one)]
            yield from self._told([one._replace(message=f"{one.message} (in {shown(own)})") for one in told])
        # files are held against the manifest: none is read again
        sealed = Document(raw.path, document.data, raw.positions, named_file=self._sealed)
        yield from self._entered(number, line, sealed)

    def _sealed(self, path: str) -> SealedFile:
        return SealedFile(self._state.listed[path].sha256, media_type=type_of_name(path))

    def _told(self, found: Sequence[Finding]) -> Iterator[Finding]:
        self._judged += len(found)
        yield from found

    def _entered(self, number: int, line: bytes, document: Document) -> Iterator[Finding]:
        own = document.data.get("id", "")
        if not own or document_iri(document.data) != own:
            self._agreement.give_up()
            what = f"has the id {shown(own)}, which is no address (IRI)" if own else "has no id"
            yield malformed(
                self._tell, DOCUMENTS, number, what, "everything of the article leads to the document's id"
            )
            return
        entry, _ = enter(document, WHOLE)  # it holds no more than may be passed on
        if canonical(entry.data) != line:
            yield malformed(
                self._tell,
                DOCUMENTS,
                number,
                "is not written as a dataset has its documents",
                "members in the order of the format, without spaces between, and nothing that names files elsewhere",
            )
        try:
            yield from self._agreement.add(entry, len(line))
        except (ValueError, OverflowError) as error:  # numbers and characters that no table can hold
            self._agreement.give_up()
            yield malformed(
                self._tell, DOCUMENTS, number, f"has what no table can hold: {shortened(str(error))}"
            )

    def _paths(self, number: int, data: object) -> Iterator[Finding]:
        for path in named_in_document(data):
            fault = fault_of(path)
            where = f"line {number} of {DOCUMENTS} names {shown(path)}"
            if fault is not None:
                message = f"{where}, which is no path in a dataset: {fault}"
                yield self._tell.finding(path_outside_dataset.RULE, DOCUMENTS, message, line=number)
            elif path not in self._state.listed:
                message = f"{where}, which {MANIFEST} does not list"
                yield self._tell.finding(dataset_file_missing.RULE, DOCUMENTS, message, line=number)

    def _held_against(
        self, number: int, line: bytes | None, origin: tuple[int, JsonObject | None] | None
    ) -> Iterator[Finding]:
        """Yield how a document differs from what is said of where it came from."""
        if origin is None:
            message = f"{INPUTS} has no line {number} for line {number} of {DOCUMENTS}"
            yield self._tell.finding(dataset_parts_disagree.RULE, INPUTS, message)
            return
        _, told = origin
        if told is not None and line is not None and told["sha256"] != sha256(line).hexdigest():
            message = f"line {number} of {INPUTS} has another digest than line {number} of {DOCUMENTS}"
            yield self._tell.finding(dataset_parts_disagree.RULE, INPUTS, message, line=number)
        elif (
            told is not None
            and line is not None
            and f'"id":{json.dumps(told["id"], ensure_ascii=False)}' not in line.decode("utf-8", "replace")
        ):
            message = f"line {number} of {INPUTS} has another id than line {number} of {DOCUMENTS}"
            yield self._tell.finding(dataset_parts_disagree.RULE, INPUTS, message, line=number)

    def _repeated(self) -> Iterator[Finding]:
        keys = self._ids.met(MOST).repeated.get(0, set())
        if not keys:
            return
        first: dict[bytes, int] = {}
        with self._state.folder.opened(DOCUMENTS) as stream:
            for number, line in numbered(stream):
                own = _id_in(line)
                key = digest(own) if own is not None else b""
                if key in keys and first.setdefault(key, number) != number:
                    message = (
                        f"line {number} of {DOCUMENTS} has the id {shown(own)}, as line {first[key]} has"
                    )
                    yield self._tell.finding(document_id_repeated.RULE, DOCUMENTS, message, line=number)


def _id_in(line: bytes | None) -> str | None:
    try:
        data = json.loads(line or b"")
    except (ValueError, RecursionError):
        return None
    own = data.get("id") if isinstance(data, dict) else None
    return own if isinstance(own, str) else None
