"""Stored mails become messages: read in a child, with their documents, while the daemon does other things."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from maild.confined import ReaderUnavailable
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


def again(room: Room, mail: inbox.Waiting) -> Message | None:
    """A mail that was opened before, with its documents; None when it cannot be read. Raises as `ahead`."""
    message = room.mails.read(mail.raw)
    return None if isinstance(message, Unreadable) else room.documents.read(message)


def _opened(store: Store, room: Room, ids: Sequence[int]) -> list[Opened]:
    """Another process reads the documents of one mail while this thread has the next mails read."""
    with store.reading() as connection:
        mails = inbox.load(connection, ids)
    found: list[Message | str | Future[Message]] = []
    for mail in mails:
        message = _message_of(room, mail)
        if isinstance(message, Message) and any(every_attachment(message)):
            found.append(room.documents.ahead(message))
        else:
            found.append(message)
    return [Opened(mail, _awaited(mail, one)) for mail, one in zip(mails, found, strict=True)]


def _awaited(mail: inbox.Waiting, found: Message | str | Future[Message]) -> Message | str:
    try:
        return found.result() if isinstance(found, Future) else found
    except Exception as error:
        return poisoned(mail, error)


def _message_of(room: Room, mail: inbox.Waiting) -> Message | str:
    if mail.truncated:
        return f"surel sebesar {mail.size:,} bita melebihi batas"
    if mail.attempts > inbox.ATTEMPTS:
        return "pembacaan surel berulang kali terhenti"
    try:
        message = room.mails.read(mail.raw)
        if isinstance(message, Unreadable):
            return message.reason
        if len(message.headers.get("received", ())) > HOPS:
            return "surel berputar: terlalu banyak baris Received"
        return message
    except ReaderUnavailable:
        raise
    except Exception as error:
        return poisoned(mail, error)


def poisoned(mail: inbox.Waiting, error: Exception) -> str:
    """Why a mail is set aside on which we ourselves failed."""
    log.error("inbox %d: set aside: %s", mail.id, type(error).__name__, exc_info=_trace())
    return f"surel tidak dapat diolah ({type(error).__name__})"


def _trace() -> bool:
    """Tracebacks may quote mail; they stand in the log only where debugging was asked for (P10)."""
    return log.isEnabledFor(logging.DEBUG)
