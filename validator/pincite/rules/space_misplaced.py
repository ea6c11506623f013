"""A citation has a space where none belongs, two where one does, or none where one does.

## Why

Stray spaces come from copying and line breaks; a search for the document number then finds half of its uses. A no-break space
may hold a number to its word ("p. 4") but has no business behind a comma or beside another space. French sets a space before
; : ! and ?, and inside its quotation marks.

In an article's own file, the space can be mended by a fix. It is safe unless it is a space at a slash between words, which may be one of
two, or before a mark where the article does not say in which language it is.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "( The Bell Book, Ada Fenn , no. 12 /4,  1871)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, no. 12/4, 1871, p. 4)"
      - raw: "(Songs / Lieder, A. B. Fenn . . . 1871)"
```

```yaml
article: {title: The harbour clock, language: fr}
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(« La cloche » : un livre, Ada Fenn ; 1871)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.phrases import declared_language, language_of
from pincite.rules.raw_citations import RawCitation, matches, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix


RULE = Rule(
    "PIN223",
    "space-misplaced",
    "info",
    "A citation has a space where none belongs, two where one does, or none where one does.",
    fix="both",
)


class _Fault(NamedTuple):
    """A fault of spacing: strings of which one stands wherever it is, what finds it, what it is called, and the right space."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    what: str
    right: str = ""


_FAULTS = (
    _Fault(("( ", "[ "), re.compile(r"[(\[] +\S?"), "a space inside the opening bracket"),
    _Fault((" )", " ]"), re.compile(r"(?<!\s) +[)\]]"), "a space inside the closing bracket"),
    _Fault((" ,",), re.compile(r"(?<![\s.…]) +,(?!,)"), "a space before the comma"),
    _Fault((" .",), re.compile(r"(?<![\s.…]) +\.(?=[\s)\]]|$)(?! \.)"), "a space before the full stop"),
    _Fault((" /",), re.compile(r"(?<=[^\s/]) +/(?=[^\s/])"), "a space before the slash"),
    _Fault(("/ ",), re.compile(r"(?<=[^\s/])/ +(?=[^\s/])"), "a space behind the slash"),
    _Fault(("  ",), re.compile(r"(?<![\s.!?:…]) {2,}(?=[^\s)\],.;:/])"), "more than one space", " "),
)
_IN_MOST_LANGUAGES = _Fault(
    (" ;", " :", " !", " ?"), re.compile(r"(?<=[^\s:;!?]) +[;:!?](?![)(\w/-])"), "a space before the mark"
)
_SPACED_MARK = re.compile(r" [)\],./ ;:!?]")
"""Finds a sign of any of them that begins with a space, to which a search jumps."""
_BEHIND_COMMA = _Fault(
    ("\u00a0", "\u202f"),
    re.compile("(?<=[,;])[\u00a0\u202f](?=\\S)"),
    "a no-break space behind the comma",
    " ",
)
_UNSPACED = _Fault((",",), re.compile(r",(?<=[^\W\d_]{2},)(?=[^\W\d_]{2})"), "no space behind the comma", " ")
_SPACE = re.compile(r"\s+")
_CONTEXT = 14
"""How much of a word beside the space a finding marks: a space alone is hard to see."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each space of a printed citation that is too many or too few."""
    printed = document.printed("citations")
    plain = _plain(printed)
    faults = _FAULTS if language_of(document) == "fr" else (*_FAULTS, _IN_MOST_LANGUAGES)
    spaced = _SPACED_MARK.search(plain) or "( " in plain or "[ " in plain or "/ " in plain
    for fault in faults if spaced else ():
        if not any(sign in plain for sign in fault.signs):
            continue
        for one in raw_citations(document):
            words = _plain(one.raw)
            if any(sign in words for sign in fault.signs):
                yield from _told(document, one, fault.pattern.finditer(words), fault)
    if "\u00a0" in printed or "\u202f" in printed:
        for one, found in matches(document, _BEHIND_COMMA.pattern):
            yield from _told(document, one, (found,), _BEHIND_COMMA)
    for one, found in matches(document, _UNSPACED.pattern):
        yield from _told(document, one, (found,), _UNSPACED)


def _plain(words: str) -> str:
    """Return *words* with plain spaces alone, offsets kept."""
    return words.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")


_SHOWN = 80
"""Code points of a piece that a message shows."""


def _told(
    document: Document, one: RawCitation, places: Iterable[re.Match[str]], fault: _Fault
) -> Iterator[Finding]:
    for found in places:
        if "://" in one.raw and _in_address(one.raw, found.start()):
            continue
        start, end = _with_neighbours(one.raw, found.start(), found.end())
        shown = one.raw[start : min(end, start + _SHOWN)].replace("\u00a0", "⍽").replace("\u202f", "⍽")
        yield document.finding(
            RULE,
            one.at,
            f"{one.name} has {fault.what}: '{shown}'",
            hint="put a single space behind the comma" if fault is _UNSPACED else "take it out",
            span=piece(document, one, start, end),
            printed=[one.raw[start:end]] if end - start <= _SHOWN else (),
            fix=_fix(document, one, found, fault),
        )


def _fix(document: Document, one: RawCitation, found: re.Match[str], fault: _Fault) -> Fix | None:
    """Return the fix that puts the right space in the place of the wrong one, or none in its place."""
    space = _SPACE.search(one.raw, found.start(), found.end())
    start, end = space.span() if space else (found.end(), found.end())
    # "Songs/ Lieder" may have lost the other space; a figure tells that the slash is one of a number
    doubtful = "slash" in fault.what and not (one.raw[found.start() - 1] + one.raw[found.end()]).isdecimal()
    doubtful |= fault is _IN_MOST_LANGUAGES and declared_language(document) is None
    title = "put a space behind the comma" if fault is _UNSPACED else "take the space out"
    if fault.right and space:
        title = "make it one plain space"
    return rewritten(document, title, "unsafe" if doubtful else "safe", [Piece(one, start, end, fault.right)])


def _with_neighbours(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return the piece with the rest of the words that it touches, as far as they are short."""
    low, high = start, end
    while low > max(0, start - _CONTEXT) and not raw[low - 1].isspace():
        low -= 1
    while high < min(len(raw), end + _CONTEXT) and not raw[high].isspace():
        high += 1
    return low, high


def _in_address(raw: str, at: int) -> bool:
    word = raw[: at + 1].rpartition(" ")[2]
    return "://" in word
