"""How a finding is mended without an editor: changes of the document it was found in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from pincite.model.finding import Span
    from pincite.model.json_value import Json

    Safety: TypeAlias = Literal["safe", "unsafe"]
    Kind: TypeAlias = Literal["put", "remove", "rename", "rewrite"]


class Change(NamedTuple):
    """One change of a document, at a JSON Pointer (RFC 6901).

    ``put``: the member or item is to have a value, whether it is there or not; the object or list around it has to be
    there. The last step ``-`` means a new item at the end of a list, which is begun where there is none
    (``/sources/2/copies/-``). ``remove``: the member or item goes. ``rename``: the member gets the name *value* and keeps
    its value and its place. ``rewrite``: *span* of the article's text gives way to the text *value*; only where the
    file is the article itself, and then *pointer* is ``/article/text``.
    """

    pointer: str
    value: Json = None
    kind: Kind = "put"
    span: Span | None = None


class TextEdit(NamedTuple):
    """A range of a file's text that gives way to *text*: lines and columns as those of a ``Place``."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Fix(NamedTuple):
    """Changes after which a finding is gone and nothing else is found.

    ``title`` says what they do, in the imperative ("set start and end to 29-52"); ``safety`` is ``safe`` where the
    document means what it meant before, else ``unsafe``: a person looks at it. ``edits`` are the changes as edits of the
    file's text as it was judged, worked out only for those who ask.
    """

    title: str
    safety: Safety
    changes: tuple[Change, ...]
    edits: tuple[TextEdit, ...] = ()


def put(pointer: str, value: Json) -> Change:
    """Return the change that gives a member or item a value."""
    return Change(pointer, value)


def remove(pointer: str) -> Change:
    """Return the change that takes a member or item away."""
    return Change(pointer, kind="remove")


def rename(pointer: str, name: str) -> Change:
    """Return the change that gives a member another name."""
    return Change(pointer, name, "rename")


def rewrite(span: Span, text: str) -> Change:
    """Return the change that writes *text* in the place of a piece of the article's text."""
    return Change("/article/text", text, "rewrite", span)
