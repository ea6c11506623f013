"""Benchmark of the verification of quotations: makes cases from books, has them judged, and scores the answers.

The outcome is a report and never a verdict for a script: the exit code is 0 (2 if there is nothing to score).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import ratios, run_in_turn
from benchmarks.quotations import report
from benchmarks.quotations.books import read_books
from benchmarks.quotations.generate import FAMILIES, cases, write
from benchmarks.quotations.scoring import answers, score
from benchmarks.quotations.sources import sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RECORD = Path(__file__).with_name("record.json")
_VERIFY = [sys.executable, "-m", "pincite", "verify", "--batch"]
_KROKAI = [sys.executable, "-m", "benchmarks.quotations.krokai_batch"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the cases of a folder of texts, judge them and print a report."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.record and (options.family or options.engine != "pincite" or options.only_write):
        parser.error("--record keeps a whole run of pincite: leave out --class, --engine and --only-write")
    books = read_books(options.texts) if options.texts.is_dir() else []
    if not books:
        print(f"no texts (*.txt) in a known language in {options.texts}", file=sys.stderr)
        return 2
    held = sources(books, options.seed)
    made = cases(held, options.seed, options.size, options.family)
    with tempfile.TemporaryDirectory(prefix="quotations-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        batch = write(folder, held, made)
        print(f"{len(made)} cases from {len(held)} sources, seed {options.seed}")
        if options.only_write:
            return 0
        given = _predictions(batch.resolve(), options)
        if given is None:
            return 2
        scores = score(made, answers(given.splitlines()))
        print("\n".join(report.lines(scores)))
        if options.misses:
            texts = {source.name: source.text for source in held}
            print("\n".join(report.misses(scores, texts, options.family)))
        if not options.family:
            print("\n".join(report.changes(_RECORD, scores, options.seed)))
        if options.against == "krokai":
            with _inside(folder):
                _compare(batch.resolve(), options.runs)
        if options.record:
            report.record(_RECORD, scores, options.seed)
            print(f"recorded in {_RECORD.name}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotations", description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of books: *.txt, provenance.json")
    parser.add_argument("--seed", default="1", help="another seed makes other cases")
    parser.add_argument("--size", type=float, default=1, help="make so many times the usual number of cases")
    parser.add_argument(
        "--class",
        dest="family",
        choices=[one.name for one in FAMILIES],
        metavar="CLASS",
        help="judge one class of cases only",
    )
    parser.add_argument("--misses", action="store_true", help="list all that is judged wrongly")
    parser.add_argument(
        "--predictions", type=Path, help="score these answers (JSONL) instead of asking pincite"
    )
    parser.add_argument("--engine", choices=["pincite", "krokai"], default="pincite", help="whom to ask")
    parser.add_argument("--against", choices=["krokai"], help="time pincite and this peer in turn")
    parser.add_argument("--runs", type=int, default=1, help="pairs of timed runs")
    parser.add_argument(
        "--record", action="store_true", help="record this run, for later ones to be compared"
    )
    parser.add_argument(
        "--keep", type=Path, help="write sources and batch to this folder and leave them there"
    )
    parser.add_argument("--only-write", action="store_true", help="write them and judge nothing")
    return parser


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Run commands in the folder of the sources, with modules found where this process finds them."""
    before, modules = Path.cwd(), os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(str(Path(one).resolve()) for one in sys.path)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        if modules is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = modules


def _predictions(batch: Path, options: argparse.Namespace) -> str | None:
    """Return the answers to the batch as text, None where they cannot be had (said on stderr)."""
    if options.predictions:
        return str(options.predictions.read_text("utf-8"))
    command = [*(_VERIFY if options.engine == "pincite" else _KROKAI), str(batch)]
    with _inside(batch.parent):
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if not done.stdout.strip():
        print(f"{' '.join(command)} gave no answer:\n{done.stderr[-2000:]}", file=sys.stderr)
        return None
    return done.stdout


def _compare(batch: Path, runs: int) -> None:
    ours, peer = run_in_turn([*_VERIFY, str(batch)], [*_KROKAI, str(batch)], runs)
    if peer is None:
        return
    print(
        f"pincite {ours.wall:.2f} s wall, {ours.cpu:.2f} s cpu, {ours.peak:.0f} MiB, exit {ours.exit_codes}"
    )
    print(
        f"krokai  {peer.wall:.2f} s wall, {peer.cpu:.2f} s cpu, {peer.peak:.0f} MiB, exit {peer.exit_codes}"
    )
    found = ratios(ours, peer)
    middle = found[len(found) // 2]
    print(
        f"ratio cpu {' '.join(f'{one:.3f}' for one in found)}  {'within' if middle <= 0.1 else 'MISSES'} bar: at most 0.1"
    )


if __name__ == "__main__":
    sys.exit(main())
