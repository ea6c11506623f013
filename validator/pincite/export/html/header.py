"""The header of a page: what the article is called, who wrote it, and where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.concluded import concluded_mark
from pincite.export.html.markup import NOTHING, Markup, element, joined, link, own
from pincite.export.html.wording import date, names

if TYPE_CHECKING:
    from pincite.model.format import Article


def header(article: Article, english: str | None) -> Markup:
    """Return the header of the page; *english* is the language of its own words where that of the page is another."""
    series = article.get("series", {})
    series_words = joined(
        map(own, (series.get("title", ""), series.get("part", ""), series.get("code", ""))), ", "
    )
    byline = names(article.get("authors"))
    mark = concluded_mark(article.get("inferred"))
    facts = joined(
        [
            own(article.get("publication", "")),
            date(article["date"]) if "date" in article else "",
            joined(["First published at ", link(article["url"])]) if "url" in article else "",
        ],
        " · ",
    )
    facts = joined([facts, mark]) if facts or not byline else facts
    byline = joined([byline, mark]) if byline and not facts else byline
    return element(
        "header",
        element("p", series_words, class_="series") if series_words else NOTHING,
        element("h1", article.get("title", "Untitled article")),
        element("p", article["subtitle"], class_="subtitle") if "subtitle" in article else NOTHING,
        element("p", byline, class_="byline") if byline else NOTHING,
        element("p", facts, class_="facts", lang=english) if facts else NOTHING,
        class_="head",
    )
