"""How well the region of a passage is found on a rendered page: straight, slightly tilted, and damaged.

Pages of invented prose are drawn at 200 dots an inch, so that the true box of every word is known. The region of a
passage is the rectangle around its words. Printed is, for each kind of page, the intersection over union (IoU) of the
regions found with the true ones: mean and minimum over all passages, and the seconds that a page takes.

    python -m benchmarks.scans.regions [--pages 3] [--passages 8] [--seed 1]

It needs the tesseract command with English data, Pillow, and DejaVu Serif.
"""

from __future__ import annotations

import argparse
import io
import math
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFont

from pincite.verifier.copies import CopyText, read_copy, region_of
from pincite.verifier.quotation import verify
from pincite.verifier.source import Source

if TYPE_CHECKING:
    from pincite.model.format import Region

WIDTH, HEIGHT = 1654, 2339
"""Pixels of a page of A4 at 200 dots an inch."""
MARGIN, LINES, LEADING, POINTS = 210, 35, 52, 11
FONTS = ("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", "DejaVuSerif.ttf")
WORDS = [
    "the",
    "of",
    "and",
    "in",
    "a",
    "to",
    "was",
    "by",
    "on",
    "with",
    "for",
    "from",
    "at",
    "that",
    "it",
    "not",
    "had",
    "were",
    "which",
    "their",
    "keeper",
    "harbour",
    "light",
    "boats",
    "evening",
    "book",
    "winter",
    "ice",
    "signal",
    "bell",
    "mist",
    "ledger",
    "morning",
    "tide",
    "island",
    "captain",
    "letter",
    "weather",
    "stone",
    "tower",
    "lantern",
    "oil",
    "wick",
    "window",
    "north",
    "channel",
    "pilot",
    "rope",
    "quay",
    "village",
    "council",
    "repair",
    "autumn",
    "storm",
    "witness",
    "journal",
    "copper",
    "mirror",
    "shadow",
    "distance",
    "measured",
    "counted",
    "written",
    "answered",
    "carried",
    "remembered",
    "promised",
    "slowly",
    "twice",
    "seldom",
    "before",
    "after",
    "between",
    "toward",
]


class Kind(NamedTuple):
    """A way in which pages look: degrees of tilt, spread of noise in shades of grey, quality of JPEG (None: PNG), and the bar for the mean."""

    name: str
    tilt: float
    noise: float
    quality: int | None
    bar: float


KINDS = (
    Kind("straight", 0.0, 0.0, None, 0.90),
    Kind("tilted", 0.7, 12.0, None, 0.90),
    Kind("damaged", -1.5, 40.0, 60, 0.85),
)


class Word(NamedTuple):
    """A word as it was drawn: its letters and the corners of its ink."""

    text: str
    corners: tuple[tuple[float, float], ...]


class Box(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float


def font() -> ImageFont.FreeTypeFont:
    """Return the font that pages are printed in."""
    name = FONTS[0] if Path(FONTS[0]).exists() else FONTS[1]
    try:
        return ImageFont.truetype(name, round(POINTS * 200 / 72))
    except OSError:
        sys.exit("the font DejaVu Serif is missing: on Debian and Ubuntu, apt install fonts-dejavu-core")


def page(chance: random.Random) -> tuple[Image.Image, list[Word]]:
    """Return a page of invented prose, and its words in order."""
    letters = font()
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    words: list[Word] = []
    begins = True
    for line in range(LINES):
        x, y = MARGIN, MARGIN + line * LEADING
        while True:
            text = chance.choice(WORDS)
            ends = not begins and chance.random() < 0.12  # noqa: PLR2004 - a sentence of eight words
            text = (text.capitalize() if begins else text) + ("." if ends else "")
            left, top, right, bottom = draw.textbbox((x, y), text, font=letters)
            if right > WIDTH - MARGIN:
                break
            draw.text((x, y), text, font=letters, fill=20)
            words.append(Word(text, ((left, top), (right, top), (right, bottom), (left, bottom))))
            begins = ends
            x = int(x + draw.textlength(text + " ", font=letters))
    return image, words


def worn(
    image: Image.Image, words: list[Word], kind: Kind, chance: random.Random
) -> tuple[bytes, list[Word]]:
    """Return the page as a picture file of some kind, and its words where they are now."""
    turned = image.rotate(kind.tilt, Image.Resampling.BICUBIC, fillcolor=255)
    angle = -math.radians(kind.tilt)  # the picture's y counts downwards
    middle = (WIDTH / 2, HEIGHT / 2)

    def moved(point: tuple[float, float]) -> tuple[float, float]:
        x, y = point[0] - middle[0], point[1] - middle[1]
        return (
            middle[0] + x * math.cos(angle) - y * math.sin(angle),
            middle[1] + x * math.sin(angle) + y * math.cos(angle),
        )

    if kind.noise:
        even = Image.frombytes("L", (WIDTH, HEIGHT), chance.randbytes(WIDTH * HEIGHT))
        normal = [round(NormalDist(0, kind.noise).inv_cdf((shade + 0.5) / 256)) for shade in range(256)]
        turned = ImageChops.add(turned, even.point([max(0, value) for value in normal]))
        turned = ImageChops.subtract(turned, even.point([max(0, -value) for value in normal]))
    stream = io.BytesIO()
    if kind.quality is None:
        turned.save(stream, "PNG", dpi=(200, 200))
    else:
        turned.save(stream, "JPEG", quality=kind.quality, dpi=(200, 200))
    return stream.getvalue(), [
        Word(one.text, tuple(moved(corner) for corner in one.corners)) for one in words
    ]


def hull(words: list[Word]) -> Box:
    """Return the rectangle around words."""
    xs = [x for word in words for x, _ in word.corners]
    ys = [y for word in words for _, y in word.corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def box_of(region: Region) -> Box:
    """Return a region by its edges."""
    return Box(region["x"], region["y"], region["x"] + region["w"], region["y"] + region["h"])


def iou(one: Box, other: Box) -> float:
    """Return the intersection over union of two rectangles."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    shared = max(across, 0) * max(down, 0)
    areas = sum((box.right - box.left) * (box.bottom - box.top) for box in (one, other))
    return shared / (areas - shared)


def measure(kind: Kind, pages: int, passages: int, seed: int) -> bool:
    """Measure one kind of pages, print what was found, and return whether the bar is reached."""
    chance = random.Random(seed)
    found: list[float] = []
    missed = 0
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(pages):
            content, words = worn(*page(chance), kind, chance)
            file = Path(folder) / f"p{number}.{'png' if kind.quality is None else 'jpg'}"
            file.write_bytes(content)
            began = time.perf_counter()
            copy = read_copy(str(file), languages=["en"])
            seconds += time.perf_counter() - began
            if not isinstance(copy, CopyText):
                sys.exit(copy.message)
            source = Source.of_copy(copy, "en")
            for _ in range(passages):
                length = chance.randint(8, 40)
                start = chance.randrange(len(words) - length)
                passage = words[start : start + length]
                verdict = verify(" ".join(word.text for word in passage), source)
                regions = region_of(copy, verdict.span) if verdict.span and verdict.found else ()
                missed += not regions
                found += [iou(box_of(region), hull(passage)) for region in regions]
    mean = sum(found) / len(found) if found else 0.0
    print(
        f"{kind.name:9} mean IoU {mean:.3f}  minimum {min(found, default=0.0):.3f}  bar {kind.bar:.2f}  "
        f"passages {len(found)}, not found {missed}  {seconds / pages:.1f} s a page"
    )
    return mean >= kind.bar


def main() -> int:
    """Measure all kinds of pages; the status is 1 where a bar is not reached."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--passages", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    reached = [measure(kind, options.pages, options.passages, options.seed) for kind in KINDS]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
