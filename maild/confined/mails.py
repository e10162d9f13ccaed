"""Raw mails in, records out, by way of a child that a mail may break and that can only answer (R17)."""

from __future__ import annotations

import contextlib
import hashlib
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from maild import message
from maild.confined.child import Child, Reader, Succession, folders_of, script
from maild.confined.inside import records
from maild.confined.inside.frames import apart, together
from maild.confined.pipes import Died, Late
from maild.message import LIMITS, Message, Unreadable

START = script("mails")
LIBRARIES = ("maild", "mailparser", "selectolax", "olefile")
_REST = 10.0  # seconds; mails wait for their reader
_TOGETHER = 1_000_000  # bytes of mails that are sent in one piece: what pipes hold
_NO_MEMORY = frozenset({signal.SIGABRT, signal.SIGKILL})  # by itself, and by the kernel


@dataclass(frozen=True, slots=True)
class Allowance:
    """What reading one mail may cost, and how many one child may have read."""

    memory: int = 512 * 1024 * 1024  # bytes of address space of the child, libraries included
    seconds: int = 10  # of the processor; the system counts whole ones, so it may become one more
    deadline: float = 30.0  # seconds by the clock, for a machine that is busy with other things
    reads: int = 4_000  # of one child, then it makes room for a fresh one


class MailReader(Reader):
    """Reads mails in one child process, which starts at the first one and lives on for the next.

    Threads may share it: they take turns. The kernel ends the child with the thread that asked first (see
    child.Succession), so that is best a thread that lives on. `close` ends the child, and so does the end of
    this process.
    """

    def __init__(self, allowance: Allowance | None = None) -> None:
        self.allowance = allowance or Allowance()
        self._children = Succession("mail reader", self._begin, _its_own, self.allowance.reads, _REST)

    def _begin(self) -> Child:
        return Child(START, self.allowance.memory, self.allowance.seconds, folders_of(LIBRARIES))

    def held(self) -> tuple[str, ...]:
        """What the child gave up, by name; starts it if need be. Raises ReaderUnavailable."""
        return self._children.held()

    def read(self, raw: bytes, sha256: str | None = None) -> Message | Unreadable:
        """As message.read; also Unreadable is a mail that ended its reader, or outlasted it.

        `sha256` of `raw` in hexadecimal, where the caller knows it. Raises ReaderUnavailable when no child
        can be started: the mail is none the worse, and may be tried again later.
        """
        return self._alone(_Mail.of(raw, sha256))

    def read_all(
        self, raws: Sequence[bytes], sha256s: Sequence[str] | None = None
    ) -> list[Message | Unreadable]:
        """As `read` for each, in that order; small ones go together.

        That is for a thread beside others that work: with each request it waits for its turn of Python's lock
        some times, beside a busy thread five milliseconds each (sys.setswitchinterval). So it does for each
        hash that is not known.
        """
        known: Sequence[str | None] = [None] * len(raws) if sha256s is None else sha256s
        mails = [_Mail.of(*pair) for pair in zip(raws, known, strict=True)]
        return [found for batch in _batches(mails) for found in self._together(batch)]

    def _together(self, mails: Sequence[_Mail]) -> list[Message | Unreadable]:
        if len(mails) > 1:
            with contextlib.suppress(Died, Late):
                most = sum(one.most + 4 for one in mails)
                pieces = together([one.raw] for one in mails)
                return self._children.ask_once(
                    pieces, most, self.allowance.deadline, _Believed(mails), reads=len(mails)
                )
        return [self._alone(one) for one in mails]

    def _alone(self, mail: _Mail) -> Message | Unreadable:
        if len(mail.raw) > LIMITS.size:
            return message.read(mail.raw)  # it looks at the size alone
        try:
            (found,) = self._children.ask(
                together([[mail.raw]]), mail.most + 4, self.allowance.deadline, _Believed([mail])
            )
        except (Died, Late) as end:
            return Unreadable(mail.sha256, len(mail.raw), _fatal(end, self.allowance))
        return found


@dataclass(frozen=True, slots=True)
class _Mail:
    raw: bytes
    sha256: str

    @classmethod
    def of(cls, raw: bytes, sha256: str | None) -> _Mail:
        return cls(raw, sha256 or hashlib.sha256(raw).hexdigest())

    @property
    def most(self) -> int:
        """Bytes of the answer."""
        return records.most(len(self.raw))


class _Believed:
    """The answers to some mails. Raises some Exception for what no child of ours says of them."""

    def __init__(self, mails: Sequence[_Mail]) -> None:
        self.mails = mails

    def __call__(self, answer: memoryview) -> list[Message | Unreadable]:
        return [self._one(*pair) for pair in zip(self.mails, apart(answer), strict=True)]

    def _one(self, mail: _Mail, answer: memoryview) -> Message | Unreadable:
        found = records.unpacked(answer, mail.most)
        if (found.sha256, found.size) != (mail.sha256, len(mail.raw)):
            raise ValueError("the answer to another mail")
        return found


def _batches(mails: Iterable[_Mail]) -> Iterator[list[_Mail]]:
    """As many as are short in all; a long one alone."""
    batch: list[_Mail] = []
    room = 0
    for mail in mails:
        if batch and len(mail.raw) > room:
            yield batch
            batch = []
        room = (room if batch else _TOGETHER) - len(mail.raw)
        batch.append(mail)
    if batch:
        yield batch


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
