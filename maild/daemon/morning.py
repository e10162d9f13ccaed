"""The officers' morning list (N02): what is late, what is due soon, what waits for their answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from maild.calendar import next_send_moment
from maild.cases import wording
from maild.cases.effects import Write
from maild.cases.world import Officer
from maild.daemon.ledger import Ledger
from maild.daemon.room import Room
from maild.store import Store, questions
from maild.store.schema import case, daily, deadline


def morning(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """N02: each officer's own cases, once a working day within office hours, if there is anything to say."""
    if next_send_moment(room.world.calendar, now) > now:
        return 0
    today = room.world.date_of(now)
    written = 0
    with store.transaction() as tx:
        told = set(tx.scalars(_told(room, today)))
        fresh = [o for o in room.world.staff if o.address not in told]
        if not fresh:
            return 0
        rows, asked = _running(tx, room), questions.open_ones(tx, room.key)
        for officer in fresh:
            tx.execute(insert(daily).values(office=room.key, name="N02", address=officer.address, day=today))
            letter = _morning_list(room, officer, rows, asked, today)
            if letter is not None:
                Ledger(tx, room, key, now, f"{room.key}/morning/{officer.address}/{today}").write(
                    letter, None
                )
                written += 1
    return written


def _told(room: Room, today: date) -> Any:
    return select(daily.c.address).where(
        daily.c.office == room.key, daily.c.name == "N02", daily.c.day == today
    )


def _running(tx: Connection, room: Room) -> list[Row[Any]]:
    query = (
        select(
            case.c.number,
            case.c.owner,
            case.c.state,
            deadline.c.due_day,
            deadline.c.agency_id,
        )
        .join(deadline, deadline.c.case_id == case.c.id)
        .where(
            case.c.office == room.key,
            deadline.c.state == "running",
            case.c.state != "TUTUP",
        )
        .order_by(deadline.c.due_day)
    )
    return list(tx.execute(query))


def _morning_list(
    room: Room,
    officer: Officer,
    rows: Sequence[Row[Any]],
    asked: Sequence[Row[Any]],
    today: date,
) -> Write | None:
    own = [r for r in rows if r.owner == officer.address]
    overdue = [_row(room, r, today) for r in own if r.due_day < today]
    soon = [_row(room, r, today) for r in own if today <= r.due_day <= today + timedelta(days=3)]
    open_items = [r for r in asked if officer in answerers(room, r)]
    held = [_waiting(room, r) for r in open_items]
    if not (overdue or soon or held):
        return None
    values = {
        "officer_name": officer.name,
        "day_words": wording.day(room.world, today),
        "overdue": overdue,
        "due_soon": soon,
        "held": held,
        "answered": [],
    }
    return Write("N02", officer.party, values)


def _waiting(room: Room, row: Row[Any]) -> dict[str, str]:
    """An open question as a row of the morning list: its number stands where a case number would."""
    return {
        "case": f"butir {row.id}",
        "letter_number": "-",
        "agency_name": row.sender or "-",
        "due_words": wording.day(room.world, row.since),
        "status_words": "menunggu keputusan",
        "what": row.why,
    }


def _row(room: Room, row: Row[Any], today: date) -> dict[str, str]:
    agency = room.world.directory.agencies.get(row.agency_id or "")
    left = (row.due_day - today).days
    return {
        "case": row.number,
        "agency_name": agency.name if agency else "Pelapor",
        "due_words": wording.day(room.world, row.due_day),
        "status_words": f"{left} hari lagi" if left >= 0 else f"lewat {-left} hari",
        "letter_number": "-",
        "what": wording.STATE_WORDS[row.state],
    }


def answerers(room: Room, row: Row[Any]) -> tuple[Officer, ...]:
    """A question of a case goes to its officer, for the heads beside them; others to whoever has the role."""
    world = room.world
    if row.audience in ("examiner", "head") and row.case_id is not None:
        officer = world.officer(row.owner or "")
        heads = world.officers("head") if row.audience == "head" else ()
        if officer is not None:
            return tuple(dict.fromkeys((officer, *heads)))
    return world.officers(row.audience)
