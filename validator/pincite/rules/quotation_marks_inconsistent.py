"""Double quotation marks of another style than the article's other ones, or than the house asks for.

## Why

Guillemets in an English article, or straight marks among curly ones, mostly came with a pasted passage. Quotation
marks are the one thing that a quotation need not keep of its source. Told once for each foreign style, at its first
place. Marks inside other marks may differ, and so may those around words in another script or language.

In an article's own file, an unsafe fix gives them the usual form, where all of them stand in the author's own prose and none has other marks
inside. It is unsafe because marks of another form may have been chosen on purpose.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      The pilots spoke of “slack water” and “high water”, and the keeper of “the hour”.
      The children called it «the still clock».
```

## Good

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      The pilots spoke of “slack water” and “high water”, and the keeper of “the hour”.
      The children called it “the still clock”.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.article_marks import STYLES, double_pairs
from pincite.rules.excerpt import excerpt
from pincite.rules.own_prose import own_prose
from pincite.rules.own_typography import marks_rewriting
from pincite.rules.printed_wordings import printed_wordings
from pincite.rules.quotation_marks import DOUBLE_MARKS, mixed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix
    from pincite.rules.article_marks import Pair

RULE = Rule(
    "PIN413",
    "quotation-marks-inconsistent",
    "info",
    "Double quotation marks of another style than the article's other ones, or than the house asks for.",
    needs="text",
    fix="unsafe",
)

_CLEAR = 3
"""How many times as frequent as another, and how frequent at all, a style must be to be a habit."""
_BASIC = 0x250
"""Code points from here on are no Latin letters."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each style that is not the house's or not the article's own, at its first place."""
    text, house = document.text, document.house.quotation_marks
    if text is None or (house is None and _plainly_one(text)):
        return
    forms: dict[str, list[Pair]] = {}
    for pair in double_pairs(text):
        if not pair.nested:
            form = text[pair.start] + text[pair.end - 1] if house else pair.style
            forms.setdefault(form, []).append(pair)
    if not forms:
        return
    habit = house or max(sorted(forms), key=lambda form: len(forms[form]))
    told = None
    for form, pairs in sorted(forms.items()):
        odd = [pair for pair in pairs if not _foreign(text, pair)]
        if form == habit or not odd or not (house or _is_rare(len(odd), len(forms[habit]))):
            continue
        told = _told(document) if told is None else told
        if any(start <= pair.start < end for pair in odd for start, end in told):
            continue
        norm = "the house asks for" if house else f"the article has {len(forms[habit])}"
        yield document.finding(
            RULE,
            "/article/text",
            f"{form} quotation marks ({len(odd)}), first in {excerpt(text[odd[0].start + 1 : odd[0].end - 1])}, "
            f"where {norm} {habit} ones",
            hint=f"use {habit} marks throughout",
            span=_shown(odd[0]),
            fix=_fix(document, odd, house or _marks(text, forms[habit])),
        )


def _marks(text: str, pairs: list[Pair]) -> str:
    """Return the two marks that all pairs have, nothing where they have several."""
    used = {text[pair.start] + text[pair.end - 1] for pair in pairs}
    return used.pop() if len(used) == 1 else ""


def _fix(document: Document, odd: list[Pair], marks: str) -> Fix | None:
    """Return what gives pairs of marks the right form, None where one is not the author's own or has marks inside."""
    text = document.text
    if text is None or not document.holds_text or len(marks) != 2:  # noqa: PLR2004 - an opening and a closing one
        return None
    prose, pieces = own_prose(document), []
    for start, end, *_ in odd:
        own = prose.around(start, start + 1) and not prose.foreign.touching(end - 1, end)
        if not own or any(mark in text[start + 1 : end - 1] for mark in STYLES):
            return None
        pieces += [(Span(start, start + 1), marks[0]), (Span(end - 1, end), marks[1])]
    return marks_rewriting(document, f"write {marks[0]}…{marks[1]} for them", "unsafe", *pieces)


def _plainly_one(text: str) -> bool:
    """Say whether the text has double marks of one style only."""
    if '"' not in text and "«" not in text and "»" not in text:
        return True
    return sum((text.count('"') > 1, "“" in text or "„" in text, "«" in text)) < 2  # noqa: PLR2004


def _is_rare(count: int, habitual: int) -> bool:
    return habitual >= _CLEAR and count * _CLEAR <= habitual


def _foreign(text: str, pair: Pair) -> bool:
    """Say whether the quoted words are in another script, whose marks go with them."""
    inner = text[pair.start : pair.end]
    return not inner.isascii() and any(letter.isalpha() and ord(letter) >= _BASIC for letter in inner)


def _told(document: Document) -> list[tuple[int, int]]:
    """Return the stretches of which another rule says that they mix styles."""
    return [
        (wording.start, wording.start + len(wording.text))
        for wording in printed_wordings(document, DOUBLE_MARKS)
        if wording.start is not None and mixed(wording.text)
    ]


def _shown(pair: Pair) -> Span:
    """Return the pair, or only its opening mark where the quoted words are many."""
    return Span(pair.start, pair.end if pair.end - pair.start <= 80 else pair.start + 1)  # noqa: PLR2004
