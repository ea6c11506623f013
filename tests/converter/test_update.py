"""A changed article converted anew: people's work stays and finds its place, the tool's own gives way."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite import check, convert
from pincite.converter.update.document import updated

if TYPE_CHECKING:
    from pincite.converter.update.report import Report
    from pincite.model.format import DocumentData

TITLE = "The lamps of Port Ansel\nBy Ines Marrow"
ASKED = "The keeper wrote to the town in the winter of that year and asked for oil:"
FIRST = "We have burned the last of the good oil. (Ada Holm to Brook Lund, March 3, 1890, p. 7) (IMG)"
ANSWER = "The council had an answer ready for him before the letter came to the town:"
SECOND = "No more oil is to be bought. (The Lamp Book, Jon Aas, Harbour Press, 1901, p. 31) (IMG)"
THIRD = "The wick was cut each night. (The Wick, Ada Fenn, Harbour Press, 1905, p. 2) (IMG)"
END = "That is how the lamps of the harbour were put out."
PARTS = [TITLE, ASKED, FIRST, ANSWER, SECOND, END]


def text_of(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"


def run(old: Any, before: list[str], after: list[str]) -> tuple[Any, Report]:  # noqa: ANN401 - taken apart below
    old_text, new_text = text_of(before), text_of(after)
    found, report = updated(
        cast("DocumentData", old), convert(old_text), convert(new_text), old_text, new_text
    )
    again, _ = updated(found, convert(new_text), convert(new_text), new_text, new_text)
    assert again == found
    assert str(again) == str(found), "the order of members counts, too"
    assert [one.message for one in check(found).findings if one.code[3] == "0"] == []
    return found, report


def converted(parts: list[str]) -> Any:  # noqa: ANN401 - as above
    return copy.deepcopy(convert(text_of(parts)))


def words(document: Any) -> list[str]:  # noqa: ANN401 - as above
    content = document["article"]["text"]["content"]
    return [content[one["anchor"]["start"] : one["anchor"]["end"]] for one in document["quotations"]]


@pytest.mark.parametrize(
    "after",
    [
        PARTS,
        [TITLE, "A word before.", *PARTS[1:]],
        [*PARTS[:3], ANSWER, THIRD, ANSWER, SECOND, END],
        [TITLE, ANSWER, SECOND, ASKED, FIRST, END],
        [TITLE, ASKED, FIRST.replace("the good oil", "the whale oil"), *PARTS[3:]],
        [TITLE, ASKED, FIRST.replace("p. 7", "p. 8"), *PARTS[3:]],
        [TITLE.replace("Ansel", "Anselm"), *PARTS[1:]],
    ],
    ids=["same", "before", "new", "order", "wording", "citation", "title"],
)
def test_what_nobody_worked_on_becomes_the_new_conversion(after: list[str]) -> None:
    found, report = run(converted(PARTS), PARTS, after)
    fresh = converted(after)
    assert found["annotation"]["method"] == "converted"
    assert (report.vanished, report.ambiguous, report.left_out) == ([], [], 0)
    assert words(found) == words(fresh)
    assert [one["text"] for one in found["quotations"]] == [one["text"] for one in fresh["quotations"]]
    assert found["article"] | {"blocks": []} == fresh["article"] | {"blocks": []}
    for kind in ("sources", "images", "claims"):
        without = [[{**one, "id": ""} for one in each.get(kind, [])] for each in (found, fresh)]
        assert len(without[0]) == len(without[1]), kind


def test_names_stay_and_new_things_get_new_ones() -> None:
    after = [TITLE, ANSWER, THIRD, *PARTS[1:]]
    found, report = run(converted(PARTS), PARTS, after)
    assert [(one["id"], one["text"][:11]) for one in found["quotations"]] == [
        ("q1-2", "The wick wa"),
        ("q1", "We have bur"),
        ("q2", "No more oil"),
    ]
    assert "q1-2" in report.new
    assert report.moved > 0
    by_id = {one["id"]: one for one in found["sources"]}
    assert [by_id[one["citations"][0]["source"]].get("title") for one in found["quotations"]] == [
        "The Wick",
        None,
        "The Lamp Book",
    ]
    refs = {block["ref"] for block in found["article"]["blocks"] if block.get("ref", "").startswith("q")}
    assert refs == {"q1", "q2", "q1-2"}


def worked_on() -> Any:  # noqa: ANN401 - as above
    """Return a document that a person finished: new names, metadata, a claim, a relation, a picture, a speaker."""
    document = converted(PARTS)
    content = document["article"]["text"]["content"]
    document["id"] = "https://example.org/lamps"
    document["article"]["date"] = "2021-05-03"
    document["custom"] = {"org.example": {"reviewed": True}}
    book = next(one for one in document["sources"] if one.get("title") == "The Lamp Book")
    book["isbn"], book["publisher_place"] = "978-3-16-148410-0", "Port Ansel"
    first = document["quotations"][0]
    first["speaker"] = {"literal": "Ada Holm"}
    first["id"] = "asked-for-oil"
    for block in document["article"]["blocks"]:
        if block.get("ref") == "q1":
            block["ref"] = "asked-for-oil"
    image = document["images"][1]
    del image["missing"]
    image.update({"path": "scans/p31.png", "alt": {"text": "Page 31"}})
    start = content.index("the lamps of the harbour were put out")
    phrase = {"start": start, "end": start + len("the lamps of the harbour were put out")}
    document["claims"] = [
        *document.get("claims", []),
        {"id": "put-out", "text": "The lamps were put out.", "basis": "source", "evidence": [
            {"id": "q2", "anchor": {**phrase, "exact": "the lamps of the harbour were put out"}}, "asked-for-oil",
        ], "anchor": phrase},
    ]  # fmt: skip
    document["relations"] = [
        {"type": "qualifies", "from": "asked-for-oil", "to": "q2", "asserted_by": "annotator"}
    ]
    document["annotation"]["by"] = {"literal": "Nora Glass"}
    return document


@pytest.mark.parametrize(
    "after",
    [
        PARTS,
        [TITLE, "A word before.", *PARTS[1:]],
        [TITLE, ANSWER, THIRD, *PARTS[1:]],
        [TITLE, ANSWER, SECOND, ASKED, FIRST, END],
        [TITLE, ASKED, FIRST.replace("the good oil", "the whale oil"), *PARTS[3:]],
    ],
    ids=["same", "before", "new", "order", "wording"],
)
def test_what_people_did_stays(after: list[str]) -> None:
    found, report = run(worked_on(), PARTS, after)
    assert (report.vanished, report.ambiguous) == ([], [])
    assert found["annotation"]["method"] == "mixed"
    assert found["annotation"]["by"] == {"literal": "Nora Glass"}
    assert (found["id"], found["article"]["date"]) == ("https://example.org/lamps", "2021-05-03")
    assert found["custom"] == {"org.example": {"reviewed": True}}
    book = next(one for one in found["sources"] if one.get("title") == "The Lamp Book")
    assert (book["isbn"], book["publisher_place"]) == ("978-3-16-148410-0", "Port Ansel")
    quotations = {one["id"]: one for one in found["quotations"]}
    assert quotations["asked-for-oil"]["speaker"] == {"literal": "Ada Holm"}
    assert found["relations"] == worked_on()["relations"]
    image = next(one for one in found["images"] if one.get("path") == "scans/p31.png")
    assert image["id"] in quotations["q2"]["citations"][0]["images"]
    assert "missing" not in image
    claim = next(one for one in found["claims"] if one["id"] == "put-out")
    content = found["article"]["text"]["content"]
    for anchor in (claim["anchor"], claim["evidence"][0]["anchor"]):
        assert content[anchor["start"] : anchor["end"]] == "the lamps of the harbour were put out"
    assert claim["evidence"][1] == "asked-for-oil"


def test_what_the_article_lost_is_kept_and_told() -> None:
    found, report = run(worked_on(), PARTS, [TITLE, ANSWER, SECOND, "That is how it ended."])
    assert {*report.vanished} >= {"asked-for-oil", "put-out"}
    lost = next(one for one in found["quotations"] if one["id"] == "asked-for-oil")
    assert "anchor" not in lost
    assert lost["citations"][0]["source"] in {one["id"] for one in found["sources"]}
    claim = next(one for one in found["claims"] if one["id"] == "put-out")
    assert "anchor" not in claim
    assert claim["evidence"] == ["q2", "asked-for-oil"]
    assert [one["id"] for one in found["quotations"]] == ["asked-for-oil", "q2"]


def test_what_stands_in_several_places_now_is_told() -> None:
    document = worked_on()
    phrase = "were put out"
    start = document["article"]["text"]["content"].index(phrase)
    document["claims"][-1]["anchor"] = {"start": start, "end": start + len(phrase), "exact": phrase}
    after = [
        TITLE,
        "The fires were put out, and the stoves were put out, too.",
        *PARTS[1:5],
        "They were put out late.",
    ]
    found, report = run(document, PARTS, after)  # fmt: skip
    assert "put-out" in report.ambiguous
    assert ["anchor" in one for one in found["claims"] if one["id"] == "put-out"] == [False]


def test_what_people_took_out_stays_out() -> None:
    document = converted(PARTS)
    del document["quotations"][1]
    document["images"] = document["images"][:1]
    found, report = run(document, PARTS, [TITLE, ASKED, FIRST, ANSWER, THIRD, ANSWER, SECOND, END])
    assert [one["text"][:11] for one in found["quotations"]] == ["We have bur", "The wick wa"]
    assert report.left_out > 0
    assert found["annotation"]["method"] == "mixed"


def test_a_reason_goes_with_the_value_that_it_was_for() -> None:
    document = converted(PARTS)
    letter = next(one for one in document["sources"] if one["type"] == "letter")
    assert letter["inferred"] == {"type": "it goes from one person to another"}
    letter["type"] = "telegram"
    del letter["inferred"]
    found, _ = run(document, PARTS, [TITLE, "Before.", *PARTS[1:]])
    letter = next(one for one in found["sources"] if one["type"] == "telegram")
    assert "inferred" not in letter


def test_citations_that_people_added_keep_their_place() -> None:
    document = converted(PARTS)
    own = {"source": document["sources"][1]["id"], "locator": {"page": "99"}}
    document["quotations"][0]["citations"].insert(0, own)
    document["quotations"][0]["citations"][1]["note"] = "my own"
    found, _ = run(document, PARTS, [TITLE, "Before.", *PARTS[1:]])
    assert found["quotations"][0]["citations"][0] == own
    assert found["quotations"][0]["citations"][1]["note"] == "my own"


def test_a_lost_old_text_keeps_all_that_differs() -> None:
    document = worked_on()
    after = [TITLE, ANSWER, THIRD, *PARTS[1:]]
    found, report = updated(document, None, convert(text_of(after)), None, text_of(after))
    assert report.was_guessed
    assert {one["id"] for one in found["quotations"]} >= {"asked-for-oil", "q2"}
    assert len(found["quotations"]) == 3
    assert found["article"]["date"] == "2021-05-03"
    again, _ = updated(found, None, convert(text_of(after)), None, text_of(after))
    assert again == found


_PARAGRAPHS = st.lists(
    st.sampled_from([ASKED, FIRST, ANSWER, SECOND, THIRD, END, "Lamps."]), min_size=1, max_size=9
)


@given(_PARAGRAPHS, _PARAGRAPHS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_of_peoples_is_ever_lost(before: list[str], after: list[str], chance: Any) -> None:  # noqa: ANN401 - hypothesis's
    document = converted([TITLE, *before])
    mine: dict[str, str] = {}
    for kind in ("sources", "quotations", "claims", "images"):
        for one in document.get(kind, []):
            if chance.random() < 0.5:
                member = {"sources": "note", "quotations": "language", "claims": "role", "images": "credit"}[
                    kind
                ]
                one[member] = mine[one["id"]] = (
                    "fr" if kind == "quotations" else "body" if kind == "claims" else "mine"
                )
    found, _ = run(document, [TITLE, *before], [TITLE, *after])
    told = {
        one["id"]: one
        for kind in ("sources", "quotations", "claims", "images")
        for one in found.get(kind, [])
    }
    for name, value in mine.items():
        assert name in told
        assert value in [one for one in told[name].values() if isinstance(one, str)]


def test_equal_words_from_two_sources_are_told_apart_by_their_citations() -> None:
    head = "The Lamps\n\nThe keepers of the harbour wrote of it in the same words twice, as the books have it. He wrote:\n\n"
    first = "It burned all night. (Ines Holm, The Lamp, 1901, p. 3)\n\nAnother wrote:\n\n"
    second = "It burned all night. (Peter Lund, The Wick, 1902, p. 4)\n"
    old = convert(head + first + second)
    old["quotations"][1]["speaker"] = {"literal": "Peter Lund"}
    found, report = updated(
        old, convert(head + first + second), convert(head + second), head + first + second, head + second
    )
    kept = {one["id"]: one for one in found["quotations"]}
    assert kept["q2"]["speaker"] == {"literal": "Peter Lund"}
    assert kept["q2"]["citations"][0]["raw"] == "(Peter Lund, The Wick, 1902, p. 4)"
    assert report.vanished == ["q1"]
