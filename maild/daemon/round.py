"""`maild once`: one whole round of the same steps that the daemon repeats."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from maild.config import Config, database_url
from maild.confined import ReaderUnavailable
from maild.daemon.register import open_register
from maild.daemon.room import furnish
from maild.daemon.work import Counts, OfficeWork, begin_work
from maild.mailbox import MailboxRefused, MailboxUnavailable
from maild.store import Store, StoreRefused, value
from maild.submission import SubmissionRefused, SubmissionUnavailable

log = logging.getLogger(__name__)


class TryLater(Exception):
    """Mailbox, SMTP or database are out of reach; what could be done was done. Exit code 75."""

    def __init__(self, why: str, counts: Counts) -> None:
        super().__init__(why)
        self.counts = counts


class Refused(Exception):
    """A wall said no for a reason that waiting does not mend. Exit code 1."""

    def __init__(self, why: str, counts: Counts) -> None:
        super().__init__(why)
        self.counts = counts


class WrongTime(ValueError):
    """`--at` without a rehearsal, or behind the newest time that the database has seen."""


def once(config: Config, at: datetime | None = None) -> Counts:
    """One round for every office. `at` (aware) is taken as now; only in a rehearsal, never going back."""
    store = Store(database_url(config.database))
    try:
        clock = _clock(config, store, at)
        now = clock()
        rooms = [furnish(config, one, now, open_register(store, one, now)) for one in config.offices]
        works = [begin_work(store, room, clock) for room in rooms]
        return round_of(works)
    finally:
        store.close()


def _clock(config: Config, store: Store, at: datetime | None) -> Callable[[], datetime]:
    if at is None:
        return lambda: datetime.now(UTC)
    if not config.rehearsal.enabled:
        raise WrongTime("--at: found a time, wanted rehearsal.enabled: true in the configuration")
    with store.reading() as connection:
        newest = value(connection, "newest")
    if newest is not None and at < datetime.fromisoformat(newest):
        raise WrongTime(
            f"--at: found {at.isoformat()}, wanted a time not before {newest} (seen by the database)"
        )
    return lambda: at


def round_of(works: list[OfficeWork]) -> Counts:
    """Every office in turn. A wall that fails stops neither the other offices nor the other steps."""
    total = Counts()
    faults: list[Exception] = []
    for work in works:
        total += _round(work, faults)
    for fault in faults:
        if isinstance(fault, (MailboxRefused, SubmissionRefused, StoreRefused)):
            raise Refused(str(fault), total) from fault
    if faults:
        raise TryLater(str(faults[0]), total) from faults[0]
    return total


def _round(work: OfficeWork, faults: list[Exception]) -> Counts:
    counts = Counts()
    mailbox = work.mailbox()
    try:
        mailbox.open()
        counts += work.take_in(mailbox)
    except (MailboxUnavailable, MailboxRefused) as fault:
        faults.append(fault)
        counts += _read_waiting(work, faults)  # what is stored already needs no mailbox
    except ReaderUnavailable as fault:
        faults.append(fault)
    try:
        counts += work.time()
        try:
            counts += work.send()
        except (SubmissionUnavailable, SubmissionRefused) as fault:
            faults.append(fault)
        if not any(isinstance(f, (MailboxUnavailable, MailboxRefused)) for f in faults):
            work.file_sent(mailbox)
    except (MailboxUnavailable, MailboxRefused) as fault:
        faults.append(fault)
    finally:
        mailbox.close()
    return counts


def _read_waiting(work: OfficeWork, faults: list[Exception]) -> Counts:
    try:
        return work.read_waiting()
    except ReaderUnavailable as fault:
        faults.append(fault)
        return Counts()
