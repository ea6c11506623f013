"""Writing from Python: ``pincite.write``."""

from __future__ import annotations

from pathlib import Path

import pytest

import pincite
from pincite.export import FORMATS, carry_out

ROOT = Path(__file__).resolve().parents[2]
TEXT = "The keeper wrote:\nThe tide turned at six. (Day Book, Jonas Pell, 1871, p. 12)"


@pytest.mark.parametrize("name", FORMATS)
def test_data_and_loaded_documents_are_written_in_every_format(name: str) -> None:
    data = pincite.convert(TEXT)
    assert pincite.write(data, name) == carry_out(data, name, TEXT)
    loaded = pincite.load(ROOT / "examples/tide-clock/article.pincite.yaml")
    assert pincite.write(loaded, name) == carry_out(loaded.data, name, loaded.text)


def test_sources_of_catalogues_are_written_with_the_documents_own(tmp_path: Path) -> None:
    catalogue = '[{"id": "log", "type": "book", "title": "Harbour Log"}]'
    (tmp_path / "shared.csl.json").write_text(catalogue, "utf-8")
    document = (
        'pincite: "1.0"\narticle: {title: Tides}\ncatalogues: [shared.csl.json]\n'
        "quotations:\n  - {id: q1, text: Six., citations: [{source: log}]}\n"
    )
    (tmp_path / "a.pincite.yaml").write_text(document, "utf-8")
    loaded = pincite.load(tmp_path / "a.pincite.yaml")
    assert "Harbour Log" in pincite.write(loaded, "ris").text
    assert "Harbour Log" not in pincite.write(loaded, "yaml").text


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="no format is called 'xml'; there are: yaml, json, "):
        pincite.write(pincite.convert(TEXT), "xml")
