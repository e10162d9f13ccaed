"""An independent judge: what was put in, what everybody got, what lies where. Shares no code with maild.

It reads the database with plain SQL, the mailbox with imaplib and the letters from the sink, and finds
what was lost, doubled, altered or sent to somebody who should not have it.
"""

from __future__ import annotations

import email
import email.policy
import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.servers.sink import Received

Rows = Callable[[str], list[tuple[Any, ...]]]


def digest(raw: bytes) -> str:
    return hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest()[:16]


def sqlite_rows(path: Path) -> Rows:
    def rows(query: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(path)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    return rows


def postgresql_rows(url: str) -> Rows:
    import psycopg

    def rows(query: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(url.replace("+psycopg", "")) as connection:
            return list(connection.execute(query).fetchall())

    return rows


@dataclass(frozen=True)
class Delivered:
    """A mail that was put into the mailbox, and what must become of it."""

    name: str
    key: str  # digest
    disposition: str


@dataclass(frozen=True)
class Ending:
    """The state of one office when everything has come to rest."""

    inbox: Counter[tuple[Any, ...]]  # (digest, disposition, reason, case number, target)
    unsettled: int  # stored mails without a disposition, or not filed away
    tables: Mapping[str, Counter[tuple[Any, ...]]]  # by name: rows without ids and times
    folders: Mapping[str, Counter[str]]  # digests
    letters: Mapping[str, tuple[str, ...]]  # Message-ID: (recipient, digest) of each time it arrived
    states: Counter[str]  # of the outbox
    lists: frozenset[str]  # Message-IDs of lists to staff: when a round ends early, they say less, or later


TABLES = {
    "cases": 'SELECT number, state, opened_at, closed_reason, owner, urgent, confidential, disclosed, version \
FROM "case"',
    "agencies": 'SELECT c.number, a.agency_id FROM case_agency a JOIN "case" c ON c.id = a.case_id',
    "parties": 'SELECT c.number, p.role, p.agency_id, p.address, p.token FROM party p \
LEFT JOIN "case" c ON c.id = p.case_id',
    "deadlines": 'SELECT c.number, d.rule, d.agency_id, d.basis, d.started_at, d.due_day, d.due_at, d.ladder, \
d.state, d.met_at FROM deadline d JOIN "case" c ON c.id = d.case_id',
    "timers": 'SELECT c.number, d.rule, d.agency_id, t.rung, t.due_at, t.state FROM timer t \
JOIN deadline d ON d.id = t.deadline_id JOIN "case" c ON c.id = t.case_id',
    "timeline": 'SELECT c.number, t.event, t.by, t.detail FROM timeline t JOIN "case" c ON c.id = t.case_id',
    "questions": 'SELECT q.reason, q.why, q.audience, q.urgent, q.state, q.settled_by, q.settled_how, c.number, \
i.sha256, o.message_id, q.announced_at IS NULL FROM question q LEFT JOIN "case" c ON c.id = q.case_id \
LEFT JOIN inbox i ON i.id = q.inbox_id LEFT JOIN outbox o ON o.id = q.outbox_id',
    "counters": "SELECT office, series, year, next FROM counter",
    "daily": "SELECT office, name, address, day FROM daily",
    "outbox": 'SELECT c.number, o.kind, o.number, o.agency_id, o.role, o.recipient, o.message_id, o.state, \
o.filed FROM outbox o LEFT JOIN "case" c ON c.id = o.case_id',
}
INBOX = 'SELECT r.bytes, i.disposition, i.reason, c.number, i.target FROM inbox i \
JOIN raw r ON r.sha256 = i.sha256 LEFT JOIN "case" c ON c.id = i.case_id'
UNSETTLED = "SELECT COUNT(*) FROM inbox WHERE disposition IS NULL OR NOT moved"


def ending(rows: Rows, folders: Mapping[str, Sequence[bytes]], received: Iterable[Received]) -> Ending:
    letters: dict[str, tuple[str, ...]] = {}
    for mail in received:
        found = email.message_from_bytes(mail.raw, policy=email.policy.compat32)["Message-ID"]
        message_id = str(found).strip(" <>")
        letters[message_id] = (*letters.get(message_id, ()), f"{mail.recipients[0]} {digest(mail.raw)}")
    return Ending(
        Counter((digest(bytes(raw)), *more) for raw, *more in rows(INBOX)),
        rows(UNSETTLED)[0][0],
        {name: Counter(rows(query)) for name, query in TABLES.items()},
        {name: Counter(digest(raw) for raw in mails) for name, mails in folders.items()},
        letters,
        Counter(state for (state,) in rows("SELECT state FROM outbox")),
        frozenset(i for (i,) in rows("SELECT message_id FROM outbox WHERE kind IN ('N01', 'N02', 'N09')")),
    )


def without_lists(ending: Ending) -> Ending:
    """The same without lists to staff, and without their copies in our own mailbox."""
    tables = {name: rows for name, rows in ending.tables.items() if name != "daily"}
    tables["outbox"] = Counter(
        {row: n for row, n in tables["outbox"].items() if row[1] not in ("N01", "N02", "N09")}
    )
    letters = {i: arrivals for i, arrivals in ending.letters.items() if i not in ending.lists}
    journal = Counter({row: n for row, n in ending.inbox.items() if "evidence" not in row[2]})
    return replace(ending, tables=tables, letters=letters, inbox=journal)


def verdict(
    found: Ending, wanted: Ending, delivered: Sequence[Delivered], *, lists: bool = True
) -> list[str]:
    """What is wrong with an ending, in words; [] when nothing is.

    lists: the lists to staff must be the same as well; otherwise only none of them twice, and to staff.
    """
    faults = _mails(found, delivered) + [
        f"DOUBLED: the list {i}" for i in found.lists if len(found.letters.get(i, ())) > 1
    ]
    if not lists:
        everybody = _recipients(wanted)
        found, wanted = without_lists(found), without_lists(wanted)
        faults += [f"WRONG ADDRESS: {who}" for who in _recipients(found) - everybody]
    return faults + _letters(found, wanted) + _differences(found, wanted, lists)


def _recipients(ending: Ending) -> set[str]:
    return {arrival.split()[0] for arrivals in ending.letters.values() for arrival in arrivals}


def _mails(found: Ending, delivered: Sequence[Delivered]) -> list[str]:
    faults = []
    if found.unsettled:
        faults.append(f"{found.unsettled} mails are stored but not settled and filed")
    if found.folders["INBOX"]:
        faults.append(f"{found.folders['INBOX'].total()} mails are left in the INBOX")
    for key in {mail.key for mail in delivered}:
        names = " and ".join(mail.name for mail in delivered if mail.key == key)
        want = Counter(mail.disposition for mail in delivered if mail.key == key)
        got = Counter(row[1] for row in found.inbox.elements() if row[0] == key)
        filed = found.folders["Processed"][key] + found.folders["Quarantine"][key]
        if got.total() < want.total():
            faults.append(f"LOST: {names} is not in the store")
        elif got != want:
            faults.append(f"{names}: {dict(got)}, wanted {dict(want)}")
        if filed != want.total():
            faults.append(f"{'LOST: ' if filed < want.total() else ''}{names}: filed {filed} times")
    return faults


def _letters(found: Ending, wanted: Ending) -> list[str]:
    faults = []
    for message_id, arrivals in wanted.letters.items():
        got = found.letters.get(message_id, ())
        if not got:
            faults.append(f"LOST: the letter {message_id} to {arrivals[0]}")
        elif set(got) != set(arrivals):
            faults.append(f"ALTERED: {message_id}: {got}, wanted {arrivals}")
        elif len(got) > 1:
            faults.append(f"DOUBLED: {message_id} arrived {len(got)} times")
        sent = [key for arrival in set(got) for key in [arrival.split()[1]]]
        if got and not all(found.folders["Sent"][key] for key in sent):
            faults.append(f"no copy of {message_id} in the Sent folder")
    recipients = _recipients(wanted)
    for message_id, arrivals in found.letters.items():
        if message_id not in wanted.letters:
            who = arrivals[0].split()[0]
            faults.append(f"{'EXTRA' if who in recipients else 'WRONG ADDRESS'}: {message_id} to {who}")
    return faults


def _differences(found: Ending, wanted: Ending, folders: bool) -> list[str]:
    faults = [*_compared("inbox", found.inbox, wanted.inbox)]
    for name in found.tables:
        faults += _compared(name, found.tables[name], wanted.tables[name])
    for name in ("Processed", "Quarantine") if folders else ():
        faults += _compared(f"folder {name}", found.folders[name], wanted.folders[name])
    return faults


def _compared(name: str, found: Counter[Any], wanted: Counter[Any]) -> list[str]:
    more, less = found - wanted, wanted - found
    return (
        [f"{name}: more {list(more.elements())[:3]}, less {list(less.elements())[:3]}"]
        if more or less
        else []
    )
