"""What is lost in silence and no single value shows: flags, small numbers, order, values that stand twice, odd documents.

A value that is not told as lost makes a difference: with another in its place, or none, the format writes something else.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite import bibliography
from pincite.bibliography.flat import flattened
from pincite.export import FORMATS, carry_out
from pincite.model.json_value import pointer_steps, value_at
from pincite.model.losses import Declared, Losses
from tests.export.filled import KEPT, changed_leaves, filled, leaves
from tests.export.test_losses import READ_BACK, TYPES, read_back, unaccounted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.export import Exported
    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json

OTHERS = {
    "display": "inline", "role": "body", "basis": "inference", "method": "manual", "kind": "organization",
    "relation": "quoted_in", "textual_status": "paraphrase", "redistribution": "none", "unit": "percent",
    "by": "source", "asserted_by": "annotator", "language": "fr", "isbn": "0-306-40615-2", "issn": "0378-5955",
}  # fmt: skip
"""Other values of members that cannot have any."""
REFERENCES = frozenset(
    {"id", "type", "source", "ref", "from", "to", "within", "evidence", "images", "text", "content"}
)
"""Members on which others hang: with other values the document would be another, or none."""


def told(exported: Exported, pointer: str) -> bool:
    """Return whether a value is told as left out or changed, itself or with what it stands in or holds."""
    lost = (one for one in exported.losses if one.declared.how != "set aside")
    return any(one.covers(pointer) or one.pointer.startswith(f"{pointer}/") for one in lost)


def held(data: Any, pointer: str) -> tuple[Any, Any]:  # noqa: ANN401 - any part of the document
    """Return what holds the value at a pointer, and the key to it there."""
    holder = value_at(data, pointer.rpartition("/")[0])
    step = pointer_steps(pointer)[-1]
    return holder, int(step) if isinstance(holder, list) else step


def other(pointer: str, value: Json) -> Json:
    """Return another value that can stand at a pointer, None where there is none."""
    steps = [step for step in pointer_steps(pointer) if not step.isdecimal()]
    if steps[-1] in REFERENCES and steps[-2:] not in (["by", "id"], ["authors", "id"], ["alt", "text"]):
        return None
    if isinstance(value, bool):
        return not value
    if not isinstance(value, str):
        return cast("float", value) + 1
    if steps[-1] in OTHERS:
        return OTHERS[steps[-1]] if value != OTHERS[steps[-1]] else None
    if re.match("[0-9]{4}-[0-9]{2}", value):
        return f"{int(value[:4]) - 1:04}{value[4:]}"
    return f"f{value[1:]}" if re.fullmatch("[0-9a-f]{64}", value) else f"{value}x"


@cache
def pointers() -> tuple[str, ...]:
    """Return a pointer to a leaf of the filled document for each kind of place: of those that differ in numbers alone, one."""
    kinds: dict[str, list[str]] = {}
    for pointer, _ in leaves(cast("Json", filled())):
        kinds.setdefault(re.sub(r"/[0-9]+", "/*", pointer), []).append(pointer)
    del kinds["/pincite"]  # what is no document has no version of the format
    # what is printed stands in the text, whose anchor says where
    kinds = {kind: those for kind, those in kinds.items() if not kind.endswith("/raw")}
    return tuple(those[sum(map(ord, kind)) % len(those)] for kind, those in kinds.items())


def without_difference(name: str, changes: Iterator[tuple[str, DocumentData]]) -> list[str]:
    """Return the places at which a change makes no difference, and which are not told as lost."""
    before = carry_out(filled(), name)
    return [
        pointer
        for pointer, data in changes
        if not told(before, pointer)
        if (after := carry_out(data, name)).text == before.text and not told(after, pointer)
    ]


def changed_at(pointer: str, data: DocumentData) -> bool:
    """Set another value at one place, or none where it can have no other; return whether that could be done."""
    holder, key = held(data, pointer)
    value = other(pointer, holder[key])
    if value is not None:
        holder[key] = value
    elif isinstance(holder, dict) and key not in KEPT:
        del holder[key]
    else:
        return False
    return True


def with_others(each: int) -> Iterator[tuple[str, DocumentData]]:
    """Yield documents that are changed at one place, under the pointer to it."""
    for pointer in pointers()[::each]:
        data = filled()
        if changed_at(pointer, data):
            yield pointer, data


ELSEWHERE = {
    "note-a": "volume-c",
    "volume-c": "note-a",
    "letter-b": "series-d",
    "q1": "q2",
    "q2": "q1",
    "scan-1": "scan-2",
}
"""Where references lead to instead."""


def with_other_references() -> Iterator[tuple[str, DocumentData]]:
    """Yield documents in which one reference leads elsewhere, under the pointer to it."""
    for pointer, value in leaves(cast("Json", filled())):
        steps = [step for step in pointer_steps(pointer) if not step.isdecimal()]
        if steps[-1] in REFERENCES - {"id"} and value in ELSEWHERE:
            data = filled()
            holder, key = held(data, pointer)
            holder[key] = ELSEWHERE[holder[key]]
            yield pointer, data


def with_another_order() -> Iterator[tuple[str, DocumentData]]:
    """Yield documents in which the first two items of a list have changed places, under the pointer to the list."""
    lists = {
        pointer[: found.start()]
        for pointer, _ in leaves(cast("Json", filled()))
        for found in re.finditer("/1(?=/|$)", pointer)
    }
    for pointer in sorted(lists):
        data = filled()
        items = cast("list[Json]", value_at(cast("Json", data), pointer))
        items[0], items[1] = items[1], items[0]
        yield pointer, data


@pytest.mark.parametrize("name", FORMATS)
def test_another_value_makes_a_difference(name: str) -> None:
    # documents are slow to write, and read back whole elsewhere
    assert without_difference(name, with_others(24 if FORMATS[name].is_whole else 1)) == []


@pytest.mark.parametrize("name", FORMATS)
def test_another_reference_makes_a_difference(name: str) -> None:
    assert without_difference(name, with_other_references()) == []


@pytest.mark.parametrize("name", FORMATS)
def test_another_order_makes_a_difference(name: str) -> None:
    assert without_difference(name, with_another_order()) == []


USED = {"markdown": "/article/blocks", "html": "/images/0/media_type"}
"""What formats do not hold and go by: where blocks begin tells the layout, and the type of a picture whether a page shows it."""


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("name", FORMATS)
def test_what_is_left_out_makes_no_difference(name: str, type_: str) -> None:
    document = filled(type_)
    before = carry_out(document, name)
    lost = [one for one in before.losses if one.declared.how == "left out" and one.pointer != USED.get(name)]
    pointers_ = [at for at, _ in leaves(cast("Json", document)) if any(one.covers(at) for one in lost)]

    def again(those: list[str]) -> str:
        data = filled(type_)
        for pointer in those:
            changed_at(pointer, data)
        return carry_out(data, name).text

    if again(pointers_) != before.text:
        assert [pointer for pointer in pointers_ if again([pointer]) != before.text] == []
        pytest.fail("together they make one")


TEXTS = st.sampled_from([
    "lamps", "Lamps", " lamps", "lamps ", "two  spaces", "two\nlines", "a\r\nb", "a\tb", "a\n\nb", "a\u2028b", "a\u00a0b", "e\u0301",
    "\u202eback", "{a} $b$ 50% #1 ~c \\d & e_f^g", "}{", "\\", '"quoted"', "'x'", "a, b", "a and b", "a; b", "and", "others",
    "a/b", "1", "0", "1918", "true", "no", "null", "van", "Jr.", "...", "-", "58-59", "https://example.org/a,b", "10.1000/x",
    "TY  - BOOK", "@book{a,", "<i>x</i>", "<p>x</p>", "&amp;", "note: x", "\U0001f514", "]]>", "Pincite: {}", "{}",
])  # fmt: skip
"""Values of which some mean something to some format."""
DATES = st.sampled_from([
    "1918", "1918-04", "1918-04-02", "1918?", "1918-04-02~", "1918%", "1918-22", "1918-34", "191X", "19XX", "1918-XX", "XXXX-03-11",
    "1918-03/1918-05", "1918/..", "../1918", "1918/", "[1667,1668]", "{1667,1668}", "-0043", "0000", "Y17000", "1918-?04", "1918~/1920",
])  # fmt: skip
NAMED = st.lists(
    st.dictionaries(
        st.sampled_from(["literal", "family", "given", "particle", "suffix", "title"]),
        TEXTS,
        min_size=1,
        max_size=4,
    )
    | st.fixed_dictionaries({"literal": TEXTS, "kind": st.sampled_from(["person", "organization"])}),
    max_size=3,
)
IDS = ("alpha", "beta", "gamma", "delta")
CONTAINERS = st.fixed_dictionaries(
    {"source": st.sampled_from([*IDS, "nowhere"])},
    optional={
        "relation": st.sampled_from(
            ["enclosure", "printed_in", "chapter_of", "volume_of", "part_of", "quoted_in"]
        ),
        "number": TEXTS,
        "locator": st.dictionaries(st.sampled_from(["page", "sheet", "volume"]), TEXTS, min_size=1),
        "inferred": st.dictionaries(st.sampled_from(["number", "source"]), TEXTS),
    },
)
PLAIN = (
    "title", "date_text", "place", "number", "volume", "issue", "edition", "genre", "medium", "publisher", "publisher_place",
    "platform", "note",
)  # fmt: skip
SOURCES = st.fixed_dictionaries(
    {"type": st.sampled_from(TYPES)},
    optional=dict.fromkeys(PLAIN, TEXTS)
    | dict.fromkeys(("authors", "recipients", "editors", "translators"), NAMED)
    | dict.fromkeys(("date", "received", "coverage"), DATES)
    | {
        "title_supplied": st.booleans(),
        "archive": st.dictionaries(st.sampled_from(["name", "place", "collection", "box", "item"]), TEXTS),
        "accessed": st.sampled_from(["2019", "2019-07", "2019-07-01"]),
        "language": st.sampled_from(["en", "x-lace", "zh-Hant"]),
        "container": CONTAINERS,
        "copies": st.lists(st.fixed_dictionaries({"path": st.just("a.txt")}), max_size=2),
        "inferred": st.dictionaries(st.sampled_from(["date", "title"]), TEXTS),
    },
)


@st.composite
def odd(draw: st.DrawFn) -> DocumentData:
    """Draw a document whose sources hang on each other in any way, with values that are hard to write."""
    drawn = draw(st.lists(SOURCES, min_size=1, max_size=len(IDS)))
    sources = [{"id": name, **one} for name, one in zip(IDS, drawn, strict=False)]
    return cast("DocumentData", {"pincite": "1.0", "article": {"title": "Lamps"}, "sources": sources})


@pytest.mark.parametrize("name", READ_BACK)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(document=odd())
def test_odd_sources_come_back_but_for_what_is_told(name: str, document: DocumentData) -> None:
    assert unaccounted(document, *read_back(name, document)) == []


@pytest.mark.parametrize("name", READ_BACK)
@pytest.mark.parametrize("outer", ["book", "periodical", "series", "letter", "volume"])
def test_members_that_the_work_around_has_too_come_back(name: str, outer: str) -> None:
    """The source's own publisher is its own, though the book's is the same."""
    same = {key: one for key, one in filled()["sources"][0].items() if key not in {"id", "type", "container"}}
    for type_ in TYPES[::3]:
        inner = {"id": "alpha", "type": type_, **same, "container": {"source": "beta"}}
        sources = [inner, {"id": "beta", "type": outer, **same}]
        document = cast("DocumentData", {"pincite": "1.0", "article": {"title": "Lamps"}, "sources": sources})
        assert unaccounted(document, *read_back(name, document)) == [], type_


@pytest.mark.parametrize("name", READ_BACK)
def test_sources_that_are_equal_but_for_their_ids_come_back(name: str) -> None:
    for type_ in TYPES:
        sources = [{"id": one, "type": type_, "title": "Lamps", "date": "1918"} for one in IDS]
        document = cast("DocumentData", {"pincite": "1.0", "article": {"title": "Lamps"}, "sources": sources})
        assert unaccounted(document, *read_back(name, document)) == [], type_


@pytest.mark.parametrize("name", READ_BACK)
def test_nothing_of_what_was_written_is_passed_over(name: str) -> None:
    for type_ in TYPES:
        listed = bibliography.read(name, carry_out(filled(type_), name).text)
        assert listed.remarks == (), type_


@pytest.mark.parametrize("name", READ_BACK)
@pytest.mark.parametrize("type_", TYPES[::3])
def test_what_is_left_out_is_not_there_and_what_is_changed_is(name: str, type_: str) -> None:
    document = filled(type_)
    back, losses = read_back(name, document)
    there = [pointer for pointer, _ in leaves(back)]
    wrong = [
        f"{one.pointer} is told as {one.declared.how}"
        for one in losses
        if one.declared.how != "set aside"
        if any(map(one.covers, there)) != (one.declared.how == "changed")
    ]
    assert wrong == []


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(document=odd())
def test_odd_sources_are_written(name: str, document: DocumentData) -> None:
    before = deepcopy(document)
    carry_out(document, name).text.encode()
    assert document == before


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_source_with_an_id_is_there_or_told(name: str) -> None:
    data = filled()
    data["sources"].append({"id": "note-a", "type": "map", "title": "Of the second source"})
    exported = carry_out(data, name)
    pointer = f"/sources/{len(data['sources']) - 1}"
    assert "Of the second source" in exported.text or told(exported, pointer)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", ["quotations", "claims", "images"])
def test_a_second_thing_with_an_id_is_there_or_told(name: str, kind: str) -> None:
    data = filled()
    things = cast("dict[str, list[dict[str, str]]]", data)[kind]
    member = "caption" if kind == "images" else "text"
    things.append({"id": things[0]["id"], member: "Of the second thing"})
    exported = carry_out(data, name)
    at = f"/{kind}/{len(things) - 1}/{member}"
    lost = any(one.covers(at) for one in exported.losses if one.declared.how == "left out")
    assert "Of the second thing" in exported.text or lost


@pytest.mark.parametrize("type_", TYPES)
def test_what_surrounds_a_source_is_found_however_it_hangs(type_: str) -> None:
    """Round, to itself, into nothing, deeper than anything goes: each source has one entry, and no work stands around it twice."""
    links = [
        ("a", "a"),
        ("b", "c"),
        ("c", "b"),
        ("d", "nowhere"),
        *pairwise(f"e{number}" for number in range(30)),
    ]
    sources = [
        {"id": one, "type": type_, "title": one, "container": {"source": outer}} for one, outer in links
    ]
    entries = list(flattened(cast("Any", sources)))
    assert [entry.source["id"] for entry in entries] == [one for one, _ in links]
    for entry in entries:
        around = [one["id"] for one in entry.chain]
        assert len({entry.source["id"], *around}) == len(around) + 1
        assert entry.container_title in {"", *around}


def test_a_chapter_called_as_its_book_stands_in_it() -> None:
    sources = [
        {"id": "a", "type": "chapter", "title": "Lamps", "container": {"source": "b"}},
        {"id": "b", "type": "book", "title": "Lamps"},
    ]
    assert next(flattened(cast("Any", sources))).container_title == "Lamps"


def test_a_document_is_compared_by_types_too() -> None:
    assert changed_leaves({"a": True}, {"a": 1}) == {"/a"}
    assert changed_leaves({"a": 1}, {"a": 1.0}) == {"/a"}


def test_of_two_losses_of_one_value_the_greater_is_told() -> None:
    declared = (
        Declared("/sources/*/date", "set aside", "a note holds it"),
        Declared("/sources/*/date", "left out", "no note holds it", "where there is no note"),
    )
    losses = Losses(declared, {"sources": [{"date": "1918"}]})
    losses.tell("/sources/0/date")
    assert [one.declared.how for one in losses.all()] == ["left out"]


def test_a_loss_of_a_value_that_is_not_there_is_refused() -> None:
    losses = Losses(
        (Declared("/sources/*/date", "left out", "x", "where it is"),), {"sources": [{"date": "1918"}]}
    )
    with pytest.raises(LookupError):
        losses.tell("/sources/1/date")
