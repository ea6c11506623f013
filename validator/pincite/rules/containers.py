"""The containers around a source, as far as rules look."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.sourced import MAX_CHAIN

if TYPE_CHECKING:
    from pincite.model.document import Document
    from pincite.model.format import Source

ENCLOSED = frozenset({"enclosure", "attachment"})
"""Relations of a document that was sent along with another."""
SEEN_ELSEWHERE = frozenset({"reproduced_in", "quoted_in"})
"""Relations of a source that another work shows or quotes: the work may be of any kind and time."""


class Nesting(NamedTuple):
    """A source and the containers around it, from the inside out.

    ``complete`` is false where the outermost one names a container that is not there, is one of the others or
    lies too deep: what the chain lacks may then stand further out.
    """

    chain: list[Source]
    complete: bool


def nesting(document: Document, source: Source) -> Nesting:
    """Return *source* and its containers, no deeper than the format allows."""
    chain = [source]
    if "container" not in source:
        return Nesting(chain, complete=True)
    seen = {source["id"]}
    while "container" in chain[-1]:
        outer_id = chain[-1]["container"]["source"]
        outer = document.source_by_id.get(outer_id)
        if outer is None or outer_id in seen or len(chain) > MAX_CHAIN:
            return Nesting(chain, complete=False)
        seen.add(outer_id)
        chain.append(outer)
    return Nesting(chain, complete=True)


def kind_of(source: Source) -> str:
    """Return the type in words ("journal article")."""
    return source["type"].replace("_", " ")


def named(source: Source) -> str:
    """Return how messages name a source: its type in words and its id."""
    return f"{kind_of(source)} '{source['id']}'"
