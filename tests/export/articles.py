"""Articles for the formats that hold them: a small one, the repository's examples, and hostile ones."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pincite import load
from tests.export.filled import filled

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

ROOT = Path(__file__).resolve().parents[2]
GOLDENS = Path(__file__).parent / "goldens"
EXAMPLES = [
    *sorted((ROOT / "examples").glob("*/*.pincite.yaml")),
    *sorted((ROOT / "examples").glob("*/article.md")),
]
HOSTILE = [
    "]]> <!-- & </p> <?x?> &amp; &#0;",
    "\x00\x0b\x1b",
    "\ud800 \udfff",
    "\ufffe\uffff",
    "\u202e\u2066 \u00a0\u2028",
    "a\r\nb\rc\td",
    "\" ' </script><script>",
    "%zz ## [ ] { } | \\ ^ `",
]


def small() -> DocumentData:
    """Return a small document with a bit of everything."""
    return load(GOLDENS / "bells.pincite.yaml").data


def example(path: Path) -> tuple[DocumentData, str | None]:
    """Return a document of the examples with its article's text."""
    document = load(path)
    return document.data, document.text


def hostile(words: str) -> DocumentData:
    """Return the filled document with *words* behind every text that is free."""
    free = {
        "title",
        "text",
        "content",
        "literal",
        "note",
        "raw",
        "caption",
        "label",
        "url",
        "path",
        "reason",
        "mark",
    }

    def spoilt(value: Any, name: str = "") -> Any:  # noqa: ANN401 - any part of a document
        if isinstance(value, dict):
            return {key: spoilt(one, key) for key, one in value.items()}
        if isinstance(value, list):
            return [spoilt(one, name) for one in value]
        return value + words if isinstance(value, str) and name in free else value

    return cast("DocumentData", spoilt(deepcopy(filled())))
