"""The figures of a run as text, and what has become of them since the run that is recorded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from benchmarks.quotations.scoring import Judged, Scores

_BARS = {
    "precision": ("at least", 0.995),
    "F1": ("at least", 0.99),
    "near found": ("at least", 0.80),
    "misquotes called near": ("at most", 0.03),
    "misleading, warned": ("at least", 0.95),
    "passage located": ("at least", 0.95),
}


def figures(scores: Scores) -> dict[str, float]:
    """Return the figures by their names, in the order of the report."""
    return {
        "precision": scores.accepted.value,
        "recall": scores.found.value,
        "F1": scores.f1,
        "near found": scores.near.value,
        "misquotes called near": scores.called_near.value,
        "misleading, warned": scores.warned.value,
        "passage located": scores.located.value,
        "three-way": scores.three_way.value,
    }


def lines(scores: Scores) -> Iterator[str]:
    """Yield the report: figures with their bars, families, languages, and accepted misquotes that change a sense."""
    shares = {
        "precision": scores.accepted, "recall": scores.found, "near found": scores.near,
        "misquotes called near": scores.called_near, "misleading, warned": scores.warned,
        "passage located": scores.located, "three-way": scores.three_way,
    }  # fmt: skip
    for name, value in figures(scores).items():
        yield f"{name:24} {shares.get(name, f'{value:.3f}')}{_bar(name, value)}"
    yield "\nright by class (a misquote called near or left undecided is wrong):"
    for family, share in scores.families.items():
        yield f"  {family:34} {share}"
    yield "right by language:"
    for language, share in scores.languages.items():
        yield f"  {language:34} {share}"
    yield "near found by language:"
    for language, share in scores.near_languages.items():
        yield f"  {language:34} {share}"
    yield f"accepted though a negation, number, date, name or sign is wrong: {len(scores.grave)}"
    for case in scores.grave:
        yield f"  {case.id}"


def _bar(name: str, value: float) -> str:
    if name not in _BARS:
        return ""
    side, limit = _BARS[name]
    held = value >= limit if side == "at least" else value <= limit
    return f"  {'within' if held else 'MISSES'} bar: {side} {limit}"


def misses(scores: Scores, texts: Mapping[str, str], family: str | None) -> Iterator[str]:
    """Yield what was judged wrongly, or not found where it stands, with the source's words."""
    for one in scores.judged:
        wrong_place = one.case.group == "misquote" and one.located is False
        if (not one.right or wrong_place) and (family is None or one.case.family == family):
            yield from _miss(one, texts[one.case.source])


def _miss(one: Judged, text: str) -> Iterator[str]:
    case, answer = one.case, one.answer
    yield f"\n{case.id} is {case.group}, called {answer.verdict} {' '.join(answer.warnings)}".rstrip()
    yield f"  quoted  {case.text!r}"
    if case.start is not None:
        yield f"  printed {text[case.start : case.end]!r} [{case.start}:{case.end}]"
    if answer.start is not None and (answer.start, answer.end) != (case.start, case.end):
        yield f"  found   {text[answer.start : answer.end][:400]!r} [{answer.start}:{answer.end}]"


def changes(path: Path, scores: Scores, seed: str) -> Iterator[str]:
    """Yield gains and losses against the recorded run, by class."""
    if not path.is_file():
        yield f"no recorded run in {path.name}; --record keeps this one"
        return
    recorded = json.loads(path.read_text("utf-8"))
    if recorded["seed"] != seed:
        yield f"the recorded run has seed {recorded['seed']}, and so other cases"
    for name, value in figures(scores).items():
        before = recorded["figures"].get(name)
        if before is not None and round(value, 4) != before:
            yield f"{name}: {before} -> {value:.4f}"
    for family, share in scores.families.items():
        before = recorded["classes"].get(family)
        if before is not None and before != [share.right, share.all]:
            word = "gain" if share.right * before[1] > before[0] * share.all else "loss"
            yield f"{word}: {family} {before[0]}/{before[1]} -> {share.right}/{share.all}"


def record(path: Path, scores: Scores, seed: str) -> None:
    """Write the run to be compared with later."""
    content = {
        "seed": seed,
        "figures": {name: round(value, 4) for name, value in figures(scores).items()},
        "classes": {family: [share.right, share.all] for family, share in scores.families.items()},
    }
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
