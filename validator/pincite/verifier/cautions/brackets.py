"""What a bracket adds to a sentence, or takes from it: negations, numbers, conditions."""

from __future__ import annotations

import re

from pincite.model.finding import Span
from pincite.verifier.cautions.telling import by_kind, caution, named
from pincite.verifier.languages import words_of
from pincite.verifier.prose.turning import Turn, is_lone_number, languages_for, shown, turns
from pincite.verifier.verdict import Caution

_FIGURES = re.compile(r"\d+")
_KINDS = ("negation", "number", "condition")
"""What is told; a contrast adds nothing."""


def inserted(words: str, at: Span, language: str | None) -> list[Caution]:
    """Return a caution for each kind of word that turns the sense among the *words* of a bracket.

    *at* is where in the source they would stand.
    """
    return [
        caution(kind, "inserted", told, "the bracket adds")._replace(span=at)
        for kind, told in by_kind(_turns(words, language)).items()
        if kind in _KINDS
    ]


def replaced(words: str, printed: Span, text: str, language: str | None) -> list[Caution]:
    """Return a caution for each kind of word that turns the sense and that only one side has.

    *words* are those of the bracket and *printed* is the place of those that it stands for; figures on both sides
    that differ are told as well.
    """
    source = text[printed.start : printed.end]
    new, old = by_kind(_turns(words, language)), by_kind(_turns(source, language))
    found: list[Caution] = []
    for kind in _KINDS:
        added, lost = new.get(kind, []), old.get(kind, [])
        if added and not lost:
            message = f"the bracket puts {named(added)} in place of ‘{shown(source)}’, which has no {kind}"
            found.append(caution(kind, "inserted", added, "")._replace(span=printed, message=message))
        elif lost and not added:
            message = (
                f"the bracket ‘{shown(words)}’ stands in place of ‘{shown(source)}’ and hides {named(lost)}"
            )
            found.append(caution(kind, "hidden", lost, "")._replace(span=printed, message=message))
        elif kind == "number" and _differ(added, lost):
            message = f"the bracket gives {named(added)} where the source has {named(lost)}"
            found.append(caution(kind, "inserted", added, "")._replace(span=printed, message=message))
    return found


def negative_part(words: str, printed: Span, text: str, language: str | None) -> list[Caution]:
    """Return a caution where a bracket within a word stands for a part that negates it: [l]egal for illegal.

    *words* are the bracket's letters and *printed* is the place of those that it stands for.
    """
    ours, theirs = words.strip().casefold(), text[printed.start : printed.end].strip().casefold()
    for code in languages_for(language, theirs):
        known = words_of(code)
        if theirs.endswith(ours) and theirs.removesuffix(ours) in known.negative_prefixes:
            lost = theirs.removesuffix(ours)
        elif theirs in known.negative_suffixes and ours not in known.negative_suffixes:
            lost = theirs
        else:
            continue
        message = f"the bracket ‘{words}’ stands in place of ‘{theirs}’ and hides ‘{lost}’"
        return [Caution("negation", "hidden", lost, printed, message)]
    return []


def _turns(words: str, language: str | None) -> list[Turn]:
    """Return what turns the sense in *words* that stand alone."""
    whole = Span(0, len(words))
    found = turns(words, whole, language)
    return found or ([Turn("number", shown(words), whole)] if is_lone_number(words, language) else [])


def _differ(added: list[Turn], lost: list[Turn]) -> bool:
    """Return whether both sides have figures and neither are the last of the other's: 1918 for 18 does not differ."""
    new, old = ("".join(_FIGURES.findall(" ".join(turn.words for turn in side))) for side in (added, lost))
    return bool(new and old) and not (new.endswith(old) or old.endswith(new))
