"""The threads of one office: one hand owns the mailbox, one sends. They meet in the database only."""

from __future__ import annotations

import logging
import threading
import time
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from maild.config import SecretError
from maild.confined import ReaderUnavailable
from maild.daemon.work import Counts, OfficeWork
from maild.mailbox import Backoff, Mailbox, MailboxRefused, MailboxUnavailable
from maild.store import StoreRefused, StoreUnavailable
from maild.submission import SubmissionRefused, SubmissionUnavailable

log = logging.getLogger(__name__)

# Waiting does not mend these, but somebody may: they are tried again, seldom.
REFUSALS = (MailboxRefused, SubmissionRefused, StoreRefused, SecretError)
OUTAGES = (MailboxUnavailable, SubmissionUnavailable, StoreUnavailable, ReaderUnavailable)
REFUSED_PAUSE = timedelta(minutes=5)
SEND_EVERY = 30.0  # seconds
READ_SILENCE = 300.0  # seconds that a turn may take without any sign of life: every wait of IMAP ends before
SEND_SILENCE = 900.0  # after the final dot a server may take ten minutes (RFC 5321 section 4.5.3.2.6)


class Stopped(BaseException):
    """Told to stop between two mails. No Exception: nothing may take it for a fault of a mail."""


class Hand(threading.Thread):
    """Repeats one turn until it is told to stop. A fault makes it pause, never end."""

    silence: float

    def __init__(self, name: str, work: OfficeWork, after: Callable[[], None] = lambda: None) -> None:
        super().__init__(name=f"{work.room.key}-{name}", daemon=True)
        self.work = replace(work, now=self.clock)
        self.after = after  # what to do when a turn has made work for others
        self.total = Counts()
        self.trouble = ""  # kind of the last fault, '' while all is well
        self.wake = threading.Event()
        self.stopping = threading.Event()
        self._backoff = Backoff()
        self._failures = 0
        self._silent_until = time.monotonic() + self.silence

    def stop(self) -> None:
        self.stopping.set()
        self.wake.set()

    def beat(self, more: float = 0.0) -> None:
        """A sign of life; `more` seconds of silence are announced with it."""
        self._silent_until = time.monotonic() + self.silence + more

    @property
    def well(self) -> bool:
        """Whether it lives and has made progress lately; else the watchdog has to fire."""
        return self.is_alive() and time.monotonic() < self._silent_until

    def clock(self) -> datetime:
        """Now. Steps ask the time for each mail, which makes it a sign of life as well."""
        self.beat()
        return datetime.now(UTC)

    def run(self) -> None:
        while not self.stopping.is_set():
            self.beat()
            self.wake.clear()
            pause = self._guarded()
            if pause and not self.stopping.is_set():
                self.beat(pause)
                self.wake.wait(pause)
        self.leave()

    def _guarded(self) -> float:
        """One turn; returns the pause after it in seconds."""
        try:
            pause = self.turn()
        except Stopped:
            return 0.0
        except REFUSALS as fault:
            return self._faulty(fault, REFUSED_PAUSE)
        except OUTAGES as fault:
            return self._faulty(fault, timedelta(0))
        except Exception as fault:
            log.exception("%s: internal error", self.name)
            return self._faulty(fault, timedelta(0))
        if self.trouble:
            log.info("%s: works again", self.name)
        self._failures, self.trouble = 0, ""
        return pause

    def _faulty(self, fault: Exception, least: timedelta) -> float:
        self._failures += 1
        self.trouble = type(fault).__name__
        pause = max(least, self._backoff.after(self._failures))
        level = logging.ERROR if least else logging.WARNING
        log.log(level, "%s: %s: %s; again in %d s", self.name, self.trouble, fault, pause.total_seconds())
        try:
            self.recover()
        except Stopped:
            return 0.0
        except Exception as second:  # the store is away as well, perhaps: the pause is the answer to both
            log.warning("%s: %s", self.name, type(second).__name__)
        return pause.total_seconds()

    @abstractmethod
    def turn(self) -> float:
        """One step; returns how long to rest, if nothing wakes it before."""

    def recover(self) -> None:
        """What can be done in spite of a fault."""

    def leave(self) -> None:
        """The last thing before the thread ends."""


class MailboxHand(Hand):
    """Takes in, files away, waits for news: by IDLE where the server has it, else by asking."""

    silence = READ_SILENCE

    def __init__(self, work: OfficeWork, after: Callable[[], None]) -> None:
        super().__init__("mailbox", work, after)
        self._mailbox: Mailbox | None = None

    def clock(self) -> datetime:
        """Asked before each mail, so also the place to stop at: what is stored is read after the start."""
        if self.stopping.is_set():
            raise Stopped
        return super().clock()

    def turn(self) -> float:
        mailbox = self._connected()
        try:
            counts = self.work.take_in(mailbox)
            self.work.file_sent(mailbox)
        except ValueError:
            if mailbox.settings == self.work.room.office.mailbox:
                raise
            return 0.0  # a reload in the middle named other folders: the next turn opens the new mailbox
        self._note(counts)
        if self.stopping.is_set():
            return 0.0
        seconds = self.work.room.office.mailbox.poll.total_seconds()
        self.beat(seconds)
        mailbox.wait(seconds, self.wake)
        return 0.0

    def _connected(self) -> Mailbox:
        """The open mailbox; a new one when a reload has changed how it is reached."""
        if self._mailbox is not None and self._mailbox.settings != self.work.room.office.mailbox:
            self._hang_up()
        if self._mailbox is None:
            mailbox = self.work.mailbox()
            mailbox.open()
            self._mailbox = mailbox
        return self._mailbox

    def recover(self) -> None:
        self._hang_up()
        self._note(self.work.read_waiting())  # what is stored already needs no mailbox

    def leave(self) -> None:
        self._hang_up()

    def _hang_up(self) -> None:
        if self._mailbox is not None:
            self._mailbox.close()
            self._mailbox = None

    def _note(self, counts: Counts) -> None:
        self.total += counts
        if counts.received:
            log.info("%s: %d taken in, %d opened", self.name, counts.received, counts.opened)
            self.after()


class SendingHand(Hand):
    """Sends what is ready, as soon as there may be something and every half minute."""

    silence = SEND_SILENCE

    def __init__(self, work: OfficeWork, after: Callable[[], None]) -> None:
        super().__init__("sender", work, after)
        self._halt = threading.Event()

    def halt(self) -> None:
        """Ends the pass in hand after the letter in hand; the next one begins with what is true by then."""
        self._halt.set()
        self.wake.set()

    def stop(self) -> None:
        super().stop()
        self._halt.set()

    def turn(self) -> float:
        self._halt.clear()
        if self.stopping.is_set():
            return 0.0
        counts = self.work.send(self._halt)
        self.total += counts
        if counts.sent:
            log.info("%s: %d sent", self.name, counts.sent)
            self.after()
        return SEND_EVERY
