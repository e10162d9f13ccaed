"""Commands on periods: an extension granted or refused, an answer that was none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from maild.calendar import CalendarMissing, Period
from maild.cases import wording
from maild.cases.case import Case, Party, Question
from maild.cases.effects import Begin, Decision, Effect, Turn, Write
from maild.cases.instruction import Instruction, day_of, done, noted, refused, unreckoned
from maild.cases.referral import with_agency
from maild.cases.world import Numbers, World
from maild.directory import agencies_of
from maild.intent.dates import named


def extend(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    question, case = instruction.question, instruction.case
    if case is None:
        return refused(instruction, "perkara tidak ditemukan")
    agency_id = question.agency_id if question else next(iter(case.agency_ids), None)
    old = next((d for d in case.running(agency_id)), None)
    if old is None or agency_id is None:
        return refused(instruction, "tidak ada tenggat yang berjalan")
    if agency_id not in world.directory.agencies:
        return refused(instruction, f"instansi {agency_id} tidak ada lagi dalam daftar")
    wanted = instruction.command.argument or (question.facts.get("until", "") if question else "")
    deadline = world.process.begin("D24", old.due_at, world.calendar, agency_id)
    if isinstance(deadline, CalendarMissing):
        return unreckoned(instruction, deadline)
    until = day_of(wanted) or named(wanted, world.date_of(now))
    if wanted and until is None:
        return refused(instruction, f"tanggal tidak terbaca: {wanted}; contoh 2026-04-10")
    if until is not None:
        length = Period(max((until - old.due_day).days, 1), "days")
        deadline = world.process.ending("D24", old.due_at, length, world.calendar, agency_id)
        assert not isinstance(deadline, CalendarMissing)
    turns = [Turn(d.id, "void") for d in case.running(agency_id) if d.id]
    letter = extension_letter(case, question, deadline.due_day, world, granted=True, agency_id=agency_id)
    case = replace(case, state=with_agency(case), deadlines=(*case.deadlines, deadline))
    outcome = f"diperpanjang sampai {wording.day(world, deadline.due_day)}"
    note = noted(instruction, f"extended to {deadline.due_day}")
    return done(instruction, outcome, case, *turns, Begin(deadline), letter, note)


def resume(instruction: Instruction, question: Question, case: Case, world: World) -> Decision:
    """What counted as an answer was none: the same period runs on to the same day."""
    back = [
        d
        for d in case.deadlines
        if d.agency_id == question.agency_id
        and (d.state == "paused" or (d.state == "met" and d.rule != "D01"))
    ]
    effects: list[Effect] = [Turn(d.id, "running") for d in back[-1:] if d.id]
    state = with_agency(case) if back and case.open else case.state
    if question.reason == "extension" and back and question.agency_id in world.directory.agencies:
        effects.append(extension_letter(case, question, back[-1].due_day, world, granted=False))
    case = replace(case, state=state)
    return done(instruction, "tenggat semula tetap berlaku", case, *effects, noted(instruction, "resumed"))


def _desk(case: Case, agency_id: str, world: World) -> Party:
    """Whom we wrote to last at this agency, if the list still names them; else the focal point of now."""
    parties = [p for p in case.parties if p.role == "agency" and p.agency_id == agency_id]
    listed = [p for p in parties if any(a.id == agency_id for a in agencies_of(world.directory, p.address))]
    point = world.directory.agencies[agency_id].focal_point
    if not listed and point is not None:
        return Party("agency", point.name, point.email, agency_id)
    return (listed or parties)[-1]


def extension_letter(
    case: Case,
    question: Question | None,
    until: date,
    world: World,
    *,
    granted: bool,
    agency_id: str | None = None,
) -> Write:
    agency_id = agency_id or (question.agency_id if question else None)
    assert agency_id is not None
    party = _desk(case, agency_id, world)
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
