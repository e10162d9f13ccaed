"""How many mails of the Indonesian set one core reads and understands in a second, text of documents included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

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
