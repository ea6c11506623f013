"""What a .docx says of its article outside the text: its properties, and its language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.manuscript import About
from pincite.converter.readers.docx.markup import attribute, child, children

if TYPE_CHECKING:
    from lxml.etree import _Element

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_NOBODY = {"python-docx", "apache poi", "windows user", "microsoft office user", "user", "unknown", "author"}
"""What programs write where an author's name belongs."""


def about(core: _Element | None, language: str | None) -> About:
    """Return title and authors from a package's core properties (None: there are none), and the language.

    The day on which a file was created is not that of its article, and left out.
    """
    title = _text(child(core, "dc:title"))
    names = [name.strip() for name in (_text(child(core, "dc:creator")) or "").split(";")]
    authors = tuple(name for name in names if name and name.casefold() not in _NOBODY)
    return About(title=title, authors=authors, language=tag(_text(child(core, "dc:language"))) or language)


def default_language(styles: _Element | None, settings: _Element | None) -> str | None:
    """Return the language that a document's text is in where nothing else is said, None without one."""
    normal = next(
        (
            one
            for one in children(styles, "w:style")
            if attribute(one, "w:type") == "paragraph" and attribute(one, "w:default") in {"1", "true", "on"}
        ),
        None,
    )
    said = (
        attribute(child(normal, "w:rPr", "w:lang")),
        attribute(child(styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")),
        attribute(child(settings, "w:themeFontLang")),
    )
    return next((language for one in said if (language := tag(one))), None)


def tag(value: str | None) -> str | None:
    """Return a language as BCP 47 writes it, None for what names none."""
    value = (value or "").strip().replace("_", "-")
    return value if _LANGUAGE.fullmatch(value) and value.casefold() != "x-none" else None


def _text(element: _Element | None) -> str | None:
    """Return an element's text on one line, None without any."""
    return " ".join((element.text or "").split()) or None if element is not None else None
