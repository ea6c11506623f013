"""How quotations and claims stand to each other, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.markup import NOTHING, Markup, element, joined, own
from pincite.export.html.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.export.html.desk import Desk
    from pincite.model.format import Relation

_RELATED = {
    "corroborates": ("corroborates", "corroborated by"),
    "contradicts": ("contradicts", "contradicted by"),
    "qualifies": ("qualifies", "qualified by"),
    "restates": ("restates", "restated by"),
}
_ASSERTED = {"article": "says the article", "annotator": "says the annotator"}


def relations(id_: str, desk: Desk) -> Iterator[Markup]:
    """Yield how others stand to an object, as links."""
    for relation in desk.relations.get(id_, ()):
        yield relation_line(relation, desk, id_)


def supported(id_: str, desk: Desk) -> Markup:
    """Return links to the claims that rest on an object."""
    claims = desk.rest_on.get(id_, ())
    return (
        element("p", "Evidence for ", listed([*map(desk.link, claims)]), class_="small")
        if claims
        else NOTHING
    )


def relation_line(relation: Relation, desk: Desk, of: str = "") -> Markup:
    """Return how two objects stand to each other, as seen from one of them; everything about it where it is the first."""
    forth, back = _RELATED[relation["type"]]
    if of == relation["to"] and of != relation["from"]:
        return element("p", back.capitalize(), " ", desk.link(relation["from"]), class_="relation")
    words = [forth.capitalize() if of else forth, " ", desk.link(relation["to"])]
    if not of:
        words = [desk.link(relation["from"]), " ", *words]
    asserted = relation.get("asserted_by", "")
    said = element("span", f", {_ASSERTED[asserted]}") if asserted else NOTHING
    more = joined([own(relation.get("independence", "")), own(relation.get("note", ""))], "; ")
    return element(
        "p", joined([joined([*words, said]), more], ": "), class_="relation", data_relation=relation["type"]
    )
