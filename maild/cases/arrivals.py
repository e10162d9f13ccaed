"""A mail arrived: what it does to a case, or why it waits for a person. Pure and total."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from maild.cases import wording
from maild.cases.case import Case, Party, Suggestion
from maild.cases.effects import Ask, Decision, Effect, Note, Turn, Write
from maild.cases.referral import alert, refer
from maild.cases.standing import Dmarc, Standing
from maild.cases.world import Numbers, World
from maild.directory import Route
from maild.intent import Meaning
from maild.letters import Identity, summarise
from maild.message import Message

# Answers of an agency that stop nothing: the period runs on (domain: interim answers are logged).
NO_EFFECT = frozenset({"receipt", "answer_interim", "forwarded_internally"})


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail with everything that was found out about it before deciding."""

    inbox_id: int
    message: Message
    meaning: Meaning
    received_at: datetime  # INTERNALDATE, never later than our own clock (R20)
    dmarc: Dmarc
    route: Route | None = None  # reports only
    may_receipt: bool = False  # fresh, person-like, within the limits on automatic mail (T11, T12)


def report_arrives(arrival: Arrival, now: datetime, world: World, numbers: Numbers) -> Decision:
    """A complaint that belongs to no case: registers it, and sends it on where nothing forbids that."""
    route, report = arrival.route, arrival.meaning.report
    assert route is not None and report is not None
    if arrival.message.sender is None:
        return held(arrival, "sender", "pengirim tidak dapat dipastikan", _open_or_not(arrival, route))
    if route.duplicates:
        why = "kemungkinan laporan yang sama dengan " + ", ".join(route.duplicates)
        return held(arrival, "duplicate", why, _pair(route), urgent=report.urgent)
    return open_case(arrival, now, world, numbers)


def open_case(arrival: Arrival, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Registers the report (TERDAFTAR), confirms it to the reporter, and refers or asks."""
    case = _registered(arrival, now, world, numbers)
    effects: list[Effect] = [Note("received", "reporter", arrival.message.message_id or "")]
    effects.append(Note("registered", "maild", case.number))
    if arrival.may_receipt and case.party("reporter"):
        effects.append(_receipt(case, arrival, world))
    route = arrival.route
    assert route is not None
    if world.forward == "auto" and route.decision == "forward" and not case.confidential:
        case, more = refer(case, route.agency_ids, now, world, numbers)
        effects, reason = effects + more, "registered and referred"
    else:
        effects.append(_route_question(route, arrival, world, case.urgent))
        reason = "registered, waits for staff"
    if case.urgent:
        effects += alert(case, world, arrival, "laporan mendesak (RCO)")
    return Decision("opened", reason, case, tuple(effects))


def _registered(arrival: Arrival, now: datetime, world: World, numbers: Numbers) -> Case:
    message, report, route = arrival.message, arrival.meaning.report, arrival.route
    assert report is not None
    sender = message.sender
    by_staff = sender is not None and world.officer(sender.address) is not None
    name = report.fields.get("reporter_name") or (sender.name if sender and not by_staff else "")
    hidden = _hidden(arrival, name, by_staff)
    parties = () if by_staff or sender is None else (Party("reporter", name, sender.address),)
    agency = world.directory.agencies.get(route.agency_ids[0]) if route and route.agency_ids else None
    owner = world.next_owner(numbers.case_seq)
    return Case(
        id=0,
        number=numbers.case(now, "RCO" if report.urgent else "LM"),
        state="TERDAFTAR",
        opened_at=arrival.received_at,
        subject=message.subject,
        matter=wording.matter(agency),
        summary=summarise(message.new_text or message.text, identity_of(hidden)),
        owner=owner.address,
        text=(message.new_text or message.text)[:4000],
        urgent=report.urgent,
        confidential=report.confidential,
        missing=report.missing,
        reporter_name=name,
        hidden=hidden,
        parties=parties,
    )


def _hidden(arrival: Arrival, name: str, by_staff: bool) -> tuple[tuple[str, str], ...]:
    """Everything that tells who reports: names, mail addresses, numbers, home (UU 37/2008 art. 24(2))."""
    message, report = arrival.message, arrival.meaning.report
    assert report is not None
    found: list[tuple[str, str]] = [("name", name)]
    if not by_staff:
        for address in (*message.senders, *message.reply_to):
            found += [("name", address.name), ("address", address.address)]
    found += [("number", report.fields.get(key, "")) for key in ("nik", "phone")]
    found.append(("postal", report.fields.get("address", "")))
    return tuple(dict.fromkeys((kind, value) for kind, value in found if value))


def identity_of(hidden: tuple[tuple[str, str], ...]) -> Identity:
    """The stored identity of a reporter as the egress scan wants it."""

    def of(kind: str) -> tuple[str, ...]:
        return tuple(value for found, value in hidden if found == kind)

    return Identity(of("name"), of("address"), of("number"), of("postal"))


def _receipt(case: Case, arrival: Arrival, world: World) -> Write:
    """L01. Fixed text: nothing of the mail is echoed (T10, T11)."""
    reporter = case.party("reporter")
    assert reporter is not None
    values = {
        "case": case.number,
        "received_words": wording.day(world, case.opened_at),
        "reporter_name": reporter.name,
        "next_step": "Laporan Saudara kami verifikasi lebih dahulu. Perkembangannya kami sampaikan melalui surel.",
        "confidential": case.confidential,
        "contact_phone": world.phone,
    }
    return Write("L01", reporter, values, answers=arrival.message.message_id, automatic="auto-replied")


def _route_question(route: Route, arrival: Arrival, world: World, urgent: bool) -> Ask:
    suggestions = tuple(
        Suggestion(
            "agency", f"teruskan ke {world.directory.agencies[c.agency_id].name}", agency_id=c.agency_id
        )
        for c in route.candidates[:3]
    )
    closing = (
        Suggestion("ask", "minta kelengkapan kepada Pelapor"),
        Suggestion("close", "tutup, di luar kewenangan", argument="tidak_berwenang"),
        Suggestion("spam", "bukan laporan"),
    )
    why = "; ".join(route.reasons[:4]) or "tujuan laporan belum pasti"
    return Ask("route", why, "intake", (*suggestions, *closing), inbox_id=arrival.inbox_id, urgent=urgent)


def _open_or_not(arrival: Arrival, route: Route) -> tuple[Suggestion, ...]:
    return (
        Suggestion("open", "buka sebagai laporan baru"),
        Suggestion("spam", "bukan laporan"),
        Suggestion("ignore", "tidak perlu tindakan"),
    )


def _pair(route: Route) -> tuple[Suggestion, ...]:
    known = tuple(Suggestion("case", "gabungkan ke perkara ini", case=n) for n in route.duplicates[:3])
    return (*known, Suggestion("open", "laporan tersendiri"), Suggestion("spam", "bukan laporan"))


def held(
    arrival: Arrival,
    reason: str,
    why: str,
    suggestions: tuple[Suggestion, ...],
    *,
    case: Case | None = None,
    urgent: bool = False,
) -> Decision:
    """The mail waits for a person. Nothing of the case changes and nothing goes to the writer (T3, T11)."""
    question = Ask(reason, why, "intake", suggestions, inbox_id=arrival.inbox_id, urgent=urgent)
    return Decision("held", reason, None, (question,))


def stranger_arrives(arrival: Arrival, case: Case, verdict: Standing) -> Decision:
    """The mail names a case, but its writer is nobody we know there."""
    why = f"menyebut {case.number}, tetapi {verdict.why}"
    suggestions = (
        Suggestion("case", "lampirkan ke perkara ini", case=case.number),
        Suggestion("ignore", "tidak perlu tindakan"),
        Suggestion("spam", "bukan untuk kantor ini"),
    )
    return held(arrival, "stranger", why, suggestions)


def party_writes(
    arrival: Arrival, case: Case, party: Party, now: datetime, world: World, colleague: bool = False
) -> Decision:
    """A party of the case answers, asks or adds something."""
    if party.role == "reporter":
        case, effects = _reporter_writes(arrival, case, world)
    else:
        case, effects = _agency_writes(arrival, case, party, now, world, colleague)
    return Decision("threaded", f"{party.role}: {arrival.meaning.intent}", case, tuple(effects))


def _agency_writes(
    arrival: Arrival, case: Case, party: Party, now: datetime, world: World, colleague: bool
) -> tuple[Case, list[Effect]]:
    intent, agency_id = arrival.meaning.intent, party.agency_id
    assert agency_id is not None
    by = f"agency:{agency_id}"
    effects: list[Effect] = [Note(intent or "message", by, arrival.message.message_id or "")]
    if agency_id not in case.heard:
        case = replace(case, heard=(*case.heard, agency_id))
    if intent in NO_EFFECT or intent == "read_receipt":
        return case, effects
    if intent == "answer_final" and not colleague:
        case, more = answered(case, agency_id, arrival.received_at)
        effects += more
    if intent == "extension":
        effects += [Turn(d.id, "paused") for d in case.running(agency_id) if d.id and d.state == "running"]
    effects.append(hand_over(arrival, case, party, world))
    effects.append(_officer_question(arrival, case, agency_id, colleague))
    return case, effects


def answered(case: Case, agency_id: str, at: datetime) -> tuple[Case, list[Effect]]:
    """The agency's periods end with its answer; the case is answered when no agency is left."""
    effects: list[Effect] = [Turn(d.id, "met", at) for d in case.running(agency_id) if d.id]
    done = tuple(
        replace(d, state="met", met_at=at)
        if d.agency_id == agency_id and d.state in ("running", "paused")
        else d
        for d in case.deadlines
    )
    waiting = any(d.state in ("running", "paused") and d.agency_id for d in done)
    state = case.state if waiting or not case.open else "DIJAWAB"
    return replace(case, deadlines=done, state=state), effects


def hand_over(arrival: Arrival, case: Case, party: Party, world: World) -> Write:
    """L15: the case's officer gets the answer whole, with the mail itself enclosed."""
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
            {"command": "tutup selesai_instansi", "meaning": "menutup perkara"},
        ],
    }
    return Write("L15", officer_party(case, world), values, enclose=arrival.inbox_id, urgent=case.urgent)


def officer_party(case: Case, world: World) -> Party:
    """The case's officer; a case whose officer left the staff list falls to the next one."""
    officer = world.officer(case.owner) or world.next_owner(case.id)
    return Party("staff", officer.name, officer.address)


def _officer_question(arrival: Arrival, case: Case, agency_id: str, colleague: bool) -> Ask:
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


def _reporter_writes(arrival: Arrival, case: Case, world: World) -> tuple[Case, list[Effect]]:
    intent = arrival.meaning.intent
    effects: list[Effect] = [Note(intent or "message", "reporter", arrival.message.message_id or "")]
    reporter = case.party("reporter")
    assert reporter is not None
    if intent == "status_query" and case.open and not _told_recently(case, arrival.received_at):
        effects.append(progress(case, reporter, world, arrival.message.message_id))
        return case, effects
    if intent == "supply":
        effects += [
            Turn(d.id, "met", arrival.received_at) for d in case.running() if d.rule == "D01" and d.id
        ]
        if case.state == "TUNGGU_LENGKAP":
            case = replace(case, state="TERDAFTAR")
    effects.append(hand_over(arrival, case, reporter, world))
    if intent in ("supply", "withdraw", "unsatisfied", None):
        effects.append(_reporter_question(arrival, case))
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


def _told_recently(case: Case, at: datetime) -> bool:
    return any(d.kind == "L33" and at - d.queued_at < timedelta(days=1) for d in case.dispatches)


def progress(case: Case, reporter: Party, world: World, answers: str | None) -> Write:
    """L33 to the stored address of the reporter, whoever asked (T9)."""
    running = [d for d in case.running() if d.agency_id]
    values = {
        "case": case.number,
        "state_words": wording.STATE_WORDS[case.state],
        "last_step": wording.STATE_WORDS[case.state],
        "next_date_words": wording.day(world, running[0].due_day) if running else None,
        "reporter_name": reporter.name,
    }
    return Write("L33", reporter, values, answers=answers, automatic="auto-replied")


def machine_writes(arrival: Arrival, case: Case, agency_id: str | None, world: World) -> Decision:
    """Automatic mail that belongs to a letter of the case: noted; the period runs on.

    An absence in an urgent case, or past the end of the period, needs a person at once.
    """
    intent = arrival.meaning.intent or arrival.meaning.kind
    effects: list[Effect] = [Note(intent, f"agency:{agency_id}" if agency_id else "machine", "")]
    if intent == "out_of_office" and case.running(agency_id):
        suggestions = (Suggestion("ok", "sudah diketahui"),)
        why = "pejabat penghubung sedang tidak di tempat; tenggat tetap berjalan"
        effects.append(
            Ask("absence", why, "examiner", suggestions, agency_id, arrival.inbox_id, urgent=case.urgent)
        )
        if case.urgent:
            effects += alert(case, world, arrival, why)
    return Decision("threaded", intent, case, tuple(effects))
