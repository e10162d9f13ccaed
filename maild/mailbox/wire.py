"""An IMAP connection that a slow or hostile server can neither hang nor fill (T19, T20).

imaplib reads a literal of any announced length in one go and waits anew for each byte. Here every
command has a time by which it must be over and a number of bytes that may come, both set before it.
The reading is our own also because `poll` cannot see what lies in imaplib's buffer (IDLE needs to).
"""

from __future__ import annotations

import imaplib
import select
import socket
import ssl
import time
from contextlib import suppress
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError
from imapclient.imap4 import IMAP4WithTimeout
from imapclient.tls import IMAP4_TLS

MAX_LINE = 1_000_000  # bytes; the longest line that we provoke is a SEARCH reply of half of it
RECEIVE = 65_536  # bytes asked from the socket at once
GOODBYE = 2.0  # seconds for LOGOUT
SLOWEST = 16 * 1024  # bytes a second: a mail that comes more slowly than this is given up for now


class Reader(imaplib.IMAP4):
    """imaplib with a bound on the time and the bytes of each command; mixed into imapclient's connections."""

    _received: bytearray
    _source: object = None
    _until: float | None = None
    _left: int = MAX_LINE
    _timeout: float  # of connecting, in seconds; set by imapclient

    def allow(self, seconds: float, incoming: int, surplus: int = 0) -> None:
        """Before each command: it ends within this time, longer for many bytes, and brings not many more."""
        self._until = time.monotonic() + seconds + incoming / SLOWEST
        self._left = 2 * incoming + surplus + MAX_LINE

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        super().open(host, port, timeout)
        # Until the first command: greeting and capabilities. imapclient keeps the time to connect here.
        self.allow(3 * self._timeout, 0)

    @property
    def buffered(self) -> bool:
        """Something was received that no command has read yet."""
        return bool(self._received) if self._source is not None else False

    def read(self, size: int) -> bytes:
        if size > self._left:
            raise IMAPClientAbortError(
                f"the server announces {size} bytes, {self._left} were expected at most"
            )
        while len(self._buffer()) < size:
            if not self._receive():
                break  # imaplib meets the end again at the next line and gives up: no partial body (R4)
        return self._take(size)

    def readline(self) -> bytes:
        searched = 0
        while (end := self._buffer().find(b"\n", searched)) < 0:
            searched = len(self._received)
            if searched > MAX_LINE:
                raise IMAPClientAbortError(f"a line of more than {MAX_LINE} bytes")
            if not self._receive():
                return self._take(searched)
        return self._take(end + 1)

    def _buffer(self) -> bytearray:
        if self._source is not self.sock:
            # STARTTLS has put a new socket in place. What the old one left over came before encryption
            # and may be anybody's (T19: response injection).
            if self._source is not None and self._received:
                raise IMAPClientAbortError("the server sent more than its answer before TLS began")
            self._received, self._source = bytearray(), self.sock
        return self._received

    def _receive(self) -> bool:
        """Reads what is there; False at the end of the connection."""
        if self._until is not None and time.monotonic() > self._until:
            raise TimeoutError("the server is too slow")
        piece = self.sock.recv(RECEIVE)
        self._left -= len(piece)
        if self._left < 0:
            raise IMAPClientAbortError("the server sends more than was asked for")
        self._received += piece
        return bool(piece)

    def _take(self, size: int) -> bytes:
        with memoryview(self._received) as received:
            taken = bytes(received[:size])
        del self._received[:size]
        return taken


class PlainReader(Reader, IMAP4WithTimeout):  # type: ignore[misc]  # imapclient ships no types
    """Without TLS, or before STARTTLS."""


class TlsReader(Reader, IMAP4_TLS):  # type: ignore[misc]  # imapclient ships no types
    """With TLS from the first byte."""


class Client(IMAPClient):  # type: ignore[misc]  # as above
    """imapclient over the bounded connection, and an IDLE that notices everything."""

    _imap: Reader

    def _create_IMAP4(self) -> Reader:  # noqa: N802 - the name is imapclient's
        connect: float = self._timeout.connect
        if self.ssl:
            return TlsReader(self.host, self.port, self.ssl_context, connect)  # type: ignore[call-arg]  # as above
        return PlainReader(self.host, self.port, connect)

    def quiet(self) -> Client:
        """imapclient makes imaplib format every line for its log; without, it needs half the time."""
        self._imap.debug = 0
        self.normalise_times = False  # INTERNALDATE stays aware
        return self

    def allow(self, seconds: float, incoming: int = 0, surplus: int = 0) -> None:
        self._imap.allow(seconds, incoming, surplus)

    @property
    def greeting_is_preauth(self) -> bool:
        return bool(self._imap.state == "AUTH")

    def begin_idle(self) -> None:
        """IDLE (RFC 2177). Unlike imapclient's, takes untagged news before the continuation as news."""
        self._idle_tag = self._imap._command("IDLE")
        while self._imap._get_response() is not None:
            answered = self._imap.tagged_commands[self._idle_tag]
            if answered:
                raise IMAPClient.Error(f"IDLE refused: {answered[1]!r}")

    def stirs(self, seconds: float) -> bool:
        """Waits for the server to say anything, the end of the connection included."""
        connection: socket.socket = self.socket()
        pending = connection.pending() if isinstance(connection, ssl.SSLSocket) else 0
        if pending or self._imap.buffered:
            return True
        poller = select.poll()
        poller.register(connection.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
        return bool(poller.poll(seconds * 1000))

    def said_unasked(self) -> dict[str, list[Any]]:
        """What the server said unasked since the last call; imaplib would keep it for ever."""
        said = dict(self._imap.untagged_responses)
        self._imap.untagged_responses.clear()
        return said

    def hang_up(self, *, politely: bool) -> None:
        """LOGOUT where the session is sound, then close; what fails here no longer matters."""
        if politely:
            with suppress(OSError, IMAPClientError):
                self.socket().settimeout(GOODBYE)
                self.allow(GOODBYE)
                self.logout()
        with suppress(OSError, IMAPClientError):
            self._imap.shutdown()
