"""What a mail means, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal[
    "report", "letter", "reply", "forward", "bounce", "delay", "read_receipt", "auto_reply", "bulk", "other"
]
Role = Literal["reporter", "agency", "superior", "staff", "office", "stranger"]
Remit = Literal["yes", "no", "other_office", "unclear"]


@dataclass(frozen=True, slots=True)
class Correspondent:
    """What the store and the directory know of the sender, before the mail is understood.

    `role` is that of the sender's address in the case that the keys of the mail point to; without such a
    case, 'staff' for the staff list, 'agency' for an address of the directory, 'office' for our own
    addresses (a loop), 'reporter' for the reporter of an open case, else 'stranger'.
    """

    role: Role = "stranger"
    in_case: bool = False  # the keys of the mail (token, references, numbers) point to a known case


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a staff mail: `2 agency disdik-buleleng` -> Command(2, 'agency', 'disdik-buleleng').

    `verb` is the canonical English word (ok, agency, spam, case, hold, release, note, close, status, ask,
    open, ignore); Indonesian synonyms are folded into it. `argument` is the rest of the line, stripped.
    """

    item: int | None
    verb: str
    argument: str
    line: str  # as written, for the transcript


@dataclass(frozen=True, slots=True)
class Report:
    """What a careful officer reads out of a complaint."""

    fields: Mapping[str, str]  # reporter_name, nik, address, phone, agency, matter, wish, prior_complaint,
    #                            secrecy, external_ref: as found
    missing: tuple[str, ...]  # of nama, alamat, terlapor, uraian, upaya, identitas
    urgent: bool  # Respons Cepat Ombudsman (RCO)
    urgent_reason: str | None
    confidential: bool
    confidential_reason: str | None
    remit: Remit
    remit_reason: str | None
    needs_eyes: tuple[str, ...]  # why a person has to look before anything leaves: power of attorney,
    #                              patient data, several matters, text only in an attachment, foreigner, …


@dataclass(frozen=True, slots=True)
class Part:
    """What one mail says of one of several cases: 'Kasus 0012: sudah selesai. Kasus 0015: mohon waktu.'

    `case` is a number in canonical form, or only its first field ('0015') where the mail gives no more.
    """

    case: str
    intent: str
    reasons: tuple[str, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """The answer to 'what is this mail?'. `kind` and `intent` are the words of the public contract."""

    kind: Kind
    intent: str | None
    reasons: tuple[str, ...]  # rules that decided, in order, readable by a person
    case_refs: tuple[str, ...] = ()  # case numbers found in subject and new text, canonical form
    letter_refs: tuple[str, ...] = ()  # letter numbers: ours, then those of the writer; compare them folded
    commands: tuple[Command, ...] = ()
    report: Report | None = None
    until: date | None = None  # date named by a request for extension
    fields: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()  # per case, where the mail speaks of several; `intent` is that of the first
    defects: tuple[str, ...] = ()  # slips that a person should see, such as a weekday that is another
