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
from collections import Counter
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.name_spellings import WORD, likely_one, traces
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
_SIC = re.compile(r"(?:['’]s?)?\s*[\[(]\s*sic\b")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each rare spelling, at its first place in a quotation."""
    quoted = document.printed("quotations")
    text = document.text or quoted
    words = WORD.findall(text if document.text else quoted)
    counts = Counter(words)
    small = {word for word in counts if word.islower()}
    names = {
        word: count
        for word, count in counts.items()
        if word[0].isupper() and not word.isupper() and word[1:].islower() and word.lower() not in small
    }
    if len(names) < 2:  # noqa: PLR2004 - two spellings
        return
    keyed: dict[str, list[str]] = {}
    for name in names:
        for key in traces(name):
            keyed.setdefault(key, []).append(name)
    pairs: dict[str, str] = {}
    for alike in keyed.values():
        if len(alike) > 1:
            usual = max(alike, key=lambda name: (names[name], name))
            for rare in alike:
                if rare not in pairs and _is_rare(names[rare], names[usual]) and _is_pair(rare, usual, text):
                    pairs[rare] = usual
    for rare, usual in sorted(pairs.items()):
        yield from _told(document, rare, usual, names[usual])


def _is_pair(rare: str, usual: str, text: str) -> bool:
    return likely_one(rare, usual) and _is_name(usual, text) and not _are_two_people(rare, usual, text)


def _is_rare(rare: int, usual: int) -> bool:
    return usual > rare and (rare == 1 or usual >= rare * _RARE)


def _is_name(word: str, text: str) -> bool:
    """Say whether a word is capitalised in mid-sentence somewhere."""
    return re.search(rf"(?<=[^\W\d_A-Z] ){word}(?![^\W\d_])", text) is not None


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
