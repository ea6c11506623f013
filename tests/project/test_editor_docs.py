"""What the pages on editors show is what the program writes, and one setting in all editors' own words."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.starting.schema_copy import NAME

if TYPE_CHECKING:
    from tests.conftest import Pincite

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE, SERVER = ((DOCS / name).read_text("utf-8") for name in ("editors.md", "lsp.md"))
CALL = ["pincite", "lsp"]
LANGUAGES = ["yaml", "json", "markdown"]
"""Those that editors know by name and the server answers for."""


def shown(language: str, page: str = PAGE) -> str:
    [block] = re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return str(block)


def of_editor(name: str, language: str) -> str:
    """Return the settings for the language server that stand under an editor's name."""
    [part] = re.findall(rf"^### {name}\b.*?(?=^##)", SERVER, re.MULTILINE | re.DOTALL)
    return shown(language, part)


def test_the_settings_are_those_that_are_written(tmp_path: Path, pincite: Pincite) -> None:
    pincite("init", str(tmp_path), "--vscode", "--no-config", "--no-hook", "--no-document")
    assert (tmp_path / ".vscode" / "settings.json").read_text("utf-8") == shown("json")


def test_all_editors_of_the_yaml_server_are_told_the_same() -> None:
    wanted = json.loads(shown("json"))["yaml.schemas"]
    assert wanted == {f"./{NAME}": ["*.pincite.yaml", "*.pincite.yml"]}
    for language in ("lua", "toml"):
        assert re.findall(r'"([^"]*pincite[^"]*)"', shown(language)) == [f"./{NAME}", *wanted[f"./{NAME}"]]
    assert f"$schema={NAME}" in shown("yaml")


def test_neovim_starts_the_server() -> None:
    block = of_editor("Neovim", "lua")
    lists = {
        name: re.findall(r'"([^"]*)"', inner) for name, inner in re.findall(r"(\w+) = \{([^{}]*)\}", block)
    }
    assert (lists["cmd"], lists["filetypes"]) == (CALL, LANGUAGES)
    assert "pincite.toml" in lists["root_markers"]
    assert re.findall(r'vim\.lsp\.(\w+)\("(\w+)"', block) == [("config", "pincite"), ("enable", "pincite")]
    assert block.count("{") == block.count("}")
    assert '".*%.pincite%.jsonl"] = "json"' in block


def test_helix_starts_the_server_first() -> None:
    settings = tomllib.loads(of_editor("Helix", "toml"))
    server = settings["language-server"]["pincite"]
    assert [server["command"], *server["args"]] == CALL
    assert [one["name"] for one in settings["language"]] == LANGUAGES
    for one in settings["language"]:
        assert one["language-servers"][0] == "pincite"  # formats, where several servers could
        assert len(one["language-servers"]) > 1


def test_the_other_editors_start_the_server() -> None:
    sublime = json.loads(of_editor("Sublime Text", "json"))["clients"]["pincite"]
    assert sublime["command"] == CALL
    kate = json.loads(of_editor("Kate", "json"))["servers"]
    assert list(kate) == LANGUAGES
    assert all(one["command"] == CALL for one in kate.values())
    assert '("pincite" "lsp")' in of_editor("Emacs", "elisp")


def test_the_pages_lead_to_each_other() -> None:
    """A reader of one page has to learn of the other before its settings begin."""
    for page, other in ((PAGE, "lsp.md"), (SERVER, "editors.md")):
        assert f"]({other})" in page.partition("\n## ")[0]
