"""Articles that are more than their text: other formats, other encodings, pictures inside them."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from pincite import check, convert_file, load
from tests.converter.laid_out import PNG, register
from tests.converter.test_decoding import RUSSIAN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite, PinciteInside

LAID = {
    "text": "The keeper wrote:\n\nThe tide turned at six. (The Lamp, Ada Fenn, 1901, p. 4) ⟦(IMG)⟧ ^\n\nIt burned. ^",
    "targets": ["scans/p%204.png"],
    "pictures": [{"content": base64.b64encode(PNG).decode(), "alt": "A page"}, {"target": "https://example.org/a.png"}],
}  # fmt: skip
DIGEST = hashlib.sha256(PNG).hexdigest()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    register(monkeypatch)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "lamp.laid").write_text(json.dumps(LAID))
    return tmp_path


def images(path: Path) -> list[dict[str, Any]]:
    return [dict(image) for _, image in load(path).images]


def test_a_document_names_the_file_its_text_was_taken_from(
    folder: Path, pincite_inside: PinciteInside
) -> None:
    (folder / "out").mkdir()
    assert pincite_inside("convert", "texts/lamp.laid", "-o", "out/lamp.pincite.yaml").status == 0
    article = load(folder / "out" / "lamp.pincite.yaml").article
    content = (folder / "texts" / "lamp.laid").read_bytes()
    assert article["original"] == {
        "path": "../texts/lamp.laid",
        "media_type": "application/x-laid",
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert "content" in article["text"]


def test_pictures_in_a_file_are_written_beside_the_document(
    folder: Path, pincite_inside: PinciteInside
) -> None:
    (folder / "out").mkdir()
    out = folder / "out" / "lamp.pincite.yaml"
    assert pincite_inside("convert", "texts/lamp.laid", "-o", "out/lamp.pincite.yaml").status == 0
    assert [
        {name: image.get(name) for name in ("role", "path", "url", "sha256", "width")}
        for image in images(out)
    ] == [
        {
            "role": "evidence",
            "path": "../texts/scans/p 4.png",
            "url": None,
            "sha256": None,
            "width": None,
        },
        {
            "role": "evidence",
            "path": f"lamp-pictures/{DIGEST[:12]}.png",
            "url": None,
            "sha256": DIGEST,
            "width": 3,
        },
        {"role": "figure", "path": None, "url": "https://example.org/a.png", "sha256": None, "width": None},
    ]
    assert (folder / "out" / "lamp-pictures" / f"{DIGEST[:12]}.png").read_bytes() == PNG
    assert {one.code for one in check(out).findings if one.code in {"PIN505", "PIN507", "PIN508", "PIN515"}} == {
        one.code for one in check(out).findings if "p 4.png" in one.message
    }  # fmt: skip
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert pincite_inside("convert", "texts/lamp.laid", "-o", "out/lamp.pincite.yaml").status == 0
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("options", [(), ("--to", "csl-json", "-o", "lamp.csl.json")])
def test_pictures_are_written_only_beside_a_document_that_names_them(
    options: tuple[str, ...], folder: Path, pincite_inside: PinciteInside
) -> None:
    done = pincite_inside("convert", "texts/lamp.laid", "--to", "json", *options)
    assert done.status == 0
    assert list(folder.rglob("*.png")) == []
    if not options:
        missing = [
            image["missing"]["reason"] for image in json.loads(done.out)["images"] if "missing" in image
        ]
        assert missing == ["the picture is inside the article's file and was not written out"]  # fmt: skip


def test_a_folder_that_cannot_be_made_is_told_before_the_document_is_written(
    folder: Path, pincite_inside: PinciteInside
) -> None:
    (folder / "lamp-pictures").write_text("in the way")
    done = pincite_inside("convert", "texts/lamp.laid", "-o", "lamp.pincite.yaml")
    assert done.status == 2
    assert "cannot write lamp-pictures" in done.err
    assert not (folder / "lamp.pincite.yaml").exists()


def test_a_file_becomes_a_document_in_python(folder: Path) -> None:
    document = convert_file(folder / "texts" / "lamp.laid")
    assert document["article"]["original"]["path"] == "lamp.laid"
    assert document["images"][0]["path"] == "scans/p 4.png"
    (folder / "plain.dat").write_bytes(RUSSIAN.encode("koi8-r", "ignore"))
    text = convert_file(folder / "plain.dat", encoding="koi8-r")["article"]["text"]["content"]
    assert text.encode("koi8-r") == (folder / "plain.dat").read_bytes()
    for wrong in ({"format": "pdf"}, {"encoding": "runes"}, {"encoding": "ascii"}):
        with pytest.raises(ValueError):  # noqa: PT011 - what it says is tested with the command
            convert_file(folder / "plain.dat", **wrong)
    with pytest.raises(FileNotFoundError):
        convert_file("nothing.txt")


@pytest.mark.parametrize(("name", "path"), [("a:b.dat", "./a:b.dat"), ("a\\b.dat", None)])
def test_a_file_is_named_as_a_path_can_be_written(name: str, path: str | None, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(RUSSIAN.encode("koi8-r", "ignore"))
    original = convert_file(tmp_path / name, encoding="koi8-r")["article"]["original"]
    assert original.get("path") == path


def test_a_format_can_be_asked_for_and_may_not_be_there(
    folder: Path, pincite_inside: PinciteInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pincite.bibliography import BIBLIOGRAPHIES  # noqa: PLC0415 - as below
    from pincite.converter.readers import READERS, Reader  # noqa: PLC0415 - patched here alone

    monkeypatch.setitem(READERS, "html", Reader("html", (".html",), "tests.converter.laid_out"))
    (folder / "lamp.dat").write_text(json.dumps(LAID))
    done = pincite_inside("convert", "--from", "html", "--to", "json", "lamp.dat")
    assert json.loads(done.out)["article"]["original"]["media_type"] == "application/x-laid"
    monkeypatch.delitem(READERS, "html")
    done = pincite_inside("convert", "--from", "html", "lamp.dat")
    assert (done.status, done.out) == (2, "")
    there = ", ".join([*READERS, *BIBLIOGRAPHIES])
    assert done.err == f"pincite: --from knows no format 'html'; there are: {there}\n"


def test_a_detected_encoding_is_told(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "lamp.txt").write_bytes(RUSSIAN.encode("cp1251"))
    done = pincite("convert", "lamp.txt", "--to", "json", cwd=tmp_path)
    assert (done.status, done.err) == (
        0,
        "pincite: lamp.txt read as windows-1251, detected; --encoding NAME says otherwise\n",
    )
    document = json.loads(done.out)
    assert document["article"]["text"]["content"] == RUSSIAN
    assert document["article"]["original"] == {
        "path": "lamp.txt",
        "media_type": "text/plain",
        "sha256": hashlib.sha256(RUSSIAN.encode("cp1251")).hexdigest(),
    }
    said = pincite("convert", "--encoding", "cp1251", "-", "--to", "json", stdin=RUSSIAN.encode("cp1251"))
    assert (said.status, said.err) == (0, "")
    assert json.loads(said.out)["article"]["text"]["content"] == RUSSIAN
    assert "path" not in json.loads(said.out)["article"]["original"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_needs_no_word(encoding: str, tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "lamp.txt").write_bytes(RUSSIAN.encode(encoding))
    done = pincite("convert", "lamp.txt", "--to", "json", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    article = json.loads(done.out)["article"]
    assert article["text"]["content"] == RUSSIAN
    assert ("original" in article) is (encoding != "utf-8-sig")


def test_an_encoding_that_is_not_certain_is_refused(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "lamp.txt").write_bytes(b"The se\xf1or of the lamp, and the harbour")
    done = pincite("convert", "lamp.txt", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "pincite: cannot read lamp.txt: byte 0xf1 is not UTF-8; it may be windows-1252 ('señor') or "
        "windows-1250 ('seńor'); say with --encoding which one it is, or save the file as UTF-8\n"
    )


def test_the_configuration_says_how_citations_are_printed(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "lamp.txt").write_text(
        "It burned.\n\n(The Lamp, Ada Fenn, Harbour Press, 1901, p. 4) (IMG)\n"
    )
    (tmp_path / "pincite.toml").write_text('[convert]\ncitation-styles = ["notes"]\n')
    counts = {}
    for options in ((), ("--isolated",), ("--style", "parentheses"), ("--config", "pincite.toml")):
        done = pincite("convert", "lamp.txt", "--explain", *options, cwd=tmp_path)
        counts[options] = done.out.splitlines()[0]
    assert counts == {
        (): "lamp.txt: 0 citations, language en",
        ("--isolated",): "lamp.txt: 1 citation, language en",
        ("--style", "parentheses"): "lamp.txt: 1 citation, language en",
        ("--config", "pincite.toml"): "lamp.txt: 0 citations, language en",
    }
    (tmp_path / "pincite.toml").write_text("[convert]\nstyle = 3\n")
    wrong = pincite("convert", "lamp.txt", cwd=tmp_path)
    assert (wrong.status, wrong.out) == (2, "")
    assert wrong.err.startswith("pincite: pincite.toml:2")
    both = pincite("convert", "lamp.txt", "--isolated", "--config", "pincite.toml", cwd=tmp_path)
    assert both.err == "pincite: --isolated and --config exclude each other\n"
