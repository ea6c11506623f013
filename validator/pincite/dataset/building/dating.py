"""The day of a dataset that nobody dates: it follows from the documents, since a clock would give other bytes every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    import pyarrow as pa

    from pincite.dataset.about import About

_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
"""A day to the day (RE2); years, spans and uncertain dates are none."""


def dated(about: About, articles: Iterable[pa.RecordBatch]) -> About:
    """Return what is said of a dataset with a day: its own, else the newest on which a document was annotated.

    Where no document says so, the newest day on which one of the articles was published; none where there is none.
    """
    if about.date:
        return about
    annotated = published = ""
    for batch in articles:
        annotated = max(annotated, _newest(batch.column("annotated_on")))
        published = max(published, _newest(batch.column("date")))
    return about._replace(date=annotated or published)


def _newest(days: pa.Array[Any]) -> str:
    found = pc.max(days.filter(pc.match_substring_regex(days, _DAY))).as_py()
    return str(found or "")
