"""A quotation mark in the article's own words opens or closes without its counterpart.

## Why

Where the mark is lost, the reader cannot tell the article's words from those it quotes, and a converter cannot
either. Marks that a later paragraph closes, or repeats at its beginning, are in order; a mark within an annotated
quotation or citation is told there.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "The pilots spoke of “slack water, and never of the hour."}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "The pilots spoke of “slack water”, and never of the masters’ hour."}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.article_marks import paragraphs
from pincite.rules.excerpt import ending, excerpt
from pincite.rules.printed_wordings import printed_wordings
from pincite.rules.quotation_marks import ANY_MARKS, unmatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.rules.quotation_marks import Mark

RULE = Rule(
    "PIN431",
    "prose-marks-unbalanced",
    "warning",
    "A quotation mark in the article's own words opens or closes without its counterpart.",
    needs="text",
)

_PAIRS = (("“", "”"), ("«", "»"), ("‘", "’"))
_CURLY_PAIR = re.compile("“[^“”\n]*”")
_OPENERS = "“«„‘"
_NEAR = 2000
"""Within how many characters a later paragraph may close what an earlier one opened."""
_SENTENCE = 40
_ROOM = 25
_OTHER_BLOCKS = frozenset({"code", "navigation", "boilerplate", "caption"})


class _Lone(NamedTuple):
    """A mark without counterpart in its paragraph: its offset, its characters, and the paragraph's end."""

    at: int
    mark: str
    end: int


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each mark that neither its paragraph nor one of the next has a counterpart for."""
    text = document.text
    if text is None or _has_curly_pairs_only(text):
        return
    lone = list(_lone(text))
    if not lone:
        return
    elsewhere = [*_annotated(document), *_not_prose(document)]
    for one in _unanswered(lone, text):
        if any(start <= one.at < end for start, end in elsewhere):
            continue
        before, after = text[max(0, one.at - 200) : one.at], text[one.at + 1 : one.end]
        where = f"before {excerpt(after, _ROOM)}" if after.strip() else f"after {ending(before, _ROOM)}"
        yield document.finding(
            RULE,
            "/article/text",
            f"a quotation mark has no counterpart: {one.mark} {where}",
            hint="set the other mark where the quoted words end or begin",
            span=Span(one.at, one.at + len(one.mark)),
        )


def _has_curly_pairs_only(text: str) -> bool:
    """Say whether all marks are “…”, one pair behind the other on a line: nothing is alone there, whatever the paragraphs."""
    if "„" in text or "‘" in text or "«" in text or "»" in text or '"' in text:
        return False
    return text.count("“") == text.count("”") == len(_CURLY_PAIR.findall(text))


def _lone(text: str) -> Iterator[_Lone]:
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        if not _looks_balanced(paragraph):
            for mark in unmatched(paragraph, quoted=False):
                if not _is_sign(mark, paragraph):
                    yield _Lone(start + mark.at, mark.characters, end)


def _is_sign(mark: Mark, paragraph: str) -> bool:
    """Say whether a mark is no quotation mark here: an arrow of a menu («Back, Home »), or one of a row."""
    if mark.characters in "«»":
        return len(paragraph) < _SENTENCE or paragraph.rstrip()[-1:] not in ".!?…»)"
    return mark.characters * 2 in paragraph


def _looks_balanced(paragraph: str) -> bool:
    """Say whether the marks of a paragraph are as many on one side as on the other: quickly, for most are."""
    if "„" in paragraph:
        return False
    (first, second), (third, fourth), (fifth, sixth) = _PAIRS
    return (
        paragraph.count(first) == paragraph.count(second)
        and paragraph.count(third) == paragraph.count(fourth)
        and paragraph.count(fifth) <= paragraph.count(sixth)
        and paragraph.count('"') % 2 == 0
    )


def _unanswered(lone: list[_Lone], text: str) -> Iterator[_Lone]:
    """Yield the lone marks but those that the next lone mark closes, or that the next paragraph repeats."""
    answered = False
    for one, following in zip(lone, [*lone[1:], None], strict=True):
        was_answered, answered = answered, False
        if was_answered:
            continue
        if following and one.mark != "'" and _answers(one, following):
            answered = True
        elif not text[one.end :].lstrip().startswith(one.mark):
            yield one


def _answers(one: _Lone, following: _Lone) -> bool:
    """Say whether two lone marks of successive paragraphs are a pair."""
    if following.at - one.at > _NEAR:
        return False
    if one.mark == following.mark:
        return one.mark == '"'
    return one.mark in _OPENERS and following.mark not in _OPENERS


def _not_prose(document: Document) -> list[tuple[int, int]]:
    """Return the stretches whose marks may be anything."""
    return [
        (int(block["start"]), int(block["end"]))
        for block in document.article.get("blocks", ())
        if block and block["type"] in _OTHER_BLOCKS
    ]


def _annotated(document: Document) -> list[tuple[int, int]]:
    """Return the stretches that other rules judge."""
    return [
        (wording.start, wording.start + len(wording.text))
        for wording in printed_wordings(document, ANY_MARKS)
        if wording.start is not None
    ]
