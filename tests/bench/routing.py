"""What it costs to route one report, in a small register and in one of ten thousand look-alikes, in turn.

Run as a process of its own; prints one line of JSON.
"""

from __future__ import annotations

import json
import time
from statistics import median

from maild.directory import Directory, Index, build, load, route
from maild.intent.report import assess
from tests.directory.country import country_list, crowded
from tests.directory.invented import TODAY, mail
from tests.directory.letters import LETTERS

MANY = 10_000
ROUNDS = 7


def measured() -> dict[str, float]:
    """CPU milliseconds a report; the median of the rounds, both registers in each, so that only the ratio tells."""
    indexes = {"small": _indexes(country_list()), "large": _indexes(crowded(MANY))}
    letters = [(one.office, mail(one.text, one.subject)) for one in LETTERS]
    reports = [(office, message, assess(message, TODAY)) for office, message in letters]
    took: dict[str, list[float]] = {name: [] for name in indexes}
    for _ in range(ROUNDS):
        for name, offices in indexes.items():
            began = time.process_time()
            for office, message, report in reports:
                route(offices[office], message, report, today=TODAY)
            took[name].append((time.process_time() - began) * 1000 / len(reports))
    small, large = median(took["small"]), median(took["large"])
    return {
        "agencies": MANY,
        "few": sum(len(index.region) for index in indexes["small"].values()),
        "small_ms": small,
        "large_ms": large,
        "ratio": large / small,
    }


def _indexes(text: str) -> dict[str, Index]:
    loaded = load(text, "bench")
    assert isinstance(loaded, Directory)
    return {office: build(loaded, office) for office in ("bali", "ntt")}


if __name__ == "__main__":
    print(json.dumps(measured()))
