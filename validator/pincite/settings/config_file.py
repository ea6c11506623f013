"""A configuration file: its table, and on which line each value stands."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from pincite.reading.opening import open_regular
from pincite.settings import ConfigError

if TYPE_CHECKING:
    from typing import TypeAlias

    from pincite.model.json_value import JsonObject

    Keys: TypeAlias = "tuple[str, ...]"

MAX_BYTES = 256 * 1024
"""Bytes of a configuration; one with more is none."""
MAX_DEPTH = 64
"""Parts of a dotted key; TOML's parser goes over all of them again for each."""

PYPROJECT = "pyproject.toml"
_TABLE = ("tool", "pincite")
"""Where a ``pyproject.toml`` holds the configuration."""

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({_DOTTED})[ \t]*\]")
_ASSIGNMENT = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PART = re.compile(_KEY)
_DEEP = re.compile(rf"(?<![\w-]){_KEY}(?:[ \t]*\.[ \t]*{_KEY}){{{MAX_DEPTH}}}")
_AT = re.compile(r"\(at line (\d+), column \d+\)")


class ConfigFile(NamedTuple):
    """One configuration as it was read."""

    path: str
    table: JsonObject
    lines: dict[Keys, int]
    text: list[str]

    def line_of(self, keys: Keys, item: str | None = None) -> int | None:
        """Return the line of the value at *keys*, or of the nearest around it; with *item*, of that text in it."""
        found = next((self.lines[keys[:n]] for n in range(len(keys), 0, -1) if keys[:n] in self.lines), None)
        if found is None or item is None:
            return found
        nearby = (number for number in range(found, len(self.text) + 1) if item in self.text[number - 1])
        return next(nearby, found)


def read_config(path: str, *, whole: bool | None = None) -> ConfigFile | None:
    """Return the configuration in a file, None for a ``pyproject.toml`` without one; raises ConfigError."""
    try:
        with open_regular(path) as stream:
            content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(path, None, f"cannot read the configuration: {reason.lower()}") from None
    inner = path.endswith(PYPROJECT) if whole is None else not whole
    if inner and b"pincite" not in content:
        return None
    if len(content) > MAX_BYTES:
        raise ConfigError(path, None, f"a configuration has at most {MAX_BYTES // 1024} KiB")
    table = _table(path, content)
    text = content.decode("utf-8").split("\n")
    lines = _lines(text, _TABLE if inner else ())
    if inner:
        for name in _TABLE:
            value = table.get(name)
            if value is None:
                return None
            if not isinstance(value, dict):
                raise ConfigError(path, lines.get(_TABLE[:1]), f"'{name}' must be a table")
            table = value
        depth = len(_TABLE)
        lines = {
            keys[depth:]: line for keys, line in lines.items() if keys[:depth] == _TABLE and keys[depth:]
        }
    return ConfigFile(path, table, lines, text)


def _table(path: str, content: bytes) -> JsonObject:
    line: int | None
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415 - only where there is a configuration
    else:
        import tomli as tomllib  # noqa: PLC0415

    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(path, line, f"byte 0x{content[error.start]:02x} is not UTF-8") from None
    if text.count(".") >= MAX_DEPTH and (deep := _DEEP.search(text)):
        line = text.count("\n", 0, deep.start()) + 1
        raise ConfigError(path, line, "the values are nested too deeply")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ConfigError(path, None, "the values are nested too deeply") from None
    except ValueError as error:  # a number of thousands of digits is not the parser's own error
        at = _AT.search(str(error))
        line = int(at[1]) if at else text.count("\n") + 1 if "at end of document" in str(error) else None
        words = re.sub(r" \(at [^()]*\)$", "", str(error))
        raise ConfigError(path, line, f"this is not TOML: {words[:1].lower()}{words[1:]}") from None


def _lines(text: list[str], within: Keys) -> dict[Keys, int]:
    """Return the line of each key that begins one, as far as it leads to a table or stands in it.

    TOML's parser does not tell; within inline tables nobody needs it.
    """
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    multiline: str | None = None
    for number, line in enumerate(text, 1):
        if multiline is not None:
            if line.count(multiline) % 2:
                multiline = None
            continue
        header = _HEADER.match(line)
        if header:
            table = _parts(header[1])
            keys = table
        elif assignment := _ASSIGNMENT.match(line):
            keys = table + _parts(assignment[1])
        else:
            keys = ()
        if keys[: len(within)] == within[: len(keys)]:
            for length in range(1, len(keys) + 1):
                found.setdefault(keys[:length], number)
        multiline = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), None)
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") if part[0] in "\"'" else part for part in _PART.findall(dotted))
