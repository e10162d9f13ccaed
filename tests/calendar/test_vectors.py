"""Dates reckoned by hand from the decree of 2026 (SKB 1497/2025, 2/2025, 5/2025)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from maild.calendar import Calendar, CalendarMissing, Due, build, due, explain, parse

ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")

PUBLIC = (
    (1, 1), (1, 16), (2, 17), (3, 19), (3, 21), (3, 22), (4, 3), (4, 5), (5, 1), (5, 14), (5, 27), (5, 31),
    (6, 1), (6, 16), (8, 17), (8, 25), (12, 25),
)  # fmt: skip
JOINT_LEAVE = ((2, 16), (3, 18), (3, 20), (3, 23), (3, 24), (5, 15), (5, 28), (12, 24))


def made(
    zone: str = "Asia/Makassar", joint_leave: str = "day off", years: tuple[int, ...] = (2026, 2027)
) -> Calendar:
    settings = SimpleNamespace(
        holidays="built-in",
        working_days=frozenset(range(5)),
        joint_leave=joint_leave,
        send_between=(time(8), time(16)),
    )
    calendar = build(settings, ZoneInfo(zone), (), years)  # type: ignore[arg-type]
    assert isinstance(calendar, Calendar)
    return calendar


def received(day: str, zone: str = "Asia/Makassar", at: time = time(9, 30)) -> datetime:
    return datetime.combine(date.fromisoformat(day), at, ZoneInfo(zone))


def end(calendar: Calendar, start: datetime, length: str) -> Due:
    period = parse(length)
    assert period is not None
    found = due(calendar, start, period)
    assert isinstance(found, Due), found
    return found


def test_the_built_in_list_is_the_decree_of_2026() -> None:
    with_leave = {date(2026, *day) for day in (*PUBLIC, *JOINT_LEAVE)}
    assert {day for day in made().days_off if day.year == 2026} == with_leave
    assert {day for day in made(joint_leave="working day").days_off if day.year == 2026} == {
        date(2026, *day) for day in PUBLIC
    }


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("start", "length", "day", "joint_leave_counted"),
    [
        ("2026-03-06", "14 days", "2026-03-20", "2026-03-20"),
        ("2026-03-06", "14 working days", "2026-04-02", "2026-03-27"),
        ("2026-05-11", "14 days", "2026-05-25", "2026-05-25"),
        ("2026-05-11", "14 working days", "2026-06-05", "2026-06-03"),
        ("2026-02-13", "30 days", "2026-03-15", "2026-03-15"),
        ("2026-02-13", "30 working days", "2026-04-08", "2026-03-31"),
        ("2026-03-16", "3 working days", "2026-03-26", "2026-03-20"),
    ],
)
def test_the_vectors_of_the_domain(
    zone: str, start: str, length: str, day: str, joint_leave_counted: str
) -> None:
    found = end(made(zone), received(start, zone), length)
    assert found.day == date.fromisoformat(day)
    assert found.at == datetime.combine(found.day, time(23, 59, 59), ZoneInfo(zone))
    assert end(made(zone, "working day"), received(start, zone), length).day == date.fromisoformat(
        joint_leave_counted
    )


def test_a_year_without_decree_is_said_and_not_guessed() -> None:
    fourteen = parse("14 working days")
    assert fourteen is not None
    for years in ((2026,), (2026, 2027)):  # the built-in days of 2027 are estimates in part
        missing = due(made(years=years), received("2026-12-14"), fourteen)
        assert missing == CalendarMissing(2027)
    assert "2027" in str(missing)
    assert "calendar.files" in str(missing)


def test_calendar_days_need_no_decree() -> None:
    found = end(made(), received("2026-12-21"), "14 days")
    assert (found.day, found.provisional) == (date(2027, 1, 4), True)
    later = end(made(), received("2029-01-01"), "14 days")
    assert (later.day, later.effective_day) == (date(2029, 1, 15), date(2029, 1, 15))


def test_a_legal_end_on_a_day_off_stays_and_the_next_working_day_is_named() -> None:
    found = end(made(), received("2026-03-06"), "14 days")
    assert (found.day, found.effective_day) == (date(2026, 3, 20), date(2026, 3, 25))
    assert [day.day for day, _ in found.skipped] == [20, 21, 22, 23, 24]
    sunday = end(made(), received("2026-02-13"), "30 days")
    assert (sunday.day, sunday.effective_day) == (date(2026, 3, 15), date(2026, 3, 16))
    assert not sunday.provisional


def test_the_local_day_of_receipt_is_day_zero() -> None:
    """23:30 in Makassar is still the day before in UTC and the same day in Jakarta."""
    start = datetime(2026, 8, 3, 16, 30, tzinfo=ZoneInfo("UTC"))  # 4 August 00:30 WITA, 3 August 23:30 WIB
    assert end(made("Asia/Makassar"), start, "14 days").day == date(2026, 8, 18)
    assert end(made("Asia/Jakarta"), start, "14 days").day == date(2026, 8, 17)
    assert end(made("Asia/Jayapura"), start, "14 days").day == date(2026, 8, 18)


def test_no_working_days_is_the_same_day_or_the_next_working_one() -> None:
    assert end(made(), received("2026-08-14"), "0 working days").day == date(2026, 8, 14)
    assert end(made(), received("2026-08-15"), "0 working days").day == date(2026, 8, 18)


@pytest.mark.parametrize(
    ("start", "at", "finish"),
    [
        ("2026-08-06", time(9), "2026-08-06T13:00"),
        ("2026-08-06", time(12), "2026-08-06T16:00"),
        ("2026-08-06", time(15), "2026-08-07T11:00"),
        ("2026-08-07", time(15), "2026-08-10T11:00"),  # over the weekend
        ("2026-08-14", time(20), "2026-08-18T12:00"),  # over the weekend and Independence Day
        ("2026-08-16", time(3), "2026-08-18T12:00"),
        ("2026-08-06", time(5), "2026-08-06T12:00"),
    ],
)
def test_four_working_hours(start: str, at: time, finish: str) -> None:
    found = end(made(), received(start, at=at), "4 working hours")
    assert f"{found.at:%Y-%m-%dT%H:%M}" == finish


def test_working_hours_stop_before_a_year_without_decree() -> None:
    four = parse("4 working hours")
    assert four is not None
    assert due(made(years=(2026,)), received("2026-12-31", at=time(15)), four) == CalendarMissing(2027)


def test_elapsed_hours_ignore_every_calendar() -> None:
    found = end(made(), received("2026-12-31", at=time(23)), "72 hours")
    assert f"{found.at:%Y-%m-%dT%H:%M%z}" == "2027-01-03T23:00+0800"


def test_elapsed_hours_over_a_change_of_clocks() -> None:
    """Offices elsewhere have daylight saving time; 24 hours are 24 hours, a day is a date."""
    zone = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 10, 24, 12, tzinfo=zone)
    calendar = made("Europe/Berlin")
    assert f"{end(calendar, start, '24 hours').at:%d %H:%M%z}" == "25 11:00+0100"
    assert f"{end(calendar, start, '1 days').at:%d %H:%M:%S%z}" == "25 23:59:59+0100"


def test_a_naive_time_is_a_bug() -> None:
    with pytest.raises(ValueError, match="without zone"):
        end(made(), datetime(2026, 8, 3), "14 days")


def test_an_explanation_names_start_length_and_every_day_passed_over() -> None:
    assert explain(end(made(), received("2026-03-16"), "3 working days")) == (
        "Dihitung sejak Senin, 16 Maret 2026 (hari penerimaan tidak dihitung), selama 3 (tiga) hari kerja. "
        "Tidak dihitung: Rabu, 18 Maret 2026 (Cuti Bersama Hari Suci Nyepi); "
        "Kamis, 19 Maret 2026 (Hari Suci Nyepi); Jumat, 20 Maret 2026 (Cuti Bersama Hari Raya Idul Fitri); "
        "Sabtu, 21 Maret 2026 (Hari Raya Idul Fitri); "
        "Minggu, 22 Maret 2026 (Hari kedua dari Hari Raya Idul Fitri); "
        "Senin, 23 Maret 2026 (Cuti Bersama Hari Raya Idul Fitri); "
        "Selasa, 24 Maret 2026 (Cuti Bersama Hari Raya Idul Fitri). "
        "Jatuh tempo Kamis, 26 Maret 2026 pukul 23.59 WITA."
    )


def test_an_explanation_of_a_legal_end_on_a_weekend() -> None:
    found = end(made("Asia/Jayapura"), received("2026-08-01", "Asia/Jayapura"), "14 days")
    assert explain(found) == (
        "Dihitung sejak Sabtu, 1 Agustus 2026 (hari penerimaan tidak dihitung), "
        "selama 14 (empat belas) hari. "
        "Jatuh tempo Sabtu, 15 Agustus 2026 pukul 23.59 WIT. "
        "Bukan hari kerja: Sabtu dan Minggu; Senin, 17 Agustus 2026 (Hari Kemerdekaan Republik Indonesia). "
        "Hari kerja berikutnya: Selasa, 18 Agustus 2026."
    )
    assert explain(found, language="en") == (
        "Counted from Saturday, 1 August 2026 (the day of receipt is not counted), for 14 days. "
        "Due Saturday, 15 August 2026, 23:59 WIT. "
        "Not working days: Saturday and Sunday; "
        "Monday, 17 August 2026 (Hari Kemerdekaan Republik Indonesia). "
        "Next working day: Tuesday, 18 August 2026."
    )


def test_an_explanation_says_what_is_not_decreed_yet() -> None:
    found = end(made(), received("2026-12-19"), "14 days")
    assert explain(found).endswith("Hari libur dan cuti bersama tahun 2027 belum ditetapkan.")
    assert "not been decreed" in explain(found, language="en")


def test_reckoning_is_a_matter_of_microseconds() -> None:
    """A tick looks at thousands of deadlines; 200 µs would be twenty times what it takes."""
    from time import perf_counter

    calendar, start, period = made(), received("2026-03-06"), parse("14 working days")
    assert period is not None
    begun = perf_counter()
    for _ in range(1000):
        due(calendar, start, period)
    assert timedelta(seconds=perf_counter() - begun) < timedelta(milliseconds=200)
