"""How many misleading ellipses, brackets and cuts are warned of, and how many honest ones are.

``python -m benchmarks.quotations.cautions --texts DIR`` makes gaps in the texts of a folder with a fixed seed: some hide a negation,
some of the same lengths hide none, some leave out whole sentences; then brackets that add one, and quotations cut just
before one. What counts as a negation here is written down here, apart from the lists of the program.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.words import Dice
from pincite.model.finding import Span
from pincite.verifier.cautions import around, hidden, inserted
from pincite.verifier.prose import language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LONGEST = 80
"""Characters that a gap may take in around what it hides."""
_TRIES = 60
_MARKS = "[\u0591-\u05bd\u05bf-\u05c7]*"
"""Hebrew points and accents behind a letter."""


class Signs(NamedTuple):
    """What a language negates with: ``negation`` for what is hidden, ``any`` for what an honest gap must not hold."""

    negation: str
    any: str
    stops: str
    brackets: tuple[str, ...]
    honest_brackets: tuple[str, ...]


SIGNS = {
    "en": Signs(
        r"\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|without|cannot)\b|n't\b",
        r"\b(?:not\w*|never|no|no one|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely|barely|nay|fail\w*|unable|impossib\w+|instead|lack\w*|rarely|seldom|far from|nought|naught|refus\w+|untrue|ceased)\b|n't\b",
        r"[.!?:;\n]\s*\n|[.!?]",
        ("not", "never", "hardly", "no", "without"),
        ("the captain", "of the mill", "here", "at noon", "their"),
    ),
    "fr": Signs(
        r"\b(?:ne|pas|jamais|rien|aucune?|nul|nulle|ni|sans|guère)\b|\bn['’]",
        r"\b(?:ne|non|pas|jamais|rien|aucune?|nulle?|nullement|ni|sans|guères?|impossible|point|plus|personne|faute|loin|lieu de|incapable|peine)\b|\bn['’]",
        r"[.!?]|\n\s*\n",
        ("ne ... pas", "jamais", "sans", "pas", "rien"),
        ("le capitaine", "du moulin", "ici", "à midi", "leur"),
    ),
    "ru": Signs(
        r"\b(?:не|нет|ни|никогда|никто|ничего|без|нельзя)\b",
        r"\b(?:не|нет|ни|никогда|нигде|ник\w+|нич\w+|без|безо|нельзя|некого|некому|нечего|негде|невозмож\w+|едва|вряд|отнюдь|вместо|нимало|редко|еле|нисколько|неправд\w+)\b",
        r"[.!?…]|\n\s*\n",
        ("не", "никогда", "без", "ни разу", "нет"),
        ("капитан", "у мельницы", "здесь", "в полдень", "наш"),
    ),
    "zh": Signs(
        "[不沒没無无未勿]",
        "[不沒没無无未非勿莫別别否毋弗]|缺乏|免得|難以|何曾|豈能|休想|休要",
        "[。！？\n]",
        ("不", "沒有", "未曾", "無", "不是"),
        ("船長", "磨坊的", "在這裏", "我們", "他的"),
    ),
    "he": Signs(
        rf"(?<![א-ת\u0591-\u05c7])[ושה]?{_MARKS}(?:ל{_MARKS}א|א{_MARKS}י{_MARKS}ן|ב{_MARKS}ל{_MARKS}י|ב{_MARKS}ל{_MARKS}ת{_MARKS}י){_MARKS}(?![א-ת\u0591-\u05c7])",
        rf"ל{_MARKS}א|ל{_MARKS}ו{_MARKS}א|א{_MARKS}י{_MARKS}ן|א{_MARKS}י{_MARKS}נ|ב{_MARKS}ל{_MARKS}י|ב{_MARKS}ל{_MARKS}ת{_MARKS}י|ב{_MARKS}ל{_MARKS}ע|א{_MARKS}ַ{_MARKS}ל|ט{_MARKS}ר{_MARKS}ם|ח{_MARKS}ל{_MARKS}י{_MARKS}ל{_MARKS}ה|א{_MARKS}פ{_MARKS}ס|\bאל\s+ת",
        "[׃\n]",
        ("לא", "אין", "לֹא", "בלי", "ולא"),
        ("המלך", "אל העיר", "שם", "בבוקר", "אשר"),
    ),
}


class Score(NamedTuple):
    """How many cases were made and how many of them a caution was given for."""

    warned: int
    of: int
    missed: list[str]

    @property
    def share(self) -> str:
        """Return the share as a figure of three places."""
        return f"{self.warned / self.of:.3f} ({self.of})" if self.of else "- (0)"


def _negation(cautions: Iterable[object]) -> bool:
    return any(getattr(one, "kind", "") == "negation" for one in cautions)


def _gap(dice: Dice, text: str, language: str, core: Span, *, within: bool = True) -> Span | None:
    """Return a gap about *core*, at limits of words, or None where the dice give none *within* a sentence."""
    reach = (
        _LONGEST // 8 if language == "zh" else _LONGEST // 2
    )  # a character of Chinese says as much as a word
    start, end = core.start - dice.between(0, reach), core.end + dice.between(0, reach)
    start, end = max(1, start), min(len(text) - 1, end)
    if language != "zh":
        while start > 1 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) - 1 and not text[end].isspace():
            end += 1
    margin = 3 if language == "zh" else 12
    if within and re.search(SIGNS[language].stops, text[max(0, start - margin) : end + margin]):
        return None
    return Span(start, end)


def misleading(dice: Dice, text: str, language: str, count: int, *, within: bool = True) -> list[Span]:
    """Return gaps that hide a negation, *within* a sentence or wherever they fall."""
    cores = [Span(*found.span()) for found in re.finditer(SIGNS[language].negation, text, re.IGNORECASE)]
    gaps: list[Span] = []
    for _ in range(count * _TRIES if cores else 0):
        if len(gaps) == count:
            break
        if gap := _gap(dice, text, language, dice.pick(cores), within=within):
            gaps.append(gap)
    return gaps


def honest(dice: Dice, text: str, language: str, lengths: list[int]) -> list[Span]:
    """Return gaps within sentences and of about these lengths that hide no negation."""
    gaps: list[Span] = []
    for length in lengths:
        for _ in range(_TRIES):
            place = dice.between(0, max(0, len(text) - length - 1))
            gap = _gap(dice, text, language, Span(place, place + max(1, length - _LONGEST // 2)))
            held = text[gap.start : gap.end] if gap else ""
            if gap and not re.search(SIGNS[language].any, held, re.IGNORECASE):
                gaps.append(gap)
                break
    return gaps


def whole_sentences(dice: Dice, text: str, language: str, count: int) -> list[Span]:
    """Return gaps that leave out one or two whole sentences with a negation."""
    stop = {"zh": "[。！？]\n?", "he": "׃[^\n]*\n"}.get(language, r"[.!?]\s+(?=[A-ZА-ЯÀ-Ü])|\n\s*\n\s*")
    ends = [found.end() for found in re.finditer(stop, text)]
    gaps: list[Span] = []
    for _ in range(count * _TRIES):
        if len(gaps) == count or len(ends) < 4:
            break
        first = dice.between(0, len(ends) - 3)
        gap = Span(ends[first], ends[first + dice.between(1, 2)])
        held = text[gap.start : gap.end]
        if len(held) < 500 and re.search(SIGNS[language].negation, held, re.IGNORECASE):
            gaps.append(gap)
    return gaps


def _cuts(dice: Dice, text: str, language: str, count: int) -> tuple[list[Span], list[Span]]:
    """Return passages that end right before a negation inside a sentence, and some that end anywhere inside one."""
    signs = SIGNS[language]
    before = [
        found.start() for found in re.finditer(rf"(?:\w+(?=n't))?(?:{signs.negation})", text, re.IGNORECASE)
    ]
    cut: list[Span] = []
    anywhere: list[Span] = []
    for _ in range(count * _TRIES if before else 0):
        if len(cut) < count:
            _add_passage(cut, text, language, dice.pick(before))
        if len(anywhere) < count:
            place = dice.between(100, len(text) - 100)
            while language != "zh" and not text[place].isspace():
                place += 1
            if not re.search(signs.any, text[place : place + 60], re.IGNORECASE):
                _add_passage(anywhere, text, language, place)
    return cut, anywhere


def _add_passage(passages: list[Span], text: str, language: str, end: int) -> None:
    start = max(0, end - 60)
    if not re.search(SIGNS[language].stops, text[end - 12 : end + 20]):
        passages.append(Span(start, len(text[:end].rstrip())))


def _score(text: str, cases: Iterable[Span], judge: Callable[[Span], bool], *, wanted: bool) -> Score:
    cases = list(cases)
    results = [(case, judge(case)) for case in cases]
    wrong = [" ".join(text[case.start : case.end + 30].split()) for case, told in results if told != wanted]
    return Score(sum(told for _, told in results), len(results), wrong)


def scores(name: str, text: str, seed: str, count: int) -> tuple[str, dict[str, Score]]:
    """Return the language of a text and its scores by the kind of case."""
    language = language_of(text)
    if language not in SIGNS:
        return "", {}
    dice = Dice(f"{seed} {name}")

    def gaps(gap: Span) -> bool:
        return _negation(hidden(text, gap, language))

    def any_kind(gap: Span) -> bool:
        return bool(hidden(text, gap, language))

    def cut(passage: Span) -> bool:
        return bool(around(text, passage, language, starts_marked=True, ends_marked=True))

    bad = misleading(dice, text, language, count)
    good = honest(dice, text, language, [gap.end - gap.start for gap in bad])
    across = misleading(dice, text, language, count, within=False)
    whole = whole_sentences(dice, text, language, count)
    before, anywhere = _cuts(dice, text, language, count)
    here = Span(0, 0)
    brackets = [_negation(inserted(word, here, language)) for word in SIGNS[language].brackets]
    others = [bool(inserted(word, here, language)) for word in SIGNS[language].honest_brackets]
    return language, {
        "gap hides a negation": _score(text, bad, gaps, wanted=True),
        "the same, anywhere": _score(text, across, gaps, wanted=True),
        "honest gap: negation": _score(text, good, gaps, wanted=False),
        "honest gap: any kind": _score(text, good, any_kind, wanted=False),
        "whole sentences": _score(text, whole, gaps, wanted=False),
        "cut before a negation": _score(text, before, cut, wanted=True),
        "cut anywhere": _score(text, anywhere, cut, wanted=False),
        "bracket adds one": Score(sum(brackets), len(brackets), []),
        "honest bracket": Score(sum(others), len(others), []),
    }


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of a folder with their names, pointed Hebrew a second time without its points."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8")
        yield path.name, text
        if re.search("[\u05b0-\u05bb]", text):
            yield f"{path.name} without points", re.sub("[\u0591-\u05bd\u05bf-\u05c2\u05c4-\u05c7]", "", text)


def main() -> int:
    """Print the scores of each text of a folder, and of all together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder with texts as .txt files")
    parser.add_argument("--seed", default="1", help="another seed makes other cases")
    parser.add_argument("--count", type=int, default=400, help="cases of each kind and text")
    parser.add_argument("--missed", type=int, default=0, help="how many wrong answers of each kind to show")
    given = parser.parse_args()
    total: dict[str, list[Score]] = {}
    for name, text in _texts(given.texts):
        begun = time.process_time()
        language, found = scores(name, text, given.seed, given.count)
        if not language:
            print(f"{name}: in none of the languages that there are negations for here")
            continue
        print(f"{name} ({language}), {time.process_time() - begun:.1f} s")
        for kind, score in found.items():
            print(f"  {kind:24}{score.share}")
            for wrong in score.missed[: given.missed]:
                print(f"      {wrong}")
            total.setdefault(kind, []).append(score)
    print("all")
    for kind, every in total.items():
        print(f"  {kind:24}{Score(sum(one.warned for one in every), sum(one.of for one in every), []).share}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
