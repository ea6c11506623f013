"""Sources in the bytes of a file that is a catalogue: a Pincite document in any syntax, or a bibliography."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.bibliography import BIBLIOGRAPHIES, bibliography_for
from pincite.bibliography import read as read_bibliography
from pincite.bibliography.csl_json.likeness import is_csl
from pincite.bibliography.listed import Listed, Remark, shown
from pincite.bibliography.rules import entry_unreadable
from pincite.model.catalogue import CatalogueFault
from pincite.reading.fault import UnreadableError
from pincite.reading.files import RawDocument, documents_in
from pincite.reading.markdown.front_matter import SUFFIXES as MARKDOWN
from pincite.reading.markdown.front_matter import has_key
from pincite.reading.opening import decoded
from pincite.structure.examine import accepts_source, examine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pincite.model.catalogue import FaultKind
    from pincite.model.finding import Finding
    from pincite.model.format import Source
    from pincite.model.json_value import Json

_DOCUMENTS = (".yaml", ".yml", ".json", ".jsonl")
_OUTER = ("", "/article")
"""Pointers of faults that are no list's and no member's beside the sources."""
_WITHIN_A_SOURCE = re.compile(r"/sources/\d+(?!/id$)(?:/.*)?", re.DOTALL)
"""Pointers of faults that leave a source its id."""


class Lack(NamedTuple):
    """Why a file gives no sources, or not all of them: what is the matter ``goes_on`` from its name."""

    kind: FaultKind
    goes_on: str
    hint: str = ""

    def of(self, path: str) -> CatalogueFault:
        """Return the fault of the catalogue at the path by which a document names it."""
        return CatalogueFault(self.kind, f"{path} {self.goes_on}", self.hint)


class SourceList(NamedTuple):
    """The sources of a catalogue by their ids, and why there are not more.

    ``iri`` is the ``id`` that it has as a document. ``has_all_ids``: what is wrong is wrong within sources whose ids are
    among these.
    """

    sources: Mapping[str, Source]
    fault: Lack | None = None
    is_document: bool = False
    iri: str = ""
    has_all_ids: bool = False


NOTHING = SourceList({})


def sources_in(name: str, content: bytes) -> SourceList:
    """Return the sources in the bytes of a file; its name says what it is."""
    bibliography = bibliography_for(name)
    if bibliography is not None:
        return _of_bibliography(bibliography, content)
    if name.endswith(MARKDOWN) and not has_key(content):
        return _unknown("is an article without annotation, no list of sources")
    if not name.endswith((*_DOCUMENTS, *MARKDOWN)):
        return _unknown("is of no kind that sources are read from")
    return _of_document(name, content)


def _unknown(message: str) -> SourceList:
    others = [suffix for one in BIBLIOGRAPHIES.values() for suffix in one.suffixes]
    hint = f"name a Pincite document (.pincite.yaml, .json, annotated .md) or a bibliography ({', '.join(others)})"
    return NOTHING._replace(fault=Lack("unknown_kind", message, hint))


def _broken(message: str, hint: str = "") -> Lack:
    return Lack("broken", message, hint)


def _of_document(name: str, content: bytes) -> SourceList:
    raws = list(islice(documents_in(name, content), 2))
    if len(raws) != 1:
        what = "holds more than one document" if raws else "holds no document"
        return NOTHING._replace(fault=_broken(what, "name a file with one document"))
    raw = raws[0]
    if not isinstance(raw, RawDocument):
        return NOTHING._replace(fault=_broken(f"cannot be read: {_placed(raw)}"))
    if name.endswith(".json") and is_csl(raw.data):
        message = "is no Pincite document, but looks like CSL-JSON"
        return NOTHING._replace(fault=Lack("unknown_kind", message, "call it NAME.csl.json"))
    examined = examine(raw)
    document = examined.document
    errors = [
        one for one in examined.findings if one.severity == "error" and (document is None or _counts(one))
    ]
    fault: Lack | None = None
    if errors or document is None:
        one, many = "has 1 fault of structure", f"has {len(errors)} faults of structure"
        fault = _broken(_counted(one, many, [_placed(error) for error in errors]), "pincite check tells them")
    if document is None:
        return SourceList({}, fault, is_document=True)
    is_named = not any(one.pointer == "/id" for one in examined.findings)
    return SourceList(
        _by_id(source for _, source in document.sources),
        fault,
        is_document=True,
        iri=document.data.get("id", "") if is_named else "",
        has_all_ids=None not in document.data.get("sources", [None])
        and all(_WITHIN_A_SOURCE.fullmatch(error.pointer) for error in errors),
    )


def _counts(finding: Finding) -> bool:
    """Return whether a fault may concern the sources, and not the article or what it quotes."""
    return finding.pointer in _OUTER or finding.pointer.startswith("/sources")


def _counted(one: str, many: str, faults: Sequence[str]) -> str:
    """Return what a file has, with the first of it."""
    if not faults:
        return many
    return f"{one}: {faults[0]}" if len(faults) == 1 else f"{many}; the first: {faults[0]}"


def _placed(finding: Finding) -> str:
    where = f"line {finding.place.line}: " if finding.place is not None else ""
    return f"{where}{finding.message}"


def _of_bibliography(name: str, content: bytes) -> SourceList:
    try:
        listed = sound(read_bibliography(name, decoded(content).removeprefix("\ufeff")))
    except UnreadableError as error:
        return NOTHING._replace(fault=_broken(f"cannot be read: {error.fault.message}"))
    except ImportError as error:
        return NOTHING._replace(fault=Lack("no_reader", f"is not read: {error}"))
    faults = [remark for remark in listed.remarks if remark.rule.severity == "error"]
    fault = None
    if faults:
        one, many = "has 1 entry that cannot be read", f"has {len(faults)} entries that cannot be read"
        placed = [f"line {remark.line}: {remark.message}" for remark in faults]
        fault = _broken(_counted(one, many, placed), "pincite convert tells them")
    return SourceList(_by_id(listed.sources), fault)


def sound(listed: Listed) -> Listed:
    """Return what was read from a bibliography without sources that do not keep to the schema; of each a remark tells."""
    remarks = list(listed.remarks)
    kept = []
    for number, source in enumerate(listed.sources):
        line = listed.lines[number] if listed.lines else 1
        if accepts_source(cast("Json", source)):
            kept.append((source, line))
        else:
            words = f"the entry makes no valid source; {shown(str(source['id']))} is left out"
            remarks.append(Remark(entry_unreadable.RULE, line, words))
    return Listed(
        tuple(source for source, _ in kept),
        tuple(sorted(remarks, key=lambda one: one.line)),
        tuple(line for _, line in kept),
    )


def _by_id(sources: Iterable[Source]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for source in sources:
        found.setdefault(source["id"], source)
    return found
