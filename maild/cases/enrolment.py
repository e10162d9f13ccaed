"""A new focal point (penunjukan pejabat penghubung): offered to staff, entered into the register by them; and
the question who it is."""

from __future__ import annotations

from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any

from maild.cases import wording
from maild.cases.arrivals import Arrival
from maild.cases.case import Suggestion
from maild.cases.effects import Decision, Effect, Enrol, Inquire, Write
from maild.cases.instruction import Instruction, done, noted, refused
from maild.cases.world import Numbers, World
from maild.directory import Agency, Directory
from maild.directory.people import spelled_like, superior
from maild.directory.roster import is_addr_spec, is_plain
from maild.upkeep.commands import NAMED, concluded, told, welcoming
from maild.upkeep.coverage import asked as asked_words
from maild.upkeep.letters import held
from maild.upkeep.person import Person, from_facts
from maild.upkeep.post import Post, Posts

SHOWN = 5  # agencies that one question can mean
NEAR = 0.6  # likeness of a name that may have been meant


def offer(arrival: Arrival, agency_id: str, world: World, colleague: bool) -> tuple[Suggestion, ...]:
    """Somebody writes that another person is in charge now. Nothing changes before staff say so; what neither
    the old address nor the head says is first asked of them by a letter (T3)."""
    sender = arrival.message.sender
    vouched = not colleague and sender is not None and _vouches(world, agency_id, sender.address)
    address = arrival.meaning.fields.get("successor_address", "").lower()
    name = arrival.meaning.fields.get("successor_name", "")
    where = "alamat di luar daftar" if colleague else "bukan dari pejabat lama atau pimpinan"
    doubt = "" if vouched else f"; {where}, pastikan dahulu kepada pimpinan"
    seen = Suggestion("ok", f"sudah dibaca, data tidak diubah{doubt}")
    if not is_addr_spec(address) or not is_plain(name):
        ask_head = Suggestion("appoint", "minta nama dan alamatnya kepada pimpinan", agency_id=agency_id)
        return (seen, ask_head)
    who = f"{name} <{address}>" if name else address
    if not vouched:
        why = "tanyakan dahulu kepada pejabat lama atau pimpinan"
        return (seen, Suggestion("confirm", why, agency_id=agency_id, argument=who))
    return (
        Suggestion("enrol", "catat sebagai narahubung", agency_id=agency_id, argument=who),
        Suggestion("ignore", "data tidak diubah"),
    )


def _vouches(world: World, agency_id: str, address: str) -> bool:
    """The focal point's own address in the register, or that of the head above."""
    agency = world.directory.agencies.get(agency_id)
    point = agency.focal_point if agency else None
    own = point is not None and point.email == address
    return own or (agency is not None and address == superior(world.directory, agency_id))


def enrol(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`N ok` to the offer, or `enrol AGENCY NAME <ADDRESS>`; a welcome (L37) goes to a new address."""
    agency_id, _, who = instruction.command.argument.partition(" ")
    agency = world.directory.agencies.get(agency_id)
    if agency is None:
        return refused(instruction, f"instansi {agency_id} tidak ada dalam daftar")
    found = NAMED.fullmatch(who.strip())
    address = found["address"].lower() if found else ""
    if found is None or not is_addr_spec(address) or not is_plain(found["name"]):
        return refused(instruction, "tuliskan: enrol ID-INSTANSI NAMA <alamat@surel>")
    today = world.date_of(now)
    question = instruction.question
    said = from_facts(question.facts) if question and question.facts.get("address") == address else Person()
    same = agency.focal_point is not None and agency.focal_point.email == address
    cells = _cells(found["name"].strip(), address, said, today, same=same)
    effects: list[Effect] = [
        Enrol(agency_id, cells, instruction.by, inbox_id=question.inbox_id if question else None)
    ]
    effects += concluded(instruction, "enrolled")
    if instruction.case:
        effects.append(noted(instruction, "focal point"))
    post = _posts(instruction).posts.get(agency_id)
    welcome = ""
    if post is not None and not same:
        effects.append(Inquire(welcoming(post, address, now, instruction.by)))
        welcome = "; surat sambutan dikirim untuk memastikan alamatnya"
    outcome = f"{agency.name}: narahubung kini {who.strip()}{_in_force(cells)}{welcome}"
    return done(instruction, outcome, instruction.case, *effects)


def _cells(name: str, address: str, said: Person, today: date, *, same: bool) -> dict[str, str]:
    """What the register gets. Of the same person only what is new; another one brings nothing along of the
    former: neither term nor decree, private address nor telephone."""
    since = max(
        (day for day in (said.since, said.decree_date) if day and day <= today.isoformat()), default=""
    )
    until = said.until if said.until > today.isoformat() else ""
    new = {
        "focal_name": name,
        "focal_email": address,
        "appointed_on": since or today.isoformat(),
        "valid_until": until,
        "decree_number": said.decree_number,
        "decree_date": said.decree_date,
        "private_email": said.private,
        "phone": said.phone,
        "salutation": "",
        "proved_email": "",
        "confirmed_on": "",
    }
    if same:
        kept = ("private_email", "phone", "salutation", "proved_email", "confirmed_on")
        new = {c: v for c, v in new.items() if v or c not in kept}
    return {**new, **({"focal_role": said.role} if said.role and is_plain(said.role) else {})}


def _in_force(cells: dict[str, str]) -> str:
    decree = f", SK {cells['decree_number']}" if cells["decree_number"] else ""
    until = f", sampai {cells['valid_until']}" if cells["valid_until"] else ""
    return decree + until


def _posts(instruction: Instruction) -> Posts:
    return instruction.posts or Posts({}, {}, 0)


def tell_focal_point(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`siapa narahubung disdik buleleng?`: a mail (N10) with all that the register holds of the post."""
    officer = world.officer(instruction.by)
    assert officer is not None
    asked = instruction.command.argument
    posts = _posts(instruction)
    found = [a for a in meant(world.directory, asked) if a.id in posts.posts]
    values: dict[str, Any] = {
        "asked": asked,
        "posts": [_told(posts, posts.posts[agency.id], world) for agency in found[:SHOWN]],
        "near": []
        if found
        else [{"agency_name": a.name, "agency_id": a.id} for a in near(world.directory, asked)],
        "more": max(0, len(found) - SHOWN),
    }
    letter = Write("N10", officer.party, values, automatic="auto-replied")
    outcome = "; ".join(a.name for a in found[:SHOWN]) or f"tidak ada instansi bernama '{asked}' dalam daftar"
    return told(done(instruction, outcome, None, letter, settle=False))


_FULL = {"kab": "kabupaten", "kab.": "kabupaten", "prov": "provinsi", "prov.": "provinsi"}
_FILLERS = frozenset(("di", "dari", "untuk", "pada", "the", "of", "at", "for", "nya"))


def meant(directory: Directory, asked: str) -> tuple[Agency, ...]:
    """Agencies whose name has all the words; without the kind of region if that finds none."""
    words = [_FULL.get(w, w) for w in asked.lower().replace(",", " ").split() if w not in _FILLERS]
    for without in (
        (),
        ("kabupaten", "provinsi"),
        ("kabupaten", "provinsi", "kota", "dinas", "kantor", "badan"),
    ):
        kept = " ".join(w for w in words if w not in without)
        found = spelled_like(directory, kept) if kept else ()
        if found:
            return found
    return ()


def near(directory: Directory, asked: str) -> list[Agency]:
    """A few agencies whose name, alias or id looks like what was asked, the likest first."""
    wanted = asked.casefold()
    likeness = {
        agency.id: max(_like(wanted, name.casefold()) for name in (agency.name, *agency.aliases, agency.id))
        for agency in directory.agencies.values()
    }
    best = sorted((key for key, value in likeness.items() if value >= NEAR), key=lambda k: -likeness[k])
    return [directory.agencies[key] for key in best[:SHOWN]]


def _like(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR else 0.0


_STATE = {
    "vacant": "belum ada pejabat penghubung",
    "expired": "masa tugas telah berakhir; surat tidak dikirim kepadanya",
    "active": "aktif",
}
_ADDRESS = {
    "proved": "alamat terbukti",
    "unproved": "alamat belum dikonfirmasi",
    "bouncing": "surel terakhir kembali",
}


def _told(posts: Posts, post: Post, world: World) -> dict[str, Any]:
    """One agency: the person as an address line that can be copied, then everything held."""
    state = ", ".join(filter(None, (_STATE[post.state], _ADDRESS.get(post.address_state, ""))))
    asking = [one for key, one in posts.inquiries.items() if key[1] == post.agency.id]
    return {
        **held(post, world),
        "agency_name": post.agency.name,
        "agency_id": post.agency.id,
        "who": f"{post.name} <{post.email}>" if post.email else "",
        "state": state,
        "confirmed": wording.day(world, post.confirmed_on) if post.confirmed_on else "",
        "head": post.head,
        "asking": asked_words(max(asking, key=lambda one: one.id or 0, default=None)),
        "advice": f"appoint {post.agency.id}" if post.state != "active" and post.head else "",
    }
