"""What a build says of itself: what is in, what is not and why, and how it goes on when somebody stops it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow")

from pincite.dataset import describing
from pincite.dataset.building import build as building

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite

SOUND = """pincite: "1.0"
id: https://example.org/a
article: {title: Harbour bells, date: "1912", language: en, url: "https://example.org/bells", license: CC0-1.0, text: {content: "Bells. “The bell was heard at six.” “The ferry came at night and left again at four.”"}}
sources:
  - {id: book, type: book, title: The bell book, authors: [{literal: Ines Marrow}], publisher: Quay, date: "1901", copies: [{path: book.txt}]}
  - {id: lost, type: book, title: The lamp book, authors: [{literal: Ines Marrow}], publisher: Quay, date: "1903", copies: [{path: lost.txt}]}
quotations:
  - {id: q1, text: The bell was heard at six., citations: [{source: book, locator: {page: "1"}}]}
  - {id: q2, text: The ferry came at night and left again at four., citations: [{source: book, locator: {page: "1"}}]}
  - {id: q3, text: The lamp was lit by noon., uncited: {reason: general}, citations: [{source: lost}]}
"""
BOOK = "The bell was heard at six. The ferry came at noon and left again at four.\n"
MISSPELT = """pincite: "1.0"
article: {title: Harbour lamps, date: "1912", language: en, url: "https://example.org/lamps"}
sources: [{id: log, type: book, title: Log of lamps, authors: [{literal: Ines Marrow}], publsher: Row, date: "1902"}]
claims: [{id: c1, text: The lamp burnt till five., evidence: [log]}]
"""
WITHOUT_PLACE = MISSPELT.replace("publsher: Row, ", "")
MILL = """pincite: "1.0"
article: {title: %s, date: "1912", language: en, url: "https://example.org/%s", redistribution: %s, text: {content: Bells.}}
sources: [{id: log, type: book, title: %s, authors: [{literal: Ines Marrow}], publisher: Quay, date: "1902"}]
claims: [{id: c1, text: Bells., evidence: [log]}]
"""


@pytest.fixture(autouse=True)
def _without_descriptors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(describing, "DESCRIPTORS", ())


def laid_out(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.pincite.yaml").write_text(text, encoding="utf-8")


def found_in(folder: Path) -> list[dict[str, str]]:
    return [json.loads(one) for one in (folder / "findings.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    "options",
    [
        ("--leave-out", "never"),
        ("--ignore", "PIN013"),
        ("--leave-out", "never", "--no-check", "--ignore", "PIN0"),
    ],
)
def test_a_misspelt_member_keeps_a_document_out_and_is_told(
    options: tuple[str, ...], tmp_path: Path, pincite: Pincite
) -> None:
    laid_out(tmp_path / "in", b=MISSPELT)
    outcome = pincite("dataset", "build", "in", "-o", "out", *options, cwd=tmp_path)
    assert outcome.status == 1
    assert (tmp_path / "out" / "documents.jsonl").read_bytes() == b""
    assert "PIN013" in {one["code"] for one in found_in(tmp_path / "out")}
    # the article says nothing of redistribution: no word of it is told
    assert outcome.err.startswith("in/b.pincite.yaml:3:")
    assert "PIN013" in outcome.err
    why = "faults of structure" if "never" in options else "errors"
    assert f"1 document left out for {why}; findings.jsonl tells all of them" in outcome.out


@pytest.mark.parametrize("leave_out", ["error", "never"])
def test_what_verification_finds_is_told_and_counts(leave_out: str, tmp_path: Path, pincite: Pincite) -> None:
    pytest.importorskip("rapidfuzz")
    laid_out(tmp_path / "in", a=SOUND)
    (tmp_path / "in" / "book.txt").write_text(BOOK, encoding="utf-8")
    call = ("dataset", "build", "in", "-o", "out", "--leave-out", leave_out, "--no-check")
    plain = pincite(*call, cwd=tmp_path)
    assert (plain.status, "held against" in plain.out) == (0, False)
    outcome = pincite(*call, "--verify", cwd=tmp_path)
    assert outcome.status == (1 if leave_out == "error" else 0)
    found = {one["code"]: one for one in found_in(tmp_path / "out")}
    assert {"PIN702", "PIN706", "PIN708"} <= found.keys()
    assert str(tmp_path) not in json.dumps(found)
    assert ("PIN702" in outcome.err) is (leave_out == "error")
    assert ("no quotation could be held against its source" in outcome.out) is (leave_out == "error")
    held = "2 quotations held against their sources: 1 stands there, 1 altered\n"
    assert (held in outcome.out) is (leave_out == "never")


def test_a_comment_passes_over_what_verification_finds(tmp_path: Path, pincite: Pincite) -> None:
    pytest.importorskip("rapidfuzz")
    ignored = SOUND.replace("  - {id: q2", "  # pincite: ignore[PIN702] the poet's own words\n  - {id: q2")
    laid_out(tmp_path / "in", a=ignored)
    (tmp_path / "in" / "book.txt").write_text(BOOK, encoding="utf-8")
    pincite("dataset", "build", "in", "-o", "out", "--verify", "--leave-out", "never", cwd=tmp_path)
    codes = [one["code"] for one in found_in(tmp_path / "out")]
    assert "PIN702" not in codes
    assert "PIN706" in codes


def test_what_is_missing_and_what_is_near_is_summed_up(tmp_path: Path, pincite: Pincite) -> None:
    laid_out(
        tmp_path / "in",
        a=MILL % ("A", "a", "excerpts", "The Mill Book"),
        b=MILL % ("B", "b", "full", "The Mil Book"),
        c=MILL % ("C", "c", "none", "The Miller"),
        d=WITHOUT_PLACE,
    )
    outcome = pincite("dataset", "build", "in", "-o", "out", cwd=tmp_path)
    assert outcome.status == 0
    assert outcome.out.splitlines()[1:] == [
        "1 warning in documents that are in",
        "not passed on: the texts of 2 articles; README.md says which may be",
        "1 pair of sources may be one; findings.jsonl names them (PIN913)",
    ]


def test_warnings_that_keep_documents_out_are_told(tmp_path: Path, pincite: Pincite) -> None:
    laid_out(tmp_path / "in", d=WITHOUT_PLACE)
    outcome = pincite("dataset", "build", "in", "-o", "out", "--leave-out", "warning", cwd=tmp_path)
    assert outcome.status == 1
    assert outcome.err.startswith("in/d.pincite.yaml:3:11: PIN108 ")
    assert "1 document left out for errors and warnings" in outcome.out


@pytest.mark.parametrize("where", ["", "in"])
def test_paths_are_those_that_the_user_would_open(where: str, tmp_path: Path, pincite: Pincite) -> None:
    laid_out(tmp_path / "in" / "lamps", b=MISSPELT)
    call = ("dataset", "build", ".", "-o", str(tmp_path / "out"))
    outcome = pincite(*call, cwd=tmp_path / where)
    assert outcome.err.startswith(f"{'' if where else 'in/'}lamps/b.pincite.yaml:3:")
    assert found_in(tmp_path / "out")[0]["path"] == f"{'' if where else 'in/'}lamps/b.pincite.yaml"


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("", "the folders have different configurations; none says what the dataset is called; --config names the one that does\n"),
        ("[dataset]\ntitle = 'All'\n", "the folders have different configurations; what the dataset is called stands in pincite.toml\n"),
    ],
)  # fmt: skip
def test_which_of_several_configurations_counts_is_told(
    own: str, told: str, tmp_path: Path, pincite: Pincite
) -> None:
    for name in ("x", "y"):
        laid_out(tmp_path / name, a=MILL % (name, name, "full", "Bells"))
        (tmp_path / name / "pincite.toml").write_text(f"[dataset]\ntitle = '{name}'\n", encoding="utf-8")
    (tmp_path / "pincite.toml").write_text(own, encoding="utf-8")
    outcome = pincite("dataset", "build", "x", "y", "-o", "out", cwd=tmp_path)
    assert (outcome.status, outcome.err) == (0, told)
    assert pincite("dataset", "build", "x", "-o", "out", cwd=tmp_path).err == ""
    assert pincite("dataset", "build", "x", "y", "-o", "out", "--isolated", cwd=tmp_path).err == ""


@pytest.mark.parametrize("at", ["_write_tables", "_worked_on"])
def test_a_build_that_is_stopped_says_how_it_goes_on(
    at: str, tmp_path: Path, pincite: Pincite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    laid_out(tmp_path / "in", a=MILL % ("A", "a", "full", "Bells"))
    with monkeypatch.context() as patch:
        patch.setattr(building, at, stopped)
        outcome = pincite("dataset", "build", "in", "-o", "out", cwd=tmp_path)
    assert outcome.status == 130
    told = {
        "_write_tables": "pincite: stopped; the same command goes on from here; to give it up, remove .out.pincite-build\n",
        "_worked_on": "pincite: stopped; nothing was done yet that the same command could use\n",
    }
    assert outcome.err == told[at]
    again = pincite("dataset", "build", "in", "-o", "out", cwd=tmp_path)
    assert again.out.startswith("went on from a run") is (at == "_write_tables")


OTHER = MILL.replace("Bells.", "Lamps.")
BELLS = "id: https://example.org/bells\n" + MILL % ("A", "a", "full", "Bells")


def test_merging_says_what_is_twice_and_what_has_no_licence(tmp_path: Path, pincite: Pincite) -> None:
    laid_out(tmp_path / "x", a=BELLS, b=MILL % ("B", "b", "full", "Lamps"))
    laid_out(tmp_path / "y", a=BELLS.replace("title: A", "title: Z"), b=MILL % ("B", "b", "full", "Lamps"))
    for name, options in (("x", ("--license", "MIT")), ("y", ())):
        assert pincite("dataset", "build", name, "-o", f"of-{name}", *options, cwd=tmp_path).status == 0
    outcome = pincite("dataset", "merge", "of-x", "of-y", "-o", "all", cwd=tmp_path)
    assert outcome.status == 1
    assert outcome.out.splitlines()[1:] == [
        "1 document left out that is in already, word for word",
        "1 document left out for an id that another one has, which says something else (PIN911)",
        "the whole has no licence, because of-y has none; --license gives it one",
        "1 document without an id of its own: if two are states of one, both are in",
    ]
    assert outcome.err.startswith("of-y/documents.jsonl:")
    named = pincite("dataset", "merge", "of-x", "of-y", "-o", "all", "--license", "MIT", cwd=tmp_path)
    assert "licence" not in named.out


def test_a_check_tells_documents_apart_from_the_dataset(tmp_path: Path, pincite: Pincite) -> None:
    laid_out(tmp_path / "in", d=WITHOUT_PLACE)
    pincite("dataset", "build", "in", "-o", "out", cwd=tmp_path)
    outcome = pincite("dataset", "check", "out", cwd=tmp_path)
    assert outcome.out.endswith("files, tables and keys: whole\ndocuments: 1 warning\n")
    assert "(in 'urn:uuid:" in outcome.out.replace("\n  ", " ")
    (tmp_path / "out" / "more.txt").write_text("x", encoding="utf-8")
    outcome = pincite("dataset", "check", "out", "--no-documents", cwd=tmp_path)
    assert outcome.out.endswith("files, tables and keys: 1 warning\n")
    json.loads(pincite("dataset", "check", "out", "--format", "json", cwd=tmp_path).out)
