"""Measure large sources: seconds of processor time to prepare, milliseconds for a quotation that stands there and for one that does not.

Every row is a process of its own. The outcome is a report and never a verdict for a script: the exit code is 0.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from statistics import mean, median
from typing import TYPE_CHECKING

from benchmarks.measure import PEAK_UNITS_PER_MIB
from benchmarks.quotations.large_texts import TEXTS, quotations
from benchmarks.words import Dice

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZE, _NUMBER = 10_000_000, 1_000
_GROWTH = ((1_250_000, 1_000), (2_500_000, 1_000), (5_000_000, 1_000), (10_000_000, 1_000), (10_000_000, 500),
           (10_000_000, 250), (10_000_000, 2_000))  # fmt: skip
_BARS = {"prepare s": 2.0, "miss ms": 3.0, "peak MiB": 400.0}
_SLOWER = 3.0
"""How many times the seconds for a novel the texts that break searches may take."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all texts and sizes, or one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotations.large", description=__doc__)
    parser.add_argument("--seed", default="1", help="another seed makes other texts")
    parser.add_argument("--text", choices=sorted(TEXTS), help="measure this text only")
    parser.add_argument("--size", type=int, default=_SIZE, help="its characters")
    parser.add_argument("--number", type=int, default=_NUMBER, help="how many quotations")
    parser.add_argument("--growth", action="store_true", help="measure several sizes, too")
    parser.add_argument("--limit", type=float, default=300, help="seconds after which a row is given up")
    parser.add_argument(
        "--json", action="store_true", help="measure in this process and print figures as JSON"
    )
    options = parser.parse_args(arguments)
    if options.json:
        print(json.dumps(measured(options.text or "novel", options.size, options.number, options.seed)))
        return 0
    print(f"{'text':11} {'characters':>11} {'quotations':>10}  figures")
    rows = {name: _row(name, options.size, options.number, options) for name in _texts(options)}
    _print_bars(rows)
    if options.growth:
        _print_growth(options)
    return 0


def _texts(options: argparse.Namespace) -> list[str]:
    return [options.text] if options.text else list(TEXTS)


def measured(name: str, size: int, number: int, seed: str) -> dict[str, float]:
    """Return the figures of one text: processor time, so that a busy machine slows nothing; peak memory, text included."""
    from pincite.verifier.quotation import verify  # noqa: PLC0415 - the report's own process needs no engine
    from pincite.verifier.source import Source  # noqa: PLC0415 - as above

    dice = Dice(f"{seed}/{name}")
    text = TEXTS[name](dice, size)
    asked = quotations(dice, text, number)
    before = _peak()
    started = time.process_time()
    source = Source(text)
    # what is prepared only when it is needed is prepared by the first quotation of each kind
    wrong = [verify(one.text, source).faithful == one.stands for one in asked[:2]]
    prepared = time.process_time() - started
    times: dict[bool, list[float]] = {True: [], False: []}
    for one in asked[2:]:
        begun = time.process_time()
        verdict = verify(one.text, source)
        times[one.stands].append((time.process_time() - begun) * 1000)
        # in a text that repeats itself nothing can say which of many places is meant
        wrong.append(verdict.faithful == one.stands or (one.stands and verdict.verdict == "ambiguous"))
    return {
        "prepare s": prepared,
        "hit ms": mean(times[True]),
        "miss ms": mean(times[False]),
        "median hit ms": median(times[True]),
        "median miss ms": median(times[False]),
        "worst ms": max(*times[True], *times[False]),
        "total s": prepared + sum(map(sum, times.values())) / 1000,
        "peak MiB": _peak(),
        "text MiB": before,
        "right": sum(wrong) / len(wrong),
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PEAK_UNITS_PER_MIB


def _row(name: str, size: int, number: int, options: argparse.Namespace) -> dict[str, float]:
    """Measure one text in a process of its own and print its row; nothing where it took too long."""
    command = [sys.executable, "-m", "benchmarks.quotations.large", "--json", "--text", name, "--size", str(size),
               "--number", str(number), "--seed", options.seed]  # fmt: skip
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            timeout=options.limit,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        print(f"{name:11} {size:11,} {number:10,}  given up after {options.limit:.0f} s")
        return {}
    if done.returncode:
        print(f"{name:11} {size:11,} {number:10,}  failed: {done.stderr.strip().splitlines()[-1:]}")
        return {}
    figures: dict[str, float] = json.loads(done.stdout)
    shown = "  ".join(f"{key} {value:.2f}" for key, value in figures.items())
    print(f"{name:11} {size:11,} {number:10,}  {shown}", flush=True)
    return figures


def _print_bars(rows: dict[str, dict[str, float]]) -> None:
    first = rows.get("novel")
    if not first:
        return
    for key, limit in _BARS.items():
        print(f"novel, {key}: {first[key]:.2f}, {_held(first[key] <= limit)} bar: at most {limit:g}")
    for name, figures in rows.items():
        if name != "novel":
            ratio = figures["total s"] / first["total s"] if figures else float("inf")
            print(
                f"{name}: {ratio:.2f} times a novel's time, {_held(ratio <= _SLOWER)} bar: at most {_SLOWER:g}"
            )


def _held(held: bool) -> str:  # noqa: FBT001 - one word for one truth
    return "within" if held else "MISSES"


def _print_growth(options: argparse.Namespace) -> None:
    """Print the times of several sizes, beside what they would be if the cost were source + quotations."""
    rows = [(size, number, _row("novel", size, number, options)) for size, number in _GROWTH]
    known = [(size, number, figures) for size, number, figures in rows if figures]
    whole = [figures for size, number, figures in known if (size, number) == (_SIZE, _NUMBER)]
    if not whole:
        return
    prepare, each = whole[0]["prepare s"], (whole[0]["total s"] - whole[0]["prepare s"]) / _NUMBER
    print(f"\n{'characters':>11} {'quotations':>10} {'total s':>9} {'by the sum':>11} {'by the product':>15}")
    for size, number, figures in known:
        by_sum = prepare * size / _SIZE + each * number
        by_product = whole[0]["total s"] * (size / _SIZE) * (number / _NUMBER)
        print(f"{size:11,} {number:10,} {figures['total s']:9.2f} {by_sum:11.2f} {by_product:15.2f}")


if __name__ == "__main__":
    sys.exit(main())
