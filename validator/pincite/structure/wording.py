"""The words of a schema fault: what is wrong and what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_steps
from pincite.structure.outline import kind_of, part_at
from pincite.structure.rules import (
    identifier_malformed,
    member_excluded,
    member_missing,
    member_unknown,
    type_mismatch,
    value_out_of_range,
    value_unlisted,
    version_unquoted,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from pincite.model.json_value import Json
    from pincite.model.rule import Rule
    from pincite.structure.diagnosis import SchemaFault


@dataclass(frozen=True)
class Wording:
    """A fault as it is told: rule, place (value or key at the pointer), message, hint.

    ``mend`` is what makes the document fit for rules: keep the value (its type is right), leave it out, or put
    ``nearest`` in its place as name or value.
    """

    rule: Rule
    pointer: str
    message: str
    hint: str | None = None
    on: Literal["value", "key"] = "value"
    mend: Literal["keep", "drop", "rename", "replace"] = "keep"
    nearest: str | None = None


_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
}
_SHOWN = 60
"""Code points of a value that a message repeats."""
_FEW = 12
"""How many listed values a hint repeats."""


def unknown_member(fault: SchemaFault, missing: Iterable[str]) -> Wording:
    """Tell a member that the object does not know; the likeliest meant ones are those it lacks."""
    parent, name = _parent(fault.pointer), pointer_steps(fault.pointer)[-1]
    present = fault.value if isinstance(fault.value, dict) else {}
    nearest = closest(name, missing) or closest(
        name, (known for known in fault.wanted if known not in present)
    )
    kind = kind_of(parent)
    hint = f"did you mean '{nearest}'?" if nearest else "data of your own goes under 'custom' of the document"
    message = f"{kind} has no member '{shown(name)}'"
    return Wording(
        member_unknown.RULE, fault.pointer, message, hint, "key", "rename" if nearest else "drop", nearest
    )


def missing_member(pointer: str, name: str, owner: Json) -> Wording:
    """Tell a required member that is not there."""
    label = owner.get("id") if isinstance(owner, dict) else None
    named = f"{kind_of(pointer)} '{shown(label)}'" if isinstance(label, str) else kind_of(pointer)
    examples = part_at(f"{pointer}/{name}").get("examples") or []
    hint = (
        f"add it, for example {name}: {examples[0]}"
        if examples and isinstance(examples[0], str)
        else "add it"
    )
    return Wording(member_missing.RULE, pointer, f"{named} has no '{name}'", hint, mend="drop")


def other_fault(fault: SchemaFault) -> Wording:
    """Tell any other schema fault: a value of the wrong type, shape, list or range."""
    member = _member(fault.pointer)
    if fault.keyword == "type":
        return _type(fault, member)
    if fault.keyword in {"enum", "const"}:
        return _unlisted(fault, member)
    if fault.keyword == "pattern":
        return _shape(fault, member)
    if fault.keyword == "propertyNames":
        message = f"'{shown(fault.value)}' cannot be a key of {kind_of(_parent(fault.pointer))}"
        return Wording(
            identifier_malformed.RULE, fault.pointer, message, _key_hint(fault.pointer), "key", "drop"
        )
    if fault.keyword == "not":
        kind = kind_of(_parent(fault.pointer))
        message = f"'{member}' excludes another member of this {kind}"
        return Wording(member_excluded.RULE, fault.pointer, message, "keep one of the two", "key")
    message = f"{member} {_out_of_range(fault)}"
    kept = isinstance(fault.value, (str, dict))
    return Wording(value_out_of_range.RULE, fault.pointer, message, mend="keep" if kept else "drop")


def _type(fault: SchemaFault, member: str) -> Wording:
    wanted = [fault.wanted] if isinstance(fault.wanted, str) else list(fault.wanted)
    if fault.pointer == "/pincite" and isinstance(fault.value, (int, float)):
        message = f"the format version {fault.value} is a number"
        hint = 'write it in quotation marks: "1.0"'
        return Wording(version_unquoted.RULE, fault.pointer, message, hint, mend="replace", nearest="1.0")
    words = " or ".join(_TYPES[name] for name in wanted)
    actual = "empty" if fault.value is None else f"not {_described(fault.value)}"
    hint, as_text = None, None
    if "array" in wanted and fault.value is not None:
        hint = f"write a list: {member}: [ … ]"
    elif "string" in wanted and isinstance(fault.value, (int, float)):
        as_text = str(fault.value).lower()
        hint = f'write it in quotation marks: {member}: "{shown(as_text)}"'
    message = f"{member} must be {words}{' but is' if fault.value is None else ','} {actual}"
    mend: Literal["drop", "replace"] = "drop" if as_text is None else "replace"
    return Wording(type_mismatch.RULE, fault.pointer, message, hint, mend=mend, nearest=as_text)


def _unlisted(fault: SchemaFault, member: str) -> Wording:
    listed = [str(one) for one in (fault.wanted if isinstance(fault.wanted, list) else [fault.wanted])]
    nearest = closest(fault.value, listed) if isinstance(fault.value, str) else None
    hint = f"did you mean '{nearest}'?" if nearest else None
    if hint is None and len(listed) <= _FEW:
        hint = "one of: " + ", ".join(listed)
    message = f"{member} '{shown(fault.value)}' is not one of the format's"
    mend: Literal["keep", "replace"] = "replace" if nearest else "keep"
    return Wording(value_unlisted.RULE, fault.pointer, message, hint, mend=mend, nearest=nearest)


def _shape(fault: SchemaFault, member: str) -> Wording:
    value = shown(fault.value)
    if fault.shape is None:
        return Wording(value_out_of_range.RULE, fault.pointer, f"{member} '{value}' is not well formed")
    if fault.reason:
        return Wording(fault.shape.rule, fault.pointer, f"{member} '{value}' is impossible: {fault.reason}")
    message = f"{member} '{value}' is not {fault.shape.wanted.split(':')[0].split(' such as')[0]}"
    return Wording(fault.shape.rule, fault.pointer, message, f"write {fault.shape.wanted}")


def _out_of_range(fault: SchemaFault) -> str:
    if fault.keyword in {"minLength", "minItems", "minProperties"}:
        return "is empty" if fault.wanted == 1 else f"has fewer than {fault.wanted} parts"
    low = {"minimum": "less than", "exclusiveMinimum": "not more than", "maximum": "more than"}
    if fault.keyword in low:
        return f"{shown(fault.value)} is {low[fault.keyword]} {fault.wanted}"
    return "repeats a value" if fault.keyword == "uniqueItems" else "is not as the format wants it"


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the one of *candidates* that *word* is most likely a misspelling of, or None."""
    found = get_close_matches(word.lower(), list(candidates), n=1, cutoff=0.7)
    return found[0] if found else None


def shown(value: Json) -> str:
    """Return *value* short enough for a message."""
    text = value if isinstance(value, str) else _described(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _described(value: Json) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return {str: "text", list: "a list", dict: "a mapping"}[type(value)]


def _key_hint(pointer: str) -> str:
    if "/custom/" in pointer:
        return "name it by a domain of yours, such as org.example.project"
    return "use letters, digits and hyphens"


def _member(pointer: str) -> str:
    steps = pointer_steps(pointer)
    if not steps:
        return "the document"
    return kind_of(pointer) if steps[-1].isdecimal() else steps[-1]


def _parent(pointer: str) -> str:
    return pointer.rpartition("/")[0]
