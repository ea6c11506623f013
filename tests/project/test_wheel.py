"""The package as users get it: built, compared with the sources, installed and run outside of the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import pytest

from pincite import __version__


@pytest.fixture(scope="module")
def built(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source archive, and the wheel that was built from it."""
    target = tmp_path_factory.mktemp("dist")
    here = ["--no-isolation"] if find_spec("hatchling") else []
    run(sys.executable, "-m", "build", *here, "--outdir", target, pristine, cwd=target)
    return target


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command outside of the repository, with nothing of this process's Python; return what it prints."""
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        command, cwd=cwd, env=plain, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def wheel_in(folder: Path) -> Path:
    (wheel,) = folder.glob("*.whl")
    return wheel


def differences(wheel: Path, root: Path) -> set[str]:
    """Return what a wheel holds too much (+) or too little (-), its metadata aside."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {
        f"pincite/{prefix}{path.relative_to(folder).as_posix()}"
        for folder, prefix in ((root / "validator" / "pincite", ""), (root / "schema", "schema/"))
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return {f"+{name}" for name in held - wanted} | {f"-{name}" for name in wanted - held}


def test_the_wheel_holds_the_sources_and_the_schemas(built: Path, pristine: Path) -> None:
    assert differences(wheel_in(built), pristine) == set()
    with zipfile.ZipFile(wheel_in(built)) as archive:
        held = set(archive.namelist())
        metadata = f"pincite-{__version__}.dist-info"
        requires = archive.read(f"{metadata}/METADATA").decode()
    assert {
        "pincite/py.typed",
        "pincite/schema/document.schema.json",
        "pincite/converter/languages/en.yaml",
        f"{metadata}/licenses/LICENSE",
        f"{metadata}/licenses/schema/LICENSE",
    } <= held
    assert f"Version: {__version__}\n" in requires


def test_a_wheel_without_schemas_is_noticed(tmp_path: Path, pristine: Path) -> None:
    wheel = tmp_path / "poor.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path in (pristine / "validator").rglob("*"):
            if path.name != "py.typed":
                archive.write(path, path.relative_to(pristine / "validator"))
        archive.writestr("tests/conftest.py", "")
    found = {name for name in differences(wheel, pristine) if not name.endswith("/")}
    schemas = {
        f"-pincite/schema/{path.relative_to(pristine / 'schema')}"
        for path in (pristine / "schema").rglob("*.*")
    }
    assert found - {"-pincite/schema/LICENSE"} == {"-pincite/py.typed", "+tests/conftest.py", *schemas}


def test_the_source_archive_holds_what_its_tests_need(built: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "README.md",
        "LICENSE",
        "schema/document.schema.json",
        "tests/conftest.py",
        "examples/README.md",
        "tools/generate.py",
        "validator/pincite/py.typed",
    } <= held
    assert not [name for name in held if "__pycache__" in name or name.startswith((".git/", ".venv"))]


def test_the_installed_command_runs_outside_of_the_repository(
    built: Path, pristine: Path, tmp_path: Path
) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    away = tmp_path / "away"
    away.mkdir()
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel_in(built), cwd=away)
    command = scripts / "pincite"

    assert run(command, "--version", cwd=away) == f"pincite {__version__}\n"
    schema = Path(run(command, "schema", "--path", cwd=away).rstrip("\n"))
    assert environment in schema.parents
    assert schema.read_bytes() == (pristine / "schema" / "document.schema.json").read_bytes()

    article = pristine / "examples" / "tide-clock" / "article.txt"
    run(command, "convert", article, "-o", "clock.pincite.yaml", cwd=away)
    checked = run(command, "check", "--fail-on", "error", "clock.pincite.yaml", cwd=away)
    assert any(line.startswith("1 file, ") for line in checked.splitlines())
    (away / "faulty.pincite.yaml").write_text(
        'pincite: "1.0"\narticle: {title: The harbour clock, date: soon}\n'
    )
    faulty = subprocess.run(
        [scripts / "python", "-m", "pincite", "check", "--format", "concise", "faulty.pincite.yaml"],
        cwd=away,
        capture_output=True,
        text=True,
        check=False,
    )
    assert faulty.returncode == 1
    assert faulty.stdout == "faulty.pincite.yaml:2:43: PIN201 date 'soon' is not an EDTF date\n"


def test_the_command_is_the_packages_only_one() -> None:
    ours = [one for one in entry_points(group="console_scripts") if one.value.startswith("pincite")]
    assert {(one.name, one.value) for one in ours} == {("pincite", "pincite.cli:main")}
