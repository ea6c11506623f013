"""How a value that is no date, identifier or address is written so that it is one: only where it can be read in one way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.bibliography.identifiers import identified
from pincite.model.media_types import BY_SUFFIX
from pincite.structure.checksums import mod_11_2
from pincite.structure.date_words import date_in_edtf
from pincite.structure.rules import (
    address_malformed,
    date_malformed,
    digest_malformed,
    doi_malformed,
    isbn_malformed,
    issn_malformed,
    language_malformed,
    license_malformed,
    media_type_malformed,
    path_malformed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.fix import Safety
    from pincite.model.rule import Rule


class Respelling(NamedTuple):
    """A value as it should be written; ``safety`` is ``unsafe`` where a person has to look whether it leads there."""

    text: str
    safety: Safety = "safe"


_LABEL = {
    "doi": re.compile(r"(?:(?:https?://)?(?:www\.|dx\.)?doi\.org/|doi:?\s*)", re.IGNORECASE),
    "isbn": re.compile(r"(?:e-?)?isbn(?:-1[03])?:?\s*", re.IGNORECASE),
    "issn": re.compile(r"(?:e-?|p-?)?issn(?:-l)?:?\s*", re.IGNORECASE),
    "sha256": re.compile(r"sha-?256[:=]\s*", re.IGNORECASE),
}
"""What is written before a number to say what it is."""
_COMMONS = re.compile(
    r"CC[ -]?(?P<terms>BY(?:[ -](?:SA|ND|NC(?:[ -](?:SA|ND))?))?)[ -](?P<version>[1-4]\.[05])"
    r"(?:[ -](?:International|Unported|Generic))?",
    re.IGNORECASE,
)
_COMMONS_ADDRESS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/licenses/(?P<terms>by(?:-sa|-nd|-nc(?:-sa|-nd)?)?)/(?P<version>[1-4]\.[05])"
    r"/?(?:(?:deed|legalcode)(?:\.[a-z]{2})?)?",
    re.IGNORECASE,
)
_ZERO = re.compile(
    r"CC[ -]?0(?:[ -]1\.0)?(?:[ -]Universal)?|https?://(?:www\.)?creativecommons\.org/publicdomain/zero/1\.0/?(?:(?:deed|legalcode)(?:\.[a-z]{2})?)?",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#].*)?", re.IGNORECASE)
"""An address without its beginning."""
_SCHEME = re.compile(r"(?:https?|ftp)://(?!/)", re.IGNORECASE)
_BROKEN_SCHEME = re.compile(
    r"h{0,2}(?:t{1,3}p{1,2}|ptt)(?P<s>s{0,2})(?:\s?[:;]\s?[/\\]{1,3}|//)(?=[a-z0-9])", re.IGNORECASE
)
"""A misspelt beginning, such as ``https//`` or ``htp:/``."""
_ORCID = re.compile(
    r"(?:orcid(?: id)?:?\s*)?(?P<number>[0-9]{4}(?:-[0-9]{4}){2}-[0-9]{3}[0-9X])", re.IGNORECASE
)
_JOINTS = re.compile(r"(?<=\s)(?:and|or|with)(?=\s)", re.IGNORECASE)


def respelt(rule: Rule, text: str, accepts: Callable[[str], bool]) -> Respelling | None:
    """Return how a malformed value is written that can be meant in one way only, or None.

    *rule* is that of its shape; *accepts* says whether a text has that shape and is right in itself.
    """
    spell = _SPELLINGS.get(rule.code)
    for bare in dict.fromkeys((text.strip(), text.strip().strip("<>\"'“”"))) if spell else ():
        found = spell(bare) if spell and bare else None
        if found is not None and found.text != text and accepts(found.text):
            return found
    return None


def _date(text: str) -> Respelling | None:
    found = date_in_edtf(text)
    return Respelling(found) if found else Respelling(text)


_OF_SEVERAL = {"norwegian": Respelling("no"), "greek": Respelling("el", "unsafe")}
"""Names that several languages have: the code for all of them, or the likelier one."""


def _language(text: str) -> Respelling | None:
    if text.strip().lower() in _OF_SEVERAL:
        return _OF_SEVERAL[text.strip().lower()]
    parts = re.split(r"[_-]", identified("language", text).first)
    if not 1 <= len(parts[0]) <= 3:  # noqa: PLR2004 - letters of a code
        return None
    # the customary case of BCP 47, section 2.1.1: regions in capitals, scripts with one
    forms = {2: str.upper, 4: str.title}
    later = [forms.get(len(part), str.lower)(part) for part in parts[1:]]
    return Respelling("-".join([parts[0].lower(), *later]))


def _address(text: str) -> Respelling | None:
    orcid = _ORCID.fullmatch(text)
    if orcid:
        number = orcid["number"].upper()
        is_right = mod_11_2(number[:-1].replace("-", "")) == number[-1]
        return Respelling(f"https://orcid.org/{number}", "unsafe") if is_right else None
    if _SCHEME.match(text):
        return Respelling(text)
    broken = _BROKEN_SCHEME.match(text)
    if broken:
        scheme = "https" if broken["s"] else "http"
        return Respelling(f"{scheme}://{text[broken.end() :]}", "unsafe")
    if _HOST.fullmatch(text) and ("/" in text or text.lower().startswith("www.")):
        return Respelling(f"https://{text}", "unsafe")
    return Respelling(text)


def _license(text: str) -> Respelling | None:
    if _ZERO.fullmatch(text):
        return Respelling("CC0-1.0")
    commons = _COMMONS.fullmatch(text) or _COMMONS_ADDRESS.fullmatch(text)
    if commons:
        terms = commons["terms"].upper().replace(" ", "-")
        return Respelling(f"CC-{terms}-{commons['version']}")
    # the joints of an expression in capitals, and one space around each
    return Respelling(" ".join(_JOINTS.sub(lambda joint: joint[0].upper(), text).split()))


def _digest(text: str) -> Respelling | None:
    return Respelling(_unlabelled("sha256", text).lower())


def _doi(text: str) -> Respelling | None:
    bare = _unlabelled("doi", text)
    # behind the address of a resolver, signs may be escaped and a query may follow
    return None if "://" in text and not set(bare).isdisjoint("%?#") else Respelling(bare)


def _number(member: str) -> Callable[[str], Respelling | None]:
    def spell(text: str) -> Respelling | None:
        found = identified(member, re.sub(r"[‐‑‒−]", "-", _unlabelled(member, text)))
        return None if found.has_more or not found.first else Respelling(found.first)

    return spell


def _media_type(text: str) -> Respelling | None:
    found = BY_SUFFIX.get(text.lower().removeprefix("."))
    return Respelling(found) if found else Respelling("/".join(part.strip() for part in text.split("/")))


def _path(text: str) -> Respelling | None:
    return None if text.startswith("\\") else Respelling(text.replace("\\", "/"))


def _unlabelled(member: str, text: str) -> str:
    label = _LABEL[member].match(text)
    return text[label.end() :] if label else text


_SPELLINGS: dict[str, Callable[[str], Respelling | None]] = {
    date_malformed.RULE.code: _date,
    language_malformed.RULE.code: _language,
    address_malformed.RULE.code: _address,
    license_malformed.RULE.code: _license,
    digest_malformed.RULE.code: _digest,
    doi_malformed.RULE.code: _doi,
    isbn_malformed.RULE.code: _number("isbn"),
    issn_malformed.RULE.code: _number("issn"),
    media_type_malformed.RULE.code: _media_type,
    path_malformed.RULE.code: _path,
}
"""By the code of a shape's fault, what makes a text out of one."""
