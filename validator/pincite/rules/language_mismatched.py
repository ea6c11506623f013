"""The text is not in the script of the language that its tag names.

## Why

"uk" is Ukrainian, not British English; "se" is Northern Sami, not Swedish. Such a tag is valid, and every reading of the text by it is
wrong. Looked at are languages that are always written in a script of their own.

## Bad

```yaml
article:
  title: The harbour clock
  language: uk
  text: {content: "The clock stopped at six, and the bell was silent for a long night."}
```

## Good

```yaml
article:
  title: The harbour clock
  language: en-GB
  text: {content: "The clock stopped at six, and the bell was silent for a long night."}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN238",
    "language-mismatched",
    "warning",
    "The text is not in the script of the language that its tag names.",
    needs="text",
)

_SCRIPTS = {
    "uk": ("Cyrillic", "[\u0400-\u04ff]"),
    "ru": ("Cyrillic", "[\u0400-\u04ff]"),
    "bg": ("Cyrillic", "[\u0400-\u04ff]"),
    "be": ("Cyrillic", "[\u0400-\u04ff]"),
    "mk": ("Cyrillic", "[\u0400-\u04ff]"),
    "el": ("Greek", "[\u0370-\u03ff]"),
    "he": ("Hebrew", "[\u0590-\u05ff]"),
    "ar": ("Arabic", "[\u0600-\u06ff]"),
    "fa": ("Arabic", "[\u0600-\u06ff]"),
    "ja": ("Japanese", "[\u3040-\u30ff\u4e00-\u9fff]"),
    "zh": ("Chinese", "[\u4e00-\u9fff]"),
    "ko": ("Korean", "[\uac00-\ud7af]"),
    "hi": ("Devanagari", "[\u0900-\u097f]"),
    "th": ("Thai", "[\u0e00-\u0e7f]"),
    "ka": ("Georgian", "[\u10a0-\u10ff]"),
    "hy": ("Armenian", "[\u0530-\u058f]"),
}
_MEANT = {"uk": "en-GB for British English", "be": "nl-BE or fr-BE for Belgium", "ar": "es-AR for Argentina"}
_SAMPLE = 2000
_FEWEST = 40
"""Fewer characters than this say nothing about the language."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding if the beginning of the text has not one letter of the script."""
    tag = document.article.get("language", "")
    primary, *others = tag.lower().split("-")
    script = _SCRIPTS.get(primary)
    sample = (document.text or "")[:_SAMPLE]
    if script is None or len(sample) < _FEWEST or any(len(other) == 4 for other in others):  # noqa: PLR2004 - a script
        return
    if not re.search(script[1], sample):  # compiled for the one language that an article is in
        meant = _MEANT.get(primary)
        yield document.finding(
            RULE,
            "/article/language",
            f"the language is '{tag}', but the text has no {script[0]} letters",
            hint=f"write {meant}" if meant else "name the language that the text is in",
        )
