"""What ``pincite convert`` does."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.output import CallError, tell, told
from pincite.cli.relocation import relocated
from pincite.converter.article import convert_text
from pincite.export import FORMATS, format_for, write
from pincite.reading.fault import UnreadableError
from pincite.reading.files import SUFFIXES, RawDocument, read
from pincite.reading.markdown.front_matter import is_annotated, is_markdown
from pincite.reading.opening import STDIN, read_text
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_PINCITE = re.compile(r"""\ufeff?(?:\s|\#[^\n]*\n|---\n)*(?:\{\s*)?["']?pincite["']?\s*:""")
"""How a Pincite document begins: with its version, behind comments perhaps."""


def transform(article: str, to: str | None, target: str | None, *, refer: bool, force: bool = False) -> str:
    """Convert an article (``-``: standard input) or a document and return the document as text.

    *to* is a name in ``FORMATS``, or None for what the target's name says. With *refer* the document names the article's file, by a path relative to *target* (the file that the
    document is for, or the working folder without one), instead of holding its text. Raises CallError, also
    where the document would be written over its article, or without *force* over one that was finished by hand.
    """
    if target is not None and _same_file(article, target):
        raise CallError(f"{target} is the article itself; name another file with --output")
    if article.endswith(SUFFIXES) or (is_markdown(article) and is_annotated(article)):
        return _rewritten(article, to or format_for(target), target, refer=refer, force=force)
    if refer and article == STDIN:
        raise CallError("--text-path needs an article in a file, not standard input")
    try:
        content = read_text(article)
    except OSError as error:
        raise CallError(f"cannot read {article}: {told(error)}") from None
    except UnreadableError as error:
        hint = f"; {error.fault.hint}" if error.fault.hint else ""
        raise CallError(f"cannot read {article}: {error.fault.message}{hint}") from None
    _refuse_no_article(article, content)
    if target is not None and not force:
        _refuse_handwork(target)
    document = convert_text(content)
    if refer:
        folder = Path() if target is None else Path(target).parent
        # nothing was lost in decoding, so these are the file's own bytes, with their BOM and line ends
        digest = hashlib.sha256(content.encode("utf-8")).hexdigest()
        document["article"]["text"] = {"path": _path_from(folder, article), "sha256": digest}
    return write(document, to or format_for(target), content)


def _rewritten(path: str, to: str, target: str | None, *, refer: bool, force: bool) -> str:
    """Return a document in another syntax; raises CallError for what cannot be written without loss."""
    from pincite.structure.examine import examine  # noqa: PLC0415 - only where a document is rewritten

    if refer:
        raise CallError("--text-path is for articles; a document keeps its text as it has it")
    raws = list(islice(read(path), 2))
    if len(raws) != 1:
        number = "more than one document" if raws else "no document"
        raise CallError(f"{path} holds {number}; write each into a file of its own and convert that")
    raw = raws[0]
    if not isinstance(raw, RawDocument):
        raise CallError(f"cannot read {path}: {raw.message}" + (f"; {raw.hint}" if raw.hint else ""))
    examined = examine(raw)
    if examined.document is None or any(one.severity == "error" for one in examined.findings):
        number = f"{len(examined.findings)} fault" + "s" * (len(examined.findings) != 1)
        raise CallError(
            f"{path} has {number} of structure and would lose what is broken; pincite check tells them"
        )
    if target is not None and not force:
        _refuse_handwork(target)
    document = examined.document
    if raw.ignores:
        number = f"{len(raw.ignores)} comment" + "s" * (len(raw.ignores) != 1)
        tell(f"pincite: {number} that ignore findings are not written; {safe(path)} has them")
    data = document.data
    if target is not None and FORMATS[to].is_whole:
        data = relocated(data, Path(path).parent, Path(target).parent)
    return write(data, to, document.text)


def _refuse_no_article(article: str, content: str) -> None:
    name = "standard input" if article == STDIN else article
    if _PINCITE.match(content):
        raise CallError(f"{name} is a Pincite file, not an article; pincite check judges it")
    if "\0" in content:
        raise CallError(
            f"{name} is not text (it holds the character U+0000); save it as plain text, in UTF-8"
        )
    if all(unicodedata.category(character)[0] in "CZ" for character in content):
        raise CallError(f"{name} has no visible text; there is nothing to convert")


_METHOD = re.compile(r"""\bmethod["']?\s*:\s*["']?(manual|mixed)\b""")


def _refuse_handwork(target: str) -> None:
    """Refuse to replace a document that states handwork, or states it in broken syntax."""
    try:
        if not Path(target).is_file():
            return
    except OSError:  # a name that no file can have; writing will tell
        return
    documents = [each for each in read(target) if isinstance(each, RawDocument)]
    methods = [_method_of(each.data) for each in documents]
    if not documents:
        try:
            methods = _METHOD.findall(read_text(target))
        except (OSError, UnreadableError):
            return
    method = next((each for each in methods if each in {"manual", "mixed"}), None)
    if method is not None:
        raise CallError(
            f"{target} was worked on by hand (annotation.method: {method}), and converting would lose that work; "
            "name another file with --output, or add --force to replace it"
        )


def _method_of(data: Json) -> Json:
    annotation = data.get("annotation") if isinstance(data, dict) else None
    return annotation.get("method") if isinstance(annotation, dict) else None


def _same_file(article: str, target: str) -> bool:
    try:
        return article != STDIN and Path(article).samefile(target)
    except OSError:  # one of them is not there
        return False


_UNWRITABLE = re.compile("[\\\\\x00-\x1f\x7f\ud800-\udfff]")
"""What a path in a document cannot hold; a byte of a file's name that is no UTF-8 arrives as a lone surrogate."""


def _path_from(folder: Path, article: str) -> str:
    path = os.path.relpath(article, folder).replace(os.sep, "/")
    if _UNWRITABLE.search(path):
        raise CallError(
            f"cannot refer to {article}: its path has characters that a document's path cannot have; "
            "rename it, or leave out --text-path"
        )
    return f"./{path}" if ":" in path.partition("/")[0] else path  # else it would be an address
