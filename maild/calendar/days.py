"""Working days (hari kerja): which days count, and the moments at which letters may leave."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from maild.calendar.words import WEEKDAYS

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The calendar of one office.

    `working_days` counts Monday as 0. `days_off` names public holidays (libur nasional) and joint leave
    (cuti bersama). `years` are those whose decree (SKB Tiga Menteri) is known: in any other year working days
    cannot be counted, only guessed. On `quiet_days`, local holidays, nothing is sent, but deadlines run on.
    """

    zone: ZoneInfo
    working_days: frozenset[int]
    days_off: Mapping[date, str]
    years: frozenset[int]
    send_window: tuple[time, time]
    quiet_days: Mapping[date, str] = field(default_factory=dict)

    @cached_property
    def version(self) -> str:
        """A short digest of everything above, to be stored with each date reckoned from it (R20)."""
        parts = (
            self.zone.key, sorted(self.working_days), sorted(self.days_off.items()), sorted(self.years),
            self.send_window, sorted(self.quiet_days.items()),
        )  # fmt: skip
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class CalendarMissing:
    """The decree of `year` is not known, so working days in it cannot be counted (invariant 8)."""

    year: int

    def __str__(self) -> str:
        return (
            f"the holiday decree of {self.year} is missing, so its working days cannot be counted; "
            "add a file with its days under calendar.files"
        )


def local(calendar: Calendar, at: datetime) -> datetime:
    """`at` in the office's zone. A naive time is a bug: nobody could say which day it is."""
    if at.tzinfo is None:
        raise ValueError("a time without zone cannot be placed on a day")
    return at.astimezone(calendar.zone)


def why_off(calendar: Calendar, day: date) -> str | None:
    """Why `day` is no working day, such as 'Hari Suci Nyepi' or 'Sabtu'; None on a working day."""
    name = calendar.days_off.get(day)
    if name is not None:
        return name
    weekday = day.weekday()
    return None if weekday in calendar.working_days else WEEKDAYS["id"][weekday]


def is_working_day(calendar: Calendar, day: date) -> bool:
    return day.weekday() in calendar.working_days and day not in calendar.days_off


def next_working_day(calendar: Calendar, day: date) -> date:
    """`day` itself when it is a working day, else the first one after it.

    To the best of our knowledge: for sending and for what people are shown, never for a legal end. In a year
    without decree only weekends and the holidays known so far are passed over.
    """
    while not is_working_day(calendar, day):
        day += _ONE_DAY
    return day


def previous_working_day(calendar: Calendar, day: date) -> date:
    """`day` itself when it is a working day, else the last one before it; see next_working_day."""
    while not is_working_day(calendar, day):
        day -= _ONE_DAY
    return day


def working_days_between(calendar: Calendar, start: date, end: date) -> int | CalendarMissing:
    """Working days after `start` up to and with `end`; negative when `end` lies before `start`."""
    if end < start:
        back = working_days_between(calendar, end, start)
        return back if isinstance(back, CalendarMissing) else -back
    count, day = 0, start
    while day < end:
        day += _ONE_DAY
        if day.year not in calendar.years:
            return CalendarMissing(day.year)
        count += is_working_day(calendar, day)
    return count


def next_send_moment(calendar: Calendar, at: datetime) -> datetime:
    """The first moment from `at` on within `send_between` of a working day that is not quiet locally."""
    now = local(calendar, at)
    opens, closes = calendar.send_window
    if now.time() >= closes:
        now = datetime.combine(now.date() + _ONE_DAY, time(0), calendar.zone)
    day = now.date()
    while not is_working_day(calendar, day) or day in calendar.quiet_days:
        day += _ONE_DAY
    opening = datetime.combine(day, opens, calendar.zone)
    return max(now, opening)


def add_working_hours(calendar: Calendar, start: datetime, length: timedelta) -> datetime | CalendarMissing:
    """`start` and so much office time (the send window of working days) later; its end belongs to the day."""
    opens, closes = calendar.send_window
    now = local(calendar, start).replace(tzinfo=None)  # wall time: an office hour is an hour of its clock
    left = length
    while True:
        if now.year not in calendar.years:
            return CalendarMissing(now.year)
        closing = datetime.combine(now.date(), closes)
        now = max(now, datetime.combine(now.date(), opens))
        if is_working_day(calendar, now.date()) and now <= closing:
            if now + left <= closing:
                return (now + left).replace(tzinfo=calendar.zone)
            left -= closing - now
        now = datetime.combine(now.date() + _ONE_DAY, opens)
