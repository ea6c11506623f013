"""``pincite init``: a project begins with a configuration, a hook and a first document."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion


def init(  # noqa: PLR0917 - typer's form: one parameter for each option
    folder: Annotated[
        str,
        typer.Argument(
            help="The project's folder; it is made where there is none.", autocompletion=completion.folders
        ),
    ] = ".",
    yes: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("-y", "--yes", help="Ask nothing; write what is usual.")
    ] = False,
    config: Annotated[
        bool | None,
        typer.Option(
            "--config/--no-config",
            help="A configuration, pincite.toml; by default where none counts there yet.",
            show_default=False,
        ),
    ] = None,
    hook: Annotated[
        bool | None,
        typer.Option(
            "--hook/--no-hook",
            help="An entry in .pre-commit-config.yaml; by default in a git repository.",
            show_default=False,
        ),
    ] = None,
    document: Annotated[
        bool | None,
        typer.Option(
            "--document/--no-document",
            help="A first document with an invented article, example.pincite.yaml; by default.",
            show_default=False,
        ),
    ] = None,
    schema: Annotated[
        bool | None,
        typer.Option(
            "--schema/--no-schema",
            help="A copy of the schema for editors, pincite.schema.json; by default with --vscode.",
            show_default=False,
        ),
    ] = None,
    vscode: Annotated[
        bool | None,
        typer.Option(
            "--vscode/--no-vscode",
            help="Settings by which VS Code reads the schema, and the schema.",
            show_default=False,
        ),
    ] = None,
    github_actions: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--github-actions", help="A workflow that checks each push; it needs an address."),
    ] = False,
    repository: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="The address of Pincite's repository, from which the hook and the workflow install this version; "
            "by default the one it was installed from, else the hook runs what is installed.",
        ),
    ] = None,
) -> None:
    """Begin a project: a configuration, a hook for pre-commit, and a first document.

    At a terminal it asks what to write; elsewhere, and with --yes, it writes what is usual. Files that are there stay as
    they are; only the hook is added to a configuration of pre-commit that is there.
    """
    from pincite.cli.starting.project import init as begin  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.cli.starting.wanted import Wanted  # noqa: PLC0415 - as above

    begin(folder, Wanted(config, hook, document, schema, vscode, github_actions, repository), ask=not yes)
