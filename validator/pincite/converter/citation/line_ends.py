"""Words that a line end cuts in two, put together for reading: the article's text and the raw citation stay as they are."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

from pincite.converter.citation.reading_order import read_citations

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_CUT = re.compile(r"(?P<one>\w+)[-‐\u00ad]\n[ \t]*(?P<other>\w+)")
_WORD = re.compile(r"\w+(?:[-‐]\w+)*")
REASON = "a word that a line end cut in two was put together"


def read_across_lines(
    raws: Sequence[str], text: str, lexicon: Lexicon, notes: Sequence[int | None]
) -> list[ReadCitation]:
    """Return what the printed citations of an article (*text*) say; see ``read_citations`` for *notes*."""
    if not any(map(_CUT.search, raws)):
        return read_citations(raws, lexicon, notes)
    known = _words_in(text)
    whole = [_joined(raw, known) for raw in raws]
    reads = read_citations((raw for raw, _ in whole), lexicon, notes)
    for read, (_, unsure) in zip(reads, whole, strict=True):
        _admit(read, unsure)
    return reads


def _words_in(text: str) -> frozenset[str]:
    """Return the words of an article, in lower case, those with a hyphen inside a line as one."""
    return frozenset(found[0].lower() for found in _WORD.finditer(text))


def _joined(raw: str, known: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return a citation with its cut words put together, and those of them that are not certain.

    A word is certain if the article (*known*: its words) has it elsewhere, with or without its hyphen; a number or
    a capital behind the hyphen keeps it.
    """
    unsure: list[str] = []

    def put_together(found: re.Match[str]) -> str:
        one, other = found["one"], found["other"]
        whole, hyphened = one + other, f"{one}-{other}"
        if whole.lower() in known:
            return whole
        if hyphened.lower() in known or not other[0].islower() or one[-1].isdigit():
            return hyphened
        unsure.append(whole)
        return whole

    return _CUT.sub(put_together, raw), tuple(unsure)


def _admit(read: ReadCitation, unsure: Sequence[str]) -> None:
    """Say of each value that holds an uncertain word why it is written so."""
    for described in read.chain:
        for member in fields(described):
            if member.name in {"inferred", "unparsed"}:
                continue
            if any(word in value for value in _texts(described, member.name) for word in unsure):
                described.inferred.setdefault(member.name, REASON)


def _texts(described: Description, member: str) -> list[str]:
    value = getattr(described, member)
    if isinstance(value, dict):
        return [str(one) for one in value.values()]
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
