"""A quotation is in another language than the article, and does not say in which.

## Why

A screen reader pronounces words, a search finds them and a comparison splits them by the rules of a language; without `language`
they take the article's. It is also where an editor asks for a translation. The commonest words of a language tell: a
quotation that has several of another one's and none of the article's own.

## Bad

```yaml
quotations:
  - id: q1
    text: Die Uhr ist nicht von dem Hafen und der Turm ist nicht für die Uhr gebaut.
    uncited: {reason: a tablet on the wall}
```

## Good

```yaml
quotations:
  - id: q1
    text: Die Uhr ist nicht von dem Hafen und der Turm ist nicht für die Uhr gebaut.
    language: de
    uncited: {reason: a tablet on the wall}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN128",
    "quotation-language-unsaid",
    "info",
    "A quotation is in another language than the article, and does not say in which.",
    fix="unsafe",
)

_SHORTEST = 40
"""Characters of a quotation in which common words must occur."""
_ENOUGH = 4
"""How many different common words of another language are needed."""


# data in code, not in the language packs: every quotation is asked, and no file is to be read for that;
# the commonest words first
_COMMON_WORDS = {
    "de": ("der", "die", "und", "ist", "nicht", "von", "dem", "für"),
    "en": ("the", "of", "and", "to", "that", "was", "is", "with"),
    "es": ("el", "los", "las", "que", "una", "por", "del", "con"),
    "fr": ("le", "les", "des", "et", "est", "dans", "une", "que"),
}
_SIGNS = {code: [f" {word} " for word in words] for code, words in _COMMON_WORDS.items()}
_FALLBACK = "en"
"""The language of an article that does not say its own."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation without a language that has another one's common words alone."""
    own = document.article.get("language", _FALLBACK).partition("-")[0].lower()
    if own not in _COMMON_WORDS:
        return
    commonest, *signs = _SIGNS[own]
    for at, quotation in document.quotations:
        text = quotation["text"]
        if commonest in text or "language" in quotation or len(text) < _SHORTEST:
            continue  # nearly every quotation ends here
        if any(sign in text for sign in signs):
            continue
        other = _other_language(text, own)
        if other is not None:
            yield document.finding(
                RULE,
                at,
                f"quotation '{quotation['id']}' is in another language than the article ('{own}'), most likely '{other}'",
                hint=f"add 'language: {other}'",
                fix=Fix(f"add 'language: {other}'", "unsafe", (put(f"{at}/language", other),)),
            )


def _other_language(text: str, own: str) -> str | None:
    """Return the language, other than *own*, whose common words a text has, None where it also has its own."""
    words = set(text.lower().split())
    counts = {code: sum(word in common for word in words) for code, common in _COMMON_WORDS.items()}
    if counts.pop(own):
        return None
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= _ENOUGH else None
