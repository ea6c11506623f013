"""What ``pincite dataset build`` does."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.cli.datasets.calls import calls, shown_progress
from pincite.cli.datasets.outcome import Judged, stopping, summary, tell_left_out
from pincite.cli.output import CallError, show_lines, tell
from pincite.reading.opening import STDIN
from pincite.reporters.safe_text import safe
from pincite.settings.walking import pincite_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.dataset.building.build import Plan
    from pincite.dataset.engines import Workers
    from pincite.model.json_value import Json
    from pincite.model.rule import Severity
    from pincite.settings.in_force import InForce
    from pincite.settings.run import Settings


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
        judged = Judged(plan.judging.leave_out, plan.verify, str(root))
        with stopping(Path(call.out)):
            built = build(plan, Path(call.out), call.workers, shown_progress())
        tell_left_out(Path(call.out), judged)
        show_lines(summary(built, call.out, judged))
    return 1 if built.left_out or built.lost else 0


def _plan(call: Call, settings: Settings, root: Path, paths: tuple[str, ...]) -> Plan:
    """Return what is to be built: by the options of the call, and where they say nothing by the configuration of the folder."""
    from pincite.dataset.about import About  # noqa: PLC0415 - as above
    from pincite.dataset.building.build import Plan  # noqa: PLC0415
    from pincite.dataset.job import Judging  # noqa: PLC0415
    from pincite.dataset.policy import Policy  # noqa: PLC0415

    found, _ = settings.found(str(root / "x"))
    _tell_configuration(call.paths, settings, found)
    values = dict(found.dataset) if found is not None else {}
    values.update({name: value for name, value in call.options.items() if value is not None})
    need_sound(call.options)
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


def need_sound(options: Mapping[str, object]) -> None:
    """Raise CallError where the licence, the address, the DOI or the day of a dataset has not the form of one."""
    from pincite.settings.about_dataset import first_fault  # noqa: PLC0415 - only where something is said

    fault = first_fault(options)
    if fault is not None:
        raise CallError(f"--{fault[0]} {fault[1]}")


def _tell_configuration(named: tuple[str, ...], settings: Settings, found: InForce | None) -> None:
    """Say, where the folders have different configurations, which one says what the dataset is called, if any does."""
    others = {settings.found(os.path.join(one, "x"))[0] for one in _folders(named)} - {found}  # noqa: PTH118 - as in lookup
    if not any(one.dataset for one in others if one is not None):
        return
    if found is not None and found.dataset:
        which = f"what the dataset is called stands in {os.path.relpath(found.path)}"
    else:
        which = "none says what the dataset is called; --config names the one that does"
    tell(safe(f"the folders have different configurations; {which}"))


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
    root = Path(os.path.commonpath([os.path.abspath(one) for one in _folders(named)]))  # noqa: PTH100 - as in lookup
    return root, tuple(Path(os.path.relpath(path, root)).as_posix() for path in files)


def _folders(named: tuple[str, ...]) -> list[str]:
    """Return the folders that are named, and those of the files that are."""
    return [path if os.path.isdir(path) else os.path.dirname(path) or "." for path in named]  # noqa: PTH112, PTH120 - as in lookup


def _is_or_holds(folder: Path, path: str) -> bool:
    place, searched = folder.resolve(), Path(path).resolve()
    return place == searched or place in searched.parents


def _inside(path: str, folder: Path) -> bool:
    return folder.absolute() in Path(path).absolute().parents
