"""The outcomes of many files: known from an earlier run, or judged now, by this process or by several."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from pincite.reading.opening import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from pincite.cache import Cache
    from pincite.model.outcome import Outcome
    from pincite.settings.baseline import Baseline
    from pincite.settings.run import FileSettings

WARMING_UP = 8
"""Files that are judged before work is shared, so that what rules need is imported once for all processes."""
WORTH_SHARING = 512 * 1024
"""Bytes to be judged for which another process is worth its start."""


class FileToJudge(NamedTuple):
    """A file and what is in force for it; one whose *content* is given is not opened."""

    path: str
    settings: FileSettings
    baseline: Baseline | None = None
    content: bytes | None = None

    @property
    def goes_along(self) -> bool:
        """Return whether its baseline is counted in while it is judged: a dataset may have more findings than memory."""
        return self.baseline is not None and self.path.endswith(".jsonl")

    @property
    def with_words(self) -> bool:
        """Return whether its findings are held against a baseline once all is judged."""
        return self.baseline is not None and not self.goes_along

    @property
    def is_shared(self) -> bool:
        """Return whether what comes of it may come from another run or process."""
        return self.path != STDIN and self.content is None and not self.goes_along


class _Judged(NamedTuple):
    """An outcome, the key and the text of its entry where it is to be kept, and the bytes that were judged."""

    outcome: Outcome
    key: str = ""
    text: str = ""
    size: int = 0


def outcomes_of(
    files: Sequence[FileToJudge],
    progress: Callable[[int, int], None] | None = None,
    cache: str | None = None,
    jobs: int | None = 1,
) -> list[Outcome]:
    """Return what comes of files, in their order; see ``pincite.checker.check_paths``."""
    kept = _opened(cache)
    found = {at: one for at, file in enumerate(files) if (one := _known(file, kept)) is not None}
    left = [at for at in range(len(files)) if at not in found]
    if progress is not None:
        progress(len(found), len(files))
    try:
        # closed at once where something goes wrong: none of its processes is to live on
        with closing(_judged(files, left, keep=kept is not None, jobs=jobs)) as results:
            for at, judged in results:
                found[at] = judged.outcome
                if kept is not None and judged.text:
                    kept.keep(judged.key, judged.text, judged.size)
                if progress is not None:
                    progress(len(found), len(files))
    finally:  # what an interruption stops goes on from here next time
        if kept is not None:
            kept.close()
    return [found[at] for at in range(len(files))]


def _opened(folder: str | None) -> Cache | None:
    if folder is None:
        return None
    from pincite.cache import Cache  # noqa: PLC0415 - only where something is kept

    try:
        return Cache(folder)
    except OSError:  # the working folder is gone
        return None


def _known(file: FileToJudge, kept: Cache | None) -> Outcome | None:
    if kept is None or not file.is_shared:
        return None
    return kept.find(file.path, file.settings, with_words=file.with_words)


def _judged(
    files: Sequence[FileToJudge], left: Sequence[int], *, keep: bool, jobs: int | None
) -> Generator[tuple[int, _Judged]]:
    """Yield what comes of the files that are *left*, as they are done."""
    number = _processes(files, left[WARMING_UP:], jobs)
    alone = left if number == 1 else left[:WARMING_UP]
    for at in alone:
        yield at, _judge(files[at], keep=keep)
    rest = set(left[len(alone) :])
    if rest:
        yield from _judged_by_others(files, rest, keep=keep, number=number)
    for at in sorted(rest):
        yield at, _judge(files[at], keep=keep)


def _processes(files: Sequence[FileToJudge], left: Sequence[int], jobs: int | None) -> int:
    """Return how many processes to judge some files by: no more than help."""
    if jobs == 1 or len(left) <= 1:
        return 1
    from pincite.processes import can_share, idle_processors  # noqa: PLC0415 - only where there is much to do

    if not can_share():
        return 1
    size = sum(_size(files[at].path) for at in left)
    return max(1, min(jobs or idle_processors(), len(left), size // WORTH_SHARING))


def _judged_by_others(
    files: Sequence[FileToJudge], rest: set[int], *, keep: bool, number: int
) -> Generator[tuple[int, _Judged]]:
    """Yield what other processes make of files, and take these out of *rest*."""
    from pincite.cache.entries import read, written  # noqa: PLC0415 - as above
    from pincite.processes import shared  # noqa: PLC0415

    def told(at: int) -> str:
        judged = _judge(files[at], keep=keep)
        text = judged.text or written(judged.outcome, {})
        if text is None:
            raise ValueError(at)
        return f"{judged.key or '-'} {judged.size} {text}"

    # the largest first: nobody is to begin with it when the others are done
    work = sorted((at for at in rest if files[at].is_shared), key=lambda at: -_size(files[at].path))
    for at, text in shared(work, told, number):
        key, size, entry = text.split(" ", 2)
        found = read(entry, files[at].path)
        if found is not None:
            rest.discard(at)
            yield at, _Judged(found[0]) if key == "-" else _Judged(found[0], key, entry, int(size))


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)  # noqa: PTH202 - as the reading of files
    except (OSError, ValueError):
        return 0


def _judge(file: FileToJudge, *, keep: bool) -> _Judged:
    """Judge a file; with *keep* its outcome is written as an entry, too, where it may be."""
    from pincite.file_judging import judge_file  # noqa: PLC0415 - imports all that judging needs

    path, settings, baseline, content = file
    if file.goes_along:
        return _Judged(judge_file(path, settings, content, baseline=baseline))
    if keep and file.is_shared:
        from pincite.cache import is_kept  # noqa: PLC0415 - only where something is kept

        if is_kept(path, settings):
            judged = _judge_to_keep(file)
            if judged is not None:
                return judged
    return _Judged(judge_file(path, settings, content, with_words=file.with_words))


def _judge_to_keep(file: FileToJudge) -> _Judged | None:
    """Judge a file by the very bytes that its key is made of; None where it cannot be read."""
    from pincite.cache import content_of, key_of  # noqa: PLC0415 - as above
    from pincite.cache.entries import written  # noqa: PLC0415
    from pincite.file_judging import judge_file  # noqa: PLC0415
    from pincite.reading.watch import Watch  # noqa: PLC0415

    path, settings, words = file.path, file.settings, file.with_words
    try:
        content = content_of(path)
        key = key_of(path, settings, content, with_words=words)
    except (OSError, ValueError):
        return None
    watch = Watch(path)
    outcome = judge_file(path, settings, content, with_words=words, watch=watch)
    try:
        states = watch.states()
        same = content is not None or key_of(path, settings, with_words=words) == key
    except (OSError, ValueError):
        return _Judged(outcome)
    text = written(outcome, states) if states is not None and same else None
    if text is None:
        return _Judged(outcome)
    return _Judged(outcome, key, text, watch.size + (_size(path) if content is None else len(content)))
