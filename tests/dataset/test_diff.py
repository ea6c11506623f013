"""Comparing: every row that was added, is gone or has changed is told, and no other."""

from __future__ import annotations

import json
from copy import deepcopy
from shutil import copytree
from typing import TYPE_CHECKING, cast

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pincite.dataset.about import About
from pincite.dataset.choosing.sample import sample
from pincite.dataset.comparing.compare import COMPARED, compare
from pincite.dataset.comparing.differences import KINDS
from pincite.dataset.deriving.inputs import opened
from pincite.reporters.columns import columns
from tests.dataset.checked import relist
from tests.dataset.harbours import built, column, documents

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from pincite.dataset.comparing.differences import Difference
    from pincite.model.json_value import JsonObject
    from tests.conftest import Pincite

pytestmark = pytest.mark.usefixtures("unhurried")
FOUND = documents(9, 12)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("diff") / "old", FOUND)


def edited(change: Any) -> list[Any]:  # noqa: ANN401 - documents, to be changed at will
    """Return the documents after a change to a copy of them."""
    found = deepcopy(FOUND)
    change(found)
    return found


def differences(old: Path, new: Path, scratch: Path) -> dict[str, dict[str, list[Difference]]]:
    """Return what is different, apart from tables in which nothing is."""
    scratch.mkdir()
    found = compare(opened(old), opened(new), scratch)
    return {
        name: {kind: list(table.of(kind)) for kind in KINDS if table.counts[kind]}
        for name, table in found.tables.items()
        if table.is_any
    }


def place_of(*, is_named: bool, has: str = "") -> int:
    """Return where a document stands that has an id, or none, a quotation, and a source."""
    return next(
        number
        for number, one in enumerate(FOUND)
        if ("id" in one) == is_named and one["quotations"] and (not has or f'"{has}"' in json.dumps(one))
    )


def test_a_dataset_and_itself_are_the_same(old: Path, tmp_path: Path) -> None:
    again = built(tmp_path / "again", FOUND)
    assert differences(old, again, tmp_path / "scratch") == {}


def test_order_does_not_count(old: Path, tmp_path: Path) -> None:
    turned = built(tmp_path / "turned", reversed(FOUND))
    assert differences(old, turned, tmp_path / "scratch") == {}


@pytest.mark.parametrize("seed", range(2))
def test_a_part_lacks_what_is_not_in_it(old: Path, tmp_path: Path, seed: int) -> None:
    sample(old, tmp_path / "some", About(), number=7, seed=seed)
    gone = differences(old, tmp_path / "some", tmp_path / "scratch")
    added = differences(tmp_path / "some", old, tmp_path / "other")
    for name in COMPARED:
        keys = set(column(old, name, "id")) - set(column(tmp_path / "some", name, "id"))
        assert {one.key for one in gone.get(name, {}).get("gone", [])} == keys
        assert {one.key for one in added.get(name, {}).get("added", [])} == keys
        assert set(gone.get(name, {})) <= {"gone"}
        assert set(added.get(name, {})) <= {"added"}


@pytest.mark.parametrize("is_named", [True, False])
def test_an_edit_is_a_change(old: Path, tmp_path: Path, *, is_named: bool) -> None:
    place = place_of(is_named=is_named, has="unknown")

    def edit(found: list[Any]) -> None:
        found[place]["quotations"][0]["text"] = "The bell rang once."

    new = built(tmp_path / "new", edited(edit))
    found = differences(old, new, tmp_path / "scratch")
    assert set(found) == {"articles", "quotations"}
    (article,) = found["articles"]["changed"]
    (quotation,) = found["quotations"]["changed"]
    assert (article.columns, quotation.columns) == (("document",), ("text", "text_sha256", "text_length"))
    ids = [column(folder, "articles", "id")[place] for folder in (old, new)]
    assert article.key == ids[1]
    assert article.was == (None if is_named else ids[0])
    assert quotation.key == f"{ids[1]}#{FOUND[place]['quotations'][0]['id']}"  # type: ignore[index,call-overload]  # a document


def test_without_an_address_title_and_date_are_known_again(tmp_path: Path) -> None:
    def rename(found: list[Any]) -> None:
        for one in found:
            del one["article"]["url"]
            one["article"]["date"] = "1999"
            one.pop("id", None)

    found = edited(rename)
    old = built(tmp_path / "old", found)
    twins = [{**found[0], "claims": []}, {**found[0], "quotations": [], "claims": []}]
    changed = {**found[1], "claims": []}
    new = built(tmp_path / "new", [*twins, changed, *found[2:]])
    articles = differences(old, new, tmp_path / "scratch")["articles"]
    # of two with one title nobody knows which it was
    assert {kind: len(ones) for kind, ones in articles.items()} == {"added": 2, "gone": 1, "changed": 1}


def test_documents_with_ids_of_their_own_are_others(old: Path, tmp_path: Path) -> None:
    place = place_of(is_named=True)

    def rename(found: list[Any]) -> None:
        found[place]["id"] += "-again"

    new = built(tmp_path / "new", edited(rename))
    found = differences(old, new, tmp_path / "scratch")["articles"]
    assert {kind: len(ones) for kind, ones in found.items()} == {"added": 1, "gone": 1}


def test_what_no_table_has_is_a_change_of_the_document(old: Path, tmp_path: Path) -> None:
    place = place_of(is_named=True)

    def edit(found: list[Any]) -> None:
        found[place]["article"]["image_bundle"] = {"text": "All pictures of the bells"}

    found = differences(old, built(tmp_path / "new", edited(edit)), tmp_path / "scratch")
    assert [one.columns for one in found.pop("articles")["changed"]] == [("document",)]
    assert found == {}


def test_sources_are_compared_by_what_is_said_of_them(old: Path, tmp_path: Path) -> None:
    place = place_of(is_named=True, has="book-1")

    def edit(found: list[Any]) -> None:
        for one in found:
            for source in one["sources"]:
                if source["id"] == "book-1":
                    source["publisher"] = "Lantern and Oar"

    found = differences(old, built(tmp_path / "new", edited(edit)), tmp_path / "scratch")
    assert place >= 0
    assert [one.columns for one in found["sources"]["changed"]] == [("publisher",)]
    assert set(found) == {"articles", "sources"}


@pytest.fixture(scope="module")
def redated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two datasets of one source each, of which the second has another place, and a longer note."""
    source = {
        "id": "s",
        "type": "book",
        "title": "Tides",
        "authors": [{"literal": "Mara Quay"}],
        "date": "1911",
        "place": "Oldhaven",
        "isbn": "9780306406157",
        "note": "Bound in\x1b[31m cloth. " + "Torn. " * 20,
    }
    other = {**source, "place": "New\x1b[31mhaven", "publisher": "Oar", "note": "Torn." * 20, "date": "1912"}
    place = tmp_path_factory.mktemp("redated")
    article = {"pincite": "1.0", "id": "https://example.org/a", "article": {"title": "A"}}
    documents_of = [[cast("JsonObject", {**article, "sources": [one]})] for one in (source, other)]
    old, new = (built(place / name, one) for name, one in zip(("old", "new"), documents_of, strict=True))
    return old, new


def test_what_a_short_column_said_is_told(redated: tuple[Path, Path], pincite: Pincite) -> None:
    found = pincite("dataset", "diff", *map(str, redated))
    assert "    Mara Quay, Tides, 1912\n" in found.out
    assert "    columns: date, place, publisher, note\n" in found.out
    for line in ("date: 1911 → 1912", "publisher: – → Oar", r"place: Oldhaven → New\x1b[31mhaven"):
        assert f"\n      {line}\n" in found.out
    assert "note: " not in found.out
    told = json.loads(pincite("dataset", "diff", *map(str, redated), "--format", "json").out)
    (source,) = told["tables"]["sources"]["changed"]
    assert source["values"]["publisher"] == {"old": None, "new": "Oar"}
    assert "document" not in told["tables"]["articles"]["changed"][0].get("values", {})


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset that lacks two documents, and has changed ones, one with a title that a terminal would obey."""

    def edit(found: list[Any]) -> None:
        del found[:2]
        found[0]["article"]["title"] = "\x1b[31mRed\u202e" + " bell" * 40
        for one in found:
            one["article"]["subtitle"] = "Once more"

    return built(tmp_path_factory.mktemp("new") / "new", edited(edit))


class TestCommand:
    """``pincite dataset diff``."""

    def test_the_same(self, old: Path, pincite: Pincite) -> None:
        found = pincite("dataset", "diff", str(old), str(old))
        assert (found.status, found.out, found.err) == (0, "the same documents: 12 articles\n", "")

    def test_for_people(self, old: Path, new: Path, pincite: Pincite) -> None:
        found = pincite("dataset", "diff", str(old), str(new))
        assert (found.status, found.err) == (1, "")
        lines = found.out.splitlines()
        assert lines[0] == "articles    2 gone, 10 changed"
        assert "  ~ … and 5 more; --all tells them all" in lines
        assert not [line for line in lines if len(line) > 80]
        assert "\x1b" not in found.out
        assert "\u202e" not in found.out
        everything = pincite("dataset", "diff", str(old), str(new), "--all").out
        assert "--all" not in everything
        assert everything.count("\n    columns: subtitle") == 9

    def test_a_wide_title_fits_the_screen(self, old: Path, tmp_path: Path, pincite: Pincite) -> None:
        def edit(found: list[Any]) -> None:
            found[0]["article"]["title"] = "潮の鐘" * 30

        wide = built(tmp_path / "wide", edited(edit))
        lines = pincite("dataset", "diff", str(old), str(wide)).out.splitlines()
        assert [line for line in lines if columns(line) > 80] == []
        (title,) = {line.strip() for line in lines if "潮の鐘" in line}
        assert title.endswith("…")

    def test_as_json(self, old: Path, new: Path, pincite: Pincite) -> None:
        found = pincite("dataset", "diff", str(old), str(new), "--format", "json")
        told = json.loads(found.out)
        assert (found.status, told["equal"]) == (1, False)
        for name, counts in told["counts"].items():
            assert {kind: len(told["tables"][name][kind]) for kind in KINDS} == counts
        assert told["counts"]["articles"] == {"added": 0, "gone": 2, "changed": 10}
        same = pincite("dataset", "diff", str(old), str(old), "--format", "json")
        assert json.loads(same.out)["equal"] is True

    @pytest.mark.parametrize("path", ["tables/articles.parquet", "tables/sources.parquet", "inputs.jsonl"])
    def test_damaged(self, tmp_path: Path, pincite: Pincite, path: str) -> None:
        one = built(tmp_path / "one", FOUND[:1])
        data = bytearray((one / path).read_bytes())
        data[len(data) // 2] ^= 1
        (one / path).write_bytes(data)
        found = pincite("dataset", "diff", str(one), str(one))
        assert found.status == 2
        assert f"{path} is not the file that the manifest tells of" in found.err

    def test_a_forged_name_reaches_no_terminal(self, tmp_path: Path, pincite: Pincite) -> None:
        one = built(tmp_path / "one", [FOUND[place_of(is_named=True)]])
        copytree(one, tmp_path / "forged")
        path = "tables/articles.parquet"
        table = pq.read_table(one / path)
        forged = table.set_column(0, table.schema.field(0), pa.array(["\x1b[31mRed"]))
        pq.write_table(forged, tmp_path / "forged" / path)
        relist(tmp_path / "forged", path)
        found = pincite("dataset", "diff", str(one), str(tmp_path / "forged"))
        assert (found.status, "\x1b" in found.out) == (1, False), found.err
        assert "\\x1b[31mRed" in found.out

    def test_no_dataset(self, old: Path, tmp_path: Path, pincite: Pincite) -> None:
        found = pincite("dataset", "diff", str(old), str(tmp_path))
        assert found.status == 2
        assert "is no dataset" in found.err
