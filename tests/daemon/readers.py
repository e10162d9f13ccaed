"""Readers of mails that need no child: for tests of something else, and for faults on demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from maild.confined import MailReader
from maild.message import Message, Unreadable, read


class ReadHere(MailReader):
    """Reads in this process. `fails` is asked before each mail, with its number: what goes wrong instead."""

    def __init__(self, fails: Callable[[int], Exception | Unreadable | None] = lambda number: None) -> None:
        self.fails, self.calls = fails, 0

    def close(self) -> None:
        """There is nothing to end."""

    def held(self) -> tuple[str, ...]:
        """Nothing is given up here."""
        return ()

    def read(self, raw: bytes, sha256: str | None = None) -> Message | Unreadable:
        return read(raw)

    def read_all(
        self, raws: Sequence[bytes], sha256s: Sequence[str] | None = None
    ) -> list[Message | Unreadable]:
        return [self._one(raw) for raw in raws]

    def _one(self, raw: bytes) -> Message | Unreadable:
        self.calls += 1
        fault = self.fails(self.calls)
        if isinstance(fault, Exception):
            raise fault
        return fault or read(raw)
