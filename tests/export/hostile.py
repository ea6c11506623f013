"""The filled document with an attack in every text of it that the schema leaves free."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import jsonschema

from pincite.model.json_value import pointer_steps
from pincite.schemas import schema
from tests.export.filled import filled, leaves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json

MARKER = "attacked"
"""The name in the window of a browser that an attack would set."""
ATTACKS = (
    f"<script>window.{MARKER}=1</script>",
    f'"><img src=x onerror="window.{MARKER}=1">',
    f"javascript:window.{MARKER}=1",
    f"</style></title></textarea></pre><svg onload=window.{MARKER}=1>",
    f"' onmouseover='window.{MARKER}=1' autofocus onfocus='window.{MARKER}=1",
    f"data:text/html,<script>window.{MARKER}=1</script>",
    f"&lt;script&gt;window.{MARKER}=1&lt;/script&gt; &#x3c; &amp;amp; &nbsp",
    f"<!--><b>--!>{MARKER}<![CDATA[x]]> <?php ?>",
    "\u202eright\u202c \u2066left\u2069 \u200f\u061c turned",
    f"<a href=jAvAsCrIpT&colon;window.{MARKER}=1>x</a>",
)
_KEPT = frozenset({"pincite", "id", "type", "source", "from", "to", "evidence", "images", "path", "content"})
"""Members whose values have to stay for the others to be reached."""


def hostile() -> DocumentData:
    """Return the document, which is valid under the schema."""
    document = cast("Json", filled())
    places = [
        pointer
        for pointer, value in leaves(document)
        if isinstance(value, str)
        and _KEPT.isdisjoint([step for step in pointer_steps(pointer) if not step.isdecimal()][-1:])
    ]
    originals = dict(leaves(document))
    for number, pointer in enumerate(places):
        words = f"{ATTACKS[number % len(ATTACKS)]} {number}"
        _set(document, pointer_steps(pointer), words)
    _set(document, ["quotations", "0", "speaker", "id"], f"javascript:window.{MARKER}=1")
    text = cast("dict[str, Json]", cast("dict[str, dict[str, Json]]", document)["article"]["text"])
    text["content"] = "\n\n".join([str(text["content"]), *ATTACKS])
    checker = jsonschema.Draft202012Validator(schema("document"))
    for error in checker.iter_errors(document):
        steps = [str(step) for step in error.absolute_path]
        pointer = "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in steps)
        _set(document, steps, originals[pointer])
    checker.validate(document)
    return cast("DocumentData", document)


def _set(value: Json, steps: Sequence[str], words: Json) -> None:
    *before, last = steps
    for step in before:
        value = value[int(step)] if isinstance(value, list) else cast("dict[str, Json]", value)[step]
    if isinstance(value, list):
        value[int(last)] = words
    else:
        cast("dict[str, Json]", value)[last] = words
