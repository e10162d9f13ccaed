"""Dates, times and numbers in words, formal Indonesian first, English second."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal

from maild.calendar.period import Period

Language = Literal["id", "en"]

WEEKDAYS: Mapping[Language, tuple[str, ...]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Mapping[Language, tuple[str, ...]] = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
           "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
# Keppres 41/1987: three zones, none with daylight saving time.
_ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}
_DIGITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_UNITS = {
    "seconds": "detik", "minutes": "menit", "hours": "jam", "days": "hari",
    "working hours": "jam kerja", "working days": "hari kerja",
}  # fmt: skip


def in_words(moment: date, zone: tzinfo | None = None, *, language: Language = "id") -> str:
    """A date as 'Senin, 3 Agustus 2026'; a datetime in `zone` (else its own) as '… pukul 07.52 WITA'.

    English: 'Monday, 3 August 2026' and 'Monday, 3 August 2026, 07:52 WITA'.
    """
    if not isinstance(moment, datetime):
        month = MONTHS[language][moment.month - 1]
        return f"{WEEKDAYS[language][moment.weekday()]}, {moment.day} {month} {moment.year}"
    here = moment.astimezone(zone) if zone is not None else moment
    day, abbreviation = in_words(here.date(), language=language), zone_abbreviation(here)
    if language == "id":
        return f"{day} pukul {here:%H.%M} {abbreviation}"
    return f"{day}, {here:%H:%M} {abbreviation}"


def zone_abbreviation(at: datetime) -> str:
    """WIB, WITA or WIT by the offset; elsewhere the offset itself, such as UTC+05:30."""
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("a time without zone has no abbreviation")
    if offset in _ZONES:
        return _ZONES[offset]
    sign_and_hours, minutes = f"{at:%z}"[:3], f"{at:%z}"[3:5]
    return f"UTC{sign_and_hours}:{minutes}"


def number_in_words(number: int) -> str:
    """14 -> 'empat belas'. From 0 to 999,999, as official letters repeat their numbers."""
    if not 0 <= number < 1_000_000:
        raise ValueError(f"no words for {number}")
    return _spoken(number) or "nol"


def _spoken(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number < 12:
        return ("sepuluh", "sebelas")[number - 10]
    if number < 20:
        return f"{_DIGITS[number - 10]} belas"
    for size, word in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            head, rest = divmod(number, size)
            # One of a hundred or a thousand is the prefix se-: seratus, seribu.
            first = f"se{word}" if head == 1 else f"{_spoken(head)} {word}"
            return f"{first} {_spoken(rest)}".strip()
    raise AssertionError(number)


def period_in_words(period: Period, *, language: Language = "id") -> str:
    """Period(14, 'working days') -> '14 (empat belas) hari kerja'; English '14 working days'."""
    if language == "en":
        return str(period)
    return f"{period.amount} ({number_in_words(period.amount)}) {_UNITS[period.unit]}"
