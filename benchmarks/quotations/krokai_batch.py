"""Answer a batch with krokai (PyPI), as the peer to be measured against: ``python -m benchmarks.quotations.krokai_batch``.

One corpus for each source, made once: what krokai is told is what Pincite is told. The folder of the batch is the
first argument; answers go to standard output.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def main(batch: Path) -> None:
    """Print a line for each line of the batch: exact for what krokai calls clean, else absent."""
    corpus_of: Callable[..., Any] = importlib.import_module("krokai.corpus").Corpus
    check: Callable[..., tuple[str, str, str]] = importlib.import_module("krokai.verify").check
    clean: list[str] = importlib.import_module("krokai.verdicts").CLEAN
    # a cut before a condition, or an ellipsis over one, is a quotation that stands there all the same
    faithful = {*clean, "TRUNCATED_CONDITION", "TRUNCATED_OPENING", "ELLIPSIS_HIDES"}
    corpora: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for line in batch.read_text("utf-8").splitlines():
            one = json.loads(line)
            source = one["source"]
            if source not in corpora:
                root = Path(folder, str(len(corpora)))
                root.mkdir()
                (root / "source.txt").symlink_to((batch.parent / source).resolve())
                corpora[source] = corpus_of([str(root)], derived_re=None, quiet=True)
            verdict = check(one["text"], corpora[source])[0]
            warned = ["negation"] if verdict == "ELLIPSIS_HIDES" else []
            said = {
                "id": one["id"],
                "verdict": "exact" if verdict in faithful else "absent",
                "warnings": warned,
            }
            sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
