"""A confined process between two pipes: every write and every read ends, at the latest at a given moment."""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_ENDING = 2.0  # seconds until a process that was killed is gone
_HOLDS = 1 << 20  # bytes in a pipe, so that a usual mail is one write and one read (pipe(7))


class Died(Exception):
    """The process ended, or said what none of ours says; `signal` is 0 where none was seen."""

    def __init__(self, number: int) -> None:
        super().__init__(f"signal {number}")
        self.signal = number


class Late(Exception):
    """The process did not answer in time; it was ended."""


class Piped:
    """Our own interpreter with some lines of ours. Raises OSError when it cannot be started."""

    def __init__(self, script: str, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
            # -I: no environment, no user's packages; -S: no .pth file runs; -B: no byte code is written.
            [sys.executable, "-I", "-S", "-B", "-c", script, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=environment,
            close_fds=True,
            start_new_session=True,  # Ctrl-C is the daemon's business; and the whole group can be ended
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._pipes = (self._process.stdin, self._process.stdout)
        self._to, self._from = (pipe.fileno() for pipe in self._pipes)
        for end in (self._to, self._from):
            os.set_blocking(end, False)
            _widen(end)

    @property
    def pid(self) -> int:
        return self._process.pid

    def write(self, data: bytes, until: float) -> None:
        """All of it. Raises Late, and OSError when nobody reads there any more."""
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self._to, view) :]
            except BlockingIOError:  # the pipe is full
                self._wait(self._to, select.POLLOUT, until)

    def finish(self) -> None:
        """Nothing more is written."""
        self._pipes[0].close()

    def read(self, most: int, until: float) -> bytes:
        """What is there, b'' at the end. Raises Late."""
        self._wait(self._from, select.POLLIN, until)
        return os.read(self._from, min(most, _HOLDS))

    def read_into(self, space: memoryview, until: float) -> int:
        """As `read`, into space that is there already; 0 at the end."""
        self._wait(self._from, select.POLLIN, until)
        return os.readv(self._from, [space])

    def end(self) -> int:
        """Ends it, and whatever it may have started; the signal of which it died, if it was one."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.05)  # it may be dying just now: of what is worth knowing
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        for pipe in self._pipes:
            with contextlib.suppress(OSError):
                pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_ENDING)
        return max(0, -(self._process.returncode or 0))

    def _wait(self, fd: int, event: int, until: float) -> None:
        poll = select.poll()
        poll.register(fd, event)
        if not poll.poll(max(0.0, until - time.monotonic()) * 1000):
            self.end()
            raise Late("took too long")


def _widen(pipe: int) -> None:
    with contextlib.suppress(AttributeError, OSError):  # not Linux, or this user's pipes hold enough already
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _HOLDS)


def inside() -> str:
    """The folder from which a process of ours imports the package `inside`."""
    return str(Path(__file__).parent)
