"""What a reporter adds to a report: read with what the case knows, so that it can go on by itself."""

from __future__ import annotations

from dataclasses import replace

from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Party
from maild.cases.effects import Decision
from maild.cases.instruction import Paper
from maild.cases.lacking import running, unchosen
from maild.cases.supplements import reporter_writes
from maild.daemon import opening
from maild.daemon.desk import Desk
from maild.daemon.numbering import numbers
from maild.directory import route
from maild.intent import Report
from maild.intent.correspondence import declares_complaint
from maild.intent.supplied import Supplied, chosen, may_supply, supplied
from maild.message import Message
from maild.store import casebook, inbox, papers

_SHORT = 200  # characters: a longer mail is no bare answer to the question of secrecy
_ASKING = ("L01", "L02", "L03")  # letters that may ask for the choice of secrecy


def from_reporter(desk: Desk, arrival: Arrival, case: Case, party: Party) -> Decision:
    """The decision for a mail of the reporter in an open case."""
    arrival = with_supplement(desk, arrival, case)
    with numbers(desk.tx, desk.room, desk.now) as lent:
        return reporter_writes(arrival, case, party, desk.now, desk.room.world, lent)


def with_supplement(desk: Desk, arrival: Arrival, case: Case) -> Arrival:
    """The arrival with what it brings of what the case lacks, and the whole report with it."""
    message = arrival.message
    asked = any(d.kind in _ASKING for d in case.dispatches) and len(message.new_text) < _SHORT
    asked = asked and unchosen(case)
    found = Supplied(choice=chosen(message.new_text, asked=asked))
    if case.missing and (running(case) or _adds(arrival)) and may_supply(message, case.missing):
        found = supplied(message, case.missing, desk.today, about_secrecy=asked)
    arrival = replace(arrival, supplied=found)
    if not (found.brings or found.denies or found.perhaps):
        return arrival
    message, report = _whole(desk, arrival, case, found)
    where = route(desk.room.index, message, report, today=desk.today)
    return replace(arrival, whole=report, route=where)


def _adds(arrival: Arrival) -> bool:
    """Nobody was asked, but the mail may bring it all the same; reactions and questions do not."""
    return arrival.meaning.intent not in ("status_query", "satisfied", "unsatisfied", "withdraw")


def awaited(desk: Desk, arrival: Arrival) -> tuple[Case, Party] | None:
    """The one open case whose papers this writer was asked for, when a mail without any key brings them.

    Whoever complains of something new, or has several such cases, is left to the usual ways.
    """
    sender = arrival.message.sender
    if sender is None or arrival.dmarc == "fail" or declares_complaint(arrival.message):
        return None
    ids = casebook.open_cases_of(desk.tx, desk.room.key, sender.address)
    waiting = [c for c in (casebook.load(desk.tx, i) for i in ids) if running(c)]
    if len(waiting) != 1 or not may_supply(arrival.message, waiting[0].missing):
        return None
    party = waiting[0].party("reporter")
    if party is None or party.address != sender.address:
        return None
    brings = supplied(arrival.message, waiting[0].missing, desk.today).brings
    return (waiting[0], party) if brings else None


def _whole(desk: Desk, arrival: Arrival, case: Case, found: Supplied) -> tuple[Message, Report]:
    """The first mail with all words that came since: its own text is what the case has kept."""
    from maild.intent.report import assess  # lazy, as elsewhere: its tables are large

    first = _first(desk, case) or arrival.message
    own = arrival.message.new_text[:12_000]
    text = f"{case.text}\n\n{own}"
    message = replace(
        first,
        subject=case.subject,
        text=text,
        new_text=text,
        sender=arrival.message.sender,
        attachments=(*first.attachments, *arrival.message.attachments),
        defects=tuple(dict.fromkeys((*first.defects, *arrival.message.defects))),
    )
    report = assess(message, desk.today)
    missing = tuple(m for m in case.missing if m not in found.brings)
    return message, replace(report, missing=missing)


def papers_of(desk: Desk, case: Case | None, about: Arrival | None) -> tuple[Paper, ...]:
    """The stored mails of a case; of a report that is not one yet, the mail itself."""
    if case is None:
        if about is None:
            return ()
        mail = inbox.load_one(desk.tx, about.inbox_id)
        return (Paper(mail.id, mail.received_at, len(mail.raw), True),)
    reporter = case.party("reporter")
    staff = {officer.address for officer in desk.room.world.staff}
    return tuple(
        Paper(
            row.id,
            row.received_at,
            row.size,
            row.disposition == "opened" or (reporter is not None and row.sender == reporter.address),
        )
        for row in papers.of_case(desk.tx, case.id)
        if row.sender not in staff or row.disposition == "opened"
    )


def _first(desk: Desk, case: Case) -> Message | None:
    inbox_id = papers.opened_from(desk.tx, case.id)
    if inbox_id is None:
        return None
    return opening.again(desk.room, inbox.load_one(desk.tx, inbox_id))
