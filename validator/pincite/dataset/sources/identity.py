"""When two descriptions are of one source: the declared rule, by which alone sources are merged.

Each source has a key, made of nothing but its own description and those of its containers, so that it is known wherever a
document is read. Two descriptions are of one source where their keys are equal. What only one of them says tells them apart as
well, since nobody can know it of the other; such pairs are told as nearly equal (``near``).

1. ``doi``: the same DOI and type; of what has volumes, the same volume; of chapters, letters and other pieces, which are often
   given the DOI of the whole, the same title and number, too.
2. ``isbn``: the same ISBN of a whole book, type, volume and edition. ``issn``: the same ISSN of a periodical or series, type,
   number, volume, issue and, of a single issue, date.
3. ``description``: without such an identifier the same type, authors, title, date and container, and the same of all that
   tells sources apart that agree in these: recipients, editors, translators, number, volume, issue, edition, coverage,
   status of the text; the place in the archive, of what is not published; the address, of web pages; the place, of letters;
   publisher and place, of periodicals and of what nobody has signed and nothing contains; the extent in the container, of
   articles without volume and issue, of what has no title, and of what has neither author nor date and is no chapter. People
   are told by their names and, where these are given, their ids.
4. ``alone``: a description that says too little to know the source by is that of a source of its own, as is a title and nothing
   else, unless it is that of a periodical or series.

Texts count as equal in whatever letter case, encoding of accents, punctuation and spaces; numbers in whatever digits, but
those of reports. Publisher, language and genre do not count: where they contradict each other, that is told (``contradictions``).
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, NamedTuple

from pincite.dataset.json_lines import compact_bytes
from pincite.dataset.sources.identifiers import doi_of, isbn_of, issn_of
from pincite.dataset.sources.kinds import COUNTED, IN_ISBN, PEOPLE
from pincite.dataset.sources.words import address, archive_of, counted, folded, people_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.format import Source

_DIGITS = 32
"""Hexadecimal digits of a key: 128 bits, of which no two are equal by accident."""
_IN_ISSN = frozenset({"periodical", "series"})
_IN_VOLUMES = frozenset({"book", "volume", "report", "collection"})
_WITH_OWN_DOI = _IN_VOLUMES | {
    *("journal_article", "magazine_article", "thesis", "dataset", "webpage", "periodical", "series", "issue"),
    *("film", "recording", "patent", "map", "pamphlet"),
}
"""Types whose DOI is their own."""
_PUBLISHED = frozenset({
    *("book", "chapter", "volume", "series", "periodical", "issue", "journal_article", "magazine_article"),
    *("news_article", "webpage", "law", "case", "treaty", "patent", "dataset"),
})  # fmt: skip
"""Types of which there are many copies: which archive has the one that was looked at does not count."""
_SENT = frozenset({"letter", "telegram", "memorandum"})
_PIECES = frozenset({"chapter", "volume", "issue", "journal_article", "magazine_article", "news_article"})
"""Types that are known by what contains them."""
_ARTICLES = frozenset({"journal_article", "magazine_article", "news_article"})
"""Types of which one issue has several of one title, by the same people."""
_KEPT = frozenset({"file", "collection", "manuscript"})
"""Types that are known by where they are kept."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")

Rule = Literal["doi", "isbn", "issn", "description", "alone"]


class SourceKey(NamedTuple):
    """The key of a source in a dataset, and by what rule it was made."""

    id: str
    rule: Rule


def keys_of(sources: Mapping[str, Source], document: str) -> dict[str, SourceKey]:
    """Return the keys of a document's sources, by their ids in their order; *document* is its name.

    Sources in a circle of containers, and those whose container is unknown, are ``alone``.
    """
    found: dict[str, SourceKey] = {}
    for name in sources:
        way = list(_outwards(name, sources, found))
        last = _outer(sources[way[-1]]) if way else None
        circle = way[way.index(last) :] if last in way else ()
        for one in reversed(way):
            outer = _outer(sources[one])
            container = found.get(outer) if outer is not None and one not in circle else None
            rule, parts = (
                ("alone", []) if outer is not None and container is None else _parts(sources[one], container)
            )
            found[one] = _key(rule, [document, one] if rule == "alone" else parts)
    return {name: found[name] for name in sources}


def _key(rule: Rule, parts: list[object]) -> SourceKey:
    digest = sha256(compact_bytes([rule, *parts])).hexdigest()
    return SourceKey(f"s-{digest[:_DIGITS]}", rule)


def _outer(source: Source) -> str | None:
    return source["container"]["source"] if "container" in source else None


def _outwards(name: str, sources: Mapping[str, Source], found: Mapping[str, SourceKey]) -> Iterator[str]:
    """Yield a source and its containers, each once, as far as their keys are not known."""
    seen: set[str] = set()
    inner: str | None = name
    while inner is not None and inner in sources and inner not in found and inner not in seen:
        seen.add(inner)
        yield inner
        inner = _outer(sources[inner])


def _parts(source: Source, container: SourceKey | None) -> tuple[Rule, list[object]]:
    """Return the rule for a source, and what it is to be equal in."""
    kind, doi, isbn, issn = source["type"], doi_of(source), isbn_of(source), issn_of(source)
    title, volume = folded(source.get("title", "")), _volume(source)
    is_titled = kind == "volume" and not volume  # then its title alone tells it from the others
    if doi is not None:
        parts: list[object] = [doi, kind, volume if kind in _IN_VOLUMES else ""]
        if is_titled or kind not in _WITH_OWN_DOI:
            parts += [title, _number_in(source)]
        return "doi", parts
    if isbn is not None and kind in IN_ISBN:
        edition = counted(source.get("edition", ""), "edition")
        return "isbn", [isbn, kind, volume, edition, title if is_titled else ""]
    if issn is not None and kind in _IN_ISSN:
        date = source.get("date", "")
        return "issn", [issn, kind, *_numbers(source), date if _MONTH.fullmatch(date) else ""]
    return _described(source, container, title)


def _described(source: Source, container: SourceKey | None, title: str) -> tuple[Rule, list[object]]:
    kind, date = source["type"], source.get("date", "")
    names = [people_known(source.get(name)) for name in PEOPLE]  # type: ignore[arg-type]
    is_signed = any(names)
    held = container.id if container is not None else ""
    kept = archive_of(source.get("archive", {}))
    if kind in _PUBLISHED and title and (is_signed or date or held):
        kept = {}
    status = source.get("textual_status", "")
    told = {
        "coverage": source.get("coverage", ""),
        "textual_status": status if status != "original" else "",
        "url": address(source.get("url", "")) if kind == "webpage" else "",
        "number_in": _number_in(source) if kind != "volume" else "",
    }
    if kind == "periodical" or not (is_signed or held):
        told.update(
            {name: folded(source.get(name, "")) for name in ("publisher", "publisher_place", "place")}
        )
        told["url"] = address(source.get("url", ""))
    elif kind in _SENT:
        told["place"] = folded(source.get("place", ""))
    if container is not None and _is_known_by_extent(source, title, is_signed=is_signed):
        locator = source["container"].get("locator", {})
        told["locator"] = json.dumps({name: folded(str(one)) for name, one in sorted(locator.items())})
    numbers = _numbers(source)
    parts: list[object] = [kind, *names, title, date, held, kept, *numbers]
    parts.append({name: one for name, one in told.items() if one not in {"", "{}"}})
    told["numbers"] = "".join(numbers)
    return ("description" if _is_enough(source, held, kept, told) else "alone"), parts


def _is_known_by_extent(source: Source, title: str, *, is_signed: bool) -> bool:
    """Return whether the extent in its container tells a source from others."""
    kind = source["type"]
    if kind in _ARTICLES and not (source.get("volume") or source.get("issue")):
        return True
    return not title or (kind != "chapter" and not (is_signed or source.get("date")))


def _is_enough(source: Source, held: str, kept: Mapping[str, str], told: Mapping[str, str]) -> bool:
    """Return whether a description says so much that another one that says the same is of the same source."""
    kind, date = source["type"], source.get("date", "")
    is_titled = bool(source.get("title")) and not source.get("title_supplied")
    is_made = bool(source.get("authors") or source.get("editors"))
    is_kept = bool(kept.keys() & {"item", "url"}) or {"box", "folder"} <= kept.keys()
    is_sent = bool(source.get("authors") and source.get("recipients") and _DAY.match(date))
    has_number = bool(told["numbers"] or told["number_in"])
    has_place = has_number or told.get("locator", "{}") != "{}"
    if kind in _SENT:
        return is_sent or bool(held and has_place) or is_kept or bool(is_titled and date and (held or kept))
    if kind in _KEPT and kept and (is_kept or kept.keys() & {"box", "folder", "collection_id", "collection"}):
        return True
    if kind in _PIECES and not held:
        return bool(is_titled and date and source.get("authors")) or bool(told.get("url") and is_titled)
    if kind == "webpage":
        return bool(told.get("url") or (is_titled and (held or (is_made and date))))
    if not is_titled:
        return is_sent or is_kept or bool(held and (has_place or (kind == "issue" and date)))
    is_known = kind in _IN_ISSN or is_made or date or held or kept or has_number
    return bool(is_known or told.get("publisher") or told.get("url"))


def _volume(source: Source) -> str:
    """Return the number of a volume, which stands with itself or with its place in what has it."""
    return counted(source.get("volume", ""), "volume") or (
        _number_in(source) if source.get("container", {}).get("relation") == "volume_of" else ""
    )


def _numbers(source: Source) -> list[str]:
    volume = _volume(source) if source["type"] == "volume" else ""
    is_report = source["type"] == "report"
    numbers = {
        name: counted(source.get(name, ""), "report" if is_report and name == "number" else name)
        for name in COUNTED
    }
    return list({**numbers, "volume": numbers["volume"] or volume}.values())


def _number_in(source: Source) -> str:
    return counted(source.get("container", {}).get("number", ""), "number")
