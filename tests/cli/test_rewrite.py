"""A document in, a document out: ``pincite convert`` between the syntaxes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite import check, load
from pincite.export.markdown.sameness import comparable
from pincite.reporters.concise_format import line_of

if TYPE_CHECKING:
    from tests.conftest import Pincite

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STATION = EXAMPLES / "weather-station" / "article.pincite.yaml"
BELL = EXAMPLES / "ferry-bell" / "article.md"


@pytest.mark.parametrize("article", [STATION, BELL], ids=["yaml", "markdown"])
def test_a_document_goes_through_all_syntaxes(article: Path, tmp_path: Path, pincite: Pincite) -> None:
    first = tmp_path / "one.pincite.json"
    assert pincite("convert", str(article), "-o", str(first)).status == 0
    for before, after in (("one.pincite.json", "two.md"), ("two.md", "three.pincite.yaml")):
        done = pincite("convert", before, "-o", after, cwd=tmp_path)
        assert (done.status, done.err) == (0, "")
    wanted, found = load(first).data, load(tmp_path / "three.pincite.yaml").data
    assert comparable(found, original=False) == comparable(wanted, original=False)


def test_paths_lead_to_the_same_files_from_another_folder(tmp_path: Path, pincite: Pincite) -> None:
    out = tmp_path / "below" / "a.pincite.yaml"
    out.parent.mkdir()
    assert pincite("convert", str(STATION), "-o", str(out)).status == 0
    paths = [copy["path"] for _, source in load(out).sources for copy in source.get("copies", ())]
    assert paths
    assert all((out.parent / path).is_file() for path in paths)
    assert load(STATION).data["sources"][0]["copies"][0]["path"] == "sources/hut-and-its-records.txt"


def test_sources_become_csl_json(pincite: Pincite) -> None:
    done = pincite("convert", str(BELL), "--to", "csl-json")
    assert [one["id"] for one in json.loads(done.out)] == ["bell-log", "by-ear", "small-harbours", "echo"]


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.glob("*/article.pincite.yaml")), ids=lambda path: path.parent.name
)
def test_a_clean_example_is_clean_as_markdown(path: Path, tmp_path: Path, pincite: Pincite) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(path.parent, copy)
    assert pincite("convert", "article.pincite.yaml", "-o", "new.md", cwd=copy).status == 0
    assert [line_of(one) for one in check(copy / "new.md").findings] == []


def test_an_article_is_converted_straight_to_markdown(tmp_path: Path, pincite: Pincite) -> None:
    article = EXAMPLES / "tide-clock" / "article.txt"
    assert pincite("convert", str(article), "-o", "a.md", cwd=tmp_path).status == 0
    codes = {one.code for one in check(tmp_path / "a.md").findings}
    assert not {code for code in codes if code[3] in "024"}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "a.pincite.yaml",
            'pincite: "1.0"\narticle: {titel: T}\n',
            "a.pincite.yaml has 1 fault of structure",
        ),
        ("a.pincite.yaml", "article: [\n", "cannot read a.pincite.yaml: "),
        (
            "a.pincite.jsonl",
            '{"pincite": "1.0", "article": {}}\n' * 2,
            "a.pincite.jsonl holds more than one document",
        ),
        ("a.pincite.jsonl", "", "a.pincite.jsonl holds no document"),
        ("a.md", '---\npincite: "1.0"\narticle: {}\n---\n[a]{#b c="\n', "a.md has 1 fault of structure"),
    ],
)
def test_what_would_lose_something_is_refused(
    name: str, content: str, told: str, tmp_path: Path, pincite: Pincite
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    done = pincite("convert", name, "--to", "json", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: {told}")


def test_handwork_in_the_target_is_kept(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "bell.md").write_bytes(BELL.read_bytes())
    done = pincite("convert", str(STATION), "-o", "bell.md", cwd=tmp_path)
    assert done.status == 2
    assert "was worked on by hand" in done.err
    assert (tmp_path / "bell.md").read_bytes() == BELL.read_bytes()


def test_text_path_is_for_articles(pincite: Pincite) -> None:
    done = pincite("convert", "--text-path", str(STATION))
    assert (done.status, done.out) == (2, "")
    assert done.err == "pincite: --text-path is for articles; a document keeps its text as it has it\n"


def test_comments_that_ignore_findings_are_said_to_be_lost(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "a.pincite.yaml").write_text(
        'pincite: "1.0"\narticle: {title: Tides} # pincite: ignore[PIN125] undated\n', "utf-8"
    )
    done = pincite("convert", "a.pincite.yaml", "--to", "json", cwd=tmp_path)
    assert done.status == 0
    assert done.err == "pincite: 1 comment that ignore findings are not written; a.pincite.yaml has them\n"
