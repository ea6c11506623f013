"""What is wrong with a value that the gate refused: the errors of ``jsonschema`` over the published schema.

``jsonschema`` is imported here and nowhere else: only a file with a fault pays for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from pincite.model.json_value import pointer_to
from pincite.schemas import schema
from pincite.structure.shapes import SHAPES, Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

    from pincite.model.json_value import Json

MAX_COUNTED = 2000
"""Further faults that are counted; finding out how many there are takes as long as telling them."""
MAX_FAULTS = 200
"""Faults told of one document; the rest is counted."""


@dataclass(frozen=True)
class SchemaFault:
    """One error: the schema keyword that refused the value at ``pointer``.

    ``value`` is that value (for a missing or unknown member, the object), ``wanted`` what the keyword asks for
    (the listed words, the types, the missing member, the known members …), ``shape`` the meaning of the pattern
    beside the keyword, ``reason`` why a well-shaped value is wrong all the same.
    """

    pointer: str
    keyword: str
    value: Json
    wanted: Any
    shape: Shape | None = None
    reason: str | None = None


def faults_of(
    data: Json, accepts: Callable[[str, Json], bool] = lambda _member, _item: False
) -> tuple[list[SchemaFault], int]:
    """Return the first MAX_FAULTS faults of a document, and how many more there are, up to MAX_COUNTED.

    ``accepts`` says of an item of one of the document's lists (``sources`` …), and of the article, whether it is valid:
    those are not looked at, which in a long document with one fault spares nearly all of the work.
    """
    faults = (
        # where the whole is at fault, it is told whole: the errors know a copy without what is valid
        replace(fault, value=data) if at == "" and not error.absolute_path else fault
        for at, error in _errors(data, accepts)
        for fault in _split(error, at)
    )
    return list(islice(faults, MAX_FAULTS)), sum(1 for _ in islice(faults, MAX_COUNTED))


def _errors(data: Json, accepts: Callable[[str, Json], bool]) -> Iterator[tuple[str, ValidationError]]:
    """Yield the errors with the pointer of the part that they count from: the document without its lists, then their items."""
    validator = _validator()
    if not isinstance(data, dict):
        yield from (("", error) for error in validator.iter_errors(cast("Any", data)))
        return
    lists = {
        member: (items, part["items"])
        for member, part in cast("dict[str, Any]", validator.schema)["properties"].items()
        if part.get("type") == "array" and isinstance(items := data.get(member), list)
    }
    rest = {member: [] if member in lists else value for member, value in data.items()}
    if isinstance(rest.get("article"), dict) and accepts("article", rest["article"]):
        rest["article"] = {}  # nothing in it is required, and its blocks may be many
    yield from (("", error) for error in validator.iter_errors(cast("Any", rest)))
    for member, (items, part) in lists.items():
        of_item = validator.evolve(schema=part)
        for index, item in enumerate(items):
            if not accepts(member, item):
                at = pointer_to(pointer_to("", member), index)
                yield from ((at, error) for error in of_item.iter_errors(cast("Any", item)))


@lru_cache(maxsize=1)
def _validator() -> Validator:
    from jsonschema import Draft7Validator  # noqa: PLC0415 - see the module's docstring
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415
    from jsonschema.validators import extend  # noqa: PLC0415
    from referencing import Registry  # noqa: PLC0415

    plain = Draft7Validator.VALIDATORS["pattern"]

    def pattern(
        validator: Validator, wanted: str, value: Json, part: Mapping[str, Any]
    ) -> Iterator[ValidationError]:
        """Add what a pattern cannot say: calendars and checksums."""
        errors = list(plain(validator, wanted, value, part))
        yield from errors
        shape = _shapes_by_pattern().get(wanted)
        if not errors and shape is not None and shape.fault is not None and isinstance(value, str):
            reason = shape.fault(value)
            if reason:
                yield ValidationError(reason, cause=ValueError(reason))

    # The draft-07 copy means the same and has its references inlined: resolving them takes longer than the rest.
    # An empty registry: nothing is ever fetched.
    extended = extend(Draft7Validator, {"pattern": pattern})  # type: ignore[no-untyped-call] # in its stub
    return cast("Validator", extended(schema("document.draft-07"), registry=Registry()))


@lru_cache(maxsize=1)
def _shapes_by_pattern() -> dict[str, Shape]:
    definitions = schema("document")["$defs"]
    return {definitions[name]["pattern"]: shape for name, shape in SHAPES.items() if name in definitions}


def _split(error: ValidationError, pointer: str) -> Iterator[SchemaFault]:
    """Yield one fault for each thing that an error of ``jsonschema`` is about; its path counts from *pointer*."""
    for step in error.absolute_path:
        pointer = pointer_to(pointer, step)
    keyword, wanted = str(error.validator), cast("Any", error.validator_value)
    value, part = cast("Json", error.instance), cast("dict[str, Any]", error.schema)
    if "propertyNames" in error.relative_schema_path:
        yield SchemaFault(pointer_to(pointer, str(value)), "propertyNames", str(value), wanted)
    elif keyword == "required":
        # one error a missing member, each with the whole list: the message alone says which
        missing = next((name for name in wanted if error.message.startswith(repr(name))), None)
        yield SchemaFault(pointer, keyword, value, missing)
    elif keyword == "additionalProperties" and isinstance(value, dict):
        known = list(part.get("properties", {}))
        for name in value:
            if name not in known:
                yield SchemaFault(pointer_to(pointer, name), keyword, value, known)
    else:
        reason = str(error.cause) if isinstance(error.cause, ValueError) else None
        yield SchemaFault(
            pointer, keyword, value, wanted, _shapes_by_pattern().get(part.get("pattern", "")), reason
        )
