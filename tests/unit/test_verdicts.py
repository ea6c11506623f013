"""The table of verdicts, and the other places that have to list them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

from pincite import schemas
from pincite.model.verdicts import FAITHFUL, VERDICTS, VerdictName

NAMES = [one.name for one in VERDICTS]


def test_every_verdict_is_in_the_table() -> None:
    assert sorted(NAMES) == sorted(get_args(VerdictName))


def test_what_is_faithful_is_found() -> None:
    assert {one.name for one in VERDICTS if one.found} == FAITHFUL | {"near"}


def test_the_schema_of_reports_has_them_in_their_order() -> None:
    defs = json.loads(Path(schemas.path_of("report")).read_text("utf-8"))["$defs"]
    enums = [
        one["properties"]["verdict"]["enum"]
        for one in defs.values()
        if "verdict" in one.get("properties", {})
    ]
    assert enums
    assert all(enum == NAMES for enum in enums)


def test_the_manual_has_them_in_their_order() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "verify.md").read_text("utf-8")
    table = manual.partition("| verdict |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| (\w+) \|", table, re.MULTILINE) == NAMES
