"""Tokens of a parsed Markdown article: notes apart from the body, verses, and what pictures say instead."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

LINE_BLOCK = re.compile(r"\|(?:[ \t]|$)")
"""How each line of a verse begins that is written as Pandoc's line block."""


def notes_apart(tokens: list[Token]) -> tuple[list[Token], dict[tuple[str, int], list[Token]]]:
    """Return the tokens of the article, and those of each note by its label and the notes before it of this label."""
    body: list[Token] = []
    texts: dict[tuple[str, int], list[Token]] = {}
    times: Counter[str] = Counter()
    open_texts = [body]
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = str(token.meta["label"])
            open_texts.append(texts.setdefault((label, times[label]), []))
            times[label] += 1
        elif token.type == "footnote_reference_close":
            open_texts.pop()
        else:
            open_texts[-1].append(token)
    return body, texts


def is_line_block(source: str) -> bool:
    """Return whether the source of a paragraph is a verse written as a line block."""
    return not source.endswith("|") and all(LINE_BLOCK.match(line) for line in source.split("\n"))


def alt_text(tokens: list[Token]) -> str:
    """Return the words of a picture's alternative text without the marks in it."""
    return "".join(
        alt_text(token.children) if token.children else " " if token.type.endswith("break") else token.content
        for token in tokens
        if token.type not in {"html_inline", "footnote_ref"}
    )
