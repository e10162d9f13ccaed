"""Working days and moments of sending: tables, and what must hold for every day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.calendar import (
    Calendar,
    CalendarMissing,
    Due,
    Period,
    add_working_hours,
    due,
    is_working_day,
    next_send_moment,
    next_working_day,
    parse,
    previous_working_day,
    why_off,
    working_days_between,
)
from tests.calendar.test_vectors import ZONES, made

CALENDARS = {zone: made(zone) for zone in ZONES}
calendars = st.sampled_from(sorted(CALENDARS)).map(CALENDARS.__getitem__)
days = st.dates(date(2026, 1, 1), date(2026, 10, 31))
moments = st.datetimes(datetime(2026, 1, 2), datetime(2026, 10, 31), timezones=st.just(UTC))
lengths = st.integers(0, 40)


@given(calendars, moments, lengths)
def test_a_due_working_day_is_one_and_so_many_lie_between(
    calendar: Calendar, start: datetime, amount: int
) -> None:
    found = due(calendar, start, Period(amount, "working days"))
    assert isinstance(found, Due)
    begin = start.astimezone(calendar.zone).date()
    assert is_working_day(calendar, found.day)
    if amount:
        assert working_days_between(calendar, begin, found.day) == amount
        assert (found.day - begin).days == amount + len(found.skipped)
    assert all(why_off(calendar, day) == name for day, name in found.skipped)


@given(calendars, moments, lengths, st.sampled_from(["days", "working days", "hours", "working hours"]))
def test_more_time_never_ends_earlier(calendar: Calendar, start: datetime, amount: int, unit: str) -> None:
    sooner = due(calendar, start, Period(amount, unit))  # type: ignore[arg-type]
    later = due(calendar, start, Period(amount + 1, unit))  # type: ignore[arg-type]
    assert isinstance(sooner, Due)
    assert isinstance(later, Due)
    assert start.replace(microsecond=0) <= sooner.at <= later.at
    # No working day from a Saturday on is Monday, and so is one working day.
    assert sooner.at < later.at or (amount, unit) == (0, "working days")
    assert sooner.day == sooner.at.date()
    assert sooner.day <= sooner.effective_day
    assert sooner.at.tzinfo is calendar.zone


@given(calendars, moments, st.integers(1, 60))
def test_joint_leave_and_holidays_only_ever_lengthen(
    calendar: Calendar, start: datetime, amount: int
) -> None:
    plain = Calendar(calendar.zone, calendar.working_days, {}, calendar.years, calendar.send_window)
    with_holidays, without = (due(each, start, Period(amount, "working days")) for each in (calendar, plain))
    if isinstance(with_holidays, Due) and isinstance(without, Due):
        assert without.at <= with_holidays.at


@given(calendars, days)
def test_neighbouring_working_days(calendar: Calendar, day: date) -> None:
    after, before = next_working_day(calendar, day), previous_working_day(calendar, day)
    assert before <= day <= after
    assert is_working_day(calendar, after)
    assert is_working_day(calendar, before)
    assert (before == after == day) is is_working_day(calendar, day)
    between = (day + timedelta(days=n) for n in range(1, (after - day).days))
    assert not any(is_working_day(calendar, each) for each in between)
    assert (why_off(calendar, day) is None) is is_working_day(calendar, day)


@given(calendars, days, days, days)
def test_counts_add_up(calendar: Calendar, a: date, b: date, c: date) -> None:
    first, second, both = (working_days_between(calendar, *pair) for pair in ((a, b), (b, c), (a, c)))
    assert isinstance(first, int)
    assert isinstance(second, int)
    assert first + second == both


@given(calendars, moments)
def test_a_send_moment_is_the_first_one_allowed(calendar: Calendar, at: datetime) -> None:
    found = next_send_moment(calendar, at)
    assert found >= at
    assert is_working_day(calendar, found.date())
    assert time(8) <= found.time() < time(16)
    assert next_send_moment(calendar, found) == found
    if found > at:
        assert found.time() == time(8), "it waits for the window to open, never longer"
        minute_before = found - timedelta(minutes=1)
        assert not is_working_day(calendar, minute_before.date()) or minute_before.time() < time(8)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-08-06T07:59", "2026-08-06T08:00"),
        ("2026-08-06T08:00", "2026-08-06T08:00"),
        ("2026-08-06T15:59", "2026-08-06T15:59"),
        ("2026-08-06T16:00", "2026-08-07T08:00"),
        ("2026-08-14T16:30", "2026-08-18T08:00"),
        ("2026-03-17T17:00", "2026-03-25T08:00"),
        ("2026-12-31T17:00", "2027-01-04T08:00"),  # without the decree of 2027, by what is known
    ],
)
def test_send_moments(at: str, expected: str) -> None:
    for zone, calendar in CALENDARS.items():
        found = next_send_moment(calendar, datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone)))
        assert f"{found:%Y-%m-%dT%H:%M}" == expected


def test_local_holidays_keep_letters_back_but_no_deadline() -> None:
    plain = CALENDARS["Asia/Makassar"]
    galungan = {date(2026, 6, 17): "Hari Raya Galungan"}
    bali = Calendar(plain.zone, plain.working_days, plain.days_off, plain.years, plain.send_window, galungan)
    at = datetime(2026, 6, 17, 9, tzinfo=plain.zone)
    assert next_send_moment(plain, at) == at
    assert next_send_moment(bali, at) == at + timedelta(hours=23)
    assert due(bali, at - timedelta(days=5), Period(5, "working days")) == due(
        plain, at - timedelta(days=5), Period(5, "working days")
    )
    assert bali.version != plain.version


def test_counting_needs_every_year_it_passes() -> None:
    calendar = made(years=(2026,))
    assert working_days_between(calendar, date(2026, 12, 28), date(2026, 12, 31)) == 3
    assert working_days_between(calendar, date(2026, 12, 28), date(2027, 1, 1)) == CalendarMissing(2027)
    assert working_days_between(calendar, date(2027, 1, 5), date(2026, 12, 31)) == CalendarMissing(2027)
    assert working_days_between(calendar, date(2026, 12, 31), date(2026, 12, 31)) == 0


def test_the_version_changes_with_the_days_and_with_nothing_else() -> None:
    assert made().version == made().version
    assert made().version != made(joint_leave="working day").version
    assert made("Asia/Jakarta").version != made("Asia/Makassar").version


def test_working_hours_of_no_length_end_at_once_or_when_the_office_opens() -> None:
    calendar = CALENDARS["Asia/Jakarta"]
    noon = datetime(2026, 8, 6, 12, tzinfo=calendar.zone)
    assert add_working_hours(calendar, noon, timedelta(0)) == noon
    closing = noon.replace(hour=16)
    assert add_working_hours(calendar, closing, timedelta(0)) == closing, "the last moment belongs to the day"
    night = datetime(2026, 8, 6, 2, tzinfo=calendar.zone)
    assert add_working_hours(calendar, night, timedelta(0)) == night.replace(hour=8)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("14 days", Period(14, "days")),
        ("1 day", Period(1, "days")),
        ("2 working days", Period(2, "working days")),
        ("1 Working  Day", Period(1, "working days")),
        ("4 working hours", Period(4, "working hours")),
        ("0 minutes", Period(0, "minutes")),
        ("60 seconds", Period(60, "seconds")),
        ("48hours", Period(48, "hours")),
        ("14 hari kerja", Period(14, "working days")),
        ("3 jam kerja", Period(3, "working hours")),
        ("30 hari", Period(30, "days")),
        ("", None),
        ("14", None),
        ("days", None),
        ("-1 days", None),
        ("1.5 days", None),
        ("two weeks", None),
        ("14 working minutes", None),
        ("١٤ days", None),
        ("9999999 days", None),
        ("14 days\n", Period(14, "days")),
    ],
)
def test_periods(text: str, period: Period | None) -> None:
    assert parse(text) == period


@given(
    st.builds(Period, st.integers(0, 999_999), st.sampled_from(["seconds", "hours", "days", "working days"]))
)
def test_a_period_reads_back_as_it_is_written(period: Period) -> None:
    assert parse(str(period)) == period


def test_working_time_has_no_length_of_its_own() -> None:
    assert Period(90, "minutes").timedelta() == timedelta(hours=1, minutes=30)
    with pytest.raises(ValueError, match="ask the calendar"):
        Period(1, "working days").timedelta()
