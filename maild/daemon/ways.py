"""Which kind of mail takes which way: the one place where a mail is turned into a decision."""

from __future__ import annotations

import logging
from dataclasses import replace

from maild.cases.answers import party_writes
from maild.cases.arrivals import (
    Arrival,
    held,
    machine_writes,
    stranger_arrives,
)
from maild.cases.case import Dispatch, Suggestion
from maild.cases.effects import Decision, Note
from maild.cases.oversight import answered_letter, inspectorate_answers
from maild.cases.sister import office_writes
from maild.cases.standing import Dmarc
from maild.cases.undelivered import Fate, Undelivered, undelivered
from maild.daemon.desk import Desk, standing_of
from maild.daemon.inquiries import answers_inquiry, machine_answers
from maild.daemon.instructions import carry_out_all
from maild.daemon.keys import Found
from maild.daemon.passed_on import passed_on_by_staff, proven_staff
from maild.daemon.pointing import followed
from maild.daemon.registering import register
from maild.daemon.remembering import remember_more
from maild.daemon.repeats import same_number
from maild.daemon.sending import is_list_to_admin
from maild.daemon.several import several
from maild.daemon.supplements import awaited, from_reporter
from maild.intent import Correspondent
from maild.store import casebook
from maild.store.schema import outbox as outbox_table

log = logging.getLogger(__name__)

MACHINE = ("bounce", "delay", "read_receipt", "auto_reply")


def decide(desk: Desk, arrival: Arrival, found: Found, who: Correspondent) -> Decision:
    """The one place that says which kind of mail takes which way."""
    kind = arrival.meaning.kind
    sender = arrival.message.sender
    if sender is not None and sender.address in desk.room.own_addresses:
        return held(arrival, "own", "ditulis dari alamat kantor sendiri", _stray(desk))
    if kind in MACHINE:
        return machine_answers(desk, arrival, found) or _machine(desk, arrival, found)
    if who.role == "staff":
        return _staff(desk, arrival, found)
    of_register = answers_inquiry(desk, arrival, found)
    if of_register is not None:
        return of_register
    if found.case is not None:
        return _in_case(desk, arrival, followed(desk, found), arrival.dmarc)
    if kind == "bulk":
        return Decision("ignored", "bulk mail")
    own = awaited(desk, arrival) if kind in ("report", "reply", "forward", "other") else None
    if own is not None:
        return from_reporter(desk, arrival, *own)
    if kind == "report" and arrival.meaning.report is not None:
        return register(desk, arrival)
    if arrival.dmarc == "fail" and kind == "reply":
        return held(arrival, "forged", "pengirim tidak lolos pemeriksaan keaslian (DMARC)", _stray(desk))
    return held(arrival, "stray", _why_held(arrival), _stray(desk))


def _why_held(arrival: Arrival) -> str:
    names = {
        "letter": "surat dinas yang perlu dibaca",
        "reply": "balasan tanpa nomor perkara",
        "forward": "surel terusan",
    }
    intent = f" ({arrival.meaning.intent})" if arrival.meaning.intent else ""
    return names.get(arrival.meaning.kind, "maksud surel belum jelas") + intent


def _stray(desk: Desk) -> tuple[Suggestion, ...]:
    """Cases of this writer first; then the ways that any mail can go."""
    sender = desk.message.sender
    ids = casebook.open_cases_of(desk.tx, desk.room.key, sender.address) if sender else []
    own = [casebook.load(desk.tx, i).number for i in ids[:3]]
    return (
        *(Suggestion("case", "lampirkan ke perkara ini", case=n) for n in own),
        Suggestion("ignore", "tidak perlu tindakan"),
        Suggestion("open", "buka sebagai laporan baru"),
        Suggestion("spam", "bukan untuk kantor ini"),
    )


def _machine(desk: Desk, arrival: Arrival, found: Found) -> Decision:
    """Bounces, delays, read receipts, automatic answers: never answered (RFC 3834), never an answer."""
    meaning = arrival.meaning
    if found.case is not None and found.key == "number":
        # Anybody can state a number (T1): automatic mail has to come from the case's parties or their house.
        verdict_ = standing_of(desk, replace(found, key="thread"), arrival.dmarc)
        if verdict_.party is None:
            return stranger_arrives(arrival, found.case, verdict_)
    if found.case is None and found.outbox_id is None:
        if meaning.kind == "bounce" and meaning.case_refs:
            return held(arrival, "bounce", "surel kembali tanpa surat yang dikenal", _stray(desk))
        return Decision("ignored", f"{meaning.kind} of nothing that we sent")
    dispatch = _dispatch(desk, found)
    if dispatch is not None and is_list_to_admin(desk.room, dispatch.kind, dispatch.to):
        log.error("inbox %d: %s on a list to an admin", desk.mail.id, meaning.kind)
        return Decision("ignored", f"{meaning.kind} on a list to an admin")
    if meaning.kind in ("bounce", "delay") and dispatch is not None:
        # A server that gave up for a passing reason (4.4.7, 4.2.2) has lost the letter all the same.
        fate: Fate = "delayed" if meaning.kind == "delay" else "bounced"
        bounce = arrival.message.bounce
        event = Undelivered(dispatch, fate, bounce.status if bounce else "", desk.now, arrival.inbox_id)
        return undelivered(event, found.case, desk.room.world)
    if found.case is None:
        return Decision("ignored", f"{meaning.kind} on a letter to staff")
    agency_id = dispatch.agency_id if dispatch else found.agency_id
    return machine_writes(arrival, found.case, agency_id, desk.now, desk.room.world)


def _dispatch(desk: Desk, found: Found) -> Dispatch | None:
    """The letter that came back: by its Message-ID, else the last one to the party of the token."""
    if found.outbox_id is not None:
        rows = casebook.dispatches(desk.tx, outbox_table.c.id == found.outbox_id)
        return rows[0] if rows else None
    if found.case is None or found.key != "token":
        return None
    bounce = desk.message.bounce
    failed = {r.address for r in bounce.recipients} if bounce else set()
    return next((d for d in reversed(found.case.dispatches) if d.to in failed), None)


def _staff(desk: Desk, arrival: Arrival, found: Found) -> Decision:
    """Commands count only from a verified staff address (T4); anything else of staff is kept."""
    trusted = proven_staff(desk, arrival)
    if arrival.meaning.commands:
        if not trusted:
            why = "perintah tidak dijalankan: keaslian pengirim tidak terbukti (DMARC)"
            return held(arrival, "untrusted", why, _stray(desk))
        return carry_out_all(desk, arrival, found)
    passed_on = passed_on_by_staff(desk, arrival)
    if passed_on is not None:
        return passed_on
    if found.case is not None and trusted:
        sender = arrival.message.sender
        assert sender is not None
        note = Note("message", f"staff:{sender.address}", arrival.message.new_text[:2000])
        return Decision("threaded", "staff: kept on the case", found.case, (note,))
    if trusted and arrival.meaning.kind == "report" and arrival.meaning.report is not None:
        return register(desk, arrival)
    return held(arrival, "stray", "surel staf tanpa perintah", _stray(desk))


def _in_case(desk: Desk, arrival: Arrival, found: Found, dmarc: Dmarc) -> Decision:
    assert found.case is not None
    verdict_ = standing_of(desk, found, dmarc)
    if verdict_.party is None:
        if arrival.meaning.kind == "bulk":
            return Decision("ignored", "bulk mail")
        return stranger_arrives(arrival, found.case, verdict_)
    if verdict_.party.role == "office":
        world = desk.room.world
        return office_writes(arrival, found.case, verdict_.party, world, colleague=verdict_.colleague)
    asked = answered_letter(found.case, desk.message, found.outbox_id, found.agency_id, desk.room.world)
    if asked is not None:
        return inspectorate_answers(
            arrival, found.case, asked, desk.room.world, same_number(desk, found.case)
        )
    if found.others:
        return several(desk, arrival, found)
    if verdict_.party.role == "reporter":
        remember_more(desk.tx, desk.key, desk.room.key, found.case, arrival.message.new_text)
        if found.case.open:
            return from_reporter(desk, arrival, found.case, verdict_.party)
    return party_writes(arrival, found.case, verdict_.party, desk.room.world, verdict_.colleague)
