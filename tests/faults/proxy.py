"""A TCP proxy that breaks a conversation at a chosen line, for IMAP and SMTP alike."""

from __future__ import annotations

import contextlib
import re
import select
import socket
import struct
import threading
from typing import Self

IMAP_COMMAND = rb"[A-P]{4}\d+ ((?:UID )?[A-Z]+)"  # the tags of imaplib
FAULTS = ("cut before", "cut after", "reset before", "reset after")


class Proxy:
    """Passes lines on to `target`; at the `at`-th client line that matches `pattern` (0: never) it breaks.

    before: the server never sees the line. after: the server has it, the client gets no answer. With
    `answers` the lines of the server are counted instead, and 'before' means that the client never sees it.
    """

    def __init__(
        self,
        target: int,
        pattern: bytes = IMAP_COMMAND,
        at: int = 0,
        fault: str = "cut before",
        *,
        answers: bool = False,
    ) -> None:
        self.lines: list[str] = []  # the first group of every line that matched
        self.target, self._pattern, self._at, self._answers = target, re.compile(pattern), at, answers
        self._how, self._when = fault.split()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    @property
    def broke(self) -> bool:
        return 0 < self._at <= len(self.lines)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                threading.Thread(target=self._converse, args=(client,), daemon=True).start()

    def _converse(self, client: socket.socket) -> None:
        """One thread for both directions, so that closing really closes: only then does a reset go out."""
        target = ("127.0.0.1", self.target)
        with client, socket.create_connection(target) as server, contextlib.suppress(OSError):
            self._pass_on(client, server)

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        watched, held = (server if self._answers else client), b""
        while True:
            for source in select.select([client, server], [], [])[0]:
                data = source.recv(65536)
                if not data:
                    return
                sink = server if source is client else client
                if source is not watched:
                    sink.sendall(data)
                    continue
                *lines, held = (held + data).splitlines(keepends=True) or [b""]
                if held.endswith(b"\n"):
                    lines, held = [*lines, held], b""
                for line in lines:
                    if self._is_the_one(line):
                        self._break(client, server, line)
                        return
                    sink.sendall(line)

    def _is_the_one(self, line: bytes) -> bool:
        matched = self._pattern.match(line)
        if matched is None:
            return False
        with self._lock:
            self.lines.append(matched.group(1).decode() if matched.groups() else line.decode("latin-1"))
            return len(self.lines) == self._at

    def _break(self, client: socket.socket, server: socket.socket, line: bytes) -> None:
        if self._how == "reset":
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
        if self._when == "after" and not self._answers:
            # The server gets the line and the time to act on it; nobody hears the answer.
            server.sendall(line)
            server.settimeout(0.3)
            while server.recv(65536):
                pass
