"""Writes a new rule to be filled in: its module, a passing and a failing case, and its row in the registry.

``python tools/new_rule.py NAME --family 3 --kind sources``. The rule finds nothing yet, and so its failing case and
its documentation fail their tests until they are filled in.
"""

from __future__ import annotations

import argparse
import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.model.rule import FAMILIES, SEVERITIES
from rule_stubs import STUBS

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
_RULES = Path("validator/pincite/rules")
_PACKAGES = (
    _RULES,
    Path("validator/pincite/reading/rules"),
    Path("validator/pincite/structure/rules"),
    Path("validator/pincite/verifier/rules"),
)
_CODE = re.compile(r'^RULE = Rule\(\s*"PIN(\d{3})",\s*"([a-z-]+)"', re.MULTILINE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the rule's files, say what to do next, and return the exit status."""
    chosen = _parser().parse_args(arguments)
    try:
        written = new_rule(chosen.root, chosen.name, chosen.family, chosen.kind, chosen.severity)
    except ValueError as error:
        print(f"new_rule: {error}")
        return 2
    for path in written:
        print(path)
    print("Fill in what says FILL IN, then: make update, look at what changed, make check")
    return 0


def new_rule(root: Path, name: str, family: str, kind: str, severity: str) -> list[str]:
    """Write a rule below *root* and return the paths of its files; raises ValueError for a name that is taken."""
    if not re.fullmatch(r"[a-z]+(-[a-z]+)+", name):
        raise ValueError(f"'{name}' is no rule's name: at least two lower-case words joined by hyphens")
    known = known_rules(root)
    if name in known:
        raise ValueError(f"'{name}' is the name of PIN{known[name]}")
    code = next_code(known, family)
    module = name.replace("-", "_")
    cases = Path("tests/cases") / code
    document = STUBS[kind].document()
    registry = (root / _RULES / "__init__.py").read_text("utf-8")
    texts = {
        _RULES / f"{module}.py": STUBS[kind].module(code, name, severity),
        _RULES / "__init__.py": with_row(registry, kind, module, code),
        cases / "pass-minimal.pincite.yaml": document,
        cases / "fail-minimal.pincite.yaml": document,
        cases / "fail-minimal.expected": f"fail-minimal.pincite.yaml:LINE:COLUMN: {code} FILL IN\n",
    }
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return [path.as_posix() for path in texts]


def known_rules(root: Path) -> dict[str, str]:
    """Return the digits of every rule's code by the rule's name."""
    files = [path for package in _PACKAGES for path in (root / package).glob("*.py")]
    found = [match for path in files for match in _CODE.finditer(path.read_text("utf-8"))]
    return {match[2]: match[1] for match in found}


def next_code(known: dict[str, str], family: str) -> str:
    """Return the code after the highest of the family; a gap may be a retired rule's and is never filled."""
    taken = [int(digits) for digits in known.values() if digits[0] == family]
    return f"PIN{max(taken, default=int(family) * 100) + 1:03}"


def with_row(registry: str, kind: str, module: str, code: str) -> str:
    """Return the registry's source with an entry for *module* under *kind*, before the first higher code."""
    row = _row_of(registry, kind)
    entries = [str(ast.get_source_segment(registry, item)) for item in row.elts]
    entries = sorted([*entries, f'Entry("{code}", "{module}")'])  # each begins with its code
    lines = registry.splitlines(keepends=True)
    before = lines[row.lineno - 1][: row.col_offset]
    after = lines[(row.end_lineno or row.lineno) - 1][row.end_col_offset or 0 :]
    table = "(\n" + "".join(f"        {entry},\n" for entry in entries) + "    )"
    lines[row.lineno - 1 : row.end_lineno] = [before + table + after]
    return "".join(lines)


def _row_of(registry: str, kind: str) -> ast.Tuple:
    for node in ast.walk(ast.parse(registry)):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "REGISTRY":
            table = node.value
            if isinstance(table, ast.Dict):
                for key, row in zip(table.keys, table.values, strict=True):
                    if key is not None and ast.literal_eval(key) == kind and isinstance(row, ast.Tuple):
                        return row
    raise ValueError(f"the registry has no tuple '{kind}'")


def _parser() -> argparse.ArgumentParser:
    families = "; ".join(f"{digit}: {family}" for digit, family in FAMILIES.items() if digit != "0")
    parser = argparse.ArgumentParser(description="Write a new rule to be filled in.")
    parser.add_argument("name", help="the fault in two words or more, such as date-missing")
    parser.add_argument(
        "--family", required=True, choices=[digit for digit in FAMILIES if digit != "0"], help=families
    )
    parser.add_argument("--kind", required=True, choices=list(STUBS), help="the kind of object it judges")
    parser.add_argument("--severity", default="warning", choices=SEVERITIES)
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository to write to")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
