"""One quotation and one file: a readable answer, or the same as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.cli.output import show
from pincite.cli.verification.answer import answer_text
from pincite.model.rule import SEVERITIES
from pincite.reporters.safe_text import safe_json
from pincite.verifier.documents.caution_words import rules_of
from pincite.verifier.questions.question import Question, asked

if TYPE_CHECKING:
    from pincite.model.rule import Severity
    from pincite.verifier.shelf import Shelf


def answer(question: Question, shelf: Shelf, *, as_json: bool, fail_on: Severity | None = None) -> int:
    """Print what the file says of the quotation, and return the exit status: 0 where it stands there as it says.

    A caution, and a page that is not the cited one, count by the severity of the rule that they would be told under in a document.
    """
    found = asked(question, shelf)
    if as_json:
        show(safe_json(json.dumps(found.data(), ensure_ascii=False, indent=2, allow_nan=False)) + "\n")
    else:
        show(answer_text(found))
    told = rules_of(found.verdict, page_agrees=found.page_agrees)
    least = SEVERITIES.index(fail_on or "warning")
    failed = any(SEVERITIES.index(rule.severity) >= least for rule in told)
    return 1 if failed or not found.verdict.faithful else 0
