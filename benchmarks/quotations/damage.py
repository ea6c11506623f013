"""Books as a bad scan has them: letters misread for others that look like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quotations.printing import Printer

if TYPE_CHECKING:
    from benchmarks.quotations.books import Book
    from benchmarks.quotations.printing import Printed
    from benchmarks.words import Dice


def _table(listed: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in listed.split():
        right, read = one.split(">")
        found[right] = tuple(read.split("|"))
    return found


_LATIN = _table(
    "rn>m m>rn|in cl>d d>cl e>c|o c>e|o h>b|li b>h|6 l>1|i|I i>l|1|j u>n|ii n>u|ri ri>n f>t|i t>f|l|r a>o|u|n o>a|0|c "
    "g>q|y y>v v>y|r w>vv s>5|a r>t|i p>n I>l|1 O>0 S>5|8 B>8 é>e|6 è>e|é à>a ê>e î>i ô>o ç>c"
)
_CYRILLIC = _table(
    "и>н|п н>и|п п>н|и л>д|п д>л ш>щ|т щ>ш ы>ьі|м с>е|о е>с|о о>с|е|0 т>г|ш г>т|r й>и ъ>ь ь>ъ в>б|з б>6|в з>3|э ч>н ц>п "
    "м>и|н у>у|v а>я|о р>р|п ж>х к>н х>ж ю>го я>а"
)
_HEBREW = _table(
    "ד>ר ר>ד ה>ח|ת ח>ה|ת ו>ז|ן|י ז>ו ב>כ כ>ב|נ ס>ם ם>ס ן>ו|ז י>ו|' נ>ג ג>נ ט>מ מ>ט ת>ח צ>ע ע>צ ך>ר"
)
_CHINESE = _table(
    "未>末 末>未 己>已 已>己 日>曰|目 人>入|八 入>人 大>太|犬 太>大 天>夭|夫 夫>天|失 王>玉|主 主>王|圭 木>本|不 門>鬥 們>門|悶 問>間 間>問|聞 "
    "聞>間|問 我>找|戎 他>地|池|仙 地>他|池 侍>待 待>侍 耶>那|郎 那>耶|邪 子>于|予|了 了>子 不>木|下 下>卜 上>土 土>士|上 在>任|左 有>冇|育 來>束|采 "
    "這>逭 說>誐|設 為>焉 是>昰|足 的>旳|昀 神>袖|押 生>圭|牛 以>似 要>耍 見>貝|兄 去>丟|云 到>剄 就>蹴 裏>襄 好>妤 家>冢 心>必 手>于 把>杷|扼 "
    "從>徒 又>叉|义 都>郁 也>乜|七 個>倜|箇 中>申 十>卜|千 千>干|于 百>白|自 自>白|目 眾>衆 信>倍|佶 亞>啞 撒>撤 看>着|肴 對>封 告>吿|吉 訴>訢"
)
_TABLES = {"ru": _CYRILLIC, "he": _HEBREW, "zh": _CHINESE}


def damaged(book: Book, dice: Dice, share: float) -> Printed:
    """Return a book in which ``share`` of all letters are misread; digits and spaces stay."""
    table = _TABLES.get(book.language.code, _LATIN)
    text = book.text
    open_to = sum(one in table for one in text)
    chance = share * sum(one.isalpha() for one in text) / max(open_to, 1)
    printer = Printer()
    skip = 0
    for at, one in enumerate(text):
        if skip:
            skip -= 1
            continue
        pair = text[at : at + 2]
        struck = dice.between(1, 10_000) <= chance * 10_000
        if struck and pair in table:
            printer.keep_joined(dice.pick(table[pair]), 2)
            skip = 1
        else:
            printer.keep(dice.pick(table[one]) if struck and one in table else one)
    return printer.printed()
