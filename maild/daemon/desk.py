"""One mail on the desk: who writes, and where a report would go. Looks only; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from maild.cases.arrivals import (
    Arrival,
)
from maild.cases.standing import Dmarc, Standing, standing
from maild.daemon import ledger
from maild.daemon.keys import Found
from maild.daemon.room import Room
from maild.directory import OpenCase, Route, agencies_of, route
from maild.intent import Correspondent, Report
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
    """Where the report should go; cases that it may repeat are looked up for the agencies in question."""
    report = arrival.meaning.report
    assert report is not None
    first = _route(desk, arrival, report, ())
    sender = arrival.message.sender
    agency_ids = list(first.agency_ids) or [c.agency_id for c in first.candidates[:3]]
    rows = {r.id: r for r in casebook.open_cases_at(desk.tx, desk.room.key, agency_ids)}
    known = [OpenCase(r.number, tuple(r.agency_ids), "", r.text) for r in rows.values()]
    own = casebook.open_cases_of(desk.tx, desk.room.key, sender.address) if sender else []
    for case_id in own:
        case = casebook.load(desk.tx, case_id)
        known.append(OpenCase(case.number, case.agency_ids, sender.address if sender else "", case.text))
    return _route(desk, arrival, report, tuple(known)) if known else first


def _route(desk: Desk, arrival: Arrival, report: Report, known: tuple[OpenCase, ...]) -> Route:
    today = desk.now.astimezone(desk.room.office.identity.zone).date()
    return route(desk.room.index, arrival.message, report, today=today, open_cases=known)
