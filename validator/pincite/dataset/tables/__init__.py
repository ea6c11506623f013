"""The tables of a dataset. A table is one module with ``TABLE`` and ``rows``, and one line here.

``sources`` alone has no rows of a single document: its rows come of all documents together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.tables import (
    articles,
    citations,
    claims,
    descriptions,
    images,
    quotations,
    relations,
    sources,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row, Table

TABLES: tuple[Table, ...] = (
    articles.TABLE,
    sources.TABLE,
    citations.TABLE,
    quotations.TABLE,
    claims.TABLE,
    relations.TABLE,
    images.TABLE,
    descriptions.TABLE,
)
"""All tables, in the order in which people are shown them."""
BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}
ROWS: Mapping[str, Callable[[Entry], Iterator[Row]]] = {
    module.TABLE.name: module.rows
    for module in (articles, citations, quotations, claims, relations, images, descriptions)
}
"""What makes the rows of one document, by the tables' names."""
