"""Commands on two reports that may be one: merge, separate, re-examine. Never by itself; each way back is a
command as well. The earliest case keeps its clocks, and no reporter learns of another (process: T34, T37).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from maild.cases import wording
from maild.cases.answers import hand_over
from maild.cases.arrivals import Arrival, open_case
from maild.cases.case import Case, Party, Suggestion
from maild.cases.effects import Also, Ask, Attach, Decision, Effect, Join, Link, Note, Remember, Turn, Write
from maild.cases.instruction import Instruction, done, refused
from maild.cases.repeated import WHY, told_identity
from maild.cases.secrecy import salutation
from maild.cases.steering import shut
from maild.cases.world import Numbers, World
from maild.directory import desk


def merge(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """The mail, or the later case, belongs to the earlier case; L18 says which number stays."""
    target, case, arrival = instruction.target, instruction.case, instruction.arrival
    if target is None:
        return refused(instruction, f"perkara tidak ditemukan; {_choices(instruction, 'merge')}")
    if instruction.kept is not None:
        where = instruction.kept.number
        return refused(instruction, f"surel ini sudah digabung ke {where}; pisahkan dahulu: separate")
    if case is not None:
        return _join(instruction, case, target, now, world)
    if arrival is None:
        return refused(instruction, "butir ini tidak memuat surel")
    target, effects = _taken_in(instruction, arrival, target, world)
    return done(instruction, f"digabung ke {target.number}", target, *effects)


def _choices(instruction: Instruction, verb: str) -> str:
    """The lines that would do: a bare command is enough only where there is one candidate."""
    question = instruction.question
    known = [s.case for s in question.suggestions if s.action == "merge" and s.case] if question else []
    lines = [f"{question.id} {verb} {number}" for number in known] if question else []
    return (
        "pilih: " + ", ".join(lines) if lines else f"tuliskan nomornya, misalnya: {verb} 0001/LM/I/2026/DPS"
    )


def _taken_in(
    instruction: Instruction, arrival: Arrival, target: Case, world: World
) -> tuple[Case, list[Effect]]:
    """A held mail becomes part of a case, with its writer as a further reporter where he is another one."""
    effects: list[Effect] = [
        Note("merged", f"staff:{instruction.by}", f"inbox {arrival.inbox_id}: {instruction.command.line}"),
        Attach(arrival.inbox_id, "threaded", f"merged by staff into {target.number}"),
    ]
    report = arrival.meaning.report
    name, identity = told_identity(arrival.message, report, world) if report else ("", ())
    effects.append(Remember(arrival.message.subject, arrival.message.text, identity, name))
    target = replace(target, hidden=tuple(dict.fromkeys((*target.hidden, *identity))))
    writer = _writer(arrival, target, world, name)
    if writer is not None and writer not in target.parties:
        effects.append(Join(writer))
        target = replace(target, parties=(*target.parties, writer))
    if target.state == "TUNGGU_LENGKAP":
        ends = [d for d in target.running() if d.rule == "D01" and d.id]
        effects += [Turn(d.id, "met", arrival.received_at) for d in ends if d.id]
        target = replace(target, state="TERDAFTAR")
    if writer is not None and writer.role == "reporter" and arrival.dmarc != "fail":
        effects.append(_told(target, writer, None, world, arrival))
    party = writer or target.party("reporter") or Party("reporter", "", "")
    effects.append(replace(hand_over(arrival, target, party, world), question=None))
    return target, effects


def _writer(arrival: Arrival, case: Case, world: World, name: str) -> Party | None:
    """Whom the case knows at this address, else a further reporter; staff who passed a mail on are none."""
    sender = arrival.message.sender
    if sender is None or world.officer(sender.address) is not None:
        return None
    return case.party_at(sender.address) or Party("reporter", salutation(name), sender.address)


def _told(
    kept: Case, reporter: Party, merged: Case | None, world: World, arrival: Arrival | None = None
) -> Write:
    """L18: which number stays, and that nothing is lost. Nothing of the other report, nor of who sent it."""
    values = {
        "case": merged.number if merged else kept.number,
        "kept": kept.number,
        "reporter_name": reporter.name,
        "received_words": wording.day(world, arrival.received_at if arrival else kept.opened_at),
        "merged": merged.number if merged else "",
        "closed": not kept.open,
    }
    answers = arrival.message.message_id if arrival else None
    return Write("L18", reporter, values, answers=answers, automatic="auto-replied")


def _join(instruction: Instruction, one: Case, other: Case, now: datetime, world: World) -> Decision:
    """Two cases become the earlier one: the later is closed as `ganda`, its periods stop."""
    if one.id == other.id:
        return refused(instruction, f"{one.number} adalah perkara itu sendiri")
    kept, ends = sorted((one, other), key=lambda case: (case.opened_at, case.id))
    if not ends.open:
        return refused(instruction, f"{ends.number} sudah ditutup")
    if not kept.open:
        return refused(instruction, f"{kept.number} sudah ditutup; tuliskan: re-examine {kept.number} {WHY}")
    closed, closing = shut(ends, now, "ganda", instruction)
    closing.append(Link(kept.number, "merged", instruction.by))
    reporters = [p for p in ends.parties if p.role == "reporter"]
    closing += [_told(kept, p, closed, world) for p in reporters]
    closing += _tell_agencies(ends, kept, now, world)
    fresh = tuple(p for p in ends.parties if p.role != "staff" and p not in kept.parties)
    hidden = tuple(dict.fromkeys((*kept.hidden, *ends.hidden)))
    kept = replace(kept, parties=(*kept.parties, *fresh), hidden=hidden)
    note = Note("merged", f"staff:{instruction.by}", f"{ends.number}: {instruction.command.line}")
    outcome = f"{ends.number} digabung ke {kept.number}"
    return done(instruction, outcome, kept, note, *map(Join, fresh), Also(closed, tuple(closing)))


def _tell_agencies(ends: Case, kept: Case, now: datetime, world: World) -> list[Effect]:
    """Focal points who have the letter of the later case learn that it needs no answer of its own (L18A)."""
    today = world.date_of(now)
    letters: list[Effect] = []
    for agency_id in ends.agency_ids:
        letter, agency = ends.letter_to(agency_id), world.directory.agencies.get(agency_id)
        if agency is None or letter is None or letter.state not in ("sent", "uncertain", "committing"):
            continue
        where = desk(world.directory, agency_id, today)
        if where.state != "active":
            continue
        values = {
            "case": ends.number,
            "kept": kept.number,
            "agency_name": agency.name,
            "focal_name": where.name,
            "letter_number": letter.number or "-",
            "letter_date_words": wording.day(world, (letter.sent_at or letter.queued_at).date()),
            "same_agency": agency_id in kept.agency_ids,
        }
        to = Party("agency", where.name, where.email, agency_id)
        letters.append(Write("L18A", to, values, answers=letter.message_id))
    return letters


def separate(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Two reports, not one. A held mail becomes a case of its own and goes its way; the two are not asked
    about again. After a merge it is the way back."""
    case, target, arrival, kept = instruction.case, instruction.target, instruction.arrival, instruction.kept
    question = instruction.question
    others = list(dict.fromkeys(s.case for s in question.suggestions if s.case)) if question else []
    if case is not None and case.closed_reason == "ganda" and question is None:
        return _reopened(instruction, case, "dipisahkan kembali", now, world, apart=target)
    if case is not None:
        others = [target.number] if target else [n for n in others if n != case.number]
        if not others:
            return refused(instruction, "tuliskan perkara yang lain, misalnya: separate 0001/LM/I/2026/DPS")
        links = [Link(n, "apart", instruction.by) for n in others]
        note = Note("apart", f"staff:{instruction.by}", ", ".join(others))
        # The question still has to say where the report goes.
        return done(
            instruction, f"dicatat berbeda dari {', '.join(others)}", case, *links, note, settle=False
        )
    if arrival is None or arrival.meaning.report is None or arrival.route is None:
        return refused(instruction, "butir ini tidak memuat laporan")
    opened = open_case(arrival, now, world, numbers)
    assert opened.case is not None
    links = [Link(n, "apart", instruction.by) for n in others]
    effects = [*opened.effects, *links, Attach(arrival.inbox_id, "opened", "opened by staff")]
    if kept is not None:
        effects.append(Also(kept, tuple(_parted(instruction, arrival, kept, opened.case))))
    return done(instruction, f"dibuka sebagai {opened.case.number}", opened.case, *effects)


def _parted(instruction: Instruction, arrival: Arrival, kept: Case, opened: Case) -> list[Effect]:
    """A mail that was merged by mistake leaves the case, with its writer if he came with it."""
    effects: list[Effect] = [Note("separated", f"staff:{instruction.by}", opened.number)]
    sender = arrival.message.sender
    reporters = [p for p in kept.parties if p.role == "reporter"]
    effects += [Join(p, leaves=True) for p in reporters[1:] if sender and p.address == sender.address]
    return effects


def re_examine(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """A closed case is opened again, for a reason that is kept; beside an open one a new case is opened that
    refers to it."""
    target, arrival = instruction.target or instruction.case, instruction.arrival
    reason = instruction.command.argument
    if target is None:
        return refused(instruction, f"perkara tidak ditemukan; {_choices(instruction, 're-examine')} {WHY}")
    reason = re.sub(re.escape(target.number), "", reason, flags=re.IGNORECASE).strip(" :,;-–")
    if not reason or reason.upper() == WHY:
        return refused(
            instruction,
            f"tuliskan alasannya, misalnya: re-examine {target.number} ada bukti baru dari Pelapor",
        )
    if instruction.kept is not None:
        return refused(instruction, "butir ini sudah diselesaikan")
    held = arrival is not None and instruction.case is None
    if not target.open:
        return _reopened(instruction, target, reason, now, world, arrival=arrival if held else None)
    if not held or arrival is None or arrival.meaning.report is None or arrival.route is None:
        return refused(instruction, f"{target.number} belum ditutup")
    opened = open_case(arrival, now, world, numbers)
    assert opened.case is not None
    effects = [
        *opened.effects,
        Note("re-examined", f"staff:{instruction.by}", f"{target.number}: {reason}"),
        Link(target.number, "after", instruction.by),
        Attach(arrival.inbox_id, "opened", "opened by staff"),
        Also(target, (Note("re-examined", f"staff:{instruction.by}", f"{opened.case.number}: {reason}"),)),
    ]
    outcome = f"dibuka sebagai {opened.case.number}, merujuk ke {target.number}"
    return done(instruction, outcome, opened.case, *effects)


def _reopened(
    instruction: Instruction,
    case: Case,
    reason: str,
    now: datetime,
    world: World,
    *,
    arrival: Arrival | None = None,
    apart: Case | None = None,
) -> Decision:
    """New clocks begin with the next letter, the old ones stay as they ended (T37)."""
    effects: list[Effect] = [Note("re-examined", f"staff:{instruction.by}", reason)]
    was_merged = case.closed_reason == "ganda"
    case = replace(case, state="TERDAFTAR", closed_at=None, closed_reason=None)
    if was_merged and instruction.merged_into is not None:
        other = apart or instruction.merged_into
        effects.append(Link(instruction.merged_into.number, "none", instruction.by))
        effects.append(Link(other.number, "apart", instruction.by))
    if arrival is not None:
        case, more = _taken_in(instruction, arrival, case, world)
        effects += [e for e in more if not (isinstance(e, Write) and e.kind == "L18")]
    effects += [_told_again(case, p, world) for p in case.parties if p.role == "reporter"]
    again = tuple(
        Suggestion("agency", f"surat baru ke {world.directory.agencies[a].name}", agency_id=a)
        for a in case.agency_ids
        if a in world.directory.agencies
    )
    ways = (*again, Suggestion("ok", "ditangani tanpa surat baru"))
    effects.append(Ask("reopened", "perkara dibuka kembali; langkah berikutnya?", "examiner", ways))
    return done(instruction, f"{case.number} dibuka kembali", case, *effects)


def _told_again(case: Case, reporter: Party, world: World) -> Write:
    values = {
        "case": case.number,
        "state_words": "laporan dibuka kembali untuk diperiksa ulang",
        "last_step": "laporan dibuka kembali",
        "reporter_name": reporter.name,
    }
    return Write("L33", reporter, values, automatic="auto-replied")
