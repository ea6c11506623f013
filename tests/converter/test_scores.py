"""The benchmark of annotated articles: what it counts, and what it calls a gain or a loss."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import articles
from benchmarks.annotated import Annotated, UnavailableError, annotated_articles
from benchmarks.comparison import Comparison, Count, compare, total

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.format import DocumentData

_TEXT = "The lamp on the point\nThe keeper wrote of the lamp and its oil:\nIt burned all night, and the oil was good. (The Lamp, Ines Marrow, 1901, p. 4) (IMG)\nHe was right.\n"
_GOLD: dict[str, Any] = {
    "article": {"title": "The lamp on the point", "language": "en"},
    "lead_claims": [],
    "quotations": [
        {
            "id": "q1",
            "kind": "block",
            "text": "It burned all night, and the oil was good.",
            "image": {"present": True},
            "citation": {
                "raw": "(The Lamp, Ines Marrow, 1901, p. 4)",
                "fields": {
                    "title": "The Lamp",
                    "authors": [{"literal": "Ines Marrow"}],
                    "date": "1901",
                    "pages": "4",
                },
            },
        }
    ],
}


def _written(folder: Path, suffix: str = ".txt", text: str = _TEXT) -> Annotated:
    (folder / "lamp.gold.json").write_text(json.dumps(_GOLD), "utf-8")
    (folder / f"lamp{suffix}").write_text(text, "utf-8")
    return Annotated(folder / f"lamp{suffix}", folder / "lamp.gold.json")


def test_an_article_as_annotated_has_all_counts(tmp_path: Path) -> None:
    article = _written(tmp_path)
    comparison = compare(article.gold(), article.document())
    assert comparison.misses == []
    assert {name: str(count) for name, count in comparison.counts.items()} == {
        "block quotations": "1/1",
        "inline quotations": "0/0",
        "citations exact": "1/1",
        "citations linked": "1/1",
        "fields": "4/4",
        "citations whole": "1/1",
        "image marks": "1/1",
        "lead claims": "0/0",
        "front matter": "2/2",
    }


def _without_quotations(document: DocumentData) -> None:
    del document["quotations"]


def _with_another_page(document: DocumentData) -> None:
    document["quotations"][0]["citations"][0]["locator"] = {"page": "5"}


def _without_images(document: DocumentData) -> None:
    del document["quotations"][0]["citations"][0]["images"]


def _with_another_text(document: DocumentData) -> None:
    document["quotations"][0]["text"] = "It burned."


def _with_a_lead(document: DocumentData) -> None:
    document["claims"] = [{"id": "c1", "text": "He was right.", "role": "lead"}]


@pytest.mark.parametrize(
    ("fault", "counted"),
    [
        (_without_quotations, {"block quotations": "0/1", "citations exact": "0/1", "citations linked": "0/1", "fields": "0/4", "citations whole": "0/1", "image marks": "0/1"}),
        (_with_another_page, {"fields": "3/4 +1", "citations whole": "0/1"}),
        (_without_images, {"image marks": "0/1"}),
        (_with_another_text, {"block quotations": "0/1 +1", "citations linked": "0/1"}),
        (_with_a_lead, {"lead claims": "0/0 +1"}),
    ],
)  # fmt: skip
def test_a_fault_is_counted(
    fault: Callable[[DocumentData], None], counted: dict[str, str], tmp_path: Path
) -> None:
    article = _written(tmp_path)
    document = article.document()
    sound = compare(article.gold(), document).counts
    fault(document)
    broken = compare(article.gold(), document)
    assert {name: str(count) for name, count in broken.counts.items() if count != sound[name]} == counted
    assert broken.misses != []


def test_a_variant_is_an_article_of_its_own(tmp_path: Path) -> None:
    _written(tmp_path)
    _written(tmp_path, ".md", f"# {_TEXT}".replace("\n", "\n\n").replace("It burned", "> It *burned*"))
    found = annotated_articles(tmp_path)
    assert [one.name for one in found] == ["lamp.txt", "lamp.md"]
    assert [compare(one.gold(), one.document()).misses for one in found] == [[], []]


def test_an_article_that_nothing_reads_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article = _written(tmp_path, ".docx")
    monkeypatch.setattr("benchmarks.annotated.READERS", {})
    with pytest.raises(UnavailableError, match=r"nothing reads \.docx"):
        article.document()
    assert articles.main(["--folder", str(tmp_path), "--against", str(tmp_path / "none.json")]) == 0
    assert "skipped lamp.docx: nothing reads .docx" in capsys.readouterr().out


def test_a_run_is_recorded_and_compared_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _written(tmp_path)
    record = tmp_path / "record.json"
    arguments = ["--folder", str(tmp_path), "--against", str(record)]
    assert articles.main([*arguments, "--record"]) == 0
    assert "not in the recorded run: lamp.txt" in capsys.readouterr().out
    first = record.read_text("utf-8")
    articles.main([*arguments, "--record"])
    assert record.read_text("utf-8") == first
    assert "no gains and no losses" in capsys.readouterr().out
    record.write_text(first.replace('"fields": [4, 4, 0]', '"fields": [3, 4, 1]'), "utf-8")
    articles.main(arguments)
    assert "gain: lamp.txt, fields 3/4 +1 -> 4/4" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "now", "line"),
    [
        (Count(1, 2), Count(2, 2), "gain: a.txt, leads 1/2 -> 2/2"),
        (Count(2, 2), Count(2, 2, 1), "loss: a.txt, leads 2/2 -> 2/2 +1"),
        (Count(1, 1), Count(2, 2), "moved: a.txt, leads 1/1 -> 2/2"),
    ],
)
def test_a_change_has_its_word(before: Count, now: Count, line: str) -> None:
    assert articles.changes({"a.txt": {"leads": before}}, {"a.txt": {"leads": now}}) == [line]


def test_a_folder_without_articles_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert articles.main(["--folder", str(tmp_path)]) == 2
    assert "no annotated articles" in capsys.readouterr().err


def test_counts_add_up() -> None:
    one = Comparison()
    one.hit("fields", right=True)
    one.false("fields")
    assert total([one, one]).counts["fields"] == Count(2, 2, 2)
    assert Count().f1 == 1
    assert Count(0, 2).f1 == 0


def test_the_recorded_run_names_the_articles_there_are() -> None:
    root = Path(__file__).resolve().parents[2]
    recorded = json.loads((root / "benchmarks" / "articles.json").read_text("utf-8"))
    there = {one.name for one in annotated_articles(root / "tests" / "converter" / "articles")}
    assert set(recorded) <= there
