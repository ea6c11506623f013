"""The time of formatting grows with the size of a document, whatever stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.formatting.formatted import formatted
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = 'pincite: "1.0"\n'


def sources(rows: int) -> str:
    return f"{HEAD}sources:\n" + "".join(
        f'- type: "book"  # one\n  # its name\n  id: s{row}\n  title: The tide "{row}"\n'
        for row in range(rows)
    )


KINDS: dict[str, Callable[[int], str]] = {
    "sources": sources,
    "ignores": lambda rows: sources(rows).replace("# its", "# pincite: ignore[PIN108] its"),
    "comments in one gap": lambda rows: f"{HEAD}article:\n  title: x\n" + "  # a\n# b\n" * rows,
    "empty lines": lambda rows: HEAD + "\n" * 20 * rows + "id: urn:x:a\n",
    "one long text": lambda rows: f'{HEAD}id: "{"a b: c " * rows}"\n',
    "one long text with escapes": lambda rows: f'{HEAD}id: "{chr(92)}t é: {(chr(92) + "t c ") * rows}"\n',
    "members in brackets": lambda rows: (
        f"{HEAD}custom: {{" + ", ".join(f"x{row}: [1]" for row in range(rows)) + "}\n"
    ),
    "unknown members": lambda rows: "".join(f"x{row}: 1\n" for row in range(rows)) + HEAD,
    "lists in lists": lambda rows: f"{HEAD}custom:\n  x:a:\n" + "    - - - a\n" * rows,
}


@pytest.mark.parametrize("kind", KINDS)
def test_yaml(kind: str) -> None:
    assert_proportional(
        lambda content: formatted("a.pincite.yaml", content),
        lambda size: KINDS[kind](size).encode(),
        200,
        largest=6400,
    )


def test_json() -> None:
    def text(size: int) -> bytes:
        return (
            '{"sources": [' + ", ".join(['{"type": "book", "id": "s"}'] * size) + '], "pincite": "1.0"}'
        ).encode()

    assert_proportional(lambda content: formatted("a.pincite.json", content), text, 400, largest=12800)
