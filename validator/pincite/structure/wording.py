"""The words of a schema fault: what is wrong and what would be right."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_steps
from pincite.model.nearness import closest_word
from pincite.structure.date_words import date_hint
from pincite.structure.other_names import other_names
from pincite.structure.outline import kind_of, part_at
from pincite.structure.remedies import type_hint
from pincite.structure.repairs import accepts, listed, moved_below, put_right, renamed, retyped
from pincite.structure.respelling import respelt
from pincite.structure.rules import (
    date_malformed,
    identifier_malformed,
    member_excluded,
    member_missing,
    member_unknown,
    type_mismatch,
    value_out_of_range,
    value_unlisted,
    version_unquoted,
    version_unsupported,
)
from pincite.structure.showing import as_written, cut, described, member_of, shown
from pincite.structure.versions import known, parsed, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Literal

    from pincite.model.fix import Fix
    from pincite.model.json_value import Json
    from pincite.model.rule import Rule, Severity
    from pincite.structure.diagnosis import SchemaFault


@dataclass(frozen=True)
class Wording:
    """A fault as it is told: rule, place (value or key at the pointer), message, hint.

    ``mend`` is what makes the document fit for rules: keep the value (its type is right), leave it out, put
    ``nearest`` in its place as name or value, do without the member ``nearest`` of the object or of the one
    around it, or refuse the whole document. ``replaces_missing`` marks an
    unknown member that is a required one misspelt; ``severity`` is set where it differs from the rule's; ``fix`` does
    what the hint says, where it can be meant in one way only.
    """

    rule: Rule
    pointer: str
    message: str
    hint: str | None = None
    on: Literal["value", "key"] = "value"
    mend: Literal["keep", "drop", "rename", "replace", "lack", "exclude", "refuse"] = "keep"
    nearest: str | None = None
    replaces_missing: bool = False
    severity: Severity | None = None
    fix: Fix | None = None


_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
}
_LEAST = frozenset({"minLength", "minItems", "minProperties"})
_BOUNDS = {"minimum": "at least", "exclusiveMinimum": "more than", "maximum": "at most"}
_FEW = 12
"""How many listed values a hint repeats."""
_FIRST_YEAR = 1000
"""The first year that may be written as a number."""
_THREE_DIGITS = 100


def foreign_version(version: Json) -> Wording:
    """Tell a version that another Pincite is for."""
    major = known()[0]
    message = f"the document is in version {shown(version)} of the format, but this Pincite reads {major}.x"
    hint = "a newer Pincite may read it"
    return Wording(version_unsupported.RULE, "/pincite", message, hint, mend="refuse")


def unknown_member(fault: SchemaFault, missing: Collection[str], *, bare: bool = False) -> Wording:
    """Tell a member that the object does not know; the likeliest meant ones are those it lacks.

    ``bare`` says that it has neither colon nor value in YAML.
    """
    parent, name = _parent(fault.pointer), pointer_steps(fault.pointer)[-1]
    present = fault.value if isinstance(fault.value, dict) else {}
    absent = [known for known in fault.wanted if known not in present]
    below = _one_below(parent, name, fault.wanted)
    nearest = closest_word(name, missing)
    if nearest is None and not below:
        nearest = closest_word(name, absent) or next(iter(other_names(name, absent)), None)
    fix = None
    if nearest:
        hint = f"did you mean '{nearest}'?"
        fix = renamed(fault.pointer, nearest, absent, present.get(name))
    elif below:
        hint = f"it belongs under '{below}'"
        fix = moved_below(fault.pointer, below, present)
    elif bare:
        hint = "if the comma belongs to the value before it, put that value into quotation marks"
    else:
        hint = "data of your own goes under 'custom' of the document"
    return Wording(
        member_unknown.RULE,
        fault.pointer,
        f"{kind_of(parent)} has no member '{shown(name)}'",
        hint,
        on="key",
        mend="rename" if nearest else "drop",
        nearest=nearest,
        replaces_missing=nearest in missing,
        fix=fix,
    )


def _one_below(parent: str, name: str, members: Iterable[str]) -> str | None:
    """Return the member that *name* belongs under, if it stands one level too high, as a page of a citation."""
    names = {name, name.removesuffix("s")}
    below = [one for one in members if not names.isdisjoint(part_at(f"{parent}/{one}").get("properties", {}))]
    if "locator" in below:  # a passage has pages too, but nobody writes those by hand
        return "locator"
    return below[0] if len(below) == 1 else None


def missing_member(pointer: str, name: str, owner: Json) -> Wording:
    """Tell a required member that is not there."""
    label = owner.get("id") if isinstance(owner, dict) else None
    named = f"{kind_of(pointer)} '{shown(label)}'" if isinstance(label, str) else kind_of(pointer)
    hint = "add it"
    for example in part_at(f"{pointer}/{name}").get("examples", ())[:1]:
        if isinstance(example, (str, int)):
            hint = f"add it, for example {name}: {as_written(example)}"
    return Wording(member_missing.RULE, pointer, f"{named} has no '{name}'", hint, mend="lack", nearest=name)


def excluded_member(fault: SchemaFault) -> Wording:
    """Tell a member that may not stand beside another one."""
    parent = _parent(fault.pointer)
    (other,) = part_at(parent)["if"]["required"]
    message = f"'{member_of(fault.pointer)}' and '{other}' of this {kind_of(parent)} exclude each other"
    hint = "keep one of the two"
    return Wording(member_excluded.RULE, fault.pointer, message, hint, "key", mend="exclude", nearest=other)


def other_fault(fault: SchemaFault, spelling: str | None = None) -> Wording:
    """Tell any other schema fault: a value of the wrong type, shape, list or range.

    *spelling* is how the value is written in the file, where that is known.
    """
    member = member_of(fault.pointer)
    if fault.keyword == "type":
        return _type(fault, member, spelling)
    if fault.keyword in {"enum", "const"}:
        return _unlisted(fault, member)
    if fault.keyword == "pattern":
        return _shape(fault, member)
    if fault.keyword == "propertyNames":
        return _key(fault)
    if fault.shape is not None and isinstance(fault.value, (int, float)):
        return _year(fault, fault.shape.rule, member)
    message = f"{member} {_out_of_range(fault)}"
    kept = isinstance(fault.value, str)
    return Wording(
        value_out_of_range.RULE,
        fault.pointer,
        message,
        "give it a value, or leave it out" if _is_empty(fault) else None,
        mend="keep" if kept else "drop",
    )


def _type(fault: SchemaFault, member: str, spelling: str | None) -> Wording:
    is_number = isinstance(fault.value, (int, float))
    if fault.pointer == "/pincite" and parsed(fault.value):
        return _unquoted_version(fault, spelling)
    wanted = [fault.wanted] if isinstance(fault.wanted, str) else list(fault.wanted)
    words = " or ".join(_TYPES[name] for name in wanted)
    message = f"{member} must be {words}, not {described(fault.value)}"
    if fault.value is None:
        message = f"{member} must be {words} but is empty"
    remedy = type_hint(fault.pointer, fault.value, wanted, spelling)
    as_text = json.dumps(fault.value) if is_number and "string" in wanted else None
    mend: Literal["drop", "replace"] = "drop" if as_text is None else "replace"
    right = retyped(fault.pointer, fault.value, wanted, spelling)
    fix = None if right is None else put_right(fault.pointer, right)
    return Wording(type_mismatch.RULE, fault.pointer, message, remedy, mend=mend, nearest=as_text, fix=fix)


def _unquoted_version(fault: SchemaFault, spelling: str | None) -> Wording:
    """Tell a version that is a number: 1.10 has to be quoted as it is written, and not as 1.1."""
    stated = spelling if spelling is not None and parsed(spelling) else None
    if stated is None and isinstance(fault.value, (int, float)):
        stated = quoted(fault.value)
    message = f"the format version {fault.value} is a number"
    hint = f'write it in quotation marks: "{stated}"'
    fix = put_right(fault.pointer, stated, title=f'write it in quotation marks: "{stated}"')
    return Wording(
        version_unquoted.RULE, fault.pointer, message, hint, mend="replace", nearest=stated, fix=fix
    )


def _unlisted(fault: SchemaFault, member: str) -> Wording:
    listed_values = [str(one) for one in (fault.wanted if isinstance(fault.wanted, list) else [fault.wanted])]
    nearest = closest_word(fault.value, listed_values) if isinstance(fault.value, str) else None
    hint = f"did you mean '{nearest}'?" if nearest else None
    if hint is None and len(listed_values) <= _FEW:
        hint = "one of: " + ", ".join(listed_values)
    message = f"{member} '{shown(fault.value)}' is not one of the format's"
    mend: Literal["keep", "replace"] = "replace" if nearest else "keep"
    fix = listed(fault.pointer, str(fault.value), nearest, listed_values) if nearest else None
    return Wording(value_unlisted.RULE, fault.pointer, message, hint, mend=mend, nearest=nearest, fix=fix)


def _shape(fault: SchemaFault, member: str) -> Wording:
    value = shown(fault.value)
    if fault.shape is None:
        return Wording(value_out_of_range.RULE, fault.pointer, f"{member} '{value}' is not well formed")
    if fault.reason:
        return Wording(fault.shape.rule, fault.pointer, f"{member} '{value}' cannot be right: {fault.reason}")
    message = f"{member} '{value}' is not {fault.shape.wanted.split(':')[0].split(' such as')[0]}"
    right = None
    if isinstance(fault.value, str):
        right = respelt(fault.shape.rule, fault.value, lambda text: accepts(fault.pointer, text))
    if right is None:
        return Wording(fault.shape.rule, fault.pointer, message, f"write {fault.shape.wanted}")
    written = f"write '{cut(right.text)}'"
    hint = date_hint(right.text) if fault.shape.rule == date_malformed.RULE else written
    fix = put_right(fault.pointer, right.text, right.safety, written)
    return Wording(fault.shape.rule, fault.pointer, message, hint, fix=fix)


def _key(fault: SchemaFault) -> Wording:
    message = f"'{shown(fault.value)}' cannot be a key of {kind_of(_parent(fault.pointer))}"
    hint = "use letters, digits and hyphens"
    if fault.pointer.startswith("/custom/"):
        hint = "name it by a domain of yours, such as org.example.project"
    return Wording(identifier_malformed.RULE, fault.pointer, message, hint, "key", "drop")


def _year(fault: SchemaFault, rule: Rule, member: str) -> Wording:
    """Tell a date that is a number and no year of four digits."""
    hint = None
    fix = None
    if isinstance(fault.value, int) and 0 <= fault.value < _FIRST_YEAR:
        hint = f'write it in quotation marks: {member}: "{fault.value:04d}"'
        if fault.value >= _THREE_DIGITS:  # fewer may be the end of a longer one
            fix = put_right(fault.pointer, f"{fault.value:04d}", "unsafe", f'write "{fault.value:04d}"')
    message = f"{member} {shown(fault.value)} is not a year of four digits"
    return Wording(rule, fault.pointer, message, hint, mend="drop", fix=fix)


def _is_empty(fault: SchemaFault) -> bool:
    """Return whether a text, list or object has nothing in it."""
    return fault.keyword in _LEAST and fault.wanted == 1


def _out_of_range(fault: SchemaFault) -> str:
    if _is_empty(fault):
        return "is empty"
    if fault.keyword in _LEAST:
        return f"has fewer than {fault.wanted} parts"
    if fault.keyword in _BOUNDS:
        return f"is {shown(fault.value)}, but must be {_BOUNDS[fault.keyword]} {fault.wanted}"
    return "repeats a value" if fault.keyword == "uniqueItems" else "is not as the format wants it"


def _parent(pointer: str) -> str:
    return pointer.rpartition("/")[0]
