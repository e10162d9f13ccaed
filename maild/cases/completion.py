"""Asking the reporter for what a report lacks (Permintaan Kelengkapan, UU 37/2008 art. 25)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from maild.calendar import CalendarMissing
from maild.cases import wording
from maild.cases.effects import Begin, Decision, Write
from maild.cases.instruction import Instruction, done, noted, refused
from maild.cases.sorting import opened_by_staff
from maild.cases.world import Numbers, World


def ask_reporter(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """L02: asks the reporter for what is missing, and starts D01 (UU 37/2008 art. 25)."""
    case, opened = instruction.case, Decision("opened", "")
    if case is None and instruction.arrival is not None and instruction.arrival.meaning.report is not None:
        opened = opened_by_staff(instruction.arrival, now, world, numbers)
        case = opened.case
    reporter = case.party("reporter") if case else None
    if case is None or reporter is None:
        return refused(instruction, "tidak ada alamat Pelapor untuk perkara ini")
    if not case.open:
        return refused(instruction, f"perkara {case.number} sudah ditutup")
    deadline = world.process.begin("D01", now, world.calendar)
    if isinstance(deadline, CalendarMissing):
        return refused(instruction, f"kalender tahun {deadline.year} belum ada")
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
    return done(
        instruction, outcome, case, *opened.effects, write, Begin(deadline), noted(instruction, "asked")
    )
