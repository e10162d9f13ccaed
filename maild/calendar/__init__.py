"""calendar (pure): working days, holidays, joint leave, zones; due dates that explain themselves."""

from maild.calendar.days import (
    Calendar,
    CalendarMissing,
    add_working_hours,
    is_working_day,
    next_send_moment,
    next_working_day,
    previous_working_day,
    why_off,
    working_days_between,
)
from maild.calendar.decree import CalendarProblem, build
from maild.calendar.period import Period, Unit, parse
from maild.calendar.reckoning import Due, due, explain
from maild.calendar.words import (
    MONTHS,
    WEEKDAYS,
    Language,
    in_words,
    number_in_words,
    period_in_words,
    zone_abbreviation,
)

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Calendar",
    "CalendarMissing",
    "CalendarProblem",
    "Due",
    "Language",
    "Period",
    "Unit",
    "add_working_hours",
    "build",
    "due",
    "explain",
    "in_words",
    "is_working_day",
    "next_send_moment",
    "next_working_day",
    "number_in_words",
    "parse",
    "period_in_words",
    "previous_working_day",
    "why_off",
    "working_days_between",
    "zone_abbreviation",
]
