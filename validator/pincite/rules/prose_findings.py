"""What the rules about prose share: which phrases stand without a source, and how places of a text are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.rules.own_prose import own_prose
from pincite.rules.own_typography import rewriting
from pincite.rules.phrase_finder import rhetoric

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Safety
    from pincite.model.rule import Rule

MOST = 20
"""How many places of one article a rule reports; the last one says how many more there are."""


class Place(NamedTuple):
    """A piece of the text to report, the place of the document it belongs to, and what to say of it.

    ``right``: a piece with what should stand there, where that is known.
    """

    span: Span
    at: str
    message: str
    right: tuple[Span, str] | None = None


def unsourced(document: Document, rule: Rule, group: str, says: str, remedy: str) -> Iterator[Finding]:
    """Yield a finding for each phrase of a group that stands in the author's prose without a source.

    What the phrase does (*says*) is put behind it; *remedy* is what would be right.
    """
    hint = (
        f"{remedy}; where the phrase is meant so, pass it over with a reason in a comment (in documents and"
        f" Markdown: 'pincite: ignore[{rule.code}] REASON') or under 'per-file-ignores' in the configuration"
    )
    yield from reported(document, rule, _unsourced(document, group, says), hint)


def _unsourced(document: Document, group: str, says: str) -> Iterator[Place]:
    hits = rhetoric(document).get(group)
    if not hits:
        return
    from pincite.rules.sentences import sentences  # noqa: PLC0415 - most articles need no sentences

    for hit in hits:
        stretch = own_prose(document).around(hit.start, hit.end)
        if stretch is not None and not sentences(document).is_sourced(stretch, hit.start):
            words = " ".join((document.text or "")[hit.start : hit.end].split())
            yield Place(Span(hit.start, hit.end), stretch.at, f"'{words}' {says}")


def reported(
    document: Document, rule: Rule, places: Iterable[Place], hint: str, safety: Safety = "unsafe"
) -> Iterator[Finding]:
    """Yield a finding for each place, at most ``MOST``; the last one says how many more there are.

    *safety* is that of mending those of which is known what should stand there.
    """
    found = list(places)
    pieces = [one.right for one in found if one.right and rewriting(document, hint, safety, one.right)]
    fix_of_all = None
    if len(found) > MOST and len(pieces) > 1:  # mended alone, those told would make others come
        fix_of_all = rewriting(document, f"{hint}, at all {len(pieces)} places", safety, *pieces)
    for number, place in enumerate(found[:MOST], 1):
        span, at, message, right = place
        more = len(found) - MOST if number == MOST else 0
        rest = f"; so at {more} more {'place' if more == 1 else 'places'} of the article" if more > 0 else ""
        fix = rewriting(document, hint, safety, right) if right else None
        yield document.finding(
            rule, at, f"{message}{rest}", hint=hint, span=span, fix=fix and (fix_of_all or fix)
        )
