"""Cases as they stand: loaded whole, changed by effects, found by the keys of a mail."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Row, String, bindparam, insert, select, update

from maild.cases.case import Case, Deadline, Dispatch, Party
from maild.store.schema import case, case_agency, counter, deadline, outbox, party, timeline, timer

TOKEN_LETTERS = "bcdfghjklmnpqrstvwxz"  # noqa: S105 - an alphabet
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


# Statements of every mail stand ready made: building one anew costs more than executing it.
_COUNTER = (
    counter.c.office == bindparam("of"),
    counter.c.series == bindparam("called"),
    counter.c.year == bindparam("in_year"),
)
_NEXT = select(counter.c.next).where(*_COUNTER).with_for_update()
_COUNT_ON = update(counter).where(*_COUNTER)


def next_number(tx: Connection, office: str, series: str, year: int) -> int:
    found = tx.scalar(_NEXT, {"of": office, "called": series, "in_year": year})
    return 1 if found is None else int(found)


def set_number(tx: Connection, office: str, series: str, year: int, number: int) -> None:
    which = {"of": office, "called": series, "in_year": year}
    if tx.execute(_COUNT_ON, {**which, "next": number}).rowcount == 0:
        tx.execute(insert(counter).values(office=office, series=series, year=year, next=number))


_ID = bindparam("case_id", type_=Integer)
_CASE = select(case).where(case.c.id == _ID)
_PARTIES = select(party).where(party.c.case_id == _ID, party.c.role != "former").order_by(party.c.id)
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
    """Agencies once linked stay so, as they were written to; all of them know whether the case is open."""
    known = {row.agency_id: row.open for row in tx.execute(_LINKED, {"case_id": case_id})}
    if any(each != stored.open for each in known.values()):
        tx.execute(_RELINK, {"which": case_id, "open": stored.open})
    new = [
        {"case_id": case_id, "agency_id": each, "open": stored.open}
        for each in stored.agency_ids
        if each not in known
    ]
    if new:
        tx.execute(_LINK, new)


_PARTY = select(party.c.id).where(party.c.token == bindparam("secret"))
_NEW_PARTY = insert(party)


def party_id(tx: Connection, key: bytes, case_id: int | None, who: Party) -> tuple[int, str]:
    """The stored party (made if new) and its token."""
    secret = token(key, case_id, who.role, who.agency_id, who.address)
    found = tx.scalar(_PARTY, {"secret": secret})
    if found is not None:
        return int(found), secret
    values = {
        "case_id": case_id,
        "role": who.role,
        "agency_id": who.agency_id,
        "name": who.name,
        "address": who.address,
        "token": secret,
    }
    row = tx.execute(_NEW_PARTY, values).inserted_primary_key
    assert row is not None
    return int(row[0]), secret


FORMER = "former"  # a reporter who was taken for one by mistake: no party, and his letters stay what they are


def join(tx: Connection, key: bytes, case_id: int, who: Party) -> None:
    """A further party of a stored case, or one that comes back."""
    stored, _ = party_id(tx, key, case_id, who)
    tx.execute(update(party).where(party.c.id == stored).values(role=who.role))


def leave(tx: Connection, case_id: int, who: Party) -> None:
    mine = (party.c.case_id == case_id, party.c.role == who.role, party.c.address == who.address)
    tx.execute(update(party).where(*mine).values(role=FORMER))


_NOTE = insert(timeline)


def note(
    tx: Connection, case_id: int, at: datetime, event: str, by: str, detail: str, inbox_id: int | None
) -> None:
    values = {"case_id": case_id, "at": at, "event": event, "by": by, "detail": detail, "inbox_id": inbox_id}
    tx.execute(_NOTE, values)


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


_OFFICE = bindparam("office", type_=String)
_SOME = bindparam("some", type_=String, expanding=True)
_BY_MESSAGE_ID = select(outbox.c.message_id, outbox.c.id, outbox.c.case_id).where(
    outbox.c.office == _OFFICE, outbox.c.message_id.in_(_SOME)
)
_BY_TOKEN = (
    select(party.c.case_id)
    .join(case, case.c.id == party.c.case_id)
    .where(party.c.token.in_(_SOME), case.c.office == _OFFICE)
)
_BY_NUMBER = select(case.c.id).where(case.c.office == _OFFICE, case.c.number.in_(_SOME))
_BY_LETTER = select(outbox.c.case_id).where(outbox.c.office == _OFFICE, outbox.c.number_key.in_(_SOME))
_OPEN_OF = (
    select(party.c.case_id)
    .join(case, party.c.case_id == case.c.id)
    .where(case.c.office == _OFFICE, party.c.address == bindparam("address"), case.c.state != "TUTUP")
    .where(party.c.role != "staff")
    .distinct()
    .order_by(party.c.case_id.desc())
    .limit(20)
)


def by_message_ids(connection: Connection, office: str, ids: Sequence[str]) -> list[tuple[int, int | None]]:
    """(outbox id, case id) of our letters that these Message-IDs name, in the order given."""
    if not ids:
        return []
    rows = connection.execute(_BY_MESSAGE_ID, {"office": office, "some": list(ids)})
    found = {message_id: (outbox_id, case_id) for message_id, outbox_id, case_id in rows}
    return [found[i] for i in ids if i in found]


def by_tokens(connection: Connection, office: str, tokens: Sequence[str]) -> list[int]:
    """Cases whose party tokens these are."""
    if not tokens:
        return []
    found = connection.scalars(_BY_TOKEN, {"office": office, "some": list(tokens)})
    return [c for c in found if c is not None]


def by_numbers(
    connection: Connection, office: str, numbers: Sequence[str], letters: Sequence[str]
) -> list[int]:
    """Cases by their own number, then by the number of a letter (folded)."""
    found: list[int] = []
    if numbers:
        found += connection.scalars(_BY_NUMBER, {"office": office, "some": list(numbers)})
    if letters:
        by_letter = connection.scalars(_BY_LETTER, {"office": office, "some": list(letters)})
        found += [c for c in by_letter if c is not None]
    return list(dict.fromkeys(found))


def open_cases_of(connection: Connection, office: str, address: str) -> list[int]:
    """Open cases in which this address is the reporter or the agency, the newest first."""
    found = connection.scalars(_OPEN_OF, {"office": office, "address": address})
    return [c for c in found if c is not None]
