"""Bar charts as SVG: small, the same bytes everywhere, read out by screen readers, legible on light and dark pages.

Each chart has a ground of its own, since a page may be light where the system is dark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.describing.escaping import in_xml
from pincite.reporters.columns import columns as columns_of
from pincite.reporters.columns import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 720
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
    return _chart(heading, bars, _TOP + len(bars) * _ROW + _MARGIN // 2, inside)


def columns(heading: str, bars: Sequence[Bar]) -> str:
    """Return a chart of bars side by side, as high as their values: for what has an order of its own."""
    highest = max((one.value for one in bars), default=0) or 1
    step = min(72, (WIDTH - 2 * _MARGIN) // max(1, len(bars)))
    ground = _TOP + 14 + _HEIGHT
    inside = []
    for number, one in enumerate(bars):
        middle = _MARGIN + number * step + step // 2
        high = _length(one.value, highest, _HEIGHT)
        broad = step * 3 // 4
        left = middle - broad // 2
        inside += [
            f'<rect class="bar" x="{left}" y="{ground - high}" width="{broad}" height="{high}"/>',
        ]
        if step >= _NARROW or number % 2 == 0:
            inside.append(
                f'<text class="small" x="{middle}" y="{ground + 16}" text-anchor="middle">{in_xml(one.label)}</text>'
            )
        if one.value:
            inside.append(
                f'<text class="small" x="{middle}" y="{ground - high - 5}" text-anchor="middle">{in_xml(one.shown)}</text>'
            )
    inside.append(f'<path class="line" d="M{_MARGIN} {ground}.5H{WIDTH - _MARGIN}"/>')
    return _chart(heading, bars, ground + 16 + _MARGIN, inside)


def in_words(bars: Sequence[Bar]) -> str:
    """Return what a chart shows for those who do not see it."""
    return "; ".join(f"{one.label}: {one.shown}" for one in bars if one.value) or "nothing"


def _length(value: int, longest: int, room: int) -> int:
    """Return the pixels of a bar; what is more than nothing shows."""
    return max(2, value * room // longest) if value else 0


def _chart(heading: str, bars: Sequence[Bar], height: int, inside: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in _lines(heading, in_words(bars), height, inside))


def _lines(heading: str, words: str, height: int, inside: Sequence[str]) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        'role="img" aria-labelledby="title desc">'
    )
    yield f'<title id="title">{in_xml(heading)}</title>'
    yield f'<desc id="desc">{in_xml(words)}</desc>'
    yield f"<style>\n{_STYLE}\n</style>"
    yield f'<rect class="ground" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="6"/>'
    yield f'<text class="head" x="{_MARGIN}" y="28">{in_xml(heading)}</text>'
    yield from inside
    yield "</svg>"
