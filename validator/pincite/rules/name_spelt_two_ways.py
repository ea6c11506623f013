"""A name in a quotation is spelt otherwise than in the rest of the article.

## Why

Either the copyist slipped, and the name is mended; or the source has it so, and *[sic]* or a `sic` segment keeps the
next reader from mending it. Only a rare spelling beside a frequent one is told. Inflected and derived forms, the
customs of British and American spelling, and names that different given names tell apart are passed over.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "The log of Savelkov is lost. We know of Savelkov that he wrote: “Savelkoff has the key.”"}
quotations:
  - {id: q1, text: Savelkoff has the key., uncited: {reason: a proverb}}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "The log of Savelkov is lost. We know of Savelkov that he wrote: “Savelkoff [sic] has the key.”"}
quotations:
  - {id: q1, text: "Savelkoff [sic] has the key.", uncited: {reason: a proverb}}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.name_spellings import keys, likely_one, names
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN420",
    "name-spelt-two-ways",
    "info",
    "A name in a quotation is spelt otherwise than in the rest of the article.",
)

_RARE = 8
"""How many times as frequent as a slip the usual spelling must be where the slip occurs more than once."""
_MOST = 50
"""How many names of one key are compared, so that a long list of names takes no long time."""
_LENGTHS = 2
_SIC = re.compile(r"(?:['’]s?)?\s*[\[(]\s*sic\b")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each rare spelling, at its first place in a quotation."""
    quoted = names(document.printed("quotations"))
    if not quoted:
        return
    text = document.text or document.printed("quotations")
    counts = names(text) if document.text else quoted
    usual = [name for name, count in counts.most_common() if count > 1]
    keyed: dict[str, list[str]] = {}
    for name in usual:
        for key in keys(name):
            keyed.setdefault(key, []).append(name)
    for rare in sorted(quoted):
        count = counts[rare]
        for name in _candidates(rare, keyed):
            if _is_rare(count, counts[name]) and likely_one(rare, name) and _are_one(rare, name, text):
                yield from _told(document, rare, name, counts[name])
                break


def _candidates(rare: str, keyed: dict[str, list[str]]) -> Iterator[str]:
    """Yield the frequent names that *rare* may be a spelling of, the most frequent first for each key."""
    for key in keys(rare):
        for name in keyed.get(key, ())[:_MOST]:
            if name != rare and abs(len(name) - len(rare)) <= _LENGTHS:
                yield name


def _is_rare(rare: int, usual: int) -> bool:
    return usual > rare and (rare == 1 or usual >= rare * _RARE)


def _are_one(rare: str, usual: str, text: str) -> bool:
    """Say whether the text treats both words as names, and as names of one thing."""
    if re.search(rf"(?<=[^\W\d_A-Z] ){usual}(?![^\W\d_])", text) is None:
        return False  # never capitalised but where a sentence may begin
    if any(re.search(rf"(?<![^\W\d_]){name.lower()}(?![^\W\d_])", text) for name in (rare, usual)):
        return False
    return not _are_two_people(rare, usual, text)


def _are_two_people(rare: str, usual: str, text: str) -> bool:
    """Say whether the words before or after tell two bearers of nearly one name apart."""
    befores, afters = _neighbours(rare, text), _neighbours(usual, text)
    return any(mine and theirs and not mine & theirs for mine, theirs in zip(befores, afters, strict=True))


def _neighbours(name: str, text: str) -> tuple[set[str], set[str]]:
    """Return the capitalised words right before a name and right after it."""
    befores, afters = set(), set()
    for one in re.finditer(
        rf"(?:([^\W\d_][\w.-]*) )?(?<![^\W\d_]){name}(?![^\W\d_])(?: ([^\W\d_][\w.-]*))?", text
    ):
        if one[1] and one[1][0].isupper():
            befores.add(one[1])
        if one[2] and one[2][0].isupper():
            afters.add(one[2])
    return befores, afters


def _told(document: Document, rare: str, usual: str, count: int) -> Iterator[Finding]:
    whole = re.compile(rf"(?<![^\W\d_]){rare}(?![^\W\d_])")
    for at, quotation in document.quotations:
        if rare not in quotation["text"]:
            continue
        wording = quotation_wording(document, at, quotation)
        found = whole.search(wording.text)
        if found is None:
            continue
        declared = any(
            segment["type"] in {"sic", "correction", "suspect"} for segment in quotation.get("segments", ())
        )
        if not declared and not _SIC.match(wording.text, found.end()):
            times = "once" if count == 1 else f"{count} times"
            yield document.finding(
                RULE,
                wording.at,
                f"{wording.name} has '{rare}' where '{usual}' is printed elsewhere ({times})",
                hint="check the source; if it has the name so, mark it [sic]",
                span=wording.span(found.start(), len(rare)),
            )
        return
