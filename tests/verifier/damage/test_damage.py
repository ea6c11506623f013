"""Words of a quotation beside what a scan shows: the same word misread, or another word."""

from __future__ import annotations

import random
import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pincite.verifier.damage import Damage, Difference
from pincite.verifier.damage.company import company_wear
from pincite.verifier.damage.confusions import common_words, confusions
from pincite.verifier.damage.reading import Reading
from pincite.verifier.damage.wear import Wear, wear
from tests.growth import assert_proportional

_TABLE = cast(
    "dict[str, dict[str, object]]", yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text("utf-8"))
)
_TIMES = 25


class Pair(NamedTuple):
    language: str
    quoted: str
    printed: str
    before: str
    after: str
    same: bool


def _pairs() -> list[Pair]:
    pairs = []
    for language, part in _TABLE.items():
        for kind in ("same", "other"):
            for line in cast("list[str]", part[kind]):
                words, *around = line.split(" | ")
                quoted, printed = (one.replace("''", "") for one in words.split(" / "))
                before, after = around or ("", "")
                pairs.append(Pair(language, quoted, printed, before, after, same=kind == "same"))
    return pairs


@cache
def _damage(language: str) -> Damage:
    return Damage("\n".join([str(_TABLE[language]["text"])] * _TIMES), scanned=True)


@pytest.mark.parametrize("pair", _pairs(), ids=lambda pair: f"{pair.language} {pair.quoted}-{pair.printed}")
def test_a_pair(pair: Pair) -> None:
    told = _damage(pair.language).explains(pair.quoted, pair.printed, before=pair.before, after=pair.after)
    assert told == pair.same


def test_the_table_is_large_enough() -> None:
    assert len(_pairs()) >= 180


def _worn(seed: int, share: float) -> str:
    """Return a text of a few hundred invented words, of whose letters a share is replaced at random."""
    dice = random.Random(seed)  # noqa: S311 - the same words every time
    words = [
        "".join(dice.choice(pair) for pair in ("bdgkmt", "aeiou", "lnrs", "aeio", "lmnst", "aeu"))
        for _ in range(300)
    ]
    text = " ".join(dice.choices(words, [1 / rank for rank in range(1, 301)], k=20_000))
    return "".join(dice.choice("xyzwq") if one.isalpha() and dice.random() < share else one for one in text)


def test_the_share_of_misread_words_is_estimated() -> None:
    shares = [Damage(_worn(1, share)).share() for share in (0.0, 0.01, 0.03)]
    assert shares[0] == 0
    assert 0.02 < shares[1] < shares[2] < 0.3


def test_in_a_clean_text_nothing_is_excused() -> None:
    text = str(_TABLE["en"]["text"]) * _TIMES
    assert Damage(text).share() == 0
    assert not Damage(text).explains("nothing", "nothlng")
    assert Damage(text, scanned=True).explains("nothing", "nothlng")


_SUBJECTS = ["漁夫", "船長", "木匠", "老師", "農人", "客人", "鄰居", "孩子", "醫生", "鐘匠"]
_VERBS = ["看見了", "修好了", "帶來了", "忘記了", "找到了", "畫下了", "打開了", "收起了"]
_OBJECTS = [
    "一條小船",
    "那把木椅",
    "三本舊書",
    "一盞油燈",
    "白色的鳥",
    "河邊的門",
    "山上的石",
    "昨天的信",
    "王家的井",
    "大風裏的旗",
]
_PLACES = ["在村口", "在橋上", "在海邊", "從城裏", "到田間", "於是", "早上", "日落時", "今天", "天黑前"]
_LOOKALIKES = {
    "了": "子",
    "的": "旳",
    "天": "夫",
    "大": "太",
    "人": "入",
    "白": "自",
    "王": "主",
    "間": "問",
    "木": "本",
}


def _chinese(seed: int, share: float) -> str:
    """Return invented sentences, of whose signs a share is replaced by look-alikes where they have one."""
    dice = random.Random(seed)  # noqa: S311 - the same sentences every time
    text = "".join(
        "".join(dice.choice(part) for part in (_PLACES, _SUBJECTS, _VERBS, _OBJECTS)) + "。"
        for _ in range(200)
    )
    return "".join(_LOOKALIKES.get(one, one) if dice.random() < share else one for one in text)


def test_the_share_of_misread_signs_is_estimated() -> None:
    shares = [Damage(_chinese(1, share)).share() for share in (0.0, 0.03, 0.06)]
    assert shares[0] == 0
    assert 0 < shares[1] < shares[2] < 0.2
    assert company_wear("").rate == 0


@pytest.mark.parametrize(
    ("quoted", "printed", "before", "after", "same"),
    [
        ("了", "子", "見", "一", True),
        ("天", "夫", "昨", "的", True),
        ("大", "太", "了", "風", True),
        ("他", "她", "見", "，", False),  # another person
        ("三", "二", "了", "本", False),  # another number
        ("不", "下", "今", "忘", False),  # no look-alike that this text asks for
        ("漁夫", "農人", "上", "看", False),  # another word of the text
    ],
)
def test_signs_are_judged_by_their_company(
    quoted: str, printed: str, before: str, after: str, *, same: bool
) -> None:
    assert Damage(_chinese(1, 0.06)).explains(quoted, printed, before=before, after=after) == same
    assert not Damage(_chinese(1, 0.0)).explains(quoted, printed, before=before, after=after)


_SHORT = (
    "The keeper wrote to the town that tbe latnp was mendcd, and that no oil had been wastcd in the winter."
)


@pytest.mark.parametrize(
    ("differences", "same"),
    [
        ([Difference("mended", "mendcd"), Difference("wasted", "wastcd")], True),
        ([Difference("mended", "mendcd")], False),  # one alone may be the author's
        ([Difference("mended", "mendcd"), Difference("summer", "winter")], False),
        ([Difference("mended", "mendcd"), Difference("any", "no")], False),
    ],
)
def test_several_words_that_are_none_tell_that_a_text_is_misread(
    differences: list[Difference], *, same: bool
) -> None:
    assert Damage(_SHORT).explains_together(differences) == same


def test_what_a_line_end_cuts_off_is_no_misreading() -> None:
    text = _worn(3, 0.0)
    cut = "".join(
        f"{word[:3]}-\n{word[3:]} " if number % 9 == 0 else f"{word} "
        for number, word in enumerate(text.split())
    )
    assert Damage(cut).share() == 0


def test_stray_signs_are_no_words() -> None:
    assert Damage("", scanned=True).explains("", " . ~ ")
    assert not Damage("", scanned=True).explains("", "a")


def test_nothing_is_computed_before_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_text: str) -> None:
        raise AssertionError

    monkeypatch.setattr("pincite.verifier.damage.judge.Vocabulary", refuse)
    damage = Damage("some words")
    with pytest.raises(AssertionError):
        damage.share()


def test_the_habits_of_a_scan_are_learnt() -> None:
    counts = Counter({"lantern": 90, "lamtern": 3, "winter": 80, "wimter": 2, "harbour": 70, "harbours": 3})
    learnt = wear(counts)
    assert learnt.swaps == {("n", "m"): 5}
    unlearnt = Wear(0.01, {}, {})
    assert Reading(0.01, learnt).cost("candle", "camdle") < Reading(0.01, unlearnt).cost("cazdle", "camdle")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_stretches_have_an_answer(quoted: str, printed: str) -> None:
    assert _damage("en").explains(quoted, printed) in {True, False}


@given(st.text(max_size=2000))
def test_any_text_has_a_share(text: str) -> None:
    assert 0 <= Damage(text).share() <= 1


def _asked(text: str) -> None:
    damage = Damage(text, scanned=True)
    damage.share()
    damage.explains("nothing", "nothlng")


@pytest.mark.parametrize(
    "make",
    [
        lambda size: _worn(1, 0.02) * (size // 100_000),
        lambda size: "a" * size,
        lambda size: "ab " * (size // 3),
        lambda size: "海上的船" * (size // 4),
        lambda size: " ".join(f"w{number:x}" for number in range(size // 8)),
    ],
    ids=["prose", "one word", "one word many times", "no spaces", "all words different"],
)
def test_time_grows_with_the_text(make: object) -> None:
    assert_proportional(_asked, make, 200_000, largest=1_600_000)  # type: ignore[arg-type]


def test_a_long_text_is_ready_soon() -> None:
    begun = time.process_time()
    _asked(_worn(2, 0.02) * 80)  # about 10 MB
    assert time.process_time() - begun < 3


def test_the_data_make_sense() -> None:
    known = confusions()
    assert ("rn", "m") in known.pairs
    assert ("m", "rn") in known.pairs
    assert all(one == one.casefold() for pair in known.pairs for one in pair)
    assert all(len(one) == 1 for pair in known.ideographs for one in pair)
    assert set(common_words()) == {"en", "de", "fr", "es", "ru", "he"}
