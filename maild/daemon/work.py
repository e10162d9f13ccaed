"""The steps of one office, each of which tests can call alone: intake, time, sending."""

from __future__ import annotations

import contextlib
import logging
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from threading import Event

from maild.config import read_secret
from maild.confined import ReaderUnavailable
from maild.daemon import announcing, fetching, opening, remembering, sending, upkeep
from maild.daemon.climbing import climb
from maild.daemon.fates import settle_uncertain
from maild.daemon.morning import morning
from maild.daemon.opening import Opened
from maild.daemon.reading import read_mails
from maild.daemon.room import Room
from maild.mailbox import Mailbox
from maild.store import Store, StoreUnavailable, inbox, outbox, set_value, value

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
TOGETHER = 20  # mails in one transaction: a commit waits for the disk, and a crash reads these again
TOGETHER_BYTES = 2_000_000  # of them, while as much is opened for the next; one larger mail goes alone
A_WHILE = 5.0  # seconds between two signs of life
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
        """Every stored mail without a disposition, oldest first. While one batch is decided on, the next is
        opened: that is done by other processes."""
        with self.store.reading() as connection:
            waiting = inbox.waiting(connection, self.room.key)
        seen: Counter[str] = Counter()
        ahead: Begun | None = None
        for batch, following in with_next(reading_batches(waiting)):
            begun, ahead = ahead or self._begin(batch), None
            try:
                now = self.now()
                if following and batch.fresh and following.fresh:
                    ahead = self._begin(following)
                seen.update(self._finish(begun, now))
            except BaseException as fault:
                self._take_back([ahead] if _may_be_its_own(fault) else [begun, ahead])
                raise
        return _counted(seen)

    def _begin(self, batch: Batch) -> Begun:
        """The attempt is committed before anything looks at the mails (R17)."""
        with self.store.transaction() as tx:
            inbox.begin_reading(tx, batch.ids)
        return Begun(batch.ids, opening.ahead(self.store, self.room, batch.ids))

    def _finish(self, begun: Begun, now: datetime) -> list[str]:
        while not wait([begun.mails], timeout=A_WHILE).done:
            self.now()  # a sign of life: each mail may take its reader's whole time
        opened = begun.mails.result()
        return read_mails(self.store, self.room, self.key, opened, self.first_run, now)

    def _take_back(self, attempts: Sequence[Begun | None]) -> None:
        """Where even this cannot be written they stay counted."""
        given_up = [one for one in attempts if one]
        for one in given_up:
            one.mails.cancel()
        ids = [each for one in given_up for each in one.ids]
        with contextlib.suppress(StoreUnavailable), self.store.transaction() as tx:
            inbox.take_back_reading(tx, ids)

    def time(self) -> Counts:
        """Everything that is due, then the lists for staff."""
        now = self.now()
        if not self._clock_holds(now):
            log.error("office %s: the clock went back; letters driven by time wait", self.room.key)
            return Counts()
        due = climb(self.store, self.room, self.key, now)
        if self.looked is not None:
            # The copy that proves a delivery may lie in a mailbox that cannot be read just now (R14).
            settle_uncertain(self.store, self.room, self.key, min(now, self.looked))
        upkeep.tend(self.store, self.room, self.key, now)
        announcing.tell_list_faults(self.store, self.room, self.key, now)
        morning(self.store, self.room, self.key, now)
        announcing.announce(self.store, self.room, self.key, now)
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
        if done.failed and announcing.announce(self.store, self.room, self.key, self.now()):
            more = sending.drain(self.store, self.room, self.key, self.epoch, self.now, stop)
            counts += Counts(sent=more.sent, deferred=more.deferred, failed=more.failed)
        return counts

    def file_sent(self, mailbox: Mailbox) -> int:
        return fetching.file_sent(self.store, self.room, mailbox)


@dataclass(slots=True)
class Batch:
    """Mails that are read together. Not `fresh`: reading them began before and did not come to its end."""

    ids: list[int]
    fresh: bool
    left: int  # bytes that still fit


@dataclass(frozen=True, slots=True)
class Begun:
    """A batch whose attempt is counted, and its mails once they are opened."""

    ids: Sequence[int]
    mails: Future[list[Opened]]


def reading_batches(waiting: Sequence[inbox.Lying]) -> Iterator[Batch]:
    """Fresh mails together, as many as one transaction takes; each one that was begun and not finished alone,
    so that the attempts of a mail that kills the process are not counted against its neighbours (R17)."""
    batch: Batch | None = None
    for mail in waiting:
        if batch and (mail.begun or not batch.fresh or len(batch.ids) == TOGETHER or mail.size > batch.left):
            yield batch
            batch = None
        batch = batch or Batch([], not mail.begun, TOGETHER_BYTES)
        batch.ids.append(mail.id)
        batch.left -= mail.size
    if batch:
        yield batch


def with_next(batches: Iterable[Batch]) -> Iterator[tuple[Batch, Batch | None]]:
    """Each batch, and the one after it."""
    left = iter(batches)
    batch = next(left, None)
    while batch:
        following = next(left, None)
        yield batch, following
        batch = following


def _may_be_its_own(fault: BaseException) -> bool:
    """Whether a mail may have brought it about; not that we were told to stop, or that others are away."""
    return isinstance(fault, Exception) and not isinstance(fault, (StoreUnavailable, ReaderUnavailable))


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
