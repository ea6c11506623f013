"""All citations of an article, read in order: a short form means one that was read before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.converter.citation.account import with_leftovers
from pincite.converter.citation.chain import read_citation
from pincite.converter.citation.short_forms import is_full, resolve_short_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.lexicon import Lexicon


def read_citations(raws: Iterable[str], lexicon: Lexicon) -> list[ReadCitation]:
    """Return what each printed citation says.

    "Ibid." takes over the source of the citation before it, a short form that of the only earlier citation it
    fits; ``resolved_by`` then says why.
    """
    reads: list[ReadCitation] = []
    full: dict[tuple[str | None, tuple[str, ...]], ReadCitation] = {}
    for raw in raws:
        inner = raw.strip("()[] ")
        same = lexicon.starts("same_source", inner)
        read = read_citation(inner[same.end() :] if same else raw, lexicon)
        if same:
            meant, reason = (
                (reads[-1] if reads else None),
                "the citation before it, by the printed short form",
            )
        else:
            meant, reason = (
                resolve_short_form(raw, read, full.values(), lexicon),
                "the only earlier citation that the short form fits",
            )
        if meant is not None:
            read = replace(
                read,
                chain=meant.chain,
                archive_code=meant.archive_code,
                unparsed=(),
                resolved_by=reason,
            )
        else:
            read = with_leftovers(raw, read, lexicon)
            if read.chain and is_full(read.chain[0]):
                full.setdefault((read.chain[0].title, tuple(read.chain[0].authors)), read)
        reads.append(read)
    return reads
