"""What a page says."""

from __future__ import annotations

_STYLE = "{http://www.w3.org/1999/xhtml}style"


def said(page: str) -> str:
    """Return the words of every element, the style sheet apart, and the values of all attributes."""
    import html5lib  # noqa: PLC0415 - where it is not installed, other formats are read all the same

    elements = [one for one in html5lib.HTMLParser(strict=True).parse(page).iter() if one.tag != _STYLE]
    words = ["".join(one.itertext()) for one in elements if one.find(f".//{_STYLE}") is None]
    return "\n".join([*words, *(value for one in elements for value in one.attrib.values())])
