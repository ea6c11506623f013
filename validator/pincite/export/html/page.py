"""The page as a whole: its head, which forbids everything but its own pictures, its header, sections and colophon."""

from __future__ import annotations

import base64
import hashlib
import os
from functools import cache
from typing import TYPE_CHECKING

from pincite import __version__
from pincite.export.html.article import Setting
from pincite.export.html.colophon import colophon
from pincite.export.html.desk import Desk
from pincite.export.html.header import header
from pincite.export.html.images import image_list
from pincite.export.html.markup import NOTHING, Markup, element, joined, link, own
from pincite.export.html.page_language import is_right_to_left
from pincite.export.html.relations import relation_line
from pincite.export.html.source_list import source_list
from pincite.export.html.wording import name_words

if TYPE_CHECKING:
    from pincite.export.layout.values import Layout
    from pincite.model.format import Article, DocumentData

_FOLDER = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib would add to every start


def page(data: DocumentData, layout: Layout) -> str:
    """Return the page of one article."""
    desk = Desk(data)
    article = data["article"]
    language = article.get("language")
    english = desk.english
    setting = Setting(layout, desk)
    body = setting.text()
    heading, apart = setting.apart()
    heading = f"{heading} noted apart from the text" if body else heading
    content = [
        element("article", header(article, english), body, _apart(apart, heading, english)),
        _end_matter(desk),
    ]
    return "".join(
        [
            "<!DOCTYPE html>\n",
            element(
                "html",
                _head(article),
                "\n",
                element(
                    "body",
                    _skip(english),
                    element("main", *content, id="main--text"),
                    colophon(desk),
                ),
                lang=language or "en",
                dir="rtl" if is_right_to_left(language) else None,
            ),
            "\n",
        ]
    )


@cache
def style() -> str:
    """Return the style sheet."""
    with open(os.path.join(_FOLDER, "page.css"), encoding="utf-8") as stream:  # noqa: PTH118, PTH123 - as above
        return stream.read()


def policy() -> str:
    """Return the content security policy: pictures from where the page lies, its own style, and nothing else.

    The scheme ``data`` is there for the empty icon, without which browsers ask the server for one; ``file`` because
    some browsers take no file for "self".
    """
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; img-src 'self' data: file:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(article: Article) -> Markup:
    title = article.get("title", "Untitled article")
    metas = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"Pincite {__version__}"),
        element("title", title),
        element("link", rel="icon", href="data:,"),
        *(element("meta", name="author", content=name_words(one)) for one in article.get("authors", [])),
        element("style", Markup(style())),
    ]
    return element("head", "\n", joined(metas, "\n"), "\n")


def _apart(shown: Markup, heading: str, english: str | None) -> Markup:
    if not shown:
        return NOTHING
    return element(
        "section",
        element("h2", heading, id="apart--heading", lang=english),
        shown,
        aria_labelledby="apart--heading",
    )


def _end_matter(desk: Desk) -> Markup:
    article, english = desk.data["article"], desk.english
    bundle = article.get("image_bundle", {})
    archives = desk.data.get("archives", {})
    bundle_words = joined([own(bundle.get("text", "")), link(bundle["url"]) if "url" in bundle else ""], ": ")
    loose = [
        one
        for one in desk.data.get("relations", [])
        if not {one["from"], one["to"]} & (desk.quotations.keys() | desk.claims.keys())
    ]
    sections = [
        _section("Sources", source_list(desk) if desk.sources else NOTHING, english),
        _section(
            "Archives",
            element("dl", joined(_archive(code, desk) for code in archives)) if archives else NOTHING,
            english,
        ),
        _section(
            "Pictures",
            joined(
                [
                    image_list(desk) if desk.images else NOTHING,
                    element("p", bundle_words) if bundle_words else "",
                ]
            ),
            english,
        ),
        _section("How they relate", joined(relation_line(one, desk) for one in loose), english),
    ]
    return joined(["\n", *sections], "\n")


def _section(heading: str, content: Markup, english: str | None) -> Markup:
    if not content:
        return NOTHING
    id_ = f"{heading.split(maxsplit=1)[0].lower()}--heading"
    return element(
        "section",
        element("h2", heading, id=id_),
        content,
        class_="end",
        aria_labelledby=id_,
        lang=english,
        dir="ltr" if english else None,
    )


def _archive(code: str, desk: Desk) -> Markup:
    entry = desk.data["archives"][code]
    what = joined([own(entry.get("name", "")), link(entry["url"]) if "url" in entry else ""], ", ")
    return joined([element("dt", own(code)), element("dd", what)])


def _skip(english: str | None) -> Markup:
    return element("a", "Skip to the text", href="#main--text", class_="skip", lang=english)
