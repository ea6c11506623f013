"""Broken JSON in words of our own: those of Python's parser differ from version to version."""

from __future__ import annotations

import re

from pincite.reading.fault import Fault
from pincite.reading.rules import syntax_invalid

_NO_SPACE = " \t\r\n"


def json_fault(problem: str, text: str, at: int) -> Fault:
    """Return the fault for what ``json`` refused: its message, the text and the offset it names."""
    comma = _trailing_comma(problem, text, at)
    if comma is not None:
        return _fault("a comma stands after the last item", "remove it", comma)
    end = len(text.rstrip(_NO_SPACE))
    if (
        problem.startswith("Expecting ")
        and at >= end
        and not problem.startswith(("Expecting value", "Expecting ':'"))
    ):
        opening = _open_bracket(text)
        if opening is not None:
            closing = "}" if text[opening] == "{" else "]"
            return _fault("this bracket is never closed", f"its {closing} is missing", opening)
    if problem.startswith("Invalid control character") and text[at : at + 1] in {"\n", "\r"}:
        opening = _open_quotation_mark(text, at)
        return _fault(
            "this text has no closing quotation mark in its line",
            "close it, or write \\n for a line break inside it",
            opening,
        )
    at = min(at, end)
    if problem.startswith("Expecting value"):
        return _value_missing(text, at)
    for start, message, hint in _PROBLEMS:
        if problem.startswith(start):
            return _fault(message.format(ord(text[at]) if at < len(text) else 0), hint, at)
    return _fault(problem[:1].lower() + problem[1:], None, at)


_PROBLEMS = (
    ("Unexpected UTF-8 BOM", "a second byte order mark (U+{:04X}) stands at the beginning", "remove it"),
    ("Expecting property name", "a key in double quotation marks is wanted", None),
    ("Expecting ':'", "a colon is wanted after the key", None),
    ("Expecting ','", "a comma or the closing bracket is wanted", None),
    (
        "Extra data",
        "something follows the end of the document",
        "write one document a line into NAME.pincite.jsonl",
    ),
    ("Unterminated string", "this text has no closing quotation mark", None),
    (
        "Invalid control character",
        "the character U+{:04X} stands in a text",
        "write it as an escape, such as \\n or \\u0000",
    ),
    ("Invalid \\uXXXX", "\\u is not followed by four hexadecimal digits", "write \\\\ for a backslash"),
    ("Invalid \\", "a backslash stands before a character that needs none", "write \\\\ for a backslash"),
)
"""What Python's message begins with, what is said instead, and the hint."""


def _trailing_comma(problem: str, text: str, at: int) -> int | None:
    """Return the offset of the comma before a closing bracket, if that is the problem."""
    if problem.startswith("Illegal trailing comma"):
        return at
    before = text[:at].rstrip(_NO_SPACE)
    if text[at : at + 1] in {"}", "]"} and before.endswith(",") and problem.startswith("Expecting"):
        return len(before) - 1
    return None


def _value_missing(text: str, at: int) -> Fault:
    if not text.strip(_NO_SPACE):
        return _fault("the file is empty", None, 0)
    if at >= len(text.rstrip(_NO_SPACE)):
        return _fault("the file ends where a value is wanted", None, at)
    return _fault("a value is wanted", "text stands in double quotation marks", at)


_PART = re.compile(r'"(?:[^"\\\r\n]|\\.)*"?|[{}\[\]]')
"""A text, closed or not, or a bracket."""


def _open_bracket(text: str) -> int | None:
    """Return the offset of the last bracket that nothing closes."""
    opened: list[int] = []
    for part in _PART.finditer(text):
        if part[0] in {"{", "["}:
            opened.append(part.start())
        elif part[0] in {"}", "]"} and opened:
            opened.pop()
    return opened[-1] if opened else None


def _open_quotation_mark(text: str, at: int) -> int:
    """Return the offset of the mark that opens the text in which *at* stands."""
    return next((part.start() for part in _PART.finditer(text) if part.end() >= at), at)


def _fault(message: str, hint: str | None, at: int) -> Fault:
    return Fault(syntax_invalid.RULE, f"broken JSON: {message}", hint, at, at + 1)
