"""The child process as the daemon sees it: started, asked, ended. Nothing that it says is believed unread."""

from __future__ import annotations

import contextlib
import importlib.util
import logging
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from maild.confined.pipes import Died, Late, Piped, inside

log = logging.getLogger(__name__)

STARTING = 20.0  # seconds; a start takes some tenths of one on an idle machine
_START = """\
import sys
sys.path += sys.argv[4:]
from inside.{} import main
main(*map(int, sys.argv[1:4]))
"""
_GREETING = 4_000  # bytes: the names of the limits that hold
_USUAL = 1 << 20  # bytes of an answer for which there is space already
_TOGETHER = 1 << 20  # bytes of a request that are worth copying to be one write

T = TypeVar("T")


class ReaderUnavailable(Exception):
    """No child can be started just now: it is the machine's fault and not that of what was to be read."""


class Child(Piped):
    """One process; `held` names what it gave up. Raises OSError, Died or Late when it cannot be started."""

    def __init__(self, script: str, memory: int, seconds: int, folders: Sequence[str]) -> None:
        """`memory` in bytes of address space; `seconds` of the processor for each request."""
        self.reads = 0
        self._space = memoryview(bytearray(_USUAL))
        numbers = (os.getpid(), memory, seconds)
        super().__init__(script, [*map(str, numbers), inside(), *folders], {"TZ": "UTC"})
        greeting = bytes(self._answer(_GREETING, time.monotonic() + STARTING))
        self.held = greeting.decode("ascii", "replace").split("\n")

    def ask(self, pieces: Sequence[bytes], most: int, seconds: float) -> memoryview:
        """The answer to one request, of up to `most` bytes. After Died or Late this child is gone."""
        until = time.monotonic() + seconds
        length = sum(map(len, pieces))
        whole = [length.to_bytes(4, "big"), *pieces]
        try:
            for piece in [b"".join(whole)] if length < _TOGETHER else whole:
                self.write(piece, until)
            return self._answer(most, until)
        except OSError as error:  # the pipe is broken: nobody reads there any more
            raise Died(self.end()) from error

    def _answer(self, most: int, until: float) -> memoryview:
        """What comes is one frame, of no more than `most` bytes, or the child is not ours any more.

        It lies in space that the next answer takes again.
        """
        space, come = self._space, 0
        while come < 4:
            come += self._more(space[come:], until)
        length = 4 + int.from_bytes(space[:4], "big")
        if length > most + 4 or come > length:
            self.end()
            raise Died(0)
        if length > len(space):
            space = memoryview(bytearray(length))
            space[:come] = self._space[:come]
        while come < length:
            come += self._more(space[come:length], until)
        return space[4:length]

    def _more(self, space: memoryview, until: float) -> int:
        count = self.read_into(space, until)
        if not count:
            raise Died(self.end())
        return count


class Succession:
    """One child after the other: begun when it is needed, replaced when it died or has read enough.

    Threads may share it: they take turns. The kernel ends a child with the thread that began it, not only
    with the process (PR_SET_PDEATHSIG, prctl(2)): that costs the next one to ask a start.
    """

    def __init__(
        self,
        name: str,
        begin: Callable[[], Child],
        sure: Callable[[Died | Late], bool],
        reads: int,
        rest: float,
    ) -> None:
        """`sure`: whether such an end is surely the fault of what was read. Others are put down to it only if
        a fresh child comes to one; until then it is tried again, for the child may have died of what it had
        read before, or by somebody's hand. `reads`: of one child. `rest`: seconds after a start that failed
        in which none is tried, for a start that hangs must not be waited for each time."""
        self.name, self.reads, self.rest = name, reads, rest
        self.child: Child | None = None
        self._begin, self._sure = begin, sure
        self._lock = threading.Lock()
        self._resting = 0.0  # until this moment
        self._fresh = False  # the child was begun for this very request

    def ask(
        self, pieces: Sequence[bytes], most: int, seconds: float, understood: Callable[[memoryview], T]
    ) -> T:
        """What `understood` makes of the answer; whatever that raises, the child talks nonsense and is ended.

        `seconds` by the clock, for each of two tries. Raises Died or Late if the request ended its reader;
        ReaderUnavailable if there is none.
        """
        with self._lock:
            try:
                return self._asked(pieces, most, seconds, understood)
            except (Died, Late) as end:
                if self._sure(end) or self._fresh:
                    raise
                return self._asked(pieces, most, seconds, understood)

    def ask_once(
        self,
        pieces: Sequence[bytes],
        most: int,
        seconds: float,
        understood: Callable[[memoryview], T],
        *,
        reads: int,
    ) -> T:
        """As `ask`, of several things in one request and without a second try: Died or Late then tell nothing
        of any of them."""
        with self._lock:
            return self._asked(pieces, most, seconds, understood, reads)

    def _asked(
        self,
        pieces: Sequence[bytes],
        most: int,
        seconds: float,
        understood: Callable[[memoryview], T],
        reads: int = 1,
    ) -> T:
        child = self._ready()
        child.reads += reads
        try:
            return self._understood(child, child.ask(pieces, most, seconds), understood)
        except (Died, Late) as end:
            self.child = None
            log.warning("%s: ended (%s)", self.name, end)
            raise
        except BaseException:  # asked, and not heard to the end: the next one would hear the rest of it
            self._end()
            raise

    def _understood(self, child: Child, answer: memoryview, understood: Callable[[memoryview], T]) -> T:
        try:
            return understood(answer)
        except Exception as error:  # the threat: a child that was taken over, which may say anything
            child.end()
            raise Died(0) from error

    def _ready(self) -> Child:
        if self.child is not None and self.child.reads >= self.reads:
            self._end()
        self._fresh = self.child is None
        if self.child is None:
            if time.monotonic() < self._resting:
                raise ReaderUnavailable(self.name)
            try:
                self.child = self._begin()
            except (OSError, Died, Late) as error:
                self._resting = time.monotonic() + self.rest
                log.warning("%s: cannot be started (%s)", self.name, type(error).__name__)
                raise ReaderUnavailable(self.name) from error
            log.info("%s: started (%d of its limits hold)", self.name, len(self.child.held))
        return self.child

    def held(self) -> tuple[str, ...]:
        """The limits that hold, by name, of a child that is there or is begun. Raises ReaderUnavailable."""
        with self._lock:
            return tuple(self._ready().held)

    def end(self) -> None:
        """Ends the child; the next request would begin another."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self.child is not None:
            self.child.end()
            self.child = None


class Reader:
    """Whatever has a succession of children that read for it."""

    _children: Succession

    @property
    def child(self) -> Child | None:
        """The one that reads just now, if any."""
        return self._children.child

    def close(self) -> None:
        """Ends the child, once it has read what it is reading; the next request would start another."""
        self._children.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def script(name: str) -> str:
    """What a child begins with that runs the module `name` of `inside`."""
    return _START.format(name)


def folders_of(packages: Sequence[str]) -> list[str]:
    """Where a child finds these packages: it is started without any site-packages."""
    folders = []
    for name in packages:
        with contextlib.suppress(ImportError, ValueError):
            found = importlib.util.find_spec(name)
            if found is not None and found.origin:
                folders.append(str(Path(found.origin).parent.parent))
    return list(dict.fromkeys(folders))
