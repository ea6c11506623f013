"""A printed name into family, given, particle, suffix and title: only what its printed form proves.

"Marrow, Ines", "I. M. Marrow", "Ludwig von Lund" and "Captain Quist" show which word is which; "Ines Marrow" does
not: elsewhere the family's name stands first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import NAME_NUMBER, NAME_SUFFIX, is_organization, is_person
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon
    from pincite.model.format import Name

_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+(?<=\.)")
"""Initials with their full stops, "I. M." or "J.-P."."""
_HONOURS = r"(?:[A-Z]\.\s?){2,4}"
"""Honours and degrees by their initials, "R.N."."""
_SUFFIX = re.compile(rf"(?P<before>.+?),?\s+(?P<suffix>{NAME_SUFFIX}|{NAME_NUMBER}|{_HONOURS})")
"""A name with a generation, a degree or an honour behind it."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def name_of(literal: str, lexicon: Lexicon) -> Name:
    """Return a name as printed, and its parts where the form shows which is which."""
    if is_organization(literal, lexicon) and not is_person(literal, lexicon):
        return {"literal": literal, "kind": "organization"}
    name: Name = {"literal": literal}
    name.update(_parts(literal, lexicon))  # type: ignore[typeddict-item]
    return name


@lru_cache(maxsize=4096)
def surname_of(literal: str, lexicon: Lexicon) -> str:
    """Return the word that a name is remembered by: its family's where the form shows it, else the last one."""
    family = name_of(literal, lexicon).get("family")
    if family is not None:
        return family
    suffixed = _SUFFIX.fullmatch(literal)
    words = (suffixed["before"] if suffixed else literal).replace(",", " ").split() or [literal]
    if words[-1].endswith(".") and not words[0].endswith("."):  # "Marrow I. M.", "Marrow and Co."
        return words[0]
    return words[-1]


def is_behind_name(text: str) -> bool:
    """Return whether *text* is what stands behind a name and its comma: "Jr.", "R.N."."""
    return re.fullmatch(rf"{NAME_SUFFIX}|{_HONOURS}", text) is not None


def are_given_initials(text: str) -> bool:
    """Return whether *text* is nothing but initials."""
    return _INITIALS.fullmatch(text.strip()) is not None


def _parts(literal: str, lexicon: Lexicon) -> dict[str, str]:
    """Return the members of a name that its form proves, in the format's order."""
    if any(sign in literal for sign in "[]()"):
        return {}
    suffixed = _SUFFIX.fullmatch(literal)
    if suffixed and suffixed["suffix"].count(".") > 1 and " " not in suffixed["before"]:
        suffixed = None  # "Marrow, I. M."
    bare = suffixed["before"] if suffixed else literal
    title = _title(lexicon).match(bare)
    if title is not None:
        bare = bare[title.end() :]
    named = bare[:1].isupper() or bare.partition(" ")[0] in lexicon.name_particles
    if lexicon.has("offices", bare) or not named:  # "préfet du Golfe", "Earl of Ansel"
        return {}
    found = _inverted(bare, lexicon) if "," in bare else _in_order(bare, title and title["title"], lexicon)
    if suffixed:
        found["suffix"] = suffixed["suffix"].strip()
    if title is not None and title["title"].lower() != "m.":  # Monsieur or an initial
        found["title"] = title["title"]
    return found


def _inverted(bare: str, lexicon: Lexicon) -> dict[str, str]:
    """Return the parts of "Marrow, Ines" or "von Lund, Peter"."""
    family, _, given = (piece.strip() for piece in bare.partition(","))
    if not family or not given or "," in given:
        return {}
    words = family.split()
    at = next((at for at, word in enumerate(words) if word not in lexicon.particles), 0)
    found = {"family": " ".join(words[at:]), "given": given}
    if at:
        found["particle"] = " ".join(words[:at])
    return found


def _in_order(bare: str, title: str | None, lexicon: Lexicon) -> dict[str, str]:
    """Return the parts of a name in the order of speech, as far as particles, initials or a title show them."""
    words = bare.split()
    particles = [at for at, word in enumerate(words) if word in lexicon.name_particles]
    if len(words) == 1 and title is not None and _WORD.fullmatch(bare):
        kind = title.rpartition(" ")[2].strip(".").lower()
        member = (
            "family" if kind in lexicon.surname_titles else "given" if kind in lexicon.forename_titles else ""
        )
        return {member: bare} if member else {}
    if particles and particles == list(range(particles[0], particles[-1] + 1)):
        return _with_particle(words, particles[0], particles[-1] + 1, lexicon)
    initials = [are_given_initials(word) for word in words]
    if len(words) > 1 and any(initials) and _WORD.fullmatch(words[-1]):
        return {"family": words[-1], "given": " ".join(words[:-1])} if _are_given(words[:-1]) else {}
    if len(words) > 1 and all(initials[1:]) and _WORD.fullmatch(words[0]):  # "Marrow I. M."
        return {"family": words[0], "given": " ".join(words[1:])}
    return {}


def _with_particle(words: list[str], start: int, end: int, lexicon: Lexicon) -> dict[str, str]:
    """Return the parts of a name with particles from *start* to *end*: one given name before, one word behind."""
    if len(words) != end + 1 or not all(word[:1].isupper() for word in (*words[:start], words[-1])):
        return {}
    if not (_are_given(words[:start]) if start else words[0] not in lexicon.articles):
        return {}
    found = {"family": words[-1]}
    if start:
        found["given"] = " ".join(words[:start])
    return {**found, "particle": " ".join(words[start:end])}


def _are_given(words: list[str]) -> bool:
    """Return whether words before a family's name are given names: initials, with one name at most first."""
    spelled = [word for word in words if not are_given_initials(word)]
    return len(spelled) <= 1 and (not spelled or words[0] == spelled[0])


@lru_cache(maxsize=16)
def _title(lexicon: Lexicon) -> re.Pattern[str]:
    titles = any_of(lexicon.words("honorifics"))
    return re.compile(rf"(?P<title>{titles}\.?(?:\s+{titles}\.?)*)\s+(?=\S)", re.IGNORECASE)
