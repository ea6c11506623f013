"""YAML: which value a text stands for, or what is wrong with it, and where.

Every table runs with libyaml's parser and with PyYAML's own, which is used where libyaml is not there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import yaml

from pincite.reading import yaml_syntax
from pincite.reading.fault import UnreadableError
from pincite.reading.files import RawDocument, read_document
from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from pincite.model.json_value import Json


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "libyaml" and not hasattr(yaml, "CLoader"):
        pytest.skip("PyYAML was built without libyaml")
    loader = yaml.CLoader if request.param == "libyaml" else yaml.Loader
    monkeypatch.setattr(yaml_syntax, "LOADER", loader)


def told(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is wrong with a YAML text."""
    read = read_document("a.pincite.yaml", text.encode(), is_json=False)
    findings = read.findings if isinstance(read, RawDocument) else [read]
    return [(one.code, one.place.line, one.place.column) for one in findings if one.place]


VALUES: dict[str, Json] = {
    # JSON's types only: what YAML 1.1 takes for something else stays text
    "no": "no",
    "Yes": "Yes",
    "on": "on",
    "True": "True",
    "NULL": "NULL",
    "12:30": "12:30",
    "12:30:45.5": "12:30:45.5",
    "0017": "0017",
    "010": "010",
    "0o17": "0o17",
    "0x1F": "0x1F",
    "0b11": "0b11",
    "1_000": "1_000",
    "+1": "+1",
    ".5": ".5",
    "5.": "5.",
    "1e": "1e",
    ".inf": ".inf",
    "-.INF": "-.INF",
    ".nan": ".nan",
    "NaN": "NaN",
    "Infinity": "Infinity",
    "1918-04": "1918-04",
    "1918-04-02": "1918-04-02",
    "2001-12-14t21:59:43.10-05:00": "2001-12-14t21:59:43.10-05:00",
    "=": "=",
    "'1'": "1",
    '"1"': "1",
    "'true'": "true",
    "''": "",
    "|-\n  1": "1",
    # JSON's own
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
    "0": 0,
    "-0": 0,
    "17": 17,
    "-17": -17,
    "1.5": 1.5,
    "1e3": 1000.0,
    "-1.5E-2": -0.015,
    "1e-999": 0.0,
    "99999999999999999": 99999999999999999,
    "9" * 400: int("9" * 400),
    "-" + "9" * 400: -int("9" * 400),
    "[]": [],
    "{}": {},
    "[a, 1, null]": ["a", 1, None],
    # text over several lines
    "b\n  c\n\n  d": "b c\nd",
    "|\n  b\n   c\n": "b\n c\n",
    ">\n  b\n  c\n": "b c\n",
    '"b\\\n   c\\u00e9\\U0001F511"': "bcé🔑",
    '"\\0\\e"': "\0\x1b",
    # no character is lost
    "\ufeffx": "\ufeffx",
    "e\u0301🔑": "e\u0301🔑",
}


@pytest.mark.parametrize("written", VALUES)
def test_value(written: str) -> None:
    read = YamlText(f"a: {written}").data
    assert read == {"a": VALUES[written]}
    assert isinstance(read, dict)
    assert type(read["a"]) is type(VALUES[written])


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1: x\n1.0: x", ["1", "1.0"]),
        ("true: x\nnull: x\n~: x", ["true", "null", "~"]),
        ("1918-04-02: x", ["1918-04-02"]),
        ("? a\n: x", ["a"]),
        ("'': x", [""]),
        ("<<: x\n=: x", ["<<", "="]),
    ],
)
def test_keys_are_text(text: str, keys: list[str]) -> None:
    assert YamlText(text).data == dict.fromkeys(keys, "x")


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert YamlText("<<: {a: 1}\nb: 2").data == {"<<": {"a": 1}, "b": 2}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "# nothing", "---", "---\n...\n", "%YAML 1.2\n---\n"])
def test_an_empty_text_is_nothing(text: str) -> None:
    assert YamlText(text).data is None


@pytest.mark.parametrize(
    "text", ["---\na: 1\n...\n", "%YAML 1.2\n---\na: 1", "%TAG ! tag:x,2000:\n---\na: 1"]
)
def test_one_document_may_have_marks_and_directives(text: str) -> None:
    assert YamlText(text).data == {"a": 1}


FAULTS = {
    # duplicate keys, at any depth
    "a: 1\na: 2": ("PIN004", 2, 1),
    "a: 1\nb: 2\n'a': 3": ("PIN004", 3, 1),
    "a: {b: 1, b: 2}": ("PIN004", 1, 11),
    "- - x: 1\n    x: 2": ("PIN004", 2, 5),
    "a: {🔑é: 1, b: 2, b: 3}": ("PIN004", 1, 18),
    "1: x\n'1': y": ("PIN004", 2, 1),
    # repetition and types
    "a: &x 1\nb: *x": ("PIN005", 1, 4),
    "a: &x [1]": ("PIN005", 1, 4),
    "a: &x\n  b: 1": ("PIN005", 1, 4),
    "&x a: 1": ("PIN005", 1, 1),
    "a: *x": ("PIN005", 1, 4),
    "a: {<<: *x}": ("PIN005", 1, 9),
    "a: !!str 1": ("PIN005", 1, 4),
    "a: !own b": ("PIN005", 1, 4),
    "a: ! b": ("PIN005", 1, 4),
    "!!map {a: 1}": ("PIN005", 1, 1),
    "a: !!python/object/apply:os.system [x]": ("PIN005", 1, 4),
    # one document
    "a: 1\n---\nb: 2": ("PIN003", 2, 1),
    "a: 1\n...\n---\nb: 2": ("PIN003", 3, 1),
    # keys
    "? [a]\n: b": ("PIN007", 1, 3),
    "{a: 1}: b": ("PIN007", 1, 1),
    # numbers
    "a: 1e999": ("PIN007", 1, 4),
    "a: -1e999": ("PIN007", 1, 4),
    "a: " + "9" * 401: ("PIN006", 1, 4),
    "a: -" + "9" * 401: ("PIN006", 1, 4),
    "a: " + "9" * 5000: ("PIN006", 1, 4),
    "a: 1." + "9" * 400: ("PIN006", 1, 4),
    # broken syntax
    "\ta: 1": ("PIN003", 1, 1),
    "a:\n\tb: 1": ("PIN003", 2, 1),
    "a: b: c": ("PIN003", 1, 5),
    # what is never closed is told where it opens, not where the file ends
    "a: 'x": ("PIN003", 1, 4),
    'a: "x\nb: y\n\n': ("PIN003", 1, 4),
    "a: [1, 2": ("PIN003", 1, 4),
    "a:\n  - [1, 2\n  - 3": ("PIN003", 2, 5),
    "a: {b: 1\nc: 2": ("PIN003", 1, 4),
    "a: {b: [1, 2}": ("PIN003", 1, 8),
    'a: ["1"\n    "x"]': ("PIN003", 2, 5),
    # a key without its colon is told itself, not the line behind it
    "title The\nauthors: x": ("PIN003", 1, 1),
    "a:b\nc: d": ("PIN003", 1, 1),
    "a: 1\n\n# note\nfoo\n": ("PIN003", 4, 1),
    "a:\n  - foo x\n    b: c": ("PIN003", 2, 5),
    "a: 1\nfoo\n  b: 2\nc: 3": ("PIN003", 2, 1),
    "a: some\n  words\n  b: c": ("PIN003", 3, 4),
    "a: |x\n\n": ("PIN003", 1, 5),
    "a: &\n\n\n": ("PIN003", 1, 5),
    "a: [1,,2]": ("PIN003", 1, 7),
    "a: @x": ("PIN003", 1, 4),
    "a: `x": ("PIN003", 1, 4),
    "a: %x": ("PIN003", 1, 4),
    "a: - b": ("PIN003", 1, 4),
    ": x": ("PIN003", 1, 1),
    "a: 1\n b: 2": ("PIN003", 2, 3),
    "%YAML 3.0\n---\na: 1": ("PIN003", 1, 1),
    # characters
    "a: x\0": ("PIN003", 1, 5),
    "a: \x1bx": ("PIN003", 1, 4),
    "b: 1\na: \x80": ("PIN003", 2, 4),
    "a: \x7f": ("PIN003", 1, 4),
    "a: \ufffe": ("PIN003", 1, 4),
    'a: "\\q"': ("PIN003", 1, 5),
    "\ufeff\ufeffa: 1": ("PIN003", 1, 1),
}


@pytest.mark.parametrize("text", FAULTS)
def test_fault(text: str) -> None:
    assert told(text) == [FAULTS[text]]


@pytest.mark.parametrize("escape", ["\\ud83d", "\\ude00\\ud83d", "\\ud83d\\ude00"])
@pytest.mark.parametrize("text", ['a: "{}"', '"{}": 1'])
def test_escaped_surrogates_are_refused(text: str, escape: str) -> None:
    assert [code for code, _, _ in told(text.format(escape))] == ["PIN003"]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 1\nb: 2\na: 3", {"a": 1, "b": 2}),
        ("a: {x: 1}\na: {y: [1, {z: 2, z: 3}]}\nb: 2", {"a": {"x": 1}, "b": 2}),
    ],
)
def test_the_first_of_two_equal_keys_counts(text: str, data: Json) -> None:
    assert YamlText(text).data == data


BREAKS = {
    "LF": ("a: 1\nb: 2\na: 3", 3),
    "CRLF": ("a: 1\r\nb: 2\r\na: 3", 3),
    "CR": ("a: 1\rb: 2\ra: 3", 3),
    "mixed": ("a: 1\r\n\nb: 2\r\ra: 3", 5),
    # editors do not count these as lines, though YAML 1.1 breaks lines at them
    "NEL": ("a: 'x\x85y'\na: 3", 2),
    "LS": ("a: 'x\u2028y'\na: 3", 2),
    "PS": ("a: 'x\u2029y'\na: 3", 2),
    "VT and FF of an escape": ('a: "\\v\\f"\na: 3', 2),
}


@pytest.mark.parametrize("name", BREAKS)
def test_lines_count_as_in_an_editor(name: str) -> None:
    text, line = BREAKS[name]
    assert told(text) == [("PIN004", line, 1)]


NESTED = {
    "flow lists": lambda depth: "[" * depth + "]" * depth,
    "flow mappings": lambda depth: "{a: " * depth + "1" + "}" * depth,
    "block lists": lambda depth: "- " * depth + "x",
}


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("depth", [63, 64])
def test_depth_within_the_limit(kind: str, depth: int) -> None:
    assert told(NESTED[kind](depth)) == []


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("depth", [65, 1_000, 30_000, 200_000])
def test_depth_beyond_the_limit_is_told_where_it_begins(kind: str, depth: int) -> None:
    assert told(NESTED[kind](depth)) == [("PIN006", 1, 64 * _step(kind) + 1)]


def _step(kind: str) -> int:
    return {"flow lists": 1, "flow mappings": 4, "block lists": 2}[kind]


@pytest.mark.parametrize("depth", [65, 1_000])
def test_depth_of_block_mappings(depth: int) -> None:
    text = "".join(f"{' ' * level}a:\n" for level in range(depth)) + " " * depth + "x"
    assert told(text) == [("PIN006", 65, 65)]


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    names = "abcdefghijk"
    lines = [f"{names[0]}: &{names[0]} [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{name}: &{name} [{', '.join([f'*{before}'] * 8)}]" for before, name in pairwise(names)]
    bomb = "\n".join(lines)
    assert len(bomb) > 400
    assert told(bomb) == [("PIN005", 1, 4)]


HINTS = {
    "\ta: 1": "YAML is indented with spaces, not tabs",
    "a: b: c": "put a value that holds a colon into quotation marks",
    "a: @x": "put text that begins with @ into quotation marks",
    'a: "C:\\q"': "write \\\\ for a backslash, and the character itself for an escape",
    "a: [1,,2]": None,
    "a: 'x": "its closing ' is missing",
    "a: [1\nb: 2": "its ] is missing",
    "a: {b: [1, 2}": "its ] is missing",
    "title The\na: b": "write it as 'name: value'",
    "a: b\n  c: d": "indent this line like the key above it, or put a value that holds a colon into quotation marks",
    'a: "b" c': 'the text ends with the " before this; inside it, write \\" for the mark itself',
    "a: 'b's": "the text ends with the ' before this; inside it, write '' for the mark itself",
}


@pytest.mark.parametrize("text", HINTS)
def test_hint(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        YamlText(text)
    assert caught.value.fault.hint == HINTS[text]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a: "x', "this quotation mark is never closed"),
        ("a: {b: 1", "this bracket is never closed"),
        ("a: 1\nfoo", "a key needs a colon and a space behind it"),
        ("a: b: c", "this colon stands where no key can be"),
    ],
)
def test_the_message_does_not_depend_on_the_parser(text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        YamlText(text)
    assert caught.value.fault.message == f"broken YAML: {message}"


@pytest.mark.parametrize("text", ["a: |x\n\n", "a: *\n\n\n", 'a: "x\n\n', "a: [1\n\n", "a: 1\nb\n\n"])
def test_a_fault_at_the_end_of_a_file_shows_a_line(text: str) -> None:
    read = read_document("a.pincite.yaml", text.encode(), is_json=False)
    assert not isinstance(read, RawDocument)
    assert read.place is not None
    assert read.place.excerpt.strip()


def test_a_tag_is_told_as_it_is_written() -> None:
    with pytest.raises(UnreadableError) as caught:
        YamlText("a: !!binary aGk=")
    assert caught.value.fault.message == "the tag '!!binary' changes a value's type"
