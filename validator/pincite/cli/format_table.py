"""The formats in one table: what is read from each, what is written in it, and what it cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.bibliography import BIBLIOGRAPHIES
from pincite.converter.readers import READERS
from pincite.export import FORMATS, declared
from pincite.model.json_value import pointer_steps
from pincite.model.losses import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.json_value import JsonObject
    from pincite.model.losses import Declared

_DOCUMENTS = {"jsonl": (".jsonl",)}
"""Formats that documents are read from and not written in, with the endings of their files."""
_SUMMARIES = {
    "jsonl": "Pincite documents, one a line",
    "text": "an article as plain text",
    "docx": "an article as a Word document",
}
"""What the formats are that are only read."""


class Row(NamedTuple):
    """A format: what it is, what is read from it and written in it, its files' endings, extras, and declared losses.

    ``reads`` names articles, documents or sources, and ``writes`` documents, graphs, sources, annotations or articles. ``extra``
    is what reading needs besides the core; writing needs none.
    """

    name: str
    summary: str
    reads: tuple[str, ...]
    writes: str
    suffixes: tuple[str, ...]
    extra: str
    losses: tuple[Declared, ...]

    @property
    def direction(self) -> str:
        """Return whether the format is read, written, or both."""
        return {(True, True): "read and written", (True, False): "read", (False, True): "written"}[
            bool(self.reads), bool(self.writes)
        ]

    def as_data(self) -> JsonObject:
        """Return the row as JSON."""
        return {
            "name": self.name,
            "summary": self.summary,
            "reads": list(self.reads),
            "writes": self.writes or None,
            "suffixes": list(self.suffixes),
            "extra": self.extra or None,
            "losses": [
                {"at": one.at, "how": one.how, "why": one.why, "when": one.when} for one in self.losses
            ],
        }


class Group(NamedTuple):
    """Losses of one kind with one reason: the members concerned, joined by dots (``sources.received``)."""

    how: str
    members: tuple[str, ...]
    why: str
    when: str


def rows() -> list[Row]:
    """Return all formats: those written in the order of their registry, then those that are only read."""
    names = [*FORMATS, *(name for name in (*BIBLIOGRAPHIES, *_DOCUMENTS, *READERS) if name not in FORMATS)]
    return [row(name) for name in dict.fromkeys(names)]


def row(name: str) -> Row:
    """Return one format; raises KeyError where none is called so."""
    written, article, listed = FORMATS.get(name), READERS.get(name), BIBLIOGRAPHIES.get(name)
    documents = _DOCUMENTS.get(name, ()) or (written.suffixes if written and written.is_whole else ())
    if not (written or article or listed or documents):
        raise KeyError(name)
    reads = [("articles", article), ("documents", documents), ("sources", listed)]
    suffixes = (
        *(written.suffixes if written else ()),
        *documents,
        *(article.suffixes if article else ()),
        *(listed.suffixes if listed else ()),
    )
    return Row(
        name,
        written.summary if written else _SUMMARIES.get(name, name),
        tuple(what for what, there in reads if there),
        _plural(written.holds) if written else "",
        tuple(dict.fromkeys(suffixes)),
        (article.extra if article else None) or (listed.extra if listed else "") or "",
        declared(name) if written else (),
    )


def _plural(holds: str) -> str:
    return holds if holds.endswith("s") else f"{holds}s"


def groups(losses: Iterable[Declared]) -> list[Group]:
    """Return losses with one reason together, in the order in which they are declared."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for one in losses:
        found.setdefault((one.how, one.why, one.when), []).append(_member(one.at))
    return [
        Group(how, tuple(dict.fromkeys(members)), why, when) for (how, why, when), members in found.items()
    ]


def _member(at: str) -> str:
    """Return a declared place for people: "sources.date" for "/sources/*/date", "sources.*" for any member of a source."""
    steps = pointer_steps(at)
    any_member = len(steps) > 2 and steps[-2:] == [ANY, ANY]  # noqa: PLR2004 - a list, any item, any member
    return ".".join([*(step for step in steps if step != ANY), *([ANY] if any_member else [])])
