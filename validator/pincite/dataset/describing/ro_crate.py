"""The dataset as an RO-Crate (1.2): its files with their digests, whose it is, and the run of Pincite that made it.

RO-Crate asks for a day of publication and a licence. Where nobody said a day, 1970-01-01 stands there, as in builds that are
to be reproducible, and the description says so; where nobody said a licence, the crate says that. Whose the dataset is are
persons to it, unless people say that a name is that of an organization.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from pincite import __version__
from pincite.dataset.describing.kinds import JSON_LD, Kind, is_picture, kind_of
from pincite.dataset.describing.named import Named, digest_in, objects
from pincite.dataset.describing.saying import (
    address_of,
    citation_of,
    creators_of,
    day_of,
    description_of,
    doi_of,
    known,
    title_of,
    written,
)
from pincite.dataset.package.layout import CHECKSUMS, IMAGES, MANIFEST
from pincite.export.identity import license_iri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.dataset.about import About
    from pincite.dataset.describing.facts import Facts
    from pincite.dataset.package.files import File
    from pincite.model.json_value import Json, JsonObject

NAME = "ro-crate-metadata.json"
KINDS = {NAME: Kind("RO-Crate", "The dataset as an RO-Crate.", JSON_LD)}
_SPECIFICATION = "https://w3id.org/ro/crate/1.2"
_UNKNOWN_DAY = "1970-01-01"
_DAY_UNKNOWN = f"The day of its publication is not known; {_UNKNOWN_DAY} stands for it."
_NO_LICENSE = (
    "No licence is given for the dataset as a whole; articles, annotations and pictures have their own, "
    "as the tables 'articles' and 'images' tell."
)
_ROOT = "./"
_BUILD = "#build"
_TOOL = "https://w3id.org/pincite"
_DOI = "#doi"
_LICENSE = "#license"


def files(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the descriptor under its name."""
    yield NAME, _text(facts)


def _named(data: Json) -> Iterator[Named]:
    """Yield the paths of entities that are files; the manifest, which lists all others, is not in its own list."""
    for one in objects(data, "@graph"):
        kinds, name = one.get("@type"), one.get("@id")
        is_file = "File" in (kinds if isinstance(kinds, list) else [kinds])
        if isinstance(name, str) and is_file and name != MANIFEST:
            yield Named(name.removeprefix("./"), digest_in(one.get("sha256")))


NAMED = {NAME: _named}


def _text(facts: Facts) -> str:
    return written({"@context": f"{_SPECIFICATION}/context", "@graph": list(_graph(facts))})


def _graph(facts: Facts) -> Iterator[Json]:
    """Yield the entities: flat, each once, with references between them."""
    about, creators = facts.about, _people(facts.about)
    yield {
        "@id": NAME,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _SPECIFICATION},
        "about": {"@id": _ROOT},
    }
    yield _root(facts, [_reference(one) for one in creators])
    for file in facts.files:
        if not is_picture(file.path):
            yield _file(file)
    for path in (CHECKSUMS, MANIFEST):  # they are written last, and their digests are not known
        yield _file_entity(path)
    yield from _pictures([one for one in facts.files if is_picture(one.path)])
    yield _license(about)
    yield from creators
    doi = doi_of(about)
    if doi is not None:
        yield {
            **_entity(_DOI, "PropertyValue"),
            "name": "DOI",
            "propertyID": "https://registry.identifiers.org/registry/doi",
            "value": f"doi:{doi}",
            "url": f"https://doi.org/{doi}",
        }
    yield from _build(facts.made_with, [_reference(one) for one in creators])


def _root(facts: Facts, creators: list[Json]) -> Json:
    about, day = facts.about, day_of(facts.about)
    parts = [_address(one.path) for one in facts.files if not is_picture(one.path)]
    parts += [CHECKSUMS, MANIFEST]
    if any(is_picture(one.path) for one in facts.files):
        parts.append(f"{IMAGES}/")
    return known(
        {
            **_entity(_ROOT, "Dataset"),
            "name": title_of(about),
            "alternateName": about.name if about.name != title_of(about) else None,
            "description": description_of(facts) + ("" if day else f" {_DAY_UNKNOWN}"),
            "datePublished": day or _UNKNOWN_DAY,
            "license": _reference(_license(about)),
            "author": _one_or_more(creators),
            "version": about.version,
            "url": address_of(about),
            "identifier": {"@id": _DOI} if doi_of(about) else None,
            "creditText": citation_of(about),
            "mentions": {"@id": _BUILD},
            "hasPart": [{"@id": one} for one in parts],
        }
    )


def _file(file: File) -> JsonObject:
    return {**_file_entity(file.path), "contentSize": str(file.bytes), "sha256": file.sha256}


def _file_entity(path: str) -> JsonObject:
    kind = kind_of(path)
    return known(
        {
            **_entity(_address(path), "File"),
            "name": kind.name,
            "description": kind.description,
            "encodingFormat": kind.media_type,
        }
    )


def _pictures(files: list[File]) -> Iterator[Json]:
    if files:
        yield {
            **_entity(f"{IMAGES}/", "Dataset"),
            "name": "Pictures",
            "description": "The pictures that articles show, each named by the digest of its file (SHA-256).",
            "hasPart": [{"@id": _address(one.path)} for one in files],
        }
        yield from map(_file, files)


def _people(about: About) -> list[JsonObject]:
    return [
        {**_entity(f"#creator-{number}", one.type), "name": one.name}
        for number, one in enumerate(creators_of(about), 1)
    ]


def _license(about: About) -> JsonObject:
    address = license_iri(about.license)
    if address is not None:
        return {
            **_entity(address, "CreativeWork"),
            "name": about.license,
            "description": f"The licence {about.license} in the list of SPDX.",
        }
    if about.license:
        description = "Licences in an expression of SPDX."
        return {**_entity(_LICENSE, "CreativeWork"), "name": about.license, "description": description}
    return {**_entity(_LICENSE, "CreativeWork"), "name": "No licence given", "description": _NO_LICENSE}


def _build(made_with: Mapping[str, object], creators: list[Json]) -> Iterator[Json]:
    """Yield the run that made the dataset, and the program; without times, since the same input gives the same bytes."""
    options = json.dumps(made_with, ensure_ascii=False)
    yield known(
        {
            **_entity(_BUILD, "CreateAction"),
            "name": "Build of the dataset",
            "description": f"pincite dataset build, with these options: {options}",
            "agent": _one_or_more(creators),
            "instrument": {"@id": _TOOL},
            "result": {"@id": _ROOT},
        }
    )
    yield {**_entity(_TOOL, "SoftwareApplication"), "name": "Pincite", "url": _TOOL, "version": __version__}


def _entity(name: str, kind: str) -> JsonObject:
    return {"@id": name, "@type": kind}


def _one_or_more(values: list[Json]) -> Json:
    """Return a value for a single one, as RO-Crate has it, and a list for several."""
    return values[0] if len(values) == 1 else values


def _reference(entity: JsonObject) -> Json:
    return {"@id": entity["@id"]}


def _address(path: str) -> str:
    """Return a path as a URI reference (RFC 3986); a first part with a colon would be taken for a scheme."""
    return quote(path)
