"""What a worker says of a shard: a line of JSON, with the result or the failure, which is raised where the shard was given out.

So nothing that comes from a worker is unpickled by this program, and no failure is lost on the way.
"""

from __future__ import annotations

import json
import traceback
from typing import TYPE_CHECKING

from pincite.dataset.engines import EngineError, WorkError
from pincite.dataset.shards.result import ShardResult
from pincite.dataset.shards.work import work_on
from pincite.settings import ConfigError

if TYPE_CHECKING:
    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard


class _ThereError(Exception):
    """Where a worker met a fault: its text is the traceback there."""


def answer_to(job: Job, shard: Shard) -> str:
    """Work on a shard, and return the answer in ASCII, without line ends."""
    try:
        return json.dumps({"result": work_on(job, shard).as_json()})
    except OSError as error:
        name = error.filename if isinstance(error.filename, str) else None
        return json.dumps({"os": [error.errno, error.strerror or str(error), name]})
    except ConfigError as error:
        return refusal(str(error))
    except ImportError as error:
        return json.dumps({"missing": [str(error), error.name]})
    except MemoryError:
        return json.dumps({"memory": True})
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told where the shard was given out
        return json.dumps({"fault": [f"{type(error).__name__}: {error}", traceback.format_exc()]})


def refusal(why: str) -> str:
    """Return the answer that work cannot be done, and why."""
    return json.dumps({"refused": why})


def result_in(answer: str) -> ShardResult:
    """Return the result that an answer tells.

    Raises the failure that it tells instead: OSError, ImportError, MemoryError, WorkError, or EngineError.
    """
    data = json.loads(answer)
    if "result" in data:
        return ShardResult.of(data["result"])
    if "os" in data:
        raise OSError(*data["os"])
    if "missing" in data:
        raise ImportError(data["missing"][0], name=data["missing"][1])
    if "memory" in data:
        raise MemoryError
    if "refused" in data:
        raise EngineError(data["refused"])
    what, where = data["fault"]
    raise WorkError(what) from _ThereError(where)
