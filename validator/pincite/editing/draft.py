"""What a file is to become: its bytes before and after, made of changes and held against them before anybody sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.editing.edits import EditingError, applied
from pincite.editing.granting import Granting, Refusal
from pincite.editing.values import difference
from pincite.editing.walk import json_edits, yaml_edits
from pincite.model.json_value import value_at
from pincite.reading.files import RawDocument, documents_in
from pincite.reading.markdown.front_matter import is_markdown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.editing.edits import Edit
    from pincite.model.finding import Finding
    from pincite.model.fix import Change
    from pincite.model.json_value import Json

_NO_PLACE = "the document has nothing there that it could stand in"
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_MARK = "\ufeff"


class Draft(NamedTuple):
    """A file with its bytes as they were and as they are to be, and the changes that could not be granted."""

    path: str
    before: bytes
    after: bytes
    refused: tuple[Refusal, ...] = ()

    @property
    def differs(self) -> bool:
        """Return whether there is anything to write."""
        return self.before != self.after


def draft(path: str, content: bytes, changes: Mapping[int, Sequence[Change]]) -> Draft:
    """Return what the bytes of a file become by changes for its documents, which are numbered as they are read, from 0.

    What is granted is read back: the new text says what the old one said and the changes, and nothing else. Changes
    that are granted already change nothing. Raises EditingError where a document cannot be read, or the new text
    would say anything else.
    """
    if not any(changes.values()):
        return Draft(path, content, content)
    if not path.endswith(".jsonl"):
        after, refused = _document(path, content, 0, changes.get(0, ()))
        return Draft(path, content, after, tuple(refused))
    parts: list[bytes] = []
    all_refused: list[Refusal] = []
    number = 0
    for line in _LINE.findall(content):
        record = line.rstrip(b"\r\n")
        if record.strip():
            wanted = changes.get(number, ())
            if wanted:
                record, refused = _document(path, record, number, wanted)
                all_refused += refused
            number += 1
        parts += [record, line[len(line.rstrip(b"\r\n")) :]]
    return Draft(path, content, b"".join(parts), tuple(all_refused))


def _document(
    path: str, content: bytes, number: int, changes: Sequence[Change]
) -> tuple[bytes, list[Refusal]]:
    """Return the bytes of one document with its changes, and those that could not be granted."""
    raw = _read(path, content)
    text = content.decode("utf-8")
    whole = text.removeprefix(_MARK)
    attempt = _Attempt(path, raw, whole, number)
    try:
        edits, wanted, refused = attempt.edits(changes)
    except EditingError:  # by one of them; the others may still be granted
        changes, refused = attempt.alone(changes)
        edits, wanted, more = attempt.edits(changes)
        refused += more
    after = (text[: len(text) - len(whole)] + applied(whole, edits)).encode("utf-8")
    if after != content:
        _hold(path, raw, after, wanted)
    return after, refused


class _Attempt:
    """The edits of one document, by what it is written in."""

    def __init__(self, path: str, raw: RawDocument, text: str, number: int) -> None:
        self._raw = raw
        self._text = text
        self._number = number
        self._markdown = is_markdown(path)
        self._json = path.endswith((".json", ".jsonl"))

    def edits(self, changes: Sequence[Change]) -> tuple[list[Edit], Json, list[Refusal]]:
        """Return the edits for all changes, what the document says then, and the changes refused; raises EditingError."""
        if self._markdown:
            return self._in_markdown(changes)
        granting = Granting(self._raw.data)
        refused = [
            Refusal(self._number, change, _NO_PLACE) for change in changes if not granting.grant(change)
        ]
        write = json_edits if self._json else yaml_edits
        return write(self._text, self._raw.data, granting.data), granting.data, refused

    def _in_markdown(self, changes: Sequence[Change]) -> tuple[list[Edit], Json, list[Refusal]]:
        from pincite.editing.markdown import MarkdownEditor  # noqa: PLC0415 - imports markdown-it

        editor = MarkdownEditor(self._text)
        granting = Granting(self._raw.data)
        refused: list[Refusal] = []
        for change in changes:
            placed = granting.placed(change)
            if (
                placed is not None
                and difference(value_at(granting.data, placed.pointer), placed.value) is None
            ):
                continue
            reason = (
                _NO_PLACE if placed is None else editor.take(placed.pointer, placed.value, self._raw.data)
            )
            if reason is None:
                granting.grant(change)
            else:
                refused.append(Refusal(self._number, change, reason))
        return editor.edits(), granting.data, refused

    def alone(self, changes: Sequence[Change]) -> tuple[list[Change], list[Refusal]]:
        """Return the changes for which there are edits when each is tried alone, and why there are none for the others."""
        possible: list[Change] = []
        refused: list[Refusal] = []
        for change in changes:
            reason = self._against(change)
            if reason is None:
                possible.append(change)
            else:
                refused.append(Refusal(self._number, change, reason))
        return possible, refused

    def _against(self, change: Change) -> str | None:
        try:
            self.edits([change])
        except EditingError as error:
            return str(error)
        return None


def _read(path: str, content: bytes) -> RawDocument:
    things: list[RawDocument | Finding] = list(documents_in(path, content))
    if len(things) != 1:
        raise EditingError(f"{path} holds no document")
    if not isinstance(things[0], RawDocument):
        raise EditingError(f"cannot read {path}: {things[0].message}")
    return things[0]


def _hold(path: str, raw: RawDocument, after: bytes, wanted: Json) -> None:
    """Read the new bytes and compare; raises EditingError where they say anything else than is wanted."""
    try:
        new = _read(path, after)
    except EditingError as error:
        raise EditingError(
            f"{path} is left as it is: with the changes in it, it could not be read any more ({error})"
        ) from None
    at = difference(wanted, new.data)
    if at is None and len(new.findings) > len(raw.findings):
        at = new.findings[-1].pointer
    if at is not None:
        raise EditingError(
            f"{path} is left as it is: its layout does not allow the changes without others, at {at or 'its beginning'}"
        )
