"""What the name of a paragraph style says its paragraphs are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from pincite.converter.manuscript import Kind

KINDS: tuple[Kind, ...] = (
    "text",
    "heading",
    "quotation",
    "citation",
    "list",
    "caption",
    "code",
    "note",
    "navigation",
)
"""The kinds that a style can be given to."""


class Role(NamedTuple):
    """What a style says of its paragraphs: their kind, and the level of a heading or a quotation."""

    kind: Kind
    level: int = 0


def role_of(name: str, language: str | None) -> Role | None:
    """Return what a style is for by its name or id, None for a name that says nothing.

    *language* is that of the document: "Citation" is a quotation in French, and its source in English.
    """
    folded = folded_name(name)
    if folded == "citation":
        english = (language or "").casefold().startswith("en")
        return Role("citation") if english else Role("quotation", 1)
    found = _roles().get(folded)
    if found is not None or not folded[-1:].isdigit():
        return found
    bare = folded[:-1]
    found = _roles().get(bare + "#") if bare and not bare[-1].isdigit() else None
    if found is not None and found.kind == "heading":
        return Role("heading", max(1, int(folded[-1])))
    return found


def custom_role(kind: str) -> Role:
    """Return what a configured style is for; raises ValueError for a kind that there is not."""
    if kind not in KINDS:
        raise ValueError(f"a style cannot be for {kind!r}, only for one of {', '.join(KINDS)}")
    return _leveled(kind)


def folded_name(name: str) -> str:
    """Return a style's name without what does not count in it: case, blanks, hyphens."""
    return "".join(character for character in name.casefold() if character.isalnum())


@cache
def _roles() -> dict[str, Role]:
    listed = cast(
        "dict[str, list[str]]",
        YamlText((Path(__file__).parent / "style_names.yaml").read_text("utf-8")).data,
    )
    found = {}
    for kind, names in listed.items():
        role = Role("heading", 2) if kind == "subheading" else _leveled(cast("Kind", kind))
        for name in names:
            folded = folded_name(name)
            found[folded] = role
            if name.endswith("#"):
                found[folded + "#"] = role
    return found


def _leveled(kind: Kind) -> Role:
    return Role(kind, 1 if kind in {"heading", "quotation"} else 0)
