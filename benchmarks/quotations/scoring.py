"""Scoring answers: faithful or not, near or not, warned or not, and whether the passage was found."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.quotations.case import Case

FAITHFUL = frozenset({"exact", "normalised", "edited"})
GRAVE = (
    "dropped not",
    "inserted not",
    "changed number",
    "changed figure",
    "changed date",
    "changed name",
    "sign",
)
"""Beginnings of the families of which none may be accepted."""
_ENOUGH = 0.5
"""What two pieces must share of what they cover together, to be the same passage."""


class Answer(NamedTuple):
    """What was said of one quotation: the verdict, the hull of its spans, the kinds of its warnings."""

    verdict: str
    start: int | None = None
    end: int | None = None
    warnings: tuple[str, ...] = ()

    @property
    def faithful(self) -> bool:
        """Say whether the quotation was accepted."""
        return self.verdict in FAITHFUL


def answers(lines: Iterable[str]) -> dict[str, Answer]:
    """Return the answers by the id of their case; a line is an object as ``pincite verify --batch`` writes it."""
    found = {}
    for line in lines:
        if line.strip():
            one = json.loads(line)
            found[str(one["id"])] = _answer(one)
    return found


def _answer(one: Mapping[str, Any]) -> Answer:
    spans = [_span(span) for span in one.get("spans") or []]
    start = min((span[0] for span in spans), default=None)
    end = max((span[1] for span in spans), default=None)
    kinds = [
        str(one.get("kind", "")) if isinstance(one, dict) else str(one) for one in one.get("warnings") or []
    ]
    return Answer(str(one["verdict"]), start, end, tuple(kinds))


def _span(span: Mapping[str, int] | Sequence[int]) -> tuple[int, int]:
    if isinstance(span, dict):
        return int(span["start"]), int(span["end"])
    return int(span[0]), int(span[1])  # type: ignore[index] # a list of two numbers


class Share(NamedTuple):
    """How many of all."""

    right: int = 0
    all: int = 0

    def plus(self, *, right: bool) -> Share:
        """Return the share with one more counted."""
        return Share(self.right + right, self.all + 1)

    @property
    def value(self) -> float:
        """Return the share as a number, 1 where there is nothing to count."""
        return self.right / self.all if self.all else 1.0

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.right}/{self.all})"


class Judged(NamedTuple):
    """A case, its answer, whether that is right, and whether the passage is the right one (None: it has none)."""

    case: Case
    answer: Answer
    right: bool
    located: bool | None


@dataclass
class Scores:
    """All figures of one run."""

    accepted: Share = field(default_factory=Share)
    """Of what was accepted, what is faithful: precision."""
    found: Share = field(default_factory=Share)
    """Of what is faithful, what was accepted: recall."""
    near: Share = field(default_factory=Share)
    called_near: Share = field(default_factory=Share)
    warned: Share = field(default_factory=Share)
    located: Share = field(default_factory=Share)
    three_way: Share = field(default_factory=Share)
    families: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    languages: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    near_languages: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    grave: list[Case] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall of faithful or not."""
        precision, recall = self.accepted.value, self.found.value
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def add(self, case: Case, answer: Answer) -> None:
        """Count one case."""
        right = _right(case, answer)
        located = None if case.start is None else _same_passage(case, answer)
        if case.group != "near":
            if answer.faithful:
                self.accepted = self.accepted.plus(right=case.group != "misquote")
            if case.group != "misquote":
                self.found = self.found.plus(right=answer.faithful)
        if case.group == "near":
            self.near = self.near.plus(right=right)
            self.near_languages[case.language] = self.near_languages[case.language].plus(right=right)
        elif case.group == "misleading":
            self.warned = self.warned.plus(right=answer.faithful and _warns(answer))
        elif case.group == "misquote":
            self.called_near = self.called_near.plus(right=answer.verdict == "near")
            if located is not None:
                self.located = self.located.plus(right=located)
            if answer.faithful and case.family.startswith(GRAVE):
                self.grave.append(case)
        self.three_way = self.three_way.plus(right=right)
        self.families[case.family] = self.families[case.family].plus(right=right)
        self.languages[case.language] = self.languages[case.language].plus(right=right)
        self.judged.append(Judged(case, answer, right, located))


def score(cases: Iterable[Case], given: Mapping[str, Answer]) -> Scores:
    """Return the figures of a run; a case without an answer counts as unchecked."""
    scores = Scores()
    for case in cases:
        scores.add(case, given.get(case.id, Answer("unchecked")))
    return scores


def _right(case: Case, answer: Answer) -> bool:
    if case.group == "misquote":
        return not answer.faithful and answer.verdict not in {"near", "unchecked", "ambiguous"}
    if case.group == "near":
        return answer.verdict == "near"
    return answer.faithful and (case.group == "faithful" or _warns(answer))


def _warns(answer: Answer) -> bool:
    return any("negation" in kind for kind in answer.warnings)


def _same_passage(case: Case, answer: Answer) -> bool:
    if case.start is None or case.end is None or answer.start is None or answer.end is None:
        return False
    both = min(case.end, answer.end) - max(case.start, answer.start)
    return both >= _ENOUGH * (max(case.end, answer.end) - min(case.start, answer.start))
