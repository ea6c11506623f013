"""What ``pincite verify`` is asked: documents, or one question; each wish is looked at before anything is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.output import CallError
from pincite.reading.opening import STDIN

if TYPE_CHECKING:
    from pincite.model.rule import Severity


class Call(NamedTuple):
    """The options as they were given."""

    paths: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    quote: str | None = None
    file: str | None = None
    page: str | None = None
    language: str | None = None
    format_name: str = "text"
    fail_on: Severity | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    config: str | None = None
    cache: str | None = None
    isolated: bool = False
    show_all: bool = False
    fail_unchecked: bool = False
    batch: str | None = None
    jobs: int = 1
    pictures: bool = True
    write: bool = False
    annotated_only: bool = False
    no_cache: bool = False


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

    cache = _cache(call)
    if call.quote is not None and call.file is not None:
        from pincite.cli.verification.one_question import answer  # noqa: PLC0415 - what this call needs alone
        from pincite.verifier.questions.question import Question  # noqa: PLC0415

        file = os.path.realpath(call.file)
        question = Question(call.quote, call.file, file, language=call.language, page=call.page)
        return answer(question, Shelf(cache), as_json=call.format_name == "json")
    if call.batch is not None:
        from pincite.cli.verification.batch import answer_batch  # noqa: PLC0415

        return answer_batch(call.batch, call.sources, Shelf(cache), jobs=call.jobs, cache=cache)
    from pincite.cli.judge import annotated  # noqa: PLC0415
    from pincite.cli.verification.documents import Scope, verify_documents  # noqa: PLC0415
    from pincite.cli.verification.of_file import Manner  # noqa: PLC0415

    manner = Manner(
        call.format_name, call.fail_on, call.show_all, call.fail_unchecked, call.pictures, call.write
    )
    scope = Scope(call.select, call.ignore, call.config, call.isolated, call.sources)
    paths = annotated(call.paths) if call.annotated_only else call.paths
    return verify_documents(paths, scope, manner, jobs=call.jobs, cache=cache)


def _cache(call: Call) -> str | None:
    """Return the folder in which what is read is kept: the one that is named, or the usual one where somebody has made it."""
    from pincite.verifier.copies.cache import DEFAULT_FOLDER  # noqa: PLC0415 - as the shelf

    if call.no_cache:
        return None
    there = os.path.isdir(os.path.dirname(DEFAULT_FOLDER))  # noqa: PTH112, PTH120 - as in lookup
    return call.cache or (DEFAULT_FOLDER if there else None)


def _consistent(call: Call) -> None:
    """Raise CallError where options do not go together."""
    question = call.quote is not None or call.file is not None
    faults = (
        (call.isolated and call.config is not None, "--isolated and --config exclude each other"),
        (
            call.batch is not None and (question or call.paths),
            "--batch takes its quotations and files from its lines; leave out the rest",
        ),
        (question and call.paths, "--quote asks one question without a document; leave out the paths"),
        (
            (call.quote is None) != (call.file is None),
            '--quote and --in go together: pincite verify --quote "…" --in FILE',
        ),
        (
            not question and (call.page is not None or call.language is not None),
            "--page and --language go with --quote",
        ),
        (
            not question and not call.paths and call.batch is None,
            'nothing to verify: give Pincite files or folders, --quote "…" --in FILE, or --batch FILE.jsonl',
        ),
        (call.no_cache and call.cache is not None, "--cache and --no-cache exclude each other"),
        (call.write and not call.paths, "--write stores what was found in documents, and here are none"),
        (call.write and STDIN in call.paths, "standard input cannot be written to; name a file"),
        (call.jobs < 1, "--jobs: at least one process is needed"),
    )
    for wrong, told in faults:
        if wrong:
            raise CallError(told)
    for folder in call.sources:
        if not os.path.isdir(folder):  # noqa: PTH112 - as in lookup
            raise CallError(f"--sources: there is no folder {folder}")
