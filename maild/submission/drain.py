"""Sends what the outbox has: some kept connections, each pulling one mail after the other."""

from __future__ import annotations

import asyncio
import logging
import ssl
import threading
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from functools import lru_cache

from .books import Books, Fence, Settle, Source, Together
from .connect import Settings, SubmissionRefused, SubmissionUnavailable, connect
from .gate import objection
from .outcome import Deferred, Outgoing, Refused, Result
from .session import Lost, Session, Timeouts

log = logging.getLogger(__name__)

__all__ = ["Settings", "Submission", "SubmissionRefused", "SubmissionUnavailable", "Timeouts"]


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """The certificates that this machine trusts; reading them takes 20 ms, so once for the process."""
    return ssl.create_default_context()


class Submission:
    """The way out for one office's letters. Holds no connection between two calls."""

    def __init__(
        self,
        settings: Settings,
        password: str | None,
        *,
        ssl_context: ssl.SSLContext | None = None,
        local_hostname: str,
        timeouts: Timeouts | None = None,
    ) -> None:
        self.settings = settings
        self._password = password
        self._context = ssl_context or (_trust() if settings.tls != "none" else None)
        self._local_hostname = local_hostname
        self._timeouts = timeouts or Timeouts()

    def drain(
        self,
        source: Source,
        fence: Fence,
        settle: Settle,
        *,
        together: Together = nullcontext,
        stop: threading.Event | None = None,
    ) -> None:
        """Sends until `source` gives None or `stop` is set; a mail in hand is finished.

        source: claims the next mail. fence: commits `ready -> committing` for these ids just before their
        bodies and returns those that may go on. settle: writes down results; each pulled mail is settled
        exactly once. together: entered around a settle and a fence that are due at the same time, so that
        they may be one transaction. All are called in the thread of the caller, one at a time.

        Raises SubmissionUnavailable (SubmissionRefused when waiting does not help) after everything is
        settled, when no connection could be made; and whatever the three raise.
        """
        asyncio.run(self._drain(Books(source, fence, settle, together), stop or threading.Event()))

    def greet(self) -> frozenset[str]:
        """Connects, logs in and says goodbye: what the server can do (for `maild check --online`)."""

        async def visit() -> frozenset[str]:
            session = await self._connect()
            extensions = session.extensions
            await session.quit()
            return extensions

        return asyncio.run(visit())

    async def _drain(self, books: Books, stop: threading.Event) -> None:
        try:
            fault = await self._work(books, stop)
            unsent = books.give_up(Deferred(str(fault or "stopped")))
        finally:
            await books.close()  # also when interrupted: what is known is written down
        if fault is not None and unsent:
            raise fault

    async def _work(self, books: Books, stop: threading.Event) -> SubmissionUnavailable | None:
        """Returns why the last connection could not be made, if so; raises what is no outcome of a mail."""
        workers = [_Worker(self._connect, books, stop) for _ in range(max(1, self.settings.connections))]
        # Without a task group on purpose: when one worker fails, the others finish the mail in hand.
        ends = await asyncio.gather(*(worker.work() for worker in workers), return_exceptions=True)
        if books.handed_back and any(worker.connected for worker in workers) and not stop.is_set():
            # Some servers allow fewer connections than configured: the rest goes out over one.
            workers = [_Worker(self._connect, books, stop)]
            ends += await asyncio.gather(workers[0].work(), return_exceptions=True)
        for end in ends:
            if isinstance(end, BaseException):
                raise end
        return next((worker.fault for worker in workers if worker.fault is not None), None)

    async def _connect(self) -> Session:
        return await connect(
            self.settings, self._password, self._context, self._local_hostname, self._timeouts
        )


class _Worker:
    """One connection: made when there is a mail for it, kept while it is sound, replaced when it is not."""

    def __init__(
        self, connect: Callable[[], Awaitable[Session]], books: Books, stop: threading.Event
    ) -> None:
        self._connect = connect
        self._books = books
        self._stop = stop
        self._session: Session | None = None
        self.connected = False
        self.fault: SubmissionUnavailable | None = None

    async def work(self) -> None:
        try:
            while not self._stop.is_set() and (mail := await self._books.pull()) is not None:
                if (reason := objection(mail)) is not None:
                    log.error("outbox %d is held: %s", mail.id, reason)
                    self._books.record(mail.id, Refused(f"held: {reason}", held=True))
                elif not await self._send(mail):
                    return
        finally:
            if self._session is not None:
                await self._session.quit()

    async def _send(self, mail: Outgoing) -> bool:
        """False when no connection can be made; the mail is then handed back."""
        try:
            result = await self._attempt(mail)
        except SubmissionUnavailable as fault:
            log.warning("submission: %s", fault)
            self.fault = fault
            self._books.hand_back(mail)
            return False
        log.info("outbox %d: %s", mail.id, type(result).__name__)
        self._books.record(mail.id, result)
        return True

    async def _attempt(self, mail: Outgoing) -> Result:
        session, kept = self._session, True
        if session is None or not session.sound:
            session, kept = await self._renew(), False
        try:
            return await session.send(mail, self._books.pass_fence)
        except Lost as lost:
            if not kept:
                return Deferred(str(lost))
        # Servers close kept connections after a while or after some mails. That says nothing about this
        # mail, and it has not reached the fence: once more, on a new connection.
        session = await self._renew()
        try:
            return await session.send(mail, self._books.pass_fence)
        except Lost as lost:
            return Deferred(str(lost))

    async def _renew(self) -> Session:
        self._session = None
        self._session = await self._connect()
        self.connected = True
        return self._session
