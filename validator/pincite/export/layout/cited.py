"""Citations that stand in the text as Pandoc's keys, ``[see @fenn, p. 3; @marsh]``, in words for a reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.export.layout.english import called, place_words
from pincite.model.json_value import pointer_steps, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.export.layout.values import Piece
    from pincite.model.format import Citation, DocumentData, Source
    from pincite.model.json_value import Json

_BEFORE = re.compile(
    r"(?:but |and |or )?(?:see|cf|compare|e\.\s?g|for example|quoted in|cited in|as in|from|after|contra|pace|vgl|siehe)\b",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A citation in words: its pointer, what stands before its source, how that is called, the place, what follows."""

    at: str
    before: str
    title: str
    place: str
    behind: str


def is_before(note: str) -> bool:
    """Return whether a note on a citation is said before its source: "see also", "cf."."""
    return bool(_BEFORE.match(note.strip()))


def in_words(text: str, piece: Piece, data: DocumentData, sources: Mapping[str, Source]) -> list[Named]:
    """Return the citations on a piece in words where the text has only their keys there, all of one bracket."""
    words = text[piece.start : piece.end].strip()
    if not (words.startswith("[") and words.endswith("]") and "@" in words):
        return []
    if words.count("[") > 1 or words.count("]") > 1:
        return []
    found = []
    for at in _on_the_same_words(piece):
        citation = cast("Citation", value_at(cast("Json", data), at))
        source = sources.get(citation.get("source", ""))
        if source is None or "raw" in citation or citation["source"] not in words:
            return []
        note = citation.get("note", "")
        before, behind = (note, "") if is_before(note) else _sides(note, words, citation["source"])
        place = place_words(citation.get("locator", {}))
        found.append(Named(at, before, called(source, sources), place, behind))
    return found


def _sides(note: str, words: str, key: str) -> tuple[str, str]:
    """Return the parts of a note that stand before and behind the key of its source in the text."""
    before = words.partition(f"@{key}")[0].rpartition(";")[2].strip("[ -{")
    if before and note.startswith(before):
        return before, note[len(before) :].strip("; ")
    return "", note


def _on_the_same_words(piece: Piece) -> Iterator[str]:
    """Yield the pointers of citations on the very words of a piece, in the order of the document; none else may be in it."""
    found = []
    inner: Piece | None = piece
    while inner is not None:
        if "/citations/" not in inner.at or len(inner.inside) > 1:
            return
        found.append(inner.at)
        following = inner.inside[0] if inner.inside else None
        if following is not None and (following.start, following.end) != (piece.start, piece.end):
            return
        inner = following
    yield from sorted(
        found,
        key=lambda at: [
            (step.isdecimal(), int(step) if step.isdecimal() else 0, step) for step in pointer_steps(at)
        ],
    )
