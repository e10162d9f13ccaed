"""Drains the outbox of one office: claim, check the address once more, fence, send, write down."""

from __future__ import annotations

import logging
import socket
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from threading import Event

from sqlalchemy import Connection

from maild.cases.case import Case
from maild.cases.undelivered import Fate
from maild.config import read_secret
from maild.daemon.fates import report_fate
from maild.daemon.room import Room
from maild.directory import Directory, objection
from maild.directory.roster import directory_of
from maild.store import Store, casebook, outbox, register
from maild.store.outbox import Parcel
from maild.submission import (
    Deferred,
    Fenced,
    Outgoing,
    Refused,
    Result,
    Sent,
    Submission,
    Uncertain,
    give_up,
    pause,
)

log = logging.getLogger(__name__)

AHEAD = 20  # letters whose bytes are loaded at once
AHEAD_BYTES = 2_000_000  # of them together; one larger letter alone

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Drain:
    """One pass over what is ready. `epoch` is this process: fences of others are not ours (R12, R15)."""

    store: Store
    room: Room
    key: bytes
    epoch: int
    now: Clock
    sent: int = 0
    deferred: int = 0
    failed: int = 0
    queue: deque[Parcel] = field(default_factory=deque)
    loaded: dict[int, bytes] = field(default_factory=dict)  # letters of the head of the queue
    tx: Connection | None = None
    register: tuple[int, Directory] | None = None  # with how often it had changed
    tried: dict[int, Parcel] = field(default_factory=dict)

    def source(self) -> Outgoing | None:
        """The next letter that may leave, its address checked against the directory of this moment (R23)."""
        while True:
            if not self.queue and not self._refill():
                return None
            parcel = self.queue.popleft()
            self.tried[parcel.id] = parcel
            stale = self._stale(parcel)
            if stale is None:
                return self._outgoing(parcel)
            self._hold_stale(parcel, stale)

    def _refill(self) -> bool:
        with self.store.reading() as connection:
            found = outbox.claimable(connection, self.room.key, self.now())
        self.queue.extend(p for p in found if p.id not in self.tried)
        return bool(self.queue)

    def _outgoing(self, parcel: Parcel) -> Outgoing:
        own = self.room.office.submission
        journal = own.sender if own.journal and parcel.recipient != own.sender else None
        return Outgoing(parcel.id, parcel.envelope_from, parcel.recipient, journal, self._bytes(parcel))

    def _bytes(self, parcel: Parcel) -> bytes:
        """Of this letter; those of the next ones are loaded with it, within a bound (R19)."""
        if parcel.id not in self.loaded:
            ids, left = [parcel.id], AHEAD_BYTES - parcel.size
            for coming in islice(self.queue, AHEAD):
                left -= coming.size
                if left < 0:
                    break
                ids.append(coming.id)
            with self.store.reading() as connection:
                self.loaded = outbox.letter_bytes(connection, ids)
        return self.loaded.pop(parcel.id)

    def _stale(self, parcel: Parcel) -> str | None:
        """An agency is written to only at an address that the register has for it at this moment (R23)."""
        if parcel.role == "office" and not self.room.config.rehearsal.redirect_to:
            known = {office.address for office in self.room.world.offices}
            return None if parcel.recipient in known else "no longer an office of the configuration"
        if parcel.role not in ("agency", "superior") or self.room.config.rehearsal.redirect_to:
            return None
        register = self._register()
        if parcel.kind.endswith("T") and parcel.case_id is not None and not self._oversees(register, parcel):
            return "no longer the body that oversees an agency of the case"
        return objection(register, parcel.agency_id or "", parcel.recipient, self._today())

    def _oversees(self, register: Directory, parcel: Parcel) -> bool:
        """A letter in copy goes to the inspectorate that oversees the agency at this moment."""
        with self.store.reading() as connection:
            ids = casebook.load(connection, parcel.case_id or 0).agency_ids
        agencies = (register.agencies.get(agency_id) for agency_id in ids)
        return any(agency is not None and agency.oversight_id == parcel.agency_id for agency in agencies)

    def _today(self) -> date:
        return self.room.world.date_of(self.now())

    def _register(self) -> Directory:
        """As it is now: a mail or a command may have changed it since the room was furnished."""
        with self.store.reading() as connection:
            newest = register.newest(connection, self.room.key)
            if self.register is None or self.register[0] != newest:
                same = newest == self.room.newest_change
                rows = {} if same else register.rows(connection, self.room.key)
                self.register = (
                    newest,
                    self.room.world.directory if same else directory_of(rows, self._today()),
                )
        return self.register[1]

    def _hold_stale(self, parcel: Parcel, why: str) -> None:
        with self.store.transaction() as tx:
            outbox.mark_held(tx, parcel.id, why)
            report_fate(tx, self.room, self.key, parcel.id, self._case(tx, parcel), "stale", "", self.now())
        log.warning("outbox %d: held: %s", parcel.id, why)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What has ended and what comes to the fence meanwhile are one transaction."""
        with self.store.transaction() as self.tx:
            yield

    def fence(self, ids: Sequence[int]) -> set[int]:
        assert self.tx is not None
        return outbox.fence(self.tx, ids, self.epoch, self.now())

    def settle(self, results: Sequence[tuple[int, Result]]) -> None:
        assert self.tx is not None
        now = self.now()
        for outbox_id, result in results:
            self._settle_one(self.tx, outbox_id, result, now)

    def _settle_one(self, tx: Connection, outbox_id: int, result: Result, now: datetime) -> None:
        parcel = self.tried[outbox_id]
        match result:
            case Sent():
                outbox.mark_sent(tx, outbox_id, result.reply, now)
                self.sent += 1
            case Uncertain():
                outbox.mark_uncertain(tx, outbox_id, result.why, now)
                self.deferred += 1
            case Deferred() if parcel.first_attempt_at and give_up(parcel.first_attempt_at, now):
                self._failed(tx, parcel, "given_up", result.reply, now)
            case Deferred():
                outbox.mark_deferred(tx, outbox_id, result.reply, now + pause(parcel.attempts + 1), now)
                self.deferred += 1
            case Refused(held=True):
                # Row and bytes contradict each other: our own gate stopped it, a person has to look (T15).
                outbox.mark_held(tx, outbox_id, result.reply)
                self.failed += 1
                report_fate(
                    tx, self.room, self.key, outbox_id, self._case(tx, parcel), "contradiction", "", now
                )
            case Refused():
                self._failed(tx, parcel, "refused", result.reply, now)
            case Fenced():
                pass

    def _case(self, tx: Connection, parcel: Parcel) -> Case | None:
        return casebook.load(tx, parcel.case_id) if parcel.case_id is not None else None

    def _failed(self, tx: Connection, parcel: Parcel, fate: Fate, reply: str, now: datetime) -> None:
        outbox.mark_failed(tx, parcel.id, reply)
        self.failed += 1
        if is_list_to_admin(self.room, parcel.kind, parcel.recipient):
            log.error("outbox %d: a list to an admin cannot be delivered", parcel.id)
            return
        case = self._case(tx, parcel)
        code = reply.split(" ", 1)[0] if reply[:3].isdigit() else ""
        report_fate(tx, self.room, self.key, parcel.id, case, fate, code, now)


def is_list_to_admin(room: Room, kind: str, recipient: str) -> bool:
    """Were it asked about, a list of open questions that fails would make another list, without end (T12)."""
    officer = room.world.officer(recipient)
    return kind in ("N01", "N02") and officer is not None and "admin" in officer.roles


def drain(store: Store, room: Room, key: bytes, epoch: int, now: Clock, stop: Event | None = None) -> Drain:
    """Sends everything that is ready. Raises SubmissionUnavailable after settling what was claimed."""
    work = Drain(store, room, key, epoch, now)
    if not work._refill():
        return work
    password = read_secret(room.office.submission) if room.office.submission.username else None
    way_out = Submission(room.office.submission, password, local_hostname=socket.gethostname() or "localhost")
    way_out.drain(work.source, work.fence, work.settle, together=work.together, stop=stop)
    return work
