"""Lengths of time as offices write them: `14 days`, `2 working days`, `4 working hours`, `10 minutes`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Unit = Literal["seconds", "minutes", "hours", "days", "working hours", "working days"]

# English is the configuration's language; Indonesian is understood because legal bases are quoted in it.
_UNITS: dict[str, Unit] = {
    "second": "seconds", "detik": "seconds",
    "minute": "minutes", "menit": "minutes",
    "hour": "hours", "jam": "hours",
    "day": "days", "hari": "days",
    "working hour": "working hours", "jam kerja": "working hours",
    "working day": "working days", "hari kerja": "working days",
}  # fmt: skip
_SINGLE: tuple[Unit, ...] = ("seconds", "minutes", "hours", "days")
_WRITTEN = re.compile(r"(\d{1,6})\s*([a-z]+(?:\s+[a-z]+)?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """So many of one unit. `days` (hari) are calendar days, `working days` (hari kerja) follow the decree."""

    amount: int
    unit: Unit

    @property
    def working(self) -> bool:
        return self.unit in ("working hours", "working days")

    def timedelta(self) -> timedelta:
        """The same length as elapsed time. Asking it of working time is a bug: that needs a calendar."""
        if self.unit not in _SINGLE:
            raise ValueError(f"{self} has no fixed length; ask the calendar")
        return timedelta(**{self.unit: self.amount})

    def __str__(self) -> str:
        return f"{self.amount} {self.unit[:-1] if self.amount == 1 else self.unit}"


def parse(text: str) -> Period | None:
    """`'14 days'` -> Period(14, 'days'); None when it is not a period."""
    match = _WRITTEN.fullmatch(" ".join(text.lower().split()))
    if match is None:
        return None
    word = match[2]
    unit = _UNITS.get(word) or _UNITS.get(word.removesuffix("s"))
    return Period(int(match[1]), unit) if unit else None
