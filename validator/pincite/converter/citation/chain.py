"""A whole citation: its levels become descriptions from the item outwards, with locator, notes and code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.author_year import author_year
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.describe import describe
from pincite.converter.citation.expand import expand, issue_behind_slashes
from pincite.converter.citation.full_stops import with_commas
from pincite.converter.citation.keeper import inline_keeper, read_keeper
from pincite.converter.citation.law import join_sections
from pincite.converter.citation.pieces import CAPITAL, Level, levels, parts, unquoted
from pincite.converter.citation.published import publish
from pincite.converter.citation.scripture import scripture
from pincite.converter.citation.several import first_of_several
from pincite.converter.citation.template import read_template
from pincite.converter.citation.types import set_types

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon


_SIGNATURE = re.compile(rf"\.?\s?[—–-]\s(?:[{CAPITAL}]\.\s?){{1,3}}$")
"""Initials behind a dash at the end of a remark."""


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
    locator_reason: str | None = None
    """Why a place is what it is said to be, where no word says so."""


@dataclass
class _Draft:
    """A citation under way: the sentences about the item, the levels around it, and what stands beside them."""

    lexicon: Lexicon
    item: list[str] = field(default_factory=list)
    outer: list[Level] = field(default_factory=list)
    note: str | None = None
    archive_code: str | None = None
    same: list[str] = field(default_factory=list)


def read_citation(raw: str, lexicon: Lexicon) -> ReadCitation:
    """Read the printed citation *raw* (with or without its parentheses, and a "see" before it).

    Of several sources in one citation the first is read; the others stay in ``unparsed``, whole.
    """
    text, others = first_of_several(_inner(raw, lexicon), lexicon)
    read = _read_one(text, lexicon)
    return replace(read, unparsed=(*read.unparsed, others)) if others else read


def _read_one(text: str, lexicon: Lexicon) -> ReadCitation:
    """Read a citation of one source, without parentheses."""
    known = _read_form(text, lexicon)
    if known is not None:
        return known
    text, note = _signed_note(text, lexicon)
    draft = _Draft(lexicon, note=note)
    for level in levels(join_sections(with_commas(text, lexicon), lexicon), lexicon):
        _place(level, draft)
    _split_off_keeper(draft)
    relation = next((level.relation for level in draft.outer), None)
    chain = [describe(Level("item", ", ".join(draft.item), marked=False, relation=relation), lexicon)]
    for at, level in enumerate(draft.outer):
        if at > 0 and level.relation is not None:
            chain[-1].relation = level.relation
        keeper = (
            read_keeper(level.text, lexicon) if level.role == "container" and not level.relation else None
        )
        if level.role == "platform":
            publish(chain[-1], describe(level, lexicon))
        elif keeper is not None:
            _keep(chain[-1], keeper)
        else:
            # what is quoted from is a source like any other
            whole = replace(level, role="item", relation=None) if level.relation == "quoted_in" else level
            chain.append(describe(whole, lexicon))
    if " // " in text and len(chain) > 1:
        issue_behind_slashes(chain[1], lexicon)
    expand(chain, lexicon)
    set_types(chain, lexicon)
    reason = next((one.locator_reason for one in chain if one.locator), None)
    locator = _locate(chain)
    _enclose(chain)
    _settle_article(chain)
    return ReadCitation(
        chain=() if len(chain) == 1 and chain[0].is_empty() else tuple(chain),
        locator=locator,
        note=draft.note or next((one.note for one in chain if one.note), None),
        archive_code=draft.archive_code
        or next((one.archive_code for one in chain if one.archive_code), None),
        unparsed=(*(piece for one in chain for piece in one.unparsed), *draft.same),
        locator_reason=reason,
    )


def _read_form(text: str, lexicon: Lexicon) -> ReadCitation | None:
    """Return what a citation in a fixed form says: a house's template, author and year, chapter and verse."""
    for template in lexicon.templates:
        by_template = read_template(text, template, lexicon)
        if by_template is not None:
            return _templated(*by_template, lexicon)
    known = author_year(text, lexicon) or scripture(text, lexicon)
    return ReadCitation((known[0],), known[1], locator_reason=known[0].locator_reason) if known else None


def _signed_note(text: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Return a citation without the remark at its end that its author signs: "курсив мой. — В. З."."""
    signed = _SIGNATURE.search(text)
    if signed is None:
        return text, None
    before = text[: signed.start()]
    at = max(before.rfind(mark) for mark in ",;.([") + 1
    remark = before[at:].strip(" .")
    if at == 0 or not lexicon.is_one("notes", remark):
        return text, None
    return before[: at - 1].rstrip(), text[at:].strip()


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


def _place(level: Level, draft: _Draft) -> None:
    """Put a level where it belongs: to the item, or around it; "in: ibid." names nothing to stand in."""
    if level.role == "item":
        draft.item.append(level.text)
    elif level.role == "sentence":
        _sentence(level, draft)
    elif draft.lexicon.starts("same_source", level.text):
        draft.same.append(level.text)
    else:
        draft.outer.append(level)


def _sentence(level: Level, draft: _Draft) -> None:
    """Say what a sentence without a mark is: a note, an archive code, a container, or more about the item."""
    text, lexicon = level.text.strip(" ."), draft.lexicon
    if lexicon.has("notes", text):
        draft.note = f"{draft.note}. {text}" if draft.note else text
    elif classify.ACRONYM.fullmatch(text) and draft.archive_code is None:
        draft.archive_code = text
    elif draft.outer:
        before = draft.outer[-1]
        draft.outer[-1] = replace(before, text=f"{before.text}, {level.text}")
    elif (draft.item and _is_kept_there(level, draft.item[-1], lexicon)) or _is_container(
        level, lexicon, in_title=_ends_in_title(draft)
    ):
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


def _ends_in_title(draft: _Draft) -> bool:
    """Return whether the last sentence about the item is a title in quotation marks: "Glass, Nora. “Rope.”"."""
    return bool(draft.item) and not draft.outer and unquoted(draft.item[-1])[1]


def _is_container(level: Level, lexicon: Lexicon, *, in_title: bool) -> bool:
    """Return whether an unmarked sentence describes what the item stands in: it has a volume or a coverage.

    Behind a title in quotation marks (``in_title``) an editor will do.
    """
    described = describe(Level("container", level.text, marked=False), lexicon)
    if in_title and described.title is not None and described.editors:
        return True
    return described.title is not None and (described.volume is not None or described.coverage is not None)


def _is_kept_there(level: Level, before: str, lexicon: Lexicon) -> bool:
    """Return whether a sentence behind a day is a house and its shelf mark: "Ansel Seamen’s Hall, ASH 4/2, fol. 9r"."""
    name, *behind = [part for _, part in parts(level.text)]
    dated = any(date.has_month and before.endswith(date.text) for date in dates_in(before, lexicon))
    named = name[:1].isupper() and " " in name and not any(sign.isdigit() for sign in name)
    marked = bool(behind) and re.fullmatch(rf"[{CAPITAL}]{{2,5}} [0-9][0-9A-Z/.-]*", behind[0]) is not None
    return dated and named and marked and not unquoted(name)[1] and not classify.is_periodical(name, lexicon)


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


def _enclose(chain: list[Description]) -> None:
    """Say of what stands in a letter that it is its enclosure: a letter prints nothing."""
    for inner, outer in pairwise(chain):
        if inner.relation is None and outer.type in {"letter", "telegram"}:
            inner.relation, inner.relation_reason = "enclosure", "it stands in a letter"


def _settle_article(chain: list[Description]) -> None:
    """Give an article the pages it takes up, and the date printed beside its periodical's numbers if it has none."""
    for inner, outer in pairwise(chain):
        if outer.extent and not (inner.extent or inner.locator):  # "in …, pp. 7-19, at 9"
            inner.extent, outer.extent = outer.extent, {}
        if (
            outer.type == "periodical"
            and outer.volume is not None
            and outer.date is not None
            and inner.date is None
            and not inner.date_text
        ):
            inner.date, outer.date = outer.date, None


def _locate(chain: list[Description]) -> dict[str, str]:
    """Take the innermost place that is named for the citation's; places further out stay with their container."""
    for described in chain:
        if described.locator:
            locator, described.locator = described.locator, {}
            return locator
    return {}
