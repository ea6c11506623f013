"""Stretches of an article, against the plain comparison of every pair."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pincite.rules.article_blocks import Stretches

PLACE = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(PLACE, max_size=8), PLACE)
def test_a_stretch_is_touched_by_what_overlaps_it(
    pieces: list[tuple[int, int]], stretch: tuple[int, int]
) -> None:
    stretches = Stretches({"start": start, "end": end} for start, end in pieces)
    start, end = stretch
    assert stretches.touch(start, end) == any(one < end and other > start for one, other in pieces)


def test_anchors_without_offsets_touch_nothing() -> None:
    assert not Stretches([{"exact": "the clock"}, {"start": 3}]).touch(0, 10)
