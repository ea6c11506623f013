"""Score what the converter makes of annotated articles, and print gains and losses against the last recorded run.

The outcome is a report and never a verdict for a script: the exit code is 0 (2 if there is nothing to score).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.annotated import UnavailableError, annotated_articles
from benchmarks.comparison import MEASURES, Count, compare, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.annotated import Annotated
    from benchmarks.comparison import Comparison

_ARTICLES = Path("tests/converter/articles")
_RECORD = Path("benchmarks/articles.json")
_COLUMNS = ("block", "inline", "exact", "linked", "F1", "whole", "images", "leads", "front")
"""Headings of the measures, in their order."""

Scores = dict[str, dict[str, Count]]
"""Counts by measure, by the article's file name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the articles of a folder and print a report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.articles", description=__doc__)
    parser.add_argument("--folder", type=Path, default=_ARTICLES, help="articles beside their .gold.json")
    parser.add_argument("--against", type=Path, default=_RECORD, help="the recorded run to compare with")
    parser.add_argument("--record", action="store_true", help="record this run there")
    parser.add_argument("--misses", action="store_true", help="list all that is not as annotated")
    options = parser.parse_args(arguments)
    articles = annotated_articles(options.folder)
    if not articles:
        print(f"no annotated articles in {options.folder}", file=sys.stderr)
        return 2
    comparisons = _compared(articles)
    _print_table(comparisons)
    if options.misses:
        for name, one in comparisons.items():
            print("\n".join([f"\n{name}", *(f"  {miss}" for miss in one.misses)]))
    scores = {name: one.counts for name, one in comparisons.items()}
    _print_changes(_recorded(options.against), scores)
    if options.record:
        options.against.write_text(written(scores), "utf-8")
        print(f"recorded in {options.against}")
    return 0


def _compared(articles: list[Annotated]) -> dict[str, Comparison]:
    """Return the comparison of each article that can be read, and print why another cannot."""
    found = {article.name: _comparison(article) for article in articles}
    return {name: comparison for name, comparison in found.items() if comparison is not None}


def _comparison(article: Annotated) -> Comparison | None:
    try:
        return compare(article.gold(), article.document())
    except UnavailableError as error:
        print(f"skipped {article.name}: {error}")
        return None


def _print_table(comparisons: Mapping[str, Comparison]) -> None:
    whole = total(list(comparisons.values()))
    rows = [
        ["", *_COLUMNS],
        *([name, *map(_cell, MEASURES, one.counts.values())] for name, one in comparisons.items()),
        ["in total", *map(_cell, MEASURES, whole.counts.values())],
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    print("right/annotated +false; the fields in total, F1 (right/annotated +false):")
    for name, count in whole.fields.items():
        print(f"  {name:16} {count.f1:.3f} ({count})")


def _cell(measure: str, count: Count) -> str:
    return f"{count.f1:.3f}" if measure == "fields" else str(count)


def _recorded(path: Path) -> Scores:
    if not path.exists():
        return {}
    listed: dict[str, dict[str, list[int]]] = json.loads(path.read_text("utf-8"))
    return {
        name: {measure: Count(*figures) for measure, figures in counts.items()}
        for name, counts in listed.items()
    }


def changes(before: Scores, now: Scores) -> list[str]:
    """Return one line for each measure of an article that is better or worse than before."""
    lines = []
    for name, counts in now.items():
        for measure, count in counts.items():
            then = before.get(name, {}).get(measure)
            if then is None or then == count:
                continue
            word = "gain" if count.f1 > then.f1 else "loss" if count.f1 < then.f1 else "moved"
            lines.append(f"{word}: {name}, {measure} {then} -> {count}")
    return sorted(lines)


def _print_changes(before: Scores, now: Scores) -> None:
    new = sorted(now.keys() - before.keys())
    if new:
        print(f"not in the recorded run: {', '.join(new)}")
    lines = changes(before, now)
    print("\n".join(lines) if lines else "no gains and no losses against the recorded run")


def written(scores: Scores) -> str:
    """Return a run as it is recorded: an article a line, its counts by measure as right, annotated, false."""
    lines = [
        f"{json.dumps(name)}: {json.dumps(counts, sort_keys=True)}" for name, counts in sorted(scores.items())
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
