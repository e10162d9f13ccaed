"""Carries out a decision: every effect of one event, in the caller's one transaction (R6)."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from maild.cases import wording
from maild.cases.case import Case, Party, Suggestion
from maild.cases.effects import (
    Also,
    Ask,
    Attach,
    Begin,
    Conclude,
    Decision,
    Effect,
    Enrol,
    Inquire,
    Join,
    Link,
    Note,
    Proceed,
    Remember,
    Settle,
    SettleAll,
    Stop,
    Turn,
    Write,
)
from maild.cases.process import rung_moments
from maild.cases.secrecy import identity_of
from maild.cases.standins import secret
from maild.daemon import remembering
from maild.daemon.room import Room
from maild.intent.numbers import fold
from maild.letters import Draft, Frame, Identity, Letter, LetterFault, button, leaks, message_id, redirected
from maild.letters.enclosure import enclose
from maild.letters.kinds import KINDS
from maild.message import Address
from maild.store import casebook, inbox, outbox, questions, register, upkeep

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Incoming:
    """The mail that an event is about; `text` as far as it was read."""

    id: int
    raw: bytes
    text: str = ""


@dataclass(slots=True)
class Ledger:
    """One event being written down. `event` names it for ever, such as 'dps/mail/17': the same event made
    again gives the same Message-IDs (R7, R10)."""

    tx: Connection
    room: Room
    key: bytes
    now: datetime
    event: str
    mail: Incoming | None = None
    letters: int = 0
    asked: list[int] = field(default_factory=list)

    def carry_out(self, decision: Decision) -> Case | None:
        """Writes everything; returns the case as stored. Raises Conflict when it changed meanwhile."""
        case = decision.case
        if case is not None:
            case = self._opened(case) if case.id == 0 else self._saved(case)
        for effect in decision.effects:
            self.apply(effect, case)
        return case

    def _opened(self, case: Case) -> Case:
        case_id = casebook.open_case(self.tx, self.room.key, case)
        for party in case.parties:
            casebook.party_id(self.tx, self.key, case_id, party)
        case = replace(case, id=case_id)
        remembering.remember(self.tx, self.key, self.room.key, case)
        return case

    def _saved(self, case: Case) -> Case:
        casebook.save(self.tx, case)
        return replace(case, version=case.version + 1)

    def apply(self, effect: Effect, case: Case | None) -> None:
        match effect:
            case Note():
                assert case is not None
                inbox_id = self.mail.id if self.mail else None
                casebook.note(self.tx, case.id, self.now, effect.event, effect.by, effect.detail, inbox_id)
            case Begin():
                assert case is not None
                rungs = [(r.name, at) for r, at in rung_moments(effect.deadline, self.room.world.calendar)]
                casebook.begin(self.tx, self.room.key, case.id, effect.deadline, rungs)
            case Turn():
                casebook.turn(self.tx, effect.deadline_id, effect.state, effect.met_at)
            case Write():
                self.write(effect, case)
            case Ask():
                self.ask(effect, case)
            case Settle():
                questions.settle(self.tx, effect.question_id, effect.by, effect.how, self.now)
            case SettleAll():
                assert case is not None
                questions.settle_all(self.tx, case.id, effect.by, effect.how, self.now, effect.reasons)
            case Stop():
                at = effect.not_before or (self.now if effect.to == "ready" else None)
                outbox.stop(self.tx, effect.outbox_id, effect.to, effect.why, at)
            case Enrol():
                register.enrol(self.tx, self.room.key, effect, self.mail.id if self.mail else None, self.now)
            case Inquire():
                upkeep.begin(self.tx, self.room.key, effect.inquiry, self.now)
            case Proceed():
                upkeep.save(self.tx, effect.inquiry, self.now)
            case Conclude():
                upkeep.conclude(self.tx, effect.inquiry_id, effect.outcome, self.now)
            case Also():
                self.carry_out(Decision("threaded", "", effect.case, effect.effects))
            case Link() | Join() | Remember():
                assert case is not None
                remembering.told_by_staff(self.tx, self.room.key, self.key, case, effect, self.now)
            case Attach():
                case_id = case.id if case else None
                inbox.settle(
                    self.tx, effect.inbox_id, effect.disposition, effect.reason, self.now, case_id=case_id
                )

    def ask(self, ask: Ask, case: Case | None, *, announced: bool = False) -> int | None:
        """A question, its draft letter held until the answer; its number, None when it is asked already."""
        case_id = case.id if case else None
        about_itself = ask.inbox_id is None and ask.outbox_id is None and ask.draft is None
        if about_itself and questions.same_open(self.tx, self.room.key, case_id, ask.reason, ask.agency_id):
            return None
        outbox_id = self.write(replace(ask.draft, hold_back=True), case) if ask.draft else None
        if self.mail is not None and self.mail.id == ask.inbox_id and self.mail.text:
            # Its first words stand beside the question; now they are at hand.
            ask = replace(ask, facts={**ask.facts, "excerpt": wording.excerpt(self.mail.text)})
        number = questions.ask(self.tx, self.room.key, ask, case_id, outbox_id, self.now, announced=announced)
        self.asked.append(number)
        return number

    def _with_question(self, write: Write, case: Case | None) -> Write:
        """The letter with the numbered lines by which staff answer it; it needs no list of its own then."""
        asked = write.question
        number = self.ask(asked, case, announced=True) if asked is not None else None
        if asked is None or number is None:
            return write
        lines = wording.suggestion_lines(number, asked.suggestions)
        return replace(write, values={**write.values, "commands": [*lines, *write.values["commands"]]})

    def write(self, write: Write, case: Case | None) -> int | None:
        """Composes the letter and queues its bytes. What cannot be written becomes a task, not a loop."""
        write = self._with_question(write, case)
        self.letters += 1
        party_id, token = casebook.party_id(self.tx, self.key, case.id if case else None, write.to)
        try:
            letter = self._compose(write, case, token)
        except LetterFault as fault:
            log.error(
                "event %s: letter %s cannot be written: %s", self.event, write.kind, type(fault).__name__
            )
            self._unwritable(write, case)
            return None
        hit = self._leaks(write, case, letter)
        if hit:
            log.error(
                "event %s: letter %s is held: identity found (%s)", self.event, write.kind, ", ".join(hit)
            )
        outbox_id = self._queue(write, case, party_id, token, letter, held=write.hold_back or bool(hit))
        if hit:
            self._leak_question(write, case, outbox_id, hit)
        return outbox_id

    def _compose(self, write: Write, case: Case | None, token: str) -> Letter:
        sender = self.room.office.submission.sender
        reply_to = self._reply_to(token)
        earlier = self._thread(write, case)
        frame = Frame(
            sender=Address(self.room.office.identity.name, sender),
            reply_to=reply_to,
            message_id=self._message_id(token, sender),
            in_reply_to=write.answers or (earlier[-1] if earlier else None),
            references=(*earlier, write.answers) if write.answers else earlier,
            date=self.now.astimezone(self.room.office.identity.zone),
            auto_submitted=write.automatic,
        )
        values = dict(write.values)
        if "buttons" in values:
            subject = f"Re: [{case.number}]" if case else f"Re: {KINDS[write.kind].title}"
            values["buttons"] = [
                {"label": b["label"], "href": button(reply_to, subject, b["body"])} for b in values["buttons"]
            ]
        draft = Draft(write.kind, Address(write.to.name, write.to.address), values)
        letter = self.room.stationery.compose(draft, frame)
        redirect = self.room.config.rehearsal.redirect_to if self.room.config.rehearsal.enabled else None
        letter = redirected(letter, redirect) if redirect else letter
        return replace(letter, raw=enclose(letter.raw, self._enclosed(write, case), letter.message_id))

    def _enclosed(self, write: Write, case: Case | None) -> tuple[bytes, ...]:
        """Whole mails go to staff only: never a redacted copy of the original to anybody else (P2). Another
        office of the Ombudsman, to which the case was transferred, gets the reporter's own, unless it is
        secret."""
        if write.to.role == "office" and case is not None and not secret(case):
            return tuple(inbox.load_one(self.tx, paper).raw for paper in write.papers)
        if write.enclose is None or write.to.role != "staff":
            return ()
        if self.mail is not None and self.mail.id == write.enclose:
            return (self.mail.raw,)
        return (inbox.load_one(self.tx, write.enclose).raw,)

    def _message_id(self, token: str, sender: str) -> str:
        secret = f"{self.key.hex()}|{self.event}|{self.letters}"
        return message_id(secret, token, sender.rpartition("@")[2])

    def _reply_to(self, token: str) -> str:
        """The private address of one party (RFC 5233); without one the token is in the Message-ID."""
        separator = self.room.office.submission.subaddress
        local, _, domain = self.room.office.submission.sender.rpartition("@")
        return f"{local}{separator}{token}@{domain}" if separator else f"{local}@{domain}"

    def _thread(self, write: Write, case: Case | None) -> tuple[str, ...]:
        """Our earlier letters to the same person in the case; never a Message-ID of another party (T33)."""
        if case is None:
            return ()
        ids = [d.message_id for d in case.dispatches if d.to == write.to.address and d.state != "failed"]
        return (*ids[:1], *ids[1:][-4:])

    def _leaks(self, write: Write, case: Case | None, letter: Letter) -> tuple[str, ...]:
        """Last gate: the final bytes must not tell an agency who reported (P4)."""
        seeking = ("agency", "superior", "office") if case and case.confidential else ("agency", "superior")
        if case is None or case.disclosed or write.to.role not in seeking:
            return ()
        if self.room.office.confidentiality.default == "open" and not case.confidential:
            return ()
        return leaks(letter.raw, self._sought(write, case))

    def _sought(self, write: Write, case: Case) -> Identity:
        """The reporter's identity without words that the letter has from its addressee.

        Wayan may write about an office whose focal point is another Wayan: the name in the salutation then
        says nothing of the reporter, whose other names and addresses are still looked for.
        """
        identity = identity_of(case.hidden)
        agency = self.room.world.directory.agencies.get(write.to.agency_id or "")
        addressee = f"{write.to.name} {agency.name if agency else ''} {self.room.world.name}"
        known = set(addressee.casefold().replace(",", " ").replace(".", " ").split())
        names = (
            " ".join(w for w in n.split() if w.casefold().strip(".,") not in known) for n in identity.names
        )
        return replace(identity, names=tuple(filter(None, names)))

    def _queue(
        self, write: Write, case: Case | None, party_id: int, token: str, letter: Letter, *, held: bool
    ) -> int:
        values: dict[str, Any] = {
            "office": self.room.key,
            "case_id": case.id if case else None,
            "party_id": party_id,
            "kind": write.kind,
            "number": write.number,
            "number_key": fold(write.number) if write.number else None,
            "agency_id": write.to.agency_id,
            "role": write.to.role,
            "recipient": letter.to.address,
            "recipient_name": write.to.name,
            # Returns come to the party's private address, so that a bounce finds its case (R30).
            "envelope_from": self._reply_to(token),
            "message_id": letter.message_id,
            "subject": letter.subject,
            "raw": letter.raw,
            "state": "held" if held else "ready",
            "urgent": write.urgent,
            "queued_at": self.now,
            "next_attempt_at": write.not_before or self.now,
            "attempts": 0,
            "epoch": 0,
            "filed": False,
            "directory_version": self.room.fingerprint,
        }
        return outbox.queue(self.tx, values)

    def _unwritable(self, write: Write, case: Case | None) -> None:
        why = f"surat {write.kind} tidak dapat dibuat; periksa templat dengan perintah maild check"
        self._plain_question("letter", why, case, write.to, None, ())

    def _leak_question(self, write: Write, case: Case | None, outbox_id: int, hit: Sequence[str]) -> None:
        why = f"surat {write.kind} ditahan: mungkin memuat identitas Pelapor ({', '.join(hit)})"
        suggestions = (
            Suggestion("ignore", "jangan kirim"),
            Suggestion("release", "kirim; identitas tidak terungkap"),
        )
        self._plain_question("leak", why, case, write.to, outbox_id, suggestions)

    def _plain_question(
        self,
        reason: str,
        why: str,
        case: Case | None,
        to: Party,
        outbox_id: int | None,
        suggestions: tuple[Suggestion, ...],
    ) -> None:
        ask = Ask(
            reason, why, "examiner" if case else "admin", suggestions, to.agency_id, outbox_id=outbox_id
        )
        case_id = case.id if case else None
        self.asked.append(questions.ask(self.tx, self.room.key, ask, case_id, outbox_id, self.now))
