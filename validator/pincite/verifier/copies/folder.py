"""A folder of pages: a file each, in the natural order of their names."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.media_types import FOLDER
from pincite.model.page_words import OF_NAMES
from pincite.reading.opening import reason
from pincite.verifier.copies.copy_text import CopyFault, CopyText
from pincite.verifier.copies.extract import CopyError, too_large, unreadable
from pincite.verifier.copies.paged import Book, PageText
from pincite.verifier.copies.registry import PICTURE_SUFFIXES, TEXT_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.copies.limits import Limits

_SKIPPED = frozenset({"thumbs.db", "desktop.ini", "cachedir.tag"})
"""What systems leave in folders."""
_DIGITS = re.compile(r"([0-9]+)")
_NAMED = re.compile(
    rf"(?:^|[\W\d_]){OF_NAMES}[ _.-]{{0,3}}0*([0-9]{{1,5}}(?:[rv]|[a-d])?)(?![0-9a-z])",
    re.IGNORECASE,
)
_LAST = re.compile(r"0*([0-9]{1,5}(?:[rv])?)(?![0-9a-z])", re.IGNORECASE)


class PageFile(NamedTuple):
    """A file with one page, or with several that are part of the whole."""

    path: str
    name: str
    label: str | None


class PageFiles(NamedTuple):
    """The files of a folder in their order, and what there is to say of those that are left out."""

    files: list[PageFile]
    notes: tuple[str, ...] = ()


def page_files(path: str, limits: Limits) -> PageFiles:
    """Return the files of a folder in the natural order of their names: "p9" before "p10".

    Folders in it, hidden files and what systems leave behind count for nothing; of a picture and a text with the same
    name the text is read. Raises CopyError for a folder that cannot be read, is empty, or has more files than there
    may be pages.
    """
    names = []
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.lower() in _SKIPPED or entry.is_dir():
                    continue
                names.append(entry.name)
                if len(names) > limits.pages:
                    raise too_large(
                        f"the folder has more than {limits.pages:,} files, the most that are read"
                    )
    except OSError as error:
        raise unreadable(f"the folder cannot be read: {reason(error)}") from None
    if not names:
        raise unreadable("the folder has no files in it")
    texts = {_stem(name) for name in names if _suffix(name) in TEXT_SUFFIXES}
    left_out = [name for name in names if _suffix(name) in PICTURE_SUFFIXES and _stem(name) in texts]
    notes = (f"{len(left_out)} pictures are not read: texts of the same name are",) if left_out else ()
    files = [
        PageFile(_inside(path, name), name, label_of(name))
        for name in sorted(names, key=natural)
        if name not in left_out
    ]
    return PageFiles(files, notes)


def _inside(folder: str, name: str) -> str:
    """Return the path of a file in a folder; raises CopyError for a link that leads out of it."""
    root = os.path.realpath(folder)
    target = os.path.realpath(os.path.join(root, name))  # noqa: PTH118 - as elsewhere
    if os.path.dirname(target) != root and not target.startswith(root.rstrip(os.sep) + os.sep):  # noqa: PTH120 - as above
        raise CopyError(CopyFault("outside", f"{name} in the folder is a link that leads out of it"))
    return target


def together(files: Sequence[PageFile], texts: Sequence[CopyText], limits: Limits) -> CopyText:
    """Return the texts of files as one. A file is a page with the label of its name, unless it has pages of its own."""
    book = Book(limits.characters)
    for file, one in zip(files, texts, strict=True):
        if len(one.pages) <= 1:
            own = one.pages[0].label if one.pages else None
            book.add(PageText(one.text, own or file.label, one.words))
            continue
        for page in one.pages:
            words = [
                word._replace(start=word.start - page.start, end=word.end - page.start)
                for word in one.words
                if word.page == page.number
            ]
            book.add(PageText(one.text[page.start : page.end], page.label, words))
    if len(book.pages) > limits.pages:
        raise too_large(f"the folder has {len(book.pages):,} pages; at most {limits.pages:,} are read")
    notes = dict.fromkeys(note for one in texts for note in one.notes)
    extractors = dict.fromkeys(one.extractor for one in texts if one.extractor)
    return CopyText(
        text=book.text,
        sha256="",
        media_type=FOLDER,
        extractor="; ".join(extractors),
        pages=tuple(book.pages),
        words=tuple(book.words),
        scanned=any(one.scanned for one in texts),
        notes=tuple(notes),
    )


def _stem(name: str) -> str:
    return os.path.splitext(name)[0].casefold()  # noqa: PTH122 - a name, not a path


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - as above


def natural(name: str) -> tuple[list[tuple[int, int, str]], str]:
    """Return the key by which names follow one another as people count: numbers by their value."""
    parts = _DIGITS.split(name.casefold())
    return [(1, int(part), "") if at % 2 else (0, 0, part) for at, part in enumerate(parts)], name


def label_of(name: str) -> str | None:
    """Return the label that a page's file name has: the number behind a word for a page, else its last number."""
    stem = _stem(name)
    named = _NAMED.findall(stem) or _LAST.findall(stem)
    return str(named[-1]) if named else None
