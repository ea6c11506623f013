"""The figures of a dataset on its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing.card.markdown import paragraph, table
from pincite.dataset.describing.escaping import as_code, in_markdown
from pincite.dataset.describing.figures import number, percent
from pincite.dataset.statistics.measures import SPREADS, TALLIES
from pincite.dataset.tables import BY_NAME
from pincite.reporters.columns import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.about import About
    from pincite.dataset.statistics.gathering import Statistics
    from pincite.dataset.statistics.tallies import Tally

_TITLE = 120
"""Columns of a title, at most."""
_SOURCES = 10
_VALUES = 16
"""Values of a list that are told one by one."""
_CODES = 20
_TALLIES = (
    "articles.language",
    "articles.method",
    "quotations.language",
    "quotations.words",
    "quotations.verdict",
    "sources.type",
    "sources.rule",
    "claims.basis",
    "relations.type",
    "images.role",
    "images.handling",
)
"""What the card tells in lists; ``pincite dataset stats`` tells more."""
_SPREADS = ("articles.quotations", "articles.text_length", "quotations.text_length", "sources.articles")
_WORDS = {**{one.name: one.words for one in TALLIES}, **{one.name: one.words for one in SPREADS}}
_LICENSES = ("articles.license", "articles.annotation_license", "images.license")


def contents(figures: Statistics) -> Iterator[str]:
    """Yield how many rows the tables have, how numbers are spread, and which values there are."""
    yield from table(
        ("table", "rows", "what a row is"),
        ((f"`{name}`", number(rows), BY_NAME[name].description) for name, rows in figures.counts.items()),
        right=(1,),
    )
    yield from table(
        ("numbers", "smallest", "median", "largest", "sum"),
        (
            (
                _WORDS[name],
                *(number(one) for one in (spread.smallest, spread.median, spread.largest) if one is not None),
                number(spread.total),
            )
            for name in _SPREADS
            if (spread := figures.spreads[name]).smallest is not None
        ),
        right=(1, 2, 3, 4),
    )
    texts = figures.texts
    if figures.counts["articles"]:
        yield from paragraph(
            f"Texts of articles: {number(texts['there'])} here, {number(texts['left out'])} left out, "
            f"{number(texts['not known'])} that the documents do not have."
        )
    yield from table(
        ("what", "values"),
        (
            (_WORDS[name], listed(figures.tallies[name]))
            for name in _TALLIES
            if figures.tallies[name].values or figures.tallies[name].others
        ),
    )


def coverage(figures: Statistics) -> Iterator[str]:
    """Yield how many of what have what."""
    yield from table(
        ("what", "how many", "of", "share"),
        (
            (one.words, number(one.part), number(one.whole), percent(one.part, one.whole))
            for one in figures.coverage.values()
            if one.whole
        ),
        right=(1, 2, 3),
    )


def most_cited(figures: Statistics) -> Iterator[str]:
    """Yield the sources that are cited most."""
    yield from table(
        ("citations", "articles", "source", "key"),
        (
            (
                number(one.citations),
                number(one.articles),
                in_markdown(cut(one.in_a_line(), _TITLE)),
                as_code(one.id),
            )
            for one in figures.cited[:_SOURCES]
        ),
        right=(0, 1),
    )


def findings(figures: Statistics) -> Iterator[str]:
    """Yield how often what was found."""
    if not figures.findings:
        yield from paragraph("Nothing.")
        return
    yield from table(
        ("severity", "code", "finding", "times"),
        (
            (in_markdown(one.severity), as_code(one.code), in_markdown(one.name), number(one.times))
            for one in figures.findings[:_CODES]
        ),
        right=(3,),
    )
    if len(figures.findings) > _CODES:
        yield from paragraph(f"And {number(len(figures.findings) - _CODES)} other kinds.")


def licences(about: About, figures: Statistics) -> Iterator[str]:
    """Yield the licences of the dataset, of articles, of annotations and of pictures."""
    if about.license:
        yield from paragraph(
            f"The dataset as such has the licence {as_code(about.license)}.",
            "What is in it keeps its own: articles, annotations and pictures may have others.",
        )
    else:
        yield from paragraph(
            "**The dataset as such has no licence**: whoever built it gave none, so it gives nobody leave to pass it on.",
            "What is in it keeps its own licences.",
        )
    yield from table(
        ("of what", "licences"),
        (
            (_WORDS[name], listed(tally))
            for name in _LICENSES
            if (tally := figures.tallies[name]).values or tally.none or tally.others
        ),
    )
    if figures.counts["quotations"]:
        yield from paragraph(
            "Quotations are words of others: the licences above are not licences of their sources."
        )


def listed(tally: Tally) -> str:
    """Return values with how often each stands, as Markdown."""
    ordered = tally.ordered()
    parts = [
        f"{in_markdown(cut(name.replace('_', ' '), _TITLE))} {number(times)}"
        for name, times in ordered[:_VALUES]
    ]
    rest = sum(times for _, times in ordered[_VALUES:]) + tally.others
    if rest:
        parts.append(f"others {number(rest)}")
    if tally.none:
        parts.append(f"*not given* {number(tally.none)}")
    return ", ".join(parts)
