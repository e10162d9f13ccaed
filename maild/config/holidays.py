"""The calendar of an office, its files read."""

from __future__ import annotations

from collections.abc import Iterable

from maild.calendar import Calendar, CalendarProblem, build
from maild.config.sections import Office


def office_calendar(office: Office, years: Iterable[int]) -> Calendar | tuple[CalendarProblem, ...]:
    """Reads calendar.files and builds the calendar for `years` (this year, those around it)."""
    contents: list[tuple[str, str]] = []
    problems: list[CalendarProblem] = []
    for file in office.calendar.files:
        try:
            contents.append((str(file), file.read_text("utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(CalendarProblem(str(file), 1, type(error).__name__, "a text file in UTF-8"))
    made = build(office.calendar, office.identity.zone, contents, years)
    if isinstance(made, Calendar):
        return tuple(problems) or made
    return (*problems, *made)
