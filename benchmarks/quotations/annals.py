"""Invented sentences full of figures, set between a book's paragraphs: most novels have few numbers to misquote."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from benchmarks.quotations.books import Book

if TYPE_CHECKING:
    from benchmarks.words import Dice

_TEMPLATES = {
    "en": (
        "On {day} {month} {year} the store at {place} held {big} sacks of barley, or {decimal} for each of the {count} houses.",
        "The bridge of {place} was measured in {month} {year}; it is {decimal} rods long and bore {count} carts that day.",
        "In the frost of {year} the glass at {place} fell to {minus} degrees, and {count} boats lay in the ice.",
        "“Well ... I counted {count} of them,” said the clerk of {place} on {day} {month} {year}, “and then ... I forgot.”",
        "The mill of {place} [since burnt] ground {big} measures in {year}, and the council paid {count} shillings.",
    ),
    "fr": (
        "Le {day} {month} {year}, le grenier de {place} tenait {big} sacs d'orge, soit {decimal} pour chacune des {count} maisons.",
        "On mesura le pont de {place} en {month} {year}; il a {decimal} toises et porta {count} charrettes ce jour-là.",
        "Dans la gelée de {year}, le verre de {place} tomba à {minus} degrés, et {count} bateaux furent pris.",
        "«Eh bien ... j'en comptai {count}, dit le commis de {place} le {day} {month} {year}, et puis ... j'oubliai.»",
        "Le moulin de {place} [brûlé depuis] moulut {big} mesures en {year}, et le conseil paya {count} sous.",
    ),
    "ru": (
        "{day} {month} {year} года в амбаре у {place} лежало {big} мешков ячменя, по {decimal} на каждый из {count} домов.",
        "Мост у {place} измерили {day} {month} {year} года; в нем {decimal} сажени, и прошло по нему {count} телег.",
        "В мороз {year} года стекло у {place} упало до {minus} градусов, и {count} лодок стояли во льду.",
        "«Ну ... я насчитал {count}, — сказал писарь из {place} {day} {month} {year} года, — а потом ... забыл».",
        "Мельница у {place} [с тех пор сгоревшая] смолола {big} мер в {year} году, и совет дал {count} монет.",
    ),
    "zh": (
        "{year}年{month}{day}日，{place}的倉裏有大麥{big}袋，{count}家每家得{decimal}袋。",
        "{year}年{month}量了{place}的橋，長{decimal}丈，那天有{count}輛車經過。",
        "{year}年大寒，{place}的寒暑表降到{minus}度，有{count}隻船凍在冰裏。",
        "「那麼……我數了{count}個，」{place}的書記在{year}年{month}{day}日說，「後來……忘了。」",
        "{place}的磨坊[後來燒了]在{year}年磨了{big}斗，議會付了{count}個錢。",
    ),
    "he": (
        "ביום {day} {month} {year} היו באסם של {place} {big} שקי שעורה, {decimal} לכל אחד מן {count} הבתים.",
        "את הגשר של {place} מדדו {month} {year} ואורכו {decimal} קנים, ועברו בו {count} עגלות.",
        "בכפור של {year} ירד המדחום אצל {place} עד {minus} מעלות, וגם {count} סירות נתקעו בקרח.",
        "״ובכן ... ספרתי {count} מהם״, אמר הסופר של {place} ביום {day} {month} {year}, ״ואחר כך ... שכחתי״.",
        "הטחנה של {place} [שנשרפה מאז] טחנה {big} מידות בשנת {year}, והמועצה שילמה {count} מטבעות.",
    ),
}
_PLACES = {
    "en": "Eskmoor Dunwater Halford Larkby Orrin Penmead Quarne Saltby Tarnley Withrow",
    "fr": "Brévans Castelmer Dorlieu Estrelles Fontgris Grandval Lorbec Maucour Rivesalle Tournay",
    "ru": "Березовки Глинки Дубравы Заречья Липовки Ольховки Песков Рябинки Сосновки Хвойной",
    "zh": "東橋 西河 南山 北灘 石井 柳莊 白沙 青崗 長堤 小寨",
    "he": "גבעון-נוף עין-זית כפר-לבן נחל-צבי תל-ברוש בית-אורן מעלה-גפן שדה-קמה גן-תמר אבן-דרך",
}
_EVERY = 24


def with_figures(book: Book, dice: Dice) -> Book:
    """Return the book with two such sentences after every two dozen paragraphs."""
    code = book.language.code
    mark = "\n\n" if code in {"en", "fr"} else "\n"
    parts = []
    for number, paragraph in enumerate(re.split(rf"(?<={mark})(?=\S)", book.text)):
        parts.append(paragraph)
        if number % _EVERY == _EVERY - 1:
            parts.append(_paragraph(book, dice) + mark)
    return Book(f"{book.name}", book.language, "".join(parts), book.held_out)


def _paragraph(book: Book, dice: Dice) -> str:
    code = book.language.code
    first = dice.between(0, 4)
    second = (first + dice.between(1, 4)) % 5
    between = "" if code == "zh" else " "
    text = between.join(_filled(book, dice, number) for number in (first, second))
    return "\n".join(textwrap.wrap(text, 70, break_on_hyphens=False)) if code in {"en", "fr"} else text


def _filled(book: Book, dice: Dice, number: int) -> str:
    code = book.language.code
    big, small = dice.between(1, 89), dice.between(100, 999)
    thousands = {"en": ",", "he": ",", "zh": "", "fr": " ", "ru": " "}[code]
    return _TEMPLATES[code][number].format(
        day=dice.between(1, 28),
        month=dice.pick(book.language.months),
        year=dice.between(1701, 1899),
        place=dice.pick(_PLACES[code].split()),
        big=f"{big}{thousands}{small}",
        decimal=f"{dice.between(2, 98)}{',' if code in {'fr', 'ru'} else '.'}{dice.between(1, 9)}",
        count=dice.between(3, 9) * 10 + dice.between(1, 9),
        minus=f"-{dice.between(11, 39)}",
    )
