"""The steps of one office, each of which tests can call alone: intake, time, sending."""

from __future__ import annotations

import logging
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from threading import Event

from maild.config import read_secret
from maild.daemon import fetching, sending, ticks
from maild.daemon.reading import read_mail
from maild.daemon.room import Room
from maild.mailbox import Mailbox
from maild.store import Store, inbox, outbox, set_value, value
from maild.store.casebook import Conflict

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
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
        counts = self.read_waiting()
        self.looked = begun
        fetching.file_away(self.store, self.room, mailbox, opened)
        return counts

    def read_waiting(self) -> Counts:
        """Every stored mail without a disposition, oldest first."""
        with self.store.reading() as connection:
            ids = inbox.waiting_ids(connection, self.room.key)
            begun = inbox.begun_ids(connection, self.room.key)
        seen: Counter[str] = Counter()
        for batch in reading_batches(ids, begun):
            with self.store.transaction() as tx:
                inbox.begin_reading(tx, batch)
            for inbox_id in batch:
                seen[self._read(inbox_id)] += 1
            with self.store.transaction() as tx:
                inbox.finish_reading(tx, batch)
        return _counted(seen)

    def _read(self, inbox_id: int) -> str:
        for _ in range(3):
            try:
                return read_mail(self.store, self.room, self.key, inbox_id, self.first_run, self.now())
            except Conflict:
                log.info("inbox %d: the case changed meanwhile, deciding again", inbox_id)
        return read_mail(self.store, self.room, self.key, inbox_id, self.first_run, self.now())

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


def reading_batches(ids: Sequence[int], begun: Set[int], size: int = 50) -> Iterator[list[int]]:
    """Fresh mails together; each one that was begun and not finished alone, so that the attempts of a mail
    that kills the process are not counted against those that lie beside it (R17)."""
    batch: list[int] = []
    for inbox_id in ids:
        if batch and (len(batch) == size or inbox_id in begun or batch[0] in begun):
            yield batch
            batch = []
        batch.append(inbox_id)
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
    if lost:
        log.warning("office %s: %d letters of unknown fate after a crash", room.key, lost)
    first_run = datetime.fromisoformat(found) if found else start
    return OfficeWork(store, room, now, store.key(), epoch, first_run)
