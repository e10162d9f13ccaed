"""One office, furnished: everything that is built once from the configuration and used for every mail."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from maild.calendar import Calendar
from maild.cases.process import RULES, Process, overridden
from maild.cases.world import Officer, SisterOffice, World
from maild.config import Config, Office, office_calendar
from maild.confined import DocumentReader, MailReader
from maild.intent.numbers import case_pattern, letter_pattern
from maild.letters import Stationery

if TYPE_CHECKING:
    from maild.daemon.register import Register
    from maild.directory import Directory
    from maild.directory.index import Index

DOCUMENTS = DocumentReader()  # one child for all offices of this process, started when it is needed
MAILS = MailReader()  # likewise
SPAN = 2  # years of calendar before and after the current one


class Unusable(Exception):
    """The office cannot be furnished: every reason, one a line. Unreadable is an error, never empty (R23)."""


@dataclass(frozen=True, slots=True)
class Room:
    """An office ready for work. A reload builds a new one and swaps it whole."""

    config: Config
    office: Office
    world: World
    stationery: Stationery
    index: Index
    case_pattern: re.Pattern[str]
    letter_pattern: re.Pattern[str]
    fingerprint: str  # changes with the register
    newest_change: int = 0  # of the register
    list_faults: tuple[str, ...] = ()  # why the configured agency list is not used as it is now
    documents: DocumentReader = field(default_factory=lambda: DOCUMENTS, compare=False)
    mails: MailReader = field(default_factory=lambda: MAILS, compare=False)

    @property
    def key(self) -> str:
        return self.office.key

    @property
    def own_addresses(self) -> frozenset[str]:
        """Our own addresses: mail from them is a loop or a journal copy."""
        return frozenset({self.office.submission.sender.lower()})

    def since(self, first_run: datetime) -> datetime:
        """Mails before this moment are taken in without any letter (config: mailbox.since)."""
        since = self.office.mailbox.since
        if isinstance(since, date):
            return datetime.combine(since, time(0), self.office.identity.zone)
        return first_run


def furnish(config: Config, office: Office, now: datetime, register: Register) -> Room:
    """Reads the templates and the calendar files; `register` was opened before.

    Raises Unusable with every problem. A list with faults keeps no office from work that has a register: the
    room then goes on with the old one and says so (`list_faults`).
    """
    from maild.daemon.dictionaries import read_dictionaries
    from maild.directory import build as build_index

    today = now.astimezone(office.identity.zone).date()
    problems: list[str] = []
    directory = register.directory
    if not directory.agencies:
        problems += register.faults
    calendar = _calendar(office, today, problems)
    stationery = _stationery(office, problems)
    process = _process(office, problems)
    known = read_dictionaries(office, directory)
    if isinstance(known, tuple):
        problems += known
    if isinstance(known, tuple) or calendar is None or stationery is None or problems:
        raise Unusable("\n".join(problems))
    return Room(
        config=config,
        office=office,
        world=_world(office, directory, calendar, process),
        stationery=stationery,
        index=build_index(*_own(directory, office), known),
        case_pattern=case_pattern(office.cases.number),
        letter_pattern=letter_pattern(office.letters.number, case="{seq:04d}-{year}"),
        fingerprint=directory.version,
        newest_change=register.newest,
        list_faults=register.faults,
    )


def _own(directory: Directory, office: Office) -> tuple[Directory, str]:
    """The list as this office's index wants it: with the word by which its rows are ours."""
    word = label(directory, office)
    if word:
        return directory, word
    rows = {key: replace(agency, office="") for key, agency in directory.agencies.items()}
    return replace(directory, agencies=rows), ""


def label(directory: Directory, office: Office) -> str:
    """The word by which the column `office` of the agency list means this office.

    It is the code, or a word of the office's name or city ('bali' for 'Perwakilan Provinsi Bali'), or the
    word of the rows whose regions the name or city mentions ('ntt' for an office in Kupang). A list that
    fits in none of these ways is taken as a list for this office alone: every row counts ('').
    """
    known = {agency.office.casefold(): agency.office for agency in directory.agencies.values()}
    identity = office.identity
    words = [identity.code, *identity.name.split(), *identity.short_name.split(), identity.city]
    named = next((known[w.casefold()] for w in words if w and w.casefold() in known), None)
    return named if named is not None else _by_region(directory, f"{identity.name} {identity.city}")


def _by_region(directory: Directory, where: str) -> str:
    """The one word whose rows lie in regions that `where` mentions; '' when none does, or several."""
    text = f" {where.casefold()} "
    found = {
        agency.office
        for agency in directory.agencies.values()
        if f" {_bare(agency.region)} " in text or f" {_bare(agency.region)}," in text
    }
    return found.pop() if len(found) == 1 else ""


def _bare(region: str) -> str:
    """'kupang' of 'Kota Kupang'."""
    kind, _, name = region.casefold().partition(" ")
    return name if kind in ("provinsi", "kabupaten", "kota") and name else region.casefold()


def _calendar(office: Office, today: date, problems: list[str]) -> Calendar | None:
    made = office_calendar(office, range(today.year - SPAN, today.year + SPAN + 1))
    if isinstance(made, Calendar):
        return made
    problems += [str(p) for p in made]
    return None


def _stationery(office: Office, problems: list[str]) -> Stationery | None:
    try:
        return Stationery.open(office.letters.templates, office.identity)
    except (OSError, UnicodeDecodeError) as error:
        kind = type(error).__name__
        problems.append(
            f"{office.letters.templates}: cannot be read ({kind}); wanted templates as UTF-8 text"
        )
        return None


def _world(office: Office, directory: Directory, calendar: Calendar, process: Process) -> World:
    return World(
        key=office.key,
        code=office.identity.code,
        name=office.identity.name,
        phone=office.identity.phone,
        calendar=calendar,
        process=process,
        directory=directory,
        staff=tuple(Officer(s.name, s.email.lower(), frozenset(s.roles)) for s in office.staff),
        forward=office.routing.forward,
        hold=office.routing.hold,
        receipts_within=office.mailbox.receipts_within,
        case_number=office.cases.number,
        letter_number=office.letters.number,
        completion=office.routing.completion,
        vacant=office.routing.vacant,
        absent=office.routing.absent,
        bounced=office.routing.bounced,
        copy_oversight=office.routing.copy_oversight,
        offices=tuple(
            SisterOffice(o.code, o.name, o.email.lower(), o.regions) for o in office.routing.offices
        ),
    )


def _process(office: Office, problems: list[str]) -> Process:
    overrides = {
        rule: {"length": o.length, "basis": o.basis, "valid_from": o.valid_from}
        for rule, o in office.deadlines.items()
    }
    try:
        return overridden(overrides)
    except KeyError as error:
        known = ", ".join(sorted({r.id for r in RULES}))
        problems.append(f"deadlines: found the rule {error.args[0]!r}, wanted one of {known}")
        return Process()
