"""What a page says of its article in its head, its data, and its dates and authors."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pincite.converter.manuscript import About
from pincite.converter.readers.html_names import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.converter.readers.html.tree import Element, Page

_SPACES = re.compile(r"[\s]+")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ARTICLES = names(
    "Article BlogPosting NewsArticle ScholarlyArticle Report TechArticle OpinionNewsArticle "
    "AnalysisNewsArticle"
)
_MOST_NODES = 500
"""Objects of a page's data that are looked at."""
_LONGEST_NAME = 100
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author")
_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
)


def about_page(page: Page, data: list[str]) -> About:
    """Return what a page says of its article; of several sayings the most exact counts."""
    metas = _metas(page)
    said = _said(data)
    return About(
        title=_first(
            said.get("headline"), metas.get("og:title"), _heading(page), _text_of(page.head, "title")
        ),
        authors=_authors(page, metas, said),
        date=_date(page, metas, said),
        url=_first(_link(page, "canonical"), metas.get("og:url")),
        language=_language(page, metas),
        publication=_first(metas.get("og:site_name"), metas.get("application-name")),
    )


def _metas(page: Page) -> dict[str, list[str]]:
    """Return what the page's metas say, by their names in lower case."""
    found: dict[str, list[str]] = {}
    for element in (*page.head, *page.elements):
        if element.tag == "meta":
            attributes = element.attributes
            content = _plain(attributes.get("content", ""))
            for name in ("name", "property", "itemprop", "http-equiv"):
                if content and attributes.get(name):
                    found.setdefault(attributes[name].strip().lower(), []).append(content)
    return found


def _first(*sayings: str | list[str] | None) -> str | None:
    for saying in sayings:
        text = saying[0] if isinstance(saying, list) and saying else saying
        if isinstance(text, str) and text:
            return text
    return None


def _heading(page: Page) -> str | None:
    """Return the only heading of the first level."""
    found = [element for element in page.elements if element.tag == "h1" and element.size]
    return _plain(found[0].text()) if len(found) == 1 else None


def _text_of(part: list[Element], tag: str) -> str | None:
    return next((_plain(one.text()) for one in part if one.tag == tag), None) or None


def _authors(page: Page, metas: Mapping[str, list[str]], said: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the authors' names: what is an address leads to an author and names none."""
    for saying in (said.get("author", []), *(metas.get(name, []) for name in _AUTHORS)):
        kept = [name for name in saying if "://" not in name and len(name) <= _LONGEST_NAME]
        if kept:
            return tuple(dict.fromkeys(kept))
    by_property: list[str] = []
    by_link: list[str] = []
    for element in page.elements:
        if element.attributes.get("itemprop", "").lower() == "author" and element.tag != "meta":
            inner = next(
                (one for one in element.elements if one.attributes.get("itemprop") == "name"), element
            )
            by_property.append(_plain(inner.text()))
        elif element.tag in {"a", "span"} and "author" in element.attributes.get("rel", "").lower().split():
            by_link.append(_plain(element.text()))
    found = [name for name in by_property or by_link if 0 < len(name) <= _LONGEST_NAME]
    return tuple(dict.fromkeys(found))


def _date(page: Page, metas: Mapping[str, list[str]], said: Mapping[str, list[str]]) -> str | None:
    """Return the day of publication; of the times in the text only the one there is, or one that says it is that."""
    for saying in (said.get("datePublished"), *(metas.get(name) for name in _DATES)):
        day = _DAY.match(saying[0]) if saying else None
        if day:
            return day[1]
    times = [
        one for one in page.elements if one.tag == "time" and _DAY.match(one.attributes.get("datetime", ""))
    ]
    told = [
        one
        for one in times
        if "pubdate" in one.attributes
        or one.attributes.get("itemprop", "").lower() == "datepublished"
        or {"published", "entry-date"} & set(one.tokens)
    ]
    days = {one.attributes["datetime"][:10] for one in told or times}
    return days.pop() if len(days) == 1 else None


def _link(page: Page, relation: str) -> str | None:
    for element in page.head:
        if element.tag == "link" and relation in element.attributes.get("rel", "").lower().split():
            return element.attributes.get("href", "").strip() or None
    return None


def _language(page: Page, metas: Mapping[str, list[str]]) -> str | None:
    saying = page.language or _first(metas.get("content-language")) or ""
    return saying if _LANGUAGE.fullmatch(saying) else None


def _said(data: list[str]) -> dict[str, list[str]]:
    """Return what JSON-LD says of the article: headline, authors' names and date; nothing where it is unclear."""
    found: list[dict[str, list[str]]] = []
    for script in data:
        try:
            value: object = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            if _ARTICLES & {
                kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
            }:
                found.append(
                    {
                        "headline": _strings(node.get("headline")),
                        "author": _strings(node.get("author")),
                        "datePublished": _strings(node.get("datePublished")),
                    }
                )
    return found[0] if len(found) == 1 else {}


def _nodes(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects at the top of JSON-LD: it is one, a list, or has them under ``@graph``."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one[:_MOST_NODES]
        elif isinstance(one, dict):
            yield one
            waiting.append(one.get("@graph"))


def _strings(value: object) -> list[str]:
    """Return the strings in a value of JSON-LD, or the names of the things in it."""
    found = []
    for one in value[:_MOST_NODES] if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            found.append(_plain(name))
    return found


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
