"""Findings that comments of a document ask to pass over, and what is wrong with such comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Finding
from pincite.reading.rules import ignore_unknown, ignore_unused, ignore_without_reason
from pincite.settings.selection import (
    ALWAYS_TOLD,
    UnknownSelectorError,
    beginning,
    is_one_rule,
    registered,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from pincite.model.rule import Rule
    from pincite.reading.ignores import Ignore


class Passed(NamedTuple):
    """What is left of some findings, and how many were passed over."""

    left: list[Finding]
    ignored: int


def passed_over(
    path: str, findings: Iterable[Finding], ignores: Sequence[Ignore], asked: Container[str]
) -> Passed:
    """Pass over what the comments ask for, and tell the comments that are at fault.

    *asked* are the codes of the rules that this run asks: a comment for another rule is not unused.
    """
    known = [_Known(path, ignore) for ignore in ignores]
    left: list[Finding] = []
    ignored = 0
    for finding in findings:
        silencing = [one for one in known if one.silences(finding)]
        if silencing:
            ignored += 1
        else:
            left.append(finding)
    for one in known:
        left.extend(one.faults(asked))
    return Passed(left, ignored)


class _Known:
    """One comment, with the codes its words stand for."""

    def __init__(self, path: str, ignore: Ignore) -> None:
        self._path = path
        self._ignore = ignore
        self._codes: dict[str, str] = {}
        self._used: set[str] = set()
        self._unknown: dict[str, str | None] = {}
        for word in ignore.codes:
            try:
                code = beginning(word)
            except UnknownSelectorError as error:
                self._unknown[word] = error.nearest
                continue
            if is_one_rule(code):
                self._codes[code] = word
            else:
                self._unknown[word] = None

    def silences(self, finding: Finding) -> bool:
        """Return whether a finding is passed over, and remember it."""
        place, ignore = finding.place, self._ignore
        if place is None or not ignore.first_line <= place.line <= ignore.last_line:
            return False
        if finding.code not in self._codes or finding.code in ALWAYS_TOLD:
            return False
        self._used.add(finding.code)
        return True

    def faults(self, asked: Container[str]) -> Iterable[Finding]:
        """Yield what is wrong with the comment."""
        if not self._ignore.codes:
            message = "this comment names no rule to ignore"
            yield self._finding(
                ignore_unknown.RULE, message, "write the codes in brackets: ignore[PIN108] and why"
            )
        for word, nearest in self._unknown.items():
            hint = f"did you mean {nearest}?" if nearest else "pincite rules lists them all"
            yield self._finding(ignore_unknown.RULE, f"no rule is called '{word}'", hint)
        for code, word in self._codes.items():
            if code in ALWAYS_TOLD:
                message = f"{word} cannot be ignored: what has it is not judged at all"
                yield self._finding(ignore_unused.RULE, message, "mend the file")
            elif code not in self._used and (code in asked or code not in registered()):
                where = "here" if self._ignore.first_line == self._ignore.place.line else "below"
                yield self._finding(ignore_unused.RULE, f"there is no {word} {where} to ignore", "remove it")
        if self._ignore.codes and not self._ignore.reason:
            message = f"nothing says why {', '.join(self._ignore.codes)} is ignored here"
            yield self._finding(ignore_without_reason.RULE, message, "write the reason behind the bracket")

    def _finding(self, rule: Rule, message: str, hint: str) -> Finding:
        return Finding(
            self._path, rule.code, rule.name, rule.severity, message, hint, place=self._ignore.place
        )
