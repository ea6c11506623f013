"""Merging: what comes of it is what building all documents together would give, and no more than the inputs hold."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from pincite.dataset import describing
from pincite.dataset.about import About
from pincite.dataset.building.build import Plan, build
from pincite.dataset.deriving.inputs import Input
from pincite.dataset.deriving.origins import about_merged
from pincite.dataset.merging import merge
from pincite.dataset.package.files import file_of
from pincite.dataset.package.manifest import Manifest, read_manifest
from pincite.dataset.policy import Policy
from tests.dataset.checked import edit_manifest, relist
from tests.dataset.harbours import WITHOUT_RULES, built, column, documents, files, written

if TYPE_CHECKING:
    from pincite.model.json_value import JsonObject
    from tests.conftest import Pincite

pytestmark = pytest.mark.usefixtures("unhurried")
EXCERPTS = Policy(quotations="excerpt", excerpt=30, images="hash")
POLICIES = {
    "declared": Policy(),
    "all": Policy("full", "full", "copy"),
    "no words": Policy(quotations="none"),
    "excerpts": EXCERPTS,
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two datasets that have no document in common."""
    folder = tmp_path_factory.mktemp("merge")
    built(folder / "a", documents(1, 8))
    built(folder / "b", documents(2, 6, first=8))
    return folder


@pytest.mark.parametrize("name", POLICIES)
def test_one_dataset_merged_is_the_same(tmp_path: Path, name: str) -> None:
    one = built(tmp_path / "one", documents(3, 10), POLICIES[name])
    merge([one], tmp_path / "again", About())
    assert files(tmp_path / "again") == files(one)


def test_two_are_what_both_would_have_been_together(place: Path, tmp_path: Path) -> None:
    together = built(tmp_path / "together", [*documents(1, 8), *documents(2, 6, first=8)])
    merge([place / "a", place / "b"], tmp_path / "ab", About())
    assert files(tmp_path / "ab") == files(together)


def test_order_decides_on_the_order_alone(place: Path, tmp_path: Path) -> None:
    for name, folders in {"ab": "ab", "ba": "ba", "again": "ab"}.items():
        merge([place / one for one in folders], tmp_path / name, About())
    assert files(tmp_path / "ab", "") == files(tmp_path / "again", "")
    one, other = files(tmp_path / "ab"), files(tmp_path / "ba")
    assert one["documents.jsonl"] != other["documents.jsonl"]
    lines = [sorted(found["documents.jsonl"].splitlines()) for found in (one, other)]
    assert lines[0] == lines[1]
    for path in ("tables/sources.parquet", "tables/sources.csv"):
        assert one[path] == other[path]


def test_each_input_keeps_its_own_policy(place: Path, tmp_path: Path) -> None:
    silent = built(tmp_path / "silent", documents(4, 4, first=20), Policy(quotations="none"))
    merge([place / "a", silent], tmp_path / "both", About())
    for name in ("text", "text_sha256", "text_length"):
        found = column(tmp_path / "both", "quotations", name)
        assert found == [*column(place / "a", "quotations", name), *column(silent, "quotations", name)]
    assert not any(column(silent, "quotations", "text"))
    made = read_manifest(tmp_path / "both").made_with
    assert made["policy"] == {"articles": "declared", "images": "declared", "excerpt": 300}
    told = made["from"]
    assert isinstance(told, list)
    assert [one["made_with"]["policy"]["quotations"] for one in told] == ["declared", "none"]


def test_verdicts_are_carried_over(tmp_path: Path) -> None:
    found = documents(5, 3)
    kept: JsonObject = {"https://w3id.org/pincite/dataset": {"verdicts": {"q0": "near"}}}
    one = built(tmp_path / "one", [{**document, "custom": kept} for document in found])
    merge([one], tmp_path / "again", About())
    assert "near" in column(tmp_path / "again", "quotations", "verdict")


def test_manifest_tells_what_it_is_made_of(place: Path, tmp_path: Path) -> None:
    merge([place / "a", place / "b"], tmp_path / "ab", About(name="harbours"))
    manifest = read_manifest(tmp_path / "ab")
    told = manifest.made_with["from"]
    assert isinstance(told, list)
    digests = [file_of(place / name, "manifest.json").sha256 for name in "ab"]
    assert [one["manifest_sha256"] for one in told] == digests
    assert manifest.about.name == "harbours"
    origins = [json.loads(line) for line in (tmp_path / "ab" / "inputs.jsonl").read_text().splitlines()]
    assert {one["path"] for one in origins} == {"a/documents.jsonl", "b/documents.jsonl"}


@pytest.mark.parametrize(
    ("first", "second", "licence"),
    [
        ("CC0-1.0", "CC0-1.0", "CC0-1.0"),
        ("CC0-1.0", "MIT OR 0BSD", "CC0-1.0 AND (MIT OR 0BSD)"),
        ("CC0-1.0", "", ""),
    ],
)
def test_licence_of_the_whole(first: str, second: str, licence: str) -> None:
    said = [
        About(license=one, creators=("Sunniva Drage", name)) for name, one in (("a", first), ("b", second))
    ]
    inputs = [Input(Path(about.license), Manifest(about, {}, {}, ()), "") for about in said]
    about = about_merged(inputs, About(title="Harbours"))
    assert about.license == licence
    assert about.creators == ("Sunniva Drage", "a", "b")
    assert about.title == "Harbours"


def test_what_is_made_is_a_dataset_that_tells_of_its_origin(
    place: Path, tmp_path: Path, pincite: Pincite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(describing, "DESCRIPTORS", ("card",))
    for arguments, name, words in (
        (["merge", "a", "b"], "made", "It has all of their documents."),
        (["sample", "a", "-n", "3"], "made", "those <code>3</code> of <code>8</code> whose ids draw"),
        (
            ["split", "b", "--by", "article", "--part", "made=0.5", "--part", "rest=0.5"],
            "made/made",
            "dealt out by itself",
        ),
    ):
        command, *others = [str(place / one) if one in {"a", "b"} else one for one in arguments]
        out = tmp_path / command
        out.mkdir()
        assert pincite("dataset", command, *others, "-o", "made", cwd=out).status == 0
        assert words in (out / name / "README.md").read_text()
        checked = pincite("dataset", "check", name, cwd=out)
        assert (checked.err, "PIN9" in checked.out) == ("", False), checked.out


class TestRepeated:
    """Documents with one id."""

    def test_same_document_goes_in_once(self, place: Path, tmp_path: Path, pincite: Pincite) -> None:
        found = pincite("dataset", "merge", str(place / "a"), str(place / "a"), "-o", str(tmp_path / "aa"))
        assert found.status == 0, found.err
        assert files(tmp_path / "aa") == files(place / "a")
        told = (tmp_path / "aa" / "findings.jsonl").read_text().splitlines()
        assert [json.loads(line)["severity"] for line in told] == ["info"] * 8

    def test_in_many_shards_too(self, tmp_path: Path) -> None:
        found = documents(6, 6)
        folder = written(tmp_path / "of", [*found, *found[::-1]])
        for name, size in (("one", 10**8), ("many", 900)):
            plan = Plan(folder, ("harbours.pincite.jsonl",), judging=WITHOUT_RULES, shard_bytes=size)
            done = build(plan, tmp_path / name)
            assert (done.documents, done.repeated, done.lost) == (6, 6, 0)
        assert files(tmp_path / "one", "") == files(tmp_path / "many", "")

    def test_of_others_the_first_goes_in_and_the_second_is_told(
        self, tmp_path: Path, pincite: Pincite
    ) -> None:
        found = documents(6, 4)
        for one in found:
            one["id"] = f"https://example.org/{one['article']['title']}".replace(" ", "-")  # type: ignore[index,call-overload]  # a document
        changed = [*found[:3], {**found[3], "claims": []}]
        old, new = built(tmp_path / "old", found), built(tmp_path / "new", changed)
        outcome = pincite("dataset", "merge", str(old), str(new), "-o", str(tmp_path / "both"))
        assert outcome.status == 1
        assert "PIN911" in outcome.err
        assert files(tmp_path / "both") == files(old)
        errors = [
            json.loads(line) for line in (tmp_path / "both" / "findings.jsonl").read_text().splitlines()
        ]
        assert [one["path"] for one in errors if one["severity"] == "error"] == ["new/documents.jsonl"]
        pincite("dataset", "merge", str(new), str(old), "-o", str(tmp_path / "other"))
        assert files(tmp_path / "other") == files(new)


class TestRefused:
    """Calls that end before anything is written."""

    @pytest.fixture
    def one(self, place: Path, tmp_path: Path) -> Path:
        for end in ("", "-of"):
            copytree(place / f"a{end}", tmp_path / f"one{end}")
        return tmp_path / "one"

    def refused(self, pincite: Pincite, folder: Path, *arguments: str) -> str:
        before = sorted(folder.rglob("*"))
        outcome = pincite("dataset", "merge", *arguments, cwd=folder)
        assert outcome.status == 2
        assert outcome.err.count("\n") == 1
        assert sorted(folder.rglob("*")) == before
        return outcome.err

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["one-of", "-o", "new"], "is no dataset"),
            (["nowhere", "-o", "new"], "there is no folder"),
            (["one", "-o", "one"], "name another folder"),
            (["one", "-o", "one/"], "name another folder"),
            (["one", "-o", "one/new"], "lies in one"),
            (["one", "-o", "../" * 3], "holds"),
            (["one", "-o", "one-of"], "is no dataset; name a new folder"),
            (["one", "-o", "nowhere/new"], "there is no folder"),
        ],
    )
    def test_wrong_folders(self, one: Path, pincite: Pincite, arguments: list[str], words: str) -> None:
        assert words in self.refused(pincite, one.parent, *arguments)

    @pytest.mark.parametrize("fault", ["changed", "missing", "link", "inner link", "unlisted"])
    @pytest.mark.parametrize("kind", ["documents.jsonl", "images/"])
    def test_damaged(self, one: Path, pincite: Pincite, kind: str, fault: str) -> None:
        path = next(iter(files(one, kind)))
        if fault == "changed":
            data = bytearray((one / path).read_bytes())
            data[len(data) // 2] ^= 1
            (one / path).write_bytes(data)
        elif fault == "missing":
            (one / path).unlink()
        elif fault == "link":
            (one / path).rename(one.parent / "elsewhere")
            (one / path).symlink_to(one.parent / "elsewhere")
        elif fault == "inner link":
            (one / path).rename(one / "elsewhere")
            (one / path).symlink_to(one / "elsewhere")
        else:
            edit_manifest(
                one,
                lambda told: told.update(
                    files=[file for file in told["files"] if file["path"] != "documents.jsonl"]
                ),
            )
        words = {
            "changed": "is damaged",
            "missing": "has no file",
            "link": "is a link",
            "inner link": "is a link",
            "unlisted": "does not tell",
        }
        assert words[fault] in self.refused(pincite, one.parent, "one", "-o", "new")

    def test_a_path_outside_brings_no_file_in(self, one: Path, tmp_path: Path) -> None:
        secret = tmp_path / "one-of" / "pictures" / "1.png"
        lines = (one / "documents.jsonl").read_bytes()
        path = files(one, "images/")
        forged = lines.replace(next(iter(path)).encode(), b"../one-of/pictures/1.png")
        assert forged != lines
        (one / "documents.jsonl").write_bytes(forged)
        relist(one, "documents.jsonl")
        other = built(tmp_path / "other", [{**documents(1, 1)[0], "images": []}])
        merge([one, other], tmp_path / "new", About())
        assert secret.read_bytes() not in files(tmp_path / "new", "images/").values()
        assert "missing" in column(tmp_path / "new", "images", "handling")
