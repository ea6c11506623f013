"""Whether what checks keep for later runs is safe: from several processes at once, and from damage."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pincite.checker import check_paths

SAMPLE = 60
"""Articles of which the findings are held against one another for each flipped byte."""


def told(command: list[str], kept: str) -> subprocess.Popen[bytes]:
    """Start a check that keeps what it finds in a folder, nowhere without a name."""
    environment = {**os.environ, "PINCITE_CACHE": kept}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def rounds(folder: Path, processes: int, number: int) -> int:
    """Return how many runs, of several at once, tell anything else than one alone, or leave anything but a whole ledger."""
    command = [sys.executable, "-m", "pincite", "check", str(folder)]
    expected = told(command, "").communicate()
    faults = 0
    for _ in range(number):
        with TemporaryDirectory() as around:
            kept = str(Path(around) / "kept")
            running = [told(command, kept) for _ in range(processes)]
            faults += sum(one.communicate() != expected for one in running)
            names = sorted(path.name.partition("-")[0] for path in Path(kept).iterdir())
            faults += names != [".gitignore", "CACHEDIR.TAG", "check"]
            faults += told(command, kept).communicate() != expected
    return faults


def flips(folder: Path, number: int) -> int:
    """Return how many of some flipped bytes change what is found."""
    files = [str(path) for path in sorted(folder.iterdir())[:SAMPLE]]
    expected = check_paths(files)
    faults = 0
    dice = random.Random(1)
    with TemporaryDirectory() as kept:
        check_paths(files, cache=kept)
        [path] = Path(kept).glob("check-*.txt")
        sound = path.read_bytes()
        for _ in range(number):
            at = dice.randrange(len(sound))
            path.write_bytes(sound[:at] + bytes([sound[at] ^ (1 << dice.randrange(8))]) + sound[at + 1 :])
            faults += check_paths(files, cache=kept) != expected
    return faults


def main() -> int:
    """Measure and print; return 1 where there is any difference, 2 if there is nothing to check."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).resolve().parent
    parser.add_argument(
        "--folder", type=Path, default=here / "data" / "many-yaml", help="articles (%(default)s)"
    )
    parser.add_argument("--rounds", type=int, default=20, help="how often all processes start (%(default)s)")
    parser.add_argument("--processes", type=int, default=8, help="how many start at once (%(default)s)")
    parser.add_argument("--flips", type=int, default=1000, help="how many bytes are flipped (%(default)s)")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"there is no {options.folder}; run benchmarks.generate first", file=sys.stderr)
        return 2
    in_rounds = rounds(options.folder, options.processes, options.rounds)
    print(f"{options.rounds} rounds of {options.processes} processes: {in_rounds} differ")
    by_flips = flips(options.folder, options.flips)
    print(f"{options.flips} flipped bytes: {by_flips} differ")
    return 1 if in_rounds or by_flips else 0


if __name__ == "__main__":
    sys.exit(main())
