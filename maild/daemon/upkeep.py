"""The register kept alive by time: what is due is begun once a day, and every due step taken."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from sqlalchemy import Connection, insert, select

from maild.calendar import next_send_moment, next_working_day
from maild.cases.effects import Write
from maild.daemon.ledger import Ledger
from maild.daemon.numbering import numbers
from maild.daemon.posts import View, view
from maild.daemon.room import Room
from maild.store import Store, StoreRefused, StoreUnavailable, register, upkeep
from maild.store.schema import daily
from maild.upkeep import coverage
from maild.upkeep.inquiry import Inquiry
from maild.upkeep.ladder import climb
from maild.upkeep.post import Post
from maild.upkeep.starting import UNANSWERED, Known, Settings, due, keys

log = logging.getLogger(__name__)

HORIZON = timedelta(days=180)  # within which letters count towards a long silence
SILENCE = timedelta(days=30)  # less than that is one letter that is late, with its reminders
LATE = timedelta(days=3)  # that the monthly report may be late, when nobody was at work


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
        midnight = datetime.combine(room.world.date_of(now), time(0), room.office.identity.zone)
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
        with numbers(tx, room, now) as lent:
            after, effects = climb(one, register_now.post(one.agency_id), now, world, lent)
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
        daily.c.office == room.key, daily.c.name == "upkeep", daily.c.day == room.world.date_of(now)
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
        tx.execute(
            insert(daily).values(office=room.key, name="upkeep", address="", day=room.world.date_of(now))
        )
        register_now = view(tx, room, now)
        every = register_now.posts()
        known = _known(tx, room, every, now)
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


def _known(tx: Connection, room: Room, every: Sequence[Post], now: datetime) -> Known:
    # Only then does anybody ask what goes through all letters.
    asks = settings_of(room).confirmation == "auto"
    known = Known(
        since={key: room.world.date_of(at) for key, at in upkeep.changed(tx, room.key).items()},
        failed=register.failures(tx, room.key) if asks else {},
        silent=upkeep.unheard(tx, room.key, now - HORIZON, now - SILENCE, UNANSWERED) if asks else {},
        running=frozenset((o.kind, a) for o in upkeep.open_ones(tx, room.key) for a in o.agency_ids),
    )
    possible = keys(every, known, settings_of(room), now, room.world.date_of(now))
    return replace(known, keys=upkeep.begun(tx, room.key, possible))


def _tell_terms(book: Ledger, room: Room, begun: Sequence[Inquiry], register_now: View) -> None:
    """Staff are told of a term once, on the day on which its holder is."""
    if not begun:
        return
    ending = [post for one in begun if (post := register_now.post(one.agency_id)) is not None]
    lines = coverage.lines(ending, register_now.today, {})
    values = coverage.as_values(lines, "", register_now.today, room.world)
    values |= {
        "title": f"{len(lines)} masa tugas pejabat penghubung segera berakhir",
        "intro": "Pemberitahuan disampaikan kepada pejabat yang bersangkutan, kemudian kepada pimpinan.",
        "figures": [],
        "by_region": [],
        "by_sector": [],
    }
    for officer in room.world.officers("intake"):
        book.write(Write("N09", officer.party, values), None)


def _tell_coverage(tx: Connection, book: Ledger, room: Room, every: Sequence[Post], now: datetime) -> None:
    """N09 to the heads on the first working day of the month, if anything is open."""
    today = room.world.date_of(now)
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
        book.write(Write("N09", officer.party, values), None)
