"""``pincite explain``: what a finding means."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.output import CallError, show


def explain(
    code: Annotated[
        str, typer.Argument(help="A finding's code or name, such as PIN101.", show_default=False)
    ],
) -> None:
    """Tell what a finding means and what would be right."""
    from pincite.reporters.page_text import page_text  # noqa: PLC0415
    from pincite.rules.catalogue import documented, nearest  # noqa: PLC0415

    found = documented(code)
    if found is None:
        near = nearest(code)
        meant = f"; did you mean {near.code} ({near.name})?" if near else ";"
        raise CallError(f"no rule is called '{code}'{meant} pincite rules lists them all")
    show(page_text(found.page()))
