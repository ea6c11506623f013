"""Identifiers, addresses and languages as other programs write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.bibliography.shapes import is_shaped

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_DOI_BEFORE = re.compile(r"(?:https?://)?(?:dx\.)?(?:doi\.org/|doi:\s*)", re.IGNORECASE)
_SEVERAL = {"isbn", "issn"}
_CALLED = {
    "doi": "a DOI",
    "isbn": "an ISBN",
    "issn": "an ISSN",
    "url": "an address of the web",
    "language": "the code of a language (BCP 47)",
}


def identifier(member: str, value: Json) -> tuple[str, str]:
    """Return the value of a member that has a shape of its own, and what to say of what is passed over of it."""
    parts = value if isinstance(value, list) else [value]
    if any(not isinstance(one, (str, type(None))) for one in parts):
        return "", f"is not {_CALLED[member]}"
    texts = [one.strip() for one in parts if isinstance(one, str) and one.strip()]
    if not texts:
        return "", ""
    found = [
        shaped
        for text in texts
        for one in _split(member, text)
        if is_shaped(member, shaped := _plain(member, one))
    ]
    if not found:
        return "", f"is not {_CALLED[member]}"
    count = sum(len(_split(member, text)) for text in texts)
    return found[0], "has more than one value, of which the first counts" if count > 1 else ""


def _split(member: str, text: str) -> list[str]:
    """Return the several values that one text holds; hyphens may be spaces in one."""
    if member not in _SEVERAL or is_shaped(member, _plain(member, text)):
        return [text]
    return [one for one in re.split(r"[\s,;]+", text) if one]


def _plain(member: str, text: str) -> str:
    if member == "doi":
        return _DOI_BEFORE.sub("", text, count=1) if _DOI_BEFORE.match(text) else text
    if member == "isbn":
        return re.sub(r"[\s–]", "-", text).upper()
    if member == "issn":
        digits = re.sub(r"[\s–-]", "", text).upper()
        return f"{digits[:4]}-{digits[4:]}"
    return text.replace("_", "-") if member == "language" else text
