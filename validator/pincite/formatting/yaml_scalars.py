"""Keys and plain values as ``pincite convert`` writes them, which leaves it to PyYAML: its choices, made at once for whole texts.

PyYAML looks at each character several times; here patterns do, and tests hold both against one another.
"""

from __future__ import annotations

import re

import yaml

from pincite.yaml_style import BREAKS, LITERAL, NUMBER, WIDTH

_INDENT = 2

_ALLOWED = "\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe"
_FORBIDDEN = re.compile(f"[^{_ALLOWED}{BREAKS}]| [{BREAKS}]")
"""What only double quotation marks hold: characters to be escaped, and spaces before a line end."""
_LED = r"""\A(?:---|\.\.\.|[ #,\[\]{}&*!|>'"%@`]|[-?:](?: |\Z))| #|:(?: |\Z)| \Z"""
_NOT_PLAIN = re.compile(f"{_LED}|[{BREAKS}]|[^{_ALLOWED}]")
_NOT_PLAIN_IN_FLOW = re.compile(rf"{_LED}|\A\?|[,?\[\]{{}}:]|[{BREAKS}]|[^{_ALLOWED}]")
_RESOLVERS = yaml.SafeDumper.yaml_implicit_resolvers

_ESCAPED = re.compile("[^ !#-\\[\\]-~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_STOPS = re.compile(f" |{_ESCAPED.pattern}")
_SINGLE_SPACE = re.compile("(?<! ) (?! )")
_NAMES = yaml.emitter.Emitter.ESCAPE_REPLACEMENTS
_LATIN, _BASIC = "\xff", "\uffff"


def style_of(text: str, *, flow: bool = False, key: bool = False) -> str:
    """Return the style of a text: empty for none, ``"``, ``'``, or ``|`` for a literal block."""
    if not text or NUMBER.fullmatch(text):
        return '"'
    if "\n" in text and LITERAL.fullmatch(text):
        return '"' if flow or key else "|"
    if not (_NOT_PLAIN_IN_FLOW if flow else _NOT_PLAIN).search(text) and not _is_typed(text):
        return ""
    single = '"' in text or "\\" in text
    if single and not _FORBIDDEN.search(text) and not re.search(f"[{BREAKS}]", text):
        return "'"
    return '"'


def on_one_line(text: str, *, flow: bool = False, key: bool = False) -> str:
    """Return a text as a plain value that is not folded; a literal block becomes a quoted text."""
    style = style_of(text, flow=flow, key=key)
    if not style:
        return text
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def folded(text: str, column: int, indent: int, *, flow: bool = False) -> str:
    """Return a text that begins at *column* and is folded where it is long; its further lines stand at *indent*."""
    style = style_of(text, flow=flow)
    if style == "|":
        return literal(text, indent)
    if style == '"':
        return _in_double_marks(text, column, indent)
    if style == "'":
        return _folded_at_spaces("'" + text.replace("'", "''") + "'", column, indent, marks=1)
    return _folded_at_spaces(text, column, indent, marks=0)


def literal(text: str, indent: int, comment: str = "") -> str:
    """Return a text as a literal block, with a comment behind its indicator."""
    return f"{literal_head(text)}{comment}\n{literal_body(text, indent)}"


def literal_head(text: str) -> str:
    """Return the indicator of a literal block: whether it begins with blanks, and how it ends."""
    led = f"{_INDENT}" if text[0] in f" {BREAKS}" else ""
    if text[-1] not in BREAKS:
        return f"|{led}-"
    return f"|{led}+" if len(text) == 1 or text[-2] in BREAKS else f"|{led}"


def literal_body(text: str, indent: int) -> str:
    """Return the lines of a literal block."""
    pad = " " * indent
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([f"{pad}{line}" if line else "" for line in lines])


def keeps_line_ends(text: str) -> bool:
    """Return whether a literal block of a text ends in empty lines that are part of it."""
    return literal_head(text).endswith("+")


def _is_typed(text: str) -> bool:
    """Return whether a reader of YAML 1.1 takes a bare text for something else."""
    return any(pattern.match(text) for first in (text[0], None) for _, pattern in _RESOLVERS.get(first, ()))


def _folded_at_spaces(text: str, column: int, indent: int, *, marks: int) -> str:
    """Return a text with line ends for those single spaces that stand behind the width, except beside its marks."""
    if column + len(text) <= WIDTH:
        return text
    lines: list[str] = []
    start, first = 0, 2 * marks
    while True:
        found = _SINGLE_SPACE.search(text, start + max(WIDTH + 1 - column, first))
        if found is None or found.end() >= len(text) - marks:
            lines.append(text[start:])
            return f"\n{' ' * indent}".join(lines)
        lines.append(text[start : found.start()])
        start, column, first = found.end(), indent, 0


def _in_double_marks(text: str, column: int, indent: int) -> str:
    """Return a text between double quotation marks, folded by backslashes at the ends of lines."""
    if column + len(text) <= WIDTH and not _ESCAPED.search(text):
        return f'"{text}"'
    lines = _MarkedLines(text, column, indent)
    last = len(text) - 1
    for stop in _STOPS.finditer(text):
        at = stop.start()
        if stop[0] != " ":
            lines.escape(at, _escape(stop))
        if 0 < at < last and lines.column + at - lines.start > WIDTH:
            lines.end(at)
        elif stop[0] != " " and at + 1 < last and lines.column > WIDTH and not _STOPS.match(text, at + 1):
            lines.end(at + 1)
    return "".join([*lines.parts, text[lines.start :], '"'])


class _MarkedLines:
    """The lines of a text between double quotation marks; ``column`` is where its rest, from ``start`` on, comes to stand."""

    def __init__(self, text: str, column: int, indent: int) -> None:
        self.parts = ['"']
        self.column = column + 1
        self.start = 0
        self._text = text
        self._indent = indent

    def escape(self, at: int, written: str) -> None:
        """Take all before a character, and its escape."""
        self._take(at)
        self.parts.append(written)
        self.column += len(written)
        self.start = at + 1

    def end(self, at: int) -> None:
        """Take all before a character and end the line; a space at the beginning of the next is escaped."""
        self._take(at)
        self.parts.append(f"\\\n{' ' * self._indent}")
        self.column = self._indent
        if self._text[self.start] == " ":
            self.parts.append("\\")
            self.column += 1

    def _take(self, at: int) -> None:
        if self.start < at:
            self.parts.append(self._text[self.start : at])
            self.column += at - self.start
            self.start = at


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if char in _NAMES:
        return f"\\{_NAMES[char]}"
    return (
        f"\\x{ord(char):02X}"
        if char <= _LATIN
        else f"\\u{ord(char):04X}"
        if char <= _BASIC
        else f"\\U{ord(char):08X}"
    )
