"""The register kept alive: what is due is asked, what comes back is understood, what staff want is looked up."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, insert, select

from maild.calendar import next_send_moment, next_working_day
from maild.cases.arrivals import Arrival, held
from maild.cases.case import Party, Suggestion
from maild.cases.effects import Ask, Decision, Proceed, Stop, Write
from maild.daemon import keys
from maild.daemon.desk import Desk
from maild.daemon.ledger import Ledger, keep, numbers
from maild.daemon.room import Room
from maild.directory import Directory
from maild.directory.people import known_domains
from maild.directory.roster import directory_of, live
from maild.directory.sheet import Row
from maild.intent.correspondence import personal_complaint
from maild.intent.numbers import fold
from maild.store import Store, StoreRefused, StoreUnavailable, register, upkeep
from maild.store.schema import daily
from maild.upkeep import coverage
from maild.upkeep.answering import Answer, Writer, answered
from maild.upkeep.inquiry import Inquiry
from maild.upkeep.ladder import climb
from maild.upkeep.post import Post, Posts, post_of
from maild.upkeep.reading import Heard, read_answer
from maild.upkeep.starting import UNANSWERED, Known, Settings, due

log = logging.getLogger(__name__)

HORIZON = timedelta(days=180)  # within which letters count towards a long silence
SILENCE = timedelta(days=30)  # less than that is one letter that is late, with its reminders
LATE = timedelta(days=3)  # that the monthly report may be late, when nobody was at work


@dataclass(frozen=True, slots=True)
class View:
    """The register at this moment: a mail of the same round may have changed it since the room was made."""

    directory: Directory
    rows: dict[str, Row]
    bouncing: frozenset[str]
    today: date

    def post(self, agency_id: str) -> Post | None:
        row = self.rows.get(agency_id)
        known = row is not None and agency_id in self.directory.agencies
        return post_of(self.directory, agency_id, row, self.today, self.bouncing) if known and row else None

    def posts(self) -> list[Post]:
        return [post for agency_id in self.rows if (post := self.post(agency_id)) is not None]


def view(connection: Connection, room: Room, now: datetime, agency_ids: Sequence[str] | None = None) -> View:
    """Of the whole register, or of some agencies (then only their rows and addresses are looked up)."""
    same = register.newest(connection, room.key) == room.newest_change
    today = _today(room, now)
    if same and agency_ids is not None:
        rows = {
            k: r for agency_id in agency_ids for k, r in register.row(connection, room.key, agency_id).items()
        }
        return View(room.world.directory, rows, register.bouncing(connection, room.key, _emails(rows)), today)
    every = register.rows(connection, room.key)
    directory = room.world.directory if same else directory_of(every, today)
    rows = live(every, today)
    if agency_ids is None:
        return View(directory, rows, register.bouncing(connection, room.key), today)
    rows = {key: rows[key] for key in agency_ids if key in rows}
    return View(directory, rows, register.bouncing(connection, room.key, _emails(rows)), today)


def _emails(rows: Mapping[str, Row]) -> list[str]:
    return [row["focal_email"].lower() for row in rows.values() if row.get("focal_email")]


def posts(self) -> list[Post]:
    return [post for agency_id in self.rows if (post := self.post(agency_id)) is not None]


def view(connection: Connection, room: Room, now: datetime, agency_ids: Sequence[str] | None = None) -> View:
    """Of the whole register, or of some agencies (then only their rows and addresses are looked up)."""
    same = register.newest(connection, room.key) == room.newest_change
    today = _today(room, now)
    if same and agency_ids is not None:
        rows = {
            k: r for agency_id in agency_ids for k, r in register.row(connection, room.key, agency_id).items()
        }
        emails = [row["focal_email"].lower() for row in rows.values() if row.get("focal_email")]
        return View(room.world.directory, rows, register.bouncing(connection, room.key, emails), today)
    every = register.rows(connection, room.key)
    directory = room.world.directory if same else directory_of(every)
    rows = live(every)
    wanted = rows if agency_ids is None else {k: rows[k] for k in agency_ids if k in rows}
    emails = (
        None
        if agency_ids is None
        else [r["focal_email"].lower() for r in wanted.values() if r.get("focal_email")]
    )
    return View(directory, wanted, register.bouncing(connection, room.key, emails), today)


def posts(connection: Connection, room: Room, now: datetime) -> Posts:
    """For the commands of staff."""
    every = {post.agency.id: post for post in view(connection, room, now).posts()}
    return Posts(every, upkeep.latest(connection, room.key), room.office.upkeep.letters_per_day)


# ---- time ----------------------------------------------------------------------------------------------


def tend(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """Begins what is due, once a working day, and takes every due step; how many steps. Within office hours
    only: nothing here is urgent. The database knows what was begun and how far it is (R21)."""
    if next_send_moment(room.world.calendar, now) > now:
        return 0
    with store.reading() as connection:
        fresh = not _done_today(connection, room, now)
    if fresh:
        _begin_the_day(store, room, key, now)
    with store.reading() as connection:
        waiting = upkeep.due(connection, room.key, now)
        if not waiting:
            return 0
        midnight = datetime.combine(_today(room, now), time(0), room.office.identity.zone)
        left = room.office.upkeep.letters_per_day - upkeep.letters_since(connection, room.key, midnight)
    done = 0
    for one in waiting:
        if one.batch and left <= 0:
            continue  # another day; what staff wait for is not held up by it
        try:
            written = _step(store, room, key, one, now)
        except (StoreUnavailable, StoreRefused):
            raise
        except Exception as error:
            log.error("inquiry %s: its step cannot be taken: %s", one.id, type(error).__name__)
            continue
        left -= written
        done += 1
    return done


def _step(store: Store, room: Room, key: bytes, seen: Inquiry, now: datetime) -> int:
    """One step in one transaction; the number of letters. Another process may have been faster."""
    assert seen.id is not None
    with store.transaction() as tx:
        one = upkeep.load(tx, seen.id)
        if one is None or one.state != "asked" or one.rung != seen.rung or one.next_at != seen.next_at:
            return 0
        register_now = view(tx, room, now, one.agency_ids)
        world = replace(room.world, directory=register_now.directory)
        used = numbers(tx, room, now)
        after, effects = climb(one, register_now.post(one.agency_id), now, world, used)
        keep(tx, room, now, used)
        upkeep.save(tx, after, now)
        book = Ledger(tx, room, key, now, f"{room.key}/inquiry/{one.id}/{one.rung}/{len(one.dead)}")
        letters = 0
        for effect in effects:
            if isinstance(effect, Write):
                letters += _write(tx, book, one, effect, now)
            else:
                book.apply(effect, None)
    log.info("inquiry %d: %s, step %d", seen.id, after.state, after.rung)
    return letters


def _write(tx: Connection, book: Ledger, one: Inquiry, letter: Write, now: datetime) -> int:
    assert one.id is not None
    earlier = upkeep.message_ids(tx, one.id, letter.to.address)
    outbox_id = book.write(replace(letter, answers=earlier[-1] if earlier else None), None)
    if outbox_id is None:
        return 0
    upkeep.link(tx, one.id, outbox_id, now)
    return 1


def _done_today(connection: Connection, room: Room, now: datetime) -> bool:
    query = select(daily.c.day).where(
        daily.c.office == room.key, daily.c.name == "upkeep", daily.c.day == _today(room, now)
    )
    return connection.scalar(query) is not None


def _begin_the_day(store: Store, room: Room, key: bytes, now: datetime) -> None:
    """A fault here keeps nothing else from being done; it is tried again at the next tick."""
    try:
        _daily(store, room, key, now)
    except (StoreUnavailable, StoreRefused):
        raise
    except Exception as error:
        log.error("office %s: the day's inquiries cannot be begun: %s", room.key, type(error).__name__)


def _daily(store: Store, room: Room, key: bytes, now: datetime) -> None:
    """What the day begins, all in one transaction: nothing is begun twice, and what does not fit into the day
    is found again tomorrow."""
    settings = settings_of(room)
    with store.transaction() as tx:
        if _done_today(tx, room, now):
            return
        tx.execute(insert(daily).values(office=room.key, name="upkeep", address="", day=_today(room, now)))
        register_now = view(tx, room, now)
        every = register_now.posts()
        known = _known(tx, room, now)
        found = due(every, known, settings, now, register_now.today)[: settings.letters_per_day]
        for one in found:
            upkeep.begin(tx, room.key, one, now)
        book = Ledger(tx, room, key, now, f"{room.key}/upkeep/{register_now.today}")
        _tell_terms(book, room, [one for one in found if one.kind == "term"], register_now)
        _tell_coverage(tx, book, room, every, now)
    if found:
        log.info("office %s: %d inquiries begun", room.key, len(found))


def settings_of(room: Room) -> Settings:
    own = room.office.upkeep
    return Settings(own.appointment, own.confirmation, own.letters_per_day)


def _known(tx: Connection, room: Room, now: datetime) -> Known:
    zone = room.office.identity.zone
    since = {k: at.astimezone(zone).date() for k, at in upkeep.known_since(tx, room.key).items()}
    running = [
        (one.kind, agency_id) for one in upkeep.open_ones(tx, room.key) for agency_id in one.agency_ids
    ]
    failed = register.failures(tx, room.key)
    silent = upkeep.unheard(tx, room.key, now - HORIZON, now - SILENCE, UNANSWERED)
    return Known(since, failed, silent, frozenset(running), upkeep.keys(tx, room.key))


def _tell_terms(book: Ledger, room: Room, begun: Sequence[Inquiry], register_now: View) -> None:
    """Staff are told of a term once, on the day on which its holder is."""
    if not begun:
        return
    ending = [post for one in begun if (post := register_now.post(one.agency_id)) is not None]
    lines = coverage.lines(ending, register_now.today, {})
    values = coverage.as_values(lines, "", register_now.today, room.world)
    values |= {
        "title": f"{len(lines)} masa tugas pejabat penghubung segera berakhir",
        "intro": "Pemberitahuan kami sampaikan kepada pejabat yang bersangkutan, kemudian kepada pimpinannya.",
        "figures": [],
        "by_region": [],
        "by_sector": [],
    }
    for officer in room.world.officers("intake"):
        book.write(Write("N09", Party("staff", officer.name, officer.address), values), None)


def _tell_coverage(tx: Connection, book: Ledger, room: Room, every: Sequence[Post], now: datetime) -> None:
    """N09 to the heads on the first working day of the month, if anything is open."""
    today = _today(room, now)
    first = today.replace(day=1)
    begins = next_working_day(room.world.calendar, first)
    if not begins <= today <= begins + LATE:
        return
    lines = coverage.lines(every, today, upkeep.latest(tx, room.key))
    if not any(line.gap in coverage.OPEN for line in lines):
        return
    which = {"office": room.key, "name": "coverage", "address": "", "day": first}
    told = select(daily.c.day).where(*(daily.c[name] == value for name, value in which.items()))
    if tx.scalar(told) is not None:
        return
    tx.execute(insert(daily).values(**which))
    values = coverage.as_values(lines, "", today, room.world)
    for officer in room.world.officers("head"):
        book.write(Write("N09", Party("staff", officer.name, officer.address), values), None)


def _today(room: Room, now: datetime) -> date:
    return now.astimezone(room.office.identity.zone).date()


# ---- answers -------------------------------------------------------------------------------------------


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
    """By the letter that it answers, by the private token, else by its writer where we ask him one thing only;
    the latter is sure only when the mail names our letter."""
    if found.outbox_id is not None:
        return upkeep.of_letter(desk.tx, found.outbox_id), True
    by_token = upkeep.by_tokens(desk.tx, desk.room.key, keys.secrets(desk.room, desk.message))
    if by_token is not None:
        return by_token, True
    sender = desk.message.sender
    asked = upkeep.asked_of(desk.tx, desk.room.key, sender.address) if sender else []
    if len(asked) != 1:
        return None, False
    one, letter_number = asked[0]
    words = fold(f"{desk.message.subject} {desk.message.new_text[:5000]}")
    return one, bool(letter_number) and fold(letter_number) in words


def _heard(desk: Desk, one: Inquiry, post: Post) -> Heard:
    message = desk.message
    own = {a.address for a in (*message.senders, *message.to, *message.cc)} | set(desk.room.own_addresses)
    own |= {post.email, post.head}
    return read_answer(message, one.kind, own, _today(desk.room, desk.now))


def _writer(desk: Desk, post: Post, directory: Directory) -> Writer:
    """As whom the register knows the writer for this post; a colleague has an address of the agency's house."""
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
    status = next((r.status for r in bounce.recipients if r.status), "") if bounce else ""
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


# ---- a report meets a post without anybody -------------------------------------------------------------

ASKED_AGAIN = timedelta(days=30)


def offer_appointments(desk: Desk, decision: Decision) -> None:
    """'X has no focal point', put to staff beside the report that met it, with the letter to the head as the
    answer. It is no question of the case: seldom, and not while the head is being asked."""
    if decision.disposition != "opened" or desk.room.office.upkeep.appointment == "auto":
        return
    for agency_id in _met(decision):
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
