"""Whole articles, of the examples and of elsewhere: mended once is mended, and nothing else in them changes."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pincite
from pincite.fixing.fixed import fixed
from pincite.settings.run import USUAL
from tests.samples import sample

if TYPE_CHECKING:
    from pincite.model.fix import Safety

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [
    path
    for path in sorted((ROOT / "examples").glob("*/*"))
    if path.name.endswith((".pincite.yaml", ".txt", "article.md"))
]
SAFETIES: tuple[frozenset[Safety], ...] = (frozenset({"safe"}), frozenset({"safe", "unsafe"}))


def hold(path: Path) -> None:
    """Assert what fixes promise of one file."""
    before = path.read_bytes()
    for safeties in SAFETIES:
        codes = Counter(one.code for one in fixed(path.name, USUAL, before, ()).found)
        done = fixed(path.name, USUAL, before, safeties)
        again = fixed(path.name, USUAL, done.after, safeties)
        assert (again.after, again.taken, again.left) == (done.after, (), ())
        codes.subtract(one.code for one in done.taken)
        assert all(number <= codes[code] for code, number in Counter(one.code for one in done.found).items())
        assert not any(one.fix and one.fix.safety in safeties for one in done.found)
        if path.suffix == ".txt":
            assert done.after.count(b"\n") == before.count(b"\n")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_examples(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    hold(path)


@sample
@pytest.mark.parametrize("kind", ["txt", "pincite.yaml", "pincite.json", "md"])
def test_samples(path: Path, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    copy = tmp_path / f"article.{kind}"
    if kind == "txt":
        shutil.copy(path, copy)
    else:
        name = {"pincite.yaml": "yaml", "pincite.json": "json", "md": "markdown"}[kind]
        document = pincite.convert(path.read_text("utf-8"))
        copy.write_text(pincite.write(document, name).text, "utf-8")
    hold(copy)
