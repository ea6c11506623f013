"""The benchmark of quotations: the same seed makes the same bytes, and the figures are those of the answers."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from benchmarks.quotations.__main__ import main
from benchmarks.quotations.books import language_of, letters, read_books
from benchmarks.quotations.case import Case
from benchmarks.quotations.generate import batch_lines, cases
from benchmarks.quotations.large_texts import TEXTS, quotations
from benchmarks.quotations.report import changes, lines, record
from benchmarks.quotations.scoring import Answer, answers, score
from benchmarks.quotations.sources import PLAIN, Source, sources
from benchmarks.words import Dice
from tests.verifier.quotation_case import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = {"orrin.txt": "en", "moulin.txt": "fr", "sad.txt": "ru", "qiao.txt": "zh", "beer.txt": "he"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("books")
    for name in ("orrin.txt", "qiao.txt"):
        shutil.copy(FOLDER / "texts" / name, found)
    return found


@pytest.fixture(scope="module")
def held(folder: Path) -> list[Source]:
    return sources(read_books(folder), "a seed")


@pytest.fixture(scope="module")
def made(held: list[Source]) -> list[Case]:
    return cases(held, "a seed", 0.1)


def test_the_language_is_told_by_script_and_small_words() -> None:
    told = {name: language_of((FOLDER / "texts" / name).read_text("utf-8")) for name in _TEXTS}
    assert told == _TEXTS


def test_the_same_seed_makes_the_same_bytes(folder: Path, held: list[Source], made: list[Case]) -> None:
    books = read_books(folder)
    again = sources(books, "a seed")
    assert [one.text for one in again] == [one.text for one in held]
    assert batch_lines(cases(again, "a seed", 0.1)) == batch_lines(made)
    assert batch_lines(cases(sources(books, "another"), "another", 0.1)) != batch_lines(made)


def test_every_group_has_cases_and_every_case_a_name(made: list[Case]) -> None:
    assert {one.group for one in made} == {"faithful", "misquote", "near", "misleading"}
    assert len({one.id for one in made}) == len(made) > 100


def test_an_exact_case_is_the_piece_of_its_source(held: list[Source], made: list[Case]) -> None:
    texts = {source.name: source.text for source in held}
    exact = [one for one in made if one.family == "exact"]
    assert exact
    assert [one.text for one in exact] == [texts[one.source][one.start : one.end] for one in exact]


def test_passages_of_printed_sources_have_the_quotations_letters(
    held: list[Source], made: list[Case]
) -> None:
    texts = {source.name: source.text for source in held}
    across = [one for one in made if one.family.startswith("page furniture")]
    assert across
    for one in across:
        piece = letters(texts[one.source][one.start : one.end])
        assert piece.startswith(letters(one.text)[:3])
        assert piece.endswith(letters(one.text)[-3:])


def test_near_cases_are_damaged_and_misquotes_stand_nowhere(held: list[Source], made: list[Case]) -> None:
    texts = {source.name: letters(source.text) for source in held}
    for one in made:
        wrong = one.group == "near" or one.family in {"dropped not", "changed word", "silent omission"}
        assert not wrong or letters(one.text) not in texts[one.source]


def test_perfect_answers_score_one(made: list[Case]) -> None:
    right = {"faithful": "edited", "misleading": "exact", "near": "near", "misquote": "altered"}
    scores = score(
        made, {one.id: Answer(right[one.group], one.start, one.end, ("negation",)) for one in made}
    )
    assert (scores.f1, scores.near.value, scores.called_near.value) == (1, 1, 0)
    assert (scores.warned.value, scores.located.value, scores.three_way.value) == (1, 1, 1)
    assert scores.grave == []


def test_accepting_all_costs_precision_and_is_told(made: list[Case]) -> None:
    scores = score(made, {one.id: Answer("exact") for one in made})
    assert scores.found.value == 1
    assert scores.accepted.value < 0.8
    assert scores.warned.value == 0
    assert any(one.family == "dropped not" for one in scores.grave)
    assert any("dropped-not" in line for line in lines(scores))


def test_no_answer_is_no_pass(made: list[Case]) -> None:
    scores = score(made, {})
    assert (scores.found.value, scores.three_way.value) == (0, 0)


@pytest.mark.parametrize(("start", "end", "located"), [(100, 200, True), (150, 260, False), (100, 150, True), (0, 300, False)])  # fmt: skip
def test_a_passage_is_found_where_half_of_both_is_shared(start: int, end: int, located: bool) -> None:  # noqa: FBT001
    case = Case("one", "changed word", "misquote", "en", "text", "source", 100, 200)
    assert score([case], {"one": Answer("altered", start, end)}).judged[0].located is located


def test_answers_are_read_in_both_forms_of_spans_and_warnings() -> None:
    given = [
        {"id": "a", "verdict": "edited", "spans": [[5, 9], [20, 30]], "warnings": [{"kind": "negation"}]},
        {"id": "b", "verdict": "absent", "spans": [{"start": 1, "end": 2}], "warnings": ["number"]},
    ]
    assert answers(map(json.dumps, given)) == {
        "a": Answer("edited", 5, 30, ("negation",)),
        "b": Answer("absent", 1, 2, ("number",)),
    }


def test_gains_and_losses_are_told_against_the_record(tmp_path: Path, made: list[Case]) -> None:
    path = tmp_path / "record.json"
    record(path, score(made, {}), "a seed")
    assert list(changes(path, score(made, {}), "a seed")) == []
    assert list(changes(path, score(made, {}), "another")) == [
        "the recorded run has seed a seed, and so other cases"
    ]
    better = score(made, {one.id: Answer("exact") for one in made})
    assert any(line.startswith("gain: exact") for line in changes(path, better, "a seed"))


def test_the_command_scores_answers_from_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--texts", str(folder), "--size", "0.1", "--class", "exact"]
    assert main([*arguments, "--keep", str(tmp_path), "--only-write"]) == 0
    batch = [json.loads(line) for line in (tmp_path / "batch.jsonl").read_text("utf-8").splitlines()]
    assert all((tmp_path / one["source"]).is_file() for one in batch)
    given = tmp_path / "answers.jsonl"
    given.write_text(
        "".join(json.dumps({"id": one["id"], "verdict": "exact"}) + "\n" for one in batch), "utf-8"
    )
    assert main([*arguments, "--predictions", str(given)]) == 0
    assert "recall                   1.000" in capsys.readouterr().out


def test_a_run_is_recorded_whole_and_the_next_one_is_held_against_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("benchmarks.quotations.__main__._RECORD", tmp_path / "record.json")
    given = tmp_path / "answers.jsonl"
    given.write_text("")
    arguments = ["--texts", str(folder), "--size", "0.1", "--predictions", str(given)]
    assert main([*arguments, "--record"]) == 0
    assert "no recorded run in record.json" in capsys.readouterr().out
    assert json.loads((tmp_path / "record.json").read_text("utf-8"))["classes"]["exact"][0] == 0
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert "no recorded run" not in said
    assert "gain" not in said
    with pytest.raises(SystemExit):
        main([*arguments, "--record", "--class", "exact"])
    assert "--record keeps a whole run" in capsys.readouterr().err


def test_nothing_to_score_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--texts", str(tmp_path)]) == 2
    assert "no texts" in capsys.readouterr().err


@pytest.mark.parametrize("name", TEXTS)
def test_right_quotations_of_large_texts_stand_in_them_and_wrong_ones_do_not(name: str) -> None:
    text = TEXTS[name](Dice(name), 40_000)
    plain = " ".join(text.split())
    asked = quotations(Dice("asked"), text, 20)
    assert [one.text in plain for one in asked if one.stands] == [True] * 10
    assert [one.text in plain for one in asked if not one.stands] == [False] * 10


def test_a_source_of_a_book_is_the_book_without_its_end(folder: Path, held: list[Source]) -> None:
    source = next(one for one in held if one.kind == PLAIN and one.book.name == "orrin")
    text = (folder / "orrin.txt").read_text("utf-8")
    assert source.text + source.book.held_out == text
