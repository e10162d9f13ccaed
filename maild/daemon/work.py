"""The steps of one office, each of which tests can call alone: intake, time, sending."""

from __future__ import annotations

import contextlib
import logging
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from threading import Event

from maild.config import read_secret
from maild.daemon import fetching, remembering, sending, ticks, upkeep
from maild.daemon.reading import read_mails
from maild.daemon.room import Room
from maild.mailbox import Mailbox
from maild.store import Store, StoreUnavailable, inbox, outbox, set_value, value

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
TOGETHER = 20  # mails in one transaction: a commit waits for the disk, and a crash reads these again
TOGETHER_BYTES = 4_000_000  # of them; one larger mail goes alone
JUMP = timedelta(minutes=10)  # the clock may go back so far before time-driven letters wait (R22)


@dataclass(slots=True)
class Counts:
    """What one round did. received = opened + threaded + held + quarantined + duplicates + ignored."""

    received: int = 0
    opened: int = 0
    threaded: int = 0
    held: int = 0
    quarantined: int = 0
    duplicates: int = 0
    ignored: int = 0
    sent: int = 0
    deferred: int = 0
    failed: int = 0
    due: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def as_json(self) -> dict[str, int]:
        return asdict(self)


@dataclass(slots=True)
class OfficeWork:
    """One office at work in this process; made once it has claimed the office (R16)."""

    store: Store
    room: Room
    now: Clock
    key: bytes
    epoch: int
    first_run: datetime
    looked: datetime | None = None  # when the mailbox was last read whole

    def mailbox(self) -> Mailbox:
        settings = self.room.office.mailbox
        return Mailbox(settings, read_secret(settings))

    def take_in(self, mailbox: Mailbox) -> Counts:
        """Fetch and commit, read and decide, file away: in this order for every batch."""
        begun = self.now()
        opened = mailbox.select()
        fetching.take_in(self.store, self.room, mailbox, opened, self.now)
        remembering.catch_up(self.store, self.key, self.room.key)
        counts = self.read_waiting()
        self.looked = begun
        fetching.file_away(self.store, self.room, mailbox, opened)
        return counts

    def read_waiting(self) -> Counts:
        """Every stored mail without a disposition, oldest first."""
        with self.store.reading() as connection:
            waiting = inbox.waiting(connection, self.room.key)
        seen: Counter[str] = Counter()
        for batch in reading_batches(waiting):
            seen.update(self._read(batch))
        return _counted(seen)

    def _read(self, batch: Sequence[int]) -> list[str]:
        with self.store.transaction() as tx:
            inbox.begin_reading(tx, batch)
        try:
            return read_mails(self.store, self.room, self.key, batch, self.first_run, self.now())
        except StoreUnavailable:
            # It was not the mails that failed; where even this cannot be written the attempt stays counted.
            with contextlib.suppress(StoreUnavailable), self.store.transaction() as tx:
                inbox.take_back_reading(tx, batch)
            raise

    def time(self) -> Counts:
        """Everything that is due, then the lists for staff."""
        now = self.now()
        if not self._clock_holds(now):
            log.error("office %s: the clock went back; letters driven by time wait", self.room.key)
            return Counts()
        due = ticks.climb(self.store, self.room, self.key, now)
        if self.looked is not None:
            # The copy that proves a delivery may lie in a mailbox that cannot be read just now (R14).
            ticks.settle_uncertain(self.store, self.room, self.key, min(now, self.looked))
        upkeep.tend(self.store, self.room, self.key, now)
        ticks.tell_list_faults(self.store, self.room, self.key, now)
        ticks.morning(self.store, self.room, self.key, now)
        ticks.announce(self.store, self.room, self.key, now)
        return Counts(due=due)

    def _clock_holds(self, now: datetime) -> bool:
        with self.store.transaction() as tx:
            newest = value(tx, "newest")
            if newest is not None and now < datetime.fromisoformat(newest) - JUMP:
                return False
            if newest is None or now > datetime.fromisoformat(newest):
                set_value(tx, "newest", now.isoformat())
        return True

    def send(self, stop: Event | None = None) -> Counts:
        """Everything that may leave. What failed is announced and the announcement sent."""
        done = sending.drain(self.store, self.room, self.key, self.epoch, self.now, stop)
        counts = Counts(sent=done.sent, deferred=done.deferred, failed=done.failed)
        if done.failed and ticks.announce(self.store, self.room, self.key, self.now()):
            more = sending.drain(self.store, self.room, self.key, self.epoch, self.now, stop)
            counts += Counts(sent=more.sent, deferred=more.deferred, failed=more.failed)
        return counts

    def file_sent(self, mailbox: Mailbox) -> int:
        return fetching.file_sent(self.store, self.room, mailbox)


def reading_batches(waiting: Sequence[inbox.Lying]) -> Iterator[list[int]]:
    """Fresh mails together, as many as one transaction takes; each one that was begun and not finished alone,
    so that the attempts of a mail that kills the process are not counted against its neighbours (R17)."""
    batch: list[int] = []
    room = 0  # bytes that still fit
    for mail in waiting:
        if batch and (len(batch) == TOGETHER or mail.begun or mail.size > room):
            yield batch
            batch = []
        room = (room if batch else TOGETHER_BYTES) - mail.size
        batch.append(mail.id)
        if mail.begun:
            yield batch
            batch = []
    if batch:
        yield batch


def _counted(seen: Counter[str]) -> Counts:
    counts = Counts(
        received=sum(seen.values()),
        opened=seen["opened"],
        threaded=seen["threaded"],
        held=seen["held"],
        quarantined=seen["quarantined"],
        duplicates=seen["duplicate"],
        ignored=seen["ignored"],
    )
    assert counts.received == sum(
        asdict(counts)[n] for n in ("opened", "threaded", "held", "quarantined")
    ) + (counts.duplicates + counts.ignored), "a mail ended without a disposition"
    return counts


def begin_work(store: Store, room: Room, now: Clock) -> OfficeWork:
    """Claims the office and settles what a dead process left behind. Raises StoreRefused when it is taken."""
    store.claim(room.key)
    epoch = secrets.randbelow(2**31 - 1) + 1
    moment = now()
    start = moment.replace(microsecond=0)  # INTERNALDATE has whole seconds: nothing of this second is old
    with store.transaction() as tx:
        found = value(tx, f"first_run/{room.key}")
        if found is None:
            set_value(tx, f"first_run/{room.key}", start.isoformat())
        lost = outbox.recover(tx, room.key, epoch, moment)
    remembering.begin(store, room.key)
    if lost:
        log.warning("office %s: %d letters of unknown fate after a crash", room.key, lost)
    first_run = datetime.fromisoformat(found) if found else start
    return OfficeWork(store, room, now, store.key(), epoch, first_run)
