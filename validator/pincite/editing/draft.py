"""What a file is to become: its bytes before and after, made of changes and held against them before anybody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.editing.attempts import Outcome, attempt_at
from pincite.editing.edits import Edit, EditingError, applied, minimal
from pincite.editing.granting import Refusal
from pincite.reading.lines import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pincite.editing.attempts import Attempt
    from pincite.model.fix import Change


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
    text = _decoded(path, content)
    edits: list[Edit] = []
    refused: list[Refusal] = []
    for number, (start, part) in enumerate(_documents(path, text)):
        if changes.get(number):
            found = _granted(attempt_at(path, part, number), changes[number])
            edits += [Edit(start + one.start, start + one.end, one.text) for one in found.edits]
            refused += found.refused
    edits = minimal(text, edits)
    return Draft(path, content, applied(text, edits).encode("utf-8"), tuple(refused), tuple(edits))


def edits_of_each(
    path: str, content: bytes, wanted: Iterable[tuple[int, Sequence[Change]]]
) -> Iterator[tuple[Edit, ...]]:
    """Yield, for each document number with changes, the edits that make these alone, none where they cannot be made.

    The file is read once, and what becomes of it is read back for each. Raises EditingError where it is no text.
    """
    text = _decoded(path, content)
    documents = dict(enumerate(_documents(path, text)))
    attempts: dict[int, Attempt | None] = {}
    for number, changes in wanted:
        start, part = documents.get(number, (0, ""))
        if number not in attempts:
            attempts[number] = _attempt_or_none(path, part, number)
        attempt = attempts[number]
        found = None if attempt is None else _whole(attempt, changes)
        yield (
            ()
            if found is None
            else tuple(minimal(text, [Edit(start + one.start, start + one.end, one.text) for one in found]))
        )


def _attempt_or_none(path: str, part: str, number: int) -> Attempt | None:
    try:
        return attempt_at(path, part, number)
    except EditingError:
        return None


def _whole(attempt: Attempt, changes: Sequence[Change]) -> list[Edit] | None:
    """Return the edits that make all of some changes, None where one of them cannot be made."""
    try:
        outcome = attempt.outcome(changes)
    except EditingError:
        return None
    return None if outcome.refused else outcome.edits


def _decoded(path: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise EditingError(f"cannot read {path}: it is not UTF-8 text") from None


def _documents(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of a file's documents with the offsets at which they begin."""
    if not path.endswith(".jsonl"):
        yield 0, text
        return
    content = text.encode("utf-8")
    before = at = 0
    for one in records(content):
        at += len(content[before : one.start].decode("utf-8"))
        before = one.start
        yield at, one.content.decode("utf-8")


def _granted(attempt: Attempt, changes: Sequence[Change]) -> Outcome:
    """Return the edits for as many of the changes as can be made together, the earlier ones first."""
    granted: list[Change] = []
    refused: list[Refusal] = []
    outcome = Outcome([], [])
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
    return Outcome(outcome.edits, [*outcome.refused, *refused])
