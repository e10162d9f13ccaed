"""Dates that a text writes out, with a day and a month: day first, many spellings, often no year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

MONTHS = {
    word: number
    for number, words in {
        1: "januari jan january januar jnuari",
        2: "februari pebruari feb peb february febuari pebuari februai feberuari",
        3: "maret mar march mrt mret",
        4: "april apr aprl",
        5: "mei may",
        6: "juni jun june",
        7: "juli jul july",
        8: "agustus agst agu ags agt agust aug august agutus agustu agsts",
        9: "september sept sep spetember septembr setember sepetember",
        10: "oktober okt oct october oktobr oktoer",
        11: "november nopember nov nop novembr nopembr",
        12: "desember des dec december desembr dsember",
    }.items()
    for word in words.split()
}
WEEKDAYS = {
    word: number
    for number, words in {
        0: "senin sen monday",
        1: "selasa sel tuesday",
        2: "rabu rebo wednesday",
        3: "kamis kam thursday",
        4: "jumat jum'at jum’at jum friday",
        5: "sabtu sab saturday",
        6: "minggu ahad sunday",
    }.items()
    for word in words.split()
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH, _DAY = any_of(MONTHS), any_of(WEEKDAYS)
_YEAR = r"(?:19|20)\d\d|'?\d\d\b(?![.:]\d)"
_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[\s./-]{{0,3}}({_MONTH})\b\.?(?:[\s,./-]{{0,3}}(?:tahun"
    rf" )?({_YEAR}))?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"(?<!\d)(?<!\d\s)\b({_MONTH})\.?\s{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?(?![\d.:/])(?:,?\s{{1,2}}((?:19"
    rf"|20)\d\d))?\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:20)?\d\d)(?![\d/-]|\.\d)")
_NUMERALS = re.compile(
    rf"(?<![\w/.-])(\d{{1,2}})\s?[/.\s-]\s?({'|'.join(_ROMAN)})\s?[/.\s-]\s?((?:20)\d\d)\b"
)
_SPOKEN = re.compile(
    r"\b(?:tanggal|tgl\.?|tg)?\s{0,2}(\d{1,2})\s{1,2}(?:bulan|bln)\.?\s{1,2}(\d{1,2})"
    r"(?:\s{1,2}(?:tahun|thn|th)\.?\s{1,2}((?:20)?\d\d))?\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\d/.-])(?:\d{1,2}\s?-\s?)?(\d{1,2})/(\d{1,2})(?![\d/])")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")


def every(text: str, today: date) -> list[date]:
    """Every complete date that a text names, with a year or without, in the order of their forms."""
    return [day for _, day in _complete(text, today)]


def odd_weekdays(text: str, today: date) -> tuple[str, ...]:
    """`Kamis (30/9/2026)`: dates whose weekday is another; one of the two is a slip (domain.md 4.2)."""
    found: list[str] = []
    for at, day in _complete(text, today):
        before = _BEFORE.search(text[max(0, at - 16) : at])
        if before and WEEKDAYS[before[1].lower()] != day.weekday():
            found.append(
                f"{before[1]} and {day.isoformat()} do not fit: that day is a {_NAMES[day.weekday()]}"
            )
    return tuple(dict.fromkeys(found))


_BEFORE = re.compile(rf"\b({_DAY})\.?,?\s{{0,2}}(?:tanggal |tgl\.? |\()?\s?$", re.IGNORECASE)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _complete(text: str, today: date) -> Iterator[tuple[int, date]]:
    """(where, day) of dates with a day and a month; strokes alone ('12/8') only if there is nothing
    else.
    """
    some = False
    for pattern, day, month, year in _FORMS:
        if pattern is _SHORT and some:
            return
        for one in pattern.finditer(text):
            found = _safe(one[day], _month(one[month]), one[year] if year else None, today)
            if found is not None:
                some = True
                yield one.start(), found


# (pattern, group of the day, of the month, of the year or 0)
_FORMS = (
    (_WRITTEN, 1, 2, 3),
    (_ENGLISH, 2, 1, 3),
    (_NUMERIC, 1, 3, 4),
    (_NUMERALS, 1, 2, 3),
    (_SPOKEN, 1, 2, 3),
    (_ISO, 3, 2, 1),
    (_SHORT, 1, 2, 0),
)


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return MONTHS.get(written.lower()) or _ROMAN.index(written.upper()) + 1


def _safe(day: str, month: int, year: str | None, today: date) -> date | None:
    try:
        if year:
            number = int(year.lstrip("'"))
            return date(number + 2000 if number < 100 else number, month, int(day))
        this = date(today.year, month, int(day))
        return this if this >= today - timedelta(days=31) else date(today.year + 1, month, int(day))
    except ValueError:
        return None
