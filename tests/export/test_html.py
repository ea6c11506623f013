"""The page: valid, self-contained, complete, and safe whatever the document says."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import pytest

from pincite import load
from pincite.export import carry_out, write
from pincite.export.html.markup import element, file_address, is_of_web_or_mail, link, within_folder
from pincite.export.html.page import style
from pincite.export.html.wording import place
from pincite.export.layout.english import date_words
from tests.export.articles import GOLDENS, ROOT
from tests.export.filled import filled
from tests.export.hostile import MARKER, hostile
from tests.export.page_reading import said
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.format import DocumentData

html5lib = pytest.importorskip("html5lib")

EXAMPLES = [
    *sorted((ROOT / "examples").glob("*/article.pincite.yaml")),
    *sorted((ROOT / "examples").glob("*/article.md")),
]
GOLDEN = GOLDENS / "bells.html"
XHTML = "{http://www.w3.org/1999/xhtml}"
PAGES = {
    **{path.parent.name: path for path in EXAMPLES},
    "filled": None,
    "hostile": None,
    "empty": None,
    "without-text": None,
}
every_page = pytest.mark.parametrize("name", PAGES)


def made(name: str) -> str:
    path = PAGES[name]
    if path is not None:
        document = load(path)
        return write(document.data, "html", document.text)
    return write(DOCUMENTS[name](), "html")


def without_text() -> DocumentData:
    document = filled()
    del document["article"]["text"]
    return document


def empty() -> DocumentData:
    return {"pincite": "1.0", "article": {}}


DOCUMENTS = {"filled": filled, "hostile": hostile, "empty": empty, "without-text": without_text}


def parsed(page: str) -> Any:  # noqa: ANN401 - html5lib has no types for its trees
    return html5lib.HTMLParser(strict=True).parse(page)


def elements(page: str, name: str) -> Iterator[dict[str, str]]:
    for one in parsed(page).iter(f"{XHTML}{name}"):
        yield cast("dict[str, str]", one.attrib)


def page_of(**members: object) -> str:
    return write(cast("DocumentData", {"pincite": "1.0", "article": {"title": "Bells"}, **members}), "html")


@every_page
def test_a_page_is_valid_and_has_the_landmarks_and_headings_of_one(name: str) -> None:
    tree = parsed(made(name))
    found = {one.tag.removeprefix(XHTML): one for one in tree.iter()}
    assert {"main", "article", "header"} <= found.keys()
    levels = [int(one.tag[-1]) for one in tree.iter() if re.fullmatch(rf"{XHTML}h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert "script" not in found


@every_page
def test_every_id_is_there_once_and_every_link_within_the_page_leads_to_one(name: str) -> None:
    tree = parsed(made(name))
    ids = [one.attrib["id"] for one in tree.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    links = [one["href"] for one in elements(made(name), "a")]
    assert {one[1:] for one in links if one.startswith("#")} <= set(ids)


@every_page
def test_a_page_asks_for_nothing_but_pictures_beside_it(name: str) -> None:
    page = made(name)
    policy = next(one["content"] for one in elements(page, "meta") if one.get("http-equiv"))
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; img-src 'self' data: file:; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "url(" not in style()
    assert "@import" not in style()
    for one in parsed(page).iter():
        assert not {"style", "srcset", "background", "action", "ping"} & one.attrib.keys()
        assert not [attribute for attribute in one.attrib if attribute.startswith("on")]
        if "src" in one.attrib:
            assert one.tag == f"{XHTML}img"
            assert re.match(r"(?!\.\.|/)[^:?#]+$", one.attrib["src"])
    for one in elements(page, "a"):
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", one["href"]):
            assert is_of_web_or_mail(one["href"])
            assert one["rel"] == "noopener noreferrer nofollow"


@every_page
def test_every_picture_has_a_description_or_is_hidden_from_those_who_cannot_see_it(name: str) -> None:
    tree = parsed(made(name))
    hidden = {id(inner) for one in tree.iter() if one.attrib.get("aria-hidden") for inner in one.iter()}
    for one in tree.iter(f"{XHTML}img"):
        assert one.attrib["alt"] or id(one) in hidden
        assert one.attrib["loading"] == "lazy"


def test_attacks_are_shown_as_text() -> None:
    page = write(hostile(), "html")
    assert page.count(MARKER) > 100
    assert {one.tag.removeprefix(XHTML) for one in parsed(page).iter()} <= {
        "html", "head", "meta", "title", "style", "link", "body", "main", "article", "section", "header", "footer", "aside", "div",
        "h1", "h2", "p", "a", "span", "bdi", "cite", "code", "time", "figure", "figcaption", "img", "blockquote", "sup", "ul",
        "li", "dl", "dt", "dd", "em", "br", "details", "summary",
    }  # fmt: skip


def test_the_whole_page(*, update: bool) -> None:
    page = write(bells(), "html").replace(style(), "…")
    page = re.sub(r"Pincite [0-9][^\"]*", "Pincite …", page)
    page = re.sub(r"sha256-[^']*", "sha256-…", page)
    page = re.sub(r"(</(?:p|div|li|figure|blockquote|section|aside|h[12]|header)>)", r"\1\n", page)
    if update:
        GOLDEN.write_text(page, "utf-8")
    assert page == GOLDEN.read_text("utf-8")


def bells() -> DocumentData:
    text = (
        "The bell of Port Ellery\n\nThe bell was rung twice a day. The keeper wrote in his book:\n\n"
        "The bell … was rung at six [and at ten]. (Day book, Ada Fenn, p. 4) (IMG{The page})\n\n"
        "A visitor heard it “once” only.\n"
    )

    def at(words: str) -> Any:  # noqa: ANN401 - an anchor
        return {"start": text.index(words), "end": text.index(words) + len(words)}

    return cast(
        "DocumentData",
        {
            "pincite": "1.0",
            "article": {
                "title": "The bell of Port Ellery",
                "authors": [{"literal": "Ines Marrow"}],
                "date": "2020-05",
                "language": "en",
                "text": {"content": text},
            },
            "sources": [
                {
                    "id": "day-book",
                    "type": "manuscript",
                    "title": "Day book",
                    "authors": [{"literal": "Ada Fenn", "id": "https://example.org/people/fenn"}],
                    "date": "1901~",
                    "archive": {"name": "Harbour Archive", "box": "2"},
                    "container": {"source": "papers", "relation": "enclosure", "number": "4"},
                },
                {
                    "id": "papers",
                    "type": "collection",
                    "title": "Papers",
                    "inferred": {"title": "it is on the box"},
                },
            ],
            "quotations": [
                {
                    "id": "q1",
                    "text": "The bell … was rung at six [and at ten].",
                    "display": "block",
                    "segments": [
                        {"type": "text", "text": "The bell "},
                        {"type": "omission", "mark": "…", "by": "edition"},
                        {"type": "text", "text": " was rung at six "},
                        {"type": "insertion", "text": "and at ten", "by": "quoter"},
                        {"type": "text", "text": "."},
                    ],
                    "citations": [
                        {
                            "source": "day-book",
                            "locator": {"page": "4-5"},
                            "raw": "(Day book, Ada Fenn, p. 4)",
                            "anchor": at("(Day book, Ada Fenn, p. 4)"),
                            "images": ["scan", "lost"],
                        }
                    ],
                    "anchor": at("The bell … was rung at six [and at ten]."),
                },
                {
                    "id": "q2",
                    "text": "once",
                    "display": "inline",
                    "uncited": {"reason": "hearsay"},
                    "anchor": at("once"),
                },
                {"id": "q3", "text": "Elsewhere.", "language": "fr", "translation_of": "Ailleurs."},
            ],
            "claims": [
                {
                    "id": "c1",
                    "text": "The bell was rung twice a day.",
                    "role": "lead",
                    "basis": "source",
                    "evidence": ["q1"],
                    "anchor": at("The bell was rung twice a day."),
                }
            ],
            "relations": [{"type": "contradicts", "from": "q2", "to": "q1", "asserted_by": "article"}],
            "images": [
                {
                    "id": "scan",
                    "role": "evidence",
                    "label": "The page",
                    "path": "scans/page 4.png",
                    "alt": {"text": "Page 4"},
                    "width": 400,
                    "height": 540,
                    "anchor": at("(IMG{The page})"),
                    "license": "CC0-1.0",
                },
                {"id": "lost", "missing": {"reason": "Page 5 was torn out."}},
            ],
            "annotation": {"by": {"literal": "Ines Marrow"}, "on": "2021-01-02", "method": "manual"},
        },
    )


@pytest.mark.parametrize(
    ("image", "shown", "linked"),
    [
        ({"path": "a.png"}, True, True),
        ({"path": "a/b c%20.JPG"}, True, True),
        ({"path": "./a.webp"}, True, True),
        ({"path": "../a.png"}, False, False),
        ({"path": "a/../../a.png"}, False, False),
        ({"path": "a.svg"}, False, False),
        ({"path": "a.html", "media_type": "image/png"}, False, False),
        ({"path": "a.png", "media_type": "text/html"}, False, False),
        ({"path": "a.pdf"}, False, True),
        ({"path": "a.tif"}, False, True),
        ({"path": "a"}, False, False),
        ({"url": "https://example.org/a.png"}, False, True),
        ({"missing": {"reason": "torn out"}}, False, False),
    ],
)
def test_a_picture_is_shown_only_where_it_lies_beside_the_page(
    image: dict[str, object], *, shown: bool, linked: bool
) -> None:
    page = page_of(images=[{"id": "scan", **image}])
    assert bool(list(elements(page, "img"))) == shown
    assert bool([one for one in elements(page, "a") if not one["href"].startswith("#")]) == linked
    words = image.get("path") or image.get("url") or "torn out"
    assert str(words) in said(page)


@pytest.mark.parametrize(
    ("address", "is_linked"),
    [
        ("https://example.org/a?b=1&c=\"<>'", True),
        ("HTTP://example.org/", True),
        ("mailto:ada@example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("ftp://example.org/", False),
        ("//example.org/", False),
        (" https://example.org/", False),
        ("ht\ntps://example.org/", False),
        ("http:", False),
        ("vbscript:x", False),
    ],
)
def test_links_lead_to_the_web_or_to_mail(address: str, *, is_linked: bool) -> None:
    shown = link(address)
    assert shown.startswith("<a ") == is_linked
    for one in elements(f"<!DOCTYPE html><title>x</title>{shown}", "a"):
        assert one["href"].lower().startswith(("http://", "https://", "mailto:"))


def test_paths_become_addresses_that_lead_to_them() -> None:
    assert file_address("a b/c#d?e%20.png") == "a%20b/c%23d%3Fe%2520.png"
    assert file_address("./a:b.png") == "./a%3Ab.png"
    assert not within_folder("c:/a.png")
    assert not within_folder("/a.png")
    assert not within_folder("..\\a.png")


def test_characters_that_no_page_may_hold_are_replaced_and_told() -> None:
    document = bells()
    document["article"]["title"] = "A\x00b\ud800c\ufffe"
    document["sources"][1]["title"] = "\x1b[31m\r"
    text, losses = carry_out(document, "html")
    assert "<h1>A\ufffdb\ufffdc\ufffd</h1>" in text
    parsed(text)
    text.encode()
    assert {one.pointer for one in losses if one.declared.when} == {"/article", "/sources/1"}


def test_markup_escapes_everything_but_itself() -> None:
    inner = element("b", "<&>")
    assert inner == "<b>&lt;&amp;&gt;</b>"
    assert element("p", inner, '"', title='"<', data_x=None, class_="a") == (
        '<p title="&quot;&lt;" class="a"><b>&lt;&amp;&gt;</b>&quot;</p>'
    )


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1918", "1918"),
        ("0079", "79"),
        ("1918-04", "April 1918"),
        ("1918-04-02", "2 April 1918"),
        ("1918-04-02?", "2 April 1918 (uncertain)"),
        ("1918~", "about 1918"),
        ("1918-21", "spring 1918"),
        ("1918-33", "1918-33"),
        ("1918/1920-05", "1918 – May 1920"),
        ("1918/..", "from 1918"),
        ("/1918", "until 1918"),
        ("../1918-04", "until April 1918"),
        ("191X", "1910–1919"),
        ("17XX", "1700–1799"),
        ("1703-XX", "1703"),
        ("1703-04-XX", "April 1703"),
        ("XXXX", "XXXX"),
        ("1642/1650", "1642–1650"),
        ("[1918,1919]", "[1918,1919]"),
        ("XXXX-03-11", "XXXX-03-11"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ({"page": "58-59"}, "pp.\u00a058–59"),
        ({"page": "12", "line": "3, 5"}, "p.\u00a012, lines\u00a03, 5"),
        ({"page": "A-3"}, "p.\u00a0A-3"),
        ({"folio": "17v"}, "f.\u00a017v"),
        ({"sub_verbo": "bell"}, "s.v.\u00a0bell"),
        ({"bar": 7}, "bar\u00a07"),
    ],
)
def test_places_in_words(locator: dict[str, str], words: str) -> None:
    assert re.sub("<[^>]*>", "", place(locator)) == words


@pytest.mark.parametrize(
    ("language", "direction", "english"),
    [("ar", "rtl", "en"), ("he-IL", "rtl", "en"), ("az-Arab", "rtl", "en"), ("ar-Latn", None, "en"), ("de", None, "en"), ("en-GB", None, None), (None, None, None)],
)  # fmt: skip
def test_the_language_and_its_direction(
    language: str | None, direction: str | None, english: str | None
) -> None:
    article = {"title": "x"} if language is None else {"title": "x", "language": language}
    page = write(cast("DocumentData", {"pincite": "1.0", "article": article, "id": "urn:x:y"}), "html")
    (html,) = elements(page, "html")
    (footer,) = elements(page, "footer")
    assert html.get("dir") == direction
    assert html["lang"] == (language or "en")
    assert footer.get("lang") == english


def test_blocks_become_what_they_are() -> None:
    kinds = (
        "title",
        "heading",
        "lead",
        "list",
        "code",
        "quotation",
        "citation",
        "caption",
        "note",
        "navigation",
    )
    text = "\n\n".join(f"{kind} one\n{kind} two" for kind in kinds)
    blocks = [
        {
            "type": kind,
            "start": text.index(f"{kind} one"),
            "end": text.index(f"{kind} two") + len(f"{kind} two"),
        }
        for kind in kinds
    ]
    article = {"title": "title one title two", "text": {"content": text}, "blocks": blocks}
    page = page_of(article=article)
    assert "title one" not in page.partition("</header>")[2]
    for markup in (
        "<h2>heading one\nheading two</h2>",
        '<p class="lead">lead one',
        '<ul class="list signs"><li>list one</li><li>list two</li></ul>',
        "<pre><code>code one\ncode two</code></pre>",
        "<blockquote><p>quotation one",
        '<p class="citation">',
        '<p class="caption">',
        '<p class="footnote">',
    ):
        assert markup in page, markup
    assert "navigation one" not in page
    parsed(page)


def test_sources_stand_in_one_another_and_each_once() -> None:
    chain = [
        {
            "id": f"s{number}",
            "type": "book",
            "title": f"Book {number}",
            "container": {"source": f"s{number + 1}"},
        }
        for number in range(300)
    ]
    circle = [
        {"id": "one", "type": "book", "title": "One", "container": {"source": "two"}},
        {"id": "two", "type": "book", "title": "Two", "container": {"source": "one"}},
        {"id": "self", "type": "book", "title": "Self", "container": {"source": "self"}},
    ]
    page = page_of(sources=[*chain, *circle])
    ids = [one["id"] for one in elements(page, "li")]
    assert len(ids) == 303
    deepest = max(
        len(re.findall("<ul", page[: match.start()])) - len(re.findall("</ul", page[: match.start()]))
        for match in list(re.finditer("<li", page))[:50]
    )
    assert deepest <= 9


def many(number: int) -> DocumentData:
    """Return a document with as many quotations, sources, claims, relations and pictures."""
    text = "".join(f"Page {one} says “bell {one} rang” at six.\n\n" for one in range(number))

    def at(words: str) -> dict[str, object]:
        return {"start": text.index(words), "end": text.index(words) + len(words)}

    every = range(1, number)
    return cast(
        "DocumentData",
        {
            "pincite": "1.0",
            "article": {"text": {"content": text}},
            "sources": [
                {"id": f"s{one}", "type": "book", "title": f"{one}", "container": {"source": f"s{one // 2}"}}
                for one in every
            ],
            "quotations": [
                {
                    "id": f"q{one}",
                    "text": f"bell {one} rang",
                    "display": "inline",
                    "anchor": at(f"bell {one} rang"),
                    "citations": [{"source": f"s{one}", "images": [f"i{one}"]}],
                }
                for one in every
            ],
            "claims": [{"id": f"c{one}", "text": f"Claim {one}", "evidence": [f"q{one}"]} for one in every],
            "relations": [{"type": "restates", "from": "q1", "to": f"q{one}"} for one in every],
            "images": [
                {"id": f"i{one}", "path": f"{one}.png", "role": "figure", "caption": "Page"} for one in every
            ],
        },
    )


def test_a_quotation_without_a_place_leads_to_the_claims_that_rest_on_it() -> None:
    data = cast(
        "DocumentData",
        {
            "pincite": "1.0",
            "article": {"text": {"content": "The tides were loud."}},
            "quotations": [{"id": "q1", "text": "tides were loud"}, {"id": "q2", "text": "a bell"}],
            "claims": [
                {"id": "c1", "text": "Nobody slept.", "evidence": ["q1", "q2", {"id": "q2"}]},
                {"id": "c2", "text": "It was loud.", "evidence": ["q2"]},
            ],
        },
    )
    notes = dict(re.findall(r'<div class="note" id="(q[12])--note">(.*?)</div></div>', write(data, "html")))
    assert "Evidence for" not in notes["q1"]
    assert re.findall(r'href="#(c[0-9])"', notes["q2"].partition("Evidence for")[2]) == ["c1", "c2"]


def test_the_time_grows_with_the_document() -> None:
    assert_proportional(lambda document: write(document, "html"), many, 40, 640)


def test_contrast_is_enough_for_small_text() -> None:
    schemes = re.findall(r":root \{([^}]*)\}", style())
    for scheme in schemes[:2]:
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", scheme))
        for ink in ("ink", "soft", "accent"):
            for ground in ("paper", "shade"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    levels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in levels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
