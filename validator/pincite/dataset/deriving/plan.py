"""How a dataset is built of the documents of others: as they are, and judged by the schema alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.dataset.building.build import Plan
from pincite.dataset.job import Judging
from pincite.dataset.policy import WHOLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.dataset.about import About
    from pincite.dataset.deriving.inputs import Input

_JUDGING = Judging(rules=False, leave_out=None, isolated=True)
"""Documents of a dataset were judged when they went in there."""


def plan_of(
    inputs: Sequence[Input], about: About, made_with: Mapping[str, object], only: bytes | None = None
) -> Plan:
    """Return the plan for a dataset of all documents of others, in their order, or of *only* some lines of one.

    Documents may name files of their own dataset alone.
    """
    root = Path(os.path.commonpath([one.folder.absolute() for one in inputs]))
    paths = tuple(Path(os.path.relpath(one.documents.absolute(), root)).as_posix() for one in inputs)
    # all that the inputs hold goes in; what their own policies kept out is not there, and cannot come back
    return Plan(root, paths, WHOLE, _JUDGING, about=about, only=only, alone=True, made_with=dict(made_with))
