"""What a mailbox needs to know, and what it gives: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Settings(Protocol):
    """What a mailbox needs to know; maild.config.Mailbox has it all."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def tls(self) -> str: ...  # implicit, starttls or none
    @property
    def username(self) -> str: ...
    @property
    def folder(self) -> str: ...
    @property
    def processed_folder(self) -> str: ...
    @property
    def quarantine_folder(self) -> str: ...
    @property
    def sent_folder(self) -> str: ...
    @property
    def idle(self) -> bool: ...
    @property
    def max_size(self) -> int: ...  # bytes


@dataclass(frozen=True, slots=True)
class Listed:
    """A mail as the server announces it: size is RFC822.SIZE in bytes, internaldate is aware."""

    uid: int
    size: int
    internaldate: datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """A whole mail; size as announced (may differ from len(raw), which is then logged: R4)."""

    folder: str
    uidvalidity: int
    uid: int
    internaldate: datetime
    size: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """What SELECT said (RFC 9051 section 6.3.2)."""

    uidvalidity: int
    capabilities: frozenset[str]
    exists: int
