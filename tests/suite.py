"""Runs the format's conformance suite, ``schema/suite``, against this implementation.

``disagreements(expectation)`` compares one case: each of its inputs is read, judged and looked at as the case's
members ask for, in the way that ``schema/suite/README.md`` tells every runner.
"""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from pincite.checker import check_file
from pincite.model.json_value import value_at
from pincite.model.segments import displayed
from pincite.reading.files import RawDocument, read
from pincite.schemas import schema
from pincite.structure.examine import examine
from pincite.verifier.folding.letters import letters_in
from pincite.verifier.wording.declared import declared_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Anchor, Segment
    from pincite.verifier.wording.parts import Mark, Wording

SUITE = Path(__file__).resolve().parents[1] / "schema" / "suite"
EXPECTED = ".expected.json"
INPUTS = (".pincite.yaml", ".pincite.yml", ".pincite.json", ".pincite.jsonl", ".md")
"""What follows a case's name in the names of its inputs; the first that is there has the places."""
_WORDS = {"quotations": "text", "citations": "raw"}
"""Where the words of what an anchor belongs to stand, by the list it is an item of."""


def expectations(suite: Path = SUITE) -> list[Path]:
    """Return the expectation of every case, in order."""
    return sorted(suite.glob(f"*/*{EXPECTED}"))


def name_of(expectation: Path) -> str:
    """Return a case's name: its folder's and its own."""
    return f"{expectation.parent.name}/{expectation.name.removesuffix(EXPECTED)}"


def inputs_of(expectation: Path) -> list[Path]:
    """Return the documents of a case, the one that its places count in first."""
    stem = expectation.name.removesuffix(EXPECTED)
    return [path for end in INPUTS if (path := expectation.with_name(stem + end)).exists()]


def judged_codes(suite: Path = SUITE) -> dict[str, dict[str, str]]:
    """Return what the suite says of each code it is about; what else an implementation finds is its own policy."""
    codes: dict[str, dict[str, str]] = json.loads((suite / "manifest.json").read_text("utf-8"))["codes"]
    return codes


def disagreements(expectation: Path, codes: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return what this implementation makes of a case other than is expected, a line for each."""
    expected = json.loads(expectation.read_text("utf-8"))
    inputs = inputs_of(expectation)
    found = [] if inputs else [f"{expectation.name}: no document"]
    for path in inputs:
        told = [one for one in check_file(str(path)).findings if one.code in codes]
        lines = [
            *_of_findings(expected["findings"], told, has_places=path == inputs[0]),
            *_of_verdict(expected["valid"], told),
            *_of_documents(expected, path),
        ]
        found += [f"{path.name}: {line}" for line in lines]
    return found


def _of_findings(
    wanted: Sequence[Mapping[str, Any]], told: Sequence[Finding], *, has_places: bool
) -> Iterator[str]:
    """Compare findings; an expectation says of each only what the format settles."""
    left = list(told)
    for one in wanted:
        match = next((each for each in left if _fits(one, each, has_places=has_places)), None)
        if match is None:
            yield f"expected {json.dumps(one)}"
        else:
            left.remove(match)
    yield from (f"not expected: {one.code} at {one.pointer!r}, {one.place}" for one in left)


def _fits(wanted: Mapping[str, Any], told: Finding, *, has_places: bool) -> bool:
    is_told: dict[str, object] = {"code": told.code, "pointer": told.pointer, "severity": told.severity}
    if has_places:
        place = told.place
        is_told |= {"line": place.line if place else None, "column": place.column if place else None}
    return all(is_told[name] == value for name, value in wanted.items() if name in is_told)


def _of_verdict(valid: bool, told: Sequence[Finding]) -> Iterator[str]:  # noqa: FBT001 - the member's own value
    is_valid = all(one.severity != "error" for one in told)
    if is_valid != valid:
        yield f"valid is {is_valid}"


def _of_documents(expected: Mapping[str, Any], path: Path) -> Iterator[str]:
    raws = [one for one in read(str(path)) if isinstance(one, RawDocument)]
    if "documents" in expected and len(raws) != expected["documents"]:
        yield f"{len(raws)} documents"
    if not {"schema", "data", "document", "anchors", "texts"} & expected.keys():
        return
    if len(raws) != 1:
        yield "not read as one document"
        return
    (raw,) = raws
    if expected.get("schema") not in {None, _published().is_valid(raw.data)}:
        yield f"the schema's verdict is {not expected['schema']}"
    if "data" in expected and _strict(raw.data) != _strict(expected["data"]):
        yield f"data is {json.dumps(raw.data, ensure_ascii=False)}"
    if not {"document", "anchors", "texts"} & expected.keys():
        return
    document = examine(raw).document
    if document is None:
        yield "nothing was understood"
        return
    if "document" in expected:
        understood = comparable(document.data) if path.suffix == ".md" else document.data
        if _strict(understood) != _strict(expected["document"]):
            yield f"understood as {json.dumps(understood, ensure_ascii=False)}"
    yield from _of_anchors(expected.get("anchors", ()), document)
    yield from _of_texts(expected.get("texts", ()), document)


@lru_cache(maxsize=1)
def _published() -> Draft202012Validator:
    return Draft202012Validator(schema("document"))


def _strict(value: object) -> str:
    """Return a value so that true differs from 1, and 1 does not differ from 1.0."""
    return json.dumps(_whole(value), sort_keys=True)


def _whole(value: object) -> object:
    if isinstance(value, dict):
        return {name: _whole(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_whole(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def comparable(value: Any, at: str = "") -> Any:  # noqa: ANN401 - any JSON
    """Return a document that was read from Markdown without what is computed from the Markdown."""
    if isinstance(value, list):
        return [comparable(inner, f"{at}/*") for inner in value]
    if not isinstance(value, dict):
        return value
    left_out = {"text", "blocks", "original"} if at == "/article" else set()
    if at.endswith(("/anchor", "/lead_in")):
        left_out = {"start", "end", "prefix", "suffix"}
    kept = {name: comparable(inner, f"{at}/{name}") for name, inner in value.items() if name not in left_out}
    return {name: inner for name, inner in kept.items() if inner != {} or name not in {"anchor", "lead_in"}}


def _of_anchors(wanted: Sequence[Mapping[str, Any]], document: Document) -> Iterator[str]:
    for one in wanted:
        owner_at, _, member = one["pointer"].rpartition("/")
        owner: Any = value_at(document.data, owner_at)  # type: ignore[arg-type] # a TypedDict is JSON
        anchor: Anchor = owner.get(member, {})
        words = owner.get(_WORDS.get(owner_at.rsplit("/", 2)[-2], "")) if member == "anchor" else None
        outcome, span = "unchecked", None
        if document.anchoring is not None:
            outcome, span = document.anchoring.resolve(anchor, words or anchor.get("exact", ""))
        told = {"pointer": one["pointer"], "outcome": outcome}
        if span is not None:
            told |= {"start": span.start, "end": span.end}
        if told != one:
            yield f"anchor {json.dumps(told)}"


def _of_texts(wanted: Sequence[Mapping[str, Any]], document: Document) -> Iterator[str]:
    for one in wanted:
        quotation: Any = value_at(document.data, one["pointer"])  # type: ignore[arg-type] # a TypedDict is JSON
        segments: list[Segment] = quotation["segments"]
        shown = "".join(map(displayed, segments))
        if shown != one["displayed"]:
            yield f"displayed {shown!r}"
        asserted = [_pieces(wording) for wording in declared_wordings(segments)]
        for told, pieces in zip_longest(asserted, map(_letters, one["asserted"])):
            if told != pieces:
                yield f"asserted {told}"


def _letters(pieces: Sequence[str | Mapping[str, str]]) -> list[str]:
    """Return asserted pieces as this implementation compares them: letters and digits, and the gaps between."""
    found = [""]
    for one in pieces:
        if isinstance(one, str):
            found[-1] += letters_in(one)
        else:
            found += [one["gap"], ""]
    return found


def _pieces(wording: Wording) -> list[str]:
    found = [""]
    for index, joint in enumerate(wording.joints):
        for mark in joint:
            _add(found, mark)
        if index < len(wording.parts):
            found[-1] += wording.parts[index].letters
    return found


def _add(found: list[str], mark: Mark) -> None:
    if mark.original is not None:
        found[-1] += letters_in(mark.original)
    elif mark.kind in {"omission", "replacement"}:
        found += ["any" if mark.kind == "omission" else "short", ""]
