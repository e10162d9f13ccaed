"""Commands on a case and its letters: hold, release, note, close, status, disclose."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from maild.cases import sister, wording
from maild.cases.answers import answered
from maild.cases.case import FIRST_LETTERS, Case, Party
from maild.cases.choice import CONSENT
from maild.cases.clocks import extend
from maild.cases.effects import Decision, Effect, Note, SettleAll, Stop, Turn, Write
from maild.cases.instruction import Instruction, done, noted, refused
from maild.cases.process import CLOSING_REASONS
from maild.cases.referral import refer
from maild.cases.standins import post_of
from maild.cases.supplements import PAPERS, papers_seen
from maild.cases.world import Numbers, World

HELD_BY_STAFF = "held by staff"


def accept(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    question, case = instruction.question, instruction.case
    if question is None:
        return refused(instruction, "tuliskan nomor butirnya, misalnya: 1 ok")
    if question.reason == "review" and question.outbox_id is not None:
        return release_letters(instruction, now, world, numbers)
    if question.reason == sister.QUESTION and case is not None:
        effects = sister.confirmed(case, now)
        return done(instruction, "pelimpahan diterima", case, *effects, noted(instruction, "confirmed"))
    if question.reason == PAPERS and case is not None:
        case = papers_seen(case, question.facts.get("items", ""))
        return done(instruction, "kelengkapan dicatat", case, noted(instruction, "papers seen"))
    if question.reason == "extension" and case is not None:
        return extend(instruction, now, world, numbers)
    if question.reason == "answer" and case is not None and question.agency_id:
        at = datetime.fromisoformat(question.facts.get("received_at", now.isoformat()))
        case, effects = answered(case, question.agency_id, at)
        return done(instruction, "jawaban diterima", case, *effects, noted(instruction, "answer accepted"))
    return done(instruction, "selesai", case, *((noted(instruction, "seen"),) if case else ()))


def hold_letters(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case = instruction.case
    if case is None:
        return refused(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    waiting = [d for d in case.dispatches if d.state in ("ready", "deferred") and d.role != "staff"]
    if not waiting:
        return refused(instruction, f"{case.number}: tidak ada surat yang masih dapat ditahan")
    stops = [Stop(d.id, "held", HELD_BY_STAFF) for d in waiting]
    return done(
        instruction, f"{case.number}: {len(stops)} surat ditahan", case, *stops, noted(instruction, "held")
    )


def release_letters(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """A letter of an earlier day would state a wrong date: it is written anew with a new number."""
    case, question = instruction.case, instruction.question
    letters = [d for d in case.dispatches if d.state == "held"] if case else []
    if question is not None:
        waiting = [d for d in letters if d.id == question.outbox_id]
    else:
        # A bare `release` undoes a `hold`; drafts that wait for reading keep their own number (P2).
        waiting = [d for d in letters if d.why == HELD_BY_STAFF]
    if case is None or not waiting:
        return refused(instruction, "tidak ada surat yang ditahan")
    today = world.date_of(now)
    effects: list[Effect] = []
    old = [d for d in waiting if world.date_of(d.queued_at) != today]
    anew = [d for d in old if d.kind in FIRST_LETTERS and d.agency_id is not None]
    for letter in waiting:
        if letter in anew or (letter in old and letter.kind.endswith("T") and anew):
            # A copy is made anew with its letter.
            effects.append(Stop(letter.id, "failed", "superseded by a letter with a new date"))
        else:
            effects.append(Stop(letter.id, "ready", "released by staff"))
    for letter in anew:
        agency_id = letter.agency_id or ""
        agency = world.directory.agencies.get(agency_id)
        to = post_of(agency, letter.to) if agency else "focal"
        effects += [Turn(d.id, "void") for d in case.running(agency_id) if d.id]
        case, more = refer(
            case, (agency_id,), now, world, numbers, by=f"staff:{instruction.by}", hold=timedelta(0), to=to
        )
        effects += more
    return done(instruction, f"{case.number}: {len(waiting)} surat dikirim", case, *effects)


def note_down(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case = instruction.case
    if case is None:
        return refused(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    note = Note("note", f"staff:{instruction.by}", instruction.command.argument)
    return done(instruction, f"{case.number}: catatan disimpan", case, note, settle=False)


def close_case(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case = instruction.case
    if case is None:
        return refused(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    if not case.open:
        return refused(instruction, f"{case.number} sudah ditutup")
    reason, _, obtained = instruction.command.argument.partition(" ")
    if reason not in CLOSING_REASONS:
        return refused(instruction, "alasan tidak dikenal; pilih: " + ", ".join(CLOSING_REASONS))
    case, effects = shut(case, now, reason, instruction)
    for reporter in (p for p in case.parties if p.role == "reporter"):
        effects.append(_farewell(case, reporter, reason, obtained.strip(), instruction, world))
    return done(instruction, f"{case.number} ditutup ({reason})", case, *effects)


def _farewell(
    case: Case, reporter: Party, reason: str, obtained: str, instruction: Instruction, world: World
) -> Write:
    """L20; of what is not the Ombudsman's, L19 with the right body where it is known (D02: within 7 days)."""
    values = {
        "case": case.number,
        "reporter_name": reporter.name,
        "how_to_object": f"membalas surel ini atau menghubungi {world.phone}",
    }
    if reason == "tidak_berwenang":
        return Write("L19", reporter, {**values, "right_body": obtained or _right_body(instruction)})
    return Write("L20", reporter, {**values, "reason_words": CLOSING_REASONS[reason], "obtained": obtained})


def _right_body(instruction: Instruction) -> str:
    report = instruction.arrival.meaning.report if instruction.arrival else None
    why = (report.remit_reason or "") if report else ""
    if "court" in why:
        return "pengadilan yang memeriksa perkara tersebut"
    return "musyawarah, mediasi, atau pengadilan negeri setempat" if "private" in why else ""


def shut(case: Case, now: datetime, reason: str, instruction: Instruction) -> tuple[Case, list[Effect]]:
    """All clocks stop; letters that have not left stay here."""
    effects: list[Effect] = [Turn(d.id, "void") for d in case.running() if d.id]
    effects += [
        Stop(d.id, "failed", "case closed")
        for d in case.dispatches
        if d.state in ("ready", "held", "deferred") and d.role in ("agency", "superior")
    ]
    effects.append(SettleAll(instruction.by, f"closed {reason}"))
    effects.append(noted(instruction, f"closed {reason}"))
    return replace(case, state="TUTUP", closed_at=now, closed_reason=reason), effects


def tell_status(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case = instruction.case
    if case is None:
        return refused(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    parts = [f"{case.number}: {wording.STATE_WORDS[case.state]}"]
    parts += [
        f"{d.rule} {d.agency_id or ''} s.d. {wording.day(world, d.due_day)} ({d.state})"
        for d in case.deadlines
    ]
    parts += [f"{d.kind} {d.number or ''} {d.state}" for d in case.dispatches if d.role != "staff"]
    return done(instruction, "; ".join(parts), case, settle=False)


def disclose(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Identity may be named from now on; only with a reason, and it is kept (P1, P16)."""
    case, question = instruction.case, instruction.question
    reason = instruction.command.argument
    if not reason and question is not None and question.reason == CONSENT and question.suggestions:
        reason = question.suggestions[0].argument  # the reporter's own permission, as it was asked about
    if case is None or not reason:
        return refused(
            instruction, "tuliskan alasannya, misalnya: disclose disetujui Pelapor melalui telepon"
        )
    note = noted(instruction, f"identity released: {reason}")
    return done(instruction, f"{case.number}: identitas dibuka", replace(case, disclosed=True), note)


def offline_answer(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """An answer by paper, telephone or messenger has the same effect as the mail that it replaces (T40)."""
    case = instruction.case
    if case is None:
        return refused(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    effects: list[Effect] = [noted(instruction, f"offline answer: {instruction.command.argument}")]
    for agency_id in case.agency_ids:
        case, more = answered(case, agency_id, now)
        effects += more
    return done(instruction, f"{case.number}: jawaban luring dicatat", case, *effects)


def send_again(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    question = instruction.question
    if question is None or question.outbox_id is None:
        return refused(instruction, "butir ini tidak memuat surat")
    again = Stop(question.outbox_id, "ready", "sent again by staff")
    return done(instruction, "surat dikirim ulang", instruction.case, again)
