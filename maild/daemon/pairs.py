"""Two reports side by side (N08): what staff see before they say whether they are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from maild.cases import wording
from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Party, Question
from maild.cases.effects import Write
from maild.cases.repeated import KIND_WORDS
from maild.cases.secrecy import identity_in
from maild.cases.world import Officer
from maild.daemon.desk import Desk
from maild.daemon.instructions import arrival_about
from maild.daemon.ledger import Ledger
from maild.daemon.repeats import find
from maild.daemon.room import Room
from maild.intent.report import complaint_text
from maild.intent.report.text import folded
from maild.likeness import Found, marked, marks_of
from maild.message import Unreadable, read
from maild.store import casebook, inbox, questions

Hidden = tuple[tuple[str, str], ...]


def side_by_side(
    tx: Connection, room: Room, key: bytes, row: Row[Any], officers: Sequence[Officer], now: datetime
) -> bool:
    """Writes N08 to everybody who may answer; False: the mail cannot be read again, a list tells."""
    question = questions.as_question(row)
    assert question.inbox_id is not None
    mail = inbox.load_one(tx, question.inbox_id)
    message = read(mail.raw)
    if isinstance(message, Unreadable):
        return False
    desk = Desk(tx, room, key, mail, message, now)
    arrival = arrival_about(desk, question)
    if arrival is None or arrival.route is None:
        return False
    values = _values(desk, arrival, question, urgent=row.urgent)
    book = Ledger(tx, room, key, now, f"{room.key}/pair/{question.id}")
    for officer in officers:
        to = Party("staff", officer.name, officer.address)
        book.write(Write("N08", to, values, urgent=row.urgent, enclose=mail.id), None)
    return True


def _values(desk: Desk, arrival: Arrival, question: Question, *, urgent: bool) -> dict[str, Any]:
    assert arrival.route is not None
    found = {one.number: one for one in find(desk, arrival, arrival.route)}
    numbers = list(dict.fromkeys(s.case for s in question.suggestions if s.case))
    cases = [
        casebook.load(desk.tx, i)
        for n in numbers
        for i in casebook.by_numbers(desk.tx, desk.room.key, [n], [])
    ]
    sender = arrival.message.sender
    return {
        "id": question.id,
        "urgent": urgent,
        "why": question.why,
        "sender": f"{sender.name} <{sender.address}>".strip() if sender else "-",
        "subject": arrival.message.subject,
        "pairs": [_pair(desk, arrival, case, found.get(case.number)) for case in cases],
        "commands": wording.suggestion_lines(question.id, question.suggestions),
    }


def _pair(desk: Desk, arrival: Arrival, case: Case, found: Found | None) -> dict[str, Any]:
    world = desk.room.world
    text = complaint_text(arrival.message)
    ours, more_new = marked(text, case.text)
    theirs, more_old = marked(case.text, text)
    running = [d for d in case.running() if d.agency_id]
    return {
        "number": case.number,
        "kind_words": KIND_WORDS[found.likeness.kind] if found else "mungkin sama",
        "reasons": ", ".join(found.likeness.reasons) if found else "lihat perbandingan",
        "state_words": wording.STATE_WORDS[case.state],
        "opened_words": wording.day(world, case.opened_at),
        "closed_words": wording.day(world, case.closed_at) if case.closed_at else "",
        "due_words": wording.deadline_words(world, running[0]) if running else "",
        "rows": list(_rows(desk, arrival, case, text)),
        "new_text": [{"text": one.text, "same": one.same} for one in ours],
        "old_text": [{"text": one.text, "same": one.same} for one in theirs],
        "more_new": "(…)" if more_new else "",
        "more_old": "(…)" if more_old else "",
    }


def _rows(desk: Desk, arrival: Arrival, case: Case, text: str) -> Iterable[Mapping[str, Any]]:
    """What two officers would look at first. What neither tells is left out."""
    report, route, message = arrival.meaning.report, arrival.route, arrival.message
    assert report is not None and route is not None
    sender = message.sender
    by_staff = sender is not None and desk.room.world.officer(sender.address) is not None
    name = report.fields.get("reporter_name") or (sender.name if sender and not by_staff else "")
    hidden = identity_in(message, report, name, by_staff)
    agencies = desk.room.world.directory.agencies
    ids = route.agency_ids or tuple(c.agency_id for c in route.candidates[:1])
    new = _facts(name, hidden, text, [agencies[i].name for i in ids if i in agencies])
    old = _facts(
        case.reporter_name,
        case.hidden,
        case.text,
        [agencies[i].name for i in case.agency_ids if i in agencies],
    )
    for label in new:
        one, other = new[label], old[label]
        if one or other:
            same = bool({_plain(label, v) for v in one} & {_plain(label, v) for v in other})
            yield {"label": label, "new": ", ".join(one) or "-", "old": ", ".join(other) or "-", "same": same}


def _facts(name: str, hidden: Hidden, text: str, agencies: list[str]) -> dict[str, list[str]]:
    numbers = [value for kind, value in hidden if kind == "number"]
    cards = [v for v in numbers if len(re.sub(r"\D", "", v)) == 16]
    marks = marks_of(text, (), "")
    return {
        "Pelapor": [name] if name else [],
        "Surel": list(dict.fromkeys(v for kind, v in hidden if kind == "address")),
        "NIK": cards,
        "Telepon": [v for v in numbers if v not in cards],
        "Alamat": [v for kind, v in hidden if kind == "postal"],
        "Nomor KK": [m.value for m in marks if m.kind == "kk"],
        "Nomor berkas": [m.value for m in marks if m.kind in ("file", "lapor")],
        "Instansi": agencies,
    }


def _plain(label: str, value: str) -> str:
    if label == "Alamat":
        homes = [mark.value for mark in marks_of("", (("postal", value),), "")]
        return homes[0] if homes else " ".join(folded(value))
    digits = re.sub(r"\D", "", value)
    return digits if len(digits) >= 9 and not re.search(r"[^\W\d_]", value) else " ".join(folded(value))
