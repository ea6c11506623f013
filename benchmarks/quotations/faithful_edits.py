"""Faithful quotations with the changes that writers declare: ellipses, words in brackets, a first letter, [sic]."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.quotations.case import Made
from benchmarks.quotations.cuts import AFTER_STOP, ELLIPSES, cuts, ellipsis_mark, sentence_cut, with_cuts
from benchmarks.quotations.family import Family
from benchmarks.quotations.sources import FIGURES, PLAIN

if TYPE_CHECKING:
    from benchmarks.quotations.desk import Desk

_CASED = ("en", "fr", "ru")


def _first_letter(desk: Desk) -> Made | None:
    """Begin in lower case what the source has as a sentence, or the other way about."""
    found = desk.passage(opening=desk.dice.between(1, 2) == 1)
    if found is None or desk.is_name(re.match(r"\w*", found.text)[0] if found.text else ""):  # type: ignore[index]
        return None
    return Made(found.text[0].swapcase() + found.text[1:], found.start, found.end)


def _bracketed_letter(desk: Desk) -> Made | None:
    found = desk.passage(opening=desk.dice.between(1, 2) == 1)
    if found is None:
        return None
    return Made(f"[{found.text[0].swapcase()}]{found.text[1:]}", found.start, found.end)


def _final_stop(desk: Desk) -> Made | None:
    """End with the writer's own stop where the source goes on, or has another mark."""
    found = desk.passage()
    if found is None:
        return None
    stop = "。" if desk.language.code == "zh" else "."
    text = found.text.rstrip(".,;:!?。，；：！？׃ ")
    after = desk.book.text[found.start + len(found.raw.rstrip(".,;:!?。，；：！？׃ ")) :][:1]
    return Made(text + (stop if after != stop else ","), found.start, found.end)


def _ellipses(desk: Desk, number: int) -> Made | None:
    found = desk.passage(longer=1 + number * 0.3)
    made = cuts(desk, found, number) if found else []
    return Made(with_cuts(desk, found.text, made), found.start, found.end) if found and made else None


def _one_ellipsis(desk: Desk) -> Made | None:
    return _ellipses(desk, 1)


def _two_ellipses(desk: Desk) -> Made | None:
    return _ellipses(desk, 2)


def _ellipses_at_ends(desk: Desk) -> Made | None:
    found = desk.passage()
    if found is None:
        return None
    mark = desk.dice.pick(ELLIPSES)
    space = " " if desk.language.spaced and desk.dice.between(1, 3) > 1 else ""
    last = desk.dice.pick(AFTER_STOP[:1]) if found.text.endswith(".") else space + mark
    return Made(f"{mark}{space}{found.text}{last}", found.start, found.end)


def _whole_sentences(desk: Desk) -> Made | None:
    found = desk.passage(opening=True, longer=3)
    cut = sentence_cut(found) if found else None
    if found is None or cut is None:
        return None
    mark = ellipsis_mark(desk, after_stop=True)
    before = found.text[: cut.start]
    if mark.strip() in AFTER_STOP:
        before = before.removesuffix(".")
    return Made(before + mark + found.text[cut.end :], found.start, found.end)


def _inserted(desk: Desk) -> Made | None:
    found = desk.passage()
    words = desk.inner_words(found.text) if found else []
    if found is None or not words:
        return None
    at = desk.dice.pick(words)[1]
    remark = desk.dice.pick(desk.language.remarks)
    space = " " if desk.language.spaced else ""
    text = f"{found.text[:at]}{space}[{remark}]{found.text[at:]}"
    return Made(text, found.start, found.end)


def _replacement(desk: Desk, text: str) -> str | None:
    """Return a text with a word or two of it replaced by words in brackets, as for a pronoun."""
    words = desk.inner_words(text)
    if not words:
        return None
    first = desk.dice.between(0, len(words) - 1)
    last = min(first + desk.dice.between(0, 1 if desk.language.spaced else 2), len(words) - 1)
    start, end = words[first][0], words[last][1]
    if re.search(r"[.,;:!?。，；：！？]", text[start:end]):
        return None
    return f"{text[:start]}[{desk.dice.pick(desk.language.people)}]{text[end:]}"


def _replaced(desk: Desk) -> Made | None:
    found = desk.passage()
    text = _replacement(desk, found.text) if found else None
    return Made(text, found.start, found.end) if found and text else None


def _sic(desk: Desk) -> Made | None:
    found = desk.passage()
    words = desk.inner_words(found.text) if found else []
    if found is None or not words:
        return None
    at = desk.dice.pick(words)[1]
    mark = desk.dice.pick(("[sic]", "[sic!]", "(sic)", "[_sic_]"))
    space = " " if desk.language.spaced else ""
    return Made(f"{found.text[:at]}{space}{mark}{found.text[at:]}", found.start, found.end)


def _together(desk: Desk) -> Made | None:
    """Make an ellipsis, a replacement and a first letter in one quotation, in other typography."""
    found = desk.passage(opening=True, longer=1.6)
    made = cuts(desk, found, 1) if found else []
    if found is None or not made:
        return None
    left = _replacement(desk, found.text[: made[0].start])
    if left is None:
        return None
    text = left + ellipsis_mark(desk) + found.text[made[0].end :]
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text.replace(" -- ", "—"))
    if desk.language.cased:
        text = f"[{text[0].swapcase()}]{text[1:]}"
    elif desk.language.code == "zh":
        text = text.replace("，", ",")
    return Made(text, found.start, found.end)


def _with_own(desk: Desk, pattern: str) -> Made | None:
    """Take a passage in which the source itself has what the pattern finds."""
    found = desk.passage(unusual=True)
    if found is None or not re.search(pattern, found.text[4:-4]) or re.search(r"[{}_*|]|\[\d", found.text):
        return None
    whole = all(found.text.count(left) == found.text.count(right) for left, right in ("[]", "〔〕"))
    return Made(found.text, found.start, found.end) if whole else None


def _own_dots(desk: Desk) -> Made | None:
    return _with_own(desk, r"\.\.\.|……")


def _own_brackets(desk: Desk) -> Made | None:
    return _with_own(desk, r"\[[^\d\]]+\]|〔[^〕]+〕")


def _own_dots_otherwise(desk: Desk) -> Made | None:
    """Write the source's own dots in another form."""
    made = _own_dots(desk)
    if made is None:
        return None
    other = desk.dice.pick(("…", ". . ."))
    return made._replace(text=re.sub(r"\.\.\.|……", other, made.text))


FAMILIES = (
    Family("first letter", "faithful", _first_letter, languages=_CASED),
    Family("first letter in brackets", "faithful", _bracketed_letter, languages=_CASED),
    Family("final stop", "faithful", _final_stop),
    Family("one ellipsis", "faithful", _one_ellipsis, share=1.5),
    Family("two ellipses", "faithful", _two_ellipses),
    Family("ellipses at both ends", "faithful", _ellipses_at_ends),
    Family("whole sentences left out", "faithful", _whole_sentences),
    Family("inserted words", "faithful", _inserted),
    Family("replaced words", "faithful", _replaced),
    Family("sic", "faithful", _sic),
    Family("all together", "faithful", _together),
    Family("own dots", "faithful", _own_dots, kinds=(FIGURES,)),
    Family("own dots in another form", "faithful", _own_dots_otherwise, kinds=(FIGURES,), share=0.5),
    Family("own brackets", "faithful", _own_brackets, kinds=(PLAIN, FIGURES), share=0.5),
)
