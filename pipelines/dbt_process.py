"""Dbt that gets ready before its work is there: it imports itself, reads the project, and waits for its arguments.

Run as `python -m pipelines.dbt_process` by `pipelines.dbt.ReadyDbt`. Folders and log format come by dbt's own
environment variables, the arguments as one line of JSON on standard input, the log goes to standard output.
Standard input ends with the parent: then this process leaves too, whatever it does.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading


def main() -> int:
    """Get ready, wait, run; returns 0 where everything was built and passed."""
    # Nearly all that dbt makes lasts as long as the process: looking for garbage took a tenth of its time.
    gc.set_threshold(100_000, 50, 100)
    from dbt.cli.main import dbtRunner

    parsed = dbtRunner().invoke(["parse", "--quiet"])
    line = sys.stdin.readline()
    if not line:
        return 0
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    # Where the project couldn't be parsed, dbt tries once more and tells why.
    manifest = parsed.result if parsed.success else None
    result = dbtRunner(manifest=manifest).invoke(json.loads(line))  # type: ignore[arg-type]
    return 0 if result.success else 1


def _leave_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
