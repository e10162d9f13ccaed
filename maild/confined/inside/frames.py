"""The child's side of the pipes: one request after the other in, one answer for each out.

A frame is four bytes of length, big-endian, and as many bytes. What is `together` is made of frames itself.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator, Sequence

_BUFFER = 1 << 20  # bytes: a usual mail comes, and its answer goes, in one piece


class Frames:
    """The pipe from the daemon and the one to it. Made before the door is closed."""

    def __init__(self, most: int) -> None:
        """`most`: bytes of the longest request; whoever sends more is not heard out."""
        self._most = most
        self._in = os.fdopen(0, "rb", _BUFFER, closefd=False)
        self._out = os.fdopen(os.dup(1), "wb", _BUFFER)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)  # what a library prints is no frame
        os.close(null)

    def take(self) -> bytes | None:
        """The next request; None once the pipe is closed, or what comes is no frame."""
        head = self._in.read(4)
        length = int.from_bytes(head, "big")
        if len(head) < 4 or length > self._most:
            return None
        request = self._in.read(length)
        return request if len(request) == length else None

    def put(self, *pieces: bytes) -> None:
        """One answer, of these pieces."""
        self._out.write(struct.pack(">I", sum(map(len, pieces))))
        for piece in pieces:
            self._out.write(piece)
        self._out.flush()


def together(several: Iterable[Sequence[bytes]]) -> list[bytes]:
    """Several things, each in pieces, as the pieces of one."""
    found = []
    for pieces in several:
        found += [struct.pack(">I", sum(map(len, pieces))), *pieces]
    return found


def apart(data: memoryview) -> Iterator[memoryview]:
    """What was put together. Raises ValueError where it was not."""
    at = 0
    while at < len(data):
        start = at + 4
        at = start + int.from_bytes(data[at:start], "big")
        if at > len(data):
            raise ValueError("cut")
        yield data[start:at]
