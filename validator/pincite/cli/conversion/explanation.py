"""``pincite convert --explain``: how each citation of an article was read, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.article import segmented
from pincite.converter.citation.account import account
from pincite.converter.compose.document import build
from pincite.converter.segment.citations import styles_in_use
from pincite.reading.lines import Lines
from pincite.reporters.columns import columns, wrapped
from pincite.reporters.counted import counted
from pincite.reporters.page_text import WIDTH
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.converter.article import SegmentedArticle
    from pincite.converter.citation.account import Piece
    from pincite.converter.opened import OpenedArticle
    from pincite.converter.segment.found import FoundCitation
    from pincite.converter.styles import Style
    from pincite.model.format import Citation, DocumentData, Source

_MARKER = "(marker)"
"""What stands for the member of a word of the convention."""
_WIDEST = 30
"""Columns of the widest name of a member that the others are lined up with."""


def explanation(opened: OpenedArticle, name: str, styles: Sequence[Style] = ()) -> str:
    """Return what was read in each citation of an article called *name*, in lines of at most 80 columns."""
    article = segmented(opened.manuscript, styles)
    document = build(article)
    by_start = {one["anchor"]["start"]: one for one in _citations(document) if "raw" in one}
    lines = Lines(article.text) if opened.format == "text" else None
    number = counted(len(article.citations), "citation")
    told = [f"{name}: {number}, language {article.language or 'not known'}"]
    for style in styles_in_use(article.citations):
        times = counted(style.citations, "citation")
        told += _part(f"style {style.name}: {times}, {counted(style.points, 'point')}", "  ")
    for at, found in enumerate(article.citations):
        told += ["", *_place(found, name, lines)]
        told += _part(found.raw, "  ")
        told += _part(f"found {_how(found)}", "  ")
        pieces = account(found.raw, article.reads[at], article.lexicon)
        told += _read(pieces, found.start, len(article.reads[at].chain))
        told += _rest(at, article, by_start.get(found.start), document)
        told += _not_understood(article.reads[at].unparsed)
    return "".join(f"{line.rstrip()}\n" for line in told)


def _place(found: FoundCitation, name: str, lines: Lines | None) -> list[str]:
    """Return where a citation stands: at a line and column of a text, else at an offset of the text taken from it."""
    if lines is None:
        return _part(f"{name}, offset {found.start}", "")
    place = lines.place(found.start, found.end)
    return _part(f"{name}:{place.line}:{place.column}", "")


def _how(found: FoundCitation) -> str:
    """Return in which style a citation was found, where it stands, and how much spoke for it."""
    if found.introduces:
        where = "before a quotation that it introduces"
    elif found.alone:
        where = "alone in its paragraph"
    else:
        where = "last in its paragraph" if found.last else "within its paragraph"
    marks = f", with {counted(len(found.images), 'image mark')}" if found.images else ""
    points = counted(found.points, "point")
    return f"by style {found.style} ({points} for it), {where}{marks}"


def _read(pieces: list[Piece], offset: int, sources: int) -> Iterator[str]:
    """Yield a line for each piece: its offsets in the article's text, its member, its words and their value."""
    rows = [
        (f"{offset + one.start}-{offset + one.end}", _member(one, sources), _shown(one)) for one in pieces
    ]
    ranges = max((len(row[0]) for row in rows), default=0)
    members = min(_WIDEST, max((columns(row[1]) for row in rows), default=0))
    for span, member, text in rows:
        first = f"    {span:{ranges}}  {member:{members}}  "
        yield from wrapped(text, WIDTH, first, " " * (ranges + members + 8))


def _member(piece: Piece, sources: int) -> str:
    if piece.member is None:
        return _MARKER
    if piece.source is None:
        return piece.member
    return f"{_role(piece.source, sources)}.{piece.member}"


def _role(source: int, sources: int) -> str:
    """Return the name of a source in a chain: the item, and what it stands in, numbered where there are several."""
    if source == 0:
        return "item"
    return "container" if sources == 2 else f"container-{source}"  # noqa: PLR2004 - an item and what it stands in


def _shown(piece: Piece) -> str:
    text = safe(" ".join(piece.text.split()))
    value = piece.value and safe(piece.value)
    return text if piece.member is None or not value or value == text else f"{text} = {value}"


def _rest(
    at: int, article: SegmentedArticle, citation: Citation | None, document: DocumentData
) -> Iterator[str]:
    """Yield what became of a citation as a whole, and what was concluded, with the reasons."""
    if citation is None:
        return
    by_id = {source["id"]: source for source in document.get("sources", ())}
    chain = _chain(citation.get("source"), by_id)
    if chain:
        names = " in ".join(f"{one['id']} ({one['type']})" for one in chain)
        yield from _part(f"source: {names}", "  ")
    reasons = list(citation.get("inferred", {}).items())
    if article.reads[at].resolved_by is None:  # else they were told where the source was cited first
        for source in chain:
            reasons += [(f"{source['id']}.{name}", why) for name, why in source.get("inferred", {}).items()]
            inferred = source.get("container", {}).get("inferred", {})
            reasons += [(f"{source['id']}.container.{name}", why) for name, why in inferred.items()]
    for what, why in reasons:
        yield from _part(f"concluded: {what} ({why})", "  ")


def _not_understood(unparsed: tuple[str, ...]) -> Iterator[str]:
    for piece in unparsed:
        yield from _part(f"not understood: {piece}", "  ")


def _part(text: str, indent: str) -> list[str]:
    return wrapped(safe(" ".join(text.split())), WIDTH, indent, indent + "  " if indent else "")


def _chain(source: str | None, by_id: dict[str, Source]) -> list[Source]:
    chain: list[Source] = []
    while source is not None and source in by_id:
        chain.append(by_id[source])
        source = by_id[source].get("container", {}).get("source")
    return chain


def _citations(document: DocumentData) -> Iterator[Citation]:
    for owner in [*document.get("quotations", ()), *document.get("claims", ())]:
        yield from owner.get("citations", ())
