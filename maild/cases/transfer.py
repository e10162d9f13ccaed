"""A report that belongs to another office of the Ombudsman is passed on (pelimpahan, PO 58/2023 art. 17).

Only after a member of staff has said so. The other office gets the report itself, for it cannot act without
it and is bound to the same secrecy (UU 37/2008 art. 30); of a secret case it gets the redacted account alone,
and people settle the rest by another way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from maild.calendar import CalendarMissing
from maild.cases import wording
from maild.cases.case import Case, Deadline, Party
from maild.cases.effects import Begin, Decision, Effect, SettleAll, Stop, Turn, Write
from maild.cases.instruction import Instruction, Paper, done, noted, refused, unreckoned
from maild.cases.sister import BUTTONS, RULE, current
from maild.cases.sorting import case_meant
from maild.cases.standins import secret
from maild.cases.world import Numbers, World

_MOST, _BYTES = 12, 12_000_000  # mails enclosed, and their size: what more there is, is asked for
_OUR_WORD = "pokok laporan berada di wilayah kerja kantor tersebut"


def transfer(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`12 transfer NTT [reason]` (limpahkan)."""
    code, _, reason = instruction.command.argument.replace(":", " ").partition(" ")
    sister = world.sister(code)
    if sister is None:
        known = ", ".join(o.code for o in world.offices) or "belum ada; lihat routing.offices"
        return refused(instruction, f"kantor {code or '(kosong)'} tidak dikenal; pilihan: {known}")
    deadline = world.process.begin(RULE, now, world.calendar)
    if isinstance(deadline, CalendarMissing):
        return unreckoned(instruction, deadline)
    meant = case_meant(instruction, now, world, numbers)
    if isinstance(meant, Decision):
        return meant
    case, opened = meant
    to = Party("office", sister.name, sister.address)
    if case.state == "LIMPAH" and current(case) == to:
        return refused(instruction, f"{case.number} sudah dilimpahkan ke {sister.code}")
    why, papers = reason.strip() or _OUR_WORD, instruction.papers
    case, effects = _passed_on(case, to, deadline, why, papers, now, world, numbers)
    outcome = f"{case.number} dilimpahkan kepada {sister.name}"
    note = noted(instruction, f"transferred to {sister.code}; D19 ends here")
    return done(instruction, outcome, case, *opened, *effects, note)


def _passed_on(
    case: Case,
    to: Party,
    deadline: Deadline,
    reason: str,
    papers: Sequence[Paper],
    now: datetime,
    world: World,
    numbers: Numbers,
) -> tuple[Case, list[Effect]]:
    """L21 to the office, L21P to the reporter; every clock of ours stops (T15)."""
    effects: list[Effect] = [Turn(d.id, "void") for d in case.running() if d.id]
    effects += [
        Stop(d.id, "failed", "case transferred")
        for d in case.dispatches
        if d.state in ("ready", "held", "deferred") and d.role in ("agency", "superior", "office")
    ]
    effects.append(SettleAll("maild", "the case was transferred"))
    enclosed = () if secret(case) else _enclosed(papers)
    number = numbers.letter(now, case)
    values = _values(case, to, deadline, reason, papers, enclosed, number, now, world)
    effects.append(Write("L21", to, values, number=number, papers=tuple(p.inbox_id for p in enclosed)))
    reporter = case.party("reporter")
    if reporter is not None:
        effects.append(Write("L21P", reporter, _told(case, to, reporter, reason)))
    parties = (*(p for p in case.parties if p != to), to)
    case = replace(case, state="LIMPAH", parties=parties, deadlines=(*case.deadlines, deadline))
    return case, [*effects, Begin(deadline)]


def _enclosed(papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """The reporter's own mails, as many as one mail can carry."""
    chosen: list[Paper] = []
    for paper in papers:
        fits = sum(p.size for p in chosen) + paper.size <= _BYTES and len(chosen) < _MOST
        if paper.by_reporter and fits:
            chosen.append(paper)
    return tuple(chosen)


def _values(
    case: Case,
    to: Party,
    deadline: Deadline,
    reason: str,
    papers: Sequence[Paper],
    enclosed: Sequence[Paper],
    number: str,
    now: datetime,
    world: World,
) -> dict[str, object]:
    lines = []
    for paper in papers:
        what = "surel Pelapor" if paper.by_reporter else "surat-menyurat perkara"
        where = "terlampir" if paper in enclosed else "kami sampaikan atas permintaan"
        lines.append(f"{what}, {wording.day(world, paper.received_at)} ({where})")
    return {
        "case": case.number,
        "letter_number": number,
        "letter_date_words": wording.day(world, world.date_of(now)),
        "office_name": to.name,
        "reason": reason,
        "matter": case.matter,
        "received_words": wording.day(world, case.opened_at),
        "summary": case.summary,
        "secret": secret(case),
        "papers": lines,
        "enclosed": f"{len(enclosed)} surel" if enclosed else "-",
        "due_words": wording.deadline_words(world, deadline),
        "due_explanation": deadline.explanation,
        "legal_basis": wording.LEGAL_BASIS,
        "buttons": BUTTONS,
    }


def _told(case: Case, to: Party, reporter: Party, reason: str) -> dict[str, object]:
    return {
        "case": case.number,
        "reporter_name": reporter.name,
        "office_name": to.name,
        "office_address": to.address,
        "reason": reason,
        "confidential": secret(case),
    }
