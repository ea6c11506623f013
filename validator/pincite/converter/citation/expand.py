"""What an item names in passing becomes a description of its own: its periodical, its series, its debates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.citation.classify import is_periodical
from pincite.converter.citation.description import Description
from pincite.converter.citation.labels import issue_number

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon


def expand(chain: list[Description], lexicon: Lexicon) -> None:
    """Put the periodical, the debates and the series that descriptions of *chain* name behind them."""
    _series_of_journal(chain[0])
    _debates(chain, lexicon)
    _periodical(chain, lexicon)
    _issue(chain[0], lexicon)
    _number_issues(chain, lexicon)
    for at in range(len(chain) - 1, -1, -1):
        if chain[at].series is not None and at + 1 == len(chain):
            title, number = chain[at].series or ("", "")
            chain[at].relation, chain[at].relation_number = "volume_of", number
            chain.append(Description(type="series", title=title))
        elif chain[at].series is not None:
            chain[at].unparsed.append(" ".join(chain[at].series or ()))


def issue_behind_slashes(container: Description, lexicon: Lexicon) -> None:
    """Take what has a number and a year behind two slashes for a periodical's issue, as the Russian standard has it."""
    number = issue_number(container.number or "", lexicon)
    apart = container.publisher or container.publisher_place or container.editors or container.archive
    dated = container.date is not None and "-" not in container.date
    told = container.type or container.issue or is_periodical(container.title or "", lexicon)
    if number is None or apart or not dated or told:
        return
    container.type, container.issue, container.number = "periodical", number, None
    container.inferred["type"] = "its number beside its year"


def _periodical(chain: list[Description], lexicon: Lexicon) -> None:
    """Give the journal or newspaper that an item names in passing a description of its own."""
    at = next((at for at, one in enumerate(chain) if one.periodical is not None), None)
    if at is None:
        return
    item = chain[at]
    periodical = Description(type="periodical", title=item.periodical, volume=item.volume, issue=item.issue)
    if at + 1 < len(chain):  # "…, Harbour Gazette, 3 May 1887. In: Portal"
        periodical.relation, item.relation = item.relation, None
    periodical.publisher, item.publisher = item.publisher, None
    if item.series_text is not None and item.series_text in item.remarks:
        item.remarks.remove(item.series_text)
        periodical.remarks.append(item.series_text)
    item.volume = item.issue = None
    number = issue_number(item.number or "", lexicon)
    if (
        number is not None
        and periodical.issue is None
        and "-" not in (item.date or "-")
        and item.type is None
    ):
        periodical.issue, item.number = number, None
    chain.insert(at + 1, periodical)


def _issue(item: Description, lexicon: Lexicon) -> None:
    """Read the number behind a newspaper's own name as its issue's."""
    number = issue_number(item.number or "", lexicon)
    if (
        number is None
        or item.issue is not None
        or item.title_quoted
        or item.authors
        or item.date
        or item.archive
    ):
        return
    if is_periodical((item.title or "").rpartition(" ")[2], lexicon):
        item.issue, item.number = number, None


def _number_issues(chain: list[Description], lexicon: Lexicon) -> None:
    """Take "No. 3" of a newspaper or journal that an item stands in for the number of its issue."""
    for described in chain[1:]:
        number = issue_number(described.number or "", lexicon)
        named = described.title is not None and is_periodical(described.title, lexicon)
        if named and number is not None and described.issue is None and described.volume is None:
            described.issue, described.number = number, None


def _series_of_journal(item: Description) -> None:
    """Take "Series B" beside a volume, with no archive in sight, for a remark on the journal."""
    if item.series_text is not None and set(item.archive) == {"series"} and item.volume is not None:
        item.archive = {}
        item.remarks.append(item.series_text)


def _debates(chain: list[Description], lexicon: Lexicon) -> None:
    """Give the record of debates that a speaker is cited from a description of its own."""
    item = chain[0]
    title = next(
        (one for one in (item.title, f"{item.title}.") if one and lexicon.starts("debates", one)), None
    )
    if len(chain) > 1 or title is None:
        return
    if not item.authors:
        item.type = item.type or "hearing"
        return
    record = Description(type="hearing", title=title, volume=item.volume, issue=item.issue)
    record.remarks, record.publisher = item.remarks, item.publisher
    item.remarks, item.publisher, item.title, item.volume, item.issue = [], None, None, None, None
    item.inferred.pop("authors", None)
    item.type, item.relation = "speech", "printed_in"
    item.inferred["type"] = "a speaker before a record of debates"
    chain.append(record)
