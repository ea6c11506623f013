"""A project's configuration: what it changes, where it is found, how its faults are told, ``pincite config``."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.settings import ConfigError
from pincite.settings.in_force import in_force
from pincite.settings.run import Settings

if TYPE_CHECKING:
    from tests.conftest import Pincite, PinciteInside

HEAD = 'pincite: "1.0"\narticle: {title: The harbour clock}\n'
DOCUMENT = (
    HEAD
    + "sources:\n  - {id: log, type: book, title: Log}\n"
    + "quotations:\n  - {id: q1, text: The tide turned., citations: [{source: log, locator: {page: '4'}, archive_code: PEM}]}\n"
)
"""Gives PIN106, PIN107 and PIN108 at its line 4 and PIN307 at line 6."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    put("a.pincite.yaml", DOCUMENT)
    return tmp_path


def put(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def codes(pincite_inside: PinciteInside, *arguments: str) -> list[str]:
    """Return ``path code`` of each finding."""
    done = pincite_inside("check", "--format", "json", *(arguments or ("a.pincite.yaml",)))
    assert done.status in {0, 1}, done.err
    return [f"{one['path']} {one['code']}" for one in json.loads(done.out)["findings"]]


def found(*numbers: int, path: str = "a.pincite.yaml") -> list[str]:
    return [f"{path} PIN{number}" for number in numbers]


ALL = (106, 107, 108, 307)

SELECTIONS = [
    ("", [], ALL),
    ('select = ["PIN1"]', [], (106, 107, 108)),
    ('select = ["PIN108"]', [], (108,)),
    ('select = ["publisher-missing", "PIN307"]', [], (108, 307)),
    ('select = ["ALL"]\nignore = ["PIN10"]', [], (307,)),
    ('select = ["PIN1"]\nignore = ["PIN10"]\nextend-select = ["PIN106"]', [], (106,)),
    ('select = ["PIN10"]\nignore = ["PIN1"]', [], (106, 107, 108)),
    ('select = ["PIN10"]\nignore = ["PIN10"]', [], ()),
    ("select = []", [], ()),
    ('ignore = ["date-missing", "PIN3"]', [], (107, 108)),
    ('ignore = ["ALL"]', [], ()),
    ('per-file-ignores = {"*.yaml" = ["PIN1"]}', [], (307,)),
    ('per-file-ignores = {"other/" = ["PIN1"], "a.*" = ["PIN307"]}', [], (106, 107, 108)),
    ('select = ["PIN1"]', ["--select", "PIN307"], (307,)),
    ('ignore = ["PIN1"]', ["--select", "PIN106,publisher-missing"], (106, 108)),
    ('ignore = ["PIN106"]', ["--ignore", "PIN307", "--ignore", "PIN107"], (108,)),
    ("", ["--ignore", "PIN1"], (307,)),
    ("", ["--select", "PIN1", "--ignore", "PIN107"], (106, 108)),
    ('ignore = ["ALL"]', ["--isolated"], ALL),
    ('ignore = ["ALL"]', ["--config", "other.toml"], (107, 108, 307)),
    ('[house]\narchives = {PEM = {name = "Port Ellery Museum"}}', [], (106, 107, 108)),
]


@pytest.mark.parametrize(("config", "options", "expected"), SELECTIONS)
def test_rules_are_selected_and_ignored(
    config: str, options: list[str], expected: tuple[int, ...], here: Path, pincite_inside: PinciteInside
) -> None:
    put("pincite.toml", config)
    put("other.toml", 'ignore = ["PIN106"]')
    assert codes(pincite_inside, *options, "a.pincite.yaml") == found(*expected), here


def test_severities_are_overridden_by_the_longest_beginning(
    here: Path, pincite_inside: PinciteInside
) -> None:
    put("pincite.toml", '[severity]\nPIN1 = "info"\nPIN108 = "error"\narchive-code-undefined = "info"\n')
    done = json.loads(pincite_inside("check", "--format", "json", "a.pincite.yaml").out)
    assert {one["code"]: one["severity"] for one in done["findings"]} == {
        "PIN106": "info",
        "PIN107": "info",
        "PIN108": "error",
        "PIN307": "info",
    }, here


@pytest.mark.parametrize(
    ("config", "options", "status"),
    [
        ("", [], 1),
        ('fail-on = "error"', [], 0),
        ('fail-on = "error"', ["--fail-on", "warning"], 1),
        ('fail-on = "error"\nseverity = {PIN108 = "error"}', [], 1),
        ('severity = {PIN1 = "info", PIN3 = "info"}', [], 0),
    ],
)
def test_the_threshold_is_configured(
    config: str, options: list[str], status: int, here: Path, pincite_inside: PinciteInside
) -> None:
    put("pincite.toml", config)
    assert pincite_inside("check", *options, "a.pincite.yaml").status == status, here


def test_each_file_keeps_its_own_threshold(here: Path, pincite_inside: PinciteInside) -> None:
    put("lenient/pincite.toml", 'fail-on = "error"')
    put("lenient/a.pincite.yaml", DOCUMENT)
    done = json.loads(pincite_inside("check", "--format", "json", ".").out)
    assert done["summary"]["failed_files"] == ["a.pincite.yaml"], here


# --- where it is found ------------------------------------------------------------------------------------


def test_the_nearest_configuration_counts(here: Path, pincite_inside: PinciteInside) -> None:
    put("pincite.toml", 'select = ["PIN106"]')
    put("deep/pyproject.toml", '[tool.pincite]\nselect = ["PIN107"]')
    put("deep/er/pyproject.toml", '[tool.other]\nname = "pincite"')
    for name in ("deep/a.pincite.yaml", "deep/er/a.pincite.yaml", "flat/a.pincite.yaml"):
        put(name, DOCUMENT)
    assert codes(pincite_inside, ".") == [
        "a.pincite.yaml PIN106",
        "deep/a.pincite.yaml PIN107",
        "deep/er/a.pincite.yaml PIN107",
        "flat/a.pincite.yaml PIN106",
    ], here


@pytest.mark.parametrize(
    "config",
    [
        '[tool.pincite]\nselect = ["PIN107"]',
        '[ tool . "pincite" ]\nselect = ["PIN107"]',
        '[tool]\npincite.select = ["PIN107"]',
        "['tool'.'pincite']\nselect = ['PIN107']",
        'tool.pincite.select = ["PIN107"]',
        'tool = {pincite = {select = ["PIN107"]}}',
    ],
)
def test_the_table_in_pyproject_is_found_however_it_is_written(
    config: str, here: Path, pincite_inside: PinciteInside
) -> None:
    put("pyproject.toml", config)
    assert codes(pincite_inside) == found(107), here


def test_of_two_in_one_folder_pincite_toml_counts(here: Path, pincite_inside: PinciteInside) -> None:
    put("pincite.toml", 'select = ["PIN106"]')
    put("pyproject.toml", '[tool.pincite]\nselect = ["PIN107"]')
    assert codes(pincite_inside) == found(106), here


def test_a_repository_ends_the_search(here: Path, pincite_inside: PinciteInside) -> None:
    put("pincite.toml", 'select = ["PIN106"]')
    put("inner/a.pincite.yaml", DOCUMENT)
    (here / "inner" / ".git").write_text("gitdir: elsewhere")
    assert codes(pincite_inside, "inner") == found(*ALL, path="inner/a.pincite.yaml")


def test_standard_input_falls_under_the_working_folders_configuration(here: Path, pincite: Pincite) -> None:
    put("pincite.toml", 'select = ["PIN106"]')
    done = pincite("check", "--format", "concise", "-", stdin=DOCUMENT.encode(), cwd=here)
    assert done.out == "-:4:5: PIN106 book 'log' has no date\n"


def test_a_configuration_extends_another_one(here: Path, pincite_inside: PinciteInside) -> None:
    put("base/pincite.toml", 'select = ["PIN307"]\nextend-select = ["PIN106"]\n[severity]\nPIN1 = "info"\n')
    put(
        "pincite.toml",
        'extend = "base/pincite.toml"\nextend-select = ["PIN108"]\n[severity]\nPIN3 = "error"\n',
    )
    assert codes(pincite_inside) == found(106, 108, 307)
    done = json.loads(pincite_inside("check", "--format", "json", "a.pincite.yaml").out)
    assert [one["severity"] for one in done["findings"]] == ["info", "info", "error"], here


# --- what is passed over ----------------------------------------------------------------------------------


def test_excluded_files_are_passed_over_and_told_where_they_were_named(
    here: Path, pincite_inside: PinciteInside
) -> None:
    put("pincite.toml", 'exclude = ["drafts/", "*.old.pincite.yaml"]')
    for name in ("drafts/a.pincite.yaml", "b/c.old.pincite.yaml", "b/a.pincite.yaml"):
        put(name, HEAD)
    done = pincite_inside("check", "--format", "json", ".")
    assert [one["path"] for one in json.loads(done.out)["files"]] == ["a.pincite.yaml", "b/a.pincite.yaml"], (
        here
    )
    assert done.err == ""
    named = pincite_inside("check", "drafts/a.pincite.yaml")
    assert (named.status, named.out) == (0, "0 files, 0 quotations, 0 citations: no findings\n")
    assert named.err == "pincite: excluded by the configuration: drafts/a.pincite.yaml\n"


@pytest.mark.parametrize(
    ("config", "paths"),
    [
        ("", ["a.pincite.yaml", "b/kept.pincite.yaml"]),
        (
            "respect-gitignore = false",
            ["a.pincite.yaml", "b/b.pincite.yaml", "b/kept.pincite.yaml", "build/a.pincite.yaml"],
        ),
    ],
)
def test_what_git_ignores_is_passed_over(
    config: str, paths: list[str], here: Path, pincite_inside: PinciteInside
) -> None:
    put("pincite.toml", config)
    put(".gitignore", "build/\n/b/*.yaml\n")
    put("b/.gitignore", "!kept.*\n")
    for name in ("build/a.pincite.yaml", "b/b.pincite.yaml", "b/kept.pincite.yaml"):
        put(name, HEAD)
    done = pincite_inside("check", "--format", "json", ".")
    assert [one["path"] for one in json.loads(done.out)["files"]] == paths, here
    named = pincite_inside("check", "--format", "json", "build/a.pincite.yaml", "b/b.pincite.yaml")
    assert len(json.loads(named.out)["files"]) == 2


# --- what is always told ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("b.pincite.yaml", "a: [", "PIN003"),
        ("b.pincite.json", '{"pincite": "2.0", "article": {}}', "PIN010"),
        ("b.pincite.yaml", "- a\n", "PIN014"),
        ("none.pincite.yaml", None, "PIN001"),
        ("b.txt", "", "PIN001"),
    ],
)
def test_what_keeps_a_file_from_being_judged_is_told_whatever_is_selected(
    name: str, content: str | None, code: str, here: Path, pincite_inside: PinciteInside
) -> None:
    put("pincite.toml", 'select = ["PIN4"]\nignore = ["ALL"]\nseverity = {PIN4 = "info"}')
    if content is not None:
        put(name, content)
    assert codes(pincite_inside, name, "a.pincite.yaml") == [f"{name} {code}"], here
    assert pincite_inside("check", name, "a.pincite.yaml").status == 1


def test_small_faults_of_structure_can_be_ignored(here: Path, pincite_inside: PinciteInside) -> None:
    put("a.pincite.yaml", HEAD + "annotator: me\n")
    assert codes(pincite_inside) == ["a.pincite.yaml PIN013"], here
    put("pincite.toml", 'ignore = ["member-unknown"]')
    assert codes(pincite_inside) == []


# --- faults -----------------------------------------------------------------------------------------------

FAULTS = [
    ('selct = ["PIN1"]', "1: unknown key 'selct'; did you mean 'select'?"),
    ('fail_on = "error"', "1: unknown key 'fail_on'; did you mean 'fail-on'?"),
    (
        '# one\nselect = [\n  "PIN1",\n  "NOWHERE",\n]',
        "4: no rule is called 'NOWHERE' ('select'); pincite rules lists them all",
    ),
    (
        'ignore = ["publisher-mising"]',
        "1: no rule is called 'publisher-mising' ('ignore'); did you mean PIN108 (publisher-missing)?",
    ),
    ('ignore = ["pin108"]', "1: no rule is called 'pin108' ('ignore'); did you mean PIN108?"),
    ('select = "PIN1"', "1: 'select' must be a list, not text"),
    ("select = [1918-04-02]", "1: each value of 'select' must be text, not '1918-04-02'"),
    ('select = [""]', "1: 'select' must not be empty"),
    (
        'ignore = ["PIN003"]',
        "1: PIN003 cannot be silenced: a file that gives it is not judged at all; see 'exclude'",
    ),
    (
        '[severity]\nsyntax-invalid = "info"',
        "2: PIN003 cannot be silenced: a file that gives it is not judged at all; see 'exclude'",
    ),
    (
        '[severity]\nPIN108 = "loud"',
        "2: 'severity.PIN108' must be one of 'error', 'warning', 'info', not 'loud'",
    ),
    (
        '[per-file-ignores]\n"a/*" = ["PIN108", "PIN10x"]',
        "2: no rule is called 'PIN10x' ('per-file-ignores'); pincite rules lists them all",
    ),
    (
        '[per-file-ignores]\n"../a/*" = ["PIN108"]',
        "2: 'per-file-ignores': the pattern '../a/*' leaves the project",
    ),
    ('exclude = ["../drafts"]', "1: 'exclude': the pattern '../drafts' leaves the project"),
    ('extend = "../pincite.toml"', "1: 'extend': the path '../pincite.toml' leads out of the project"),
    ('extend = "/etc/pincite.toml"', "1: 'extend': the path '/etc/pincite.toml' leads out of the project"),
    ('extend = "link.toml"', "1: 'extend': the path 'link.toml' leads out of the project"),
    ('extend = "pincite.toml"', "1: 'extend': 'pincite.toml' leads round in a circle, or too far"),
    ('extend = "none.toml"', "1: 'extend': there is no file 'none.toml'"),
    ('baseline = "../base.json"', "1: 'baseline': the path '../base.json' leads out of the project"),
    ('respect-gitignore = "no"', "1: 'respect-gitignore' must be true or false, not text"),
    (
        '[house]\ndate = "iso8601"',
        "2: 'house.date' must be one of 'day month year', 'month day, year', 'iso', not 'iso8601'",
    ),
    ("[house]\nelipsis = 1", "2: unknown key 'elipsis' in 'house'; did you mean 'ellipsis'?"),
    (
        '[house.required]\nbok = ["publisher"]',
        "2: 'house.required': no source is of type 'bok'; did you mean 'book'?",
    ),
    (
        '[house.required]\nbook = ["publsher"]',
        "2: 'house.required': a source has no member 'publsher'; did you mean 'publisher'?",
    ),
    ('[house.archives]\nPEM = "x"', "2: 'house.archives.PEM' must be a table, not text"),
    ("[house.archives.PEM]\nurl = 3", "2: 'house.archives.PEM.url' must be text, not '3'"),
    ("x = = 3", "1: this is not TOML: invalid value"),
    ('a = 1\nb = "', "2: this is not TOML: unterminated string"),
]


@pytest.mark.parametrize(("config", "told"), FAULTS)
def test_a_faulty_configuration_is_a_wrong_call(
    config: str, told: str, here: Path, pincite_inside: PinciteInside
) -> None:
    (here / "link.toml").symlink_to("/etc/hostname")
    put("pincite.toml", config)
    for command in ("check", "config"):
        done = pincite_inside(command, "a.pincite.yaml")
        assert (done.status, done.out, done.err) == (2, "", f"pincite: pincite.toml:{told}\n")


def test_a_line_is_told_in_pyproject_too(here: Path, pincite_inside: PinciteInside) -> None:
    put("pyproject.toml", '[project]\nselect = ["x"]\n\n[tool.pincite]\nselct = []\n')
    done = pincite_inside("check", "a.pincite.yaml")
    assert done.err == "pincite: pyproject.toml:5: unknown key 'selct'; did you mean 'select'?\n", here


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--config", "none.toml"], "none.toml: cannot read the configuration: no such file or directory"),
        (["--config", "."], ".: cannot read the configuration: not a regular file"),
        (["--config", "pipe"], "pipe: cannot read the configuration: not a regular file"),
        (["--baseline", "pipe"], "pipe: cannot read the baseline: not a regular file"),
        (["--isolated", "--config", "a.toml"], "--isolated and --config exclude each other"),
        (
            ["--select", "PIN1,date-mising"],
            "--select: no rule is called 'date-mising'; did you mean PIN106 (date-missing)?",
        ),
        (
            ["--ignore", "PIN003"],
            "--ignore: PIN003 cannot be ignored: a file that gives it is not judged at all",
        ),
    ],
)
def test_a_wrong_option_is_told(
    options: list[str], complaint: str, here: Path, pincite_inside: PinciteInside
) -> None:
    os.mkfifo(here / "pipe")
    done = pincite_inside("check", *options, "a.pincite.yaml")
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {complaint}\n"), here


def test_a_pipe_that_a_configuration_names_is_not_waited_for(
    here: Path, pincite_inside: PinciteInside
) -> None:
    os.mkfifo(here / "pipe")
    put("pincite.toml", 'baseline = "pipe"')
    done = pincite_inside("check", "a.pincite.yaml")
    assert (done.status, done.err) == (2, "pincite: pipe: cannot read the baseline: not a regular file\n")


@pytest.mark.parametrize(
    ("link", "target", "reads"),
    [
        ("pincite.toml", "../outside.toml", None),
        ("pincite.toml", "conf/inside.toml", True),
        ("pyproject.toml", "../outside.toml", False),
        ("pyproject.toml", "conf/inside.toml", True),
        ("deep/pincite.toml", "../conf/inside.toml", True),
        ("deep/pincite.toml", "../../outside.toml", None),
        ("deep/pyproject.toml", "../../outside.toml", False),
    ],
)
def test_a_configuration_is_no_link_out_of_the_project(
    link: str, target: str, *, reads: bool | None, here: Path, pincite_inside: PinciteInside
) -> None:
    project = here / "project"
    for folder in (project / ".git", project / "conf", project / "deep"):
        folder.mkdir(parents=True)
    for path in (here / "outside.toml", project / "conf" / "inside.toml"):
        path.write_text(("[tool.pincite]\n" if "pyproject" in link else "") + "unknown = 1\n", "utf-8")
    (project / link).symlink_to(target)
    (project / "deep" / "a.pincite.yaml").write_text(DOCUMENT, "utf-8")
    done = pincite_inside("check", "project/deep/a.pincite.yaml")
    if reads is None:
        complaint = "this link leads out of the project; --config reads it"
        assert (done.status, done.err) == (2, f"pincite: project/{link}: {complaint}\n")
    else:
        assert ("unknown key" in done.err) is reads


def test_patterns_without_end_are_refused(here: Path, pincite_inside: PinciteInside) -> None:
    listed = [f"x{number}" for number in range(2001)]
    put("pincite.toml", f"ignore = []\nexclude = {listed}")
    done = pincite_inside("check", "a.pincite.yaml")
    assert (done.status, done.err) == (
        2,
        "pincite: pincite.toml:2: 'exclude': more than 2000 patterns are not read\n",
    )
    put("pincite.toml", "")
    put(".gitignore", "\n".join(listed))
    done = pincite_inside("check", ".")
    complaint = "more than 2000 patterns are not read; 'respect-gitignore = false' passes them over"
    assert (done.status, done.err) == (2, f"pincite: .gitignore: {complaint}\n")
    put("pincite.toml", "respect-gitignore = false")
    assert pincite_inside("check", ".").status == 1, here


def test_git_reads_no_gitignore_that_is_a_link(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "patterns").write_text("*\n", "utf-8")
    (here / ".gitignore").symlink_to("patterns")
    put("a.pincite.yaml", DOCUMENT)
    assert "1 file" in pincite_inside("check", ".").out


@pytest.fixture(scope="module")
def any_config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "any.toml"


@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_any_bytes_are_a_configuration_or_a_fault(any_config: Path, content: bytes) -> None:
    any_config.write_bytes(content)
    with suppress(ConfigError):
        in_force(str(any_config), whole=True)


KEYS = st.sampled_from(["select", "ignore", "severity", "house", "extend", "exclude", "per-file-ignores", "baseline", "date", "required", "archives", "PIN1", "PIN108", "book", "x", "é"])  # fmt: skip
VALUES = st.recursive(
    st.one_of(
        st.sampled_from(['"PIN1"', '"ALL"', '"../x"', '"a/**"', '""', '"\\u0000"', '"info"', '"iso"', "true", "1918-04-02", "inf", "-0", "'''a'''", "9" * 5000]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f'"{name}" = {value}' for name, value in items.items()) + "}"
        ),
    ),
    max_leaves=6,
)  # fmt: skip
LINES = st.one_of(
    st.tuples(KEYS, VALUES).map(lambda pair: f'"{pair[0]}" = {pair[1]}'),
    st.lists(KEYS, min_size=1, max_size=3).map(lambda keys: "[" + ".".join(f'"{key}"' for key in keys) + "]"),
)


@given(st.lists(LINES, max_size=6).map("\n".join))
def test_any_toml_is_a_configuration_or_a_fault(any_config: Path, text: str) -> None:
    any_config.write_text(text, "utf-8")
    with suppress(ConfigError):
        settings = Settings(config=str(any_config))
        settings.of("a/b.pincite.yaml")
        settings.excludes("a/b.pincite.yaml")


def test_deep_toml_is_a_fault(here: Path, pincite_inside: PinciteInside) -> None:
    put("pincite.toml", "select = " + "[" * 5000)
    assert pincite_inside("check", "a.pincite.yaml").status == 2, here


# --- pincite config ---------------------------------------------------------------------------------------

SHOWN = """\
# pincite.toml
select = the usual rules  # default
extend-select = ["PIN105"]  # pincite.toml:2
ignore = ["PIN108"]  # base.toml:1
fail-on = "warning"  # default
exclude = []  # default
respect-gitignore = true  # default
baseline = none  # default
house.archives.PEM = {name = "Port Ellery Museum"}  # pincite.toml:7
house.date = "iso"  # base.toml:4
per-file-ignores."old/**" = ["ALL"]  # pincite.toml:4
"""


def test_the_configuration_in_force_is_shown_with_its_origin(
    here: Path, pincite_inside: PinciteInside
) -> None:
    put("base.toml", 'ignore = ["PIN108"]\n\n[house]\ndate = "iso"\n')
    put(
        "pincite.toml",
        'extend = "base.toml"\nextend-select = ["PIN105"]\n[per-file-ignores]\n"old/**" = ["ALL"]\n\n'
        '[house.archives]\nPEM = {name = "Port Ellery Museum"}\n',
    )
    (here / "deep").mkdir()
    for path in ("a.pincite.yaml", ".", "deep", "deep/none.pincite.yaml"):
        assert pincite_inside("config", path).out == SHOWN
    as_json = json.loads(pincite_inside("config", "--format", "json").out)
    assert as_json["values"]["house.date"] == {"value": "iso", "from": "base.toml:4"}
    assert as_json["values"]["select"] == {"value": None, "from": "default"}


def test_without_a_configuration_the_defaults_are_shown(here: Path, pincite_inside: PinciteInside) -> None:
    lines = pincite_inside("config", "a.pincite.yaml").out.splitlines()
    assert lines[0] == "# no configuration", here
    assert all(line.endswith("  # default") for line in lines[1:])
