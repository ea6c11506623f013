"""The command around the converter: where it reads, where it writes, and what it says when it cannot."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite import check, convert, load
from pincite.export import write
from pincite.model.document import plain_text

if TYPE_CHECKING:
    from tests.conftest import Pincite

ARTICLE = (
    "The harbour clock of Söderhavn\nBy Ines Marrow\n\n"
    "The keeper wrote every evening:\n\n"
    "The tide turned at six.\n(The Lamp, Ada Fenn, Harbour Press, 1901, p. 4) (IMG)\n"
)
BYTES = {
    "plain": ARTICLE.encode(),
    "byte-order-mark": b"\xef\xbb\xbf" + ARTICLE.encode(),
    "crlf": ARTICLE.replace("\n", "\r\n").encode(),
    "cr": ARTICLE.replace("\n", "\r").encode(),
    "both": b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode(),
}
every_form = pytest.mark.parametrize("content", BYTES.values(), ids=BYTES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("options", "syntax"),
    [
        ([], "yaml"),
        (["--to", "yaml"], "yaml"),
        (["--to", "json"], "json"),
    ],
)
def test_a_document_is_written_to_standard_output_or_a_file(
    options: list[str], syntax: str, folder: Path, pincite: Pincite
) -> None:
    expected = write(convert(ARTICLE), syntax)
    shown = pincite("convert", "article.txt", *options, cwd=folder)
    assert (shown.status, shown.out, shown.err) == (0, expected, "")
    for name in ("--output", "-o"):
        kept = pincite("convert", *options, name, "out.pincite.yaml", "article.txt", cwd=folder)
        assert (kept.status, kept.out, kept.err) == (0, "", "")
        assert (folder / "out.pincite.yaml").read_bytes() == expected.encode()
    dash = pincite("convert", "article.txt", *options, "-o", "-", cwd=folder)
    assert dash.out == expected
    assert not (folder / "-").exists()


@every_form
@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_the_text_is_kept_with_its_digest(
    content: bytes, syntax: str, folder: Path, pincite: Pincite
) -> None:
    (folder / "article.txt").write_bytes(content)
    out = f"out.pincite.{syntax}"
    assert pincite("convert", "article.txt", "--to", syntax, "-o", out, cwd=folder).status == 0
    assert load(folder / out).article["text"] == {
        "content": ARTICLE,
        "sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
    }
    assert pincite("convert", "-", "--to", syntax, stdin=content).out == (folder / out).read_text("utf-8")


@every_form
@pytest.mark.parametrize(
    "where",
    [
        ("article.txt", "out.pincite.yaml", "article.txt"),
        ("texts/a.txt", "out.pincite.yaml", "texts/a.txt"),
        ("texts/a.txt", "documents/out.pincite.yaml", "../texts/a.txt"),
        ("./article.txt", "./out.pincite.yaml", "article.txt"),
        ("a b.txt", "out.pincite.yaml", "a b.txt"),
        ("http:a.txt", "out.pincite.yaml", "./http:a.txt"),
        ("Söderhavn.txt", "out.pincite.yaml", "Söderhavn.txt"),
    ],
)
def test_text_path_refers_to_the_files_own_bytes(
    content: bytes,
    where: tuple[str, str, str],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    pincite: Pincite,
) -> None:
    article, out, path = where
    monkeypatch.chdir(folder)
    for name in (article, out):
        Path(name).parent.mkdir(exist_ok=True)
    Path(article).write_bytes(content)
    assert pincite("convert", "--text-path", article, "-o", out).status == 0
    document = load(out)
    assert document.article["text"] == {"path": path, "sha256": hashlib.sha256(content).hexdigest()}
    assert document.text == plain_text(content.decode())
    quoted = document.quotations[0][1]
    assert document.text[quoted["anchor"]["start"] : quoted["anchor"]["end"]] == "The tide turned at six."
    assert {one.code[3] for one in check(out).findings} <= {"1", "3", "5"}


def test_text_path_without_a_file_to_write_is_relative_to_the_working_folder(
    folder: Path, pincite: Pincite
) -> None:
    (folder / "below").mkdir()
    done = pincite("convert", "--text-path", "--to", "json", "../article.txt", cwd=folder / "below")
    assert json.loads(done.out)["article"]["text"]["path"] == "../article.txt"


@pytest.mark.parametrize("name", [b"a\\b.txt", b"a\nb.txt", b"a\xffb.txt"])
def test_text_path_refuses_a_name_that_no_document_can_hold(
    name: bytes, tmp_path: Path, pincite: Pincite
) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(ARTICLE.encode())
    done = pincite("convert", "--text-path", name, "-o", "out.pincite.yaml", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith(
        "its path has characters that a document's path cannot have; rename it, or leave out --text-path\n"
    )
    assert not (tmp_path / "out.pincite.yaml").exists()
    whole = pincite("convert", name, "-o", "out.pincite.yaml", cwd=tmp_path)
    assert whole.status == 0
    assert load(tmp_path / "out.pincite.yaml").text == ARTICLE


REFUSED = [
    (["nothing.txt"], "cannot read nothing.txt: no such file or directory"),
    (["."], "several files need a folder to be written to: --output FOLDER/"),
    (["article.txt", "nothing.txt"], "several files need a folder to be written to: --output FOLDER/"),
    (["article.txt", "nul.txt", "-o", "nul.txt"], "nul.txt is a file; several files need a folder"),
    (
        ["article.txt", "-", "-o", "out/"],
        "standard input has no name to call its document by; convert it alone",
    ),
    (
        ["latin-1.txt", "--encoding", "ascii"],
        "cannot read latin-1.txt: the file is not ascii: byte 0xf6 at 22 cannot be decoded",
    ),
    (["article.txt", "--encoding", "rot13"], "no encoding is called 'rot13'; one is 'windows-1252'"),
    (["article.txt", "--encoding", "runes"], "no encoding is called 'runes'; one is 'windows-1252'"),
    (
        ["utf-16.txt", "--text-path"],
        "--text-path is for plain text in UTF-8, and utf-16.txt is a text in utf-16-le; leave it out",
    ),
    (["a\x1b[31m"], r"cannot read a\x1b[31m: no such file or directory"),
    (["--text-path", "-"], "--text-path needs an article in a file, not standard input"),
    (
        ["article.txt", "-o", "article.txt"],
        "article.txt is the input itself; name another file with --output",
    ),
    (["article.txt", "-o", "link"], "link is the input itself; name another file with --output"),
    (
        ["old.pincite.yaml"],
        "cannot read old.pincite.yaml: broken YAML: a key needs a colon and a space behind it; write it as 'name: value'",
    ),
    (["document.txt"], "document.txt is a Pincite file, not an article; pincite check judges it"),
    (["document.json"], "document.json is a Pincite file, not an article; pincite check judges it"),
    (["nul.txt"], "nul.txt is not text (it holds the character U+0000); save it as plain text, in UTF-8"),
    (
        ["letter.docx"],
        (
            "cannot read letter.docx: the file is damaged: its table of contents cannot be read (File is not a zip "
            "file); open it in a word processor and save it again as .docx"
        ),
    ),
    (
        ["letter.dat"],
        (
            "cannot read letter.dat: the file is a ZIP archive (as .docx, .odt and .epub are), not text; "
            "save it as plain text, in UTF-8"
        ),
    ),
    (["a.pdf"], "cannot read a.pdf: the file is a PDF, not text; save it as plain text, in UTF-8"),
    (["blank.txt"], "blank.txt has no visible text; there is nothing to convert"),
]


@pytest.mark.parametrize(("arguments", "complaint"), REFUSED)
def test_what_cannot_be_converted_is_told(
    arguments: list[str], complaint: str, folder: Path, pincite: Pincite
) -> None:
    (folder / "latin-1.txt").write_bytes(ARTICLE.encode("latin-1"))
    (folder / "utf-16.txt").write_bytes(ARTICLE.encode("utf-16"))
    (folder / "link").symlink_to("article.txt")
    (folder / "old.pincite.yaml").write_text(ARTICLE)
    (folder / "document.txt").write_text(
        "# yaml-language-server: $schema=a\npincite: '1.0'\narticle: {title: T}\n"
    )
    (folder / "document.json").write_text('\ufeff{\n "pincite": "1.0"}', "utf-8")
    (folder / "nul.txt").write_text("The tide\0")
    (folder / "letter.docx").write_bytes(b"PK\x03\x04\x14\x00\xff\xfe")
    (folder / "letter.dat").write_bytes(b"PK\x03\x04\x14\x00\xff\xfe")
    (folder / "a.pdf").write_bytes(b"%PDF-1.4\n\xe2\xe3\n")
    (folder / "blank.txt").write_text(" \n\u00a0\u200b\ufeff\n", "utf-8")
    done = pincite("convert", *arguments, cwd=folder, stdin=ARTICLE.encode())
    assert not (folder / "out").exists()
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {complaint}\n")
    assert (folder / "article.txt").read_text("utf-8") == ARTICLE


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Usage: pincite convert "),
        (["article.txt", "--to", "rtf"], "pincite: no format is called 'rtf'; there are: yaml, json, "),
        (["article.txt", "--to", "xml"], "pincite: no format is called 'xml'; did you mean tei or jats?"),
        (["article.txt", "--to", "BibTeX"], "pincite: no format is called 'BibTeX'; did you mean bibtex?"),
        (["article.txt", "--from", "pdf"], "pincite: --from knows no format 'pdf'; there are: text, "),
    ],
)
def test_a_wrong_call_ends_with_2(arguments: list[str], told: str, folder: Path, pincite: Pincite) -> None:
    done = pincite("convert", *arguments, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(told)


HANDWORK = {
    "a.pincite.yaml": 'pincite: "1.0"\narticle: {title: T}\nannotation: {method: mixed}\n',
    "a.pincite.json": '{"pincite": "1.0", "article": {"title": "T"}, "annotation": {"method": "mixed"}}',
    "b.pincite.yaml": 'pincite: "1.0"\narticle: {title: T\nannotation:\n  method: mixed\n',
    "c.pincite.yaml": 'pincite: "1.0"\narticle: {title: T}\nannotation: {method: manual}\n',
}


@pytest.mark.parametrize("name", HANDWORK)
def test_a_document_worked_on_by_hand_is_kept_unless_forced(
    name: str, folder: Path, pincite: Pincite
) -> None:
    (folder / name).write_text(HANDWORK[name])
    method = "manual" if "manual" in HANDWORK[name] else "mixed"
    done = pincite("convert", "article.txt", "-o", name, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        f"pincite: {name} was worked on by hand (annotation.method: {method}), and converting would lose that "
        "work; name another file with --output, or add --force to replace it\n"
    )
    assert (folder / name).read_text() == HANDWORK[name]
    assert pincite("convert", "article.txt", "-o", name, "--force", cwd=folder).status == 0
    assert "method: converted" in (folder / name).read_text("utf-8").replace('"', "")


@pytest.mark.parametrize("there", ["", "notes\n", "annotation: {method: converted}", "method of work: mixed"])
def test_other_files_are_replaced(there: str, folder: Path, pincite: Pincite) -> None:
    (folder / "a.pincite.yaml").write_text(there)
    assert pincite("convert", "article.txt", "-o", "a.pincite.yaml", cwd=folder).status == 0
    assert load(folder / "a.pincite.yaml").quotations


UNSAID = 'pincite: "1.0"\narticle: {title: T}\n'


def test_a_document_that_does_not_say_how_it_was_made_is_kept(folder: Path, pincite: Pincite) -> None:
    (folder / "a.pincite.yaml").write_text(UNSAID)
    done = pincite("convert", "article.txt", "-o", "a.pincite.yaml", cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "pincite: a.pincite.yaml is a document that does not say how it was made (annotation.method), perhaps by "
        "hand; name another file with --output, or add --force to replace it\n"
    )
    assert (folder / "a.pincite.yaml").read_text() == UNSAID
    assert pincite("convert", "article.txt", "-o", "a.pincite.yaml", "--force", cwd=folder).status == 0


@pytest.mark.parametrize(
    ("name", "there", "told"),
    [
        ("a.html", "<p>Mine.</p>", "a.html is a page that Pincite did not write"),
        ("a.md", "# My article\n", "a.md is an article without annotation"),
        (
            "a.ris",
            "TY  - BOOK\nID  - mine\nTI  - Tides\nER  - \n",
            "a.ris has entries that would be lost ('mine')",
        ),
        ("a.bib", "@book{tides, title = {Tides}}", "a.bib has entries that would be lost ('tides')"),
        ("a.bib", "@book{tides, title = {Tides}", "a.bib "),
    ],
)
def test_what_others_wrote_is_kept_unless_forced(
    name: str, there: str, told: str, folder: Path, pincite: Pincite
) -> None:
    (folder / name).write_text(there)
    done = pincite("convert", "article.txt", "-o", name, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: {told}")
    assert done.err.endswith("; name another file with --output, or add --force to replace it\n")
    assert (folder / name).read_text() == there
    assert pincite("convert", "article.txt", "-o", name, "--force", cwd=folder).status == 0
    assert pincite("convert", "article.txt", "-o", name, cwd=folder).status == 0  # its own file is replaced


@pytest.mark.parametrize("name", ["a.xml", "a.tei", "a.pdf", "a.jsonl"])
def test_an_ending_of_no_format_is_refused(name: str, folder: Path, pincite: Pincite) -> None:
    done = pincite("convert", "article.txt", "-o", name, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: no format's files end in '{name[1:]}'")
    assert not (folder / name).exists()
    assert pincite("convert", "article.txt", "-o", name, "--to", "tei", cwd=folder).status == 0


@pytest.mark.parametrize("syntax", ["yaml", "json", "markdown"])
def test_a_document_comes_from_standard_input(syntax: str, folder: Path, pincite: Pincite) -> None:
    document = pincite("convert", "article.txt", "--to", syntax, cwd=folder).out.encode()
    done = pincite("convert", "-", "--to", "ris", stdin=document, cwd=folder)
    assert done.status == 0
    assert done.out == pincite("convert", "article.txt", "--to", "ris", cwd=folder).out


NAMING = """\
pincite: "1.0"
article: {title: T, text: {path: own.md}, original: {path: own.html}}
catalogues: [own.ris]
sources:
  - {id: log, type: book, title: Log, copies: [{path: copy.ris}]}
"""


@pytest.mark.parametrize("name", ["own.md", "own.html", "own.ris", "copy.ris"])
def test_what_a_document_names_is_never_replaced(name: str, folder: Path, pincite: Pincite) -> None:
    (folder / "a.pincite.yaml").write_text(NAMING)
    for one in ("own.md", "own.html", "own.ris", "copy.ris"):
        (folder / one).write_text(
            "TY  - BOOK\nID  - log\nTI  - Log\nER  - \n" if one == "own.ris" else "Mine.\n"
        )
    before = (folder / name).read_text()
    for more in ([], ["--force"]):
        done = pincite("convert", "a.pincite.yaml", "-o", name, *more, cwd=folder)
        assert (done.status, done.out) == (2, "")
        assert done.err == (
            f"pincite: {name} is a file that a.pincite.yaml names; name another one with --output\n"
        )
        assert (folder / name).read_text() == before


@pytest.mark.parametrize("to", ["tei", "jats", "html", "json", "yaml", "markdown", "ris"])
def test_no_control_character_reaches_a_terminal(to: str, pincite: Pincite) -> None:
    document = json.dumps(
        {"pincite": "1.0", "article": {"title": "P\u009b31mRED\u007f", "text": {"content": "a\u009bb"}}}
    )
    done = pincite("convert", "-", "--to", to, stdin=document.encode())
    assert done.status == 0
    assert not {"\x7f", "\x9b", "\x1b"} & set(done.out)


def test_nothing_lost_is_said(folder: Path, pincite: Pincite) -> None:
    done = pincite("convert", "article.txt", "--losses", cwd=folder)
    assert (done.status, done.out, done.err) == (0, "", "pincite: nothing is lost\n")


def test_a_report_on_losses_counts_what_there_is(folder: Path, pincite: Pincite) -> None:
    done = pincite("convert", "article.txt", "--to", "ris", "--losses", "--format", "json", cwd=folder)
    (counts,) = json.loads(done.out)["files"]
    assert (counts["quotations"], counts["citations"]) == (1, 1)


def test_an_article_about_pincite_is_an_article(pincite: Pincite) -> None:
    assert pincite("convert", "-", stdin=b"Pincite: a format\n\npincite is a word.\n").status == 0


@pytest.mark.parametrize("text", ["", "\n", "\ufeff"])
def test_no_text_at_all_is_refused(text: str, pincite: Pincite) -> None:
    done = pincite("convert", "-", stdin=text.encode())
    assert (done.status, done.out) == (2, "")
    assert done.err == "pincite: standard input has no visible text; there is nothing to convert\n"


@pytest.mark.parametrize("text", ["T", "\ufeffT\n"])
def test_hardly_any_text_is_still_a_document(text: str, pincite: Pincite) -> None:
    done = pincite("convert", "-", stdin=text.encode())
    assert (done.status, done.err) == (0, "")
    assert pincite("check", "--format", "concise", "-", stdin=done.out.encode()).out.count(": PIN0") == 0
