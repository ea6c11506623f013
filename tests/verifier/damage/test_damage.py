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

from pincite.verifier.damage import Damage
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
