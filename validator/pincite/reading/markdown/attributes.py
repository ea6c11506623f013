"""Pandoc's attributes: ``{#id .class key="value"}``."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

ESCAPED = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));"
)
"""A backslash before punctuation, or a character reference."""

_OPENS = re.compile(r"\{\s*(?:[#.][^\s{}]|[A-Za-z_][\w:-]*=|\}|$)")
_ONE = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}"'=]+)
    |\.(?P<class>[^\s{}"'=.\#]+)
    |(?P<key>[A-Za-z_][\w:-]*)=(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>[^\s{}"']+)))
    (?=[\s}])""",
    re.VERBOSE | re.DOTALL,
)
_CLOSE = re.compile(r"\s*\}")


@dataclass(frozen=True)
class Attribute:
    """One ``key="value"`` with the offsets of its value and of its key."""

    value: str
    place: tuple[int, int]
    key: tuple[int, int]


@dataclass
class Attributes:
    """What stands between two braces; ``end`` is the offset behind the second one."""

    end: int = 0
    id: Attribute | None = None
    classes: list[str] = field(default_factory=list)
    pairs: dict[str, Attribute] = field(default_factory=dict)
    repeated: list[tuple[str, int, int]] = field(default_factory=list)


def unescaped(text: str) -> str:
    """Return *text* without Markdown's escapes and with characters for their references."""
    return ESCAPED.sub(_character, text) if "\\" in text or "&" in text else text


def _character(match: re.Match[str]) -> str:
    if match[1] is not None:
        return match[1]
    if match[4] is not None:
        return html.unescape(match[0])
    number = int(match[2], 16) if match[2] else int(match[3])
    valid = 0 < number < 0x110000 and not 0xD800 <= number < 0xE000  # noqa: PLR2004 - Unicode's own bounds
    return chr(number) if valid else "\ufffd"


def attributes_at(text: str, at: int) -> Attributes | int | None:
    """Return the attributes whose brace stands at *at*.

    None where the brace opens none; where it does and they are malformed, the offset up to which they are fine.
    """
    if not text.startswith("{", at) or _OPENS.match(text, at) is None:
        return None
    found = Attributes()
    position = at + 1
    while (close := _CLOSE.match(text, position)) is None:
        one = _ONE.match(text, position)
        if one is None:
            return position
        _add(found, one)
        position = one.end()
    found.end = close.end()
    return found


def _add(found: Attributes, one: re.Match[str]) -> None:
    if one["class"] is not None:
        found.classes.append(one["class"])
        return
    if one["id"] is not None:
        name, key = "#", one.span("id")
        attribute = Attribute(one["id"], key, key)
        if found.id is None:
            found.id = attribute
            return
    else:
        name, key = one["key"], one.span("key")
        group = next(each for each in ("double", "single", "bare") if one[each] is not None)
        attribute = Attribute(
            unescaped(one[group]).replace("\n", " ") if "\n" in one[group] else unescaped(one[group]),
            one.span(group),
            key,
        )
        if name not in found.pairs:
            found.pairs[name] = attribute
            return
    found.repeated.append((name, *key))
