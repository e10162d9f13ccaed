"""The connection of one mailbox: each conversation in it is bounded, and ends it when anything goes wrong."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .connect import connect
from .faults import MailboxRefused, MailboxUnavailable
from .record import Settings
from .wire import Client


class Connection:
    """Open or not; what the server is able to, and how many mails it has said that the folder holds.

    `timeout` is (connect, read) in seconds. Raises MailboxUnavailable (connection closed, open() again later)
    or MailboxRefused.
    """

    def __init__(
        self,
        settings: Settings,
        password: str | None,
        ssl_context: ssl.SSLContext | None,
        timeout: tuple[float, float],
    ) -> None:
        self.settings = settings
        self.capabilities: frozenset[str] = frozenset()
        self.exists = 0
        self._password = password or ""
        self._ssl_context = ssl_context
        self._timeout = timeout
        self._client: Client | None = None

    def open(self) -> None:
        self._client, self.capabilities = connect(
            self.settings, self._password, self._ssl_context, self._timeout
        )

    def close(self) -> None:
        """Never raises, and takes no longer than a second or two."""
        self._hang_up(politely=True)

    @contextmanager
    def conversation(self, incoming: int = 0, surplus: int = 0) -> Iterator[Client]:
        """One command or a few; `incoming` bytes are expected beside the usual lines, `surplus` borne."""
        if self._client is None:
            raise MailboxUnavailable("not connected")
        try:
            self.note(self._client.said_unasked())
            self.again(self._client, incoming, surplus)
            yield self._client
        except (MailboxUnavailable, MailboxRefused):
            # After a fault the two sides disagree on where they are; a LOGOUT would hang or lie.
            self._hang_up(politely=False)
            raise
        except Exception as error:
            # Whatever imapclient makes of a broken connection or of a server that talks nonsense: errors
            # of its own, OSError, but also ValueError or LookupError. All mean a new connection (R26).
            self._hang_up(politely=False)
            raise MailboxUnavailable(f"IMAP: {type(error).__name__}: {brief(error)}") from error

    def again(self, client: Client, incoming: int = 0, surplus: int = 0) -> None:
        """The bounds anew, before a further command of a long conversation."""
        client.allow(2 * self._timeout[1], incoming, surplus)

    def note(self, said: dict[str, list[Any]]) -> None:
        if said.get("EXISTS"):
            self.exists = int(said["EXISTS"][-1])

    def _hang_up(self, *, politely: bool) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.hang_up(politely=politely)


def brief(error: object) -> str:
    """What a server said, short and on one printable line (T29)."""
    return "".join(c if c.isprintable() else " " for c in str(error))[:200]
