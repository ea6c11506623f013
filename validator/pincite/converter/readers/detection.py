"""An encoding that nothing but the letters of a text gives away: told only where it is certain.

charset-normalizer proposes; a proposal counts where its words are in one script each, where its letters are
those of the language that its words are in, and where no other proposal of that kind reads otherwise.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pincite.converter.languages import detect, language

if TYPE_CHECKING:
    from collections.abc import Iterable

_PROPOSED = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "koi8_r", "koi8_u", "cp866", "iso8859_2",
    "iso8859_5", "iso8859_7", "iso8859_15", "mac_roman", "mac_cyrillic", "cp932", "euc_jp", "gb18030", "big5",
    "euc_kr", "utf_16_le", "utf_16_be",
]  # fmt: skip
"""Python's names of the encodings that articles are in; the rarer ones would only stand in each other's way."""
_NAMES = {
    "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1253": "windows-1253",
    "cp1254": "windows-1254", "cp1257": "windows-1257", "koi8_r": "koi8-r", "koi8_u": "koi8-u", "cp866": "ibm866",
    "iso8859_2": "iso-8859-2", "iso8859_5": "iso-8859-5", "iso8859_7": "iso-8859-7", "iso8859_15": "iso-8859-15",
    "mac_roman": "macintosh", "mac_cyrillic": "x-mac-cyrillic", "cp932": "shift_jis", "euc_jp": "euc-jp",
    "euc_kr": "euc-kr",
}  # fmt: skip
"""The names under which people know them, where those are others."""
_CODECS = {people: python for python, people in _NAMES.items()}
_CLOSE = 0.05
"""How much messier than the cleanest a proposal may look and still be a rival."""
_SHARE = 0.1
"""Share of the letters that those of another script than the Latin have, where a text is in it."""
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_DIGITS = re.compile(r"[0-9][^\W\d_a-zA-Z][0-9]")
"""A letter where a dash stands in any text."""
_TOGETHER = {
    "HIRAGANA": "CJK", "KATAKANA": "CJK", "FEMININE": "LATIN", "MASCULINE": "LATIN", "MICRO": "LATIN",
    "SUPERSCRIPT": "LATIN", "VULGAR": "LATIN",
}  # fmt: skip
"""First words of letters' names that say no script of their own: kana, and "ª", "µ", "²" and "½"."""
_NO_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u02c7\u02d8-\u02dd\u2500-\u259f\ue000-\uf8ff\uff61-\uff65\ufffd]"
)
"""Controls, bare accents, what frames are drawn with, half-width marks, and what no standard gives a meaning."""
_HINT = "say with --encoding which one it is, or save the file as UTF-8"
_NONE_FITS = f"no encoding fits all of it; {_HINT}"
_LARGE = 2_000_000
_SAMPLE = 400_000
_AROUND = 300
"""Bytes of a file that is told by a sample, of the sample, and on either side of a byte beyond ASCII in it."""
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


class Detected(NamedTuple):
    """A text and the encoding it was in, by the name that people use."""

    text: str
    encoding: str


def detected(content: bytes) -> Detected | str:
    """Return the text in some bytes that are no UTF-8; where no encoding is certain, a hint on what to do.

    Of a large file the lines tell it that have more than ASCII, as far as a sample goes; all of it has to be text.
    """
    if len(content) <= _LARGE:
        return _certain(content)
    found = _certain(_sample(content))
    if isinstance(found, str):
        return found
    try:
        text = content.decode(_CODECS.get(found.encoding, found.encoding))
    except UnicodeDecodeError:
        return _NONE_FITS
    return _NONE_FITS if _NO_TEXT.search(text) else Detected(text, found.encoding)


def _sample(content: bytes) -> bytes:
    """Return lines with more than ASCII in them; of long ones, what stands around such a byte, cut at spaces."""
    if b"\0" in content:  # of two bytes a letter
        return content[:_SAMPLE]
    parts: list[bytes] = []
    left, end = _SAMPLE, 0
    while left > 0 and (high := _BEYOND_ASCII.search(content, end)):
        at = high.start()
        start = max(
            content.rfind(b"\n", end, at) + 1, content.find(b" ", max(end, at - _AROUND), at) + 1, end
        )
        beyond = at + _AROUND
        last = content.find(b"\n", at, beyond)
        if last < 0:
            last = content.rfind(b" ", at, beyond)
        end = beyond if last < 0 else last + 1
        parts.append(content[start:end])
        left -= end - start
    return b"".join(parts)


def _certain(content: bytes) -> Detected | str:
    """Return the reading of some bytes that is certain, or the hint."""
    rivals = _proposals(content)
    usual = _in_its_language(_usual(content, rivals))
    if len(rivals) > 1 or usual:
        rivals = _in_its_language([*rivals, *usual]) or rivals
    if not rivals:
        return _NONE_FITS
    if len(rivals) > 1:
        return _choice(rivals)
    if rivals[0].encoding != _NAMES["cp1252"] and not _has_letters(rivals[0].text):
        return f"it may be {rivals[0].encoding}, but only signs tell; {_HINT}"
    return rivals[0]


def _has_letters(text: str) -> bool:
    """Return whether letters beyond ASCII can tell an encoding; signs stand at many places."""
    return any(letter.isalpha() and not letter.isascii() for letter in text)


def _proposals(content: bytes) -> list[Detected]:
    """Return the readings that can be meant, each once, the cleanest first."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of what is told here in its own way
        from charset_normalizer import from_bytes  # noqa: PLC0415 - needed for few files, and slow to import

        matches = list(from_bytes(content, cp_isolation=_PROPOSED, preemptive_behaviour=False))
    found: dict[str, tuple[float, str]] = {}
    for match in sorted(matches, key=lambda one: (one.chaos, _PROPOSED.index(one.encoding))):
        name = min(_alike(match.could_be_from_charset), key=_PROPOSED.index)
        text = content.decode(name)
        if text not in found and _is_text(text):
            found[text] = match.chaos, _NAMES.get(name, name)
    least = min((chaos for chaos, _ in found.values()), default=0.0)
    return [Detected(text, name) for text, (chaos, name) in found.items() if chaos <= least + _CLOSE]


def _usual(content: bytes, rivals: list[Detected]) -> list[Detected]:
    """Return the reading as windows-1252 if it was not proposed: signs such as "£" and "¹" alone look like a mess."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return []
    known = any(rival.text == text for rival in rivals)
    return [] if known or not _is_text(text) else [Detected(text, _NAMES["cp1252"])]


def _alike(names: Iterable[str]) -> list[str]:
    return [name for name in names if name in _PROPOSED]


def _is_text(text: str) -> bool:
    """Return whether a reading has no signs that no article has, no word in two scripts, and no script in passing."""
    if _NO_TEXT.search(text) or _BETWEEN_DIGITS.search(text):
        return False
    letters = dict.fromkeys("".join(_WORD.findall(text)))
    scripts = {letter: _script(letter) for letter in letters}
    if any(len({scripts[letter] for letter in word}) > 1 for word in set(_WORD.findall(text))):
        return False
    counts = Counter(scripts[letter] for letter in text if letter in scripts)
    return all(script == "LATIN" or count >= _SHARE * counts.total() for script, count in counts.items())


def _script(letter: str) -> str:
    """Return the first word of a letter's name, "LATIN" or "CYRILLIC"; what is written together stands together."""
    script = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
    return _TOGETHER.get(script, script)


def _in_its_language(rivals: list[Detected]) -> list[Detected]:
    """Return the readings all of whose letters belong to the language that their words are in."""
    fitting = []
    for rival in rivals:
        code = detect(rival.text)
        beyond = {letter for letter in rival.text.lower() if letter.isalpha() and not letter.isascii()}
        if code is not None and beyond <= {*language(code).letters}:
            fitting.append(rival)
    return fitting


def _choice(rivals: list[Detected]) -> str:
    """Return a hint that shows the first word in which two readings differ."""
    first, second = rivals[0], rivals[1]
    pairs = zip(first.text.split(), second.text.split(), strict=False)
    words = next(((one, other) for one, other in pairs if one != other), ("", ""))
    shown = [f"{rival.encoding} ('{word[:24]}')" for rival, word in zip(rivals, words, strict=False)]
    return f"it may be {' or '.join(shown)}; {_HINT}"
