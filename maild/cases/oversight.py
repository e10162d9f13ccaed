"""The inspectorate (Inspektorat, APIP) is asked whether it has examined the matter (L36), and answers.

Its answer is noted and put to staff; its period (D25) neither stops nor starts that of the agency.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from maild.calendar import CalendarMissing
from maild.cases import standins, wording
from maild.cases.answers import NO_EFFECT, hand_over
from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Deadline, Dispatch, Party, Suggestion
from maild.cases.effects import Ask, Begin, Decision, Effect, Note, Turn, Write
from maild.cases.instruction import Instruction, done, noted, refused, unreckoned
from maild.cases.referral import DEPUTY, HEAD
from maild.cases.sorting import case_meant
from maild.cases.world import Numbers, World
from maild.directory import Agency, agencies_of, desk
from maild.intent.examined import Examined, examined
from maild.message import Message

LETTER = "L36"
RULE = "D25"
QUESTION = "inspectorate"
BUTTONS = [
    {"label": "Sudah diperiksa", "body": "Sudah kami periksa dengan LHP nomor \ntanggal "},
    {"label": "Masih diproses", "body": "Masih dalam proses pemeriksaan kami."},
    {"label": "Belum pernah", "body": "Belum pernah kami periksa."},
]
_HEARD = {
    "examined": "Inspektorat menyatakan sudah memeriksa",
    "in progress": "Inspektorat menyatakan sedang memeriksa",
    "not examined": "Inspektorat menyatakan belum pernah memeriksa",
    "unclear": "jawaban Inspektorat perlu dibaca",
}


def ask_inspectorate(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`12 inspectorate`, with an ID (of the agency or its inspectorate), with `kepala` for its head."""
    words = instruction.command.argument.replace(",", " ").split()
    post = words.pop().lower() if words and words[-1].lower() in (HEAD, "head", DEPUTY, "deputy") else ""
    unknown = [w for w in words if w not in world.directory.agencies]
    if unknown:
        return refused(instruction, f"instansi tidak ada dalam daftar: {', '.join(unknown)}")
    about, body = _whom(instruction, words, world)
    if body is None:
        return refused(instruction, _nobody(instruction, about))
    party = _party(body, post, now, world)
    if party is None:
        return refused(
            instruction, f"{body.name}: tidak ada pejabat; tuliskan: inspectorate {body.id} kepala"
        )
    deadline = world.process.begin(RULE, now, world.calendar, body.id)
    if isinstance(deadline, CalendarMissing):
        return unreckoned(instruction, deadline)
    meant = case_meant(instruction, now, world, numbers)
    if isinstance(meant, Decision):
        return meant
    case, opened = meant
    if not post and any(d.rule == RULE for d in case.running(body.id)):
        return refused(instruction, f"{body.name} sudah ditanya dan belum menjawab")
    case, effects = _asked(instruction, case, party, about, deadline, now, world, numbers)
    outcome = f"{case.number}: ditanyakan kepada {body.name}"
    # The question that was open still is: where the report goes does not wait for an inspectorate.
    settle = instruction.case is None
    return done(instruction, outcome, case, *opened, *effects, settle=settle)


def _whom(
    instruction: Instruction, words: Sequence[str], world: World
) -> tuple[Agency | None, Agency | None]:
    """The agency that the matter is about, and the body that oversees it."""
    agencies = world.directory.agencies
    bodies = {a.oversight_id for a in agencies.values() if a.oversight_id}
    about = _about(instruction, words, world)
    if words and words[0] in bodies:
        return (about if about and about.id != words[0] else None), agencies.get(words[0])
    return about, agencies.get(about.oversight_id or "") if about else None


def _about(instruction: Instruction, words: Sequence[str], world: World) -> Agency | None:
    question, case, arrival = instruction.question, instruction.case, instruction.arrival
    ids = [*words]
    ids += [question.agency_id] if question and question.agency_id else []
    ids += case.agency_ids if case else ()
    ids += [s.agency_id for s in question.suggestions if s.agency_id] if question else []
    if arrival is not None and arrival.route is not None:
        ids += [*arrival.route.agency_ids, *(c.agency_id for c in arrival.route.candidates)]
    found = [world.directory.agencies[i] for i in ids if i in world.directory.agencies]
    return next((a for a in found if a.oversight_id), found[0] if found else None)


def _nobody(instruction: Instruction, about: Agency | None) -> str:
    if about is not None:
        return f"{about.name}: pengawasnya belum ada dalam daftar (kolom oversight_agency_id)"
    item = f"{instruction.question.id} " if instruction.question else ""
    return f"instansinya belum jelas; tuliskan: {item}inspectorate ID-INSTANSI"


def _party(body: Agency, post: str, now: datetime, world: World) -> Party | None:
    if post in (HEAD, "head"):
        return standins.head_of(body)
    if post in (DEPUTY, "deputy"):
        return standins.deputy_of(body)
    where = desk(world.directory, body.id, world.date_of(now))
    return Party("agency", where.name, where.email, body.id) if where.state == "active" else None


def _asked(
    instruction: Instruction,
    case: Case,
    party: Party,
    about: Agency | None,
    deadline: Deadline,
    now: datetime,
    world: World,
    numbers: Numbers,
) -> tuple[Case, list[Effect]]:
    body = world.directory.agencies[party.agency_id or ""]
    number = numbers.letter(now, case)
    values = {
        "case": case.number,
        "letter_number": number,
        "letter_date_words": wording.day(world, world.date_of(now)),
        "agency_name": body.name,
        "focal_name": party.name,
        "about_name": about.name if about else "",
        "received_words": wording.day(world, case.opened_at),
        "summary": case.summary,
        "due_words": wording.deadline_words(world, deadline),
        "due_explanation": deadline.explanation,
        "buttons": BUTTONS,
    }
    review = standins.secret(case)
    letter = Write(LETTER, party, values, number=number, urgent=case.urgent, hold_back=review)
    ways = (Suggestion("ok", "kirim surat ini"), Suggestion("ignore", "jangan kirim"))
    draft = Ask("review", "surat perlu dibaca sebelum dikirim", "examiner", ways, body.id, draft=letter)
    effects: list[Effect] = [
        noted(instruction, f"inspectorate asked: {body.id}"),
        draft if review else letter,
    ]
    effects += [Turn(d.id, "void") for d in case.running(body.id) if d.rule == RULE and d.id]
    effects.append(Begin(deadline))
    if party not in case.parties:
        case = replace(case, parties=(*case.parties, party))
    return replace(case, deadlines=(*case.deadlines, deadline)), effects


def answered_letter(
    case: Case, message: Message, outbox_id: int | None, agency_id: str | None, world: World
) -> Dispatch | None:
    """The L36 that a mail of its addressee's house answers. What an inspectorate writes on another letter of
    the case, as an agency itself or for one that it oversees, is none of this."""
    sender = message.sender
    if sender is None:
        return None
    behind = {a.id for a in agencies_of(world.directory, sender.address)}
    asked = [d for d in reversed(case.dispatches) if d.kind == LETTER and d.agency_id in behind]
    if not asked:
        return None
    by_thread = next((d for d in asked if d.id == outbox_id), None)
    if by_thread is not None:
        return by_thread
    other = outbox_id is not None or (agency_id is not None and agency_id != asked[0].agency_id)
    return None if other or asked[0].agency_id in case.agency_ids else asked[0]


def inspectorate_answers(
    arrival: Arrival, case: Case, letter: Dispatch, world: World, known: Sequence[str] = ()
) -> Decision:
    """`known`: other cases that the number of its report leads to. Nothing of the agency's clock changes."""
    agency_id = letter.agency_id or ""
    body = world.directory.agencies[agency_id]
    heard = _heard(arrival, case, world)
    party = case.party_at(letter.to, agency_id) or Party("agency", body.name, letter.to, agency_id)
    told = " ".join(filter(None, (heard.verdict, heard.number, heard.on.isoformat() if heard.on else None)))
    note = Note(f"inspectorate: {told}", f"agency:{agency_id}", arrival.message.message_id or "")
    if heard.verdict == "unclear" and arrival.meaning.intent in NO_EFFECT:
        return Decision("threaded", "inspectorate: interim", case, (note,))
    effects: list[Effect] = [note]
    effects += [
        Turn(d.id, "met", arrival.received_at) for d in case.running(agency_id) if d.rule == RULE and d.id
    ]
    ended = tuple(
        replace(d, state="met", met_at=arrival.received_at)
        if d.rule == RULE and d.agency_id == agency_id and d.state in ("running", "paused")
        else d
        for d in case.deadlines
    )
    case = replace(case, deadlines=ended)
    question = _question(arrival, case, heard, world, known)
    handed = hand_over(arrival, case, party, world, question)
    effects.append(replace(handed, values={**handed.values, "kind_words": question.why, "on_time": None}))
    return Decision("threaded", f"inspectorate: {heard.verdict}", case, tuple(effects))


def _heard(arrival: Arrival, case: Case, world: World) -> Examined:
    message = arrival.message
    ours = [d.number for d in case.dispatches if d.number]
    today = world.date_of(arrival.received_at)
    heard = examined(message.new_text or message.text, today, (*ours, case.number))
    if heard.verdict != "unclear":
        return heard
    # A cover note of one line: the substance stands in the letter that came with it.
    papers = [a.extract.text for a in message.attachments if a.extract and a.extract.state == "text"]
    read = [examined(paper, today, (*ours, case.number)) for paper in papers]
    return next((one for one in read if one.verdict != "unclear"), heard)


def _question(arrival: Arrival, case: Case, heard: Examined, world: World, known: Sequence[str]) -> Ask:
    merges = [
        Suggestion("merge", "nomor Inspektorat itu ada pada perkara ini: gabungkan", case=n) for n in known
    ]
    on = [Suggestion("ok", "dicatat; penanganan diteruskan")]
    on += [
        Suggestion("agency", f"teruskan ke {world.directory.agencies[a].name}", agency_id=a)
        for a in case.agency_ids[:2]
        if a in world.directory.agencies and case.letter_to(a) is None
    ]
    close = Suggestion("close", "tutup, telah ditangani oleh instansi", argument="selesai_instansi")
    wait = Suggestion("ignore", "menunggu hasil Inspektorat")
    by_verdict = {
        "examined": (*merges, *on, close),
        "in progress": (*merges, *on, wait),
        "not examined": (*on, *merges),
        "unclear": (Suggestion("ok", "sudah dibaca"), *merges, close),
    }
    number = f", nomor {heard.number}" if heard.number else ""
    day = f", tanggal {wording.day(world, heard.on)}" if heard.on else ""
    why = f"{_HEARD[heard.verdict]}{number}{day}"
    facts = {"verdict": heard.verdict, "number": heard.number or "", "on": str(heard.on or "")}
    return Ask(QUESTION, why, "examiner", by_verdict[heard.verdict], inbox_id=arrival.inbox_id, facts=facts)


def time_passes(case: Case, deadline: Deadline, action: str, today: date, world: World) -> list[Effect]:
    """Before the end a reminder to the inspectorate; after it staff are told, and decide."""
    body = world.directory.agencies.get(deadline.agency_id or "")
    letter = next(
        (d for d in reversed(case.dispatches) if d.kind == LETTER and body and d.agency_id == body.id), None
    )
    if body is None or letter is None:
        return []
    if action == "remind":
        where = desk(world.directory, body.id, today)
        if where.state != "active" or letter.state not in ("sent", "uncertain"):
            return []
        sent = letter.sent_at or letter.queued_at
        values = wording.reminder(world, case, body, deadline, letter.number or "-", sent, today)
        to = Party("agency", where.name, where.email, body.id)
        return [Write("L10", to, {**values, "buttons": BUTTONS}, answers=letter.message_id)]
    ways = [Suggestion("ok", "penanganan diteruskan tanpa jawaban Inspektorat")]
    if body.superior_email:
        ways.append(
            Suggestion("inspectorate", "tanyakan kepada pimpinannya", agency_id=body.id, argument=HEAD)
        )
    why = f"{case.number}: {body.name} belum menjawab apakah sudah memeriksa"
    return [Ask(QUESTION, why, "examiner", tuple(ways), body.id)]
