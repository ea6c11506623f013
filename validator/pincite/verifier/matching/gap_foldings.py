"""The foldings of what stands between two letters: each makes one kind of typography equal, and has its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from pincite.verifier.folding.line_ends import DIVISION

if TYPE_CHECKING:
    from collections.abc import Callable

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]")
_LINE_END_HYPHEN = re.compile(rf"{DIVISION}|\u00ad\s*")
_EMPHASIS = re.compile(r"[*_~`]+|<[^<>]{0,80}>")
_NOTE_MARK = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§¶]+|\[[^\[\]]{1,9}\]")
_SINGLE = re.compile("[‘’‚‛′`´ʼʹ＇]")
_DOUBLE = re.compile("[“”„‟″«»「」『』〝〞＂‹›]|''|,,|``")
_DASH = re.compile(r"\s*(?:[–—―⸺⸻‒−]|-{2,}|(?<=\s)-(?=\s))+\s*")
_ELLIPSIS = re.compile(r"\.(?:\s?\.)+|…+|⋯+|‥+")
_HYPHEN = re.compile("[\u2010\u2011‑﹣－]")
_WORD = re.compile(r"\w")
_SLASH = re.compile(r"\s+/{1,2}\s+")
_LINE_END = re.compile(r"[\n\f]")
_BRACKETED = re.compile(r"\s*[\[{(<][^\[\]{}()<>]*[\]})>]\s*")
_AROUND_SIGN = re.compile(r"\s*([^\w\s])\s*")


def alike(quoted: str, printed: str) -> tuple[str, str, tuple[str, ...]]:
    """Return two gaps folded until they are equal, or to the end, and the names of the foldings in which they differ."""
    names: dict[str, None] = {}
    for name, fold in _FOLDINGS:
        if quoted == printed:
            break
        new = fold(quoted), fold(printed)
        if new[0] == new[1] or (new[0] != quoted) != (new[1] != printed):
            names[name] = None
        quoted, printed = new
    return quoted, printed, tuple(names)


def one_space(gap: str) -> str:
    """Return a gap with each run of white space as one space."""
    return " ".join(f"x{gap}x".split())[1:-1]


def _without_words(gap: str) -> str:
    """Return a gap without the furniture of pages in it, which is all that can have letters there."""
    if not _WORD.search(_NOTE_MARK.sub("", gap)):
        return gap
    lines = _LINE_END.split(gap)
    if len(lines) > 1:
        first, last = ("" if _WORD.search(line) else line for line in (lines[0], lines[-1]))
        return f"{first}\n{last}"
    return _BRACKETED.sub(lambda one: " " if one.group()[:1].isspace() else "", gap)


def _joined(gap: str) -> str:
    """Return a gap without a hyphen that stands at a line's end."""
    found = _LINE_END_HYPHEN.match(gap)
    return gap[found.end() :] if found and not gap[found.end() :].strip() else gap


_FOLDINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("page_furniture", _without_words),
    ("line_end_hyphens", _joined),
    ("soft_hyphens", lambda gap: _UNSEEN.sub("", gap)),
    ("white_space", one_space),
    ("normal_form", lambda gap: normalize("NFKC", gap)),
    ("quotation_marks", lambda gap: _DOUBLE.sub('"', _SINGLE.sub("'", gap))),
    ("dashes", lambda gap: _HYPHEN.sub("-", _DASH.sub("—", gap))),
    ("ellipsis", lambda gap: _ELLIPSIS.sub("…", gap)),
    ("quotation_marks", lambda gap: gap.replace('"', "'")),
    ("line_breaks", lambda gap: _SLASH.sub(" ", gap)),
    ("note_marks", lambda gap: _NOTE_MARK.sub("", gap)),
    ("emphasis_marks", lambda gap: _EMPHASIS.sub("", gap)),
    ("white_space", one_space),
    ("white_space", lambda gap: _AROUND_SIGN.sub(r"\1", gap)),
)
"""The foldings in their order, with their names."""
