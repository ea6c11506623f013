"""The second stop of the first road: a raw document becomes one that keeps to the schema, plus findings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.document import Document
from pincite.model.house import NO_HOUSE
from pincite.reading.rules import limit_exceeded
from pincite.schemas import schema
from pincite.structure.digits import with_digits
from pincite.structure.gate import Gate
from pincite.structure.shapes import MEANINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.model.catalogue import Catalogue
    from pincite.model.finding import Finding
    from pincite.model.format import DocumentData
    from pincite.model.house import House
    from pincite.model.json_value import Json, JsonObject
    from pincite.reading.files import RawDocument
    from pincite.reading.ignores import Ignore
    from pincite.structure.wording import Wording


class Examined(NamedTuple):
    """What came of a raw document.

    ``document`` keeps to the schema (None where nothing of it can be judged); ``findings`` are the faults of
    reading and structure; ``touched`` are the pointers of what mending left out and of the objects around
    it, so that nobody reports it as missing once more; ``renamed`` are those of members that the document has under misspelt names; ``unjudged`` says why there is no document; ``ignores`` are
    the comments that ask for findings to be passed over.
    """

    document: Document | None
    findings: Sequence[Finding] = ()
    touched: frozenset[str] = frozenset()
    unjudged: str | None = None
    ignores: Sequence[Ignore] = ()
    renamed: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _gate() -> Gate:
    return Gate(schema("document"), MEANINGS)


def examine(raw: RawDocument, house: House = NO_HOUSE) -> Examined:
    """Hold a raw document against the schema."""
    return examine_sound(raw, house) or _examine_faulty(raw, house)


def examine_sound(raw: RawDocument, house: House = NO_HOUSE) -> Examined | None:
    """Return what comes of a raw document that keeps to the schema, None for any other."""
    if isinstance(raw.data, dict) and _gate().accepts(raw.data):
        return Examined(_document(raw, raw.data, house), raw.findings, ignores=raw.ignores)
    return None


def accepts_source(source: Json) -> bool:
    """Return whether a source keeps to the schema."""
    return _gate().accepts_item("sources", source)


def _document(raw: RawDocument, data: JsonObject, house: House) -> Document:
    return Document(
        raw.path,
        cast("DocumentData", with_digits(data)),
        raw.positions,
        raw.text_file,
        house,
        named_file=raw.named_file,
        read_catalogues=_reading_beside(raw) if "catalogues" in data else None,
    )


def _reading_beside(raw: RawDocument) -> Callable[[Sequence[str | None]], Sequence[Catalogue | None]]:
    """Return what reads the catalogues that a document names."""

    def read(named: Sequence[str | None]) -> Sequence[Catalogue | None]:
        from pincite.structure.catalogues import catalogues_of  # noqa: PLC0415 - few documents name any

        if raw.watch is not None:
            raw.watch.see_itself()
            for one in named:
                if one is not None:
                    raw.watch.see(one)
        return catalogues_of(raw.path, named)

    return read


def _examine_faulty(raw: RawDocument, house: House) -> Examined:
    """Tell the faults and mend a copy; apart from ``examine`` because most files never come here."""
    from pincite.structure.cited_keys import with_id  # noqa: PLC0415 - as the others here
    from pincite.structure.diagnosis import MAX_FAULTS, faults_of  # noqa: PLC0415 - imports jsonschema
    from pincite.structure.id_spelling import Naming, with_respelt_id  # noqa: PLC0415
    from pincite.structure.mend import mended  # noqa: PLC0415
    from pincite.structure.telling import told  # noqa: PLC0415

    faults, more = faults_of(raw.data, _gate().accepts_item)
    wordings = told(faults, raw)
    refused = any(wording.mend == "refuse" for wording in wordings)
    data, touched, renamed = (
        mended(raw.data, wordings) if isinstance(raw.data, dict) and not refused else (None, set(), set())
    )
    document = _document(raw, data if data is not None else {"article": {}}, house)
    naming = Naming(raw.data)
    findings = raw.findings + [
        _finding(document, with_id(with_respelt_id(one, naming, document), raw.data, document))
        for one in wordings
    ]
    if more and not refused:
        message = f"{more} more faults of structure are not shown, only the first {MAX_FAULTS}"
        findings.append(document.finding(limit_exceeded.RULE, "", message))
    if data is None:
        unjudged = (
            "this Pincite does not read the document's version"
            if refused
            else "the document's structure is broken"
        )
        return Examined(None, findings, frozenset(touched), unjudged)
    return Examined(document, findings, frozenset(touched), ignores=raw.ignores, renamed=frozenset(renamed))


def _finding(document: Document, wording: Wording) -> Finding:
    return document.finding(
        wording.rule,
        wording.pointer,
        wording.message,
        hint=wording.hint,
        on=wording.on,
        severity=wording.severity,
        fix=wording.fix,
    )
