"""Why a quotation does not stand in a source: its parts far apart, in another order, or with other words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.matching.differences import differences
from pincite.verifier.matching.kinds import kind_of
from pincite.verifier.matching.nearest import Likeness, nearest
from pincite.verifier.matching.words import diff_of
from pincite.verifier.verdict import Alteration

if TYPE_CHECKING:
    from pincite.verifier.matching.differences import Differences
    from pincite.verifier.matching.index import Index
    from pincite.verifier.matching.words import Word
    from pincite.verifier.wording.parts import Part, Wording

_SHOWN = 4
"""Words of a part that are shown."""
_MARGIN = 400
"""Letters beyond the room of a mark in which the next part is still looked for."""


@dataclass
class Misquote:
    """The nearest passage to a wording: its spans, what differs, and the share of the letters it has."""

    spans: list[Span] = field(default_factory=list)
    alterations: list[Alteration] = field(default_factory=list)
    similarity: float = 0.0
    diffs: list[str] = field(default_factory=list)


def displaced(wording: Wording, index: Index) -> Misquote | None:
    """Return how the parts stand that are all there, but not in order or not close together; None where one is not."""
    parts = wording.parts
    if len(parts) < 2:  # noqa: PLR2004 - one part stands or does not
        return None
    ordered = _in_order(parts, index.line)
    starts = ordered or [index.line.find(part.letters) for part in parts]
    if any(start < 0 for start in starts):
        return None
    found = Misquote(similarity=1.0)
    found.spans = [
        _span(index, start, start + len(part.letters)) for part, start in zip(parts, starts, strict=True)
    ]
    worst = max(
        range(1, len(parts)), key=lambda at: abs(starts[at] - starts[at - 1] - len(parts[at - 1].letters))
    )
    kind, number = "distance", worst
    if not ordered:
        kind = "order"
        number = next(
            at for at in range(1, len(parts)) if starts[at] < starts[at - 1] + len(parts[at - 1].letters)
        )
    found.alterations.append(
        _misplaced(kind, parts[number - 1 : number + 1], found.spans[number - 1 : number + 1])
    )
    return found


def _misplaced(kind: str, parts: tuple[Part, ...], spans: list[Span]) -> Alteration:
    """Return that two neighbouring parts stand in another order, or too far from each other."""
    first, second = (" ".join(part.text.split()) for part in parts)
    ours = f"{' '.join(first.split()[-_SHOWN:])} … {' '.join(second.split()[:_SHOWN])}"
    theirs = ours
    if kind == "order":
        theirs = f"{' '.join(second.split()[:_SHOWN])} … {' '.join(first.split()[-_SHOWN:])}"
    at = Span(parts[0].at.start, parts[1].at.end)
    gap = sorted((spans[0].end, spans[1].start))
    return Alteration(kind, ours, theirs, at, Span(*gap))


def _in_order(parts: tuple[Part, ...], line: str) -> list[int]:
    """Return places of the parts one behind the other, however far apart; empty where there are none."""
    starts: list[int] = []
    end = 0
    for part in parts:
        at = line.find(part.letters, end)
        if at < 0:
            return []
        starts.append(at)
        end = at + len(part.letters)
    return starts


def reworded(wording: Wording, index: Index, text: str, language: str | None) -> Misquote:
    """Return the passage nearest to a wording, with the words that differ."""
    parts = wording.parts
    places = _located(wording, index)
    found = Misquote()
    kept = 0
    for part, place in zip(parts, places, strict=True):
        if place is None:
            found.alterations.append(Alteration("addition", part.text.strip(), "", part.at, Span(0, 0)))
            found.diffs.append(f"[-{' '.join(part.text.split())}-]")
            continue
        compared = differences(part.text, text, _span(index, place.start, place.end), place)
        found.spans.append(compared.passage)
        found.diffs.append(diff_of(part.text, compared.quoted, text, compared.printed, compared.changes))
        found.alterations += _alterations(part, text, compared, language)
        kept += max(place.matched, _letters_kept(compared))
    found.similarity = kept / max(1, len(wording.letters))
    return found


def _letters_kept(compared: Differences) -> int:
    """Return how many letters the words have that are the same on both sides."""
    changed = sum(
        len(word.key) for change in compared.changes for word in compared.quoted[slice(*change.quoted)]
    )
    return sum(len(word.key) for word in compared.quoted) - changed


def _located(wording: Wording, index: Index) -> list[Likeness | None]:
    """Return where each part most likely is: the longest first, the others around it."""
    parts = wording.parts
    places: list[Likeness | None] = [None] * len(parts)
    anchor = max(range(len(parts)), key=lambda at: len(parts[at].letters))
    places[anchor] = _nearest(parts[anchor], index, 0, len(index.line))
    centre = places[anchor]
    if centre is None:
        return places
    end = centre.end
    for number in range(anchor + 1, len(parts)):
        reach = end + wording.room(number) + len(parts[number].letters) + _MARGIN
        places[number] = place = _nearest(parts[number], index, end, reach)
        end = place.end if place else end
    start = centre.start
    for number in range(anchor - 1, -1, -1):
        reach = start - wording.room(number + 1) - len(parts[number].letters) - _MARGIN
        places[number] = place = _nearest(parts[number], index, reach, start)
        start = place.start if place else start
    return places


def _nearest(part: Part, index: Index, low: int, high: int) -> Likeness | None:
    low = max(0, low)
    at = index.line.find(part.letters, low, high) if high - low < len(index.line) else -1
    if at >= 0:
        return Likeness(at, at + len(part.letters), len(part.letters))
    return nearest(part.letters, index, low, high)


def _span(index: Index, start: int, end: int) -> Span:
    return Span(index.offset(start), index.offset(max(start, end - 1)) + 1)


def _alterations(part: Part, text: str, compared: Differences, language: str | None) -> list[Alteration]:
    """Return the differing words of one part as alterations."""
    found = []
    for change in compared.changes:
        ours, theirs = compared.quoted[slice(*change.quoted)], compared.printed[slice(*change.printed)]
        mine, there = _place(compared.quoted, change.quoted), _place(compared.printed, change.printed)
        found.append(
            Alteration(
                kind_of(ours, theirs, part.text, text, language),
                part.text[mine.start : mine.end],
                text[there.start : there.end],
                Span(part.at.start + mine.start, part.at.start + mine.end),
                there,
            )
        )
    return found


def _place(words: list[Word], among: tuple[int, int]) -> Span:
    """Return the place of a range of words; of none, the empty place before the next word."""
    first, last = among
    if first < last:
        return Span(words[first].at.start, words[last - 1].at.end)
    if not words:
        return Span(0, 0)
    start = words[first].at.start if first < len(words) else words[-1].at.end
    return Span(start, start)
