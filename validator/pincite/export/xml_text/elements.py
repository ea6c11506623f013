"""Elements of an XML text, and how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.xml_text.characters import BARRED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    Child: TypeAlias = "Element | str | None"

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


class Element:
    """One element. Attributes without a value and children that are None or empty strings are passed over."""

    __slots__ = ("attributes", "children", "name")

    def __init__(
        self, name: str, attributes: Mapping[str, str | None] | None = None, *children: Child
    ) -> None:
        self.name = name
        self.attributes = {key: value for key, value in (attributes or {}).items() if value}
        self.children: list[Element | str] = [one for one in children if one is not None and one != ""]

    def add(self, *children: Child) -> None:
        """Add children behind those there are."""
        self.children += [one for one in children if one is not None and one != ""]

    @property
    def is_flowing(self) -> bool:
        """Return whether there is text among the children."""
        return any(isinstance(one, str) for one in self.children)


class Flowing(Element):
    """An element of running text, where white space means something even if all children are elements."""

    __slots__ = ()

    @property
    def is_flowing(self) -> bool:
        """Return that children stand where text might."""
        return True


def written(root: Element) -> str:
    """Return a whole XML text with a final line end; children stand on lines of their own where nothing flows."""
    return "".join(['<?xml version="1.0" encoding="UTF-8"?>\n', *_block(root, 0)])


def _block(element: Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if not element.children or element.is_flowing:
        yield f"{indent}{_flat(element)}\n"
        return
    yield f"{indent}{_start(element)}>\n"
    for child in element.children:
        if isinstance(child, Element):
            yield from _block(child, depth + 1)
    yield f"{indent}</{element.name}>\n"


def _flat(element: Element) -> str:
    if not element.children:
        return f"{_start(element)}/>"
    inside = "".join(
        BARRED.allowed(one).translate(_TEXT) if isinstance(one, str) else _flat(one)
        for one in element.children
    )
    return f"{_start(element)}>{inside}</{element.name}>"


def _start(element: Element) -> str:
    values = (
        f' {key}="{BARRED.allowed(value).translate(_VALUE)}"' for key, value in element.attributes.items()
    )
    return f"<{element.name}{''.join(values)}"
