"""What a format cannot hold of a document: declared once for the format, told for each document that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.json_value import pointer_steps, pointer_to, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Literal, TypeAlias

    from pincite.model.json_value import Json

    How: TypeAlias = Literal["left out", "changed", "set aside"]

_GREATEST: tuple[How, ...] = ("left out", "changed", "set aside")
SECOND = (
    "an id names one thing, and another before it has this one",
    "where another before it has the same id",
)
"""Why and when a second thing with an id is lost, or is named otherwise."""
ANY = "*"
"""The step of a declared place that stands for every item of a list and every member of an object."""


class Declared(NamedTuple):
    """Members that a format does not hold as they are.

    ``at`` is a JSON Pointer in which ``*`` stands for any item or member (``/sources/*/received``); what is
    inside goes with it. ``how``: the value is ``left out``; it is there ``changed``, so that it cannot be read back
    as it was; or it is ``set aside`` where Pincite reads it back and nobody else looks. ``why`` tells the reader what the
    format has instead, and ``when`` in which cases; empty, the members are never held. Cases the writer tells itself.
    """

    at: str
    how: How
    why: str
    when: str = ""


class Loss(NamedTuple):
    """A value of one document, by its JSON Pointer, that a format does not hold as it is."""

    pointer: str
    declared: Declared

    def covers(self, pointer: str) -> bool:
        """Return whether a JSON Pointer leads to the value or into it."""
        return pointer == self.pointer or pointer.startswith(f"{self.pointer}/")


class Losses:
    """The losses of one document on its way into a format, each once."""

    def __init__(self, declared: Sequence[Declared], data: Mapping[str, object]) -> None:
        self._declared = [(pointer_steps(one.at), one) for one in declared]
        self._data = cast("Json", data)
        self._found: dict[str, Loss] = {}
        for one in declared:
            if not one.when:
                for pointer in places(cast("Json", data), one.at):
                    self._found.setdefault(pointer, Loss(pointer, one))

    def tell(self, pointer: str, how: How = "left out") -> None:
        """Take down that the value at *pointer* is lost; of several losses of one value the greatest counts.

        Raises LookupError where the format declares no such loss, or the document has no such value.
        """
        steps = pointer_steps(pointer)
        fitting = next((one for at, one in self._declared if one.how == how and _leads_to(at, steps)), None)
        if fitting is None or value_at(self._data, pointer) is None:
            raise LookupError(
                f"no loss is declared for {pointer} ({how})" if fitting is None else f"there is no {pointer}"
            )
        known = self._found.get(pointer)
        if known is None or _GREATEST.index(how) < _GREATEST.index(known.declared.how):
            self._found[pointer] = Loss(pointer, fitting)

    def all(self) -> tuple[Loss, ...]:
        """Return the losses, without those inside of what is left out as a whole, in the order of their pointers."""
        whole = {pointer for pointer, one in self._found.items() if one.declared.how == "left out"}
        return tuple(
            one
            for pointer, one in sorted(self._found.items(), key=lambda item: _order(item[0]))
            if whole.isdisjoint(_around(pointer))
        )


def places(data: Json, at: str) -> Iterator[str]:
    """Yield the pointers to all values of a document at a place with ``*`` in it; empty lists and objects are none."""
    yield from _places(data, pointer_steps(at), "")


def _places(value: Json, steps: list[str], pointer: str) -> Iterator[str]:
    if not steps:
        if value not in ([], {}, None):
            yield pointer
        return
    step, *rest = steps
    if step == ANY:
        inner: list[str | int] = list(range(len(value))) if isinstance(value, list) else []
        inner = list(value) if isinstance(value, dict) else inner
    else:
        inner = [step] if isinstance(value, dict) and step in value else []
    for one in inner:
        yield from _places(value_at(value, pointer_to("", one)), rest, pointer_to(pointer, one))


def _leads_to(at: list[str], steps: list[str]) -> bool:
    return len(at) == len(steps) and all(one in (ANY, step) for one, step in zip(at, steps, strict=True))


def _around(pointer: str) -> Iterator[str]:
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer


def _order(pointer: str) -> list[tuple[int, str]]:
    return [(int(step), "") if step.isdecimal() else (-1, step) for step in pointer.split("/")]
