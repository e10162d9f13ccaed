"""Due rungs of deadlines: reminders to agencies, letters to superiors, calls to staff."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from maild.calendar import next_send_moment
from maild.cases.case import Case, Suggestion
from maild.cases.effects import Ask
from maild.cases.elapsed import DueRung, addressee, time_passes
from maild.daemon.ledger import Ledger
from maild.daemon.room import Room
from maild.store import Store, StoreRefused, StoreUnavailable, casebook

log = logging.getLogger(__name__)

PROMPT = ("phone",)  # rungs that do not wait for office hours: everything urgent leaves at once


def climb(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """Acts on every due rung; returns how many. Of several missed rungs of one deadline only the latest."""
    with store.reading() as connection:
        rows = casebook.due_rungs(connection, room.key, now)
        dues, skipped = _latest(connection, rows, room, now)
    today = room.world.date_of(now)
    groups: dict[str, list[tuple[int, DueRung]]] = defaultdict(list)
    for timer_id, due in dues:
        groups[addressee(due, room.world, today)].append((timer_id, due))
    for group in groups.values():
        try:
            _climb_together(store, room, key, group, now)
        except (casebook.Conflict, StoreUnavailable, StoreRefused):
            raise
        except Exception as error:
            # One addressee's fault keeps nobody else from being reminded; its rungs wait and are tried again.
            log.error("tick: %d rungs cannot be acted on: %s", len(group), type(error).__name__)
            _tell_fault(store, room, key, group, type(error).__name__, now)
    if skipped:
        with store.transaction() as tx:
            casebook.tick_off(tx, skipped, "skipped", now)
    return len(dues)


def _tell_fault(
    store: Store, room: Room, key: bytes, group: Sequence[tuple[int, DueRung]], fault: str, now: datetime
) -> None:
    """Once, until somebody has answered: the admin learns which cases are not reminded."""
    cases = ", ".join(dict.fromkeys(due.case.number for _, due in group[:10]))
    why = f"pengingat tidak dapat dibuat ({fault}): {cases}"
    with store.transaction() as tx:
        ask = Ask("fault", why, "admin", (Suggestion("ok", "sudah ditangani"),))
        Ledger(tx, room, key, now, f"{room.key}/fault/{group[0][0]}").ask(ask, None)


def _latest(
    connection: Connection, rows: Sequence[Row[Any]], room: Room, now: datetime
) -> tuple[list[tuple[int, DueRung]], list[int]]:
    """The last due rung of each deadline (telephone prompts apart), if it may be sent at this hour."""
    office_hours = next_send_moment(room.world.calendar, now) <= now
    cases: dict[int, Case] = {}
    latest: dict[int, tuple[int, DueRung]] = {}
    skipped: list[int] = []
    due_list: list[tuple[int, DueRung]] = []
    for row in rows:
        if row.case_id not in cases:
            cases[row.case_id] = casebook.load(connection, row.case_id)
        case = cases[row.case_id]
        deadline = next(d for d in case.deadlines if d.id == row.deadline_id)
        due = DueRung(case, deadline, row.rung)
        if due.step.action in PROMPT:
            due_list.append((row.id, due))
        elif office_hours:
            if row.deadline_id in latest:
                skipped.append(latest[row.deadline_id][0])
            latest[row.deadline_id] = (row.id, due)
    return due_list + list(latest.values()), skipped


def _climb_together(
    store: Store, room: Room, key: bytes, group: Sequence[tuple[int, DueRung]], now: datetime
) -> None:
    """All rungs that speak to one person, in one transaction: the letters and the ticks that made them."""
    with store.transaction() as tx:
        ids = [timer_id for timer_id, _ in group]
        if casebook.tick_off(tx, ids, "done", now) != len(ids):
            tx.rollback()
            return  # another tick was faster; the next one sees what is left
        result = time_passes([due for _, due in group], now, room.world)
        by_id = {due.case.id: due.case for _, due in group}
        for case_id, effects in result.by_case.items():
            book = Ledger(tx, room, key, now, f"{room.key}/tick/{ids[0]}/{case_id}")
            for effect in effects:
                book.apply(effect, by_id[case_id])
        digest_book = Ledger(tx, room, key, now, f"{room.key}/digest/{ids[0]}")
        for letter in result.digests:
            digest_book.write(letter, None)
    log.info("tick: %d rungs in %d cases", len(group), len(by_id))
