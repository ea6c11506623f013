"""JSON: which value a text stands for, or what is wrong with it, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.reading.fault import UnreadableError
from pincite.reading.files import RawDocument, read_document
from pincite.reading.json_faults import json_fault
from pincite.reading.json_syntax import JsonText

if TYPE_CHECKING:
    from pincite.model.json_value import Json


def told(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is wrong with a JSON text."""
    read = read_document("a.pincite.json", text.encode(), is_json=True)
    findings = read.findings if isinstance(read, RawDocument) else [read]
    return [(one.code, one.place.line, one.place.column) for one in findings if one.place]


VALUES: dict[str, Json] = {
    "0": 0,
    "-0": 0,
    "17": 17,
    "1.5": 1.5,
    "1e3": 1000.0,
    "1e-999": 0.0,
    "99999999999999999": 99999999999999999,
    "9" * 400: int("9" * 400),
    "-" + "9" * 400: -int("9" * 400),
    "true": True,
    "null": None,
    '"\\ud83d\\ude00"': "😀",
    '"\\\\ud83d"': "\\ud83d",
    '"\\u0000"': "\0",
    '"\x7f\x85\u2028\ufeff"': "\x7f\x85\u2028\ufeff",
    '"e\u0301🔑"': "e\u0301🔑",
}


@pytest.mark.parametrize("written", VALUES)
def test_value(written: str) -> None:
    assert JsonText(f'{{"a": {written}}}').data == {"a": VALUES[written]}


FAULTS = {
    # duplicate keys, at any depth, however they are written
    '{"a":1,"a":2}': ("PIN004", 1, 8),
    '{"a":{"b":1,\n"b":2},"c":3}': ("PIN004", 2, 1),
    '[{"a":1},{"a":1,"a":2}]': ("PIN004", 1, 17),
    '{"A":1,"\\u0041":2}': ("PIN004", 1, 8),
    '{"🔑é":1,"b":2,"b":3}': ("PIN004", 1, 15),
    # numbers
    '{"a":1e999}': ("PIN007", 1, 6),
    '{"a":-1E400}': ("PIN007", 1, 6),
    '{"1e999":"1e999","b":1e999}': ("PIN007", 1, 22),
    "[1e999x]": ("PIN007", 1, 2),
    '{"a":' + "9" * 401 + "}": ("PIN006", 1, 6),
    '{"a":-' + "9" * 401 + "}": ("PIN006", 1, 6),
    '{"a":' + "9" * 5000 + "}": ("PIN006", 1, 6),
    '{"a":1.' + "9" * 400 + "}": ("PIN006", 1, 6),
    '{"a":NaN}': ("PIN007", 1, 6),
    '{"NaN":"NaN","b":\nNaN}': ("PIN007", 2, 1),
    '{"a":Infinity}': ("PIN007", 1, 6),
    '{"a":-Infinity}': ("PIN007", 1, 6),
    # half characters
    '{"a":"\\ud83d"}': ("PIN007", 1, 6),
    '{"\\ud83d":1}': ("PIN007", 1, 2),
    '{"a":"\\ud83d\\ude00","b":"\\ude00\\ud83d"}': ("PIN007", 1, 25),
    # broken syntax
    "": ("PIN003", 1, 1),
    " \n ": ("PIN003", 1, 1),
    "{": ("PIN003", 1, 1),
    '{"a":[1,\n2\n\n': ("PIN003", 1, 6),
    '{"a":{"b":1}\n\n': ("PIN003", 1, 1),
    '{"a":["]"': ("PIN003", 1, 6),
    '{"a":\n\n': ("PIN003", 1, 6),
    '{"a"\n\n': ("PIN003", 1, 5),
    '{"a":': ("PIN003", 1, 6),
    '{"a":1,}': ("PIN003", 1, 7),
    "[1,\n]": ("PIN003", 1, 3),
    "[1,,2]": ("PIN003", 1, 4),
    "{'a':1}": ("PIN003", 1, 2),
    "{a:1}": ("PIN003", 1, 2),
    '{"a" 1}': ("PIN003", 1, 6),
    '{"a":1 "b":2}': ("PIN003", 1, 8),
    '{"a":01}': ("PIN003", 1, 7),
    '{"a":.5}': ("PIN003", 1, 6),
    '{"a":tru}': ("PIN003", 1, 6),
    '{"a":"x': ("PIN003", 1, 6),
    '{"a":"\x01"}': ("PIN003", 1, 7),
    '{"a":"x\ny"}': ("PIN003", 1, 6),
    '{"a":"\0"}': ("PIN003", 1, 7),
    '{"a":1} x': ("PIN003", 1, 9),
    '{"a":1}\n{"a":2}': ("PIN003", 2, 1),
    "// c\n{}": ("PIN003", 1, 1),
    "\x00": ("PIN003", 1, 1),
    "\ufeff\ufeff{}": ("PIN003", 1, 1),
}


@pytest.mark.parametrize("text", FAULTS)
def test_fault(text: str) -> None:
    assert told(text) == [FAULTS[text]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "broken JSON: the file is empty"),
        ('{"a":', "broken JSON: the file ends where a value is wanted"),
        ('{"a":1,}', "broken JSON: a comma stands after the last item"),
        ("[1,]", "broken JSON: a comma stands after the last item"),
        ("[1 2]", "broken JSON: a comma or the closing bracket is wanted"),
        ("{'a':1}", "broken JSON: a key in double quotation marks is wanted"),
        ('{"a" 1}', "broken JSON: a colon is wanted after the key"),
        ('{"a":tru}', "broken JSON: a value is wanted"),
        ('["x]', "broken JSON: this text has no closing quotation mark"),
        ('["x\n"]', "broken JSON: this text has no closing quotation mark in its line"),
        ('{"a":[1', "broken JSON: this bracket is never closed"),
        ('["\t"]', "broken JSON: the character U+0009 stands in a text"),
        ('["\\q"]', "broken JSON: a backslash stands before a character that needs none"),
        ('["\\u12"]', "broken JSON: \\u is not followed by four hexadecimal digits"),
        ("{} {}", "broken JSON: something follows the end of the document"),
        ("\ufeff{}", "broken JSON: a second byte order mark (U+FEFF) stands at the beginning"),
        (f"[{'9' * 401}]", "a number of 401 digits, but at most 400 are read"),
        ("[NaN]", "NaN is not a JSON value"),
    ],
)
def test_message(text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        JsonText(text)
    assert caught.value.fault.message == message


@pytest.mark.parametrize(("text", "at"), [("[1,]", 2), ('{"a":1 , }', 7)])
def test_the_words_do_not_depend_on_the_version_of_python(text: str, at: int) -> None:
    newer = json_fault("Illegal trailing comma before end of object", text, at)
    older = json_fault("Expecting property name enclosed in double quotes", text, text.index(text[-1], at))
    assert newer == older
    assert (
        json_fault("What Python says next year", "[", 1).message == "broken JSON: what Python says next year"
    )


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ('{"a":1,"b":2,"a":3}', {"a": 1, "b": 2}),
        ('{"a":{"x":1},"a":{"y":[1,{"z":2,"z":3}]},"b":2}', {"a": {"x": 1}, "b": 2}),
    ],
)
def test_the_first_of_two_equal_keys_counts(text: str, data: Json) -> None:
    assert JsonText(text).data == data


BREAKS = {
    "LF": ('{"a":1,\n"b":2,\n"a":3}', 3),
    "CRLF": ('{"a":1,\r\n"b":2,\r\n"a":3}', 3),
    "CR": ('{"a":1,\r"b":2,\r"a":3}', 3),
    "NEL, LS and PS are no line ends": ('{"a":"\x85\u2028\u2029",\n"a":3}', 2),
}


@pytest.mark.parametrize("name", BREAKS)
def test_lines_count_as_in_an_editor(name: str) -> None:
    text, line = BREAKS[name]
    assert told(text) == [("PIN004", line, 1)]


def nested(depth: int, opening: str, closing: str) -> str:
    return opening * depth + "1" + closing * depth


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("depth", [63, 64])
def test_depth_within_the_limit(depth: int, opening: str, closing: str) -> None:
    assert told(nested(depth, opening, closing)) == []


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("depth", [65, 1_000, 30_000, 200_000])
def test_depth_beyond_the_limit_is_told_where_it_begins(depth: int, opening: str, closing: str) -> None:
    assert told(nested(depth, opening, closing)) == [("PIN006", 1, 64 * len(opening) + 1)]


def test_many_brackets_side_by_side_are_not_deep() -> None:
    assert told("[" + "[]," * 1000 + "[]]") == []
