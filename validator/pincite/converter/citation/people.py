"""The people of a citation by the way they are printed: lists of authors before the title, editors, translators."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import (
    are_people,
    is_archive,
    is_organization,
    is_periodical,
    is_publisher,
    is_title,
    split_names,
)
from pincite.converter.citation.names import are_given_initials, is_behind_name
from pincite.converter.citation.pieces import CAPITAL, unquoted
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_SURNAME = re.compile(rf"(?:[^\W\d_{CAPITAL}][\w’'-]*\s){{0,3}}[^\W\d_][\w’'-]+")
_MOST_GIVEN = 2
"""Words of the given names behind a surname and a comma."""


def joined(listed: list[str], lexicon: Lexicon) -> list[str]:
    """Return the parts of a citation with "Jr.", "R.N." and "ed." on the name they stand behind."""
    kept: list[str] = []
    role = lexicon.pattern([*lexicon.words("editors"), *lexicon.words("translators")])
    for part in listed:
        behind = bool(kept) and are_people(kept[-1], lexicon) and not unquoted(kept[-1])[1]
        if behind and is_behind_name(part):
            kept[-1] += f", {part}"
        elif behind and role.fullmatch(part):
            kept[-1] += f" ({part})"
        elif kept and _goes_on(kept[-1], part, lexicon):
            kept[-1] += f"; {part}"
        else:
            kept.append(part)
    return kept


def _goes_on(before: str, part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* goes on with a list of editors: "eds. Nora Glass, Peter Lund and Ada Holm"."""
    word = lexicon.starts("editors", before)
    if word is None or not word[0].rstrip(".").lower().endswith(("s", "gg")):
        return False
    return are_people(part, lexicon) and len(split_names(before, lexicon)) == before.count(";") + 1


def authors_before_title(
    listed: list[str], described: Description, lexicon: Lexicon
) -> tuple[list[str], bool]:
    """Read the authors off the front of a citation's parts where it can only be theirs.

    They are several, or have the surname first, and a title stands behind them; or a colon does. Returns the parts
    that are left, and whether the first of them is a single author after all: "Ada Holm: The Lamp".
    """
    apart = _colon_apart(listed, lexicon)
    names, used, proven = _names(apart, lexicon)
    if not names or used >= len(apart):
        return listed, False
    role = _role_at_end(lexicon).search(names[-1])
    if role is not None:
        return _set_editors(
            apart[used:], [*names[:-1], names[-1][: role.start()]], role[0], described, lexicon
        )
    colon = apart[used] == ":"
    behind = apart[used + colon :]
    alone = len(names) == 1 and used == 1 and are_people(names[0], lexicon)
    if colon and not proven:
        others = any(are_people(part, lexicon) for part in behind[1:])
        if others and not unquoted(behind[0])[1]:  # "Ada Holm: A Life, Ines Marrow"
            return listed, False
        if alone:
            return [names[0], *behind], True
    inverted = len(names) == 1 and used > 1 and lexicon.kind_of(apart[0]) is None
    only = inverted and _is_only_name(behind, lexicon)  # "Finch, Clara, Northern Rambles"
    if alone or not behind or not (colon or proven or only or _is_surely_title(behind[0], lexicon)):
        return listed, False
    described.authors = [_without_others(name, described, lexicon) for name in names]
    if only and not colon and not proven:
        described.inferred.setdefault("authors", "surname and given name before a title")
    elif not colon and not proven:
        described.inferred.setdefault("authors", "names before what can only be the title")
    return behind, False


def _is_only_name(behind: list[str], lexicon: Lexicon) -> bool:
    """Return whether the first part looks like a name of several words, and no other names a person."""
    title, *others = behind
    return (
        bool(others)
        and are_people(title, lexicon)
        and len(split_names(title, lexicon)) == 1
        and not any(are_people(part, lexicon) for part in others)
    )


def _set_editors(
    behind: list[str], names: list[str], role: str, described: Description, lexicon: Lexicon
) -> tuple[list[str], bool]:
    """Take names with "(eds.)" or "(trans.)" behind the last of them for what they are."""
    translates = lexicon.has("translators", role)
    (described.translators if translates else described.editors).extend(names)
    return behind, False


def read_people(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read "ed. Nora Glass", "Nora Glass (ed.)", "translated by …" and "by …"."""
    written = _written_by(lexicon).match(part)
    if written and written["who"][:1].isupper():
        described.authors.extend(split_names(written["who"], lexicon))
        return True
    both = _both_roles(lexicon).fullmatch(part)
    if both and both["who"][:1].isupper():
        names = split_names(both["who"], lexicon)
        described.editors.extend(names)
        described.translators.extend(names)
        return True
    for member, people in (("editors", described.editors), ("translators", described.translators)):
        before, after = _role_around(member, lexicon)
        found = before.match(part) or after.fullmatch(part)
        if found and found["who"][:1].isupper():
            _share(split_names(found["who"], lexicon), people, described, lexicon)
            return True
    return False


def _share(names: list[str], people: list[str], described: Description, lexicon: Lexicon) -> None:
    """Add names to *people*; one with a role of its own goes there: "ed. by Ada Holm and trans. by Peter Lund"."""
    by_role = {"editors": described.editors, "translators": described.translators}
    for name in names:
        for member, others in by_role.items():
            role = re.match(
                rf"{any_of(lexicon.words(member))}\s+(?:{any_of(lexicon.words('by'))}\s+)?",
                name,
                re.IGNORECASE,
            )
            if role:
                others.append(name[role.end() :])
                break
        else:
            people.append(name)


def _names(listed: list[str], lexicon: Lexicon) -> tuple[list[str], int, bool]:
    """Return the names at the front, of how many parts they are made, and whether initials prove them names."""
    names: list[str] = []
    used, proven = 0, False
    pieces = list(listed)
    while used < len(pieces):
        part, joint = _after_joint(pieces[used], lexicon)
        behind = pieces[used + 1] if used + 1 < len(pieces) else ""
        given, rest = _split_joint(behind, lexicon)
        if _is_surname(part, lexicon) and are_given_initials(given):
            names.append(f"{part}, {given}")
            proven = True
            if rest:
                pieces[used + 1] = rest
                used += 1
            else:
                used += 2
        elif not names and _is_surname(part, lexicon) and _is_given(behind, lexicon):
            names.append(f"{part}, {behind}")
            used += 2
        elif _are_named(part, lexicon, first=not names) and (joint or names == listed[:used]):
            names.extend(split_names(part, lexicon))
            used += 1
            if joint or len(split_names(part, lexicon)) > 1:
                break  # the last of a list
        else:
            break
    return names, used, proven


def _are_named(part: str, lexicon: Lexicon, *, first: bool) -> bool:
    """Return whether a part names authors: people, "Marrow et al.", or in the first place a body or one word."""
    if unquoted(part)[1] or lexicon.starts("editors", part) or lexicon.starts("translators", part):
        return False
    bare = _bare(_role_at_end(lexicon).sub("", part), lexicon)
    if are_people(bare, lexicon) or (bare != part and _is_surname(bare, lexicon)):
        return True
    if not first or is_title(part, lexicon) or lexicon.kind_of(part):
        return False
    named = is_publisher(part, lexicon) or is_periodical(part, lexicon) or is_archive(part, lexicon)
    return is_organization(part, lexicon) and not named and " " in part


def _colon_apart(listed: list[str], lexicon: Lexicon) -> list[str]:
    """Return the parts with a colon behind names as a part of its own."""
    for at, part in enumerate(listed[:4]):
        who, colon, title = part.partition(": ")
        if colon and who and title and not unquoted(part)[1]:
            apart = [*listed[:at], who]
            names, used, proven = _names(apart, lexicon)
            several = _after_joint(who, lexicon)[1] or len(split_names(who, lexicon)) > 1
            told = at == 0 or proven or several or len(names) == 1
            return [*apart, ":", title, *listed[at + 1 :]] if told and used == len(apart) else listed
    return listed


def _is_surely_title(part: str, lexicon: Lexicon) -> bool:
    """Return whether what stands behind names is their title: quoted, or worded as titles are."""
    if unquoted(part)[1]:
        return True
    named = is_publisher(part, lexicon) or is_periodical(part, lexicon) or is_archive(part, lexicon)
    if named or is_organization(part, lexicon) or lexicon.is_one("cities", part):
        return False
    return is_title(part, lexicon) and part[:1].isupper()


def _is_surname(part: str, lexicon: Lexicon) -> bool:
    words = part.split()
    if not _SURNAME.fullmatch(part) or not words[-1][:1].isupper():
        return False
    return (
        all(word in lexicon.particles for word in words[:-1]) and words[-1].lower() not in lexicon.title_words
    )


def _is_given(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* can be given names: one or two capitalised words that name nothing else."""
    words = part.split()
    return (
        1 <= len(words) <= _MOST_GIVEN
        and all(
            word[:1].isupper() and word.strip(".").isalpha() and word.lower() not in lexicon.title_words
            for word in words
        )
        and not (
            is_organization(part, lexicon)
            or is_periodical(part, lexicon)
            or lexicon.kind_of(part)
            or lexicon.is_one("cities", part)
        )
    )


def _after_joint(part: str, lexicon: Lexicon) -> tuple[str, bool]:
    found = lexicon.starts("conjunctions", part)
    return (part[found.end() :].lstrip(), True) if found and part[found.end() :][:1] == " " else (part, False)


def _split_joint(part: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return "I." and "and Quist" of "I. and Quist"."""
    found = _initials_and_joint(lexicon).match(part)
    return (found["given"].strip(), found["rest"]) if found else (part, "")


def _bare(part: str, lexicon: Lexicon) -> str:
    return _and_others(lexicon).sub("", part)


def _without_others(name: str, described: Description, lexicon: Lexicon) -> str:
    bare = _bare(name, lexicon)
    if bare != name:
        described.inferred["authors"] = "the other authors are not named"
    return bare


@lru_cache(maxsize=16)
def _and_others(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",?\s+{any_of(lexicon.words('and_others'))}$")


@lru_cache(maxsize=16)
def _initials_and_joint(lexicon: Lexicon) -> re.Pattern[str]:
    joint = any_of(lexicon.words("conjunctions"))
    return re.compile(rf"(?P<given>(?:[^\W\d_]\.[ -]?)+)\s*(?P<rest>{joint}\s.+)$")


@lru_cache(maxsize=16)
def _written_by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon.words('authors'))}\s+(?P<who>[^\W\d].*)$", re.IGNORECASE)


@lru_cache(maxsize=32)
def _role_around(member: str, lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of people with their role before them and behind them: "ed. by Ada Holm", "Ada Holm (ed.)"."""
    words, by = any_of(lexicon.words(member)), any_of(lexicon.words("by"))
    before = rf"\(?{words}\.?:?\s*(?:{by}\s+)?(?P<who>[^\W\d].*?)\)?$"
    after = rf"(?P<who>[^\W\d].*?)\s*[(\[]?{words}[)\]]?"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


@lru_cache(maxsize=16)
def _role_at_end(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of([*lexicon.words("editors"), *lexicon.words("translators")])
    return re.compile(rf"\s+[(\[]{words}[)\]]$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _both_roles(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of one who edited and translated: "edited and translated by", "hrsg. und übers. von"."""
    one = any_of([*lexicon.words("editors"), *lexicon.words("edited")])
    two = any_of([*lexicon.words("translators"), *lexicon.words("translated")])
    joint = any_of([*lexicon.words("conjunctions"), "&"])
    by = any_of(lexicon.words("by"))
    role = rf"{one}(?:\s+{by})?\s+{joint}\s+{two}"
    return re.compile(rf"\(?{role}(?:\s+{by})?\s+(?P<who>[^\W\d].*?)\)?", re.IGNORECASE)
