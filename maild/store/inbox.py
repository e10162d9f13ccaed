"""What came in: raw bytes first, everything else about them later."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, or_, select, update

from maild.store.schema import inbox, raw

ATTEMPTS = 3  # a mail that was begun so often and never finished stops the daemon no more (R17)


@dataclass(frozen=True, slots=True)
class Taken:
    """One fetched mail on its way into the store."""

    folder: str
    uidvalidity: int
    uid: int
    internaldate: datetime
    raw: bytes
    size: int
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stored mail that nobody has read yet."""

    id: int
    raw: bytes
    sha256: str
    body_sha256: str
    internaldate: datetime
    received_at: datetime
    size: int
    attempts: int
    truncated: bool


def body_hash(data: bytes) -> str:
    """SHA-256 of everything behind the header block: a second delivery of one mail has the same (R25)."""
    normal = data.replace(b"\r\n", b"\n")
    return hashlib.sha256(normal.partition(b"\n\n")[2].strip()).hexdigest()


def known_uids(connection: Connection, office: str, folder: str, uidvalidity: int, lowest: int) -> set[int]:
    """Stored UIDs of this folder from `lowest` on: the cursor is a set, not a last number (R3).

    Mails that were filed away count too: a server without MOVE and UIDPLUS leaves them where they were.
    """
    rows = connection.scalars(
        select(inbox.c.uid).where(
            inbox.c.office == office,
            inbox.c.folder == folder,
            inbox.c.uidvalidity == uidvalidity,
            inbox.c.uid >= lowest,
        )
    )
    return set(rows)


def take_in(tx: Connection, office: str, mails: Sequence[Taken], now: datetime) -> int:
    """Commits the bytes of a batch; returns how many were new. A UID already known is left alone.

    After a change of UIDVALIDITY the same mails come under new UIDs: a stored one that was not moved yet
    gets its new place instead of a second row (R5).
    """
    count = 0
    for mail in mails:
        digest = hashlib.sha256(mail.raw).hexdigest()
        if _known(tx, office, mail) or _moved_place(tx, office, mail, digest):
            continue
        if tx.scalar(select(raw.c.size).where(raw.c.sha256 == digest)) is None:
            tx.execute(insert(raw).values(sha256=digest, size=len(mail.raw), bytes=mail.raw))
        tx.execute(
            insert(inbox).values(
                office=office,
                folder=mail.folder,
                uidvalidity=mail.uidvalidity,
                uid=mail.uid,
                internaldate=mail.internaldate,
                received_at=min(mail.internaldate, now),
                taken_in_at=now,
                size=mail.size,
                sha256=digest,
                body_sha256=body_hash(mail.raw),
                attempts=0,
                moved=False,
                truncated=mail.truncated,
            )
        )
        count += 1
    return count


def _known(tx: Connection, office: str, mail: Taken) -> bool:
    place = and_(
        inbox.c.office == office,
        inbox.c.folder == mail.folder,
        inbox.c.uidvalidity == mail.uidvalidity,
        inbox.c.uid == mail.uid,
    )
    return tx.scalar(select(inbox.c.id).where(place)) is not None


def _moved_place(tx: Connection, office: str, mail: Taken, digest: str) -> bool:
    stale = and_(
        inbox.c.office == office,
        inbox.c.folder == mail.folder,
        inbox.c.sha256 == digest,
        inbox.c.moved.is_(False),
        inbox.c.uidvalidity != mail.uidvalidity,
        inbox.c.internaldate == mail.internaldate,
    )
    found = tx.scalar(select(func.min(inbox.c.id)).where(stale))
    if found is None:
        return False
    tx.execute(update(inbox).where(inbox.c.id == found).values(uidvalidity=mail.uidvalidity, uid=mail.uid))
    return True


def waiting_ids(connection: Connection, office: str, limit: int = 10_000) -> list[int]:
    """Stored mails without a disposition, in the order in which they came."""
    query = select(inbox.c.id).where(inbox.c.office == office, inbox.c.disposition.is_(None))
    return list(connection.scalars(query.order_by(inbox.c.id).limit(limit)))


def load(connection: Connection, inbox_id: int) -> Waiting:
    row = connection.execute(
        select(inbox, raw.c.bytes).join(raw, raw.c.sha256 == inbox.c.sha256).where(inbox.c.id == inbox_id)
    ).one()
    return Waiting(
        row.id,
        row.bytes,
        row.sha256,
        row.body_sha256,
        row.internaldate,
        row.received_at,
        row.size,
        row.attempts,
        row.truncated,
    )


def begin_reading(tx: Connection, ids: Iterable[int]) -> None:
    """Counts the attempt before anything is parsed: a mail that kills the process is set aside in time (R17)."""
    tx.execute(update(inbox).where(inbox.c.id.in_(list(ids))).values(attempts=inbox.c.attempts + 1))


def settle(tx: Connection, inbox_id: int, disposition: str, reason: str, now: datetime, **more: Any) -> None:
    """What became of a mail. It goes to the processed folder unless `target` says otherwise."""
    values = {"target": "processed", **more}
    tx.execute(
        update(inbox)
        .where(inbox.c.id == inbox_id)
        .values(disposition=disposition, reason=reason, read_at=now, **values)
    )


def to_move(connection: Connection, office: str, uidvalidity: int) -> list[Row[Any]]:
    """Settled mails that still lie in the inbox folder of the server: (id, uid, target)."""
    query = select(inbox.c.id, inbox.c.uid, inbox.c.target).where(
        inbox.c.office == office,
        inbox.c.moved.is_(False),
        inbox.c.disposition.is_not(None),
        inbox.c.uidvalidity == uidvalidity,
    )
    return list(connection.execute(query.order_by(inbox.c.id)))


def mark_moved(tx: Connection, ids: Sequence[int]) -> None:
    tx.execute(update(inbox).where(inbox.c.id.in_(ids)).values(moved=True))


def copy_of(
    connection: Connection, office: str, inbox_id: int, message_id: str | None, digest: str, body: str
) -> int | None:
    """An earlier delivery of the same mail: same bytes, or same Message-ID and same body (R25).

    The Message-ID alone says nothing: a stranger may have used it before (T8).
    """
    same = inbox.c.sha256 == digest
    if message_id:
        same = or_(same, and_(inbox.c.message_id == message_id, inbox.c.body_sha256 == body))
    query = select(func.min(inbox.c.id)).where(
        inbox.c.office == office, inbox.c.id < inbox_id, inbox.c.disposition.is_not(None), same
    )
    found: int | None = connection.scalar(query)
    return found


def counts(connection: Connection, office: str) -> dict[str, int]:
    """Mails by disposition; 'waiting' are stored and not read yet."""
    query = select(inbox.c.disposition, func.count()).where(inbox.c.office == office)
    rows = connection.execute(query.group_by(inbox.c.disposition))
    return {disposition or "waiting": number for disposition, number in rows}


def finish_reading(tx: Connection, ids: Iterable[int]) -> None:
    """Nothing is left to count for mails that got a disposition; the number stays small for the others."""
    tx.execute(
        update(inbox).where(inbox.c.id.in_(list(ids)), inbox.c.disposition.is_not(None)).values(attempts=0)
    )
