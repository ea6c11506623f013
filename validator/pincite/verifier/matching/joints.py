"""What the source has where the quotation has a mark: left out, put in, put for other words, or the same mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.folding.letters import letters_in
from pincite.verifier.verdict import Alteration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.wording.parts import Mark

_BRACKETED_NUMBER = re.compile(r"\[\s*[0-9]+\s*\]")
_BRACKET = re.compile(r"[\[(［（⟨]")
_DOTS = re.compile(r"…|⋯|‥|\.\s?\.|\*\s?\*|[-–—]{3}")


class Joint(NamedTuple):
    """How the marks of one joint were read: the alterations, ``mark`` or ``text`` for each, and whether it holds.

    ``fault`` names what the marks cannot stand for; ``empty``: an omission leaves nothing out.
    """

    alterations: tuple[Alteration, ...]
    readings: tuple[str, ...]
    fault: str = ""
    empty: bool = False


def read_joint(marks: Sequence[Mark], text: str, gap: Span) -> Joint:
    """Return what the marks between two parts stand for, where *gap* is what stands between these in the source."""
    printed = text[gap.start : gap.end]
    letters = letters_in(printed)
    words = " ".join(printed.split())
    omitting = any(mark.kind == "omission" for mark in marks)
    alterations: list[Alteration] = []
    readings: list[str] = []
    fault, empty = "", False
    for mark in marks:
        if mark.kind == "omission":
            as_text = not letters and bool(_DOTS.search(printed))
            empty = not letters and not as_text
            if not as_text:
                alterations.append(Alteration("omission", mark.text, words, mark.at, gap, declared=True))
        elif mark.kind == "sic":
            as_text = bool(letters) and letters == mark.letters
            fault = fault or ("omission" if letters and not as_text and not omitting else "")
            if not as_text:
                alterations.append(
                    Alteration("sic", mark.text, "", mark.at, Span(gap.start, gap.start), declared=True)
                )
        else:
            as_text = _stands(mark, printed, letters)
            fault = fault or _bracket_fault(mark, letters, text, gap, omitting=omitting)
            if not as_text:
                alterations.append(_bracket(mark, letters, text, gap, omitting=omitting))
        readings.append("text" if as_text else "mark")
    return Joint(tuple(alterations), tuple(readings), fault, empty)


def _stands(mark: Mark, printed: str, letters: str) -> bool:
    """Say whether a bracket's words stand in the source in brackets themselves."""
    return (
        letters == mark.letters
        and " ".join(mark.text.split()) in " ".join(printed.split())
        and bool(_BRACKET.search(printed))
    )


def _bracket(mark: Mark, letters: str, text: str, gap: Span, *, omitting: bool) -> Alteration:
    """Return what a bracket put in, or what it stands for."""
    if omitting and mark.kind == "bracket":
        return Alteration("insertion", mark.text, "", mark.at, Span(gap.end, gap.end), declared=True)
    kind: str = mark.kind if mark.kind != "bracket" else ("replacement" if letters else "insertion")
    if letters and any(mark.glued):
        gap = _in_word(mark, gap, text) or gap
        kind = "case" if letters == mark.letters else kind
    words = " ".join(text[gap.start : gap.end].split()) if letters else ""
    return Alteration(kind, mark.text, words, mark.at, gap, declared=True)


def _bracket_fault(mark: Mark, letters: str, text: str, gap: Span, *, omitting: bool) -> str:
    """Name what a bracket cannot stand for: other words than its declared original, or more than the rest of a word."""
    if mark.original is not None and letters != letters_in(mark.original):
        return "word"
    if mark.text.isdecimal() and _BRACKETED_NUMBER.search(text, gap.start, gap.end):
        return "number"  # the mark of another note
    if mark.kind == "insertion" and letters and not omitting:
        return "omission"
    if any(mark.glued) and letters and not omitting and _in_word(mark, gap, text) is None:
        return "word"
    return ""


def _in_word(mark: Mark, gap: Span, text: str) -> Span | None:
    """Return the rest of the word that a bracket within a word stands for; None where letters lie beyond that word."""
    start, end = gap
    if mark.glued[0]:
        end = start + len(text[start:end].split(None, 1)[0]) if not text[start].isspace() else start
    if mark.glued[1]:
        start = end - len(text[start:end].rsplit(None, 1)[-1]) if not text[end - 1].isspace() else end
    beyond = text[gap.start : start] + text[end : gap.end]
    return None if letters_in(beyond) else Span(start, end)
