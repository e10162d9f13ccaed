"""A party of a case writes: answers, interim words, extensions, additions, withdrawals. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from maild.cases import wording
from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Party, Suggestion
from maild.cases.effects import Ask, Decision, Effect, Note, Turn, Write
from maild.cases.enrolment import offer
from maild.cases.referral import officer_party
from maild.cases.world import World

# Answers of an agency that stop nothing: the period runs on (domain: interim answers are logged).
NO_EFFECT = frozenset({"receipt", "answer_interim", "forwarded_internally"})


def party_writes(
    arrival: Arrival, case: Case, party: Party, world: World, colleague: bool = False
) -> Decision:
    """A party of the case answers, asks or adds something."""
    if party.role == "reporter":
        case, effects = _reporter_writes(arrival, case, party, world)
    else:
        case, effects = _agency_writes(arrival, case, party, world, colleague)
    return Decision("threaded", f"{party.role}: {arrival.meaning.intent}", case, tuple(effects))


def _agency_writes(
    arrival: Arrival, case: Case, party: Party, world: World, colleague: bool
) -> tuple[Case, list[Effect]]:
    intent, agency_id = arrival.meaning.intent, party.agency_id
    assert agency_id is not None
    by = f"agency:{agency_id}"
    effects: list[Effect] = [Note(intent or "message", by, arrival.message.message_id or "")]
    if agency_id not in case.heard:
        case = replace(case, heard=(*case.heard, agency_id))
    if intent in NO_EFFECT or intent == "read_receipt":
        return case, effects
    overseen = _overseen(case, agency_id, world)
    if overseen:
        # Who had the letter in copy may know how things stand; the agency's own period runs on all the same.
        question = _of_overseer(arrival, overseen, world)
        return case, [*effects, hand_over(arrival, case, party, world, question)]
    if intent == "answer_final" and not colleague:
        case, more = answered(case, agency_id, arrival.received_at)
        effects += more
    if intent == "extension":
        effects += [Turn(d.id, "paused") for d in case.running(agency_id) if d.id and d.state == "running"]
    effects.append(
        hand_over(arrival, case, party, world, _officer_question(arrival, agency_id, world, colleague))
    )
    return case, effects


def _overseen(case: Case, agency_id: str, world: World) -> tuple[str, ...]:
    """The agencies of the case that the writer's body only oversees, having had their letter in copy."""
    copied = any(d.agency_id == agency_id and d.kind.endswith("T") for d in case.dispatches)
    if agency_id in case.agency_ids or not copied or case.running(agency_id):
        return ()
    agencies = world.directory.agencies
    return tuple(i for i in case.agency_ids if i in agencies and agencies[i].oversight_id == agency_id)


def _of_overseer(arrival: Arrival, overseen: tuple[str, ...], world: World) -> Ask:
    name = world.directory.agencies[overseen[0]].name
    suggestions = (
        Suggestion("ok", f"terima sebagai jawaban {name}"),
        Suggestion("ignore", "tenggat instansi tetap berjalan"),
    )
    why = f"Inspektorat menulis tentang {name}; tenggat instansi tetap berjalan"
    return _ask(arrival, "answer", why, suggestions, overseen[0])


def answered(case: Case, agency_id: str, at: datetime) -> tuple[Case, list[Effect]]:
    """The agency's periods end with its answer; the case is answered when no agency is left."""
    effects: list[Effect] = [Turn(d.id, "met", at) for d in case.running(agency_id) if d.id]
    done = tuple(
        replace(d, state="met", met_at=at)
        if d.agency_id == agency_id and d.state in ("running", "paused")
        else d
        for d in case.deadlines
    )
    # What an inspectorate is asked (D25) has nothing to do with the answers of the case's agencies.
    waiting = any(d.state in ("running", "paused") and d.agency_id in case.agency_ids for d in done)
    stays = waiting or not case.open or case.state == "LIMPAH"
    state = case.state if stays else "DIJAWAB"
    return replace(case, deadlines=done, state=state), effects


def hand_over(arrival: Arrival, case: Case, party: Party, world: World, question: Ask | None = None) -> Write:
    """L15: the case's officer gets the answer whole, the mail itself enclosed, and what to decide."""
    agency = world.directory.agencies.get(party.agency_id or "")
    due = [d for d in case.deadlines if d.agency_id == party.agency_id]
    values = {
        "case": case.number,
        "agency_name": agency.name if agency else "Pelapor",
        "kind_words": wording.INTENT_WORDS.get(arrival.meaning.intent or "", "Surat"),
        "received_words": wording.day(world, arrival.received_at),
        "on_time": arrival.received_at <= due[-1].due_at if due else None,
        "new_text": arrival.message.new_text or arrival.message.text,
        "attachments": [a.filename for a in arrival.message.attachments],
        "questions": [],
        "commands": [
            {"command": "status", "meaning": "ringkasan perkara"},
            {"command": "catatan …", "meaning": "menyimpan catatan"},
            {"command": "tutup ALASAN", "meaning": "menutup perkara"},
        ],
    }
    return Write(
        "L15",
        officer_party(case, world),
        values,
        enclose=arrival.inbox_id,
        urgent=case.urgent,
        question=question,
    )


def _officer_question(arrival: Arrival, agency_id: str, world: World, colleague: bool) -> Ask:
    intent = arrival.meaning.intent
    carry_on = Suggestion("ignore", "belum menjawab; tenggat tetap berjalan")
    suggestions: tuple[Suggestion, ...]
    if intent in ("answer_final", "answer_attachment"):
        who = " dari alamat yang belum terdaftar" if colleague else ""
        suggestions = (
            Suggestion("ok", "terima sebagai jawaban"),
            carry_on,
            Suggestion("close", "tutup, selesai oleh instansi", argument="selesai_instansi"),
        )
        return _ask(arrival, "answer", f"jawaban{who} perlu dinilai", suggestions, agency_id)
    if intent == "extension":
        until = arrival.meaning.until
        suggestions = (
            Suggestion("ok", f"setujui sampai {until.isoformat()}" if until else "setujui sesuai ketentuan"),
            Suggestion("ignore", "tidak disetujui; tenggat semula berlaku"),
        )
        return _ask(arrival, "extension", "permohonan perpanjangan waktu", suggestions, agency_id, until)
    why = wording.INTENT_WORDS.get(intent or "", "surat dari instansi")
    if intent == "successor":
        return _ask(arrival, "successor", why, offer(arrival, agency_id, world, colleague), agency_id)
    suggestions = (Suggestion("ok", "sudah dibaca"), Suggestion("ask", "minta data kepada Pelapor"))
    return _ask(arrival, intent or "message", f"{why} perlu dibaca", suggestions, agency_id)


def _ask(
    arrival: Arrival,
    reason: str,
    why: str,
    suggestions: tuple[Suggestion, ...],
    agency_id: str | None,
    until: object = None,
) -> Ask:
    facts = {"until": str(until)} if until else {}
    facts["received_at"] = arrival.received_at.isoformat()
    return Ask(reason, why, "examiner", suggestions, agency_id, arrival.inbox_id, facts=facts)


def _reporter_writes(
    arrival: Arrival, case: Case, reporter: Party, world: World
) -> tuple[Case, list[Effect]]:
    intent = arrival.meaning.intent
    effects: list[Effect] = [Note(intent or "message", "reporter", arrival.message.message_id or "")]
    # Whom staff only took for a reporter is no party: what we tell goes to the stored address (T9).
    known = reporter if reporter in case.parties else case.party("reporter")
    told = not case.open or told_recently(case, arrival.received_at)
    if known is not None and intent == "status_query" and not told:
        effects.append(progress(case, known, world, arrival.message.message_id))
        return case, effects
    # Whoever was asked for papers and writes something has not fallen silent: the period ends, and a person
    # looks at what came. Deeming a report withdrawn on the wording of a mail would be worse.
    # A mere promise ('baik, nanti saya kirim') leaves it running: the next reminder comes.
    promise = intent == "unknown" and not arrival.message.attachments
    if case.state == "TUNGGU_LENGKAP" and not promise and intent not in ("withdraw", "status_query"):
        effects += [
            Turn(d.id, "met", arrival.received_at) for d in case.running() if d.rule == "D01" and d.id
        ]
        case = replace(case, state="TERDAFTAR")
    decides = intent not in ("status_query", "satisfied")
    question = _reporter_question(arrival, case) if decides else None
    effects.append(hand_over(arrival, case, reporter, world, question))
    return case, effects


def _reporter_question(arrival: Arrival, case: Case) -> Ask:
    """A withdrawal is never acted on by itself: it may be forced, or quoted (domain: pitfall 7)."""
    intent = arrival.meaning.intent
    by_intent = {
        "withdraw": (Suggestion("close", "tutup, dicabut oleh Pelapor", argument="dicabut"),),
        "supply": tuple(Suggestion("agency", "teruskan", agency_id=a) for a in case.agency_ids[:3]),
    }
    suggestions = (*by_intent.get(intent or "", ()), Suggestion("ignore", "sudah dibaca"))
    why = wording.INTENT_WORDS.get(intent or "", "surat dari Pelapor")
    return Ask(
        intent or "message", f"{why}: perlu dibaca", "examiner", suggestions, inbox_id=arrival.inbox_id
    )


def told_recently(case: Case, at: datetime) -> bool:
    """Whether the reporter has had an L33 within the last day: nothing automatic comes more often (T12)."""
    return any(d.kind == "L33" and at - d.queued_at < timedelta(days=1) for d in case.dispatches)


def progress(case: Case, reporter: Party, world: World, answers: str | None) -> Write:
    """L33 to the stored address of the reporter, whoever asked (T9)."""
    running = [d for d in case.running() if d.agency_id in case.agency_ids]
    values = {
        "case": case.number,
        "state_words": wording.STATE_WORDS[case.state],
        "last_step": wording.STATE_WORDS[case.state],
        "next_date_words": wording.day(world, running[0].due_day) if running else None,
        "reporter_name": reporter.name,
    }
    return Write("L33", reporter, values, answers=answers, automatic="auto-replied")
