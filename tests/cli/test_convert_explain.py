"""How each citation was read, part by part: readable at 80 columns, safe on a terminal, true to the text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.reporters.columns import columns
from tests.cli.test_convert_files import LAID
from tests.converter.laid_out import register

if TYPE_CHECKING:
    from tests.conftest import Pincite, PinciteInside

FOLDER = Path(__file__).parent / "explained"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_explained(name: str, pincite: Pincite, *, update: bool) -> None:
    done = pincite("convert", "--explain", f"{name}.txt", cwd=FOLDER)
    assert (done.status, done.err) == (0, "")
    golden = FOLDER / f"{name}.out"
    if update:
        golden.write_text(done.out, "utf-8")
    assert done.out == golden.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_lines_are_short_safe_and_true(name: str, pincite: Pincite) -> None:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    done = pincite("convert", "--explain", f"{name}.txt", cwd=FOLDER)
    assert max(columns(line) for line in done.out.splitlines()) <= 80
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.out)
    told = re.findall(r"^    ([0-9]+)-([0-9]+)  (?:\S+)  +(\S+)", done.out, re.MULTILINE)
    assert told
    for start, end, word in told:
        printed = text[int(start) : int(end)].split()[0]
        assert "\x1b" in printed or word.startswith(printed[:10])


def test_the_text_of_another_format_is_told_by_its_offsets(
    tmp_path: Path, pincite_inside: PinciteInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch)
    monkeypatch.chdir(tmp_path)
    Path("lamp.laid").write_text(json.dumps(LAID))
    done = pincite_inside("convert", "--explain", "lamp.laid")
    assert "\nlamp.laid, offset 43\n" in done.out
    assert list(tmp_path.iterdir()) == [tmp_path / "lamp.laid"]


def test_standard_input_is_explained(pincite: Pincite) -> None:
    done = pincite("convert", "-", "--explain", stdin=(FOLDER / "lamps.txt").read_bytes())
    head = "standard input: 4 citations, language en\n  style parentheses: 4 citations, 36 points\n"
    assert done.out.startswith(f"{head}\nstandard input:7:1\n")
    empty = pincite("convert", "-", "--explain", stdin=b"Lamp.")
    assert (empty.status, empty.out) == (0, "standard input: 0 citations, language not known\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["lamps.txt", "controls.txt"], "--explain takes one article and prints"),
        (["lamps.txt", "-o", "a.txt"], "--explain takes one article and prints"),
        (["lamps.txt", "--to", "json"], "--explain takes one article and prints"),
        (["lamps.txt", "--style", "nosuch"], "there is no style 'nosuch'; there are "),
        (["lamps.txt", "--style", "nosuch.yaml"], "cannot read nosuch.yaml: "),
        (["old.pincite.yaml"], "old.pincite.yaml is a document already; --explain tells how an article was read"),
    ],
)  # fmt: skip
def test_a_call_that_makes_no_sense_is_told(arguments: list[str], complaint: str, pincite: Pincite) -> None:
    done = pincite("convert", "--explain", *arguments, cwd=FOLDER)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: {complaint}")


def test_only_the_named_styles_are_looked_for(pincite: Pincite) -> None:
    done = pincite("convert", "--explain", "lamps.txt", "--style", "notes", cwd=FOLDER)
    assert done.out == "lamps.txt: 0 citations, language en\n"
    both = pincite(
        "convert", "--explain", "lamps.txt", "--style", "notes", "--style", "parentheses", cwd=FOLDER
    )
    assert both.out == (FOLDER / "lamps.out").read_text("utf-8")
