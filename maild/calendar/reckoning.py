"""When something is due, and how that came about.

The day of receipt is day 0; a period of days ends at 23:59 local of its last day. The law says 'hari' for
calendar days and 'hari kerja' for working days. A legal end on a day off stays where it is, and the next
working day is shown beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from maild.calendar.days import (
    Calendar,
    CalendarMissing,
    add_working_hours,
    is_working_day,
    local,
    next_working_day,
    why_off,
)
from maild.calendar.period import Period
from maild.calendar.words import WEEKDAYS, Language, in_words, period_in_words

_ONE_DAY = timedelta(days=1)
_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Due:
    """A legal end. `at` is aware, in the office's zone; `effective_day` is `day` or the working day after it.

    `skipped` names the days that did not count: between start and end for working days, from the legal end
    until the effective day for calendar days. `provisional` says that the effective day lies in a year whose
    decree is not known yet; the legal end itself is never provisional.
    """

    start: datetime
    period: Period
    day: date
    at: datetime
    effective_day: date
    skipped: tuple[tuple[date, str], ...] = ()
    provisional: bool = False


def due(calendar: Calendar, start: datetime, period: Period) -> Due | CalendarMissing:
    """The end of `period` counted from `start` (aware, of any zone).

    CalendarMissing only when working time has to be counted in a year without decree.
    """
    begin = local(calendar, start)
    if period.unit == "working days":
        counted = _working_days(calendar, begin.date(), period.amount)
        if isinstance(counted, CalendarMissing):
            return counted
        day, skipped = counted
        return _made(calendar, begin, period, datetime.combine(day, _LAST_SECOND, calendar.zone), skipped)
    if period.unit == "days":
        day = begin.date() + timedelta(days=period.amount)
        return _made(calendar, begin, period, datetime.combine(day, _LAST_SECOND, calendar.zone))
    if period.unit == "working hours":
        end = add_working_hours(calendar, begin, timedelta(hours=period.amount))
        return end if isinstance(end, CalendarMissing) else _made(calendar, begin, period, end)
    # Elapsed time is counted in UTC, so that a change of clocks adds or takes nothing.
    return _made(
        calendar, begin, period, (start.astimezone(UTC) + period.timedelta()).astimezone(calendar.zone)
    )


Skipped = tuple[tuple[date, str], ...]


def _working_days(calendar: Calendar, day: date, amount: int) -> tuple[date, Skipped] | CalendarMissing:
    """The `amount`-th working day after `day`; with 0 that same day, or the working day after it."""
    skipped: list[tuple[date, str]] = []
    left = amount
    if not amount:
        day -= _ONE_DAY
        left = 1
    while left:
        day += _ONE_DAY
        if day.year not in calendar.years:
            return CalendarMissing(day.year)
        reason = why_off(calendar, day)
        if reason is None:
            left -= 1
        else:
            skipped.append((day, reason))
    return day, tuple(skipped)


def _made(calendar: Calendar, start: datetime, period: Period, at: datetime, skipped: Skipped = ()) -> Due:
    day = at.date()
    if period.working or is_working_day(calendar, day):
        provisional = False if period.working else day.year not in calendar.years
        return Due(start, period, day, at, day, skipped, provisional)
    effective = next_working_day(calendar, day)
    passed = [day + timedelta(days=n) for n in range((effective - day).days)]
    named = tuple((each, why_off(calendar, each) or "") for each in passed)
    return Due(start, period, day, at, effective, named, effective.year not in calendar.years)


def explain(due: Due, *, language: Language = "id") -> str:
    """How the date came about, in sentences an officer can put into a letter."""
    say = _english if language == "en" else _indonesian
    return " ".join(sentence for sentence in say(due) if sentence)


def _indonesian(due: Due) -> list[str]:
    by_day = due.period.unit in ("days", "working days")
    begin = in_words(due.start.date()) if by_day else in_words(due.start)
    note = " (hari penerimaan tidak dihitung)" if by_day and due.period.amount else ""
    said = [f"Dihitung sejak {begin}{note}, selama {period_in_words(due.period)}."]
    if due.skipped and due.period.working:
        said.append(f"Tidak dihitung: {_named(due.skipped, 'id')}.")
    said.append(f"Jatuh tempo {in_words(due.at)}.")
    if due.effective_day != due.day:
        said.append(
            f"Bukan hari kerja: {_named(due.skipped, 'id')}. "
            f"Hari kerja berikutnya: {in_words(due.effective_day)}."
        )
    if due.provisional:
        year = due.effective_day.year
        said.append(f"Hari libur dan cuti bersama tahun {year} belum ditetapkan.")
    return said


def _english(due: Due) -> list[str]:
    by_day = due.period.unit in ("days", "working days")
    begin = in_words(due.start.date() if by_day else due.start, language="en")
    note = " (the day of receipt is not counted)" if by_day and due.period.amount else ""
    said = [f"Counted from {begin}{note}, for {period_in_words(due.period, language='en')}."]
    if due.skipped and due.period.working:
        said.append(f"Not counted: {_named(due.skipped, 'en')}.")
    said.append(f"Due {in_words(due.at, language='en')}.")
    if due.effective_day != due.day:
        said.append(
            f"Not working days: {_named(due.skipped, 'en')}. "
            f"Next working day: {in_words(due.effective_day, language='en')}."
        )
    if due.provisional:
        said.append(f"The holidays of {due.effective_day.year} have not been decreed yet.")
    return said


def _named(skipped: Skipped, language: Language) -> str:
    """Weekends together, every holiday by its date and name."""
    weekdays = WEEKDAYS["id"]
    ordinary = sorted({day.weekday() for day, name in skipped if name in weekdays})
    parts = [" dan ".join(weekdays[n] for n in ordinary)] if language == "id" else []
    if language == "en":
        parts = [" and ".join(WEEKDAYS["en"][n] for n in ordinary)]
    parts += [f"{in_words(day, language=language)} ({name})" for day, name in skipped if name not in weekdays]
    return "; ".join(part for part in parts if part)
