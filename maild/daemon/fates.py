"""What became of a letter: evidence for one of unknown fate, and what follows when it did not arrive."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from maild.cases.case import Case
from maild.cases.undelivered import Fate, Undelivered, undelivered
from maild.daemon import inquiries
from maild.daemon.ledger import Ledger
from maild.daemon.room import Room
from maild.store import Store, casebook, outbox, questions
from maild.store.schema import outbox as outbox_table


def settle_uncertain(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """Letters of unknown fate: evidence makes them sent. Where copies do come back and none came, the same
    bytes go once more; otherwise, and always in confidential cases, a person decides (R14)."""
    with store.reading() as connection:
        rows = outbox.uncertain(connection, room.key, now - outbox.EVIDENCE_AFTER)
        trusted = room.office.submission.journal and outbox.journal_works(connection, room.key)
    done = 0
    for row in rows:
        with store.transaction() as tx:
            done += _settle_one(tx, room, key, row.id, row.case_id, trusted, now)
    return done


def _settle_one(
    tx: Connection, room: Room, key: bytes, outbox_id: int, case_id: int | None, trusted: bool, now: datetime
) -> int:
    case = casebook.load(tx, case_id) if case_id is not None else None
    attempts = tx.scalar(select(outbox_table.c.attempts).where(outbox_table.c.id == outbox_id)) or 0
    if trusted and attempts < 2 and not (case is not None and case.confidential):
        return int(outbox.stop(tx, outbox_id, "ready", "no journal copy: sent again", now))
    return report_fate(tx, room, key, outbox_id, case, "uncertain", "", now)


def report_fate(
    tx: Connection,
    room: Room,
    key: bytes,
    outbox_id: int,
    case: Case | None,
    fate: Fate,
    status: str,
    now: datetime,
) -> int:
    """Puts the fate of a letter through the same door as any event; once for each letter and fate."""
    if inquiries.undelivered(tx, outbox_id, fate, now):
        return 1
    dispatch = casebook.dispatches(tx, outbox_table.c.id == outbox_id)[0]
    if questions.open_about(tx, room.key, outbox_id, ("uncertain", "undelivered")):
        return 0
    decision = undelivered(Undelivered(dispatch, fate, status, now), case, room.world)
    Ledger(tx, room, key, now, f"{room.key}/fate/{outbox_id}/{fate}").carry_out(decision)
    return 1
