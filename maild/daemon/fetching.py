"""The mailbox of one office: take in, file away, put copies of what was sent into the Sent folder."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from maild.daemon import opening
from maild.daemon.room import Room
from maild.mailbox import Fetched, Listed, Mailbox, Opened
from maild.store import Store, inbox, outbox
from maild.store.inbox import Taken

log = logging.getLogger(__name__)

BATCH = 50
BATCH_BYTES = 10 * 1024 * 1024


def take_in(store: Store, room: Room, mailbox: Mailbox, opened: Opened, now: Callable[[], datetime]) -> int:
    """Commits the raw bytes of every mail in the folder that is not stored yet (R1); returns how many."""
    folder = room.office.mailbox.folder
    listed = mailbox.list_since(1)
    if not listed:
        return 0
    with store.reading() as connection:
        known = inbox.known_uids(connection, room.key, folder, opened.uidvalidity, listed[0].uid)
    listed = [mail for mail in listed if mail.uid not in known]
    if listed:
        opening.prepare(room)
    limit = room.office.mailbox.max_size
    count = 0
    for batch in _batches(_fetched(room, mailbox, opened, listed)):
        taken = [_taken(mail, limit) for mail in batch]
        with store.transaction() as tx:
            count += inbox.take_in(tx, room.key, taken, now())
    return count


def _fetched(room: Room, mailbox: Mailbox, opened: Opened, listed: Sequence[Listed]) -> Iterator[Fetched]:
    """Bodies in batches; of a mail over the limit only its header, the rest stays on the server (R18)."""
    limit = room.office.mailbox.max_size
    yield from mailbox.fetch([mail for mail in listed if mail.size <= limit])
    for mail in listed:
        if mail.size > limit:
            header = mailbox.fetch_header(mail)
            if header:
                folder, validity = room.office.mailbox.folder, opened.uidvalidity
                yield Fetched(folder, validity, mail.uid, mail.internaldate, mail.size, header)


def _taken(mail: Fetched, limit: int) -> Taken:
    return Taken(
        mail.folder, mail.uidvalidity, mail.uid, mail.internaldate, mail.raw, mail.size, mail.size > limit
    )


def _batches(mails: Iterator[Fetched]) -> Iterator[list[Fetched]]:
    """As many as one transaction takes: memory stays bounded by a batch or by one large mail (R19)."""
    batch: list[Fetched] = []
    size = 0
    for mail in mails:
        if batch and (len(batch) >= BATCH or size + len(mail.raw) > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(mail)
        size += len(mail.raw)
    if batch:
        yield batch


def file_away(store: Store, room: Room, mailbox: Mailbox, opened: Opened) -> int:
    """MOVE, only after the commit (R2). A failed move undoes nothing and is repeated next round (R27)."""
    with store.reading() as connection:
        rows = inbox.to_move(connection, room.key, room.office.mailbox.folder, opened.uidvalidity)
    folders = {
        "processed": room.office.mailbox.processed_folder,
        "quarantine": room.office.mailbox.quarantine_folder,
    }
    if rows and mailbox.select().uidvalidity != opened.uidvalidity:
        # Made anew since it was listed (R5): the same numbers now mean other mails, which nobody has read.
        log.warning("office %s: UIDVALIDITY changed, filing waits for the next round", room.key)
        return 0
    for target, folder in folders.items():
        own = [r for r in rows if r.target == target]
        if own:
            mailbox.file([r.uid for r in own], folder)
            with store.transaction() as tx:
                inbox.mark_moved(tx, [r.id for r in own])
    return len(rows)


def file_sent(store: Store, room: Room, mailbox: Mailbox) -> int:
    """Copies of sent letters into the Sent folder. A crash between may leave one copy twice, none missing."""
    count = 0
    while True:
        with store.reading() as connection:
            rows = outbox.to_file(connection, room.key)
        if not rows:
            return count
        mailbox.append(room.office.mailbox.sent_folder, [(r.raw, r.sent_at) for r in rows])
        with store.transaction() as tx:
            outbox.mark_filed(tx, [r.id for r in rows])
        count += len(rows)
