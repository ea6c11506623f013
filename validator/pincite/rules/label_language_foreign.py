"""The label of the sources is in another language than the article.

## Why

"Fuentes:" under an English article is left over from a template or from a translation. A reader may not know the word, and a tool that
looks for the sources looks for the article's own.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text: {content: "Fuentes: Harbour Log"}
  blocks:
    - {type: note, start: 0, end: 20}
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text: {content: "Sources: Harbour Log"}
  blocks:
    - {type: note, start: 0, end: 20}
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.phrases import declared_language, languages, phrases_in
from pincite.rules.prose_findings import Place, reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN622",
    "label-language-foreign",
    "info",
    "The label of the sources is in another language than the article.",
    needs="text",
)

_LABELLED = frozenset({"note", "heading", "citation", "boilerplate", "paragraph", "list"})
_WHOLE = frozenset({"note", "heading", "boilerplate"})
"""Blocks that may be a label without a colon."""
_LONGEST = 30
"""How long a label is at most."""
_NAMES = {"en": "English", "de": "German", "es": "Spanish", "fr": "French"}


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each block that begins with the label of sources of another language."""
    language = declared_language(document)
    if language is not None and document.article.get("blocks"):
        own = phrases_in(language, "source_labels")
        yield from reported(
            document,
            RULE,
            _places(document, language),
            f"label the sources in the article's language: '{own[0]}'",
        )


def _places(document: Document, language: str) -> Iterator[Place]:
    text = document.text or ""
    for index, block in enumerate(document.article.get("blocks") or ()):
        if block is None or block["type"] not in _LABELLED:
            continue
        start, end = int(block["start"]), min(int(block["end"]), len(text))
        label_end = text.find(":", start, min(end, start + _LONGEST))
        if label_end < 0:
            if end - start > _LONGEST or block["type"] not in _WHOLE:
                continue
            label_end = end
        label = " ".join(text[start:label_end].lower().split())
        other = _other_language(label, language)
        if other is not None:
            printed = text[start:label_end].rstrip()
            yield Place(
                Span(start, start + len(printed)),
                f"/article/blocks/{index}",
                f"the label '{printed}' is {_NAMES.get(other, other)}, the article is {_NAMES.get(language, language)}",
            )


@lru_cache(maxsize=1024)
def _other_language(label: str, language: str) -> str | None:
    """Return the language of which *label* is a label of sources, None where it is one of the article's or none."""
    if not label or label in phrases_in(language, "source_labels"):
        return None
    others = sorted(languages() - {language})
    return next((other for other in others if label in phrases_in(other, "source_labels")), None)
