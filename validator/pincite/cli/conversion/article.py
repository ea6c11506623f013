"""One article becomes one document, with the pictures that its file holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.cli.conversion.bibliography_signs import looks_like
from pincite.cli.conversion.handwork import refuse_replacing
from pincite.cli.conversion.house import house_of
from pincite.cli.conversion.pictures import beside
from pincite.cli.conversion.places import climbs, folder_of, path_from, pictures_folder
from pincite.cli.conversion.wishes import Written
from pincite.cli.output import CallError, tell, told
from pincite.converter.article import convert_manuscript
from pincite.converter.compose.images import embedded
from pincite.converter.compose.origin import Origin
from pincite.converter.opened import MissingExtraError, open_article
from pincite.export import FORMATS, carry_out, format_for
from pincite.export.telling import findings_without_places
from pincite.reading.articles import no_article
from pincite.reading.fault import UnreadableError
from pincite.reading.markdown.front_matter import has_body, has_key
from pincite.reading.opening import STDIN, read_bytes
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from pincite.cli.conversion.wishes import Wishes
    from pincite.converter.opened import OpenedArticle
    from pincite.model.format import ArticleText, DocumentData

_PINCITE = re.compile(r"""\ufeff?(?:\s|\#[^\n]*\n|---\n)*(?:\{\s*)?["']?pincite["']?\s*:""")
"""How a Pincite document begins: with its version, behind comments perhaps."""
_HEAD = 16_384
"""Bytes that are looked at for that."""


def converted(path: str, target: str | None, wishes: Wishes, content: bytes | None = None) -> Written:
    """Return the document for the article at *path* (``-``: standard input) that goes to the file *target*.

    Without a target it is for the working folder; *content* are the article's bytes where they were read already. Raises
    CallError, also where it would replace what somebody worked on by hand.
    """
    if wishes.refer and path == STDIN:
        raise CallError("--text-path needs an article in a file, not standard input")
    opened = opened_article(path, wishes, content)
    to = wishes.to or format_for(target)
    whole = target is not None and FORMATS[to].holds != "sources"
    folder = pictures_folder(target) if target is not None and whole else None
    document = document_of(opened, path, target, wishes, pictures=folder)
    if wishes.refer:
        document["article"]["text"] = text_reference(opened, path, target)
    pictures = tuple((f"{folder}/{name}", content) for name, content in embedded(opened.manuscript))
    if target is not None and not wishes.force:
        refuse_replacing(target, to, document, is_made_anew=True)
    document, copied = beside(document, path, to, target)
    exported = carry_out(document, to, opened.manuscript.text)
    lost = findings_without_places(path, document, to, exported.losses)
    counts = _counts(document)
    return Written(
        exported.text, (*pictures, *copied) if folder else (), counts, tuple(lost), held=counts[:2]
    )


def opened_article(path: str, wishes: Wishes, content: bytes | None = None) -> OpenedArticle:
    """Return the article read from a file or standard input; raises CallError, and tells a detected encoding."""
    name = "standard input" if path == STDIN else path
    content = content_of(path) if content is None else content
    try:
        opened = open_article(
            content,
            "" if path == STDIN else path,
            format_name=wishes.source,
            encoding=wishes.encoding,
            paragraph_styles=house_of(path, wishes).paragraph_styles,
        )
    except UnreadableError as error:
        hint = f"; {error.fault.hint}" if error.fault.hint else ""
        raise CallError(f"cannot read {path}: {error.fault.message}{hint}") from None
    except MissingExtraError as error:
        raise CallError(f"cannot read {path}: {error}") from None
    except LookupError:
        raise CallError(f"no encoding is called '{wishes.encoding}'; one is 'windows-1252'") from None
    except ValueError as error:
        raise CallError(f"--encoding does not go with {name}: {error}") from None
    _refuse_no_article(name, opened)
    if opened.detected:
        tell(f"pincite: {safe(name)} read as {opened.encoding}, detected; --encoding NAME says otherwise")
    return opened


def document_of(
    opened: OpenedArticle,
    path: str,
    target: str | None,
    wishes: Wishes,
    *,
    pictures: str | None = None,
) -> DocumentData:
    """Return the document for an article at *path* that is to stand at *target*."""
    folder = folder_of(target)
    way = None if path == STDIN else path_from(folder, path)
    origin = Origin(
        original=None if opened.is_its_own_text else opened.described(way),
        folder=None if path == STDIN else path_from(folder, str(folder_of(path))),
        climbs=climbs(folder),
        pictures=pictures,
    )
    return convert_manuscript(opened.manuscript, house_of(path, wishes).styles, origin=origin)


def holds_document(content: bytes) -> bool:
    """Return whether some bytes are a document already: YAML or JSON, or annotated Markdown."""
    head = content[:_HEAD].decode("utf-8", "replace")
    as_json = head.lstrip("\ufeff \t\r\n").startswith("{") and '"pincite"' in head
    return as_json or bool(_PINCITE.match(head)) or (has_key(content) and has_body(content))


def content_of(path: str) -> bytes:
    """Return the bytes of a file or of standard input; raises CallError."""
    try:
        return read_bytes(path)
    except OSError as error:
        raise CallError(f"cannot read {path}: {told(error)}") from None
    except UnreadableError as error:
        raise CallError(f"cannot read {path}: {error.fault.message}; {error.fault.hint}") from None


def text_reference(opened: OpenedArticle, path: str, target: str | None) -> ArticleText:
    """Return what a document at *target* says of an article's text that it refers to; raises CallError."""
    if not opened.is_its_own_text:
        what = f"{opened.format} file" if opened.format != "text" else f"text in {opened.encoding}"
        raise CallError(f"--text-path is for plain text in UTF-8, and {path} is a {what}; leave it out")
    way = path_from(folder_of(target), path)
    if way is None:
        raise CallError(
            f"cannot refer to {path}: its path has characters that a document's path cannot have; "
            "rename it, or leave out --text-path"
        )
    return {"path": way, "sha256": opened.sha256}


def _refuse_no_article(name: str, opened: OpenedArticle) -> None:
    text = opened.manuscript.text
    if opened.format == "text" and _PINCITE.match(text):
        raise CallError(f"{name} is a Pincite file, not an article; pincite check judges it")
    likely = looks_like(text) if opened.format == "text" else None
    if likely is not None:
        raise CallError(
            f"{name} looks like {likely.called}, not like an article; --from {likely.format} reads it, "
            f"and by itself a file called NAME{likely.ending}"
        )
    fault = no_article(text)
    if fault is not None:
        raise CallError(f"{name} {fault.reason}; {fault.advice or 'there is nothing to convert'}")


def _counts(document: DocumentData) -> tuple[int, int, int]:
    quotations = document.get("quotations", [])
    owners = [*quotations, *document.get("claims", [])]
    citations = sum(len(owner.get("citations", ())) for owner in owners)
    return len(quotations), citations, len(document.get("images", []))
