"""Names as BibTeX writes them: ``von Last, Jr, First``, with ``and`` between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.bibliography.bibtex.escaping import as_text
from pincite.bibliography.bibtex.name_words import pieces, words
from pincite.bibliography.bibtex.unescaping import plain
from pincite.model.names import in_one_line, put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.format import Name

_DIVIDING = re.compile(r",|(?i:\band\b)|^[- ]+$")
"""What BibTeX would end a part of a name at, and what is no word to it."""
_LABELS = {
    "family": "family",
    "given": "given",
    "prefix": "particle",
    "suffix": "suffix",
    **dict.fromkeys(
        ("useprefix", "family-i", "given-i", "prefix-i", "suffix-i", "id", "sortingnamekeytemplatename"), ""
    ),
}
"""Labels of the parts of a name in biblatex, and the members of ours that they are."""
_NAMELESS = "?"


def written(names: Iterable[Name]) -> str:
    """Return names for a field: organizations in two pairs of braces, names that nobody analysed in one."""
    return " and ".join(_written(name) for name in names)


def _written(name: Name) -> str:
    family = as_text(name.get("family", ""))
    if not family or name.get("kind") == "organization":
        text = as_text(in_one_line(name)) or _NAMELESS
        return f"{{{{{text}}}}}" if name.get("kind") == "organization" else f"{{{text}}}"
    if _DIVIDING.search(family) or any(_begins_small(word) for word in words(family)):
        family = f"{{{family}}}"  # or a part of it would be taken for the particle
    before = _guarded(as_text(name.get("particle", "")))
    suffix, given = (_guarded(as_text(part)) for part in (name.get("suffix", ""), name.get("given", "")))
    if suffix and not given:
        given = "{}"  # BibTeX takes no comma at the end
    found = [f"{before} {family}" if before else family, suffix, given]
    return ", ".join(part for part in found if part)


def _guarded(text: str) -> str:
    return f"{{{text}}}" if _DIVIDING.search(text) else text


def read(value: str, *, is_own: bool = False) -> tuple[list[Name], bool]:
    """Return the names in a field, and whether it says that there are others.

    *is_own* tells that Pincite wrote it, and that names are printed as their parts say.
    """
    found = [one for one in pieces(value, is_and=True) if one]
    has_others = len(found) > 1 and found[-1].lower() == "others"
    names = (_read(one, is_own=is_own) for one in (found[:-1] if has_others else found))
    return [name for name in names if name], has_others


def _read(value: str, *, is_own: bool) -> Name:
    if _is_braced(value):
        literal = plain(value)
        if is_own and literal and _is_braced(value[1:-1]):
            return {"literal": literal, "kind": "organization"}
        return {"literal": literal} if literal else {}
    sections = pieces(value, is_and=False)
    parts = _labelled(sections) or _parts([words(one) for one in sections])
    read_parts = {name: plain(" ".join(part)) for name, part in parts.items()}
    name = cast("Name", {name: text for name, text in read_parts.items() if text})
    if "family" not in name or (not is_own and name.keys() == {"family"}):
        literal = plain(value).strip(" ,")
        return {"literal": literal} if literal else {}
    if is_own:
        name["literal"] = put_together(name)
    return name


def _labelled(sections: list[str]) -> dict[str, list[str]]:
    """Return the parts of a name as biblatex takes them with their labels (``family=Fenn, given=Ada``); else nothing."""
    said = [one.partition("=") for one in sections]
    if not all(sign and label.strip() in _LABELS for label, sign, _ in said):
        return {}
    found = {_LABELS[label.strip()]: _unquoted(text) for label, _, text in said}
    return {name: [text] for name, text in found.items() if name}


def _unquoted(text: str) -> str:
    bare = text.strip()
    return bare[1:-1] if len(bare) > 1 and bare[0] == bare[-1] == '"' else bare


def _parts(sections: list[list[str]]) -> dict[str, list[str]]:
    """Return the parts of a name by the words of its sections, which are between commas; nothing if there are too many."""
    first, *rest = sections
    if not rest:
        low = [number for number, word in enumerate(first[:-1]) if _begins_small(word)]
        start, end = (low[0], low[-1] + 1) if low else (len(first) - 1, len(first) - 1)
        return {"family": first[end:], "given": first[:start], "particle": first[start:end]}
    if len(rest) > 2:  # noqa: PLR2004 - "von Last, Jr, First" has three sections
        return {}
    end = max((number + 1 for number, word in enumerate(first[:-1]) if _begins_small(word)), default=0)
    parts = {"family": first[end:], "given": rest[-1], "particle": first[:end]}
    return {**parts, "suffix": rest[0]} if len(rest) > 1 else parts


def _begins_small(word: str) -> bool:
    """Return whether a word is one of those before a family name: its first letter is small, and not in braces."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letter = next((one for one in plain(word[:40]) if one.isalpha()), "")
    return letter.islower()


def _is_braced(value: str) -> bool:
    """Return whether one pair of braces holds the whole of a value."""
    if not (value.startswith("{") and value.endswith("}")) or value.startswith("{\\"):
        return False
    depth = 0
    for brace in re.finditer(r"[{}]", value):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end() == len(value)
    return False
