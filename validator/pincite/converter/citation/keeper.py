"""The archive that keeps a document, as it stands behind "In:": its name, place, collection, boxes and marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.correspondence import correspondence
from pincite.converter.citation.dates import YEAR, only_date
from pincite.converter.citation.description import Description
from pincite.converter.citation.labels import (
    is_locator,
    is_of_publication,
    is_shelf_mark,
    is_unit,
    read_box,
    read_label,
)
from pincite.converter.citation.numbering import behind_name
from pincite.converter.citation.pieces import CAPITAL, parts, parts_around_dates, unquoted
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

_NUMBERED = re.compile(r"(?:[Nn](?:[or]s?|úm)\.?|[Nn][º°]|#|№)\s*[0-9]")
"""A number by its own word, behind a shelf mark or alone: "Nr. 318"."""

_ROMAN = re.compile(r"[IVXLC]+")
_YEAR_LAST = re.compile(rf"\s{YEAR}$")


def read_keeper(text: str, lexicon: Lexicon) -> Description | None:
    """Return the archive that *text* describes, None if it describes a publication or a document.

    An archive is known by its name, by a collection behind its name, or by a shelf mark or box; a volume, an
    editor, a date or a publisher speaks against it.
    """
    listed = [part for _, part in parts_around_dates(text, lexicon)]
    if not listed or any(_is_published(part, lexicon) for part in listed) or unquoted(listed[0])[1]:
        return None
    if correspondence(listed[0], lexicon) is not None:
        return None
    named = next((at for at in range(len(listed)) if _is_keeper(listed, at, lexicon)), None)
    if not _is_kept(listed, named, lexicon):
        return None
    return _described(listed, named or 0, lexicon)


def inline_keeper(text: str, lexicon: Lexicon) -> int | None:
    """Return where in *text* an archive with a collection or a mark begins behind what it keeps."""
    listed = parts_around_dates(text, lexicon)
    for at, (start, part) in enumerate(listed):
        if _is_keeper([part, *(other for _, other in listed[at + 1 : at + 2])], 0, lexicon):
            behind = [other for _, other in parts(text[start:])][1:]
            if any(_YEAR_LAST.search(other) and not _is_mark(other, lexicon) for other in behind):
                return None  # "Das Hafenmuseum, Port Ansel 1926": a book
            if at == 0 and not (
                is_keeper_name(part, lexicon) and any(_is_mark(other, lexicon) for other in behind)
            ):
                continue  # what is kept, not who keeps it
            told = any(_is_mark(other, lexicon) or _is_holding(other, lexicon) for other in behind)
            return start if told and read_keeper(text[start:], lexicon) is not None else None
    return None


def take_code(listed: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take out the code of an archive with the collection behind it; cut "TNA: FO 371" in two parts."""
    found: list[str] = []
    for part in listed:
        code, colon, mark = part.partition(": ")
        two = colon and classify.ARCHIVE_CODE.fullmatch(code) and is_shelf_mark(mark)
        found += [code, mark] if two else [part]
    for at in range(1, len(found) - 1):
        code, behind, further = found[at], found[at + 1], [*found[at + 2 :], ""][0]
        if not classify.ARCHIVE_CODE.fullmatch(code) or described.archive_code is not None:
            continue
        if read_box(behind, Description(), lexicon):
            described.archive_code = code
            return found[:at] + found[at + 1 :]
        worded = behind[:1].isupper() and not any(map(str.isdigit, behind)) and not unquoted(behind)[1]
        if worded and read_box(further, Description(), lexicon):
            described.archive_code, described.archive["collection"] = code, behind
            return found[:at] + found[at + 2 :]
    return found


def is_keeper_name(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* is the name of an archive or library, not of something about one.

    "Harbour Museum" and "Isle of Man Museum" are, "Guide to the Harbour Museum" and "Bulletin du musée" are not.
    """
    if unquoted(part)[1] or not classify.is_archive(part, lexicon) or _is_published(part, lexicon):
        return False
    at = lexicon.first("archive_words", part)
    if lexicon.starts("holdings", part[at:]):  # "Nachlass Lund": something kept, not who keeps it
        return False
    before = part[:at].split()
    if any(word.lower() in lexicon.articles and at > 0 for at, word in enumerate(before)):
        return False
    joined = {*lexicon.words("conjunctions")}
    return not before or not before[-1].islower() or before[-1] in joined or before[-1] in lexicon.articles


def _is_keeper(listed: list[str], at: int, lexicon: Lexicon) -> bool:
    """Return whether a part names an archive: by its word, or in short before a shelf mark ("AD Finistère")."""
    if is_keeper_name(listed[at], lexicon):
        return True
    short = _short_name(lexicon).fullmatch(listed[at]) is not None
    told = short and listed[at].partition(" ")[0].endswith(
        "StA"
    )  # "StA Altenhafen": a state's or a town's archive
    return told or (short and at + 1 < len(listed) and is_shelf_mark(listed[at + 1]))


def _is_kept(listed: list[str], named: int | None, lexicon: Lexicon) -> bool:
    """Return whether the parts, the archive's name at *named*, tell an archive and no publication."""
    marked = any(_is_mark(part, lexicon) for part in listed[1:])
    holding = any(_is_holding(part, lexicon) for part in (listed if named else listed[1:]))
    paged = any(is_locator(part, lexicon) and not _is_folio(part, lexicon) for part in listed)
    if named is None:
        return (marked or (holding and not paged)) and not classify.is_periodical(listed[0], lexicon)
    if named > 0:
        return marked or holding
    bare = [part for part in listed if not is_locator(part, lexicon)]
    return marked or holding or (not paged and (len(bare) > 1 or not _is_about_archives(listed[0], lexicon)))


def _described(listed: list[str], named: int, lexicon: Lexicon) -> Description:
    """Read the parts of an archive; what is no mark and no place is its collection."""
    keeper = Description()
    words: list[str] = []
    marks: list[str] = []
    for at, (part, behind) in enumerate(zip(listed, [*listed[1:], ""], strict=True)):
        text, _ = unquoted(part)
        coded = classify.ACRONYM.fullmatch(part) and not _ROMAN.fullmatch(part)
        if keeper.archive_code is None and coded and _is_mark(behind, lexicon):
            keeper.archive_code = part
        elif at == named:
            keeper.archive["name"] = text
        elif is_locator(part, lexicon) or "://" in part:
            read_label(part, keeper, lexicon)
        elif read_box(part, keeper, lexicon):
            continue
        elif _is_mark(part, lexicon) or (any(map(str.isdigit, part)) and not _is_holding(part, lexicon)):
            marks.append(part)
        elif abs(at - named) == 1 and "place" not in keeper.archive and _is_place(text, lexicon):
            keeper.archive["place"] = text
            keeper.inferred["archive"] = "a single word beside the archive's name is its place"
        else:
            words.append(text)
    if keeper.url is not None:
        keeper.archive["url"], keeper.url = keeper.url, None
    if words:
        keeper.archive["collection"] = ", ".join(words)
    _set_marks(marks, keeper)
    return keeper


def _set_marks(marks: list[str], keeper: Description) -> None:
    """Take shelf marks for the document's number, as everywhere, and "libro 14" for the archive's own piece."""
    numbers = [mark for mark in marks if is_shelf_mark(mark) or _NUMBERED.match(mark)]
    pieces = [mark for mark in marks if mark not in numbers]
    if numbers:
        keeper.number = ", ".join(numbers)
    if pieces:
        keeper.archive["item"] = ", ".join([*filter(None, [keeper.archive.get("item")]), *pieces])


def _is_published(part: str, lexicon: Lexicon) -> bool:
    """Return whether a part can only belong to a publication: a date, a volume, an editor, a publisher."""
    if _is_mark(part, lexicon) or is_locator(part, lexicon):
        return False
    if behind_name(part, Description(), lexicon, in_article=True) != part:
        return True  # "Hafenzeitschrift 12 (1911)"
    dated = only_date(part, lexicon) is not None
    return dated or is_of_publication(part, lexicon) or classify.is_publisher(part, lexicon)


def _is_mark(part: str, lexicon: Lexicon) -> bool:
    return (
        (is_shelf_mark(part) and not is_locator(part, lexicon))
        or is_unit(part, lexicon)
        or (not is_locator(part, lexicon) and read_box(part, Description(), lexicon))
    )


def _is_holding(part: str, lexicon: Lexicon) -> bool:
    """Return whether a part names what an archive holds: "Rennie Papers", "Fonds Lunel", "Nachlass Holm"."""
    return part[:1].isupper() and lexicon.has("holdings", part) and not classify.is_periodical(part, lexicon)


def _is_place(text: str, lexicon: Lexicon) -> bool:
    return " " not in text and not lexicon.has("holdings", text) and classify.is_place(text, lexicon)


def _is_folio(part: str, lexicon: Lexicon) -> bool:
    described = Description()
    return read_label(part, described, lexicon) and "folio" in described.locator


def _is_about_archives(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name with an archive's word may be a periodical's ("Museum News")."""
    at = lexicon.first("archive_words", name)
    return classify.is_periodical(name[:at] + name[at:].partition(" ")[2], lexicon)


@lru_cache(maxsize=16)
def _short_name(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of an archive's name in short: "AD Finistère", "AM de Port-Lunel", "StA Altenhafen"."""
    particle = any_of(lexicon.particles)
    return re.compile(
        rf"(?:[{CAPITAL}]{{2,4}}|[{CAPITAL}]{{0,2}}StA)\s(?:{particle}\s){{0,2}}[{CAPITAL}][\w’'-]+"
    )
