"""Printed citations of many kinds, each against all the flat fields it must give: see ``printed_citation.flat``.

``cases/kinds-LANGUAGE.yaml`` were written before the rules that read them; ``cases/kinds-unseen.yaml`` too, by
another hand, and measured only behind those rules. What a case names under ``wrong`` the converter still reads
otherwise: exactly that, so that a field cured or lost shows.
"""

from __future__ import annotations

from typing import Any

import pytest

from pincite.reading.yaml_syntax import YamlText
from tests.converter.printed_citation import CASES, LANGUAGES, flat_readings

_FILES = [name for name in (*LANGUAGES, "unseen") if (CASES / f"kinds-{name}.yaml").exists()]


def _cases() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name in _FILES:
        listed: Any = YamlText((CASES / f"kinds-{name}.yaml").read_text("utf-8")).data
        found += [(case.get("language", name), dict(case)) for case in listed]
    return found


_CASES = _cases()


@pytest.mark.parametrize(("code", "case"), _CASES, ids=[f"{code}-{case['raw']}" for code, case in _CASES])
def test_a_citation_gives_these_fields(code: str, case: dict[str, Any]) -> None:
    assert _unlike(code, case) == sorted(case.get("wrong", []))


def test_a_wrong_field_is_seen() -> None:
    code, case = _CASES[0]
    assert _unlike(code, {**case, "is": {**case["is"], "title": "Another"}}) == ["title"]
    assert _unlike(code, {**case, "also": [case["is"]]}) == sorted(f"2.{name}" for name in case["is"])


def test_most_of_each_file_is_read_rightly() -> None:
    assert len(_CASES) >= 140
    for code in _FILES[:-1]:
        of_one = [case for at, case in _CASES if at == code]
        assert sum(not case.get("wrong") for case in of_one) >= 0.8 * len(of_one)


def _unlike(code: str, case: dict[str, Any]) -> list[str]:
    """Return the names of the fields that are not as a case has them; those of a second citation with its number."""
    wanted = [case["is"], *case.get("also", [])]
    found = flat_readings(case["raw"], code)
    names = []
    for at in range(max(len(wanted), len(found))):
        want = wanted[at] if at < len(wanted) else {}
        have = found[at] if at < len(found) else {}
        prefix = f"{at + 1}." if at else ""
        names += [prefix + name for name in {*want, *have} if want.get(name) != have.get(name)]
    return sorted(names)
