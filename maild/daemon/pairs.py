"""Two reports side by side (N08): what staff see before they say whether they are one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from maild.cases import wording
from maild.cases.case import Case
from maild.cases.effects import Write
from maild.cases.repeated import KIND_WORDS
from maild.cases.world import Officer
from maild.daemon.ledger import Ledger
from maild.daemon.room import Room
from maild.intent.report.text import folded
from maild.likeness import marked, marks_of
from maild.store import casebook, questions

Hidden = tuple[tuple[str, str], ...]


def side_by_side(
    tx: Connection, room: Room, key: bytes, row: Row[Any], officers: Sequence[Officer], now: datetime
) -> bool:
    """Writes N08 to everybody who may answer; False where only a list can tell the question."""
    question = questions.as_question(row)
    if "hidden" not in question.facts or question.inbox_id is None:
        return False
    numbers = list(dict.fromkeys(s.case for s in question.suggestions if s.case))
    cases = [casebook.load(tx, i) for n in numbers for i in casebook.by_numbers(tx, room.key, [n], [])]
    values = {
        "id": question.id,
        "urgent": row.urgent,
        "why": question.why,
        "sender": question.facts["sender"],
        "subject": question.facts["subject"],
        "pairs": [_pair(room, question.facts, case) for case in cases],
        "commands": wording.suggestion_lines(question.id, question.suggestions),
    }
    book = Ledger(tx, room, key, now, f"{room.key}/pair/{question.id}")
    for officer in officers:
        to = officer.party
        book.write(Write("N08", to, values, urgent=row.urgent, enclose=question.inbox_id), None)
    return True


def _pair(room: Room, facts: Mapping[str, str], case: Case) -> dict[str, Any]:
    world, text = room.world, facts["text"]
    kind, reasons = json.loads(facts["found"]).get(case.number, ("written before", ""))
    ours, more_new = marked(text, case.text)
    theirs, more_old = marked(case.text, text)
    running = [d for d in case.running() if d.agency_id]
    return {
        "number": case.number,
        "kind_words": KIND_WORDS[kind],
        "reasons": reasons or "lihat perbandingan",
        "state_words": wording.STATE_WORDS[case.state],
        "opened_words": wording.day(world, case.opened_at),
        "closed_words": wording.day(world, case.closed_at) if case.closed_at else "",
        "due_words": wording.deadline_words(world, running[0]) if running else "",
        "rows": list(_rows(room, facts, case)),
        "new_text": [{"text": one.text, "same": one.same} for one in ours],
        "old_text": [{"text": one.text, "same": one.same} for one in theirs],
        "more_new": "(…)" if more_new else "",
        "more_old": "(…)" if more_old else "",
    }


def _rows(room: Room, facts: Mapping[str, str], case: Case) -> Iterable[Mapping[str, Any]]:
    """What two officers would look at first. What neither tells is left out."""
    hidden = tuple((kind, value) for kind, value in json.loads(facts["hidden"]))
    agencies = room.world.directory.agencies
    new = _facts(facts["name"], hidden, facts["text"], json.loads(facts["agencies"]))
    theirs = [agencies[i].name for i in case.agency_ids if i in agencies]
    old = _facts(case.reporter_name, case.hidden, case.text, theirs)
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
