"""The parts of PyYAML's events that the reader uses, as types; PyYAML's own differ from parser to parser."""

from __future__ import annotations

from typing import Protocol


class Mark(Protocol):
    """A place in the text."""

    index: int


class Event(Protocol):
    """What the parser met, from one mark to another: the parts of PyYAML's events used here."""

    start_mark: Mark
    end_mark: Mark


class Node(Event, Protocol):
    """An event that begins or is a value; an alias has no tag."""

    anchor: str | None
    tag: str | None
