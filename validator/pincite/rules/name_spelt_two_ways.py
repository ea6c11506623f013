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
from itertools import islice
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
_LOOKS = 40
"""How many pairs the text is searched for; an article with more is full of names alike."""
_MOST = 50
"""How many names of one key are compared, and places of a name looked at: long texts take no longer."""
_NEAR = 30
_LENGTHS = 2
_LIKE_A_NAME = re.compile(r"[^\W\d_a-z]\w{4,}")
"""Finds what begins with a capital, or with another letter than those of ASCII, and is as long as a name."""
_SIC = re.compile(r"(?:['’]s?)?\s*[\[(]\s*sic\b")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each rare spelling, at its first place in a quotation."""
    text = document.text or document.printed("quotations")
    # a look at what may be names comes first: reading all names of a text takes long
    likely = filter(str.istitle, set(_LIKE_A_NAME.findall(document.printed("quotations"))))
    if not any(_may_be_misspelt(word, text) for word in likely):
        return
    quoted = names(document.printed("quotations"))
    counts = names(text) if document.text else quoted
    usual = [name for name, count in counts.most_common() if count > 1]
    keyed: dict[str, list[str]] = {}
    for name in usual:
        for key in keys(name):
            keyed.setdefault(key, []).append(name)
    pairs = (
        (rare, name)
        for rare in sorted(quoted)
        for name in _candidates(rare, keyed)
        if _is_rare(counts[rare], counts[name]) and likely_one(rare, name)
    )
    told = set()
    for rare, name in islice(pairs, _LOOKS):
        if rare not in told and _are_one(rare, name, text):
            told.add(rare)
            yield from _told(document, rare, name, counts[name])


def _may_be_misspelt(name: str, text: str) -> bool:
    """Say whether a text may have another name twice that begins, or begins and ends, like *name*: few texts do."""
    own, start, end, length = name[1:], name[1:3], name[-3:], len(name) + _LENGTHS
    alike = [
        rest
        for rest in text.split(name[0])[1:]
        if (rest.startswith(start) or end in rest[:length]) and not rest.startswith(own)
    ]
    return len(alike) > 1


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
    if not any(text[at - 1 : at] == " " and text[at - 2 : at - 1].islower() for at in _places(usual, text)):
        return False  # never capitalised but where a sentence may begin
    if any(True for name in (rare, usual) for _ in _places(name.lower(), text)):
        return False
    befores, afters = _neighbours(rare, text), _neighbours(usual, text)
    return not any(
        mine and theirs and not mine & theirs for mine, theirs in zip(befores, afters, strict=True)
    )


def _neighbours(name: str, text: str) -> tuple[set[str], set[str]]:
    """Return the capitalised words right before a name and right after it."""
    befores, afters = set(), set()
    for at in _places(name, text):
        before = text[max(0, at - _NEAR) : at]
        after = text[at + len(name) : at + len(name) + _NEAR]
        if before.endswith(" ") and before.split()[-1:] and before.split()[-1][0].isupper():
            befores.add(before.split()[-1])
        if after.startswith(" ") and after.split()[:1] and after.split()[0][0].isupper():
            afters.add(after.split()[0].rstrip(",.;:"))
    return befores, afters


def _places(name: str, text: str) -> Iterator[int]:
    """Yield where a word stands in the text, at some of its places."""
    at = text.find(name)
    for _ in range(_MOST):
        if at < 0:
            return
        if not text[at - 1 : at].isalpha() and not text[at + len(name) : at + len(name) + 1].isalpha():
            yield at
        at = text.find(name, at + 1)


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
