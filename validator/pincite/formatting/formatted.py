"""What the bytes of a file become in canonical form, held against what they were before anybody sees them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.editing.draft import Draft
from pincite.editing.edits import EditingError
from pincite.editing.line_ends import LineEnds, eol_of
from pincite.formatting.held import Commented, hold_comments, hold_data
from pincite.formatting.json_layout import compact, indented
from pincite.member_order import document_shape
from pincite.reading.articles import is_article
from pincite.reading.files import SUFFIXES, RawDocument, documents_in, read_document
from pincite.reading.lines import Lines, records
from pincite.reading.markdown.front_matter import has_body, has_key, is_markdown, split
from pincite.reading.opening import STDIN

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.json_value import Json

_MARK = "\ufeff"
_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


_UNREADABLE = "{} is left as it is: in its canonical form it could not be read any more"


class Formatted(NamedTuple):
    """A file as it was and as it is to be, and what keeps documents in it from being read."""

    draft: Draft
    unread: tuple[Finding, ...] = ()


def formatted(path: str, content: bytes) -> Formatted:
    """Return what a file becomes; what cannot be read stays as it is.

    Its syntax is told by its name, for ``-`` by its beginning. Raises EditingError where a document has no canonical form
    that says the same, and for what is no document.
    """
    if is_article(path):
        raise EditingError(f"{path} is left as it is: it is an article, not a document")
    if path.endswith(".jsonl"):
        return _records(path, content)
    found = next(documents_in(path, content), None)
    if not isinstance(found, RawDocument):
        return Formatted(Draft(path, content, content), () if found is None else (found,))
    _refuse_others(path, found.data)
    text = content.decode("utf-8")
    whole = text.removeprefix(_MARK)
    mark = text[: len(text) - len(whole)]
    plain = whole.replace("\r\n", "\n").replace("\r", "\n") if "\r" in whole else whole
    if _is_markdown(path, content):
        new = mark + _markdown(path, plain, whole)
    else:
        is_json = path.endswith(".json") or (path == STDIN and _JSON_OBJECT.match(content) is not None)
        after = _json(path, whole, found) if is_json else _yaml(path, plain, found)
        new = mark + after.replace("\n", eol_of(whole))
    draft = Draft(path, content, new.encode("utf-8"))
    if draft.differs and _is_markdown(path, content):
        again = next(documents_in(path, draft.after), None)
        if not isinstance(again, RawDocument):
            raise EditingError(_UNREADABLE.format(path))
        hold_data(path, found, again)
    return Formatted(draft)


def _refuse_others(path: str, data: Json) -> None:
    """Raise EditingError for what is no document: files of other kinds may be named by mistake."""
    if not isinstance(data, dict):
        raise EditingError(f"{path} is left as it is: it holds no object, as a Pincite document is")
    if "pincite" not in data and path != STDIN and not path.endswith(SUFFIXES):
        raise EditingError(
            f"{path} is left as it is: it has no member 'pincite', as every Pincite document has"
        )


def _is_markdown(path: str, content: bytes) -> bool:
    return has_key(content) and (is_markdown(path) or (path == STDIN and has_body(content)))


def _json(path: str, text: str, raw: RawDocument) -> str:
    after = indented(text, document_shape())
    if after != text:
        hold_data(path, raw, _read(path, after, is_json=True))
    return after


def _markdown(path: str, plain: str, text: str) -> str:
    """Return an annotated article with its front matter in canonical form; *plain* is it with LF line ends."""
    front_end = split(plain)
    if front_end is None:
        return text
    front = plain[: front_end[0]]
    after = _yaml(path, front, _read(path, front, is_json=False))
    if after.endswith(
        "\n...\n"
    ):  # what would end a file behind a text that keeps its line ends; here the dashes do
        after = after.removesuffix("...\n")
    ends = LineEnds(text)
    return ends.written(after) + text[ends.in_file(len(front)) :]


def _yaml(path: str, text: str, raw: RawDocument) -> str:
    """Return a YAML text with LF line ends in canonical form."""
    from pincite.formatting.yaml_arranging import Unarrangeable, arranged  # noqa: PLC0415 - for YAML alone
    from pincite.formatting.yaml_layout import laid_out  # noqa: PLC0415
    from pincite.formatting.yaml_reading import tree_of  # noqa: PLC0415
    from pincite.formatting.yaml_tree import Collection  # noqa: PLC0415

    tree = tree_of(text)
    if not isinstance(tree.root, Collection) or not tree.root.parts:
        return text
    try:
        arranged(tree.root, document_shape(), text)
    except Unarrangeable as error:
        place = Lines(text).place(*error.place)
        raise EditingError(f"{path}:{place.line}:{place.column} is left as it is: {error}") from None
    after = laid_out(tree)
    if after != text:
        new = _read(path, after, is_json=False)
        hold_data(path, raw, new)
        if tree.comments:
            hold_comments(
                path, Commented(text, tree, raw.ignores), Commented(after, tree_of(after), new.ignores)
            )
    return after


def _read(path: str, text: str, *, is_json: bool) -> RawDocument:
    found = read_document(path, text.encode("utf-8"), is_json=is_json)
    if isinstance(found, RawDocument):
        return found
    raise EditingError(_UNREADABLE.format(path))


def _records(path: str, content: bytes) -> Formatted:
    """Format the records of a JSONL file, each on its line; what cannot be read stays as it is, and empty lines go."""
    unread: list[Finding] = []
    lines: list[bytes] = []
    eol = b"\r\n" if content.partition(b"\n")[0].endswith(b"\r") and b"\n" in content else b"\n"
    for number, _, record in records(content):
        found = read_document(path, record, is_json=True, first_line=number)
        if isinstance(found, RawDocument):
            _refuse_others(path, found.data)
            text = record.decode("utf-8")
            whole = text.removeprefix(_MARK)
            after = compact(whole, document_shape())
            hold_data(path, found, _read(path, after, is_json=True))
            lines.append((text[: len(text) - len(whole)] + after).encode("utf-8"))
        else:
            unread.append(found)
            lines.append(record)
    return Formatted(Draft(path, content, b"".join(line + eol for line in lines)), tuple(unread))
