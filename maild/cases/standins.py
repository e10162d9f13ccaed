"""Who gets a first letter when the focal point cannot have it, and who gets it in copy (tembusan).

Deputy, alternate address and head are those of the register, never whom a notice or a bounce names (R13). The
letter stays the same: its number, its day, its period (T41: the clock runs on). Each goes out once.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Literal

from maild.calendar import CalendarMissing, add_working_hours
from maild.cases import wording
from maild.cases.case import COPY, FIRST_LETTERS, Case, Dispatch, Party, Suggestion
from maild.cases.effects import Ask, Effect, Note, Write
from maild.cases.world import World
from maild.directory import Agency, desk

Addressee = Literal["focal", "deputy", "head", "alternate"]
CRITERION = "kondisi darurat atau mengancam keselamatan jiwa"


def head_of(agency: Agency) -> Party | None:
    """The office of the agency's head."""
    if not agency.superior_email:
        return None
    return Party("agency", f"Pimpinan {agency.name}", agency.superior_email, agency.id)


def deputy_of(agency: Agency) -> Party | None:
    deputy = agency.deputy
    return Party("agency", deputy.name, deputy.email, agency.id) if deputy else None


def alternate_of(agency: Agency) -> Party | None:
    """The focal point at their other address."""
    point = agency.focal_point
    if point is None or not point.alternate_email:
        return None
    return Party("agency", point.name, point.alternate_email, agency.id)


def post_of(agency: Agency, address: str) -> Addressee:
    """Which of the agency's posts a letter went to, so that it can be written anew to the same."""
    posts: dict[Addressee, Party | None] = {
        "head": head_of(agency),
        "deputy": deputy_of(agency),
        "alternate": alternate_of(agency),
    }
    focal = agency.focal_point.email if agency.focal_point else ""
    return next((to for to, p in posts.items() if p and p.address == address != focal), "focal")


def secret(case: Case) -> bool:
    """Nothing of such a case reaches a further person before an officer has read it."""
    return case.confidential and not case.disclosed


def addressed(agency: Agency, party: Party) -> dict[str, Any]:
    """How the letter speaks to its reader: by name, or as the agency's head."""
    if party == head_of(agency):
        return {"focal_name": "", "addressee": "Pimpinan Instansi"}
    deputy = deputy_of(agency)
    words = "Pejabat Penghubung (Focal Point)"
    if deputy is not None and party.address == deputy.address:
        words = "Pejabat Penghubung Pengganti (Deputy Focal Point)"
    return {"focal_name": party.name, "addressee": words}


def urgent_words(world: World, now: datetime) -> dict[str, Any]:
    """What only an urgent letter says: the criterion, and the hour of the receipt."""
    soon = add_working_hours(world.calendar, now, timedelta(hours=4))
    confirm_by = now + timedelta(hours=4) if isinstance(soon, CalendarMissing) else soon
    return wording.urgent_extra(world, confirm_by, CRITERION)


def handed_on(
    case: Case, party: Party, letter: Dispatch, now: datetime, world: World, why: str
) -> list[Effect]:
    """The same first letter to another person of its agency; nothing when no period runs there any more."""
    agency = world.directory.agencies.get(party.agency_id or "")
    running = case.running(party.agency_id)
    if agency is None or not running or not case.open:
        return []
    values = wording.first_letter(world, case, agency, letter.number or "-", running[-1], letter.queued_at)
    values |= addressed(agency, party)
    if letter.kind == "L06":
        values |= urgent_words(world, now)
    write = Write(letter.kind, party, values, number=letter.number, urgent=case.urgent)
    if secret(case):
        asked = "perkara rahasia: surat perlu disetujui sebelum dikirim kepada orang lain di instansi"
        return [Ask("review", f"{why}; {asked}", "examiner", _review(), agency.id, draft=write)]
    return [Note("handed on", "maild", f"{letter.kind} {agency.id}"), write]


def next_in_line(case: Case, agency: Agency) -> Party | None:
    """The alternate address, then the deputy: the first that no first letter of the case went to."""
    tried = {d.to for d in case.dispatches if d.agency_id == agency.id and d.kind in FIRST_LETTERS}
    line = (alternate_of(agency), deputy_of(agency))
    return next((party for party in line if party and party.address not in tried), None)


def deputy_for(case: Case, agency: Agency, absent: str) -> Party | None:
    """The deputy, when it is not they who are absent and the letter has not gone to them yet."""
    deputy = deputy_of(agency)
    tried = {d.to for d in case.dispatches if d.agency_id == agency.id and d.kind in FIRST_LETTERS}
    known = absent in agency.addresses
    return deputy if deputy and known and deputy.address not in tried | {absent} else None


def reminded(case: Case, agency_id: str, today: date, world: World) -> Party | None:
    """Who is reminded: whoever the letter went to last while the register still has them for it; else the
    focal point of the day, else (as configured) the agency's head; None: staff have to say."""
    agency = world.directory.agencies[agency_id]
    where = desk(world.directory, agency_id, today)
    focal = Party("agency", where.name, where.email, agency_id) if where.state == "active" else None
    others = {p.address: p for p in (head_of(agency), deputy_of(agency), alternate_of(agency)) if p}
    letter = case.letter_to(agency_id)
    if letter is not None and letter.to in others and (focal is None or letter.to != focal.address):
        return others[letter.to]
    return focal or (head_of(agency) if world.vacant == "head" else None)


def copies_of(case: Case, letter: Write, today: date, world: World) -> tuple[str, ...]:
    """The bodies named below a letter as getting it in copy."""
    party = _overseer(case, letter.to.agency_id or "", today, world)
    return (_named(party, world),) if party else ()


def in_copy(case: Case, letter: Write, today: date, world: World, *, review: bool) -> list[Effect]:
    """A letter in copy (L05T, L11T) to the agency's inspectorate, as a mail of its own with its own token.

    It has no number of its own, so that a quoted number always means the agency's letter.
    """
    party = _overseer(case, letter.to.agency_id or "", today, world)
    if party is None:
        return []
    name = _named(party, world)
    values = {**letter.values, "focal_name": party.name, "oversight_name": name, "buttons": [], "copies": []}
    kind = COPY if letter.kind in FIRST_LETTERS else f"{letter.kind}T"
    copy = Write(kind, party, values, not_before=letter.not_before, urgent=letter.urgent)
    if review or secret(case):  # a copy is one more reader
        why = f"tembusan kepada {name} perlu persetujuan (perkara rahasia)"
        return [Ask("review", why, "examiner", _review(), party.agency_id, draft=copy)]
    return [copy]


def _overseer(case: Case, agency_id: str, today: date, world: World) -> Party | None:
    """The inspectorate's own focal point; none where it is the addressee itself or has nobody."""
    agency = world.directory.agencies.get(agency_id)
    overseer = agency.oversight_id if agency else None
    if world.copy_oversight == "never" or overseer is None or overseer in case.agency_ids:
        return None
    if overseer not in world.directory.agencies:
        return None
    where = desk(world.directory, overseer, today)
    return Party("agency", where.name, where.email, overseer) if where.state == "active" else None


def _named(party: Party, world: World) -> str:
    return world.directory.agencies[party.agency_id or ""].name


def _review() -> tuple[Suggestion, ...]:
    return (Suggestion("ok", "kirim surat ini"), Suggestion("ignore", "jangan kirim"))
