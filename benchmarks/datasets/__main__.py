"""``python -m benchmarks.datasets``: time and memory of ``pincite dataset build``, beside parsing and writing the same data."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.datasets.documents import documents
from benchmarks.measure import Cost, run

DATA = Path(__file__).resolve().parents[1] / "data" / "datasets"
WAYS = {"no-check": ["--no-check"], "check": []}
"""The ways to build, with their options."""


class Reference(NamedTuple):
    """Seconds of processor time: to parse the file, to make tables of Python's values, to write these as Parquet."""

    parse: float
    arrays: float
    parquet: float

    @property
    def strict(self) -> float:
        """Return the seconds without making the tables."""
        return self.parse + self.parquet

    @property
    def whole(self) -> float:
        """Return all seconds."""
        return self.strict + self.arrays


def build(source: Path, out: Path, options: list[str]) -> Cost:
    """Build a dataset anew, and return what it cost."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "pincite", "dataset", "build", str(source), "-o", str(out), "--isolated"]
    cost = run([*command, *options])
    if cost.exit_code != 0:
        raise SystemExit(f"the build ended with {cost.exit_code}")
    return cost


def reference(source: Path, dataset: Path) -> Reference:
    """Measure what a build is set beside."""
    command = [sys.executable, "-m", "benchmarks.datasets.reference", str(source), str(dataset)]
    return Reference(**json.loads(subprocess.run(command, check=True, capture_output=True).stdout))


def main() -> None:
    """Measure each way in turn with the reference, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000, metavar="N", help="documents (%(default)s)")
    parser.add_argument("--runs", type=int, default=1, metavar="N", help="runs of each (%(default)s)")
    parser.add_argument("--only", choices=WAYS, help="one way to build")
    chosen = parser.parse_args()
    source = documents(DATA, chosen.documents)
    size = source.stat().st_size
    print(f"{chosen.documents:,} documents, {size / 1e6:,.0f} MB")
    print(
        "| build | cpu s | wall s | peak MiB | parse s | arrays s | parquet s | to parse + parquet | to all three |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with TemporaryDirectory(dir=DATA) as folder:
        out = Path(folder) / "out"
        for way in WAYS if chosen.only is None else [chosen.only]:
            for _ in range(chosen.runs):
                cost = build(source, out, WAYS[way])
                beside = reference(source, out)
                figures = [f"{cost.cpu:.1f}", f"{cost.wall:.1f}", f"{cost.peak:.0f}"]
                figures += [f"{seconds:.2f}" for seconds in beside]
                figures += [f"{cost.cpu / seconds:.2f}" for seconds in (beside.strict, beside.whole)]
                print(f"| {way} | {' | '.join(figures)} |", flush=True)


if __name__ == "__main__":
    main()
