"""Where a displayed quotation begins and ends: in mid-sentence, and with or without a mark that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.anchoring import offsets
from pincite.rules.printed_wordings import PrintedWording, quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document

MARKS = "\"“”„‟«»‹›'‘’‚‛`"
"""Quotation marks of all kinds."""
_CLOSERS = f"{MARKS})]*_"
_TERMINAL = ".!?…:;—–।。؟"
_SHORT_LINE = 60
_AROUND_WORDS = f"{MARKS},;:.…-–—()[]"
_PARTICLES = frozenset({"de", "da", "di", "du", "van", "von", "zu", "al", "el", "bin", "ibn"})
"""Small words that names begin with, also at the beginning of a sentence."""
_SEVERAL_LINES = 2
_CONTEXT = 40
_SENTENCE = 5
"""Fewer words are a heading, a sign or a phrase, and need no end."""


class Edges(NamedTuple):
    """A displayed quotation in prose with what the article prints before it, after it, and after its citation."""

    at: str
    name: str
    wording: PrintedWording
    before: str
    after: str
    behind: str


def displayed_prose(document: Document) -> Iterator[Edges]:
    """Yield the block quotations that stand in the article's text and are running prose.

    Verse and lists, which keep to other customs, are passed over: several lines, all of them short.
    """
    for at, quotation in document.quotations:
        if quotation.get("display") != "block" or "within" in quotation:
            continue
        lines = [line for line in quotation["text"].split("\n") if line.strip()]
        if not lines or (len(lines) >= _SEVERAL_LINES and max(map(len, lines)) <= _SHORT_LINE):
            continue
        wording = quotation_wording(document, at, quotation)
        text = document.text
        if wording.start is None or text is None:
            continue
        end = wording.start + len(wording.text)
        cited = [offsets(one["anchor"]) for one in quotation.get("citations", ()) if one and "anchor" in one]
        behind = max((place[1] for place in cited if place), default=end)
        before = text[max(0, wording.start - _CONTEXT) : wording.start]
        yield Edges(
            f"{at}/text", wording.name, wording, before, text[end : end + _CONTEXT], text[behind : behind + 1]
        )


def starts_unmarked(edges: Edges) -> bool:
    """Return whether a quotation begins with a small letter although the words before it are a whole sentence."""
    first = next(iter(edges.wording.text.lstrip(MARKS + " ").split()), "")
    if not first[:1].islower() or not first.strip(_AROUND_WORDS).isalpha() or first.lower() in _PARTICLES:
        return False
    lead = edges.before.rstrip(MARKS + " \t\n\u00a0")
    return lead.endswith((":", ".", "!", "?")) and not lead.endswith(("...", " e.g.", " i.e."))


def ends_unmarked(edges: Edges) -> bool:
    """Return whether a quotation ends in a word, and neither a mark nor the article's own sentence follows."""
    words = edges.wording.text.rstrip()
    if edges.behind == "." or words.count(" ") < _SENTENCE or words.isupper():
        return False
    if not words.rstrip(_CLOSERS)[-1:].isalpha() or words[-1] in "])":
        return False
    after = edges.after.lstrip(" \t\u00a0")
    bare = after.lstrip(MARKS)
    if after != bare and not bare[:1].isspace() and not bare.startswith(("(", "[")):
        return False
    if bare[:1] in tuple(_TERMINAL + ","):
        return False
    following = bare.lstrip()
    return not following[:1].islower()
