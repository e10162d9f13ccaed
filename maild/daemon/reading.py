"""Opened mails: understood, decided, written down. Every mail ends with a disposition."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Suggestion
from maild.cases.effects import Ask
from maild.confined import ReaderUnavailable
from maild.daemon import keys, ledger
from maild.daemon.desk import Desk, correspondent
from maild.daemon.inquiries import offer_appointments
from maild.daemon.opening import Opened, poisoned
from maild.daemon.room import Room
from maild.daemon.ways import decide
from maild.intent import Meaning, understand
from maild.message import Message
from maild.message.authentication import verdict
from maild.store import Store, StoreRefused, StoreUnavailable, casebook, inbox, outbox

log = logging.getLogger(__name__)

DECISIONS = 4  # of one mail, when another process changes its case meanwhile


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the mail; `case` and `meaning` are kept with it when there are any."""

    disposition: str
    reason: str
    case: Case | None = None
    meaning: Meaning | None = None


def read_mails(
    store: Store, room: Room, key: bytes, opened: Sequence[Opened], first_run: datetime, now: datetime
) -> list[str]:
    """Deals with some opened mails, whatever they are; their dispositions in the same order.

    All of it is one transaction, of which each mail is a part by itself: a fault of a pure room undoes and
    poisons this mail alone, which is set aside and an admin told once (R17). A fault of the database undoes
    them all and goes up, as does a reader that cannot be started: try again later.
    """
    with store.transaction() as tx:
        return [_dealt_with(store, tx, room, key, one.mail, one.found, first_run, now) for one in opened]


def _dealt_with(
    store: Store,
    tx: Connection,
    room: Room,
    key: bytes,
    mail: inbox.Waiting,
    found: Message | str,
    first_run: datetime,
    now: datetime,
) -> str:
    for _ in range(DECISIONS):
        if isinstance(found, str):
            break
        try:
            with store.part(tx):
                return _write_down(tx, room, key, mail, found, first_run, now)
        except casebook.Conflict:
            log.info("inbox %d: the case changed meanwhile, deciding again", mail.id)
        except (StoreUnavailable, StoreRefused, ReaderUnavailable):
            raise
        except Exception as error:
            found = poisoned(mail, error)
    else:
        raise casebook.Conflict(
            f"inbox {mail.id}: decided {DECISIONS} times, and the case had changed each time"
        )
    with store.part(tx):
        return _set_aside(tx, room, key, mail, found, now)


def _write_down(
    tx: Connection,
    room: Room,
    key: bytes,
    mail: inbox.Waiting,
    message: Message,
    first_run: datetime,
    now: datetime,
) -> str:
    desk = Desk(tx, room, key, mail, message, now)
    result = _deal(desk, room.since(first_run))
    sender = message.sender or (message.senders[0] if message.senders else None)
    meaning = result.meaning
    inbox.settle(
        tx,
        mail.id,
        result.disposition,
        result.reason,
        now,
        message_id=message.message_id,
        sender=sender.address if sender else None,
        sender_name=sender.name if sender else None,
        subject=message.subject,
        kind=meaning.kind if meaning else None,
        intent=meaning.intent if meaning else None,
        case_id=result.case.id if result.case else None,
    )
    log.info("inbox %d: %s (%s)", mail.id, result.disposition, _plain(result.reason))
    return result.disposition


def _plain(reason: str) -> str:
    """A reason as a log may hold it: its first word is a code of ours."""
    return reason.split(":")[0][:60]


def _deal(desk: Desk, since: datetime) -> Result:
    message, room, mail = desk.message, desk.room, desk.mail
    if _is_ours(desk):
        return Result("ignored", _journal(desk))
    copy = inbox.copy_of(desk.tx, room.key, mail.id, message.message_id, mail.sha256, mail.body_sha256)
    if copy is not None:
        return Result("duplicate", f"copy of inbox {copy}")
    if mail.internaldate < since:
        return Result("ignored", "older than mailbox.since: kept, not acted on")
    found = keys.look_up(desk.tx, room, message)
    dmarc = verdict(message, room.office.authentication.authserv_id).dmarc
    who = correspondent(desk, found, dmarc)
    meaning = understand(
        message,
        who,
        case_pattern=room.case_pattern,
        letter_pattern=room.letter_pattern,
        today=desk.today,
        known=room.index.known,
    )
    arrival = Arrival(mail.id, message, meaning, mail.received_at, dmarc)
    decision = decide(desk, arrival, found, who)
    case = desk.ledger().carry_out(decision)
    offer_appointments(desk, decision)
    return Result(decision.disposition, decision.reason, case, meaning)


def _is_ours(desk: Desk) -> bool:
    """One of our letters, whoever it now seems to come from, still marked as automatic: a journal copy or a
    loop (T13). What a person writes from the office's own address is none."""
    sender = desk.message.sender
    if not desk.message.auto_reply:
        return False  # somebody's mail under an id of ours: what senders choose suppresses nothing (T8)
    ids = [desk.message.message_id] if desk.message.message_id else []
    own = sender is not None and sender.address in desk.room.own_addresses
    return own or bool(casebook.by_message_ids(desk.tx, desk.room.key, ids))


def _journal(desk: Desk) -> str:
    message_id = desk.message.message_id or ""
    done = outbox.journal(desk.tx, desk.room.key, message_id, desk.mail.body_sha256, desk.now)
    return "our own letter: evidence of delivery" if done else "our own mail: loop"


def _set_aside(tx: Connection, room: Room, key: bytes, mail: inbox.Waiting, why: str, now: datetime) -> str:
    """Quarantine: the bytes stay in the store and in the quarantine folder; an admin is told once."""
    inbox.settle(tx, mail.id, "quarantined", why, now, target="quarantine")
    incoming = ledger.Incoming(mail.id, mail.raw)
    written = ledger.Ledger(tx, room, key, now, f"{room.key}/mail/{mail.id}", incoming)
    suggestions = (Suggestion("ignore", "sudah ditangani"),)
    written.ask(Ask("quarantine", why, "admin", suggestions, inbox_id=mail.id), None)
    log.warning("inbox %d: quarantined", mail.id)
    return "quarantined"
