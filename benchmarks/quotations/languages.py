"""What the makers of cases know of each language: its negations, numbers, names, and words of their own to put in."""

from __future__ import annotations

import re
from dataclasses import dataclass

CHINESE = r"\u4e00-\u9fff"
POINTS = r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u034f"
"""Hebrew vowel points and accents: marks on letters."""
HEBREW_WORD = rf"[\u05d0-\u05ea][\u05d0-\u05ea{POINTS}]*"
_LO = rf"(?<![\u05d0-\u05ea{POINTS}])ל[{POINTS}]*ו?[{POINTS}]*א[{POINTS}]*(?![\u05d0-\u05ea{POINTS}])"


@dataclass(frozen=True)
class Language:
    """One language's words, all invented or common.

    ``negation`` finds what must go for a sentence to lose its "not", ``affirmed`` is what it is replaced by;
    ``hidden`` finds a negation whole, for an ellipsis to hide. ``not_after`` ends with the word that
    ``not_word`` may be put behind. ``names`` are those that no capital letter shows. ``swaps`` are words of one
    kind, for scripts without spaces. ``sentences`` are added to quotations, ``remarks`` are put in brackets.
    """

    code: str
    negation: re.Pattern[str]
    affirmed: str
    hidden: re.Pattern[str]
    not_word: str
    not_after: re.Pattern[str]
    numbers: tuple[str, ...]
    months: tuple[str, ...]
    remarks: tuple[str, ...]
    people: tuple[str, ...]
    sentences: tuple[str, ...]
    head: tuple[str, str]
    names: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    spaced: bool = True
    cased: bool = True


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


def _pairs(listed: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.split("/")[0], one.split("/")[1]) for one in listed.split())


ENGLISH = Language(
    "en",
    negation=re.compile(r"(?<=\w )(?:not|never) (?=\w)"),
    affirmed="",
    hidden=re.compile(r"(?<=\w )(?:not|never)(?= \w)"),
    not_word="not",
    not_after=re.compile(r"\b(?:is|was|are|were|had|has|would|could|should|will|may|must|did)(?= [a-z])"),
    numbers=_words("two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty"),
    months=_words("January February March April May June July August September October November December"),
    remarks=(
        "of the village",
        "that is",
        "his neighbour",
        "as before",
        "the writer",
        "in those days",
        "and others",
    ),
    people=("the miller", "his guest", "the old man", "Ellen", "the boatman"),
    sentences=(
        "The ferry stayed at its moorings all that week.",
        "Everybody agreed that the cheese was excellent.",
        "After this the bell of the granary was rung again.",
        "A lamp burned in the upper window until morning.",
    ),
    head=("A JOURNEY UP THE RIVER", "THE SECOND BOOK"),
)
FRENCH = Language(
    "fr",
    negation=re.compile(r"(?<=\w )(?:ne |n['’])(\w+(?:[’']\w+)?) (?:pas|point|jamais|plus|rien)\b ?(?=\w)"),
    affirmed=r"\1 ",
    hidden=re.compile(r"(?<=\w )(?:ne |n['’])\w+(?:[’']\w+)? (?:pas|point|jamais|plus)(?= \w)"),
    not_word="pas",
    not_after=re.compile(
        r"\b(?:est|était|avait|fut|sont|étaient|ai|a|ont|peut|fallait|savait|dit)(?= [a-z])"
    ),
    numbers=_words(
        "deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente quarante cinquante"
    ),
    months=_words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    remarks=(
        "du village",
        "c'est-à-dire",
        "son voisin",
        "comme avant",
        "l'auteur",
        "en ce temps-là",
        "et d'autres",
    ),
    people=("le meunier", "son hôte", "le vieillard", "Marthe", "le batelier"),
    sentences=(
        "Le bac resta au quai toute cette semaine.",
        "Tout le monde trouva le fromage excellent.",
        "Ensuite on sonna encore la cloche du grenier.",
        "Une lampe brûla jusqu'au matin à la haute fenêtre.",
    ),
    head=("VOYAGE SUR LA RIVIÈRE", "LIVRE SECOND"),
)
RUSSIAN = Language(
    "ru",
    negation=re.compile(r"(?<=\w )не (?=\w)"),
    affirmed="",
    hidden=re.compile(r"(?<=\w )не(?= \w)"),
    not_word="не",
    not_after=re.compile(r"(?<=[а-яё] )[а-яё]{2,}(?= [а-яё]{4,})"),
    numbers=_words("два три четыре пять шесть семь восемь девять десять двадцать тридцать сорок сто"),
    months=_words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    remarks=("из деревни", "то есть", "его сосед", "как прежде", "поэт", "в те дни", "и другие"),
    people=("мельник", "его гость", "старик", "Марфа", "лодочник"),
    sentences=(
        "Паром всю ту неделю стоял у пристани.",
        "Все признали, что сыр превосходен.",
        "Потом опять звонил колокол у амбара.",
        "До утра в верхнем окне горела лампа.",
    ),
    head=("ПУТЕШЕСТВИЕ ПО РЕКЕ", "КНИГА ВТОРАЯ"),
)
CHINESE_LANGUAGE = Language(
    "zh",
    negation=re.compile(rf"(?<=[{CHINESE}])(?:不(?![但過]|可)|沒有)(?=[{CHINESE}])"),
    affirmed="",
    hidden=re.compile(rf"(?<=[{CHINESE}])(?:不|沒有)(?=[{CHINESE}])"),
    not_word="不",
    not_after=re.compile(rf"(?<=[{CHINESE}])[你我他](?=[是在要能可知])|們(?=[是在要能可知就])"),
    numbers=tuple("二三四五六七八九十百千"),
    months=tuple(f"{number}月" for number in range(1, 13)),
    remarks=("村裏的", "就是說", "他的鄰舍", "像從前一樣", "作者", "那些日子"),
    people=("磨坊的主人", "他的客人", "老人", "船夫"),
    sentences=(
        "那一週渡船都停在碼頭。",
        "大家都說那乾酪好極了。",
        "後來糧倉的鐘又響了。",
        "樓上的燈一直點到早晨。",
    ),
    head=("河上遊記", "第二卷"),
    names=(
        "耶穌",
        "彼得",
        "約翰",
        "雅各",
        "猶大",
        "希律",
        "彼拉多",
        "約瑟",
        "馬利亞",
        "摩西",
        "以利亞",
        "大衛",
        "亞伯拉罕",
    ),
    swaps=_pairs(
        "門徒/眾人 眾人/百姓 百姓/門徒 城裏/村裏 兒子/兄弟 兄弟/兒子 天上/地上 看見/聽見 聽見/看見 早晨/晚上 房子/田地 進去/出來 "
        "出來/進去 父親/母親 母親/父親 僕人/主人 主人/僕人 葡萄/麥子 國度/房屋 夜裏/日間 東西/日子 時候/地方 地方/時候"
    ),
    twins=_pairs(
        "他/她 你/他 我/你 在/再 大/太 人/入 未/末 己/已 日/目 天/夫 這/那 那/這 上/下 來/去 去/來 要/能"
    ),
    spaced=False,
    cased=False,
)
HEBREW = Language(
    "he",
    negation=re.compile(rf"(?<= ){_LO} (?:־ )?(?=[\u05d0-\u05ea])"),
    affirmed="",
    hidden=re.compile(rf"(?<= ){_LO}(?= )"),
    not_word="לֹא",
    not_after=re.compile(rf"(?<= )[\u05d0-\u05ea][\u05d0-\u05ea{POINTS}]{{3,}}(?= [\u05d0-\u05ea])"),
    numbers=_words(
        "שני שתי שנים שלשה שלשת שלש ארבעה ארבע חמשה חמש ששה שש שבעה שבע שבעת שמנה עשר עשרה עשרת מאה מאות אלף אלפים עשרים שלשים ארבעים חמישים ששים שבעים"
    ),
    months=_words("בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
    remarks=("מִן הַכְּפָר", "כְּלוֹמַר", "שְׁכֵנוֹ", "כְּבָרִאשׁוֹנָה", "הַסּוֹפֵר"),
    people=("הַטּוֹחֵן", "אוֹרְחוֹ", "הַזָּקֵן", "בַּעַל הַסִּירָה"),
    sentences=(
        "הַמַּעְבֹּרֶת עָמְדָה בַּנָּמֵל כָּל הַשָּׁבוּעַ.",
        "הַכֹּל הִסְכִּימוּ כִּי הַגְּבִינָה טוֹבָה.",
        "אַחַר כָּךְ צִלְצֵל שׁוּב פַּעֲמוֹן הָאָסָם.",
        "נֵר דָּלַק בַּחַלּוֹן הָעֶלְיוֹן עַד הַבֹּקֶר.",
    ),
    head=("מסע על הנהר", "ספר שני"),
    names=_words("דוד שאול שמואל יהונתן אלקנה חנה עלי אבנר יואב אכיש נבל אביגיל מיכל ישי גלית"),
    cased=False,
)
LANGUAGES = {one.code: one for one in (ENGLISH, FRENCH, RUSSIAN, CHINESE_LANGUAGE, HEBREW)}


def bare(word: str) -> str:
    """Return a word's letters without points, accents and case; Russian prints one letter for е and ё as it likes."""
    return re.sub(f"[{POINTS}]", "", word).casefold().replace("ё", "е")
