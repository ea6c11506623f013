"""The pictures of an article: small beside the text, in full size as figures, and in the list at the end.

Only files in the page's folder or below it are part of the page; what lies elsewhere is linked or named, never asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.desk import first_of, shortened
from pincite.export.html.markup import (
    NOTHING,
    Markup,
    element,
    file_address,
    joined,
    license_link,
    link,
    own,
    within_folder,
)
from pincite.export.html.wording import place
from pincite.export.layout.repeats import plain
from pincite.model.media_types import type_of_name

if TYPE_CHECKING:
    from pincite.export.html.desk import Desk
    from pincite.model.format import Derivation, Image

_SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"})
"""Types of pictures that every browser shows, and none of which can hold a script."""
_OPENED = _SHOWN | {"image/tiff", "image/jp2", "image/jxl", "image/heic", "image/vnd.djvu", "application/pdf"}
"""Types of files that a link may open: a page or a drawing in SVG could run a script with the rights of this page."""


def is_shown(image: Image) -> bool:
    """Return whether the page itself shows a picture: it lies beside the page, and browsers know its type."""
    return _lies_here(image) and type_of_name(image["path"]) in _SHOWN and _declared(image) in _SHOWN


def thumbnail(image: Image, desk: Desk) -> Markup:
    """Return a picture beside the text, which leads to the file; where there is none to show, what is known of it."""
    label = _called(image)
    if is_shown(image):
        path = file_address(image["path"])
        shown = element("a", _img(image), href=path, title=f"Open {label}")
        return element(
            "figure", shown, element("figcaption", desk.link(image["id"], own(label))), class_="thumbnail"
        )
    if "missing" in image:
        reason = joined(["No picture: ", own(image["missing"].get("reason", "none is given"))])
        return element(
            "figure", element("figcaption", desk.link(image["id"], own(label)), ". ", reason), class_="absent"
        )
    return element(
        "figure",
        element("figcaption", joined([desk.link(image["id"], own(label)), _whereabouts(image)], ": ")),
        class_="absent",
    )


def figure(image: Image, caption: str) -> Markup:
    """Return a picture in full width with its caption."""
    shown = element("a", _img(image), href=file_address(image["path"]))
    return element("figure", shown, element("figcaption", caption) if caption else NOTHING, class_="figure")


def mark(image: Image, printed: str, *, linked: bool) -> Markup:
    """Return the mark of a picture in the text: its label, which leads to its entry in the list."""
    words = own(image.get("label") or "picture")
    if not linked:
        return element("span", words, class_="mark", title=printed)
    return element("a", words, class_="mark", href=f"#{image['id']}", title=f"{printed}: {_called(image)}")


def _whereabouts(image: Image) -> Markup:
    """Return where a picture that is not shown can be found."""
    found = []
    if "path" in image and not is_shown(image):
        can_open = _lies_here(image) and {type_of_name(image["path"]), _declared(image)} <= _OPENED
        code = element("code", image["path"])
        found.append(element("a", code, href=file_address(image["path"])) if can_open else code)
    if "url" in image:
        found.append(link(image["url"]))
    return joined(found, ", ")


def image_list(desk: Desk) -> Markup:
    """Return the list of pictures, with what is known of each."""
    items = [_item(image, desk) for image in desk.images.values()]
    return element("ul", joined(items), class_="images")


def _item(image: Image, desk: Desk) -> Markup:
    small = NOTHING
    if is_shown(image):
        small = element(
            "a", _img(image, alt=""), href=file_address(image["path"]), aria_hidden="true", tabindex="-1"
        )
    alt = image.get("alt", {})
    by_program = " (description made by a program)" if alt.get("generated") else ""
    generated = element("span", by_program, class_="generated") if by_program else NOTHING
    is_said = "label" not in image and "caption" not in image
    is_said |= plain(alt.get("text", "")) == plain(image.get("caption", ""))
    described = joined(["Shows: ", own(alt["text"]), generated]) if alt.get("text") else generated
    described = generated if is_said else described
    heading = joined([own(image.get("label", "")), own(image.get("caption", ""))], ". ") or own(
        first_of((alt.get("text", ""), image["id"]))
    )
    name = (
        element("a", element("code", image["path"]), href=file_address(image["path"]))
        if is_shown(image)
        else NOTHING
    )
    lines = [
        element("p", heading, class_="entry"),
        _line(described),
        _line(_missing(image)),
        _line(joined([name, _whereabouts(image)], ", ")),
        _line(_depicted(image, desk)),
        _line(_region(image)),
        _line(_rights(image)),
        _line(
            joined(["Made from: ", joined(map(_derivation, image["derived_from"]), "; ")])
            if image.get("derived_from")
            else ""
        ),
        _line(joined(["Edited: ", joined(map(own, image["edits"]), "; ")]) if image.get("edits") else ""),
    ]
    return element(
        "li",
        element("div", small, class_="small-picture") if small else NOTHING,
        element("div", joined(lines)),
        id=desk.anchor(image["id"]),
        data_role=image.get("role"),
    )


def _line(words: str) -> Markup:
    return element("p", words, class_="small") if words else NOTHING


def _missing(image: Image) -> Markup:
    if "missing" not in image:
        return NOTHING
    return joined(["No picture: ", own(image["missing"].get("reason", "no reason is given"))])


def _rights(image: Image) -> Markup:
    rights = [
        own(image.get("credit", "")),
        license_link(image["license"]) if "license" in image else "",
        own(image.get("rights", "")),
    ]
    return joined(rights, ". ")


def _derivation(one: Derivation) -> Markup:
    title, address = one.get("title", ""), one.get("url", "")
    shown = link(address, title or None) if address else own(title)
    return joined(
        [shown, own(one.get("credit", "")), license_link(one["license"]) if "license" in one else ""], ", "
    )


def _depicted(image: Image, desk: Desk) -> Markup:
    places = [
        joined([desk.link(one["source"]) if "source" in one else "", place(one.get("locator", {}))], ", ")
        for one in image.get("depicts", [])
        if one
    ]
    return joined(["Of ", joined(places, "; ")]) if places else NOTHING


def _region(image: Image) -> Markup:
    region = image.get("region")
    if not region:
        return NOTHING
    unit = "percent" if region.get("unit") == "percent" else "pixel"
    size = f"{region.get('w')} × {region.get('h')} {unit}" + (" units" if unit == "percent" else "s")
    page = f" on page {region['page']} of the file" if "page" in region else ""
    return Markup(f"The place meant: {size} at {region.get('x')}, {region.get('y')}{page}")


def _img(image: Image, alt: str | None = None) -> Markup:
    described = image.get("alt", {}).get("text") or first_of(
        (image.get("caption", ""), f"Picture: {_called(image)}")
    )
    return element(
        "img",
        src=file_address(image["path"]),
        alt=described if alt is None else alt,
        width=image.get("width"),
        height=image.get("height"),
        loading="lazy",
        decoding="async",
    )


def _called(image: Image) -> str:
    described = image.get("alt", {}).get("text", "")
    return first_of((image.get("label", ""), image.get("caption", ""), shortened(described), image["id"]))


def _lies_here(image: Image) -> bool:
    return "path" in image and within_folder(image["path"])


def _declared(image: Image) -> str | None:
    return image.get("media_type") or type_of_name(image.get("path", ""))
