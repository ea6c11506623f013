"""Text as LaTeX reads it, for the values of BibTeX's fields.

Values are UTF-8, which biber, bibtex8 and LaTeX read since 2018: letters are not turned into LaTeX's accents. What means
something to BibTeX or LaTeX is escaped, and what their fonts would join (``--``) is kept apart.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_SPECIAL = {
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
_MARKS = str.maketrans(_SPECIAL)
_JOINED = re.compile(r"([-`'<>,])(?=\1)|[?!](?=`)")
"""What LaTeX's fonts make one sign of with what follows."""
_BRACES = re.compile(r"[{}]")
_SPACE = re.compile(r"[ \t\r\n]+")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls, which TeX refuses, and halves of characters, which no file can hold."""
_INEXACT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]|^ | $|(?<= ) ")
"""What does not come back as it is: the above, and spaces that BibTeX drops."""
_WORD = re.compile(r"(?:[^\W_][̀-ͯ]*)+")
"""Words, with the marks that combine with their letters."""


def as_text(text: str) -> str:
    """Return a text for a field; runs of white space are one space, and controls become U+FFFD."""
    return _escaped(_UNWRITABLE.sub("�", _SPACE.sub(" ", text).strip(" ")))


def as_title(text: str) -> str:
    """Return a text for a field whose capitals styles may change; the first word and those with capitals are in braces."""
    plain = _UNWRITABLE.sub("�", _SPACE.sub(" ", text).strip(" "))
    signs = _braces(plain)
    found, at = [], 0
    for word in _WORD.finditer(plain):
        if word.start() == 0 or word[0] != word[0].lower():
            found += [_run(plain, at, word.start(), signs), f"{{{word[0]}}}"]
            at = word.end()
    return "".join([*found, _run(plain, at, len(plain), signs)])


def as_exact_text(text: str) -> str:
    """Return a text that comes back character by character; what a file cannot hold is there by its number."""
    found, at = [], 0
    for sign in _INEXACT.finditer(text):
        found += [text[at : sign.start()], sign[0]]
        at = sign.end()
    found.append(text[at:])
    signs = _braces(text)
    written, at = [], 0
    for number, piece in enumerate(found):
        is_sign = number % 2 == 1
        written.append(rf"{{\symbol{{{ord(piece)}}}}}" if is_sign else _run(text, at, at + len(piece), signs))
        at += len(piece)
    return "".join(written)


def as_address(text: str) -> str:
    """Return an address or DOI for a field that is read as it stands; braces and backslashes become ``%7B`` and the like."""
    return re.sub(r"[\x00-\x20\\{}\x7f-\x9f\ud800-\udfff]", _percent, text)


def _percent(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="replace")


def _escaped(text: str) -> str:
    return _run(text, 0, len(text), _braces(text))


def _run(text: str, start: int, end: int, signs: dict[int, str]) -> str:
    """Return a stretch of a text escaped; *signs* are what stands for its braces."""
    found, at = [], start
    for brace in _BRACES.finditer(text, start, end):
        found += [_plain(text[at : brace.start()]), signs[brace.start()]]
        at = brace.end()
    return "".join([*found, _plain(text[at:end])])


def _plain(text: str) -> str:
    return _JOINED.sub(r"\g<0>{}", text).translate(_MARKS)


def _braces(text: str) -> dict[int, str]:
    """Return what is written for each brace: BibTeX counts them even behind a backslash, so lone ones get a name."""
    signs: dict[int, str] = {}
    unclosed: list[int] = []
    for brace in _BRACES.finditer(text):
        if brace[0] == "{":
            unclosed.append(brace.start())
            signs[brace.start()] = r"{\textbraceleft}"
        elif unclosed:
            signs[unclosed.pop()] = r"\{"
            signs[brace.start()] = r"\}"
        else:
            signs[brace.start()] = r"{\textbraceright}"
    return signs
