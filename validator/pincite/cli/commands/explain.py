"""``pincite explain``: what a finding means."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.output import CallError, show

_RULES = {
    "ambiguous": "quotation-unplaced",
    **{name: f"quotation-{name}" for name in ("near", "misattributed", "altered", "absent", "unchecked")},
}
"""The rule that tells of each verdict that is not faithful."""


def explain(
    code: Annotated[
        str,
        typer.Argument(
            help="A finding's code or name, such as PIN101, or a verdict.",
            show_default=False,
            autocompletion=completion.codes,
        ),
    ],
) -> None:
    """Tell what a finding means and what would be right."""
    from pincite.model.verdicts import OF_NAME  # noqa: PLC0415
    from pincite.reporters.page_text import page_text  # noqa: PLC0415
    from pincite.rules.catalogue import documented, nearest  # noqa: PLC0415

    found = documented(code)
    verdict = OF_NAME.get(code.lower())  # type: ignore[call-overload] # any word may be asked for
    if found is None and verdict is not None:
        found = documented(_RULES.get(verdict.name, ""))
        says = verdict.words.format("the copy")
        show(f"{verdict.name}: a verdict of pincite verify: {says}.\n" + ("\n" if found else ""))
        if found is None:
            return
    if found is None:
        near = nearest(code)
        meant = f"; did you mean {near.code} ({near.name})?" if near else ";"
        raise CallError(f"no rule is called '{code}'{meant} pincite rules lists them all")
    show(page_text(found.page()))
