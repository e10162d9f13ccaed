"""Cases with everything that hangs on them (berkas perkara)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, exists, select
from sqlalchemy.sql import ColumnElement

from maild.config import Config
from maild.intent.numbers import case_pattern, find, fold
from maild.store.schema import case, case_agency, deadline, inbox, outbox, party, timeline
from maild.store.views.desk import Desk, Document, desks_of, mailbox, present

BATCH = 200  # cases whose letters and mails are read together


def cases(
    connection: Connection,
    config: Config,
    *,
    only_open: bool = False,
    overdue: bool = False,
    agency_id: str | None = None,
) -> Iterator[Document]:
    """The documents of all cases of the configured offices, oldest first."""
    now = present(connection, config)
    where: list[ColumnElement[bool]] = [case.c.office.in_(desks_of(config))]
    if only_open:
        where.append(case.c.state != "TUTUP")
    if overdue:
        late = (deadline.c.state == "running", deadline.c.due_at < now)
        where += [case.c.state != "TUTUP", exists().where(deadline.c.case_id == case.c.id, *late)]
    if agency_id is not None:
        where.append(exists().where(case_agency.c.case_id == case.c.id, case_agency.c.agency_id == agency_id))
    yield from _documents(connection, config, where, now)


def show(connection: Connection, config: Config, number: str) -> Document | None:
    """One case by its number, also typed as `12 - lm - viii - 2026 - dps`; None: there is no such case."""
    now = present(connection, config)
    numbers = {number.strip(), number.strip().upper()}
    for office in config.offices:
        numbers |= set(find(case_pattern(office.cases.number), number))
    where = [case.c.office.in_(desks_of(config)), case.c.number.in_(numbers)]
    found = list(_documents(connection, config, where, now))
    return (
        found[0] if len(found) == 1 else next((d for d in found if fold(d["number"]) == fold(number)), None)
    )


def _documents(
    connection: Connection, config: Config, where: Sequence[ColumnElement[bool]], now: datetime
) -> Iterator[Document]:
    """By id, some at a time: a full store does not have to fit into memory."""
    desks, last = desks_of(config), 0
    while True:
        query = select(case).where(*where, case.c.id > last).order_by(case.c.id).limit(BATCH)
        rows = list(connection.execute(query))
        if not rows:
            return
        parts = _Parts(connection, [row.id for row in rows])
        for row in rows:
            yield _case(row, parts, desks[row.office], now)
        last = rows[-1].id


class _Parts:
    """Everything that hangs on some cases, by case id."""

    def __init__(self, connection: Connection, ids: Sequence[int]) -> None:
        mine = (deadline, party, inbox, timeline, outbox)
        self.deadlines, self.parties, self.mails, self.timeline, self.letters = (
            _by_case(connection.execute(select(table).where(table.c.case_id.in_(ids)).order_by(table.c.id)))
            for table in mine
        )


def _by_case(rows: Iterable[Row[Any]]) -> Mapping[int, list[Row[Any]]]:
    grouped: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        grouped[row.case_id].append(row)
    return grouped


def _case(row: Row[Any], parts: _Parts, desk: Desk, now: datetime) -> Document:
    agency_ids = list(row.agency_ids)
    focal = _focal(parts.parties.get(row.id, ()), agency_ids)
    is_open = row.state != "TUTUP"
    return {
        "number": row.number,
        "state": row.state,
        "opened_at": desk.at(row.opened_at),
        "closed_at": desk.at(row.closed_at),
        "closed_reason": row.closed_reason,
        "urgent": row.urgent,
        "confidential": row.confidential,
        "agency_id": agency_ids[0] if agency_ids else None,
        "agency_ids": agency_ids,
        "focal_point": focal,
        "owner": desk.officer(row.owner),
        "subject": row.subject,
        "deadlines": [_deadline(one, desk, now, is_open) for one in parts.deadlines.get(row.id, ())],
        "letters": [_letter(one, desk) for one in parts.letters.get(row.id, ())],
        "messages": [_message(one, desk) for one in parts.mails.get(row.id, ())],
        "timeline": [
            {"at": desk.at(one.at), "event": one.event, "by": one.by, "detail": one.detail}
            for one in parts.timeline.get(row.id, ())
        ],
        "office": row.office,
        "matter": row.matter,
        "disclosed": row.disclosed,
        "missing": list(row.missing),
    }


def _focal(parties: Iterable[Row[Any]], agency_ids: Sequence[str]) -> Document | None:
    """The focal point that the case's first agency has been written to."""
    own = [p for p in parties if p.role == "agency"]
    first = next((p for p in own if agency_ids and p.agency_id == agency_ids[0]), None)
    return None if first is None else mailbox(first.name, first.address)


def _deadline(row: Row[Any], desk: Desk, now: datetime, is_open: bool) -> Document:
    late = is_open and row.state == "running" and row.due_at < now
    return {
        "rule": row.rule,
        "basis": row.basis,
        "started_at": desk.at(row.started_at),
        "due_at": desk.at(row.due_at),
        "met_at": desk.at(row.met_at),
        "state": "overdue" if late else row.state,
        "explanation": row.explanation,
        "agency_id": row.agency_id,
    }


def _letter(row: Row[Any], desk: Desk) -> Document:
    return {
        "number": row.number,
        "kind": row.kind,
        "to": mailbox(row.recipient_name, row.recipient),
        "queued_at": desk.at(row.queued_at),
        "sent_at": desk.at(row.sent_at),
        "status": row.state,
        "message_id": row.message_id,
        "id": row.id,
        "role": row.role,
        "agency_id": row.agency_id,
        "subject": row.subject,
    }


def _message(row: Row[Any], desk: Desk) -> Document:
    return {
        "message_id": row.message_id,
        "from": mailbox(row.sender_name, row.sender),
        "received_at": desk.at(row.received_at),
        "kind": row.kind,
        "intent": row.intent,
        "subject": row.subject,
    }
