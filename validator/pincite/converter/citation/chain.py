"""A whole citation: its levels become descriptions from the item outwards, with locator, notes and code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.author_year import author_year
from pincite.converter.citation.describe import describe
from pincite.converter.citation.description import Description
from pincite.converter.citation.full_stops import with_commas
from pincite.converter.citation.keeper import inline_keeper, read_keeper
from pincite.converter.citation.labels import issue_number
from pincite.converter.citation.law import join_sections
from pincite.converter.citation.pieces import Level, levels, plain_apostrophes
from pincite.converter.citation.several import first_of_several
from pincite.converter.citation.template import read_template
from pincite.converter.citation.types import set_types

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.converter.lexicon import Lexicon

_OF_PUBLICATION = (
    "publisher", "publisher_place", "edition", "platform", "url", "doi", "accessed", "number", "volume", "issue",
    "coverage", "note", "archive_code",
)  # fmt: skip
"""What may stand behind "From:" and belongs to the published source."""


@dataclass(frozen=True)
class ReadCitation:
    """What a printed citation says: ``chain`` from the item outwards, the place in it, a note, an archive code.

    ``unparsed`` are the pieces nobody understood; ``resolved_by`` says why the chain is another citation's.
    """

    chain: tuple[Description, ...]
    locator: Mapping[str, str]
    note: str | None = None
    archive_code: str | None = None
    unparsed: tuple[str, ...] = ()
    resolved_by: str | None = None


@dataclass
class _Draft:
    """A citation under way: the sentences about the item, the levels around it, and what stands beside them."""

    lexicon: Lexicon
    item: list[str] = field(default_factory=list)
    outer: list[Level] = field(default_factory=list)
    note: str | None = None
    archive_code: str | None = None


def read_citation(raw: str, lexicon: Lexicon) -> ReadCitation:
    """Read the printed citation *raw* (with or without its parentheses, and a "see" before it).

    Of several sources in one citation the first is read; the others stay in ``unparsed``, whole.
    """
    text, others = first_of_several(_inner(raw, lexicon), lexicon)
    read = _read_one(text, lexicon)
    return replace(read, unparsed=(*read.unparsed, others)) if others else read


def _read_one(text: str, lexicon: Lexicon) -> ReadCitation:
    """Read a citation of one source, without parentheses."""
    for template in lexicon.templates:
        by_template = read_template(text, template, lexicon)
        if by_template is not None:
            return _templated(*by_template, lexicon)
    by_year = author_year(text, lexicon)
    if by_year is not None:
        return ReadCitation((by_year[0],), by_year[1])
    draft = _Draft(lexicon)
    for level in levels(join_sections(with_commas(text, lexicon), lexicon), lexicon):
        if level.role == "item":
            draft.item.append(level.text)
        elif level.role == "sentence":
            _sentence(level, draft)
        else:
            draft.outer.append(level)
    _split_off_keeper(draft)
    chain = [describe(Level("item", ", ".join(draft.item), marked=False), lexicon)]
    for level in draft.outer:
        keeper = read_keeper(level.text, lexicon) if level.role == "container" else None
        if level.role == "platform":
            _publish(chain[-1], describe(level, lexicon))
        elif keeper is not None:
            _keep(chain[-1], keeper)
        else:
            chain.append(describe(level, lexicon))
    _expand_periodicals(chain, lexicon)
    _number_issues(chain, lexicon)
    locator = _locate(chain)
    set_types(chain, lexicon)
    _enclose(chain)
    return ReadCitation(
        chain=() if len(chain) == 1 and chain[0].is_empty() else tuple(chain),
        locator=locator,
        note=draft.note or next((one.note for one in chain if one.note), None),
        archive_code=draft.archive_code
        or next((one.archive_code for one in chain if one.archive_code), None),
        unparsed=tuple(piece for one in chain for piece in one.unparsed),
    )


def _templated(chain: list[Description], locator: dict[str, str], lexicon: Lexicon) -> ReadCitation:
    """Return what a citation says whose parts stand in the order of a house's template."""
    if chain[0].type is None:
        set_types(chain, lexicon)
    return ReadCitation(chain=tuple(chain), locator=locator, note=chain[0].note)


def _inner(raw: str, lexicon: Lexicon) -> str:
    """Return a citation without its parentheses, with single blanks, and without a "see" in front."""
    text = raw.strip()
    if text[:1] in {"(", "["} and text[-1:] in {")", "]"}:
        text = text[1:-1]
    text = re.sub(r"\s+", " ", text).strip()
    see = lexicon.starts("see", text)
    return text[see.end() :].lstrip(" :,") if see else text


def _sentence(level: Level, draft: _Draft) -> None:
    """Say what a sentence without a mark is: a note, an archive code, a container, or more about the item."""
    text, lexicon = level.text.strip(" ."), draft.lexicon
    if lexicon.pattern(lexicon.words("notes")).search(plain_apostrophes(text)):
        draft.note = f"{draft.note}. {text}" if draft.note else text
    elif classify.ACRONYM.fullmatch(text) and draft.archive_code is None:
        draft.archive_code = text
    elif draft.outer:
        before = draft.outer[-1]
        draft.outer[-1] = Level(before.role, f"{before.text}, {level.text}", before.marked)
    elif _is_container(level, lexicon):
        draft.outer.append(Level("container", level.text, marked=False))
    else:
        draft.item.append(level.text)


def _split_off_keeper(draft: _Draft) -> None:
    """Make the archive that is named behind the item, without an "In:", a level of its own."""
    text = ", ".join(draft.item)
    at = inline_keeper(text, draft.lexicon)
    if at is not None:
        draft.item = [text[:at].rstrip(" ,;")]
        draft.outer.insert(0, Level("container", text[at:], marked=False))


def _is_container(level: Level, lexicon: Lexicon) -> bool:
    """Return whether an unmarked sentence describes what the item stands in: it has a volume or a coverage."""
    described = describe(Level("container", level.text, marked=False), lexicon)
    return described.title is not None and (described.volume is not None or described.coverage is not None)


def _keep(item: Description, keeper: Description) -> None:
    """Put an archive's name, place, collection and boxes on what it keeps; nothing printed twice is lost."""
    for part, value in keeper.archive.items():
        if item.archive.setdefault(part, value) != value:
            item.unparsed.append(value)
    item.inferred.update(keeper.inferred)
    if item.archive_code is None:
        item.archive_code = keeper.archive_code
    if item.number is None:
        item.number = keeper.number
    elif keeper.number is not None:  # a document's own number ("No. 38") and the archive's mark for it
        item.archive["item"] = ", ".join(filter(None, [keeper.number, item.archive.get("item")]))
    for label, value in keeper.locator.items():
        if item.locator.setdefault(label, value) != value:
            item.unparsed.append(f"{label} {value}")


def _expand_periodicals(chain: list[Description], lexicon: Lexicon) -> None:
    """Give the journal or newspaper that an item names in passing a description of its own."""
    item = chain[0]
    if item.periodical is None or len(chain) > 1:
        return
    periodical = Description(type="periodical", title=item.periodical, volume=item.volume, issue=item.issue)
    periodical.publisher, item.publisher = item.publisher, None
    item.volume = item.issue = None
    number = issue_number(item.number or "", lexicon)
    if (
        number is not None
        and periodical.issue is None
        and "-" not in (item.date or "-")
        and item.type is None
    ):
        periodical.issue, item.number = number, None
    chain.append(periodical)


def _number_issues(chain: list[Description], lexicon: Lexicon) -> None:
    """Take "No. 3" of a newspaper or journal that an item stands in for the number of its issue."""
    for described in chain[1:]:
        number = issue_number(described.number or "", lexicon)
        named = described.title is not None and classify.is_periodical(described.title, lexicon)
        if named and number is not None and described.issue is None and described.volume is None:
            described.issue, described.number = number, None


def _publish(described: Description, platform: Description) -> None:
    """Put publisher, year and platform on the published source: the outermost one; nothing printed is dropped."""
    for member in _OF_PUBLICATION:
        value = getattr(platform, member)
        if getattr(described, member) is None:
            setattr(described, member, value)
        elif value not in (None, getattr(described, member)):
            described.unparsed.append(value)
    for people in ("editors", "translators"):
        getattr(described, people).extend(
            name for name in getattr(platform, people) if name not in getattr(described, people)
        )
    _publish_in(described, platform)
    described.archive.update(platform.archive)
    if platform.locator and not described.locator:
        described.locator = platform.locator
    else:
        described.unparsed.extend(f"{label} {value}" for label, value in platform.locator.items())
    described.unparsed.extend(platform.unparsed)


def _publish_in(described: Description, platform: Description) -> None:
    """Put the publisher's year on what was published; a volume's own year before is what the volume covers."""
    if platform.date is None and platform.date_text is None:
        return
    if described.volume is not None and described.coverage is None and "-" not in (described.date or "-"):
        described.coverage, described.date = described.date, None
        described.inferred["coverage"] = "a year of its own before the publisher's"
    unpublished = described.date is not None or described.date_text is not None or described.recipients
    if unpublished:
        described.unparsed.append(platform.date_text or platform.date or "")
        return
    described.date, described.date_text = platform.date, platform.date_text
    if "date" in platform.inferred:
        described.inferred["date"] = platform.inferred["date"]


def _enclose(chain: list[Description]) -> None:
    """Say of what stands in a letter that it is its enclosure: a letter prints nothing."""
    for inner, outer in pairwise(chain):
        if inner.relation is None and outer.type in {"letter", "telegram"}:
            inner.relation, inner.relation_reason = "enclosure", "it stands in a letter"


def _locate(chain: list[Description]) -> dict[str, str]:
    """Take the innermost place that is named for the citation's; places further out stay with their container."""
    for described in chain:
        if described.locator:
            locator, described.locator = described.locator, {}
            return locator
    return {}
