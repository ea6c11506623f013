"""A split: each document goes to one part, and documents that share a source to the same one."""

from __future__ import annotations

import shutil
from array import array
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pincite.dataset.about import About
from pincite.dataset.building.build import build
from pincite.dataset.choosing.chance import draw
from pincite.dataset.choosing.components import Components
from pincite.dataset.choosing.folder import REPORT, report, stay_alone
from pincite.dataset.choosing.links import TABLES, shared
from pincite.dataset.choosing.outcome import PartMade, Split
from pincite.dataset.choosing.shares import dealt
from pincite.dataset.choosing.sides import both_sides
from pincite.dataset.deriving.inputs import opened, stay_apart
from pincite.dataset.deriving.origins import about_part, made_with
from pincite.dataset.deriving.plan import plan_of
from pincite.dataset.engines import ALONE
from pincite.dataset.package.manifest import NoDatasetError
from pincite.reporters.counted import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pincite.dataset.building.build import Plan
    from pincite.dataset.choosing.outcome import Manner
    from pincite.dataset.deriving.inputs import Input
    from pincite.dataset.engines import Workers


class SplitError(Exception):
    """A dataset cannot be split so; the text says why, and what would help."""


def split(
    folder: Path,
    out: Path,
    manner: Manner,
    *,
    workers: Workers = ALONE,
    progress: Callable[[int, int], None] | None = None,
) -> Split:
    """Build a dataset for each part in a folder, and a report.

    Raises SplitError where a part would be empty, otherwise as ``merge``, before anything is written.
    """
    whole = opened(folder)
    stay_apart(out, [whole])
    whole.need_all()
    whole.need_tables(*TABLES)
    stay_alone(out, manner.shares)
    with TemporaryDirectory(prefix="pincite-") as scratch:
        dealing = _Dealing(whole, manner, Path(scratch))
        dealing.check()
        with _undone(out, [share.part for share in manner.shares]):
            made = []
            for number, share in enumerate(manner.shares):
                built = build(dealing.plan(number), out / share.part, workers, progress)
                made.append(PartMade(share, built, opened(out / share.part).digest))
        sides = both_sides([opened(out / share.part) for share in manner.shares], Path(scratch) / "sides")
    done = Split(dealing.documents, dealing.groups, dealing.largest, tuple(made), *sides)
    if manner.by == "source" and (sides.sources if manner.joined_by == "source" else sides.works):
        raise SplitError(
            f"a source stands in two parts of {out}: a fault in pincite itself; please report it"
        )
    (out / REPORT).write_text(report(whole, manner, done), encoding="utf-8", newline="\n")
    return done


@contextmanager
def _undone(out: Path, parts: Sequence[str]) -> Iterator[None]:
    """Make the folder of a split; where a document turns out not to be one, leave nothing that was not there before."""
    before = {path for path in (out, *(out / part for part in parts)) if path.exists()}
    out.mkdir(exist_ok=True)
    (out / REPORT).unlink(missing_ok=True)
    try:
        yield
    except NoDatasetError:
        for path in (out, *(out / part for part in parts)):
            if path not in before:
                shutil.rmtree(path, ignore_errors=True)
        raise


class _Dealing:
    """Which document of a dataset goes to which part."""

    def __init__(self, whole: Input, manner: Manner, scratch: Path) -> None:
        self._whole = whole
        self._manner = manner
        seed = str(manner.seed)
        ids = (str(name) for (name,) in whole.rows("articles", "id"))
        draws = array("Q", (int(draw(seed, name)[:16], 16) for name in ids))
        components = Components(len(draws))
        if manner.by == "source":
            for _, documents in shared(whole, manner.joined_by, scratch / "links"):
                components.join(documents)
        self.documents = len(draws)
        self.groups = self.largest = 0
        for _, size in components.all():
            self.groups += 1
            self.largest = max(self.largest, size)
        self._parts = bytes(dealt(components, draws, manner.shares, scratch / "order"))

    def check(self) -> None:
        """Raise SplitError where a part would be empty."""
        for number, share in enumerate(self._manner.shares):
            if self._parts.count(number):
                continue
            message = f"the part {share.part} would be empty: {counted(self.documents, 'document')}"
            if self.groups < self.documents:
                message += (
                    f" in {counted(self.groups, 'group')} that share no source, the largest of {self.largest}"
                )
                message += (
                    "; try --joined-by work" if self._manner.joined_by == "source" else "; try --by article"
                )
            raise SplitError(message)

    def plan(self, number: int) -> Plan:
        """Return the plan for a part."""
        share = self._manner.shares[number]
        only = bytes(one == number for one in self._parts)
        size = sum(only)
        what = f"The part {share.part} of a split: {counted(size, 'document')} of {self.documents}"
        about = about_part(self._whole, About(), share.part, what)
        told = {
            "part": share.part,
            "share": float(share.wanted),
            "by": self._manner.by,
            "joined_by": self._manner.joined_by if self._manner.by == "source" else None,
            "seed": self._manner.seed,
            "of": self.documents,
        }
        return plan_of([self._whole], about, made_with([self._whole], "split", told), only)
