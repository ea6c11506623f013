"""Quotations and claims are cut to a length, at the end of a word, and stay valid."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.dataset.entering.entry import LEFT_OUT
from pincite.model.segments import displayed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pincite.model.format import Claim, Quotation, Segment

_CUT = frozenset({"text", "emphasis"})
"""Types of segments that may be cut; all others are whole, or left out."""


def shortened(quotation: Quotation, most: int, names: Collection[str] = ()) -> Quotation:
    """Return a quotation of which more than *most* code points are cut off, with an ellipsis where whole words end.

    Its segments are cut alike, with an omission at their end of which nobody says whose it is. Words that it translates are cut,
    too, unless they are one of the *names* of quotations.
    """
    original = quotation.get("translation_of")
    if original is not None and original not in names and len(original) > most:
        quotation = cast("Quotation", {**quotation, "translation_of": _cut(original, most)})
    text = quotation["text"]
    if len(text) <= most:
        return quotation
    segments = quotation.get("segments", [])
    short = cast("Quotation", {**quotation, "text": _cut(text, most)})
    short.pop("segments", None)
    if segments and "".join(map(displayed, segments)) == text:
        left = [*_within(segments, len(short["text"]) - len(LEFT_OUT) - 1), *_END]
        short["segments"] = left
        short["text"] = "".join(map(displayed, left))
    return short


def shortened_claim(claim: Claim, most: int) -> Claim:
    """Return a claim of which more than *most* code points are cut off."""
    text = claim["text"]
    return claim if len(text) <= most else cast("Claim", {**claim, "text": _cut(text, most)})


def _cut(text: str, most: int) -> str:
    head = text[:most]
    if not text[most].isspace():
        head = head.rsplit(None, 1)[0] if len(head.split()) > 1 else head
    return f"{head.rstrip()} {LEFT_OUT}"


_END: list[Segment] = [
    {"type": "text", "text": " "},
    {"type": "omission", "mark": LEFT_OUT, "by": "unknown"},
]


def _within(segments: Sequence[Segment], length: int) -> list[Segment]:
    """Return the segments that make up the first code points of a text, without white space at their end."""
    found: list[Segment] = []
    for segment in segments:
        shown = displayed(segment)
        if len(shown) <= length:
            found.append(segment)
            length -= len(shown)
            continue
        if segment["type"] in _CUT and shown[:length].strip():
            found.append(cast("Segment", {**segment, "text": shown[:length].rstrip()}))
        break
    while found and not displayed(found[-1]).strip():
        found.pop()
    if found and found[-1]["type"] in _CUT:
        found[-1] = cast("Segment", {**found[-1], "text": found[-1]["text"].rstrip()})
    return found
