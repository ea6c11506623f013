"""``pincite init``: a project begins; nothing that is there is replaced, and what it names works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from pincite import __version__, check
from pincite.cli.starting.hook_entry import entry
from pincite.cli.starting.new_files import text_of
from pincite.cli.starting.schema_copy import NAME, schema_text
from pincite.settings.in_force import in_force
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.conftest import Pincite

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = "example.pincite.yaml"
ADDRESS = "https://example.org/pincite.git"
NEXT = """\
next:
  pincite check example.pincite.yaml
  pincite new ARTICLE  # begins a document that you annotate by hand
  pincite convert ARTICLE -o NAME.pincite.yaml  # reads printed citations by itself
"""
INSTALL = "  pre-commit install  # once for each clone; pip install pre-commit, where it is not there\n"
CONFIG = "pincite.toml: the configuration; pincite config shows what is in force\n"
HOOK = ".pre-commit-config.yaml: pre-commit checks the Pincite files of each commit\n"
DOCUMENT = "example.pincite.yaml: a first document; all that it names is invented\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository's folder, which is the working folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# --- what is written


def test_a_project_begins(folder: Path, pincite: Pincite) -> None:
    done = pincite("init")
    assert (done.status, done.err) == (0, "")
    assert done.out == f"wrote {CONFIG}wrote {HOOK}wrote {DOCUMENT}{NEXT}{INSTALL}"
    assert written(folder) == {
        ".pre-commit-config.yaml": "repos:\n" + "".join(f"  {line}\n" for line in entry(None).splitlines()),
        EXAMPLE: text_of(EXAMPLE),
        "pincite.toml": text_of("pincite.toml"),
    }


def test_the_second_time_nothing_changes(folder: Path, pincite: Pincite) -> None:
    pincite("init", "--vscode", "--github-actions", "--repository", ADDRESS)
    before = written(folder)
    done = pincite("init", "--vscode", "--github-actions", "--repository", ADDRESS)
    assert written(folder) == before
    assert [line.partition(":")[0] for line in done.out.partition("next:")[0].splitlines()] == [
        "left pincite.toml",
        "left .pre-commit-config.yaml",
        "left pincite.schema.json",
        "left .vscode/settings.json",
        "left .github/workflows/pincite.yml",
        f"left {EXAMPLE}",
    ]


def test_what_comes_next_works(folder: Path, pincite: Pincite) -> None:
    commands = re.findall(r"^  pincite (.*?)(?:  #.*)?$", pincite("init").out, re.MULTILINE)
    (folder / "essay.txt").write_text(
        "The Lamp\n\nBy Ada Fenn\n\nIt burned. (The Lamp, Ada Fenn, 1901, p. 4)\n"
    )
    assert len(commands) == 3
    for command in commands:
        words = command.replace("ARTICLE", "essay.txt").replace("NAME", "converted").split()
        done = pincite(*words)
        assert done.status == 0, done.err
    assert {EXAMPLE, "essay.pincite.yaml", "converted.pincite.yaml"} <= written(folder).keys()


@pytest.mark.parametrize("options", [(), ("--schema",)])
def test_the_first_document_is_clean(options: tuple[str, ...], folder: Path, pincite: Pincite) -> None:
    pincite("init", *options)
    assert check(folder / EXAMPLE).findings == ()
    modeline = f"# yaml-language-server: $schema={NAME}\n" if options else ""
    assert (folder / EXAMPLE).read_text("utf-8") == modeline + text_of(EXAMPLE)
    assert pincite("fmt", "--diff", ".").out == ""


def test_the_configuration_is_valid_with_all_its_examples(folder: Path, pincite: Pincite) -> None:
    text = text_of("pincite.toml")
    (folder / "pincite.toml").write_text(text, "utf-8")
    plain = in_force(str(folder / "pincite.toml"))
    assert plain is not None
    assert {keys: one.value for keys, one in plain.values.items()} == {("fail-on",): "warning"}
    filled = re.sub(
        "^# ", "", re.sub("^##.*\n", "", text.partition("\n\n")[2], flags=re.MULTILINE), flags=re.MULTILINE
    )
    (folder / "pincite.toml").write_text(filled, "utf-8")
    found = in_force(str(folder / "pincite.toml"))
    assert found is not None
    assert {keys[0] for keys in found.values} == {
        "fail-on", "exclude", "extend-select", "ignore", "severity", "house",
    }  # fmt: skip
    assert pincite("config", ".").status == 0


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--no-config"], {".pre-commit-config.yaml", EXAMPLE}),
        (["--no-hook", "--no-document"], {"pincite.toml"}),
        (["--no-config", "--no-hook", "--no-document", "--schema"], {NAME}),
        (["--no-config", "--no-hook", "--no-document", "--vscode"], {NAME, ".vscode/settings.json"}),
        (["--yes", "new/place"], {".pre-commit-config.yaml", "new/place/pincite.toml", f"new/place/{EXAMPLE}"}),
        (["--no-config", "--no-hook", "--no-document"], set()),
    ],
)  # fmt: skip
def test_options_decide(options: list[str], names: set[str], folder: Path, pincite: Pincite) -> None:
    done = pincite("init", *options)
    assert (done.status, done.err) == (0, "")
    assert written(folder).keys() == names


def test_outside_of_a_repository_there_is_no_hook(tmp_path: Path, pincite: Pincite) -> None:
    assert pincite("init", cwd=tmp_path).status == 0
    assert written(tmp_path).keys() == {"pincite.toml", EXAMPLE}
    assert "pre-commit" not in pincite("init", cwd=tmp_path).out
    assert pincite("init", "--hook", cwd=tmp_path).status == 0
    assert ".pre-commit-config.yaml" in written(tmp_path)


def test_files_for_editors_and_workflows(folder: Path, pincite: Pincite) -> None:
    pincite("init", "--vscode", "--github-actions", "--repository", ADDRESS)
    files = written(folder)
    assert files[NAME] == schema_text()
    settings = yaml.safe_load(files[".vscode/settings.json"])
    assert settings["yaml.schemas"] == {f"./{NAME}": ["*.pincite.yaml", "*.pincite.yml"]}
    workflow = yaml.safe_load(files[".github/workflows/pincite.yml"])
    runs = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    assert runs == [f'pip install "pincite @ git+{ADDRESS}@v{__version__}"', "pincite check ."]
    assert pincite(*runs[1].split()[1:]).status == 0


def test_the_entry_is_the_one_of_the_readme() -> None:
    shown = re.search(
        r"## In pre-commit\n\n```yaml\n(.*?)^```",
        (ROOT / "README.md").read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    assert shown is not None
    [of_readme] = yaml.safe_load(shown[1])["repos"]
    [ours] = yaml.safe_load(entry(of_readme["repo"]))
    others = re.findall(r"# - (id: \S+) #", entry(ADDRESS))
    ours["hooks"] += [yaml.safe_load(one) for one in others]
    assert ours == of_readme


def test_the_hook_of_what_is_installed_is_the_published_one() -> None:
    published = {
        one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    }
    text = entry(None)
    suggested = re.sub("^    # ", "    ", text, flags=re.MULTILINE)
    assert [[one["id"] for one in yaml.safe_load(each)[0]["hooks"]] for each in (text, suggested)] == [
        ["pincite-check"],
        ["pincite-check", "pincite-fmt"],
    ]
    for hook in yaml.safe_load(suggested)[0]["hooks"]:
        assert hook.pop("language") == "system"
        assert hook == {name: published[hook["id"]][name] for name in hook}


@pytest.mark.parametrize("address", [None, ADDRESS])
def test_the_entry_tells_how_documents_are_mended(address: str | None) -> None:
    assert "[--fix, --]" in entry(address)
    suggested = re.sub("^      # args", "      args", entry(address), flags=re.MULTILINE)
    [hook] = yaml.safe_load(suggested)[0]["hooks"]
    assert hook["args"] == (["--fix", "--"] if address else ["--"])


# --- what is there stays


def test_other_configurations_of_the_folder_stay(folder: Path, pincite: Pincite) -> None:
    (folder / "pyproject.toml").write_text('[tool.pincite]\nfail-on = "error"\n')
    done = pincite("init", "--no-hook", "--no-document")
    assert done.out.startswith("left pyproject.toml: the configuration is there already\n")
    assert written(folder).keys() == {"pyproject.toml"}


def test_a_configuration_farther_up_counts(folder: Path, pincite: Pincite) -> None:
    (folder / "pincite.toml").write_text("")
    (folder / "below").mkdir()
    done = pincite("init", "below", "--no-hook", "--no-document")
    assert done.out.startswith("left pincite.toml: this configuration counts here already\n")
    assert pincite("init", "below", "--config", "--no-hook", "--no-document").status == 0
    assert "below/pincite.toml" in written(folder)


def test_a_configuration_of_pre_commit_is_extended(folder: Path, pincite: Pincite) -> None:
    before = "# mine\r\nrepos:\r\n- repo: local # one\r\n  hooks: [{id: a}]  # last\r\n\r\n# tail\r\nci: {x: y}\r\n"
    (folder / ".pre-commit-config.yaml").write_bytes(before.encode())
    (folder / ".pre-commit-config.yaml").chmod(0o640)
    done = pincite("init", "--repository", ADDRESS)
    assert f"extended {HOOK}" in done.out
    after = (folder / ".pre-commit-config.yaml").read_bytes().decode()
    added = entry(ADDRESS).replace("\n", "\r\n")
    assert after == before.replace("# last\r\n", f"# last\r\n{added}")
    assert (folder / ".pre-commit-config.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"repos: [{repo: local, hooks: []}]\n", "its list 'repos' is written in brackets"),
        (b"repos: {}\n", "its 'repos' is no list"),
        (b"hooks: []\n", "it has no list 'repos'"),
        (b"", "it has no list 'repos'"),
        (b"repos: [\n", "it is no YAML (line 2)"),
        (b"repos: []\n---\nrepos: []\n", "it holds more than one YAML document"),
        (b"repos: []\n# \xff\n", "it is not UTF-8"),
        (b"#" * 300_000, "it is longer than 262144 characters"),
    ],
)
def test_what_cannot_be_extended_safely_is_left(
    content: bytes, why: str, folder: Path, pincite: Pincite
) -> None:
    (folder / ".pre-commit-config.yaml").write_bytes(content)
    done = pincite("init", "--no-config", "--no-document", "--repository", ADDRESS)
    shown = "".join(f"  {line}\n" for line in entry(ADDRESS).splitlines())
    assert done.status == 0
    assert done.out.startswith(
        f"left .pre-commit-config.yaml: {why}\n  add to its list 'repos':\n{shown}next:\n"
    )
    assert (folder / ".pre-commit-config.yaml").read_bytes() == content


def test_links_lead_nowhere(folder: Path, tmp_path_factory: pytest.TempPathFactory, pincite: Pincite) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "hooks.yaml").write_text("repos: []\n")
    (folder / ".pre-commit-config.yaml").symlink_to(outside / "hooks.yaml")
    done = pincite("init", "--no-config", "--no-document")
    assert done.out.startswith("left .pre-commit-config.yaml: it is a link\n")
    (folder / ".vscode").symlink_to(outside)
    done = pincite("init", "--vscode")
    assert (done.status, done.out) == (2, "")
    assert done.err == "pincite: .vscode/settings.json would lie outside of the project: a link leads there\n"
    assert written(folder).keys() <= {".pre-commit-config.yaml"}
    assert written(outside) == {"hooks.yaml": "repos: []\n"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["file"], "file is a file; name a folder"),
        (["--repository", "--upload-pack=x"], "--repository: '--upload-pack=x' is no address that git clones from, such as https://example.org/pincite.git or git@example.org:pincite.git"),
        (["--repository", 'https://example.org/"; rm'], "--repository: 'https://example.org/\"; rm' is no address that git clones from, such as https://example.org/pincite.git or git@example.org:pincite.git"),
        (["--github-actions"], "--github-actions needs the web address of Pincite's repository: --repository https://example.org/pincite.git, for example"),
        (["broken"], "broken/pincite.toml:1: "),
    ],
)  # fmt: skip
def test_a_wrong_call_writes_nothing(options: list[str], said: str, folder: Path, pincite: Pincite) -> None:
    (folder / "file").write_text("")
    (folder / "broken").mkdir()
    (folder / "broken" / "pincite.toml").write_text("x")
    before = written(folder)
    done = pincite("init", *options)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: {said}")
    assert written(folder) == before


# --- questions


@dataclass(frozen=True)
class Talk:
    """How a call at a terminal ended, and what stood on the screen."""

    status: int
    screen: str


def at_a_terminal(folder: Path, environment: dict[str, str], typed: str, options: Sequence[str] = ()) -> Talk:
    """Run ``pincite init`` at a terminal of its own, with something typed in advance."""
    with Terminal([sys.executable, "-m", "pincite", "init", *options], folder, environment) as terminal:
        terminal.type(typed)
        return Talk(terminal.end(), terminal.screen)


def test_a_person_is_asked(folder: Path, pincite_process: Pincite) -> None:
    talk = at_a_terminal(folder, pincite_process.environment(), f"n\nmaybe\ny\n{ADDRESS}\n\n\n")
    assert talk.status == 0, talk.screen
    assert "Write a configuration, pincite.toml? [Y/n]" in talk.screen
    assert "please answer yes or no" in talk.screen
    assert written(folder).keys() == {".pre-commit-config.yaml", EXAMPLE}
    assert f"repo: {ADDRESS}" in written(folder)[".pre-commit-config.yaml"]


@pytest.mark.parametrize("typed", ["n\n\x04", "y\ny\nno address\n"])
def test_questions_that_are_not_answered_write_nothing(
    typed: str, folder: Path, pincite_process: Pincite
) -> None:
    talk = at_a_terminal(folder, pincite_process.environment(), typed)
    assert talk.status == 2
    assert written(folder) == {}


def test_an_interrupt_writes_nothing(folder: Path, pincite_process: Pincite) -> None:
    command = [sys.executable, "-m", "pincite", "init"]
    with Terminal(command, folder, pincite_process.environment()) as terminal:
        terminal.type("y\n")
        terminal.wait_for("Have pre-commit check")
        terminal.interrupt()
        assert terminal.end() == 130
    assert written(folder) == {}


@pytest.mark.parametrize(
    "options", [["--yes"], ["--config", "--hook", "--document", "--no-vscode", "--repository", ADDRESS]]
)
def test_what_is_decided_is_not_asked(options: list[str], folder: Path, pincite_process: Pincite) -> None:
    talk = at_a_terminal(folder, pincite_process.environment(), "", options)
    assert talk.status == 0
    assert "?" not in talk.screen
    assert written(folder).keys() == {"pincite.toml", ".pre-commit-config.yaml", EXAMPLE}


# --- the hook, by the real pre-commit


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_pre_commit_runs_the_hook(tmp_path: Path, pincite_process: Pincite) -> None:
    pytest.importorskip("pre_commit")
    project, scripts = tmp_path / "project", tmp_path / "scripts"
    project.mkdir()
    scripts.mkdir()
    command = scripts / "pincite"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pincite "$@"\n')
    command.chmod(0o755)
    plain = pincite_process.environment(
        {"PRE_COMMIT_HOME": str(tmp_path / "home"), "GIT_CONFIG_GLOBAL": os.devnull}
    )
    environment = {
        name: value
        for name, value in plain.items()
        if name == "GIT_CONFIG_GLOBAL" or not name.startswith("GIT_")
    }
    environment["PATH"] = f"{scripts}:{environment['PATH']}"

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, cwd=project, env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    run("git", "init", "--quiet")
    (project / ".pre-commit-config.yaml").write_text("repos: [] # none yet\n")
    assert pincite_process("init", cwd=project).status == 0
    run("git", "add", "--all")
    good = run(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert good.returncode == 0, good.stdout + good.stderr
    assert re.search("check provenance annotations.*Passed", good.stdout)
    (project / "bad.pincite.yaml").write_text('pincite: "1.0"\narticle: {titel: x}\n')
    run("git", "add", "--all")
    bad = run(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert bad.returncode == 1
    assert "bad.pincite.yaml:2:11: error PIN013" in bad.stdout
