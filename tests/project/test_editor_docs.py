"""What the page on editors shows is what the program writes, and one setting in all editors' own words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.starting.schema_copy import NAME

if TYPE_CHECKING:
    from tests.conftest import Pincite

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "editors.md").read_text("utf-8")


def shown(language: str) -> str:
    [block] = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(block)


def test_the_settings_are_those_that_are_written(tmp_path: Path, pincite: Pincite) -> None:
    pincite("init", str(tmp_path), "--vscode", "--no-config", "--no-hook", "--no-document")
    assert (tmp_path / ".vscode" / "settings.json").read_text("utf-8") == shown("json")


def test_all_editors_of_the_yaml_server_are_told_the_same() -> None:
    wanted = json.loads(shown("json"))["yaml.schemas"]
    assert wanted == {f"./{NAME}": ["*.pincite.yaml", "*.pincite.yml"]}
    for language in ("lua", "toml"):
        assert re.findall(r'"([^"]*pincite[^"]*)"', shown(language)) == [f"./{NAME}", *wanted[f"./{NAME}"]]
    assert f"$schema={NAME}" in shown("yaml")
