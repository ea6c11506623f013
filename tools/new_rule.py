"""Writes a new rule to be filled in: its module, a passing and a failing case, and its row in the registry.

``python tools/new_rule.py NAME --family 3 --kind sources``, or ``NAME --family 7`` for a finding of verification. The rule
finds nothing yet, and so its failing case and its documentation fail their tests until they are filled in.
"""

from __future__ import annotations

import argparse
import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.model.rule import FAMILIES, SEVERITIES
from pincite.rules import LISTS
from rule_stubs import OF_VERIFICATION, STUBS

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
_PACKAGE = Path("validator")
_RULES = _PACKAGE / "pincite/rules"
_VERIFICATION = _PACKAGE / "pincite/verifier/rules"
_FAMILY_OF_VERIFICATION = "7"
_PACKAGES = (_RULES, *(_PACKAGE / name.replace(".", "/") for name in LISTS))
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
    if chosen.family == _FAMILY_OF_VERIFICATION:
        print("Tell it in validator/pincite/verifier/documents/telling.py")
    print("Fill in what says FILL IN, then: make update, look at what changed, make check")
    return 0


def new_rule(root: Path, name: str, family: str, kind: str | None, severity: str) -> list[str]:
    """Write a rule below *root* and return the paths of its files; raises ValueError for what cannot be one.

    *kind* is the kind of object that it judges; a finding of verification has none.
    """
    if not re.fullmatch(r"[a-z]+(-[a-z]+)+", name):
        raise ValueError(f"'{name}' is no rule's name: at least two lower-case words joined by hyphens")
    known = known_rules(root)
    if name in known:
        raise ValueError(f"'{name}' is the name of PIN{known[name]}")
    code = next_code(known, family)
    cases = Path("tests/cases") / code
    if family == _FAMILY_OF_VERIFICATION:
        if kind:
            raise ValueError(
                "a finding of verification judges quotations and has no kind: leave the kind out"
            )
        document = OF_VERIFICATION.document()
        texts = _of_verification(root, name, code, severity) | {cases / "log.txt": OF_VERIFICATION.copy}
    else:
        if kind is None:
            raise ValueError(f"a rule of family {family} needs a kind: {', '.join(STUBS)}")
        document = STUBS[kind].document()
        texts = _of_check(root, name, code, kind, severity)
    texts |= {
        cases / "pass-minimal.pincite.yaml": document,
        cases / "fail-minimal.pincite.yaml": document,
        cases / "fail-minimal.expected": f"fail-minimal.pincite.yaml:LINE:COLUMN: {code} FILL IN\n",
    }
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return [path.as_posix() for path in texts]


def _of_check(root: Path, name: str, code: str, kind: str, severity: str) -> dict[Path, str]:
    module = name.replace("-", "_")
    registry = (root / _RULES / "__init__.py").read_text("utf-8")
    return {
        _RULES / f"{module}.py": STUBS[kind].module(code, name, severity),
        _RULES / "__init__.py": with_row(registry, kind, module, code),
    }


def _of_verification(root: Path, name: str, code: str, severity: str) -> dict[Path, str]:
    module = name.replace("-", "_")
    listed = (root / _VERIFICATION / "__init__.py").read_text("utf-8")
    return {
        _VERIFICATION / f"{module}.py": OF_VERIFICATION.module(code, name, severity),
        # its code is the highest, and the list is in the order of codes
        _VERIFICATION / "__init__.py": listed.replace("\n)\n", f'\n    "{module}",\n)\n', 1),
    }


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
    parser.add_argument(
        "--kind",
        choices=list(STUBS),
        help=f"the kind of object it judges; none in family {_FAMILY_OF_VERIFICATION}",
    )
    parser.add_argument("--severity", default="warning", choices=SEVERITIES)
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository to write to")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
