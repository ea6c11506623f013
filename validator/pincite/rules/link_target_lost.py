"""The words of a link are left, but not where it led.

## Why

"Click here" and "Follow us on" mean something only with the link behind them. A copy as plain text loses it, and with it what
the article promised: its scans, its list of sources. Write the address out, or leave the line out.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      The clock struck thirteen.
      Click here for the scans
  blocks:
    - {type: paragraph, start: 0, end: 26}
    - {type: boilerplate, start: 27, end: 51}
```

## Good

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      The clock struck thirteen.
      Click here for the scans: https://example.org/scans
  blocks:
    - {type: paragraph, start: 0, end: 26}
    - {type: boilerplate, start: 27, end: 78}
```
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.anchoring import fold
from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.phrases import language_of, phrases_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN127",
    "link-target-lost",
    "info",
    "The words of a link are left, but not where it led.",
    needs="text",
)

_KINDS = frozenset({"navigation", "boilerplate", "note", "paragraph", "list"})
_LONGEST = 160
"""Characters of a line that is nothing but a link; in a longer one the words are somebody's prose."""
_ADDRESS = re.compile(r"://|www\.|@|\]\(|\b[a-z0-9-]+\.(?:com|org|net|edu|gov|info|eu|de|fr|es|uk|io)\b")
_WITH_LINKS = ("html", "word", "markdown")
"""In the media type of an original that still has its links."""


class _Wordings(NamedTuple):
    """What a link says of itself, and how a line begins and ends that invites readers somewhere."""

    links: tuple[str, ...]
    openings: tuple[str, ...]
    endings: tuple[str, ...]
    heads: frozenset[str]
    tails: frozenset[str]


_AROUND = " \n|.:…»›>→"
_LETTERS = 3
"""Letters at the beginning and the end of a line that tell most lines from all wordings."""


@cache
def _wordings(language: str) -> _Wordings:
    links = phrases_in(language, "link_phrases")
    openings = tuple(f"{one}{gap}" for one in phrases_in(language, "invitation_openings") for gap in " -")
    endings = tuple(f" {ending}" for ending in phrases_in(language, "invitation_endings"))
    heads = frozenset(one[:_LETTERS] for one in (*links, *openings))
    return _Wordings(links, openings, endings, heads, frozenset(one[-_LETTERS:] for one in links))


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each line that is a link's words alone, with no address in it or in the line below."""
    text = document.text
    original = document.article.get("original", {}).get("media_type", "")
    if text is None or any(kind in original for kind in _WITH_LINKS):
        return
    wordings = _wordings(language_of(document))
    bundle = document.article.get("image_bundle", {})
    answered = fold(bundle.get("text", "")) if "url" in bundle else ""
    for index, block in enumerate(document.article.get("blocks", ())):
        if block and block["type"] in _KINDS:
            first, end = int(block["start"]), int(block["end"])
            if not _may_hold(wordings, text[first:end]):
                continue
            for start, line in _lines(text, first, end):
                if not _is_lost(wordings, line) or (answered and fold(line) in answered):
                    continue
                if _ADDRESS.search(_line_below(text, start + len(line))):
                    continue
                yield document.finding(
                    RULE,
                    f"/article/blocks/{index}",
                    f"the link '{line.rstrip(' |')}' leads nowhere: its address was lost",
                    hint="write the address out, or leave the line out",
                    span=Span(start, start + len(line)),
                )


def _may_hold(wordings: _Wordings, block: str) -> bool:
    """Return whether a block has more lines than one, or its letters at either end are those of a link."""
    words = block.strip(_AROUND)
    head, tail = words[:_LETTERS].lower(), words[-_LETTERS:].lower()
    return head in wordings.heads or tail in wordings.tails or "\n" in words


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the short lines of a stretch, without white space around them, with their offsets."""
    for line in text[start:end].split("\n"):
        bare = line.strip()
        if bare and len(bare) <= _LONGEST:
            yield start + line.index(bare), bare
        start += len(line) + 1


def _is_lost(wordings: _Wordings, line: str) -> bool:
    """Return whether a line begins or ends as a link does, and has no address."""
    words = line.lower().strip(_AROUND)
    clicks = words.startswith(wordings.links) or words.endswith(wordings.links)
    hangs = words.startswith(wordings.openings) and words.endswith(wordings.endings)
    return (clicks or hangs) and not _ADDRESS.search(line.lower())


def _line_below(text: str, at: int) -> str:
    """Return the next line that is not empty, as far as an address may begin in it."""
    return text[at : at + _LONGEST].lstrip().partition("\n")[0].lower()
