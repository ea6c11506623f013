"""The folder of a split: its parts, and the report that tells how they were made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.dataset.building.site import SiteError, folder_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pincite.dataset.choosing.outcome import Manner, Split
    from pincite.dataset.choosing.shares import Share
    from pincite.dataset.deriving.inputs import Input

REPORT = "split.json"
"""The file of the report; written last, so that a folder without it is no whole split."""
FORM = "1.0"
"""The version of the report."""


def stay_alone(out: Path, shares: Sequence[Share]) -> None:
    """Raise SiteError where the folder of a split has something that is none of its parts: it would be taken for one."""
    if not out.parent.is_dir():
        raise SiteError(f"there is no folder {out.parent}")
    if not out.exists() and not out.is_symlink():
        return
    if out.is_symlink() or not out.is_dir():
        raise SiteError(f"{out} is there already, and is no folder")
    parts = [share.part for share in shares]
    known = {REPORT, *parts, *(folder_of(out / part).name for part in parts)}
    others = sorted(one.name for one in out.iterdir() if one.name not in known)
    if others:
        raise SiteError(f"{out} has {others[0]}, which is no part of this split; name a new folder")


def report(whole: Input, manner: Manner, done: Split) -> str:
    """Return what there is to tell of a split, as JSON."""
    parts = [
        {
            "name": one.share.part,
            "wanted_share": float(one.share.wanted),
            "documents": one.built.documents,
            "share": round(one.built.documents / done.documents, 6),
            "counts": one.built.counts,
            "manifest_sha256": one.manifest,
        }
        for one in done.parts
    ]
    told = {
        "pincite_split": FORM,
        "from": whole.reference(),
        "by": manner.by,
        "joined_by": manner.joined_by if manner.by == "source" else None,
        "seed": manner.seed,
        "documents": done.documents,
        "groups": done.groups,
        "largest_group": done.largest,
        "parts": parts,
        "sources_in_several_parts": done.sources,
        "works_in_several_parts": done.works,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
