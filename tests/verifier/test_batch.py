"""Lines become questions, and which file each may ask of."""

from __future__ import annotations

import io
import json
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.verifier.questions import batch
from pincite.verifier.questions.batch import Places, Unasked, answers_to, in_groups, lines_of, question_in
from pincite.verifier.questions.question import Question
from pincite.verifier.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.verifier.copies_at_hand import Pictures

LOG = "The clock was silent for sixteen days.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("batch/log.txt", "desk/own.txt", "sources/far.txt", "other/secret.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LOG)
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path


FAULTS = {
    "nope": "line 7 is not JSON: expecting value",
    '{"text": "a", "source": "b"': "line 7 is not JSON: expecting ',' delimiter",
    '{"id": NaN}': "line 7 is not JSON: NaN is no number of JSON",
    '{"id": 1e999}': "line 7 is not JSON: the number 1e999 is too large",
    '{"id": -1e999}': "line 7 is not JSON: the number -1e999 is too large",
    '{"id": ["a"]}': "'id' must be text, a number or null, not a list",
    f'{{"id": {"[" * 900}{"]" * 900}}}': "'id' must be text, a number or null, not a list",
    '{"id": {"a": 1}}': "'id' must be text, a number or null, not an object",
    '{"id": true}': "'id' must be text, a number or null, not true",
    "[1]": "line 7 is not an object with 'text' and 'source'",
    "\x00": "line 7 is not JSON: expecting value",
    '{"source": "log.txt"}': "'text' is missing",
    '{"text": "a"}': "'source' is missing",
    '{"text": 3, "source": "log.txt"}': "'text' must be text",
    '{"text": "", "source": "log.txt"}': "'text' is empty: there are no words to look for",
    '{"text": "a", "source": ""}': "'source' is empty: it names no file",
    '{"text": "a", "source": null}': "'source' must be text",
    '{"text": "a", "source": "log.txt", "language": 1}': "'language' must be text",
    '{"text": "a", "source": "log.txt", "page": true}': "'page' must be text or a whole number",
    '{"text": "a", "source": "../other/secret.txt"}': (
        "../other/secret.txt lies outside the batch's folder, the working folder and those that --sources names"
    ),
}


SEGMENTS = {
    "{}": "'segments' must be a list",
    '"a"': "'segments' must be a list",
    '["a"]': "segment 1 must be an object with 'type', not \"a\"",
    "[{}]": "segment 1: 'type' is missing",
    '[{"text": "a"}]': "segment 1: 'type' is missing",
    '[{"type": "gap"}]': (
        "segment 1: 'type' must be one of text, omission, insertion, replacement, sic, correction, emphasis, "
        'break, suspect, not "gap"'
    ),
    '[{"type": ["x"]}]': "segment 1: 'type' must be text, not a list",
    '[{"type": {}}]': "segment 1: 'type' must be text, not an object",
    '[{"type": null}]': "segment 1: 'type' must be text, not null",
    '[{"type": "break"}, {"type": "text", "text": 1}]': "segment 2: 'text' must be text, not 1",
    '[{"type": "text", "words": "a"}]': "segment 1: nobody reads the member 'words', did you mean 'text'?",
    '[{"type": "text", "xyz": "a"}]': "segment 1: nobody reads the member 'xyz'",
    '[{"type": "text"}]': "segment 1: 'text' is missing, which type 'text' needs",
    '[{"type": "omission"}]': "segment 1: 'mark' is missing, which type 'omission' needs",
    '[{"type": "correction", "text": "a"}]': "segment 1: 'original' is missing, which type 'correction' needs",
    '[{"type": "break", "by": "me"}]': (
        "segment 1: 'by' must be one of quoter, edition, source, unknown, not \"me\""
    ),
}
FAULTS |= {
    f'{{"text": "a", "source": "log.txt", "segments": {value}}}': told for value, told in SEGMENTS.items()
}


@pytest.mark.parametrize(("line", "reason"), FAULTS.items())
def test_a_line_without_a_question_says_why(line: str, reason: str, here: Path) -> None:
    found = question_in(line.encode(), 7, Places(str(here / "batch" / "q.jsonl")))
    assert isinstance(found, Unasked)
    assert found.reason == reason
    answer = json.loads(answers_to([found], Shelf())[0])
    assert (answer["verdict"], answer["reason"]) == ("unchecked", reason)


def test_a_line_may_say_all_that_decides_between_places(here: Path) -> None:
    line = {
        "id": 1.5,
        "text": "The clock",
        "source": "log.txt",
        "segments": [{"type": "text", "text": "The clock"}],
        "language": "en",
        "page": 58,
        "prefix": "a ",
        "suffix": None,
    }
    found = question_in(json.dumps(line).encode(), 1, Places(str(here / "batch" / "q.jsonl")))
    assert found == Question(
        "The clock",
        "log.txt",
        str(here / "batch" / "log.txt"),
        1.5,
        [{"type": "text", "text": "The clock"}],
        "en",
        "58",
        "a ",
        "",
    )


@pytest.mark.parametrize(
    ("source", "folders", "file"),
    [
        ("log.txt", (), "batch/log.txt"),
        ("../desk/own.txt", (), "desk/own.txt"),
        ("../sources/far.txt", ("../sources",), "sources/far.txt"),
        ("far.txt", ("../sources",), "sources/far.txt"),
        ("../sources/far.txt", (), None),
        ("../other/secret.txt", ("../sources",), None),
        ("/etc/hostname", (), None),
        ("a\0b", (), None),
        ("x" * 5000, (), None),
    ],
)
def test_only_files_in_allowed_folders_are_asked(
    source: str, folders: tuple[str, ...], file: str | None, here: Path
) -> None:
    found = Places(str(here / "batch" / "q.jsonl"), folders).file_of(source)
    if file is None:
        assert not isinstance(found, str)
    else:
        assert found == str(here / file)


def test_questions_of_one_source_are_taken_together() -> None:
    def asked(*files: str) -> Sequence[Question]:
        return [Question("", one, one) for one in files]

    assert list(in_groups(asked("a", "b", "a", "c", "b", "a"), 10)) == [[0, 2, 5], [1, 4], [3]]
    assert list(in_groups(asked(*"aaaaa"), 2)) == [[0, 1], [2, 3], [4]]


# ---- lines


def lines(content: bytes) -> list[tuple[int, bytes]]:
    return [line for some in lines_of(io.BufferedReader(io.BytesIO(content))) for line in some]


def test_lines_keep_their_numbers_and_empty_ones_are_left_out() -> None:
    assert lines(b"a\n\n \nb\r\nc") == [(1, b"a"), (4, b"b\r"), (5, b"c")]


def test_a_line_that_is_too_long_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_LONGEST_LINE", 10)
    monkeypatch.setattr(batch, "AT_ONCE", 4)
    assert lines(b"a\n" + b"x" * 100 + b"\nb\n" + b"y" * 50) == [
        (1, b"a"),
        (2, b"x" * 11),
        (3, b"b"),
        (4, b"y" * 11),
    ]
    found = question_in(b"x" * 11, 2, Places("-"))
    assert isinstance(found, Unasked)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text("aé\x00\ud800. ", max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "text", "mark", "by", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*batch.MEMBERS, "x"]), JSON))
def test_whatever_a_line_holds_it_gets_an_answer(members: dict[str, object]) -> None:
    line = json.dumps({"text": "The clock", "source": "log.txt"} | members).encode()
    [answer] = answers_to([question_in(line, 1, Places("-"))], Shelf())
    assert json.loads(answer, parse_constant=pytest.fail)["verdict"] == "unchecked"


@given(st.lists(st.binary(max_size=6).filter(lambda line: b"\n" not in line), max_size=8), st.integers(1, 9))
def test_no_line_is_lost_however_the_bytes_come(parts: list[bytes], at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "AT_ONCE", at_once)
        assert lines(b"\n".join(parts)) == [
            (number, part) for number, part in enumerate(parts, 1) if part.strip()
        ]


def test_no_more_lines_come_together_than_are_soon_answered() -> None:
    content = b"a\n" * 150
    assert [len(some) for some in lines_of(io.BufferedReader(io.BytesIO(content)))] == [64, 64, 22]
    assert [len(some) for some in lines_of(io.BufferedReader(io.BytesIO(content)), 2)] == [128, 22]


def test_lines_from_a_pipe_are_there_before_the_next_one_is_written() -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as stream:
        waiting = lines_of(stream)
        os.write(writer, b'{"id": 1}\n')
        timer = threading.Timer(30, os.close, [writer])
        timer.start()
        assert next(waiting) == [(1, b'{"id": 1}')]
        timer.cancel()
        os.close(writer)


def test_a_source_is_read_once_for_all_its_lines(here: Path, pictures: Pictures) -> None:
    shelf = Shelf()
    places = Places(str(here / "batch" / "q.jsonl"))
    asked = [question_in(b'{"text": "The clock", "source": "log.txt"}', 1, places)] * 50
    assert answers_to(asked, shelf) == answers_to(asked, shelf)
    assert pictures.read == ["log.txt"]


def test_the_shelf_drops_what_was_not_used_for_longest(here: Path) -> None:
    folder = here / "many"
    folder.mkdir()
    shelf = Shelf(most=3 * len(LOG))
    for name in "abcd":
        (folder / name).write_text(LOG)
        shelf.of(str(folder / name))
        shelf.of(str(folder / "a"))
    kept = [Path(file).name for file, *_ in shelf._kept]  # noqa: SLF001 - what is kept shows nowhere else
    assert kept == ["c", "d", "a"]
    assert len(shelf) <= 3 * len(LOG)
