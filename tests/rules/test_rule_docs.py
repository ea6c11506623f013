"""Every rule's documentation runs: what it calls bad gives the rule's code, what it calls good does not."""

from __future__ import annotations

import ast
import re
import struct
import zlib
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

from pincite import rules
from pincite.rules.catalogue import Documented, catalogue
from tests.rules.test_cases import findings_of

SECTIONS = ["Why", "Bad", "Good"]
IN_PROSE = {
    "PIN001": "no block can show a file that is not there",
    "PIN002": "no block can show bytes that are not text",
    "PIN006": "a block that breaks a limit would be longer than the documentation",
    "PIN139": "no block can bring a house style along",
    "PIN335": "a block that breaks a limit would be longer than the documentation",
    "PIN704": "no block can show a damaged scan",
    "PIN718": "no block can show a scan",
    "PIN801": "no block can show a document in another format",
    "PIN802": "as above",
    "PIN803": "as above",
    "PIN811": "as above",
    "PIN812": "as above",
    "PIN813": "as above",
    **{
        f"PIN{code}": "no block can show a dataset; see tests/dataset/test_check.py"
        for code in range(901, 915)
    },
}


def png(width: int, height: int) -> bytes:
    """Return a black PNG picture; of a large one only the beginning of its data."""
    rows = bytes((width + 1) * min(height, 30))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (*chunks, (b"IEND", b""))
    )


DIAL = png(40, 30)
BESIDE = {
    "dial.png": DIAL,
    "dial-again.png": DIAL,
    "renamed.jpg": DIAL,
    "torn.png": DIAL[:60],
    "bomb.png": png(50_000, 50_000),
    "notes.png": b"A dial with one hand.",
}
"""The files in the folder ``images`` beside every documented block."""

PACKAGES = (*rules.LISTS, "pincite.rules")


@dataclass(frozen=True)
class Block:
    """A document in a rule's documentation; ``copies`` are the texts of sources that the documentation shows."""

    code: str
    section: str
    number: int
    syntax: str
    text: str
    copies: tuple[tuple[str, str], ...] = ()

    def document(self) -> str:
        """Return the block with what every document has, where the block leaves it out."""
        text = self.text
        if self.syntax == "yaml" and not re.search("^article:", text, re.MULTILINE):
            text = f"article: {{title: The harbour clock}}\n{text}"
        if self.syntax == "yaml" and not re.search("^pincite:", text, re.MULTILINE):
            text = f'pincite: "1.0"\n{text}'
        return text

    def __str__(self) -> str:
        return f"{self.code}-{self.section}-{self.number}"


def sections_of(text: str) -> list[tuple[str, str]]:
    """Return the headings of a rule's documentation with what stands under each."""
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def blocks_of(one: Documented) -> list[Block]:
    """Return the documents of a rule's documentation."""
    copies = re.findall(r"^```text (\S+)\n(.*?)^```$", one.text, re.MULTILINE | re.DOTALL)
    return [
        Block(one.rule.code, heading, number, syntax, text, tuple(copies))
        for heading, section in sections_of(one.text)
        for number, (syntax, text) in enumerate(
            re.findall(r"^```(yaml|json)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL), 1
        )
    ]


def faults_of(block: Block, folder: Path) -> list[str]:
    """Return what is wrong with a block: its own code absent or present, or another fault of form."""
    file = folder / f"block.pincite.{block.syntax}"
    file.write_text(block.document(), "utf-8")
    (folder / "images").mkdir(exist_ok=True)
    for name, content in BESIDE.items():
        (folder / "images" / name).write_bytes(content)
    for name, text in block.copies:
        (folder / name).write_text(text, "utf-8")
    codes = {finding.code for finding in findings_of(file, block.code)}
    faults = [f"also gives {code}" for code in sorted(codes - {block.code}) if code[3] in "02"]
    if block.section == "Bad" and block.code not in codes:
        faults.append(f"does not give {block.code}")
    if block.section == "Good" and block.code in codes:
        faults.append(f"gives {block.code}")
    return faults


every_rule = pytest.mark.parametrize("one", catalogue(), ids=lambda one: one.rule.code)


@every_rule
def test_documentation_has_its_parts(one: Documented) -> None:
    assert one.text.partition("\n")[0] == one.rule.summary
    assert one.text.partition("\n")[2].startswith("\n## Why\n")
    assert [heading for heading, _ in sections_of(one.text)] == SECTIONS
    assert all(section.strip() for _, section in sections_of(one.text))
    shown = {block.section for block in blocks_of(one)}
    assert shown == ({"Bad", "Good"} if one.rule.code not in IN_PROSE else set())


@pytest.mark.parametrize("block", [block for one in catalogue() for block in blocks_of(one)], ids=str)
def test_documented_block_gives_what_it_says(block: Block, tmp_path: Path) -> None:
    assert faults_of(block, tmp_path) == []


@pytest.mark.parametrize(
    ("block", "faults"),
    [
        (Block("PIN101", "Bad", 1, "yaml", "claims: []\n"), ["does not give PIN101"]),
        (Block("PIN101", "Good", 1, "yaml", "quotations:\n  - {id: q, text: Six.}\n"), ["gives PIN101"]),
        (Block("PIN101", "Good", 1, "yaml", "quotation: []\n"), ["also gives PIN013"]),
    ],
    ids=["bad-is-good", "good-is-bad", "malformed"],
)
def test_a_wrong_block_is_noticed(block: Block, faults: list[str], tmp_path: Path) -> None:
    assert faults_of(block, tmp_path) == faults


def test_codes_and_names_are_unique_and_well_formed() -> None:
    found = [one.rule for one in catalogue()]
    assert len({rule.code for rule in found}) == len({rule.name for rule in found}) == len(found)
    for rule in found:
        assert re.fullmatch(r"PIN[0-9]{3}", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
        assert rule.summary.endswith(".")
        assert rule.family


@every_rule
def test_a_rule_is_named_as_its_module(one: Documented) -> None:
    assert one.module.rpartition(".")[2] == one.rule.name.replace("-", "_")


def test_the_registry_has_every_rule_under_its_own_code() -> None:
    codes = {one.module.rpartition(".")[2]: one.rule.code for one in catalogue()}
    assert [(entry.module, entry.code) for entry in rules.entries()] == [
        (entry.module, codes[entry.module]) for entry in rules.entries()
    ]


@pytest.mark.parametrize("kind", rules.REGISTRY)
def test_the_registry_is_in_the_order_of_codes(kind: str) -> None:
    assert list(rules.REGISTRY[kind]) == sorted(rules.REGISTRY[kind])


def unlisted(folder: Path, listed: list[str]) -> list[str]:
    """Return what a folder of rules and the list of its modules do not agree about."""
    faults = [f"{name} is listed twice" for name in sorted(set(listed)) if listed.count(name) > 1]
    holding = {path.stem for path in folder.glob("*.py") if "RULE" in _assigned(path)}
    faults += [f"{name} holds a rule and is not listed" for name in sorted(holding - set(listed))]
    return faults + [f"{name} is listed and holds no rule" for name in sorted(set(listed) - holding)]


def _assigned(path: Path) -> set[str]:
    targets = [
        target
        for node in ast.parse(path.read_text("utf-8")).body
        for target in (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign)
            else []
        )
    ]
    return {target.id for target in targets if isinstance(target, ast.Name)}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_with_a_rule_is_listed_once(package: str) -> None:
    module = import_module(package)
    listed = [entry.module for entry in rules.entries()] if module is rules else list(module.MODULES)
    assert unlisted(Path(str(module.__file__)).parent, listed) == []


def test_a_module_that_is_not_listed_is_noticed(tmp_path: Path) -> None:
    for name, text in {"kept": "RULE = 1", "lost": "RULE: int = 1", "knowledge": "import x"}.items():
        (tmp_path / f"{name}.py").write_text(text, "utf-8")
    assert unlisted(tmp_path, ["kept", "kept", "gone"]) == [
        "kept is listed twice",
        "lost holds a rule and is not listed",
        "gone is listed and holds no rule",
    ]
