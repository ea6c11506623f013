"""JSON as it is written into files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_text(value: Json) -> str:
    """Return a value as one JSON text with a final line end.

    Half of a surrogate pair, which no file in UTF-8 can hold, stands there escaped.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
