"""The report for people: full goldens, 80 columns, the caret under what it is about, colour on terminals only.

``pytest --update`` writes the ``.expected`` files of ``tests/cli/text`` anew.
"""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pincite.model.finding import Finding, Place
from pincite.model.report import FileCount, Report
from pincite.reading.files import SUFFIXES
from pincite.reporters import FORMATS, renderer
from pincite.reporters.columns import columns, cut, cut_before, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conftest import Pincite, PinciteInside

TEXTS = Path(__file__).parent / "text"
FAULTY = 'pincite: "1.0"\narticle: {title: The harbour clock, date: soon}\n'
GOLDENS = sorted(path for path in TEXTS.iterdir() if path.name.endswith(SUFFIXES))


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.name)
def test_text_is_the_golden_one(
    path: Path,
    pincite_inside: PinciteInside,
    monkeypatch: pytest.MonkeyPatch,
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    monkeypatch.chdir(TEXTS)
    printed = pincite_inside("check", path.name)
    expected = path.with_suffix(".expected")
    if update:
        expected.write_text(printed.out, "utf-8", newline="\n")
    assert printed.out == expected.read_text("utf-8")
    assert printed.err == ""
    assert [line for line in printed.out.splitlines() if columns(line) > 80 and path.name not in line] == []


def test_every_golden_has_its_input() -> None:
    expected = {path.name for path in TEXTS.glob("*.expected")}
    assert expected == {path.with_suffix(".expected").name for path in GOLDENS}


# what the caret stands under, in a line as a terminal shows it: two columns for wide characters, none for marks
UNDERLINED = [
    ("article: {title: 港の時計, date: 十九}", "十九", 33, 4),
    ("article: {title: So\u0308derhavn, date: bald}", "bald", 34, 4),
    ("article: {title: ที่, date: bald}", "bald", 26, 4),
    ("article: {title: a\u202eb, date: x}", "x", 33, 1),
    ("article: {title: a\tb, date: \u200b}", "\u200b", 28, 6),
]


@pytest.mark.parametrize(("line", "marked", "column", "width"), UNDERLINED)
def test_the_caret_stands_under_what_it_is_about(line: str, marked: str, column: int, width: int) -> None:
    start = line.rindex(marked)
    place = Place(7, start + 1, 7, start + 1 + len(marked), line)
    caret = text_of(place).splitlines()[3]
    assert caret == "    | " + " " * column + "^" * width


def text_of(place: Place, message: str = "wrong") -> str:
    finding = Finding("a", "PIN000", "made-up", "error", message, "right", place=place)
    return renderer("text")(Report((finding,), (FileCount("a", 0, 0, 1),)), fail_on="warning", colour=False)


def test_a_tab_counts_as_one_column() -> None:
    shown, caret = text_of(Place(1, 3, 1, 4, "\ta\tb")).splitlines()[2:4]
    assert (shown, caret) == ("  1 |  a b", "    |   ^")


PIECES = st.text(st.sampled_from("a \t港\u0301\u200d\u202e\x1b\U000e0041é\ud800"), max_size=300)


@given(PIECES, PIECES, PIECES, PIECES, st.integers(0, 3))
@example(
    "aa" + "\u200d" * 7 + "\U000e0041" * 3, "", "", "", 0
)  # escapes up to the last column, then the caret
def test_no_line_is_wider_than_80_columns(
    before: str, marked: str, after: str, message: str, cut_off: int
) -> None:
    line = before + marked + after
    offset = 200 * cut_off
    start = len(before) + 1 + offset
    place = Place(10**cut_off, start, 10**cut_off, start + len(marked), line, offset)
    printed = text_of(place, message)
    assert [one for one in printed.splitlines() if columns(one) > 80] == []
    carets = [one for one in printed.splitlines() if re.fullmatch(r" +\| +\^+| +\| \^+", one)]
    assert len(carets) == (1 if line.strip() else 0)


@given(st.text(), st.integers(10, 30))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = wrapped(text, width, "> ", "  ")
    assert "".join(line[2:] for line in lines).replace(" ", "") == "".join(text.split())
    assert all(columns(line) <= width for line in lines)


@given(st.text(min_size=1), st.integers(1, 30))
def test_cutting_keeps_one_end(text: str, room: int) -> None:
    begin, end = cut(text, room), cut_before(text, room)
    assert begin == text or (begin.endswith("…") and text.startswith(begin[:-1]))
    assert end.startswith("…")
    assert text.endswith(end[1:])
    assert max(columns(begin), columns(end)) <= room


def test_one_long_line_of_json(tmp_path: Path, pincite: Pincite) -> None:
    images = [{"id": f"scan-{number}", "role": "figure", "path": "x" * 80} for number in range(7000)]
    document = {"pincite": "1.0", "images": images, "article": {"title": "The harbour clock", "date": "soon"}}
    text = json.dumps(document, ensure_ascii=False)
    assert len(text) > 900_000
    (tmp_path / "long.pincite.json").write_text(text, "utf-8")
    printed = pincite("check", "long.pincite.json", cwd=tmp_path)
    column = text.index('"soon"') + 1
    at = printed.out.index(f"long.pincite.json:1:{column}: error PIN201")
    shown, caret = printed.out[at:].splitlines()[2:4]
    assert '"date": "soon"}}' in shown
    assert shown[caret.index("^") : caret.rindex("^") + 1] == '"soon"'
    assert columns(shown) <= 80


# --- colour -----------------------------------------------------------------------------------------------


def on_terminal(folder: Path, env: Mapping[str, str], *arguments: str) -> str:
    """Return what a command prints on a terminal, standard error included."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "pincite", *arguments],
        cwd=folder,
        env=env,
        stdin=slave,
        stdout=slave,
        stderr=slave,
    ):
        os.close(slave)
        printed = b""
        while select.select([master], [], [], 60)[0]:
            try:
                read = os.read(master, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not read:
                break
            printed += read
    os.close(master)
    return printed.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colours_and_the_same_text(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "a.pincite.yaml").write_text(FAULTY)
    plain = pincite("check", "a.pincite.yaml", cwd=tmp_path).out
    shown = on_terminal(tmp_path, pincite.environment(), "check", "a.pincite.yaml")
    assert "\x1b[1ma.pincite.yaml:2:43\x1b[0m: \x1b[31merror PIN201\x1b[0m" in shown
    assert re.sub(r"\x1b\[[0-9]*m", "", shown) == plain
    assert "\x1b" not in plain


@pytest.mark.parametrize(
    ("env", "arguments"),
    [
        ({"NO_COLOR": "1"}, ()),
        ({"TERM": "dumb"}, ()),
        ({}, ("--format", "concise")),
        ({}, ("--format", "json")),
    ],
)
def test_no_colours_where_they_are_not_wanted(
    env: dict[str, str], arguments: tuple[str, ...], tmp_path: Path, pincite: Pincite
) -> None:
    (tmp_path / "a.pincite.yaml").write_text(FAULTY)
    assert "\x1b" not in on_terminal(
        tmp_path, pincite.environment(env), "check", *arguments, "a.pincite.yaml"
    )


def test_an_empty_no_color_says_nothing(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "a.pincite.yaml").write_text(FAULTY)
    assert "\x1b[31m" in on_terminal(
        tmp_path, pincite.environment({"NO_COLOR": ""}), "check", "a.pincite.yaml"
    )


def test_progress_is_shown_on_a_terminal_only(tmp_path: Path, pincite: Pincite) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.pincite.yaml").write_text(
            'pincite: "1.0"\narticle: {title: The harbour clock}\n'
        )
    summary = "25 files, 0 quotations, 0 citations: no findings\n"
    shown = on_terminal(tmp_path, pincite.environment(), "check", ".")
    assert shown.startswith("\r0 of 25 files\r1 of 25 files")
    assert shown.endswith(f"\r24 of 25 files\r\x1b[K{summary}")
    piped = pincite("check", ".", cwd=tmp_path)
    assert (piped.out, piped.err) == (summary, "")


# --- what a document holds never reaches the terminal as a command ----------------------------------------

RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\u200b]"
)
HOSTILE = st.text(
    st.sampled_from("a\x00\x07\x1b[31m\x7f\x9b\u202e\u2066\u061c\u200b\u2028\ufeff\ud83d\n\r\t\U000e0041")
)


@settings(deadline=None)  # the first SARIF imports every rule
@given(*[HOSTILE] * 5)
def test_controls_of_a_document_never_reach_the_output_raw(
    path: str, message: str, hint: str, pointer: str, line: str
) -> None:
    place = Place(1, 1 + len(line) // 2, 1, len(line) + 1, line.replace("\n", " "))
    finding = Finding(path, "PIN000", "made-up", "error", message, hint, pointer, place)
    report = Report((finding,), (FileCount(path, 0, 0, 1), FileCount("b", 0, 0, 1)))
    for name in FORMATS:
        printed = renderer(name)(report, fail_on="warning", colour=False)
        assert RAW.findall(printed) == []
        if name == "json":
            told = json.loads(printed)["findings"][0]
            assert [told["path"], told["message"], told["hint"], told["pointer"]] == [
                path,
                message,
                hint,
                pointer,
            ]


def test_hidden_characters_are_told_apart_in_a_real_run(tmp_path: Path, pincite: Pincite) -> None:
    name = "a\u202eb\x1b[31m.pincite.json"
    document = {"pincite": "1.0", "article": {"title": "T", "date": "so\x1b[2J\u202eon\x9b"}, "x\x1b]0;": 1}
    (tmp_path / name).write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    for chosen in FORMATS:
        printed = pincite("check", "--format", chosen, ".", cwd=tmp_path)
        assert printed.status == 1
        assert RAW.findall(printed.out + printed.err) == []
