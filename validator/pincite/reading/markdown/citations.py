"""Pandoc's citations: ``[@id, p. 3; @other, chap. 4]``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TERMS = {
    "book": ("bk.", "bks."),
    "chapter": ("chap.", "chaps."),
    "column": ("col.", "cols."),
    "figure": ("fig.", "figs."),
    "folio": ("fol.", "fols."),
    "issue": ("no.", "nos."),
    "line": ("l.", "ll."),
    "note": ("n.", "nn."),
    "opus": ("op.", "opp."),
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."),
    "part": ("pt.", "pts."),
    "section": ("sec.", "secs."),
    "sub_verbo": ("s.v.", "s.vv."),
    "verse": ("v.", "vv."),
    "volume": ("vol.", "vols."),
}
"""Locator labels of the format that Pandoc knows, with its words for one and for several."""
_OTHERS = (
    "act appendix article_locator bar canon elocation equation rule scene sheet supplement table timestamp "
    "title_locator version"
)
_WORDS = {word: label for label, words in TERMS.items() for word in words}
_WORDS |= {word.rstrip("."): label for word, label in list(_WORDS.items()) if word[:-1].isalpha()}
for _label in [*TERMS, *_OTHERS.split()]:
    _plain = _label.replace("_", " ")
    _WORDS |= {_label: _label, _plain: _label, _label.replace("_", "-"): _label, f"{_plain}s": _label}
_WORDS |= {"f.": "folio", "ff.": "folio", "ch.": "chapter", "§": "section", "§§": "section"}
_WORDS |= {
    "¶": "paragraph",
    "¶¶": "paragraph",
    "number": "issue",
    "art.": "article_locator",
    "app.": "appendix",
}

_CITED = re.compile(r"(?:^|(?<=[\s(]))-?@(?:\{(?P<braced>[^\s{}]+)\}|(?P<key>\w(?:[\w:.#$%&+?<>~/-]*\w)?))")
_LABELLED = re.compile(r"(?P<label>[§¶]+|[^\W\d_]+(?:[._ -][^\W\d_]+)?\.?)\s*(?P<value>\S.*)", re.DOTALL)
_BARE = re.compile(r"(?:[0-9]|[ivxlcdmIVXLCDM]+\b)")


@dataclass(frozen=True)
class Cited:
    """One source of a citation; the places are offsets in the text it was read from."""

    source: str
    place: tuple[int, int]
    key: tuple[int, int]
    locator: dict[str, str] = field(default_factory=dict)
    locator_place: tuple[int, int] = (0, 0)
    note: str = ""


def cited_in(text: str, start: int, end: int) -> list[Cited]:
    """Return what the words between two brackets cite; nothing where they are no citation."""
    found: list[Cited] = []
    if text.find("@", start, end) < 0:
        return found
    for begin, stop in _parts(text, start, end):
        match = _CITED.search(text[begin:stop])
        if match is None:
            if not found:
                return []
            last = found[-1]
            note = "; ".join(each for each in (last.note, text[begin:stop].strip()) if each)
            found[-1] = Cited(
                last.source, (last.place[0], stop), last.key, last.locator, last.locator_place, note
            )
            continue
        group = "braced" if match["braced"] else "key"
        key = (begin + match.start(group), begin + match.end(group))
        behind = begin + match.end()
        locator, suffix = located(text[behind:stop])
        prefix = text[begin : begin + match.start()].strip()
        note = "; ".join(each for each in (prefix, suffix) if each)
        left = len(text[begin:stop]) - len(text[begin:stop].lstrip())
        found.append(
            Cited(match[group], (begin + left, stop), key, locator, _trimmed(text, behind, stop), note)
        )
    return found


def located(words: str) -> tuple[dict[str, str], str]:
    """Return the locator in the words behind a source's id, and what is left of them."""
    locator: dict[str, str] = {}
    last = ""
    parts = words.strip().removeprefix(",").split(",")
    for number, part in enumerate(parts):
        piece = part.strip()
        labelled = _LABELLED.fullmatch(piece)
        label, value = _labelled(labelled) if labelled else ("", "")
        if not label and _BARE.match(piece):
            label, value = last or "page", piece
        if not label:
            return locator, ",".join(parts[number:]).strip()
        locator[label] = f"{locator[label]}, {value}" if label in locator else value
        last = label
    return locator, ""


def _labelled(match: re.Match[str]) -> tuple[str, str]:
    """Return label and value where the first word, or the first two, are a label."""
    whole = _WORDS.get(match["label"].lower())
    if whole:
        return whole, match["value"]
    word, _, rest = match[0].partition(" ")
    return _WORDS.get(word.lower(), ""), rest.strip()


def written(source: str, locator: dict[str, str]) -> str:
    """Return the words for a source and a place in it, as they stand between brackets."""
    parts = [f"@{source}"]
    for label, value in locator.items():
        one, several = TERMS.get(label, (label.replace("_", "-"),) * 2)
        parts.append(f"{several if re.search('[-–,]', value) else one} {value}")
    return ", ".join(parts)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start <= end:
        stop = text.find(";", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end].strip(" ,\n\t")
    at = text.find(words, start, end)
    return at, at + len(words)
