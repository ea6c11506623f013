"""Comments that ask for findings to be passed over: where they are comments, and which lines they speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.reading.files import RawDocument, read_document
from pincite.reading.ignores import Ignore, ignores_in_markdown

YAML = {
    "at the end of a line": ("a: 1 # pincite: ignore[PIN1] why\n", [("PIN1", "why", 1, 1)]),
    "several, by code and name": (
        "a: 1 # pincite: ignore[PIN101, title-missing]: two of them\n",
        [("PIN101 title-missing", "two of them", 1, 1)],
    ),
    "above a member": ("# pincite: ignore[A] x\na:\n  b: 1\n  c: 2\nd: 3\n", [("A", "x", 2, 4)]),
    "above a list item, the first one": (
        "a:\n  # pincite: ignore[A] x\n  - b: 1\n    c: 2\n  - b: 3\n",
        [("A", "x", 3, 4)],
    ),
    "above the last item": (
        "a:\n  - b: 1\n  # pincite: ignore[A] x\n  - b: 3\n    c: 4\n",
        [("A", "x", 4, 5)],
    ),
    "between the dash and the item": (
        "a:\n  -\n    # pincite: ignore[A] x\n    b: 1\n    c: 2\n",
        [("A", "x", 4, 5)],
    ),
    "above the first member of a member": (
        "a:\n  # pincite: ignore[A] x\n  b: 1\n  c: 2\n",
        [("A", "x", 3, 3)],
    ),
    "above other comments and empty lines": (
        "# pincite: ignore[A] x\n# pincite: ignore[B] y\n\n# z\na: {b: 1,\n  c: 2}\nd: 1\n",
        [("A", "x", 5, 6), ("B", "y", 5, 6)],
    ),
    "above the start of the document": ("# pincite: ignore[A] x\n---\na:\n  b: 1\n", [("A", "x", 3, 4)]),
    "behind a key that stands twice": (
        "a: 1\na: {b: [1, 2]}\n# pincite: ignore[A] x\nc:\n  - 1\n",
        [("A", "x", 4, 5)],
    ),
    "above nothing": ("a: 1\n# pincite: ignore[A] x\n", [("A", "x", 3, 3)]),
    "alone": ("# pincite: ignore[A] x", [("A", "x", 1, 1)]),
    "without codes": ("a: 1 # pincite: ignore because\n", [("", "because", 1, 1)]),
    "without a reason": ("a: 1 # pincite: ignore[A]\n", [("A", "", 1, 1)]),
    "behind the mark of a block": ("a: | # pincite: ignore[A] x\n  text\n", [("A", "x", 1, 1)]),
    "behind a block": ("a: |\n  text\n# pincite: ignore[A] x\nb: 1\n", [("A", "x", 4, 4)]),
    "above a block": ("# pincite: ignore[A] x\na: >-\n  text\n  text\nb: 1\n", [("A", "x", 2, 4)]),
    "with Windows line ends": ("# pincite: ignore[A] x\r\na:\r\n  - 1\r\nb: 2\r\n", [("A", "x", 2, 3)]),
    "in double quotes": ('a: "x # pincite: ignore[A] x"\n', []),
    "in single quotes": ("a: 'x # pincite: ignore[A] x'\n", []),
    "in quotes on a line of its own": ('a: "x\n  # pincite: ignore[A] x\n  y"\n', []),
    "in a key": ('"a # pincite: ignore[A] x": 1\n', []),
    "in a block": ("a: |\n  # pincite: ignore[A] x\n  y\n", []),
    "in plain text without a space": ("a: x# pincite: ignore[A] x\n", []),
    "behind quotes": ("a: '#' # pincite: ignore[A] x\n", [("A", "x", 1, 1)]),
    "another word": ("a: 1 # pincite: ignored[A] x\n", []),
    "spoken about": ("a: 1 # see pincite: ignore[A] x\n", []),
}


def told(ignores: list[Ignore]) -> list[tuple[str, str, int, int]]:
    return [(" ".join(one.codes), one.reason, one.first_line, one.last_line) for one in ignores]


def ignores_in(text: str, *, is_json: bool = False) -> list[Ignore]:
    raw = read_document("a", text.encode(), is_json=is_json)
    return list(raw.ignores) if isinstance(raw, RawDocument) else []


@pytest.mark.parametrize("name", YAML)
def test_comments_in_yaml(name: str) -> None:
    text, expected = YAML[name]
    assert told(ignores_in(text)) == expected


def test_json_has_no_comments() -> None:
    assert ignores_in('{"a": "# pincite: ignore[A] x"}', is_json=True) == []


def test_the_place_is_that_of_the_comment() -> None:
    (one,) = ignores_in("a: 1 # pincite: ignore[A] x \n")
    assert (one.place.line, one.place.column, one.place.end_column) == (1, 6, 28)


MARKDOWN = {
    "within a line": ("Text. <!-- pincite: ignore[A] x --> More.\n", [("A", "x", 1, 1)]),
    "above a block": ("<!-- pincite: ignore[A] x -->\nText.\nMore.\n\nOther.\n", [("A", "x", 2, 3)]),
    "above an empty line and a block": (
        "<!-- pincite: ignore[A] x -->\n\n> Text.\n> More.\n\nOther.\n",
        [("A", "x", 3, 4)],
    ),
    "two above a block": (
        "<!-- pincite: ignore[A] x -->\n<!-- pincite: ignore[B] y -->\nText.\n",
        [("A", "x", 3, 3), ("B", "y", 3, 3)],
    ),
    "in fenced code": ("```md\n<!-- pincite: ignore[A] x -->\n```\n", []),
    "behind fenced code": ("~~~\na\n~~~\nText. <!-- pincite: ignore[A] x -->\n", [("A", "x", 4, 4)]),
    "not closed": ("<!-- pincite: ignore[A] x\n-->\n", []),
    "at the end": ("Text.\n\n<!-- pincite: ignore[A] x -->", [("A", "x", 3, 3)]),
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_comments_in_markdown(name: str) -> None:
    text, expected = MARKDOWN[name]
    assert told(ignores_in_markdown(text)) == expected


PIECES = st.sampled_from(
    ["# pincite: ignore[A] x", "<!-- pincite: ignore[A] x -->", "\n", "\r\n", " ", "a:", "- ", "'", '"', "|", "```", "b", "{", "}", ","]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_text_is_read(text: str) -> None:
    lines = len(text.split("\n")) + text.count("\r")
    for one in ignores_in(text) + ignores_in_markdown(text):
        assert 1 <= one.first_line <= one.last_line <= lines + 1
