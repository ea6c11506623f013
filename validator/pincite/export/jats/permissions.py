"""Under which terms an article or a picture may be used, in JATS."""

from __future__ import annotations

from pincite.export.identity import license_iri
from pincite.export.xml_text.elements import Element


def permissions(license_: str, rights: str = "") -> Element | None:
    """Return under which licence something may be used, and what else is said of rights in it."""
    found = Element("permissions")
    found.add(Element("copyright-statement", None, rights) if rights else None)
    if license_:
        words = Element("license-p", None, license_)
        found.add(Element("license", {"xlink:href": license_iri(license_)}, words))
    return found if found.children else None
