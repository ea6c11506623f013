"""What becomes of a document's members and items: where values are set, what goes, and what gets another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.model.json_value import Json


class Mark:
    """What becomes of one member or item, and of those in it, by their steps (``inner``).

    ``put``: it is set. ``gone``: it is taken away. ``name``: the name that it gets. ``names``: those that members in it
    get. Without any of them nothing becomes of it but of what is in it.
    """

    __slots__ = ("gone", "inner", "name", "names", "put")

    def __init__(self) -> None:
        self.put = self.gone = False
        self.name: str | None = None
        self.names: set[str] = set()
        self.inner: dict[str, Mark] = {}

    def at(self, steps: Iterable[str]) -> Mark:
        """Return the mark that *steps* lead to, made where there is none."""
        here = self
        for step in steps:
            here = here.inner.setdefault(step, Mark())
        return here

    def find(self, steps: Iterable[str]) -> Mark | None:
        """Return the mark that *steps* lead to, None where there is none."""
        here: Mark | None = self
        for step in steps:
            here = here.inner.get(step) if here is not None else None
        return here

    def way(self, steps: Sequence[str]) -> tuple[list[Mark], Mark | None]:
        """Return the marks on the way to where *steps* lead, the document's own first, and the one there."""
        found: list[Mark] = [self]
        for step in steps[:-1]:
            inner = found[-1].inner.get(step)
            if inner is None:
                return found, None
            found.append(inner)
        return found, found[-1].inner.get(steps[-1])

    def empties(self, value: Json) -> bool:
        """Return whether everything in a collection is taken away."""
        if not isinstance(value, (dict, list)):
            return False
        steps: Iterable[str] = value if isinstance(value, dict) else map(str, range(len(value)))
        return all(step in self.inner and self.inner[step].gone for step in steps)


def reshaped(value: Json, mark: Mark | None) -> Json:
    """Return a value without what is taken away, and with the new names; it shares what stays as it is."""
    if mark is None or not mark.inner:
        return value
    inner = mark.inner
    if isinstance(value, dict):
        found: dict[str, Json] = {}
        for name, one in value.items():
            theirs = inner.get(name)
            if theirs is None or not theirs.gone:
                found[name if theirs is None or theirs.name is None else theirs.name] = reshaped(one, theirs)
        return found
    if isinstance(value, list):
        marks = [inner.get(str(number)) for number in range(len(value))]
        return [
            reshaped(one, theirs)
            for one, theirs in zip(value, marks, strict=True)
            if theirs is None or not theirs.gone
        ]
    return value
