"""The child process as the daemon sees it: started, asked, ended. Nothing that it says is believed unread."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import select
import signal
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from maild.documents.inside.finding import MOST_CHARACTERS

START = (
    "import sys; sys.path += sys.argv[4:]; from inside.serving import main; main(*map(int, sys.argv[1:4]))"
)
LIBRARIES = ("pypdfium2", "pypdfium2_raw")
_ANSWER = 4 * MOST_CHARACTERS + 4_000  # bytes: the longest text in the longest encoding, and its reason
STARTING = 60.0  # seconds; a start takes a tenth of one on an idle machine
_ENDING = 2.0


@dataclass(frozen=True, slots=True)
class Allowance:
    """What reading one document may cost, and how many one child, and one mail, may have read."""

    memory: int = 384 * 1024 * 1024  # bytes of address space of the child, libraries included
    seconds: int = 1  # of the processor; the system counts whole ones, so it may become one more
    deadline: float = 30.0  # seconds by the clock, for a machine that is busy with other things
    documents: int = 20  # of one mail
    mail: float = 60.0  # seconds by the clock for all documents of one mail
    reads: int = 500  # of one child, then it makes room for a fresh one


class Died(Exception):
    """The child ended, or said what no child of ours says; `signal` is 0 where none was seen."""

    def __init__(self, number: int) -> None:
        super().__init__(f"signal {number}")
        self.signal = number


class Late(Exception):
    """The child did not answer in time; it was ended."""


class Child:
    """One process; `held` names what it gave up. Raises OSError, Died or Late when it cannot be started."""

    def __init__(self, allowance: Allowance) -> None:
        self.reads = 0
        numbers = (os.getpid(), allowance.memory, allowance.seconds)
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
            # -I: no environment, no user's packages; -S: no .pth file runs; -B: no byte code is written.
            [sys.executable, "-I", "-S", "-B", "-c", START, *map(str, numbers), *_folders()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={},
            close_fds=True,
            start_new_session=True,  # Ctrl-C is the daemon's business; and the whole group can be ended
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._to, self._from = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._to, False)
        os.set_blocking(self._from, False)
        self.held = self._answer(time.monotonic() + STARTING).decode("ascii", "replace").split("\n")

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, kind: str, data: bytes, seconds: float) -> bytes:
        """The answer to one document. After Died or Late this child is gone."""
        self.reads += 1
        until = time.monotonic() + seconds
        try:
            self._tell(kind.encode("ascii") + b"\n", data, until)
            return self._answer(until)
        except OSError as error:  # the pipe is broken: nobody reads there any more
            raise Died(self.end()) from error

    def end(self) -> int:
        """Ends it, and whatever it may have started; the signal of which it died, if it was one."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.05)  # it may be dying just now: of what is worth knowing
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                assert pipe is not None
                pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_ENDING)
        return max(0, -(self._process.returncode or 0))

    def _tell(self, head: bytes, data: bytes, until: float) -> None:
        for piece in (struct.pack(">I", len(head) + len(data)) + head, data):
            view = memoryview(piece)
            while view:
                self._wait(self._to, select.POLLOUT, until)
                view = view[os.write(self._to, view[:65536]) :]

    def _answer(self, until: float) -> bytes:
        (length,) = struct.unpack(">I", self._exactly(4, until))
        if length > _ANSWER:
            self.end()
            raise Died(0)
        return self._exactly(length, until)

    def _exactly(self, length: int, until: float) -> bytes:
        data = bytearray()
        while len(data) < length:
            self._wait(self._from, select.POLLIN, until)
            piece = os.read(self._from, min(length - len(data), 1 << 20))
            if not piece:
                raise Died(self.end())
            data += piece
        return bytes(data)

    def _wait(self, fd: int, event: int, until: float) -> None:
        poll = select.poll()
        poll.register(fd, event)
        if not poll.poll(max(0.0, until - time.monotonic()) * 1000):
            self.end()
            raise Late


def _folders() -> list[str]:
    """Where the child finds its own modules and its libraries."""
    folders = [str(Path(__file__).parent)]
    for name in LIBRARIES:
        with contextlib.suppress(ImportError, ValueError):
            found = importlib.util.find_spec(name)
            if found is not None and found.origin:
                folders.append(str(Path(found.origin).parent.parent))
    return list(dict.fromkeys(folders))
