"""What the configuration of a folder says of its dataset, and that options of the command come before it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite.settings.about_dataset import fault_in

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.model.json_value import JsonObject
    from tests.conftest import Pincite

pytest.importorskip("pyarrow")
pytestmark = pytest.mark.usefixtures("unhurried")

ALL = """
name = "harbour-articles"
title = "Articles on harbours"
description = "Two articles."
version = "1.2.0"
license = "CC-BY-4.0"
creators = ["Port Ellery Museum", "Nora Vane"]
url = "https://example.org/harbours"
doi = "10.5555/12345678"
date = "2026-05-03"
articles = "none"
quotations = "excerpt"
images = "hash"
excerpt = 40
leave-out = "never"
verify = false
"""
ARTICLE = 'pincite: "1.0"\narticle: {title: %s, date: "%s"}\n%s'


def built(folder: Path, pincite: Pincite, config: str, *options: str) -> JsonObject:
    """Return the manifest of the dataset of two documents under a configuration."""
    (folder / "in").mkdir()
    (folder / "in" / "pincite.toml").write_text(f"[dataset]\n{config}", encoding="utf-8")
    for name, day, more in (("a", "2019-02-03", ""), ("b", "2020", "annotation: {on: 2018-06-07}\n")):
        (folder / "in" / f"{name}.pincite.yaml").write_text(ARTICLE % (name, day, more), encoding="utf-8")
    outcome = pincite("dataset", "build", "in", "-o", "out", *options, cwd=folder)
    assert outcome.status == 0, outcome.err
    found: JsonObject = json.loads((folder / "out" / "manifest.json").read_text(encoding="utf-8"))
    return found


def test_all_that_a_configuration_says_is_done(tmp_path: Path, pincite: Pincite) -> None:
    manifest = built(tmp_path, pincite, ALL)
    assert manifest["about"] == {
        "name": "harbour-articles",
        "title": "Articles on harbours",
        "description": "Two articles.",
        "version": "1.2.0",
        "license": "CC-BY-4.0",
        "creators": ["Port Ellery Museum", "Nora Vane"],
        "url": "https://example.org/harbours",
        "doi": "10.5555/12345678",
        "date": "2026-05-03",
    }
    made_with = manifest["made_with"]
    assert isinstance(made_with, dict)
    policy = {"articles": "none", "quotations": "excerpt", "images": "hash", "excerpt": 40}
    assert made_with["policy"] == policy
    assert (made_with["leave_out"], made_with["verify"]) == (None, False)


def test_options_of_the_command_come_first(tmp_path: Path, pincite: Pincite) -> None:
    options = (
        *("--title", "Bells", "--creator", "Ines Marrow", "--date", "2026-01-02", "--articles", "declared"),
        *("--excerpt", "50", "--leave-out", "error"),
    )
    manifest = built(tmp_path, pincite, ALL, *options)
    about, made_with = manifest["about"], manifest["made_with"]
    assert isinstance(about, dict)
    assert isinstance(made_with, dict)
    assert (about["title"], about["creators"], about["date"]) == ("Bells", ["Ines Marrow"], "2026-01-02")
    assert about["name"] == "harbour-articles"
    policy = {"articles": "declared", "quotations": "excerpt", "images": "hash", "excerpt": 50}
    assert made_with["policy"] == policy
    assert made_with["leave_out"] == "error"


@pytest.mark.parametrize("options", [("--isolated",), ("--config", "other.toml")])
def test_another_configuration_counts_alone(
    options: tuple[str, ...], tmp_path: Path, pincite: Pincite
) -> None:
    (tmp_path / "other.toml").write_text("[dataset]\nname = 'other'\n", encoding="utf-8")
    about = built(tmp_path, pincite, ALL, *options)["about"]
    assert isinstance(about, dict)
    assert about.get("name") == ("other" if "--config" in options else None)
    assert "title" not in about


def test_without_a_day_the_newest_annotation_dates_a_dataset(tmp_path: Path, pincite: Pincite) -> None:
    assert built(tmp_path, pincite, "")["about"] == {"date": "2018-06-07"}


def test_without_annotations_the_newest_article_does(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "a.pincite.yaml").write_text(ARTICLE % ("a", "2019-02-03", ""), encoding="utf-8")
    (tmp_path / "b.pincite.yaml").write_text(ARTICLE % ("b", "2021~", ""), encoding="utf-8")
    assert (
        pincite("dataset", "build", "a.pincite.yaml", "b.pincite.yaml", "-o", "out", cwd=tmp_path).status == 0
    )
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["about"] == {"date": "2019-02-03"}


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("excerpt = 5", "'dataset.excerpt' must be 20 or more, not 5"),
        ("excerpt = 'x'", "'dataset.excerpt' must be a whole number, not text"),
        ("creators = 'x'", "'dataset.creators' must be a list, not text"),
        ("articles = 'some'", "'dataset.articles' must be one of 'declared', 'full', 'none', not 'some'"),
        ("verify = 'x'", "'dataset.verify' must be true or false, not text"),
        ("date = '2026-02-30'", "'dataset.date' must be a day, such as 2026-05-03, not '2026-02-30'"),
        ("url = 'foo'", "'dataset.url' must be an address, such as https://example.org/harbours, not 'foo'"),
        (
            "doi = 'doi:10.5555/1'",
            "'dataset.doi' must be a DOI, such as 10.5555/12345678, not 'doi:10.5555/1'; did you mean '10.5555/1'?",
        ),
        (
            "license = 'CC BY 4.0'",
            "'dataset.license' must be an SPDX expression, such as CC-BY-4.0, not 'CC BY 4.0'; did you mean 'CC-BY-4.0'?",
        ),
        (
            "license = 'MIT OR CC-BY'",
            "'dataset.license' has 'CC-BY', which is not on the SPDX list of licences; did you mean 'CC-BY-4.0'?",
        ),
        ("titel = 'x'", "unknown key 'titel' in 'dataset'; did you mean 'title'?"),
    ],
)
def test_a_faulty_table_is_told_with_its_line(
    config: str, told: str, tmp_path: Path, pincite: Pincite
) -> None:
    (tmp_path / "pincite.toml").write_text(f"[dataset]\n{config}\n", encoding="utf-8")
    (tmp_path / "a.pincite.yaml").write_text(ARTICLE % ("a", "2019", ""), encoding="utf-8")
    outcome = pincite("dataset", "build", ".", "-o", "out", cwd=tmp_path)
    assert outcome.status == 2
    assert outcome.err == f"pincite: pincite.toml:2: {told}\n"


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--date", "soon", "must be a day, such as 2026-05-03, not 'soon'"),
        ("--url", "foo", "must be an address, such as https://example.org/harbours, not 'foo'"),
        ("--doi", "bar", "must be a DOI, such as 10.5555/12345678, not 'bar'"),
        ("--license", "Quay-1", "has 'Quay-1', which is not on the SPDX list of licences; write 'LicenseRef-Quay-1' for one that is not on it"),
    ],
)  # fmt: skip
def test_what_has_not_the_form_of_one_is_a_wrong_call(
    option: str, value: str, told: str, tmp_path: Path, pincite: Pincite
) -> None:
    (tmp_path / "a.pincite.yaml").write_text(ARTICLE % ("a", "2019", ""), encoding="utf-8")
    outcome = pincite("dataset", "build", ".", "-o", "out", option, value, cwd=tmp_path)
    assert (outcome.status, outcome.err) == (2, f"pincite: {option} {told}\n")
    if option == "--license":
        outcome = pincite("dataset", "merge", "none", "-o", "out", option, value, cwd=tmp_path)
        assert (outcome.status, outcome.err) == (2, f"pincite: {option} {told}\n")


@pytest.mark.parametrize(
    "license_",
    [
        "CC-BY-4.0",
        "cc-by-4.0",
        "GPL-2.0+ WITH Classpath-exception-2.0",
        "(MIT OR LicenseRef-quay)",
        "GPL-2.0",
    ],
)
def test_licences_that_spdx_knows_are_taken(license_: str) -> None:
    assert fault_in("license", license_) is None


def test_the_configuration_in_force_shows_the_table(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "pincite.toml").write_text("[dataset]\ntitle = 'Bells'\n", encoding="utf-8")
    assert 'dataset.title = "Bells"  # pincite.toml:2' in pincite("config", ".", cwd=tmp_path).out
