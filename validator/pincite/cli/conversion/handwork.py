"""Files that people worked on: converting must not replace them unasked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.bibliography import bibliography_for
from pincite.bibliography import read as read_bibliography
from pincite.cli.output import CallError
from pincite.export import FORMATS
from pincite.reading.fault import UnreadableError
from pincite.reading.files import RawDocument, read
from pincite.reading.markdown.front_matter import is_annotated, is_markdown
from pincite.reading.opening import read_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json

_METHOD = re.compile(r"""\bmethod["']?\s*:\s*["']?(manual|mixed)\b""")
_INSTEAD = "name another file with --output, or add --force to replace it"
PAGE_MARK = '<meta name="generator" content="Pincite'
"""What stands in the head of every page that Pincite writes."""
_SHOWN = 3


def refuse_replacing(target: str, to: str, document: DocumentData, *, is_made_anew: bool) -> None:
    """Raise CallError where the file *target* has what a document that is written there as *to* has not.

    That is a document worked on by hand; an article without annotation, which is no document; a page that somebody else made;
    a bibliography with entries that are no sources of the document. One that ``is_made_anew``, of an article or a
    bibliography, replaces no document either that does not say a program made it.
    """
    text = _text_of(target)
    _refuse_handwork(target, text, is_made_anew=is_made_anew)
    if not text.strip():
        return
    if FORMATS[to].holds == "sources":
        _refuse_entries(target, text, {source["id"] for source in document.get("sources", [])})
    elif bibliography_for(target):
        raise CallError(f"{target} is a bibliography; {_INSTEAD}")
    elif FORMATS[to].shows_pictures and PAGE_MARK not in text:
        raise CallError(f"{target} is a page that Pincite did not write; {_INSTEAD}")
    elif is_markdown(target) and not is_annotated(target):
        raise CallError(f"{target} is an article without annotation; {_INSTEAD}")


def is_page_of_ours(path: str) -> bool:
    """Return whether a file is a page that Pincite wrote."""
    return PAGE_MARK in _text_of(path)


def _refuse_handwork(target: str, text: str, *, is_made_anew: bool) -> None:
    """Raise CallError where a document states handwork, or states it in broken syntax, or may have to be taken for such."""
    documents = [each.data for each in _documents_in(target)]
    methods = [_method_of(each) for each in documents] or list(_METHOD.findall(text))
    method = next((each for each in methods if each in {"manual", "mixed"}), None)
    if method is not None:
        raise CallError(
            f"{target} was worked on by hand (annotation.method: {method}), and converting would lose that work; "
            + _INSTEAD
        )
    unsaid = (isinstance(one, dict) and "pincite" in one and _method_of(one) is None for one in documents)
    if is_made_anew and any(unsaid):
        raise CallError(
            f"{target} is a document that does not say how it was made (annotation.method), perhaps by hand; {_INSTEAD}"
        )


def _refuse_entries(target: str, text: str, ids: Collection[str]) -> None:
    format_name = bibliography_for(target)
    if format_name is None:
        return
    try:
        listed = read_bibliography(format_name, text)
    except (ImportError, UnreadableError):  # nobody can say what would be lost
        raise CallError(
            f"{target} cannot be read, so nobody knows what replacing it would lose; {_INSTEAD}"
        ) from None
    if any(one.rule.severity == "error" for one in listed.remarks):
        raise CallError(f"{target} has entries that cannot be read and would be lost; {_INSTEAD}")
    others = [source["id"] for source in listed.sources if source["id"] not in ids]
    if others:
        named = ", ".join(f"'{one}'" for one in others[:_SHOWN]) + (", …" if len(others) > _SHOWN else "")
        raise CallError(f"{target} has entries that would be lost ({named}); {_INSTEAD}")


def _documents_in(target: str) -> list[RawDocument]:
    """Return the documents in a file, none where there is no file or it has none."""
    try:
        if not Path(target).is_file():
            return []
    except OSError:  # a name that no file can have; writing will tell
        return []
    return [each for each in read(target) if isinstance(each, RawDocument)]


def _text_of(target: str) -> str:
    """Return what a file says, empty where there is none or it is no text."""
    try:
        return read_text(target) if Path(target).is_file() else ""
    except (OSError, UnreadableError):
        return ""


def _method_of(data: Json) -> Json:
    annotation = data.get("annotation") if isinstance(data, dict) else None
    return annotation.get("method") if isinstance(annotation, dict) else None
