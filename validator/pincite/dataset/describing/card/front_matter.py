"""What a card says to programs before the page begins: the metadata of Hugging Face, which loads the tables by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.dataset.describing.escaping import in_yaml
from pincite.dataset.describing.saying import title_of
from pincite.dataset.package.layout import table_file
from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.dataset.about import About
    from pincite.dataset.statistics.gathering import Statistics

FIRST = "quotations"
"""The table that is loaded where none is named."""
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-|$)")
_SIZES = ("1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T")
"""The bounds of Hugging Face's classes of size, each ten times the one before."""
_LICENSES = frozenset(
    f"{name}"
    for name in (
        *(f"cc-by-{version}" for version in ("2.0", "2.5", "3.0", "4.0")),
        *(f"cc-by-sa-{version}" for version in ("3.0", "4.0")),
        *(f"cc-by-nc-{version}" for version in ("2.0", "3.0", "4.0")),
        *(f"cc-by-nc-sa-{version}" for version in ("2.0", "3.0", "4.0")),
        *(f"cc-by-nc-nd-{version}" for version in ("3.0", "4.0")),
        *("cc-by-nd-4.0", "cc0-1.0", "mit", "apache-2.0", "unlicense"),
    )
)
"""Licences that Hugging Face knows by the names of SPDX in small letters."""
_OTHERWISE = {"odc-by-1.0": "odc-by", "odbl-1.0": "odbl", "pddl-1.0": "pddl"}
"""Licences that it knows by other names."""


def front_matter(about: About, figures: Statistics) -> Iterator[str]:
    """Yield the lines of YAML, with the lines that enclose it."""
    yield "---"
    yield f"pretty_name: {in_yaml(title_of(about))}"
    yield from _license(about.license)
    languages = sorted(_languages(figures.tallies["articles.language"].values))
    if languages:
        yield "language:"
        yield from (f"- {in_yaml(one)}" for one in languages)
    yield "size_categories:"
    yield f"- {in_yaml(_size(figures.counts['articles']))}"
    yield "tags:"
    yield from (f"- {one}" for one in ("pincite", "citations", "quotations", "provenance"))
    yield from _configurations(figures.counts)
    yield "---"


def _license(given: str) -> Iterator[str]:
    known = given.lower()
    known = _OTHERWISE.get(known, known)
    if not given:
        yield "license: unknown"
    elif known in _LICENSES or known in _OTHERWISE.values():
        yield f"license: {known}"
    else:
        yield "license: other"
        yield f"license_name: {in_yaml(given)}"


def _languages(tags: Mapping[str, int]) -> set[str]:
    """Return the languages of tags (BCP 47) without their regions and scripts."""
    return {found[1].lower() for tag in tags if (found := _LANGUAGE.match(tag))}


def _size(number: int) -> str:
    """Return the class of size of a dataset with so many articles."""
    below = 1000
    for place, name in enumerate(_SIZES):
        if number < below:
            return f"{_SIZES[place - 1]}<n<{name}" if place else f"n<{name}"
        below *= 10
    return f"n>{_SIZES[-1]}"


def _configurations(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield what can be loaded by name: the tables that have rows, without which the loader fails.

    All must be of one format, so the documents are none of them.
    """
    there = [one for one in TABLES if counts[one.name]]
    first = next((one for one in there if one.name == FIRST), there[0] if there else None)
    if there:
        yield "configs:"
    for one in there:
        yield f"- config_name: {one.name}"
        yield f"  data_files: {table_file(one, 'parquet').as_posix()}"
        if one is first:
            yield "  default: true"
