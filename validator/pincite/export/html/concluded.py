"""What was concluded rather than read: a mark at each object, and the reasons in one place at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.markup import NOTHING, Markup, element, joined, own

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.export.html.desk import Desk
    from pincite.model.format import Claim, Quotation

_ID = "concluded--list"


def concluded_mark(*inferred: Mapping[str, str] | None) -> Markup:
    """Return a mark that leads to the reasons, nothing where nothing was concluded."""
    members = [member for one in inferred for member in one or {}]
    if not members:
        return NOTHING
    said = f"Concluded, not read: {', '.join(member.replace('_', ' ') for member in members)}"
    return element("a", "°", href=f"#{_ID}", class_="concluded", title=said, aria_label=said)


def conclusions(desk: Desk) -> Markup:
    """Return everything that was concluded with its reasons, closed until somebody asks; nothing where there is nothing."""
    items = [element("li", joined([called, reasons], ": ")) for called, reasons in _of_document(desk)]
    if not items:
        return NOTHING
    return element(
        "details",
        element("summary", "What was concluded, not read"),
        element("ul", joined(items)),
        id=_ID,
    )


def _of_document(desk: Desk) -> Iterator[tuple[Markup, Markup]]:
    """Yield what each object is called and what was concluded of it."""
    article = _reasons(desk.data["article"].get("inferred"))
    if article:
        yield Markup("The article"), article
    for source in desk.data.get("sources", []):
        container = source.get("container", {})
        said = joined([_reasons(source.get("inferred")), _reasons(container.get("inferred"))], "; ")
        if said:
            yield desk.link(source["id"]), said
    for quotation in desk.data.get("quotations", []):
        yield from _of_owner(quotation, desk)
    for claim in desk.data.get("claims", []):
        yield from _of_owner(claim, desk)


def _of_owner(owner: Quotation | Claim, desk: Desk) -> Iterator[tuple[Markup, Markup]]:
    said = _reasons(owner.get("inferred"))
    if said:
        yield desk.link(owner["id"]), said
    for citation in owner.get("citations", []):
        said = _reasons(citation.get("inferred"))
        if said:
            yield joined(["citation of ", desk.link(owner["id"])]), said


def _reasons(inferred: Mapping[str, str] | None) -> Markup:
    return joined(
        (
            joined([element("span", member.replace("_", " ")), " (", own(reason), ")"])
            for member, reason in (inferred or {}).items()
        ),
        "; ",
    )
