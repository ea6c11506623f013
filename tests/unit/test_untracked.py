"""Addresses without the parameters that follow their readers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.rules.address_tracked import untracked


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("https://example.org/bells?utm_source=letter", "https://example.org/bells"),
        ("https://example.org/bells?utm_source=letter&page=2", "https://example.org/bells?page=2"),
        ("https://example.org/bells?page=2&fbclid=1a&UTM_Medium=x", "https://example.org/bells?page=2"),
        ("https://example.org/bells?page=2&gclid=1#top", "https://example.org/bells?page=2#top"),
        ("https://example.org/bells?gclid=1#utm_source=letter", "https://example.org/bells"),
        ("https://example.org/bells#page=2&utm_source=letter", "https://example.org/bells#page=2"),
        ("https://example.org/utm_source=letter", "https://example.org/utm_source=letter"),
        ("https://example.org/bells?my_utm_source=letter", "https://example.org/bells?my_utm_source=letter"),
        ("https://example.org/bells?", "https://example.org/bells?"),
        ("https://example.org/bells?page=2&&#", "https://example.org/bells?page=2&&#"),
    ],
)
def test_only_what_follows_the_reader_goes(address: str, left: str) -> None:
    assert untracked(address) == left


@given(st.lists(st.sampled_from(["?", "&", "#", "a=1", "utm_id=2", "gclid=", "b", "="]), max_size=9))
def test_doing_it_twice_is_doing_it_once(parts: list[str]) -> None:
    once = untracked("https://example.org/" + "".join(parts))
    assert untracked(once) == once
