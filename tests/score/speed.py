"""How many mails of the Indonesian set one core reads and understands in a second, text of documents included;
and what one report costs in a register of ten thousand agencies and beside very many earlier reports.

SCORE_REPORTS=1000000 asks among a million stored reports, which takes a quarter of an hour and 3 GB to store.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import likeness, routing
from tests.score.figure import Figure, Goal
from tests.score.office import Officials, configured
from tests.score.readings import Readings, cpu_seconds
from tests.score.shared import Shared

ROUNDS = 3  # the best one counts: other work on the machine only ever makes it slower


def figures(readings: Readings) -> Iterator[Figure]:
    yield Figure(
        "speed",
        "mails read and understood per CPU second",
        goal=Goal(150),
        measured=max(_round(readings.shared) for _ in range(ROUNDS)),
        unit="mails/s",
    )
    many = routing.measured()
    yield Figure(
        "speed.route",
        f"one report routed among {many['agencies']:,.0f} agencies",
        goal=Goal(5, "at most"),
        measured=many["large_ms"],
        unit="ms",
    )
    stored = int(os.environ.get("SCORE_REPORTS", "5000"))
    with TemporaryDirectory(prefix="score-") as folder:
        repeats = likeness.measure(Path(folder), stored, 100)
    yield Figure(
        "speed.repeats",
        f"near-duplicates of one found among {stored:,} reports",
        goal=Goal(20, "at most"),
        measured=repeats.query_ms,
        unit="ms",
    )


def _round(shared: Shared) -> float:
    """A reader of its own each time: nothing may be remembered from the round before."""
    mails = [(entry["id"], shared.indonesian(entry)) for entry in shared.gold]
    with TemporaryDirectory(prefix="score-") as folder:
        config = configured(Path(folder), shared)
        with Officials(config) as before:
            before.reader.read(mails[0][1], mails[0][0])  # tables that are built once in a process
        with Officials(config) as officials:  # its reader of documents has to end to be counted
            built = cpu_seconds()
            for name, raw in mails:
                officials.reader.read(raw, name)
        return len(mails) / (cpu_seconds() - built)
