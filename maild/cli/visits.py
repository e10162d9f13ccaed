"""`maild check --online`: logs in to every server and says what it can do."""

from __future__ import annotations

import socket
from collections.abc import Callable

from maild.cli.inspection import Findings
from maild.config import Config, Office, SecretError, database_url, read_secret

_IMAP = {
    "IDLE": "asked every `mailbox.poll`",
    "MOVE": "copied and expunged",
    "UIDPLUS": "mails stay in the folder, marked",
    "MULTIAPPEND": "copies one by one",
}
_SMTP = ("PIPELINING", "8BITMIME", "SMTPUTF8", "DSN", "ENHANCEDSTATUSCODES", "SIZE")


def visited(config: Config, found: Findings) -> None:
    """Adds one line a server to `abilities`, or to `unreachable` or `refused` what stands in the way."""
    for office in config.offices:
        _visit(found, f"{office.key}: IMAP", lambda office=office: _mailbox(office))  # type: ignore[misc]
        _visit(found, f"{office.key}: SMTP", lambda office=office: _submission(office))  # type: ignore[misc]
    _visit(found, "database", lambda: _database(config))
    _visit(found, "reader of mails", _reader)


def _visit(found: Findings, name: str, visit: Callable[[], str]) -> None:
    from maild.confined import ReaderUnavailable
    from maild.mailbox import MailboxRefused, MailboxUnavailable
    from maild.store import StoreRefused, StoreUnavailable
    from maild.submission import SubmissionRefused, SubmissionUnavailable

    try:
        found.abilities.append(f"{name}: {visit()}")
    except (MailboxRefused, SubmissionRefused, StoreRefused, SecretError) as fault:
        found.refused.append(f"{name}: {fault}")
    except (MailboxUnavailable, SubmissionUnavailable, StoreUnavailable, ReaderUnavailable, OSError) as fault:
        found.unreachable.append(f"{name}: {fault}")


def _mailbox(office: Office) -> str:
    from maild.mailbox import Mailbox

    with Mailbox(office.mailbox, read_secret(office.mailbox)) as mailbox:
        opened = mailbox.open()
    able = [name for name in _IMAP if name in opened.capabilities]
    lacks = [f"no {name} ({instead})" for name, instead in _IMAP.items() if name not in opened.capabilities]
    where = f"{office.mailbox.host}:{office.mailbox.port}, {opened.exists} mails in {office.mailbox.folder}"
    return f"{where}; {', '.join([*able, *lacks])}"


def _submission(office: Office) -> str:
    from maild.submission import Submission

    settings = office.submission
    password = read_secret(settings) if settings.username else None
    extensions = Submission(settings, password, local_hostname=socket.gethostname() or "localhost").greet()
    names = {extension.upper().partition(" ")[0] for extension in extensions}
    able = [name for name in _SMTP if name in names]
    return f"{settings.host}:{settings.port}; {', '.join(able) or 'no extensions'}"


def _database(config: Config) -> str:
    from maild.store import Store

    store = Store(database_url(config.database))
    try:
        return f"{store.engine.dialect.name}, ready"
    finally:
        store.close()


def _reader() -> str:
    """Mails wait where it cannot start. What it cannot give up on this system does not keep it from work."""
    from maild.confined import MailReader

    with MailReader() as reader:
        return f"starts; gives up {len(reader.held())} things before it sees a mail"
