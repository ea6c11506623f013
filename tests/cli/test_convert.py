"""The command around the converter: where it reads, where it writes, and what it says when it cannot."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite import check, convert, load
from pincite.export import pincite_json, pincite_yaml
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
    ("options", "write"),
    [
        ([], pincite_yaml.write),
        (["--to", "yaml"], pincite_yaml.write),
        (["--to", "json"], pincite_json.write),
    ],
)
def test_a_document_is_written_to_standard_output_or_a_file(
    options: list[str], write: object, folder: Path, pincite: Pincite
) -> None:
    assert callable(write)
    expected = write(convert(ARTICLE))
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
    (["."], "cannot read .: not a regular file"),
    (["latin-1.txt"], "cannot read latin-1.txt: byte 0xf6 is not UTF-8; save the file as UTF-8"),
    (["utf-16.txt"], "cannot read utf-16.txt: the file is UTF-16, not UTF-8; save the file as UTF-8"),
    (["a\x1b[31m"], r"cannot read a\x1b[31m: no such file or directory"),
    (["--text-path", "-"], "--text-path needs an article in a file, not standard input"),
    (
        ["article.txt", "-o", "article.txt"],
        "article.txt is the article itself; name another file with --output",
    ),
    (["article.txt", "-o", "link"], "link is the article itself; name another file with --output"),
]


@pytest.mark.parametrize(("arguments", "complaint"), REFUSED)
def test_what_cannot_be_converted_is_told(
    arguments: list[str], complaint: str, folder: Path, pincite: Pincite
) -> None:
    (folder / "latin-1.txt").write_bytes(ARTICLE.encode("latin-1"))
    (folder / "utf-16.txt").write_bytes(ARTICLE.encode("utf-16"))
    (folder / "link").symlink_to("article.txt")
    done = pincite("convert", *arguments, cwd=folder, stdin=ARTICLE.encode())
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {complaint}\n")
    assert (folder / "article.txt").read_text("utf-8") == ARTICLE


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["article.txt", "--to", "xml"]])
def test_a_wrong_call_ends_with_2(arguments: list[str], folder: Path, pincite: Pincite) -> None:
    done = pincite("convert", *arguments, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Usage: pincite convert ")


@pytest.mark.parametrize("text", ["", "\n", "T", "\ufeff"])
def test_hardly_any_text_is_still_a_document(text: str, pincite: Pincite) -> None:
    done = pincite("convert", "-", stdin=text.encode())
    assert (done.status, done.err) == (0, "")
    assert pincite("check", "--format", "concise", "-", stdin=done.out.encode()).out.count(": PIN0") == 0
