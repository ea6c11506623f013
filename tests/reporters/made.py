"""Reports made for tests: hostile, many, or of one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st

from pincite.model.finding import Finding, Place
from pincite.model.report import FileCount, Report, Skipped
from pincite.reporters import renderer

if TYPE_CHECKING:
    from pincite.model.rule import Severity

HOSTILE = (
    "plain",
    "new\nline\r\n::error file=x::y",
    "\x1b[31mred\x1b[0m \x07\x00\x08",
    "a\u202eb\u2066c\u200b",
    "not-\udcff-utf-8",
    "\ud800 \ufffe\uffff",
    "]]></failure><!-- & \"quoted\" 'too' -->",
    "100%25 a,b:c;d=e %0A",
    "::stop-commands::x ##[add-mask]x",
    "[click](https://example.org) {0}",
    "港 Söderhavn \U0001f514",
    " " * 9,
    "",
    "x" * 200_000,
)
"""What paths, messages and reasons may hold."""

WORDS = st.lists(st.sampled_from([*HOSTILE[:-1], *"\0\n\r\x1b:%,#[]<&a"]), max_size=3).map("".join)
few = settings(max_examples=25, deadline=None)
"""For tests whose judges take their time; and the first SARIF imports every rule."""
LOUDNESS: tuple[Severity, ...] = ("error", "warning", "info")


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    line, column = draw(st.integers(1, 3)), draw(st.integers(1, 300))
    place = Place(
        line,
        column,
        line + draw(st.integers(0, 1)),
        column + draw(st.integers(0, 9)),
        draw(WORDS),
        draw(st.integers(0, 9)),
    )
    return Finding(
        draw(WORDS),
        draw(st.sampled_from(("PIN101", "PIN201", "PIN999"))),
        "made-up",
        draw(st.sampled_from(LOUDNESS)),
        draw(WORDS),
        draw(st.none() | WORDS),
        draw(st.sampled_from(("", "/quotations/0", "/custom/\x1b"))),
        draw(st.none() | st.just(place)),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    found = tuple(sorted(draw(st.lists(findings(), max_size=6)), key=lambda one: one.order))
    paths = sorted({one.path for one in found} | set(draw(st.lists(WORDS, max_size=2))))
    skipped = draw(st.lists(st.builds(Skipped, st.sampled_from(("*", "PIN501")), WORDS, WORDS), max_size=3))
    counts = tuple(FileCount(path, 1, 2, sum(one.path == path for one in found)) for path in paths)
    return Report(found, counts, tuple(skipped))


def finding(
    message: str = "wrong",
    path: str = "a.pincite.yaml",
    severity: Severity = "error",
    place: Place | None = Place(3, 5, 3, 9, "abc defgh"),  # noqa: B008 - a place cannot be changed
) -> Finding:
    return Finding(path, "PIN101", "quotation-uncited", severity, message, "right", "/quotations/0", place)


def report(*found: Finding) -> Report:
    paths = dict.fromkeys(one.path for one in found)
    return Report(found, tuple(FileCount(path, 1, 0, 1) for path in paths))


def many(number: int) -> Report:
    """Return a report with findings in hundreds of files, half of them alike."""
    return Report(
        tuple(finding(f"wrong {n // 2}", f"{n * 200 // number:03}.pincite.yaml") for n in range(number)),
        tuple(FileCount(f"{n:03}.pincite.yaml", 1, 1, number // 200) for n in range(200)),
        tuple(Skipped("*", f"{n % 200:03}.pincite.yaml", "broken") for n in range(number)),
    )


def rendered(name: str, made: Report, fail_on: Severity | None = None) -> str:
    return renderer(name)(made, fail_on=fail_on, colour=False)
