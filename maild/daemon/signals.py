"""What the operating system tells `maild run`: to stop, or to read its configuration anew."""

from __future__ import annotations

import contextlib
import select
import signal
import socket
from collections.abc import Iterator


class Signals:
    """What the operating system has told us. Handlers only set a flag: a lock taken in one could be held by
    the very code that it interrupts."""

    def __init__(self) -> None:
        self.stops = 0
        self.reload = False
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)

    @classmethod
    @contextlib.contextmanager
    def caught(cls) -> Iterator[Signals]:
        self = cls()
        handlers = {
            signal.SIGTERM: self._stop,
            signal.SIGINT: self._stop,
            signal.SIGHUP: self._reload,
        }
        before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        try:
            yield self
        finally:
            signal.set_wakeup_fd(-1)
            for number, handler in before.items():
                signal.signal(number, handler)
            self._reader.close()
            self._writer.close()

    def _stop(self, *_: object) -> None:
        self.stops += 1

    def _reload(self, *_: object) -> None:
        self.reload = True

    def wait(self, seconds: float) -> None:
        """Until a signal comes or the time is up."""
        if select.select([self._reader], [], [], seconds)[0]:
            with contextlib.suppress(BlockingIOError):
                self._reader.recv(100)
