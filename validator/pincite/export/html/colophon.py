"""The colophon of a page: under which terms the text stands there, and who annotated it when and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.concluded import conclusions
from pincite.export.html.markup import NOTHING, Markup, element, joined, license_link, link, own
from pincite.export.html.wording import date, name

if TYPE_CHECKING:
    from pincite.export.html.desk import Desk
    from pincite.model.format import Annotation

_METHODS = {
    "manual": "by hand",
    "converted": "by a program",
    "mixed": "by a program and by hand",
}
_REDISTRIBUTION = {
    "full": "The whole text may be passed on",
    "excerpts": "Excerpts of the text may be passed on",
    "none": "The text may not be passed on",
}


def colophon(desk: Desk) -> Markup:
    """Return the footer of the page, where there is anything to say."""
    data, english = desk.data, desk.english
    article, annotation = data["article"], data.get("annotation", {})
    reasons = conclusions(desk)
    allowed = article.get("redistribution", "")
    lines = [
        joined(["Text: ", license_link(article["license"])]) if "license" in article else "",
        element("span", _REDISTRIBUTION.get(allowed, allowed), data_redistribution=allowed)
        if allowed
        else "",
        _made(annotation),
        joined(["Annotation: ", license_link(annotation["license"])]) if "license" in annotation else "",
        joined(["Annotation of version ", own(data["version"])]) if "version" in data else "",
        joined(["Identifier: ", link(data["id"])]) if "id" in data else "",
    ]
    if not any(lines) and not reasons:
        return NOTHING
    return element(
        "footer",
        element("h2", "About this page"),
        joined(element("p", joined([one, "."])) for one in lines if one),
        reasons,
        lang=english,
        dir="ltr" if english else None,
    )


def _made(annotation: Annotation) -> Markup:
    """Return how the annotation was made."""
    tool = annotation.get("tool", {})
    method = annotation.get("method", "")
    parts = [
        joined([" by ", name(annotation["by"])]) if "by" in annotation else "",
        joined([" on ", date(annotation["on"])]) if "on" in annotation else "",
        joined([" ", element("span", f"({_METHODS.get(method, method)})", data_method=method)])
        if method
        else "",
        joined(
            [
                ", with ",
                own(tool.get("name", "")),
                " " if "version" in tool else "",
                own(tool.get("version", "")),
            ]
        )
        if tool
        else "",
    ]
    said = joined(parts)
    return joined(["Quotations, sources and claims annotated", said]) if said else NOTHING
