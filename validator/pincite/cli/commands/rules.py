"""``pincite rules``: the list of all rules."""

from __future__ import annotations

from pincite.cli.output import show


def rules() -> None:
    """List all rules."""
    from pincite.reporters.columns import wrapped  # noqa: PLC0415
    from pincite.reporters.page_text import WIDTH  # noqa: PLC0415
    from pincite.rules.catalogue import catalogue  # noqa: PLC0415

    for one in catalogue():
        rule = one.rule
        only = "" if one.default else "  (only where selected)"
        lines = [f"{rule.code}  {rule.severity:7}  {rule.name}{only}", *wrapped(rule.summary, WIDTH, " " * 8)]
        show("".join(f"{line}\n" for line in lines))
