"""What a file is to become: its bytes before and after, made of changes and held against them before anybody sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.editing.edits import Edit, EditingError, applied, minimal
from pincite.editing.granting import Granting, Refusal
from pincite.editing.values import difference
from pincite.editing.walk import json_edits, yaml_edits
from pincite.reading.files import RawDocument, documents_in
from pincite.reading.markdown.front_matter import is_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.model.finding import Finding
    from pincite.model.fix import Change
    from pincite.model.json_value import Json

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARK = "\ufeff"
_BLANK = " \t\n\r\x0b\f"
"""What a record is not made of alone."""


class Draft(NamedTuple):
    """A file with its bytes as they were and as they are to be, and the changes that could not be granted.

    ``edits`` lead from the one to the other: they are as short as they can be, in their order, and none touches
    another. Their offsets count the code points of the file's text with all that is in it: its byte order mark, and
    both characters of a line end that has two.
    """

    path: str
    before: bytes
    after: bytes
    refused: tuple[Refusal, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def differs(self) -> bool:
        """Return whether there is anything to write."""
        return self.before != self.after


def draft(path: str, content: bytes, changes: Mapping[int, Sequence[Change]]) -> Draft:
    """Return what the bytes of a file become by changes for its documents, which are numbered as they are read, from 0.

    All pointers and spans of a document's changes are those of the document as it is. What is granted is read back: the
    new text says what the old one said and the changes, and nothing else. Changes that are granted already change
    nothing; one that does not go together with an earlier one is refused. Raises EditingError where a document cannot
    be read.
    """
    if not any(changes.values()):
        return Draft(path, content, content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise EditingError(f"cannot read {path}: it is not UTF-8 text") from None
    edits: list[Edit] = []
    refused: list[Refusal] = []
    for number, (start, part) in enumerate(_documents(path, text)):
        if changes.get(number):
            found = _granted(_Attempt(path, part, number), changes[number])
            edits += [Edit(start + one.start, start + one.end, one.text) for one in found.edits]
            refused += found.refused
    edits = minimal(text, edits)
    return Draft(path, content, applied(text, edits).encode("utf-8"), tuple(refused), tuple(edits))


def edits_of(path: str, content: bytes, changes: Mapping[int, Sequence[Change]]) -> tuple[Edit, ...]:
    """Return the edits of a file's text that ``draft`` makes, for those who make them elsewhere; raises EditingError."""
    return draft(path, content, changes).edits


def _documents(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of a file's documents with the offsets at which they begin."""
    if not path.endswith(".jsonl"):
        yield 0, text
        return
    for line in _LINE.finditer(text):
        record = line[0].rstrip("\r\n")
        if record.strip(_BLANK):
            yield line.start(), record


class _Outcome(NamedTuple):
    """The edits of one document's text, and the changes for which there are none."""

    edits: list[Edit]
    refused: list[Refusal]


def _granted(attempt: _Attempt, changes: Sequence[Change]) -> _Outcome:
    """Return the edits for as many of the changes as can be made together, the earlier ones first."""
    granted: list[Change] = []
    refused: list[Refusal] = []
    outcome = _Outcome([], [])
    chunks = [changes]
    while chunks:
        chunk = chunks.pop()
        try:
            outcome = attempt.outcome([*granted, *chunk])
        except EditingError as error:  # by one of them; the others may still be granted
            if len(chunk) == 1:
                refused.append(Refusal(attempt.number, chunk[0], str(error)))
            else:
                half = len(chunk) // 2
                chunks += [chunk[half:], chunk[:half]]
        else:
            granted += chunk
    return _Outcome(outcome.edits, [*outcome.refused, *refused])


class _Attempt:
    """The edits of one document, by what it is written in; raises EditingError where it cannot be read."""

    def __init__(self, path: str, text: str, number: int) -> None:
        self.number = number
        self._path = path
        self._raw = _read(path, text)
        self._text = text.removeprefix(_MARK)
        self._shift = len(text) - len(self._text)
        self._markdown = is_markdown(path)
        self._json = path.endswith((".json", ".jsonl"))

    def outcome(self, changes: Sequence[Change]) -> _Outcome:
        """Return the edits for all changes but those refused, read back; raises EditingError where there are none."""
        edits, wanted, refused = self._in_markdown(changes) if self._markdown else self._in_data(changes)
        if edits:
            self._hold(applied(self._text, edits), wanted)
        shift = self._shift
        return _Outcome([Edit(one.start + shift, one.end + shift, one.text) for one in edits], refused)

    def _in_data(self, changes: Sequence[Change]) -> tuple[list[Edit], Json, list[Refusal]]:
        granting = Granting(self._raw.data)
        refused = [
            Refusal(self.number, change, reason)
            for change in changes
            if (reason := granting.grant(change)) is not None
        ]
        write = json_edits if self._json else yaml_edits
        edits = write(self._text, self._raw.data, granting.grown, granting.marks)
        return edits, granting.data, refused

    def _in_markdown(self, changes: Sequence[Change]) -> tuple[list[Edit], Json, list[Refusal]]:
        from pincite.editing.markdown import MarkdownEditor  # noqa: PLC0415 - imports markdown-it

        editor = MarkdownEditor(self._text)
        granting = Granting(self._raw.data)
        refused: list[Refusal] = []
        for change in changes:
            placed = granting.placed(change)
            if placed is None:
                continue
            reason = placed if isinstance(placed, str) else editor.take(placed, self._raw.data)
            if reason is None and not isinstance(placed, str):
                granting.make(placed)
            elif reason is not None:
                refused.append(Refusal(self.number, change, reason))
        return editor.edits(), granting.data, refused

    def _hold(self, after: str, wanted: Json) -> None:
        """Read the new text and compare; raises EditingError where it says anything else than is wanted."""
        try:
            new = _read(self._path, after)
        except EditingError as error:
            raise EditingError(f"with it, the file could not be read any more ({error})") from None
        at = difference(wanted, new.data)
        if at is None and len(new.findings) > len(self._raw.findings):
            at = new.findings[-1].pointer
        if at is not None:
            raise EditingError(
                f"the file's layout does not allow it without other changes, at {at or 'its beginning'}"
            )


def _read(path: str, text: str) -> RawDocument:
    things: list[RawDocument | Finding] = list(documents_in(path, text.encode("utf-8")))
    if len(things) != 1:
        raise EditingError(f"{path} holds no document")
    if not isinstance(things[0], RawDocument):
        raise EditingError(f"cannot read {path}: {things[0].message}")
    return things[0]
