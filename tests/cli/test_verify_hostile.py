"""A document among whose copies are all that were made to do harm: each is told, and the good ones are verified."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Pincite
from tests.verifier.copies.hostile_files import FILES

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 60
"""For all of them together, on a machine that does other things as well; alone it takes a tenth."""
MIB = 1024 * 1024
MEMORY = 768
"""MiB that any one process may take: what a reader of copies is given."""
QUOTED = "The clock was silent for sixteen days"
PROGRAMS = {".tif": "tesseract"}
"""What reads copies besides libraries: where it is missing, that is told, and not what it would find."""
LIBRARIES = {".pdf": "pypdfium2", ".tif": "PIL", ".html": "selectolax"}
"""Without its library a file is refused, too, but for that reason."""
WITH_PEAK = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); "
    "sys.exit(done.returncode)"
)


def lay_out(folder: Path) -> dict[str, str]:
    """Write every hostile file beside a good one; return words that the finding of each must have."""
    desk = folder / "desk"
    desk.mkdir()
    for name in ("good.txt", "also-good.md"):
        (desk / name).write_text(f"All were at sea. {QUOTED}. Then Osric Vane came.\n")
    for name, make, *_ in FILES:
        (desk / name).write_bytes(make())
    expected = {name: words for name, _, _, words in FILES}
    with (desk / "gigabyte.txt").open("wb") as file:
        file.truncate(1 << 30)
    os.mkfifo(desk / "pipe.txt")
    (folder / "outside.txt").write_text(f"{QUOTED}.\n")
    (desk / "leads-outside.txt").symlink_to(folder / "outside.txt")
    return expected | {
        "gigabyte.txt": "at most 64 MiB are read",
        "pipe.txt": "it is no file",
        "../outside.txt": "lies outside the document's folder",
        "leads-outside.txt": "lies outside the document's folder",
        "/dev/zero": "lies outside the document's folder",
    }


def document(copies: list[str]) -> str:
    """Return a document that quotes each copy as a source of its own."""
    sources = [
        {"id": f"s{number}", "type": "book", "title": "Log", "copies": [{"path": path}]}
        for number, path in enumerate(copies)
    ]
    quotations = [
        {"id": f"q{number}", "text": QUOTED, "citations": [{"source": f"s{number}"}]}
        for number in range(len(copies))
    ]
    article = {"title": "The clock of the ferry house", "language": "en"}
    return json.dumps({"pincite": "1.0", "article": article, "sources": sources, "quotations": quotations})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_each_hostile_copy_is_told_and_the_good_ones_are_verified(tmp_path: Path) -> None:
    expected = lay_out(tmp_path)
    copies = ["good.txt", *expected, "also-good.md"]
    (tmp_path / "desk" / "a.pincite.json").write_text(document(copies))
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", WITH_PEAK, sys.executable, "-m", "pincite", "verify", "--format", "json",
         "--isolated", "--no-cache", "a.pincite.json"],
        cwd=tmp_path / "desk", env=Pincite.environment(), capture_output=True, text=True, timeout=2 * SECONDS, check=False,
    )  # fmt: skip
    assert time.monotonic() - began < SECONDS
    assert done.returncode == 1, done.stderr
    [peak] = done.stderr.splitlines()  # and so no traceback
    assert int(peak) * (1 if sys.platform == "darwin" else 1024) < MEMORY * MIB
    report = json.loads(done.stdout)
    assert [one["verdict"] for one in report["verdicts"]] == [
        "exact",
        *["unchecked"] * len(expected),
        "exact",
    ]
    told = {one["message"] for one in report["findings"] if one["code"] == "PIN708"}
    for path, words in expected.items():
        [message] = [one for one in told if f" {path}" in one]
        ending = path[path.rfind(".") :]
        library, program = LIBRARIES.get(ending), PROGRAMS.get(ending)
        if (library is None or find_spec(library)) and (program is None or shutil.which(program)):
            assert words in message
