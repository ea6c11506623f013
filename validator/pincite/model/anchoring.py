"""Where a piece of wording stands in the article's text, whatever its white space.

Wording and text are compared with every run of white space as one space and without any at the ends of the
wording. The offsets that come out are those of the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias

    from pincite.model.format import Anchor

    Outcome: TypeAlias = Literal["found", "moved", "ambiguous", "drifted", "unchecked"]

_LONG_SPACE = re.compile(r"\s{2,}")
_AT_MOST = 3
"""How many places of a wording are looked for: of several, the number is of no matter."""
_MOST_SEARCHED = 100_000_000
"""Code points gone through for wordings between others, over all of a document's wordings: then they stay ambiguous."""
_MANY = 200
"""From how many wordings on one walk over the text is quicker than a search for each."""
_HEADS = (64, 32, 16, 8)
"""Lengths of the beginnings by which many wordings are told apart; what is shorter is searched for."""
_LONGEST = 1000
_LENGTHS = 32
"""Wordings of more characters, and of more lengths that begin alike, are searched for: a walk would compare too much."""


class Resolution(NamedTuple):
    """What came of looking for wording at an anchor, and where it stands.

    ``found``: at the offsets, or, where the anchor gives none, at one place that fits. ``moved``: not at the
    offsets, but at one place elsewhere. ``ambiguous``: at several places. ``drifted``: nowhere. ``unchecked``:
    there was nothing to look for. Only the first two have a span.
    """

    outcome: Outcome
    span: Span | None = None


def fold(wording: str) -> str:
    """Return *wording* with runs of white space as one space, and none at its ends."""
    return " ".join(wording.split())


def offsets(anchor: Anchor) -> tuple[int, int] | None:
    """Return an anchor's start and end, or None where it does not give both (JSON's ``12.0`` is 12)."""
    start, end = anchor.get("start"), anchor.get("end")
    return None if start is None or end is None else (int(start), int(end))


class Anchoring:
    """Finds wording in one text. The folded text is made once, when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._occurrences: dict[tuple[str, int], list[Span]] = {}
        self._searched = 0

    def occurrences(self, wording: str, limit: int = _AT_MOST) -> list[Span]:
        """Return where *wording* stands, in the text's order, at most *limit* places."""
        sought = fold(wording)
        spans = self._occurrences.get((sought, limit))
        if spans is None:
            spans = self._occurrences[sought, limit] = self._search(sought, limit)
        return list(spans)

    def expect(self, wordings: Iterable[str]) -> None:
        """Look for many wordings in one walk over the text, so that they need not be searched for one by one."""
        expected = {one for one in map(fold, wordings) if _HEADS[-1] <= len(one) <= _LONGEST}
        if len(expected) < _MANY:
            return
        heads: dict[int, dict[str, set[int]]] = {size: {} for size in _HEADS}
        for sought in expected:
            size = _head_of(sought)
            heads[size].setdefault(sought[:size], set()).add(len(sought))
        found: dict[str, list[Span]] = {
            one: [] for one in expected if len(heads[_head_of(one)][one[: _head_of(one)]]) <= _LENGTHS
        }
        for size, begun in heads.items():
            lengths = {head: some for head, some in begun.items() if len(some) <= _LENGTHS}
            for at in range(len(self.folded) - size + 1) if lengths else ():
                for length in lengths.get(self.folded[at : at + size], ()):
                    spans = found.get(self.folded[at : at + length])
                    if spans is None or at + length > len(self.folded) or len(spans) == _AT_MOST:
                        continue
                    spans.append(self._span(at, length))
        self._occurrences.update({(sought, _AT_MOST): spans for sought, spans in found.items()})

    def resolve(self, anchor: Anchor, wording: str) -> Resolution:
        """Return whether *wording* stands where *anchor* says, and if not, where it does.

        The place itself is looked at first; the rest of the text is searched only where that fails. Of several
        places the anchor's prefix and suffix choose one, or none is chosen.
        """
        given = offsets(anchor)
        # nearly every anchor holds its words as they are: seen without folding anything
        if given and given[1] - given[0] == len(wording) and self.text.startswith(wording, given[0]):
            return Resolution("unchecked") if not wording.strip() else Resolution("found", Span(*given))
        sought = fold(wording)
        if not sought:
            return Resolution("unchecked")
        if given and self._stands(*given, sought):
            return Resolution("found", Span(*given))
        places = self.occurrences(sought)
        if len(places) > 1 and ("prefix" in anchor or "suffix" in anchor) and self._searched < _MOST_SEARCHED:
            places = self._between(anchor.get("prefix", ""), sought, anchor.get("suffix", "")) or places
        if len(places) == 1:
            return Resolution("moved" if given else "found", places[0])
        return Resolution("ambiguous" if places else "drifted")

    def inside(self, span: Span, wording: str) -> Span | None:
        """Return where *wording* first stands within *span*, or None."""
        sought = fold(wording)
        at = self.folded.find(sought, self._folded_offset(span.start), self._folded_offset(span.end))
        return self._span(at, len(sought)) if sought and at >= 0 else None

    @cached_property
    def folded(self) -> str:
        """Return the text with white space folded, none at its ends."""
        return fold(self.text)

    def offset(self, folded_offset: int) -> int:
        """Return the offset in the text of a character of the folded text."""
        starts, cuts, _ = self._runs
        return folded_offset + cuts[bisect_right(starts, folded_offset) - 1]

    @cached_property
    def _runs(self) -> tuple[list[int], list[int], list[int]]:
        """Return where folding shortened the text: from which folded offset on, by how much, and the offset itself."""
        cut = len(self.text) - len(self.text.lstrip())
        starts, cuts = [0], [cut]
        for run in _LONG_SPACE.finditer(self.text, cut):
            starts.append(run.start() - cut + 1)
            cut += run.end() - run.start() - 1
            cuts.append(cut)
        return starts, cuts, [start + cut for start, cut in zip(starts, cuts, strict=True)]

    def _folded_offset(self, offset: int) -> int:
        starts, cuts, ends = self._runs
        last = bisect_right(ends, offset) - 1
        if last < 0:
            return 0
        here = offset - cuts[last]
        return min(here, starts[last + 1]) if last + 1 < len(starts) else here

    def _span(self, at: int, length: int) -> Span:
        return Span(self.offset(at), self.offset(at + length - 1) + 1)

    def _stands(self, start: int, end: int, sought: str) -> bool:
        """Say whether the text from *start* to *end*, folded, is *sought*."""
        if end > len(self.text):
            return False
        first, last = self._folded_offset(start), self._folded_offset(end)
        if last - first - len(sought) not in {0, 1, 2}:  # there may be a space at each end
            return False
        return self.folded[first:last].strip() == sought

    def _search(self, sought: str, limit: int) -> list[Span]:
        spans: list[Span] = []
        at = self.folded.find(sought) if sought else -1
        while at >= 0 and len(spans) < limit:
            spans.append(self._span(at, len(sought)))
            at = self.folded.find(sought, at + 1)
        return spans

    def _between(self, prefix: str, sought: str, suffix: str) -> list[Span]:
        """Return where *sought* stands between *prefix* and *suffix*, with or without a space between them."""
        spans: set[Span] = set()
        for before in (prefix, f"{prefix} ") if prefix.strip() else ("",):
            for after in (suffix, f" {suffix}") if suffix.strip() else ("",):
                whole = fold(f"{before}{sought}{after}")
                lead = len(fold(f"{before}{sought}")) - len(sought)
                at = self.folded.find(whole)
                self._searched += len(self.folded) if at < 0 else at
                while at >= 0 and len(spans) < 2:  # noqa: PLR2004 - two are ambiguous
                    spans.add(self._span(at + lead, len(sought)))
                    at = self.folded.find(whole, at + 1)
        return sorted(spans, key=lambda span: span.start)


def _head_of(sought: str) -> int:
    """Return how many characters of a wording are its beginning."""
    return next(size for size in _HEADS if size <= len(sought))
