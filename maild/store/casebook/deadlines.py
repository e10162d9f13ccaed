"""Deadlines with their rungs: begun, stopped, run again, and ticked off as they fall due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from maild.cases.case import Deadline
from maild.store.schema import case, deadline, timer

_BEGIN = insert(deadline)
_RUNGS = insert(timer)


def begin(
    tx: Connection, office: str, case_id: int, new: Deadline, rungs: Iterable[tuple[str, datetime]]
) -> int:
    """A deadline with all its rungs."""
    names = (
        "rule",
        "agency_id",
        "basis",
        "started_at",
        "due_day",
        "due_at",
        "explanation",
        "ladder",
        "state",
    )
    values = {"case_id": case_id, **{name: getattr(new, name) for name in names}}
    row = tx.execute(_BEGIN, values).inserted_primary_key
    assert row is not None
    timers = [
        {
            "office": office,
            "case_id": case_id,
            "deadline_id": row[0],
            "rung": name,
            "due_at": at,
            "state": "waiting",
        }
        for name, at in rungs
    ]
    if timers:
        tx.execute(_RUNGS, timers)
    return int(row[0])


_TURN = update(deadline).where(deadline.c.id == bindparam("which"))
_TURN_RUNGS = update(timer).where(
    timer.c.deadline_id == bindparam("which"), timer.c.state == bindparam("so_far")
)


def turn(tx: Connection, deadline_id: int, state: str, met_at: datetime | None) -> None:
    """Stops a deadline, or lets it run again; its rungs rest and wait with it."""
    tx.execute(_TURN, {"which": deadline_id, "state": state, "met_at": met_at})
    old, new = ("resting", "waiting") if state == "running" else ("waiting", "resting")
    tx.execute(_TURN_RUNGS, {"which": deadline_id, "so_far": old, "state": new})


def due_rungs(connection: Connection, office: str, now: datetime) -> list[Row[Any]]:
    """Waiting rungs of running deadlines: (id, case_id, deadline_id, rung, due_at), oldest first."""
    query = (
        select(timer.c.id, timer.c.case_id, timer.c.deadline_id, timer.c.rung, timer.c.due_at)
        .join(deadline, deadline.c.id == timer.c.deadline_id)
        .join(case, case.c.id == timer.c.case_id)
        .where(timer.c.office == office, timer.c.state == "waiting", timer.c.due_at <= now)
        .where(deadline.c.state == "running", case.c.state != "TUTUP")
        .order_by(timer.c.due_at, timer.c.id)
    )
    return list(connection.execute(query))


def tick_off(tx: Connection, timer_ids: Sequence[int], state: str, now: datetime) -> int:
    """Marks rungs as done or skipped; returns how many were still waiting (a double tick finds none)."""
    query = update(timer).where(timer.c.id.in_(timer_ids), timer.c.state == "waiting")
    return tx.execute(query.values(state=state, done_at=now)).rowcount
