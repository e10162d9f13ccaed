"""Cases loaded whole, opened and saved, with the letters and the timeline of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Row, bindparam, insert, select, update

from maild.cases.case import Case, Deadline, Dispatch, Party
from maild.store.casebook.parties import FORMER
from maild.store.schema import case, case_agency, deadline, outbox, party, timeline


class Conflict(Exception):
    """Somebody else changed the case since it was read: decide again (version check)."""


_ID = bindparam("case_id", type_=Integer)
_CASE = select(case).where(case.c.id == _ID)
_PARTIES = select(party).where(party.c.case_id == _ID, party.c.role != FORMER).order_by(party.c.id)
_DEADLINES = select(deadline).where(deadline.c.case_id == _ID).order_by(deadline.c.id)


def load(connection: Connection, case_id: int) -> Case:
    """One case with its parties, deadlines and letters."""
    row = connection.execute(_CASE, {"case_id": case_id}).one()
    return _case(connection, row)


def _case(connection: Connection, row: Row[Any]) -> Case:
    return Case(
        id=row.id,
        number=row.number,
        state=row.state,
        opened_at=row.opened_at,
        subject=row.subject,
        matter=row.matter,
        summary=row.summary,
        owner=row.owner,
        text=row.text,
        urgent=row.urgent,
        confidential=row.confidential,
        disclosed=row.disclosed,
        agency_ids=tuple(row.agency_ids),
        missing=tuple(row.missing),
        closed_at=row.closed_at,
        closed_reason=row.closed_reason,
        heard=tuple(row.heard),
        reporter_name=row.reporter_name,
        hidden=tuple((kind, text) for kind, text in row.hidden),
        parties=_parties(connection, row.id),
        deadlines=_deadlines(connection, row.id),
        dispatches=_dispatched(connection.execute(_LETTERS, {"case_id": row.id})),
        version=row.version,
    )


def _parties(connection: Connection, case_id: int) -> tuple[Party, ...]:
    rows = connection.execute(_PARTIES, {"case_id": case_id})
    return tuple(Party(r.role, r.name, r.address, r.agency_id) for r in rows)


def _deadlines(connection: Connection, case_id: int) -> tuple[Deadline, ...]:
    rows = connection.execute(_DEADLINES, {"case_id": case_id})
    return tuple(
        Deadline(
            r.rule,
            r.agency_id,
            r.basis,
            r.started_at,
            r.due_day,
            r.due_at,
            r.explanation,
            r.ladder,
            r.state,
            r.met_at,
            r.id,
        )
        for r in rows
    )


_DISPATCHES = select(
    outbox.c.id,
    outbox.c.kind,
    outbox.c.number,
    outbox.c.agency_id,
    outbox.c.recipient.label("to"),
    outbox.c.last_reply.label("why"),
    outbox.c.role,
    outbox.c.state,
    outbox.c.queued_at,
    outbox.c.sent_at,
    outbox.c.message_id,
).order_by(outbox.c.id)
_LETTERS = _DISPATCHES.where(outbox.c.case_id == _ID)


def dispatches(connection: Connection, *where: Any) -> tuple[Dispatch, ...]:
    return _dispatched(connection.execute(_DISPATCHES.where(*where)))


def _dispatched(rows: Iterable[Row[Any]]) -> tuple[Dispatch, ...]:
    return tuple(Dispatch(**row._mapping) for row in rows)


_OPEN = insert(case)
_SAVE = update(case).where(case.c.id == bindparam("which"), case.c.version == bindparam("read_version"))
_LINKED = select(case_agency.c.agency_id, case_agency.c.open).where(case_agency.c.case_id == _ID)
_RELINK = update(case_agency).where(case_agency.c.case_id == bindparam("which"))
_LINK = insert(case_agency)
_PARTIES_TOO = update(party).where(party.c.case_id == bindparam("which"))


def open_case(tx: Connection, office: str, new: Case) -> int:
    """Stores a new case; its id is what parties, letters and tokens hang on."""
    values = _values(new) | {"office": office, "number": new.number, "opened_at": new.opened_at, "version": 0}
    case_id = tx.execute(_OPEN, values).inserted_primary_key
    assert case_id is not None
    _link(tx, case_id[0], new)
    return int(case_id[0])


def save(tx: Connection, changed: Case) -> None:
    """Writes a case back; Conflict when its version is no longer the one that was read."""
    which = {"which": changed.id, "read_version": changed.version}
    if tx.execute(_SAVE, _values(changed) | {"version": changed.version + 1} | which).rowcount != 1:
        raise Conflict(changed.number)
    _link(tx, changed.id, changed)


def _values(changed: Case) -> dict[str, Any]:
    names = ("state", "closed_at", "closed_reason", "subject", "matter", "summary", "text", "owner", "urgent")
    more = ("confidential", "disclosed", "reporter_name")
    lists = ("agency_ids", "missing", "heard", "hidden")
    values = {name: getattr(changed, name) for name in (*names, *more)}
    return values | {
        name: [list(v) if isinstance(v, tuple) else v for v in getattr(changed, name)] for name in lists
    }


def _link(tx: Connection, case_id: int, stored: Case) -> None:
    """Agencies once linked stay so, as they were written to; all of them know whether the case is open, and
    so do its parties. (Of a case without an agency they may take it for open: that is looked up.)"""
    known = {row.agency_id: row.open for row in tx.execute(_LINKED, {"case_id": case_id})}
    if any(each != stored.open for each in known.values()):
        for linked in (_RELINK, _PARTIES_TOO):
            tx.execute(linked, {"which": case_id, "open": stored.open})
    new = [
        {"case_id": case_id, "agency_id": each, "open": stored.open}
        for each in stored.agency_ids
        if each not in known
    ]
    if new:
        tx.execute(_LINK, new)


_NOTE = insert(timeline)


def note(
    tx: Connection, case_id: int, at: datetime, event: str, by: str, detail: str, inbox_id: int | None
) -> None:
    values = {"case_id": case_id, "at": at, "event": event, "by": by, "detail": detail, "inbox_id": inbox_id}
    tx.execute(_NOTE, values)
