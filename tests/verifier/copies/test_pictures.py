"""Copies that are pictures of pages: read by Tesseract, with the box of each word in the stored picture."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.finding import Span
from pincite.verifier.copies import (
    CopyFault,
    CopyText,
    Page,
    WordBox,
    extract,
    read_copy,
    region_of,
    tesseract,
)
from pincite.verifier.copies.frames import frames
from pincite.verifier.copies.grey import Grey
from pincite.verifier.copies.ocr_languages import chosen, data_for, package_of
from tests.verifier.copies.pdf_bytes import drawn

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("PIL", reason="pictures are decoded with Pillow")
from PIL import Image, ImageDraw, ImageFont, ImageOps

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="pictures are read with the command tesseract"
)
LINES = ("The keeper of the harbour light", "counted the boats that came in", "before dusk in 1871.")


def page(lines: tuple[str, ...] = LINES) -> Image.Image:
    """Return a picture of lines of print; Pillow's own font serves where there is no other."""
    image = Image.new("L", (900, 120 + 70 * len(lines)), 255)
    font = ImageFont.load_default(38)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((60, 60 + 70 * number), line, font=font, fill=0)
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def read(folder: Path, name: str, content: bytes, *languages: str) -> CopyText:
    (folder / name).write_bytes(content)
    found = read_copy(str(folder / name), languages=languages)
    if isinstance(found, CopyFault) and found.kind == "no_reader":
        pytest.skip(found.message)
    assert isinstance(found, CopyText), found
    return found


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_a_page_is_read_line_by_line(kind: str, tmp_path: Path) -> None:
    found = read(tmp_path, "a.bin", saved(page(), kind), "en-GB")
    assert found.text.split() == " ".join(LINES).split()
    assert "harbour light\ncounted" in found.text
    assert found.scanned
    assert found.media_type == f"image/{kind.lower()}"
    assert found.extractor.startswith("picture 1, tesseract ")
    assert found.extractor.endswith(" eng")
    assert found.notes == ()
    assert [found.text[one.start : one.end] for one in found.words] == found.text.split()


@needs_tesseract
def test_a_tiff_has_pages(tmp_path: Path) -> None:
    content = saved(page(LINES[:1]), "TIFF", save_all=True, append_images=[page(LINES[1:2])])
    found = read(tmp_path, "a.tif", content, "en")
    assert [found.text[one.start : one.end].strip() for one in found.pages] == list(LINES[:2])
    at = found.text.index("light\ncounted")
    first, second = region_of(found, Span(at, at + len("light\ncounted")))
    assert (first["page"], second["page"]) == (1, 2)


@needs_tesseract
def test_boxes_are_in_pixels_of_the_picture_as_it_is_stored(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned right to be shown
    upright = page()
    content = saved(upright.transpose(Image.Transpose.ROTATE_90), "PNG", exif=exif)
    found = read(tmp_path, "a.png", content, "en")
    at = found.text.index("keeper")
    (region,) = region_of(found, Span(at, at + len("keeper")))
    plain = read(tmp_path, "b.png", saved(upright, "PNG"), "en")
    (as_shown,) = region_of(plain, Span(at, at + len("keeper")))
    assert region["x"] == as_shown["y"]
    assert region["y"] == upright.width - as_shown["x"] - as_shown["w"]
    assert (region["w"], region["h"]) == (as_shown["h"], as_shown["w"])


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_leads_back_to_the_stored_picture(orientation: int) -> None:
    stored = Image.new("L", (7, 5), 0)
    stored.putpixel((1, 3), 255)
    exif = Image.Exif()
    exif[0x0112] = orientation
    (frame,) = frames(saved(stored, "PNG", exif=exif), 1)
    shown = ImageOps.exif_transpose(Image.open(io.BytesIO(saved(stored, "PNG", exif=exif))))
    assert frame.grey[:3] == (shown.width, shown.height, shown.tobytes())
    y, x = divmod(frame.grey.data.index(255), frame.grey.width)
    assert frame.stored(WordBox(0, 1, 1, x, y, 1, 1))[3:] == (1, 3, 1, 1)


def test_a_picture_that_can_be_seen_through_is_on_white() -> None:
    image = Image.new("RGBA", (2, 1), (0, 0, 0, 0))
    image.putpixel((1, 0), (0, 0, 0, 255))
    (frame,) = frames(saved(image, "PNG"), 1)
    assert frame.grey == Grey(2, 1, b"\xff\x00", None)


def test_a_large_picture_is_made_smaller_and_its_boxes_are_not() -> None:
    (frame,) = frames(saved(Image.new("L", (6000, 4000), 255), "PNG", dpi=(600, 600)), 1)
    assert frame.grey.width * frame.grey.height <= 16_000_000
    assert frame.grey.dots in range(480, 500)
    box = frame.stored(WordBox(0, 1, 1, 0, 0, frame.grey.width, frame.grey.height))
    assert box[3:] == (0, 0, 6000, 4000)


def test_sixteen_bits_a_pixel_are_told_apart() -> None:
    image = Image.new("I;16", (2, 1), 0)
    image.putpixel((1, 0), 65535)
    (frame,) = frames(saved(image, "PNG"), 1)
    assert frame.grey.data == b"\x00\xff"


@needs_tesseract
def test_a_pdf_of_pictures_is_read_off_them(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    image = page()
    place = f"q {image.width / 2} 0 0 {image.height / 2} 20 400 cm /Im1 Do Q\n".encode()
    content = drawn([place, b""], picture=(image.width, image.height, image.tobytes()))
    found = read(tmp_path, "a.pdf", content, "en")
    assert found.text.split() == " ".join(LINES).split()
    assert found.scanned
    assert len(found.pages) == 2
    assert found.words == ()


LANGUAGES = [
    ("de", "deu"), ("de-AT", "deu"), ("en-GB", "eng"), ("zh", "chi_sim"), ("zh-Hant", "chi_tra"), ("zh-TW", "chi_tra"),
    ("sr-Latn", "srp_latn"), ("la", "lat"), ("DE_de", "deu"), ("xx", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "data"), LANGUAGES)
def test_the_data_for_a_language(tag: str, data: str | None) -> None:
    assert data_for(tag) == data


def test_missing_data_are_named_with_their_package(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(["de", "en"], {"eng", "deu"}).data == "deu+eng"
    assert chosen(["de", "en"], {"eng"}) == ("eng", ("deu",), ())
    assert chosen(["xx"], {"eng"}) == ("eng", (), ("xx",))
    assert chosen([], {"deu"}) == ("", ("eng",), ())
    assert package_of("chi_sim") == "tesseract-ocr-chi-sim"
    monkeypatch.setattr(tesseract, "installed", lambda: frozenset({"eng"}))
    monkeypatch.setattr(tesseract, "_command", lambda: "tesseract")
    with pytest.raises(extract.CopyError) as caught:
        tesseract.Recogniser(extract.Wish(("de",)))
    assert caught.value.fault.kind == "no_reader"
    assert "apt install tesseract-ocr-deu" in caught.value.fault.hint
    notes = tesseract.Recogniser(extract.Wish(("en", "de"))).notes
    assert notes == ("read as eng: for other languages named, install tesseract-ocr-deu",)


def test_without_the_command_its_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.png").write_bytes(saved(page(), "PNG"))
    monkeypatch.setenv("PATH", str(tmp_path))
    found = read_copy(str(tmp_path / "a.png"))
    assert isinstance(found, CopyFault)
    assert found.kind == "no_reader"
    assert "tesseract-ocr" in found.hint


# --- regions ------------------------------------------------------------------------------------------------


def copy(*words: WordBox, pages: int = 1) -> CopyText:
    size = max((word.end for word in words), default=0)
    edges = tuple(Page(0, size, number) for number in range(1, pages + 1))
    return CopyText("a" * size, "", "image/png", "picture", edges, words)


@pytest.mark.parametrize(
    ("span", "box"),
    [
        (Span(0, 3), (10, 10, 30, 12)),
        (Span(1, 2), (10, 10, 30, 12)),
        (Span(0, 5), (10, 8, 70, 14)),
        (Span(3, 4), None),
        (Span(2, 11), (5, 8, 75, 44)),
        (Span(11, 90), None),
    ],
)
def test_a_region_is_around_all_words_that_the_passage_has_a_part_of(
    span: Span, box: tuple[int, int, int, int] | None
) -> None:
    words = copy(
        WordBox(0, 3, 1, 10, 10, 30, 12), WordBox(4, 7, 1, 50, 8, 30, 14), WordBox(8, 11, 1, 5, 40, 20, 12)
    )
    found = region_of(words, span)
    assert [(one["x"], one["y"], one["w"], one["h"]) for one in found] == ([box] if box else [])
    assert all("page" not in one and one["unit"] == "pixel" for one in found)


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_region_never_leaves_its_words(start: int, length: int) -> None:
    words = [WordBox(4 * at, 4 * at + 3, 1 + at // 5, 10 * at, 5, 9, 9) for at in range(10)]
    found = region_of(copy(*words, pages=2), Span(start, start + length))
    hit = [word for word in words if word.start < start + length and word.end > start]
    assert [one["page"] for one in found] == sorted({word.page for word in hit})
