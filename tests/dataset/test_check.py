"""``pincite dataset check``: each fault is found under its code and at its place, and a clean dataset gives nothing."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import partial
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite.dataset.building.build import Plan, build
from pincite.dataset.checking.check import check_dataset
from pincite.dataset.job import Judging
from pincite.dataset.package.files import file_of
from pincite.dataset.package.layout import CHECKSUMS, DOCUMENTS, FINDINGS, INPUTS, MANIFEST
from pincite.dataset.package.manifest import read_manifest
from pincite.dataset.policy import Policy
from pincite.dataset.rules import MODULES
from pincite.dataset.tables import TABLES
from tests.dataset.checked import (
    DESCRIPTORS,
    built,
    edit_documents,
    edit_manifest,
    edit_table,
    found,
    reseal,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Pincite

    Damage = Callable[[Path], object]

QUOTATIONS = "tables/quotations.parquet"
CITATIONS = "tables/citations.parquet"
SOURCES = "tables/sources.parquet"


def picture_in(folder: Path) -> str:
    return next(one.path for one in read_manifest(folder).files if one.path.startswith("images/"))


# ---- the clean one


@pytest.mark.parametrize(
    "policy",
    [
        Policy(),
        Policy(articles="full", quotations="full", images="copy"),
        Policy(articles="none", quotations="none", images="hash"),
        Policy(quotations="excerpt", excerpt=20, images="hash"),
    ],
    ids=lambda one: f"{one.articles}-{one.quotations}-{one.images}",
)
def test_a_clean_dataset_gives_nothing_whatever_it_holds_back(policy: Policy, tmp_path: Path) -> None:
    assert told(built(tmp_path / "ds", policy)) == []


def test_what_the_rules_find_in_documents_is_told_at_their_lines(tmp_path: Path) -> None:
    (tmp_path / "a.pincite.jsonl").write_text(
        '{"pincite":"1.0","id":"https://example.org/a","article":{"title":"The bell"}}\n'
        '{"pincite":"1.0","id":"https://example.org/b","article":{"title":"The dial"},'
        '"quotations":[{"id":"q","text":"Six strokes."}]}\n',
        "utf-8",
    )
    build(Plan(tmp_path, ("a.pincite.jsonl",), judging=Judging(leave_out=None)), tmp_path / "ds")
    assert "documents.jsonl:2 PIN101" in found(tmp_path / "ds")
    assert found(tmp_path / "ds", documents=False) == set()


def test_what_is_held_back_excuses_nothing_else(tmp_path: Path) -> None:
    folder = built(tmp_path / "ds", Policy(articles="none", quotations="none", images="hash"))

    def without_citations(lines: list[str]) -> None:
        data = json.loads(lines[0])
        data["quotations"][0].pop("citations")
        lines[0] = json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    edit_documents(folder, without_citations)
    assert "documents.jsonl:1 PIN101" in found(folder)


# ---- files


def flipped(path: str, folder: Path) -> None:
    file = folder / path
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0x20
    file.write_bytes(content)


KINDS = [DOCUMENTS, INPUTS, FINDINGS, CHECKSUMS, QUOTATIONS, "tables/sources.csv", "image"]


@pytest.mark.parametrize("path", KINDS)
def test_one_flipped_byte_is_found(path: str, dataset: Path) -> None:
    path = picture_in(dataset) if path == "image" else path
    (dataset / path).write_bytes((dataset / path).read_bytes() or b"x")
    flipped(path, dataset)
    assert {line for line in found(dataset) if not line.startswith("documents.jsonl:")} == {f"{path} PIN903"}


@pytest.mark.parametrize("path", KINDS)
def test_one_missing_file_is_found(path: str, dataset: Path) -> None:
    path = picture_in(dataset) if path == "image" else path
    (dataset / path).unlink()
    assert found(dataset) == {f"{path} PIN902"}


@settings(max_examples=15)
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_found(clean: Path, where: float, change: int) -> None:
    paths = [MANIFEST, *(one.path for one in read_manifest(clean).files)]
    sizes = [(clean / path).stat().st_size for path in paths]
    at = int(where * sum(sizes))
    number = bisect_right(list(accumulate(sizes)), at)
    path, at = paths[number], at - sum(sizes[:number])
    before = (clean / path).read_bytes()
    after = bytearray(before)
    after[at] ^= change
    (clean / path).write_bytes(after)
    try:
        assert f"{path} PIN90" in " ".join(found(clean, documents=False))
    finally:
        (clean / path).write_bytes(before)


@pytest.mark.parametrize("place", range(0, 100, 14))
def test_a_changed_byte_of_the_manifest_is_found(place: int, dataset: Path) -> None:
    path = dataset / MANIFEST
    content = bytearray(path.read_bytes())
    content[len(content) * place // 100] ^= 1
    path.write_bytes(content)
    assert found(dataset) in ({f"{MANIFEST} PIN901"}, {f"{MANIFEST} PIN903"})


# ---- each fault at its place


def first(column: str, value: object) -> Callable[[list[dict[str, Any]]], None]:
    """Return what puts a value into the first row that has any."""

    def change(rows: list[dict[str, Any]]) -> None:
        next(row for row in rows if row[column])[column] = value

    return change


def repeat_id(rows: list[dict[str, Any]]) -> None:
    rows[1]["id"] = rows[0]["id"]


def circle(rows: list[dict[str, Any]]) -> None:
    inner = next(row for row in rows if row["container"])
    outer = next(row for row in rows if row["id"] == inner["container"])
    outer["container"] = inner["id"]


def in_table(name: str, change: Callable[[list[dict[str, Any]]], object]) -> Damage:
    return partial(edit_table, name=name, change=change)


def in_documents(change: Callable[[list[str]], object]) -> Damage:
    return partial(edit_documents, change=change)


def in_manifest(change: Callable[[dict[str, Any]], object]) -> Damage:
    return partial(edit_manifest, change=change)


def in_document(change: Callable[[dict[str, Any]], object]) -> Damage:
    """Return what changes the second document."""

    def change_line(lines: list[str]) -> None:
        data = json.loads(lines[1])
        change(data)
        lines[1] = json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    return in_documents(change_line)


def text_of(path: str, change: Callable[[str], str]) -> Damage:
    """Return what changes a file's text, and the manifest with it."""

    def damage(folder: Path) -> None:
        (folder / path).write_text(change((folder / path).read_text("utf-8")), "utf-8", newline="")
        reseal(folder)

    return damage


def wrong_checksum(folder: Path) -> None:
    (folder / CHECKSUMS).write_text(
        (folder / CHECKSUMS)
        .read_text("utf-8")
        .replace("  documents", "  ../documents")
        .replace(" findings", " lost"),
        "utf-8",
    )
    reseal_with_checksums(folder)


def reseal_with_checksums(folder: Path) -> None:
    file = file_of(folder, CHECKSUMS)

    def change(data: dict[str, Any]) -> None:
        entry = next(one for one in data["files"] if one["path"] == CHECKSUMS)
        entry |= {"bytes": file.bytes, "sha256": file.sha256}

    edit_manifest(folder, change)


def described(name: str, data: object) -> Damage:
    def damage(folder: Path) -> None:
        (folder / name).write_text(json.dumps(data), "utf-8")
        reseal(folder)

    return damage


def no_parquet(folder: Path) -> None:
    (folder / QUOTATIONS).write_bytes(b"PAR1 and no more PAR1")
    reseal(folder)


def without_column(folder: Path) -> None:
    pq.write_table(pq.read_table(folder / QUOTATIONS).drop_columns(["display"]), folder / QUOTATIONS)
    reseal(folder)


def changed_type(folder: Path) -> None:
    table = pq.read_table(folder / QUOTATIONS)
    column = table.column("start").cast(pa.string())
    pq.write_table(
        table.set_column(table.schema.get_field_index("start"), "start", column), folder / QUOTATIONS
    )
    reseal(folder)


EVERY_TABLE = {f"tables/{table.name}.parquet PIN909" for table in TABLES}
FAULTS: list[tuple[str, Damage, set[str]]] = [
    ("manifest-gone", lambda folder: (folder / MANIFEST).unlink(), {"manifest.json PIN901"}),
    ("other-version", in_manifest(lambda one: one.update(pincite_dataset="2.0")), {"manifest.json PIN901"}),
    ("wrong-type", in_manifest(lambda one: one.update(files={})), {"manifest.json PIN901"}),
    ("listed-outside", in_manifest(lambda one: one["files"].append({**one["files"][0], "path": "../secret"})), {"manifest.json PIN905"}),
    ("listed-twice", in_manifest(lambda one: one["files"].append(one["files"][0])), {"manifest.json PIN907"}),
    ("letter-case", in_manifest(lambda one: one["files"].append({**one["files"][-1], "path": one["files"][-1]["path"].upper()})), {"manifest.json PIN907", "TABLES/SOURCES.PARQUET PIN902", "SHA256SUMS PIN909"}),
    ("not-listed", in_manifest(lambda one: one.update(files=[file for file in one["files"] if file["path"] != FINDINGS])), {"manifest.json PIN902", "findings.jsonl PIN904", "SHA256SUMS:5 PIN902", *(f"{one} PIN902" for one in DESCRIPTORS)}),
    ("foreign", lambda folder: (folder / "notes.txt").write_text("x"), {"notes.txt PIN904"}),
    ("foreign-below", lambda folder: (folder / "tables" / "notes.txt").write_text("x"), {"tables/notes.txt PIN904"}),
    ("checksums", wrong_checksum, {"SHA256SUMS:4 PIN905", "SHA256SUMS:5 PIN902", "SHA256SUMS PIN909"}),
    ("data-package", described("datapackage.json", {"resources": [{"path": "../x.csv"}, {"path": ["tables/y.csv"]}, {"path": "documents.jsonl", "hash": f"sha256:{'0' * 64}"}]}), {"datapackage.json PIN905", "datapackage.json PIN902", "datapackage.json PIN909"}),
    ("croissant", described("croissant.json", {"distribution": [{"contentUrl": "https://example.org/x"}]}), {"croissant.json PIN905"}),
    ("ro-crate", described("ro-crate-metadata.json", {"@graph": [{"@id": "/etc/hosts", "@type": "File"}, {"@id": "./", "@type": "Dataset"}]}), {"ro-crate-metadata.json PIN905"}),
    ("path-in-images", in_table("images", first("path", "../secret.png")), {"tables/images.parquet PIN905", "tables/images.parquet PIN909"}),
    ("path-in-document", in_document(lambda one: one["images"][0].update(path="../secret.png")), {"documents.jsonl:2 PIN905"}),
    ("copy-in-document", in_document(lambda one: one["sources"][0].update(copies=[{"path": "/etc/hosts"}])), {"documents.jsonl:2 PIN905"}),
    ("catalogue-in-document", in_document(lambda one: one.update(catalogues=["../more.bib"])), {"documents.jsonl:2 PIN905"}),
    ("path-in-inputs", text_of(INPUTS, lambda text: text.replace('"path":"', '"path":"../', 1)), {"inputs.jsonl:1 PIN905"}),
    ("no-parquet", no_parquet, {f"{QUOTATIONS} PIN906"}),
    ("no-column", without_column, {f"{QUOTATIONS} PIN906"}),
    ("other-type", changed_type, {f"{QUOTATIONS} PIN906"}),
    ("no-csv", text_of("tables/claims.csv", lambda text: text.replace('"article"', '"art"', 1)), {"tables/claims.csv:1 PIN906"}),
    ("torn-csv", text_of("tables/claims.csv", lambda text: text + '"torn'), {"tables/claims.csv PIN906"}),
    ("csv-cell", text_of("tables/quotations.csv", lambda text: text.replace("inline", "block", 1)), {"tables/quotations.csv:2 PIN909"}),
    ("csv-row", text_of("tables/relations.csv", lambda text: text.partition("\n")[0] + "\n"), {"tables/relations.csv:1 PIN909"}),
    ("csv-more", text_of("tables/relations.csv", lambda text: text + text.splitlines(keepends=True)[-1]), {"tables/relations.csv:3 PIN909"}),
    ("id-repeated", in_table("claims", repeat_id), {"tables/claims.parquet PIN907"}),
    ("source-key", in_table("citations", first("source", "s-nowhere")), {f"{CITATIONS} PIN908"}),
    ("quotation-key", in_table("citations", first("quotation", "https://example.org/lost#q1")), {f"{CITATIONS} PIN908"}),
    ("article-key", in_table("claims", first("article", "https://example.org/lost")), {"tables/claims.parquet PIN908"}),
    ("no-article", in_table("claims", first("article", None)), {"tables/claims.parquet PIN908"}),
    ("image-keys", in_table("citations", first("images", ["https://example.org/lost#i"])), {f"{CITATIONS} PIN908"}),
    ("container-key", in_table("sources", first("container", "s-nowhere")), {f"{SOURCES} PIN908"}),
    ("circle", in_table("sources", circle), {f"{SOURCES} PIN908"}),
    ("cell", in_table("quotations", first("text", "Ten strokes.")), {f"{QUOTATIONS} PIN909"}),
    ("source-cell", in_table("sources", first("title", "Another book")), {f"{SOURCES} PIN909"}),
    ("row-gone", in_table("relations", lambda rows: rows.pop()), {"tables/relations.parquet PIN909"}),
    ("row-gone-inside", in_table("descriptions", lambda rows: rows.pop(1)), {"tables/descriptions.parquet PIN909"}),
    ("counts", in_manifest(lambda one: one["counts"].update(claims=4)), {"tables/claims.parquet PIN909"}),
    ("blank-line", in_documents(lambda lines: lines.insert(1, "")), {"documents.jsonl:2 PIN910", "inputs.jsonl:2 PIN909", "inputs.jsonl PIN909"}),
    ("broken-line", in_documents(lambda lines: lines.__setitem__(1, lines[1][:-1])), {"documents.jsonl:2 PIN910"}),
    ("no-id", in_document(lambda one: one.pop("id")), {"documents.jsonl:2 PIN910", "inputs.jsonl:2 PIN909"}),
    ("other-order", in_document(lambda one: one.update(pincite=one.pop("pincite"))), {"documents.jsonl:2 PIN910"}),
    ("document-gone", in_documents(lambda lines: lines.pop()), {"inputs.jsonl:2 PIN909"} | EVERY_TABLE),
    ("document-twice", in_documents(lambda lines: lines.append(lines[0])), {"documents.jsonl:3 PIN911", "inputs.jsonl PIN909"} | EVERY_TABLE - {f"tables/{one}.parquet PIN909" for one in ("relations", "images")} ),
    ("no-finding", text_of(FINDINGS, lambda _: "[]\n"), {"findings.jsonl:1 PIN910"}),
    ("no-input", text_of(INPUTS, lambda text: text + "{}\n"), {"inputs.jsonl:3 PIN909", "inputs.jsonl:3 PIN910"}),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "wanted"), [one[1:] for one in FAULTS], ids=[one[0] for one in FAULTS])
def test_a_fault_is_found_at_its_place(damage: Damage, wanted: set[str], dataset: Path) -> None:
    damage(dataset)
    assert found(dataset) == wanted


def test_every_rule_on_datasets_has_its_fault() -> None:
    codes = {import_module(f"pincite.dataset.rules.{name}").RULE.code for name in MODULES}
    codes -= {"PIN912", "PIN913", "PIN914"}  # told when a dataset is built
    shown = {line.split(" ")[1] for *_, wanted in FAULTS for line in wanted}
    assert codes - shown == {"PIN903"}  # see the flipped bytes


def test_a_message_says_what_is_wrong_and_what_would_be_right(dataset: Path) -> None:
    edit_table(dataset, "citations", first("source", "s-nowhere"))
    assert told(dataset) == [
        f"{CITATIONS} PIN908 row 1 of {CITATIONS} has the source 's-nowhere', which is no id in the table sources"
    ]


# ---- the command


def test_the_command_tells_paths_as_they_were_given(dataset: Path, pincite: Pincite) -> None:
    edit_table(dataset, "claims", first("text", "\x1b[31mred"))
    (dataset / "notes.txt").write_text("x")
    (dataset / "tables" / "claims.csv").unlink()
    done = pincite("dataset", "check", "--format", "concise", "ds", cwd=dataset.parent)
    assert done.status == 1
    assert [line.partition(": ")[0] for line in done.out.splitlines()] == [
        "ds/notes.txt",
        "ds/tables/claims.csv",
        "ds/tables/claims.parquet",
    ]
    assert "\x1b" not in done.out


def test_reports_come_in_the_usual_formats(dataset: Path, pincite: Pincite) -> None:
    edit_documents(dataset, lambda lines: lines.append("{"))
    report = json.loads(pincite("dataset", "check", "--format", "json", "ds", cwd=dataset.parent).out)
    assert [(one["path"], one["line"], one["code"]) for one in report["findings"] if one["line"]] == [
        ("ds/documents.jsonl", 3, "PIN910")
    ]
    sarif = pincite("dataset", "check", "--format", "sarif", "ds", cwd=dataset.parent)
    assert '"PIN910"' in sarif.out


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fail-on", "error"), 0),
        (("--exit-zero",), 0),
        (("--ignore", "PIN904"), 0),
        (("--select", "PIN908"), 0),
        (("--no-documents",), 1),
    ],
)
def test_the_exit_status_is_that_of_a_check(
    options: tuple[str, ...], status: int, dataset: Path, pincite: Pincite
) -> None:
    (dataset / "notes.txt").write_text("x")
    assert pincite("dataset", "check", *options, str(dataset)).status == status


def test_no_report_goes_into_a_dataset(clean: Path, dataset: Path, pincite: Pincite) -> None:
    target = dataset / "report.txt"
    done = pincite("dataset", "check", str(clean), str(dataset), "-o", str(target))
    assert (done.status, "would lie in the dataset" in done.err, target.exists()) == (2, True, False)
    assert pincite("dataset", "check", ".", "-o", "-", cwd=clean).status == 0


def test_several_datasets_stand_in_one_report(clean: Path, dataset: Path, pincite: Pincite) -> None:
    (dataset / "notes.txt").write_text("x")
    done = pincite("dataset", "check", str(clean), str(dataset), str(clean))
    assert " 6 quotations, 6 citations: 1 warning" in done.out


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_what_is_no_folder_is_a_wrong_call(name: str, tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "file").write_text("x")
    done = pincite("dataset", "check", name, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines() == [f"pincite: there is no folder {name}"]


def test_a_dataset_does_not_say_by_which_rules_it_is_judged(dataset: Path, pincite: Pincite) -> None:
    (dataset / "pincite.toml").write_text('ignore = ["PIN9"]\n', "utf-8")
    done = pincite("dataset", "check", "--format", "concise", "ds", cwd=dataset.parent)
    assert "ds/pincite.toml: PIN904" in done.out


def test_the_configuration_around_a_dataset_holds(dataset: Path, pincite: Pincite) -> None:
    (dataset / "notes.txt").write_text("x")
    (dataset.parent / "pincite.toml").write_text('[severity]\nPIN904 = "error"\n', "utf-8")
    assert "1 error" in pincite("dataset", "check", "ds", cwd=dataset.parent).out


def test_many_findings_are_capped_and_counted(dataset: Path) -> None:
    for number in range(130):
        (dataset / "tables" / f"{number}").touch()
    report = check_dataset(str(dataset))
    assert len(report.findings) == 130  # each in a file of its own
    (dataset / INPUTS).write_text("[]\n" * 130, "utf-8")
    reseal(dataset)
    codes = [one.code for one in check_dataset(str(dataset)).findings if one.path.endswith(INPUTS)]
    assert codes.count("PIN910") == 100
    assert codes.count("PIN006") == 1
