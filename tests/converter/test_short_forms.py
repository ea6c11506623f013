"""Short forms mean a citation before them only where exactly one can be meant; else everything of them is kept."""

from __future__ import annotations

import timeit

import pytest

from pincite import convert
from pincite.converter.citation.earlier_works import EarlierWorks
from pincite.converter.citation.reading_order import read_citations
from pincite.converter.lexicon import lexicon
from tests.growth import assert_proportional

_KEEPER = "(Ines Marrow, The Lamp Keeper, Harbour Press, 1901, p. 12)"
_WICK = "(Adam Quist, The Wick and the Wind, Ansel Press, 1903, p. 9)"
_OIL = "(Ines Marrow, The Price of Oil, Harbour Press, 1905, p. 3)"
_LETTER = "(Ada Holm to Peter Lund, 3 March 1890. Harbour Archive, Box 4)"
_BOTH = "(The Lamp Keeper, Ines Marrow, Harbour Press, 1901, p. 12; The Wick, Adam Quist, Ansel Press, 1903, p. 9)"


@pytest.mark.parametrize(
    ("raws", "meant", "locator"),
    [
        ([_KEEPER, _WICK, "(Marrow, op. cit., p. 19)"], 0, {"page": "19"}),
        ([_KEEPER, _WICK, "(Quist, op. cit., pp. 19-20)"], 1, {"page": "19-20"}),
        ([_KEEPER, _WICK, "(ibid., p. 19)"], 1, {"page": "19"}),
        ([_KEEPER, _WICK, "(Marrow, loc. cit.)"], 0, {"page": "12"}),
        ([_KEEPER, "(Idem, p. 19)"], 0, {"page": "19"}),
        ([_KEEPER, _OIL, "(Marrow, The Price, p. 19)"], 1, {"page": "19"}),
        ([_KEEPER, _OIL, "(The Lamp Keeper, p. 19)"], 0, {"page": "19"}),
        ([_KEEPER, _OIL, "(Marrow 1905, 19)"], 1, {"page": "19"}),
        ([_KEEPER[:-1] + ", hereafter LK)", _OIL, "(LK, p. 19)"], 0, {"page": "19"}),
    ],
)
def test_the_only_candidate_is_meant(raws: list[str], meant: int, locator: dict[str, str]) -> None:
    reads = read_citations(raws, lexicon("en"))
    assert reads[-1].chain == reads[meant].chain
    assert (reads[-1].locator, reads[-1].unparsed) == (locator, ())
    assert reads[-1].resolved_by


@pytest.mark.parametrize(
    ("raws", "kept"),
    [
        ([_KEEPER, _OIL, "(Marrow, op. cit., p. 19)"], "op. cit."),
        ([_KEEPER, "(Quist, op. cit., p. 19)"], "op. cit."),
        ([_BOTH, "(ibid., p. 19)"], "ibid."),
        (["(ibid., p. 19)"], "ibid."),
        (["(Idem, The Wick and the Wind, Ansel Press, 1903, p. 19)"], "Idem"),
        ([_KEEPER, _OIL, "(Marrow 1903, 19)"], None),
        ([_LETTER, "(LK, p. 19)"], None),
    ],
)
def test_none_or_several_candidates_give_none(raws: list[str], kept: str | None) -> None:
    read = read_citations(raws, lexicon("en"))[-1]
    assert read.resolved_by is None
    assert read.locator == {"page": "19"}
    assert kept is None or kept in read.unparsed


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("see note 2", 1),
        ("supra note 1, p. 19", 0),
        ("Marrow, supra note 1, p. 19", 0),
        ("Quist (see note 2), p. 19", 1),
        ("Quist, supra note 1, p. 19", 1),  # the note is another's; the author has one work only
        ("see note 7", None),
        ("see note 3", None),
    ],
)
def test_a_note_that_is_named_is_meant(raw: str, meant: int | None) -> None:
    reads = read_citations([_KEEPER, _WICK, _OIL, _LETTER, raw], lexicon("en"), [1, 2, 3, 3, 4])
    assert reads[-1].chain == (reads[meant].chain if meant is not None else reads[-1].chain)
    assert bool(reads[-1].resolved_by) == (meant is not None)


_SERIES = "(“The Holm Letters”, Vol. 12, Harbour Press, 1911, p. 7)"
_NEWS = "(“Oil for the Lamps”, Harbour Gazette, 3 May 1887, p. 3)"


@pytest.mark.parametrize(
    ("before", "raw", "locator", "kept"),
    [
        (_KEEPER, "(ibid., 15)", "15", ()),
        (_KEEPER, "Ibid., 44.", "44", ()),
        (_KEEPER, "(ibid., xii)", "xii", ()),
        (_KEEPER, "(ibid., 22 v)", "22 v", ()),
        (_KEEPER, "(ibid., 14, 16, 19-22, passim)", "14, 16, 19-22, passim", ()),
        (_KEEPER, "(ibid., pp. 14, 16)", "14, 16", ()),
        (_KEEPER, "(ibid., vol. 3, p. 4, kindly lent)", "4", ("vol. 3", "kindly lent")),
        (_KEEPER, "(loc. cit., Harbour Press)", "12", ()),
        (_KEEPER, "(loc. cit., Ansel Press)", "12", ("Ansel Press",)),
        (_KEEPER, "Marrow, op. cit., 57", "57", ()),
        (_KEEPER, "Marrow, The Lamp, 63", "63", ()),
        (_KEEPER, "(The Lamp, 15 (my emphasis))", "15", ()),
        (
            _KEEPER,
            "(ibid., p. 9; Adam Quist, The Wick, 1903, p. 4)",
            "9",
            ("Adam Quist, The Wick, 1903, p. 4",),
        ),
        (_SERIES, "(ibid., vol. 12, p. 9)", "9", ()),
    ],
)
def test_all_that_a_short_form_says_is_kept(
    before: str, raw: str, locator: str, kept: tuple[str, ...]
) -> None:
    first, read = read_citations([before, raw], lexicon("en"))
    assert read.chain == first.chain
    assert (read.locator, read.unparsed) == ({"page": locator}, kept)
    assert read.note == ("my emphasis" if "my emphasis" in raw else None)


@pytest.mark.parametrize(
    ("before", "raw", "said"),
    [
        (_SERIES, "(ibid., vol. 15, p. 9)", {"volume": "15"}),
        (_NEWS, "(ibid., Box 15)", {"archive": {"box": "15"}}),
        (_NEWS, "(ibid., 5 May 1887, p. 2)", {"date": "1887-05-05"}),
    ],
)
def test_a_short_form_that_contradicts_the_source_does_not_mean_it(
    before: str, raw: str, said: dict[str, object]
) -> None:
    read = read_citations([before, raw], lexicon("en"))[-1]
    assert (read.resolved_by, read.unparsed) == (None, ("ibid.",))
    assert {member: getattr(read.chain[0], member) for member in said} == said


def test_nothing_is_meant_by_ibid_behind_one_that_means_nothing_known() -> None:
    read = read_citations([_NEWS, "(ibid., Box 15)", "(ibid., 4)"], lexicon("en"))[-1]
    assert (read.resolved_by, read.chain, read.locator, read.unparsed) == (
        None,
        (),
        {"page": "4"},
        ("ibid.",),
    )


def test_a_bare_number_is_the_page_of_an_unknown_work_as_well() -> None:
    read = read_citations([_KEEPER, "(Coombe, op. cit., 57)"], lexicon("en"))[-1]
    assert (read.resolved_by, read.locator, read.unparsed) == (None, {"page": "57"}, ("op. cit.",))


def test_idem_is_the_author_before() -> None:
    read = read_citations(
        [_KEEPER, "(Idem, The Wick and the Wind, Ansel Press, 1903, p. 19)"], lexicon("en")
    )[-1]
    assert (read.chain[0].authors, read.unparsed) == (["Ines Marrow"], ())
    assert read.chain[0].inferred["authors"] == "“idem”: the author of the citation before it"


def test_notes_of_an_article_have_their_numbers() -> None:
    text = (
        "The lamps of the harbour were lit by hand, and it was said that “the oil was measured by the cup”.[1]\n\n"
        "It was also said that “the wicks were trimmed with care before the first boat”.[2]\n\n"
        "And in the same book that “the keepers slept by day in the tower”.[3]\n\n"
        "Notes\n\n"
        "[1] Ines Marrow, The Lamp Keeper, Harbour Press, 1901, p. 12.\n\n"
        "[2] Adam Quist, The Wick and the Wind, Ansel Press, 1903, p. 9.\n\n"
        "[3] See note 1, p. 19.\n"
    )
    citations = [one for quotation in convert(text)["quotations"] for one in quotation["citations"]]
    assert citations[2]["source"] == citations[0]["source"] != citations[1]["source"]
    assert citations[2]["locator"] == {"page": "19"}


@pytest.mark.parametrize(
    ("raw", "authors", "recipients"),
    [
        ("(The same to Nora Glass, 5 March 1890. Harbour Archive, Box 4)", "Ada Holm", "Nora Glass"),
        ("(Nora Glass to the same, 5 March 1890. Harbour Archive, Box 4)", "Nora Glass", "Peter Lund"),
        ("(Same to same, 5 March 1890. Harbour Archive, Box 4)", "Ada Holm", "Peter Lund"),
    ],
)
def test_the_same_is_who_wrote_or_got_the_letter_before(raw: str, authors: str, recipients: str) -> None:
    item = read_citations([_LETTER, raw], lexicon("en"))[-1].chain[0]
    assert (item.authors, item.recipients) == ([authors], [recipients])
    assert "“the same”: the one of the citation before it" in item.inferred.values()


def test_the_same_of_nobody_stays_as_printed() -> None:
    item = read_citations([_KEEPER, "(Nora Glass to the same, 5 March 1890)"], lexicon("en"))[-1].chain[0]
    assert (item.authors, item.recipients) == (["Nora Glass"], ["the same"])


@pytest.mark.parametrize("piece", ["a", "note ", "hereafter ", "idem, ", "("])
def test_short_forms_are_read_in_linear_time_of_their_length(piece: str) -> None:
    words = lexicon(None)

    def read(text: str) -> None:
        assert len(read_citations([_KEEPER, text], words)) == 2

    assert_proportional(read, lambda size: piece * (size // len(piece)), 2_500, largest=40_000)


def _works(many: int) -> list[str]:
    return [f"(Ines Marrow{at}ova, The Lamp {at} of Oil, Harbour Press, 1901, p. {at})" for at in range(many)]


@pytest.mark.parametrize("name", ["Holm", "Marrow7ova", "The Lamp", "The Lamp 7 of"])
def test_looking_for_a_work_takes_no_longer_among_many(name: str) -> None:
    words = lexicon("en")

    def spent(many: int) -> float:
        works = EarlierWorks(words)
        for read in read_citations(_works(many), words):
            works.add(read)
        return min(timeit.repeat(lambda: works.named(name, None), number=400, repeat=3))

    assert spent(400) < 4 * spent(25) + 0.002  # sixteen times as many


def test_ibid_in_a_note_means_the_note_before() -> None:
    document = convert(
        "The bell was rung by hand, “all night, and nobody heard it at all”.[1] It cost more than that (Horace Venn, The "
        "Tide Clock, 1874, p. 9). Nobody in the harbour “believed the man at all”.[2]\n\nNotes\n\n"
        "1. Captain Amos Grell, Forty Winters, 1891, p. 112.\n2. Ibid., p. 113.\n"
    )
    first, second = (one["citations"][0] for one in document["quotations"])
    assert second["raw"] == "Ibid., p. 113"
    assert second["source"] == first["source"]


def test_several_sources_in_a_parenthesis_are_in_no_note() -> None:
    document = convert(
        "The bell was rung by hand, “all night, and nobody heard it at all”.[1] It cost more than that (Jonas Pell, Day "
        "Book, p. 9; Horace Venn, The Tide Clock, p. 4). Nobody in the harbour “believed the man at all”.[2]\n\nNotes\n\n"
        "1. Captain Amos Grell, Forty Winters, 1891, p. 112.\n2. Ibid., p. 113.\n"
    )
    first, second = (one["citations"][0] for one in document["quotations"])
    assert second["raw"] == "Ibid., p. 113"
    assert second["source"] == first["source"]
