"""How transcribers and printers mark a page: the words for one, its numerals, and the forms of marks, as patterns.

All patterns are for use with ``re.IGNORECASE``.
"""

from __future__ import annotations

_OF_PAGES = (
    "page", "folio", "leaf", "seite", "blatt", "feuillet", "página", "pagina", "foja", "hoja", "folha", "страница",
    "лист",
)  # fmt: skip
_OF_OTHERS = ("sheet", "plate", "column", "spalte", "столбец")
_SHORT = (
    "pages", "pág", "pag", "pp", "pg", "p", "fols", "fol", "ff", "f", "s", "bl", "с", "стр", "л", "sig",
)  # fmt: skip
_EASTERN = ("עמוד", "דף", "第")

LONG = "|".join(_OF_PAGES + _OF_OTHERS)
"""Words that make a mark of a line with nothing but them and a numeral."""
FIRST_LETTERS = "".join(sorted({word[0] for word in _OF_PAGES + _OF_OTHERS + ("с",)}))
WORD = rf"(?:(?:{LONG}|{'|'.join(_EASTERN)})|(?:{'|'.join(_SHORT)})\.?)"
"""A word for a page, a leaf, a column or a plate, or its abbreviation."""
OF_NAMES = rf"(?:{LONG}|{'|'.join(_SHORT)})"
"""Words that stand before the number in the name of a file with one page."""
OF_ANCHORS = rf"(?:{'|'.join(_OF_PAGES)}|pages|pp|pg|p|fol)"
"""Words that stand before the number in the name of a place in a web page: "s12" may be a section, "f3" a footnote."""

ARABIC = r"[0-9]{1,5}(?:[a-z]|[ \t\xa0]?(?:recto|verso|bis))?"
ROMAN = r"[ivxlcdm]{1,12}|[\u2160-\u217f]{1,12}"
NUMERAL = rf"(?:{ARABIC}|(?<=[\s.{{]){ROMAN})"
"""The number in a mark behind a word; a Roman one stands apart from it: "[sic]" is no page "ic" ("S.")."""
BEHIND = r"(?:[ \t]?[頁页面])?"
"""What Chinese and Japanese marks have behind the number."""

BRACKETED = (
    rf"[\[{{<(][ \t\xa0]{{0,2}}{WORD}[ \t\xa0]{{0,3}}(?P<worded>{NUMERAL}){BEHIND}[ \t\xa0]{{0,2}}[\]}}>)]"
)
"""``[page 12]``, ``(fol. 3v)``, ``<p. xii>``, ``[第12頁]``."""
BRACED = rf"\{{[ \t]?(?P<braced>[0-9]{{1,5}}[a-z]?|{ROMAN})[ \t]?\}}"
"""``{59}``."""
DASH = r"-{1,5}|={2,5}|[–—―]"
"""What stands on both sides of ``-- 59 --``."""
