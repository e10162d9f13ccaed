"""The case (laporan masyarakat) and what hangs on it, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

State = Literal["TERDAFTAR", "TUNGGU_LENGKAP", "KOORD", "RCO", "DIJAWAB", "LIMPAH", "TUTUP"]
"""TERDAFTAR registered, TUNGGU_LENGKAP waiting for the reporter's papers, KOORD with the agency's focal
point, RCO the same in the fast lane, DIJAWAB answered and with the officer, LIMPAH transferred to another
office of the Ombudsman, TUTUP closed."""

FIRST_LETTERS = ("L05", "L06")  # what brings a report to an agency
COPY = "L05T"  # a first letter in copy (tembusan) to the agency's inspectorate

DeadlineState = Literal["running", "paused", "met", "void"]
PartyRole = Literal["reporter", "agency", "superior", "staff", "office"]  # office: another Ombudsman's
Audience = Literal["intake", "examiner", "head", "admin"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody we write to in a case. Nobody else ever becomes a recipient (T9)."""

    role: PartyRole
    name: str
    address: str
    agency_id: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A running period. `agency_id` tells two agencies of one case apart."""

    rule: str  # D23, D22, D01 …
    agency_id: str | None
    basis: str
    started_at: datetime
    due_day: date  # legal last day, local
    due_at: datetime  # its end, aware
    explanation: str
    ladder: str
    state: DeadlineState = "running"
    met_at: datetime | None = None
    id: int | None = None  # None until stored


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One letter of a case as far as deciding needs it."""

    id: int
    kind: str
    number: str | None
    agency_id: str | None
    to: str
    role: str
    state: str
    queued_at: datetime
    sent_at: datetime | None
    message_id: str
    why: str | None = None  # of its state: the last answer of a server, or who stopped it


@dataclass(frozen=True, slots=True)
class Case:
    """One report on its way. `summary` is the redacted account an agency may read."""

    id: int
    number: str
    state: State
    opened_at: datetime
    subject: str  # of the report; internal, may name people
    matter: str  # neutral words, may stand in letters
    summary: str
    owner: str  # address of the case's officer (asisten)
    text: str = ""  # of the first report; internal, to see repetitions
    urgent: bool = False
    confidential: bool = False
    disclosed: bool = False  # identity released to the agency, by an officer, with a reason
    agency_ids: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    closed_at: datetime | None = None
    closed_reason: str | None = None
    heard: tuple[str, ...] = ()  # agencies that have written anything since the letter
    reporter_name: str = ""
    hidden: tuple[tuple[str, str], ...] = ()  # (kind, value): identity that must not reach an agency
    parties: tuple[Party, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    version: int = 0

    @property
    def open(self) -> bool:
        return self.state != "TUTUP"

    def party(self, role: PartyRole, agency_id: str | None = None) -> Party | None:
        """The first party of this role (and agency)."""
        return next(
            (p for p in self.parties if p.role == role and (agency_id is None or p.agency_id == agency_id)),
            None,
        )

    def party_at(self, address: str, agency_id: str | None = None) -> Party | None:
        """The party behind an address, that of `agency_id` first where one address serves several agencies.
        Staff are none: who may command stands in the configuration (T4)."""
        found = [p for p in self.parties if p.address == address and p.role != "staff"]
        return next((p for p in found if p.agency_id == agency_id), found[0] if found else None)

    def running(self, agency_id: str | None = None) -> tuple[Deadline, ...]:
        """Deadlines that still run or pause, of one agency or of all."""
        return tuple(
            d for d in self.deadlines if d.state in ("running", "paused") and agency_id in (None, d.agency_id)
        )

    def letter_to(self, agency_id: str) -> Dispatch | None:
        """The latest first letter (L05, L06) to an agency that is on its way or there."""
        return next(
            (
                d
                for d in reversed(self.dispatches)
                if d.kind in FIRST_LETTERS and d.agency_id == agency_id and d.state not in ("failed", "held")
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to settle a question. `command` is what staff write behind the number."""

    action: str  # verb of a command: ok, agency, case, merge, separate, open, spam, ignore, ask, close …
    why: str
    case: str | None = None
    agency_id: str | None = None
    argument: str = ""

    @property
    def command(self) -> str:
        return " ".join(filter(None, (self.action, self.agency_id or self.case, self.argument)))


@dataclass(frozen=True, slots=True)
class Question:
    """Something that waits for a person; staff answer it by its number."""

    id: int
    reason: str  # a code, such as route, stranger, answer, extension, withdraw, undelivered, quarantine
    why: str  # in words, Indonesian
    audience: Audience
    since: datetime
    suggestions: tuple[Suggestion, ...] = ()
    case_id: int | None = None
    inbox_id: int | None = None
    outbox_id: int | None = None
    agency_id: str | None = None
    facts: dict[str, str] = field(default_factory=dict)
    state: Literal["open", "settled"] = "open"
