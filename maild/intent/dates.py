"""The date that a request for time names: written out, or told by day, week and month (domain.md 4.2)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from maild.intent.written_dates import MONTHS, WEEKDAYS, any_of, every, odd_weekdays

__all__ = ["every", "named", "odd_weekdays", "working_days"]

_WORDS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "dua belas": 12, "empat belas": 14, "dua puluh": 20,
    "dua puluh satu": 21, "tiga puluh": 30, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10,
}  # fmt: skip
_MONTH, _WORD = any_of(MONTHS), any_of(_WORDS)
_LONG_DAY = "|".join(word for word in sorted(WEEKDAYS, key=len, reverse=True) if len(word) > 3)
_COUNT = rf"(\d{{1,3}}|{_WORD})\s{{0,2}}(?:\([a-z0-9 ]{{1,30}}\)\s{{0,2}})?"
_ONLY_DAY = re.compile(
    r"\b(?:tanggal|tgl\.?|tg)\s{0,2}(?:\d{1,2}\s?(?:-|s\.?/?d\.?|sampai|dan)\s?)?(\d{1,2})(?!\d|[.:/]\d)"
    r"(?:\s{1,2}(?:bulan|bln)\s(ini|depan|dpn|berikutnya))?",
    re.IGNORECASE,
)
_MONTH_END = re.compile(
    rf"\bakhir (?:bulan |bln )?(?:({_MONTH})\b(?:\s(20\d\d))?|(ini|depan|dpn|berikutnya))|\bakhir"
    rf" (?:bulan|bln)\b"
    r"|\bend of (?:the |this |next )?month\b",
    re.IGNORECASE,
)
_MIDDLE = re.compile(
    rf"\bpertengahan (?:bulan |bln )?(?:({_MONTH})\b(?:\s(20\d\d))?|(ini|depan|dpn|berikutnya))",
    re.IGNORECASE,
)
_WEEK_END = re.compile(
    r"\bakhir (?:minggu|pekan)(?: (ini|depan))?\b|\bend of (?:the|this) week\b", re.IGNORECASE
)
_WEEKDAY = re.compile(
    rf"\b(hari |next |by |on |this )?({_LONG_DAY})\b(?:\s{{1,2}}(depan|ini|besok|mendatang|minggu depan"
    r"|pekan depan|minggu ini|next week))?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"\b{_COUNT}(hari|minggu|pekan|bulan|days?|weeks?|months?)\b(?!\s{{1,2}}(?:kerja|working|yang lalu"
    rf"|lalu"
    r"|sebelum|ago))|\bse(hari|minggu|pekan|bulan)\b|\b(?:a|another) (week|month)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"\b{_COUNT}(hari|minggu|pekan|bulan)(?: kalender)? (?:sejak|setelah|terhitung(?: sejak| mulai)?"
    rf"|dari|mulai)\b",
    re.IGNORECASE,
)
_WORKING = re.compile(
    rf"\b{_COUNT}(?:hari kerja|hk\b|working days?|business days?)|\bhari kerja ke-?\s?(\d{{1,2}}"
    rf"|{_WORD})\b",
    re.IGNORECASE,
)
_NEXT = {
    "besok lusa": 2, "besok": 1, "lusa": 2, "tulat": 3, "esok": 1, "bsk": 1, "besuk": 1, "tomorrow": 1,
    "day after tomorrow": 2, "minggu depan": 7, "pekan depan": 7, "mgg depan": 7, "minggu dpn": 7,
    "next week": 7,
}  # fmt: skip
_NEXT_WORD = re.compile(r"\b(" + any_of(_NEXT) + r")\b", re.IGNORECASE)


def named(text: str, today: date) -> date | None:
    """The date that a request for time names, in the order of how surely it is one; None if it names none.

    Without a year: the next such day on or after `today`. `10 hari kerja` names none: working days are
    another room's to count (see `working_days`).
    """
    for reader in _READERS:
        found = reader(text, today)
        if found is not None:
            return found
    return None


def working_days(text: str) -> int | None:
    """`10 (sepuluh) hari kerja` -> 10; `hari kerja ke-3` -> 3."""
    found = _WORKING.search(text)
    return _number(found[1] or found[2]) if found else None


def _number(written: str) -> int:
    return _WORDS.get(written.lower()) or int(written)


def _since(text: str, today: date) -> date | None:
    """`14 hari sejak tanggal 5 September 2026`."""
    found = _SINCE.search(text)
    if not found:
        return None
    start = _full(text[found.end() : found.end() + 60], today)
    return start + timedelta(days=_days(found[1], found[2])) if start else None


def _full(text: str, today: date) -> date | None:
    """The latest complete date: a request may recall earlier ones (the letter's, the old deadline's)."""
    return max(every(text, today), default=None)


def _day_only(text: str, today: date) -> date | None:
    found = _ONLY_DAY.search(text)
    if not found:
        return None
    day, which = int(found[1]), (found[2] or "").lower()
    year, month = today.year, today.month
    if which in ("depan", "dpn", "berikutnya") or (not which and day < today.day):
        year, month = _following(year, month)
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _following(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _in_month(found: re.Match[str], today: date) -> tuple[int, int]:
    """(year, month) that `akhir Oktober`, `akhir bulan depan` speak of."""
    year, month = today.year, today.month
    if found.lastindex and found[1]:
        named_month = MONTHS[found[1].lower()]
        return (int(found[2]) if found[2] else year + (named_month < month)), named_month
    return (
        _following(year, month)
        if "next" in found[0].lower() or (found[3] or "ini") != "ini"
        else (year, month)
    )


def _month_end(text: str, today: date) -> date | None:
    found = _MONTH_END.search(text)
    if found:
        year, month = _in_month(found, today)
        return date(year, month, monthrange(year, month)[1])
    found = _MIDDLE.search(text)
    return date(*_in_month(found, today), 15) if found else None


def _week_end(text: str, today: date) -> date | None:
    """The Friday: offices close then."""
    found = _WEEK_END.search(text)
    if not found:
        return None
    friday = today + timedelta(days=4 - today.weekday())
    return friday + timedelta(days=7) if (found[1] or "").lower() == "depan" or friday < today else friday


def _weekday(text: str, today: date) -> date | None:
    """`hari Jumat`: the next such day; `Jumat depan`: that of next week. `minggu depan` is no Sunday."""
    for found in _WEEKDAY.finditer(text):
        word, which = found[2].lower(), (found[3] or "").lower()
        if word == "minggu" and (found[1] or "").lower() != "hari ":
            continue
        if (
            which in ("depan", "minggu depan", "pekan depan", "next week")
            or (found[1] or "").lower() == "next "
        ):
            return today + timedelta(days=7 - today.weekday() + WEEKDAYS[word])
        return today + timedelta(days=(WEEKDAYS[word] - today.weekday()) % 7 or 7)
    return None


def _relative(text: str, today: date) -> date | None:
    word = _NEXT_WORD.search(text)
    if word:
        return today + timedelta(days=_NEXT[word[1].lower()])
    found = _AHEAD.search(text)
    if not found:
        return None
    days = _days(found[1] or "1", found[2] or found[3] or found[4])
    return today + timedelta(days=days) if days <= 366 else None


def _days(count: str, unit: str) -> int:
    unit = unit.lower().removesuffix("s")
    return _number(count) * {"minggu": 7, "pekan": 7, "week": 7, "bulan": 30, "month": 30}.get(unit, 1)


_READERS: tuple[Callable[[str, date], date | None], ...] = (
    _since, _full, _day_only, _month_end, _week_end, _weekday, _relative,
)  # fmt: skip
