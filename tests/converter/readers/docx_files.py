"""Small .docx files from readable parts, and what the reader makes of one as lines to compare."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.converter.manuscript import Manuscript, Picture

_OFFICE = "http://schemas.openxmlformats.org/"
_RELATION = f"{_OFFICE}officeDocument/2006/relationships/"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{namespace}"'
    for prefix, namespace in {
        "w": f"{_OFFICE}wordprocessingml/2006/main",
        "r": f"{_OFFICE}officeDocument/2006/relationships",
        "m": f"{_OFFICE}officeDocument/2006/math",
        "a": f"{_OFFICE}drawingml/2006/main",
        "wp": f"{_OFFICE}drawingml/2006/wordprocessingDrawing",
        "pic": f"{_OFFICE}drawingml/2006/picture",
        "dgm": f"{_OFFICE}drawingml/2006/diagram",
        "mc": f"{_OFFICE}markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "cp": f"{_OFFICE}package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }.items()
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}
"""The parts that go with the document, and their root elements."""
_DIAGRAM = "".join(
    f"<dgm:pt><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
    for text in ("Flood", "Ebb")
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)
MEDIA = {"media/clock.png": PNG, "media/tide.emf": b"\x01\x00\x00\x00" + bytes(84)}
"""The pictures that every file holds."""
USUAL_RELATIONS = {
    "png": ("image", "media/clock.png", False),
    "emf": ("image", "media/tide.emf", False),
    "gone": ("image", "media/gone.png", False),
    "outside": ("image", "../../../etc/tide.png", False),
    "linked": ("image", "https://example.org/tide.jpg", True),
    "link": ("hyperlink", "https://example.org/log", True),
    "diagram": ("diagramData", "diagrams/data1.xml", False),
    "other": ("aFChunk", "other.html", False),
}
"""What the parts of every file can refer to: kind, target, and whether that is outside."""


def relationships(relations: Mapping[str, tuple[str, str, bool]]) -> str:
    """Return a part of relations, by their ids."""
    mode = ("", ' TargetMode="External"')
    lines = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}{kind}" Target="{target}"{mode[external]}/>'
        for name, (kind, target, external) in relations.items()
    )
    return f'<Relationships xmlns="{_OFFICE}package/2006/relationships">{lines}</Relationships>'


def parts(body: str, **others: str) -> dict[str, bytes]:
    """Return the members of a .docx with a body, and with others by their names in ``_ROOTS`` (or ``core``)."""
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    beside = {name: (name, f"{name}.xml", False) for name in _ROOTS if name in others}
    roots = {"main": ("officeDocument", "word/document.xml", False)}
    if "core" in others:
        roots["core"] = ("metadata/core-properties", "docProps/core.xml", False)
    members = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships(roots),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships({**USUAL_RELATIONS, **beside}),
        "word/_rels/footnotes.xml.rels": relationships(USUAL_RELATIONS),
        "word/diagrams/data1.xml": f"<dgm:dataModel {NAMESPACES}>{_DIAGRAM}</dgm:dataModel>",
    }
    for name, root in _ROOTS.items():
        if name in others:
            members[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{others[name]}</w:{root}>"
    if "core" in others:
        members["docProps/core.xml"] = f"<cp:coreProperties {NAMESPACES}>{others['core']}</cp:coreProperties>"
    found = {name: text.encode("utf-8") for name, text in members.items()}
    return {**found, **{f"word/{name}": content for name, content in MEDIA.items()}}


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of members, packed by a method."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: str, **others: str) -> bytes:
    """Return the bytes of a .docx with a body and other parts."""
    return zipped(parts(body, **others))


def dump(manuscript: Manuscript) -> list[str]:
    """Return what a manuscript holds, one line each: paragraphs, then what stands at places, then what it is about."""
    text = manuscript.text
    lines = [
        f"{one.kind}{f' {one.level}' if one.level else ''}| {_line(one.text)}"
        for one in manuscript.paragraphs
    ]
    lines += [f"link| {_line(text[one.start : one.end])} -> {one.target}" for one in manuscript.links]
    lines += [_picture(one, text) for one in manuscript.pictures]
    lines += [
        f"mark| {_line(text[one.start : one.end])} -> {_line(text[one.note_start : one.note_end])}"
        for one in manuscript.notes
    ]
    about = manuscript.about
    said = {"title": about.title, "authors": about.authors, "language": about.language}
    return lines + [f"about| {name}: {value}" for name, value in said.items() if value]


def _picture(picture: Picture, text: str) -> str:
    place = f"before {_line(text[picture.at :])[:12]!r}" if picture.at < len(text) else "at the end"
    content = f"{len(picture.content)} bytes" if picture.content is not None else picture.target
    return f"picture| {place}: {content}, {picture.media_type}, {picture.alt}"


def _line(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", "⇥").replace("\u2011", "‑nb‑").replace("\u00ad", "·soft·")
