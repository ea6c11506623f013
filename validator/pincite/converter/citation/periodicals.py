"""The journal or newspaper that an article names behind its title: by its word, or by where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.dates import YEAR
from pincite.converter.citation.pieces import CAPITAL, QUOTED
from pincite.converter.citation.places import BARE, plain_dashes

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.citation.imprint import Context


_BEHIND_YEAR = re.compile(
    rf"(?P<year>[(\[]{YEAR}[)\]])\s(?:(?P<volume>[1-9][0-9]{{0,2}})\s)?"
    rf"(?P<name>[{CAPITAL}][^0-9,()\[\]]{{1,60}}?)\s(?P<page>[0-9]{{1,4}})"
)
"""Year, volume, journal and first page behind a title, as Oxford's legal citations have them: "(1998) 61 MLR 233"."""


def journal_behind_year(listed: list[str], described: Description) -> list[str]:
    """Read the journal that stands with its year right behind a quoted title, and the page cited; return the rest."""
    for at, part in enumerate(listed[:2]):
        quoted = QUOTED.match(part)
        found = (
            _BEHIND_YEAR.fullmatch(part, quoted.end() + 1) if quoted and quoted.end() < len(part) else None
        )
        if quoted is None or found is None:
            continue
        described.periodical, described.volume = found["name"], found["volume"]
        described.date, described.extent = found["year"][1:-1], {"page": found["page"]}
        behind = listed[at + 1 :]
        if behind and BARE.fullmatch(behind[0]):
            described.locator["page"] = plain_dashes(behind.pop(0))
            described.locator_reason = "a bare number behind a journal's first page"
        return [*listed[:at], quoted[0], *behind]
    return listed


def periodical(text: str, context: Context) -> bool:
    """Read the journal or newspaper that an article names behind its title."""
    described = context.described
    if described.title is None or described.recipients or described.periodical is not None:
        return False
    if context.quoted:
        return _quoted_periodical(text, context)
    numbered = described.volume is not None or described.issue is not None
    if classify.is_periodical(text, context.lexicon) and not classify.is_publisher(text, context.lexicon):
        named = described.title_quoted or numbered or (described.date is not None and not context.year_only)
    else:
        # "In: “Lamp Papers”, vol. 2, Riga, 1907" has a place there
        named = (
            described.title_quoted
            and not context.contains
            and _stands_as_periodical(text, context, numbered=numbered)
        )
    if named:
        described.periodical = text
    return named


def _quoted_periodical(text: str, context: Context) -> bool:
    """Read a name in quotation marks right behind a quoted title, with a number and a date: «У маяка», «Заря»."""
    described = context.described
    numbered = described.number or described.issue or described.volume
    stands = described.title_quoted and context.at == 0 and not context.contains
    if not (stands and numbered and described.date) or described.type or described.archive:
        return False
    described.periodical = text
    described.inferred["container"] = "in quotation marks behind a quoted title, with a number and a date"
    return True


def _stands_as_periodical(text: str, context: Context, *, numbered: bool) -> bool:
    """Return whether a name that is no known newspaper's stands where one does: behind a quoted title.

    A number or a day has to stand with it; where the author is named before, even a name like a person's will do.
    """
    described, lexicon = context.described, context.lexicon
    person, body = classify.is_person(text, lexicon), classify.is_organization(text, lexicon)
    if not person and not body and numbered:
        return True
    dated = described.date is not None and not context.year_only and described.relation is None
    if not person and not body and dated and " " in text:
        return True
    told = described.type is not None or described.relation is not None or described.url is not None
    if told or text.casefold().endswith(" online") or classify.is_publisher(text, lexicon):
        return False
    if numbered and context.author_before:
        reason = "its place between a quoted title and a number"
    elif dated and not body and (context.author_before or (" " not in text and context.last)):
        reason = "its place between a quoted title and a day"
    elif described.date is None and "page" in described.locator and lexicon.starts("articles", text):
        reason = "a name with its article between a quoted title and a page"
    elif dated and _is_only_newspaper(text, context):
        reason = "a quoted title and a day"
    else:
        return False
    if (body and not numbered) or not text[:1].isupper() or described.date_text is not None:
        return False
    described.inferred["container"] = reason
    return True


def _is_only_newspaper(text: str, context: Context) -> bool:
    """Return whether a name of several words is alone behind a quoted title and nothing shows it to be a person's.

    A page or a number has to stand with it: what people publish on a day without one is no newspaper's.
    """
    described = context.described
    if "page" not in described.locator and described.number is None:
        return False
    alone = context.at == 0 and context.last and not context.author_before
    return alone and " " in text and not classify.shows_person(text, context.lexicon)
