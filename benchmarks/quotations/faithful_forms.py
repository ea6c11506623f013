"""Faithful quotations whose letters are the source's and whose form is not: white space, typography, pages."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from benchmarks.quotations.case import Made
from benchmarks.quotations.family import Family
from benchmarks.quotations.sources import NOTES, PAGES, PAGES_UNFED

if TYPE_CHECKING:
    from benchmarks.quotations.desk import Desk

_BREAKABLE = re.compile(r"\b[a-zà-öø-ÿа-яё]{8,}\b")
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_SOFT_HYPHEN = "\u00ad"


def _exact(desk: Desk) -> Made | None:
    found = desk.passage()
    return Made(found.raw, found.start, found.end) if found else None


def _white_space(desk: Desk) -> Made | None:
    found = desk.passage()
    if found is None:
        return None
    others = (" ", " ", "  ", "\n", "\u00a0", "\t", "\u2009", " \n ")
    spaces = " " if desk.language.spaced else "，。；"
    text = "".join((one.strip() + desk.dice.pick(others)) if one in spaces else one for one in found.text)
    ends = desk.dice.pick(("", " ", "\n"))
    return Made(f"{ends}{text}{ends}", found.start, found.end)


def _typography(desk: Desk) -> Made | None:
    """Give quotation marks, apostrophes and dashes another form, as word processors do."""
    found = desk.passage()
    if found is None:
        return None
    code, text = desk.language.code, found.text
    if code == "zh":
        text = text.translate(str.maketrans("「」『』，；：", "“”‘’,;:"))
    elif code == "he":
        text = re.sub(r" ?־ ?", "־" if desk.dice.between(1, 2) == 1 else "-", text)
        text = text.replace(" ׃", "׃").replace(" ׀ ", " ")
    else:
        marks = ("« ", " »") if code == "fr" else ("«", "»") if code == "ru" else ("“", "”")
        text = re.sub(r"(?<!\w)[\"'](?=\w)", marks[0], text)
        text = re.sub(r"(?<=[\w.,;!?])[\"'](?!\w)", marks[1], text)
        text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
        dash = desk.dice.pick(("—", " — ", " – "))
        text = re.sub(r" ?-- ?| - ", dash, text)
    return Made(text, found.start, found.end) if text != found.text else None


def _ligatures(desk: Desk) -> Made | None:
    found = desk.passage()
    if found is None:
        return None
    text = found.text
    for letters, ligature in _LIGATURES:
        text = text.replace(letters, ligature)
    return Made(text, found.start, found.end) if text != found.text else None


def _other_normal_form(desk: Desk) -> Made | None:
    found = desk.passage()
    if found is None:
        return None
    forms = [unicodedata.normalize(form, found.text) for form in ("NFD", "NFC", "NFKC")]
    forms = [form for form in forms if form != found.text]
    return Made(desk.dice.pick(forms), found.start, found.end) if forms else None


def _hyphens(desk: Desk) -> Made | None:
    """Leave the broken words of a printed page in the quotation."""
    found = desk.passage()
    if found is None:
        return None
    words = [one.span() for one in _BREAKABLE.finditer(found.text)]
    text = found.text
    for start, _ in reversed(words[:: desk.dice.between(2, 3)]):
        mark = desk.dice.pick(("-\n", "-\n", "-\n", "- ", _SOFT_HYPHEN))
        at = start + desk.dice.between(3, 5)
        text = text[:at] + mark + text[at:]
    return Made(text, found.start, found.end) if text != found.text else None


def _emphasis(desk: Desk) -> Made | None:
    """Mark a few words of the quotation as emphasised."""
    found = desk.passage()
    if found is None:
        return None
    words = desk.inner_words(found.text)
    if not words:
        return None
    first = desk.dice.between(0, len(words) - 1)
    last = min(first + desk.dice.between(0, 3), len(words) - 1)
    start, end = words[first][0], words[last][1]
    mark = desk.dice.pick(("_", "*", "**"))
    text = found.text[:start] + mark + found.text[start:end] + mark + found.text[end:]
    return Made(text, found.start, found.end)


def _emphasis_in_source(desk: Desk) -> Made | None:
    found = desk.passage(unusual=True)
    if found is None or found.text.count("_") not in {2, 4} or re.search(r"[\[\]{}*]|\.\.", found.raw):
        return None
    if not re.search(r"_\w[^_]*_", found.text):
        return None
    return Made(found.text.replace("_", ""), found.start, found.end)


def _in_print(desk: Desk, *, wanted: str) -> Made | None:
    """Take a passage in whose printed form the pattern ``wanted`` is found, and no page ends."""
    found = desk.passage()
    if found is None:
        return None
    piece = desk.source.piece(found.start, found.end)
    if "\n\n" in piece or not re.search(wanted, piece):
        return None
    return Made(found.text, found.start, found.end)


def _hyphens_in_source(desk: Desk) -> Made | None:
    return _in_print(desk, wanted=f"\\w[-{_SOFT_HYPHEN}]\n\\w")


def _ligatures_in_source(desk: Desk) -> Made | None:
    return _in_print(desk, wanted="[ﬀﬁﬂﬃﬄ]")


def _broken_lines(desk: Desk) -> Made | None:
    """Take a passage of a text whose lines end within words, as lines of Chinese do."""
    return _in_print(desk, wanted=r"\w\n\w")


def _page_furniture(desk: Desk) -> Made | None:
    """Take a passage across the end of a page."""
    found = desk.passage()
    if found is None:
        return None
    piece = desk.source.piece(found.start, found.end)
    across = piece.count("\f") == 1 or (desk.source.kind == PAGES_UNFED and piece.count("\n\n") >= 3)
    return Made(found.text, found.start, found.end) if across else None


def _footnote_marks(desk: Desk) -> Made | None:
    found = desk.passage()
    if found is None or not re.search(
        r"[¹²³⁴-⁹]|\[\d+\]|[*†]", desk.source.piece(found.start, found.end)[1:-1]
    ):
        return None
    return Made(found.text, found.start, found.end)


_ALPHABETIC = ("en", "fr", "ru")
FAMILIES = (
    Family("exact", "faithful", _exact),
    Family("white space", "faithful", _white_space),
    Family("typography", "faithful", _typography),
    Family("ligatures in the quotation", "faithful", _ligatures, languages=("en", "fr")),
    Family("other normal form", "faithful", _other_normal_form),
    Family("hyphens in the quotation", "faithful", _hyphens, languages=_ALPHABETIC),
    Family("emphasis in the quotation", "faithful", _emphasis),
    Family("emphasis in the source", "faithful", _emphasis_in_source, languages=("en", "fr")),
    Family("hyphens in the source", "faithful", _hyphens_in_source, kinds=(PAGES,), languages=_ALPHABETIC),
    Family(
        "ligatures in the source", "faithful", _ligatures_in_source, kinds=(PAGES,), languages=("en", "fr")
    ),
    Family("lines of the source", "faithful", _broken_lines, kinds=(PAGES,), languages=("zh",)),
    Family("page furniture", "faithful", _page_furniture, kinds=(PAGES,)),
    Family("page furniture, no form feed", "faithful", _page_furniture, kinds=(PAGES_UNFED,)),
    Family("footnote marks", "faithful", _footnote_marks, kinds=(NOTES,)),
)
