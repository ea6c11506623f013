"""A whole citation: its levels become descriptions from the item outwards, with locator, notes and code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.describe import describe
from pincite.converter.citation.description import Description
from pincite.converter.citation.pieces import Level, levels
from pincite.converter.citation.short_forms import short_form_parts
from pincite.converter.citation.types import set_types

if TYPE_CHECKING:
    from collections.abc import Collection

    from pincite.converter.lexicon import Lexicon


@dataclass
class ReadCitation:
    """What a printed citation says: ``chain`` from the item outwards, the place in it, notes, archive code."""

    chain: list[Description]
    locator: dict[str, str] = field(default_factory=dict)
    note: str | None = None
    archive_code: str | None = None
    unparsed: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """The names and titles as printed, for short forms."""


@dataclass
class _Draft:
    """A citation under way: the sentences about the item, the levels around it, and what to read them by."""

    lexicon: Lexicon
    archive_codes: Collection[str]
    item: list[str] = field(default_factory=list)
    outer: list[Level] = field(default_factory=list)


_CODE = re.compile(r"[A-ZÀ-Þ]{2,6}")


def read_citation(
    raw: str,
    lexicon: Lexicon,
    *,
    archive_codes: Collection[str] = (),
    author_first: bool | None = None,
) -> ReadCitation:
    """Read the printed citation *raw* (with or without its parentheses).

    ``archive_codes`` are short codes the article explains; others are recognised by their capitals.
    """
    read, draft = ReadCitation([], parts=short_form_parts(raw)), _Draft(lexicon, archive_codes)
    for level in levels(_inner(raw), lexicon):
        if level.role == "item":
            draft.item.append(level.text)
        elif level.role == "sentence":
            _sentence(level, read, draft)
        else:
            draft.outer.append(level)
    first = Level("item", ", ".join(draft.item), marked=False)
    read.chain = [describe(first, lexicon, author_first=author_first)]
    for level in draft.outer:
        described = describe(level, lexicon)
        if level.role == "platform":
            _publish(read.chain[-1], described)
        elif _keeps(described, lexicon):
            _keep(read.chain[-1], described)
        else:
            read.chain.append(described)
    _expand_periodicals(read.chain)
    _locate(read)
    read.archive_code = read.archive_code or next(
        (one.archive_code for one in read.chain if one.archive_code), None
    )
    set_types(read.chain, lexicon)
    for described in read.chain:
        read.unparsed.extend(described.unparsed)
        read.note = read.note or described.note
    return read


def _keeps(described: Description, lexicon: Lexicon) -> bool:
    """Return whether a container is no publication but the archive that keeps the item."""
    published = (
        described.publisher or described.volume or described.coverage or described.date or described.editors
    )
    return (
        not published
        and bool(described.archive)
        and (
            "name" in described.archive
            or (described.title is not None and classify.is_archive(described.title, lexicon))
        )
    )


def _keep(item: Description, keeper: Description) -> None:
    """Put an archive's name, collection and boxes on what it keeps."""
    names = [name for name in (keeper.archive.get("name"), keeper.title, *keeper.authors) if name]
    item.archive.update(keeper.archive)
    item.archive["name"] = names[0]
    if len(names) > 1:
        item.archive.setdefault("collection", names[1])
    item.number = item.number or keeper.number
    if keeper.locator and not item.locator:
        item.locator = keeper.locator
    item.unparsed.extend([*names[2:], *keeper.unparsed])


def _expand_periodicals(chain: list[Description]) -> None:
    """Give the journal or newspaper that an item names in passing a description of its own."""
    item = chain[0]
    if item.periodical is None or len(chain) > 1:
        return
    periodical = Description(type="periodical", title=item.periodical, volume=item.volume, issue=item.issue)
    periodical.publisher, item.publisher = item.publisher, None
    item.volume = item.issue = None
    chain.append(periodical)


def _inner(raw: str) -> str:
    text = raw.strip()
    if text[:1] in "([" and text[-1:] in ")]":
        text = text[1:-1]
    return re.sub(r"\s+", " ", text).strip()


def _sentence(level: Level, read: ReadCitation, draft: _Draft) -> None:
    """Say what a sentence without a mark is: a note, an archive code, a container, or more about the item."""
    text, lexicon = level.text.strip(" ."), draft.lexicon
    if lexicon.pattern(lexicon.words("notes")).search(text):
        read.note = f"{read.note}. {text}" if read.note else text
    elif text in draft.archive_codes or (_CODE.fullmatch(text) and read.archive_code is None):
        read.archive_code = text
    elif draft.outer:
        before = draft.outer[-1]
        draft.outer[-1] = Level(before.role, f"{before.text}, {level.text}", before.marked)
    elif _is_container(level, lexicon):
        draft.outer.append(Level("container", level.text, marked=False))
    else:
        draft.item.append(level.text)


def _is_container(level: Level, lexicon: Lexicon) -> bool:
    """Return whether an unmarked sentence describes what the item stands in: it has a volume or a coverage."""
    described = describe(Level("container", level.text, marked=False), lexicon)
    return described.title is not None and (described.volume is not None or described.coverage is not None)


def _publish(described: Description, platform: Description) -> None:
    """Put publisher and platform on the published source: the outermost one."""
    described.publisher = described.publisher or platform.publisher
    described.platform = platform.platform or described.platform
    described.url = described.url or platform.url
    described.archive.update(platform.archive)
    described.unparsed.extend(platform.unparsed)


def _locate(read: ReadCitation) -> None:
    """Give the citation the innermost place that is named; places further out stay with their container."""
    for described in read.chain:
        if described.locator:
            read.locator, described.locator = described.locator, {}
            return
