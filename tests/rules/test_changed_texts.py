"""What is advised where an article's text was changed after it was annotated, and that the advice holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pincite

if TYPE_CHECKING:
    from tests.conftest import PinciteInside

ARTICLE = """\
The Choir of the Harbour

by Ines Marrow

The singers of the mole, all of them pilots, wrote to the keeper:

“The tide turned at six.” (Clara Hask, The Bell, Lantern Row Press, 1871, p. 14)
"""
BY_HAND = """\
pincite: "1.0"
article:
  title: The Choir of the Harbour
  text: {path: choir.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000000"}
"""
BLOCKS = "  blocks: [{type: title, start: 0, end: 24}]\n"
CONVERTED = "annotation: {method: converted}\n"
UPDATE = "run 'pincite convert ARTICLE --update DOCUMENT', which sets anchors, blocks and 'sha256' anew"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("choir.txt").write_text(ARTICLE, "utf-8", newline="\n")
    return tmp_path


def advice(document: str) -> list[str | None]:
    return [one.hint for one in pincite.check(document).findings if one.code == "PIN407"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("more", [BLOCKS, CONVERTED, BLOCKS + CONVERTED, BLOCKS + "  language: en\n"])
def test_a_document_with_computed_members_is_to_be_updated(more: str) -> None:
    Path("choir.pincite.yaml").write_text(BY_HAND + more, "utf-8")
    assert advice("choir.pincite.yaml") == [UPDATE]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("more", ["", "  blocks: []\n", "annotation: {method: manual}\n"])
def test_one_made_by_hand_is_to_be_looked_through(more: str) -> None:
    Path("choir.pincite.yaml").write_text(BY_HAND + more, "utf-8")
    [hint] = advice("choir.pincite.yaml")
    assert hint is not None
    assert hint.startswith("look through the anchors, then set 'sha256' to the new digest, ")


@pytest.mark.usefixtures("here")
def test_updating_does_what_is_advised(pincite_inside: PinciteInside) -> None:
    pincite_inside("convert", "choir.txt", "--text-path", "-o", "choir.pincite.yaml")
    assert advice("choir.pincite.yaml") == []
    Path("choir.txt").write_text(ARTICLE.replace("The singers", "All the singers"), "utf-8", newline="\n")
    assert advice("choir.pincite.yaml") == [UPDATE]
    assert pincite_inside("convert", "choir.txt", "--update", "choir.pincite.yaml").status == 0
    assert not {one.code for one in pincite.check("choir.pincite.yaml").findings} & {"PIN403", "PIN407"}
