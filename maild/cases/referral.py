"""Sending a report to the agency's focal point (T12, T11 of the process), and calling staff at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from maild.calendar import CalendarMissing, next_working_day
from maild.cases import standins, wording
from maild.cases.case import Case, Deadline, Party, State, Suggestion
from maild.cases.effects import Ask, Begin, Effect, Note, Turn, Write
from maild.cases.standins import Addressee
from maild.cases.world import Numbers, World
from maild.directory import Agency, Desk, desk

if TYPE_CHECKING:
    from maild.cases.arrivals import Arrival

HEAD = "kepala"  # staff write `agency ID kepala` for the office of the agency's head
DEPUTY = "pengganti"  # `agency ID pengganti` for whoever stands in for the focal point
ALTERNATE = "cadangan"  # `agency ID cadangan` for the focal point's other address


def refer(
    case: Case,
    agency_ids: Sequence[str],
    now: datetime,
    world: World,
    numbers: Numbers,
    *,
    by: str = "maild",
    hold: timedelta | None = None,
    review: bool = False,
    to: Addressee = "focal",
) -> tuple[Case, list[Effect]]:
    """One first letter (L05, or L06 in the fast lane) to each agency, and its period.

    `hold`: how long staff may still stop it (default: the office's; urgent letters do not wait).
    `review`: the letter waits until an officer has read it (confidential cases).
    `to`: the focal point; staff may choose the deputy or the office of the agency's head instead.
    """
    wait = timedelta(0) if case.urgent else (world.hold if hold is None else hold)
    effects: list[Effect] = []
    for agency_id in agency_ids:
        case, more = _refer_to(case, agency_id, now, wait, world, numbers, by, review, to)
        effects += more
    if wait and not review and any(isinstance(e, Write) for e in effects):
        effects.append(_notice(case, now + wait, world))
    return case, effects


def _refer_to(
    case: Case,
    agency_id: str,
    now: datetime,
    wait: timedelta,
    world: World,
    numbers: Numbers,
    by: str,
    review: bool,
    to: Addressee,
) -> tuple[Case, list[Effect]]:
    where = desk(world.directory, agency_id, world.date_of(now))
    case = replace(case, agency_ids=tuple(dict.fromkeys((*case.agency_ids, agency_id))))
    agency = world.directory.agencies[agency_id]
    party = _addressee(agency, where, to)
    told: list[Effect] = []
    if party is None and to == "focal" and world.vacant == "head":
        party = standins.head_of(agency)
        told = [_to_the_head(agency, where.state, case)]
    if party is None:
        return case, [_no_desk(agency_id, where.state, world, case)]
    deadline = first_deadline(case, agency_id, now + wait, world)
    if isinstance(deadline, CalendarMissing):
        return case, [_no_calendar(deadline, agency_id)]
    letter = _letter(case, party, deadline, now, wait, world, numbers, review)
    copies = standins.in_copy(case, letter, world.date_of(now), world, review=review)
    draft = Ask(
        "review", "surat perlu dibaca sebelum dikirim", "examiner", _review(), agency_id, draft=letter
    )
    # The letter's own period replaces an older one that still ran for this agency.
    ended = [Turn(d.id, "void") for d in case.running(agency_id) if d.id]
    effects: list[Effect] = [Note("referred", by, agency_id), draft if review else letter, *copies]
    effects += [*ended, Begin(deadline), *told]
    parties = tuple(p for p in case.parties if p != party)
    return (
        replace(
            case,
            state=with_agency(case),
            parties=(*parties, party),
            deadlines=(*case.deadlines, deadline),
        ),
        effects,
    )


def _addressee(agency: Agency, where: Desk, to: Addressee) -> Party | None:
    """Who is written to; None when nobody holds that post now. Nobody is chosen in another's place."""
    asked = {"head": standins.head_of, "deputy": standins.deputy_of, "alternate": standins.alternate_of}
    party = asked[to](agency) if to in asked else None
    if party is not None:
        return party
    return Party("agency", where.name, where.email, agency.id) if where.state == "active" else None


def other_posts(agency: Agency, world: World) -> list[Suggestion]:
    """Who else may get a letter that its focal point cannot get: deputy, head, the body above them."""
    ways = []
    if standins.alternate_of(agency):
        why = "kirim ke alamat cadangan pejabat penghubung"
        ways.append(Suggestion("agency", why, agency_id=agency.id, argument=ALTERNATE))
    if agency.deputy:
        why = "kirim kepada pejabat penghubung pengganti"
        ways.append(Suggestion("agency", why, agency_id=agency.id, argument=DEPUTY))
    if agency.superior_email:
        why = "kirim kepada pimpinan instansi"
        ways.append(Suggestion("agency", why, agency_id=agency.id, argument=HEAD))
    if agency.oversight_id:
        name = world.directory.agencies[agency.oversight_id].name
        ways.append(Suggestion("agency", f"kirim melalui {name}", agency_id=agency.oversight_id))
    return ways


def with_agency(case: Case) -> State:
    """The state of a case whose letter is with the agency."""
    return "RCO" if case.urgent else "KOORD"


def first_deadline(case: Case, agency_id: str, sent: datetime, world: World) -> Deadline | CalendarMissing:
    """D22 from the sending itself (minutes count); D23 from the assumed receipt, one working day later.

    Nobody has confirmed anything yet, so the receipt is an assumption and the letter says so; an earlier
    or later confirmation is kept as proof but does not move the date that the agency was told.
    """
    if case.urgent:
        return world.process.begin("D22", sent, world.calendar, agency_id)
    local = sent.astimezone(world.calendar.zone)
    received = next_working_day(world.calendar, local.date() + timedelta(days=1))
    start = datetime.combine(received, local.timetz().replace(tzinfo=None), tzinfo=world.calendar.zone)
    assumed = "Tanggal terima diasumsikan satu hari kerja setelah pengiriman."
    return world.process.begin("D23", start, world.calendar, agency_id, assumed)


def _letter(
    case: Case,
    party: Party,
    deadline: Deadline,
    now: datetime,
    wait: timedelta,
    world: World,
    numbers: Numbers,
    review: bool,
) -> Write:
    assert party.agency_id is not None
    number = numbers.letter(now, case)
    agency = world.directory.agencies[party.agency_id]
    values: dict[str, Any] = wording.first_letter(world, case, agency, number, deadline, now)
    values |= standins.addressed(agency, party)
    if case.urgent:
        values |= standins.urgent_words(world, now)
    kind = "L06" if case.urgent else "L05"
    letter = Write(kind, party, values)
    values["copies"] = list(standins.copies_of(case, letter, world.date_of(now), world))
    return replace(
        letter,
        number=number,
        not_before=now + wait if wait else None,
        urgent=case.urgent,
        hold_back=review,
    )


def _review() -> tuple[Suggestion, ...]:
    return (Suggestion("ok", "kirim surat ini"), Suggestion("ignore", "jangan kirim"))


def _no_desk(agency_id: str, state: str, world: World, case: Case) -> Ask:
    """Vacant or expired: a person chooses the head of the agency, the Inspektorat or another desk."""
    agency = world.directory.agencies[agency_id]
    suggestions = (*other_posts(agency, world), Suggestion("ignore", "ditangani dengan cara lain"))
    why = f"{agency.name}: {_EMPTY[state]}"
    return Ask("desk", why, "intake", suggestions, agency_id, urgent=case.urgent)


_EMPTY = {
    "vacant": "belum ada pejabat penghubung",
    "expired": "masa penunjukan pejabat penghubung berakhir",
}


def _to_the_head(agency: Agency, state: str, case: Case) -> Ask:
    """As configured (routing.vacant) the letter goes to the head; staff are told all the same."""
    why = f"{agency.name}: {_EMPTY[state]}; sesuai pengaturan surat ditujukan kepada pimpinan instansi"
    return Ask("desk", why, "intake", (Suggestion("ok", "sudah diketahui"),), agency.id, urgent=case.urgent)


def _no_calendar(missing: CalendarMissing, agency_id: str) -> Ask:
    why = f"kalender hari kerja tahun {missing.year} belum ada; tenggat tidak dapat dihitung"
    again = Suggestion("agency", "kirim setelah kalender dilengkapi", agency_id=agency_id)
    return Ask("calendar", why, "admin", (again,), agency_id)


def _notice(case: Case, sends_at: datetime, world: World) -> Write:
    """N05: the officer sees what will leave, and may answer `hold`."""
    names = ", ".join(world.directory.agencies[a].name for a in case.agency_ids)
    values = {
        "case": case.number,
        "agency_name": names,
        "received_words": wording.day(world, case.opened_at),
        "summary": case.summary,
        "sends_at_words": wording.day(world, sends_at),
        "hold_help": "tahan",
        "missing": [wording.MISSING_WORDS[m] for m in case.missing],
    }
    return Write("N05", officer_party(case, world), values)


def alert(case: Case, world: World, arrival: Arrival, why: str) -> list[Effect]:
    """N04 to intake and the heads at once: minutes count (RCO)."""
    message = arrival.message
    agencies = [world.directory.agencies[a].name for a in case.agency_ids if a in world.directory.agencies]
    values = {
        "case": case.number,
        "why": why,
        "sender": message.sender.address if message.sender else "-",
        "subject": message.subject,
        "excerpt": wording.excerpt(message.new_text or message.text, 600),
        "agency_name": ", ".join(agencies) or None,
        "what_maild_did": wording.STATE_WORDS[case.state],
        "todo": ["Mohon segera menghubungi instansi terkait melalui telepon."],
    }
    people = {o.address: o for o in (*world.officers("intake"), *world.officers("head"))}
    return [Write("N04", o.party, values, urgent=True) for o in people.values()]


def officer_party(case: Case, world: World) -> Party:
    """The case's officer; a case whose officer left the staff list falls to the next one."""
    return (world.officer(case.owner) or world.next_owner(case.id)).party
