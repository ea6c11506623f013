"""``pincite verify``: documents, a batch, or one question; each wish is looked at before anything is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.cli.output import CallError
from pincite.reading.opening import STDIN

if TYPE_CHECKING:
    from pincite.cli.verification.call import Call, Means


def run(call: Call) -> int:
    """Do what is asked and return the exit status; raises CallError."""
    _consistent(call)
    try:
        return _run(call)
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        message = f"quotations are compared with {error.name}, which is not installed; pip install 'pincite[verify]'"
        raise CallError(message) from None


_EXTRA = ("numpy", "rapidfuzz")
"""What the extra ``verify`` brings."""


def _run(call: Call) -> int:
    from pincite.verifier.shelf import Shelf  # noqa: PLC0415 - imports what an extra brings

    cache, single = _cache(call.means), call.single
    if single.quote is not None and single.file is not None:
        from pincite.cli.verification.one_question import answer  # noqa: PLC0415 - what this call needs alone
        from pincite.verifier.questions.question import Question  # noqa: PLC0415

        file = os.path.realpath(single.file)
        question = Question(single.quote, single.file, file, language=single.language, page=single.page)
        as_json = call.manner.delivery.format_name == "json"
        return answer(question, Shelf(cache), as_json=as_json, fail_on=call.manner.delivery.fail_on)
    if call.batch is not None:
        from pincite.cli.verification.batch import answer_batch  # noqa: PLC0415

        return answer_batch(call.batch, call.scope.sources, Shelf(cache), jobs=call.means.jobs, cache=cache)
    from pincite.cli.judge import annotated  # noqa: PLC0415
    from pincite.cli.verification.documents import verify_documents  # noqa: PLC0415

    paths = annotated(call.paths) if call.annotated_only else call.paths
    return verify_documents(paths, call.scope, call.manner, jobs=call.means.jobs, cache=cache)


def _cache(means: Means) -> str | None:
    """Return the folder in which what is read is kept: the one that is named, or the usual one where somebody has made it."""
    from pincite.verifier.copies.cache import DEFAULT_FOLDER  # noqa: PLC0415 - as the shelf

    if means.no_cache:
        return None
    there = os.path.isdir(os.path.dirname(DEFAULT_FOLDER))  # noqa: PTH112, PTH120 - as in lookup
    return means.cache or (DEFAULT_FOLDER if there else None)


def _consistent(call: Call) -> None:
    """Raise CallError where options do not go together."""
    single, scope, means, delivery = call.single, call.scope, call.means, call.manner.delivery
    question = single.quote is not None or single.file is not None
    faults = (
        (
            call.batch is not None and (question or call.paths),
            "--batch takes its quotations and files from its lines; leave out the rest",
        ),
        (question and call.paths, "--quote asks one question without a document; leave out the paths"),
        (
            (single.quote is None) != (single.file is None),
            '--quote and --in go together: pincite verify --quote "…" --in FILE',
        ),
        (
            not question and (single.page is not None or single.language is not None),
            "--page and --language go with --quote",
        ),
        (
            not question and not call.paths and call.batch is None,
            'nothing to verify: give Pincite files or folders, --quote "…" --in FILE, or --batch FILE.jsonl',
        ),
        (
            question and delivery.format_name not in {None, "text", "concise", "json"},
            f"--quote is answered as text or as json, and not as {delivery.format_name}",
        ),
        (
            delivery.output is not None and not call.paths,
            "--output takes the report on documents, and here are none",
        ),
        (means.no_cache and means.cache is not None, "--cache and --no-cache exclude each other"),
        (
            call.manner.write and not call.paths,
            "--write stores what was found in documents, and here are none",
        ),
        (call.manner.write and STDIN in call.paths, "standard input cannot be written to; name a file"),
        (means.jobs < 1, "--jobs: at least one process is needed"),
    )
    for wrong, told in faults:
        if wrong:
            raise CallError(told)
    for folder in scope.sources:
        if not os.path.isdir(folder):  # noqa: PTH112 - as in lookup
            raise CallError(f"--sources: there is no folder {folder}")
