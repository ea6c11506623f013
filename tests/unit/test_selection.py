"""Selectors: which word stands for which rules, and which of two words counts."""

from __future__ import annotations

import pytest

from pincite.rules.catalogue import catalogue
from pincite.settings.lookup import Lookup
from pincite.settings.selection import ALWAYS_TOLD, Selection, UnknownSelectorError, beginning


@pytest.mark.parametrize("one", catalogue(), ids=lambda one: one.rule.code)
def test_every_rule_is_known_by_code_name_and_family(one: object) -> None:
    rule = one.rule  # type: ignore[attr-defined] # pytest hands over what catalogue() holds
    assert beginning(rule.code) == beginning(rule.name) == rule.code
    assert beginning(rule.code[:4]) == rule.code[:4]


def test_all_begin_with_nothing() -> None:
    assert beginning("ALL") == ""
    assert beginning("PIN") == "PIN"


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("PIN98", None),
        ("PIN1000", None),
        ("pin101", "PIN101"),
        ("all", "ALL"),
        ("quotation-uncitd", "PIN101 (quotation-uncited)"),
        ("member-unknwon", "PIN013 (member-unknown)"),
        ("", None),
        ("\0", None),
    ],
)
def test_an_unknown_word_is_told(word: str, nearest: str | None) -> None:
    with pytest.raises(UnknownSelectorError) as told:
        beginning(word)
    assert told.value.nearest == nearest


def test_what_is_always_told_exists() -> None:
    assert {one.rule.code for one in catalogue()} >= ALWAYS_TOLD
    assert all(Selection(ignore=[""]).wants(code) for code in ALWAYS_TOLD)


@pytest.mark.parametrize(
    ("selection", "wanted", "off_by_default"),
    [
        (Selection(), True, False),
        (Selection([""]), True, True),
        (Selection(["PIN1"]), True, True),
        (Selection(["PIN4"]), False, False),
        (Selection(also=["PIN4"]), True, False),
        (Selection(also=["PIN1"]), True, True),
        (Selection(ignore=["PIN1"]), False, False),
        (Selection(["PIN1"], ignore=["PIN1"]), False, False),
        (Selection(["PIN10"], ignore=["PIN1"]), True, True),
        (Selection(["PIN1"], ["PIN101"], ["PIN10"]), True, True),
    ],
)
def test_the_longer_word_counts(selection: Selection, *, wanted: bool, off_by_default: bool) -> None:
    assert selection.wants("PIN101") is wanted
    assert selection.wants("PIN101", default=False) is off_by_default


def test_a_deep_folder_is_looked_up() -> None:
    assert Lookup().of("/no/such" + "/x" * 2000) == Lookup().of("/no/such")
