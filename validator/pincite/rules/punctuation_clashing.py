"""Two marks follow each other of which one is too many.

## Why

After a cut or a change of mind two marks are left where one should stand. The full stop of an abbreviation before a comma is no fault,
nor are `?!`, `!)` or an ellipsis before a comma. Of two different marks only the author knows which one is meant, and two full stops may be the
rest of an ellipsis; of two commas, in an article's own file, a fix takes one out, which somebody should look at.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: "The keeper wrote a memorandum,: the clock was slow."
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: "Ropes, oil, etc., were bought of Fenn & Co.; the rest … , or so they say."
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.own_prose import own_prose
from pincite.rules.phrases import phrases
from pincite.rules.prose_findings import Place, reported
from pincite.rules.running_text import own_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN612",
    "punctuation-clashing",
    "warning",
    "Two marks follow each other of which one is too many.",
    needs="text",
    fix="unsafe",
)

_CLASHES = frozenset((",,", ",;", ",:", ",.", ";,", ";.", ";:", ":,", ":;", ":.", ".,", ".;", ".:", ".."))
# compiled when it is needed: most articles never come so far
_CLASH = r"(?<=[\w)\]”’»\"'])(?:,[,;:.]|;[,.:]|:[,;.]|\.[,;:.])(?=\s|\Z|[”»\"])"
_WORD = re.compile(r"\w*\Z")
_LONG = 5
"""From how many letters on a word in lower case is rarely an abbreviation."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each pair of marks in the author's prose that do not go together."""
    if not _CLASHES.isdisjoint([word[-2:] for word in own_words(document).distinct]):
        yield from reported(document, RULE, _places(document), "keep the one that is meant")


def _places(document: Document) -> Iterator[Place]:
    text = document.text or ""
    for found in re.finditer(_CLASH, text):
        start, end = found.span()
        word = _WORD.search(text, max(0, start - 30), start)
        if (
            found[0][0] == "."
            and word is not None
            and _may_be_abbreviated(document, word[0], text[end : end + 2])
        ):
            continue
        stretch = own_prose(document).around(start, end)
        if stretch is not None and not own_prose(document).foreign.touching(start - 1, end):
            before = text[max(stretch.start, start - 30) : start].split()[-1]
            yield Place(
                Span(start, end),
                stretch.at,
                f"'{found[0]}' stands after '{before}': one mark is too many",
                (Span(start, end), ",") if found[0] == ",," else None,
            )


def _may_be_abbreviated(document: Document, word: str, following: str) -> bool:
    """Say whether a word with a full stop may be an abbreviation, or the stop one of an ellipsis ("go on.. .")."""
    if following.strip().startswith("."):
        return True
    return bool(word) and (
        len(word) < _LONG
        or not (word.isalpha() and word.islower())
        or word in phrases(document, "abbreviations")
    )
