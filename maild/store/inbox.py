"""What came in: raw bytes first, everything else about them later."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, String, bindparam, func, insert, select, union_all, update

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
    """SHA-256 of everything behind the header block: a second delivery of one mail has the same (R25), and so
    has our own copy of a letter, by which its fate is known (R14)."""
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


# Statements of every mail stand ready made: building one anew costs more than executing it.
_OFFICE = bindparam("office", type_=String)
_KNOWN = select(inbox.c.uid).where(
    inbox.c.office == _OFFICE,
    inbox.c.folder == bindparam("folder"),
    inbox.c.uidvalidity == bindparam("uidvalidity"),
    inbox.c.uid.in_(bindparam("uids", expanding=True)),
)
_STORED = select(raw.c.sha256).where(raw.c.sha256.in_(bindparam("digests", expanding=True)))
_ELSEWHERE = select(func.min(inbox.c.id)).where(
    inbox.c.sha256 == bindparam("digest"),
    inbox.c.office == _OFFICE,
    inbox.c.folder == bindparam("folder"),
    inbox.c.moved.is_(False),
    inbox.c.uidvalidity != bindparam("uidvalidity"),
    inbox.c.internaldate == bindparam("internaldate"),
)
_STORE = insert(raw)
_TAKE = insert(inbox)


def take_in(tx: Connection, office: str, mails: Sequence[Taken], now: datetime) -> int:
    """Commits the bytes of a batch; returns how many were new. A UID already known is left alone.

    After a change of UIDVALIDITY the same mails come under new UIDs: a stored one that was not moved yet
    gets its new place instead of a second row (R5).
    """
    known = _known(tx, office, mails)
    digests = [hashlib.sha256(mail.raw).hexdigest() for mail in mails]
    stored = set(tx.scalars(_STORED, {"digests": digests}))
    rows, fresh = [], []
    for mail, digest in zip(mails, digests, strict=True):
        place = (mail.folder, mail.uidvalidity, mail.uid)
        # Bytes that nobody has stored lie in no other place either.
        if place in known or (digest in stored and _moved_place(tx, office, mail, digest)):
            continue
        known.add(place)
        if digest not in stored:
            stored.add(digest)
            fresh.append({"sha256": digest, "size": len(mail.raw), "bytes": mail.raw})
        rows.append(_row(office, mail, digest, now))
    if fresh:
        tx.execute(_STORE, fresh)
    if rows:
        tx.execute(_TAKE, rows)
    return len(rows)


def _row(office: str, mail: Taken, digest: str, now: datetime) -> dict[str, Any]:
    return {
        "office": office,
        "folder": mail.folder,
        "uidvalidity": mail.uidvalidity,
        "uid": mail.uid,
        "internaldate": mail.internaldate,
        "received_at": min(mail.internaldate, now),
        "taken_in_at": now,
        "size": mail.size,
        "sha256": digest,
        "body_sha256": body_hash(mail.raw),
        "attempts": 0,
        "moved": False,
        "truncated": mail.truncated,
    }


def _known(tx: Connection, office: str, mails: Sequence[Taken]) -> set[tuple[str, int, int]]:
    """Places of these mails (folder, UIDVALIDITY, UID) that are stored already."""
    found = set()
    for folder, uidvalidity in {(mail.folder, mail.uidvalidity) for mail in mails}:
        uids = [m.uid for m in mails if (m.folder, m.uidvalidity) == (folder, uidvalidity)]
        where = {"office": office, "folder": folder, "uidvalidity": uidvalidity, "uids": uids}
        found |= {(folder, uidvalidity, uid) for uid in tx.scalars(_KNOWN, where)}
    return found


def _moved_place(tx: Connection, office: str, mail: Taken, digest: str) -> bool:
    stale = {
        "digest": digest,
        "office": office,
        "folder": mail.folder,
        "uidvalidity": mail.uidvalidity,
        "internaldate": mail.internaldate,
    }
    found = tx.scalar(_ELSEWHERE, stale)
    if found is None:
        return False
    tx.execute(update(inbox).where(inbox.c.id == found).values(uidvalidity=mail.uidvalidity, uid=mail.uid))
    return True


@dataclass(frozen=True, slots=True)
class Lying:
    """A stored mail without a disposition; `begun`: its reading began before and did not come to its end."""

    id: int
    size: int
    begun: bool


def waiting(connection: Connection, office: str, limit: int = 10_000) -> list[Lying]:
    """Stored mails without a disposition, in the order in which they came."""
    query = select(inbox.c.id, inbox.c.size, inbox.c.attempts).where(
        inbox.c.office == office, inbox.c.disposition.is_(None)
    )
    rows = connection.execute(query.order_by(inbox.c.id).limit(limit))
    return [Lying(inbox_id, size, attempts > 0) for inbox_id, size, attempts in rows]


_WAITING = (
    select(
        inbox.c.id,
        raw.c.bytes.label("raw"),
        inbox.c.sha256,
        inbox.c.body_sha256,
        inbox.c.internaldate,
        inbox.c.received_at,
        inbox.c.size,
        inbox.c.attempts,
        inbox.c.truncated,
    )
    .join(raw, raw.c.sha256 == inbox.c.sha256)
    .where(inbox.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(inbox.c.id)
)


def load(connection: Connection, ids: Sequence[int]) -> list[Waiting]:
    """These mails with their bytes, oldest first."""
    return [Waiting(**row._mapping) for row in connection.execute(_WAITING, {"ids": list(ids)})]


def load_one(connection: Connection, inbox_id: int) -> Waiting:
    """KeyError when there is none."""
    found = load(connection, [inbox_id])
    if not found:
        raise KeyError(inbox_id)
    return found[0]


def begin_reading(tx: Connection, ids: Iterable[int]) -> None:
    """Counts the attempt before parsing: a mail that kills the process is set aside in time (R17)."""
    tx.execute(update(inbox).where(inbox.c.id.in_(list(ids))).values(attempts=inbox.c.attempts + 1))


def take_back_reading(tx: Connection, ids: Iterable[int]) -> None:
    """The attempt came to nothing for reasons that lie outside of the mails."""
    tx.execute(update(inbox).where(inbox.c.id.in_(list(ids))).values(attempts=inbox.c.attempts - 1))


_SETTLE = update(inbox).where(inbox.c.id == bindparam("which"))


def settle(tx: Connection, inbox_id: int, disposition: str, reason: str, now: datetime, **more: Any) -> None:
    """What became of a mail. It goes to the processed folder unless `target` says otherwise."""
    values = {
        "disposition": disposition,
        "reason": reason,
        "read_at": now,
        "target": "processed",
        "attempts": 0,
    }
    tx.execute(_SETTLE, {"which": inbox_id, **values, **more})


def to_move(connection: Connection, office: str, folder: str, uidvalidity: int) -> list[Row[Any]]:
    """Settled mails that still lie in this folder of the server: (id, uid, target)."""
    query = select(inbox.c.id, inbox.c.uid, inbox.c.target).where(
        inbox.c.office == office,
        inbox.c.moved.is_(False),
        inbox.c.disposition.is_not(None),
        inbox.c.folder == folder,
        inbox.c.uidvalidity == uidvalidity,
    )
    return list(connection.execute(query.order_by(inbox.c.id)))


def mark_moved(tx: Connection, ids: Sequence[int]) -> None:
    tx.execute(update(inbox).where(inbox.c.id.in_(ids)).values(moved=True))


# read_at is set with the disposition; asked for the disposition, SQLite may take the index of what waits and
# look at every mail of the office. So it does with OR, hence one query each.
_EARLIER = select(inbox.c.id).where(
    inbox.c.office == _OFFICE, inbox.c.id < bindparam("inbox_id"), inbox.c.read_at.is_not(None)
)
_SAME = union_all(
    _EARLIER.where(inbox.c.sha256 == bindparam("digest")),
    _EARLIER.where(inbox.c.message_id == bindparam("message_id"), inbox.c.body_sha256 == bindparam("body")),
).subquery()
_COPY = select(func.min(_SAME.c.id))


def copy_of(
    connection: Connection, office: str, inbox_id: int, message_id: str | None, digest: str, body: str
) -> int | None:
    """An earlier delivery of the same mail: same bytes, or same Message-ID and same body (R25).

    The Message-ID alone says nothing: a stranger may have used it before (T8).
    """
    mail = {"office": office, "inbox_id": inbox_id, "digest": digest, "message_id": message_id, "body": body}
    found: int | None = connection.scalar(_COPY, mail)
    return found


def counts(connection: Connection, office: str) -> dict[str, int]:
    """Mails by disposition; 'waiting' are stored and not read yet."""
    query = select(inbox.c.disposition, func.count()).where(inbox.c.office == office)
    rows = connection.execute(query.group_by(inbox.c.disposition))
    return {disposition or "waiting": number for disposition, number in rows}
