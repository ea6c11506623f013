"""One level of a citation, read part by part into a description of one source."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation import assign
from pincite.converter.citation.bare_places import take_bare_places
from pincite.converter.citation.classify import (
    ARCHIVE_CODE,
    are_people,
    is_periodical,
)
from pincite.converter.citation.dates import YEAR, dates_in
from pincite.converter.citation.description import Description
from pincite.converter.citation.imprint_dates import bare_imprint, bracketed_imprint, take_date
from pincite.converter.citation.keeper import take_code
from pincite.converter.citation.labels import is_shelf_mark, read_box, read_label, read_numbers
from pincite.converter.citation.law import read_law
from pincite.converter.citation.numbering import behind_name
from pincite.converter.citation.part_order import parts_in_order, without_supervisor
from pincite.converter.citation.people import authors_before_title, joined
from pincite.converter.citation.periodicals import journal_behind_year
from pincite.converter.citation.pieces import CAPITAL, unquoted
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.citation.pieces import Level
    from pincite.converter.lexicon import Lexicon

_YEAR = re.compile(YEAR)


def describe(level: Level, lexicon: Lexicon) -> Description:
    """Return what *level* says about a source."""
    described = Description()
    dates = dates_in(level.text, lexicon)
    listed = parts_in_order(level.text, [(date.start, date.end) for date in dates], lexicon)
    author_first = False
    rest: list[str] = []
    if level.role == "item" and listed:
        if read_law(listed, described, lexicon):
            return described
        listed, author_first = authors_before_title(joined(listed, lexicon), described, lexicon)
        _titled_by_year(listed, described, rest, lexicon)
    listed = journal_behind_year(without_supervisor(listed, described, lexicon), described)
    if level.role != "platform":
        listed = take_bare_places(listed, described, lexicon)
        listed = take_code(listed, described, lexicon)
    rest = _announced(listed, described, lexicon, level.role, years=len(dates), rest=rest)
    if level.role == "platform":
        assign.to_platform(rest, described, lexicon)
    elif level.role == "container":
        assign.to_container(rest, described, lexicon)
    else:
        if len(listed) == 1:  # "Ada Holm, quoted in …": no work of hers is named
            described.relation = described.relation or level.relation
        assign.to_item(rest, described, lexicon, author_first=author_first)
        described.relation = described.relation or level.relation
    return described


def _announced(
    listed: list[str], described: Description, lexicon: Lexicon, role: str, *, years: int, rest: list[str]
) -> list[str]:
    """Read the parts that announce what they are; return the others. ``years``: how many dates there are."""
    before = ""
    for part, behind in zip(listed, [*listed[1:], ""], strict=False):  # none, for a bare "ibid."
        if years == 1:
            part = bare_imprint(part, described, rest, lexicon)  # noqa: PLW2901 - the year is read off it
            if not part:
                continue
        if before and before == described.archive_code and _is_bare_mark(part, lexicon):
            described.number = f"{described.number}, {part}" if described.number else part
        elif (
            ARCHIVE_CODE.fullmatch(part)
            and (is_shelf_mark(behind) or read_box(behind, Description(), lexicon))
            and role != "platform"
        ):
            described.archive_code = part
        else:
            _read(part, described, rest, lexicon, role)
        before = part
    return rest


def _is_bare_mark(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* is a shelf mark, not a box by its word ("Ф. 12")."""
    return is_shelf_mark(part) and not read_box(part, Description(), lexicon)


def _titled_by_year(listed: list[str], described: Description, rest: list[str], lexicon: Lexicon) -> None:
    """Take a bare year before another date out of *listed*: "1984, Ines Marrow, Harbour Press, 1949" has a title."""
    at = 1 if are_people(listed[0], lexicon) else 0
    if at >= len(listed) or _YEAR.fullmatch(listed[at]) is None or any(unquoted(one)[1] for one in listed):
        return
    if any(_YEAR.fullmatch(one) for one in listed[at + 1 :]):
        described.inferred["title"] = "a year before what is the date"
        rest.extend(listed[: at + 1])
        del listed[: at + 1]


def _read(part: str, described: Description, rest: list[str], lexicon: Lexicon, role: str) -> None:
    """Take from *part* what announces itself; what is left goes to *rest*."""
    if not rest and described.relation is None and role != "platform":
        part = _relation(part, described, lexicon)
    part = _received(part, described, lexicon)
    if not part or _date(part, described, lexicon, role) or _note(part, described, lexicon):
        return
    if role != "platform":
        part = behind_name(part, described, lexicon, in_article=any(unquoted(one)[1] for one in rest[-2:]))
        if part.endswith(")") and read_numbers(part, described, lexicon):
            return
    part = _bracketed(part, described, lexicon)
    if not part or read_label(part, described, lexicon):
        return
    part = _dated(part, described, lexicon)
    if part:
        rest.append(part)


def _relation(part: str, described: Description, lexicon: Lexicon) -> str:
    """Read "Enclosure 4: …" off the first part."""
    for member, relation in (("enclosure", "enclosure"), ("attachment", "attachment")):
        found = _related(member, lexicon).match(part)
        if found:
            described.relation, described.relation_number = relation, found["number"]
            return part[found.end() :].strip()
    return part


def _note(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read a remark of the article's author such as "emphasis added"."""
    if not lexicon.is_one("notes", part.strip(" .")):
        return False
    described.note = part.strip(" .")
    return True


def _received(part: str, described: Description, lexicon: Lexicon) -> str:
    """Read "(Received March 11)" off a part."""
    found = _received_on(lexicon).search(part)
    if not found:
        return part
    days = dates_in(found["day"] or found["whole"] or "", lexicon)
    if len(days) != 1 or days[0].edtf is None:
        return part
    described.received = days[0].edtf
    return (part[: found.start()] + part[found.end() :]).strip()


def _date(part: str, described: Description, lexicon: Lexicon, role: str) -> bool:
    """Read a part that is nothing but a date."""
    bare = part.strip("()[] .")
    if lexicon.is_one("no_date", bare) or lexicon.is_one("no_date", f"{bare}."):
        described.date_text = part.strip("()[]")
        return True
    found = dates_in(part, lexicon)
    undated = _undated(lexicon).match(part)
    if len(found) != 1 or part[undated.end() if undated else 0 :].replace(found[0].text, "", 1).strip(
        "()[]., \xa0"
    ):
        return False
    covering = role == "container" and part.startswith(("(", "["))
    supplied = described.date is None and part.endswith("]") and (part.startswith("[") or undated is not None)
    take_date(found[0], described, covering=covering)
    if supplied and described.date is not None:
        described.date_text = part
        described.inferred.setdefault("date", "in square brackets: supplied, not printed in the source")
    return True


def _bracketed(part: str, described: Description, lexicon: Lexicon) -> str:
    """Read a bracket at the end of a part if it holds a date, such as a container's coverage."""
    found = re.search(r"\s*[(\[]([^()\[\]]+)[)\]]$", part)
    if not found or found.start() == 0:
        return part
    inner = found[1].strip()
    dates = dates_in(inner, lexicon)
    if len(dates) == 1 and not inner.replace(dates[0].text, "", 1).strip(" .,"):
        take_date(dates[0], described, covering=True)
        return part[: found.start()].strip()
    before = part[: found.start()].strip()
    if bracketed_imprint(inner, described, lexicon):
        described.imprinted = before
        return before
    if read_label(inner, described, lexicon):
        return before
    return part


def _dated(part: str, described: Description, lexicon: Lexicon) -> str:
    """Read a full date off the end of a part: after a dash ("… - May 10th, 1918") or after a place."""
    dates = [date for date in dates_in(part, lexicon) if date.has_month and date.has_year]
    if not dates or dates[-1].end != len(part.rstrip(".")) or dates[-1].start == 0:
        return part
    head = part[: dates[-1].start].rstrip()
    if lexicon.is_one("dated", head) and described.date is None:
        take_date(dates[-1], described, covering=False)
        return ""
    joint = re.search(rf"\s{any_of([*lexicon.words('dated'), *lexicon.words('date_joints')])}$", head)
    if described.date is None and joint and is_periodical(head[: joint.start()], lexicon):
        take_date(dates[-1], described, covering=False)  # "Altenhafener Zeitung vom 4. März 1790"
        return head[: joint.start()]
    if described.date is None and (head[-1:] in "-–—" or len(head.split()) <= 2):  # noqa: PLR2004 - "New York 3 May 1918"
        take_date(dates[-1], described, covering=False)
        return head.rstrip("-–— ")
    return part


@lru_cache(maxsize=32)
def _related(member: str, lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what one document is to another, with its number: "Enclosure 4: ", "Attachment A. "."""
    return re.compile(
        rf"{any_of(lexicon.words(member))}(?:\s+(?:(?:No\.?|№)\s*)?(?P<number>[0-9]+|[{CAPITAL}](?!\w)|[IVX]+(?!\w)))?"
        rf"\s*(?:[:.–—-]\s*|$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _received_on(lexicon: Lexicon) -> re.Pattern[str]:
    words, on = any_of(lexicon.words("received")), any_of(lexicon.words("weekday_joints"))
    return re.compile(
        rf"\s*[-–—]?\s*\(\s*{words}\b:?\s*(?:{on}\s+)?(?P<day>[^()]*)\)|^{words}\b:?\s*(?P<whole>.+)$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _undated(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon.words('no_date'))},?\s+[(\[]", re.IGNORECASE)
