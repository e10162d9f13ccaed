"""A figure of the scoreboard: what was asked, what was found, the goal, and whether it is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Sense = Literal["at least", "at most"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question about one mail. `found` and `expected` are for a person to read."""

    file: str  # relative to ../shared
    right: bool
    expected: Any = None
    found: Any = None
    disputed: str | None = None  # why maild differs with good reason (disputed.toml)


@dataclass(frozen=True, slots=True)
class Goal:
    """Bounds of a rate in per cent, or of a measured value; None: shown without a goal."""

    value: float
    sense: Sense = "at least"

    def met(self, value: float) -> bool:
        # A rate of 49/50 is 98 %, whatever binary fractions make of it.
        return value >= self.value - 1e-9 if self.sense == "at least" else value <= self.value + 1e-9


@dataclass(frozen=True, slots=True)
class Figure:
    """`of_wrong`: the goal bounds the rate of wrong ones. `measured`: a value that is no rate, such as mails/s."""

    name: str
    asked: str
    verdicts: tuple[Verdict, ...] = ()
    goal: Goal | None = None
    of_wrong: bool = False
    measured: float | None = None
    unit: str = "%"

    @property
    def wrong(self) -> tuple[Verdict, ...]:
        """Wrong and not disputed."""
        return tuple(one for one in self.verdicts if not one.right and not one.disputed)

    @property
    def disputed(self) -> tuple[Verdict, ...]:
        return tuple(one for one in self.verdicts if not one.right and one.disputed)

    @property
    def right(self) -> int:
        return sum(one.right for one in self.verdicts)

    @property
    def value(self) -> float | None:
        """The rate that the goal speaks of, disputed ones left out; None when nothing was asked."""
        return self._rate(len(self.wrong), len(self.verdicts) - len(self.disputed))

    @property
    def strict(self) -> float | None:
        """The same rate with every disputed expectation counted as missed."""
        return self._rate(len(self.wrong) + len(self.disputed), len(self.verdicts))

    def _rate(self, wrong: int, asked: int) -> float | None:
        if self.measured is not None:
            return self.measured
        if not asked:
            return None
        return 100 * (wrong if self.of_wrong else asked - wrong) / asked

    @property
    def met(self) -> bool | None:
        """None: no goal, or nothing was asked."""
        value = self.value
        return None if self.goal is None or value is None else self.goal.met(value)


def right_share(name: str, asked: str, verdicts: Sequence[Verdict], goal: float | None = None) -> Figure:
    """A figure whose goal is a least share of right ones, in per cent."""
    return Figure(name, asked, tuple(verdicts), None if goal is None else Goal(goal))


def wrong_share(name: str, asked: str, verdicts: Sequence[Verdict], goal: float | None = 0) -> Figure:
    """A figure whose goal is a highest share of wrong ones, in per cent."""
    bound = None if goal is None else Goal(goal, "at most")
    return Figure(name, asked, tuple(verdicts), bound, of_wrong=True)
