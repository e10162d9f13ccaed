"""A new focal point (penunjukan pejabat penghubung): offered to staff, entered into the register by them."""

from __future__ import annotations

import re
from datetime import date, datetime

from maild.cases.arrivals import Arrival
from maild.cases.case import Suggestion
from maild.cases.effects import Decision, Enrol
from maild.cases.instruction import Instruction, done, noted, refused
from maild.cases.world import Numbers, World
from maild.directory import Agency, desk
from maild.directory.people import spelled_like
from maild.directory.roster import is_addr_spec, is_plain

SHOWN = 5  # agencies that one question can mean
_NAMED = re.compile(r"(?P<name>[^<>]{0,120}?)\s*<?(?P<address>[^\s<>]+@[^\s<>]+)>?")


def offer(arrival: Arrival, agency_id: str, colleague: bool) -> tuple[Suggestion, ...]:
    """Somebody writes that another person is in charge now. Nothing changes before staff say so, and what an
    address outside of the register says must first be confirmed by the agency's head (T3)."""
    doubt = "; alamat di luar daftar, pastikan dahulu kepada pimpinan" if colleague else ""
    seen = Suggestion("ok", f"sudah dibaca, data tidak diubah{doubt}")
    address = arrival.meaning.fields.get("successor_address", "").lower()
    name = arrival.meaning.fields.get("successor_name", "")
    if colleague or not is_addr_spec(address) or not is_plain(name):
        return (seen,)
    who = f"{name} <{address}>" if name else address
    return (
        Suggestion("enrol", "catat sebagai narahubung", agency_id=agency_id, argument=who),
        Suggestion("ignore", "data tidak diubah"),
    )


def enrol(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`N ok` to the offer, or `enrol AGENCY NAME <ADDRESS>`."""
    agency_id, _, who = instruction.command.argument.partition(" ")
    agency = world.directory.agencies.get(agency_id)
    if agency is None:
        return refused(instruction, f"instansi {agency_id} tidak ada dalam daftar")
    found = _NAMED.fullmatch(who.strip())
    address = found["address"].lower() if found else ""
    if found is None or not is_addr_spec(address) or not is_plain(found["name"]):
        return refused(instruction, "tuliskan: enrol ID-INSTANSI NAMA <alamat@surel>")
    today = now.astimezone(world.calendar.zone).date()
    cells = {
        "focal_name": found["name"].strip(),
        "focal_email": address,
        "appointed_on": today.isoformat(),
        "valid_until": "",
        "decree_number": "",
        "decree_date": "",
    }
    case = instruction.case
    change = Enrol(agency_id, cells, instruction.by)
    told = (noted(instruction, "focal point"),) if case else ()
    return done(instruction, f"{agency.name}: narahubung kini {who.strip()}", case, change, *told)


def tell_focal_point(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`siapa narahubung disdik buleleng?`: who it is, with address, term and state."""
    asked = instruction.command.argument
    found = spelled_like(world.directory, asked)
    if not found:
        return refused(instruction, f"tidak ada instansi bernama '{asked}' dalam daftar")
    today = now.astimezone(world.calendar.zone).date()
    lines = "; ".join(_told(world, agency, today) for agency in found[:SHOWN])
    more = f"; dan {len(found) - SHOWN} instansi lain" if len(found) > SHOWN else ""
    return done(instruction, lines + more, None, settle=False)


def _told(world: World, agency: Agency, today: date) -> str:
    post = desk(world.directory, agency.id, today)
    if post.state == "vacant":
        return f"{agency.name} ({agency.id}): belum ada narahubung"
    until = agency.focal_point.valid_until if agency.focal_point else None
    term = f", masa tugas {'berakhir' if post.state == 'expired' else 'sampai'} {until}" if until else ""
    deputy = f", pengganti {agency.deputy.name} <{agency.deputy.email}>" if agency.deputy else ""
    return f"{agency.name} ({agency.id}): {post.name} <{post.email}>{term}{deputy}"
