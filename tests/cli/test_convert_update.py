"""``pincite convert ARTICLE --update DOCUMENT``: what is written, what is told, what is refused."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from pincite import load
from tests.converter.laid_out import register
from tests.converter.test_update import ANSWER, ASKED, END, FIRST, PARTS, SECOND, THIRD, TITLE, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite, PinciteInside

NAME = "lamps.pincite.yaml"
LATER = text_of([TITLE, ANSWER, THIRD, ANSWER, SECOND, END])


@pytest.fixture
def folder(tmp_path: Path, pincite: Pincite) -> Path:
    """Return a folder with an article and its document, in which a person named the speaker of the first quotation."""
    (tmp_path / "lamps.txt").write_text(text_of(PARTS), "utf-8")
    assert pincite("convert", "lamps.txt", "-o", NAME, cwd=tmp_path).status == 0
    text = (tmp_path / NAME).read_text("utf-8")
    assert text.count("display: block\n") == 2
    (tmp_path / NAME).write_text(
        text.replace("display: block\n", "display: block\n    speaker: {literal: Ada Holm}\n", 1)
        .replace("display: block\n    citations", "display: block  # a comment\n    citations")
        .replace("- id: q1\n", "- id: asked # the first\n").replace("ref: q1\n", "ref: asked\n"),
        "utf-8",
    )  # fmt: skip
    return tmp_path


def test_a_document_is_brought_up_to_date_where_it_lies(folder: Path, pincite: Pincite) -> None:
    (folder / "lamps.txt").write_text(LATER, "utf-8")
    done = pincite("convert", "lamps.txt", "--update", NAME, cwd=folder)
    assert (done.status, done.out) == (0, "")
    assert done.err == (
        "pincite: new: fenn-wick-1905, q1, image-1-2\n"
        "pincite: no longer in the article, kept: asked\n"
        "pincite: lamps.pincite.yaml: 4 places moved\n"
    )
    document = load(folder / NAME)
    assert document.text == LATER
    quotations = {one["id"]: one for _, one in document.quotations}
    assert list(quotations) == ["asked", "q1", "q2"]
    assert quotations["asked"]["speaker"] == {"literal": "Ada Holm"}
    assert "anchor" not in quotations["asked"]
    assert document.data["annotation"]["method"] == "mixed"
    before = (folder / NAME).read_bytes()
    again = pincite("convert", "lamps.txt", "--update", NAME, cwd=folder)
    assert (again.status, again.err) == (0, "pincite: lamps.pincite.yaml: 0 places moved\n")
    assert (folder / NAME).read_bytes() == before


@pytest.mark.parametrize(("output", "path"), [("out/new.pincite.json", "../lamps.txt"), ("-", None)])
def test_a_document_is_brought_up_to_date_elsewhere(
    output: str, path: str | None, folder: Path, pincite: Pincite
) -> None:
    (folder / "out").mkdir()
    before = (folder / NAME).read_bytes()
    (folder / "lamps.txt").write_text(text_of([TITLE, "First.", *PARTS[1:]]), "utf-8")
    refer = ["--text-path"] if path else []
    done = pincite("convert", "lamps.txt", "--update", NAME, "-o", output, *refer, cwd=folder)
    assert done.status == 0, done.err
    assert (folder / NAME).read_bytes() == before
    if path:
        document = load(folder / output)
        assert document.article["text"]["path"] == path
        assert document.quotations[0][1]["speaker"] == {"literal": "Ada Holm"}
    else:
        assert "speaker:" in done.out


def test_a_document_that_refers_to_its_text_has_lost_the_old_one(folder: Path, pincite: Pincite) -> None:
    assert pincite("convert", "lamps.txt", "-o", "b.pincite.json", "--text-path", cwd=folder).status == 0
    document = json.loads((folder / "b.pincite.json").read_text("utf-8"))
    document["quotations"][0]["speaker"] = {"literal": "Ada Holm"}
    (folder / "b.pincite.json").write_text(json.dumps(document), "utf-8")
    same = pincite("convert", "lamps.txt", "--update", "b.pincite.json", cwd=folder)
    assert same.err == "pincite: b.pincite.json: 0 places moved\n"
    (folder / "lamps.txt").write_text(text_of([TITLE, "First.", ASKED, FIRST, ANSWER, THIRD, END]), "utf-8")
    done = pincite("convert", "lamps.txt", "--update", "b.pincite.json", cwd=folder)
    assert done.err.startswith(
        "pincite: the text that b.pincite.json was made of is not there any more; whatever differs from the new "
        "conversion is kept\npincite: new: "
    )
    quotations = load(folder / "b.pincite.json").quotations
    assert quotations[0][1]["speaker"] == {"literal": "Ada Holm"}
    assert {one["text"][:8] for _, one in quotations} == {"We have ", "No more ", "The wick"}
    assert load(folder / "b.pincite.json").article["text"]["path"] == "lamps.txt"


def test_pictures_of_the_new_article_are_written(
    tmp_path: Path, pincite_inside: PinciteInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.cli.test_convert_files import LAID  # noqa: PLC0415 - beside what registers its reader

    register(monkeypatch)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lamp.laid").write_text(json.dumps({**LAID, "pictures": [{"target": "a.png"}] * 2}))
    assert pincite_inside("convert", "lamp.laid", "-o", "lamp.pincite.json").status == 0
    (tmp_path / "lamp.laid").write_text(json.dumps(LAID))
    done = pincite_inside("convert", "lamp.laid", "--update", "lamp.pincite.json")
    assert done.status == 0
    assert len(list((tmp_path / "lamp-pictures").iterdir())) == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["lamps.txt", "other.txt", "--update", NAME], "--update takes one article, that of the document"),
        (["lamps.txt", "--update", "lamps.txt"], "--update needs a Pincite document (NAME.pincite.yaml, "),
        (["lamps.txt", "--update", "plain.yaml"], "--update needs a Pincite document (NAME.pincite.yaml, "),
        (["other.txt", "--update", NAME], "other.txt has hardly a paragraph of the article that "),
        (["lamps.txt", "--update", "no.pincite.yaml"], "cannot read no.pincite.yaml: "),
        (["lamps.txt", "--update", "bad.pincite.yaml"], "bad.pincite.yaml has 1 fault of structure and would lose"),
        ([NAME, "--update", NAME], "lamps.pincite.yaml is a document itself; name the article that "),
        (["nothing.txt", "--update", NAME], "cannot read nothing.txt: no such file or directory"),
        (["lamps.txt", "--update", NAME, "-o", "lamps.txt"], "lamps.txt is the article itself; "),
        (["lamps.txt", "--update", NAME, "--to", "csl-json"], "--update keeps all of a document, and csl-json holds"),
        (["lamps.txt", "--update", NAME, "--explain"], "--explain takes one article and prints"),
    ],
)  # fmt: skip
def test_what_cannot_be_updated_is_told_and_left_alone(
    arguments: list[str], complaint: str, folder: Path, pincite: Pincite
) -> None:
    (folder / "bad.pincite.yaml").write_text("pincite: '1.0'\narticle: {titel: T}\n")
    (folder / "other.txt").write_text(
        "Of ferries\n\nNothing in this article has to do with any lamp at all.\n"
    )
    before = {path: path.read_bytes() for path in folder.iterdir()}
    done = pincite("convert", *arguments, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: {complaint}")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


# --- comments


def commented(folder: Path) -> str:
    """Write a comment at each line of the document outside its texts; return the document."""
    lines = (folder / NAME).read_text("utf-8").split("\n")
    told = ["# all of it is invented", *lines]
    for number, line in enumerate(told):
        if line.startswith(
            ("sources:", "quotations:", "  - id:", "    citations:", "annotation:", "  title:")
        ):
            told[number] = f"{line} # at line {number}" if " #" not in line else line
    text = "\n".join(told)
    (folder / NAME).write_text(text, "utf-8")
    return text


def comments_of(text: str) -> dict[str, str]:
    """Return the comments at the ends of lines, with what stands before them."""
    return {found[2]: found[1] for found in re.finditer(r"^ *(\S.*?) +(# .*)$", text, re.MULTILINE)}


def test_comments_stay_where_new_quotations_come_between(folder: Path, pincite: Pincite) -> None:
    before = commented(folder)
    assert len(comments_of(before)) > 8
    (folder / "lamps.txt").write_text(LATER, "utf-8")
    done = pincite("convert", "lamps.txt", "--update", NAME, cwd=folder)
    assert done.status == 0, done.err
    after = (folder / NAME).read_text("utf-8")
    assert comments_of(after) == comments_of(before)
    assert after.startswith("# all of it is invented\n")
    assert [one["id"] for _, one in load(folder / NAME).quotations] == ["asked", "q1", "q2"]
    assert pincite("fmt", "--diff", NAME, cwd=folder).out == ""
    assert pincite("convert", "lamps.txt", "--update", NAME, cwd=folder).status == 0
    assert (folder / NAME).read_text("utf-8") == after


def test_comments_are_lost_only_where_that_is_wished(folder: Path, pincite: Pincite) -> None:
    article, text = folder / "lamps.txt", (folder / NAME).read_text("utf-8")
    asked = text.index("- id: asked")
    anchor = re.sub(r"\n    anchor: .*", r"\g<0> # where it was looked for", text[asked:], count=1)
    text = text[:asked] + anchor
    (folder / NAME).write_text(text, "utf-8")
    article.write_text(LATER, "utf-8")
    call = ["convert", "lamps.txt", "--update", NAME]
    done = pincite(*call, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "pincite: lamps.pincite.yaml has 3 comments, and not all can stay with what has changed; "
        "add --force to write it without any, or name another file with --output\n"
    )
    assert (folder / NAME).read_text("utf-8") == text
    for output in ("-", "new.pincite.yaml", "new.pincite.json"):
        done = pincite(*call, "-o", output, cwd=folder)
        assert done.status == 0
        assert done.err.startswith("pincite: 3 comments of lamps.pincite.yaml not kept\n")
        assert (folder / NAME).read_text("utf-8") == text
    assert pincite(*call, "--force", cwd=folder).status == 0
    assert (folder / NAME).read_text("utf-8") == (folder / "new.pincite.yaml").read_text("utf-8")
    assert comments_of((folder / NAME).read_text("utf-8")) == {}
