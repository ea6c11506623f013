"""The page of a data card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing.card.citing import address, citing
from pincite.dataset.describing.card.contents import contents, coverage, findings, licences, most_cited
from pincite.dataset.describing.card.front_matter import front_matter
from pincite.dataset.describing.card.making import making
from pincite.dataset.describing.card.markdown import paragraph
from pincite.dataset.describing.card.using import checking, limits, loading, tables
from pincite.dataset.describing.escaping import in_markdown
from pincite.dataset.describing.saying import names_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.about import About
    from pincite.dataset.describing.facts import Facts
    from pincite.dataset.describing.plots import Plot
    from pincite.dataset.statistics.gathering import Statistics


def page(facts: Facts, figures: Statistics, shown: Sequence[Plot]) -> str:
    """Return the card of a dataset as Markdown (GFM), with front matter."""
    return "".join(f"{line}\n" for line in _lines(facts, figures, shown))


def _lines(facts: Facts, figures: Statistics, shown: Sequence[Plot]) -> Iterator[str]:
    about = facts.about
    yield from front_matter(about, figures)
    yield ""
    yield from _heading(about)
    for heading, part in (
        ("What it has", contents(figures)),
        ("Coverage", coverage(figures)),
        ("Plots", _plots(shown)),
        ("Sources cited most", most_cited(figures)),
        ("How it was made", making(facts.made_with)),
        ("What was found in the documents", findings(figures)),
        ("Licences", licences(about, figures)),
        ("How to cite it", citing(facts)),
        ("Limits", limits()),
        ("How to check it", checking()),
        ("How to load it", loading()),
        ("Tables", tables(facts.counts)),
    ):
        lines = list(part)
        if lines:
            yield f"## {heading}"
            yield ""
            yield from lines


def _heading(about: About) -> Iterator[str]:
    yield f"# {in_markdown(title_of(about))}"
    yield ""
    if about.description.strip():
        yield from paragraph(in_markdown(about.description))
    said = [
        f"{word} {value}"
        for word, value in (
            ("version", in_markdown(about.version)),
            ("of", in_markdown(about.date)),
            ("by", in_markdown(names_of(about))),
            ("at", address(about)),
        )
        if value
    ]
    if said:
        line = ", ".join(said)
        yield from paragraph(f"{line[:1].upper()}{line[1:]}.")
    yield from paragraph(
        "This is a dataset of articles in the [Pincite format](https://w3id.org/pincite): what each article quotes, from which source,",
        "at which place in it, and what it claims on that ground.",
    )


def _plots(shown: Sequence[Plot]) -> Iterator[str]:
    for one in shown:
        yield f"![{in_markdown(f'{one.heading}: {one.words}')}]({one.path})"
        yield ""
