"""``pincite convert ARTICLE --update DOCUMENT``: a changed article converted anew, with people's work kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.conversion.article import content_of, document_of, opened_article, text_reference
from pincite.cli.conversion.house import house_of
from pincite.cli.conversion.keeping_comments import comments_in, with_comments
from pincite.cli.conversion.places import pictures_folder
from pincite.cli.conversion.rewriting import is_document, sound_document
from pincite.cli.conversion.wishes import Written
from pincite.cli.output import CallError, tell
from pincite.cli.relocation import relocated
from pincite.converter.article import convert_manuscript
from pincite.converter.compose.images import embedded
from pincite.converter.readers.text import manuscript
from pincite.converter.update.document import updated
from pincite.export import FORMATS, format_for, write
from pincite.reading.markdown.front_matter import is_markdown
from pincite.reporters.columns import cut
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.cli.conversion.wishes import Wishes
    from pincite.converter.opened import OpenedArticle
    from pincite.converter.styles import Style
    from pincite.converter.update.report import Report
    from pincite.model.document import Document
    from pincite.model.format import DocumentData

_UPDATED = (".pincite.yaml", ".pincite.yml", ".pincite.json")
"""What the names of documents end with that can be brought up to date."""
_TELLING, _SHARE = 20, 0.1
"""Code points from which on a line is no article's by chance, and the share of them that an article keeps at least."""
_LONGEST = 60
"""Columns of the words that name a place which has no other name."""


def brought_up_to_date(
    article: str, document: str, target: str, wishes: Wishes, *, replaces: bool
) -> Written:
    """Return *document* as it is for the changed *article* at *target*, and tell what became of it.

    *replaces*: it will stand where the document stands, and comments that are not in it are lost. Raises CallError where
    either cannot be read, the document has faults of structure, or comments would be lost.
    """
    if not document.endswith(_UPDATED):
        what = (
            "annotated Markdown keeps too little of how it was made"
            if is_markdown(document)
            else "its name says it is none"
        )
        names = ", ".join(f"NAME{suffix}" for suffix in _UPDATED)
        raise CallError(f"--update needs a Pincite document ({names}), and {document} cannot be one: {what}")
    if is_document(article):
        raise CallError(f"{article} is a document itself; name the article that {document} was made of")
    to = wishes.to or format_for(target)
    if not FORMATS[to].is_whole:
        raise CallError(f"--update keeps all of a document, and {to} holds only a part of it")
    content = content_of(document)
    old, _ = sound_document(document, "update", content)
    opened = opened_article(article, wishes)
    if not wishes.force and _is_another(old, opened.manuscript.text):
        raise CallError(
            f"{article} has hardly a paragraph of the article that {document} was made of; add --force if it is right"
        )
    folder = pictures_folder(target)
    new = document_of(opened, article, target, wishes, pictures=folder)
    data = relocated(old.data, Path(document).parent, Path(target).parent)
    base, old_text = _base(old, opened, new, house_of(article, wishes).styles)
    found, report = updated(data, base, new, old_text, opened.manuscript.text)
    if wishes.refer or "path" in old.data["article"].get("text", {}):
        found["article"]["text"] = text_reference(opened, article, target)
    text = write(found, to, opened.manuscript.text)
    if not document.endswith(".json"):
        text = _with_comments(document, content, text, to, is_lost=replaces and not wishes.force)
    _tell(report, document)
    pictures = tuple((f"{folder}/{name}", content) for name, content in embedded(opened.manuscript))
    return Written(text, pictures if folder else ())


def _with_comments(document: str, content: bytes, text: str, to: str, *, is_lost: bool) -> str:
    """Return the new text with the comments of the old document; raises CallError where they would be lost for good."""
    number = len(comments_in(content))
    if not number:
        return text
    kept = with_comments(document, content, text) if to == "yaml" else None
    if kept is not None:
        return kept
    comments = counted(number, "comment")
    if is_lost:
        raise CallError(
            f"{document} has {comments}, and not all can stay with what has changed; "
            "add --force to write it without any, or name another file with --output"
        )
    tell(f"pincite: {comments} of {safe(document)} not kept")
    return text


def _is_another(old: Document, text: str) -> bool:
    """Return whether a text is not the article that a document was made of: few of its paragraphs stand in it."""
    if not old.text:
        return False
    paragraphs = {line.strip() for line in old.text.splitlines() if len(line) > _TELLING}
    return bool(paragraphs) and sum(line in text for line in paragraphs) < _SHARE * len(paragraphs)


def _base(
    old: Document, opened: OpenedArticle, new: DocumentData, styles: Sequence[Style]
) -> tuple[DocumentData | None, str | None]:
    """Return a fresh conversion of the text that a document was made of, and that text; None where it is lost."""
    about = old.data["article"]
    text, kept = old.text, about.get("text", {})
    if text is None or ("content" not in kept and not _is_as_it_was(old)):
        return None, None
    if text == opened.manuscript.text:  # another format may tell more than its text does
        return new, text
    return convert_manuscript(manuscript(text), styles), text


def _is_as_it_was(old: Document) -> bool:
    """Return whether the file with a document's text still has the bytes that the document was made of."""
    kept = old.data["article"].get("text", {})
    file = old.named_file(kept.get("path", ""))
    if file is None or "sha256" not in kept:
        return False
    return file.sha256 == kept["sha256"]


def _tell(report: Report, document: str) -> None:
    if report.was_guessed:
        tell(
            f"pincite: the text that {safe(document)} was made of is not there any more; whatever differs from the "
            "new conversion is kept"
        )
    for what, names in (
        ("new", report.new),
        ("no longer in the article, kept", report.vanished),
        ("at several places of the article, kept without a place", report.ambiguous),
    ):
        if names:
            listed = ", ".join(safe(cut(name, _LONGEST)) for name in names)
            tell(f"pincite: {what}: {listed}")
    if report.shown:
        tell(
            f"pincite: pictures as the article links them now: {', '.join(safe(one) for one in report.shown)}"
        )
    if report.left_out:
        tell(f"pincite: left out, as it was taken out of the document before: {report.left_out}")
    tell(f"pincite: {safe(document)}: {counted(report.moved, 'place')} moved")
