"""What a verdict warns of becomes findings, each thing told once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pincite.verifier.rules import (
    condition_hidden,
    cut_unmarked,
    negation_hidden,
    number_hidden,
    omission_empty,
    page_mismatched,
    part_too_short,
    parts_far_apart,
    punctuation_differs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.rule import Rule
    from pincite.verifier.documents.outcome import Judgement
    from pincite.verifier.verdict import CautionKind, Verdict

OF_CAUTIONS: Mapping[CautionKind, Rule] = {
    "negation": negation_hidden.RULE,
    "number": number_hidden.RULE,
    "condition": condition_hidden.RULE,
    "omission_empty": omission_empty.RULE,
    "part_short": part_too_short.RULE,
    "parts_far": parts_far_apart.RULE,
    "pages_apart": parts_far_apart.RULE,
    "cut_unmarked": cut_unmarked.RULE,
    "punctuation": punctuation_differs.RULE,
    "hyphenation": punctuation_differs.RULE,
}
"""The rule for each kind of caution that a verdict may carry."""
_RULE_OF: Mapping[str, Rule] = {str(kind): rule for kind, rule in OF_CAUTIONS.items()}
_MOST_OF_A_KIND = 3
"""Cautions of one kind that are told of a quotation."""
_CUT = frozenset({negation_hidden.RULE.code, condition_hidden.RULE.code})
"""Codes of cautions whose messages tell of a cut that is not marked, too."""
_UNMARKED = "; and no ellipsis marks the cut"


def cautions(document: Document, judgement: Judgement) -> Iterator[Finding]:
    """Yield what the verdict on a quotation warns of."""
    told: dict[str, int] = {}
    cuts = {one.span for one in judgement.verdict.warnings if one.kind == "cut_unmarked"}
    for one in judgement.verdict.warnings:
        told[one.kind] = told.get(one.kind, 0) + 1
        if told[one.kind] <= _MOST_OF_A_KIND:
            rule = _RULE_OF[one.kind]
            unmarked = _UNMARKED if rule.code in _CUT and one.span in cuts else ""
            message = f"quotation '{judgement.id}': {one.message}{unmarked}"
            yield document.finding(rule, f"{judgement.at}/text", message)


def rules_of(verdict: Verdict, *, page_agrees: bool | None) -> list[Rule]:
    """Return the rules under which a verdict's cautions, and its page where it is not the cited one, are told."""
    found = [_RULE_OF[one.kind] for one in verdict.warnings]
    return found + ([page_mismatched.RULE] if page_agrees is False else [])


def without_repetitions(found: Sequence[Finding]) -> list[Finding]:
    """Return findings without those of unmarked cuts, where others of the same quotations tell of them."""
    told = Counter(one.pointer for one in found if one.code in _CUT and one.message.endswith(_UNMARKED))
    cuts = Counter(one.pointer for one in found if one.code == cut_unmarked.RULE.code)
    return [
        one for one in found if one.code != cut_unmarked.RULE.code or told[one.pointer] < cuts[one.pointer]
    ]
