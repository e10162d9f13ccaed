"""The register of agencies and focal points with its history: each change with when, by whom and why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, or_, select, update

from maild.cases.effects import Enrol
from maild.directory.history import Change, Rows, applied, differences
from maild.directory.sheet import Row
from maild.store.engine import set_value, value
from maild.store.schema import agency, agency_change, agency_file, outbox


@dataclass(frozen=True, slots=True)
class Source:
    """Where a change came from: a file, a person at the command line, or a mail that staff confirmed."""

    by: str  # address of a person, or 'file'
    why: str  # file name, command, intent
    inbox_id: int | None = None


def rows(connection: Connection, office: str) -> dict[str, Row]:
    """The whole register of an office, in the order in which its agencies came."""
    query = select(agency.c.agency_id, agency.c.row).where(agency.c.office == office)
    return {agency_id: dict(row) for agency_id, row in connection.execute(query.order_by(agency.c.id))}


def row(connection: Connection, office: str, agency_id: str) -> dict[str, Row]:
    """One agency of the register by its id; nothing when it is not there."""
    query = select(agency.c.row).where(agency.c.office == office, agency.c.agency_id == agency_id)
    found = connection.scalar(query)
    return {} if found is None else {agency_id: dict(found)}


def record(
    tx: Connection, office: str, known: Rows, changes: Sequence[Change], source: Source, now: datetime
) -> dict[str, Row]:
    """Carries out changes that were found against `known`, with their history; the register as it is then."""
    after = applied(known, changes)
    for agency_id in dict.fromkeys(change.agency_id for change in changes):
        values = {"row": after[agency_id], "changed_at": now}
        if agency_id in known:
            which = (agency.c.office == office, agency.c.agency_id == agency_id)
            tx.execute(update(agency).where(*which).values(**values))
        else:
            tx.execute(insert(agency).values(office=office, agency_id=agency_id, **values))
    history = [_line(office, change, source, now) for change in changes]
    if history:
        tx.execute(insert(agency_change), history)
        set_value(tx, f"register/{office}", str(newest(tx, office) + 1))
    return after


def enrol(tx: Connection, office: str, effect: Enrol, inbox_id: int | None, now: datetime) -> None:
    """Cells of one agency, with who said so and in which mail."""
    known = row(tx, office, effect.agency_id)
    wanted = {effect.agency_id: {"agency_id": effect.agency_id, **effect.cells}}
    changes = differences(known, wanted)
    record(tx, office, known, changes, Source(effect.by, effect.why, effect.inbox_id or inbox_id), now)


def _line(office: str, change: Change, source: Source, now: datetime) -> dict[str, Any]:
    return {
        "office": office,
        "agency_id": change.agency_id,
        "column": change.column,
        "old": change.old,
        "new": change.new,
        "at": now,
        "by": source.by,
        "why": source.why,
        "inbox_id": source.inbox_id,
    }


def newest(connection: Connection, office: str) -> int:
    """How often the register has changed: asked before every letter, so it is one row of its own."""
    return int(value(connection, f"register/{office}") or 0)


def history(connection: Connection, office: str) -> dict[str, list[dict[str, Any]]]:
    """Every change by agency, oldest first: at, by, why, column, old, new, inbox_id."""
    names = ("at", "by", "why", "column", "old", "new", "inbox_id")
    query = select(agency_change).where(agency_change.c.office == office).order_by(agency_change.c.id)
    found: dict[str, list[dict[str, Any]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.agency_id, []).append({name: getattr(row, name) for name in names})
    return found


def failures(connection: Connection, office: str, addresses: Collection[str] | None = None) -> dict[str, int]:
    """Addresses of agencies whose last letter with a known fate failed or came back, with its number.

    What else ends as failed, a letter that staff dropped, says nothing of an address.
    """
    later = outbox.alias()
    newer = exists().where(
        later.c.recipient == outbox.c.recipient, later.c.id > outbox.c.id, later.c.state == "sent"
    )
    query = select(outbox.c.recipient, func.max(outbox.c.id)).where(
        outbox.c.office == office,
        outbox.c.state == "failed",
        outbox.c.role.in_(("agency", "superior")),
        or_(*(outbox.c.last_reply.like(f"{sign}%") for sign in ("bounced", "4", "5"))),  # who said no
        ~newer,
    )
    if addresses is not None:
        query = query.where(outbox.c.recipient.in_(list(addresses)))
    rows = connection.execute(query.group_by(outbox.c.recipient))
    return {row[0]: row[1] for row in rows}


def bouncing(connection: Connection, office: str, addresses: Collection[str] | None = None) -> frozenset[str]:
    return frozenset(failures(connection, office, addresses))


def last_file(connection: Connection, office: str) -> dict[str, Row] | None:
    """What the file named in the configuration said when it was last taken in; None: never."""
    found = connection.scalar(select(agency_file.c.rows).where(agency_file.c.office == office))
    return None if found is None else {key: dict(row) for key, row in found}


def remember_file(tx: Connection, office: str, said: Rows, now: datetime) -> None:
    tx.execute(delete(agency_file).where(agency_file.c.office == office))
    # A list of pairs: JSON of some databases does not keep the order of keys.
    content = [[key, row] for key, row in said.items()]
    tx.execute(insert(agency_file).values(office=office, rows=content, taken_in_at=now))
