"""Misquotes of shape: parts far apart or in another order, half words, moved spaces and points, other texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.quotations.books import word_places
from benchmarks.quotations.case import Made
from benchmarks.quotations.cuts import cuts, ellipsis_mark
from benchmarks.quotations.desk import copied
from benchmarks.quotations.family import Family
from benchmarks.quotations.languages import HEBREW_WORD, POINTS
from benchmarks.quotations.sources import FIGURES

if TYPE_CHECKING:
    from benchmarks.quotations.desk import Desk

_FAR = 30_000
_ALPHABETIC = ("en", "fr", "ru")


def _far_apart(desk: Desk) -> Made | None:
    """Join with an ellipsis what stands more than 30,000 characters apart."""
    first, second = desk.passage(longer=0.6), desk.passage(longer=0.6)
    if first is None or second is None or second.start - first.end <= _FAR:
        return None
    return Made(first.text + ellipsis_mark(desk) + second.text, None, None)


def _reversed(desk: Desk) -> Made | None:
    found = desk.passage(longer=1.3)
    made = cuts(desk, found, 1) if found else []
    if found is None or not made:
        return None
    before, after = found.text[: made[0].start], found.text[made[0].end :]
    return Made(after.rstrip(".,;") + ellipsis_mark(desk) + before, found.start, found.end)


def _added_sentence(desk: Desk) -> Made | None:
    """Add a sentence that stands nowhere, before, behind or within."""
    found = desk.passage()
    if found is None:
        return None
    space = " " if desk.language.spaced else ""
    sentence = desk.dice.pick(desk.language.sentences)
    if desk.dice.between(1, 2) == 1:
        return Made(f"{found.text.rstrip('.,;，。； ')}.{space}{sentence}", found.start, found.end)
    return Made(f"{sentence}{space}{found.text}", found.start, found.end)


def _sentence_from_elsewhere(desk: Desk) -> Made | None:
    """Run on with a sentence of another chapter, without a mark."""
    found, other = desk.passage(), desk.passage(opening=True, longer=0.4)
    if found is None or other is None or abs(other.start - found.start) < 3_000:
        return None
    # the longer piece is the passage that must be found
    if len(other.text) > len(found.text) * 0.7:
        return None
    space = " " if desk.language.spaced else ""
    return Made(f"{found.text}{space}{other.text}", found.start, found.end)


def _other_text(desk: Desk) -> Made | None:
    """Quote what the source does not hold, by the same hand."""
    held = desk.book.held_out
    words = word_places(held)
    if len(words) < 80:
        return None
    first = desk.dice.between(0, len(words) - 70)
    last = first + desk.dice.between(14, 50)
    raw = held[words[first][0] : words[last][1]]
    if (
        "\n\n" in raw
        or re.search(r"[\[\]{}_*]|\.\.|\n[IVXLC]+\n", raw)
        or desk.book.times(raw[: len(raw) // 3])
    ):
        return None
    return Made(copied(raw, spaced=desk.language.spaced), None, None)


def _paraphrase(desk: Desk) -> Made | None:
    """Say it in other words: two halves change places, every third longer word is another one."""
    found = desk.passage(longer=1.2)
    if found is None:
        return None
    text = found.text
    if desk.language.spaced:
        for start, end in reversed(word_places(text)):
            if end - start > 4 and desk.dice.between(1, 3) == 1:
                text = text[:start] + (desk.other_word(text[start:end]) or "") + text[end:]
    else:
        for before, after in desk.language.swaps + desk.language.twins[:4]:
            text = text.replace(before, after)
    comma = [one.end() for one in re.finditer(r"[,;，；] ?", text) if 20 < one.start() < len(text) - 20]
    if comma and desk.dice.between(1, 2) == 1:
        at = comma[len(comma) // 2]
        text = (
            text[at:]
            + ("," if desk.language.spaced else "，")
            + " " * desk.language.spaced
            + text[:at].rstrip(",; ，；")
        )
    return Made(text, found.start, found.end) if text != found.text else None


def _half_word(desk: Desk) -> Made | None:
    """Begin or end within a word."""
    found = desk.passage()
    if found is None:
        return None
    words = word_places(found.text)
    if desk.dice.between(1, 2) == 1:
        start, end = words[0]
        at = start + desk.dice.between(1, max(1, (end - start) // 2))
        whole = end - start > 4 and found.text[at - 1 : at + 1].isalpha()
        return Made(found.text[at:], found.start + at, found.end) if whole else None
    start, end = words[-1]
    at = end - desk.dice.between(1, max(1, (end - start) // 2))
    whole = end - start > 4 and found.text[at - 1 : at + 1].isalpha()
    return Made(found.text[:at], found.start, found.end) if whole else None


def _moved_space(desk: Desk) -> Made | None:
    """Move a space by one letter: "at each" becomes "a teach"."""
    found = desk.passage()
    if found is None:
        return None
    letter = rf"[\u05d0-\u05ea][{POINTS}]*" if desk.language.code == "he" else r"[^\W\d_]"
    longer = HEBREW_WORD if desk.language.code == "he" else r"[^\W\d_]+"
    left = (
        list(re.finditer(rf"(?<= {letter})({letter}) ({longer})(?= )", found.text))
        if desk.language.code != "he"
        else []
    )
    right = list(re.finditer(rf"(?<= )({longer}) ({letter})(?={letter}{letter})", found.text))
    if left and (not right or desk.dice.between(1, 2) == 1):
        one = desk.dice.pick(left)
        text = f"{found.text[: one.start()]} {one[1]}{one[2]}{found.text[one.end() :]}"
    elif right:
        one = desk.dice.pick(right)
        text = f"{found.text[: one.start()]}{one[1]}{one[2]} {found.text[one.end() :]}"
    else:
        return None
    return Made(text, found.start, found.end)


def _moved_point(desk: Desk) -> Made | None:
    """Move, drop or add the decimal point of a figure; every digit stays."""
    found = desk.passage(unusual=True)
    if found is None:
        return None
    figures = [
        one
        for one in re.finditer(r"(?<![a-z\d.,\[-])\d+[.,]?\d*(?![a-z\d.,\]-])", found.text)
        if len(one[0]) > 1
    ]
    figures = [one for one in figures if one.start() > 3 and not one[0].endswith((".", ","))]
    if not figures:
        return None
    one = desk.dice.pick(figures)
    digits = re.sub(r"[.,]", "", one[0])
    point = "," if desk.language.code in {"fr", "ru"} else "."
    # 1823 as 1,823 may be the same figure with its thousands parted
    parted = len(digits) - 3 if digits == one[0] else 0
    places = [
        at for at in range(1, len(digits)) if digits[:at] + point + digits[at:] != one[0] and at != parted
    ]
    forms = [digits[:at] + point + digits[at:] for at in places]
    # without its point 43.5 is another figure; without its comma 1,250 is the same one
    if point in one[0]:
        forms.append(digits)
    if "," in one[0] and point == ".":
        forms = [form for form in forms if form != digits]
    text = found.text[: one.start()] + desk.dice.pick(forms) + found.text[one.end() :] if forms else None
    return Made(text, found.start, found.end) if text else None


def _sign(desk: Desk) -> Made | None:
    """Put a minus before a figure, or take it away."""
    found = desk.passage(unusual=True)
    if found is None:
        return None
    figures = list(re.finditer(r"(?<=[ \u4e00-\u9fff])-?\d{1,3}(?=[ \u4e00-\u9fff])", found.text))
    figures = [one for one in figures if not re.match(r" (?:\d|\w+ 1[78]\d\d)", found.text[one.end() :])]
    figures = [one for one in figures if not re.search(r"\d $|年$|月$", found.text[: one.start()])]
    if not figures:
        return None
    one = desk.dice.pick(figures)
    other = one[0][1:] if one[0].startswith("-") else "-" + one[0]
    return Made(found.text[: one.start()] + other + found.text[one.end() :], found.start, found.end)


FAMILIES = (
    Family("parts far apart", "misquote", _far_apart),
    Family("parts reversed", "misquote", _reversed),
    Family("added sentence", "misquote", _added_sentence),
    Family("sentence from elsewhere", "misquote", _sentence_from_elsewhere),
    Family("other text", "misquote", _other_text),
    Family("paraphrase", "misquote", _paraphrase),
    Family("half word", "misquote", _half_word, languages=(*_ALPHABETIC, "he"), same_letters=True),
    Family("moved space", "misquote", _moved_space, languages=(*_ALPHABETIC, "he"), same_letters=True),
    Family("moved decimal point", "misquote", _moved_point, kinds=(FIGURES,), same_letters=True),
    Family("sign", "misquote", _sign, kinds=(FIGURES,), same_letters=True),
)
