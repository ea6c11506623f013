"""``pincite schema``: the published schemas, as they are in ``schema/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Pincite

FOLDER = Path(__file__).resolve().parents[2] / "schema"
NAMES = sorted(path.name.removesuffix(".schema.json") for path in FOLDER.glob("*.schema.json"))


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_as_it_is_published(name: str, pincite: Pincite) -> None:
    published = FOLDER / f"{name}.schema.json"
    shown = pincite("schema", name, env={"LC_ALL": "C"})
    assert (shown.status, shown.out, shown.err) == (0, published.read_text("utf-8"), "")
    path = pincite("schema", "--path", name)
    assert path.status == 0
    assert Path(path.out.removesuffix("\n")).read_bytes() == published.read_bytes()


def test_the_document_schema_is_the_usual_one(pincite: Pincite) -> None:
    assert pincite("schema") == pincite("schema", "document")


def test_the_help_names_every_schema(pincite: Pincite) -> None:
    words = pincite("schema", "--help").out.replace(",", " ").split()
    assert {name for name in NAMES if name in words or f"{name}." in words} == set(NAMES)


@pytest.mark.parametrize("name", ["dokument", "../schema/document", ""])
def test_an_unknown_schema_is_told(name: str, pincite: Pincite) -> None:
    done = pincite("schema", name)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"pincite: no schema is called '{name}'; there are: {', '.join(NAMES)}\n"
