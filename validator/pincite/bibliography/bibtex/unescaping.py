"""Text as LaTeX writes it, back to characters."""

from __future__ import annotations

import re
import unicodedata

from pincite.bibliography.bibtex.commands import ACCENTS, COMMANDS, SPACING

_TOKEN = re.compile(
    r"\\symbol\s*\{\s*(?P<number>[0-9]{1,7})\s*\}"
    r"|\\(?P<accent>[`'^\"~=.]|[cvuHkrdb](?![A-Za-z]))\s*(?P<empty>\{\s*\})?"
    r"|\\(?P<command>[A-Za-z]+)[ \t\r\n]*"
    r"|\\(?P<sign>.?)"
    r"|(?P<braces>[{}$]+)"
    r"|(?P<space>[ \t\r\n]+)"
    r"|(?P<dashes>---?)|(?P<quotes>``|'')"
    r"|(?P<text>[^\\{}~$\-`' \t\r\n]+|.)",
    re.DOTALL,
)
_SIGNS = {
    "\\": " ",
    "-": "",
    "/": "",
    "@": "",
    "(": "",
    ")": "",
    "[": "",
    "]": "",
    "": "",
    "\n": " ",
    ",": "\u2009",
}
_JOINED = {"--": "–", "---": "—", "``": "“", "''": "”"}
_MARKED = re.compile(r"[\\{}~$]|--|``|''|[^\x00-\x7f]")
"""What a value has that is not plain text; white space beyond ASCII's is kept as it is."""
_LAST = 0x10FFFF


def plain(value: str) -> str:
    """Return the characters that a field's value stands for.

    Accents and names of signs become the characters; braces and commands for the looks of things go, and what they are about
    stays. Runs of white space are one space, and none stands at the ends.
    """
    if _MARKED.search(value) is None:
        return " ".join(value.split())
    found = _Found()
    for token in _TOKEN.finditer(value):
        kind = token.lastgroup
        if kind == "number":
            code = int(token["number"])
            found.add(chr(code) if code <= _LAST else "�")
        elif kind in {"accent", "empty"}:
            if token["empty"]:
                found.add(SPACING.get(token["accent"], ""))
            else:
                found.add_accent(ACCENTS[token["accent"]])
        elif kind != "braces":
            text = " " if kind == "space" else _text(token)
            if text == " ":
                found.is_spaced = True
            else:
                found.add(text)
    return "".join(found.pieces)


def address(value: str) -> str:
    """Return an address or DOI, which many programs write escaped."""
    bare = re.sub(r"\\url\s*\{([^{}]*)\}", r"\1", value)
    bare = bare.replace(r"\textasciitilde", "~").replace(r"\textunderscore", "_").replace(r"$\sim$", "~")
    return re.sub(r"\\([%&#_$~^{}])|[{}]|\s+", lambda found: found[1] or "", bare)


class _Found:
    """The characters so far, with what waits for the next: an accent, a space."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._accent = ""
        self.is_spaced = False

    def add_accent(self, accent: str) -> None:
        """Take a mark for the letter that comes next."""
        self._space()
        self._accent = accent

    def add(self, text: str) -> None:
        """Take a text; an empty one changes nothing."""
        if not text:
            return
        if self._accent:
            base = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
            text = unicodedata.normalize("NFC", base + self._accent) + text[1:]
            self._accent, self.is_spaced = "", False
        self._space()
        self.pieces.append(text)

    def _space(self) -> None:
        if self.is_spaced and self.pieces:
            self.pieces.append(" ")
        self.is_spaced = False


def _text(token: re.Match[str]) -> str:
    if token["command"] is not None:
        return COMMANDS.get(token["command"], "")
    if token["sign"] is not None:
        return _SIGNS.get(token["sign"], token["sign"])
    joined = token["dashes"] or token["quotes"]
    if joined:
        return _JOINED[joined]
    return "\u00a0" if token["text"] == "~" else token["text"]
