"""What a change writes into a document in canonical form is in that form, too: a value in a block, and one between brackets."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings

from pincite.editing.draft import draft
from pincite.editing.yaml_writing import scalar
from pincite.formatting.formatted import formatted
from pincite.formatting.yaml_scalars import style_of
from pincite.model.fix import put
from pincite.yaml_style import WIDTH
from tests.formatting.test_yaml_scalars import TEXTS

NAME = "a.pincite.yaml"
OTHERS = ["y", "Y", "n", "N"]
"""What formatting leaves bare as ``pincite convert`` does, and some readers take for truth values."""
STRICTER = re.compile(r"[yYnN]")


@settings(max_examples=300)
@given(TEXTS)
def test_quotation_marks_stand_where_formatting_sets_them(text: str) -> None:
    assume(text.isprintable() and not STRICTER.fullmatch(text))
    for flow in (False, True):
        assert (scalar(text, flow=flow) == text) == (style_of(text, flow=flow) == "")


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_text_to_some_is_quoted(text: str) -> None:
    assert scalar(text) == scalar(text, flow=False) == f'"{text}"'


@settings(max_examples=100)
@given(TEXTS)
def test_a_value_that_is_set_stays_when_it_is_formatted(text: str) -> None:
    assume(text.isprintable() and not STRICTER.fullmatch(text) and len(text) < WIDTH // 2)
    # what is written anew has double marks, and no escapes for what can be printed
    assume(style_of(text) == "" or (style_of(text) == '"' and max(text, default="") <= "\uffff"))
    before = b'pincite: "1.0"\narticle:\n  title: Tide # as printed\n  note: Of water\n'
    changes = [put("/article/title", text), put("/article/url", text)]
    after = draft(NAME, before, {0: changes}).after
    again = formatted(NAME, after).draft.after
    assert sorted(again.splitlines()) == sorted(after.splitlines())
