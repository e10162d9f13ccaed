"""What staff write about the register: appoint, welcome, confirm, correct, coverage. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from maild.cases.effects import Conclude, Decision, Effect, Enrol, Inquire, Outcome, Write
from maild.cases.instruction import Instruction, done, refused
from maild.cases.world import Numbers, World
from maild.directory.roster import is_addr_spec, is_plain
from maild.upkeep import coverage, starting
from maild.upkeep.answering import succession
from maild.upkeep.inquiry import Inquiry
from maild.upkeep.ladder import reachable
from maild.upkeep.person import Person
from maild.upkeep.post import Post, Posts

EVERYBODY = frozenset({"new", "baru", "semua", "all"})
FEW = 3  # so many of one command leave at once; more wait for their turn
NAMED = re.compile(r"(?P<name>[^<>]{0,120}?)\s*<?(?P<address>[^\s<>]+@[^\s<>]+)>?")


def appoint(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`12 appoint`, `appoint AGENCY …`, `appoint all`: L29 to the head of each vacant or expired post."""
    chosen = _chosen(instruction, lambda post: post.state != "active")
    if isinstance(chosen, str):
        return refused(instruction, chosen)
    begun, said = [], []
    for post in chosen:
        running = _posts(instruction).inquiries.get(("appointment", post.agency.id))
        if not post.head:
            said.append(f"{post.agency.name}: alamat pimpinan belum tercatat (kolom superior_email)")
        elif running is not None and running.state == "asked":
            said.append(f"{post.agency.name}: sudah diminta sejak {running.begun_at.date()}")
        else:
            occasion = post.state if post.state != "active" else "staff"
            key = f"appoint/{post.agency.id}/{now.isoformat()}"
            begun.append(starting.appointment(post, occasion, key, now, instruction.by))
    return _begun(instruction, begun, said, "permohonan penunjukan kepada pimpinan")


def welcome(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`welcome AGENCY …`, `welcome new`: L37, and a tracked answer."""
    chosen = _chosen(instruction, lambda post: post.address_state == "unproved")
    if isinstance(chosen, str):
        return refused(instruction, chosen)
    posts = _posts(instruction)
    said = [
        f"{p.agency.name}: belum ada pejabat penghubung yang aktif" for p in chosen if p.state != "active"
    ]
    begun = starting.welcomes(chosen, now, instruction.by, posts.running())
    return _begun(instruction, begun, said, "surat sambutan")


def confirm(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`confirm AGENCY`: is this still you (L30); `confirm AGENCY NAME <ADDRESS>`: does X take over (L38)."""
    agency_id, _, who = instruction.command.argument.partition(" ")
    if "@" in who:
        return _ask_whether(instruction, agency_id, who, now)
    chosen = _chosen(instruction, lambda post: post.state == "active")
    if isinstance(chosen, str):
        return refused(instruction, chosen)
    begun, said = [], []
    for post in chosen:
        occasion = "bounce" if post.address_state == "bouncing" else "staff"
        one = starting.confirmation(
            post, occasion, f"confirm/{post.agency.id}/{now.isoformat()}", now, instruction.by
        )
        if post.state != "active":
            said.append(
                f"{post.agency.name}: belum ada pejabat penghubung yang aktif; gunakan appoint "
                f"{post.agency.id}"
            )
        elif not reachable(one, post):
            said.append(f"{post.agency.name}: tidak ada alamat yang dapat disurati")
        elif ("confirmation", post.agency.id) in _posts(instruction).running():
            said.append(f"{post.agency.name}: sudah ditanyakan")
        else:
            begun.append(one)
    return _begun(instruction, begun, said, "permohonan konfirmasi")


def _ask_whether(instruction: Instruction, agency_id: str, who: str, now: datetime) -> Decision:
    found = NAMED.fullmatch(who.strip())
    post = _posts(instruction).posts.get(agency_id)
    address = found["address"].lower() if found else ""
    if post is None:
        return refused(instruction, f"instansi {agency_id} tidak ada dalam daftar")
    if found is None or not is_addr_spec(address) or not is_plain(found["name"]):
        return refused(instruction, "tuliskan: confirm ID-INSTANSI NAMA <alamat@surel>")
    one = succession(post, Person(name=found["name"].strip(), address=address), now, instruction.by)
    if not reachable(one, post):
        return refused(
            instruction, f"{post.agency.name}: tidak ada pejabat lama atau pimpinan yang dapat ditanya"
        )
    outcome = f"{post.agency.name}: pergantian kepada {who.strip()} ditanyakan dahulu (L38)"
    return done(instruction, outcome, instruction.case, Inquire(one))


def correct(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`12 ok` or `12 correct` to corrections that a focal point sent."""
    question = instruction.question
    cells = (
        {k.removeprefix("cell_"): v for k, v in question.facts.items() if k.startswith("cell_")}
        if question
        else {}
    )
    post = _posts(instruction).posts.get(question.agency_id or "") if question else None
    if question is None or not cells or post is None:
        return refused(
            instruction,
            "tidak ada perbaikan data pada butir ini; tuliskan nomor butirnya, misalnya: 12 correct",
        )
    bad = next((v for c, v in cells.items() if "email" in c and not is_addr_spec(v)), None)
    if bad is not None or not all(is_plain(v) for v in cells.values()):
        return refused(instruction, f"isian tidak dapat dicatat: {bad or 'tanda khusus pada awal isian'}")
    effects: list[Effect] = [
        Enrol(post.agency.id, cells, instruction.by, "correction, confirmed by staff", question.inbox_id)
    ]
    effects += concluded(instruction, "corrected")
    if cells.get("focal_email", post.email) != post.email:
        effects.append(Inquire(welcoming(post, cells["focal_email"], now, instruction.by)))
    return done(instruction, f"{post.agency.name}: data diperbaiki", instruction.case, *effects)


def welcoming(post: Post, address: str, now: datetime, by: str) -> Inquiry:
    """The welcome (L37) to a new address of a post: its holder's answer proves it."""
    fresh = starting.enrolment(post, f"enrolled/{post.agency.id}/{address}/{now.isoformat()}", now, by)
    return replace(fresh, about=address, batch=False)


def concluded(instruction: Instruction, outcome: str) -> list[Effect]:
    """The inquiry that the question came from is done."""
    number = instruction.question.facts.get("inquiry", "") if instruction.question else ""
    return [Conclude(int(number), outcome)] if number.isdigit() else []


def report_coverage(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """`coverage`, `cakupan Kabupaten Badung`: N09 to the one who asked."""
    officer = world.officer(instruction.by)
    assert officer is not None
    where = instruction.command.argument
    today = world.date_of(now)
    posts = _posts(instruction)
    every = coverage.lines(list(posts.posts.values()), today, posts.inquiries)
    found = coverage.in_region(every, where)
    if not found:
        regions = sorted({line.post.agency.region for line in every})
        return refused(
            instruction, f"wilayah '{where}' tidak ada dalam daftar; ada: {', '.join(regions[:12])}"
        )
    values = coverage.as_values(found, where, today, world)
    letter = Write("N09", officer.party, values, automatic="auto-replied")
    return told(done(instruction, values["intro"], None, letter, settle=False))


def told(decision: Decision) -> Decision:
    """Its own letter tells the outcome."""
    return replace(
        decision, outcomes=tuple(Outcome(o.line, o.ok, o.outcome, told=True) for o in decision.outcomes)
    )


def _posts(instruction: Instruction) -> Posts:
    return instruction.posts or Posts({}, {}, 0)


def _chosen(instruction: Instruction, fits: Callable[[Post], bool]) -> list[Post] | str:
    """The posts that a command names, or why none: by id, all that fit, or that of its question."""
    posts = _posts(instruction).posts
    words = instruction.command.argument.replace(",", " ").split()
    if not words and instruction.question is not None and instruction.question.agency_id:
        words = [instruction.question.agency_id]
    if not words:
        return (
            "tuliskan ID instansi, misalnya: "
            + f"{instruction.command.verb} {next(iter(posts), 'disdik-contoh')}"
        )
    if len(words) == 1 and words[0].lower() in EVERYBODY:
        found = [post for post in posts.values() if fits(post)]
        return found or "tidak ada yang memerlukannya"
    unknown = [w for w in words if w.lower() not in posts]
    if unknown:
        return f"instansi tidak ada dalam daftar: {', '.join(unknown)}"
    return [posts[w.lower()] for w in dict.fromkeys(words)]


def _begun(instruction: Instruction, begun: list[Inquiry], said: list[str], what: str) -> Decision:
    if not begun:
        return refused(instruction, "; ".join(said) or "tidak ada yang perlu dikirim")
    few = len(begun) <= FEW
    effects = [Inquire(replace(one, batch=not few)) for one in begun]
    per_day = _posts(instruction).per_day
    pace = "" if few or len(begun) <= per_day else f", paling banyak {per_day} sehari pada hari kerja"
    outcome = f"{len(begun)} {what} dikirim{pace}"
    return done(instruction, "; ".join((outcome, *said)), instruction.case, *effects)
