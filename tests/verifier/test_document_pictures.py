"""Pictures that are evidence: which are read, and what is made of what stands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite import load
from pincite.reporters.concise_format import line_of
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.documents.telling import findings
from pincite.verifier.documents.to_store import to_write
from tests.verifier.documents_at_hand import LOG, QUOTED, SOURCE, copies_of, judged, verified

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verifier.copies_at_hand import Pictures

PAGE = "images:\n  - {id: page, role: evidence, path: page.png%s}\n"
WITH_PAGE = f"text: {QUOTED}, citations: [{{source: log, images: [page]}}]"


def test_a_picture_that_a_citation_names_is_evidence(here: Path, pictures: Pictures) -> None:
    (here / "page.png").write_text(LOG)
    found = judged("  - {id: log, type: book, title: Log}\n", WITH_PAGE, more=PAGE % "")
    assert found.verdict.verdict == "exact"
    assert found.best is not None
    assert found.copy is not None
    assert found.copy.evidence.kind == "picture"
    assert found.copy.held.regions == ({"unit": "pixel", "x": 0, "y": 0, "w": 200, "h": 60},)
    assert pictures.read == ["page.png"]


def test_a_picture_that_depicts_the_cited_place_is_evidence(here: Path, pictures: Pictures) -> None:
    (here / "page.png").write_text(LOG)
    (here / "other.png").write_text("Nothing of the kind.\n")
    images = (
        PAGE % ', depicts: [{source: log, locator: {page: "3"}}]'
        + '  - {id: other, role: evidence, path: other.png, depicts: [{source: log, locator: {page: "4"}}]}\n'
    )
    quotation = f'text: {QUOTED}, citations: [{{source: log, locator: {{page: "3"}}}}]'
    found = judged("  - {id: log, type: book, title: Log}\n", quotation, more=images)
    assert (copies_of(found), pictures.read) == (["page.png"], ["page.png"])


def test_a_quotation_that_goes_over_the_page_stands_on_both_pictures(here: Path, pictures: Pictures) -> None:
    first, second = LOG[:20], LOG[21:]
    (here / "page.png").write_text(f"On the third of May the weight fell.\n{first}")
    (here / "next.png").write_text(second)
    more = PAGE % "" + "  - {id: next, role: evidence, path: next.png}\n"
    quotation = f"text: {QUOTED}, citations: [{{source: log, images: [page, next]}}]"
    found = verified("  - {id: log, type: book, title: Log}\n", quotation, more=more)
    assert pictures.read == ["page.png", "next.png"]
    [judgement] = found.judgements
    assert judgement.verdict.verdict in {"exact", "normalised"}
    assert copies_of(judgement) == ["page.png", "next.png", "page.png + next.png"]
    document = load("a.pincite.yaml")
    stored = {one.pointer: one.value for one in to_write(document, found)}
    assert sorted(stored) == ["/images/0/region", "/images/1/region"]
    assert [line_of(one) for one in findings(document, found) if one.code == "PIN718"] == []


def test_a_figure_is_no_evidence_and_without_pictures_none_is_read(here: Path, pictures: Pictures) -> None:
    (here / "log.txt").write_text(LOG)
    (here / "page.png").write_text(LOG)
    figure = PAGE.replace("evidence", "figure") % ""
    assert copies_of(judged(SOURCE, WITH_PAGE, more=figure)) == ["log.txt"]
    assert copies_of(judged(SOURCE, WITH_PAGE, more=PAGE % "", pictures=False)) == ["log.txt"]
    assert "page.png" not in pictures.read


def test_without_a_program_that_reads_pictures_the_copy_counts(here: Path, pictures: Pictures) -> None:
    (here / "log.txt").write_text(LOG)
    (here / "page.png").write_text("")
    found = verified(SOURCE, WITH_PAGE, more=PAGE % "")
    assert found.judgements[0].verdict.verdict == "exact"
    assert [fault for _, fault in found.faults] == [
        CopyFault("no_reader", "page.png: no program that reads pictures is installed", "install tesseract")
    ]
    assert pictures.read == ["log.txt", "page.png"]
