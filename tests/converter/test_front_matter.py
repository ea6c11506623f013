"""What stands above and below an article: title, authors, series, code, date, address and lead claims."""

from __future__ import annotations

from typing import Any

import pytest

from pincite import convert

_BODY = (
    "The lamps of the harbour were lit by hand for the whole of that century, and the keepers wrote of it:\n\n"
    "The oil was cold. (The Lamp Keeper, Ines Marrow, Harbour Press, 1901, p. 12)\n"
)
_TITLE = "The Lamps of the Outer Harbour"
_HEADERS: dict[str, tuple[str, dict[str, Any]]] = {
    "no header": ("", {}),
    "title": (_TITLE, {"title": _TITLE}),
    "title and byline": (f"{_TITLE}\n\nBy Nora Glass", {"title": _TITLE, "authors": ["Nora Glass"]}),
    "title and bare name": (f"{_TITLE}\n\nNora Glass", {"title": _TITLE, "authors": ["Nora Glass"]}),
    "two authors": (
        f"{_TITLE}\n\nBy Nora Glass and Peter Lund",
        {"title": _TITLE, "authors": ["Nora Glass", "Peter Lund"]},
    ),
    "byline with a date": (
        f"{_TITLE}\n\nBy Nora Glass – 3 May 2011",
        {"title": _TITLE, "authors": ["Nora Glass"], "date": "2011-05-03"},
    ),
    "byline with a date behind a bar": (
        f"{_TITLE}\n\nBy Nora Glass | 3 May 2011",
        {"title": _TITLE, "authors": ["Nora Glass"], "date": "2011-05-03"},
    ),
    "date on its own line": (f"{_TITLE}\n\n3 May 2011", {"title": _TITLE, "date": "2011-05-03"}),
    "date with a word": (f"{_TITLE}\n\nPublished: May 3, 2011", {"title": _TITLE, "date": "2011-05-03"}),
    "date with a weekday": (f"{_TITLE}\n\nTuesday, 3 May 2011", {"title": _TITLE, "date": "2011-05-03"}),
    "subtitle": (
        f"{_TITLE}\nOil and wick in a small port of the north",
        {"title": _TITLE, "subtitle": "Oil and wick in a small port of the north"},
    ),
    "title that goes on": (
        f"{_TITLE}:\nOil and Wick in a Small Port",
        {"title": f"{_TITLE}: Oil and Wick in a Small Port"},
    ),
    "series with a code": (
        f"Letters from the Quay\n\nChapter 2, Section 3 (C2S3)\n\n{_TITLE}",
        {
            "title": _TITLE,
            "series": {"title": "Letters from the Quay", "part": "Chapter 2, Section 3", "code": "C2S3"},
        },
    ),
    "series and code in one line": (
        f"{_TITLE}\n\nBy Nora Glass\n\nLetters from the Quay: Chapter 2, Section 3 (C2S3)",
        {
            "title": _TITLE,
            "authors": ["Nora Glass"],
            "series": {"title": "Letters from the Quay", "part": "Chapter 2, Section 3", "code": "C2S3"},
        },
    ),
    "series without a code": (
        f"Letters from the Quay\n\nPart 4\n\n{_TITLE}",
        {"title": _TITLE, "series": {"title": "Letters from the Quay", "part": "Part 4"}},
    ),
    "address": (
        f"{_TITLE}\n\nhttps://harbour.example/lamps",
        {"title": _TITLE, "url": "https://harbour.example/lamps"},
    ),
    "lead claims": (
        f"{_TITLE}\n\nThe lamps were lit by hand.\n\nThe oil was never warm.",
        {"title": _TITLE, "leads": ["The lamps were lit by hand.", "The oil was never warm."]},
    ),
    "navigation above": (
        f"Home > Essays > Lamps\n\n{_TITLE}\n\nBy Nora Glass",
        {"title": _TITLE, "authors": ["Nora Glass"]},
    ),
    "everything": (
        (
            f"Letters from the Quay\n\nChapter 2, Section 3 (C2S3)\n\n{_TITLE}\n\nBy Nora Glass\n\n3 May 2011\n\n"
            "https://harbour.example/lamps\n\nThe lamps were lit by hand."
        ),
        {
            "title": _TITLE,
            "authors": ["Nora Glass"],
            "series": {"title": "Letters from the Quay", "part": "Chapter 2, Section 3", "code": "C2S3"},
            "date": "2011-05-03",
            "url": "https://harbour.example/lamps",
            "leads": ["The lamps were lit by hand."],
        },
    ),
}
_KNOWN: dict[str, tuple[str, dict[str, Any]]] = {
    "masthead above": (
        f"THE HARBOUR REVIEW, No. 14\n\n{_TITLE}\n\nBy Nora Glass",
        {"title": _TITLE, "authors": ["Nora Glass"]},
    ),
}
"""What is still misread, with what would be right."""
_WORDS = {
    "es": (
        "Las lámparas del puerto exterior\n\nPor Nora Vidal\n\n3 de mayo de 2011",
        (
            "Los faroles del puerto se encendían a mano con aceite, y el farero lo contaba en una de las cartas:\n\n"
            "El aceite estaba frío. (El farero, Inés Salas, Editorial Puerto, 1901, p. 12)\n"
        ),
        {"title": "Las lámparas del puerto exterior", "authors": ["Nora Vidal"], "date": "2011-05-03"},
    ),
    "de": (
        "Die Lampen des äußeren Hafens\n\nVon Nora Glas\n\n3. Mai 2011",
        (
            "Die Lampen im Hafen wurden von den Wärtern mit der Hand entzündet, und einer schrieb das mit Stolz auf:\n\n"
            "Das Öl war kalt. (Der Lampenwärter, Ines Mahler, Hafenverlag, 1901, S. 12)\n"
        ),
        {"title": "Die Lampen des äußeren Hafens", "authors": ["Nora Glas"], "date": "2011-05-03"},
    ),
    "fr": (
        "Les lampes du port\n\nPar Nora Vidal\n\n3 mai 2011",
        (
            "Les lanternes du port et des quais étaient allumées à la main, et une lettre du gardien est bien claire :\n\n"
            "L’huile était froide. (Le gardien du phare, Inès Morel, Éditions du Port, 1901, p. 12)\n"
        ),
        {"title": "Les lampes du port", "authors": ["Nora Vidal"], "date": "2011-05-03"},
    ),
}


def _read(text: str) -> dict[str, Any]:
    document = convert(text)
    article: dict[str, Any] = dict(document["article"])
    members = ("title", "subtitle", "date", "url", "series")
    values: dict[str, Any] = {name: article[name] for name in members if name in article}
    if "authors" in article:
        values["authors"] = [name["literal"] for name in article["authors"]]
    leads = [claim["text"] for claim in document.get("claims", []) if claim.get("role") == "lead"]
    return {**values, "leads": leads} if leads else values


@pytest.mark.parametrize(("header", "expected"), _HEADERS.values(), ids=list(_HEADERS))
def test_a_header_is_read(header: str, expected: dict[str, Any]) -> None:
    assert _read(f"{header}\n\n{_BODY}".lstrip("\n")) == expected


@pytest.mark.parametrize(("header", "expected"), _KNOWN.values(), ids=list(_KNOWN))
def test_a_known_misreading_is_still_there(header: str, expected: dict[str, Any]) -> None:
    # a cured header must move to the table above
    assert _read(f"{header}\n\n{_BODY}") != expected


@pytest.mark.parametrize(("code", "case"), _WORDS.items(), ids=list(_WORDS))
def test_a_header_is_read_in_other_languages(code: str, case: tuple[str, str, dict[str, Any]]) -> None:
    header, body, expected = case
    text = f"{header}\n\n{body}"
    assert _read(text) == expected
    assert convert(text)["article"]["language"] == code


@pytest.mark.parametrize(
    ("behind", "url"),
    [
        ("Source:\nhttps://harbour.example/lamps", "https://harbour.example/lamps"),
        ("https://harbour.example/lamps", "https://harbour.example/lamps"),
        ("The lamps are dark.", None),
    ],
)
def test_the_address_can_stand_at_the_end(behind: str, url: str | None) -> None:
    assert _read(f"{_TITLE}\n\n{_BODY}\n{behind}\n").get("url") == url


def test_the_first_address_wins() -> None:
    text = f"{_TITLE}\n\nhttps://harbour.example/a\n\n{_BODY}\nhttps://harbour.example/b\n"
    assert _read(text)["url"] == "https://harbour.example/a"
