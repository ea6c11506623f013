"""``pincite check --articles``: a folder of old articles, judged where they stand, under a project's rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import PinciteInside

ARTICLE = "The harbour clock\n\nThe keeper wrote:\n\nThe tide turned at six. (Day Book, Jonas Pell, 1871)\n"
DOCUMENT = 'pincite: "1.0"\narticle: {title: The harbour clock}\n'
FOUND = [
    "PIN103 the citation of book “Day Book” does not say where in it",
    "PIN108 book “Day Book” has no publisher",
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name, content in {
        "old/1899/a.txt": ARTICLE.encode(),
        "old/B.TXT": ARTICLE.encode(),
        "old/c.pincite.yaml": DOCUMENT.encode(),
        "old/latin.txt": "Der Turm zu Söderhavn".encode("latin-1"),
        "old/notes.md": b"# Notes\n",
        "old/picture.txt": b"\0\0",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def lines_of(pincite_inside: PinciteInside, *arguments: str) -> list[str]:
    return pincite_inside(
        "check", "--select", "PIN103,PIN108", "--format", "concise", *arguments
    ).out.splitlines()


UNREADABLE = [
    "old/latin.txt:1:14: PIN002 byte 0xf6 is not UTF-8",
    "old/picture.txt: PIN001 the file is not text (it holds the character U+0000)",
]


def test_articles_in_folders_are_judged_where_they_stand(here: Path, pincite_inside: PinciteInside) -> None:
    assert lines_of(pincite_inside, "--articles", "old") == [
        *(f"old/1899/a.txt:5:25: {line}" for line in FOUND),
        *(f"old/B.TXT:5:25: {line}" for line in FOUND),
        *UNREADABLE,
    ], here
    assert pincite_inside("check", "--articles", "old").status == 1


def test_without_it_folders_are_searched_for_documents_alone(
    here: Path, pincite_inside: PinciteInside
) -> None:
    done = pincite_inside("check", "--format", "json", "old")
    assert [one["path"] for one in json.loads(done.out)["files"]] == ["old/c.pincite.yaml"], here


def test_a_folder_without_either_is_told(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "empty").mkdir()
    done = pincite_inside("check", "--articles", "empty")
    assert done.err == (
        "pincite: no Pincite files or articles in empty (NAME.pincite.yaml, .yml, .json, .jsonl, annotated NAME.md)\n"
    )


@pytest.mark.parametrize(
    ("config", "lines"),
    [
        ('exclude = ["old/[a-z]*.txt"]', [*(f"old/1899/a.txt:5:25: {one}" for one in FOUND), *(f"old/B.TXT:5:25: {one}" for one in FOUND)]),
        (
            'per-file-ignores = {"/1899/" = ["PIN103"], "*.TXT" = ["PIN1"]}',
            [f"old/1899/a.txt:5:25: {FOUND[0]}", f"old/1899/a.txt:5:25: {FOUND[1]}", *UNREADABLE],
        ),
        (
            'per-file-ignores = {"old/1899/" = ["PIN103"], "*.TXT" = ["PIN1"]}',
            [f"old/1899/a.txt:5:25: {FOUND[1]}", *UNREADABLE],
        ),
        ('ignore = ["PIN1"]\nper-file-ignores = {"*" = ["ALL"]}', UNREADABLE),
    ],
)  # fmt: skip
def test_articles_fall_under_the_configuration(
    config: str, lines: list[str], here: Path, pincite_inside: PinciteInside
) -> None:
    (here / "pincite.toml").write_text(config)
    done = pincite_inside("check", "--articles", "--format", "concise", "old")
    codes = {"PIN001", "PIN002", "PIN103", "PIN108"}
    assert [one for one in done.out.splitlines() if one.split(": ")[1][:6] in codes] == lines


def test_what_an_annotator_does_is_not_asked_of_an_article(here: Path, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--select", "ALL", "--format", "json", str(here / "old" / "B.TXT"))
    assert {one["code"] for one in json.loads(done.out)["findings"]} & {"PIN112", "PIN303", "PIN113"} == set()


def test_a_folder_with_articles_alone_says_how_to_take_them(
    here: Path, pincite_inside: PinciteInside
) -> None:
    (here / "texts").mkdir()
    (here / "texts/a.txt").write_text(ARTICLE, "utf-8")
    done = pincite_inside("check", "texts")
    assert done.status == 0
    assert done.err.endswith("annotated NAME.md); --articles takes the 1 NAME.txt there\n")
