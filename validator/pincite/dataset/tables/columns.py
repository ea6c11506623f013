"""What a table of a dataset is made of: columns of few types, one of which is the key, and some of which lead to other tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Type: TypeAlias = Literal["string", "integer", "boolean", "strings", "json"]
    Value: TypeAlias = str | int | bool | list[str] | None
    Row: TypeAlias = tuple[Value, ...]


class Column(NamedTuple):
    """A column: its name, its type, one sentence on it, and the tables that its values lead to.

    ``strings`` is a list of strings, ``json`` the text of a JSON object, or of a JSON array where it *is a list*. A column
    that *leads to* tables holds keys of theirs: each value, or each item of a list, is the key of a row in one of them.
    """

    name: str
    type: Type
    description: str
    leads_to: tuple[str, ...] = ()
    is_list: bool = False

    @property
    def is_foreign_key(self) -> bool:
        """Return whether all of its values are keys of one other table."""
        return len(self.leads_to) == 1 and self.type == "string"


class Table(NamedTuple):
    """A table: its name, one sentence on it, its columns, and which of them are its key."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)

    def at(self, name: str) -> int:
        """Return where a column stands."""
        return next(number for number, column in enumerate(self.columns) if column.name == name)


def text(name: str, description: str, *, leads_to: str | None = None) -> Column:
    """Return a column of texts."""
    return Column(name, "string", description, () if leads_to is None else (leads_to,))


def number(name: str, description: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, "integer", description)


def yes_or_no(name: str, description: str) -> Column:
    """Return a column of truth values."""
    return Column(name, "boolean", description)


def texts(name: str, description: str, *, leads_to: tuple[str, ...] = ()) -> Column:
    """Return a column of lists of texts."""
    return Column(name, "strings", description, leads_to)


def json_object(name: str, description: str) -> Column:
    """Return a column of JSON objects, as text."""
    return Column(name, "json", description)


def json_list(name: str, description: str) -> Column:
    """Return a column of JSON arrays, as text."""
    return Column(name, "json", description, is_list=True)


def anchor_columns(what: str) -> tuple[Column, Column]:
    """Return the columns for where something stands in the article's text."""
    return (
        number("start", f"Where {what} starts in the article's text: a code point, from 0."),
        number("end", f"Where {what} ends, exclusive."),
    )
