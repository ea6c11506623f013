"""The measure of growth itself: it tells what grows with the square of the size, and nothing else."""

from __future__ import annotations

import re

import pytest

from tests.growth import assert_proportional


@pytest.mark.parametrize("largest", [0, 1_000_000])
def test_a_pattern_that_blows_up_is_told(largest: int) -> None:
    search = re.compile("a*a*b").search  # with the cube of the length: no chance of the measuring hides that
    size = 10 if largest else 160  # too quick to be measured, if it did not grow
    with pytest.raises(AssertionError, match="times as long"):
        assert_proportional(search, lambda size: "a" * size, size, largest)


def test_what_takes_its_share_passes() -> None:
    def spell(size: int) -> list[str]:
        return sorted(str(number) for number in range(size))

    assert assert_proportional(spell, int, 20_000) > 0
    assert_proportional(lambda _: None, int, 1)
