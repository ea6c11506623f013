"""The header of a page: what the article is called, who wrote it, and where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.markup import NOTHING, Markup, element, joined, link, own
from pincite.export.html.wording import concluded, date, date_words, name_words, names

if TYPE_CHECKING:
    from pincite.model.format import Article


def header(article: Article, english: str | None) -> Markup:
    """Return the header of the page; *english* is the language of its own words where that of the page is another."""
    series = article.get("series", {})
    series_words = joined(
        map(own, (series.get("title", ""), series.get("part", ""), series.get("code", ""))), ", "
    )
    byline = names(article.get("authors"))
    facts = joined(
        [
            own(article.get("publication", "")),
            date(article["date"]) if "date" in article else "",
            joined(["First published at ", link(article["url"])]) if "url" in article else "",
        ],
        " · ",
    )
    return element(
        "header",
        element("p", series_words, class_="series") if series_words else NOTHING,
        element("h1", article.get("title", "Untitled article")),
        element("p", article["subtitle"], class_="subtitle") if "subtitle" in article else NOTHING,
        element("p", byline, class_="byline") if byline else NOTHING,
        element("p", facts, class_="facts", lang=english) if facts else NOTHING,
        concluded(article.get("inferred")),
        class_="head",
    )


def said_in_header(article: Article) -> frozenset[str]:
    """Return what the header says, as ``plain`` words: a block that says the same need not stand below it."""
    series = article.get("series", {})
    parts = [series.get("title", ""), series.get("part", ""), series.get("code", "")]
    authors = " ".join(name_words(one) for one in article.get("authors", []))
    words = [article.get("title", ""), article.get("subtitle", ""), authors, f"by {authors}"]
    words += [article.get("publication", ""), article.get("url", "")]
    words += [" ".join(parts[first:last]) for first in range(3) for last in range(first + 1, 4)]
    day, _, month_and_year = date_words(article.get("date", "")).partition(" ")
    month, _, year = month_and_year.partition(" ")
    words += [f"{day} {month} {year}", f"{month} {day} {year}"]
    return frozenset(plain(one) for one in words if one)


def plain(words: str) -> str:
    """Return the letters and digits of words: what stands between two of them is layout."""
    return "".join(filter(str.isalnum, words)).casefold()
