"""The child process as the daemon sees it: started, asked, ended. Nothing that it says is believed unread."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import struct
import time
from dataclasses import dataclass
from pathlib import Path

from maild.confined.inside.finding import MOST_CHARACTERS, MOST_PIXELS
from maild.confined.pipes import Died, Piped, inside

START = """\
import sys
sys.path += sys.argv[4:]
from inside.serving import main
main(*map(int, sys.argv[1:4]))
"""
LIBRARIES = ("pypdfium2", "pypdfium2_raw", "olefile")
STARTING = 20.0  # seconds; a start takes a tenth of one on an idle machine
_ANSWER = max(4 * MOST_CHARACTERS, MOST_PIXELS) + 4_000  # bytes: the longest text, or one page as a picture


@dataclass(frozen=True, slots=True)
class Allowance:
    """What reading one document may cost, and how many one child, and one mail, may have read."""

    memory: int = 384 * 1024 * 1024  # bytes of address space of the child, libraries included
    seconds: int = 1  # of the processor; the system counts whole ones, so it may become one more
    deadline: float = 10.0  # seconds by the clock, for a machine that is busy with other things
    documents: int = 20  # of one mail
    mail: float = 12.0  # seconds by the clock for all documents of one mail
    reads: int = 500  # of one child, then it makes room for a fresh one


class Child(Piped):
    """One process; `held` names what it gave up. Raises OSError, Died or Late when it cannot be started."""

    def __init__(self, allowance: Allowance) -> None:
        self.reads = 0
        numbers = (os.getpid(), allowance.memory, allowance.seconds)
        super().__init__(START, [*map(str, numbers), *_folders()], {})
        self.held = self._answer(time.monotonic() + STARTING).decode("ascii", "replace").split("\n")

    def ask(self, kind: str, data: bytes, seconds: float) -> bytes:
        """The answer to one document. After Died or Late this child is gone."""
        self.reads += 1
        until = time.monotonic() + seconds
        head = kind.encode("ascii") + b"\n"
        try:
            self.write(struct.pack(">I", len(head) + len(data)) + head, until)
            self.write(data, until)
            return self._answer(until)
        except OSError as error:  # the pipe is broken: nobody reads there any more
            raise Died(self.end()) from error

    def _answer(self, until: float) -> bytes:
        (length,) = struct.unpack(">I", self._exactly(4, until))
        if length > _ANSWER:
            self.end()
            raise Died(0)
        return self._exactly(length, until)

    def _exactly(self, length: int, until: float) -> bytes:
        data = bytearray()
        while len(data) < length:
            piece = self.read(length - len(data), until)
            if not piece:
                raise Died(self.end())
            data += piece
        return bytes(data)


def _folders() -> list[str]:
    """Where the child finds its own modules and its libraries."""
    folders = [inside()]
    for name in LIBRARIES:
        with contextlib.suppress(ImportError, ValueError):
            found = importlib.util.find_spec(name)
            if found is not None and found.origin:
                folders.append(str(Path(found.origin).parent.parent))
    return list(dict.fromkeys(folders))
