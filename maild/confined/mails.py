"""Raw mails in, records out, by way of a child that a mail may break and that can only answer (R17)."""

from __future__ import annotations

import hashlib
import signal
from dataclasses import dataclass
from types import TracebackType

from maild import message
from maild.confined.child import Child, Succession, folders_of, script
from maild.confined.inside import records
from maild.confined.pipes import Died, Late
from maild.message import LIMITS, Message, Unreadable

START = script("mails")
LIBRARIES = ("maild", "mailparser", "selectolax", "olefile")
_REST = 10.0  # seconds; mails wait for their reader
_NO_MEMORY = frozenset({signal.SIGABRT, signal.SIGKILL})  # by itself, and by the kernel


@dataclass(frozen=True, slots=True)
class Allowance:
    """What reading one mail may cost, and how many one child may have read."""

    memory: int = 512 * 1024 * 1024  # bytes of address space of the child, libraries included
    seconds: int = 10  # of the processor; the system counts whole ones, so it may become one more
    deadline: float = 30.0  # seconds by the clock, for a machine that is busy with other things
    reads: int = 4_000  # of one child, then it makes room for a fresh one


class MailReader:
    """Reads mails in one child process, which starts at the first one and lives on for the next.

    Threads may share it: they take turns. The kernel ends the child with the thread that asked first (see
    child.Succession), so that is best a thread that lives on. `close` ends the child, and so does the end of
    this process.
    """

    def __init__(self, allowance: Allowance | None = None) -> None:
        self.allowance = allowance or Allowance()
        self._children = Succession("mail reader", self._begin, _its_own, self.allowance.reads, _REST)

    @property
    def child(self) -> Child | None:
        """The one that reads just now, if any."""
        return self._children.child

    def _begin(self) -> Child:
        return Child(START, self.allowance.memory, self.allowance.seconds, folders_of(LIBRARIES))

    def __enter__(self) -> MailReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child; the next mail would start another. Waits for the mail that is being read."""
        self._children.end()

    def held(self) -> tuple[str, ...]:
        """What the child gave up, by name; starts it if need be. Raises ReaderUnavailable."""
        return self._children.held()

    def read(self, raw: bytes, sha256: str | None = None) -> Message | Unreadable:
        """As message.read; also Unreadable is a mail that ended its reader, or outlasted it.

        `sha256` of `raw` in hexadecimal, where the caller knows it. Raises ReaderUnavailable when no child
        can be started: the mail is none the worse, and may be tried again later.
        """
        if len(raw) > LIMITS.size:
            return message.read(raw)  # it looks at the size alone
        own = sha256 or hashlib.sha256(raw).hexdigest()
        most = records.most(len(raw))

        def believed(answer: memoryview) -> Message | Unreadable:
            found = records.unpacked(answer, most)
            if (found.sha256, found.size) != (own, len(raw)):
                raise ValueError("the answer to another mail")
            return found

        try:
            return self._children.ask([raw], most, self.allowance.deadline, believed)
        except (Died, Late) as end:
            return Unreadable(own, len(raw), _fatal(end, self.allowance))


def _its_own(end: Died | Late) -> bool:
    """Seconds of the processor are counted anew for each mail. Everything else may come from outside, or
    from mails before: also a clock that ran out."""
    return isinstance(end, Died) and end.signal == signal.SIGXCPU


def _fatal(end: Died | Late, allowance: Allowance) -> str:
    if isinstance(end, Late):
        return f"took longer than {allowance.deadline:g} s to read"
    if end.signal == signal.SIGXCPU:
        return f"took more than {allowance.seconds} s of the processor to read"
    if end.signal in _NO_MEMORY:
        return "needs more memory to read than a mail may have"
    return "its reader broke down"
