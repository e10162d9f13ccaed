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
from maild.daemon import remembering
from maild.daemon.composing import compose, reply_to
from maild.daemon.egress import leaking
from maild.daemon.room import Room
from maild.intent.numbers import fold
from maild.letters import Letter, LetterFault
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
            letter = compose(self, write, case, token)
        except LetterFault as fault:
            log.error(
                "event %s: letter %s cannot be written: %s", self.event, write.kind, type(fault).__name__
            )
            self._unwritable(write, case)
            return None
        hit = leaking(self.room, write, case, letter)
        if hit:
            log.error(
                "event %s: letter %s is held: identity found (%s)", self.event, write.kind, ", ".join(hit)
            )
        outbox_id = self._queue(write, case, party_id, token, letter, held=write.hold_back or bool(hit))
        if hit:
            self._leak_question(write, case, outbox_id, hit)
        return outbox_id

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
            "envelope_from": reply_to(self.room, token),
            "message_id": letter.message_id,
            "subject": letter.subject,
            "state": "held" if held else "ready",
            "urgent": write.urgent,
            "queued_at": self.now,
            "next_attempt_at": write.not_before or self.now,
            "attempts": 0,
            "epoch": 0,
            "filed": False,
            "directory_version": self.room.fingerprint,
        }
        return outbox.queue(self.tx, values, letter.raw)

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
