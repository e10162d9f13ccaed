"""Fills a store with cases, straight through SQLAlchemy: what years of work leave behind."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert

from maild.store import Store, likeness, set_value
from maild.store.schema import (
    case,
    case_agency,
    counter,
    deadline,
    inbox,
    letter,
    likeness_band,
    likeness_mark,
    outbox,
    party,
    question,
    raw,
    timeline,
    timer,
)
from tests.bench.office import AGENCIES, FULL, KEY, NOW, OFFICERS, OWN, Filed, person

CHUNK = 1000  # cases written together
OPEN_EVERY = 40  # one case in so many is still open, the awaited ones apart
TABLES: tuple[Table, ...] = (
    case,
    case_agency,
    party,
    deadline,
    timer,
    raw,
    inbox,
    outbox,
    letter,
    timeline,
    question,
)
TEXT = (
    "Saya mengajukan permohonan pada tanggal tersebut dan sampai sekarang belum ada kepastian. Petugas di "
    "loket meminta saya menunggu tanpa menyebut kapan selesai. Saya sudah menanyakan lewat telepon dan "
    "datang langsung, tetapi jawabannya berbeda-beda. "
)
RUNGS = ("H-7", "H-3", "H-1", "H+1", "H+3", "H+7")
LETTER = (
    "From: ORI Uji <pengaduan@kantor.example>\r\nTo: {to}\r\nSubject: [{number}] {subject}\r\n"
    "Message-ID: <{message_id}>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    "Yth. Bapak/Ibu,\r\n\r\nPerkara {number}: isi surat sebagaimana dikirimkan.\r\n"
)

Rows = dict[Table, list[dict[str, Any]]]


def fill(database: Path, cases: int, awaited: int) -> None:
    """`cases` in all, of which the first `awaited` ones of office.Filed; with 0 only those."""
    store = Store(f"sqlite:///{database}")
    try:
        with store.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            for pragma in ("synchronous=off", "cache_size=-400000"):
                driver.execute(f"pragma {pragma}")
            for rows in _chunks(cases, awaited):
                with connection.begin():
                    for table in TABLES:
                        connection.execute(insert(table), rows[table])
                    ids = [row["id"] for row in rows[case]]
                    connection.execute(insert(likeness_band), list(_numbers(ids, "band", 20)))
                    connection.execute(insert(likeness_mark), list(_numbers(ids, "mark", 6)))
            with connection.begin():
                set_value(connection, "key", KEY.hex())
                # As if each had been remembered when it was opened: nothing of before is left to look at.
                likeness.reached(connection, "kta", None)
                for series in ("case", "letter"):
                    year = {"office": "kta", "series": series, "year": NOW.year, "next": FULL + 2}
                    connection.execute(insert(counter).values(**year))
            driver.execute("pragma wal_checkpoint(truncate)")
    finally:
        store.close()


def _numbers(ids: Iterable[int], name: str, count: int) -> Iterator[dict[str, Any]]:
    """Bands or marks of strangers: as many as reports have, and none that a mail of the bench has."""
    kind = {"kind": "file"} if name == "mark" else {}
    for case_id in ids:
        digest = hashlib.shake_128(f"{name}/{case_id}".encode()).digest(8 * count)
        for i in range(count):
            yield {name: int.from_bytes(digest[8 * i : 8 * i + 8], signed=True), "case_id": case_id, **kind}


def _chunks(cases: int, awaited: int) -> Iterator[Rows]:
    expected = {f.id: f for f in map(Filed, range(awaited))}
    ids = sorted(expected) if cases == 0 else range(1, cases + 1)
    rows: Rows = defaultdict(list)
    for count, number in enumerate(ids, 1):
        filed = expected.get(number)
        _write(rows, _open(filed) if filed else _old(number))
        if count % CHUNK == 0:
            yield rows
            rows = defaultdict(list)
    if rows:
        yield rows


def _open(filed: Filed) -> dict[str, Any]:
    return {
        "id": filed.id,
        "number": filed.number,
        "letter": filed.letter_number,
        "key": filed.letter_key,
        "agency": filed.agency,
        "owner": filed.owner,
        "opened_at": filed.opened_at,
        "name": filed.reporter_name,
        "reporter": filed.reporter,
        "tokens": (filed.token("reporter"), filed.token("agency")),
        "ids": (filed.message_id("reporter"), filed.message_id("agency")),
        "open": True,
    }


def _old(number: int) -> dict[str, Any]:
    """A case like those of the last ten years; its tokens and Message-IDs are only of the right form."""
    opened_at = NOW - timedelta(days=3 + (FULL - number) % 3600, minutes=number % 600)
    is_open = number % OPEN_EVERY == 0
    if is_open:
        opened_at = NOW - timedelta(days=number % 9, hours=5)
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    tokens = (f"a{digest[:19]}", f"b{digest[:19]}")
    year = opened_at.year
    return {
        "id": number,
        "number": f"{number:04d}/LM/IX/{year}/KTA",
        "letter": f"{number:04d}/SRT/{number:04d}-{year}/KTA/IX/{year}",
        "key": f"{number:04d}srt{number:04d}{year}ktaix{year}",
        "agency": AGENCIES[number % len(AGENCIES)],
        "owner": OFFICERS[number % len(OFFICERS)],
        "opened_at": opened_at,
        "name": person(number),
        "reporter": f"warga{number}@warga.example",
        "tokens": tokens,
        "ids": (f"{digest[:20]}.{tokens[0]}@kantor.example", f"{digest[20:40]}.{tokens[1]}@kantor.example"),
        "open": is_open,
    }


def _write(rows: Rows, one: dict[str, Any]) -> None:
    _write_case(rows, one)
    _write_deadline(rows, one)
    _write_letters(rows, one)
    _write_mails(rows, one)


def _write_case(rows: Rows, one: dict[str, Any]) -> None:
    opened_at, is_open, agency = one["opened_at"], one["open"], one["agency"]
    rows[case].append(
        {
            "id": one["id"],
            "office": "kta",
            "number": one["number"],
            "state": "KOORD" if is_open else "TUTUP",
            "opened_at": opened_at,
            "closed_at": None if is_open else opened_at + timedelta(days=2),
            "closed_reason": None if is_open else "selesai_instansi",
            "subject": f"Laporan {agency.thing}",
            "matter": f"pelayanan {agency.sector}",
            "summary": f"Pelapor menyampaikan keluhan tentang {agency.thing}. {TEXT}",
            "text": f"{one['name']} {one['id']}: {agency.thing} {TEXT * 3}",
            "owner": one["owner"],
            "urgent": False,
            "confidential": False,
            "disclosed": False,
            "agency_ids": [agency.id],
            "missing": [],
            "heard": [],
            "reporter_name": one["name"],
            "hidden": [["name", one["name"]], ["address", one["reporter"]], ["number", "5103014107900000"]],
            "version": 0,
        }
    )
    rows[case_agency].append({"case_id": one["id"], "agency_id": agency.id, "open": is_open})
    roles = (("reporter", None, one["name"], one["reporter"]), ("agency", agency.id, "Uji", agency.address))
    for n, (role, agency_id, name, address) in enumerate(roles):
        rows[party].append(
            {
                "id": 2 * one["id"] - 1 + n,
                "case_id": one["id"],
                "role": role,
                "agency_id": agency_id,
                "name": name,
                "address": address,
                "token": one["tokens"][n],
                "open": is_open,
            }
        )
    events = ("received", "registered", "referred", *(() if is_open else ("answer_final", "closed")))
    for n, event in enumerate(events):
        at = opened_at + timedelta(hours=n)
        rows[timeline].append(
            {
                "case_id": one["id"],
                "at": at,
                "event": event,
                "by": "maild",
                "detail": one["number"],
                "inbox_id": None,
            }
        )


def _write_deadline(rows: Rows, one: dict[str, Any]) -> None:
    opened_at: datetime = one["opened_at"]
    is_open, due_at = one["open"], opened_at + timedelta(days=14)
    rows[deadline].append(
        {
            "id": one["id"],
            "case_id": one["id"],
            "rule": "D23",
            "agency_id": one["agency"].id,
            "basis": "Kebijakan kantor (koordinasi)",
            "started_at": opened_at,
            "due_day": due_at.date(),
            "due_at": due_at,
            "explanation": "14 hari kalender sejak surat diterima",
            "ladder": "A",
            "state": "running" if is_open else "met",
            "met_at": None if is_open else opened_at + timedelta(days=1),
        }
    )
    for n, rung in enumerate(RUNGS):
        # What is still open was reminded of already or is not due: the measurement is about mails.
        at = due_at + timedelta(days=n)
        late = is_open and rung.startswith("H+")
        rows[timer].append(
            {
                "office": "kta",
                "case_id": one["id"],
                "deadline_id": one["id"],
                "rung": rung,
                "due_at": at,
                "state": "resting" if not is_open else "waiting" if late else "done",
                "done_at": None if late or not is_open else opened_at,
            }
        )


def _write_letters(rows: Rows, one: dict[str, Any]) -> None:
    agency, sent_at = one["agency"], one["opened_at"] + timedelta(hours=1)
    letters = (
        ("L01", None, None, "reporter", one["reporter"], "Laporan diterima"),
        ("L05", one["letter"], one["key"], "agency", agency.address, "Permintaan klarifikasi"),
    )
    for n, (kind, number, key, role, to, subject) in enumerate(letters):
        text = LETTER.format(to=to, number=one["number"], subject=subject, message_id=one["ids"][n])
        rows[outbox].append(
            {
                "id": 2 * one["id"] - 1 + n,
                "office": "kta",
                "case_id": one["id"],
                "party_id": 2 * one["id"] - 1 + n,
                "kind": kind,
                "number": number,
                "number_key": key,
                "agency_id": agency.id if role == "agency" else None,
                "role": role,
                "recipient": to,
                "recipient_name": one["name"] if role == "reporter" else "Uji",
                "envelope_from": OWN,
                "message_id": one["ids"][n],
                "subject": f"[{one['number']}] {subject}",
                "body_sha256": one["ids"][n][:20] + one["ids"][n][:20],
                "state": "sent",
                "urgent": False,
                "queued_at": sent_at,
                "next_attempt_at": sent_at,
                "first_attempt_at": sent_at,
                "attempts": 1,
                "epoch": 1,
                "last_reply": "250 2.0.0 Ok",
                "sent_at": sent_at,
                "uncertain_at": None,
                "journal_at": None,
                "filed": True,
                "directory_version": "bench",
            }
        )
        raw = text.encode()
        rows[letter].append({"outbox_id": rows[outbox][-1]["id"], "size": len(raw), "bytes": raw})


def _write_mails(rows: Rows, one: dict[str, Any]) -> None:
    """The report, an answer of the agency and a reply of the reporter; an open case has only the report."""
    senders = (one["reporter"], one["agency"].address, one["reporter"])
    for n, sender in enumerate(senders[:1] if one["open"] else senders):
        mail_id, at = 3 * one["id"] - 2 + n, one["opened_at"] + timedelta(hours=n)
        digest = hashlib.sha256(f"mail{mail_id}".encode()).hexdigest()
        body = f"From: {sender}\r\nSubject: Laporan\r\n\r\nmail {mail_id}\r\n".encode()
        rows[raw].append({"sha256": digest, "size": len(body), "bytes": body})
        rows[inbox].append(
            {
                "id": mail_id,
                "office": "kta",
                "folder": "INBOX",
                "uidvalidity": 1,
                "uid": mail_id,
                "internaldate": at,
                "received_at": at,
                "taken_in_at": at,
                "size": len(body),
                "sha256": digest,
                "body_sha256": digest[::-1],
                "attempts": 0,
                "disposition": "opened" if n == 0 else "threaded",
                "reason": "registered and referred",
                "read_at": at,
                "message_id": f"{digest[:24]}@{sender.partition('@')[2]}",
                "sender_name": one["name"],
                "sender": sender,
                "subject": "Laporan",
                "kind": "report" if n == 0 else "reply",
                "intent": None,
                "case_id": one["id"],
                "target": "processed",
                "moved": True,
                "truncated": False,
            }
        )
    rows[question].append(_question(one))


def _question(one: dict[str, Any]) -> dict[str, Any]:
    """Settled long ago, except in the awaited cases, where staff answer it in one of the mails."""
    is_open = one["open"] and one["id"] % (OPEN_EVERY // 2) == 1
    settled = None if is_open else one["opened_at"] + timedelta(days=1)
    return {
        "id": one["id"],
        "office": "kta",
        "reason": "message",
        "why": "surat perlu dibaca",
        "audience": "examiner",
        "since": one["opened_at"],
        "suggestions": [
            {"action": "ok", "why": "sudah dibaca", "case": None, "agency_id": None, "argument": ""}
        ],
        "facts": {},
        "urgent": False,
        "case_id": one["id"],
        "inbox_id": 3 * one["id"] - 2,
        "outbox_id": None,
        "agency_id": None,
        "state": "open" if is_open else "settled",
        "announced_at": one["opened_at"],
        "settled_at": settled,
        "settled_by": None if is_open else one["owner"],
        "settled_how": None if is_open else "ok",
    }


def table_sizes(database: Path) -> dict[str, int]:
    store = Store(f"sqlite:///{database}")
    try:
        with store.engine.connect() as connection:
            names: Iterable[str] = (table.name for table in TABLES)
            return {n: connection.exec_driver_sql(f'select count(*) from "{n}"').scalar() or 0 for n in names}
    finally:
        store.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    fill(target, int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps(table_sizes(target)))
