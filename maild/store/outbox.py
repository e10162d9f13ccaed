"""Letters on their way out. States: ready, committing, sent, deferred, failed, uncertain, held.

`ready` and `deferred` (a refusal for now) may be sent; `committing` is the fence, committed before the body
leaves (R12); after a crash such a row is `uncertain` and waits for evidence, never for a blind resend (R14).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from maild.store.inbox import body_hash
from maild.store.schema import Moment, letter, outbox

SENDABLE = ("ready", "deferred")
FILED_BYTES = 10 * 1024 * 1024  # copied into the Sent folder at once
EVIDENCE_AFTER = timedelta(minutes=30)  # how long an uncertain letter waits for its journal copy


@dataclass(frozen=True, slots=True)
class Parcel:
    """A row of the outbox as sending needs it; its bytes are loaded when its turn comes."""

    id: int
    office: str
    case_id: int | None
    kind: str
    role: str
    agency_id: str | None
    recipient: str
    envelope_from: str
    message_id: str
    attempts: int
    first_attempt_at: datetime | None
    size: int  # bytes


# Statements of every letter stand ready made: building one anew costs more than executing it.
_QUEUE = insert(outbox)
_KEEP = insert(letter)
_FENCE = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)), outbox.c.state.in_(SENDABLE))
    .values(
        state="committing",
        epoch=bindparam("own_epoch"),
        attempts=outbox.c.attempts + 1,
        first_attempt_at=func.coalesce(outbox.c.first_attempt_at, bindparam("now", type_=Moment)),
    )
    .returning(outbox.c.id)
)
_BEFORE = select(outbox.c.state, outbox.c.first_attempt_at, outbox.c.attempts).where(
    outbox.c.id == bindparam("which")
)
_MARK = update(outbox).where(outbox.c.id == bindparam("which"))


def queue(tx: Connection, values: Mapping[str, Any], raw: bytes) -> int:
    """Puts a finished letter there; its id."""
    row = tx.execute(_QUEUE, {**values, "body_sha256": body_hash(raw)}).inserted_primary_key
    assert row is not None
    tx.execute(_KEEP, {"outbox_id": row[0], "size": len(raw), "bytes": raw})
    return int(row[0])


def claimable(connection: Connection, office: str, now: datetime, limit: int = 200) -> list[Parcel]:
    """Letters that may leave now: urgent first, then oldest."""
    query = (
        select(
            outbox.c.id,
            outbox.c.office,
            outbox.c.case_id,
            outbox.c.kind,
            outbox.c.role,
            outbox.c.agency_id,
            outbox.c.recipient,
            outbox.c.envelope_from,
            outbox.c.message_id,
            outbox.c.attempts,
            outbox.c.first_attempt_at,
            letter.c.size,
        )
        .join(letter, letter.c.outbox_id == outbox.c.id)
        .where(outbox.c.office == office, outbox.c.state.in_(SENDABLE), outbox.c.next_attempt_at <= now)
        .order_by(outbox.c.urgent.desc(), outbox.c.next_attempt_at, outbox.c.id)
        .limit(limit)
    )
    return [Parcel(**row._mapping) for row in connection.execute(query)]


_BYTES = select(letter.c.outbox_id, letter.c.bytes).where(
    letter.c.outbox_id.in_(bindparam("ids", expanding=True))
)


def letter_bytes(connection: Connection, ids: Sequence[int]) -> dict[int, bytes]:
    """The finished letters, as every attempt sends them (R10)."""
    return {outbox_id: bytes(raw) for outbox_id, raw in connection.execute(_BYTES, {"ids": list(ids)})}


def fence(tx: Connection, ids: Sequence[int], epoch: int, now: datetime) -> set[int]:
    """ready|deferred -> committing, for exactly those that still may go (R12)."""
    return set(tx.scalars(_FENCE, {"ids": list(ids), "own_epoch": epoch, "now": now}))


def mark_sent(tx: Connection, outbox_id: int, reply: str, now: datetime) -> None:
    _mark(tx, outbox_id, state="sent", last_reply=reply, sent_at=now)


def mark_deferred(tx: Connection, outbox_id: int, reply: str, again: datetime, now: datetime) -> None:
    """Surely not sent. The attempt counts also when it ended before the fence."""
    row = tx.execute(_BEFORE, {"which": outbox_id}).one()
    values: dict[str, Any] = {"state": "deferred", "last_reply": reply, "next_attempt_at": again}
    if row.state != "committing":
        values |= {"first_attempt_at": row.first_attempt_at or now, "attempts": row.attempts + 1}
    _mark(tx, outbox_id, **values)


def mark_failed(tx: Connection, outbox_id: int, reply: str) -> None:
    _mark(tx, outbox_id, state="failed", last_reply=reply)


def mark_uncertain(tx: Connection, outbox_id: int, why: str, now: datetime) -> None:
    _mark(tx, outbox_id, state="uncertain", last_reply=why, uncertain_at=now)


def mark_held(tx: Connection, outbox_id: int, why: str) -> None:
    _mark(tx, outbox_id, state="held", last_reply=why)


def _mark(tx: Connection, outbox_id: int, **values: Any) -> None:
    tx.execute(_MARK, {"which": outbox_id, **values})


def stop(tx: Connection, outbox_id: int, to: str, why: str, at: datetime | None) -> bool:
    """Staff hold, free or drop a letter; only one that has not been handed over can be changed."""
    values: dict[str, Any] = {"state": to, "last_reply": why}
    if at is not None:
        values["next_attempt_at"] = at
    states = [*SENDABLE, "held", "failed", "uncertain"]
    if to == "failed":
        states.append("sent")  # a bounce after the 250 (R24)
    still_ours = outbox.c.state.in_(states)
    query = update(outbox).where(outbox.c.id == outbox_id, still_ours)
    return tx.execute(query.values(**values)).rowcount == 1


def recover(tx: Connection, office: str, epoch: int, now: datetime) -> int:
    """`committing` of a dead process becomes `uncertain`; running it twice equals once (R15)."""
    query = update(outbox).where(
        outbox.c.office == office, outbox.c.state == "committing", outbox.c.epoch != epoch
    )
    return tx.execute(query.values(state="uncertain", uncertain_at=now, last_reply="process ended")).rowcount


def uncertain(connection: Connection, office: str, before: datetime) -> list[Row[Any]]:
    query = select(outbox.c.id, outbox.c.case_id, outbox.c.journal_at).where(
        outbox.c.office == office, outbox.c.state == "uncertain", outbox.c.uncertain_at <= before
    )
    return list(connection.execute(query.order_by(outbox.c.id)))


def journal(tx: Connection, office: str, message_id: str, body_sha256: str, now: datetime) -> int | None:
    """Our own copy came in: proof that the server took the letter. The body must be ours, not only the id."""
    found = tx.execute(
        select(outbox.c.id, outbox.c.state).where(
            outbox.c.office == office,
            outbox.c.message_id == message_id,
            outbox.c.body_sha256 == body_sha256,
        )
    ).first()
    if found is None:
        return None
    values: dict[str, Any] = {"journal_at": now}
    if found.state in ("uncertain", "committing"):
        values |= {"state": "sent", "sent_at": now, "last_reply": "journal copy"}
    _mark(tx, found.id, **values)
    return int(found.id)


def journal_works(connection: Connection, office: str) -> bool:
    """Whether copies do come back here; only then the absence of one says anything."""
    query = select(outbox.c.id).where(outbox.c.office == office, outbox.c.journal_at.is_not(None))
    return connection.scalar(query.limit(1)) is not None


def to_file(connection: Connection, office: str, limit: int = 100) -> list[Row[Any]]:
    """Sent letters without their copy in the Sent folder; together 10 MB at most, or one larger one (R19)."""
    unfiled = (outbox.c.office == office, outbox.c.state == "sent", outbox.c.filed.is_(False))
    query = select(outbox.c.id, letter.c.size).join(letter, letter.c.outbox_id == outbox.c.id).where(*unfiled)
    ids: list[int] = []
    left = FILED_BYTES
    for row in connection.execute(query.order_by(outbox.c.id).limit(limit)):
        left -= row.size
        if ids and left < 0:
            break
        ids.append(row.id)
    rows = select(outbox.c.id, letter.c.bytes.label("raw"), outbox.c.sent_at).join(letter)
    return list(connection.execute(rows.where(outbox.c.id.in_(ids)).order_by(outbox.c.id)))


def mark_filed(tx: Connection, ids: Sequence[int]) -> None:
    tx.execute(update(outbox).where(outbox.c.id.in_(list(ids))).values(filed=True))


_RECEIPTS = select(func.count()).where(
    outbox.c.office == bindparam("office"),
    outbox.c.kind.in_(("L01", "L02")),
    outbox.c.queued_at > bindparam("since"),
)
_RECEIPTS_TO = _RECEIPTS.where(outbox.c.recipient == bindparam("address"))


def receipts_since(connection: Connection, office: str, since: datetime, address: str | None = None) -> int:
    """Automatic receipts written since then, to one address or to all (T11, T12)."""
    values = {"office": office, "since": since}
    if address is None:
        return connection.scalar(_RECEIPTS, values) or 0
    return connection.scalar(_RECEIPTS_TO, {**values, "address": address}) or 0
