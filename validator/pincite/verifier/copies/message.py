"""What was read of a copy as JSON and back: between processes, and in the cache. Never anything that runs.

Coming back, every member is looked at: what a parser of hostile bytes hands on is not believed either.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

from pincite.verifier.copies.copy_text import CopyFault, FaultKind, Page, WordBox
from pincite.verifier.copies.extract import Extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KINDS: frozenset[str] = frozenset(get_args(FaultKind))


def written(found: Extract | CopyFault) -> bytes:
    """Return a result as one line of JSON in UTF-8; a lone surrogate in the text becomes U+FFFD."""
    value: dict[str, object]
    if isinstance(found, CopyFault):
        value = {"fault": found.kind, "message": found.message, "hint": found.hint}
    else:
        value = {
            "text": found.text,
            "pages": found.pages,
            "words": found.words,
            "scanned": found.scanned,
            "notes": found.notes,
        }
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        return line.encode("utf-8")
    except UnicodeEncodeError:
        return line.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def read(line: bytes) -> Extract | CopyFault:
    """Return the result in a line of JSON; raises ValueError for what is none."""
    value = json.loads(line)
    if not isinstance(value, dict):
        raise ValueError("no object")  # noqa: TRY004 - one error for all that is no result
    if "fault" in value:
        kind = value["fault"]
        if not isinstance(kind, str) or kind not in _KINDS:
            raise ValueError("no kind of fault")
        # one of the kinds, as was looked up
        return CopyFault(kind, _string(value.get("message")), _string(value.get("hint")))  # type: ignore[arg-type]
    text = _string(value.get("text"))
    pages = tuple(_page(one, len(text)) for one in _list(value.get("pages")))
    words = tuple(_word(one, len(text)) for one in _list(value.get("words")))
    notes = tuple(_string(one) for one in _list(value.get("notes")))
    return Extract(text, _covering(pages, len(text)), words, value.get("scanned") is True, notes)


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no string")  # noqa: TRY004 - as above
    return value


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise ValueError("no list")  # noqa: TRY004 - as above
    return value


def _numbers(values: Iterable[object]) -> list[int]:
    found = []
    for value in values:
        if type(value) is not int or value < 0:
            raise ValueError("no number")
        found.append(value)
    return found


def _page(value: object, size: int) -> Page:
    *numbers, label = _list(value)  # both ValueError where there are more or fewer
    start, end, number = _numbers(numbers)
    if not start <= end <= size:
        raise ValueError("a page outside the text")
    return Page(start, end, number, None if label is None else _string(label))


def _word(value: object, size: int) -> WordBox:
    start, end, page, x, y, w, h = _numbers(_list(value))
    word = WordBox(start, end, page, x, y, w, h)
    if not word.start < word.end <= size:
        raise ValueError("a word outside the text")
    return word


def _covering(pages: tuple[Page, ...], size: int) -> tuple[Page, ...]:
    at = 0
    for page in pages:
        if page.start != at:
            raise ValueError("pages that do not follow one another")
        at = page.end
    if pages and at != size:
        raise ValueError("pages that do not cover the text")
    return pages
