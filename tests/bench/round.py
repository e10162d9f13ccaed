"""One `maild once`, with a stopwatch at its stages. Run as a process of its own; prints one line of JSON."""

from __future__ import annotations

import cProfile
import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from maild.daemon import fetching, once, round, work
from maild.daemon.room import DOCUMENTS, MAILS
from tests.bench.office import NOW, loaded
from tests.bench.peak import of_children, peak_memory

assert round  # loaded before the clock starts, as it is in a daemon


class Stopwatch:
    """Seconds by stage; each stage is one function of the daemon."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()

    def on(self, owner: Any, name: str, stage: str) -> None:
        inner: Callable[..., Any] = getattr(owner, name)

        @wraps(inner)
        def timed(*arguments: Any, **named: Any) -> Any:
            began = time.perf_counter()
            try:
                return inner(*arguments, **named)
            finally:
                self.seconds[stage] += time.perf_counter() - began
                self.calls[stage] += 1

        setattr(owner, name, timed)


def watched() -> Stopwatch:
    watch = Stopwatch()
    watch.on(fetching, "take_in", "fetch+store")
    watch.on(work.OfficeWork, "read_waiting", "all reading")
    watch.on(work, "read_mails", "decide+write")
    watch.on(work.OfficeWork, "time", "ticks+lists")
    watch.on(work.OfficeWork, "send", "send")
    watch.on(fetching, "file_away", "move")
    watch.on(work.OfficeWork, "file_sent", "copies to Sent")
    return watch


def main(folder: Path) -> dict[str, Any]:
    config = loaded(folder)
    watch = watched()
    profile = cProfile.Profile() if "BENCH_PROFILE" in os.environ else None
    began, used = time.perf_counter(), time.process_time()
    if profile:
        profile.enable()
    counts = once(config, NOW).as_json()
    if profile:
        profile.disable()
        profile.dump_stats(os.environ["BENCH_PROFILE"])
    seconds, memory, readers = time.perf_counter() - began, peak_memory(), of_children()
    MAILS.close()
    DOCUMENTS.close()
    stages = dict(watch.seconds)
    # Others read; this is what it costs to ask them, and to wait.
    stages["read"] = stages.pop("all reading", 0.0) - stages.get("decide+write", 0.0)
    return {
        "seconds": seconds,
        "cpu": time.process_time() - used + _of_children(),
        "mails": counts["received"],
        "letters": counts["sent"],
        "counts": counts,
        "stages": stages,
        "memory": memory,
        "readers": readers,
    }


def _of_children() -> float:
    """Seconds of the processor, of all that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
