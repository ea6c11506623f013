"""Pictures decoded to be read: within limits, in shades of grey, upright, and with the way back to the stored pixels."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.named_file import PictureFault
from pincite.reading.file_types import HEAD, type_of
from pincite.reading.pictures import DECODED, MAX_PIXELS, decoded
from pincite.verifier.copies.extract import CopyError, no_reader, too_large, unreadable
from pincite.verifier.copies.grey import Grey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image as PillowImage

    from pincite.verifier.copies.copy_text import WordBox

READ_PIXELS = 16_000_000
"""Pixels of the largest picture that is handed on; a larger one is made smaller. A4 has them at 400 dots an inch."""
_HELD = {"JPEG": MAX_PIXELS, "WEBP": 12_000_000}
"""Pixels that are decoded without using more than some 250 MB; of a JPEG no more are decoded than are handed on."""
_HELD_OTHERS = 40_000_000
_ORIENTATION = 0x0112
_SIDEWAYS = frozenset({5, 6, 7, 8})
"""EXIF orientations that swap width and height."""
_FROM_RIGHT, _FROM_BELOW = frozenset({2, 3, 6, 7}), frozenset({3, 4, 7, 8})
"""Those in which the place as shown counts from the other side, before width and height are swapped."""
_DEEP = ("I;16", "I")
"""How Pillow's names begin for pictures with more than 256 shades of grey."""
_SHADES = 1 / 256


class Frame(NamedTuple):
    """A page as it is shown, and how it is stored: ``width`` and ``height`` in pixels, and the EXIF ``orientation``."""

    grey: Grey
    width: int
    height: int
    orientation: int = 1

    def stored(self, word: WordBox) -> WordBox:
        """Return a word's box in pixels of the stored picture."""
        wide, high = (self.height, self.width) if self.orientation in _SIDEWAYS else (self.width, self.height)
        across, down = wide / self.grey.width, high / self.grey.height
        left, right = round(word.x * across), round((word.x + word.w) * across)
        top, bottom = round(word.y * down), round((word.y + word.h) * down)
        if self.orientation in _FROM_RIGHT:
            left, right = wide - right, wide - left
        if self.orientation in _FROM_BELOW:
            top, bottom = high - bottom, high - top
        if self.orientation in _SIDEWAYS:
            left, top, right, bottom = top, left, bottom, right
        return word._replace(x=left, y=top, w=right - left, h=bottom - top)


def frames(content: bytes, most: int) -> Iterator[Frame]:
    """Yield the pages of a picture file (all of a TIFF, else the first); raises CopyError for what is not decoded.

    *most* is how many pages there may be.
    """
    media_type = type_of(content[:HEAD]) or ""
    looked_at = decoded(io.BytesIO(content), media_type, len(content))
    if isinstance(looked_at, PictureFault):
        raise _refused(looked_at)
    if looked_at is None:
        raise unreadable("it is no picture of a type that is decoded")
    if looked_at.pages is None or looked_at.pages > most:
        count = looked_at.pages or "more than a thousand"
        raise too_large(f"it has {count} pages; at most {most} are read", "split it")
    from PIL import Image  # noqa: PLC0415 - an optional extra; it is there where the picture was decoded

    name = DECODED[media_type]
    for number in range(looked_at.pages):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it warns of was told as a fault, or does not matter
            try:
                with Image.open(io.BytesIO(content), formats=[name]) as image:
                    if number:
                        image.seek(number)
                    frame = _frame(image, name)
            except CopyError:
                raise
            except Exception as error:  # noqa: BLE001 - bytes that make no sense may raise anything in a decoder
                raise unreadable(
                    f"the picture of page {number + 1} cannot be decoded: {error}"[:200]
                ) from None
        yield frame


def _refused(fault: PictureFault) -> CopyError:
    if fault.kind == "no_decoder":
        return no_reader(
            "pictures are decoded with Pillow, which is not installed", "pip install 'pincite[images]'"
        )
    if fault.kind == "too_large":
        return too_large(f"the picture is too large: {fault.message}", "scan it at 300 dots an inch")
    return unreadable(f"the picture is damaged: {fault.message}", "fetch or scan it again")


def _frame(image: PillowImage, name: str) -> Frame:
    width, height = image.size
    limit = _HELD.get(name, _HELD_OTHERS)
    if width * height > limit:
        raise too_large(
            f"a page of {width:,} x {height:,} pixels is too large: at most {limit // 1_000_000} million are read",
            "scan it at 300 dots an inch",
        )
    said = image.getexif().get(_ORIENTATION)
    orientation = said if isinstance(said, int) and said in range(1, 9) else 1
    dots = _dots(image)
    share = min(1.0, (READ_PIXELS / (width * height)) ** 0.5)
    if share < 1:
        # decodes a half, a quarter or an eighth of a JPEG's width and height, whichever is still enough
        image.draft("L", (round(width * share), round(height * share)))
    grey = _upright(_in_grey(image), orientation)
    if grey.width * grey.height > READ_PIXELS:
        shrunk = (READ_PIXELS / (grey.width * grey.height)) ** 0.5
        grey = grey.resize((max(1, int(grey.width * shrunk)), max(1, int(grey.height * shrunk))))
    wide = height if orientation in _SIDEWAYS else width
    dots = None if dots is None else round(dots * grey.width / wide)
    return Frame(Grey(grey.width, grey.height, grey.tobytes(), dots), width, height, orientation)


def _in_grey(image: PillowImage) -> PillowImage:
    """Return a picture in shades of grey, on white where it can be seen through."""
    from PIL import Image  # noqa: PLC0415 - as above

    if image.mode.startswith(_DEEP):
        return image.convert("I").point(lambda shade: shade * _SHADES).convert("L")
    if image.mode in {"La", "PA", "RGBa"} or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode in {"LA", "RGBA"}:
        paper = Image.new("L", image.size, 255)
        paper.paste(image.convert("L"), mask=image.getchannel("A"))
        return paper
    return image.convert("L")


def _upright(image: PillowImage, orientation: int) -> PillowImage:
    from PIL.Image import Transpose  # noqa: PLC0415 - as above

    turn = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)
    return image if turn is None else image.transpose(turn)


def _dots(image: PillowImage) -> int | None:
    """Return the dots an inch that a picture says it has, where it says so and they make sense."""
    said = image.info.get("dpi")
    try:
        return round(float(said[0])) if said else None
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        return None
