"""Printed citations, each against the whole chain of sources it must give.

``cases/citations-LANGUAGE.yaml`` holds what the converter reads rightly, exact to the last member;
``cases/known-LANGUAGE.yaml`` the right reading of what it still reads wrongly: a case cured there must move.
``pytest --update`` rewrites the first, never the second; read the difference before you keep it.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.converter.printed_citation import (
    LANGUAGES,
    cases,
    differences,
    reading,
    without_reasons,
    write_cases,
)

_RIGHT = [(code, case) for code in LANGUAGES for case in cases("citations", code)]
_KNOWN = [(code, case) for code in LANGUAGES for case in cases("known", code)]


def _names(listed: list[tuple[str, dict[str, Any]]]) -> list[str]:
    return [f"{code}-{case['name']}" for code, case in listed]


def _head(case: dict[str, Any]) -> dict[str, Any]:
    return {name: case[name] for name in ("name", "before", "raw") if name in case}


@pytest.mark.parametrize(("code", "case"), _RIGHT, ids=_names(_RIGHT))
def test_a_citation_gives_exactly_this(
    code: str,
    case: dict[str, Any],
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    read = reading(case["raw"], code, case.get("before"))
    if update:
        case = {**_head(case), **read}
        listed = cases("citations", code)
        write_cases("citations", code, [case if one["name"] == case["name"] else one for one in listed])
    assert differences(case, read) == []


@pytest.mark.parametrize(("code", "case"), _KNOWN, ids=_names(_KNOWN))
def test_a_known_fault_is_still_there(code: str, case: dict[str, Any]) -> None:
    # a cured case must move: to the file of the citations that are read rightly
    assert differences(case, without_reasons(reading(case["raw"], code, case.get("before")))) != []


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_case_has_a_name_and_a_citation_of_its_own(code: str) -> None:
    listed = [*cases("citations", code), *cases("known", code)]
    assert len({case["name"] for case in listed}) == len(listed)
    assert len({(case.get("before"), case["raw"]) for case in listed}) == len(listed)
    assert {member for case in listed for member in case} <= {
        "name", "before", "raw", "sources", "locator", "note", "archive_code", "unparsed", "inferred", "others",
    }  # fmt: skip
    assert len(cases("citations", code)) >= (30 if code == "en" else 6)


def test_every_case_expects_a_source_except_where_it_is_no_citation() -> None:
    bare = [f"{code}-{case['name']}" for code, case in [*_RIGHT, *_KNOWN] if not case.get("sources")]
    assert bare == [name for name in bare if "-no-citation" in name]
