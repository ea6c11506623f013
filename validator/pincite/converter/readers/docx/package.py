"""The archive that a .docx is: its parts, read within limits, and what they are related to."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.converter.readers.docx.limits import MAX_MEMBERS, MAX_RATIO, MAX_TOTAL, RATIO_FROM
from pincite.converter.readers.docx.markup import parsed
from pincite.converter.readers.docx.refusal import refusal, too_much
from pincite.converter.readers.docx.wrong_format import of_archive, of_bytes

if TYPE_CHECKING:
    from typing import IO

    from lxml.etree import _Element

_CHUNK = 64 * 1024
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What zipfile raises for archives that are damaged in one way or another."""
_PROTECTED = 0x1


@dataclass(frozen=True)
class Relationship:
    """What a part is related to: the last word of the relation's name, and an address or another part's name."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a .docx, read when asked for.

    Raises UnreadableError for bytes that are no such archive, and for one that asks for too much.
    """

    def __init__(self, content: bytes) -> None:
        self._left = MAX_TOTAL
        self._members = _members(content)
        self._types = self._content_types()

    def bytes_of(self, name: str) -> bytes | None:
        """Return the bytes of a part, None for one that is missing; raises UnreadableError for a damaged one."""
        member = self._members.get(name.casefold())
        if member is None:
            return None
        archive, info = member
        try:
            with archive.open(info) as stream:
                return self._within_limits(stream, info)
        except _BROKEN as error:
            raise _damaged(f"its part {info.filename} cannot be unpacked ({error})") from None

    def xml(self, name: str) -> _Element | None:
        """Return the root element of a part, None for one that is missing."""
        content = self.bytes_of(name)
        return None if content is None else parsed(content, name)

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return what a part is related to, by the ids that it uses; the package itself is the part ""."""
        folder, _, base = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{base}.rels".removeprefix("/"))
        found = {}
        for one in () if root is None else root:
            target = one.get("Target", "")
            external = one.get("TargetMode", "").casefold() == "external"
            kind = one.get("Type", "").rpartition("/")[2]
            if not external and not (kind == "hyperlink" and ":" in target):
                target = _resolved(folder, target)
            else:
                external = True
            found[one.get("Id", "")] = Relationship(kind, target, external)
        return found

    def media_type(self, name: str) -> str | None:
        """Return the media type that the package says a part has."""
        folded = name.casefold()
        return self._types.get("/" + folded) or self._types.get(folded.rpartition(".")[2])

    def main_part(self) -> str:
        """Return the name of the part with the article; raises UnreadableError for a package without one."""
        for one in self.relationships("").values():
            if one.kind == "officeDocument" and not one.external and one.target.casefold() in self._members:
                declared = self.media_type(one.target) or ""
                if "spreadsheetml" in declared or "presentationml" in declared:
                    break
                return one.target
        if "word/document.xml" in self._members:
            return "word/document.xml"
        raise of_archive(set(self._members), self.bytes_of("mimetype"))

    def _within_limits(self, stream: IO[bytes], info: zipfile.ZipInfo) -> bytes:
        """Return the bytes of a stream, counted as they come: what the archive says of them may be wrong."""
        found = bytearray()
        while chunk := stream.read(_CHUNK):
            found += chunk
            self._left -= len(chunk)
            if self._left < 0:
                raise too_much(f"its parts are larger than {MAX_TOTAL // 1024 // 1024} MiB")
            if len(found) > max(RATIO_FROM, MAX_RATIO * info.compress_size):
                raise too_much(
                    f"its part {info.filename} is packed more than {MAX_RATIO} times smaller than it is"
                )
        return bytes(found)

    def _content_types(self) -> dict[str, str]:
        """Return media types by the name of a part, with a slash before it, or by the end of names."""
        root = self.xml("[Content_Types].xml")
        found = {}
        for one in () if root is None else root:
            key = one.get("PartName") or one.get("Extension") or ""
            found[key.casefold()] = one.get("ContentType", "")
        return found


def _members(content: bytes) -> dict[str, tuple[zipfile.ZipFile, zipfile.ZipInfo]]:
    """Return the members of an archive by their names in small letters.

    A name that leads out of the archive does no harm: nothing is unpacked to disk, and no relation can lead there.
    """
    wrong = of_bytes(content)
    if wrong is not None:
        raise wrong
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise _damaged(f"its table of contents cannot be read ({error})") from None
    if len(archive.filelist) > MAX_MEMBERS:
        raise too_much(f"it has more than {MAX_MEMBERS} members")
    found = {}
    for info in archive.filelist:
        name = info.filename.replace("\\", "/")
        if name.endswith("/"):
            continue  # a folder
        if name.casefold() in found:
            raise _damaged(f"it has two members called {name}")
        if info.flag_bits & _PROTECTED:
            raise refusal("the file is protected with a password", "save it without one")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise _damaged(f"its member {name} is packed in a way that .docx does not know")
        found[name.casefold()] = (archive, info)
    return found


def _resolved(folder: str, target: str) -> str:
    """Return the name of the part that *target* leads to from *folder*, "" where it leads out of the package."""
    path = [] if target.startswith("/") else [one for one in folder.split("/") if one]
    for step in target.replace("\\", "/").split("/"):
        if step == "..":
            if not path:
                return ""
            path.pop()
        elif step not in {"", "."}:
            path.append(step)
    return "/".join(path)


def _damaged(how: str) -> Exception:
    return refusal(f"the file is damaged: {how}", "open it in a word processor and save it again as .docx")
