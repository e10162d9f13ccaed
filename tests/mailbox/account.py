"""Settings and mails for the mailbox tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from maild.mailbox import Mailbox
from tests.servers.dovecot import Dovecot
from tests.servers.ground import Certificate
from tests.servers.imap_script import ScriptedImap


@dataclass(frozen=True)
class Account:
    host: str = "127.0.0.1"
    port: int = 143
    tls: str = "none"
    username: str = "alice"
    auth: str = "password"
    folder: str = "INBOX"
    processed_folder: str = "Processed"
    quarantine_folder: str = "Quarantine"
    sent_folder: str = "Sent"
    idle: bool = True
    max_size: int = 25 * 1024 * 1024


def at(dovecot: Dovecot, *, tls: str = "none", password: str = "secret", **account: object) -> Mailbox:
    """Alice's mailbox there."""
    values = {
        "host": "127.0.0.1" if tls == "none" else "localhost",
        "port": dovecot.tls_port if tls == "implicit" else dovecot.port,
        "tls": tls,
    }
    settings = Account(**{**values, **account})  # type: ignore[arg-type]
    context = Certificate(dovecot.certificate, Path()).client_context()
    return Mailbox(settings, password, ssl_context=context, timeout=(5, 10))


def scripted(server: ScriptedImap, *, read: float = 1, **account: object) -> Mailbox:
    """The mailbox of a scripted server, with short waits."""
    return Mailbox(Account(port=server.port, **account), "secret", timeout=(read, read))  # type: ignore[arg-type]


def mail(number: int, size: int = 0) -> bytes:
    body = ("x" * 68 + "\r\n") * (size // 70)
    return f"Message-ID: <{number}@x.example>\r\nSubject: Surat {number}\r\n\r\n{body}Halo.\r\n".encode()
