"""Every quotation of the examples has the verdict that it is meant to have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from tests.conftest import Pincite

_ROOT = Path(__file__).parents[2]
_MEANT: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("examples.yaml").read_text("utf-8")
)


def test_quotations_of_the_examples_stand_as_they_are_meant_to(pincite: Pincite) -> None:
    done = pincite("verify", "examples", "--no-pictures", "--isolated", "--format", "json", cwd=_ROOT)
    found: dict[str, dict[str, str]] = {}
    for one in json.loads(done.out)["verdicts"]:
        found.setdefault(one["path"], {})[one["id"]] = one["verdict"]
    assert found == _MEANT
