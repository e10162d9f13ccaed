"""Commands that say what a mail or a question is: which agency, which case, a new case, nothing for us."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from maild.cases.answers import party_writes
from maild.cases.arrivals import Arrival, open_case
from maild.cases.case import Case, Party
from maild.cases.clocks import resume
from maild.cases.effects import Attach, Decision, Effect, Outcome, Stop, Turn, Write
from maild.cases.instruction import Instruction, done, refused
from maild.cases.referral import ALTERNATE, DEPUTY, HEAD, refer
from maild.cases.standins import Addressee, secret
from maild.cases.steering import shut
from maild.cases.supplements import reporter_writes
from maild.cases.transcript import transcript
from maild.cases.world import Numbers, World

_POSTS: dict[str, Addressee] = {
    HEAD: "head",
    "head": "head",
    DEPUTY: "deputy",
    "deputy": "deputy",
    ALTERNATE: "alternate",
    "alternate": "alternate",
}


def send_to_agency(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    words = instruction.command.argument.replace(",", " ").split()
    to = _POSTS.get(words[-1].lower(), "focal") if words else "focal"
    ids = tuple(words if to == "focal" else words[:-1])
    unknown = [i for i in ids if i not in world.directory.agencies]
    if not ids or unknown:
        return refused(instruction, f"instansi tidak ada dalam daftar: {', '.join(unknown) or '(kosong)'}")
    meant = case_meant(instruction, now, world, numbers)
    if isinstance(meant, Decision):
        return meant
    case, opened = meant
    by = f"staff:{instruction.by}"
    review = secret(case)
    # A case that was opened again has letters of before, whose periods have ended: it gets new ones.
    anew = case.state == "TERDAFTAR"
    fresh = [i for i in ids if case.letter_to(i) is None or (anew and not case.running(i))]
    case, effects = refer(case, fresh, now, world, numbers, by=by, hold=timedelta(0), review=review, to=to)
    sent = any(isinstance(e, Write) for e in effects)
    effects += [*_replaced(instruction, case, ids), *_taken_back(case)]
    outcome = f"{case.number}: surat ke {', '.join(ids)}" if sent else f"{case.number}: lihat daftar tunggu"
    return done(instruction, outcome, case, *opened, *effects)


def _taken_back(case: Case) -> list[Effect]:
    """A case that goes to an agency here waits no longer for another office to confirm."""
    return [Turn(d.id, "void") for d in case.running() if d.rule == "D26" and d.id]


def _replaced(instruction: Instruction, case: Case, ids: tuple[str, ...]) -> list[Effect]:
    """What did not arrive stays here for ever, and its agency's period ends when another one acts."""
    question = instruction.question
    if question is None or question.reason not in ("undelivered", "uncertain", "desk"):
        return []
    effects: list[Effect] = []
    if question.outbox_id is not None:
        effects.append(Stop(question.outbox_id, "failed", "replaced by staff"))
    if question.agency_id and question.agency_id not in ids:
        effects += [Turn(d.id, "void") for d in case.running(question.agency_id) if d.id]
    return effects


def case_meant(
    instruction: Instruction, now: datetime, world: World, numbers: Numbers
) -> tuple[Case, tuple[Effect, ...]] | Decision:
    """The open case that a command is about, with what opening it brings: a held report becomes one now."""
    case = instruction.case
    opened: tuple[Effect, ...] = ()
    if case is None:
        arrival = instruction.arrival
        if instruction.kept is not None or arrival is None or arrival.meaning.report is None:
            return refused(instruction, "butir ini bukan laporan; gunakan open lebih dahulu")
        decision = opened_by_staff(arrival, now, world, numbers)
        assert decision.case is not None
        case, opened = decision.case, decision.effects
    if not case.open:
        return refused(instruction, f"perkara {case.number} sudah ditutup")
    return case, opened


def opened_by_staff(arrival: Arrival, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Opens the case of a held report without asking again where it should go."""
    decision = open_case(arrival, now, replace(world, forward="ask", completion="ask"), numbers)
    kept = tuple(e for e in decision.effects if not _is_route_question(e))
    return replace(decision, effects=(*kept, Attach(arrival.inbox_id, "opened", "opened by staff")))


def _is_route_question(effect: Effect) -> bool:
    return getattr(effect, "reason", None) == "route"


def open_from_mail(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    arrival = instruction.arrival
    if instruction.case is not None or arrival is None:
        return refused(instruction, "butir ini sudah menjadi perkara")
    if arrival.meaning.report is None or arrival.route is None:
        return refused(instruction, "surel ini tidak dapat dibaca sebagai laporan")
    decision = open_case(arrival, now, replace(world, forward="ask", completion="ask"), numbers)
    assert decision.case is not None
    attach = Attach(arrival.inbox_id, "opened", "opened by staff")
    outcome = f"dibuka sebagai {decision.case.number}"
    return done(instruction, outcome, decision.case, *decision.effects, attach)


def attach_to_case(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """The held mail belongs to this case: from now on as if its writer had been known."""
    target, arrival = instruction.target, instruction.arrival
    if target is None:
        return refused(instruction, f"perkara {instruction.command.argument or '(kosong)'} tidak ditemukan")
    if arrival is None:
        return refused(instruction, "butir ini tidak memuat surel")
    party = _writer(arrival, target, world)
    if party.role == "reporter" and target.open and arrival.supplied is not None:
        # Somebody of the house brings what was asked of the reporter: staff say that it counts.
        decision = reporter_writes(arrival, target, party, now, world, numbers)
        attach = Attach(arrival.inbox_id, "threaded", f"attached by staff to {target.number}")
        return done(instruction, f"dilampirkan ke {target.number}", decision.case, *decision.effects, attach)
    decision = party_writes(arrival, target, party, world, colleague=True)
    attach = Attach(arrival.inbox_id, "threaded", f"attached by staff to {target.number}")
    kept = tuple(e for e in decision.effects if not isinstance(e, Turn))
    return done(instruction, f"dilampirkan ke {target.number}", decision.case, *kept, attach)


def _writer(arrival: Arrival, case: Case, world: World) -> Party:
    """As whom staff took the writer: an agency when the mail reads like its answer, else the reporter."""
    sender = arrival.message.sender
    known = case.party_at(sender.address) if sender else None
    if known is not None:
        return known
    name, address = (sender.name, sender.address) if sender else ("", "")
    intent = arrival.meaning.intent or ""
    from_agency = intent.startswith("answer") or intent in ("extension", "not_ours", "receipt", "asks_data")
    if from_agency and case.agency_ids:
        return Party("agency", name, address, case.agency_ids[0])
    return case.party("reporter") or Party("reporter", name, address)


def not_for_us(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case, question = instruction.case, instruction.question
    if question is None:
        return refused(instruction, "tuliskan nomor butirnya, misalnya: 3 spam")
    effects: list[Effect] = []
    if question.inbox_id is not None and case is None:
        effects.append(Attach(question.inbox_id, "ignored", "not for this office, said staff"))
    if case is not None:
        case, closing = shut(case, now, "bukan_laporan", instruction)
        effects += closing
    return done(instruction, "ditandai bukan laporan", case, *effects)


def no_action(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Nothing to do. For an answer or an extension: the period runs on as before."""
    question, case = instruction.question, instruction.case
    if question is None:
        return refused(instruction, "tuliskan nomor butirnya, misalnya: 1 ignore")
    if case is not None and question.reason in ("answer", "extension") and question.agency_id:
        return resume(instruction, question, case, world)
    effects: list[Effect] = []
    if question.inbox_id is not None and case is None:
        effects.append(Attach(question.inbox_id, "ignored", "no action, said staff"))
    if question.outbox_id is not None and question.reason in ("review", "undelivered", "uncertain"):
        effects.append(Stop(question.outbox_id, "failed", "dropped by staff"))
    return done(instruction, "tidak ada tindakan", case, *effects)


def show_mail(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """The mail behind a number, whole, to the one who asked."""
    question = instruction.question
    inbox_id = question.inbox_id if question else None
    if inbox_id is None or instruction.arrival is None:
        return refused(instruction, "butir ini tidak memuat surel")
    told = Outcome(instruction.command.line, True, "surel terlampir")
    letter = transcript(world, instruction.by, [told], enclose=inbox_id)
    return done(instruction, "surel dikirim kepada Saudara", instruction.case, letter, settle=False)
