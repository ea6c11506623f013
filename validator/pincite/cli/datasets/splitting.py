"""What ``pincite dataset split`` does."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.datasets.calls import calls, shown_progress
from pincite.cli.output import CallError, show_lines
from pincite.reporters.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.choosing.links import JoinedBy
    from pincite.dataset.choosing.outcome import By, Manner, Split
    from pincite.dataset.choosing.shares import Share
    from pincite.dataset.engines import Workers

_FAR = Fraction(1, 20)
"""From how far on a share is not what somebody wanted."""
_MOST = 100
"""Parts of a split, at most."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
_SHARE = re.compile(r"[0-9]{1,20}(\.[0-9]{1,20})?|\.[0-9]{1,20}|[0-9]{1,20}/[1-9][0-9]{0,19}")


class Call(NamedTuple):
    """What a call of ``pincite dataset split`` asks for."""

    folder: str
    out: str
    parts: Sequence[str]
    by: By
    joined_by: JoinedBy
    seed: int
    workers: Workers


def split_dataset(call: Call) -> int:
    """Build the parts of a split, tell what came of it, and return the exit status; raises CallError."""
    with calls():
        from pincite.dataset.choosing.outcome import Manner  # noqa: PLC0415 - imports an extra
        from pincite.dataset.choosing.split import split  # noqa: PLC0415 - imports an extra

        manner = Manner(_shares(call.parts), call.by, call.joined_by, call.seed)
        done = split(
            Path(call.folder), Path(call.out), manner, workers=call.workers, progress=shown_progress()
        )
    show_lines(_summary(done, manner, call.out))
    return 0


def _shares(parts: Sequence[str]) -> tuple[Share, ...]:
    from pincite.dataset.choosing.shares import Share  # noqa: PLC0415 - as above

    found = []
    for one in parts:
        name, mark, share = one.partition("=")
        if not mark or not _SHARE.fullmatch(share) or not Fraction(share):
            raise CallError(f"--part {one}: a part is NAME=SHARE, such as train=0.8 or train=4/5")
        if not _NAME.fullmatch(name):
            raise CallError(
                f"--part {one}: a name has letters, digits, '-', '_' and '.', and begins with one of the first two"
            )
        found.append(Share(name, Fraction(share)))
    if not 1 < len(found) <= _MOST:
        raise CallError(
            f"a split has two parts at least and {_MOST} at most: --part train=0.8 --part test=0.2"
        )
    names = {share.part.casefold() for share in found} | {"split.json"}  # some disks know no capitals
    if len(names) <= len(found):
        raise CallError("two parts have one name, or one has that of the report, split.json")
    whole = sum(share.wanted for share in found)
    if whole != 1:
        raise CallError(f"the shares of all parts are {float(whole):g} together, not 1")
    return tuple(found)


def _summary(done: Split, manner: Manner, out: str) -> Iterator[str]:
    yield f"{out}: {counted(done.documents, 'document')} in {counted(len(done.parts), 'part')}"
    width = max(len(one.share.part) for one in done.parts)
    for one in done.parts:
        documents = one.built.documents
        share, wanted = documents / done.documents, float(one.share.wanted)
        yield (
            f"  {one.share.part:<{width}}  {counted(documents, 'document')}, {share:.1%}; wanted {wanted:.1%}, "
            f"off by {share - wanted:+.1%}"
        )
    if manner.by == "article":
        yield f"{counted(done.sources, 'source')} in more than one part"
        return
    what = "source" if manner.joined_by == "source" else "work"
    yield f"no {what} stands in two parts"
    yield (
        f"{counted(done.groups, 'group')} of documents share no {what}; the largest has {done.largest}, "
        f"{done.largest / done.documents:.1%}"
    )
    if any(abs(one.built.documents / done.documents - one.share.wanted) > _FAR for one in done.parts):
        nearer = "--joined-by work or --by article" if manner.joined_by == "source" else "--by article"
        yield f"such groups are not divided; {nearer} may come nearer to the shares"
    if manner.joined_by == "work":
        yield f"{counted(done.sources, 'source')} that hold many works in more than one part"
