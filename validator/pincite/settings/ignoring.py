"""Findings that comments of a document ask to pass over, and what is wrong with such comments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, chain, islice
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Finding
from pincite.reading.rules import ignore_unknown, ignore_unused, ignore_without_reason
from pincite.rules import all_codes
from pincite.settings.selection import (
    ALWAYS_TOLD,
    UnknownSelectorError,
    beginning,
    is_one_rule,
    verification_codes,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from pincite.model.rule import Rule
    from pincite.reading.ignores import Ignore


class Passed(NamedTuple):
    """What is left of some findings, and how many were passed over."""

    left: list[Finding]
    ignored: int


_SUGGESTED = 20
"""For how many unknown words it is looked up which rule was meant; each is held against the names of all."""
_SHOWN = 200
"""Code points of a comment's words that a message repeats."""


def passed_over(
    path: str, findings: Sequence[Finding], ignores: Sequence[Ignore], asked: Container[str], most: int
) -> Passed:
    """Pass over what the comments ask for, and tell the comments that are at fault.

    *asked* are the codes of the rules that this run asks: a comment for another rule is not unused. No more than
    *most* findings and one are left.
    """
    suggestions = iter(range(_SUGGESTED))
    known = [_Known(path, ignore, suggestions) for ignore in ignores]
    covered = _Covered(known)
    lines: dict[str, list[int]] = {}
    left: list[Finding] = []
    for finding in findings:
        if finding.place is not None:
            lines.setdefault(finding.code, []).append(finding.place.line)
        if not covered.holds(finding):
            left.append(finding)
    ignored = len(findings) - len(left)
    for of_code in lines.values():
        of_code.sort()
    faults = chain.from_iterable(one.faults(asked, lines) for one in known)
    left.extend(islice(faults, max(0, most + 1 - len(left))))
    return Passed(left, ignored)


class _Covered:
    """The lines that comments speak of, code by code: asked in time that does not grow with their number."""

    def __init__(self, known: Iterable[_Known]) -> None:
        spans: dict[str, list[tuple[int, int]]] = {}
        for one in known:
            for code in one.codes:
                spans.setdefault(code, []).append((one.ignore.first_line, one.ignore.last_line))
        self._of: dict[str, tuple[list[int], list[int]]] = {}
        """For each code where a comment begins to speak, and how far any that has begun by then does."""
        for code, places in spans.items():
            places.sort()
            self._of[code] = (
                [first for first, _ in places],
                list(accumulate((last for _, last in places), max)),
            )

    def holds(self, finding: Finding) -> bool:
        """Return whether a finding is passed over."""
        if finding.place is None or finding.code not in self._of or finding.code in ALWAYS_TOLD:
            return False
        firsts, lasts = self._of[finding.code]
        at = bisect_right(firsts, finding.place.line) - 1
        return at >= 0 and lasts[at] >= finding.place.line


class _Known:
    """One comment, with the codes its words stand for."""

    def __init__(self, path: str, ignore: Ignore, suggestions: Iterator[int]) -> None:
        self._path = path
        self._suggestions = suggestions
        self.ignore = ignore
        self.codes: dict[str, str] = {}
        self._unknown: dict[str, UnknownSelectorError | None] = {}
        for word in ignore.codes:
            try:
                code = beginning(word)
            except UnknownSelectorError as error:
                self._unknown[word] = error
                continue
            if is_one_rule(code):
                self.codes[code] = word
            else:
                self._unknown[word] = None

    def _uses(self, code: str, lines: Mapping[str, list[int]]) -> bool:
        found = lines.get(code, [])
        return bisect_left(found, self.ignore.first_line) < bisect_right(found, self.ignore.last_line)

    def faults(self, asked: Container[str], lines: Mapping[str, list[int]]) -> Iterator[Finding]:
        """Yield what is wrong with the comment; *lines* are those of the findings, by code and sorted."""
        if not self.ignore.codes:
            message = "this comment names no rule to ignore"
            yield self._finding(
                ignore_unknown.RULE, message, "write the codes in brackets: ignore[PIN108] and why"
            )
        for word, error in self._unknown.items():
            nearest = (
                error.nearest if error is not None and next(self._suggestions, None) is not None else None
            )
            hint = f"did you mean {nearest}?" if nearest else "pincite rules lists them all"
            yield self._finding(ignore_unknown.RULE, f"no rule is called '{_cut(word)}'", hint)
        for code, word in self.codes.items():
            if code in ALWAYS_TOLD:
                message = f"{word} cannot be ignored: what has it is not judged at all"
                yield self._finding(ignore_unused.RULE, message, "mend the file")
            elif not self._uses(code, lines) and (code in asked or code not in _asked_for()):
                where = "here" if self.ignore.first_line == self.ignore.place.line else "below"
                yield self._finding(ignore_unused.RULE, f"there is no {word} {where} to ignore", "remove it")
        if self.ignore.codes and not self.ignore.reason:
            message = f"nothing says why {_cut(', '.join(self.ignore.codes))} is ignored here"
            yield self._finding(ignore_without_reason.RULE, message, "write the reason behind the bracket")

    def _finding(self, rule: Rule, message: str, hint: str) -> Finding:
        return Finding(
            self._path, rule.code, rule.name, rule.severity, message, hint, place=self.ignore.place
        )


def _asked_for() -> frozenset[str]:
    """Return the codes of the rules that a run may ask or not; all others are asked in every run."""
    return all_codes() | verification_codes()


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
