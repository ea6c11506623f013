"""When two capitalised words of a text are likely one name spelt in two ways.

Precision comes first: nothing is said of inflected forms (*Ivanov*, *Ivanova*), derived words (*-ist*, *-ian*), the two
customs of English spelling, words that also occur in small letters, and surnames known to be two.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from pincite.rules.excerpt import shared_beginning

_SHORTEST = 5
_AROUND = ".,;:!?…()[]{}*_/\"'“”„‟‘’‚‛«»‹›`—–-"
_SHORTEST_FOR_A_SLIP = 7
"""How long a name must be for one letter to be a slip rather than another name."""
_SHORTEST_FOR_ANY_LETTER = 9
_CONFUSED = ("aeiou", "ce", "un", "il", "hb", "fs", "rn", "vy", "gq", "tl", "sz", "bp", "dt", "gk")
"""Letters that hands and machines take for one another."""
_SHORTEST_STEM = 4
_SAME_SOUND = (
    ("tch", "ch"),
    ("sch", "sh"),
    ("tz", "ts"),
    ("ck", "k"),
    ("ph", "f"),
    ("w", "v"),
    ("ff", "v"),
    ("ij", "i"),
    ("iy", "i"),
    ("y", "i"),
    ("j", "i"),
    ("kh", "h"),
    ("dh", "d"),
    ("th", "t"),
    ("c", "k"),
)
"""Letters that transcribe one sound; applied in this order."""
_BRITISH = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("nce", "nse"),
    ("tre", "ter"),
    ("ogue", "og"),
)
_ENDINGS = (
    "|a|as|an|ans|ana|e|en|ens|er|ers|ern|ery|em|es|n|ns|s|y|i|ies|ia|ian|ians|ien|io|o|os|om|oy|ov|ova|u|ya|yu|in|ina|ine"
    "|ic|ics|ik|iks|ish|ism|isms|ist|ists|ite|ites|ity|ize|ise|ing|ed|al|ally|ly|ary|ry|or|ors|ory|ese|us|um|ur|ment|tion"
    "|sion|t|th|m|ms|ca|d|ts|ty|r|rs|ries|rian|l|le|ls|"
)
"""What two forms of one word, or two words from one stem, may end in."""
_TRANSCRIBED_ENDINGS = ({"y", "i"}, {"i", "ij"}, {"y", "ij"}, {"i", "ii"}, {"y", "iy"})
"""Endings in which transcriptions of one name differ, although they are also endings of words."""
_KNOWN_WORDS = (
    {"christian", "christina"},
    {"frances", "francis"},
    {"henri", "henry"},
    {"later", "latter"},
    {"though", "through"},
)
"""Capitalised words that look like one and are two."""
_KNOWN_PAIRS = (
    ("sson", "sen"),
    ("son", "sen"),
    ("ston", "son"),
    ("ston", "sen"),
    ("mpson", "mson"),
    ("ley", "ly"),
    ("lie", "ly"),
)
"""Endings of surnames that are different names."""


def names(text: str) -> Counter[str]:
    """Return the words of a text that begin with a capital and go on in small letters, with how often they stand there."""
    found: Counter[str] = Counter()
    words = text.replace("’s", " ").replace("'s", " ").split()
    for word, count in Counter(filter(str.istitle, words)).items():
        bare = word.strip(_AROUND) if len(word) >= _SHORTEST else ""
        if len(bare) >= _SHORTEST and bare.isalpha():
            found[bare] += count
    return found


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """Return a key that the usual transcriptions of one name have in common."""
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    for written, spoken in _SAME_SOUND:
        bare = bare.replace(written, spoken)
    return "".join(letter for n, letter in enumerate(bare) if n == 0 or letter != bare[n - 1])


def keys(name: str) -> tuple[str, str]:
    """Return keys of which two spellings of one name have at least one in common: a slip leaves one end as it was."""
    return name[:3], name[0] + name[-3:]


def likely_one(rare: str, usual: str) -> bool:
    """Return whether *rare* is likely a slip or another transcription of *usual*."""
    one, other = rare.lower(), usual.lower()
    if one[0] != other[0] or one == other:
        return False
    if sound(rare) != sound(usual) and not (len(other) >= _SHORTEST_FOR_A_SLIP and _one_slip(one, other)):
        return False
    return not (_are_forms(one, other) or _british(one) == _british(other) or _are_known(one, other))


def _are_known(one: str, other: str) -> bool:
    """Say whether two words that look like one are known to be two."""
    return {one, other} in _KNOWN_WORDS or any(
        {one, other} == {stem + a, stem + b}
        for a, b in _KNOWN_PAIRS
        for stem in (one[: -len(a)], one[: -len(b)])
    )


def _are_forms(one: str, other: str) -> bool:
    """Say whether two words are forms of one word, or derived from one stem."""
    shared = shared_beginning(one, other)
    rests = {one[shared:], other[shared:]}
    if "" in rests:
        return True
    return (
        shared >= _SHORTEST_STEM
        and rests not in _TRANSCRIBED_ENDINGS
        and all(f"|{rest}|" in _ENDINGS for rest in rests)
    )


def _british(word: str) -> str:
    for british, american in _BRITISH:
        word = word.replace(british, american)
    return word


def _one_slip(one: str, other: str) -> bool:
    """Say whether one letter put in, left out or taken for another, or two exchanged, make *other* of *one*.

    Any letter in the place of any other makes a new name too often (*Iceland*, *Ireland*) unless the name is long.
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = shared_beginning(one, other)
    end = shared_beginning(one[start:][::-1], other[start:][::-1])
    first, second = one[start : len(one) - end], other[start : len(other) - end]
    if len(first) == len(second) == 1:
        return len(other) >= _SHORTEST_FOR_ANY_LETTER or any(
            {first, second} <= set(pair) for pair in _CONFUSED
        )
    return max(len(first), len(second)) == 1 or (len(first) == 2 and first == second[::-1])  # noqa: PLR2004 - two letters exchanged
