"""What people and scripts see of the database: the documents of the command line. Reads only.

Each document is made of plain values for json.dumps: times are ISO 8601 with the office's offset, addresses
`{"name", "address"}`, absent values None. The keys are public and stay as they are; more may be added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, exists, select
from sqlalchemy.sql import ColumnElement

from maild.cases.case import Suggestion
from maild.config import Config, Office
from maild.intent.numbers import case_pattern, find, fold
from maild.store.engine import value
from maild.store.schema import case, case_agency, deadline, inbox, outbox, party, question, timeline

Document = dict[str, Any]

BATCH = 200  # cases whose letters and mails are read together
PENDING = ("ready", "committing", "deferred", "failed", "uncertain", "held")
_WILL_BE_TRIED = ("ready", "deferred")
_AS_THEY_LEAVE = [outbox.c.urgent.desc(), outbox.c.next_attempt_at, outbox.c.id]


@dataclass(frozen=True, slots=True)
class _Desk:
    """How one office sees its rows."""

    zone: ZoneInfo
    names: Mapping[str, str]  # staff address -> name

    def at(self, moment: datetime | None) -> str | None:
        return None if moment is None else moment.astimezone(self.zone).isoformat(timespec="seconds")

    def officer(self, address: str) -> Document | None:
        return _address(self.names.get(address, ""), address)


def _desks(config: Config) -> dict[str, _Desk]:
    return {office.key: _desk(office) for office in config.offices}


def _desk(office: Office) -> _Desk:
    return _Desk(office.identity.zone, {one.email.lower(): one.name for one in office.staff})


def _address(name: str | None, address: str | None) -> Document | None:
    return {"name": name or "", "address": address} if address else None


def present(connection: Connection, config: Config) -> datetime:
    """The time by which something is overdue: in a rehearsal the newest that the database has seen."""
    newest = value(connection, "newest") if config.rehearsal.enabled else None
    return datetime.fromisoformat(newest) if newest else datetime.now(UTC)


# --- cases ------------------------------------------------------------------------------------------------


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
    where: list[ColumnElement[bool]] = [case.c.office.in_(_desks(config))]
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
    where = [case.c.office.in_(_desks(config)), case.c.number.in_(numbers)]
    found = list(_documents(connection, config, where, now))
    return (
        found[0] if len(found) == 1 else next((d for d in found if fold(d["number"]) == fold(number)), None)
    )


def _documents(
    connection: Connection, config: Config, where: Sequence[ColumnElement[bool]], now: datetime
) -> Iterator[Document]:
    """By id, some at a time: a full store does not have to fit into memory."""
    desks, last = _desks(config), 0
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
        mine = (deadline, party, inbox, timeline)
        self.deadlines, self.parties, self.mails, self.timeline = (
            _by_case(connection.execute(select(table).where(table.c.case_id.in_(ids)).order_by(table.c.id)))
            for table in mine
        )
        columns = [column for column in outbox.c if column.name != "raw"]
        letters = select(*columns).where(outbox.c.case_id.in_(ids)).order_by(outbox.c.id)
        self.letters = _by_case(connection.execute(letters))


def _by_case(rows: Iterable[Row[Any]]) -> Mapping[int, list[Row[Any]]]:
    grouped: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        grouped[row.case_id].append(row)
    return grouped


def _case(row: Row[Any], parts: _Parts, desk: _Desk, now: datetime) -> Document:
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
    return None if first is None else _address(first.name, first.address)


def _deadline(row: Row[Any], desk: _Desk, now: datetime, is_open: bool) -> Document:
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


def _letter(row: Row[Any], desk: _Desk) -> Document:
    return {
        "number": row.number,
        "kind": row.kind,
        "to": _address(row.recipient_name, row.recipient),
        "queued_at": desk.at(row.queued_at),
        "sent_at": desk.at(row.sent_at),
        "status": row.state,
        "message_id": row.message_id,
        "id": row.id,
        "role": row.role,
        "agency_id": row.agency_id,
        "subject": row.subject,
    }


def _message(row: Row[Any], desk: _Desk) -> Document:
    return {
        "message_id": row.message_id,
        "from": _address(row.sender_name, row.sender),
        "received_at": desk.at(row.received_at),
        "kind": row.kind,
        "intent": row.intent,
        "subject": row.subject,
    }


# --- what waits for a person ------------------------------------------------------------------------------


def held(connection: Connection, config: Config) -> Iterator[Document]:
    """Open questions, urgent first; then letters that staff hold without a question about them.

    The id of a question is its number in the lists to staff; that of a letter is `L` and its outbox id, so
    that the two can never be taken for each other.
    """
    desks = _desks(config)
    letter_columns = [outbox.c.subject.label("letter"), outbox.c.message_id.label("letter_id")]
    query = (
        select(
            question,
            inbox.c.sender,
            inbox.c.sender_name,
            inbox.c.subject,
            inbox.c.message_id,
            case.c.number,
            *letter_columns,
        )
        .outerjoin(inbox, inbox.c.id == question.c.inbox_id)
        .outerjoin(case, case.c.id == question.c.case_id)
        .outerjoin(outbox, outbox.c.id == question.c.outbox_id)
        .where(question.c.office.in_(desks), question.c.state == "open")
        .order_by(question.c.urgent.desc(), question.c.id)
    )
    for row in connection.execute(query):
        yield _question(row, desks[row.office])
    for row in connection.execute(_held_letters(desks)):
        yield _held_letter(row, desks[row.office])


def _question(row: Row[Any], desk: _Desk) -> Document:
    about_mail = row.inbox_id is not None
    return {
        "id": row.id,
        "since": desk.at(row.since),
        "reason": row.reason,
        "message_id": row.message_id if about_mail else row.letter_id,
        "from": _address(row.sender_name, row.sender),
        "subject": row.subject if about_mail else row.letter,
        "suggestions": [_suggestion(one) for one in row.suggestions],
        "why": row.why,
        "case": row.number,
        "office": row.office,
        "urgent": row.urgent,
    }


def _suggestion(stored: Mapping[str, Any]) -> Document:
    one = Suggestion(**stored)
    return {
        "action": one.action,
        "case": one.case,
        "agency_id": one.agency_id,
        "why": one.why,
        "command": one.command,
    }


def _held_letters(offices: Iterable[str]) -> Any:
    asked = exists().where(question.c.outbox_id == outbox.c.id, question.c.state == "open")
    return (
        select(
            outbox.c.id,
            outbox.c.office,
            outbox.c.queued_at,
            outbox.c.message_id,
            outbox.c.subject,
            outbox.c.kind,
            outbox.c.urgent,
            outbox.c.last_reply,
            case.c.number,
        )
        .outerjoin(case, case.c.id == outbox.c.case_id)
        .where(outbox.c.office.in_(list(offices)), outbox.c.state == "held", ~asked)
        .order_by(outbox.c.id)
    )


def _held_letter(row: Row[Any], desk: _Desk) -> Document:
    release = Suggestion("release", "kirim surat ini")
    return {
        "id": f"L{row.id}",
        "since": desk.at(row.queued_at),
        "reason": "letter",
        "message_id": row.message_id,
        "from": None,
        "subject": row.subject,
        "suggestions": [
            {
                "action": release.action,
                "case": None,
                "agency_id": None,
                "why": release.why,
                "command": "release",
            }
        ],
        "why": f"{row.kind}: {row.last_reply or 'ditahan'}",
        "case": row.number,
        "office": row.office,
        "urgent": row.urgent,
    }


# --- what waits to be sent --------------------------------------------------------------------------------


def letters(connection: Connection, config: Config, states: Sequence[str] = PENDING) -> Iterator[Document]:
    """The outbox documents of letters in these states: as they would leave; with sent ones, by id."""
    desks = _desks(config)
    columns = [column for column in outbox.c if column.name not in ("raw", "number")]
    query = (
        select(*columns, case.c.number)
        .outerjoin(case, case.c.id == outbox.c.case_id)
        .where(outbox.c.office.in_(desks), outbox.c.state.in_(list(states)))
        .order_by(*([outbox.c.id] if "sent" in states else _AS_THEY_LEAVE))
    )
    for row in connection.execute(query):
        desk = desks[row.office]
        yield {
            "id": row.id,
            "case": row.number,
            "kind": row.kind,
            "to": _address(row.recipient_name, row.recipient),
            "state": row.state,
            "attempts": row.attempts,
            "next_attempt_at": desk.at(row.next_attempt_at) if row.state in _WILL_BE_TRIED else None,
            "message_id": row.message_id,
            "last_reply": row.last_reply,
            "office": row.office,
            "queued_at": desk.at(row.queued_at),
            "sent_at": desk.at(row.sent_at),
            "urgent": row.urgent,
        }


# --- what a command is about ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Posted:
    """A row of the outbox as releasing and retrying need it."""

    id: int
    office: str
    case_id: int | None
    kind: str
    agency_id: str | None
    state: str
    attempts: int
    last_reply: str
    queued_at: datetime

    @property
    def withdrawn(self) -> bool:
        """Dropped by a person or by the process before it was ever tried; no server has refused it."""
        refused = self.last_reply[:3].isdigit()
        return self.state == "failed" and self.attempts == 0 and not refused


def posted(connection: Connection, config: Config, outbox_id: int) -> Posted | None:
    columns = (
        outbox.c.id,
        outbox.c.office,
        outbox.c.case_id,
        outbox.c.kind,
        outbox.c.agency_id,
        outbox.c.state,
        outbox.c.attempts,
        outbox.c.last_reply,
        outbox.c.queued_at,
    )
    where = (outbox.c.id == outbox_id, outbox.c.office.in_(_desks(config)))
    row = connection.execute(select(*columns).where(*where)).first()
    if row is None:
        return None
    return Posted(**{**row._mapping, "last_reply": row.last_reply or ""})


def office_of_question(connection: Connection, config: Config, question_id: int) -> str | None:
    where = (question.c.id == question_id, question.c.office.in_(_desks(config)))
    return connection.scalar(select(question.c.office).where(*where))


def open_question_about(connection: Connection, outbox_id: int) -> tuple[int, str] | None:
    """Id and reason of an open question about this letter."""
    where = (question.c.outbox_id == outbox_id, question.c.state == "open")
    row = connection.execute(select(question.c.id, question.c.reason).where(*where)).first()
    return None if row is None else (row.id, row.reason)
