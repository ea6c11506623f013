"""What ``pincite dataset stats`` does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.datasets.calls import calls, stay_outside
from pincite.cli.delivery import ready
from pincite.cli.output import show, write_bytes_whole
from pincite.reporters.safe_text import safe_json

if TYPE_CHECKING:
    from pincite.dataset.package.manifest import Manifest
    from pincite.dataset.statistics.gathering import Statistics


def show_stats(dataset: str, format_name: str, output: str | None) -> None:
    """Tell the figures of a dataset, or write them to a file; raises CallError."""
    folder = Path(dataset)
    target = None if output in {None, "-"} else output
    ready(target, ())
    stay_outside(target, dataset)
    with calls():
        from pincite.cli.datasets.stats_text import lines  # noqa: PLC0415 - imports an extra
        from pincite.dataset.package.manifest import read_manifest  # noqa: PLC0415
        from pincite.dataset.statistics.gathering import statistics_of  # noqa: PLC0415

        manifest = read_manifest(folder)
        figures = statistics_of(folder)
        if format_name == "json":
            text = _as_json(manifest, figures)
        else:
            text = "".join(f"{line}\n" for line in lines(manifest, figures))
    if target is None:
        show(text)
    else:
        write_bytes_whole(target, text.encode("utf-8", "backslashreplace"))


def _as_json(manifest: Manifest, figures: Statistics) -> str:
    data = {
        "about": manifest.about.as_json(),
        "files": len(manifest.files),
        "bytes": sum(one.bytes for one in manifest.files),
        **figures.as_json(),
    }
    return safe_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
