"""Compare ``pincite check`` with check-jsonschema on the benchmark data, in turn, and set the figures beside the bars.

The outcome is a report and never a verdict for a script: the exit code is 0 whether or not a bar is held.
"""

from __future__ import annotations

import argparse
import platform
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Literal

from benchmarks.measure import Cost, Limits, Series, ratios, run, run_in_turn

INSTALL_PEER = "python -m venv peer && peer/bin/pip install check-jsonschema  (then: --peer-venv peer)"
BOMB_LIMITS = Limits(seconds=10, address_space=4 * 1024**3)
CLEAN, FINDINGS = 0, 1

Group = Literal["cold", "many", "bomb"]


@dataclass(frozen=True)
class Case:
    """One input both commands are given; ``peer_reads`` is false where check-jsonschema has no reader for it.

    ``path`` is relative to the data folder; a folder is given to check-jsonschema as the list of its files.
    """

    name: str
    group: Group
    path: str
    expected_exit: int
    peer_reads: bool = True


@dataclass(frozen=True)
class Bar:
    """A figure of one case and the limit it is meant to hold."""

    case: str
    figure: Literal["cpu ratio", "peak MiB", "wall s"]
    limit: float


@dataclass(frozen=True)
class Result:
    """The runs of one case."""

    case: Case
    ours: Series
    peer: Series | None

    def figure(self, name: str) -> float | None:
        """Return the figure a bar is about, or nothing if the peer is needed for it and absent."""
        if name == "peak MiB":
            return self.ours.peak
        if name == "wall s":
            return self.ours.wall
        return median(ratios(self.ours, self.peer)) if self.peer else None


CASES = (
    Case("one article, YAML", "cold", "one/article.pincite.yaml", CLEAN),
    Case("one article, JSON", "cold", "one/article.pincite.json", CLEAN),
    Case("many articles, YAML", "many", "many-yaml", FINDINGS),
    Case("many articles, JSON", "many", "many-json", FINDINGS),
    Case("dataset, JSON Lines", "many", "many.pincite.jsonl", FINDINGS, peer_reads=False),
    Case("alias bomb", "bomb", "bomb/bomb.pincite.yaml", FINDINGS),
)
BARS = (
    Bar("one article, YAML", "cpu ratio", 0.40),
    Bar("many articles, YAML", "cpu ratio", 0.08),
    Bar("many articles, YAML", "peak MiB", 64),
    Bar("alias bomb", "wall s", 0.2),
)


def peer_command(options: argparse.Namespace) -> list[str] | None:
    """Return the start of the peer's command line, or nothing, said on stderr, if it is not installed."""
    folder = str(options.peer_venv / "bin") if options.peer_venv else None
    program = shutil.which("check-jsonschema", path=folder)
    if program is None:
        where = folder or "the PATH"
        print(f"check-jsonschema was not found in {where}. To install it:\n  {INSTALL_PEER}", file=sys.stderr)
        return None
    return [program, "--schemafile", str(options.schema)]


def files_of(path: Path) -> list[str]:
    """Return the path itself, or the files in it if it is a folder, in order."""
    return [str(file) for file in sorted(path.iterdir())] if path.is_dir() else [str(path)]


def measure_case(case: Case, options: argparse.Namespace, peer: list[str] | None) -> Result:
    """Run both commands on one case as often as asked."""
    path: Path = options.data / case.path
    ours = [*shlex.split(options.pincite), str(path)]
    theirs = [*peer, *files_of(path)] if peer and case.peer_reads else None
    if case.group == "bomb":
        # The peer would go on until the memory is full: one run with limits shows what there is to show.
        once: Cost | None = run(theirs, BOMB_LIMITS) if theirs else None
        run(ours, BOMB_LIMITS)
        runs = tuple(run(ours, BOMB_LIMITS) for _ in range(options.runs))
        return Result(case, Series(runs), Series((once,)) if once else None)
    count: int = options.many_runs if case.group == "many" else options.runs
    return Result(case, *run_in_turn(ours, theirs, count))


def ended(series: Series) -> str:
    """Return how the runs ended: their exit codes, or the signal they were killed with."""
    return ", ".join(f"killed ({-code})" if code < 0 else str(code) for code in series.exit_codes)


def cells(name: str, result: Result, series: Series, ratio: str) -> str:
    """Return one row of the table of runs."""
    figures = f"{series.cpu:.3f} | {series.wall:.3f} | {series.peak:.0f} | {ratio} | {ended(series)}"
    return f"| {result.case.name} | {name} | {len(series.costs)} | {figures} |"


def run_table(results: list[Result]) -> list[str]:
    """Return the table of what was measured, in Markdown."""
    lines = [
        "| input | command | runs | cpu s | wall s | peak MiB | ratio cpu (min median max) | exit |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- | --- |",
    ]
    for result in results:
        shown = "-"
        # The peer's run on the bomb is cut short, so a ratio to it would mean nothing.
        if result.peer and result.case.group != "bomb":
            pairs = ratios(result.ours, result.peer)
            shown = f"{pairs[0]:.3f} **{median(pairs):.3f}** {pairs[-1]:.3f}"
        lines.append(cells("pincite", result, result.ours, shown))
        if result.peer:
            lines.append(cells("check-jsonschema", result, result.peer, "-" if shown == "-" else "1"))
    return lines


def verdict(bar: Bar, result: Result) -> str:
    """Return whether the bar is held, or why that cannot be said."""
    figure = result.figure(bar.figure)
    if figure is None:
        return "not measured: no check-jsonschema"
    expected = result.case.expected_exit
    compared = {"pincite": result.ours}
    if bar.figure == "cpu ratio" and result.peer:
        compared["check-jsonschema"] = result.peer
    for name, series in compared.items():
        # A command that crashes is fast: its figures must not pass for a success.
        if series.exit_codes != (expected,):
            return f"not comparable: {name} ended with {ended(series)}, expected {expected}"
    return "within bar" if figure <= bar.limit else "over bar"


def bar_table(results: list[Result]) -> list[str]:
    """Return the table of bars, in Markdown."""
    lines = ["| input | figure | bar | measured | outcome |", "| --- | --- | ---: | ---: | --- |"]
    by_name = {result.case.name: result for result in results}
    for bar in BARS:
        if bar.case in by_name:
            result = by_name[bar.case]
            figure = result.figure(bar.figure)
            measured = "-" if figure is None else f"{figure:.3g}"
            outcome = verdict(bar, result)
            lines.append(f"| {bar.case} | {bar.figure} | ≤ {bar.limit:g} | {measured} | {outcome} |")
    return lines


def version_of(command: list[str]) -> str:
    """Return what a program says of its version."""
    done = subprocess.run([command[0], "--version"], capture_output=True, text=True, check=False)
    return (
        done.stdout.strip()
        if done.returncode == 0 and done.stdout.strip()
        else f"{command[0]} (version unknown)"
    )


def positive(text: str) -> int:
    """Read a whole number above zero."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def arguments() -> argparse.Namespace:
    """Read the command line."""
    here = Path(__file__).resolve().parent
    schema = here.parent / "schema" / "document.schema.json"
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, default=here / "data", help="what generate wrote (%(default)s)")
    add("--pincite", default="pincite check", help="the command under test (%(default)s)")
    add("--schema", type=Path, default=schema, help="the schema given to check-jsonschema")
    add("--peer-venv", type=Path, help="virtual environment with check-jsonschema (default: the PATH)")
    add("--runs", type=positive, default=15, help="runs of the quick cases (%(default)s)")
    add("--many-runs", type=positive, default=3, help="runs of the cases with many articles (%(default)s)")
    add("--only", choices=("cold", "many", "bomb"), help="measure one group of cases")
    return parser.parse_args()


def main() -> int:
    """Measure and print; return 2 if there is nothing to measure."""
    options = arguments()
    ours = shlex.split(options.pincite)
    if shutil.which(ours[0]) is None:
        print(f"{ours[0]!r} was not found; name it with --pincite", file=sys.stderr)
        return 2
    cases = [case for case in CASES if options.only in (None, case.group)]
    absent = [case.path for case in cases if not (options.data / case.path).exists()]
    if absent:
        print(f"{options.data} has no {', '.join(absent)}; run benchmarks.generate first", file=sys.stderr)
        return 2
    peer = peer_command(options)
    programs = "; ".join(version_of(command) for command in (ours, peer) if command)
    print(f"{programs}; Python {platform.python_version()}; {platform.platform()}\n")
    results: list[Result] = []
    for case in cases:
        print(f"measuring {case.name} …", file=sys.stderr)
        results.append(measure_case(case, options, peer))
    print("\n".join([*run_table(results), "", *bar_table(results)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
