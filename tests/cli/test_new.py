"""``pincite new``: a document for an article, valid as it stands, and valid when its examples are taken over."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from pincite import check, load
from pincite.cli.starting.new_files import text_of
from pincite.cli.starting.schema_copy import NAME
from pincite.converter.readers import READERS
from pincite.formatting.formatted import formatted

if TYPE_CHECKING:
    from tests.conftest import Pincite

ARTICLE = """\
The Harbour Clock

By Ines Marrow

The keeper wrote:

The tide turned at six. (Day Book, Jonas Pell, 1871, p. 12)
"""
SHA256 = hashlib.sha256(ARTICLE.encode()).hexdigest()
HEAD = """\
# What the article says of itself is filled in; the rest is yours. pincite check tells what is still missing.
# The lines behind one # are examples with invented names: take the "# " away, and put your own in.
pincite: "1.0"

article:
  title: The Harbour Clock
  authors:
    - {literal: Ines Marrow}
  language: en
  # date: "2019-06-04"
  # url: "https://example.org/harbour-clock"
  text:
    path: clock.txt
    sha256: %s
    media_type: text/plain

annotation:
  method: manual
  # by: {literal: Your Name}

## Sources:
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clock.txt").write_bytes(ARTICLE.encode())
    return tmp_path


def uncommented(text: str) -> str:
    """Return a document with its examples taken over, as a person does: one "# " less before each line of them."""
    first = text.index("\narticle:")
    head, rest = text[:first], text[first:]
    return head + re.sub(
        r"^( *)# ?", r"\1", re.sub(r"^ *##.*\n", "", rest, flags=re.MULTILINE), flags=re.MULTILINE
    )


def codes(path: Path | str) -> list[str]:
    return [one.code for one in check(path).findings]


def test_a_document_says_what_the_article_says(folder: Path, pincite: Pincite) -> None:
    done = pincite("new", "clock.txt")
    assert (done.status, done.out) == (
        0,
        "wrote clock.pincite.yaml\nnext: pincite check clock.pincite.yaml\n",
    )
    assert done.err == (
        "pincite: 1 citation in it is not taken over; pincite convert clock.txt reads them by itself\n"
    )
    text = (folder / "clock.pincite.yaml").read_text("utf-8")
    assert text.startswith((HEAD % SHA256).rstrip() + " ")
    assert codes("clock.pincite.yaml") == ["PIN125", "PIN126"]  # no date, no address
    assert pincite("check", "clock.pincite.yaml").status == 0


def test_what_is_said_to_come_next_works(folder: Path, pincite: Pincite) -> None:
    _, following = pincite("new", "clock.txt").out.splitlines()
    assert following.startswith("next: pincite ")
    assert pincite(*following.removeprefix("next: pincite ").split()).status == 0
    assert folder.joinpath("clock.pincite.yaml").is_file()


def test_its_examples_are_right(folder: Path, pincite: Pincite) -> None:
    pincite("new", "clock.txt")
    text = uncommented((folder / "clock.pincite.yaml").read_text("utf-8"))
    (folder / "filled.pincite.yaml").write_text(text, "utf-8")
    document = load("filled.pincite.yaml").data
    assert {"sources", "quotations", "claims", "images"} <= document.keys()
    assert {"date", "url"} <= document["article"].keys()
    assert document["annotation"] == {"method": "manual", "by": {"literal": "Your Name"}}
    assert codes("filled.pincite.yaml") == ["PIN508"]  # an invented page has no picture


def test_the_examples_are_a_document_of_themselves() -> None:
    text = text_of("parts.yaml")
    assert list(yaml.safe_load(text)) == ["sources", "quotations", "claims", "images"]
    assert formatted("parts.pincite.yaml", f'pincite: "1.0"\n{text}'.encode()).draft.after.decode() == (
        f'pincite: "1.0"\n{text}'
    )


@pytest.mark.parametrize("name", ["clock.txt", "whole.md"])
def test_formatting_leaves_it_as_it_is(name: str, folder: Path, pincite: Pincite) -> None:
    (folder / "whole.md").write_text(
        "# The Harbour Clock\n\nBy Ada Fenn\n\n4 June 2019\n\nThe tide turned *at six*.\n"
    )
    assert pincite("new", name).status == 0
    done = pincite("fmt", "--diff", ".")
    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("clock.md", "# The Harbour Clock\n\nBy Ada Fenn\n\nThe tide turned *at six*.\n\n> It was high.\n", "The Harbour Clock"),
        ("clock.html", "<title>The Clock</title><article><h1>The Harbour Clock</h1><p>By Ada Fenn</p><p>The tide turned.</p><blockquote>It was high.</blockquote></article>", "The Harbour Clock"),
        ("clock.dat", "Часы гавани\n\nПрилив повернул в шесть часов, и никто не пришёл к колоколу.\n".encode("koi8-r"), None),
    ],
)  # fmt: skip
def test_a_file_that_is_more_than_its_text_is_taken_in(
    name: str, content: str | bytes, title: str | None, folder: Path, pincite: Pincite
) -> None:
    if name.endswith(".html"):
        pytest.importorskip("selectolax")
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(data)
    options = ["--encoding", "koi8-r"] if isinstance(content, bytes) else []
    assert pincite("new", name, *options).status == 0
    document = load(f"{name.partition('.')[0]}.pincite.yaml")
    assert document.article.get("title") == title
    assert set(document.article["text"]) == {"content"}
    assert document.article["original"]["sha256"] == hashlib.sha256(data).hexdigest()
    assert document.article["original"]["path"] == name
    assert {code for code in codes(document.path) if not code.startswith("PIN12")} == set()


@pytest.mark.parametrize(
    "name", ["-x.txt", "a b.txt", "a:b.txt", 'say "x".txt', "a\\b.txt", "港.txt", "x#y.txt", "a\nb.txt"]
)
def test_any_name_is_told_and_written_as_it_is(name: str, folder: Path, pincite_process: Pincite) -> None:
    (folder / name).write_bytes(ARTICLE.encode())
    done = pincite_process("new", f"./{name}", cwd=folder)
    assert done.status == 0, done.err
    target = f"{name.removesuffix('.txt')}.pincite.yaml"
    assert set(codes(folder / target)) == {"PIN125", "PIN126"}
    assert done.out.count("\n") == 2


def test_an_article_out_of_reach_is_taken_in(folder: Path, pincite: Pincite) -> None:
    (folder / "work").mkdir()
    assert pincite("new", "clock.txt", "-o", "work/near.pincite.yaml").status == 0
    assert load("work/near.pincite.yaml").article["text"]["path"] == "../clock.txt"
    assert "PIN408" not in codes("work/near.pincite.yaml")
    assert pincite("new", "../clock.txt", "-o", "far.pincite.yaml", cwd=folder / "work").status == 0
    assert "content" in load("work/far.pincite.yaml").article["text"]


def test_it_can_be_shown_alone(folder: Path, pincite: Pincite) -> None:
    done = pincite("new", "clock.txt", "-o", "-")
    assert done.out.startswith((HEAD % SHA256).rstrip() + " ")
    assert sorted(path.name for path in folder.iterdir()) == ["clock.txt"]


def test_concluded_values_are_no_more_than_suggested() -> None:
    from pincite.cli.starting.skeleton import skeleton  # noqa: PLC0415 - imported by this command alone

    article = {
        "title": "X",
        "date": "1871",
        "inferred": {"date": "the year\nof its post"},
        "text": {"content": "X"},
    }
    text = skeleton(article, "")  # type: ignore[arg-type] # a plain dictionary
    lines = text.splitlines()
    at = lines.index('  # date: "1871"')
    assert lines[at - 1] == r"  ## concluded, not read: the year\x0aof its post"
    assert yaml.safe_load(text)["article"] == {"title": "X", "text": {"content": "X"}}


# --- the modeline


@pytest.mark.parametrize(
    ("copy", "target", "line"),
    [
        (NAME, "clock.pincite.yaml", f"# yaml-language-server: $schema={NAME}"),
        (NAME, "a/b/c.pincite.yaml", f"# yaml-language-server: $schema=../../{NAME}"),
        (f"a/{NAME}", "a/b/c.pincite.yaml", f"# yaml-language-server: $schema=../{NAME}"),
        (f"a/{NAME}", "clock.pincite.yaml", None),
    ],
)
def test_a_copy_of_the_schema_is_named(
    copy: str, target: str, line: str | None, folder: Path, pincite: Pincite
) -> None:
    (folder / "a" / "b").mkdir(parents=True)
    (folder / copy).write_text("{}")
    assert pincite("new", "clock.txt", "-o", target).status == 0
    first = (folder / target).read_text("utf-8").splitlines()[0]
    assert first == line if line else first.startswith("# What the article says")


def test_a_copy_outside_of_the_repository_is_none(folder: Path, pincite: Pincite) -> None:
    (folder / NAME).write_text("{}")
    (folder / "mine" / ".git").mkdir(parents=True)
    assert pincite("new", "clock.txt", "-o", "mine/a.pincite.yaml").status == 0
    assert "$schema" not in (folder / "mine" / "a.pincite.yaml").read_text("utf-8")


# --- what is refused


def test_nothing_is_replaced(folder: Path, pincite: Pincite) -> None:
    (folder / "clock.pincite.yaml").write_text("mine")
    (folder / "link.pincite.yaml").symlink_to(folder / "nowhere")
    for options, name in (((), "clock"), (("-o", "link.pincite.yaml"), "link")):
        done = pincite("new", "clock.txt", *options)
        assert (done.status, done.out) == (2, "")
        assert done.err == (
            f"pincite: {name}.pincite.yaml is there already, and is left as it is; name another file with --output\n"
        )
    assert (folder / "clock.pincite.yaml").read_text() == "mine"
    assert not (folder / "nowhere").exists()


def test_a_file_that_comes_meanwhile_stays(folder: Path) -> None:
    from pincite.cli.output import CallError  # noqa: PLC0415 - beside what raises it
    from pincite.cli.starting.new_files import write_new  # noqa: PLC0415 - as above

    (folder / "x").write_text("mine")
    with pytest.raises(CallError, match="x is there already, and is left as it is"):
        write_new(Path("x"), "ours")
    assert (folder / "x").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.txt", None, "cannot read gone.txt: no such file or directory"),
        ("empty.txt", b"", "empty.txt has no visible text; there is nothing to convert"),
        ("binary.txt", b"\x7fELF\0\0\0\1" * 99, "binary.txt is not text (it holds the character U+0000); save it as plain text, in UTF-8"),
        ("done.pincite.yaml", b'pincite: "1.0"\narticle: {}\n', "done.pincite.yaml is a document already; pincite check judges it"),
        ("refs.bib", b"@book{a, title={A}}", "refs.bib is a bibliography, not an article; pincite convert makes a catalogue of it"),
        ("broken.docx", b"PK\3\4 nothing", "cannot read broken.docx: "),
        ("-", b"x", "a document names its article's file; save the article, and name it instead of -"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused(
    name: str, content: bytes | None, said: str, folder: Path, pincite: Pincite
) -> None:
    before = {"clock.txt"}
    if content is not None and name != "-":
        (folder / name).write_bytes(content)
        before.add(name)
    done = pincite("new", name)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: {said}")
    assert done.err.count("\n") == 1
    assert {path.name for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "clock.yaml"], "clock.yaml would be no Pincite file by its name; call it NAME.pincite.yaml, as its comments need YAML"),
        (["-o", "no/such/a.pincite.yaml"], "cannot write no/such/a.pincite.yaml: no such file or directory"),
        (["--from", "pdf"], f"--from knows no format 'pdf'; there are: {', '.join(READERS)}"),
        (["--isolated", "--config", "x"], "--isolated and --config exclude each other"),
        (["--encoding", "runes"], "no encoding is called 'runes'; one is 'windows-1252'"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told(options: list[str], said: str, folder: Path, pincite: Pincite) -> None:
    done = pincite("new", "clock.txt", *options)
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {said}\n")
    assert [path.name for path in folder.iterdir()] == ["clock.txt"]


HOSTILE = {
    "utf-16": "The Lamp\n\nIt burned.\n".encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + ARTICLE.encode(),
    "carriage returns": ARTICLE.replace("\n", "\r").encode(),
    "windows": "Der Wärter schrieb: „Die Flut kam um sechs.“\r\n".encode("windows-1252") * 9,
    "controls": b"The Lamp\n\nBy Ada \x1b[31mFenn\x1b[0m\n\nIt burned.\n",
    "turned round": "The \u202elamp\u202c\n\nIt burned.\n".encode(),
    "broken": b"The lamp burned. \xff\xfe\xfd \x80\x81 " * 40,
    "one line": b"The lamp burned and burned. " * 40_000,
    "one word": b"x" * 1_000_000,
    "parentheses": b"The lamp burned. " + b"(" * 200_000,
    "lines": b"\n" * 500_000 + b"The lamp burned.",
    "front matter": b"---\ntitle: [\n---\nThe lamp burned.\n",
    "zip": b"PK\x03\x04" + bytes(range(256)) * 40,
    "pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40,
}


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize("name", HOSTILE)
def test_any_file_becomes_a_document_or_is_refused_in_a_line(
    name: str, suffix: str, folder: Path, pincite: Pincite
) -> None:
    if suffix == ".html":
        pytest.importorskip("selectolax")
    (folder / f"odd{suffix}").write_bytes(HOSTILE[name])
    done = pincite("new", f"odd{suffix}")
    target = folder / "odd.pincite.yaml"
    assert "a fault in pincite itself" not in done.err
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out + done.err)
    assert (done.status, target.exists()) in {(0, True), (2, False)}, done.err
    if done.status == 0:
        assert [one.message for one in check(target).findings if one.severity == "error"] == []
    else:
        assert done.err.count("\n") == 1
