"""Documents that people worked on: converting must not replace them unasked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.output import CallError
from pincite.reading.fault import UnreadableError
from pincite.reading.files import RawDocument, read
from pincite.reading.opening import read_text

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_METHOD = re.compile(r"""\bmethod["']?\s*:\s*["']?(manual|mixed)\b""")


def refuse_handwork(target: str) -> None:
    """Raise CallError where a document is to be replaced that states handwork, or states it in broken syntax."""
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
