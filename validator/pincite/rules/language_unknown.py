"""A language tag names a language or country that does not exist.

## Why

"jp" is a country; its language is "ja". Screen readers, spell checkers and the language packs of these rules go by the tag. Codes of
two letters are those of ISO 639-1; where a language has one, BCP 47 does not use its code of three ("eng"). Case does not matter.
A fix writes the short code for the long one, "GB" for "UK", and the language of a country that was named for it: look at that.

## Bad

```yaml
article: {title: The harbour clock, language: jp}
```

## Good

```yaml
article: {title: The harbour clock, language: ja}
```

```yaml
article: {title: The harbour clock, language: EN-gb}
```

```yaml
article: {title: The harbour clock, language: haw}
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.code_lists import code_lists
from pincite.rules.language_tags import language_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Safety


RULE = Rule(
    "PIN237",
    "language-unknown",
    "error",
    "A language tag names a language or country that does not exist.",
    fix="both",
)

_MEANT = {
    "jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk", "by": "be", "vn": "vi", "gb": "en-GB",
    "us": "en-US", "at": "de-AT", "iw": "he", "ji": "yi", "in": "id", "mo": "ro", "jw": "jv", "sh": "sr-Latn", "rs": "sr",
    "al": "sq", "ir": "fa", "il": "he", "ee-ee": "et-EE", "md": "ro", "mx": "es-MX", "pk": "ur", "ph": "fil",
}  # fmt: skip
"""Codes of countries, and codes that were withdrawn, taken for those of languages."""
_RENAMED = frozenset({"iw", "ji", "jw"})
"""Codes that became others and never were those of a country."""
_OF_MANY = frozenset({"in", "mo", "sh", "pk", "ph", "mx", "by", "il"})
"""Codes of countries or of the past that may have been meant for one of several languages."""
_REGIONS = {"uk": "GB", "en": "GB", "eu": None, "su": None}
_WITHDRAWN = frozenset({"AN", "BU", "CS", "DD", "FX", "NT", "SU", "TP", "YD", "YU", "ZR"})
"""Countries of the past, whose codes stay in use."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each tag whose language or region has no such code."""
    for at, tag in language_tags(document):
        fault = _fault(tag)
        if fault:
            what, meant, safety = fault
            yield document.finding(
                RULE,
                at,
                what,
                hint=f"did you mean '{meant}'?" if meant else None,
                fix=Fix(f"write '{meant}'", safety, (put(at, meant),)) if meant and safety else None,
            )


@lru_cache(maxsize=64)
def _fault(tag: str) -> tuple[str, str | None, Safety | None] | None:
    """Return what is wrong with a tag, the one that was meant, and how surely it was; None where it was a guess."""
    parts = tag.split("-")
    language = parts[0].lower()
    if language in {"en", "de", "fr", "es"} and len(parts) == 1:
        return None
    lists = code_lists("language_codes")
    if len(language) == 2 and language not in lists["languages"]:  # noqa: PLR2004 - a code of two letters
        safety: Safety | None = "safe" if language in _RENAMED else "unsafe"
        alone = len(parts) == 1 and language not in _OF_MANY
        return (
            f"'{parts[0]}' is the code of no language",
            _MEANT.get(language),
            safety if alone else None,
        )
    if len(language) == 3:  # noqa: PLR2004 - a code of three letters
        short = dict(pair.split("=") for pair in lists["long"]).get(language)
        if short:
            return (
                f"'{parts[0]}' is the long code of a language that has a short one",
                "-".join([short, *parts[1:]]),
                "safe",
            )
    for part in parts[1:]:
        if len(part) == 1:
            return None  # what follows has rules of its own
        region = part.upper()
        if len(part) == 2 and part.isalpha() and region not in lists["regions"] and region not in _WITHDRAWN:  # noqa: PLR2004
            meant = _REGIONS.get(part.lower())
            alone = len(parts) == 2  # noqa: PLR2004 - language and country
            return (
                f"'{part}' is the code of no country",
                f"{parts[0]}-{meant}" if meant else None,
                "safe" if alone and part.lower() == "uk" else None,
            )
    return None
