"""Who cites a source by its key in the bibliography is told what it is called here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from pincite import check
from pincite.bibliography import BIBLIOGRAPHIES, Bibliography

if TYPE_CHECKING:
    from pathlib import Path

BECOME = "keys of bibliographies become ids of lower-case letters, digits and single hyphens"
CARDS = "weir-page | The Page of the Weir | 1871\nsource-101 | Tides | 1880\n"


@pytest.fixture(autouse=True)
def _cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BIBLIOGRAPHIES, "cards", Bibliography("tests.card_file", (".cards",)))
    (tmp_path / "refs.cards").write_text(CARDS, "utf-8")


def hints(folder: Path, **members: Any) -> list[tuple[str, str | None]]:  # noqa: ANN401 - any member
    data = {"pincite": "1.0", "article": {"title": "A"}, "catalogues": ["refs.cards"], **members}
    (folder / "a.pincite.json").write_text(json.dumps(data), "utf-8")
    found = check(folder / "a.pincite.json").findings
    return [(one.pointer, one.hint) for one in found if one.code == "PIN202"]


def citing(key: str) -> dict[str, Any]:
    return {"quotations": [{"id": "q1", "text": "Six.", "citations": [{"source": key}]}]}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Weir:Page", "weir-page"),
        ("weir_page", "weir-page"),
        ("101", "source-101"),
        ("http://example.org/items/Weir_Page/", "weir-page"),
    ],
)
def test_a_key_is_told_as_the_id_that_the_catalogue_has(tmp_path: Path, key: str, name: str) -> None:
    ((_, hint),) = hints(tmp_path, **citing(key))
    assert hint == f"write '{name}', as refs.cards has it: {BECOME}"


@pytest.mark.parametrize("key", ["No_Such", "", "::", "Ж" * 100_000, "-"])
def test_what_no_catalogue_has_is_told_as_ever(tmp_path: Path, key: str) -> None:
    ((_, hint),) = hints(tmp_path, **citing(key))
    assert hint is not None
    assert hint.startswith("write an identifier: ")


def test_every_place_that_names_a_source_is_told(tmp_path: Path) -> None:
    inner = {"id": "log", "type": "chapter", "title": "Log", "container": {"source": "Weir:Page"}}
    claim = {"id": "c1", "text": "It was slow", "evidence": ["Weir:Page", {"id": "Weir:Page"}]}
    image = {"id": "i1", "depicts": [{"source": "Weir:Page"}]}
    found = hints(tmp_path, sources=[inner], claims=[claim], images=[image], **citing("Weir:Page"))
    assert len(found) == len({at for at, _ in found}) == 5
    assert {hint for _, hint in found} == {f"write 'weir-page', as refs.cards has it: {BECOME}"}


def test_ids_of_the_documents_own_are_no_keys(tmp_path: Path) -> None:
    ((_, hint),) = hints(tmp_path, sources=[{"id": "Weir:Page", "type": "book", "title": "T"}])
    assert hint is not None
    assert hint.startswith("write an identifier: ")


def test_where_a_catalogue_is_not_read_the_id_is_what_readers_would_make(tmp_path: Path) -> None:
    (tmp_path / "refs.cards").unlink()
    ((_, hint),) = hints(tmp_path, **citing("Weir:Page"))
    assert hint == f"write 'weir-page', if a bibliography has that key: {BECOME}"


def test_a_key_in_markdown_is_told_as_well(tmp_path: Path) -> None:
    text = '---\npincite: "1.0"\ncatalogues: [refs.cards]\n---\n# Tides\n\n“Six” [@Weir:Page, p. 3].\n'
    (tmp_path / "a.md").write_text(text, "utf-8")
    found = [one for one in check(tmp_path / "a.md").findings if one.code == "PIN202"]
    assert [one.hint for one in found] == [f"write 'weir-page', as refs.cards has it: {BECOME}"]
