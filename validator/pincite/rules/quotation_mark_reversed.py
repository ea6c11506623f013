"""A closing quotation mark stands where an opening one should, or the other way round.

## Why

Word processors turn a straight mark to the wrong side after a dash, a bracket or a pasted word: *’slack water’*,
*don‘t*. The pair must be plain: apostrophes at the beginning of a word (*’tis*, *the ’90s*, *rock ’n’ roll*), the
possessive of a plural, and the customs of languages that close with “ or open with ” are not taken for faults.

In an article's own file, a mark in the author's own prose is turned round by a fix. It is safe for a double mark and for an apostrophe;
a single mark may be an apostrophe after all. It is never safe where the article does not say in which language it is.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text: {content: "The pilots spoke of ’slack water’, and never of the hour."}
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text: {content: "The pilots’ word was ‘slack water’, and ’twas never the hour."}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.own_prose import own_prose
from pincite.rules.own_typography import marks_rewriting
from pincite.rules.quotation_marks import is_elided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix

RULE = Rule(
    "PIN411",
    "quotation-mark-reversed",
    "warning",
    "A closing quotation mark stands where an opening one should, or the other way round.",
    needs="text",
    fix="safe",
)

_CLOSERS_OPEN = frozenset({"sv", "fi", "no", "nb", "nn", "da", "he", "yi", "hu", "fa"})
"""Languages in which ” and ’ stand on both sides, or may."""
_OPENERS_CLOSE = frozenset(
    {
        "de",
        "cs",
        "sk",
        "sl",
        "hr",
        "sr",
        "bs",
        "bg",
        "et",
        "lt",
        "lv",
        "is",
        "ka",
        "mk",
        "sq",
        "da",
        "sv",
        "ru",
        "uk",
    }
)
"""Languages in which “ and ‘ close, or may."""
_SPACES_OPEN = ("", " ", "\n", "\t", "\u00a0", "(", "[", "“", "—", "–")
_AFTER_CLOSE = ("", " ", "\n", "\u00a0", ",", ".", ";", ":", "!", "?", ")", "]", "”", "—", "–")
_CERTAIN = tuple(",.;:!?)]\n”")
_REACH = 150
"""How far apart the two marks of a pair may stand."""
_HABIT = 5
"""More faults of one kind are told once."""
_CONTRACTIONS = ("‘t", "‘s", "‘re", "‘ve", "‘ll", "‘d", "‘m")


class _Fault(NamedTuple):
    """A stretch with a wrong mark: what the mark was taken for, where it stands, and the right one."""

    start: int
    end: int
    message: str
    at: int
    right: str


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each pair of which one mark faces the wrong way; where most do, one for all."""
    text = document.text
    if text is None or not _may_be_reversed(text):
        return
    language = document.article.get("language", "").partition("-")[0].lower()
    kinds: dict[str, list[_Fault]] = {}
    for fault in sorted(_faults(text, language)):
        kinds.setdefault(fault.message, []).append(fault)
    for message, faults in kinds.items():
        habit = len(faults) > _HABIT
        for fault in faults[:1] if habit else faults:
            more = f" ({len(faults)} times in the article)" if habit else ""
            yield document.finding(
                RULE,
                "/article/text",
                f"{message}: {text[fault.start : fault.end]}{more}",
                hint="turn the mark round",
                span=Span(fault.start, fault.end),
                fix=_fix(document, faults if habit else [fault]),
            )


def _fix(document: Document, faults: list[_Fault]) -> Fix | None:
    """Return what turns wrong marks round, None where one of them is not the author's own."""
    if not document.holds_text:
        return None
    prose = own_prose(document)
    for fault in faults:
        at = fault.at
        if not prose.around(fault.start, fault.start + 1) or prose.foreign.touching(at, at + 1):
            return None
    # where nothing is known of the language's custom, the marks may be right as they are
    certain = bool(document.article.get("language")) and all(fault.right != "‘" for fault in faults)
    pieces = [(Span(fault.at, fault.at + 1), fault.right) for fault in faults]
    return marks_rewriting(document, "turn the mark round", "safe" if certain else "unsafe", *pieces)


def _may_be_reversed(text: str) -> bool:
    """Say whether any mark has a neighbour that its shape does not go with: quickly, for most texts have none."""
    for mark in "’”":
        if mark in text:
            before = {piece[-1:] for piece in text.split(mark)[:-1]}
            if any(letter.isspace() or letter in "([“—–" for letter in before):
                return True
    for mark in "“‘":
        if mark in text:
            behind = {piece[:1] for piece in text.split(mark)[1:]}
            if (
                not "".join(behind).isalnum()
                or "" in behind
                or (mark == "‘" and not behind.isdisjoint("stdmrvl"))
            ):
                return True
    return False


def _faults(text: str, language: str) -> Iterator[_Fault]:
    if language not in _CLOSERS_OPEN:
        for opener, closer in ("‘’", "“”"):
            if language or opener in text:
                yield from _opened_by_closers(text, opener, closer)
    if language not in _OPENERS_CLOSE:
        for low, opener, closer in ("‚‘’", "„“”"):
            if low not in text and "»" not in text:
                yield from _closed_by_openers(text, opener, closer)
    if language == "en":
        yield from _contractions(text)


def _opened_by_closers(text: str, opener: str, closer: str) -> Iterator[_Fault]:
    """Yield stretches such as ’Low water’."""
    for before in _SPACES_OPEN[1:]:
        at = text.find(before + closer)
        while at >= 0:
            start = at + 1
            end = _closing(text, start, opener, closer) if text[start + 1 : start + 2].isalnum() else None
            if end is not None and not _is_open(text, start, opener, closer):
                yield _Fault(start, end, "closing quotation mark used as the opening one", start, opener)
            at = text.find(before + closer, start)


def _closing(text: str, start: int, opener: str, closer: str) -> int | None:
    """Return where the pair ends that a closing mark at *start* would open, None where that is not certain."""
    if closer == "’" and (is_elided(text[start + 1 : start + 13]) or text[start + 1].isdigit()):
        return None
    stop = _end_of_line(text, start)
    at = text.find(closer, start + 1, stop)
    while at >= 0 and opener not in text[start:at]:
        before, after = text[at - 1], text[at + 1 : at + 2]
        if closer == "”" or after in _CERTAIN or not after:
            if after in _AFTER_CLOSE and not before.isspace():
                return at + 1
            return None
        if after == " " and before.isalpha() and before not in "sn":
            return at + 1
        if not (before.isalnum() and after.isalnum()):
            return None
        at = text.find(closer, at + 1, stop)
    return None


def _closed_by_openers(text: str, opener: str, closer: str) -> Iterator[_Fault]:
    """Yield stretches such as “Low water“."""
    for after in _AFTER_CLOSE[1:]:
        at = text.find(opener + after)
        while at > 0:
            if not text[at - 1].isspace() and text[at - 1] not in _SPACES_OPEN:
                start = _opening(text, at, opener, closer)
                if start is not None:
                    yield _Fault(start, at + 1, "opening quotation mark used as the closing one", at, closer)
            at = text.find(opener + after, at + 1)


def _opening(text: str, at: int, opener: str, closer: str) -> int | None:
    """Return where the pair starts that an opening mark at *at* would close, None where it closes none."""
    start = text.rfind(opener, max(0, at - _REACH, text.rfind("\n", 0, at) + 1), at)
    if start < 0 or closer in text[start:at] or text[start - 1 : start] not in _SPACES_OPEN:
        return None
    # a pair that is closed further on is a nested one with a space on the wrong side
    following = text[at + 1 : _end_of_line(text, at)]
    if text[at + 1 : at + 2] == " " and -1 < following.find(closer) < (following + opener).find(opener):
        return None
    return start


def _is_open(text: str, start: int, opener: str, closer: str) -> bool:
    """Say whether a pair is open at *start*, so that the mark may close it behind a space."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - _REACH) : start]
    last = line.rfind(opener)
    return last >= 0 and closer not in line[last:]


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start, start + _REACH)
    return start + _REACH if end < 0 else end


def _contractions(text: str) -> Iterator[_Fault]:
    """Yield words such as don‘t; elsewhere ‘ within a word may be a letter (Hawai‘i)."""
    for letters in _CONTRACTIONS:
        at = text.find(letters)
        while at > 0:
            end = at + len(letters)
            if (
                text[at - 1].isalpha()
                and not text[end : end + 1].isalnum()
                and text[at - 2 : at - 1].isalpha()
            ):
                start = max(text.rfind(space, 0, at) for space in " \n") + 1
                start = max(start, at - _REACH)
                yield _Fault(start, end, "opening quotation mark used as the apostrophe", at, "’")
            at = text.find(letters, end)
