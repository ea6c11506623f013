"""How a quotation stands at one place of a source where its letters are: what it takes to say that it is the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.folding.letters import letters_in
from pincite.verifier.matching.comparison import compared
from pincite.verifier.matching.edges import SENTENCE_STOP
from pincite.verifier.matching.ends import ends_of
from pincite.verifier.matching.joints import read_joint
from pincite.verifier.matching.limits import limit_before
from pincite.verifier.matching.words import words_in
from pincite.verifier.verdict import Alteration, Caution

if TYPE_CHECKING:
    from typing import Literal

    from pincite.verifier.matching.chain import Chain, Chains
    from pincite.verifier.wording.parts import Mark, Part, Wording

_SENTENCE_END = re.compile(rf"{SENTENCE_STOP}|\n\s*\n")
_LONGEST_WORD = 40
_CUT_FROM = 3
_MOST_CHANGES = 200
"""Letters that differ in one part and are told."""
_NOTED = {
    "hyphens": "a hyphen or a space is set otherwise in the source",
    "punctuation": "the punctuation is another in the source",
    "quotation_marks": "quotation marks are set otherwise in the source",
}


@dataclass
class Standing:
    """What holding a wording against one place has found; ``spans`` are its parts' places in the text."""

    spans: list[Span] = field(default_factory=list)
    alterations: list[Alteration] = field(default_factory=list)
    foldings: dict[str, None] = field(default_factory=dict)
    cautions: list[Caution] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)

    @property
    def verdict(self) -> Literal["exact", "normalised", "edited", "altered"]:
        """Return the verdict on this place alone."""
        if any(not one.declared for one in self.alterations):
            return "altered"
        if self.alterations:
            return "edited"
        return "normalised" if self.foldings or self.cautions else "exact"

    @property
    def rank(self) -> int:
        """Return the verdict as a number, the best as 0."""
        return ("exact", "normalised", "edited", "altered").index(self.verdict)


def standing(chain: Chain, chains: Chains, decimal: str) -> Standing:
    """Return how a wording stands where a chain has found its letters; *decimal* is the source's decimal sign."""
    wording, index, text = chains.wording, chains.index, chains.text
    found = Standing()
    passages: list[Span] = []
    for number, (part, start) in enumerate(zip(wording.parts, chain, strict=True)):
        places = index.offsets(start, start + len(part.letters))
        passage = Span(places[0], places[-1] + 1)
        passages.append(passage)
        _hold_part(part, text, places, decimal, found)
        _hold_ends(part, text, passage, found)
        cut = chains.torn(number, start)
        if cut:
            found.alterations.append(_torn(part, text, passage, cut))
    _hold_marks(wording, passages, text, found)
    return found


def _hold_part(part: Part, text: str, places: list[int], decimal: str, found: Standing) -> None:
    """Note what differs between the letters of a part and of its place."""
    comparison = compared(part, text, places, decimal)
    found.foldings.update(comparison.foldings)
    changed: dict[tuple[Span, Span], Alteration] = {}
    for kind, first, last in comparison.changes[:_MOST_CHANGES]:
        mine = Span(comparison.places[first], comparison.places[last - 1] + 1)
        change = _change(kind, part, text, mine, Span(places[first], places[last - 1] + 1))
        # a word is told once, however many of its letters differ
        changed.setdefault((change.at, change.span), change)
    found.alterations += changed.values()
    for note, at in comparison.notes:
        span = Span(places[at - 1], places[at] + 1)
        found.cautions.append(
            Caution(
                "hyphenation" if note == "hyphens" else "punctuation",
                "",
                text[span.start : span.end],
                span,
                _NOTED[note],
            )
        )
    if comparison.first_letter:
        at = part.core.start
        here, there = Span(part.at.start + at, part.at.start + at + 1), Span(places[0], places[0] + 1)
        found.alterations.append(
            Alteration("case", part.text[at], text[places[0]], here, there, declared=True)
        )


def _hold_ends(part: Part, text: str, passage: Span, found: Standing) -> None:
    """Note the punctuation at a part's ends, and add the part's place with as much of it as agrees."""
    ends = ends_of(part, text, passage.start, passage.end)
    found.foldings.update(dict.fromkeys(ends.foldings))
    found.spans.append(Span(passage.start - ends.before, passage.end + ends.behind))
    if ends.noted:
        span = Span(passage.end, min(len(text), passage.end + 1))
        message = "a question or an exclamation stands on one side only"
        found.cautions.append(Caution("punctuation", "", text[span.start : span.end], span, message))


def _change(kind: str, part: Part, text: str, quoted: Span, printed: Span) -> Alteration:
    """Return a difference with the whole words it is in."""
    return _alteration(kind, part, text, widened(part.text, quoted), widened(text, printed))


def _alteration(kind: str, part: Part, text: str, quoted: Span, printed: Span) -> Alteration:
    """Return a difference between a piece of a part and a piece of the text."""
    at = Span(part.at.start + quoted.start, part.at.start + quoted.end)
    words = text[printed.start : printed.end]
    return Alteration(kind, part.text[quoted.start : quoted.end], words, at, printed)


def widened(text: str, span: Span) -> Span:
    """Return a span with the whole of the words at its ends."""
    start, end = span
    while start > 0 and span.start - start < _LONGEST_WORD and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - span.end < _LONGEST_WORD and not text[end].isspace():
        end += 1
    return Span(start, end)


def _torn(part: Part, text: str, passage: Span, cut: str) -> Alteration:
    """Return that a part begins or ends within a word or a number of the source."""
    words = words_in(part.text)
    at_start = bool(limit_before(text, passage.start, part.head))
    mine = (words[0] if at_start else words[-1]).at if words else Span(0, len(part.text))
    # what it is cut from may stand behind a space or a line end
    place = (
        Span(max(0, passage.start - _CUT_FROM), passage.start + 1)
        if at_start
        else Span(passage.end - 1, min(len(text), passage.end + _CUT_FROM))
    )
    return _alteration(cut, part, text, mine, widened(text, place))


def _hold_marks(wording: Wording, passages: list[Span], text: str, found: Standing) -> None:
    """Read the marks before, between and behind the parts."""
    last = len(wording.joints) - 1
    for number, marks in enumerate(wording.joints):
        if not marks:
            continue
        if 0 < number < last:
            _hold_joint(marks, text, Span(passages[number - 1].end, passages[number].start), found)
        else:
            edge = passages[0].start if number == 0 else passages[-1].end
            _hold_edge(marks, text, edge, found, before=number == 0)


def _hold_joint(marks: tuple[Mark, ...], text: str, gap: Span, found: Standing) -> None:
    joint = read_joint(marks, text, gap)
    found.alterations += joint.alterations
    found.readings += joint.readings
    if (
        "text" in joint.readings
        and marks[0].kind == "omission"
        and marks[0].text.strip() not in text[gap.start : gap.end]
    ):
        found.foldings["ellipsis"] = None
    if any(
        as_read == "text" and mark.kind != "omission" and mark.text not in text[gap.start : gap.end]
        for mark, as_read in zip(marks, joint.readings, strict=True)
    ):
        found.foldings["white_space"] = None
    if joint.fault:
        at = Span(marks[0].at.start, marks[-1].at.end)
        words = " ".join(text[gap.start : gap.end].split())
        found.alterations.append(Alteration(joint.fault, " ".join(one.text for one in marks), words, at, gap))
    if joint.empty:
        message = "an omission is marked, but nothing is left out here"
        found.cautions.append(Caution("omission_empty", "", marks[0].text, gap, message))


def _hold_edge(marks: tuple[Mark, ...], text: str, edge: int, found: Standing, *, before: bool) -> None:
    """Read the marks at an end of the quotation, where only a mark within a word has something to be held against."""
    inner = marks[-1] if before else marks[0]
    if not inner.glued[1 if before else 0]:
        for mark in marks:
            _hold_original(mark, text, edge, found, before=before)
            found.alterations.append(_at_edge(mark, marks, text, edge, before=before))
            found.readings.append("mark")
        return
    end = edge
    while 0 < end <= len(text) and abs(end - edge) < _LONGEST_WORD:
        beside = text[end - 1 : end] if before else text[end : end + 1]
        if not beside.isalnum():
            break
        end += -1 if before else 1
    rest = Span(min(edge, end), max(edge, end))
    _hold_joint((inner,), text, rest, found)
    number = 0 if before else -1
    span = found.spans[number]
    found.spans[number] = Span(min(span.start, rest.start), max(span.end, rest.end))


def _at_edge(mark: Mark, marks: tuple[Mark, ...], text: str, edge: int, *, before: bool) -> Alteration:
    """Return what a mark at an end of the quotation stands for; a bracket, for the words of its sentence that stand there."""
    here = Span(edge, edge)
    if mark.kind != "bracket" or len(marks) > 1:
        kind = "insertion" if mark.kind == "bracket" else mark.kind
        return Alteration(kind, mark.text, "", mark.at, here, declared=True)
    count, reach = max(1, len(mark.text.split())), 2 * len(mark.text) + _LONGEST_WORD
    low, high = (max(0, edge - reach), edge) if before else (edge, min(len(text), edge + reach))
    stop = list(_SENTENCE_END.finditer(text, low, high))
    low, high = (
        (stop[-1].end() if stop and before else low),
        (stop[0].start() if stop and not before else high),
    )
    words = words_in(text, low, high)
    beside = words[-count:] if before else words[:count]
    if not beside:
        return Alteration("insertion", mark.text, "", mark.at, here, declared=True)
    there = Span(beside[0].at.start, beside[-1].at.end)
    printed = " ".join(text[there.start : there.end].split())
    return Alteration("replacement", mark.text, printed, mark.at, there, declared=True)


def _hold_original(mark: Mark, text: str, edge: int, found: Standing, *, before: bool) -> None:
    """Note a declared original that does not stand beside the part, at an end of the quotation."""
    if mark.original is None:
        return
    count, reach = len(mark.original.split()), 3 * len(mark.original) + _LONGEST_WORD
    there = Span(max(0, edge - reach), edge) if before else Span(edge, min(len(text), edge + reach))
    words = text[there.start : there.end].split()
    printed = " ".join(words[-count:] if before else words[:count])
    if letters_in(printed) != letters_in(mark.original):
        found.alterations.append(Alteration("word", mark.original, printed, mark.at, Span(edge, edge)))
