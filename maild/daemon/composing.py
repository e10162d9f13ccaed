"""One letter composed: its addresses, its thread, its buttons, the mails that go with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maild.cases.case import Case
from maild.cases.effects import Write
from maild.cases.standins import secret
from maild.daemon.room import Room
from maild.letters import Draft, Frame, Letter, button, message_id, redirected
from maild.letters.enclosure import enclose
from maild.letters.kinds import KINDS
from maild.message import Address
from maild.store import inbox

if TYPE_CHECKING:
    from maild.daemon.ledger import Ledger


def compose(book: Ledger, write: Write, case: Case | None, token: str) -> Letter:
    """The letter as it will leave; LetterFault when it cannot be written."""
    room = book.room
    sender = room.office.submission.sender
    private = reply_to(room, token)
    earlier = _thread(write, case)
    frame = Frame(
        sender=Address(room.office.identity.name, sender),
        reply_to=private,
        message_id=_message_id(book, token, sender),
        in_reply_to=write.answers or (earlier[-1] if earlier else None),
        references=(*earlier, write.answers) if write.answers else earlier,
        date=book.now.astimezone(room.office.identity.zone),
        auto_submitted=write.automatic,
    )
    values = dict(write.values)
    if "buttons" in values:
        subject = f"Re: [{case.number}]" if case else f"Re: {KINDS[write.kind].title}"
        values["buttons"] = [
            {"label": b["label"], "href": button(private, subject, b["body"])} for b in values["buttons"]
        ]
    draft = Draft(write.kind, Address(write.to.name, write.to.address), values)
    letter = room.stationery.compose(draft, frame)
    redirect = room.config.rehearsal.redirect_to if room.config.rehearsal.enabled else None
    letter = redirected(letter, redirect) if redirect else letter
    return replace(letter, raw=enclose(letter.raw, _enclosed(book, write, case), letter.message_id))


def _enclosed(book: Ledger, write: Write, case: Case | None) -> tuple[bytes, ...]:
    """Whole mails go to staff only: never a redacted copy of the original to anybody else (P2). Another
    office of the Ombudsman, to which the case was transferred, gets the reporter's own, unless it is
    secret."""
    if write.to.role == "office" and case is not None and not secret(case):
        return tuple(inbox.load_one(book.tx, paper).raw for paper in write.papers)
    if write.enclose is None or write.to.role != "staff":
        return ()
    if book.mail is not None and book.mail.id == write.enclose:
        return (book.mail.raw,)
    return (inbox.load_one(book.tx, write.enclose).raw,)


def _message_id(book: Ledger, token: str, sender: str) -> str:
    seed = f"{book.key.hex()}|{book.event}|{book.letters}"
    return message_id(seed, token, sender.rpartition("@")[2])


def reply_to(room: Room, token: str) -> str:
    """The private address of one party (RFC 5233); without one the token is in the Message-ID."""
    separator = room.office.submission.subaddress
    local, _, domain = room.office.submission.sender.rpartition("@")
    return f"{local}{separator}{token}@{domain}" if separator else f"{local}@{domain}"


def _thread(write: Write, case: Case | None) -> tuple[str, ...]:
    """Our earlier letters to the same person in the case; never a Message-ID of another party (T33)."""
    if case is None:
        return ()
    ids = [d.message_id for d in case.dispatches if d.to == write.to.address and d.state != "failed"]
    return (*ids[:1], *ids[1:][-4:])
