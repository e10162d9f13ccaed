"""A complaint becomes a case: where it would go, whether its writer is told at once (T11, T12, R19)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from maild.cases.arrivals import Arrival, report_arrives
from maild.cases.effects import Decision
from maild.daemon.desk import Desk, find_route
from maild.daemon.numbering import numbers
from maild.daemon.repeats import with_repeats
from maild.message import Message
from maild.store import outbox

_UNREAD = re.compile(r"(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)\b[^@]*@", re.IGNORECASE)


def register(desk: Desk, arrival: Arrival, *, unseen: bool = True) -> Decision:
    """A complaint that belongs to no case. `unseen`: it may go on to the agency without a person's look."""
    arrival = replace(arrival, route=find_route(desk, arrival), may_receipt=may_receipt(desk, arrival))
    arrival = with_repeats(desk, arrival)
    world = desk.room.world if unseen else replace(desk.room.world, forward="ask")
    if desk.message.sender is not None and world.officer(desk.message.sender.address) is not None:
        world = replace(world, completion="ask")  # what staff entered or passed on they complete themselves
    with numbers(desk.tx, desk.room, desk.now) as lent:
        return report_arrives(arrival, desk.now, world, lent)


def may_receipt(desk: Desk, arrival: Arrival) -> bool:
    """L01 goes to a fresh, person-like mail only, within the caps on automatic mail (T11, T12, R19)."""
    sender, limits = arrival.message.sender, desk.room.office.limits
    if sender is None or arrival.dmarc == "fail" or arrival.message.auto_reply or arrival.message.bulk:
        return False
    if _wants_no_answer(arrival.message, sender.address):
        return False
    if desk.now - desk.mail.internaldate > desk.room.world.receipts_within:
        return False
    day, hour = desk.now - timedelta(days=1), desk.now - timedelta(hours=1)
    if outbox.receipts_since(desk.tx, desk.room.key, day, sender.address) >= limits.per_address_per_day:
        return False
    return outbox.receipts_since(desk.tx, desk.room.key, hour) < limits.per_hour


def _wants_no_answer(message: Message, address: str) -> bool:
    """Reports of machines (RFC 6522, RFC 5965), the empty return path, senders nobody reads, and those who
    forbid automatic answers; the mail itself is dealt with as any other (RFC 3834 section 2)."""
    suppressed = " ".join(message.headers.get("x-auto-response-suppress", ())).lower()
    types = message.headers.get("content-type", ("",))
    return (
        any(word in suppressed for word in ("all", "oof", "autoreply"))
        or any(t.lower().lstrip().startswith("multipart/report") for t in types)
        or any(path.strip() == "<>" for path in message.headers.get("return-path", ()))
        or unread(address)
    )


def unread(address: str) -> bool:
    """An address behind which nobody reads: of a machine, or of a system that says so."""
    return _UNREAD.match(address) is not None
