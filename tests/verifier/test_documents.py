"""Which copies a quotation is held against, and what is made of what they say."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from pincite.verifier.shelf import Shelf
from tests.verifier.documents_at_hand import CITED, HEAD, LOG, QUOTED, SOURCE, copies_of, judged, verified

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verifier.copies_at_hand import Pictures

DIGEST = hashlib.sha256(LOG.encode()).hexdigest()

# ---- where copies are looked for


def test_a_copy_is_read_from_the_documents_folder(here: Path) -> None:
    (here / "log.txt").write_text(LOG)
    found = judged("  - {id: log, type: book, title: Log, copies: [{path: log.txt}]}\n", CITED)
    assert (found.verdict.verdict, copies_of(found)) == ("exact", ["log.txt"])


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("log.txt", "  - {id: log, type: book, title: Log}\n"),
        ("deep/er/LOG.TXT", "  - {id: log, type: book, title: Log}\n"),
        ("ferry.txt", "  - {id: log, type: book, title: Log, copies: [{path: scans/ferry.txt}]}\n"),
        (
            "x1.txt",
            f"  - {{id: log, type: book, title: Log, copies: [{{path: lost.txt, sha256: {DIGEST}}}]}}\n",
        ),
    ],
    ids=["by-id", "by-id-in-capitals", "by-name", "by-digest"],
)
def test_a_copy_is_found_in_a_folder_of_sources(name: str, source: str, here: Path) -> None:
    file = here.parent / "sources" / name
    file.parent.mkdir(parents=True)
    file.write_text(LOG)
    found = verified(source, CITED, "../sources")
    assert found.judgements[0].verdict.verdict == "exact"
    assert copies_of(found.judgements[0]) == [f"../sources/{name}"]
    assert (found.faults, found.changed) == ((), ())


def test_a_file_of_the_name_of_a_pinned_copy_is_that_copy_and_may_be_changed(here: Path) -> None:
    (here / "sources").mkdir()
    (here / "sources" / "ferry.txt").write_text(LOG)
    source = f"  - {{id: log, type: book, title: Log, copies: [{{path: ferry.txt, sha256: {'0' * 64}}}]}}\n"
    found = verified(source, CITED, "sources")
    assert [(one.name, digest[:6]) for one, digest in found.changed] == [("sources/ferry.txt", DIGEST[:6])]
    assert (
        found.judgements[0].verdict.reason
        == "sources/ferry.txt is not the copy that was pinned: its SHA-256 is another"
    )


def test_hidden_files_links_and_documents_are_no_copies(here: Path) -> None:
    folder = here / "sources"
    folder.mkdir()
    (folder / ".log.txt").write_text(LOG)
    (here.parent / "elsewhere.txt").write_text(LOG)
    (folder / "log.txt").symlink_to(here.parent / "elsewhere.txt")
    (folder / "log.pincite.yaml").write_text(HEAD)
    found = judged("  - {id: log, type: book, title: Log}\n", CITED, "sources")
    assert (found.verdict.verdict, copies_of(found)) == ("unchecked", [])


def test_a_copy_outside_the_folders_is_not_opened(here: Path, pictures: Pictures) -> None:
    (here.parent / "log.txt").write_text(LOG)
    (here / "inside.txt").symlink_to(here.parent / "log.txt")
    source = "  - {id: log, type: book, title: Log, copies: [{path: ../log.txt}, {path: inside.txt}]}\n"
    found = verified(source, CITED)
    assert [fault.kind for _, fault in found.faults] == ["outside", "outside"]
    assert found.judgements[0].verdict.verdict == "unchecked"
    assert pictures.read == []


def test_what_contains_a_source_is_taken_where_the_source_has_no_copy(here: Path) -> None:
    (here / "volume.txt").write_text(LOG)
    sources = (
        "  - {id: log, type: document, title: Log, container: {source: volume}}\n"
        "  - {id: volume, type: volume, title: Volume 2, container: {source: series}, copies: [{path: volume.txt}]}\n"
        "  - {id: series, type: series, title: Series, copies: [{path: series.txt}]}\n"
    )
    assert copies_of(judged(sources, CITED)) == ["volume.txt"]


def test_the_best_of_several_copies_gives_the_verdict(here: Path) -> None:
    (here / "early.txt").write_text(LOG.replace("sixteen", "six"))
    (here / "late.txt").write_text(LOG)
    source = "  - {id: log, type: book, title: Log, copies: [{path: early.txt}, {path: late.txt}]}\n"
    found = judged(source, CITED)
    assert found.verdict.verdict == "exact"
    assert [(held.evidence.name, held.verdict.verdict) for held in found.citations[0].copies] == [
        ("early.txt", "altered"),
        ("late.txt", "exact"),
    ]


# ---- quotations that are not held against anything, or not only against their own source


def test_each_copy_is_read_once_for_all_quotations(here: Path, pictures: Pictures) -> None:
    (here / "log.txt").write_text(LOG)
    more = "".join(f"  - {{id: r{number}, {CITED}}}\n" for number in range(20))
    assert len(verified(SOURCE, CITED, more=more).judgements) == 21
    assert pictures.read == ["log.txt"]


def test_a_quotation_within_another_stands_in_the_same_source(here: Path) -> None:
    (here / "log.txt").write_text(LOG)
    found = verified(SOURCE, CITED, more="  - {id: q2, text: nobody missed it, within: q1}\n")
    assert [one.verdict.verdict for one in found.judgements] == ["exact", "exact"]


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        ("text: Die Uhr schwieg sechzehn Tage lang., language: de, citations: [{source: log}]", "unchecked"),
        ("text: The clock was silent for sixty days, language: de, citations: [{source: log}]", "altered"),
        (f"text: {QUOTED}, language: de, citations: [{{source: log}}]", "exact"),
        ("text: Die Uhr schwieg sechzehn Tage lang., language: en, citations: [{source: log}]", "absent"),
    ],
    ids=["translated", "altered", "stands-there", "same-language"],
)
def test_a_translation_is_unchecked_but_nothing_else_is_excused_by_its_language(
    quotation: str, verdict: str, here: Path
) -> None:
    (here / "log.txt").write_text(LOG)
    source = "  - {id: log, type: book, title: Log, language: en, copies: [{path: log.txt}]}\n"
    assert judged(source, quotation).verdict.verdict == verdict


def test_a_quotation_of_another_source_is_misattributed(here: Path) -> None:
    (here / "log.txt").write_text(LOG)
    (here / "letter.txt").write_text("Dear Nell, the clock has learnt to be late.\n")
    sources = SOURCE + "  - {id: letter, type: letter, title: To Nell, copies: [{path: letter.txt}]}\n"
    found = judged(sources, "text: the clock has learnt to be late, citations: [{source: log}]")
    assert found.verdict.verdict == "misattributed"
    assert found.best is not None
    assert found.copy is not None
    assert (found.best.source, found.copy.evidence.source) == ("log", "letter")
    assert copies_of(found) == ["log.txt", "letter.txt"]


def test_each_source_is_opened_once_though_quotations_alternate_and_some_stand_nowhere(
    here: Path, pictures: Pictures
) -> None:
    for name in "abc":
        (here / f"{name}.txt").write_text(LOG.replace("clock", f"clock {name}"))
    sources = "".join(
        f"  - {{id: {name}, type: book, title: B, copies: [{{path: {name}.txt}}]}}\n" for name in "abc"
    )
    more = "".join(
        f"  - {{id: q{number}{name}, text: {text}, citations: [{{source: {name}}}]}}\n"
        for number in range(2, 4)
        for name in "abc"
        for text in [f"The clock {name} was silent", "Nothing of the kind was ever said by anyone."][
            number - 2 :
        ][:1]
    )
    first = "text: The clock a was silent, citations: [{source: a}]"
    found = verified(sources, first, more=more, shelf=Shelf(most=1))
    assert [one.verdict.verdict for one in found.judgements] == ["exact"] * 4 + ["absent"] * 3
    assert pictures.read == ["a.txt", "b.txt", "c.txt", "a.txt", "b.txt", "c.txt"]
