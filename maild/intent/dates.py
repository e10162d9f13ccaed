"""Dates as Indonesians write them in mails: day first, many spellings, often no year (domain.md 4.2)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_MONTHS = {
    word: number
    for number, words in {
        1: "januari jan january",
        2: "februari pebruari feb peb february febuari",
        3: "maret mar march mrt",
        4: "april apr",
        5: "mei may",
        6: "juni jun june",
        7: "juli jul july",
        8: "agustus agst agu ags agt agust aug august",
        9: "september sept sep spetember",
        10: "oktober okt oct october",
        11: "november nopember nov nop",
        12: "desember des dec december",
    }.items()
    for word in words.split()
}
_WEEKDAYS = {
    word: number
    for number, words in {
        0: "senin monday",
        1: "selasa tuesday",
        2: "rabu wednesday",
        3: "kamis thursday",
        4: "jumat jum'at jum’at friday",
        5: "sabtu saturday",
        6: "minggu ahad sunday",
    }.items()
    for word in words.split()
}
_WORDS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "empat belas": 14, "dua puluh": 20, "tiga puluh": 30,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = "|".join(_WEEKDAYS)
_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s.-]{{0,3}}({_MONTH})\b\.?(?:[\s,-]{{0,3}}((?:19|20)\d\d"
    rf"|'?\d\d\b(?![.:]\d)))?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"\b({_MONTH})\.?\s{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{{1,2}}((?:19|20)\d\d))?\b", re.IGNORECASE
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:20)?\d\d)(?![\d])")
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/])")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_ONLY_DAY = re.compile(
    r"\b(?:tanggal|tgl\.?|tg)\s{0,2}(\d{1,2})(?!\d|[.:/]\d)(?:\s{1,2}(?:bulan (ini|depan)))?", re.IGNORECASE
)
_MONTH_END = re.compile(rf"\bakhir (?:bulan )?(?:({_MONTH})|(ini|depan))\b|\bakhir bulan\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    rf"\b(?:hari )?({_DAY})\b(?:\s{{1,2}}(depan|ini|besok|mendatang|minggu depan|pekan depan))?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(\d{1,3}|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")\s{0,2}(?:\([a-z ]{2,30}\)\s{0,2})?(hari|minggu|pekan|bulan|days?|weeks?)\b(?!\s{1,2}kerja"
    r"|\s{1,2}working)"
    r"|\bse(hari|minggu|pekan|bulan)\b",
    re.IGNORECASE,
)
_WORKING = re.compile(
    r"\b(\d{1,3})\s{0,2}(?:\([a-z ]{2,30}\)\s{0,2})?(?:hari kerja|working days?)\b", re.IGNORECASE
)
_NEXT = {"besok": 1, "lusa": 2, "tomorrow": 1, "minggu depan": 7, "pekan depan": 7, "next week": 7}
_NEXT_WORD = re.compile(r"\b(" + "|".join(_NEXT) + r")\b", re.IGNORECASE)


def named(text: str, today: date) -> date | None:
    """The date that a request for time names, in the order of how surely it is one; None if it names none.

    Without a year: the next such day on or after `today`. `10 hari kerja` names none: working days are
    another room's to count (see `working_days`).
    """
    for reader in (_full, _day_only, _month_end, _weekday, _relative):
        found = reader(text, today)
        if found is not None:
            return found
    return None


def working_days(text: str) -> int | None:
    """`10 (sepuluh) hari kerja` -> 10."""
    found = _WORKING.search(text)
    return int(found[1]) if found else None


def _full(text: str, today: date) -> date | None:
    """The latest complete date: a request may recall earlier ones (the letter's, the old deadline's)."""
    found = every(text, today)
    return max(found) if found else None


def every(text: str, today: date) -> list[date]:
    """Every complete date that a text names, with a year or without."""
    found: list[date] = []
    for one in _WRITTEN.finditer(text):
        found += _safe(one[1], _MONTHS[one[2].lower()], one[3], today)
    for one in _ENGLISH.finditer(text):
        found += _safe(one[2], _MONTHS[one[1].lower()], one[3], today)
    for one in _NUMERIC.finditer(text):
        found += _safe(one[1], int(one[3]), one[4], today)
    for one in _ISO.finditer(text):
        found += _safe(one[3], int(one[2]), one[1], today)
    if not found:
        for one in _SHORT.finditer(text):
            found += _safe(one[1], int(one[2]), None, today)
    return found


def _safe(day: str, month: int, year: str | None, today: date) -> list[date]:
    try:
        if year:
            number = int(year.lstrip("'"))
            return [date(number + 2000 if number < 100 else number, month, int(day))]
        this = date(today.year, month, int(day))
        return [this if this >= today - timedelta(days=31) else date(today.year + 1, month, int(day))]
    except ValueError:
        return []


def _day_only(text: str, today: date) -> date | None:
    found = _ONLY_DAY.search(text)
    if not found:
        return None
    day = int(found[1])
    year, month = today.year, today.month
    if (found[2] or "").lower() == "depan" or (not found[2] and day < today.day):
        year, month = _following(year, month)
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _following(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _month_end(text: str, today: date) -> date | None:
    found = _MONTH_END.search(text)
    if not found:
        return None
    year, month = today.year, today.month
    if found[1]:
        named_month = _MONTHS[found[1].lower()]
        year, month = (year + 1 if named_month < month else year), named_month
    elif (found[2] or "").lower() == "depan":
        year, month = _following(year, month)
    return date(year, month, monthrange(year, month)[1])


def _weekday(text: str, today: date) -> date | None:
    """`hari Jumat`, `Jumat depan`: the next such day. `minggu depan` is next week, not Sunday."""
    for found in _WEEKDAY.finditer(text):
        word = found[1].lower()
        if word == "minggu" and not found[0].lower().startswith("hari"):
            continue
        ahead = (_WEEKDAYS[word] - today.weekday()) % 7 or 7
        return today + timedelta(days=ahead)
    return None


def _relative(text: str, today: date) -> date | None:
    word = _NEXT_WORD.search(text)
    if word:
        return today + timedelta(days=_NEXT[word[1].lower()])
    found = _AHEAD.search(text)
    if not found:
        return None
    count = 1 if found[3] else _WORDS.get(found[1].lower()) or int(found[1])
    unit = (found[3] or found[2]).lower()
    days = {"minggu": 7, "pekan": 7, "week": 7, "weeks": 7, "bulan": 30}.get(unit, 1)
    return today + timedelta(days=count * days) if count * days <= 366 else None
