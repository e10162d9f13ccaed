"""One IMAP account: list, fetch, file, append, wait. Owned by one thread (imapclient is not thread-safe).

Only UIDs and configured folder names ever enter a command; nothing a sender wrote does (T17). Logs
carry UIDs only.
"""

from __future__ import annotations

import logging
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from types import TracebackType
from typing import Any, Self

from imapclient import DELETED, SEEN
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, IMAPClientReadOnlyError

from .batches import BYTES, MEBIBYTE, append_batches, fetch_batches, uid_slices
from .connection import Connection, brief
from .faults import MailboxRefused, MailboxUnavailable
from .record import Fetched, Listed, Opened, Settings
from .wire import Client

log = logging.getLogger(__name__)

PIECE = MEBIBYTE  # of a large mail
WINDOW = 50_000  # UIDs in one SEARCH reply: 550 KB at most, imaplib refuses lines over 1 MB
IDLE_SLICE = 120.0  # seconds; a slice ends so that the caller searches: news can hide before IDLE began
WAKE_LATENCY = 0.5  # seconds until a set wake event is noticed
DONE = "$MaildDone"  # keyword where the server can neither move nor expunge single mails (R27)


class Mailbox:
    """One account and its four folders. `timeout` is (connect, read) in seconds; every wait ends.

    Raises MailboxUnavailable (connection closed, open() again later) or MailboxRefused.
    """

    def __init__(
        self,
        settings: Settings,
        password: str | None,
        *,
        ssl_context: ssl.SSLContext | None = None,
        timeout: tuple[float, float] = (10, 60),
    ) -> None:
        self.settings = settings
        self._connection = Connection(settings, password, ssl_context, timeout)
        self._uidvalidity = 0
        self._idle_refused = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def open(self) -> Opened:
        """Connects, logs in, creates the folders that are missing and selects the incoming one."""
        self.close()
        self._connection.open()
        filing = {self.settings.processed_folder, self.settings.quarantine_folder, self.settings.sent_folder}
        for folder in sorted(filing - {self.settings.folder}):
            self._create(folder)
        return self.select()

    def select(self) -> Opened:
        """SELECT again. The caller compares uidvalidity every time, also before filing (R5)."""
        with self._connection.conversation() as client:
            try:
                answer = client.select_folder(self.settings.folder)
            except IMAPClientError as error:
                if isinstance(error, IMAPClientAbortError) and not isinstance(error, IMAPClientReadOnlyError):
                    raise
                raise MailboxRefused(
                    f"mailbox.folder: the server does not open {self.settings.folder!r} for reading and "
                    f"writing ({brief(error)}); name an existing folder of this account"
                ) from error
            if b"UIDVALIDITY" not in answer:
                raise MailboxRefused("the IMAP server gives no UIDVALIDITY (RFC 9051); it cannot be used")
            self._uidvalidity = int(answer[b"UIDVALIDITY"])
            self._connection.exists = int(answer[b"EXISTS"])
        return Opened(self._uidvalidity, self._connection.capabilities, self._connection.exists)

    def list_since(self, uid: int) -> list[Listed]:
        """All mails with UID >= uid, in the order of their UIDs, read or unread alike (R3)."""
        return self._sizes([found for found in self._search(uid) if found >= uid])

    def fetch(self, listed: Sequence[Listed]) -> Iterator[Fetched]:
        """The mails that are still there, each one whole. What is gone meanwhile is left out."""
        for batch in fetch_batches(listed):
            if batch[0].size > BYTES:
                bodies = {batch[0].uid: self._pieces(batch[0])}
            else:
                bodies = self._bodies(batch)
            for mail in batch:
                raw = bodies.pop(mail.uid, None)
                if raw is not None:
                    yield self._fetched(mail, raw)

    def fetch_header(self, listed: Listed, limit: int = 262_144) -> bytes:
        """The header of a mail that is too large to take in, cut off after `limit` bytes; b'' if gone."""
        item = f"BODY.PEEK[HEADER]<0.{limit}>"
        with self._connection.conversation(limit) as client:
            answer = client.fetch([listed.uid], [item])
        header = answer.get(listed.uid, {}).get(b"BODY[HEADER]<0>")
        return bytes(header or b"")

    def file(self, uids: Sequence[int], folder: str) -> None:
        """Moves mails out of the incoming folder, once the store has committed them. Harmless twice (R27)."""
        if folder not in (self.settings.processed_folder, self.settings.quarantine_folder):
            raise ValueError(f"mail is filed to the processed or the quarantine folder, not to {folder!r}")
        for some in uid_slices(sorted(uids)):
            self._move(some, folder)

    def append(self, folder: str, mails: Sequence[tuple[bytes, datetime]]) -> None:
        """Puts copies of our own mails into a folder, marked as seen. Not idempotent: see to it before."""
        configured = (
            self.settings.sent_folder,
            self.settings.processed_folder,
            self.settings.quarantine_folder,
        )
        if folder not in configured:
            raise ValueError(f"copies go to a configured folder, not to {folder!r}")
        for some in append_batches(mails, together="MULTIAPPEND" in self._connection.capabilities):
            self._append(folder, some)

    def wait(self, seconds: float, wake: threading.Event) -> bool:
        """Until the server announces something (True), `wake` is set or the time is up (False).

        IDLE where there is one, for two minutes at most; the caller searches before and after, since
        news can slip in before IDLE begins. Otherwise sleeps, then asks with NOOP.
        """
        if self.settings.idle and "IDLE" in self._connection.capabilities and not self._idle_refused:
            return self._idle(min(seconds, IDLE_SLICE), wake)
        wake.wait(seconds)
        with self._connection.conversation() as client:
            client.noop()
            return "EXISTS" in client.said_unasked()

    def close(self) -> None:
        """Ends the session. Never raises, and takes no longer than a second or two."""
        self._connection.close()

    def _create(self, folder: str) -> None:
        with self._connection.conversation() as client:
            if client.folder_exists(folder):
                return
            try:
                client.create_folder(folder)
            except IMAPClientAbortError:
                raise
            except IMAPClientError as error:
                raise MailboxRefused(
                    f"the server does not create the folder {folder!r} ({brief(error)}); create it by hand, "
                    "or name another one under mailbox in config.yaml"
                ) from error
        log.info("created folder %s", folder)

    def _search(self, uid: int) -> list[int]:
        with self._connection.conversation() as client:
            if self._connection.exists <= WINDOW:
                # `n:*` always finds the newest mail, even below n: the caller filters.
                return sorted(client.search(["UID", f"{uid}:*"]))
            # The whole of a large folder does not fit into one line: window by window.
            first = max([uid, *client.search(["1"])])
            last = max([0, *client.search(["UID", "*"])])
            found: set[int] = set()
            for low in range(first, last + 1, WINDOW):
                self._connection.again(client)
                found.update(client.search(["UID", f"{low}:{min(low + WINDOW - 1, last)}"]))
            return sorted(found)

    def _sizes(self, uids: list[int]) -> list[Listed]:
        listed = []
        for some in uid_slices(uids):
            with self._connection.conversation(200 * len(some)) as client:
                answers = client.fetch(some, ["RFC822.SIZE", "INTERNALDATE"])
            for uid in some:
                answer = answers.get(uid, {})
                if b"RFC822.SIZE" in answer and answer.get(b"INTERNALDATE") is not None:
                    listed.append(Listed(uid, int(answer[b"RFC822.SIZE"]), answer[b"INTERNALDATE"]))
        return listed

    def _bodies(self, batch: Sequence[Listed]) -> dict[int, bytes | None]:
        """BODY.PEEK[] only: a person who reads along sees nothing change (R2)."""
        uids = [mail.uid for mail in batch]
        # Some servers only estimate RFC822.SIZE, hence the surplus.
        with self._connection.conversation(sum(mail.size for mail in batch), BYTES) as client:
            answers = _unless_refused(client, uids)
        if answers is None and len(batch) > 1:
            # One of them cannot be read: the others must not wait for it.
            return {uid: raw for mail in batch for uid, raw in self._bodies([mail]).items()}
        if answers is None:
            log.warning("UID %d: the server does not give this mail; it stays where it is", uids[0])
            return {}
        return {uid: answers[uid].get(b"BODY[]") for uid in uids if uid in answers}

    def _pieces(self, mail: Listed) -> bytes | None:
        """A large mail in pieces of 1 MiB. Its end is the first short piece, whatever size was announced."""
        most = 2 * max(mail.size, self.settings.max_size)
        whole = BytesIO()
        while whole.tell() <= most:
            at = whole.tell()
            with self._connection.conversation(PIECE) as client:
                answer = client.fetch([mail.uid], [f"BODY.PEEK[]<{at}.{PIECE}>"]).get(mail.uid, {})
            piece = answer.get(f"BODY[]<{at}>".encode())
            if piece is None:
                return None  # gone between two pieces: what came so far is no mail (R4)
            whole.write(piece)
            if len(piece) < PIECE:
                return whole.getvalue()
        raise MailboxUnavailable(f"UID {mail.uid} has no end: {whole.tell()} bytes, {mail.size} announced")

    def _fetched(self, mail: Listed, raw: bytes) -> Fetched:
        if len(raw) != mail.size:
            log.info("UID %d: %d bytes came, RFC822.SIZE says %d", mail.uid, len(raw), mail.size)
        return Fetched(
            self.settings.folder, self._uidvalidity, mail.uid, mail.internaldate, mail.size, bytes(raw)
        )

    def _move(self, uids: list[int], folder: str) -> None:
        with self._connection.conversation(200 * len(uids)) as client:
            if "MOVE" in self._connection.capabilities:
                client.move(uids, folder)
            elif "UIDPLUS" in self._connection.capabilities:
                # COPY is all or nothing (RFC 9051 section 6.4.7), and only our own UIDs are expunged:
                # what a person marked as deleted stays for that person (R2).
                client.copy(uids, folder)
                client.add_flags(uids, [DELETED], silent=True)
                client.uid_expunge(uids)
            else:
                client.add_flags(uids, [DONE], silent=True)

    def _append(self, folder: str, mails: Sequence[tuple[bytes, datetime]]) -> None:
        with self._connection.conversation() as client:
            if len(mails) == 1:
                raw, at = mails[0]
                client.append(folder, raw, flags=[SEEN], msg_time=at)
                return
            kind, answer = client.multiappend(
                folder, [{"msg": raw, "flags": [SEEN], "date": at} for raw, at in mails]
            )
            if kind != "OK":  # unlike all its other commands, imapclient does not look at this answer
                raise MailboxUnavailable(f"IMAP: APPEND refused: {brief(answer)}")

    def _idle(self, seconds: float, wake: threading.Event) -> bool:
        until = time.monotonic() + seconds
        with self._connection.conversation() as client:
            try:
                client.begin_idle()
            except IMAPClientAbortError:
                raise
            except IMAPClientError as error:
                log.info("IDLE refused, polling instead: %s", brief(error))
                self._idle_refused = True
                return False
            stirred = False
            while not stirred and not wake.is_set() and (left := until - time.monotonic()) > 0:
                stirred = client.stirs(min(left, WAKE_LATENCY))
            self._connection.again(client)
            client.idle_done()  # reads all that was said; the end of the connection is an error here
            said = client.said_unasked()
            self._connection.note(said)
            return "EXISTS" in said


def _unless_refused(client: Client, uids: list[int]) -> dict[int, dict[bytes, Any]] | None:
    """The bodies, or None where the server says NO or sends what cannot be read; the connection is sound."""
    try:
        answers: dict[int, dict[bytes, Any]] = client.fetch(uids, ["BODY.PEEK[]"])
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return None
    return answers
