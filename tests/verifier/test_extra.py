"""Without the extra ``verify``, the answer says how to get it."""

from __future__ import annotations

import subprocess
import sys

import pytest

_ASK = """
import sys
for name in {missing!r}:
    sys.modules[name] = None
import importlib.util as util
sound = util.find_spec
util.find_spec = lambda name, *rest: None if name in {missing!r} else sound(name, *rest)
import pincite
try:
    pincite.verify("a word", "a word")
except ImportError as error:
    print(error)
"""


@pytest.mark.parametrize("missing", [["numpy"], ["rapidfuzz"], ["numpy", "rapidfuzz"]], ids="-".join)
def test_what_is_missing_is_named(missing: list[str]) -> None:
    asked = [sys.executable, "-c", _ASK.format(missing=missing)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert " and ".join(missing) in told
    assert "pip install 'pincite[verify]'" in told
