"""What time does: lists of open questions, and of faults in the list of agencies.

Each function is one step that tests call; the clock only decides when they run. The database knows what is
due, so a missed, late or double tick changes nothing (R21).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from maild.cases import wording
from maild.cases.case import Question, Suggestion
from maild.cases.effects import Ask, Write
from maild.cases.repeated import DUPLICATE
from maild.cases.world import Officer
from maild.confined import ReaderUnavailable
from maild.daemon import pairs
from maild.daemon.ledger import Ledger
from maild.daemon.morning import answerers
from maild.daemon.room import Room
from maild.message import Unreadable
from maild.store import Store, inbox, outbox, questions

_Item = tuple[dict[str, Any], bool]  # one question as its list tells it, and whether it is urgent


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


def announce(store: Store, room: Room, key: bytes, now: datetime) -> int:
    """N01: new questions go to those who answer them, one list a person. Returns how many questions."""
    with store.transaction() as tx:
        rows = questions.open_ones(tx, room.key, unannounced=True)
        if not rows:
            return 0
        by_officer: dict[Officer, list[_Item]] = defaultdict(list)
        for row in rows:
            officers = answerers(room, row)
            if row.reason == DUPLICATE and pairs.side_by_side(tx, room, key, row, officers, now):
                continue
            item = _item(tx, room, row), bool(row.urgent)
            for officer in officers:
                by_officer[officer].append(item)
        book = Ledger(tx, room, key, now, f"{room.key}/list/{rows[0].id}/{rows[-1].id}/{len(rows)}")
        for officer, own in by_officer.items():
            book.write(_list(officer, own), None)
        questions.announced(tx, [r.id for r in rows], now)
    return len(rows)


def _list(officer: Officer, own: Sequence[_Item]) -> Write:
    help_line = (
        "Balas surel ini, satu baris per butir: nomor lalu perintah. Tulis `N show` untuk surel aslinya."
    )
    values = {"items": [values for values, _ in own], "commands_help": help_line}
    return Write("N01", officer.party, values, urgent=any(urgent for _, urgent in own))


def _item(tx: Connection, room: Room, row: Row[Any]) -> dict[str, Any]:
    question = questions.as_question(row)
    number = row.case_number or ""
    return {
        "id": question.id,
        "since_words": wording.day(room.world, row.since),
        "why": f"{number}: {question.why}" if number and number not in question.why else question.why,
        "sender": row.sender or "-",
        "subject": row.subject or "-",
        "excerpt": question.facts.get("excerpt") or _excerpt(tx, room, question),
        "suggestions": wording.suggestion_lines(question.id, question.suggestions),
    }


def _excerpt(tx: Connection, room: Room, question: Question) -> str:
    """The first words of the mail, or of the draft letter, that the question is about."""
    if question.reason == "quarantine":
        return ""  # it was set aside because reading it came to nothing, and might again
    if question.inbox_id is not None:
        return _words(room, inbox.load_one(tx, question.inbox_id).raw, 300)
    if question.outbox_id is not None:
        return _words(room, outbox.letter_bytes(tx, [question.outbox_id])[question.outbox_id], 1500)
    return ""


def _words(room: Room, raw: bytes, limit: int) -> str:
    try:
        message = room.mails.read(raw)
    except ReaderUnavailable:
        return ""  # the list says who wrote about what, and goes out without it
    return "" if isinstance(message, Unreadable) else wording.excerpt(message.new_text or message.text, limit)
