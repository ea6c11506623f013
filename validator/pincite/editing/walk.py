"""The changes of a text that make it say other data: one walk through the old data and the new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editing import between_brackets
from pincite.editing.blocked import BlockedError
from pincite.editing.comments import Comments
from pincite.editing.edits import Edit, EditingError, runs
from pincite.editing.json_writing import JsonScribe
from pincite.editing.line_ends import eol_of
from pincite.editing.marks import reshaped
from pincite.editing.text_lines import TextLines
from pincite.editing.values import same
from pincite.editing.yaml_blocks import BlockEditor
from pincite.editing.yaml_lines import LineTaker
from pincite.editing.yaml_writing import YamlScribe
from pincite.model.json_value import pointer_to
from pincite.reading.json_syntax import JsonNodes
from pincite.reading.yaml_places import YamlNodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.editing.between_brackets import Scribe
    from pincite.editing.comments import Valued
    from pincite.editing.marks import Mark
    from pincite.model.json_value import Json
    from pincite.reading.nodes import NodePlace, Nodes


def json_edits(text: str, old: Json, new: Json, mark: Mark | None = None) -> list[Edit]:
    """Return the edits after which a JSON text that says *old* says *new*; raises EditingError.

    *new* has all parts of *old*; of them, those go, or get other names, that *mark* says it of. Where only some of what
    differs keeps its place, a BlockedError tells of all that does.
    """
    return _Walk(text, JsonNodes(text), None, old).edits(old, new, mark)


def yaml_edits(text: str, old: Json, new: Json, mark: Mark | None = None) -> list[Edit]:
    """Return the edits after which a YAML text that says *old* says *new*, in the manner of ``json_edits``."""
    nodes = YamlNodes(text)
    return _Walk(text, nodes, nodes, old).edits(old, new, mark)


class _Walk:
    """A walk through two states of one document; *yaml* are the nodes of one in which blocks and comments may stand."""

    def __init__(self, text: str, nodes: Nodes, yaml: Nodes | None, data: Json) -> None:
        self._text = text
        self._nodes = nodes
        self._comments = Comments(text, TextLines(text), yaml)
        eol = eol_of(text)
        self._scribe: Scribe = YamlScribe() if yaml else JsonScribe(text, eol)
        self._blocks = BlockEditor(text, eol, yaml, data, self._comments) if yaml else None
        self._taker = LineTaker(text, self._comments)
        self._found: list[Edit] = []
        self._way: list[str] = []
        """The steps to the collection that the walk is in."""
        self._blocked: dict[str, str] = {}

    def edits(self, old: Json, new: Json, mark: Mark | None) -> list[Edit]:
        root = self._nodes.root()
        if same(old, new) and not (mark and mark.inner):
            return []
        if not isinstance(old, (dict, list)) or not old:
            raise EditingError("the file holds no object to write into")
        self._value(root, [root], old, new, mark, bare=self._blocks is not None)
        if self._blocked:
            raise BlockedError(self._blocked)
        return self._found

    def _collection(self, node: NodePlace, old: Json, new: Json, mark: Mark | None, *, bare: bool) -> None:
        """Note what makes a collection that is not empty another one of the same kind that has all its parts but those gone.

        *bare*: no brackets around it, so that blocks may stand here.
        """
        bare = bare and self._text[node.start] not in "{["
        if not bare and self._text[node.start] not in "{[":
            raise EditingError("a member without braces inside brackets leaves no room for another one")
        parts: list[Valued] = list(zip(self._nodes.children(node, old).values(), _values(old), strict=True))
        children = [child for child, _ in parts]
        gone: set[int] = set()
        both = _wanted(old, new)
        steps = [step for step, _ in both]
        for number, (step, wanted) in enumerate(both):
            inner = mark.inner.get(step) if mark is not None else None
            child, value = parts[number]
            if inner is not None and inner.gone:
                gone.add(number)
                continue
            if inner is not None and inner.name is not None and child.key is not None:
                key = self._scribe.key(inner.name, self._text[slice(*child.key)])
                self._found.append(Edit(*child.key, key))
            self._way.append(step)
            try:
                self._value(child, children, value, wanted, inner, bare=bare)
            except EditingError as error:
                self._block([], error)
            self._way.pop()
        for first, last in runs(gone):
            self._removed(node, parts, first, last, steps, bare=bare)
        kept = [part for number, part in enumerate(parts) if number not in gone]
        end = node.end if len(parts) - 1 not in gone else kept[-1][0].end
        try:
            self._added(node, kept, end, old, new, bare=bare)
        except EditingError as error:
            self._block(_added_steps(old, new), error)

    def _value(
        self,
        node: NodePlace,
        siblings: list[NodePlace],
        old: Json,
        new: Json,
        mark: Mark | None,
        *,
        bare: bool,
    ) -> None:
        if same(old, new) and (mark is None or not mark.inner):
            return
        emptied = mark is not None and mark.empties(old)
        if old and _only_grows(old, new) and not emptied:
            self._collection(node, old, new, mark, bare=bare)
            return
        try:
            self._found.append(self._replaced(node, siblings, old, reshaped(new, mark), bare=bare))
        except EditingError as error:
            if not emptied or not self._some_stay(node, old, bare=bare):
                raise error from None

    def _replaced(
        self, node: NodePlace, siblings: list[NodePlace], old: Json, new: Json, *, bare: bool
    ) -> Edit:
        """Return the edit that puts a value in the place of another; raises EditingError."""
        written = self._text[node.start : node.end]
        self._comments.refuse_loss(node.start, node.end, [(node._replace(key=None), old)])
        if bare and self._blocks is not None:
            return self._blocks.replaced(node, old, new)
        colon = self._scribe.colon(self._text[node.key[1] : node.start] if node.key else None)
        indent = None
        if "\n" in written or "\r" in written or not isinstance(old, (dict, list)) or not old:
            indent = between_brackets.indent_for(self._text, node, siblings)
        text = self._scribe.value(new, colon, indent, written)
        if node.key is not None and node.start == node.end:
            before = self._text[node.key[1] : node.start]
            text = text if before.endswith(" ") else f" {text}" if ":" in before else f": {text}"
        return Edit(node.start, node.end, text)

    def _some_stay(self, node: NodePlace, old: Json, *, bare: bool) -> bool:
        """Note what has to stay of a collection that cannot be emptied; return whether it is a part of it."""
        bare = bare and self._text[node.start] not in "{["
        parts: list[Valued] = list(zip(self._nodes.children(node, old).values(), _values(old), strict=True))
        steps = [step for step, _ in _wanted(old, old)]
        before = len(self._blocked)
        for number in range(len(parts) if len(parts) > 1 else 0):
            self._removed(node, parts, number, number, steps, bare=bare)
        return len(self._blocked) > before

    def _removed(
        self, node: NodePlace, parts: list[Valued], first: int, last: int, steps: list[str], *, bare: bool
    ) -> None:
        try:
            if bare:
                self._found += self._taker.run_removed(node, parts, first, last)
            else:
                self._found += between_brackets.run_removed(self._text, parts, first, last, self._comments)
        except EditingError as error:
            if first == last:
                self._block([steps[first]], error)
                return
            before = len(self._blocked)
            for number in range(first, last + 1):  # the others may still go
                self._removed(node, parts, number, number, steps, bare=bare)
            if len(self._blocked) == before:
                self._block(steps[first : last + 1], error)

    def _block(self, steps: Sequence[str], error: EditingError) -> None:
        """Note what keeps its place, by the steps from where the walk is; without any, that place itself."""
        here = "".join([pointer_to("", step) for step in self._way])
        for at in [pointer_to(here, step) for step in steps] or [here]:
            self._blocked.setdefault(at, str(error))

    def _added(
        self, node: NodePlace, kept: list[Valued], end: int, old: Json, new: Json, *, bare: bool
    ) -> None:
        """Note what adds to a collection what it has not had, behind what is *kept* of it, which ends at *end*."""
        children = [child for child, _ in kept]
        if isinstance(old, dict) and isinstance(new, dict):
            members = {name: value for name, value in new.items() if name not in old}
            if members and bare and self._blocks is not None:
                self._found.append(self._blocks.members_added(node, kept, end, members))
            elif members:
                self._found.append(
                    between_brackets.members_added(self._text, node, children, members, self._scribe)
                )
        elif isinstance(old, list) and isinstance(new, list):
            items = new[len(old) :]
            if items and bare and self._blocks is not None:
                self._found.append(self._blocks.items_added(node, kept, end, items))
            elif items:
                self._found.append(
                    between_brackets.items_added(self._text, node, children, items, self._scribe)
                )


def _wanted(old: Json, new: Json) -> Sequence[tuple[str, Json]]:
    """Return the steps to all that is in one collection, and what another has there."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [(name, new[name]) for name in old]
    if isinstance(old, list) and isinstance(new, list):
        return [(str(number), value) for number, value in enumerate(new[: len(old)])]
    return ()


def _added_steps(old: Json, new: Json) -> list[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        return [name for name in new if name not in old]
    first, end = (len(one) if isinstance(one, list) else 0 for one in (old, new))
    return [str(number) for number in range(first, end)]


def _values(value: Json) -> Iterable[Json]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _only_grows(old: Json, new: Json) -> bool:
    """Return whether a value is a collection whose parts the other has, too, whatever they hold."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() <= new.keys()
    return isinstance(old, list) and isinstance(new, list) and len(old) <= len(new)
