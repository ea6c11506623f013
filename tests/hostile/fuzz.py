"""Fuzz a target: ``python -m tests.hostile.fuzz TARGET [SECONDS] [FOLDER]``. Needs atheris, ``pip install atheris``.

It begins with the project's own examples, harms them as the property tests do and keeps what leads to new branches. The corpus
stays in FOLDER (else in a folder of the system for temporary files) for the next time. What fails stands there, the shortest
input for each place in the code as ``failed-…``; what stops the fuzzer itself, as ``timeout-…`` or ``oom-…``.
``python -m tests.hostile.fuzz TARGET --only FILE`` runs one of them.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path
from random import Random

atheris = import_module("atheris")

with atheris.instrument_imports(include=["pincite"]):
    from tests.hostile.mutations import by_chance
    from tests.hostile.seeds import SEEDS
    from tests.hostile.targets import TARGETS

LENGTHS = {"reading": 3000, "converting": 3000, "citing": 900, "drafting": 3000}
"""Bytes of the longest input: a shorter one is tried more often in the same time."""
SLOWEST = 20
"""Seconds that one input may take with the instruments in it, which is several times as long as without."""
MEMORY = 1500
"""MiB, for the instruments and the corpus as well."""
_IN_FIVE = 2
"""How many of five changes libFuzzer makes by itself."""


def main() -> None:
    """Fuzz until the time is up, or something fails."""
    name, *rest = sys.argv[1:]
    target = TARGETS[name]
    if rest[:1] == ["--only"]:
        for path in rest[1:]:
            target(Path(path).read_bytes())
        return
    seconds = int(rest[0]) if rest else 600
    folder = Path(rest[1] if len(rest) > 1 else Path(tempfile.gettempdir()) / "pincite-fuzz") / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    known = SEEDS[name]()
    for one in known:
        (corpus / hashlib.sha256(one).hexdigest()[:24]).write_bytes(one)

    def changed(given: bytes, longest: int, seed: int) -> bytes:
        chance = Random(seed)  # noqa: S311 - the fuzzer's own dice, to be thrown again
        if chance.randrange(5) < _IN_FIVE:
            made: bytes = atheris.Mutate(given, longest)
            return made
        for _ in range(chance.randint(1, 3)):
            given = by_chance(chance).of(given, chance.choice(known))
        return given[:longest]

    def tried(given: bytes) -> None:
        try:
            target(given)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is kept and the search goes on
            _keep(folder, given, error)

    arguments = [
        sys.argv[0],
        str(corpus),
        f"-artifact_prefix={folder}{os.sep}",
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MEMORY}",
        f"-max_len={LENGTHS[name]}",
        "-print_final_stats=1",
    ]
    atheris.Setup(arguments, tried, custom_mutator=changed)
    atheris.Fuzz()


def _keep(folder: Path, given: bytes, error: Exception) -> None:
    """Keep an input that fails, if none as short fails at the same place."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    path = folder / f"failed-{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
    if not path.exists() or len(given) < path.stat().st_size:
        path.write_bytes(given)
        path.with_suffix(".txt").write_text("".join(traceback.format_exception(error)), "utf-8")
        print(f"{path}: {len(given)} bytes", flush=True)  # noqa: T201 - it is a command


if __name__ == "__main__":
    main()
