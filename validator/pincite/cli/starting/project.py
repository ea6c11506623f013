"""``pincite init``: a project begins, and is told what it has and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli.output import show
from pincite.cli.starting.new_files import as_argument
from pincite.cli.starting.place import place_at
from pincite.cli.starting.steps import steps
from pincite.cli.starting.wanted import EXAMPLE, settled
from pincite.reporters.safe_text import safe
from pincite.settings import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.cli.starting.place import Place
    from pincite.cli.starting.step import Step
    from pincite.cli.starting.wanted import Wanted

_HOOK = ".pre-commit-config.yaml"


def init(folder: str, wanted: Wanted, *, ask: bool) -> None:
    """Write what is wanted into a folder, asking a person at the terminal if *ask*; raises CallError.

    All is decided before anything is written, and each file is told when it is written.
    """
    place = place_at(folder)
    planned = list(steps(place, settled(wanted, place, ask=ask)))
    for step in planned:
        if step.act is not None:
            step.act()
        show(f"{step.verb} {safe(shown_path(str(step.path)))}: {safe(step.why)}\n")
        show("".join(f"  {line}\n" for line in step.advice))
    show("next:\n" + "".join(f"  {line}\n" for line in _next(place, planned)))


def _next(place: Place, planned: Sequence[Step]) -> Iterator[str]:
    """Yield the commands that lead on, each with what it does behind a #."""
    names = {step.path.name: step for step in planned}
    if EXAMPLE in names:
        yield f"pincite check {as_argument(str(place.folder / EXAMPLE))}"
    yield "pincite new ARTICLE  # begins a document that you annotate by hand"
    yield "pincite convert ARTICLE -o NAME.pincite.yaml  # reads printed citations by itself"
    hook = names.get(_HOOK)
    if hook is not None and hook.verb != "left":
        yield "pre-commit install  # once for each clone; pip install pre-commit, where it is not there"
