"""Texts damaged as the reading of a scan damages them, with the place of every letter kept.

There are two noises, of different confusions and proportions: ``tuning`` for choosing the judge's figures and ``final``
for measuring them. Neither is taken from the judge's own table.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random


class Noise(NamedTuple):
    """One model: letters and what they are read as; shares of misreadings by kind."""

    swaps: Mapping[str, str]  # printed, one or two letters: what is read, separated by white space
    shares: Mapping[str, float]  # swap, other, lost, invented, space lost, space invented, speck


class Damaged(NamedTuple):
    """A damaged text; ``places[i]`` is where the letter at i of the sound text stands in it, ``len + 1`` of them."""

    text: str
    places: list[int]


def _swaps(rows: str) -> dict[str, str]:
    return {row.split()[0]: " ".join(row.split()[1:]) for row in rows.strip().split("\n")}


_TUNING_SWAPS = """
a o s u
b h 6
c e o
d cl ol
e c o s
f t r
g q 9
h b li n
i l j t 1
k lc h
l i t 1 I
m rn in ni
n u ri r
o c 0 e
p n
q g
r t n
s a 5
t l f r
u n ii
v y
w vv
y v
z s 2
rn m
cl d
in m
li h
fi h
é e ć
è e
à a
ç c
S 5 8
B 8 R
O 0 Q
I l 1
и н п
н п и
п н л
о с 0
с е о
е с о
ш щ
щ ш
т г
г т r
л п
в з
з э
к н
у ч
б 6
ь ъ
м и
ы ьг
а о
р п
д л
я л
ю о
ж х
ч у
й и
ד ר
ר ד
ה ח
ח ה
ו ז י
ז ו
י ו
ב כ
כ ב
ם ס
ת ח
נ ג
צ ע
ן ו
ל ז
מ ט
己 已
已 己
未 末
日 曰
大 太
天 夫
人 入
土 士
王 玉
侯 候
住 往
間 問
問 間
門 們
請 清
情 清
持 特
從 徒
為 馬
若 苦
自 白
各 名
子 予
遠 還
眾 象
因 困
今 令
千 干
使 便
他 地
得 待
著 看
"""

_FINAL_SWAPS = """
a e n
b l o
c o (
d a tl
e o c
f s
g y 8
h k ii
i ! r
j i
l f !
m nn iii
n m h
o a
p q
r v i
s e
t i c
u a li
v r
w u
x z
y r
rn m
ri n
ll U
ff f
é c
ê e
ù u
T 7 F
G 6 C
Z 2
E F
и й ц
н к
п и
о а
с о
е ё с
ш и
т ш
л д
в н
з 3
к х
у г
м ш
ы м
а я
д л
х ж
ч 4
э з
й н
ד ך
ר ו
ה ת
ח ת
ו ן
י ו
ב נ
פ כ
ס ם
ת ה
ע צ
ש ט
末 未
目 日
夫 天
八 人
太 大
主 王
往 住
開 閉
清 情
說 設
話 活
全 金
見 貝
過 遇
後 從
知 和
我 找
被 彼
所 斷
來 束
這 道
的 昀
是 足
要 耍
面 而
"""

TUNING = Noise(
    _swaps(_TUNING_SWAPS),
    {
        "swap": 0.6,
        "other": 0.1,
        "lost": 0.1,
        "invented": 0.03,
        "space lost": 0.07,
        "space invented": 0.04,
        "speck": 0.06,
    },
)
FINAL = Noise(
    _swaps(_FINAL_SWAPS),
    {
        "swap": 0.5,
        "other": 0.13,
        "lost": 0.12,
        "invented": 0.04,
        "space lost": 0.05,
        "space invented": 0.06,
        "speck": 0.1,
    },
)
_IDEOGRAPHS = "\u2e80"
_TOGETHER = 0.5
"""How often two letters that may be taken for one are."""
_SPECKS = ".,'`-^~:;*·|\\"


def damage(text: str, noise: Noise, rate: float, random: Random, letters: str = "") -> Damaged:
    """Return a text of whose letters the share *rate* is misread; *letters* is the alphabet, from the text by default."""
    letters = letters or "".join(sorted({letter for letter in text[:50_000].lower() if letter.isalpha()}))
    read: list[str] = []
    index = 0
    kinds, weights = list(noise.shares), list(noise.shares.values())
    while index < len(text):
        if not text[index].isalpha() or random.random() >= rate:
            read.append(text[index])
            index += 1
            continue
        kind = random.choices(kinds, weights)[0]
        if text[index] >= _IDEOGRAPHS and kind in ("lost", "invented"):
            kind = "swap"  # a sign as wide as all others is not overlooked
        if kind == "space lost":
            # at the next space, if there is one near
            space = text.find(" ", index, index + 12)
            read.extend(text[index:space] if space >= 0 else text[index : index + 1])
            if space >= 0:
                read.append("")
            index = space + 1 if space >= 0 else index + 1
            continue
        pair = text[index : index + 2]
        if kind == "swap" and pair in noise.swaps and random.random() < _TOGETHER:
            read += [random.choice(noise.swaps[pair].split()), ""]
            index += 2
            continue
        read.append(_misread(kind, text[index], noise, random, letters))
        index += 1
    return Damaged("".join(read), [0, *accumulate(len(one) for one in read)])


def _misread(kind: str, letter: str, noise: Noise, random: Random, letters: str) -> str:
    if kind == "lost":
        return ""
    if kind == "invented":
        return letter + random.choice(letters)
    if kind == "space invented":
        return letter + " "
    if kind == "speck":
        return letter + random.choice(_SPECKS)
    swaps = noise.swaps.get(letter) or noise.swaps.get(letter.lower())
    if kind == "swap" and swaps:
        return random.choice(swaps.split())
    return random.choice(letters)
