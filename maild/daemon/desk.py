"""One mail on the desk: who writes, and where a report would go. Looks only; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from maild.cases.arrivals import (
    Arrival,
)
from maild.cases.standing import Dmarc, Standing, standing
from maild.daemon import ledger
from maild.daemon.keys import Found
from maild.daemon.room import Room
from maild.directory import Route, agencies_of, route
from maild.intent import Correspondent
from maild.message import Message
from maild.store import casebook, inbox


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one mail lies while it is being dealt with."""

    tx: Connection
    room: Room
    key: bytes
    mail: inbox.Waiting
    message: Message
    now: datetime

    @property
    def today(self) -> date:
        return self.room.world.date_of(self.now)

    def ledger(self) -> ledger.Ledger:
        event = f"{self.room.key}/mail/{self.mail.id}"
        text = self.message.new_text or self.message.text
        mail = ledger.Incoming(self.mail.id, self.mail.raw, text)
        return ledger.Ledger(self.tx, self.room, self.key, self.now, event, mail)


def correspondent(desk: Desk, found: Found, dmarc: Dmarc) -> Correspondent:
    """What is known of the writer before the mail is understood; a hint for reading, no authority."""
    sender, room = desk.message.sender, desk.room
    if sender is None:
        return Correspondent("stranger", found.case is not None)
    if room.world.officer(sender.address) is not None:
        return Correspondent("staff", found.case is not None)
    if found.case is not None:
        party = standing_of(desk, found, dmarc).party
        if party is not None and party.role == "office":
            return Correspondent("agency", True)
        if party is not None and party.role in ("reporter", "agency", "superior"):
            return Correspondent(party.role, True)
    if agencies_of(room.world.directory, sender.address):
        return Correspondent("agency", found.case is not None)
    if casebook.open_cases_of(desk.tx, room.key, sender.address):
        return Correspondent("reporter", found.case is not None)
    return Correspondent("stranger", found.case is not None)


def standing_of(desk: Desk, found: Found, dmarc: Dmarc) -> Standing:
    assert found.case is not None
    require_all = desk.room.office.authentication.require_dmarc == "all"
    return standing(
        found.case,
        desk.message.sender,
        found.key,
        dmarc,
        require_all,
        desk.room.world.directory,
        found.agency_id,
    )


def find_route(desk: Desk, arrival: Arrival) -> Route:
    """Where the report should go; whether it repeats an earlier one is looked up in maild.daemon.repeats."""
    report = arrival.meaning.report
    assert report is not None
    return route(desk.room.index, arrival.message, report, today=desk.today)
