"""An article that nobody has converted yet: its text, and where pieces of it stand in its own file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.document import plain_text
from pincite.reading.fault import UnreadableError
from pincite.reading.files import finding_of, lines_of_bytes, unreadable
from pincite.reading.limits import MAX_BYTES
from pincite.reading.lines import Lines
from pincite.reading.opening import capped, decoded, open_bytes, reason

if TYPE_CHECKING:
    from pincite.model.finding import Finding, Place, Span

ARTICLE_SUFFIXES = (".txt",)
"""What the names of articles end with that are converted and judged where they stand."""


def is_article(path: str) -> bool:
    """Return whether a file is, by its name, an article that can be judged."""
    return path.lower().endswith(ARTICLE_SUFFIXES)


def read_article(path: str, content: bytes | None = None) -> str | Finding:
    """Return the text of an article's file (no BOM, LF line ends), or the finding that says why there is none.

    Where its *content* is given, the file is not opened.
    """
    try:
        if content is None:
            with open_bytes(path) as stream:
                content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return unreadable(path, f"cannot read the file: {reason(error)}")
    try:
        text = plain_text(decoded(capped(content)))
    except UnreadableError as error:
        return finding_of(path, error.fault, lines_of_bytes(content))
    fault = no_article(text)
    return text if fault is None else unreadable(path, f"the file {fault.reason}", fault.advice)


class NoArticle(NamedTuple):
    """What a text is or lacks that cannot be an article ("has no visible text"), and what would be right."""

    reason: str
    advice: str | None


def no_article(text: str) -> NoArticle | None:
    """Return why a text cannot be an article, None where it can."""
    if "\0" in text:
        return NoArticle("is not text (it holds the character U+0000)", "save it as plain text, in UTF-8")
    if all(unicodedata.category(character)[0] in "CZ" for character in text):
        return NoArticle("has no visible text", None)
    if text.startswith("{\\rtf"):
        return NoArticle("is RTF", "save it as plain text or as a Word document (.docx)")
    return None


class ArticlePositions:
    """Places in an article's own file: those of pieces of its text; what belongs to none stands at its start."""

    def __init__(self, text: str) -> None:
        self._lines = Lines(text)

    def of_value(self, pointer: str) -> Place:  # noqa: ARG002 - the file has no members
        """Return the start of the file."""
        return self._lines.place(0, 0)

    def of_key(self, pointer: str) -> Place:
        """Return the start of the file."""
        return self.of_value(pointer)

    def of_span(self, span: Span, pointer: str) -> Place:  # noqa: ARG002 - all of the text is in this file
        """Return where a piece of the text stands."""
        return self._lines.place(span.start, span.end)

    @property
    def holds_text(self) -> bool:
        """Return True: the file is the article's text."""
        return True

    def is_word_for_word(self, span: Span) -> bool:  # noqa: ARG002 - all of the text is in this file
        """Return True: see ``holds_text``."""
        return True
