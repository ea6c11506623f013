"""What pictures look like from afar: saved again they stay alike, and two pages never are."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image, ImageDraw

from pincite.model.named_file import Look, Picture
from pincite.reading.pictures import decoded


def page(seed: int, width: int = 620, height: int = 880) -> Image.Image:
    """Return a page of words that are bars, each of its own length and darkness."""
    drawn = random.Random(seed)  # noqa: S311 - drawn, not secret
    picture = Image.new("L", (width, height), 240)
    draw = ImageDraw.Draw(picture)
    for top in range(70, height - 70, 18):
        left = 70
        while left < width - 70:
            right = min(width - 70, left + drawn.randint(10, 70))
            draw.rectangle((left, top, right, top + 9), fill=drawn.choice((20, 60, 100)))
            left = right + 8
    return picture


def look(picture: Image.Image, kind: str = "PNG", **options: int) -> Look | None:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    found = decoded(stream, f"image/{kind.lower()}", len(stream.getvalue()))
    assert isinstance(found, Picture)
    return found.look


def alike(one: Look | None, other: Look | None) -> bool:
    assert one is not None
    assert other is not None
    assert one.resembles(other) == other.resembles(one)
    return one.resembles(other)


@pytest.mark.parametrize("seed", range(5))
def test_a_picture_saved_again_looks_the_same(seed: int) -> None:
    one = page(seed)
    before = look(one)
    assert alike(before, before)
    for other in (
        look(one, "TIFF"),
        look(one, "JPEG", quality=60),
        look(one.resize((310, 440))),
        look(one.convert("RGB"), "WEBP"),
        look(one.convert("RGBA")),
        look(one.convert("P")),
        look(one.convert("RGB").point(lambda level: min(255, round(level * 1.05)))),
    ):
        assert alike(before, other)


def test_two_pages_never_look_the_same() -> None:
    looks = [look(page(seed)) for seed in range(30)]
    assert not any(alike(one, other) for number, one in enumerate(looks) for other in looks[:number])


def test_pictures_with_little_to_see_look_like_none() -> None:
    blank = look(Image.new("L", (400, 400), 250))
    assert not alike(blank, blank)
    assert look(Image.new("I;16", (40, 40))) is None
