"""Texts of sources as they are compared: what typists and printers vary does not count, what makes another text of them does."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from pincite.model.names import put_together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Archive, Name

_WORD = re.compile(r"[^\s+#]+(?:[+#]+(?![^\s+#]))?")
"""Letters and digits, with the signs at their end that make another word of them, as in ``C++``."""
_SIGNS = frozenset("$%<=>‰‱")
"""Signs that are read as words, besides those of money, of mathematics and pictures of things."""
_NO_WORDS = frozenset("|~¦©®℗−")
"""Symbols that printers set as ornaments or dashes, or leave out."""
_SPACES = {
    code: f" {chr(code)} " if chr(code) in _SIGNS else " "
    for code in range(128)
    if not chr(code).isalnum() and chr(code) not in "+#"
}
_MARKED = re.compile(r"[-‐‑‒–—−./]\s*[0-9]|⁄")
"""Where there may be a mark of a number."""
_FRACTION = re.compile(r"(?<![0-9/])([0-9])/([0-9])(?![0-9/])")
_POINT = re.compile(r"(?<=[0-9])\.(?=[0-9])")
_SPAN = re.compile(r"(?<=[0-9])(?:[-‐‑‒–—−]\s*|\s+[-‐‑‒–—−]\s+)(?=[0-9])")
_MINUS = re.compile(r"(?<![^\s(\[])[-‐‑‒–−](?=[0-9])")
_HELD = {0xE000: "⁄", 0xE001: ".", 0xE002: " - ", 0xE003: "-"}
"""The marks of numbers, by what stands for them while marks between words are taken out."""
_FIRST_HELD = chr(min(_HELD))
_NOT_HELD = dict.fromkeys(_HELD, " ")
_ORDINAL = re.compile(r"([0-9]+)(?:st|nd|rd|th)?")
_ROMAN = re.compile(r"(?=[ivx])(xl|x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_IN_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
_SAID = {
    "volume": frozenset({"volume", "vol", "v", "band", "bd", "tome", "t"}),
    "issue": frozenset({"issue", "number", "no", "nr", "heft"}),
    "number": frozenset({"number", "no", "nr"}),
    "report": frozenset({"number", "no", "nr"}),
    "edition": frozenset({"edition", "edn", "ed", "auflage", "aufl"}),
    "box": frozenset({"box"}),
    "folder": frozenset({"folder"}),
    "item": frozenset({"item"}),
}
"""Words in a number that the member's own name says already."""
_IN_ROMAN = frozenset({"volume", "issue", "number", "edition"})
"""Members whose numbers are printed in Roman digits as well; a box V stands beside the boxes U and W.

The number of a report (*report*) is one of a list that has both, I and 1.
"""
_DOUBLE = frozenset({"volume", "issue"})
"""Members whose numbers are those of several in one: ``1/2`` is ``1-2``."""
_ADDRESS = re.compile(r"https?://([^/?#]*)([^#]*)(.*)", re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the words of a text in lower case with single spaces between; marks between them do not count.

    Letters keep their accents, in whatever way these are encoded. Signs that are read as words count as words (``%``, ``<``,
    ``€``, pictures of things), and so do the marks of numbers: ``1.5``, ``1-5``, ``-5`` and ``1/5`` are not ``1 5``. A text
    of marks alone stands for itself: it is not empty.
    """
    is_ascii = text.isascii()
    if is_ascii:
        lower = text.lower()
    else:
        lower = normalize("NFKC", normalize("NFKC", text).casefold())
        if max(lower, default="") >= _FIRST_HELD:
            lower = lower.translate(_NOT_HELD)
    may_be_marked = not is_ascii or "-" in lower or "." in lower or "/" in lower
    is_marked = may_be_marked and _MARKED.search(lower) is not None
    held = _with_numbers_held(lower) if is_marked else lower
    spaced = held.translate(_SPACES) if is_ascii else "".join(map(_spaced, held))
    if is_marked:
        spaced = spaced.translate(_HELD)
    return " ".join(_WORD.findall(spaced)) or " ".join(lower.split())


def _with_numbers_held(text: str) -> str:
    """Return a text with other characters for the marks of numbers, which tells them from those between words."""
    text = _FRACTION.sub("\\1\ue000\\2", text).replace("⁄", "\ue000")
    return _MINUS.sub("\ue003", _SPAN.sub("\ue002", _POINT.sub("\ue001", text)))


@lru_cache(maxsize=4096)
def _spaced(letter: str) -> str:
    """Return a letter, a digit or an accent as it is, a sign that is read as a word, nothing for what is not seen, else a space."""
    kind = category(letter)
    if (
        letter in "+#\ue000\ue001\ue002\ue003"
        or kind[0] in "LN"
        or (kind[0] == "M" and not "\ufe00" <= letter <= "\ufe0f")
    ):
        return letter
    if letter in _SIGNS or (kind in {"Sc", "Sm", "So"} and letter not in _NO_WORDS):
        return f" {letter} "
    return "" if kind in {"Cf", "Mn"} else " "


@lru_cache(maxsize=4096)
def counted(text: str, member: str) -> str:
    """Return a number as it is compared: ``Vol. IV`` and ``4`` as a *volume*, ``2nd ed.`` and ``second`` as an *edition*."""
    words = folded(text.replace("/", "-") if member in _DOUBLE else text).split()
    said = _SAID.get(member, frozenset())
    if len(words) > 1 and words[0] in said:
        del words[0]
    if len(words) > 1 and words[-1] in said:
        del words[-1]
    return " ".join(_numeral(word, is_roman=member in _IN_ROMAN) for word in words)


def _numeral(word: str, *, is_roman: bool) -> str:
    word = _IN_WORDS.get(word, word)
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal is not None:
        return ordinal[1].lstrip("0") or "0"
    if is_roman and _ROMAN.fullmatch(word):
        values = [_ROMAN_DIGITS[letter] for letter in word]
        return str(
            sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
        )
    return word


def people(names: Sequence[Name] | None) -> list[str]:
    """Return names as they are compared: their parts in the order in which they are said, else as they are printed."""
    return [_named(one) for one in names or ()]


def people_known(names: Sequence[Name] | None) -> list[str]:
    """Return names as ``people``, each with its id where one is given: of two people with one name it tells who is who."""
    return [f"{_named(one)} {address(one['id'])}" if "id" in one else _named(one) for one in names or ()]


def _named(name: Name) -> str:
    return folded(put_together(name) or name.get("literal", "") or name.get("id", ""))


@lru_cache(maxsize=4096)
def address(url: str) -> str:
    """Return the address of a page without what leads to the same page: its scheme, capitals of the host, the last slash.

    Its fragment goes, too, unless programs in the page take it for a path (``#!``, ``#/``).
    """
    found = _ADDRESS.fullmatch(url.strip())
    if found is None:
        return url.strip()
    host, path, fragment = found[1].lower(), found[2].rstrip("/"), found[3]
    host = host.removesuffix(":80").removesuffix(":443")
    return f"{host}{path}{fragment if fragment.startswith(('#!', '#/')) else ''}"


def archive_of(archive: Archive) -> dict[str, str]:
    """Return where something is kept as it is compared; the address of its entry counts where it alone tells the place."""
    found = {name: counted(str(value), name) for name, value in sorted(archive.items()) if name != "url"}
    if "url" in archive and not found.keys() & {"box", "folder", "item"}:
        found["url"] = address(archive["url"])
    return found
