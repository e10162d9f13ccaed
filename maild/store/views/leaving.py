"""What waits to be sent, and one letter as releasing and retrying need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from maild.config import Config
from maild.store.schema import case, outbox
from maild.store.views.desk import Document, desks_of, mailbox

PENDING = ("ready", "committing", "deferred", "failed", "uncertain", "held")
_WILL_BE_TRIED = ("ready", "deferred")
_AS_THEY_LEAVE = [outbox.c.urgent.desc(), outbox.c.next_attempt_at, outbox.c.id]


def letters(connection: Connection, config: Config, states: Sequence[str] = PENDING) -> Iterator[Document]:
    """The outbox documents of letters in these states: as they would leave; with sent ones, by id."""
    desks = desks_of(config)
    columns = [column for column in outbox.c if column.name != "number"]
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
            "to": mailbox(row.recipient_name, row.recipient),
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
    where = (outbox.c.id == outbox_id, outbox.c.office.in_(desks_of(config)))
    row = connection.execute(select(*columns).where(*where)).first()
    if row is None:
        return None
    return Posted(**{**row._mapping, "last_reply": row.last_reply or ""})
