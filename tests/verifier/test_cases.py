"""Quotations as people make them, right and wrong, in seven languages, against texts written for these tests.

``known.json`` lists, by case, what is known to be judged otherwise than the case expects. A fault that is cured must
leave that list; ``pytest --update`` writes it anew: read the difference before you keep it.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

import pytest

from pincite.verifier.verdict import AlterationKind, CautionKind
from tests.verifier.quotation_case import FOLDER, Case, faults, letters, read_cases

if TYPE_CHECKING:
    from pincite.verifier.source import Source

_CASES = read_cases()
_KNOWN_PATH = FOLDER / "known.json"
_KNOWN: dict[str, list[str]] = json.loads(_KNOWN_PATH.read_text("utf-8"))
_VERDICTS = {"exact", "normalised", "edited", "near", "altered", "absent", "ambiguous", "unchecked"}


def _name(case: Case) -> str:
    return case.id


@lru_cache(maxsize=16)
def _prepared(name: str) -> Source:
    from pincite.verifier.source import Source  # noqa: PLC0415 - the cases can be read without the engine

    case = next(one for one in _CASES if one.source == name)
    return Source(case.text, **case.about)


@pytest.mark.parametrize("case", _CASES, ids=_name)
def test_a_quotation_is_judged_as_a_careful_reader_would(case: Case, update: bool) -> None:  # noqa: FBT001 - a fixture
    from pincite.verifier.quotation import verify  # noqa: PLC0415 - as above

    verdict = verify(case.quotation, _prepared(case.source), **case.asked)
    assert {one.kind for one in verdict.alterations} <= {*get_args(AlterationKind)}
    assert {one.kind for one in verdict.warnings} <= {*get_args(CautionKind)}
    found = faults(case, verdict)
    if update:
        _KNOWN[case.id] = found
        known = {name: listed for name, listed in sorted(_KNOWN.items()) if listed}
        _KNOWN_PATH.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert found == _KNOWN.get(case.id, [])


def test_each_case_has_a_name_of_its_own_and_known_verdicts() -> None:
    assert [name for name, count in Counter(case.id for case in _CASES).items() if count > 1] == []
    assert {one for case in _CASES for one in case.verdict} <= _VERDICTS
    assert set(_KNOWN) <= {case.id for case in _CASES}


@pytest.mark.parametrize("case", [one for one in _CASES if one.verdict == {"exact"}], ids=_name)
def test_an_exact_quotation_stands_in_its_source(case: Case) -> None:
    assert case.quotation in case.text


@pytest.mark.parametrize(
    "case", [one for one in _CASES if one.verdict == {"altered"} and "segments" not in one.asked], ids=_name
)
def test_an_altered_quotation_does_not_stand_in_its_source(case: Case) -> None:
    assert " ".join(case.quotation.split()) not in " ".join(case.text.split())


@pytest.mark.parametrize("case", [one for one in _CASES if one.passage or one.spans], ids=_name)
def test_passages_and_parts_stand_in_the_source(case: Case) -> None:
    assert [
        one for one in (*(case.passage or ()), *case.spans) if letters(one) not in letters(case.text)
    ] == []
