"""Files that a document names: what is looked at, what is refused, and that no file can do harm."""

from __future__ import annotations

import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pincite import check
from pincite.model.document import Document
from pincite.model.named_file import FileFault, Picture, PictureFault
from pincite.reading import pictures
from pincite.reading.articles import ArticlePositions
from pincite.reading.file_types import EMPTY, HEAD, type_of
from pincite.reading.limits import MAX_FILE_BYTES
from pincite.reading.named_files import FileOnDisk, read_text_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pincite.model.named_file import NamedFile


def png(width: int, height: int, rows: bytes | None = None, *, colour: int = 0) -> bytes:
    """Return a PNG picture that claims a size and has the rows it is given, black ones without."""
    rows = bytes((width + 1) * height) if rows is None else rows
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def saved(kind: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new("L", size, 200).save(stream, kind, **options)
    return stream.getvalue()


def looked_at(folder: Path, name: str, content: bytes | None = None) -> NamedFile:
    if content is not None:
        (folder / name).write_bytes(content)
    return FileOnDisk(str(folder / "a.pincite.yaml"), name)


def fault_of(folder: Path, name: str) -> FileFault:
    file = looked_at(folder, name)
    fault = file.fault
    assert fault is not None
    assert (file.media_type, file.sha256, file.picture) == (None, None, None)
    return fault


def test_a_picture_is_what_it_is(tmp_path: Path) -> None:
    content = png(40, 30)
    file = looked_at(tmp_path, "dial.png", content)
    assert file.fault is None
    assert file.media_type == "image/png"
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert file.picture == Picture(40, 30)


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [(kind, media_type) for media_type, kind in pictures.DECODED.items()],
)
def test_every_type_that_is_decoded(kind: str, media_type: str, tmp_path: Path) -> None:
    file = looked_at(tmp_path, "dial", saved(kind))
    assert file.media_type == media_type
    assert file.picture == Picture(40, 30)


def test_a_photograph_on_its_side(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert looked_at(tmp_path, "dial.jpg", saved("JPEG", exif=exif)).picture == Picture(40, 30, turned=True)


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"", EMPTY),
        (b"<svg/>", "image/svg+xml"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><!-- a plan --><svg/>", "image/svg+xml"),
        (b"<!DOCTYPE html><body><svg/>", "text/html"),
        (b"junk\n%PDF-1.4", "application/pdf"),
        (b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00mif1avif", "image/avif"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00heic", "image/heic"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00mp42", None),
        (b"BMW is a carmaker", "text/plain"),
        (b"RIFF\x00\x00\x00\x00WAVE", None),
        ("é".encode() * HEAD, "text/plain"),
        (b"a\x00b", None),
        (b"caf\xe9 noir", None),
    ],
)
def test_first_bytes_give_the_type_away(head: bytes, media_type: str | None) -> None:
    assert type_of(head[: HEAD - 1]) == media_type


@given(st.binary(max_size=200))
def test_any_bytes_have_a_type_or_none(head: bytes) -> None:
    found = type_of(head)
    assert found is None or "/" in found


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "dial.png").write_bytes(png(2, 2))
    assert fault_of(tmp_path, "no-such.png").kind == "absent"
    assert fault_of(tmp_path, "dial.png/dial.png").kind == "absent"
    assert fault_of(tmp_path, "folder").kind == "unreadable"
    assert fault_of(tmp_path, "a\0b").kind == "unreadable"
    assert fault_of(tmp_path, "a" * 5000).kind == "unreadable"
    assert fault_of(tmp_path, "a" * 300).kind == "unreadable"


@pytest.mark.parametrize(
    ("there", "named"), [("Dial.png", "dial.PNG"), ("scans/O\u0308l.png", "scans/\u00d6l.png")]
)
def test_a_name_that_some_systems_take_for_the_same(there: str, named: str, tmp_path: Path) -> None:
    (tmp_path / "scans").mkdir()
    (tmp_path / there).write_bytes(png(2, 2))
    if (tmp_path / named).exists():
        pytest.skip("this system takes it for the same")
    other = there.rpartition("/")[2]
    assert fault_of(tmp_path, named).message == f"there is no file {named}, but one called {other}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "dial.png")
    assert fault_of(tmp_path, "dial.png") == FileFault(
        "unreadable", "cannot read dial.png: not a regular file"
    )


def test_a_name_that_the_system_cannot_write(tmp_path: Path) -> None:
    assert fault_of(tmp_path, "\ud800.png").kind == "unreadable"
    assert "no file of this system" in (read_text_file(str(tmp_path / "a.yaml"), "\ud800.txt").fault or "")


def test_links_are_followed_before_a_path_is_allowed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside.png"
    (inside / "scans").mkdir(parents=True)
    outside.write_bytes(png(2, 2))
    (inside / "scans" / "dial.png").write_bytes(png(2, 2))
    (inside / "to-inside.png").symlink_to(inside / "scans" / "dial.png")
    (inside / "to-outside.png").symlink_to(outside)
    (inside / "to-device.png").symlink_to("/dev/zero")
    (inside / "out").symlink_to(tmp_path)
    (inside / "loop.png").symlink_to("loop.png")
    assert looked_at(inside, "to-inside.png").picture == Picture(2, 2)
    for name in ("to-outside.png", "to-device.png", "out/outside.png", "../outside.png", str(outside)):
        assert fault_of(inside, name).kind == "outside"
    assert fault_of(inside, "loop.png").kind in {"absent", "unreadable"}


def test_a_link_that_is_put_there_later_is_not_followed(tmp_path: Path) -> None:
    file = looked_at(tmp_path, "dial.png")
    (tmp_path / "secret.png").write_bytes(png(2, 2))
    (tmp_path / "dial.png").symlink_to(tmp_path / "secret.png")
    assert file.fault is not None
    assert file.fault.kind == "unreadable"


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "map.tif").open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    assert fault_of(tmp_path, "map.tif") == FileFault(
        "too_large", "map.tif has more than 256 MiB, the most that is read of a file"
    )


def test_a_digest_is_taken_in_pieces(tmp_path: Path) -> None:
    content = b"tide" * 700_000
    assert looked_at(tmp_path, "log.bin", content).sha256 == hashlib.sha256(content).hexdigest()


def test_a_file_that_vanishes_is_no_crash(tmp_path: Path) -> None:
    file = looked_at(tmp_path, "dial.png", png(2, 2))
    assert file.fault is None
    (tmp_path / "dial.png").unlink()
    assert (file.media_type, file.sha256, file.picture) == ("image/png", None, None)


@pytest.mark.parametrize("content", [png(2, 2)[:40], saved("JPEG")[:300], b"GIF89a", saved("WEBP")[:25]])
def test_a_torn_picture(content: bytes, tmp_path: Path) -> None:
    fault = looked_at(tmp_path, "dial", content).picture
    assert isinstance(fault, PictureFault)
    assert fault.kind == "broken"


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([saved(kind, (9, 7)) for kind in sorted(pictures.DECODED.values())]),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6),
    st.integers(1, 2000),
)
def test_a_damaged_picture_never_raises(content: bytes, damage: list[tuple[int, int]], length: int) -> None:
    damaged = bytearray(content[:length])
    for at, value in damage:
        damaged[at % len(damaged)] = value
    for media_type in pictures.DECODED:
        found = pictures.decoded(io.BytesIO(bytes(damaged)), media_type, len(damaged))
        assert isinstance(found, Picture | PictureFault)


def bomb_gif() -> bytes:
    frames = [Image.new("P", (5000, 5000), number % 2) for number in range(8)]
    stream = io.BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    return stream.getvalue()


def many_scans() -> bytes:
    """Return a JPEG picture in many scans, each of which passes over the whole picture."""
    content = saved("JPEG", (4000, 4000), progressive=True)
    last = content.rindex(b"\xff\xda")
    return content[:last] + (content[last:-2]) * 2000 + b"\xff\xd9"


def screen_webp() -> bytes:
    header = b"\x02\0\0\0" + b"\xfe\x3f\0" * 2
    return (
        b"RIFF" + struct.pack("<I", 30) + b"WEBPVP8X" + struct.pack("<I", 10) + header + b"ANIM" + bytes(10)
    )


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a PNG that claims 50,000 x 50,000": (lambda: png(50_000, 50_000, bytes(1000)), "too_large"),
    "a PNG of zeros": (lambda: png(6300, 6300, bytes((6300 * 4 + 1) * 6300), colour=6), "picture"),
    "a PNG of more zeros": (lambda: png(9900, 9900, bytes((9900 + 1) * 9900)), "picture"),
    "a GIF of many frames": (bomb_gif, "picture"),
    "a GIF with a screen of 65,535 x 65,535": (lambda: b"GIF89a" + b"\xff" * 4 + bytes(3) + b";", "broken"),
    "a JPEG of 9,900 x 9,900": (lambda: saved("JPEG", (9900, 9900)), "picture"),
    "a progressive JPEG of 9,900 x 9,900": (lambda: saved("JPEG", (9900, 9900), progressive=True), "picture"),
    "a progressive JPEG of 2,000 scans": (many_scans, "too_large"),
    "a WebP with a canvas of 16,383 x 16,383": (screen_webp, "too_large"),
    "a WebP of 3,400 x 3,400": (lambda: saved("WEBP", (3400, 3400)), "picture"),
    "a TIFF of 6,300 x 6,300": (lambda: saved("TIFF", (6300, 6300), compression="tiff_lzw"), "picture"),
}

PROBE = """
import sys, time
from pathlib import Path
from pincite.model.named_file import Picture
from pincite.reading.named_files import FileOnDisk, read_text_file
start = time.process_time()
found = FileOnDisk("a.pincite.yaml", sys.argv[1]).picture
print("picture" if isinstance(found, Picture) else found.kind)
used = time.process_time() - start
# not getrusage, whose figure a process inherits
print(used, Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process its own peak of memory")
@pytest.mark.parametrize("name", HOSTILE)
def test_no_picture_takes_long_or_fills_the_memory(name: str, tmp_path: Path) -> None:
    content, wanted = HOSTILE[name]
    (tmp_path / "picture").write_bytes(content())
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "picture"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    kind, figures = done.stdout.splitlines()
    seconds, kilobytes = map(float, figures.split())
    assert kind == wanted
    assert seconds < 2
    assert kilobytes < 300 * 1024


DOCUMENT = 'pincite: "1.0"\narticle: {title: Tides}\nimages:\n  - {id: a, path: dial.png, width: 40}\n'


def test_without_pillow_rules_are_not_applied_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pincite.yaml"
    path.write_text(DOCUMENT + '  - {id: b, path: no-such.png}\n  - {id: c, path: dial.png, sha256: "0"}\n')
    (tmp_path / "dial.png").write_bytes(png(41, 30))
    monkeypatch.setitem(sys.modules, "PIL", None)
    report = check(path)
    assert {"PIN508", "PIN206"} <= {one.code for one in report.findings}
    assert "PIN515" not in {one.code for one in report.findings}
    assert [(one.code, one.path) for one in report.skipped] == [
        (code, str(path)) for code in ("PIN509", "PIN514", "PIN515")
    ]
    assert {one.reason for one in report.skipped} == {
        "Pillow is not installed: pip install 'pincite[images]'"
    }


def test_a_file_of_many_documents_tells_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = {"pincite": "1.0", "article": {}, "images": [{"id": "a", "path": "dial.png"}]}
    (tmp_path / "a.pincite.jsonl").write_text(f"{json.dumps(record)}\n" * 3)
    (tmp_path / "dial.png").write_bytes(png(2, 2))
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert [one.code for one in check(tmp_path / "a.pincite.jsonl").skipped] == ["PIN509", "PIN514"]


def test_percent_regions_need_no_pillow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pincite.yaml"
    path.write_text(
        DOCUMENT.replace("width: 40", "region: {x: 1, w: 99}")
        + "  - {id: b, path: dial.png, region: {unit: percent, x: 90, w: 20}}\n"
    )
    (tmp_path / "dial.png").write_bytes(png(2, 2))
    monkeypatch.setitem(sys.modules, "PIL", None)
    report = check(path)
    assert [one.pointer for one in report.findings if one.code == "PIN516"] == ["/images/1/region"]
    assert "PIN516" in {one.code for one in report.skipped}


def test_each_path_is_looked_at_once_and_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    system_open = os.open

    def counted(path: str, flags: int) -> int:
        opened.append(path)
        return system_open(path, flags)

    monkeypatch.setattr(os, "open", counted)
    (tmp_path / "dial.png").write_bytes(png(2, 2))
    document = Document(
        "a",
        {"pincite": "1.0", "article": {}},
        ArticlePositions(""),
        named_file=lambda path: FileOnDisk(str(tmp_path / "a"), path),
    )
    file = document.named_file("dial.png")
    assert file is not None
    assert file is document.named_file("dial.png")
    assert opened == []
    assert file.media_type == file.media_type == "image/png"
    assert opened == [str(tmp_path / "dial.png")]


def test_a_document_without_a_place_has_no_files() -> None:
    document = Document("a", {"pincite": "1.0", "article": {}}, ArticlePositions(""))
    assert document.named_file("dial.png") is None
