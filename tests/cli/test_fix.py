"""``check --fix`` and ``--diff`` as people call them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pincite.cli import fixing
from pincite.fixing.fixed import fixed
from tests.conftest import Pincite

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import PinciteInside

MOVED = """\
pincite: "1.0"  # the bell's own article
article: {title: The harbour clock, date: "1912", url: "https://example.org/clock", text: {content: "Yesterday the keeper wrote: “The tide turned at six.”"}}
quotations:
  - id: q1
    text: The tide turned at six.   # as printed
    anchor: {start: 19, end: 42}
    uncited: {reason: a proverb}
"""
RIGHT = MOVED.replace("start: 19, end: 42", "start: 29, end: 52")
PATCH = """\
--- a/a.pincite.yaml
+++ b/a.pincite.yaml
@@ -3,5 +3,5 @@
 quotations:
   - id: q1
     text: The tide turned at six.   # as printed
-    anchor: {start: 19, end: 42}
+    anchor: {start: 29, end: 52}
     uncited: {reason: a proverb}
"""
STDIN = ("--stdin-filename", "b.pincite.yaml", "-")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pincite.yaml").write_text(MOVED, "utf-8")
    return tmp_path


def test_a_fix_is_made_and_the_rest_told(here: Path, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert (here / "a.pincite.yaml").read_text("utf-8") == RIGHT
    assert done.err == "pincite: 1 finding fixed in 1 file: PIN403 1\n"
    assert done.out == "1 file, 1 quotation, 0 citations: no findings\n"
    assert done.status == 0
    again = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert (again.status, again.err) == (0, "pincite: nothing was fixed\n")


def test_a_patch_is_shown_and_nothing_written(here: Path, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--diff", "a.pincite.yaml")
    assert (done.status, done.out) == (1, PATCH)
    assert done.err == "pincite: 1 finding would be fixed in 1 file: PIN403 1\n"
    assert (here / "a.pincite.yaml").read_text("utf-8") == MOVED
    assert pincite_inside("check", "--diff", "--exit-zero", "a.pincite.yaml").status == 0
    (here / "fix.patch").write_bytes(done.out.encode())
    subprocess.run(["git", "apply", "fix.patch"], cwd=here, check=True)
    assert (here / "a.pincite.yaml").read_text("utf-8") == RIGHT
    assert pincite_inside("check", "--diff", "a.pincite.yaml").status == 0


def test_what_is_not_told_is_not_fixed(here: Path, pincite_inside: PinciteInside) -> None:
    for options in (["--ignore", "PIN403"], ["--select", "PIN1"]):
        assert pincite_inside("check", "--fix", *options, "a.pincite.yaml").status == 0
    pincite_inside("check", "--write-baseline", "known.json", "a.pincite.yaml")
    pincite_inside("check", "--fix", "--baseline", "known.json", "a.pincite.yaml")
    ignored = MOVED.replace("end: 42}", "end: 42}  # pincite: ignore[PIN403] on purpose")
    (here / "b.pincite.yaml").write_text(ignored, "utf-8")
    pincite_inside("check", "--fix", "b.pincite.yaml")
    assert (here / "a.pincite.yaml").read_text("utf-8") == MOVED
    assert (here / "b.pincite.yaml").read_text("utf-8") == ignored


def test_standard_input_becomes_standard_output(here: Path, pincite_inside: PinciteInside) -> None:
    call = ["--stdin-filename", "sub/b.pincite.yaml", "-"]
    done = pincite_inside("check", "--fix", *call, stdin=MOVED.encode())
    assert (done.status, done.out) == (0, RIGHT)
    assert "no findings" in done.err
    assert pincite_inside("check", "--fix", *call, stdin=RIGHT.encode()).out == RIGHT
    shown = pincite_inside("check", "--diff", *call, stdin=MOVED.encode())
    assert shown.out == PATCH.replace("/a.pincite", "/sub/b.pincite")
    assert sorted(path.name for path in here.iterdir()) == ["a.pincite.yaml"]


def test_a_file_that_changes_meanwhile_is_left_alone(
    here: Path, pincite_inside: PinciteInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = here / "a.pincite.yaml"

    def meddled(*arguments: object) -> object:
        new = fixed(*arguments)  # type: ignore[arg-type]
        path.write_text(f"{MOVED}# somebody's own line\n", "utf-8")
        return new

    monkeypatch.setattr(fixing, "fixed", meddled)
    done = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert path.read_text("utf-8") == f"{MOVED}# somebody's own line\n"
    assert "a.pincite.yaml was changed by somebody else meanwhile, and is left as it is" in done.err
    assert done.status == 1


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "bom"])
def test_mode_line_ends_and_byte_order_mark_stay(
    eol: str, mark: str, here: Path, pincite_inside: PinciteInside
) -> None:
    path = here / "a.pincite.yaml"
    path.write_bytes((mark + MOVED.replace("\n", eol)).encode())
    path.chmod(0o640)
    link = here / "link.pincite.yaml"
    link.symlink_to(path)
    assert pincite_inside("check", "--fix", "link.pincite.yaml").status == 0
    assert path.read_bytes() == (mark + RIGHT.replace("\n", eol)).encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert not list(here.glob(".pincite-*"))


def test_a_file_that_must_not_be_written_is_told(here: Path, pincite_inside: PinciteInside) -> None:
    path = here / "a.pincite.yaml"
    path.chmod(0o444)
    done = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert "a.pincite.yaml is read-only; allow writing (chmod u+w) and run the command again" in done.err
    path.chmod(0o644)
    os.link(path, here / "twin.pincite.yaml")
    done = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert "has 2 names (hard links)" in done.err
    assert (done.status, path.read_text("utf-8")) == (1, MOVED)


def test_programs_are_told_what_a_fix_would_change(here: Path, pincite_inside: PinciteInside) -> None:
    path = here / "a.pincite.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    finding = json.loads(pincite_inside("check", "--format", "jsonl", "a.pincite.yaml").out.splitlines()[0])
    assert finding["fix"] == {
        "title": "set start and end to 29-52",
        "safety": "safe",
        "edits": [
            {"line": 6, "column": 21, "end_line": 6, "end_column": 22, "text": "2"},
            {"line": 6, "column": 30, "end_line": 6, "end_column": 31, "text": "5"},
        ],
    }
    stdin = ["--stdin-filename", "b.pincite.yaml", "-"]
    log = json.loads(pincite_inside("check", "--format", "sarif", *stdin, stdin=MOVED.encode()).out)
    [fix] = log["runs"][0]["results"][0]["fixes"]
    assert fix["description"]["text"] == "set start and end to 29-52 (safe fix)"
    assert fix["artifactChanges"][0]["replacements"][0] == {
        "deletedRegion": {"startLine": 6, "startColumn": 21, "endLine": 6, "endColumn": 22},
        "insertedContent": {"text": "2"},
    }


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
@pytest.mark.parametrize("term", ["xterm", "dumb"])
@pytest.mark.parametrize("call", [["--diff", "a.pincite.yaml"], ["--fix", *STDIN], ["--diff", *STDIN]])
def test_a_terminal_gets_no_direction_marks(here: Path, call: list[str], term: str) -> None:
    from tests.terminal import printed  # noqa: PLC0415 - not everywhere

    marked = MOVED.replace("printed", "\u202edetnirp")
    (here / "a.pincite.yaml").write_text(marked, "utf-8")
    command = [sys.executable, "-m", "pincite", "check", *call]
    status, shown = printed(command, here, Pincite.environment({"TERM": term}), marked.encode())
    assert status == (1 if "--diff" in call else 0)
    assert "\u202e" not in shown
    assert "\\u202edetnirp" in shown


ARTICLE = """\
The Choir of the Harbour

by Ines Marrow

The singers of the mole , all of them pilots, wrote to the keeper:

“The tide turned at six.” (Clara Hask, The Bell, Lantern Row Press, 1871, p. 14)
"""
NAMING = """\
pincite: "1.0"
article: {title: The Choir of the Harbour, date: "1912", url: "https://example.org/choir", text: {path: choir.txt}}
"""


@pytest.fixture
def choir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "choir.txt").write_text(ARTICLE, "utf-8", newline="\n")
    return tmp_path


def told_of(document: str) -> str:
    return (
        f"pincite: choir.txt is not fixed: {document} annotates it; change the article by hand and run "
        f"pincite convert choir.txt --update {document}\n"
    )


def test_an_article_that_is_annotated_beside_it_is_not_fixed(
    choir: Path, pincite_inside: PinciteInside
) -> None:
    pincite_inside("convert", "choir.txt", "--text-path", "-o", "choir.pincite.yaml")
    before = pincite_inside("check", "--articles", ".").out
    assert "1 finding can be fixed with --fix" in before
    for options in (["--fix"], ["--fix", "--unsafe-fixes"], ["--diff"]):
        done = pincite_inside("check", *options, "--articles", ".")
        assert (choir / "choir.txt").read_text("utf-8") == ARTICLE
        assert done.err.startswith(told_of("choir.pincite.yaml"))
        assert "--fix" not in done.out
        assert "PIN403" not in done.out
        assert "PIN407" not in done.out
    assert (done.status, done.out) == (0, "")
    (choir / "choir.pincite.yaml").unlink()
    assert "fixed in 1 file" in pincite_inside("check", "--fix", "choir.txt").err
    assert (choir / "choir.txt").read_text("utf-8") == ARTICLE.replace(" , all", ", all")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pincite.yml", NAMING),
        ("b.pincite.yaml", NAMING.replace("choir.txt", "./sub/../choir.txt")),
        ("c.pincite.json", '{"pincite": "1.0", "article": {"text": {"path": "choir.txt"}}}'),
        ("d.pincite.jsonl", '[]\n\n{"pincite": "1.0", "article": {"text": {"path": "choir.txt"}}}\n'),
    ],
)
def test_a_document_of_any_kind_keeps_its_article(
    choir: Path, pincite_inside: PinciteInside, name: str, content: str
) -> None:
    (choir / name).write_text(content, "utf-8")
    done = pincite_inside("check", "--fix", "choir.txt")
    assert (choir / "choir.txt").read_text("utf-8") == ARTICLE
    expected = told_of(name)
    if name.endswith("l") and "json" in name:
        expected = expected.replace(f"run pincite convert choir.txt --update {name}", "convert it anew")
    assert done.err == f"{expected}pincite: nothing was fixed\n"


def test_standard_input_is_kept_as_the_article_that_it_is_named(
    choir: Path, pincite_inside: PinciteInside
) -> None:
    (choir / "a.pincite.yaml").write_text(NAMING, "utf-8")
    done = pincite_inside("check", "--fix", "--stdin-filename", "choir.txt", "-", stdin=ARTICLE.encode())
    assert done.out == ARTICLE
    assert done.err.startswith(told_of("a.pincite.yaml"))


def test_a_link_to_an_annotated_article_is_kept_with_it(choir: Path, pincite_inside: PinciteInside) -> None:
    (choir / "a.pincite.yaml").write_text(NAMING, "utf-8")
    (choir / "link.txt").symlink_to("choir.txt")
    done = pincite_inside("check", "--fix", "choir.txt", "link.txt")
    assert (choir / "choir.txt").read_text("utf-8") == ARTICLE
    assert done.err.count("is not fixed: a.pincite.yaml annotates it") == 2


@pytest.mark.parametrize(
    "content",
    [
        "article: {text: {path: choir.txt",
        "- choir.txt",
        "article: {text: [choir.txt]}",
        'article: {text: {path: "../choir.txt"}}',
        'article: {text: {path: "choir.txt\\0"}}',
        "article: {text: {path: other-choir.txt}}",
        "article: {title: choir.txt}",
        "\udcff choir.txt",
    ],
)
def test_a_document_that_does_not_name_the_article_keeps_nothing(
    choir: Path, pincite_inside: PinciteInside, content: str
) -> None:
    (choir / "a.pincite.yaml").write_bytes(content.encode("utf-8", "surrogateescape"))
    done = pincite_inside("check", "--fix", "choir.txt")
    assert done.err == "pincite: 1 finding fixed in 1 file: PIN611 1\n"
