"""One quotation and one file: a readable answer, or the same as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.cli.output import show
from pincite.cli.verification.answer import answer_text
from pincite.reporters.safe_text import safe_json
from pincite.verifier.questions.question import Question, asked

if TYPE_CHECKING:
    from pincite.verifier.shelf import Shelf


def answer(question: Question, shelf: Shelf, *, as_json: bool) -> int:
    """Print what the file says of the quotation, and return the exit status: 0 where it stands there."""
    found = asked(question, shelf)
    if as_json:
        show(safe_json(json.dumps(found.data(), ensure_ascii=False, indent=2, allow_nan=False)) + "\n")
    else:
        show(answer_text(found))
    return 0 if found.verdict.faithful else 1
