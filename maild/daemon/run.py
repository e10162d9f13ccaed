"""`maild run`: two threads for each office, and this one, which ticks, reloads, stops and says how we are."""

from __future__ import annotations

import logging
import os
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from maild.config import Config, Office, SecretError, database_url, load
from maild.daemon import logs
from maild.daemon.atwork import AtWork, stamp
from maild.daemon.hands import MailboxHand, SendingHand
from maild.daemon.notify import Notifier
from maild.daemon.register import open_register
from maild.daemon.room import DOCUMENTS, MAILS, Room, Unusable, furnish
from maild.daemon.signals import Signals
from maild.daemon.ticker import ClockWatch, Ticker
from maild.daemon.work import begin_work
from maild.store import Store

log = logging.getLogger(__name__)

CONFIG_ERROR = 78  # EX_CONFIG, sysexits(3)
TICK = 30  # seconds between two looks at what is due
GRACE = 5.0  # seconds that a mailbox may take to hang up; what it held is in the store or on the server


def run(config_path: Path) -> int:
    """Works until SIGTERM or SIGINT; the exit code. Raises StoreUnavailable or StoreRefused at start."""
    config = load(config_path)
    if not isinstance(config, Config):
        return _refuse(str(problem) for problem in config)
    _shield()
    logs.begin(config.logging)
    try:
        url = database_url(config.database)
    except SecretError as error:
        return _refuse(str(error).splitlines())
    store = Store(url)
    try:
        rooms = {office.key: _furnished(config, office, store) for office in config.offices}
        return _work(config_path, config, rooms, store)
    except Unusable as error:
        return _refuse(str(error).splitlines())
    finally:
        store.close()
        DOCUMENTS.close()
        MAILS.close()


def _work(path: Path, config: Config, rooms: Mapping[str, Room], store: Store) -> int:
    notifier = Notifier(os.environ)
    os.environ.pop("NOTIFY_SOCKET", None)  # children, if there are any, do not speak for us
    with Signals.caught() as signals:
        offices = {key: AtWork(begin_work(store, room, _now)) for key, room in rooms.items()}
        return Daemon(path, config, offices, notifier, signals).run()


def _refuse(problems: Iterator[str] | list[str]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return CONFIG_ERROR


def _shield() -> None:
    """No core dump with reports in it, no file for others, one zone for the naive times of schedule."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.umask(0o077)
    os.environ["TZ"] = "UTC"
    time.tzset()


def _now() -> datetime:
    return datetime.now(UTC)


def _furnished(config: Config, office: Office, store: Store) -> Room:
    now = _now()
    return furnish(config, office, now, open_register(store, office, now))


class Daemon:
    """The main thread. Its one loop: tick, reload, ping, wait for a signal."""

    def __init__(
        self,
        path: Path,
        config: Config,
        offices: Mapping[str, AtWork],
        notifier: Notifier,
        signals: Signals,
    ) -> None:
        self.path = path
        self.config = config
        self.offices = offices
        self.notifier = notifier
        self.signals = signals
        self.watch = ClockWatch()
        self.ticker = Ticker()
        for key, office in offices.items():
            self.ticker.every(TICK, f"{key} time", lambda office=office: self.time(office))  # type: ignore[misc]
            self.ticker.every(TICK, f"{key} agencies", lambda office=office: self.look(office))  # type: ignore[misc]

    def run(self) -> int:
        for office in self.offices.values():
            for hand in office.hands:
                hand.start()
        self.notifier.say("READY=1")
        log.info("at work for %s", ", ".join(self.offices))
        while not self.signals.stops:
            self.turn()
            self.signals.wait(1.0)
        return self._stop()

    def turn(self) -> None:
        self.ticker.tick()
        if self.signals.reload:
            self.signals.reload = False
            self.reload()
        self._tell()

    def _tell(self) -> None:
        """A hand that hangs or has died is not covered up: without pings systemd starts us again."""
        hands = [hand for office in self.offices.values() for hand in office.hands]
        silent = [hand.name for hand in hands if not hand.well]
        if not silent:
            self.notifier.ping()
        words = "; ".join(office.status() for office in self.offices.values())
        self.notifier.status(f"{words}; no sign of life: {', '.join(silent)}" if silent else words)

    def time(self, office: AtWork) -> None:
        if not self.watch.holds():
            hours = self.watch.drift().total_seconds() / 3600
            log.error("the clock was moved by %.1f h: letters driven by time wait (restart to go on)", hours)
            return
        counts = office.work.time()
        if counts.due:
            log.info("office %s: %d rungs due", office.work.room.key, counts.due)
        office.sender.wake.set()

    def look(self, office: AtWork) -> None:
        """A new agency list is read by itself, and what mails or commands have changed in the register. One
        with faults is named once, in the log and to an admin; the register stays as it was.

        Only when it has not changed since the last look: half of a list can be a valid list.
        """
        now = stamp(office.work.room.office.agencies)
        settled, office.seen = now == office.seen, now
        same_day = office.day == office.today  # an agency may end, or a term begin, with the day
        if not settled or (now == office.agencies and same_day and not office.register_changed):
            return
        office.agencies, office.day = now, office.today
        try:
            room = _furnished(self.config, office.work.room.office, office.work.store)
        except Unusable as error:
            _keep(str(error).splitlines())
            return
        for fault in room.list_faults:
            log.error("office %s: agency list not taken in: %s", room.key, fault)
        office.swap(room, now)
        log.info("office %s: register read anew", room.key)

    def reload(self) -> None:
        """Configuration, agency lists, templates and calendars: whole or not at all (R23)."""
        self.notifier.reloading()
        try:
            self._reload()
        except Exception:
            log.exception("reload failed: the old configuration stays")
        self.notifier.say("READY=1")

    def _reload(self) -> None:
        config = load(self.path)
        if not isinstance(config, Config):
            return _keep(str(problem).splitlines()[0] for problem in config)
        if config.database != self.config.database or {o.key for o in config.offices} != set(self.offices):
            return _keep(["database and offices change only with a restart"])
        stamps = {office.key: stamp(office.agencies) for office in config.offices}
        try:
            rooms = {
                office.key: _furnished(config, office, self.offices[office.key].work.store)
                for office in config.offices
            }
        except Unusable as error:
            return _keep(str(error).splitlines())
        faults = [str(fault) for room in rooms.values() for fault in room.stationery.check()]
        if faults:
            return _keep(faults)
        logs.begin(config.logging)
        self.config = config
        for key, room in rooms.items():
            self.offices[key].swap(room, stamps[key])
        log.info("configuration read anew")
        return None

    def _stop(self) -> int:
        """Letters in hand are finished; a second signal ends at once."""
        self.notifier.say("STOPPING=1")
        log.info("stopping")
        hands = [hand for office in self.offices.values() for hand in office.hands]
        for hand in hands:
            hand.stop()
        began = time.monotonic()
        while self.signals.stops < 2 and any(self._awaited(hand, began) for hand in hands):
            self.notifier.ping()
            self.signals.wait(0.05)
        return 0

    def _awaited(self, hand: MailboxHand | SendingHand, began: float) -> bool:
        patient = isinstance(hand, SendingHand) or time.monotonic() - began < GRACE
        return patient and hand.is_alive()


def _keep(problems: Iterator[str] | list[str]) -> None:
    for problem in problems:
        log.error("not read: %s", problem)
    log.error("the old configuration stays in use")
