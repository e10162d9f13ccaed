"""A mail arrived that no party of a known case wrote: a new report, a stranger, a machine. Pure and total."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from maild.cases import wording
from maild.cases.case import Case, Party, Suggestion
from maild.cases.destination import forwardable, route_question
from maild.cases.effects import Ask, Decision, Effect, Note, Write
from maild.cases.lacking import BLOCKING, asked_by_itself, asks_by_itself, unchosen
from maild.cases.referral import alert, refer
from maild.cases.repeated import DUPLICATE, ask_whether, shown_of, with_alike, with_inspectorate
from maild.cases.secrecy import identity_in, identity_of, salutation
from maild.cases.standing import Dmarc, Standing
from maild.cases.standins import deputy_for, handed_on
from maild.cases.world import Numbers, World
from maild.directory import Route
from maild.intent import Meaning, Report
from maild.intent.examined import told_number
from maild.intent.report import complaint_text
from maild.intent.supplied import Supplied
from maild.letters import summarise
from maild.likeness import READ, Found
from maild.message import Message


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail with everything that was found out about it before deciding."""

    inbox_id: int
    message: Message
    meaning: Meaning
    received_at: datetime  # INTERNALDATE, never later than our own clock (R20)
    dmarc: Dmarc
    route: Route | None = None  # reports only
    repeats: tuple[Found, ...] = ()  # earlier reports that it may repeat, or whose words it has
    supplied: Supplied | None = None  # what the reporter of a case brings of what it lacked
    whole: Report | None = None  # the report with all that was added since; `route` is then where that goes
    may_receipt: bool = False  # fresh, person-like, within the limits on automatic mail (T11, T12)


def report_arrives(arrival: Arrival, now: datetime, world: World, numbers: Numbers) -> Decision:
    """A complaint that belongs to no case: registers it, and sends it on where nothing forbids that."""
    route, report = arrival.route, arrival.meaning.report
    assert route is not None and report is not None
    if arrival.message.sender is None:
        return held(arrival, "sender", "pengirim tidak dapat dipastikan", _open_or_not())
    if route.duplicates:
        facts = shown_of(arrival.message, report, route, world)
        ask = ask_whether(arrival.repeats, route.duplicates, arrival.inbox_id, facts, urgent=report.urgent)
        return Decision("held", DUPLICATE, None, (ask,))
    return open_case(arrival, now, world, numbers)


def open_case(arrival: Arrival, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Registers the report (TERDAFTAR), confirms it to the reporter, and refers or asks."""
    case = _registered(arrival, now, world, numbers)
    effects: list[Effect] = [Note("received", "reporter", arrival.message.message_id or "")]
    effects.append(Note("registered", "maild", case.number))
    route, report = arrival.route, arrival.meaning.report
    assert route is not None and report is not None
    # A report whose sender our own server calls forged is registered, but a person reads it first (T5).
    proven = arrival.dmarc != "fail"
    asks = proven and arrival.may_receipt and asks_by_itself(case, report, route, world)
    if asks:
        # One mail: the request says all that the receipt would.
        case, asked = asked_by_itself(case, now, world, arrival.message.message_id)
        effects += asked
        asks = bool(asked)
    if arrival.may_receipt and case.party("reporter") and not asks:
        effects.append(_receipt(case, arrival, world))
    ready = forwardable(route, now, world)
    if world.forward == "auto" and ready and not case.confidential and proven:
        effects.append(Note("route", "maild", "; ".join(route.reasons)))
        case, more = refer(case, route.agency_ids, now, world, numbers)
        effects, reason = effects + more, "registered and referred"
    elif asks and BLOCKING & set(case.missing):
        reason = "registered, waits for the reporter"
    else:
        question = route_question(case, report, route, arrival.inbox_id, world)
        told = "an Inspektorat deals with it" in report.needs_eyes
        question = with_inspectorate(question, told, told_number(case.text) if told else None, world)
        effects.append(with_alike(question, arrival.repeats))
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
    hidden = identity_in(message, report, name, by_staff)
    parties = () if by_staff or sender is None else (Party("reporter", salutation(name), sender.address),)
    agency = world.directory.agencies.get(route.agency_ids[0]) if route and route.agency_ids else None
    owner = world.next_owner(numbers.next("case"))
    return Case(
        id=0,
        number=numbers.case(now, "RCO" if report.urgent else "LM"),
        state="TERDAFTAR",
        opened_at=arrival.received_at,
        subject=message.subject,
        matter=wording.matter(agency),
        summary=summarise(message.new_text or message.text, identity_of(hidden)),
        owner=owner.address,
        text=complaint_text(message)[:READ],
        urgent=report.urgent,
        confidential=report.confidential,
        missing=report.missing,
        reporter_name=name,
        hidden=hidden,
        parties=parties,
    )


def _receipt(case: Case, arrival: Arrival, world: World) -> Write:
    """L01. Fixed text: nothing of the mail is echoed (T10, T11). The address may be anybody's unless our own
    server vouches for it, so only then is the writer greeted by name."""
    reporter = case.party("reporter")
    assert reporter is not None
    if arrival.dmarc != "pass":
        reporter = replace(reporter, name="")
    choose = not case.missing and unchosen(case)
    values = {
        "case": case.number,
        "received_words": wording.day(world, case.opened_at),
        "reporter_name": reporter.name,
        "next_step": "Laporan Saudara kami verifikasi. Perkembangannya kami sampaikan melalui surel ini.",
        "confidential": case.confidential,
        "contact_phone": world.phone,
        "choose": choose,
        "buttons": wording.CHOICE_BUTTONS if choose else [],
    }
    return Write("L01", reporter, values, answers=arrival.message.message_id, automatic="auto-replied")


def _open_or_not() -> tuple[Suggestion, ...]:
    return (
        Suggestion("open", "buka sebagai laporan baru"),
        Suggestion("spam", "bukan laporan"),
        Suggestion("ignore", "tidak perlu tindakan"),
    )


def held(
    arrival: Arrival,
    reason: str,
    why: str,
    suggestions: tuple[Suggestion, ...],
    *,
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


def machine_writes(
    arrival: Arrival, case: Case, agency_id: str | None, now: datetime, world: World
) -> Decision:
    """Automatic mail that belongs to a letter of the case: noted; the period runs on.

    An absence in an urgent case, or past the end of the period, needs a person at once.
    """
    intent = arrival.meaning.intent or arrival.meaning.kind
    effects: list[Effect] = [Note(intent, f"agency:{agency_id}" if agency_id else "machine", "")]
    if intent == "out_of_office" and case.running(agency_id):
        suggestions = (Suggestion("ok", "sudah diketahui"),)
        why = f"pejabat penghubung sedang tidak di tempat{_absence(arrival)}; tenggat tetap berjalan"
        handed = _to_the_deputy(arrival, case, agency_id, now, world)
        if any(isinstance(e, Write) for e in handed):
            why += "; surat juga dikirim kepada pejabat pengganti menurut daftar instansi"
        effects += handed
        effects.append(
            Ask("absence", why, "examiner", suggestions, agency_id, arrival.inbox_id, urgent=case.urgent)
        )
        if case.urgent:
            effects += alert(case, world, arrival, why)
    return Decision("threaded", intent, case, tuple(effects))


def _to_the_deputy(
    arrival: Arrival, case: Case, agency_id: str | None, now: datetime, world: World
) -> list[Effect]:
    """As configured (routing.absent) the letter also goes to the deputy of the register, once. The notice has
    to come from the agency's own address; whom it names is told to staff, and written to by nobody (R13)."""
    agency = world.directory.agencies.get(agency_id or "")
    letter = case.letter_to(agency_id) if agency_id else None
    sender = arrival.message.sender
    if world.absent != "deputy" or agency is None or letter is None or sender is None:
        return []
    deputy = deputy_for(case, agency, sender.address) if arrival.dmarc != "fail" else None
    if deputy is None:
        return []
    return handed_on(case, deputy, letter, now, world, "pejabat penghubung tidak di tempat")


def _absence(arrival: Arrival) -> str:
    """Until when, and who stands in, as the notice says it: staff decide whether to believe it."""
    fields = arrival.meaning.fields
    until = f" sampai {fields['until']}" if fields.get("until") else ""
    names = (fields.get("substitute", ""), fields.get("substitute_address", ""))
    stands_in = " ".join(filter(None, names))
    return f"{until}, pengganti menurut pemberitahuan: {stands_in}" if stands_in else until
