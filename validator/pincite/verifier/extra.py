"""What verifying needs beyond the package itself: whoever lacks it is told how to get it, when the first module asks."""

from importlib.util import find_spec

_MISSING = [name for name in ("numpy", "rapidfuzz") if find_spec(name) is None]
if _MISSING:
    message = (
        f"verifying quotations needs {' and '.join(_MISSING)}, and {'they are' if len(_MISSING) > 1 else 'it is'} "
        "not installed: pip install 'pincite[verify]'"
    )
    raise ImportError(message, name=_MISSING[0])

import numpy as np  # noqa: E402 - only now is it known to be there
from rapidfuzz import fuzz, process  # noqa: E402 - as above
from rapidfuzz.distance import Indel, Levenshtein  # noqa: E402 - as above

__all__ = ["Indel", "Levenshtein", "fuzz", "np", "process"]
