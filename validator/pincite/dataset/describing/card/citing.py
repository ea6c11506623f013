"""How a dataset is to be cited: in words, for BibTeX, and as a citation file; whatever is not known is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.dataset.describing.card.markdown import code, paragraph
from pincite.dataset.describing.escaping import in_bibtex, in_markdown, in_yaml, plain
from pincite.dataset.describing.saying import (
    address_of,
    cited,
    cited_address_of,
    creators_of,
    day_of,
    doi_of,
    names_of,
    title_of,
)
from pincite.dataset.package.layout import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.dataset.about import About
    from pincite.dataset.describing.facts import Facts

_DAY = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_DOI = re.compile(r"10\.[0-9]{4,9}(\.[0-9]+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
"""A DOI as the Citation File Format has it."""
_ADDRESS = re.compile(
    r"(https?|s?ftp)://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][!#$%&'()*+,./:;=?@\[\]_~A-Za-z0-9-]*)?"
)
_WANTED: Mapping[str, str] = {
    "creators": "--creator",
    "title": "--title",
    "date": "--date",
    "version": "--dataset-version",
}
_GIVEN: Mapping[str, tuple[str, ...]] = {
    "build": tuple(_WANTED),
    "merge": ("creators", "title", "version"),
    "sample": ("creators", "title", "version"),
    "split": (),
}
"""What may be given to the commands that make datasets."""


def citing(facts: Facts) -> Iterator[str]:
    """Yield the lines of the card on how to cite the dataset."""
    about = facts.about
    missing = [
        name for name in _WANTED if not (names_of(about) if name == "creators" else getattr(about, name))
    ]
    if missing:
        yield from paragraph(*_missing(missing, facts.made_with))
    yield from paragraph(f"> {_in_words(about)}")
    yield from code("bibtex", *_bibtex(about))
    digest = next((one.sha256 for one in facts.files if one.path == DOCUMENTS), None)
    if digest is not None:
        yield from paragraph(
            f"Where it matters which state of the dataset was used, give the SHA-256 of `{DOCUMENTS}`, too:",
            f"`{digest}`.",
        )


def _missing(names: Sequence[str], made_with: Mapping[str, object]) -> Iterator[str]:
    """Yield sentences on what a dataset does not say, and who can give it to which command."""
    *first, last = [f"no {name}" for name in names]
    told = f"{', '.join(first)} and {last}" if first else last
    yield f"The dataset does not say all that a citation needs: it names {told}."
    command = next((one for one in _GIVEN if one in made_with), "build")
    options = ", ".join(f"`{_WANTED[name]}`" for name in names if name in _GIVEN[command])
    if options:
        yield f"Whoever builds it gives them to `pincite dataset {command}` ({options})."
    if not _GIVEN[command]:
        yield "The parts of a split say what the whole says, so that is where it is to be given."


def citation_file(about: About) -> str | None:
    """Return the citation file (CFF 1.2.0); None without a title and a creator, which it must have."""
    title, creators = plain(about.title), [plain(one.name) for one in creators_of(about)]
    if not title or not creators:
        return None
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this dataset, please cite it as below.",
        "type: dataset",
        f"title: {in_yaml(title)}",
        "authors:",
        *(f"- name: {in_yaml(one)}" for one in creators),
    ]
    if about.description.strip():
        lines.append(f"abstract: {in_yaml(about.description)}")
    if about.version.strip():
        lines.append(f"version: {in_yaml(about.version)}")
    if _DAY.fullmatch(about.date) and day_of(about):
        lines.append(f"date-released: {in_yaml(about.date)}")
    if (doi := doi_of(about)) is not None and _DOI.fullmatch(doi):
        lines.append(f"doi: {in_yaml(doi)}")
    if _ADDRESS.fullmatch(about.url):
        lines.append(f"url: {in_yaml(about.url)}")
    return "".join(f"{line}\n" for line in lines)


def address(about: About) -> str:
    """Return where the dataset is as Markdown, a link where it can be one; empty where nobody knows."""
    return _linked(address_of(about) or about.url or about.doi)


def _linked(where: str) -> str:
    return f"<{where}>" if _ADDRESS.fullmatch(where) else in_markdown(where)


def _year(about: About) -> str:
    return (day_of(about) or "")[:4]


def _in_words(about: About) -> str:
    words, known = cited(about), cited_address_of(about)
    if known is None or not words.endswith(known):
        return in_markdown(words)
    return f"{in_markdown(words.removesuffix(known))} {_linked(known)}"


def _bibtex(about: About) -> Iterator[str]:
    name = re.sub(r"[^A-Za-z0-9-]+", "-", about.name or about.title).strip("-")[:60].lower()
    yield f"@misc{{{name or 'pincite-dataset'},"
    authors = " and ".join(f"{{{in_bibtex(one.name)}}}" for one in creators_of(about))
    fields = {
        "author": authors,
        "title": f"{{{in_bibtex(title_of(about))}}}",
        "year": _year(about),
        "version": in_bibtex(about.version),
        "doi": in_bibtex(doi_of(about) or ""),
        "url": in_bibtex(about.url),
        "note": "Data set",
    }
    for field, value in fields.items():
        if value:
            yield f"  {field} = {{{value}}},"
    yield "}"
