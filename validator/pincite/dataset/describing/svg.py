"""Bar charts as SVG: small, the same bytes everywhere, read out by screen readers, legible on light and dark pages.

Each chart has a ground of its own, since a page may be light where the system is dark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.describing.escaping import in_xml
from pincite.reporters.columns import columns as columns_of
from pincite.reporters.columns import cut, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 720
_LEAST = 360
"""Pixels of a chart with few columns, which would be lost in a wide one."""
_MARGIN = 16
_TOP = 52
"""Pixels above the bars, for the heading."""
_ROW = 24
_BAR = 14
_LABEL = 48
"""Characters of a label, at most, and the tenths of a pixel that one takes in any usual font."""
_CHARACTER = 70
_FIGURES = 90
"""Pixels for figures on the right."""
_NARROW = 42
"""Pixels of a column below which only every second one has a label."""
_HEIGHT = 150
"""Pixels of the tallest column."""
_BROAD = 72
"""Pixels from one column to the next, at most."""
_BOLD, _SMALL = 90, 65
"""Tenths of a pixel that a character of a heading takes, and one of the small words."""
_LINE = 16
"""Pixels from one small line to the next."""
_STYLE = """\
.ground{fill:#ffffff;stroke:#d1d9e0}
.bar{fill:#2f6fb5}
.track{fill:#e8ecf0}
text{fill:#1f2328;font:13px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
.head{font-size:15px;font-weight:600}
.small{font-size:11px}
.line{stroke:#818b98}
@media (prefers-color-scheme:dark){
.ground{fill:#0d1117;stroke:#3d444d}
.bar{fill:#6cb0f5}
.track{fill:#21262d}
text{fill:#e6edf3}
.line{stroke:#9198a1}
}"""


class Bar(NamedTuple):
    """A bar: what it stands for, how long it is, and the figure that stands beside it."""

    label: str
    value: int
    shown: str


class Axes(NamedTuple):
    """What columns are drawn over: what stands below them, what their heights count, and a note on what is not drawn."""

    across: str = ""
    up: str = ""
    note: str = ""


_BARE = Axes()


def rows(heading: str, bars: Sequence[Bar], whole: int | None = None) -> str:
    """Return a chart of bars one below the other, as long as their values; with *whole* on tracks of that length."""
    longest = whole or max((one.value for one in bars), default=0) or 1
    labels = [cut(one.label, _LABEL) for one in bars]
    left = _MARGIN + 10 + max((columns_of(one) for one in labels), default=0) * _CHARACTER // 10
    room = WIDTH - left - _FIGURES - _MARGIN
    inside = []
    for number, (one, label) in enumerate(zip(bars, labels, strict=True)):
        top = _TOP + number * _ROW
        base = top + _BAR - 3
        inside.append(f'<text x="{left - 10}" y="{base}" text-anchor="end">{in_xml(label)}</text>')
        if whole:
            inside.append(f'<rect class="track" x="{left}" y="{top}" width="{room}" height="{_BAR}" rx="2"/>')
        long = _length(one.value, longest, room)
        inside.append(f'<rect class="bar" x="{left}" y="{top}" width="{long}" height="{_BAR}" rx="2"/>')
        at = left + (room if whole else long) + 8
        inside.append(f'<text x="{at}" y="{base}">{in_xml(one.shown)}</text>')
    size = WIDTH, _TOP + len(bars) * _ROW + _MARGIN // 2
    return _chart(heading, in_words(bars), size, inside)


def columns(heading: str, bars: Sequence[Bar], axes: Axes = _BARE) -> str:
    """Return a chart of bars side by side, as high as their values: for what has an order of its own."""
    highest = max((one.value for one in bars), default=0) or 1
    step = min(_BROAD, (WIDTH - 2 * _MARGIN) // max(1, len(bars)))
    width = _width(heading, (axes.across, axes.up), len(bars) * step)
    below = [axes.across] if axes.across else []
    if axes.note:
        below += wrapped(axes.note, (width - 2 * _MARGIN) * 10 // _SMALL)
    top = _TOP + (_LINE if axes.up else 0)
    ground = top + 14 + _HEIGHT
    edge = (width - len(bars) * step) // 2
    inside = [_small(_MARGIN, 28 + _LINE + 4, axes.up)] if axes.up else []
    for number, one in enumerate(bars):
        middle = edge + number * step + step // 2
        high = _length(one.value, highest, _HEIGHT)
        broad = step * 3 // 4
        left = middle - broad // 2
        inside += [
            f'<rect class="bar" x="{left}" y="{ground - high}" width="{broad}" height="{high}"/>',
        ]
        if step >= _NARROW or number % 2 == 0:
            inside.append(_small(middle, ground + _LINE, one.label, "middle"))
        if one.value:
            inside.append(_small(middle, ground - high - 5, one.shown, "middle"))
    inside.append(f'<path class="line" d="M{_MARGIN} {ground}.5H{width - _MARGIN}"/>')
    for number, line in enumerate(below, 2):
        inside.append(_small(width // 2, ground + number * _LINE + 4, line, "middle"))
    size = width, ground + (1 + len(below)) * _LINE + _MARGIN
    return _chart(heading, in_words(bars, axes), size, inside)


def _width(heading: str, lines: Sequence[str], least: int) -> int:
    """Return the pixels from one side of a chart to the other that its words and its bars need."""
    words = [columns_of(heading) * _BOLD // 10, *(columns_of(one) * _SMALL // 10 for one in lines)]
    return min(WIDTH, max(_LEAST, 2 * _MARGIN + max(least, *words)))


def _small(x: int, y: int, words: str, anchor: str = "start") -> str:
    return f'<text class="small" x="{x}" y="{y}" text-anchor="{anchor}">{in_xml(words)}</text>'


def in_words(bars: Sequence[Bar], axes: Axes | None = None) -> str:
    """Return what a chart shows for those who do not see it; of columns over *axes* those alone that have a height."""
    told = "; ".join(f"{one.label}: {one.shown}" for one in bars if one.value or axes is None) or "nothing"
    return f"{told}; {axes.note}" if axes is not None and axes.note else told


def _length(value: int, longest: int, room: int) -> int:
    """Return the pixels of a bar; what is more than nothing shows."""
    return max(2, value * room // longest) if value else 0


def _chart(heading: str, words: str, size: tuple[int, int], inside: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in _lines(heading, words, size, inside))


def _lines(heading: str, words: str, size: tuple[int, int], inside: Sequence[str]) -> Iterator[str]:
    width, height = size
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'role="img" aria-labelledby="title desc">'
    )
    yield f'<title id="title">{in_xml(heading)}</title>'
    yield f'<desc id="desc">{in_xml(words)}</desc>'
    yield f"<style>\n{_STYLE}\n</style>"
    yield f'<rect class="ground" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="6"/>'
    yield f'<text class="head" x="{_MARGIN}" y="28">{in_xml(heading)}</text>'
    yield from inside
    yield "</svg>"
