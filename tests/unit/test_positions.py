"""Places: the range recorded for every value, cut out of the file and read again, gives that value."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.json_value import pointer_to, value_at
from pincite.reading.files import RawDocument, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.finding import Place
    from pincite.model.json_value import Json

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab 0:-#,[]{}'\"\\|>&*!?%@`~\n\té\u0301🔑𝔘\u200f\xa0"),
        st.characters(
            codec="utf-8",
            exclude_categories=["Cs", "Cc"],
            exclude_characters="\ufeff\u2028\u2029\ufffe\uffff",
        ),
    ),
    max_size=12,
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(TEXTS, VALUES, max_size=5)


def cut(text: str, place: Place) -> str:
    """Return the text of a place, found by lines and columns alone."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    inside = lines[place.line - 1 : place.end_line]
    inside[-1] = inside[-1][: place.end_column - 1]
    return "".join(inside)[place.column - 1 :]


def pointers(value: Json, at: str = "") -> Iterator[str]:
    yield at
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from pointers(inner, pointer_to(at, name))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from pointers(inner, pointer_to(at, index))


def reread(text: str, *, is_json: bool) -> RawDocument:
    found = read_document("a", text.encode(), is_json=is_json)
    assert isinstance(found, RawDocument), (text, found)
    return found


@given(DOCUMENTS, st.sampled_from([None, 0, 1, "\t"]), st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_json(document: dict[str, Json], indent: int | str | None, ascii_only: bool, newline: str) -> None:  # noqa: FBT001
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only).replace("\n", newline)
    read = reread(text, is_json=True)
    assert read.data == document
    for pointer in pointers(document):
        assert json.loads(cut(text, read.positions.of_value(pointer))) == value_at(document, pointer)
        if pointer and isinstance(value_at(document, pointer.rpartition("/")[0]), dict):
            key = json.loads(cut(text, read.positions.of_key(pointer)))
            assert pointer.endswith(pointer_to("", key))


STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.sampled_from([None, True, False]),
        "allow_unicode": st.booleans(),
        "indent": st.sampled_from([2, 4]),
        "width": st.sampled_from([20, 10_000]),
    }
)


@given(DOCUMENTS, STYLES)
def test_yaml(document: dict[str, Json], style: dict[str, Any]) -> None:
    text = yaml.dump(document, sort_keys=False, Dumper=Plain, **style)
    read = reread(text, is_json=False)
    for pointer in pointers(read.data):
        place = read.positions.of_value(pointer)
        piece = cut(text, place)
        if re.match(r"[|>][0-9]", piece):
            continue  # counts its indentation from what is around it
        ended = piece if piece.endswith(("\n", "\r")) else f"{piece}\n"  # a block ends with its line
        again = reread(" " * (place.column - 1) + ended, is_json=False).data
        assert again == value_at(read.data, pointer), (text, pointer, piece)


class Plain(yaml.SafeDumper):
    """A dumper without tags and aliases."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True

    def process_tag(self) -> None:
        """Write no tag: with a forced style, PyYAML marks numbers with one."""
        event: Any = self.event
        event.tag = None
        event.implicit = (True, True) if isinstance(event, yaml.ScalarEvent) else True
        super().process_tag()


DUPLICATES = {
    "YAML": ("a: {x: 1}\nb: [1, 2]\na: {y: [3, {z: 4, z: 5}], w: 6}\nc: {d: 7, d: 8, e: 9}\nf: 10\n", False),
    "JSON": ('{"a": {"x": 1}, "b": [1, 2],\n"a": {"y": [3, {"z": 4, "z": 5}]},\n"c": {"d": 7, "d": 8, "e": 9}, "f": 10}', True),
}  # fmt: skip


@pytest.mark.parametrize("name", DUPLICATES)
def test_duplicate_keys_shift_no_pointer(name: str) -> None:
    text, is_json = DUPLICATES[name]
    read = reread(text, is_json=is_json)
    assert read.data == {"a": {"x": 1}, "b": [1, 2], "c": {"d": 7, "e": 9}, "f": 10}
    assert [one.code for one in read.findings] == ["PIN004"] * 3
    for pointer in pointers(read.data):
        piece = cut(text, read.positions.of_value(pointer))
        if pointer:
            assert reread(piece, is_json=is_json).data == value_at(read.data, pointer)
        key = cut(text, read.positions.of_key(pointer)).strip('"')
        assert not pointer or pointer[-1].isdecimal() or key == pointer[-1]


PLACES = {
    # a pointer's value, as far as it goes
    "a: |\n  b\n   c\n\n# d\ne: 1": {"/a": "|\n  b\n   c", "/e": "1"},
    "a: >-\n  b\n\n\n": {"/a": ">-\n  b"},
    "a:\n  b: 1 # c\n\n# d\ne: 2": {"/a": "b: 1", "": "a:\n  b: 1 # c\n\n# d\ne: 2"},
    "- - 1\n  - 2\n- {a: [3]}": {"/0": "- 1\n  - 2", "/0/1": "2", "/1": "{a: [3]}", "/1/a": "[3]"},
    "a:\nb: x": {"/a": "", "/b": "x"},
    "a: 'x\n  y'": {"/a": "'x\n  y'"},
    "{a, b: }": {"/a": "", "/b": ""},
}


@pytest.mark.parametrize("text", PLACES)
def test_places_of_yaml(text: str) -> None:
    read = reread(text, is_json=False)
    assert {pointer: cut(text, read.positions.of_value(pointer)) for pointer in PLACES[text]} == PLACES[text]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("{a: x, b}", True),
        ("{a: x, b: }", False),
        ("{a: x, b: null}", False),
        ("{a: x, b: 1}", False),
        ("b:", False),
    ],
)
def test_a_member_without_colon_is_bare(text: str, *, bare: bool) -> None:
    assert reread(text, is_json=False).positions.is_bare("/b") is bare


def test_a_pointer_to_nothing_is_the_place_of_what_is_around_it() -> None:
    read = reread("a: {b: [1]}", is_json=False)
    assert read.positions.of_value("/a/b/7/c") == read.positions.of_value("/a/b")
    assert read.positions.of_key("/x") == read.positions.of_value("")
