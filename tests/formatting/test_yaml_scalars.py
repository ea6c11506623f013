"""Texts are written as PyYAML writes them for ``pincite convert``, in any place and at any length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pincite.export.pincite_yaml import as_yaml
from pincite.formatting import yaml_scalars

if TYPE_CHECKING:
    from pincite.model.json_value import Json

PIECES = st.sampled_from(
    [
        *" \n:#-?,[]{}&*!|>'\"%@`~.=<0179eEx\\/\t\r\x00\x1b\x7f\x85\xa0\u2028\u2029\ufeff\u200b\ud7ff\ue000\ufffd\uffff\U0010ffff😀é",
        *[
            "tide",
            "harbour clock",
            "no",
            "null",
            "true",
            "1918-03-04",
            "12:30",
            "---",
            "...",
            ": ",
            " #",
            "  ",
            "“x”",
        ],
    ]
)
WORDS = st.sampled_from(["tide", "harbour", "of", "a", "'t", '"so"', "c:", "#", "\\", "é", "😀", "\t", "  "])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=6).map("".join),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(PIECES, min_size=60, max_size=160).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)


@settings(max_examples=300)
@given(TEXTS, st.integers(0, 3))
def test_a_value_in_a_block(text: str, depth: int) -> None:
    around: Json = {"k": text, "l": {"deep": {}}}
    for _ in range(depth):
        around = {"k": around}
    assert isinstance(around, dict)
    head = "".join("  " * level + "k:\n" for level in range(depth)) + "  " * depth + "k: "
    assert as_yaml(around).startswith(f"{head}{yaml_scalars.folded(text, 2 * depth + 3, 2 * depth + 2)}\n")


@settings(max_examples=150)
@given(TEXTS.filter(lambda text: "\n" not in text and len(text) < 80))
def test_a_value_between_brackets(text: str) -> None:
    assert as_yaml({"k": [text], "l": {"deep": {}}}).startswith(
        f"k: [{yaml_scalars.folded(text, 4, 4, flow=True)}]\n"
    )


@settings(max_examples=150)
@given(TEXTS.filter(lambda text: text and not re.search("[\n\x85\u2028\u2029]", text) and len(text) < 128))
def test_a_key(text: str) -> None:
    assert as_yaml({text: [{}]}).startswith(f"{yaml_scalars.on_one_line(text, key=True)}:\n")
