"""``pincite new``: a document for one article, which a person annotates by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.conversion.article import document_of, opened_article
from pincite.cli.conversion.bibliography import format_of
from pincite.cli.conversion.places import climbs, document_name, path_from
from pincite.cli.conversion.rewriting import is_document
from pincite.cli.output import CallError, show, tell
from pincite.cli.starting.new_files import as_argument, is_there, write_new
from pincite.cli.starting.schema_copy import modeline
from pincite.cli.starting.skeleton import skeleton
from pincite.reading.opening import STDIN
from pincite.reporters.counted import counted

if TYPE_CHECKING:
    from pincite.cli.conversion.wishes import Wishes
    from pincite.converter.opened import OpenedArticle
    from pincite.model.format import ArticleText, DocumentData

_SUFFIXES = (".pincite.yaml", ".pincite.yml")


def new(article: str, output: str | None, wishes: Wishes) -> None:
    """Write the document for *article* beside it or to *output* (``-``: standard output); raises CallError."""
    if article == STDIN:
        raise CallError("a document names its article's file; save the article, and name it instead of -")
    if is_document(article):
        raise CallError(f"{article} is a document already; pincite check judges it")
    if format_of(article, wishes) is not None:
        raise CallError(
            f"{article} is a bibliography, not an article; pincite convert makes a catalogue of it"
        )
    target = output or str(Path(article).parent / document_name(article, "yaml"))
    if target != "-":
        _refuse(target)
    at = None if target == "-" else target
    opened = opened_article(article, wishes)
    found = document_of(opened, article, at, wishes)
    about = found["article"].copy()
    about["text"] = _text(opened, article, at)
    text = skeleton(about, modeline(Path(target if at is not None else article)))
    if at is None:
        show(text)
        return
    write_new(Path(target), text)
    show(f"wrote {as_argument(target)}\nnext: pincite check {as_argument(target)}\n")
    _tell_citations(found, article)


def _refuse(target: str) -> None:
    """Raise CallError for what a document is not written to."""
    if not target.endswith(_SUFFIXES):
        raise CallError(
            f"{target} would be no Pincite file by its name; call it NAME.pincite.yaml, as its comments need YAML"
        )
    if is_there(Path(target)):
        raise CallError(f"{target} is there already, and is left as it is; name another file with --output")


def _text(opened: OpenedArticle, article: str, target: str | None) -> ArticleText:
    """Return what the document says of the text: where it lies if the file is nothing but the text, else the text."""
    if opened.is_its_own_text:
        folder = Path() if target is None else Path(target).parent
        way = path_from(folder, article)
        # a file farther up than checking looks, or with a name that no document can hold, is taken in
        if way is not None and way.split("/").count("..") <= climbs(folder):
            return {"path": way, "sha256": opened.sha256, "media_type": "text/plain"}
    return {"content": opened.manuscript.text}


def _tell_citations(found: DocumentData, article: str) -> None:
    """Tell of citations that need not be typed."""
    owners = [*found.get("quotations", []), *found.get("claims", [])]
    number = sum(len(owner.get("citations", ())) for owner in owners)
    if number:
        verb = "is" if number == 1 else "are"
        tell(
            f"pincite: {counted(number, 'citation')} in it {verb} not taken over; "
            f"pincite convert {as_argument(article)} reads them by itself"
        )
