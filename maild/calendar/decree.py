"""Building a calendar: the built-in holidays of Indonesia, and files with decrees and corrections.

A file has one line per day, `date,kind,name`; lines beginning with # and a header line are passed over:

    2028,decree,SKB Tiga Menteri tentang Hari Libur 2028
    2028-01-01,holiday,Tahun Baru Masehi
    2028-01-27,joint leave,Cuti Bersama Tahun Baru Imlek
    2026-12-24,working,Cuti bersama dibatalkan
    2026-06-17,local,Hari Raya Galungan

`holiday` (libur nasional) and `joint leave` (cuti bersama) are no working days; `working` takes a day off
the list; on a `local` day nothing is sent, but deadlines run on. A `decree` line says that the file holds the
whole list of that year: its built-in days are then left out, and working days can be counted in it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from maild.calendar.days import Calendar

Kind = Literal["holiday", "joint leave", "working", "local"]
_KINDS: Mapping[str, Kind] = {
    "holiday": "holiday", "libur": "holiday", "libur nasional": "holiday",
    "joint leave": "joint leave", "cuti bersama": "joint leave",
    "working": "working", "hari kerja": "working", "masuk": "working",
    "local": "local", "lokal": "local", "libur lokal": "local",
}  # fmt: skip
_DECREE = ("decree", "skb")
_ESTIMATE = "(perkiraan)"  # how the holidays package marks a date that no decree has fixed yet


class Settings(Protocol):
    """What of the configuration matters here (config.CalendarSettings has it)."""

    @property
    def holidays(self) -> Literal["built-in", "none"]: ...
    @property
    def working_days(self) -> frozenset[int]: ...
    @property
    def joint_leave(self) -> Literal["day off", "working day"]: ...
    @property
    def send_between(self) -> tuple[time, time]: ...


@dataclass(frozen=True, slots=True)
class CalendarProblem:
    """One line of a calendar file that cannot be read."""

    source: str
    line: int  # from 1
    found: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.source}:{self.line}: found {self.found!r}, wanted {self.wanted}"


@dataclass
class _Year:
    """The days of one year, on the way to a calendar."""

    holidays: dict[date, str] = field(default_factory=dict)
    joint_leave: dict[date, str] = field(default_factory=dict)
    decreed: bool = False


def build(
    settings: Settings, zone: ZoneInfo, contents: Iterable[tuple[str, str]], years: Iterable[int]
) -> Calendar | tuple[CalendarProblem, ...]:
    """The calendar of an office for `years`; `contents` are the names and texts of calendar.files, in order.

    A year counts as decreed when a file says so, or when the built-in list has its joint leave and no date in
    it is an estimate.
    """
    known = {year: _built_in(year) if settings.holidays == "built-in" else _Year() for year in years}
    made = {year: _Year(dict(y.holidays), dict(y.joint_leave), y.decreed) for year, y in known.items()}
    local_days: dict[date, str] = {}
    problems: list[CalendarProblem] = []
    for source, text in contents:
        lines, faults = _read(source, text)
        problems += faults
        _apply(lines, made, local_days)
    if problems:
        return tuple(problems)
    off: dict[date, str] = {}
    for year in made.values():
        off |= year.joint_leave if settings.joint_leave == "day off" else {}
        off |= year.holidays
    decreed = frozenset(number for number, year in made.items() if year.decreed)
    return Calendar(zone, settings.working_days, off, decreed, settings.send_between, local_days)


@lru_cache(maxsize=64)
def _built_in(year: int) -> _Year:
    """The days of `year` as the holidays package knows them; shared, so nobody may change the result."""
    import holidays  # 75 ms, wanted by commands that reckon dates only
    from holidays.constants import GOVERNMENT, PUBLIC

    # Without a language the names would follow the locale of the machine.
    public = dict(holidays.country_holidays("ID", years=year, categories=(PUBLIC,), language="id"))
    leave = dict(holidays.country_holidays("ID", years=year, categories=(GOVERNMENT,), language="id"))
    estimated = any(_ESTIMATE in name for name in (*public.values(), *leave.values()))
    return _Year(public, leave, bool(leave) and not estimated)


@dataclass(frozen=True, slots=True)
class _Line:
    day: date | int  # int: the year of a decree
    kind: Kind | Literal["decree"]
    name: str


def _read(source: str, text: str) -> tuple[list[_Line], list[CalendarProblem]]:
    lines: list[_Line] = []
    problems: list[CalendarProblem] = []
    for number, raw in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        cells = [cell.strip() for cell in next(csv.reader([raw]), [])]
        if not any(cells) or raw.lstrip().startswith("#") or cells[0].lower() in ("date", "tanggal"):
            continue
        line = _line(cells)
        if isinstance(line, _Line):
            lines.append(line)
        else:
            problems.append(CalendarProblem(source, number, raw, line))
    return lines, problems


def _line(cells: list[str]) -> _Line | str:
    """The line, or what was wanted instead."""
    first, kind, name = (*cells, "", "", "")[:3]
    if kind.lower() in _DECREE:
        return _Line(int(first), "decree", name) if _is_year(first) else "a year such as 2028 before 'decree'"
    if kind.lower() not in _KINDS:
        return "date,kind,name with the kind holiday, joint leave, working, local or decree"
    try:
        day = date.fromisoformat(first)
    except ValueError:
        return "a date such as 2028-01-27 at the beginning"
    if not name:
        return "the name of the day as the third cell, since letters explain their dates with it"
    return _Line(day, _KINDS[kind.lower()], name)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text > "1900"


def _apply(lines: list[_Line], years: dict[int, _Year], local_days: dict[date, str]) -> None:
    for line in lines:
        if isinstance(line.day, int):
            years[line.day] = _Year(decreed=True)
    for line in lines:
        if isinstance(line.day, int):
            continue
        year = years.setdefault(line.day.year, _Year())
        if line.kind == "local":
            local_days[line.day] = line.name
            continue
        # The last word on a day wins.
        year.holidays.pop(line.day, None)
        year.joint_leave.pop(line.day, None)
        if line.kind == "holiday":
            year.holidays[line.day] = line.name
        elif line.kind == "joint leave":
            year.joint_leave[line.day] = line.name
