"""One printed citation as the converter reads it: put into a small article, converted, and taken out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from pincite import convert
from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Citation, DocumentData

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("en", "es", "de", "fr", "ru")
MEMBERS = ("sources", "locator", "note", "archive_code", "unparsed", "inferred")
"""What a case expects of its citation, in the order in which it is written."""

_ARTICLES = {
    "en": (
        "The lamps of the harbour were lit by hand for the whole of that century, and the keepers wrote of it:",
        "The oil was measured by the cup and the wicks were trimmed with care before the first of the evening boats.",
    ),
    "es": (
        "Los faroles del puerto se encendían a mano con aceite, y el farero lo contaba en una de las cartas:",
        "El aceite se medía con una taza y las mechas se cortaban con cuidado para que la luz durase en el muelle.",
    ),
    "de": (
        "Die Lampen im Hafen wurden von den Wärtern mit der Hand entzündet, und einer schrieb das mit Stolz auf:",
        "Das Öl war mit einem Becher zu messen und die Dochte wurden nicht vor der ersten Fahrt mit dem Messer gekürzt.",
    ),
    "fr": (
        "Les lanternes du port et des quais étaient allumées à la main, et une lettre du gardien est bien claire :",
        "Une mesure suffit pour la lampe et le gardien coupe les mèches dans la cour, ce qui est un travail pour des gens.",
    ),
    "ru": (
        "Лампы в гавани весь тот век зажигали вручную, и один из смотрителей, который был этим горд, писал о них так:",
        "Масло отмеряли чашкой, а фитили подрезали так, чтобы лампа горела до утра и была видна с любого из судов в гавани.",
    ),
}
"""A lead-in and words to quote, long enough for the language to be known and far from the margin of wrapped lines."""


def article(raw: str, language: str, before: str | None = None) -> str:
    """Return an article of quotations, each with one printed citation at its end, *raw* at the last."""
    lead_in, words = _ARTICLES[language]
    return "\n\n".join(f"{lead_in}\n\n{words} {one}" for one in ([before] if before else []) + [raw]) + "\n"


def reading(raw: str, language: str, before: str | None = None) -> dict[str, Any]:
    """Return what the converter reads in *raw*, as a case writes it; empty where it sees no citation."""
    text = article(raw, language, before)
    return reading_in(convert(text), raw, text.rindex(raw))


def reading_in(document: DocumentData, raw: str, start: int) -> dict[str, Any]:
    """Return the reading of the citation that *document* has at *start*; ids are left out."""
    owners = [*document.get("quotations", []), *document.get("claims", [])]
    at = {"start": start, "end": start + len(raw)}
    citation = next(
        (one for owner in owners for one in owner.get("citations", []) if one.get("anchor") == at), None
    )
    if citation is None or citation.get("raw") != raw:
        return {}
    sources = chain(citation, document)
    values: Mapping[str, Any] = {**citation, "sources": sources}
    return {name: values[name] for name in MEMBERS if name in values}


def chain(citation: Citation, document: DocumentData) -> list[dict[str, Any]]:
    """Return the cited source and what it stands in, from the item outwards, without ids."""
    by_id = {source["id"]: source for source in document.get("sources", [])}
    found: list[dict[str, Any]] = []
    node = by_id.get(citation.get("source", ""))
    while node is not None:
        container = dict(node.get("container", {}))
        node_id = str(container.pop("source", ""))
        members = {name: value for name, value in node.items() if name not in {"id", "container"}}
        found.append({**members, "container": container} if node_id else members)
        node = by_id.get(node_id)
    return found


def differences(case: Mapping[str, Any], read: Mapping[str, Any]) -> list[str]:
    """Return one line for each member of a case that is not as expected, source by source."""
    lines: list[str] = []
    wanted, found = case.get("sources", []), read.get("sources", [])
    if len(wanted) != len(found):
        lines.append(f"{len(found)} sources instead of {len(wanted)}")
    for at, (want, have) in enumerate(zip(wanted, found, strict=False)):
        lines += _unlike(want, have, f"sources[{at}].")
    outside = MEMBERS[1:]
    return lines + _unlike(
        {name: case.get(name) for name in outside}, {name: read.get(name) for name in outside}, ""
    )


def without_reasons(read: Mapping[str, Any]) -> dict[str, Any]:
    """Return a reading without what it gives as reasons: nobody can know those of a reading yet to come."""
    bare = {name: value for name, value in read.items() if name != "inferred"}
    if "sources" in bare:
        bare["sources"] = [without_reasons(source) for source in bare["sources"]]
    if "container" in bare:
        bare["container"] = without_reasons(bare["container"])
    return bare


def _unlike(want: Mapping[str, Any], have: Mapping[str, Any], path: str) -> list[str]:
    return [
        f"{path}{name}: {have.get(name)!r} instead of {want.get(name)!r}"
        for name in sorted({*want, *have})
        if want.get(name) != have.get(name)
    ]


def cases(kind: str, language: str) -> list[dict[str, Any]]:
    """Return the cases of one kind ("citations" or "known") in one language."""
    listed: Any = YamlText(_path(kind, language).read_text("utf-8")).data
    return [dict(one) for one in listed or []]


def write_cases(kind: str, language: str, listed: list[dict[str, Any]]) -> None:
    """Write cases anew, with the comment on top of their file as it was."""
    path = _path(kind, language)
    head = "".join(line for line in path.read_text("utf-8").splitlines(keepends=True) if line[0] == "#")
    entries = [yaml.safe_dump([one], allow_unicode=True, sort_keys=False, width=110) for one in listed]
    path.write_text(head + ("\n".join(entries) or "[]\n"), "utf-8")


def _path(kind: str, language: str) -> Path:
    return CASES / f"{kind}-{language}.yaml"
