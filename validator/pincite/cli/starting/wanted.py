"""What a call of ``pincite init`` is to write: from its options, the answers of a person, or as usual."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pincite.cli.output import CallError
from pincite.cli.starting.hook_entry import checked, installed_from
from pincite.cli.starting.new_files import is_there
from pincite.cli.starting.questions import answered, can_ask, confirmed

if TYPE_CHECKING:
    from pincite.cli.starting.place import Place

EXAMPLE = "example.pincite.yaml"
"""What the first document is called."""


@dataclass(frozen=True)
class Wanted:
    """Which files are to be written; None is for what neither an option nor an answer has decided.

    ``repository`` is the address that pre-commit and workflows get Pincite from, None for the one that is installed.
    """

    config: bool | None = None
    hook: bool | None = None
    document: bool | None = None
    schema: bool | None = None
    vscode: bool | None = None
    workflow: bool = False
    repository: str | None = None


def settled(wanted: Wanted, place: Place, *, ask: bool) -> Wanted:
    """Return what is to be written, with everything decided; raises CallError where options do not go together."""
    if wanted.repository is not None:
        checked(wanted.repository)
    wanted = _asked(wanted, place) if ask and can_ask() else wanted
    wanted = replace(
        wanted,
        # a configuration farther up counts here already, and a second one would hide it
        config=place.config is None if wanted.config is None else wanted.config,
        hook=place.repository is not None if wanted.hook is None else wanted.hook,
        document=wanted.document is not False,
        schema=bool(wanted.schema or wanted.vscode),
        vscode=bool(wanted.vscode),
        repository=wanted.repository or installed_from(),
    )
    if wanted.workflow and "://" not in (wanted.repository or ""):
        raise CallError(
            "--github-actions needs the web address of Pincite's repository: "
            "--repository https://example.org/pincite.git, for example"
        )
    return wanted


def _asked(wanted: Wanted, place: Place) -> Wanted:
    """Return what a person wants of what no option decides and is not there already."""
    if wanted.config is None and place.config is None:
        wanted = replace(wanted, config=confirmed("Write a configuration, pincite.toml?", by_default=True))
    if wanted.hook is None:
        question = f"Have pre-commit check the documents of each commit ({place.hook_file})?"
        wanted = replace(wanted, hook=confirmed(question, by_default=place.repository is not None))
    if wanted.hook and wanted.repository is None:
        question = (
            "Address of Pincite's repository, for pre-commit to install it (empty: take the installed one)?"
        )
        address = answered(question, installed_from() or "")
        wanted = replace(wanted, repository=checked(address) if address else None)
    if wanted.document is None and not is_there(place.folder / EXAMPLE):
        question = f"Write a first document with an invented article, {EXAMPLE}?"
        wanted = replace(wanted, document=confirmed(question, by_default=True))
    if wanted.vscode is None and wanted.schema is None:
        question = "Write the schema and settings for VS Code?"
        wanted = replace(wanted, vscode=confirmed(question, by_default=False))
    return wanted
