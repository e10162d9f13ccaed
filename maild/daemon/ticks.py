"""What time does: due rungs, the officers' morning list, lists of open questions, letters of unknown fate.

Each function is one step that tests call; the clock only decides when they run. The database knows what is
due, so a missed, late or double tick changes nothing (R21).
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from maild.calendar import next_send_moment
from maild.cases import wording
from maild.cases.case import Case, Party, Suggestion
from maild.cases.effects import Ask, Write
from maild.cases.elapsed import DueRung, addressee, time_passes
from maild.cases.repeated import DUPLICATE
from maild.cases.undelivered import Fate, Undelivered, undelivered
from maild.cases.world import Officer
from maild.daemon import inquiries, pairs
from maild.daemon.ledger import Ledger
from maild.daemon.room import Room
from maild.store import Store, StoreRefused, StoreUnavailable, casebook, inbox, outbox, questions
from maild.store.schema import case as case_table
from maild.store.schema import daily
from maild.store.schema import deadline as deadline_table
from maild.store.schema import outbox as outbox_table

log = logging.getLogger(__name__)

PROMPT = ("phone",)  # rungs that do not wait for office hours: everything urgent leaves at once


def climb(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """Acts on every due rung; returns how many. Of several missed rungs of one deadline only the latest."""
    with store.reading() as connection:
        rows = casebook.due_rungs(connection, room.key, now)
        dues, skipped = _latest(connection, rows, room, now)
    today = now.astimezone(room.office.identity.zone).date()
    groups: dict[str, list[tuple[int, DueRung]]] = defaultdict(list)
    for timer_id, due in dues:
        groups[addressee(due, room.world, today)].append((timer_id, due))
    for group in groups.values():
        try:
            _climb_together(store, room, key, group, now)
        except (casebook.Conflict, StoreUnavailable, StoreRefused):
            raise
        except Exception as error:
            # One addressee's fault keeps nobody else from being reminded; its rungs wait and are tried again.
            log.error("tick: %d rungs cannot be acted on: %s", len(group), type(error).__name__)
            _tell_fault(store, room, key, group, type(error).__name__, now)
    if skipped:
        with store.transaction() as tx:
            casebook.tick_off(tx, skipped, "skipped", now)
    return len(dues)


def _tell_fault(
    store: Store, room: Room, key: bytes, group: Sequence[tuple[int, DueRung]], fault: str, now: datetime
) -> None:
    """Once, until somebody has answered: the admin learns which cases are not reminded."""
    cases = ", ".join(dict.fromkeys(due.case.number for _, due in group[:10]))
    why = f"pengingat tidak dapat dibuat ({fault}): {cases}"
    with store.transaction() as tx:
        ask = Ask("fault", why, "admin", (Suggestion("ok", "sudah ditangani"),))
        Ledger(tx, room, key, now, f"{room.key}/fault/{group[0][0]}").ask(ask, None)


def tell_list_faults(store: Store, room: Room, key: bytes, now: datetime) -> None:
    """An agency list with faults is not used; an admin is told what is wrong in it, once until the answer."""
    if not room.list_faults:
        return
    shown, more = room.list_faults[:10], len(room.list_faults) - 10
    why = "daftar instansi tidak dapat dipakai, daftar lama tetap berlaku: " + "; ".join(shown)
    why += f"; dan {more} lagi" if more > 0 else ""
    with store.transaction() as tx:
        ask = Ask("agency_list", why, "admin", (Suggestion("ok", "sudah diperbaiki"),))
        Ledger(tx, room, key, now, f"{room.key}/list_faults/{now.isoformat()}").ask(ask, None)


def _latest(
    connection: Connection, rows: Sequence[Row[Any]], room: Room, now: datetime
) -> tuple[list[tuple[int, DueRung]], list[int]]:
    """The last due rung of each deadline (telephone prompts apart), if it may be sent at this hour."""
    office_hours = next_send_moment(room.world.calendar, now) <= now
    cases: dict[int, Case] = {}
    latest: dict[int, tuple[int, DueRung]] = {}
    skipped: list[int] = []
    due_list: list[tuple[int, DueRung]] = []
    for row in rows:
        case = cases.setdefault(row.case_id, casebook.load(connection, row.case_id))
        deadline = next(d for d in case.deadlines if d.id == row.deadline_id)
        due = DueRung(case, deadline, row.rung)
        if due.step.action in PROMPT:
            due_list.append((row.id, due))
        elif office_hours:
            if row.deadline_id in latest:
                skipped.append(latest[row.deadline_id][0])
            latest[row.deadline_id] = (row.id, due)
    return due_list + list(latest.values()), skipped


def _climb_together(
    store: Store, room: Room, key: bytes, group: Sequence[tuple[int, DueRung]], now: datetime
) -> None:
    """All rungs that speak to one person, in one transaction: the letters and the ticks that made them."""
    with store.transaction() as tx:
        ids = [timer_id for timer_id, _ in group]
        if casebook.tick_off(tx, ids, "done", now) != len(ids):
            tx.rollback()
            return  # another tick was faster; the next one sees what is left
        result = time_passes([due for _, due in group], now, room.world)
        by_id = {due.case.id: due.case for _, due in group}
        for case_id, effects in result.by_case.items():
            book = Ledger(tx, room, key, now, f"{room.key}/tick/{ids[0]}/{case_id}")
            for effect in effects:
                book.apply(effect, by_id[case_id])
        digest_book = Ledger(tx, room, key, now, f"{room.key}/digest/{ids[0]}")
        for letter in result.digests:
            digest_book.write(letter, None)
    log.info("tick: %d rungs in %d cases", len(group), len(by_id))


def announce(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """N01: new questions go to those who answer them, one list a person. Returns how many questions."""
    with store.transaction() as tx:
        rows = questions.open_ones(tx, room.key, unannounced=True)
        if not rows:
            return 0
        by_officer: dict[Officer, list[Row[Any]]] = defaultdict(list)
        for row in rows:
            if row.reason == DUPLICATE and pairs.side_by_side(tx, room, key, row, _answerers(room, row), now):
                continue
            for officer in _answerers(room, row):
                by_officer[officer].append(row)
        book = Ledger(tx, room, key, now, f"{room.key}/list/{rows[0].id}/{rows[-1].id}/{len(rows)}")
        for officer, own in by_officer.items():
            book.write(_list(tx, room, officer, own), None)
        questions.announced(tx, [r.id for r in rows], now)
    return len(rows)


def _answerers(room: Room, row: Row[Any]) -> tuple[Officer, ...]:
    """A question of a case goes to its officer, for the heads beside them; others to whoever has the role."""
    world = room.world
    if row.audience in ("examiner", "head") and row.case_id is not None:
        officer = world.officer(row.owner or "")
        heads = world.officers("head") if row.audience == "head" else ()
        if officer is not None:
            return tuple(dict.fromkeys((officer, *heads)))
    return world.officers(row.audience)


def _list(tx: Connection, room: Room, officer: Officer, rows: Iterable[Row[Any]]) -> Write:
    items = [_item(tx, room, row) for row in rows]
    help_line = (
        "Balas surel ini, satu baris per butir: nomor lalu perintah. Tulis `N show` untuk surel aslinya."
    )
    values = {"items": items, "commands_help": help_line}
    urgent = any(row.urgent for row in rows)
    return Write("N01", Party("staff", officer.name, officer.address), values, urgent=urgent)


def _item(tx: Connection, room: Room, row: Row[Any]) -> dict[str, Any]:
    question = questions.as_question(row)
    number = row.case_number or ""
    return {
        "id": question.id,
        "since_words": wording.day(room.world, row.since),
        "why": f"{number}: {question.why}" if number and number not in question.why else question.why,
        "sender": row.sender or "-",
        "subject": row.subject or "-",
        "excerpt": question.facts.get("excerpt") or _excerpt(tx, question.inbox_id, question.outbox_id),
        "suggestions": wording.suggestion_lines(question.id, question.suggestions),
    }


def _excerpt(tx: Connection, inbox_id: int | None, outbox_id: int | None) -> str:
    """The first words of the mail, or of the draft letter, that the question is about."""
    from maild.message import Unreadable, read

    if inbox_id is not None:
        message = read(inbox.load_one(tx, inbox_id).raw)
    elif outbox_id is not None:
        raw = tx.scalar(select(outbox_table.c.raw).where(outbox_table.c.id == outbox_id))
        message = read(raw or b"")
    else:
        return ""
    if isinstance(message, Unreadable):
        return ""
    limit = 300 if inbox_id is not None else 1500
    return wording.excerpt(message.new_text or message.text, limit)


def morning(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """N02: each officer's own cases, once a working day within office hours, if there is anything to say."""
    if next_send_moment(room.world.calendar, now) > now:
        return 0
    today = now.astimezone(room.office.identity.zone).date()
    written = 0
    with store.transaction() as tx:
        told = set(tx.scalars(_told(room, today)))
        fresh = [o for o in room.world.staff if o.address not in told]
        if not fresh:
            return 0
        rows, asked = _running(tx, room), questions.open_ones(tx, room.key)
        for officer in fresh:
            tx.execute(insert(daily).values(office=room.key, name="N02", address=officer.address, day=today))
            letter = _morning_list(room, officer, rows, asked, today)
            if letter is not None:
                Ledger(tx, room, key, now, f"{room.key}/morning/{officer.address}/{today}").write(
                    letter, None
                )
                written += 1
    return written


def _told(room: Room, today: date) -> Any:
    return select(daily.c.address).where(
        daily.c.office == room.key, daily.c.name == "N02", daily.c.day == today
    )


def _running(tx: Connection, room: Room) -> list[Row[Any]]:
    query = (
        select(
            case_table.c.number,
            case_table.c.owner,
            case_table.c.state,
            deadline_table.c.due_day,
            deadline_table.c.agency_id,
        )
        .join(deadline_table, deadline_table.c.case_id == case_table.c.id)
        .where(
            case_table.c.office == room.key,
            deadline_table.c.state == "running",
            case_table.c.state != "TUTUP",
        )
        .order_by(deadline_table.c.due_day)
    )
    return list(tx.execute(query))


def _morning_list(
    room: Room,
    officer: Officer,
    rows: Sequence[Row[Any]],
    asked: Sequence[Row[Any]],
    today: date,
) -> Write | None:
    own = [r for r in rows if r.owner == officer.address]
    overdue = [_row(room, r, today) for r in own if r.due_day < today]
    soon = [_row(room, r, today) for r in own if today <= r.due_day <= today + timedelta(days=3)]
    open_items = [r for r in asked if officer in _answerers(room, r)]
    held = [_waiting(room, r) for r in open_items]
    if not (overdue or soon or held):
        return None
    values = {
        "officer_name": officer.name,
        "day_words": wording.day(room.world, today),
        "overdue": overdue,
        "due_soon": soon,
        "held": held,
        "answered": [],
    }
    return Write("N02", Party("staff", officer.name, officer.address), values)


def _waiting(room: Room, row: Row[Any]) -> dict[str, str]:
    """An open question as a row of the morning list: its number stands where a case number would."""
    return {
        "case": f"butir {row.id}",
        "letter_number": "-",
        "agency_name": row.sender or "-",
        "due_words": wording.day(room.world, row.since),
        "status_words": "menunggu keputusan",
        "what": row.why,
    }


def _row(room: Room, row: Row[Any], today: date) -> dict[str, str]:
    agency = room.world.directory.agencies.get(row.agency_id or "")
    left = (row.due_day - today).days
    return {
        "case": row.number,
        "agency_name": agency.name if agency else "Pelapor",
        "due_words": wording.day(room.world, row.due_day),
        "status_words": f"{left} hari lagi" if left >= 0 else f"lewat {-left} hari",
        "letter_number": "-",
        "what": wording.STATE_WORDS[row.state],
    }


def settle_uncertain(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """Letters of unknown fate: evidence makes them sent. Where copies do come back and none came, the same
    bytes go once more; otherwise, and always in confidential cases, a person decides (R14)."""
    with store.reading() as connection:
        rows = outbox.uncertain(connection, room.key, now - outbox.EVIDENCE_AFTER)
        trusted = room.office.submission.journal and outbox.journal_works(connection, room.key)
    done = 0
    for row in rows:
        with store.transaction() as tx:
            done += _settle_one(tx, room, key, row.id, row.case_id, trusted, now)
    return done


def _settle_one(
    tx: Connection, room: Room, key: bytes, outbox_id: int, case_id: int | None, trusted: bool, now: datetime
) -> int:
    case = casebook.load(tx, case_id) if case_id is not None else None
    attempts = tx.scalar(select(outbox_table.c.attempts).where(outbox_table.c.id == outbox_id)) or 0
    if trusted and attempts < 2 and not (case is not None and case.confidential):
        return int(outbox.stop(tx, outbox_id, "ready", "no journal copy: sent again", now))
    return report_fate(tx, room, key, outbox_id, case, "uncertain", "", now)


def report_fate(
    tx: Connection,
    room: Room,
    key: bytes,
    outbox_id: int,
    case: Case | None,
    fate: Fate,
    status: str,
    now: datetime,
) -> int:
    """Puts the fate of a letter through the same door as any event; once for each letter and fate."""
    if inquiries.undelivered(tx, outbox_id, fate, now):
        return 1
    dispatch = casebook.dispatches(tx, outbox_table.c.id == outbox_id)[0]
    if questions.open_about(tx, room.key, outbox_id, ("uncertain", "undelivered")):
        return 0
    decision = undelivered(Undelivered(dispatch, fate, status, now), case, room.world)
    Ledger(tx, room, key, now, f"{room.key}/fate/{outbox_id}/{fate}").carry_out(decision)
    return 1
