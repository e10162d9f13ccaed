"""What deciding may know besides the case: the office, its people, the register, the calendar, the process.

Everything is a value; a reload of the configuration builds a new World and swaps it whole (R23).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from maild.calendar import Calendar
from maild.cases.case import Audience, Case, Party
from maild.cases.process import Process
from maild.directory import Directory

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Officer:
    """One member of the office's staff (insan Ombudsman) as the config names them."""

    name: str
    address: str
    roles: frozenset[str]  # intake, examiner, head, admin

    @property
    def party(self) -> Party:
        """As letters are addressed to them."""
        return Party("staff", self.name, self.address)


@dataclass(frozen=True, slots=True)
class SisterOffice:
    """Another office of the Ombudsman (kantor perwakilan); `regions` as the configuration names them."""

    code: str
    name: str
    address: str
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class World:
    key: str  # of the office, such as 'dps'
    code: str  # in numbers, such as DPS
    name: str
    phone: str
    calendar: Calendar
    process: Process
    directory: Directory
    staff: tuple[Officer, ...]
    forward: Literal["auto", "ask"]
    hold: timedelta
    receipts_within: timedelta
    case_number: str
    letter_number: str
    completion: Literal["ask", "auto"] = "ask"
    vacant: Literal["ask", "head"] = "ask"
    absent: Literal["ask", "deputy"] = "ask"
    bounced: Literal["ask", "deputy"] = "ask"
    copy_oversight: Literal["never", "first letter", "always"] = "never"
    offices: tuple[SisterOffice, ...] = ()

    def date_of(self, moment: datetime) -> date:
        """The date that the office's calendar shows at this moment."""
        return moment.astimezone(self.calendar.zone).date()

    def sister(self, code: str) -> SisterOffice | None:
        """The other office that staff name by its code."""
        return next((o for o in self.offices if o.code.casefold() == code.casefold()), None)

    def officers(self, audience: Audience) -> tuple[Officer, ...]:
        """Who answers questions of this kind; without that role intake does, without intake anybody."""
        for role in (audience, "intake"):
            found = tuple(o for o in self.staff if role in o.roles)
            if found:
                return found
        return self.staff

    def officer(self, address: str) -> Officer | None:
        return next((o for o in self.staff if o.address == address), None)

    def next_owner(self, turn: int) -> Officer:
        """The officer (asisten) of a new case: examiners take turns, by the sequence of case numbers."""
        examiners = self.officers("examiner")
        return examiners[turn % len(examiners)]


Series = Literal["case", "letter"]


@dataclass(slots=True)
class Numbers:
    """The numbers of an office and year, for one decision; `taken` are the series of which it used any.

    A number is never reused and a series never reset within its year (domain: cancelled numbers stay).
    `stands` tells where a series stands. It is asked once, and only when a number is wanted: what most mails
    lead to needs none.
    """

    world: World
    stands: Callable[[Series], int]
    taken: set[Series] = field(default_factory=set)
    _next: dict[Series, int] = field(default_factory=dict)

    def next(self, series: Series) -> int:
        """The sequence number that will be taken next."""
        if series not in self._next:
            self._next[series] = self.stands(series)
        return self._next[series]

    def _take(self, series: Series) -> int:
        number = self.next(series)
        self._next[series] = number + 1
        self.taken.add(series)
        return number

    def give_back(self) -> None:
        """None of the numbers stands anywhere: the next decision gets them."""
        self.taken.clear()
        self._next.clear()

    def case(self, now: datetime, kind: str) -> str:
        local = now.astimezone(self.world.calendar.zone)
        return self.world.case_number.format(
            seq=self._take("case"),
            type=kind,
            month_roman=ROMAN[local.month - 1],
            month=local.month,
            year=local.year,
            code=self.world.code,
        )

    def letter(self, now: datetime, case: Case) -> str:
        opened = case.opened_at.astimezone(self.world.calendar.zone)
        seq = re.match(r"\d+", case.number)
        # As in '0131/SRT/0073-2018/…': the case inside the letter number is its sequence and year.
        return self._letter(now, f"{seq.group() if seq else case.id}-{opened.year}")

    def letter_about(self, now: datetime, topic: str) -> str:
        """Of a letter that belongs to no case, such as '0012/SRT/FP-2026/…'."""
        return self._letter(now, f"{topic}-{self.world.date_of(now).year}")

    def _letter(self, now: datetime, about: str) -> str:
        local = now.astimezone(self.world.calendar.zone)
        return self.world.letter_number.format(
            seq=self._take("letter"),
            case=about,
            office=self.world.code,
            code=self.world.code,
            month_roman=ROMAN[local.month - 1],
            month=local.month,
            year=local.year,
        )
