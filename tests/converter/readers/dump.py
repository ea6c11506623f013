"""A manuscript as lines that a person can read and compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.converter.manuscript import Manuscript
    from pincite.model.format import DocumentData


def dumped(manuscript: Manuscript) -> str:
    """Return the paragraphs with their kinds, then links, notes, cites, pictures and what the file says of itself."""
    text = manuscript.text
    lines = [
        f"{one.kind}{one.level or ''}: {_line(text[one.start : one.end])}" for one in manuscript.paragraphs
    ]
    lines.append("")
    lines += [f"link {_line(text[one.start : one.end])} -> {one.target}" for one in manuscript.links]
    lines += [
        f"note {_line(text[one.start : one.end])} -> {_line(text[one.note_start : one.note_end])}"
        for one in manuscript.notes
    ]
    lines += [f"cite {_line(text[start:end])}" for start, end in manuscript.cites]
    for picture in manuscript.pictures:
        held = picture.target if picture.content is None else f"{len(picture.content)} bytes"
        lines.append(
            f"picture {held} {picture.media_type} {picture.alt!r} before {_line(text[picture.at :][:16])}"
        )
    about = manuscript.about
    lines += ["", f"title {about.title}", *(f"author {author}" for author in about.authors)]
    lines += [f"date {about.date}", f"url {about.url}", f"language {about.language}"]
    lines += [f"publication {about.publication}", f"media type {manuscript.media_type}"]
    return "\n".join(lines) + "\n"


def outside_one_block(document: DocumentData) -> str:
    """Return the visible characters of a document's text that lie in no block or in several."""
    text = document["article"]["text"]["content"]
    covered = [0] * len(text)
    for block in document["article"]["blocks"]:
        for at in range(block["start"], block["end"]):
            covered[at] += 1
    return "".join(
        one for one, blocks in zip(text, covered, strict=True) if blocks != 1 and not one.isspace()
    )


_SIGNS = {"\n": "⏎", "\t": "⇥", "\xa0": "⍽", "\xad": "<shy>", "\u200b": "<zwsp>", "\ufe0e": "<vs15>"}


def _line(text: str) -> str:
    return "".join(_SIGNS.get(character, character) for character in text)
