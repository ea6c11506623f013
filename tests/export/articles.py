"""Articles for the formats that hold them: a small one, the repository's examples, and hostile ones."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from hypothesis import strategies as st

from pincite import load
from pincite.export.layout.cited import in_words
from pincite.export.layout.laying import lay_out
from pincite.export.layout.values import runs
from tests.export.filled import filled

if TYPE_CHECKING:
    from collections.abc import Container

    from pincite.export.layout.values import Piece
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


def spoilt_with(words: str) -> DocumentData:
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


def of_one_block(type_: str) -> DocumentData:
    """Return a document whose article is one block, with a picture's mark in it, and nothing besides."""
    return cast(
        "DocumentData",
        {
            "pincite": "1.0",
            "article": {"text": {"content": "Bells"}, "blocks": [{"type": type_, "start": 0, "end": 5}]},
            "images": [{"id": "i", "anchor": {"start": 0, "end": 5}}],
        },
    )


BLOCKS = [
    "title", "subtitle", "byline", "series", "lead", "heading", "paragraph", "quotation", "citation", "figure",
    "caption", "list", "code", "note", "navigation", "boilerplate",
]  # fmt: skip
"""All types of blocks."""


@st.composite
def tangled(draw: st.DrawFn) -> DocumentData:
    """Draw a document with annotations and blocks anywhere in a short text, across one another and beyond its end."""
    text = draw(st.text(alphabet="ab \n“", max_size=60))
    offset = st.integers(0, len(text) + 2)
    spans = st.lists(st.tuples(offset, offset).map(sorted), max_size=6)

    def anchors() -> list[dict[str, Any]]:
        return [{"start": start, "end": end, "exact": text[start:end] or "x"} for start, end in draw(spans)]

    kinds = st.sampled_from(["lead", "code", "quotation", "heading", "list", "title"])
    blocks = [{"type": draw(kinds), "start": start, "end": end} for start, end in draw(spans)]
    quotations = [
        {
            "id": f"q{number}",
            "text": one["exact"],
            "anchor": one,
            "citations": [{"raw": inner["exact"], "anchor": inner} for inner in anchors()],
        }
        for number, one in enumerate(anchors())
    ]
    document = {
        "pincite": "1.0",
        "article": {"text": {"content": text}, "blocks": blocks},
        "quotations": quotations,
        "claims": [{"id": f"c{number}", "text": "x", "anchor": one} for number, one in enumerate(anchors())],
        "images": [{"id": f"i{number}", "anchor": one} for number, one in enumerate(anchors())],
    }
    return cast("DocumentData", document)


def in_body(data: DocumentData, text: str | None, repeats: Container[str] = ()) -> str:
    """Return the words that a format has of an article: without menus, figures and what is said again, keys in words."""
    layout = lay_out(data, text)
    sources = {one["id"]: one for one in data.get("sources", [])}

    def words(start: int, end: int, pieces: tuple[Piece, ...]) -> str:
        return "".join(
            layout.text[begin:stop] if piece is None else cited(piece) or words(begin, stop, piece.inside)
            for begin, stop, piece in runs(start, end, pieces)
        )

    def cited(piece: Piece) -> str:
        named = in_words(layout.text, piece, data, sources) if "/citations/" in piece.at else []
        shown = [
            f"{one.before} {one.title}{one.place and ', '}{one.place}, {one.behind}".strip(" ,")
            for one in named
        ]
        return f"({'; '.join(shown)})" if shown else ""

    return "\n".join(
        words(one.start, one.end, one.pieces)
        for block in layout.blocks
        if not block.is_aside and block.repeats not in repeats and block.figure is None
        for one in block.paragraphs
    )
