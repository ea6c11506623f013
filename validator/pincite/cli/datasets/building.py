"""What ``pincite dataset build`` does."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.cli.datasets.calls import calls, shown_progress
from pincite.cli.output import CallError, show_lines, tell
from pincite.reading.opening import STDIN
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe
from pincite.settings.walking import pincite_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.dataset.building.build import Built, Plan
    from pincite.dataset.engines import Workers
    from pincite.model.json_value import Json
    from pincite.model.rule import Severity
    from pincite.settings.run import Settings

_SHOWN = 20
"""Findings that keep documents out which are told one by one."""


class Call(NamedTuple):
    """A call of ``pincite dataset build``; ``options`` are those of the table ``dataset`` of a configuration, None where not given."""

    paths: tuple[str, ...]
    out: str
    options: Mapping[str, Json]
    check: bool
    config: str | None
    isolated: bool
    workers: Workers


def build_dataset(call: Call, settings: Settings) -> int:
    """Build a dataset, tell what came of it, and return the exit status; raises CallError."""
    with calls():
        from pincite.dataset.building.build import build  # noqa: PLC0415 - imports an extra

        root, paths = _inputs(call.paths, settings, Path(call.out))
        plan = _plan(call, settings, root, paths)
        built = build(plan, Path(call.out), call.workers, shown_progress())
    tell_left_out(Path(call.out))
    show_lines(summary(built, call.out))
    return 1 if built.left_out or built.lost else 0


def _plan(call: Call, settings: Settings, root: Path, paths: tuple[str, ...]) -> Plan:
    """Return what is to be built: by the options of the call, and where they say nothing by the configuration of the folder."""
    from pincite.dataset.about import About  # noqa: PLC0415 - as above
    from pincite.dataset.building.build import Plan  # noqa: PLC0415
    from pincite.dataset.job import Judging  # noqa: PLC0415
    from pincite.dataset.policy import Policy  # noqa: PLC0415
    from pincite.settings.validation import is_day  # noqa: PLC0415

    found, _ = settings.found(str(root / "x"))
    values = dict(found.dataset) if found is not None else {}
    values.update({name: value for name, value in call.options.items() if value is not None})
    date = values.get("date")
    if isinstance(date, str) and date and not is_day(date):
        raise CallError(f"--date: '{date}' is no day, such as 2026-05-03")
    leave_out = values.get("leave-out", "error")
    judging = Judging(
        call.check,
        None if leave_out == "never" else cast("Severity", leave_out),
        call.config,
        call.isolated,
        settings.chosen,
        settings.ignored,
    )
    policy = Policy(**{name: values[name] for name in Policy._fields if name in values})  # type: ignore[arg-type]  # as the schema has them
    return Plan(root, paths, policy, judging, values.get("verify") is True, About.of(values))


def _inputs(named: tuple[str, ...], settings: Settings, out: Path) -> tuple[Path, tuple[str, ...]]:
    """Return the folder that all paths count from, and the files; raises CallError where there are none."""
    if STDIN in named:
        raise CallError("a dataset is built of files: standard input cannot be read twice")
    for path in named:
        if not os.path.lexists(path):
            raise CallError(f"there is no file or folder {path}")
        if _is_or_holds(out, path):
            raise CallError(
                f"--out: '{out}' is {path}, which is searched, or holds it; name a folder elsewhere, or a new one in it"
            )
    files = [path for path in pincite_files(named, settings) if not _inside(path, out)]
    if not files:
        raise CallError(
            f"no Pincite files in {', '.join(named)} (NAME.pincite.yaml, .yml, .json, .jsonl, annotated NAME.md)"
        )
    folders = [path if os.path.isdir(path) else os.path.dirname(path) or "." for path in named]  # noqa: PTH112, PTH120 - as in lookup
    root = Path(os.path.commonpath([os.path.abspath(one) for one in folders]))  # noqa: PTH100
    return root, tuple(Path(os.path.relpath(path, root)).as_posix() for path in files)


def _is_or_holds(folder: Path, path: str) -> bool:
    place, searched = folder.resolve(), Path(path).resolve()
    return place == searched or place in searched.parents


def _inside(path: str, folder: Path) -> bool:
    return folder.absolute() in Path(path).absolute().parents


def summary(built: Built, out: str) -> Iterator[str]:
    """Yield lines on what came of a build."""
    counts = built.counts
    if built.resumed:
        yield "went on from a run that was stopped"
    yield (
        f"{out}: {counted(counts['articles'], 'article')}, {counted(counts['quotations'], 'quotation')}, "
        f"{counted(counts['citations'], 'citation')}, {counted(counts['sources'], 'source')}, {counted(counts['claims'], 'claim')}, "
        f"{counted(counts['images'], 'image')}"
    )
    if built.left_out:
        yield f"{counted(built.left_out, 'document')} left out for errors; findings.jsonl tells all of them"
    if built.repeated:
        yield f"{counted(built.repeated, 'document')} left out for an id that another one has"


def tell_left_out(out: Path) -> None:
    """Tell the first of the errors that keep documents out."""
    from pincite.dataset.package.layout import FINDINGS  # noqa: PLC0415 - as above

    left = 0
    with (out / FINDINGS).open("rb") as stream:
        for line in stream:
            one = json.loads(line)
            if one["severity"] != "error":
                continue
            left += 1
            if left <= _SHOWN:
                tell(
                    safe(
                        f"{one['path']}:{one['line'] or 1}:{one['column'] or 1}: {one['code']} {one['message']}"
                    )
                )
    if left > _SHOWN:
        tell(f"… and {counted(left - _SHOWN, 'error')} more in {out / FINDINGS}")
