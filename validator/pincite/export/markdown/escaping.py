"""Words become Markdown that says exactly them."""

from __future__ import annotations

import re

_INSIDE = re.compile(r"[\\`*\[\]<&^~$]|(?<![^\W_])_|_(?![^\W_])|(?<![^\W_])@")
_LINE_START = re.compile(r"[-+#>=|:](?!\()|%")
_NUMBERED = re.compile(r"(\(?(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+|\#|@))([.)])(?=\s|$)")
_IN_VALUE = re.compile(r'[\\"&]')
_ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029]")


def escaped(words: str, *, at_start: bool = True) -> str:
    """Return Markdown for words of one paragraph; line ends become hard breaks.

    ``at_start`` says whether they begin a line.
    """
    lines = words.split("\n")
    shown = []
    for number, line in enumerate(lines):
        text = _INSIDE.sub(lambda match: "\\" + match[0], line)
        first = number or at_start
        if first:
            if _LINE_START.match(text):
                text = "\\" + text
            text = _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text
            text = reference(text[0]) + text[1:] if text[:1].isspace() else text
        if number < len(lines) - 1 and text[-1:].isspace():
            text = text[:-1] + reference(text[-1])
        shown.append(_ODD.sub(lambda match: reference(match[0]), text) if _ODD.search(text) else text)
    return "\\\n".join(shown)


def attributes(name: str, classes: tuple[str, ...], values: dict[str, str]) -> str:
    """Return Pandoc's attributes in braces; nothing where there are none."""
    parts = [f"#{name}"] if name else []
    parts = [*(f".{one}" for one in classes), *parts]
    parts += [f'{key}="{_value(value)}"' for key, value in values.items()]
    return "{" + " ".join(parts) + "}" if parts else ""


def _value(value: str) -> str:
    text = _IN_VALUE.sub(lambda match: "\\" + match[0], value)
    return re.sub(r"[\x00-\x1f\x7f-\xa0\u2028\u2029]", lambda match: reference(match[0]), text)


def reference(character: str) -> str:
    """Return the character reference of a character."""
    return f"&#{ord(character)};"
