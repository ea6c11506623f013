"""Styles of paragraphs and characters: what they are for, how far they indent, what they hide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pincite.converter.readers.docx.markup import attribute, child, children, switch, twips, whole_number
from pincite.converter.readers.docx.style_names import Role, custom_role, folded_name, role_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_MAX_BASES = 32
"""Styles that one can be based on, one after the other."""
_BODY_TEXT = 9
"""The outline level that stands for none."""


@dataclass(frozen=True)
class Indent:
    """How far a paragraph stands in, in twentieths of a point; None where nothing is said of it.

    ``first`` is that of the first line against ``left``: negative for a hanging one.
    """

    left: int | None = None
    right: int | None = None
    first: int | None = None

    def over(self, other: Indent) -> Indent:
        """Return this indent, with what it does not say taken from *other*."""
        return Indent(
            other.left if self.left is None else self.left,
            other.right if self.right is None else self.right,
            other.first if self.first is None else self.first,
        )


NO_INDENT = Indent()
"""That of a paragraph of which nothing is said."""


@dataclass(frozen=True)
class Numbering:
    """The list and the level in it that a paragraph is numbered in; "0" is the list of what is not numbered."""

    number: str | None
    level: int | None


@dataclass(frozen=True)
class Style:
    """What a paragraph style comes to, with all that it is based on."""

    role: Role | None = None
    indent: Indent = NO_INDENT
    numbering: Numbering | None = None
    aligned: str | None = None
    hidden: bool = False


class Styles:
    """The styles of a document, from its part of styles (None: there is none).

    *custom* gives names of styles (or their ids) to kinds; raises ValueError for a kind that there is not.
    """

    def __init__(self, root: _Element | None, custom: Mapping[str, str], language: str | None) -> None:
        self._language = language
        self._custom = {folded_name(name): custom_role(kind) for name, kind in custom.items()}
        self._elements: dict[tuple[str, str], _Element] = {}
        self._default: str | None = None
        self._known: dict[str | None, Style] = {}
        self._hiding: dict[str, bool] = {}
        for one in children(root, "w:style"):
            key = (attribute(one, "w:type") or "paragraph", attribute(one, "w:styleId") or "")
            self._elements.setdefault(key, one)
            if key[0] == "paragraph" and attribute(one, "w:default") in {"1", "true", "on"}:
                self._default = key[1]
        defaults = child(root, "w:docDefaults", "w:pPrDefault", "w:pPr")
        self._indent = indent_of(defaults)

    def of_paragraph(self, style_id: str | None) -> Style:
        """Return what the paragraph style with an id comes to; None stands for the one of all paragraphs."""
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id if style_id is not None else self._default)
        return self._known[style_id]

    def hides(self, style_id: str) -> bool:
        """Return whether the character style with an id hides its text."""
        if style_id not in self._hiding:
            said = (switch(child(one, "w:rPr"), "w:vanish") for one in self._chain("character", style_id))
            self._hiding[style_id] = next((one for one in said if one is not None), False)
        return self._hiding[style_id]

    def _resolved(self, style_id: str | None) -> Style:
        if style_id is None:
            return Style(indent=self._indent)
        found = Style()
        hidden: bool | None = None
        chain = list(self._chain("paragraph", style_id))
        for one in chain:
            properties = child(one, "w:pPr")
            hidden = switch(child(one, "w:rPr"), "w:vanish") if hidden is None else hidden
            found = replace(
                found,
                role=found.role or self._role(one, properties),
                indent=found.indent.over(indent_of(properties)),
                numbering=found.numbering or numbering_of(properties),
                aligned=found.aligned or attribute(child(properties, "w:jc")),
            )
        role = found.role if chain else self._named(style_id)
        return replace(found, role=role, indent=found.indent.over(self._indent), hidden=bool(hidden))

    def _chain(self, kind: str, style_id: str) -> Iterator[_Element]:
        """Yield a style and those it is based on, the nearest first."""
        seen: set[str] = set()
        at: str | None = style_id
        while at is not None and at not in seen and len(seen) < _MAX_BASES:
            seen.add(at)
            element = self._elements.get((kind, at))
            if element is None:
                return
            yield element
            at = attribute(child(element, "w:basedOn"))

    def _role(self, style: _Element, properties: _Element | None) -> Role | None:
        names = (attribute(child(style, "w:name")) or "").split(",")
        names += (attribute(child(style, "w:aliases")) or "").split(",")
        names.append(attribute(style, "w:styleId") or "")
        for name in names:
            if folded_name(name) in self._custom:
                return self._custom[folded_name(name)]
        known = (role_of(name, self._language) for name in names if name)
        return next((role for role in known if role), None) or outline_role(properties)

    def _named(self, style_id: str) -> Role | None:
        """Return what a style is for of which the document has nothing but the id."""
        return self._custom.get(folded_name(style_id)) or role_of(style_id, self._language)


def outline_role(properties: _Element | None) -> Role | None:
    """Return what the outline level in a paragraph's properties says, None without one."""
    level = whole_number(attribute(child(properties, "w:outlineLvl")))
    return Role("heading", level + 1) if level is not None and 0 <= level < _BODY_TEXT else None


def indent_of(properties: _Element | None) -> Indent:
    """Return the indent in a paragraph's properties."""
    found = child(properties, "w:ind")
    if found is None:
        return NO_INDENT
    hanging = twips(attribute(found, "w:hanging"))
    return Indent(
        twips(attribute(found, "w:left") or attribute(found, "w:start")),
        twips(attribute(found, "w:right") or attribute(found, "w:end")),
        twips(attribute(found, "w:firstLine")) if hanging is None else -hanging,
    )


def numbering_of(properties: _Element | None) -> Numbering | None:
    """Return the list in a paragraph's properties, None without one."""
    found = child(properties, "w:numPr")
    if found is None:
        return None
    return Numbering(attribute(child(found, "w:numId")), whole_number(attribute(child(found, "w:ilvl"))))
