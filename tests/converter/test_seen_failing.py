"""The comparisons have been seen failing: a converter broken on purpose makes each of them report it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import flat_fields
from pincite import convert
from tests.converter import printed_citation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_RAW = (
    "(Enclosure 2, Ada Holm to Peter Lund, March 3, 1890 (Received March 11). "
    "In: “The Holm Letters”, Vol. 4 (1889-1891), p. 7. Italics original)"
)
_FIELDS = {
    "medium": "letter",
    "authors": [{"literal": "Ada Holm"}],
    "from_person": {"literal": "Ada Holm"},
    "to_person": {"literal": "Peter Lund"},
    "date": "1890-03-03",
    "received": {"date": "1890-03-11"},
    "pages": "7",
    "note": "Italics original",
    "container": [{"title": "The Holm Letters", "volume": "4", "date": "1889/1891"}],
}
"""The same citation as a person annotates it in the articles."""
_UNPARSED = (
    "(Ada Holm to Peter Lund, March 3, 1890, xq 7 zz. In: “The Holm Letters”, Vol. 4 (1889-1891), p. 7)"
)


def _owners(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [*document.get("quotations", []), *document.get("claims", [])]


def _citations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [citation for owner in _owners(document) for citation in owner.get("citations", [])]


def _every_type_is_map(document: dict[str, Any]) -> None:
    for source in document["sources"]:
        source["type"] = "map"


def _every_relation_is_quoted_in(document: dict[str, Any]) -> None:
    for source in document["sources"]:
        if "container" in source:
            source["container"]["relation"] = "quoted_in"


def _reasons_are_dropped(document: dict[str, Any]) -> None:
    for one in [*document["sources"], *_citations(document)]:
        one.pop("inferred", None)


def _unparsed_is_dropped(document: dict[str, Any]) -> None:
    for citation in _citations(document):
        citation.pop("unparsed", None)


def _offsets_are_shifted(document: dict[str, Any]) -> None:
    for citation in _citations(document):
        anchor = citation["anchor"]
        citation["anchor"] = {"start": anchor["start"] + 1, "end": anchor["end"] + 1}


def _recipients_are_dropped(document: dict[str, Any]) -> None:
    for source in document["sources"]:
        source.pop("recipients", None)


def _notes_are_dropped(document: dict[str, Any]) -> None:
    for citation in _citations(document):
        citation.pop("note", None)


def _received_is_dropped(document: dict[str, Any]) -> None:
    for source in document["sources"]:
        source.pop("received", None)


def _the_outermost_is_dropped(document: dict[str, Any]) -> None:
    gone = next(source["id"] for source in document["sources"] if "container" not in source)
    document["sources"] = [source for source in document["sources"] if source["id"] != gone]


def _broken(fault: Callable[[dict[str, Any]], None]) -> Callable[[str], dict[str, Any]]:
    def convert_wrongly(text: str) -> dict[str, Any]:
        document: dict[str, Any] = copy.deepcopy(dict(convert(text)))
        fault(document)
        return document

    return convert_wrongly


@pytest.mark.parametrize(
    ("fault", "raw", "reported"),
    [
        (_every_type_is_map, _RAW, "sources[0].type"),
        (_every_relation_is_quoted_in, _RAW, "sources[0].container"),
        (_reasons_are_dropped, _RAW, "sources[0].inferred"),
        (_unparsed_is_dropped, _UNPARSED, "unparsed"),
        (_offsets_are_shifted, _RAW, "0 sources instead of 3"),
        (_recipients_are_dropped, _RAW, "sources[0].recipients"),
        (_notes_are_dropped, _RAW, "note"),
        (_received_is_dropped, _RAW, "sources[0].received"),
        (_the_outermost_is_dropped, _RAW, "2 sources instead of 3"),
    ],
)
def test_a_case_shows_it(
    fault: Callable[[dict[str, Any]], None], raw: str, reported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = printed_citation.reading(raw, "en")
    assert printed_citation.differences(case, case) == []
    monkeypatch.setattr(printed_citation, "convert", _broken(fault))
    lines = printed_citation.differences(case, printed_citation.reading(raw, "en"))
    assert reported in [line.partition(": ")[0] for line in lines]


@pytest.mark.parametrize(
    ("fault", "reported"),
    [
        (
            _every_type_is_map,  # the volume's coverage is looked for by its type
            ["container_date: None instead of '1889/1891'", "type: 'map' instead of 'letter'"],
        ),
        (_notes_are_dropped, ["note: None instead of 'Italics original'"]),
        (_received_is_dropped, ["received: None instead of '1890-03-11'"]),
        (_recipients_are_dropped, ["to_person: None instead of 'peter lund'"]),
    ],
)
def test_an_annotated_article_shows_it(fault: Callable[[dict[str, Any]], None], reported: list[str]) -> None:
    text = printed_citation.article(_RAW, "en")
    sound, broken = convert(text), _broken(fault)(text)
    assert flat_fields.differences(_FIELDS, sound["quotations"][0]["citations"][0], sound) == []
    assert flat_fields.differences(_FIELDS, _citations(broken)[0], broken) == reported  # type: ignore[arg-type]


def test_a_wrong_day_of_receipt_is_seen() -> None:
    document = convert(printed_citation.article(_RAW, "en"))
    fields = {**_FIELDS, "received": {"date": "1890-03-12"}}
    assert flat_fields.differences(fields, document["quotations"][0]["citations"][0], document) == [
        "received: 'XXXX-03-11' instead of '1890-03-12'"
    ]


def test_a_cured_case_is_seen() -> None:
    read = printed_citation.reading(_RAW, "en")
    bare = printed_citation.without_reasons(read)
    assert "inferred" not in str(bare)
    assert printed_citation.differences(bare, printed_citation.without_reasons(read)) == []
    assert printed_citation.differences(bare, read) != []


@pytest.mark.parametrize("kind", ["citations", "known"])
@pytest.mark.parametrize("code", printed_citation.LANGUAGES)
def test_writing_cases_anew_changes_nothing_else(
    kind: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"{kind}-{code}.yaml"
    before = (printed_citation.CASES / path.name).read_text("utf-8")
    listed = printed_citation.cases(kind, code)
    path.write_text(before, "utf-8")
    monkeypatch.setattr(printed_citation, "CASES", tmp_path)
    printed_citation.write_cases(kind, code, listed)
    assert printed_citation.cases(kind, code) == listed
    assert path.read_text("utf-8") == before
