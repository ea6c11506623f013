"""A claim at the head of the article names something that no quotation or citation mentions.

## Why

The lines under a title are what most readers take away. Where one of them names a place or a person that nothing quoted or cited
in the article speaks of, its support is missing, or stands only in the author's own words. This compares names, not meaning:
it is a place to look, not a verdict.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: The clock led to the loss of the pilots and of Lowmere.}
quotations:
  - {id: q1, text: The clock misled the pilots., uncited: {reason: a tablet on the wall}}
claims:
  - id: c1
    text: The clock led to the loss of the pilots and of Lowmere.
    role: lead
    basis: none
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: The clock led to the loss of the pilots and of Lowmere.}
quotations:
  - {id: q1, text: The clock misled the pilots of Lowmere., uncited: {reason: a tablet on the wall}}
claims:
  - id: c1
    text: The clock led to the loss of the pilots and of Lowmere.
    role: lead
    basis: none
```
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.rule import Rule
from pincite.rules.phrases import language_of, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding, Span
    from pincite.model.format import Claim

RULE = Rule(
    "PIN123",
    "lead-claim-unsupported",
    "info",
    "A claim at the head of the article names something that no quotation or citation mentions.",
    needs="text",
)

_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BREAKS = '.!?:;“”"«»„‘('
"""Signs behind which a capital begins a sentence or a title."""
_LONG = 4
"""Letters of a word that can be a distinctive name, and of its beginning that is looked for."""
_VOWELS = frozenset("aeiouyäöüáéíóúàèùâêîôû")
_RARE = 3
"""How often a name may stand in the article; one that stands there more often is its subject."""
_ALL_NAMES = 0.5
"""From this share of capitals on, a claim is printed like a headline, and they say nothing."""
_GAP = 3
"""Characters in front of a word in which the sign stands that it may open a sentence behind."""
_NOUNS_ARE_CAPITAL = frozenset({"de"})


class _Words(NamedTuple):
    """The words of the article with their numbers; of what it quotes and cites, how words begin, and their skeletons."""

    of_article: Counter[str]
    beginnings: set[str]
    skeletons: set[str]


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each lead claim without evidence that names what nothing quoted or cited mentions."""
    claims = [
        (at, claim)
        for at, claim in document.claims
        if claim.get("role") == "lead" and not claim.get("evidence") and not claim.get("citations")
    ]
    text = document.text
    if not claims or text is None or not document.quotations or language_of(document) in _NOUNS_ARE_CAPITAL:
        return
    words: _Words | None = None
    for at, claim in claims:
        named = _names(document, claim)
        if named:
            words = words or _words(document, text)
        alone = [name for name in named if words is not None and _is_alone(name, words)]
        if alone:
            names = " or ".join(f"'{name}'" for name in dict.fromkeys(alone))
            yield document.finding(
                RULE,
                at,
                f"no quotation or citation mentions {names}, which lead claim '{claim['id']}' speaks of",
                hint="quote or cite what it rests on, and name that under the claim's 'evidence'",
                span=_span(document, claim, alone[0]),
            )


def _words(document: Document, text: str) -> _Words:
    """Return the words of the article, of all that is quoted, and of all that citations and sources print."""
    said = [quotation["text"] for _, quotation in document.quotations]
    said += [cited.citation.get("raw", "") for cited in document.citations]
    for source in document.known_sources.values():
        said += [source.get("title", ""), source.get("place", ""), source.get("publisher", "")]
        for person in [*source.get("authors", ()), *source.get("recipients", ())]:
            said.append(person.get("literal") or person.get("family", ""))
    heard = set(_PLAIN_WORD.findall("\n".join(said)))
    return _Words(
        Counter(_PLAIN_WORD.findall(text)),
        {word[:_LONG].lower() for word in heard},
        {_skeleton(word) for word in heard if word[0].isupper()},
    )


def _is_alone(name: str, words: _Words) -> bool:
    """Return whether nothing quoted or cited mentions a name, and the article seldom does, and never as a common word."""
    if name[:_LONG].lower() in words.beginnings or _skeleton(name) in words.skeletons:
        return False
    return words.of_article[name] <= _RARE and name.lower() not in words.of_article


def _skeleton(word: str) -> str:
    """Return a word's first letter and the next two consonants: the same for Spain and Spanish, France and French."""
    lower = word.lower()
    return lower[0] + "".join(letter for letter in lower[1:] if letter not in _VOWELS)[:2]


def _names(document: Document, claim: Claim) -> list[str]:
    """Return the claim's proper names, as far as capitals tell, without who is said to have said it."""
    text = claim["text"]
    clauses = phrases(document, "attribution_clauses")
    starts = (f"{clause} " if clause[0] == "," else f" {clause} " for clause in clauses)
    ends = [at for at in map(text.replace("’", "'").find, starts) if at > 0]
    text = text[: min(ends, default=len(text))]
    found = list(_WORD.finditer(text))
    long = [word for word in found if len(word[0]) >= _LONG]
    if sum(word[0][0].isupper() for word in long) > _ALL_NAMES * len(long):
        return []
    dated = phrases(document, "calendar_names")
    names = []
    for word in found:
        name = word[0].removesuffix("'s").removesuffix("’s")
        before = text[max(0, word.start() - _GAP) : word.start()].rstrip()
        opens = not before or before[-1] in _BREAKS
        plain = name.isalpha() and name[0].isupper() and name[1:].islower()
        if plain and len(name) >= _LONG and not opens and name.lower() not in dated:
            names.append(name)
    return names


def _span(document: Document, claim: Claim, name: str) -> Span | None:
    anchoring = document.anchoring
    anchor = claim.get("anchor", {})
    whole = anchoring.resolve(anchor, anchor.get("exact") or claim["text"]).span if anchoring else None
    return anchoring.inside(whole, name) if anchoring and whole else None
