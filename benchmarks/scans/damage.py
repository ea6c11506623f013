"""How well the judge of scans tells misread words from other words: ``python -m benchmarks.scans.damage``.

Books (``--texts DIR``) are damaged by a noise whose kinds and proportions the judge does not know, and real pages are
rendered and read by Tesseract where that is installed. Told are the shares of misread words that are explained, of
other words that are excused, and of whole quotations taken for the same words: a quotation is, if each of its
differing words is explained.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance.Levenshtein import normalized_distance

from benchmarks.scans.misquotes import CHANGES, Words
from benchmarks.scans.noise import ALIKE, FINAL, TUNING, damage
from benchmarks.scans.pages import available, passages, read_page
from benchmarks.scans.passages import PASSAGES
from benchmarks.scans.words import differing, matched
from benchmarks.words import Dice
from pincite.verifier.damage import Damage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.printing import Printed
    from benchmarks.scans.noise import Noise

_NOISES = {"tuning": TUNING, "final": FINAL, "alike": ALIKE}
RATES = (0.01, 0.02, 0.03, 0.05)
LENGTH = 170
PAGES = 2
ILLEGIBLE = 0.15
"""Share of letters read wrongly beyond which nobody would look for a quotation there."""
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")


class Score(NamedTuple):
    """Numbers of quotations or words that were taken for the same words, by class, with how many there were."""

    taken: Counter[str]
    all: Counter[str]

    def note(self, name: str, *, taken: bool) -> None:
        """Count one."""
        self.all[name] += 1
        self.taken[name] += taken

    def share(self, names: Iterable[str]) -> str:
        """Return the share of some classes together as text."""
        names = list(names)
        number = sum(self.all[name] for name in names)
        return f"{sum(self.taken[name] for name in names) / number:.3f}" if number else "  -  "


def book(path: Path, random: Random) -> str:
    """Return the text of a book, Hebrew without its points, with invented years and sums strewn in."""
    text = _POINTS.sub("", path.read_text("utf-8")).replace(" \u05be ", " ")
    if not re.search(r"\w \w", text[:400]):
        return text
    words = re.split(r"( )", text)
    for index in range(0, len(words), 160):
        words[index] = f"{words[index]} {random.randrange(1500, 1990)}"
    return "".join(words)


def score_quotations(
    text: str, damaged: Printed, judge: Damage, random: Random, number: int
) -> tuple[Score, Counter[tuple[str, str, str]]]:
    """Hold quotations against a damaged text: as they are, and with each of the changes made to one word of them."""
    score = Score(Counter(), Counter())
    wrong: Counter[tuple[str, str, str]] = Counter()
    words = Words(text)
    for _ in range(number):
        start = random.randrange(len(text) - 2 * LENGTH)
        start = _gap(text, start)
        end = _gap(text, start + LENGTH)
        printed = damaged.text[slice(*damaged.place(start, end))]
        quotation = " ".join(text[start:end].split())
        _hold(quotation, printed, judge, "same", score=score, wrong=wrong)
        for name, change in CHANGES.items():
            changed = change(quotation, words, random)
            if changed and changed != quotation:
                _hold(changed, printed, judge, name, score=score, wrong=wrong)
    return score, wrong


def _gap(text: str, start: int) -> int:
    space = re.compile(r"\s").search(text, start)
    return space.end() if space and space.end() - start < LENGTH else start


def _hold(
    quotation: str,
    printed: str,
    judge: Damage,
    name: str,
    *,
    score: Score,
    wrong: Counter[tuple[str, str, str]],
) -> None:
    pairs = differing(quotation, printed)
    answers = [judge.explains(one, other, before=left, after=right) for one, other, left, right in pairs]
    score.note(name, taken=all(answers))
    for (one, other, _, _), answer in zip(pairs, answers, strict=True):
        if name == "same":
            score.note("word", taken=answer)
        if (name == "same" and not answer) or (name != "same" and all(answers)):
            wrong[name, one, other] += 1


def measure(
    paths: Sequence[Path], noise: Noise, seed: int, number: int, *, scanned: bool, misses: int
) -> None:
    """Print the figures of all books at each rate of damage."""
    names = list(CHANGES)
    print(
        f"{'book':20}{'rate':>6}{'share':>7}{'words':>7}{'same':>7}  | "
        + " ".join(f"{name[:9]:>9}" for name in names)
    )
    for rate in RATES:
        total = Score(Counter(), Counter())
        for path in paths:
            random = Random(f"{seed} {rate} {path.stem}")
            text = book(path, random)
            damaged = damage(text, noise, rate, Dice(f"{seed} {rate} {path.stem} noise"))
            judge = Damage(damaged.text, scanned=scanned)
            score, wrong = score_quotations(text, damaged, judge, random, number)
            total.all.update(score.all)
            total.taken.update(score.taken)
            _print_row(path.stem, rate, judge.share(), score, names)
            for (name, one, other), times in wrong.most_common(misses):
                print(f"    {name}: {one!r} / {other!r} {times}")
        _print_row("all", rate, 0.0, total, names)


def measure_pages(seed: int, *, misses: int) -> None:
    """Print the figures of rendered pages as Tesseract reads them: each sentence and each of its changes is held against them."""
    names = list(CHANGES)
    total = Score(Counter(), Counter())
    for language in PASSAGES:
        random = Random(f"{seed} {language}")
        score = Score(Counter(), Counter())
        wrong: Counter[tuple[str, str, str]] = Counter()
        texts = [passages(language, random, 20) for _ in range(PAGES)]
        read = [read_page(language, text, 17, random.uniform(0.1, 0.4), random) for text in texts]
        judge = Damage("\n".join(read), scanned=True)
        words = Words(" ".join(texts))
        for text, shown in zip(texts, read, strict=True):
            for quotation, printed in matched(text, " ".join(shown.split()), LENGTH):
                if normalized_distance(quotation, printed) > ILLEGIBLE:
                    continue
                _hold(quotation, printed, judge, "same", score=score, wrong=wrong)
                for name, change in CHANGES.items():
                    changed = change(quotation, words, random)
                    if changed and changed != quotation:
                        _hold(changed, printed, judge, name, score=score, wrong=wrong)
        _print_row(f"page {language}", 0.0, judge.share(), score, names)
        for (name, one, other), times in wrong.most_common(misses):
            print(f"    {name}: {one!r} / {other!r} {times}")
        total.all.update(score.all)
        total.taken.update(score.taken)
    _print_row("pages", 0.0, 0.0, total, names)


def _print_row(title: str, rate: float, share: float, score: Score, names: Sequence[str]) -> None:
    cells = " ".join(f"{score.share([name]):>9}" for name in names)
    print(
        f"{title[:19]:20}{rate:6.2f}{share:7.3f}{score.share(['word']):>7}{score.share(['same']):>7}  | {cells}"
        f"  all changes {score.share(names)}"
    )


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of texts, one file each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noise", choices=_NOISES, default="final")
    parser.add_argument("--number", type=int, default=150, help="quotations from each text at each rate")
    parser.add_argument("--scanned", action="store_true", help="tell the judge that the texts are scans")
    parser.add_argument("--misses", type=int, default=0, help="wrong answers to show for each text")
    parser.add_argument(
        "--pages", action="store_true", help="rendered pages read by Tesseract instead of books"
    )
    parser.add_argument("--only", default="", help="texts whose name begins so")
    options = parser.parse_args()
    paths = [path for path in sorted(options.texts.glob("*.txt")) if path.stem.startswith(options.only)]
    if options.pages:
        if not available():
            parser.error("pages need the tesseract command and the DejaVu fonts")
        measure_pages(options.seed, misses=options.misses)
        return
    measure(
        paths,
        _NOISES[options.noise],
        options.seed,
        options.number,
        scanned=options.scanned,
        misses=options.misses,
    )


if __name__ == "__main__":
    main()
