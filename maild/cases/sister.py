"""The other office of the Ombudsman that a case was transferred to: its answers, and its silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from maild.cases import wording
from maild.cases.answers import hand_over
from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Deadline, Party, Suggestion
from maild.cases.effects import Ask, Decision, Effect, Note, Turn, Write
from maild.cases.world import World
from maild.intent.transferred import answered, number_in

RULE = "D26"
QUESTION = "transfer"
BUTTONS = [
    {"label": "Sudah kami terima", "body": "Pelimpahan sudah kami terima dan dicatat dengan nomor "},
    {"label": "Bukan wilayah kami", "body": "Hal ini bukan wilayah kerja kami, karena "},
]


def current(case: Case) -> Party | None:
    """The office that the case was transferred to last."""
    return next((p for p in reversed(case.parties) if p.role == "office"), None)


def waiting(case: Case) -> tuple[Deadline, ...]:
    return tuple(d for d in case.running() if d.rule == RULE)


def office_writes(
    arrival: Arrival, case: Case, party: Party, world: World, *, colleague: bool = False
) -> Decision:
    """The other office answers. Plain words of its own address count; all else is put to staff."""
    words = arrival.message.new_text
    heard = (
        answered(words) if case.state == "LIMPAH" and not colleague and _of_now(case, party, world) else None
    )
    note = Note(f"transfer {heard or 'message'}", f"office:{party.name}", arrival.message.message_id or "")
    if heard == "accepted":
        return _accepted(arrival, case, party, number_in(words, case.number), note, world)
    if heard == "declined":
        return _declined(arrival, case, party, note, world)
    ways = (
        Suggestion("ok", "kantor itu telah menerima pelimpahan"),
        Suggestion("ignore", "belum menjawab; tetap menunggu"),
    )
    why = f"surat dari {party.name} tentang pelimpahan perlu dibaca"
    ask = Ask(QUESTION, why, "examiner", ways, inbox_id=arrival.inbox_id)
    return Decision("threaded", "office: message", case, (note, _letter(arrival, case, party, world, ask)))


def _of_now(case: Case, party: Party, world: World) -> bool:
    known = any(o.address == party.address for o in world.offices)
    now = current(case)
    return known and now is not None and now.address == party.address


def _accepted(arrival: Arrival, case: Case, party: Party, number: str, note: Note, world: World) -> Decision:
    met = [Turn(d.id, "met", arrival.received_at) for d in waiting(case) if d.id]
    obtained = f"dicatat di {party.name}" + (f" dengan nomor {number}" if number else "")
    ways = (
        Suggestion("ok", "sudah diketahui"),
        Suggestion("close", "tutup di kantor ini; Pelapor dikabari", argument=f"dilimpahkan {obtained}"),
    )
    why = f"pelimpahan diterima, {obtained}"
    ask = Ask("transferred", why, "examiner", ways, inbox_id=arrival.inbox_id)
    letter = _letter(arrival, case, party, world, ask)
    note = replace(note, detail=number or note.detail)
    return Decision("threaded", "office: accepted", case, (note, *met, letter))


def _declined(arrival: Arrival, case: Case, party: Party, note: Note, world: World) -> Decision:
    """Back with us: nothing is sent anywhere before a person has said where."""
    ended = [Turn(d.id, "void") for d in waiting(case) if d.id]
    case = replace(case, state="TERDAFTAR")
    others = [o for o in world.offices if o.address != party.address]
    ways = (
        *(Suggestion("transfer", f"limpahkan kepada {o.name}", argument=o.code) for o in others[:3]),
        *_same_agencies(case, world),
        Suggestion("ask", "minta kelengkapan kepada Pelapor"),
        Suggestion("close", "tutup, di luar kewenangan", argument="tidak_berwenang"),
    )
    why = f"{case.number}: {party.name} menyatakan bukan wilayahnya; laporan kembali pada kantor ini"
    ask = Ask("route", why, "intake", ways, inbox_id=arrival.inbox_id, urgent=case.urgent)
    return Decision("threaded", "office: declined", case, (note, *ended, ask))


def _same_agencies(case: Case, world: World) -> list[Suggestion]:
    names = {i: world.directory.agencies[i].name for i in case.agency_ids if i in world.directory.agencies}
    return [Suggestion("agency", f"teruskan ke {name}", agency_id=i) for i, name in names.items()]


def _letter(arrival: Arrival, case: Case, party: Party, world: World, ask: Ask) -> Write:
    letter = hand_over(arrival, case, party, world, ask)
    values = {**letter.values, "agency_name": party.name, "questions": [ask.why]}
    return replace(letter, values=values)


def confirmed(case: Case, now: datetime) -> list[Effect]:
    """Staff say that the other office has it."""
    return [Turn(d.id, "met", now) for d in waiting(case) if d.id]


def remind_office(case: Case, deadline: Deadline, world: World) -> list[Effect]:
    """L21R: the receiving office has not confirmed yet."""
    to = current(case)
    letter = next((d for d in reversed(case.dispatches) if d.kind == "L21"), None)
    known = next((o for o in world.offices if to and o.address == to.address), None)
    if to is None or letter is None or known is None:
        why = f"{case.number}: kantor penerima pelimpahan tidak ada lagi dalam pengaturan"
        return [Ask("overdue", why, "examiner", (Suggestion("ok", "sudah ditangani"),))]
    values = {
        "case": case.number,
        "letter_number": letter.number or "-",
        "letter_date_words": wording.day(world, (letter.sent_at or letter.queued_at).date()),
        "office_name": to.name,
        "due_words": wording.deadline_words(world, deadline),
        "buttons": BUTTONS,
    }
    return [Write("L21R", to, values, answers=letter.message_id)]


def unconfirmed(case: Case) -> Ask:
    why = f"{case.number}: kantor penerima belum mengonfirmasi pelimpahan, batas waktu terlewati"
    ways = (
        Suggestion("ok", "sudah dipastikan melalui telepon; dianggap diterima"),
        Suggestion("ignore", "tetap menunggu"),
    )
    return Ask(QUESTION, why, "head", ways)
