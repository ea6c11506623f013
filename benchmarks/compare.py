"""Compare ``pincite check`` with two schema checkers on the benchmark data, in turn, and set the figures beside the bars.

The outcome is a report and never a verdict for a script: the exit code is 0 whether or not a bar is held.
"""

from __future__ import annotations

import argparse
import json
import platform
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Literal

from benchmarks.measure import Cost, Limits, Series, ratios, run, run_in_turn

CHECK_JSONSCHEMA, SOURCEMETA = "check-jsonschema", "sourcemeta"
INSTALL_PEERS = "python -m venv peer && peer/bin/pip install check-jsonschema sourcemeta-jsonschema  (then: --peer-venv peer)"
BOMB_LIMITS = Limits(seconds=10, address_space=4 * 1024**3)
CLEAN, FINDINGS = 0, 1

Group = Literal["cold", "many", "json", "warm", "long", "bomb"]


@dataclass(frozen=True)
class Case:
    """One input; ``peer`` is who else is given it, if anybody can read it.

    ``path`` is relative to the data folder; a folder is given to the peer as the list of its files. With
    ``parsable`` both commands are given the files that are no broken JSON: the first of those ends sourcemeta's run.
    With ``warm`` pincite knows from the run that warms up what is in the files; without, nothing is kept.
    """

    name: str
    group: Group
    path: str
    expected_exit: int
    peer: str | None = CHECK_JSONSCHEMA
    peer_exit: int | None = None
    parsable: bool = False
    warm: bool = False


@dataclass(frozen=True)
class Bar:
    """A figure of one case and the limit it is meant to hold."""

    case: str
    figure: Literal["cpu ratio", "peak MiB", "wall s", "cpu s"]
    limit: float


@dataclass(frozen=True)
class Result:
    """The runs of one case."""

    case: Case
    ours: Series
    peer: Series | None

    def figure(self, name: str) -> float | None:
        """Return the figure a bar is about, or nothing if the peer is needed for it and absent."""
        if name == "cpu ratio":
            return median(ratios(self.ours, self.peer)) if self.peer else None
        return {"peak MiB": self.ours.peak, "wall s": self.ours.wall, "cpu s": self.ours.cpu}[name]


CASES = (
    Case("one article, YAML", "cold", "one/article.pincite.yaml", CLEAN),
    Case("one article, JSON", "cold", "one/article.pincite.json", CLEAN),
    Case("many articles, YAML", "many", "many-yaml", FINDINGS),
    Case(
        "many articles, YAML, known", "warm", "many-yaml", FINDINGS, SOURCEMETA, 2, parsable=True, warm=True
    ),
    Case("many articles, JSON", "json", "many-json", FINDINGS, SOURCEMETA, 2, parsable=True),
    Case("dataset, small records", "json", "records.pincite.jsonl", CLEAN, SOURCEMETA),
    Case("dataset, a tenth of them", "json", "few.pincite.jsonl", CLEAN, SOURCEMETA),
    Case("dataset, whole articles", "many", "many.pincite.jsonl", FINDINGS, None),
    Case("article of 3,000 quotations", "long", "long/article.pincite.yaml", CLEAN),
    Case("alias bomb", "bomb", "bomb/bomb.pincite.yaml", FINDINGS),
)
BARS = (
    Bar("one article, YAML", "cpu ratio", 0.30),
    Bar("many articles, YAML", "cpu ratio", 0.06),
    Bar("many articles, YAML", "peak MiB", 64),
    Bar("many articles, YAML, known", "cpu ratio", 1),
    Bar("many articles, JSON", "cpu ratio", 4),
    Bar("dataset, small records", "cpu ratio", 5),
    Bar("article of 3,000 quotations", "cpu s", 3),
    Bar("alias bomb", "wall s", 0.2),
)


def peer_commands(options: argparse.Namespace) -> dict[str, list[str]]:
    """Return the start of each peer's command line, without those that are not installed (said on stderr)."""
    folder = str(options.peer_venv / "bin") if options.peer_venv else None
    found = {}
    program = shutil.which(CHECK_JSONSCHEMA, path=folder)
    if program is not None:
        found[CHECK_JSONSCHEMA] = [program, "--schemafile", str(options.schema)]
    program = native_sourcemeta(shutil.which("python", path=folder))
    if program is not None:
        found[SOURCEMETA] = [program, "validate", "--continue", str(options.schema)]
    for name in (CHECK_JSONSCHEMA, SOURCEMETA):
        if name not in found:
            where = folder or "the PATH"
            print(f"{name} was not found in {where}. To install both:\n  {INSTALL_PEERS}", file=sys.stderr)
    return found


def native_sourcemeta(python: str | None) -> str | None:
    """Return the path of sourcemeta's native program inside its package: its Python wrapper would cost more than it."""
    if python is None:
        return None
    code = "import pathlib, sourcemeta_jsonschema as package; print(pathlib.Path(package.__file__).parent)"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    system = {"linux": "linux", "darwin": "darwin"}.get(sys.platform, sys.platform)
    machine = {"x86_64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}.get(platform.machine(), "")
    program = Path(done.stdout.strip() or ".") / f"jsonschema-{system}-{machine}"
    if not program.is_file():
        return None
    program.chmod(program.stat().st_mode | 0o111)  # its wheel ships it without
    return str(program)


def files_of(path: Path, broken: set[str]) -> list[str]:
    """Return the path itself, or the files in it if it is a folder, in order, without the broken ones."""
    if not path.is_dir():
        return [str(path)]
    return [str(file) for file in sorted(path.iterdir()) if file.name.partition(".")[0] not in broken]


def measure_case(case: Case, options: argparse.Namespace, peers: dict[str, list[str]]) -> Result:
    """Run both commands on one case as often as asked."""
    path: Path = options.data / case.path
    kinds: dict[str, str] = json.loads((options.data / "faults.json").read_text("utf-8"))
    broken = {name for name, kind in kinds.items() if kind == "broken-syntax"} if case.parsable else set()
    files = files_of(path, broken)
    ours = [*shlex.split(options.pincite), *(files if case.parsable else [str(path)])]
    with TemporaryDirectory() as kept:
        return measured(
            case, options, peers, ["env", f"PINCITE_CACHE={kept if case.warm else ''}", *ours], files
        )


def measured(
    case: Case, options: argparse.Namespace, peers: dict[str, list[str]], ours: list[str], files: list[str]
) -> Result:
    """Run our command, and the peer's on some files, as often as asked."""
    theirs = [*peers[case.peer], *files] if case.peer in peers else None
    if case.group == "bomb":
        # The peer would go on until the memory is full: one run with limits shows what there is to show.
        once: Cost | None = run(theirs, BOMB_LIMITS) if theirs else None
        run(ours, BOMB_LIMITS)
        runs = tuple(run(ours, BOMB_LIMITS) for _ in range(options.runs))
        return Result(case, Series(runs), Series((once,)) if once else None)
    count: int = options.runs if case.group == "cold" else options.many_runs
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
            lines.append(cells(str(result.case.peer), result, result.peer, "-" if shown == "-" else "1"))
    return lines


def verdict(bar: Bar, result: Result) -> str:
    """Return whether the bar is held, or why that cannot be said."""
    figure = result.figure(bar.figure)
    case = result.case
    if figure is None:
        return f"not measured: no {case.peer}"
    wanted = {"pincite": (result.ours, case.expected_exit)}
    if bar.figure == "cpu ratio" and result.peer:
        peer_exit = case.expected_exit if case.peer_exit is None else case.peer_exit
        wanted[str(case.peer)] = (result.peer, peer_exit)
    for name, (series, expected) in wanted.items():
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
    add("--peer-venv", type=Path, help="virtual environment with the peers (default: the PATH)")
    add("--runs", type=positive, default=15, help="runs of the quick cases (%(default)s)")
    add("--many-runs", type=positive, default=3, help="runs of the longer cases (%(default)s)")
    add("--only", choices=("cold", "many", "json", "warm", "long", "bomb"), help="measure one group of cases")
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
    peers = peer_commands(options)
    programs = "; ".join(version_of(command) for command in (ours, *peers.values()))
    print(f"{programs}; Python {platform.python_version()}; {platform.platform()}\n")
    results: list[Result] = []
    for case in cases:
        print(f"measuring {case.name} …", file=sys.stderr)
        results.append(measure_case(case, options, peers))
    print("\n".join([*run_table(results), "", *bar_table(results)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
