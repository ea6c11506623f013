"""What verdicts become in reports: those that no case can bring along, because they rest on pictures."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import get_args

import pytest

from pincite import load
from pincite.model.finding import Span
from pincite.reporters.concise_format import line_of
from pincite.verifier import holding
from pincite.verifier import shelf as shelves
from pincite.verifier.copies import CopyText, read_copy
from pincite.verifier.documents.caution_words import OF_CAUTIONS, rules_of, without_repetitions
from pincite.verifier.documents.phrasing import shown_diff, told_place
from pincite.verifier.documents.source_folders import SourceFolders
from pincite.verifier.documents.telling import findings, skipped
from pincite.verifier.documents.walk import verify_document
from pincite.verifier.rules import MODULES
from pincite.verifier.shelf import Shelf
from pincite.verifier.verdict import Alteration, Caution, CautionKind, Place, Verdict
from tests.verifier.copies_at_hand import Pictures

DOCUMENT = """\
pincite: "1.0"
article: {title: The clock}
sources:
  - {id: log, type: book, title: Log}
quotations:
  - {id: q1, text: The clock was silent for sixteen days, citations: [{source: log, images: [page]}]}
images:
  - {id: page, role: evidence, path: page.png}
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shelves, "read_copy", Pictures(read_copy))
    (tmp_path / "a.pincite.yaml").write_text(DOCUMENT, "utf-8")


def told(page: str) -> list[str]:
    """Return the findings, and what was left out, where the program reads *page* off the picture."""
    Path("page.png").write_text(page, "utf-8")
    document = load("a.pincite.yaml")
    verification = verify_document(document, Shelf(), SourceFolders())
    lines = [line_of(one).partition(": ")[2] for one in findings(document, verification)]
    return lines + [f"{one.code} not applied: {one.reason}" for one in skipped(document, verification)]


def test_a_picture_without_the_quotation_is_told() -> None:
    assert told("All the boats were out that morning.\n")[-1] == (
        "PIN718 page.png is evidence for quotation 'q1' and does not show it"
    )


def test_a_picture_with_the_quotation_is_not() -> None:
    assert told("The clock was silent for sixteen days.\n") == []


def test_pictures_that_nobody_can_read_are_told_once() -> None:
    assert told("") == [
        "PIN706 quotation 'q1' could not be checked: page.png: no program that reads pictures is installed",
        "PIN718 not applied: no program that reads pictures is installed; install tesseract",
    ]


def test_a_near_quotation_is_told_with_what_may_be_misread(monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = Alteration("damage", "clock", "dock", Span(4, 9), Span(4, 8))
    near = Verdict("near", (Span(0, 20),), (damaged,), similarity=0.9)
    monkeypatch.setattr(holding, "verify", lambda *_, **__: near)
    assert told("The dock was silent for sixteen days.\n") == [
        "PIN704 quotation 'q1' stands in page.png but for letters that the scan may misread: “dock” for “clock”"
    ]


def test_cautions_are_told_and_no_more_than_three_of_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = tuple(
        Caution("negation", "hidden", "not", Span(at, at + 3), f"the omission hides ‘not’ ({at})")
        for at in range(5)
    )
    edited = Verdict("edited", (Span(0, 20),), warnings=hidden, similarity=1.0)
    monkeypatch.setattr(holding, "verify", lambda *_, **__: edited)
    assert told("x") == [f"PIN710 quotation 'q1': the omission hides ‘not’ ({number})" for number in range(3)]


def test_how_a_copy_was_read_is_told_where_a_quotation_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    document = DOCUMENT.replace("title: Log}", "title: Log, copies: [{path: log.txt}]}").partition(
        "images:\n"
    )[0]
    document = document.replace(", images: [page]", "")
    Path("a.pincite.yaml").write_text(document, "utf-8")
    read = CopyText("All the boats were out.\n", "", "text/plain", "text 1", notes=("read as eng",))
    monkeypatch.setattr(shelves, "read_copy", lambda *_, **__: read)
    Path("log.txt").write_text("", "utf-8")
    loaded = load("a.pincite.yaml")
    (finding,) = findings(loaded, verify_document(loaded, Shelf(), SourceFolders()))
    assert finding.hint is not None
    assert finding.hint.endswith("; log.txt: read as eng")


def test_every_kind_of_caution_has_a_rule() -> None:
    assert set(OF_CAUTIONS) == set(get_args(CautionKind))


def test_every_rule_of_a_caution_is_in_the_list_of_rules() -> None:
    assert {rule.name.replace("-", "_") for rule in OF_CAUTIONS.values()} <= {*MODULES}


@pytest.mark.parametrize(
    ("diff", "shown"),
    [
        ("at [-six-]{+seven+}", "at [-six-]{+seven+}"),
        ("The {+old+} clock [-61-]{+16+} days", "The {+old+} clock [-61-]{+16+} days"),
        (
            f"{'far ' * 30}[-six-]{{+seven+}}{' off' * 30}",
            f"… {'far ' * 10}[-six-]{{+seven+}}{' off' * 10} …",
        ),
        (
            f"[-a-]{{+b+}} {'word ' * 40}{{+c+}}",
            f"[-a-]{{+b+}} {'word ' * 8}… {'word ' * 8}{{+c+}}",
        ),
    ],
)
def test_a_diff_is_shown_around_its_differences(diff: str, shown: str) -> None:
    assert shown_diff(Verdict("altered", diff=diff)) == shown


def test_a_long_diff_is_cut() -> None:
    diff = " ".join(f"word{number} [-a-]{{+b+}}" for number in range(100))
    assert len(shown_diff(Verdict("altered", diff=diff))) < 320


@pytest.mark.parametrize(
    ("place", "media_type", "told"),
    [
        (Place(9, 1), "text/plain", "line 9"),
        (Place(9, 1), "text/html", "line 9 of its text"),
        (Place(9, 1, 3, "13", 3, "13"), "text/plain", "page 13 (line 9 of the copy)"),
        (Place(9, 1, 3, "13", 3, "13"), "application/pdf", "page 13 (line 9 of its text)"),
        (Place(9, 1, 3, "13", 4, "14"), "text/plain", "pages 13-14 (line 9 of the copy)"),
        (Place(9, 1, 3), "application/pdf", "page 3 of the file (line 9 of its text)"),
        (Place(9, 1, 1, None, 4, "12"), "application/pdf", "pages 1-4 of the file (line 9 of its text)"),
        (Place(9, 1, 1, "12", 4, None), "application/pdf", "pages 1-4 of the file (line 9 of its text)"),
    ],
)
def test_a_place_has_one_kind_of_page_and_says_whose_line_it_is(
    place: Place, media_type: str, told: str
) -> None:
    assert told_place(place, media_type) == told


COPIED = """\
pincite: "1.0"
article: {title: The clock, language: en}
sources:
"""


def of_copies(sources: str, *quotations: str, **copies: str) -> list[tuple[str, str, str]]:
    """Return code, message and hint of what is found of quotations of the copies NAME.txt."""
    for name, text in copies.items():
        Path(f"{name}.txt").write_text(text, "utf-8")
    given = "".join(f"  - {{{one}}}\n" for one in quotations)
    Path("a.pincite.yaml").write_text(f"{COPIED}{sources}quotations:\n{given}", "utf-8")
    document = load("a.pincite.yaml")
    found = findings(document, verify_document(document, Shelf(), SourceFolders()))
    return [(one.code, one.message, one.hint or "") for one in found]


LOG = "  - {id: log, type: book, title: Log, copies: [{path: log.txt}]}\n"
PAGES = "[page 12]\nAll were at sea that day.\n[page 13]\nThe clock was silent for sixteen days, and nobody missed it.\n"


@pytest.mark.parametrize("page", ["12", "13"])
def test_the_page_of_an_altered_quotation_is_looked_at(page: str) -> None:
    cited = f'citations: [{{source: log, locator: {{page: "{page}"}}}}]'
    found = of_copies(LOG, f"id: q1, text: The clock was silent for seventeen days, {cited}", log=PAGES)
    moved = "the passage that quotation 'q1' alters stands on page 13, cited as 12"
    assert [code for code, *_ in found] == (["PIN702"] if page == "13" else ["PIN702", "PIN709"])
    assert [message for code, message, _ in found if code == "PIN709"] == [moved][: len(found) - 1]


TIDES = "The boats lay ready unless the mate was mistaken. The tide turned at six.\n"


def test_an_unmarked_cut_is_told_within_what_it_hides() -> None:
    quotation = "id: q1, text: The boats lay ready, citations: [{source: log}]"
    found = of_copies(LOG, quotation, log=TIDES)
    assert [code for code, *_ in found] == ["PIN712", "PIN721"]
    assert found[0][1].endswith("; and no ellipsis marks the cut")
    document = load("a.pincite.yaml")
    told = list(findings(document, verify_document(document, Shelf(), SourceFolders())))
    assert [one.code for one in without_repetitions(told)] == ["PIN712"]
    assert [one.code for one in without_repetitions(told[1:])] == ["PIN721"]  # nobody wants the other


def test_quotations_that_disagree_are_told_with_the_one_that_is_right() -> None:
    right = "id: q1, text: The tide turned at six, citations: [{source: log}]"
    wrong = "id: q2, text: The tide turned at seven, citations: [{source: log}]"
    found = of_copies(LOG, wrong, right, log=TIDES)
    [message] = [message for code, message, _ in found if code == "PIN717"]
    assert message.endswith("both quote one passage of log.txt, which has the words of 'q1'")


def test_what_would_help_is_told() -> None:
    missing = "  - {id: log, type: book, title: Log}\n"
    [(code, _, hint)] = of_copies(missing, "id: q1, text: The tide turned, citations: [{source: log}]")
    assert (code, hint) == (
        "PIN706",
        "name a folder that has its copy with --sources, or record one: pincite pin --add log=PATH a.pincite.yaml",
    )
    pinned = LOG.replace("log.txt", f"log.txt, sha256: '{'0' * 64}'")
    found = of_copies(pinned, "id: q1, text: The tide turned, citations: [{source: log}]", log=TIDES)
    assert [code for code, *_ in found] == ["PIN707", "PIN706"]
    assert "pincite pin --repin records its digest" in found[0][2]


def test_a_stored_place_in_another_copy_than_the_one_pinned_is_told() -> None:
    pinned = LOG.replace("log.txt", f"log.txt, sha256: {hashlib.sha256(TIDES.encode()).hexdigest()}")
    passage = f"passage: {{copy: '{'1' * 64}', start: 0, end: 9}}"
    quotation = f"id: q1, text: The tide turned at six, citations: [{{source: log, {passage}}}]"
    [(code, message, _)] = of_copies(pinned, quotation, log=TIDES)
    assert (code, message.endswith("its SHA-256 is not the one pinned")) == ("PIN720", True)
    assert of_copies(LOG, quotation, log=TIDES) == []  # nothing is pinned


def test_words_that_another_source_nearly_has_are_told() -> None:
    other = "  - {id: bay, type: book, title: Bay, copies: [{path: bay.txt}]}\n"
    quotation = "id: q1, text: The clock was silent for seventeen days, citations: [{source: bay}]"
    found = of_copies(LOG + other, quotation, log=PAGES, bay="All the boats were painted green.\n")
    [(code, _, hint)] = found
    assert code == "PIN701"
    assert hint.startswith("source 'log' has nearly these words: log.txt, page 13 (line 4 of the copy): ")


def test_cautions_count_by_their_rules() -> None:
    warned = Verdict("edited", warnings=(Caution("number", "", "", Span(0, 1), ""),))
    assert [one.code for one in rules_of(warned, page_agrees=None)] == ["PIN711"]
    assert [one.code for one in rules_of(warned, page_agrees=False)] == ["PIN711", "PIN709"]
