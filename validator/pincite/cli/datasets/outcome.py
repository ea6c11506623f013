"""What came of a build, as people are told: what is in the dataset, and what is not in it and why."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.output import tell
from pincite.model.rule import SEVERITIES
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pincite.dataset.building.build import Built
    from pincite.model.json_value import JsonObject
    from pincite.model.rule import Severity

_SHOWN = 20
"""Findings that keep documents out which are told one by one."""
_BATCH = 65_536
"""Rows that are read together."""


class Judged(NamedTuple):
    """How the documents of a build were judged.

    They were left out from a severity on (None for never), and held against their sources. Paths of findings count from *root*,
    as it is named to the user.
    """

    leave_out: Severity | None = None
    verified: bool = False
    root: str = ""


@contextmanager
def stopping(out: Path) -> Iterator[None]:
    """Say, where somebody stops a build, how it goes on."""
    try:
        yield
    except KeyboardInterrupt:
        from pincite.dataset.building.site import folder_of  # noqa: PLC0415 - only where it is asked for

        left = folder_of(out.absolute())
        if left.is_dir():
            told = f"stopped; the same command goes on from here; to give it up, remove {_shown(str(left))}"
        else:
            told = "stopped; nothing was done yet that the same command could use"
        tell(safe(f"pincite: {told}"))
        raise


def summary(built: Built, out: str, judged: Judged) -> Iterator[str]:
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
        yield (
            f"{counted(built.left_out, 'document')} left out for {_SEVERITIES[judged.leave_out]}; "
            "findings.jsonl tells all of them"
        )
    yield from _repeated(built)
    found = [
        counted(number, severity)
        for number, severity in ((built.errors, "error"), (built.warnings, "warning"))
        if number
    ]
    if found:
        yield f"{' and '.join(found)} in documents that are in"
    if judged.verified:
        yield _verdicts(out)
    held_back = [f"the texts of {counted(built.texts, 'article')}"] if built.texts else []
    held_back += [counted(built.pictures, "picture")] if built.pictures else []
    if held_back:
        yield f"not passed on: {' and '.join(held_back)}; README.md says which may be"
    if built.near:
        yield f"{counted(built.near, 'pair')} of sources may be one; findings.jsonl names them (PIN913)"


_SEVERITIES: dict[Severity | None, str] = {
    None: "faults of structure",
    "error": "errors",
    "warning": "errors and warnings",
}


def _repeated(built: Built) -> Iterator[str]:
    equal = built.repeated - built.lost
    if equal:
        yield f"{counted(equal, 'document')} left out that {'is' if equal == 1 else 'are'} in already, word for word"
    if built.lost:
        yield (
            f"{counted(built.lost, 'document')} left out for an id that another one has, which says something else (PIN911)"
        )


def _verdicts(out: str) -> str:
    from pincite.dataset.opened.table_files import TableFile  # noqa: PLC0415 - imports an extra
    from pincite.model.verdicts import FAITHFUL  # noqa: PLC0415 - as above

    there, numbers = 0, dict[str, int]()
    for batch in TableFile(Path(out), "quotations").batches(["verdict"], _BATCH):
        for verdict in batch.column(0).drop_null().to_pylist():
            if verdict in FAITHFUL:
                there += 1
            else:
                name = str(verdict).replace("_", " ")
                numbers[name] = numbers.get(name, 0) + 1
    held = there + sum(numbers.values())
    if not held:
        return "no quotation could be held against its source"
    others = sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
    parts = [
        f"{there} {'stands' if there == 1 else 'stand'} there",
        *(f"{number} {name}" for name, number in others),
    ]
    return f"{counted(held, 'quotation')} held against {'its source' if held == 1 else 'their sources'}: {', '.join(parts)}"


def tell_left_out(out: Path, judged: Judged) -> None:
    """Tell the first of the findings that keep documents out, with the paths of their files as the user would open them."""
    from pincite.dataset.package.layout import FINDINGS  # noqa: PLC0415 - imports an extra

    severities = SEVERITIES[SEVERITIES.index(judged.leave_out or "error") :]
    left = 0
    with (out / FINDINGS).open("rb") as stream:
        for line in stream:
            one = json.loads(line)
            if not _keeps_out(one, severities, judged):
                continue
            left += 1
            if left <= _SHOWN:
                place = f"{_shown(os.path.join(judged.root, str(one['path'])))}:{one['line'] or 1}:{one['column'] or 1}"  # noqa: PTH118 - as lookup
                tell(safe(f"{place}: {one['code']} {one['message']}"))
    if left > _SHOWN:
        tell(f"… and {counted(left - _SHOWN, 'finding')} more in {out / FINDINGS}")


def _keeps_out(finding: JsonObject, severities: Collection[str], judged: Judged) -> bool:
    """Return whether a finding is of those that keep documents out: where none is left out for findings, faults of structure do."""
    code = str(finding["code"])
    return finding["severity"] in severities and (
        judged.leave_out is not None or code.startswith(_STRUCTURE) or code == _REPEATED
    )


_STRUCTURE = "PIN0"
"""How the codes begin of what reading and structure find."""
_REPEATED = "PIN911"


def _shown(path: str) -> str:
    """Return a path as somebody would write it who works here: from the working folder on where it lies in that."""
    relative = os.path.relpath(path)
    return os.path.normpath(path) if relative.startswith(os.pardir) else relative
