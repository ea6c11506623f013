"""A sample: those documents whose ids draw the lowest numbers.

So each document is as likely as any other, whatever the order, and a document that comes to the dataset later takes at most
one other's place.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pincite.dataset.building.build import build
from pincite.dataset.choosing.chance import draw
from pincite.dataset.deriving.inputs import opened, stay_apart
from pincite.dataset.deriving.origins import about_part, made_with
from pincite.dataset.deriving.plan import plan_of
from pincite.dataset.engines import ALONE
from pincite.dataset.sorting.runs import fields
from pincite.dataset.sorting.sorter import Sorter
from pincite.reporters.counted import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pincite.dataset.about import About
    from pincite.dataset.building.build import Built
    from pincite.dataset.engines import Workers


def sample(
    folder: Path,
    out: Path,
    about: About,
    *,
    number: int,
    seed: int = 0,
    workers: Workers = ALONE,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Build a dataset of a number of another's documents, of all where it has no more; they stay in their order.

    Raises as ``merge``.
    """
    whole = opened(folder)
    stay_apart(out, [whole])
    whole.need_all()
    whole.need_tables("articles")
    with TemporaryDirectory(prefix="pincite-") as scratch:
        ids = (str(name) for (name,) in whole.rows("articles", "id"))
        only = drawn(ids, number, str(seed), Path(scratch) / "draws")
    size = len(only)
    what = f"A sample of {counted(min(number, size), 'document')} of {size}"
    told = made_with([whole], "sample", {"number": number, "seed": seed, "of": size})
    return build(
        plan_of([whole], about_part(whole, about, "sample", what), told, only), out, workers, progress
    )


def drawn(ids: Iterable[str], number: int, seed: str, scratch: Path) -> bytes:
    """Return a byte for each id, in their order: 1 for a *number* of them, 0 for the others."""
    draws = Sorter(scratch)
    size = 0
    for name in ids:
        draws.add(f"{draw(seed, name)}\t{size}".encode())
        size += 1
    only = bytearray(size)
    for _, document in islice(fields(draws), number):
        only[int(document)] = 1
    return bytes(only)
