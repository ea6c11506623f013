"""Making the cases: every family of every source, from a seed, the same bytes every time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.quotations import (
    faithful_edits,
    faithful_forms,
    misleading,
    misquoted_edits,
    misquoted_shapes,
    misquoted_words,
    scans,
)
from benchmarks.quotations.books import letters
from benchmarks.quotations.case import Case
from benchmarks.quotations.desk import Desk
from benchmarks.words import Dice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.quotations.case import Made
    from benchmarks.quotations.family import Family
    from benchmarks.quotations.sources import Source

FAMILIES: tuple[Family, ...] = (
    *faithful_forms.FAMILIES,
    *faithful_edits.FAMILIES,
    *misquoted_words.FAMILIES,
    *misquoted_shapes.FAMILIES,
    *misquoted_edits.FAMILIES,
    *scans.FAMILIES,
    *misleading.FAMILIES,
)
_USUAL = {"en": 14}
_USUAL_ELSE = 8
_TRIES = 300
"""Throws of the dice for one case; a family that a book has nothing for makes fewer cases."""


def cases(sources: Sequence[Source], seed: str, size: float = 1, only: str | None = None) -> list[Case]:
    """Return all cases, or those of one family, by family and source; ``size`` is how many, against the usual number."""
    families = [family for family in FAMILIES if only in {None, family.name}]
    return [
        case for family in families for source in sources for case in _cases_of(family, source, seed, size)
    ]


def _cases_of(family: Family, source: Source, seed: str, size: float) -> Iterator[Case]:
    language = source.book.language.code
    if source.kind not in family.kinds or (family.languages and language not in family.languages):
        return
    desk = Desk(source, Dice(f"{seed}/{family.name}/{source.name}"))
    wanted = max(2, round(_USUAL.get(language, _USUAL_ELSE) * family.share * size))
    seen: set[str] = set()
    for _ in range(wanted * _TRIES):
        made = family.make(desk)
        if made is None or made.text in seen or not _holds(family, source, made):
            continue
        seen.add(made.text)
        start, end = (
            source.place(made.start, made.end)
            if made.start is not None and made.end is not None
            else (None, None)
        )
        name = (
            f"{family.name.replace(',', '').replace(' ', '-')}/{source.name.removesuffix('.txt')}/{len(seen)}"
        )
        yield Case(name, family.name, family.group, language, made.text, source.name, start, end)
        if len(seen) == wanted:
            return


def _holds(family: Family, source: Source, made: Made) -> bool:
    """Tell whether a misquote is one: its letters stand nowhere in the book."""
    if family.group != "misquote" or family.same_letters:
        return True
    return letters(made.text) not in source.book.letters


def batch_lines(made: Sequence[Case]) -> str:
    """Return the cases as ``pincite verify --batch`` reads them: an object a line."""
    return "".join(
        json.dumps({"id": one.id, "text": one.text, "source": one.source}, ensure_ascii=False) + "\n"
        for one in made
    )


def write(folder: Path, sources: Sequence[Source], made: Sequence[Case]) -> Path:
    """Write the sources and the batch to a folder and return the batch's path."""
    for source in sources:
        (folder / source.name).write_text(source.text, "utf-8", newline="\n")
    batch = folder / "batch.jsonl"
    batch.write_text(batch_lines(made), "utf-8", newline="\n")
    return batch
