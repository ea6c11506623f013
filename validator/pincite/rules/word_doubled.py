"""A word stands twice in a row.

## Why

"The the" escapes the eye at the end of a line. Words that a language does double ("had had", "vous vous", "die die") are left alone,
and so are names. In an article's own file, a fix takes one of the two out, which somebody should look at.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: The keeper wound the the clock at six.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: "What he had had to say that that evening was very, very short: Bora Bora."
```

```yaml
article:
  title: The harbour clock
  language: fr
  text:
    content: Vous vous souvenez de la cloche.
```
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from operator import eq
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.own_prose import own_prose
from pincite.rules.phrases import declared_language, phrases
from pincite.rules.prose_findings import Place, reported
from pincite.rules.running_text import own_words, running_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN613", "word-doubled", "warning", "A word stands twice in a row.", needs="text", fix="unsafe")

# compiled when it is needed: most articles never come so far
_DOUBLED = r"(?<![\w'-])([^\W\d_]{1,40})([ \t\n\u00a0]{1,8})(\1)(?![\w'-])"
_LONG = 5
"""From how many letters on any word is looked at; shorter ones only where the language's pack names them."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each word of the author's prose that is followed by itself."""
    words = own_words(document).words
    if any(map(eq, words, islice(words, 1, None))) and declared_language(document):
        twice = {word for word, later in pairwise(words) if word == later}
        faults = {word for word in twice if _is_fault(document, word)}
        if faults:
            yield from reported(document, RULE, _places(document, faults), "write it once")


def _is_fault(document: Document, word: str) -> bool:
    if not word.isalpha():
        return False
    if word in phrases(document, "never_doubled"):
        return True
    return len(word) >= _LONG and word not in phrases(document, "doubled_on_purpose")


def _places(document: Document, faults: set[str]) -> Iterator[Place]:
    text = document.text or ""
    for found in re.finditer(_DOUBLED, running_text(document).text):
        word = found[1]
        if word not in faults:
            continue
        start, end = found.span()
        first, second = text[start : found.end(1)], text[found.start(3) : end]
        capital = first[0].isupper()
        # names ("Bora Bora"), a lone capital ("vitamin A a day"), the animal "Bison bison"
        if second[0].isupper() or (
            capital and (len(word) == 1 or word not in phrases(document, "never_doubled"))
        ):
            continue
        if "\n\n" in found[2] or _has_neighbour(text, start, end, word):
            continue
        stretch = own_prose(document).around(start, end)
        if stretch is not None:
            message = f"'{second}' stands twice in a row"
            yield Place(Span(start, end), stretch.at, message, _once(text, *found.span(2), end))


def _once(text: str, space: int, second: int, end: int) -> tuple[Span, str]:
    """Return what takes out the second word, with the space behind it: a line may end before it."""
    return (Span(second, end + 1) if text[end : end + 1] == " " else Span(space, end)), ""


def _has_neighbour(text: str, start: int, end: int, word: str) -> bool:
    """Say whether the word stands there a third time, which is done on purpose."""
    length = len(word) + 1
    beside = (text[max(0, start - length) : start], text[end : end + length])
    return any(one.strip().lower() == word for one in beside)
