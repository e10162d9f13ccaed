"""Stored mails become messages: read in a child, with their documents, while the daemon does other things."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from maild.daemon.room import Room
from maild.message import Message, Unreadable
from maild.message.extracts import every_attachment
from maild.store import Store, inbox

log = logging.getLogger(__name__)

HOPS = 50  # Received lines; more is a loop of relays (RFC 5321 section 6.3, T13)

# One thread for all offices. The kernel ends the child that reads mails with the thread that began it, so
# that thread is one that lives on.
AHEAD = ThreadPoolExecutor(1, "opening")


@dataclass(frozen=True, slots=True)
class Opened:
    """A stored mail as read, or why it is set aside."""

    mail: inbox.Waiting
    found: Message | str


def ahead(store: Store, room: Room, ids: Sequence[int]) -> Future[list[Opened]]:
    """These mails, oldest first, once they are read. No lock is held meanwhile.

    The future raises what keeps all of them waiting: StoreUnavailable, StoreRefused, ReaderUnavailable.
    """
    return AHEAD.submit(_opened, store, room, ids)


def prepare(room: Room) -> None:
    """Mails are there: their reader starts while they are fetched. If it cannot, they will try again."""
    AHEAD.submit(room.mails.held)


def again(room: Room, mail: inbox.Waiting) -> Message | None:
    """A mail that was opened before, with its documents; None when it cannot be read. Raises as `ahead`."""
    message = room.mails.read(mail.raw)
    return None if isinstance(message, Unreadable) else room.documents.read(message)


def _opened(store: Store, room: Room, ids: Sequence[int]) -> list[Opened]:
    """Each mail as read. The documents of all of them are read at the same time, by another process."""
    with store.reading() as connection:
        mails = inbox.load(connection, ids)
    refused = {mail.id: why for mail in mails if (why := _refusal(mail))}
    read = [mail for mail in mails if mail.id not in refused]
    found = room.mails.read_all([mail.raw for mail in read], [mail.sha256 for mail in read])
    coming = {mail.id: _with_documents(room, one) for mail, one in zip(read, found, strict=True)}
    return [Opened(mail, refused.get(mail.id) or _awaited(mail, coming[mail.id])) for mail in mails]


def _refusal(mail: inbox.Waiting) -> str | None:
    """Why a mail is not read at all."""
    if mail.truncated:
        return f"surel sebesar {mail.size:,} bita melebihi batas"
    if mail.attempts > inbox.ATTEMPTS:
        return "pembacaan surel berulang kali terhenti"
    return None


def _with_documents(room: Room, found: Message | Unreadable) -> Message | str | Future[Message]:
    if isinstance(found, Unreadable):
        return found.reason
    if len(found.headers.get("received", ())) > HOPS:
        return "surel berputar: terlalu banyak baris Received"
    return room.documents.ahead(found) if any(every_attachment(found)) else found


def _awaited(mail: inbox.Waiting, found: Message | str | Future[Message]) -> Message | str:
    try:
        return found.result() if isinstance(found, Future) else found
    except Exception as error:
        return poisoned(mail, error)


def poisoned(mail: inbox.Waiting, error: Exception) -> str:
    """Why a mail is set aside on which we ourselves failed."""
    log.error("inbox %d: set aside: %s", mail.id, type(error).__name__, exc_info=_trace())
    return f"surel tidak dapat diolah ({type(error).__name__})"


def _trace() -> bool:
    """Tracebacks may quote mail; they stand in the log only where debugging was asked for (P10)."""
    return log.isEnabledFor(logging.DEBUG)
