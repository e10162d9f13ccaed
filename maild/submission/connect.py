"""From nothing to a logged-in SMTP session; verified TLS, the password never in clear (T19)."""

from __future__ import annotations

import ssl
from typing import Protocol

from aiosmtplib import SMTP, SMTPAuthenticationError, SMTPException, SMTPResponseException

from maild.config.checks import loopback

from .session import FAULTS, Session, Timeouts


class SubmissionUnavailable(Exception):
    """No connection now; what was claimed is deferred. Try again later."""


class SubmissionRefused(SubmissionUnavailable):
    """No connection until somebody changes something; the message says what was found and what to do."""


class Settings(Protocol):
    """What submission needs to know; maild.config.Submission has it all."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def tls(self) -> str: ...  # implicit, starttls or none
    @property
    def username(self) -> str | None: ...  # None: no AUTH
    @property
    def connections(self) -> int: ...


async def connect(
    settings: Settings,
    password: str | None,
    context: ssl.SSLContext | None,
    local_hostname: str,
    timeouts: Timeouts,
) -> Session:
    """A session ready for MAIL; raises SubmissionUnavailable or SubmissionRefused."""
    if settings.tls == "none" and not loopback(settings.host):
        raise SubmissionRefused(
            f"submission.tls: none is accepted for loopback addresses only, not for {settings.host}; "
            "use implicit (port 465) or starttls (port 587)"
        )
    try:
        client = SMTP(
            hostname=settings.host,
            port=settings.port,
            username=settings.username,
            password=password if settings.username is not None else None,
            local_hostname=local_hostname,
            use_tls=settings.tls == "implicit",
            start_tls=settings.tls == "starttls",
            tls_context=context,
            timeout=timeouts.connect,
        )
        await client.connect()
        if client.is_ehlo_or_helo_needed:
            await client.ehlo()
    except FAULTS as error:
        raise _fault(f"{settings.host}:{settings.port}", error) from error
    return Session(client, timeouts)


def _fault(where: str, error: Exception) -> SubmissionUnavailable:
    cause = error if isinstance(error, ssl.SSLError) else error.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return SubmissionRefused(
            f"{where}: the certificate is not valid for this name ({cause.verify_message}); set "
            "submission.host to the name in the certificate, or install the authority that signed it here"
        )
    if isinstance(error, SMTPAuthenticationError) and error.code // 100 == 5:
        return SubmissionRefused(
            f"{where}: the SMTP server refuses submission.username with this password ({error.code}); "
            "correct it in the file or variable that submission.password_file or password_env names"
        )
    if type(error) is SMTPException:
        # The base class itself: the server lacks STARTTLS or AUTH.
        return SubmissionRefused(f"{where}: {error.message} Compare submission.tls and port with the server.")
    if isinstance(error, SMTPResponseException):
        return SubmissionUnavailable(f"{where}: the server answered {error.code}")
    if isinstance(cause, ssl.SSLError):
        return SubmissionUnavailable(
            f"{where}: TLS failed ({cause.reason}); does submission.tls fit the port?"
        )
    return SubmissionUnavailable(f"{where}: {type(error).__name__}: {error}"[:300])
