"""A document brought up to date with its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.converter.update.anchors import Reanchoring
from pincite.converter.update.matching import KINDS, changed_text, objects, same_text
from pincite.converter.update.merging import Merging, interleaved
from pincite.converter.update.references import GONE, named, renamed, without_gone
from pincite.converter.update.report import Report
from pincite.model.anchoring import offsets

if TYPE_CHECKING:
    from pincite.model.format import Anchor, DocumentData
    from pincite.model.json_value import Json, JsonObject

_TOPS = ("archives", "catalogues", "id", "version", "custom")
"""Members of a document beside its article and its objects."""
_ORDER = (
    "pincite", "id", "version", "article", "archives", "catalogues", "sources", "quotations", "claims", "relations",
    "images", "annotation", "custom",
)  # fmt: skip
_TOLD = ("quotations", "claims")
"""Objects that stay even where nobody worked on them: what the article no longer says is for people to judge."""
_PLACES = ("path", "url", "missing")
"""Members that say where an image is."""
_OF_FILE = ("media_type", "sha256", "width", "height")
"""Members that say what is in an image's file."""
_BEFORE_PLACE = ("id", "role", "label")
_OF_TEXT = ("text", "original", "blocks")
"""Members of an article that belong to its text, and change with it."""


def updated(
    old: DocumentData, base: DocumentData | None, new: DocumentData, old_text: str | None, new_text: str
) -> tuple[DocumentData, Report]:
    """Return the document of a changed article with people's work kept, and what became of it.

    *old* is the document as people left it, *base* a fresh conversion of the text that it was made of (None where
    that is lost), *new* one of the new text.
    """
    report = Report(was_guessed=base is None)
    update = _Update(
        cast("JsonObject", old), cast("JsonObject", base or new), cast("JsonObject", new), report
    )
    return update.document(Reanchoring(None if base is None else old_text, new_text)), report


class _Update:
    """Three documents with one set of names for what is the same in them."""

    def __init__(self, old: JsonObject, base: JsonObject, new: JsonObject, report: Report) -> None:
        self.old, self.report = old, report
        guessed = report.was_guessed
        known = changed_text(base, old) if guessed else same_text(base, old)
        lost = [name for name in _ids(base) if name not in known]
        # what the tool made of the old text and is not there, a person took out; where that text is lost, it is new
        names = {**known, **({} if guessed else {name: f"{GONE}{name}" for name in lost})}
        taken = {*_ids(old)}
        follow = {name: name for name in _ids(new)} if guessed else changed_text(new, base)
        wanted: dict[str, str] = {}
        for name in _ids(new):
            meant = names.get(follow.get(name, GONE))
            wanted[name] = meant if meant is not None else _unused(name, taken)
            taken.add(wanted[name])
        self.base = renamed(base, wanted if guessed else names)
        fresh = renamed(new, wanted)
        report.left_out = sum(name.startswith(GONE) for name in _ids(fresh))
        report.is_mixed = report.left_out > 0
        self.new = without_gone(fresh)
        report.new = [name for name in _ids(self.new) if name not in {*_ids(old)}]

    def document(self, places: Reanchoring) -> DocumentData:
        """Return the updated document."""
        merging = Merging(places, self.report)
        found: JsonObject = {"pincite": self.old["pincite"], "article": cast("Json", self._article(merging))}
        for kind in KINDS:
            listed = self._objects(kind, merging)
            if listed:
                found[kind] = cast("Json", listed)
        relations = self._relations(merging)
        if relations:
            found["relations"] = cast("Json", relations)
        self._drop_replaced(found)
        rest = merging.joined(
            "document", *({name: one[name] for name in _TOPS if name in one} for one in self._all)
        )
        found.update(rest)
        found["annotation"] = cast("Json", self._annotation())
        return cast("DocumentData", {name: found[name] for name in _ORDER if name in found})

    @property
    def _all(self) -> tuple[JsonObject, JsonObject, JsonObject]:
        return self.old, self.base, self.new

    def _article(self, merging: Merging) -> JsonObject:
        articles = [cast("JsonObject", one["article"]) for one in self._all]
        bare = [{name: value for name, value in one.items() if name not in _OF_TEXT} for one in articles]
        article = merging.joined("article", *bare)
        article.update({name: articles[2][name] for name in _OF_TEXT if name in articles[2]})
        reasons = article.pop("inferred", None)
        blocks = article.pop("blocks", None)
        for name, value in (("inferred", reasons), ("blocks", blocks)):
            if value is not None:
                article[name] = value
        return article

    def _objects(self, kind: str, merging: Merging) -> list[JsonObject]:
        old, base, new = ({str(one["id"]): one for one in objects(each, kind)} for each in self._all)
        fresh = {
            name: merging.joined(kind, old[name], base.get(name, {}), one) if name in old else one
            for name, one in new.items()
        }
        if kind == "images":
            fresh = {name: self._shown(one, new[name]) for name, one in fresh.items()}
        anchors = [cast("Anchor", one["anchor"]) for one in fresh.values() if "anchor" in one]
        taken = {place for one in anchors if (place := offsets(one)) is not None}
        own = {
            name: (merging.silent() if one == base.get(name) else merging).kept(kind, one, taken)
            for name, one in old.items()
            if name not in new
        }
        for name in own:
            if kind in _TOLD and old[name] == base.get(name) and name not in self.report.vanished:
                self.report.vanished.append(name)
        self.report.is_mixed |= any(old[name] != base.get(name) or kind in _TOLD for name in own)
        return list(interleaved(fresh, own, list(old)).values())

    def _shown(self, image: JsonObject, new: JsonObject) -> JsonObject:
        """Return an image with the place that the article's link gives it now: that is the article's to say."""
        if not {"path", "url"} & new.keys() or all(image.get(name) == new.get(name) for name in _PLACES):
            return image
        self.report.shown.append(str(image["id"]))
        head = {name: image[name] for name in _BEFORE_PLACE if name in image}
        placed = {name: new[name] for name in _PLACES if name in new}
        rest = {name: value for name, value in image.items() if name not in (*_PLACES, *_OF_FILE)}
        return {**head, **placed, **rest, **{name: new[name] for name in _OF_FILE if name in new}}

    def _drop_replaced(self, found: JsonObject) -> None:
        """Take out the sources and images that the tool made of the old text and that nothing names any more."""
        for kind in ("images", "sources"):
            base = {str(one["id"]): one for one in objects(self.base, kind)}
            old = {str(one["id"]): one for one in objects(self.old, kind)}
            new = {str(one["id"]) for one in objects(self.new, kind)}
            stale = {name for name, one in old.items() if name not in new and one == base.get(name)}
            while idle := stale & {str(one["id"]) for one in objects(found, kind)} - named(found):
                left = [one for one in objects(found, kind) if one["id"] not in idle]
                found[kind] = cast("Json", left)
                if not left:
                    del found[kind]

    def _relations(self, merging: Merging) -> list[JsonObject]:
        """Return the new conversion's relations, but those that a person took out, and people's own."""
        old, base, new = ({_ends(one): one for one in objects(each, "relations")} for each in self._all)
        fresh = {
            key: merging.joined("relations", old[key], base.get(key, {}), one) if key in old else one
            for key, one in new.items()
            if key in old or key not in base
        }
        own = {key: merging.kept("relations", one) for key, one in old.items() if key not in new}
        self.report.is_mixed |= any(key not in base for key in old) or any(key not in old for key in base)
        return list(interleaved(fresh, own, list(old)).values())

    def _annotation(self) -> JsonObject:
        """Return who and what annotated: the tool as it is now, and people where their work is in it."""
        old, new = (cast("JsonObject", one.get("annotation") or {}) for one in (self.old, self.new))
        method = "mixed" if self.report.is_mixed or old.get("method") in {"mixed", "manual"} else "converted"
        found = {**old, **new, "method": method}
        order = ("by", "on", "tool", "method", "license")
        return {name: found[name] for name in order if name in found}


def _ids(document: JsonObject) -> list[str]:
    return [str(one["id"]) for kind in KINDS for one in objects(document, kind)]


def _ends(relation: JsonObject) -> str:
    return "\0".join(str(relation.get(name)) for name in ("type", "from", "to"))


def _unused(name: str, taken: set[str]) -> str:
    """Return a name for a new object that nothing is called by yet."""
    number, found = 2, name
    while found in taken:
        found, number = f"{name[:58]}-{number}", number + 1
    return found
