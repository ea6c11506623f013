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
        if not mark or not _SHARE.fullmatch(share) or not 0 < Fraction(share) <= 1:
            raise CallError(
                f"--part {one}: a part is NAME=SHARE, such as train=0.8 or train=4/5; all shares must be 1 together"
            )
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
        raise CallError(f"all shares must be 1 together, and these are {float(whole):g} together")
    return tuple(found)


def _summary(done: Split, manner: Manner, out: str) -> Iterator[str]:
    yield f"{out}: {counted(done.documents, 'document')} in {counted(len(done.parts), 'part')}"
    width = max(len(one.share.part) for one in done.parts)
    for one in done.parts:
        documents, wanted = one.built.documents, one.share.wanted
        yield (
            f"  {one.share.part:<{width}}  {counted(documents, 'document')}, {_percent(Fraction(documents, done.documents))}; "
            f"wanted {_percent(wanted)}{_off(Fraction(documents, done.documents) - wanted)}"
        )
    if manner.by == "article":
        yield f"{counted(done.sources, 'source')} in more than one part"
        return
    what = "source" if manner.joined_by == "source" else "work"
    yield f"no {what} stands in two parts"
    yield (
        f"{counted(done.groups, 'group')} of documents share no {what}; the largest has {done.largest}, "
        f"{_percent(Fraction(done.largest, done.documents))}"
    )
    if any(abs(one.built.documents / done.documents - one.share.wanted) > _FAR for one in done.parts):
        nearer = "--joined-by work or --by article" if manner.joined_by == "source" else "--by article"
        yield f"such groups are not divided; {nearer} may come nearer to the shares"
    if manner.joined_by == "work":
        yield f"{counted(done.sources, 'source')} that hold many works in more than one part"


def _percent(share: Fraction) -> str:
    from pincite.dataset.describing.figures import percent  # noqa: PLC0415 - as above

    return percent(share.numerator, share.denominator)


def _off(by: Fraction) -> str:
    """Return how far a share is from what somebody wanted, empty where it is not."""
    return f", {_percent(abs(by))} {'more' if by > 0 else 'less'}" if by else ""
