"""From nothing to a logged-in IMAP session: verified TLS, no PREAUTH, the password never in clear (T19)."""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
from functools import lru_cache
from typing import Protocol

from imapclient import SocketTimeout
from imapclient.exceptions import CapabilityError, IMAPClientAbortError, LoginError

from .faults import MailboxRefused, MailboxUnavailable
from .wire import Client

# Response codes of RFC 5530 that say "not now" rather than "not you".
LATER = re.compile(r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)\]", re.IGNORECASE)


class Account(Protocol):
    """The part of the mailbox settings that connecting needs."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def tls(self) -> str: ...
    @property
    def username(self) -> str: ...


def connect(
    account: Account, password: str, context: ssl.SSLContext | None, timeout: tuple[float, float]
) -> tuple[Client, frozenset[str]]:
    """A client that is logged in, and the capabilities of the server."""
    if account.tls == "none" and not _is_loopback(account.host):
        raise MailboxRefused(
            f"mailbox.tls: none is accepted for loopback addresses only, not for {account.host}; "
            "use implicit (port 993) or starttls (port 143)"
        )
    client: Client | None = None
    try:
        if context is None and account.tls != "none":
            context = _trust()
        client = _dial(account, context, timeout)
        # imaplib writes a command in pieces; with Nagle's algorithm each waits for the last one's ACK.
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.allow(2 * timeout[1])
        _secure(client, account, context)
        _log_in(client, account.username, password)
        capabilities = frozenset(name.decode("ascii", "replace") for name in client.capabilities())
    except BaseException as error:
        if client is not None:
            client.hang_up(politely=False)
        if isinstance(error, MailboxRefused | MailboxUnavailable) or not isinstance(error, Exception):
            raise
        raise _fault(account, error) from error
    return client, capabilities


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """The certificates that this machine trusts; reading them takes 20 ms, so once for the process."""
    return ssl.create_default_context()


def _dial(account: Account, context: ssl.SSLContext | None, timeout: tuple[float, float]) -> Client:
    return Client(
        account.host,
        account.port,
        ssl=account.tls == "implicit",
        ssl_context=context,
        timeout=SocketTimeout(*timeout),
    ).quiet()


def _secure(client: Client, account: Account, context: ssl.SSLContext | None) -> None:
    if client.greeting_is_preauth:
        # PREAUTH skips STARTTLS and login: whoever answers would choose whose mail we read (T19).
        raise MailboxRefused(
            f"{account.host}:{account.port} greets with PREAUTH, which maild does not accept; "
            "use the port that asks for a login, best 993 with tls: implicit"
        )
    if account.tls == "starttls":
        try:
            client.starttls(context)
        except CapabilityError as error:
            raise MailboxRefused(
                f"{account.host}:{account.port} offers no STARTTLS; "
                "use port 993 with tls: implicit, or ask whoever runs the server"
            ) from error
        client.said_unasked()  # anything from before the encryption may be anybody's


def _log_in(client: Client, username: str, password: str) -> None:
    try:
        if client.has_capability("AUTH=PLAIN") or not (username + password).isascii():
            client.plain_login(username, password)  # base64: the only way for an ü in a password
        else:
            client.login(_quoted(username), password)  # imaplib quotes the password, but not the name
    except LoginError as error:
        # imapclient also calls a connection lost in the middle a LoginError.
        if isinstance(error.__context__, IMAPClientAbortError) or LATER.search(str(error)):
            raise MailboxUnavailable(f"IMAP login: {type(error.__context__).__name__}") from error
        raise MailboxRefused(
            f"the IMAP server refuses mailbox.username {username!r} with this password; "
            "correct it in the file or variable that mailbox.password_file or password_env names"
        ) from error


def _fault(account: Account, error: Exception) -> Exception:
    where = f"{account.host}:{account.port}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailboxRefused(
            f"{where}: the certificate is not valid for this name ({error.verify_message}); set mailbox.host "
            "to the name in the certificate, or install the authority that signed it on this machine"
        )
    if isinstance(error, ssl.SSLError):
        return MailboxUnavailable(f"{where}: TLS failed ({error.reason}); does mailbox.tls fit the port?")
    return MailboxUnavailable(f"{where}: {type(error).__name__}: {error}"[:300])


def _quoted(text: str) -> str:
    """An IMAP quoted string (RFC 9051 section 4.3); line breaks cannot stand in one."""
    if any(c in text for c in "\r\n\0"):
        raise MailboxRefused("mailbox.username contains a line break; write it on one line")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
