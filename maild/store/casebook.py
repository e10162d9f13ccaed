"""Cases as they stand: loaded whole, changed by effects, found by the keys of a mail."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from maild.cases.case import Case, Deadline, Dispatch, Party
from maild.store.schema import case, case_agency, counter, deadline, outbox, party, timeline, timer


TOKEN_LETTERS = "bcdfghjklmnpqrstvwxz"
TOKEN_LENGTH = 24


class Conflict(Exception):
    """Somebody else changed the case since it was read: decide again (version check)."""


def token(key: bytes, case_id: int | None, role: str, agency_id: str | None, address: str) -> str:
    """The private token of one party: 103 bits of HMAC-SHA-256, bound to case, role and address (T1-T3).

    Consonants only: no token can spell a name, for which the egress scan would hold the letter.
    """
    text = f"{case_id}|{role}|{agency_id}|{address}".encode()
    number = int.from_bytes(hmac.new(key, text, hashlib.sha256).digest())
    letters = []
    for _ in range(TOKEN_LENGTH):
        number, rest = divmod(number, len(TOKEN_LETTERS))
        letters.append(TOKEN_LETTERS[rest])
    return "".join(letters)


def next_number(tx: Connection, office: str, series: str, year: int) -> int:
    where = (counter.c.office == office, counter.c.series == series, counter.c.year == year)
    found = tx.scalar(select(counter.c.next).where(*where).with_for_update())
    return 1 if found is None else found


def set_number(tx: Connection, office: str, series: str, year: int, number: int) -> None:
    where = (counter.c.office == office, counter.c.series == series, counter.c.year == year)
    if tx.execute(update(counter).where(*where).values(next=number)).rowcount == 0:
        tx.execute(insert(counter).values(office=office, series=series, year=year, next=number))


def load(connection: Connection, case_id: int) -> Case:
    """One case with its parties, deadlines and letters."""
    row = connection.execute(select(case).where(case.c.id == case_id)).one()
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
        dispatches=dispatches(connection, outbox.c.case_id == row.id),
        version=row.version,
    )


def _parties(connection: Connection, case_id: int) -> tuple[Party, ...]:
    rows = connection.execute(select(party).where(party.c.case_id == case_id).order_by(party.c.id))
    return tuple(Party(r.role, r.name, r.address, r.agency_id) for r in rows)


def _deadlines(connection: Connection, case_id: int) -> tuple[Deadline, ...]:
    rows = connection.execute(select(deadline).where(deadline.c.case_id == case_id).order_by(deadline.c.id))
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


def dispatches(connection: Connection, *where: Any) -> tuple[Dispatch, ...]:
    names = ("id", "kind", "number", "agency_id", "role", "state", "queued_at", "sent_at", "message_id")
    columns = (*(outbox.c[name] for name in names), outbox.c.recipient.label("to"))
    rows = connection.execute(select(*columns).where(*where).order_by(outbox.c.id))
    return tuple(Dispatch(**row._mapping) for row in rows)


def open_case(tx: Connection, office: str, new: Case) -> int:
    """Stores a new case; its id is what parties, letters and tokens hang on."""
    values = _values(new) | {"office": office, "number": new.number, "opened_at": new.opened_at, "version": 0}
    case_id = tx.execute(insert(case).values(**values)).inserted_primary_key
    assert case_id is not None
    _link(tx, case_id[0], new.agency_ids)
    return int(case_id[0])


def save(tx: Connection, changed: Case) -> None:
    """Writes a case back; Conflict when its version is no longer the one that was read."""
    where = (case.c.id == changed.id, case.c.version == changed.version)
    values = _values(changed) | {"version": changed.version + 1}
    if tx.execute(update(case).where(*where).values(**values)).rowcount != 1:
        raise Conflict(changed.number)
    _link(tx, changed.id, changed.agency_ids)


def _values(changed: Case) -> dict[str, Any]:
    names = ("state", "closed_at", "closed_reason", "subject", "matter", "summary", "text", "owner", "urgent")
    more = ("confidential", "disclosed", "reporter_name")
    lists = ("agency_ids", "missing", "heard", "hidden")
    values = {name: getattr(changed, name) for name in (*names, *more)}
    return values | {
        name: [list(v) if isinstance(v, tuple) else v for v in getattr(changed, name)] for name in lists
    }


def _link(tx: Connection, case_id: int, agency_ids: Sequence[str]) -> None:
    known = set(tx.scalars(select(case_agency.c.agency_id).where(case_agency.c.case_id == case_id)))
    for agency_id in agency_ids:
        if agency_id not in known:
            tx.execute(insert(case_agency).values(case_id=case_id, agency_id=agency_id))


def party_id(tx: Connection, key: bytes, case_id: int | None, who: Party) -> tuple[int, str]:
    """The stored party (made if new) and its token."""
    secret = token(key, case_id, who.role, who.agency_id, who.address)
    found = tx.scalar(select(party.c.id).where(party.c.token == secret))
    if found is not None:
        return found, secret
    row = tx.execute(
        insert(party).values(
            case_id=case_id,
            role=who.role,
            agency_id=who.agency_id,
            name=who.name,
            address=who.address,
            token=secret,
        )
    ).inserted_primary_key
    assert row is not None
    return int(row[0]), secret


def note(
    tx: Connection, case_id: int, at: datetime, event: str, by: str, detail: str, inbox_id: int | None
) -> None:
    tx.execute(
        insert(timeline).values(case_id=case_id, at=at, event=event, by=by, detail=detail, inbox_id=inbox_id)
    )


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
    row = tx.execute(
        insert(deadline).values(case_id=case_id, **{name: getattr(new, name) for name in names})
    ).inserted_primary_key
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
        tx.execute(insert(timer), timers)
    return int(row[0])


def turn(tx: Connection, deadline_id: int, state: str, met_at: datetime | None) -> None:
    tx.execute(update(deadline).where(deadline.c.id == deadline_id).values(state=state, met_at=met_at))


def due_rungs(connection: Connection, office: str, now: datetime) -> list[Row[Any]]:
    """Waiting rungs of running deadlines of open cases: (id, case_id, deadline_id, rung, due_at), oldest first."""
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


def by_message_ids(connection: Connection, office: str, ids: Sequence[str]) -> list[tuple[int, int | None]]:
    """(outbox id, case id) of our letters that these Message-IDs name, in the order given."""
    if not ids:
        return []
    rows = connection.execute(
        select(outbox.c.message_id, outbox.c.id, outbox.c.case_id).where(
            outbox.c.office == office, outbox.c.message_id.in_(list(ids))
        )
    )
    found = {message_id: (outbox_id, case_id) for message_id, outbox_id, case_id in rows}
    return [found[i] for i in ids if i in found]


def by_tokens(connection: Connection, office: str, tokens: Sequence[str]) -> list[int]:
    """Cases whose party tokens these are."""
    if not tokens:
        return []
    query = (
        select(party.c.case_id)
        .join(case, case.c.id == party.c.case_id)
        .where(party.c.token.in_(list(tokens)), case.c.office == office)
    )
    return [c for c in connection.scalars(query) if c is not None]


def by_numbers(
    connection: Connection, office: str, numbers: Sequence[str], letters: Sequence[str]
) -> list[int]:
    """Cases by their own number, then by the number of a letter (folded)."""
    found: list[int] = []
    if numbers:
        query = select(case.c.id).where(case.c.office == office, case.c.number.in_(list(numbers)))
        found += connection.scalars(query)
    if letters:
        by_letter = select(outbox.c.case_id).where(
            outbox.c.office == office, outbox.c.number_key.in_(list(letters))
        )
        found += [c for c in connection.scalars(by_letter) if c is not None]
    return list(dict.fromkeys(found))


def open_cases_of(connection: Connection, office: str, address: str) -> list[int]:
    """Open cases in which this address is the reporter or the agency."""
    query = (
        select(case.c.id)
        .join(party, party.c.case_id == case.c.id)
        .where(case.c.office == office, party.c.address == address, case.c.state != "TUTUP")
        .where(party.c.role != "staff")
        .distinct()
    )
    return list(connection.scalars(query.order_by(case.c.id.desc()).limit(20)))


def open_cases_at(
    connection: Connection, office: str, agency_ids: Sequence[str], limit: int = 50
) -> list[Row[Any]]:
    """Newest open cases with these agencies: (id, number, agency_ids, text)."""
    if not agency_ids:
        return []
    query = (
        select(case.c.id, case.c.number, case.c.agency_ids, case.c.text)
        .join(case_agency, case_agency.c.case_id == case.c.id)
        .where(
            case.c.office == office, case_agency.c.agency_id.in_(list(agency_ids)), case.c.state != "TUTUP"
        )
        .order_by(case.c.id.desc())
        .limit(limit)
    )
    return list(connection.execute(query))
