"""One level of a citation, read part by part into a description of one source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation import assign
from pincite.converter.citation.classify import (
    ACRONYM,
    are_people,
    is_organization,
    is_periodical,
    is_place,
    is_publisher,
)
from pincite.converter.citation.correspondence import correspondence
from pincite.converter.citation.dates import PrintedDate, dates_in
from pincite.converter.citation.description import Description
from pincite.converter.citation.labels import is_shelf_mark, read_box, read_label
from pincite.converter.citation.law import read_law
from pincite.converter.citation.people import authors_before_title, joined
from pincite.converter.citation.pieces import CAPITAL, parts, plain_apostrophes, unquoted
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.citation.pieces import Level
    from pincite.converter.lexicon import Lexicon

_IMPRINT = re.compile(
    rf"(?P<head>[{CAPITAL}][^0-9()\[\]]*[^0-9()\[\]\s,])\s+(?P<year>(?:1[0-9]|20)[0-9]{{2}})"
)
"""A place or a publisher with a year behind it."""
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")


def describe(level: Level, lexicon: Lexicon) -> Description:
    """Return what *level* says about a source."""
    author_first = False
    described = Description()
    dates = dates_in(level.text, lexicon)
    rest: list[str] = []
    listed = [part for _, part in parts(level.text, [(date.start, date.end) for date in dates])]
    if level.role == "item" and listed:
        if read_law(listed, described, lexicon):
            return described
        listed, author_first = authors_before_title(joined(listed, lexicon), described, lexicon)
        _titled_by_year(listed, described, rest, lexicon)
    for part, behind in zip(listed, [*listed[1:], ""], strict=False):  # none, for a bare "ibid."
        if len(dates) == 1:
            part = _imprint(part, described, rest, lexicon)  # noqa: PLW2901 - the year is read off it
            if not part:
                continue
        kept = is_shelf_mark(behind) or read_box(behind, Description(), lexicon)
        if ACRONYM.fullmatch(part) and kept and level.role != "platform":
            described.archive_code = part
        else:
            _read(part, described, rest, lexicon, level.role)
    if level.role == "platform":
        assign.to_platform(rest, described, lexicon)
    elif level.role == "container":
        assign.to_container(rest, described, lexicon)
    else:
        assign.to_item(rest, described, lexicon, author_first=author_first)
    return described


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
    part = _bracketed(part, described, lexicon)
    if not part or read_label(part, described, lexicon):
        return
    part = _dated(part, described, lexicon)
    if part:
        rest.append(part)


def _relation(part: str, described: Description, lexicon: Lexicon) -> str:
    """Read "Enclosure 4: …" off the first part."""
    for member, relation in (("enclosure", "enclosure"), ("attachment", "attachment")):
        words = any_of(lexicon.words(member))
        found = re.match(
            rf"{words}(?:\s+(?:(?:No\.?|№)\s*)?(?P<number>[0-9]+|[{CAPITAL}](?!\w)|[IVX]+(?!\w)))?\s*(?:[:.–—-]\s*|$)",
            part,
            re.IGNORECASE,
        )
        if found:
            described.relation, described.relation_number = relation, found["number"]
            return part[found.end() :].strip()
    return part


def _note(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read a remark of the article's author such as "emphasis added"."""
    if not lexicon.pattern(lexicon.words("notes")).fullmatch(plain_apostrophes(part.strip(" ."))):
        return False
    described.note = part.strip(" .")
    return True


def _imprint(part: str, described: Description, rest: list[str], lexicon: Lexicon) -> str:
    """Read the only year off a part such as "Port Ansel 1926" or "Harbour Press 1926"; return what is left.

    A place is one word or a known city, and something that is no author's name stands before it: else it might be
    the title.
    """
    found = _IMPRINT.fullmatch(part)
    if found is None or not rest or unquoted(rest[0])[1] or described.date is not None:
        return part
    head = found["head"]
    years = dates_in(part, lexicon)
    if len(years) != 1 or years[0].text != found["year"] or is_periodical(head, lexicon):
        return part
    placed = re.fullmatch(r"[^:]{2,40}: [^:]+", head) is not None
    if placed or is_publisher(head, lexicon):
        _take(years[0], described, covering=False)
        return head
    known = lexicon.pattern(lexicon.words("cities")).fullmatch(head) is not None
    if not (known or (" " not in head and is_place(head, lexicon))) or (
        len(rest) == 1 and are_people(rest[0], lexicon)
    ):
        return part
    told = len(rest) > 1 or described.authors or described.editors or described.publisher
    if _is_written(rest, lexicon):
        described.place = head
    elif not told:
        return part
    else:
        described.publisher_place = head
        described.inferred["publisher_place"] = "its place before the year"
    _take(years[0], described, covering=False)
    return ""


def _is_written(rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether the parts before tell something that was written or made at a place, not published there."""
    if any(correspondence(unquoted(one)[0], lexicon) is not None for one in rest):
        return True
    heads = [rest[0].partition(" ")[0], *(one for one in rest if " " not in one)]
    return any(lexicon.kind_of(head) not in {None, "report", "thesis", "pamphlet", "map"} for head in heads)


def _received(part: str, described: Description, lexicon: Lexicon) -> str:
    """Read "(Received March 11)" off a part."""
    words = any_of(lexicon.words("received"))
    found = re.search(
        rf"\s*[-–—]?\s*\(\s*{words}\b:?\s*(?:on\s+)?(?P<day>[^()]*)\)|^{words}\b:?\s*(?P<whole>.+)$",
        part,
        re.IGNORECASE,
    )
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
    if lexicon.pattern(lexicon.words("no_date")).fullmatch(bare) or lexicon.pattern(
        lexicon.words("no_date")
    ).fullmatch(f"{bare}."):
        described.date_text = part.strip("()[]")
        return True
    found = dates_in(part, lexicon)
    undated = re.match(rf"{any_of(lexicon.words('no_date'))},?\s+[(\[]", part, re.IGNORECASE)
    if len(found) != 1 or part[undated.end() if undated else 0 :].replace(found[0].text, "", 1).strip(
        "()[]., \xa0"
    ):
        return False
    covering = role == "container" and part.startswith(("(", "["))
    supplied = described.date is None and part.endswith("]") and (part.startswith("[") or undated is not None)
    _take(found[0], described, covering=covering)
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
        _take(dates[0], described, covering=True)
        return part[: found.start()].strip()
    if _published(inner, described, lexicon) or read_label(inner, described, lexicon):
        return part[: found.start()].strip()
    return part


def _published(inner: str, described: Description, lexicon: Lexicon) -> bool:
    """Read a bracket such as "(Place: Publisher, 1958)", "(Publisher, 1958)" or "(Place, 1958)"."""
    *names, last = [part for _, part in parts(inner)] or [""]
    dates = dates_in(last, lexicon)
    if not names or len(names) > 2 or len(dates) != 1 or last.replace(dates[0].text, "", 1).strip(" ."):  # noqa: PLR2004 - place and publisher
        return False
    place, colon, publisher = names[-1].partition(": ")
    if colon:
        described.publisher_place, described.publisher = place, publisher
    elif len(names) > 1:
        described.publisher_place, described.publisher = names[0], names[1]
    elif " " in place or is_organization(place, lexicon):
        described.publisher = place
    else:
        described.publisher_place = place
    _take(dates[0], described, covering=False)
    return True


def _dated(part: str, described: Description, lexicon: Lexicon) -> str:
    """Read a full date off the end of a part: after a dash ("… - May 10th, 1918") or after a place."""
    dates = [date for date in dates_in(part, lexicon) if date.has_month and date.has_year]
    if not dates or dates[-1].end != len(part.rstrip(".")) or dates[-1].start == 0:
        return part
    head = part[: dates[-1].start].rstrip()
    if lexicon.pattern(lexicon.words("dated")).fullmatch(head) and described.date is None:
        _take(dates[-1], described, covering=False)
        return ""
    if described.date is None and (head[-1:] in "-–—" or len(head.split()) <= 2):  # noqa: PLR2004 - "New York 3 May 1918"
        _take(dates[-1], described, covering=False)
        return head.rstrip("-–— ")
    return part


def _take(date: PrintedDate, described: Description, *, covering: bool) -> None:
    """Put a printed date where it belongs: a range in brackets or of a volume is what it covers."""
    is_range = date.edtf is not None and "/" in date.edtf
    if is_range and (covering or described.volume is not None) and described.coverage is None:
        described.coverage = date.edtf
        if date.reason:
            described.inferred["coverage"] = date.reason
    elif described.date is None and described.date_text is None:
        described.date = date.edtf
        if date.edtf is None or date.reason or date.more or not _same_layout(date):
            described.date_text = date.text
        if date.edtf is not None and date.reason:
            described.inferred["date"] = date.reason
    else:
        described.unparsed.append(date.text)


def _same_layout(date: PrintedDate) -> bool:
    """Return whether the printed form adds nothing to the EDTF one: it is a plain day, month or year."""
    if date.edtf is None or date.text == date.edtf:
        return date.edtf is not None
    return not any(mark in date.edtf for mark in "~%/X") and date.text.upper() != date.text
