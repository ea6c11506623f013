"""What the article's short archive codes stand for, where the article says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.segment.found import FoundCitation
    from pincite.model.format import ArchiveEntry

_URL = re.compile(r"https?://[^\s<>\"“”«»]+[^\s<>\"“”«».,;:!?)\]]")


def archive_legend(
    text: str, citations: Iterable[FoundCitation], codes: Iterable[str], lexicon: Lexicon
) -> dict[str, ArchiveEntry]:
    """Return the codes that *text* explains: "CODE: Name", "CODE = Name", "Name (CODE)", "Name, hereafter CODE".

    Its citations use the codes and explain none. A code that is explained in two ways is left out: which one holds is
    not ours to pick.
    """
    text = _without(text, citations)
    found: dict[str, ArchiveEntry] = {}
    for code in codes:
        entries = [*_lines(text, code, lexicon), *_brackets(text, code, lexicon)]
        if len({entry.get("name") for entry in entries}) == 1:
            found[code] = entries[0]
    return found


def _without(text: str, citations: Iterable[FoundCitation]) -> str:
    """Return an article's text without its citations."""
    kept, at = [], 0
    for start, end in sorted((citation.start, citation.end) for citation in citations):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _lines(text: str, code: str, lexicon: Lexicon) -> list[ArchiveEntry]:
    """Return what lines and sentences such as "HMA: Harbour Museum Archive" say."""
    stands_for = any_of(lexicon.words("hereafter"))
    pattern = rf"(?:^|[;.(]\s*)[“\"]?{re.escape(code)}[”\"]?\s*(?:[:=–—]|{stands_for})\s*(?P<rest>[^\n;]+)"
    article, name = any_of(lexicon.words("articles")), _name(lexicon)
    entries: list[ArchiveEntry] = []
    for found in re.finditer(pattern, text, re.MULTILINE):
        rest = found["rest"].strip()
        url = _URL.search(rest)
        named = re.match(rf"(?:{article}\s+)?(?P<name>{name}(?:,\s+{name})*)", rest)
        entry: ArchiveEntry = {}
        if named and named["name"] != code:
            entry["name"] = named["name"].rstrip(".")
        if url:
            entry["url"] = url[0]
        if entry:
            entries.append(entry)
    return entries


def _brackets(text: str, code: str, lexicon: Lexicon) -> list[ArchiveEntry]:
    """Return what brackets behind a full name say: "the Harbour Museum Archive (HMA)"."""
    hereafter, mark = any_of(lexicon.words("hereafter")), rf"[“\"]?{re.escape(code)}[”\"]?"
    pattern = (
        rf"(?P<name>{_name(lexicon)})\s*(?:\((?:{hereafter}\s+)?{mark}\)|,\s+{hereafter}\s+{mark}(?!\w))"
    )
    return [{"name": found["name"]} for found in re.finditer(pattern, text) if len(found["name"].split()) > 1]


def _name(lexicon: Lexicon) -> str:
    """Return the pattern of a proper name: capitalised words, with the small words of titles between."""
    small = any_of(lexicon.words("title_words"))
    word = rf"[{CAPITAL}][\w'’.&-]*"
    return rf"{word}(?:\s+(?:{small}\s+){{0,2}}{word})*"
