"""Staff settle things by mail: one line, one step. Pure; the caller has checked who wrote it (T4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from maild.calendar import CalendarMissing, Period
from maild.cases import wording
from maild.cases.arrivals import Arrival, answered, open_case, party_writes
from maild.cases.case import Case, Party, Question
from maild.cases.effects import Attach, Begin, Decision, Effect, Note, Outcome, Settle, Stop, Turn, Write
from maild.cases.process import CLOSING_REASONS
from maild.cases.referral import HEAD, refer, with_agency
from maild.cases.world import Numbers, World
from maild.intent import Command


@dataclass(frozen=True, slots=True)
class Instruction:
    """One command with what it points to: the question by its number, or the case of the mail's thread.

    `arrival` is the mail that the question is about, read again from the store, when there is one.
    `target` is the case that `case NUMBER` names, None when there is no such case.
    """

    command: Command
    by: str  # staff address, verified
    question: Question | None
    case: Case | None
    arrival: Arrival | None = None
    target: Case | None = None


Step = Callable[[Instruction, datetime, World, Numbers], Decision]


def carry_out(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Every command ends in an Outcome that tells staff what was done, or why not and what to write."""
    question, command = instruction.question, instruction.command
    if command.item is not None and question is None:
        return _no(instruction, f"tidak ada daftar nomor {command.item}")
    if question is not None and question.state == "settled" and command.verb not in ("note", "status"):
        return _no(instruction, "sudah diselesaikan sebelumnya")
    if command.verb == "ok" and question is not None and question.suggestions:
        first = question.suggestions[0]
        if first.action not in ("ok", "ignore"):
            rest = first.command.partition(" ")[2]
            command = replace(command, verb=first.action, argument=rest)
            instruction = replace(instruction, command=command)
    step = STEPS.get(command.verb)
    if step is None:
        return _no(instruction, "perintah tidak dikenal; contoh: 1 ok, 2 agency ID, 3 spam, 4 case NOMOR")
    return step(instruction, now, world, numbers)


def _ok(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    question, case = instruction.question, instruction.case
    if question is None:
        return _no(instruction, "tuliskan nomor butirnya, misalnya: 1 ok")
    if question.reason == "review" and question.outbox_id is not None:
        free = Stop(question.outbox_id, "ready", "released by staff")
        return _done(instruction, "surat dikirim", case, free, _note(instruction, "released"))
    if question.reason == "extension" and case is not None:
        return _extend(instruction, now, world, numbers)
    if question.reason == "answer" and case is not None and question.agency_id:
        at = datetime.fromisoformat(question.facts.get("received_at", now.isoformat()))
        case, effects = answered(case, question.agency_id, at)
        return _done(instruction, "jawaban diterima", case, *effects, _note(instruction, "answer accepted"))
    return _done(instruction, "selesai", case, *((_note(instruction, "seen"),) if case else ()))


def _agency(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    words = instruction.command.argument.replace(",", " ").split()
    to_head = bool(words) and words[-1].lower() in (HEAD, "head")
    ids = tuple(words[:-1] if to_head else words)
    unknown = [i for i in ids if i not in world.directory.agencies]
    if not ids or unknown:
        return _no(instruction, f"instansi tidak ada dalam daftar: {', '.join(unknown) or '(kosong)'}")
    case, opened = instruction.case, Decision("opened", "")
    if case is None:
        if instruction.arrival is None or instruction.arrival.meaning.report is None:
            return _no(instruction, "butir ini bukan laporan; gunakan open lebih dahulu")
        opened = _opened(instruction.arrival, now, world, numbers)
        case = opened.case
    assert case is not None
    if not case.open:
        return _no(instruction, f"perkara {case.number} sudah ditutup")
    by = f"staff:{instruction.by}"
    review = case.confidential and not case.disclosed
    fresh = [i for i in ids if case.letter_to(i) is None]
    case, effects = refer(
        case, fresh, now, world, numbers, by=by, hold=timedelta(0), review=review, to_head=to_head
    )
    sent = any(isinstance(e, Write) for e in effects)
    outcome = f"{case.number}: surat ke {', '.join(ids)}" if sent else f"{case.number}: lihat daftar tunggu"
    return _done(instruction, outcome, case, *opened.effects, *effects)


def _opened(arrival: Arrival, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Opens the case of a held report without asking again where it should go."""
    decision = open_case(arrival, now, replace(world, forward="ask"), numbers)
    kept = tuple(e for e in decision.effects if not _is_route_question(e))
    return replace(decision, effects=(*kept, Attach(arrival.inbox_id, "opened", "opened by staff")))


def _is_route_question(effect: Effect) -> bool:
    return getattr(effect, "reason", None) == "route"


def _open(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    arrival = instruction.arrival
    if instruction.case is not None or arrival is None:
        return _no(instruction, "butir ini sudah menjadi perkara")
    if arrival.meaning.report is None or arrival.route is None:
        return _no(instruction, "surel ini tidak dapat dibaca sebagai laporan")
    decision = open_case(arrival, now, replace(world, forward="ask"), numbers)
    assert decision.case is not None
    attach = Attach(arrival.inbox_id, "opened", "opened by staff")
    outcome = f"dibuka sebagai {decision.case.number}"
    return _done(instruction, outcome, decision.case, *decision.effects, attach)


def _case(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """The held mail belongs to this case: from now on as if its writer had been known."""
    target, arrival = instruction.target, instruction.arrival
    if target is None:
        return _no(instruction, f"perkara {instruction.command.argument or '(kosong)'} tidak ditemukan")
    if arrival is None:
        return _no(instruction, "butir ini tidak memuat surel")
    party = _writer(arrival, target, world)
    decision = party_writes(arrival, target, party, now, world, colleague=True)
    attach = Attach(arrival.inbox_id, "threaded", f"attached by staff to {target.number}")
    kept = tuple(e for e in decision.effects if not isinstance(e, Turn))
    return _done(instruction, f"dilampirkan ke {target.number}", decision.case, *kept, attach)


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


def _spam(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case, question = instruction.case, instruction.question
    if question is None:
        return _no(instruction, "tuliskan nomor butirnya, misalnya: 3 spam")
    effects: list[Effect] = []
    if question.inbox_id is not None and case is None:
        effects.append(Attach(question.inbox_id, "ignored", "not for this office, said staff"))
    if case is not None:
        case, closing = _shut(case, now, "bukan_laporan", instruction)
        effects += closing
    return _done(instruction, "ditandai bukan laporan", case, *effects)


def _ignore(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Nothing to do. For an answer or an extension: the period runs on as before."""
    question, case = instruction.question, instruction.case
    if question is None:
        return _no(instruction, "tuliskan nomor butirnya, misalnya: 1 ignore")
    if case is not None and question.reason in ("answer", "extension") and question.agency_id:
        return _resume(instruction, question, case, world)
    effects: list[Effect] = []
    if question.inbox_id is not None and case is None:
        effects.append(Attach(question.inbox_id, "ignored", "no action, said staff"))
    if question.outbox_id is not None and question.reason in ("review", "undelivered", "uncertain"):
        effects.append(Stop(question.outbox_id, "failed", "dropped by staff"))
    return _done(instruction, "tidak ada tindakan", case, *effects)


def _resume(instruction: Instruction, question: Question, case: Case, world: World) -> Decision:
    """What counted as an answer was none: the same period runs on to the same day."""
    back = [
        d
        for d in case.deadlines
        if d.agency_id == question.agency_id
        and (d.state == "paused" or (d.state == "met" and d.rule != "D01"))
    ]
    effects: list[Effect] = [Turn(d.id, "running") for d in back[-1:] if d.id]
    state = with_agency(case) if back and case.open else case.state
    if question.reason == "extension" and back and question.agency_id:
        effects.append(_extension_letter(case, question, back[-1].due_day, world, granted=False))
    case = replace(case, state=state)
    return _done(instruction, "tenggat semula tetap berlaku", case, *effects, _note(instruction, "resumed"))


def _extend(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    question, case = instruction.question, instruction.case
    if case is None:
        return _no(instruction, "perkara tidak ditemukan")
    agency_id = question.agency_id if question else next(iter(case.agency_ids), None)
    old = next((d for d in case.running(agency_id)), None)
    if old is None or agency_id is None:
        return _no(instruction, "tidak ada tenggat yang berjalan")
    wanted = instruction.command.argument or (question.facts.get("until", "") if question else "")
    deadline = world.process.begin("D24", old.due_at, world.calendar, agency_id)
    if isinstance(deadline, CalendarMissing):
        return _no(instruction, f"kalender tahun {deadline.year} belum ada")
    until = _day(wanted)
    if wanted and until is None:
        return _no(instruction, f"tanggal tidak terbaca: {wanted}; contoh 2026-04-10")
    if until is not None:
        length = Period(max((until - old.due_day).days, 1), "days")
        deadline = world.process.ending("D24", old.due_at, length, world.calendar, agency_id)
        assert not isinstance(deadline, CalendarMissing)
    turns = [Turn(d.id, "void") for d in case.running(agency_id) if d.id]
    letter = _extension_letter(case, question, deadline.due_day, world, granted=True, agency_id=agency_id)
    case = replace(case, state=with_agency(case), deadlines=(*case.deadlines, deadline))
    outcome = f"diperpanjang sampai {wording.day(world, deadline.due_day)}"
    note = _note(instruction, f"extended to {deadline.due_day}")
    return _done(instruction, outcome, case, *turns, Begin(deadline), letter, note)


def _extension_letter(
    case: Case,
    question: Question | None,
    until: date,
    world: World,
    *,
    granted: bool,
    agency_id: str | None = None,
) -> Write:
    agency_id = agency_id or (question.agency_id if question else None)
    party = case.party("agency", agency_id)
    assert party is not None and agency_id is not None
    letter = case.letter_to(agency_id)
    values = {
        "case": case.number,
        "letter_number": letter.number if letter else "-",
        "letter_date_words": wording.day(world, letter.queued_at.date()) if letter else "-",
        "agency_name": world.directory.agencies[agency_id].name,
        "focal_name": party.name,
        "granted": granted,
        "until_words": wording.day(world, until),
        "reason": "" if granted else "tindak lanjut diperlukan sesuai tenggat semula",
    }
    return Write("L14", party, values, automatic="auto-replied")


def _hold(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case = instruction.case
    if case is None:
        return _no(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    waiting = [d for d in case.dispatches if d.state == "ready" and d.role != "staff"]
    if not waiting:
        return _no(instruction, f"{case.number}: tidak ada surat yang masih dapat ditahan")
    stops = [Stop(d.id, "held", "held by staff") for d in waiting]
    return _done(
        instruction, f"{case.number}: {len(stops)} surat ditahan", case, *stops, _note(instruction, "held")
    )


def _release(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """A letter of an earlier day would state a wrong date: it is written anew with a new number."""
    case, question = instruction.case, instruction.question
    one = question.outbox_id if question else None
    waiting = [d for d in case.dispatches if d.state == "held" and one in (None, d.id)] if case else []
    if case is None or not waiting:
        return _no(instruction, "tidak ada surat yang ditahan")
    today = now.astimezone(world.calendar.zone).date()
    effects: list[Effect] = []
    for letter in waiting:
        same_day = letter.queued_at.astimezone(world.calendar.zone).date() == today
        if same_day or letter.kind not in ("L05", "L06") or letter.agency_id is None:
            effects.append(Stop(letter.id, "ready", "released by staff"))
            continue
        effects.append(Stop(letter.id, "failed", "superseded by a letter with a new date"))
        effects += [Turn(d.id, "void") for d in case.running(letter.agency_id) if d.id]
        case, more = refer(
            case, (letter.agency_id,), now, world, numbers, by=f"staff:{instruction.by}", hold=timedelta(0)
        )
        effects += more
    return _done(instruction, f"{case.number}: {len(waiting)} surat dikirim", case, *effects)


def _note_down(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case = instruction.case
    if case is None:
        return _no(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    note = Note("note", f"staff:{instruction.by}", instruction.command.argument)
    return _done(instruction, f"{case.number}: catatan disimpan", case, note, settle=False)


def _close(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case = instruction.case
    if case is None:
        return _no(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    if not case.open:
        return _no(instruction, f"{case.number} sudah ditutup")
    reason, _, obtained = instruction.command.argument.partition(" ")
    if reason not in CLOSING_REASONS:
        return _no(instruction, "alasan tidak dikenal; pilih: " + ", ".join(CLOSING_REASONS))
    case, effects = _shut(case, now, reason, instruction)
    reporter = case.party("reporter")
    if reporter is not None:
        values = {
            "case": case.number,
            "reporter_name": reporter.name,
            "reason_words": CLOSING_REASONS[reason],
            "obtained": obtained.strip(),
            "how_to_object": f"membalas surel ini atau menghubungi {world.phone}",
        }
        effects.append(Write("L20", reporter, values))
    return _done(instruction, f"{case.number} ditutup ({reason})", case, *effects)


def _shut(case: Case, now: datetime, reason: str, instruction: Instruction) -> tuple[Case, list[Effect]]:
    """All clocks stop; letters that have not left stay here."""
    effects: list[Effect] = [Turn(d.id, "void") for d in case.running() if d.id]
    effects += [
        Stop(d.id, "failed", "case closed")
        for d in case.dispatches
        if d.state in ("ready", "held", "deferred") and d.role in ("agency", "superior")
    ]
    effects.append(_note(instruction, f"closed {reason}"))
    return replace(case, state="TUTUP", closed_at=now, closed_reason=reason), effects


def _status(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    case = instruction.case
    if case is None:
        return _no(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    parts = [f"{case.number}: {wording.STATE_WORDS[case.state]}"]
    parts += [
        f"{d.rule} {d.agency_id or ''} s.d. {wording.day(world, d.due_day)} ({d.state})"
        for d in case.deadlines
    ]
    parts += [f"{d.kind} {d.number or ''} {d.state}" for d in case.dispatches if d.role != "staff"]
    return _done(instruction, "; ".join(parts), case, settle=False)


def _ask_reporter(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """L02: asks the reporter for what is missing, and starts D01 (UU 37/2008 art. 25)."""
    case, opened = instruction.case, Decision("opened", "")
    if case is None and instruction.arrival is not None and instruction.arrival.meaning.report is not None:
        opened = _opened(instruction.arrival, now, world, numbers)
        case = opened.case
    reporter = case.party("reporter") if case else None
    if case is None or reporter is None:
        return _no(instruction, "tidak ada alamat Pelapor untuk perkara ini")
    deadline = world.process.begin("D01", now, world.calendar)
    if isinstance(deadline, CalendarMissing):
        return _no(instruction, f"kalender tahun {deadline.year} belum ada")
    extra = [instruction.command.argument] if instruction.command.argument else []
    values = {
        "case": case.number,
        "reporter_name": reporter.name,
        "missing": extra or [wording.MISSING_WORDS[m] for m in case.missing] or ["keterangan tambahan"],
        "due_words": wording.deadline_words(world, deadline),
        "due_explanation": deadline.explanation,
    }
    case = replace(case, state="TUNGGU_LENGKAP" if case.state == "TERDAFTAR" else case.state)
    write = Write("L02", reporter, values)
    outcome = f"{case.number}: kelengkapan diminta kepada Pelapor"
    return _done(
        instruction, outcome, case, *opened.effects, write, Begin(deadline), _note(instruction, "asked")
    )


def _disclose(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Identity may be named from now on; only with a reason, and it is kept (P1, P16)."""
    case = instruction.case
    if case is None or not instruction.command.argument:
        return _no(instruction, "tuliskan alasannya, misalnya: disclose disetujui Pelapor melalui telepon")
    note = _note(instruction, f"identity released: {instruction.command.argument}")
    return _done(instruction, f"{case.number}: identitas dibuka", replace(case, disclosed=True), note)


def _offline(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """An answer by paper, telephone or messenger has the same effect as the mail that it replaces (T40)."""
    case = instruction.case
    if case is None:
        return _no(instruction, "perkara tidak ditemukan; balas surel perkaranya")
    effects: list[Effect] = [_note(instruction, f"offline answer: {instruction.command.argument}")]
    for agency_id in case.agency_ids:
        case, more = answered(case, agency_id, now)
        effects += more
    return _done(instruction, f"{case.number}: jawaban luring dicatat", case, *effects)


def _retry(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    question = instruction.question
    if question is None or question.outbox_id is None:
        return _no(instruction, "butir ini tidak memuat surat")
    again = Stop(question.outbox_id, "ready", "sent again by staff")
    return _done(instruction, "surat dikirim ulang", instruction.case, again)


def _show(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """The mail behind a number, whole, to the one who asked."""
    question = instruction.question
    inbox_id = question.inbox_id if question else None
    if inbox_id is None or instruction.arrival is None:
        return _no(instruction, "butir ini tidak memuat surel")
    officer = world.officer(instruction.by)
    assert officer is not None
    values = {"lines": [{"line": instruction.command.line, "outcome": "surel terlampir", "ok": True}]}
    letter = Write("N03", Party("staff", officer.name, officer.address), values, enclose=inbox_id)
    return _done(instruction, "surel dikirim kepada Saudara", instruction.case, letter, settle=False)


STEPS: dict[str, Step] = {
    "ok": _ok,
    "agency": _agency,
    "open": _open,
    "case": _case,
    "spam": _spam,
    "ignore": _ignore,
    "hold": _hold,
    "release": _release,
    "note": _note_down,
    "close": _close,
    "status": _status,
    "ask": _ask_reporter,
    "extend": _extend,
    "disclose": _disclose,
    "offline": _offline,
    "retry": _retry,
    "show": _show,
}


def _note(instruction: Instruction, event: str) -> Note:
    return Note(event, f"staff:{instruction.by}", instruction.command.line)


def _done(
    instruction: Instruction, outcome: str, case: Case | None, *effects: Effect, settle: bool = True
) -> Decision:
    question = instruction.question
    if settle and question is not None and question.state == "open":
        effects = (*effects, Settle(question.id, instruction.by, instruction.command.line))
    line = Outcome(instruction.command.line, True, outcome)
    return Decision("threaded" if case else "ignored", "command", case, effects, (line,))


def _no(instruction: Instruction, why: str) -> Decision:
    return Decision("ignored", "command refused", None, (), (Outcome(instruction.command.line, False, why),))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
