"""Dates as mail programs show them to people, in any of their languages -> aware times in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from maild.message import headers

# The first letters that tell a month apart, twelve a line: en id ms nl de fr es pt it ro | sv no da fi et
# | pl cs sk hu hr | ru uk | el | tr | tl. Nominative and genitive, short and long forms share them. What is
# one month here and another there (listopada: November in Polish, October in Croatian) is left out.
_MONTHS = (
    "jan feb mar apr mei jun jul agu sep okt nov des",
    "jan peb maret apr may jun jul aug sept oct nop dec",
    "jan feb mac apr mei jun julai agt september oktober nov dis",
    "januari februari mac april mei jun julai ogo september oktober november disember",
    "januar februar mrt april mai juni juli ags september oktober november dezember",
    "janv fév mars avr mai juin juil août sept oct nov déc",
    "ene febr marzo abr mayo jun jul ago set oct noviem dic",
    "jan fev març abr maio jun jul ago set out nov dez",
    "gen febb marz apr mag giu lug ago set ott nov dic",
    "ian feb mar apr mai iun iul aug sept oct noi dec",
    "tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk",
    "jaan veebr märts aprill mai juuni juuli aug sept okt nov dets",
    "sty lut marc kwi maj cze lipc sie wrz paź - gru",
    "led únor březn dubn květ červn červenc srpn září říj listopadu prosin",
    "január februára marca apríla mája júna júla august septemb októb novemb decemb",
    "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "siječ velj ožu tra svi lipnj srpnj kol ruj - studen prosin",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "січ лют берез квіт трав черв лип серп верес жовт лист груд",
    "ιαν φεβ μαρ απρ μα ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
    "oca şub mart nis may haz tem ağu eyl eki kas ara",
    "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
)
_MONTH: dict[str, int] = {}
for _line in _MONTHS:
    for _number, _word in enumerate(_line.split(), 1):
        _MONTH.setdefault(_word, _number)
_LONGEST = max(map(len, _MONTH))
# Indonesia's three zones and what programs abbreviate; a bare abbreviation of other lands says too little.
_ZONES = {
    "wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "pst": -8, "pdt": -7,
    "cet": 1, "cest": 2, "eet": 2, "eest": 3, "sgt": 8, "myt": 8, "jst": 9, "kst": 9, "aest": 10,
}  # fmt: skip

_TIME = re.compile(
    r"(?<![\d.:/-])(\d{1,2})[.:h](\d{2})(?:[.:](\d{2}))?(?!\d)[ \u202f\xa0]?"
    r"((?:[ap]\.?m\b|上午|下午|午後|午前|오후|오전)?)",
    re.IGNORECASE,
)
_RFC = re.compile(r"\d{1,2}:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT)\b")  # as RFC 5322 has it (Thunderbird)
_HALF = re.compile(r"(上午|下午|午後|午前|오후|오전)")
_OFFSET = re.compile(r"(?:(?:gmt|utc)\s?)?([+-−])(\d{1,2}):?(\d{2})?(?!\d)", re.IGNORECASE)
_ZONE = re.compile(r"\b([a-z]{1,4})\b", re.IGNORECASE)
_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d.:])(\d{1,2})(?:[-/]|\. ?)(\d{1,2})(?:[-/]|\. ?)(\d{4}|\d{2})(?![\d:])")
_THG = re.compile(r"(?<!\d)(\d{1,2}) (?:thg|tháng) (\d{1,2}),? (?:năm )?(\d{4})", re.IGNORECASE)  # Vietnamese
_WORDS = re.compile(r"[^\W\d_]{2,20}")
_DAY = re.compile(r"(?<![\d.:/-])(\d{1,2})(?![\d:/]|[.-]\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def when(value: str, zone: tzinfo = UTC) -> datetime | None:
    """A shown date. Where it names no zone it is that of the program that wrote it down: `zone`.

    Without year, or without a day that exists: None. A hint like every date a sender names (R20).
    """
    line = headers.clean(value[:200])
    if not line:
        return None
    if _RFC.search(line) and line.isascii():
        as_sent = headers.date(line)
        if as_sent is not None:
            return as_sent
    day = _day(line)
    if day is None:
        return None
    hour, minute, second, rest = _time(line)
    try:
        return datetime(*day, hour, minute, second, tzinfo=_zone(rest) or zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(line: str) -> tuple[int, int, int] | None:
    for pattern in (_EAST, _ISO):
        found = pattern.search(line)
        if found:
            return int(found[1]), int(found[2]), int(found[3])
    return _day_in_words(line) or _day_in_numbers(line)


def _day_in_numbers(line: str) -> tuple[int, int, int] | None:
    counted = _THG.search(line)
    if counted:
        return int(counted[3]), int(counted[2]), int(counted[1])
    found = _NUMBERS.search(line)
    if found:
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        # Only American programs put the month first, and they write AM and PM.
        american = second > 12 or (first <= 12 and bool(re.search(r"\d ?[ap]m\b", line, re.IGNORECASE)))
        month, day = (first, second) if american else (second, first)
        return (year if year > 99 else 2000 + year), month, day
    return None


def _day_in_words(line: str) -> tuple[int, int, int] | None:
    year = _YEAR.search(line)
    if year is None:
        return None
    months = [(word, month) for word in _WORDS.finditer(line) if (month := _month(word[0].lower()))]
    # Day before month first: `mar. 3 août` begins with a Tuesday, not with March. Else after it: `Oct 27`.
    for look in (_before, _after):
        for word, month in months:
            day = look(line, word)
            if day is not None and 1 <= int(day[1]) <= 31:
                return int(year[1]), month, int(day[1])
    return None


def _before(line: str, word: re.Match[str]) -> re.Match[str] | None:
    found = list(_DAY.finditer(line[: word.start()], max(0, word.start() - 8)))
    return found[-1] if found else None


def _after(line: str, word: re.Match[str]) -> re.Match[str] | None:
    return _DAY.search(line, word.end(), min(len(line), word.end() + 5))


def _month(word: str) -> int | None:
    for size in range(min(len(word), _LONGEST), 1, -1):
        month = _MONTH.get(word[:size])
        if month:
            return month
    return None


def _time(line: str) -> tuple[int, int, int, str]:
    """Hour, minute, second, and what follows them."""
    for found in _TIME.finditer(line):
        hour, half = int(found[1]), (found[4] or "").lower()
        other = _HALF.search(line[: found.start()])
        half = half or (other[1] if other else "")
        if hour > 23 or int(found[2]) > 59:
            continue
        if half[:1] == "p" or half in ("下午", "午後", "오후"):
            hour = hour % 12 + 12
        elif half:
            hour %= 12
        return hour, int(found[2]), min(int(found[3] or 0), 59), line[found.end() :]
    return 0, 0, 0, ""


def _zone(rest: str) -> tzinfo | None:
    offset = _OFFSET.search(rest)
    if offset:
        hours = int(offset[2]) + int(offset[3] or 0) / 60
        return timezone(timedelta(hours=hours if offset[1] == "+" else -hours)) if hours < 24 else None
    for word in _ZONE.findall(rest):
        if word.lower() in _ZONES:
            return timezone(timedelta(hours=_ZONES[word.lower()]))
    return None
