"""Other names of an agency, with the time in which they were its name: 'Disdikpora (until 2024-12-31)'."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WANTED = (
    "names divided by |, each with its dates in brackets where it was or is the name for a time only: "
    "(until 2024-12-31), (since 2022-01-01), (2022-01-01..2024-12-31)"
)


@dataclass(frozen=True, slots=True)
class Term:
    """When a name was used; None is open on that side. Both days are included."""

    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        parts = (f"since {self.since}" if self.since else "", f"until {self.until}" if self.until else "")
        return " ".join(filter(None, parts))


ALWAYS = Term(None, None)


@dataclass(frozen=True, slots=True)
class Alias:
    name: str
    term: Term = ALWAYS


_DATED = re.compile(r"(?P<name>[^()]*\S)\s*\((?P<when>[^()]*)\)\s*")
_SINCE = r"since|from|sejak|mulai|dari"
_UNTIL = r"until|till|to|sampai(?: dengan)?|hingga|s\.?\s?[/.]?\s?d\.?"
_DAY = r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
# 'Persero' or 'SVD' in brackets is part of a name; a year or one of these words is not.
_ABOUT_TIME = re.compile(rf"\d{{4}}|\.\.|^\s*(?:{_SINCE}|{_UNTIL})\b", re.IGNORECASE)
_SPAN = re.compile(
    rf"\s*(?:(?:{_SINCE})?\s*(?P<since>{_DAY}))?\s*(?:(?:\.\.|{_UNTIL}|\s[-–]\s|–)\s*(?P<until>{_DAY})?)?\s*",
    re.IGNORECASE,
)


def alias_of(text: str) -> Alias | None:
    """One name of the column `aliases`; None when what stands in its brackets is no time."""
    dated = _DATED.fullmatch(text)
    if dated is None or not _ABOUT_TIME.search(dated["when"]):
        return Alias(text.strip())
    span = _SPAN.fullmatch(dated["when"])
    if span is None or not (span["since"] or span["until"]):
        return None
    bare = re.fullmatch(rf"\s*(?:{_DAY})\s*", dated["when"])
    if bare and len(dated["when"].strip()) > 4:
        return None  # one day alone: its first, or its last?
    since, until = _first(span["since"]), _last(span["until"])
    if bare:  # 'Disdikpora (2023)': in that year
        until = _last(span["since"])
    wrong = (span["since"] and since is None) or (span["until"] and until is None)
    if wrong or (since and until and until < since):
        return None
    return Alias(dated["name"].strip(), Term(since, until))


def aliases_of(cell: str) -> tuple[Alias | None, ...]:
    """The names of a whole cell; None for each that cannot be understood."""
    return tuple(alias_of(part) for part in cell.split("|") if part.strip())


def _parts(text: str | None) -> Sequence[int]:
    """Year, month, day, as far as they are written; an Indonesian writes 31-12-2024."""
    numbers = [int(n) for n in re.findall(r"\d+", text or "")]
    return numbers[::-1] if text and not re.match(r"\d{4}", text) else numbers


def _first(text: str | None) -> date | None:
    return _day([*_parts(text), 1, 1][:3]) if text else None


def _last(text: str | None) -> date | None:
    if not text:
        return None
    parts = list(_parts(text))
    if len(parts) == 1:
        parts.append(12)
    if len(parts) == 2 and 1 <= parts[1] <= 12:
        parts.append(calendar.monthrange(max(1, parts[0]), parts[1])[1])
    return _day(parts)


def _day(parts: Sequence[int]) -> date | None:
    try:
        return date(*parts)
    except (ValueError, TypeError):
        return None
