"""Attempts to make changes in one text, by what it is: its edits, read back before anybody sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pincite.editing.blocked import BlockedError
from pincite.editing.edits import Edit, EditingError, applied
from pincite.editing.granting import Granting, Refusal
from pincite.editing.line_ends import LineEnds
from pincite.editing.splices import Splices
from pincite.editing.values import difference
from pincite.editing.walk import json_edits, yaml_edits
from pincite.model.finding import Finding
from pincite.reading.articles import is_article, read_article
from pincite.reading.files import RawDocument, documents_in
from pincite.reading.markdown.front_matter import is_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.model.fix import Change
    from pincite.model.json_value import Json

_Read = TypeVar("_Read")

_MOST_TRIES = 8
"""Times that all changes are tried without those that could not be made the time before."""
_MARK = "\ufeff"
_NO_DATA = "the file is the article itself: only its text can be changed"


class Outcome(NamedTuple):
    """The edits of one text, whose byte order mark counts, and the changes for which there are none."""

    edits: list[Edit]
    refused: list[Refusal]


def attempt_at(path: str, text: str, number: int) -> Attempt:
    """Return what makes changes in a document's text, by its file's name; raises EditingError where it cannot be read."""
    kind = ArticleAttempt if is_article(path) else MarkdownAttempt if is_markdown(path) else DataAttempt
    return kind(path, text, number)


class Attempt:
    """What makes changes in the text of a document; *number* is the document's in its file."""

    def __init__(self, path: str, text: str, number: int) -> None:
        self.path = path
        self.number = number
        self.text = text.removeprefix(_MARK)
        self._shift = len(text) - len(self.text)

        self._asked: list[tuple[Change, str]] = []
        """The changes of the last try, with the pointers at which they are made."""

    def outcome(self, changes: Sequence[Change]) -> Outcome:
        """Return the edits for all changes but those refused, read back; raises EditingError where there are none."""
        refused: list[Refusal] = []
        for _ in range(_MOST_TRIES):
            try:
                edits, others = self.tried(changes)
            except BlockedError as error:  # noqa: PERF203 - few tries, each of a whole file
                stuck = error.those_of(self._asked)
                if not stuck:
                    raise
                refused += [Refusal(self.number, change, reason) for change, reason in stuck]
                ids = {id(change) for change, _ in stuck}
                changes = [change for change in changes if id(change) not in ids]
            else:
                edits = [Edit(one.start + self._shift, one.end + self._shift, one.text) for one in edits]
                return Outcome(edits, [*others, *refused])
        raise EditingError(refused[-1].reason)

    def tried(self, changes: Sequence[Change]) -> tuple[list[Edit], list[Refusal]]:
        """Return the edits of the text without its byte order mark, in the manner of ``outcome``."""
        raise NotImplementedError

    def _refusals(self, reasons: list[tuple[Change, str | None]]) -> list[Refusal]:
        return [Refusal(self.number, change, reason) for change, reason in reasons if reason is not None]


class DataAttempt(Attempt):
    """Changes of a YAML or JSON document."""

    def __init__(self, path: str, text: str, number: int) -> None:
        super().__init__(path, text, number)
        self._raw = _read(path, text)
        self._write = json_edits if path.endswith((".json", ".jsonl")) else yaml_edits

    def tried(self, changes: Sequence[Change]) -> tuple[list[Edit], list[Refusal]]:
        """Return the edits of the members and items."""
        granting = Granting(self._raw.data)
        refused = self._refusals([(change, granting.grant(change)) for change in changes])
        self._asked = granting.asked
        edits = self._write(self.text, self._raw.data, granting.grown, granting.marks)
        if edits:
            _hold(self._raw, _again(_read, self.path, applied(self.text, edits)), granting.data)
        return edits, refused


class MarkdownAttempt(Attempt):
    """Changes of an annotated article: in its front matter, its attributes and its words."""

    def __init__(self, path: str, text: str, number: int) -> None:
        super().__init__(path, text, number)
        self._raw = _read(path, text)

    def tried(self, changes: Sequence[Change]) -> tuple[list[Edit], list[Refusal]]:
        """Return the edits of the front matter and of the body."""
        from pincite.editing.markdown import MarkdownEditor  # noqa: PLC0415 - imports markdown-it

        editor = MarkdownEditor(self.text, self._raw.data)
        refused = self._refusals([(change, editor.take(change)) for change in changes])
        self._asked = editor.asked
        edits = editor.edits()
        if edits:
            new = _again(_read, self.path, applied(self.text, edits))
            _hold(self._raw, new, *editor.comparable(new.data))
        return edits, refused


class ArticleAttempt(Attempt):
    """Changes of an article that is a file of plain text."""

    def __init__(self, path: str, text: str, number: int) -> None:
        super().__init__(path, text, number)
        self._plain = _article(path, text)

    def tried(self, changes: Sequence[Change]) -> tuple[list[Edit], list[Refusal]]:
        """Return the edits of the words."""
        splices, ends = Splices(self._plain), LineEnds(self.text)
        reasons = [
            (change, splices.take(change) if change.kind == "rewrite" else _NO_DATA) for change in changes
        ]
        edits = [
            Edit(ends.in_file(one.start), ends.in_file(one.end), ends.written(one.text))
            for one in splices.edits
        ]
        if edits and _again(_article, self.path, applied(self.text, edits)) != splices.text():
            raise EditingError("the file would not say it so")
        return edits, self._refusals(reasons)


def _read(path: str, text: str) -> RawDocument:
    things: list[RawDocument | Finding] = list(documents_in(path, text.encode("utf-8")))
    if len(things) != 1:
        raise EditingError(f"{path} holds no document")
    if not isinstance(things[0], RawDocument):
        raise EditingError(f"cannot read {path}: {things[0].message}")
    return things[0]


def _again(read: Callable[[str, str], _Read], path: str, text: str) -> _Read:
    """Return what a new text says; raises EditingError where it cannot be read."""
    try:
        return read(path, text)
    except EditingError as error:
        raise EditingError(f"with it, the file could not be read any more ({error})") from None


def _hold(old: RawDocument, new: RawDocument, wanted: Json, said: Json = None) -> None:
    """Compare what a new text says, or what is comparable of it, with what is wanted; raises EditingError."""
    at = difference(wanted, new.data if said is None else said)
    if at is None and len(new.findings) > len(old.findings):
        at = new.findings[-1].pointer
    if at is not None:
        raise EditingError(f"with it, the file would say something else besides, at {at or 'its beginning'}")


def _article(path: str, text: str) -> str:
    found = read_article(path, text.encode("utf-8"))
    if isinstance(found, Finding):
        raise EditingError(f"cannot read {path}: {found.message}")
    return found
