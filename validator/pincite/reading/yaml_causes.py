"""Where YAML went wrong, as opposed to where the parser noticed: an open mark, a bracket, a key without colon."""

from __future__ import annotations

import re

_CLOSING = {"[": "]", "{": "}"}
_KEY_END = re.compile(r":(?=\s|$)")
_QUOTE_IT = "put a value that holds a colon into quotation marks"
_KEY = ("a key needs a colon and a space behind it", "write it as 'name: value'")

Misplaced = tuple[str, "str | None", int, "int | None"]
"""What is wrong, a hint, and the offsets where it begins and ends (None: one character)."""


def misplaced_fault(problem: str, context: str, text: str, start: int | None, at: int) -> Misplaced | None:
    """Return the cause of a parser's complaint where that lies elsewhere than the complaint, else None.

    *context* is what the parser was in, since *start*; *at* is where it gave up.
    """
    if "mapping values are not allowed" in problem:
        return _colon(text, at)
    if start is None or start >= len(text):
        return None
    if "quoted scalar" in context and "end of stream" in problem:
        return "this quotation mark is never closed", f"its closing {text[start]} is missing", start, None
    if "simple key" in context and "':'" in problem:
        return (*_KEY, start, _line_end(text, start))
    if "flow" in context and _is_open(text, start, at):
        return "this bracket is never closed", f"its {_CLOSING.get(text[start], ']')} is missing", start, None
    return None


def _is_open(text: str, start: int, at: int) -> bool:
    """Return whether the bracket at *start* was forgotten, rather than a comma before *at*."""
    if at >= len(text.rstrip()) or (text[at] in "]}" and text[at] != _CLOSING.get(text[start])):
        return True
    line = _line_start(text, at)
    return line > start and _indentation(text, line) <= _indentation(text, _line_start(text, start))


def _colon(text: str, at: int) -> Misplaced:
    """Return the fault of a colon that makes no key: a second one in its line, or the line above has none."""
    line = _line_start(text, at)
    problem = "this colon stands where no key can be"
    if _KEY_END.search(text[line:at]):
        return problem, _QUOTE_IT, at, None
    above = [
        each
        for each in re.finditer(r"[^\r\n]+", text[:line])
        if each[0].strip() and each[0].lstrip()[0] != "#"
    ]
    if above and not _KEY_END.search(above[-1][0]) and not _continues(above):
        begin = above[-1].start() + _indentation(text, above[-1].start())
        return (*_KEY, begin, above[-1].end())
    return problem, f"indent this line like the key above it, or {_QUOTE_IT}", at, None


def _continues(lines: list[re.Match[str]]) -> bool:
    """Return whether the last of the lines goes on with a value that began behind a key further up."""
    key = next((each for each in reversed(lines) if _KEY_END.search(each[0])), None)
    if key is None:
        return False
    has_value = re.search(r":\s+[^\s#]", key[0]) is not None
    last = lines[-1][0]
    return has_value and len(last) - len(last.lstrip(" ")) > len(key[0]) - len(key[0].lstrip(" "))


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"[\r\n]|$").search(text, at)
    return found.start() if found else len(text)


def _indentation(text: str, line: int) -> int:
    """Return how far the line's text is indented; dashes of a list count as indentation."""
    found = re.compile(r"(?: |-(?= ))*").match(text, line)
    return found.end() - line if found else 0
