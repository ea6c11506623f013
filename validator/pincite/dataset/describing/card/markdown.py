"""The little Markdown that a card is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> Iterator[str]:
    """Yield the lines of a table whose cells are Markdown; the columns *right* have figures. No rows, no table."""
    found = list(rows)
    if not found:
        return
    yield _row(head)
    yield _row(["---:" if number in right else "---" for number in range(len(head))])
    for row in found:
        yield _row(row)
    yield ""


def code(language: str, *lines: str) -> Iterator[str]:
    """Yield the lines of a block of code, none of which begins with backticks."""
    yield f"```{language}"
    yield from lines
    yield "```"
    yield ""


def paragraph(*sentences: str) -> Iterator[str]:
    """Yield a paragraph of sentences, each on a line of its own."""
    yield from sentences
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
