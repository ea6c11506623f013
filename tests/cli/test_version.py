"""``pincite --version`` and ``python -m pincite``."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

import pincite as package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite


def test_the_version_is_the_packages_own(pincite_process: Pincite) -> None:
    done = pincite_process("--version")
    assert (done.status, done.out, done.err) == (0, f"pincite {package.__version__}\n", "")
    assert package.__version__ == version("pincite")


def test_no_command_prints_the_help(pincite_process: Pincite) -> None:
    bare, asked, short = pincite_process(), pincite_process("--help"), pincite_process("-h")
    assert bare.status == 2
    assert asked.status == short.status == 0
    assert asked.out == short.out
    assert (bare.out + bare.err).strip() == asked.out.strip()


@pytest.mark.parametrize("before", [[], ["--"]])
def test_a_check_of_a_clean_file_imports_only_what_it_needs(before: list[str], tmp_path: Path) -> None:
    file = tmp_path / "a.pincite.yaml"
    file.write_text('pincite: "1.0"\narticle: {title: The harbour clock}\n')
    heavy = ("typer", "jsonschema", "tempfile", "pincite.converter", "pincite.export")
    program = (
        "import sys; from pincite.cli import main\n"
        "try: main(['check', *sys.argv[1:]])\n"
        f"except SystemExit as end: print(end.code, [name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *before, file], capture_output=True, text=True, check=True
    )
    assert done.stdout == "1 file, 0 quotations, 0 citations: no findings\n0 []\n"
