"""The data card: a page for people with the plots it shows, and the file that says how to cite the dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing.card.citing import citation_file
from pincite.dataset.describing.card.page import page
from pincite.dataset.describing.kinds import Kind
from pincite.dataset.describing.plots import plots
from pincite.dataset.package.layout import CARD, CITATION
from pincite.dataset.statistics.gathering import statistics_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pincite.dataset.describing.facts import Facts
    from pincite.dataset.describing.named import Named
    from pincite.model.json_value import Json

KINDS = {
    CARD: Kind("Data card", "What there is to know of the dataset, for people.", "text/markdown"),
    CITATION: Kind("Citation file", "How to cite the dataset (Citation File Format).", "application/yaml"),
}
NAMED: Mapping[str, Callable[[Json], Iterator[Named]]] = {}
"""Neither is JSON."""


def files(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the paths and texts of the card, its plots and, where it is known whose the dataset is, how to cite it."""
    figures = statistics_of(facts.folder)
    shown = list(plots(figures))
    yield CARD, page(facts, figures, shown)
    for one in shown:
        yield one.path, one.svg
    citation = citation_file(facts.about)
    if citation is not None:
        yield CITATION, citation
