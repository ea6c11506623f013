"""Finds letters in a long line of letters: exactly, and by what parts of them stand close together.

An index of q-grams (runs of q letters) at every few letters of the line; a run is found by those of its q-grams that
fall on an indexed place, whatever the line's length. Hits of a q-gram on one diagonal (place in the line minus place
in the run) speak for one passage, as in q-gram filters for approximate search (Burkhardt and others, 1999).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pincite.verifier.extra import np
from pincite.verifier.folding.scripts import is_dense

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from pincite.verifier.folding.letters import Letters

_BASE = np.uint64(0x9E3779B97F4A7C15)
_UNINDEXED = 12
"""Questions that are answered by plain search: for a few, making the index takes longer."""
_SEARCHED = 400_000
"""Letters of a line up to which plain search is as quick as the index."""
_LONG, _SPARSE = 90, 3
_MOST_HITS = 256
"""Places of one q-gram that are looked at; one that stands oftener tells nothing."""
_CHUNK = 1 << 20


class Index:
    """The places of runs of letters in one line of letters."""

    def __init__(self, letters: Letters) -> None:
        self.line = letters.line
        self.letters = letters
        self._asked = 0

    def offsets(self, start: int, end: int) -> list[int]:
        """Return the offsets in the text of the letters from *start* to *end*."""
        offsets: list[int] = self.letters.offsets[start:end].tolist()
        return offsets

    def offset(self, at: int) -> int:
        """Return the offset in the text of one letter."""
        return int(self.letters.offsets[at])

    @cached_property
    def _dense(self) -> bool:
        sample = self.line[:: max(1, len(self.line) // 4096)]
        return 2 * sum(map(is_dense, sample)) > len(sample)

    @property
    def length(self) -> int:
        """Return q, the number of letters in an indexed run."""
        return 4 if self._dense else 9

    @property
    def _step(self) -> int:
        return 2 if self._dense else 4

    @cached_property
    def _table(self) -> NDArray[np.uint64]:
        """Return each indexed run's hash (upper 32 bits) with its place (lower 32), in order."""
        codes, step, reach = self.letters.codes(), self._step, self.length - 1
        pieces = []
        for start in range(0, max(0, len(codes) - reach), _CHUNK):
            hashes = _hashes(codes[start : start + _CHUNK + reach], self.length)[::step]
            places = np.arange(start, start + step * len(hashes), step, dtype=np.uint64)
            pieces.append(hashes & np.uint64(0xFFFFFFFF00000000) | places)
        table = np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.uint64)
        table.sort()
        return table

    def places(self, run: str, limit: int) -> list[int]:
        """Return where *run* stands, in order, at most *limit* places."""
        self._asked += 1
        if len(run) < self.length + self._step - 1 or (
            len(self.line) <= _SEARCHED or ("_table" not in self.__dict__ and self._asked <= _UNINDEXED)
        ):
            return self._searched(run, limit)
        # of a group of neighbours one falls on an indexed place wherever the run stands; three groups are looked at
        group = self.length + self._step - 1
        last = len(run) - group
        begins = sorted({0, last // 2, last})
        ranges = [self._ranges(run[begin : begin + group]) for begin in begins]
        counts = [int((highs - lows).sum()) for lows, highs in ranges]
        best = counts.index(min(counts))
        if counts[best] > _MOST_HITS * self._step:
            return self._searched(run, limit)
        found: set[int] = set()
        for at, (low, high) in enumerate(zip(*ranges[best], strict=True), begins[best]):
            hits = (self._table[low:high] & np.uint64(0xFFFFFFFF)).astype(np.int64) - at
            found.update(place for place in hits.tolist() if place >= 0 and self.line.startswith(run, place))
        return sorted(found)[:limit]

    def _searched(self, run: str, limit: int) -> list[int]:
        found: list[int] = []
        at = self.line.find(run) if run else -1
        while at >= 0 and len(found) < limit:
            found.append(at)
            at = self.line.find(run, at + 1)
        return found

    def diagonals(self, run: str, low: int, high: int) -> list[int]:
        """Return where *run* would begin, between *low* and *high*, for most of its q-grams to stand in their places.

        At most three, the best first; half the run's length may be missing or added around each.
        """
        if len(run) < self.length or high - low < self.length:
            return []
        # of a long run every third q-gram is enough: three shares no factor with the step of the index
        every = _SPARSE if len(run) >= _LONG else 1
        lows, highs = self._ranges(run, every)
        starts, at = _spread(lows, highs, _MOST_HITS)
        at *= every
        places = (self._table[starts] & np.uint64(0xFFFFFFFF)).astype(np.int64)
        inside = (places >= low) & (places + self.length <= high)
        return _crowded(np.sort(places[inside] - at[inside]), max(32, len(run) // 2), len(run))

    def _ranges(self, run: str, every: int = 1) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return for every so many of the q-grams of *run* the part of the table that holds its places."""
        codes = np.frombuffer(run.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        heads = _hashes(codes, self.length)[::every] & np.uint64(0xFFFFFFFF00000000)
        lows = self._table.searchsorted(heads)
        highs = self._table.searchsorted(heads | np.uint64(0xFFFFFFFF), side="right")
        return lows, highs


def _hashes(codes: NDArray[np.uint32], length: int) -> NDArray[np.uint64]:
    """Return the hash of each run of *length* letters."""
    number = len(codes) - length + 1
    if number <= 0:
        return np.zeros(0, dtype=np.uint64)
    wide = codes.astype(np.uint64)
    hashes = np.zeros(number, dtype=np.uint64)
    for at in range(length):
        hashes *= _BASE
        hashes += wide[at : at + number]
    return hashes * _BASE  # the last letter counts in the upper bits, too


def _spread(
    lows: NDArray[np.int64], highs: NDArray[np.int64], most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the members of all ranges with no more than *most*, and for each the number of its range."""
    counts = np.where(highs - lows > most, 0, highs - lows)
    at = np.repeat(np.arange(len(lows), dtype=np.int64), counts)
    begins = np.cumsum(counts) - counts
    return np.arange(len(at), dtype=np.int64) - np.repeat(begins, counts) + np.repeat(lows, counts), at


def _crowded(diagonals: NDArray[np.int64], width: int, length: int) -> list[int]:
    """Return up to three diagonals: of those within *width* of each other that are most, the commonest."""
    ends = np.searchsorted(diagonals, diagonals + width, side="right")
    counts = ends - np.arange(len(diagonals))
    found: list[int] = []
    while len(found) < 3 and counts.size and counts.max() > 0:  # noqa: PLR2004 - rivals beyond these are noise
        best = int(counts.argmax())
        values, times = np.unique(diagonals[best : ends[best]], return_counts=True)
        found.append(int(values[times.argmax()]))
        reach = width + length // 2
        counts[(diagonals > diagonals[best] - reach) & (diagonals < diagonals[ends[best] - 1] + reach)] = 0
    return found
