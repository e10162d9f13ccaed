"""calendar (pure): working days, holidays, joint leave, zones; due dates that explain themselves."""

from maild.calendar.period import Period, Unit, parse

__all__ = ["Period", "Unit", "parse"]
