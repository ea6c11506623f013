"""HTML made of elements: every text and every value of an attribute is escaped here, and nowhere else.

A function that returns ``Markup`` has escaped its words; whatever is a plain string is words, and is escaped when it
becomes part of an element.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from pincite.export.html.characters import BARRED
from pincite.export.identity import license_iri

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOID = frozenset({"br", "img", "link", "meta", "hr"})
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_FOREIGN = "noopener noreferrer nofollow"


class Markup(str):
    """A piece of HTML, safe as it is."""

    __slots__ = ()


NOTHING = Markup("")


def escaped(text: str) -> Markup:
    """Return words as HTML that says exactly them; markup stays what it is."""
    if isinstance(text, Markup):
        return text
    safe = BARRED.allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(safe.replace('"', "&quot;"))


def element(name: str, /, *children: str, **attributes: str | int | None) -> Markup:
    """Return an element with its content; attributes without a value are left out.

    An underscore at the end of an attribute's name is dropped (``class_``), others become hyphens (``data_type``).
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{''.join(map(escaped, children))}</{name}>")


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Return the parts that are not empty, in one, with the same words between any two."""
    return Markup(escaped(between).join(escaped(part) for part in parts if part))


def own(text: str) -> Markup:
    """Return a text of the document that stands in the page's own words: it reads in its own direction, and alone."""
    return element("bdi", text) if text else NOTHING


def is_of_web_or_mail(address: str) -> bool:
    """Return whether a link may lead to an address: one of the web, or of mail."""
    return bool(_ADDRESS.fullmatch(address)) and BARRED.allowed(address) == address


def link(address: str, words: str | None = None, **attributes: str | int | None) -> Markup:
    """Return a link to an address of the web; its words alone where the address is none that a page should lead to."""
    shown = words if words is not None else address
    if not is_of_web_or_mail(address):
        return own(shown) if shown == address else joined([shown, " (", own(address), ")"])
    # what a browser would encode by itself, and what HTML's own checker refuses in an address
    encoded = quote(address, safe="!#$%&'()*+,/:;=?@~-._[]")
    return element("a", own(shown), href=encoded, rel=_FOREIGN, **attributes)


def license_link(expression: str) -> Markup:
    """Return a licence, which leads to its text where it is one of SPDX's."""
    address = license_iri(expression)
    return own(expression) if address is None else link(address, expression)


def within_folder(path: str) -> bool:
    """Return whether a relative path leads to a file in the page's folder or below it."""
    steps = path.replace("\\", "/").split("/")
    return ".." not in steps and bool(steps[0]) and ":" not in steps[0] and BARRED.allowed(path) == path


def file_address(path: str) -> str:
    """Return the address of a file beside the page, percent-encoded."""
    encoded = quote(path, safe="!$'()*+,/;=@~-._")
    return f"./{encoded}" if ":" in encoded.partition("/")[0] else encoded
