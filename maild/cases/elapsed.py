"""Time passed: rungs of ladders fall due. One tick of the clock, all cases of one addressee together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from maild.cases import oversight, sister, wording
from maild.cases.case import Case, Deadline, Party, Suggestion
from maild.cases.effects import Ask, Effect, Note, Write
from maild.cases.process import LADDERS, Rung
from maild.cases.referral import officer_party
from maild.cases.standins import addressed, in_copy, reminded
from maild.cases.world import World
from maild.directory import superior


@dataclass(frozen=True, slots=True)
class DueRung:
    """The latest rung of a deadline that has fallen due; earlier ones missed meanwhile are skipped (R21)."""

    case: Case
    deadline: Deadline
    rung: str

    @property
    def step(self) -> Rung:
        return next(r for r in LADDERS[self.deadline.ladder] if r.name == self.rung)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """What a tick does: effects by case id, and digests that belong to no single case."""

    by_case: dict[int, list[Effect]] = field(default_factory=dict)
    digests: list[Write] = field(default_factory=list)


def addressee(due: DueRung, world: World, today: date) -> str:
    """To whom the rung speaks; rungs with one addressee are decided together, for one digest a day."""
    agency_id = due.deadline.agency_id
    if due.step.action in ("remind", "overdue") and agency_id and agency_id in world.directory.agencies:
        party = reminded(due.case, agency_id, today, world)
        return party.address if party else due.case.owner
    return due.case.owner


def time_passes(dues: Sequence[DueRung], now: datetime, world: World) -> Elapsed:
    """Every due rung of one addressee. The caller has checked that each case is still open."""
    today = world.date_of(now)
    result = Elapsed()
    reminders: list[tuple[DueRung, Write]] = []
    for due in dues:
        effects = result.by_case.setdefault(due.case.id, [])
        effects.append(
            Note(f"rung {due.rung}", "maild", f"{due.deadline.rule} {due.deadline.agency_id or ''}")
        )
        for effect in _climb(due, today, world):
            if isinstance(effect, Write) and effect.kind in ("L10", "L11") and effect.to.role == "agency":
                reminders.append((due, effect))
            else:
                effects.append(effect)
    if len(reminders) == 1:
        due, letter = reminders[0]
        result.by_case[due.case.id].append(letter)
    elif reminders:
        result.digests.append(_digest(reminders, today, world))
    return result


def _climb(due: DueRung, today: date, world: World) -> list[Effect]:
    case, step = due.case, due.step
    if due.deadline.agency_id and due.deadline.agency_id not in world.directory.agencies:
        return [_gone(due, due.deadline.agency_id, world)]
    if due.deadline.rule == oversight.RULE:
        return oversight.time_passes(case, due.deadline, step.action, today, world)
    if due.deadline.rule == sister.RULE:
        if step.action == "inform":
            return [sister.unconfirmed(case)]
        return sister.remind_office(case, due.deadline, world)
    if step.action == "complete":
        return _remind_reporter(due, world)
    if step.action == "lapse":
        return [_lapse(due)]
    if step.action == "phone":
        silent = due.deadline.agency_id not in case.heard
        return _tell_to_phone(due, world) if silent else []
    if step.action == "remind":
        return _remind(due, "L10", today, world)
    told = _overdue_letters(due, today, world) if not _told_overdue(due) else []
    if step.action == "overdue":
        return told
    if step.action == "inform":
        return [*told, *_inform(due, today)]
    return [*told, *_escalate(due, today, world)]


def _remind(due: DueRung, kind: str, today: date, world: World) -> list[Effect]:
    """To the desk as the register has it today; a vacant or expired one becomes a question."""
    agency_id = due.deadline.agency_id
    assert agency_id is not None
    party = reminded(due.case, agency_id, today, world)
    letter = due.case.letter_to(agency_id)
    if letter is None:
        return []  # nothing has been sent: there is nothing to remind of
    if party is None:
        why = "pengingat tidak terkirim: pejabat penghubung kosong atau masa penunjukan berakhir"
        return [Ask("desk", why, "intake", (Suggestion("ignore", "sudah diketahui"),), agency_id)]
    agency = world.directory.agencies[agency_id]
    sent = letter.sent_at or letter.queued_at
    values = wording.reminder(world, due.case, agency, due.deadline, letter.number or "-", sent, today)
    values |= {"focal_name": addressed(agency, party)["focal_name"]}
    return [Write(kind, party, values, answers=letter.message_id)]


def _gone(due: DueRung, agency_id: str, world: World) -> Ask:
    """The agency is no longer in the list, so nobody can be reminded: its period runs on, staff are asked."""
    until = wording.day(world, due.deadline.due_day)
    why = (
        f"{due.case.number}: instansi {agency_id} tidak ada lagi dalam daftar; tenggat {until} tetap berjalan"
    )
    return Ask("desk", why, "examiner", (Suggestion("ok", "sudah diketahui"),), agency_id)


def _told_overdue(due: DueRung) -> bool:
    """Whether H+1 has gone out: two rungs on one day leave only the later, which then says it too."""
    return any(
        d.kind == "L11" and d.agency_id == due.deadline.agency_id and d.queued_at > due.deadline.due_at
        for d in due.case.dispatches
    )


def _overdue_letters(due: DueRung, today: date, world: World) -> list[Effect]:
    """H+1: the focal point, and the office of the agency's head in a mail of its own."""
    effects = _remind(due, "L11", today, world)
    head = superior(world.directory, due.deadline.agency_id or "")
    letters = [e for e in effects if isinstance(e, Write)]
    if head and letters and head != letters[0].to.address:
        party = Party("superior", "", head, due.deadline.agency_id)
        effects.append(Write("L11", party, letters[0].values))
    if letters and world.copy_oversight == "always":
        effects += in_copy(due.case, letters[0], today, world, review=False)
    return effects


def _inform(due: DueRung, today: date) -> list[Effect]:
    """H+3: stays inside, to the officer and the heads."""
    late = (today - due.deadline.due_day).days
    why = f"{due.case.number}: belum ada jawaban, lewat tenggat {late} hari"
    suggestions = (
        Suggestion("ok", "sudah diketahui"),
        Suggestion("offline", "jawaban diterima di luar surel"),
    )
    return [Ask("overdue", why, "head", suggestions, due.deadline.agency_id)]


def _escalate(due: DueRung, today: date, world: World) -> list[Effect]:
    """H+7 (RCO: H+1): a draft to the superior one level up. Only a person sends it (domain: people take
    legal steps)."""
    agency_id = due.deadline.agency_id
    assert agency_id is not None
    case, head = due.case, superior(world.directory, agency_id)
    agency, letter = world.directory.agencies[agency_id], case.letter_to(agency_id)
    if head is None or letter is None:
        why = f"{case.number}: perlu eskalasi, tetapi alamat atasan {agency.name} belum ada"
        return [Ask("escalation", why, "head", (Suggestion("ok", "sudah ditangani"),), agency_id)]
    history = [
        {"date_words": wording.day(world, d.sent_at or d.queued_at), "what": _what(d.kind)}
        for d in case.dispatches
        if d.agency_id == agency_id and d.role in ("agency", "superior") and d.state == "sent"
    ]
    values = {
        "case": case.number,
        "letter_number": letter.number or "-",
        "letter_date_words": wording.day(world, (letter.sent_at or letter.queued_at).date()),
        "agency_name": agency.name,
        "superior_title": f"Pimpinan {agency.name}",
        "history": history,
        "due_words": wording.deadline_words(world, due.deadline),
        "days_late": (today - due.deadline.due_day).days,
        "request": "menginstruksikan penyelesaian tindak lanjut atas laporan dimaksud",
    }
    draft = Write("L13", Party("superior", "", head, agency_id), values, hold_back=True)
    suggestions = (Suggestion("ok", "kirim surat kepada atasan"), Suggestion("ignore", "jangan kirim"))
    return [
        Ask("review", f"{case.number}: konsep surat eskalasi", "head", suggestions, agency_id, draft=draft)
    ]


def _what(kind: str) -> str:
    words = {"L05": "Surat koordinasi", "L06": "Permintaan tindak lanjut segera", "L10": "Pengingat"}
    return words.get(kind, "Pemberitahuan lewat tenggat" if kind == "L11" else "Surat")


def _tell_to_phone(due: DueRung, world: World) -> list[Effect]:
    """R+4: an urgent letter without any sign of life for four working hours."""
    agency = world.directory.agencies[due.deadline.agency_id or ""]
    values = {
        "case": due.case.number,
        "why": "belum ada konfirmasi atas surat mendesak",
        "sender": "-",
        "subject": due.case.matter,
        "excerpt": wording.excerpt(due.case.summary, 600),
        "agency_name": agency.name,
        "what_maild_did": "Surat telah dikirim; belum ada balasan.",
        "todo": ["Mohon menghubungi instansi melalui telepon."],
    }
    return [Write("N04", officer_party(due.case, world), values, urgent=True)]


def _remind_reporter(due: DueRung, world: World) -> list[Effect]:
    reporter = due.case.party("reporter")
    if reporter is None or due.case.state == "LIMPAH":
        return []
    values = {
        "case": due.case.number,
        "reporter_name": reporter.name,
        "missing": [wording.ASK_WORDS[m] for m in due.case.missing] or ["keterangan tambahan"],
        "due_words": wording.deadline_words(world, due.deadline),
        "due_explanation": due.deadline.explanation,
    }
    return [Write("L03", reporter, values)]


def _lapse(due: DueRung) -> Ask:
    """D01 has run out: a person decides, with the proof of receipt at hand (UU 37/2008 art. 25)."""
    suggestions = (
        Suggestion("close", "tutup, kelengkapan tidak disampaikan", argument="lewat_30"),
        Suggestion("ignore", "beri waktu lagi"),
    )
    return Ask("lapse", f"{due.case.number}: batas kelengkapan terlewati", "examiner", suggestions)


def _digest(reminders: Sequence[tuple[DueRung, Write]], today: date, world: World) -> Write:
    """L12: several cases of one focal point in one mail a day, without personal data."""
    rows = [
        {
            "case": due.case.number,
            "letter_number": letter.values["letter_number"],
            "due_words": letter.values["due_words"],
            "status_words": _status(due.deadline, today),
        }
        for due, letter in reminders
    ]
    names = dict.fromkeys(str(letter.values["agency_name"]) for _, letter in reminders)
    first = reminders[0][1].to
    values = {
        "agency_names": list(names),
        "focal_name": first.name,
        "rows": rows,
        "day_words": wording.day(world, today),
    }
    return Write("L12", first, values)


def _status(deadline: Deadline, today: date) -> str:
    left = (deadline.due_day - today).days
    if left > 0:
        return f"{left} hari lagi"
    return "jatuh tempo hari ini" if left == 0 else f"lewat {-left} hari"
