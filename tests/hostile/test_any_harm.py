"""Good files, harmed: whatever comes of them is read, judged, converted and written into, or refused in words.

``PINCITE_RANDOM_TESTS=1`` asks for other examples than those of every run, ``PINCITE_EXAMPLES=2000`` for more of them. What they
find becomes a case in ``cases``: the input, with its first bytes escaped, and what comes of it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.mutations import harmed
from tests.hostile.seeds import SEEDS
from tests.hostile.targets import TARGETS

CASES = Path(__file__).parent / "cases"
EXAMPLES = int(os.environ.get("PINCITE_EXAMPLES", "60"))


def cases(target: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / f"{target}.yaml").read_text("utf-8"))
    return found


def named() -> list[Any]:
    return [
        pytest.param(target, case, id=f"{target}-{case['name']}")
        for target in TARGETS
        for case in cases(target)
    ]


@pytest.mark.parametrize("target", TARGETS)
@given(st.data())
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_what_was_harmed_is_read_or_refused(target: str, data: st.DataObject) -> None:
    TARGETS[target](data.draw(harmed(SEEDS[target]())))


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_good_passes(target: str) -> None:
    good = SEEDS[target]()
    assert len(good) > 50
    for one in good[::7]:
        TARGETS[target](one)


@pytest.mark.parametrize(("target", "case"), named())
def test_what_has_failed_before(target: str, case: dict[str, Any]) -> None:
    given_bytes = case["given"].encode("latin-1")
    assert TARGETS[target](given_bytes) == case["told"]


@pytest.mark.parametrize("target", TARGETS)
def test_the_harm_reaches_what_is_tested(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A target that is broken fails: the assertions are not passed by for every input."""
    good = SEEDS[target]()
    broken = {
        "reading": "tests.hostile.targets.check_file",
        "converting": "tests.hostile.targets.convert_manuscript",
        "citing": "tests.hostile.targets.account",
        "drafting": "tests.hostile.targets.draft",
    }[target]
    monkeypatch.setattr(broken, lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        _ = [TARGETS[target](one) for one in good]
