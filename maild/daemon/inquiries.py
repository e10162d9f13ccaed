"""Mails about the register: the answers to inquiries, what comes back, a report that meets an empty post."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from maild.cases.arrivals import Arrival, held
from maild.cases.case import Suggestion
from maild.cases.effects import Ask, Decision, Proceed, Stop
from maild.daemon import keys
from maild.daemon.desk import Desk
from maild.daemon.posts import view
from maild.directory import Directory, agencies_of
from maild.directory import desk as desk_of
from maild.directory.people import known_domains
from maild.intent.correspondence import personal_complaint
from maild.intent.numbers import fold
from maild.store import upkeep
from maild.upkeep.answering import Answer, Writer, answered
from maild.upkeep.inquiry import Inquiry
from maild.upkeep.post import Post
from maild.upkeep.reading import Heard, read_answer

ASKED_AGAIN = timedelta(days=30)  # whether the head shall be asked for a focal point


def answers_inquiry(desk: Desk, arrival: Arrival, found: keys.Found) -> Decision | None:
    """The mail as the answer to an inquiry; None when it is none. A key only says which inquiry is meant:
    whether the writer may speak for the post is asked of the register (T1-T3)."""
    if found.case is not None and found.key != "number":
        return None  # it answers a letter about a report
    one, sure = _meant(desk, found)
    sender = desk.message.sender
    if one is None:
        return None
    if sender is None:
        return held(arrival, "sender", "pengirim tidak dapat dipastikan", _ways())
    if arrival.dmarc == "fail" or _unproven(desk, arrival):
        return held(arrival, "forged", "pengirim tidak lolos pemeriksaan keaslian (DMARC)", _ways())
    register_now = view(desk.tx, desk.room, desk.now, one.agency_ids)
    post = register_now.post(one.agency_id)
    if post is None:
        return held(arrival, "stray", "balasan atas surat kepada instansi yang telah berakhir", _ways())
    heard = _heard(desk, one, post)
    if not sure and (heard.sort in ("unclear", "interim") or personal_complaint(desk.message)):
        return None
    writer = _writer(desk, post, register_now.directory)
    answer = Answer(arrival.inbox_id, heard, writer, sender.address, found.case is not None)
    return answered(one, answer, post, desk.now, register_now.today)


def _ways() -> tuple[Suggestion, ...]:
    return (Suggestion("ignore", "tidak perlu tindakan"), Suggestion("spam", "bukan untuk kantor ini"))


def _unproven(desk: Desk, arrival: Arrival) -> bool:
    return desk.room.office.authentication.require_dmarc == "all" and arrival.dmarc != "pass"


def _meant(desk: Desk, found: keys.Found) -> tuple[Inquiry | None, bool]:
    """By the letter that it answers, by the private token, else by its writer where one thing only is asked;
    the latter is sure only when the mail names our letter."""
    if found.outbox_id is not None:
        return upkeep.of_letter(desk.tx, found.outbox_id), True
    by_token = upkeep.by_tokens(desk.tx, desk.room.key, keys.secrets(desk.room, desk.message))
    if by_token is not None:
        return by_token, True
    sender = desk.message.sender
    if sender is None or not agencies_of(desk.room.world.directory, sender.address):
        return None, False
    asked = upkeep.asked_of(desk.tx, desk.room.key, sender.address)
    if len(asked) != 1:
        return None, False
    one, letter_number = asked[0]
    words = fold(f"{desk.message.subject} {desk.message.new_text[:5000]}")
    return one, bool(letter_number) and fold(letter_number) in words


def _heard(desk: Desk, one: Inquiry, post: Post) -> Heard:
    message = desk.message
    own = {a.address for a in (*message.to, *message.cc)} | set(desk.room.own_addresses)
    own |= {post.email, post.head}
    return read_answer(message, one.kind, own, desk.today)


def _writer(desk: Desk, post: Post, directory: Directory) -> Writer:
    """As whom the register knows the writer for this post; a colleague writes from the agency's house."""
    sender = desk.message.sender
    assert sender is not None
    voice = post.voice(sender.address)
    if voice != "other":
        return voice
    houses = {agency.id for agency in known_domains(directory, sender.address)}
    above = {post.agency.id, post.agency.parent_id, post.agency.oversight_id}
    return "colleague" if houses & above else "other"


def machine_answers(desk: Desk, arrival: Arrival, found: keys.Found) -> Decision | None:
    """A bounce leads to the next addressee at once; an absence or a receipt is no answer (RFC 3834)."""
    if found.case is not None:
        return None
    one = upkeep.of_letter(desk.tx, found.outbox_id) if found.outbox_id is not None else None
    if one is None and found.outbox_id is None:
        one = upkeep.by_tokens(desk.tx, desk.room.key, keys.secrets(desk.room, desk.message))
    if one is None or one.id is None:
        return None
    if arrival.meaning.kind != "bounce":
        return Decision("threaded", f"upkeep: {arrival.meaning.kind}, no answer")
    bounce = desk.message.bounce
    addresses = [r.address for r in bounce.recipients] if bounce else []
    outbox_id = found.outbox_id
    if outbox_id is None:
        outbox_id = next(
            (n for a in addresses if (n := upkeep.last_letter(desk.tx, one.id, a)) is not None), None
        )
    if outbox_id is None:
        return Decision("ignored", "bounce of nothing that we sent")
    status = bounce.status if bounce else ""
    recipient = upkeep.recipient(desk.tx, outbox_id)
    stop = Stop(outbox_id, "failed", f"bounced {status}".strip())
    return Decision(
        "threaded", "upkeep: bounced", None, (stop, Proceed(undeliverable(one, recipient, desk.now)))
    )


def undeliverable(one: Inquiry, address: str, now: datetime) -> Inquiry:
    """The address is passed over from now on; while the ladder runs its next step is due at once."""
    dead = tuple(dict.fromkeys((*one.dead, address)))
    if one.state != "asked":
        return replace(one, dead=dead)
    bounced = one.kind == "confirmation" and address == one.about
    return replace(one, dead=dead, next_at=now, occasion="bounce" if bounced else one.occasion)


def undelivered(tx: Connection, outbox_id: int, fate: str, now: datetime) -> bool:
    """Whether this letter was one of an inquiry, which then goes its own way on."""
    one = upkeep.of_letter(tx, outbox_id) if fate in ("bounced", "refused", "given_up", "stale") else None
    if one is None:
        return False
    upkeep.save(tx, undeliverable(one, upkeep.recipient(tx, outbox_id), now), now)
    return True


def offer_appointments(desk: Desk, decision: Decision) -> None:
    """'X has no focal point', put to staff beside the report that met it, with the letter to the head as the
    answer. It is no question of the case: seldom, and not while the head is being asked."""
    if decision.disposition != "opened" or desk.room.office.upkeep.appointment == "auto":
        return
    directory, today = desk.room.world.directory, desk.today
    for agency_id in _met(decision):
        if agency_id not in directory.agencies or desk_of(directory, agency_id, today).state == "active":
            continue  # nearly always: nothing is looked up
        post = view(desk.tx, desk.room, desk.now, [agency_id]).post(agency_id)
        if post is not None and post.state != "active" and post.head and not _known_vacancy(desk, agency_id):
            desk.ledger().ask(_vacancy(post), None)


def _met(decision: Decision) -> list[str]:
    """The agencies that the report is for, or most likely for."""
    ids = list(decision.case.agency_ids) if decision.case else []
    for effect in decision.effects:
        if isinstance(effect, Ask) and effect.reason in ("route", "desk"):
            ids += [effect.agency_id] if effect.agency_id else []
            ids += [s.agency_id for s in effect.suggestions[:1] if s.agency_id]
    return list(dict.fromkeys(ids))


def _known_vacancy(desk: Desk, agency_id: str) -> bool:
    since = desk.now - ASKED_AGAIN
    if upkeep.asked_lately(desk.tx, desk.room.key, "vacancy", agency_id, since):
        return True
    return any(one.kind == "appointment" for one in upkeep.open_ones(desk.tx, desk.room.key, [agency_id]))


def _vacancy(post: Post) -> Ask:
    words = "belum ada pejabat penghubung" if post.state == "vacant" else f"masa tugas berakhir {post.until}"
    ways = (
        Suggestion("appoint", "minta penunjukan kepada pimpinan", agency_id=post.agency.id),
        Suggestion("ignore", "belum diperlukan"),
    )
    return Ask("vacancy", f"{post.agency.name}: {words}", "intake", ways, post.agency.id)
