"""One fault at every place where the article prints it: each must be mended separately."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.rule import Rule

MOST_PLACES = 5
"""At how many places one fault is told; who mends five finds the sixth."""

_LOOKED_AT = 100
"""How many citations of a source are looked at: most have a place of their own, so that a few are enough."""


def told_where_printed(
    document: Document,
    rule: Rule,
    at: str,
    source_id: str,
    message: str,
    *,
    hint: str | None = None,
    printed: Sequence[str | None] = (),
) -> Iterator[Finding]:
    """Yield a finding about the value at *at* of a source, and one for each further citation that prints it.

    ``printed`` are the wordings in which the fault may stand in a citation. A citation without any of them, or
    whose place in the article is not known, has nothing to mend beyond the source itself.
    """
    first = document.finding(rule, at, message, hint=hint, printed=printed)
    yield first
    if first.span is None:
        return
    told = {first.span}
    for cited in document.citing.get(source_id, ())[:_LOOKED_AT]:
        if len(told) == MOST_PLACES:
            return
        raw = cited.citation.get("raw", "")
        wording = next((one for one in printed if one and one in raw), None)
        if wording is None:
            continue
        again = document.finding(rule, f"{cited.at}/raw", message, hint=hint, printed=[wording])
        if again.span is not None and again.span not in told:
            told.add(again.span)
            yield again
