"""The scoreboard: every figure, in the order of the goals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.score import (
    disguises,
    forwarding,
    machines,
    meaning,
    parsing,
    passed_on,
    replying,
    requoted,
    routing,
    speed,
    threading,
)
from tests.score import thresholds as routing_thresholds
from tests.score.disputes import disputes as known_disputes
from tests.score.disputes import marked
from tests.score.figure import Figure
from tests.score.office import Officials, configured
from tests.score.readings import Readings
from tests.score.shared import Shared

# What the names of a group's figures begin with, so that --only reads no more than it needs.
GROUPS: tuple[tuple[tuple[str, ...], Callable[[Readings], Iterable[Figure]]], ...] = (
    (("parse.",), parsing.figures),
    (("bounces.", "auto."), machines.figures),
    (("replies.", "indonesia."), replying.figures),
    (("forwards.",), forwarding.figures),
    (("threads.",), threading.figures),
    (("indonesia.",), meaning.figures),
    (("route.",), routing.figures),
    (("speed",), speed.figures),
    (("requoted.",), requoted.figures),
    (("passed_on.",), passed_on.figures),
    (("disguised.",), disguises.figures),
)
ASKED_FOR = (
    "requoted.",
    "passed_on.",
    "disguised.",
)  # shown when they are named: they take their time, and are no goals


def thresholds(shared: Shared) -> list[str]:
    """What the thresholds of routing cost, a line each."""
    with (
        TemporaryDirectory(prefix="score-") as folder,
        Officials(configured(Path(folder), shared)) as officials,
    ):
        return list(routing_thresholds.lines(Readings(shared, officials)))


def board(shared: Shared, only: str = "", leave_out: str = "-") -> Iterator[Figure]:
    """Figures whose name begins with `only`, as they are ready; not the group named by `leave_out`."""
    with (
        TemporaryDirectory(prefix="score-") as folder,
        Officials(configured(Path(folder), shared)) as officials,
    ):
        readings = Readings(shared, officials)
        for names, figures in GROUPS:
            wanted = any(name.startswith(only) or only.startswith(name) for name in names)
            if wanted and leave_out not in names and (only or names[0] not in ASKED_FOR):
                yield from (
                    one for one in marked(figures(readings), known_disputes()) if one.name.startswith(only)
                )
