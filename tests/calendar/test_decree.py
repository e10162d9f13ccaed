"""Files with decrees and corrections."""

from __future__ import annotations

from datetime import date, time
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from maild.calendar import Calendar, CalendarProblem, Due, Period, build, due
from tests.calendar.test_vectors import received

DECREE_2027 = """\
# SKB Tiga Menteri, dua orang sudah mencocokkan
date,kind,name
2027,decree,SKB Tiga Menteri Hari Libur 2027
2027-01-01,holiday,Tahun Baru Masehi
2027-01-05,libur nasional,Isra Mikraj
2027-03-09,cuti bersama,Cuti Bersama Idul Fitri
"""


def made(*texts: str, holidays: str = "built-in", joint_leave: str = "day off") -> Calendar:
    calendar = tried(*texts, holidays=holidays, joint_leave=joint_leave)
    assert isinstance(calendar, Calendar), calendar
    return calendar


def tried(
    *texts: str, holidays: str = "built-in", joint_leave: str = "day off"
) -> Calendar | tuple[CalendarProblem, ...]:
    settings = SimpleNamespace(
        holidays=holidays,
        working_days=frozenset(range(5)),
        joint_leave=joint_leave,
        send_between=(time(8), time(16)),
    )
    contents = [(f"{number}.csv", text) for number, text in enumerate(texts)]
    return build(settings, ZoneInfo("Asia/Makassar"), contents, (2026, 2027))  # type: ignore[arg-type]


def test_a_decree_makes_its_year_countable_and_replaces_what_was_guessed() -> None:
    calendar = made(DECREE_2027)
    assert calendar.years == {2026, 2027}
    assert {day for day in calendar.days_off if day.year == 2027} == {
        date(2027, 1, 1),
        date(2027, 1, 5),
        date(2027, 3, 9),
    }
    found = due(calendar, received("2026-12-14"), Period(14, "working days"))
    assert isinstance(found, Due)
    assert found.day == date(2027, 1, 7)


def test_without_a_decree_line_days_are_corrections_only() -> None:
    calendar = made("2027-02-01,holiday,Hari Tambahan\n")
    assert calendar.years == {2026}
    assert date(2027, 2, 1) in calendar.days_off
    assert date(2027, 1, 1) in calendar.days_off


def test_a_decree_changed_during_the_year() -> None:
    calendar = made('2026-12-24,working,Cuti bersama dibatalkan\n2026-11-30,holiday,"Hari, Pemilihan"\n')
    assert date(2026, 12, 24) not in calendar.days_off
    assert calendar.days_off[date(2026, 11, 30)] == "Hari, Pemilihan"
    assert 2026 in calendar.years


def test_the_last_file_has_the_last_word() -> None:
    calendar = made("2026-12-24,working,Dibatalkan\n", "2026-12-24,joint leave,Berlaku lagi\n")
    assert calendar.days_off[date(2026, 12, 24)] == "Berlaku lagi"


def test_joint_leave_of_a_file_follows_the_switch() -> None:
    assert date(2027, 3, 9) not in made(DECREE_2027, joint_leave="working day").days_off


def test_a_local_day_is_quiet_and_no_more() -> None:
    calendar = made("2026-06-17,local,Hari Raya Galungan\n")
    assert calendar.quiet_days == {date(2026, 6, 17): "Hari Raya Galungan"}
    assert date(2026, 6, 17) not in calendar.days_off


def test_without_the_built_in_list_only_files_count() -> None:
    assert made(holidays="none").days_off == {}
    assert made(holidays="none").years == frozenset()
    assert made(DECREE_2027, holidays="none").years == {2027}


def test_building_twice_leaves_the_shared_list_alone() -> None:
    made("2026-12-24,working,Dibatalkan\n2026-12-25,working,Dibatalkan\n")
    assert {date(2026, 12, 24), date(2026, 12, 25)} <= set(made().days_off)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("24-12-2026,holiday,Natal", "a date"),
        ("2026-02-30,holiday,Tak ada", "a date"),
        ("2026-12-24,feast,Natal", "date,kind,name"),
        ("2026-12-24", "date,kind,name"),
        ("2026-12-24,holiday", "the name of the day"),
        ("2028-01-01,decree,SKB", "a year"),
        ("28,decree,SKB", "a year"),
    ],
)
def test_every_bad_line_is_told(line: str, wanted: str) -> None:
    problems = tried(f"\ufeff# dekret\n\n{line}\n", "kapan,apa,siapa\n")
    assert not isinstance(problems, Calendar)
    first, second = problems
    assert str(first).startswith(f"0.csv:3: found {line!r}, wanted {wanted}")
    assert (second.source, second.line) == ("1.csv", 1)
