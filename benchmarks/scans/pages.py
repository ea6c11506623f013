"""Real misreadings: invented passages are set on a page, worn and shrunken, and read by Tesseract."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.scans.passages import PASSAGES

if TYPE_CHECKING:
    from random import Random

    from PIL.Image import Image

_FONTS = Path("/usr/share/fonts/truetype/dejavu")
FACES = ("DejaVuSerif.ttf", "DejaVuSerifCondensed-Italic.ttf", "DejaVuSansCondensed.ttf")
_WIDTH = 64
"""Letters of a line."""


def available() -> bool:
    """Say whether pages can be set and read here."""
    return bool(shutil.which("tesseract")) and _FONTS.is_dir()


def read_page(language: str, text: str, size: int, wear: float, random: Random) -> str:
    """Return what Tesseract reads of a text set in letters *size* pixels high and worn, from 0 (new) to 1."""
    page = _set(text, _FONTS / random.choice(FACES), size)
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        _worn(page, wear, random).save(picture)
        command = ["tesseract", str(picture), "-", "-l", language, "--psm", "6"]
        return subprocess.run(command, capture_output=True, check=True, text=True, timeout=120).stdout


def passages(language: str, random: Random, sentences: int) -> str:
    """Return a text of invented sentences in one language (as Tesseract names it), each drawn once before any comes again."""
    known = PASSAGES[language]
    drawn: list[str] = []
    while len(drawn) < sentences:
        drawn += random.sample(known, len(known))
    return " ".join(drawn[:sentences])


def _set(text: str, face: Path, size: int) -> Image:

    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - only pages need it

    font = ImageFont.truetype(str(face), size)
    lines = textwrap.wrap(text, _WIDTH)
    width = int(max(font.getlength(line) for line in lines)) + 4 * size
    page = Image.new("L", (width, int(len(lines) * size * 1.5) + 4 * size), 245)
    draw = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        draw.text((2 * size, 2 * size + number * size * 1.5), line, font=font, fill=25)
    return page


def _worn(page: Image, wear: float, random: Random) -> Image:
    import numpy as np  # noqa: PLC0415
    from PIL import Image, ImageFilter  # noqa: PLC0415 - only pages need it

    noise = np.random.default_rng(random.randrange(1 << 30))
    page = page.rotate(random.uniform(-0.6, 0.6) * wear, fillcolor=245, resample=Image.Resampling.BICUBIC)
    page = page.filter(ImageFilter.GaussianBlur(0.3 + 0.9 * wear))
    grey = np.asarray(page, dtype=np.float32) + noise.normal(0, 6 + 42 * wear, (page.height, page.width))
    specks = noise.random((page.height, page.width))
    grey[specks < 0.006 * wear] = 20
    grey[specks > 1 - 0.02 * wear] = 250
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
