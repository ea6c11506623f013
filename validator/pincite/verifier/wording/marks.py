"""The marks of the quoter's hand, read out of a quotation that declares no segments.

Ellipses in all their forms (the Chicago Manual of Style, 18th ed., 12.59-12.69; the dotted line in brackets is the form of
ISO-like house styles), words in square brackets, and [sic]. Whether a mark is the quoter's or stands in the
source is not decided here: both readings are tried where it is looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.wording.parts import Assembly, Mark

if TYPE_CHECKING:
    from pincite.verifier.wording.parts import Wording

_DOTS = r"(?:…|⋯|‥|\.{3,}|\.(?:[ \u00a0\u2009\u202f]\.){2,})(?:[ \u00a0\u2009\u202f]?[.…⋯])*"
_MARK = re.compile(
    rf"[\[(⟨<［]\s*(?P<within>{_DOTS}|[-–—]{{2,}}|[-–—])\s*[\])⟩>］]\.?"
    rf"|(?P<dots>{_DOTS})"
    r"|(?P<paren>\((?:sic|sic!|!|\?|so|так)\))"
    r"|[\[［](?P<words>(?:[^\[\]［］]|\[[^\[\]]{0,80}\]){1,400})[\]］]",
    re.IGNORECASE,
)
_SIC = re.compile(
    r"\W*(?:sic|sic erat scriptum|so|so im original|recte.*|так|так в тексте|原文如此|כך|!|\?)\W*|[!?]+",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:my |our )?(?:emphasis|italics?|stress|hervorhebung|souligné|выделено|курсив|cursiva|énfasis|הדגשה)\b.*"
    r"|.*\b(?:added|omitted|mine|in (?:the )?original|hinzugefügt|ajouté|nous soulignons|ed\.|note|transl?\.)",
    re.IGNORECASE,
)
_DOTTED = re.compile(rf"(?P<before>[^.…⋯]*)(?P<dots>{_DOTS}|\.\.)(?P<behind>[^.…⋯]*)")
_OMITTED = re.compile(r".*\b(?:omitted|omission|auslassung|passage omis|пропуск)\b.*", re.IGNORECASE)


def wording_of(quotation: str) -> Wording:
    """Return what a quotation asserts, its marks inferred from their forms."""
    assembly = Assembly()
    last = 0
    for found in _MARK.finditer(quotation):
        assembly.text(quotation[last : found.start()], Span(last, found.start()))
        for mark in _marks(quotation, found):
            assembly.mark(mark)
        last = found.end()
    assembly.text(quotation[last:], Span(last, len(quotation)))
    return assembly.wording()


def _marks(quotation: str, found: re.Match[str]) -> list[Mark]:
    """Return the marks of one sign: two, where a bracket holds dots and words of the quoter's."""
    dotted = _DOTTED.fullmatch(found["words"] or "")
    if not dotted or not (dotted["behind"] + dotted["before"]).strip():
        return [_mark(quotation, found)]
    start = found.start("words")
    dots, words = (
        Span(*(start + at for at in dotted.span("dots"))),
        (dotted["before"] or dotted["behind"]).strip(),
    )
    at = start + found["words"].index(words)
    marks = [Mark("omission", dots, dotted["dots"]), Mark("bracket", Span(at, at + len(words)), words)]
    return sorted(marks, key=lambda mark: mark.at)


def _mark(quotation: str, found: re.Match[str]) -> Mark:
    at = Span(*found.span())
    words = found["words"]
    if words is None:
        return Mark("sic", at, found.group()) if found["paren"] else Mark("omission", at, found.group())
    if _SIC.fullmatch(words):
        return Mark("sic", at, words)
    if _OMITTED.fullmatch(words):
        return Mark("omission", at, words)
    if _NOTE.fullmatch(words):
        return Mark("insertion", at, words)
    before, behind = quotation[at.start - 1 : at.start], quotation[at.end : at.end + 1]
    return Mark("bracket", at, words, glued=(_in_word(before), _in_word(behind)))


def _in_word(character: str) -> bool:
    """Say whether a character belongs to a word that a bracket cuts into; between CJK signs there are no limits."""
    return character.isalpha() and not is_dense(character)
