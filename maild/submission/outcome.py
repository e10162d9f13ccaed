"""What goes out, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A row of the outbox that this process has claimed.

    envelope_from: addr-spec for MAIL FROM, '' for the null sender. recipient: the one outside recipient.
    journal: our own address that gets a copy as evidence, or None. raw: the final bytes, never changed.
    """

    id: int
    envelope_from: str
    recipient: str
    journal: str | None
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sent:
    """The server answered 2xx to the whole mail and has the responsibility (RFC 5321 section 6.1)."""

    reply: str


@dataclass(frozen=True, slots=True)
class Deferred:
    """Surely not sent; the same bytes may be tried again after a pause."""

    reply: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Surely not sent, and not to be tried again by itself.

    held: we stopped it ourselves, because row and bytes contradict each other or the address is not one
    that may stand in an SMTP command (T15, T16). A person has to look.
    """

    reply: str
    held: bool = False


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The body had begun when the connection failed: perhaps sent. Never resent blindly (R14)."""

    why: str


@dataclass(frozen=True, slots=True)
class Fenced:
    """The fence said no: the row is no longer ready. Nothing was sent, nothing is to be recorded."""


Result = Sent | Deferred | Refused | Uncertain | Fenced
