"""What goes into a letter and what comes out: frozen values, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from maild.message.record import Address


class OfficeIdentity(Protocol):
    """What stationery prints of an office; the `office` block of config.yaml has these attributes."""

    @property
    def name(self) -> str: ...
    @property
    def short_name(self) -> str: ...
    @property
    def city(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def website(self) -> str: ...
    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that was decided but not yet written.

    `kind` is a key of `maild.letters.kinds.KINDS` and the name of the template; `values` holds exactly what
    that kind asks for. Values are data: they are printed once and never read as template or structure (T27).
    """

    kind: str
    to: Address
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around the text. Message-IDs are without angle brackets; `date` is aware.

    `auto_submitted`: the value of RFC 3834 section 5 (auto-generated, auto-replied or no).
    """

    sender: Address
    reply_to: str
    message_id: str
    in_reply_to: str | None
    references: tuple[str, ...]  # oldest first
    date: datetime
    auto_submitted: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter. `raw` is what every attempt sends (R10); `text` is its text/plain part."""

    kind: str
    message_id: str
    to: Address
    subject: str
    raw: bytes
    text: str


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One fault of a template; str() is what the admin sees. `line` 0 means the file as a whole."""

    file: str
    line: int
    what: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.hint}"


class LetterFault(ValueError):
    """A letter cannot be built: the template or a value is broken. The case waits for a person (R10)."""
