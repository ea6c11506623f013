"""Pictures decoded to the end, within limits, by Pillow: the one module that knows it."""

from __future__ import annotations

import warnings
from itertools import pairwise
from typing import TYPE_CHECKING

from pincite.model.named_file import Look, Picture, PictureFault

if TYPE_CHECKING:
    from typing import BinaryIO

    from PIL.Image import Image as PillowImage

DECODED = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
    "image/tiff": "TIFF",
    "image/bmp": "BMP",
}
"""Media types that are decoded, with Pillow's names for them."""

MAX_PIXELS = 100_000_000
"""Pixels of the largest picture that is looked at; a page of A3 at 600 dots an inch has 70 million."""

_IN_MEMORY = {"PNG": 40_000_000, "TIFF": 40_000_000, "BMP": 40_000_000, "GIF": 40_000_000, "WEBP": 12_000_000}
"""Pixels that are decoded to the end without using more than some 250 MB; of larger ones only the header is read."""
_PROGRESSIVE = 25_000_000
"""The same for JPEG that is sent in several scans, all of which are held at once."""
_MAX_SCANS = 100
_MAX_PAGES = 1000
_LONGEST_WEBP = 64 * 1024 * 1024
"""Bytes of a WebP file, which is read whole."""
_SIDEWAYS = frozenset({5, 6, 7, 8})
"""EXIF orientations that swap width and height."""
_ORIENTATION = 0x0112
_GRID = 16
"""Rows, and places in each, by which a look is told."""
_FOR_A_LOOK = (136, 128)
"""Width and height that the places of a look are told by."""
_SMALL = 4_000_000
"""Pixels up to which a picture may be decoded at its full size whatever its shape."""
_STEP = 2
"""Levels of grey, of 255, up to which two places count as equally bright."""
_WITH_COLOURS = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"})
_AS_GREY = frozenset({"1", "P"})
"""Modes that cannot be made smaller as they are."""
_WITH_EXIF = frozenset({"JPEG", "TIFF", "WEBP"})

NO_DECODER = PictureFault("no_decoder", "Pillow is not installed: pip install 'pincite[images]'")
_BOMB = PictureFault(
    "too_large", f"it has more than {MAX_PIXELS // 1_000_000} million pixels, the most that are decoded"
)


def decoded(stream: BinaryIO, media_type: str, size: int) -> Picture | PictureFault | None:
    """Return the picture in an open file of *size* bytes, why there is none, or None for a type that is not decoded.

    Only the first frame of an animation is decoded. Memory and time are bounded by the limits above.
    """
    name = DECODED.get(media_type)
    if name is None:
        return None
    try:
        from PIL import Image  # noqa: PLC0415 - an optional extra, and slow to import
    except ImportError:
        return NO_DECODER
    if name == "WEBP" and size > _LONGEST_WEBP:
        return PictureFault("too_large", f"a WebP file of {size // 1024 // 1024} MiB is not decoded")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of what is told here as a fault, or does not matter
        try:
            with Image.open(stream, formats=[name]) as image:
                too_large = image.width * image.height > MAX_PIXELS
                if name == "PNG" and not too_large:
                    image.verify()  # the checksums of all chunks; the image cannot be used any more
            stream.seek(0)
            with Image.open(stream, formats=[name]) as image:
                return _BOMB if too_large else _looked_at(image, name, stream)
        except Image.DecompressionBombError:
            return _BOMB
        except Exception as error:  # noqa: BLE001 - bytes that make no sense may raise anything in a decoder
            return _broken(error)


def _looked_at(image: PillowImage, name: str, stream: BinaryIO) -> Picture | PictureFault:
    width, height = image.size
    if width < 1 or height < 1:
        return PictureFault("broken", "it is a picture without a single pixel")
    if name == "JPEG" and "progression" in image.info:
        at = stream.tell()
        if _scans(stream) > _MAX_SCANS:
            return PictureFault(
                "too_large", f"it has more than {_MAX_SCANS} scans, the most that are decoded"
            )
        stream.seek(at)
        limit = _PROGRESSIVE
    else:
        limit = _IN_MEMORY.get(name, MAX_PIXELS)
    # asked for EXIF data, PNG would decode the whole picture whatever its size
    turned = name in _WITH_EXIF and image.getexif().get(_ORIENTATION) in _SIDEWAYS
    look = None
    if width * height <= limit:
        # decodes all of a JPEG's data, but keeps an eighth of its width and height, or what a look needs of a small one
        image.draft(None, _FOR_A_LOOK if width * height <= _SMALL else (1, 1))
        image.load()
        look = _look(image)
    return Picture(width, height, turned, _pages(image) if name == "TIFF" else 1, look)


def _look(image: PillowImage) -> Look | None:
    """Return what a loaded picture looks like from afar; None for colours that have no brightness here."""
    from PIL import Image  # noqa: PLC0415 - as above

    if image.mode not in _AS_GREY and image.mode not in _WITH_COLOURS:
        return None
    darker = lighter = 0
    for row in range(_GRID):  # one by one: to make a picture smaller, Pillow may copy it
        top = row * image.height // _GRID
        band = image.crop((0, top, image.width, max(top + 1, (row + 1) * image.height // _GRID)))
        band = band if band.mode in _WITH_COLOURS else band.convert("L")
        levels = band.resize((_GRID + 1, 1), Image.Resampling.BOX).convert("L").tobytes()
        for one, following in pairwise(levels):
            darker = darker << 1 | (one > following + _STEP)
            lighter = lighter << 1 | (following > one + _STEP)
    return Look(darker, lighter)


def _scans(stream: BinaryIO) -> int:
    """Return how often a scan may start in a JPEG file, no more than a little above the limit."""
    stream.seek(0)
    count, before = 0, b""
    while (chunk := stream.read(1 << 20)) and count <= _MAX_SCANS:
        count += (before + chunk).count(b"\xff\xda")
        before = chunk[-1:]
    return count


def _pages(image: PillowImage) -> int | None:
    """Return the number of pages of a TIFF file, None where there are more than are counted."""
    for number in range(1, _MAX_PAGES + 1):
        try:
            image.seek(number)
        except EOFError:  # noqa: PERF203 - the only way to be told that there is no more
            return number
    return None


def _broken(error: Exception) -> PictureFault:
    early = isinstance(error, EOFError) or "truncat" in str(error).lower()
    return PictureFault("broken", "its data ends too early" if early else "its data cannot be decoded")
