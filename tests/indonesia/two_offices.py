"""The mailbox of two offices, played through: mails in their order, replies to what maild really sent, and
an intake officer who opens what the machine left open. The oracle knows gold; maild does not."""

from __future__ import annotations

import csv
import email.utils
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from maild.config import Config, database_url, load
from maild.daemon import once
from maild.daemon.work import Counts
from maild.store import Store
from maild.store.schema import case, case_agency, inbox, letter, outbox, party
from tests.daemon.bureau import mail
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

OFFICES = {"bali": ("dps", "Asia/Makassar"), "ntt": ("kpg", "Asia/Makassar")}
BLOCK = """\
  - office: {{name: Ombudsman RI Perwakilan {name}, code: {code}, city: {name}, timezone: {zone}, phone: (000) 1}}
    mailbox: {{host: 127.0.0.1, port: {imap}, tls: none, username: {office}, password_file: {folder}/secret, \
since: 2026-07-01}}
    submission: {{host: 127.0.0.1, port: {smtp}, tls: none, from: pengaduan.{office}@ombudsman-{office}.example, \
journal: false}}
    agencies: {office}.csv
    staff:
      - {{name: Penerimaan, email: penerimaan@ombudsman-{office}.example, roles: [intake]}}
      - {{name: Asisten, email: asisten@ombudsman-{office}.example, roles: [examiner, head, admin]}}
    routing: {{forward: auto, hold: 0 minutes}}
    authentication: {{authserv_id: mx1.ombudsman-{office}.example, require_dmarc: staff}}
"""


@dataclass
class Played:
    """What happened. `case_of`: gold id of a report -> number of its case."""

    delivered: int = 0
    counts: Counts = field(default_factory=Counts)
    case_of: dict[str, str] = field(default_factory=dict)
    inbox_of: dict[str, dict[str, Any]] = field(default_factory=dict)
    by_machine: dict[str, set[str]] = field(default_factory=dict)  # gold id -> recipients before staff acted


class TwoOffices:
    def __init__(self, folder: Path, shared: Path, dovecot: Dovecot, sink: Sink) -> None:
        self.folder, self.shared, self.dovecot, self.sink = folder, shared / "indonesia", dovecot, sink
        self.gold = [json.loads(line) for line in (self.shared / "gold.jsonl").read_text().splitlines()]
        self.registry = list(csv.DictReader((self.shared / "registry.csv").open(encoding="utf-8")))
        self.config = self._configure()
        self.played = Played()
        self.now = datetime(2026, 8, 1, tzinfo=UTC)

    def _configure(self) -> Config:
        (self.folder / "secret").write_text("secret\n")
        (self.folder / "secret").chmod(0o600)
        text = (self.shared / "registry.csv").read_text(encoding="utf-8")
        head, *rows = text.splitlines(keepends=True)
        for office in OFFICES:
            own = [r for r, row in zip(rows, self.registry, strict=True) if row["office"] == office]
            (self.folder / f"{office}.csv").write_text(head + "".join(own), encoding="utf-8")
        blocks = [
            BLOCK.format(
                name={"bali": "Bali", "ntt": "NTT"}[office],
                office=office,
                code=code.upper(),
                zone=zone,
                imap=self.dovecot.port,
                smtp=self.sink.port,
                folder=self.folder,
            )
            for office, (code, zone) in OFFICES.items()
        ]
        path = self.folder / "config.yaml"
        database = f'database: {{url: "sqlite:///{self.folder}/maild.db"}}\nrehearsal: {{enabled: true}}\n'
        path.write_text(database + "offices:\n" + "".join(blocks))
        found = load(path)
        assert isinstance(found, Config), "\n".join(str(p) for p in found)
        return found

    def play(self) -> Played:
        """Every mail in the order of its arrival; a reply waits until what it answers has been sent."""
        for row in self.gold:
            raw = self.raw(row["id"])
            self.now = max(self.now + timedelta(seconds=1), arrived(raw))
            if row.get("placeholders"):
                raw = self._filled(row, raw)
            self._deliver(row["office"], raw, self.now)
            self._round()
            self._remember(row)
        return self.played

    def raw(self, gold_id: str) -> bytes:
        return (self.shared / "mails" / f"{gold_id}.eml").read_bytes()

    def _deliver(self, office: str, raw: bytes, at: datetime) -> None:
        self.dovecot.append(office, "INBOX", raw, at)
        self.played.delivered += 1

    def _round(self) -> None:
        self.played.counts += once(self.config, self.now)

    def _remember(self, row: dict[str, Any]) -> None:
        """Which stored mail, case and letters came of this mail; taken before staff do anything."""
        with self._reading() as connection:
            found = connection.execute(select(inbox).order_by(inbox.c.id.desc()).limit(1)).one()
            self.played.inbox_of[row["id"]] = dict(found._mapping)
            if found.disposition == "opened" and found.case_id:
                query = select(case.c.number).where(case.c.id == found.case_id)
                self.played.case_of[row["id"]] = connection.scalar(query)
                sent = select(outbox.c.recipient).where(
                    outbox.c.case_id == found.case_id, outbox.c.role == "agency", outbox.c.state != "held"
                )
                self.played.by_machine[row["id"]] = set(connection.scalars(sent))

    def _reading(self) -> Any:
        self._store = Store(database_url(self.config.database))
        return self._store.reading()

    # --- the driver in the role of staff and of the outside world

    def _filled(self, row: dict[str, Any], raw: bytes) -> bytes:
        values = {"{{MSGID}}": "", "{{LETTER}}": "", "{{CASE}}": "", "{{CASE2}}": ""}
        about = row["belongs_to"] or row.get("claims_case_of")
        if about:
            values["{{CASE}}"] = self._case(about)
            values["{{MSGID}}"], values["{{LETTER}}"] = self._letter(about, row)
        for other in row.get("belongs_to_also") or ():
            values["{{CASE2}}"] = self._case(other)
        for mark, value in values.items():
            raw = raw.replace(mark.encode(), value.encode())
        return raw

    def _case(self, gold_id: str) -> str:
        """The case of a report; one that maild did not open is opened by staff."""
        if gold_id not in self.played.case_of:
            self._staff(gold_id, "open")
            with self._reading() as connection:
                row = connection.execute(
                    select(case.c.number)
                    .join(inbox, inbox.c.case_id == case.c.id)
                    .where(inbox.c.id == self.played.inbox_of[gold_id]["id"])
                ).first()
                assert row is not None, f"staff could not open {gold_id}"
                self.played.case_of[gold_id] = row.number
        return self.played.case_of[gold_id]

    def _staff(self, gold_id: str, command: str) -> None:
        """One command line on the open question about this report, by a verified mail of the intake."""
        from maild.store.schema import question

        row = next(r for r in self.gold if r["id"] == gold_id)
        stored = self.played.inbox_of[gold_id]["id"]
        with self._reading() as connection:
            query = select(question.c.id).where(question.c.inbox_id == stored).order_by(question.c.id.desc())
            number = connection.scalar(query)
        office = row["office"]
        if number is None:
            line, subject = command, f"[{self.played.case_of[gold_id]}]"
        else:
            line, subject = f"{number} {command}", "daftar"
        sender = f"penerimaan@ombudsman-{office}.example"
        to = f"pengaduan.{office}@ombudsman-{office}.example"
        self.now += timedelta(seconds=1)
        raw = mail(sender, line, subject=subject, to=to, at=self.now, dmarc=None)
        stamp = f"Authentication-Results: mx1.ombudsman-{office}.example; dmarc=pass header.from={sender[11:]}\r\n"
        self._deliver(office, stamp.encode() + raw, self.now)
        self._round()

    def _letter(self, about: str, row: dict[str, Any]) -> tuple[str, str]:
        """(Message-ID, letter number) of the mail of ours that is answered; staff send it where maild did not."""
        wanted = row.get("msgid_is") or "letter_to_agency"
        agency = next(iter(row["agency_id"]), None) or next(iter(self._row(about)["agency_id"]), None)
        for command in self._ways(wanted, agency):
            found = self._sent(about, wanted, agency)
            if found is not None:
                return found
            self._staff(about, command)
        found = self._sent(about, wanted, agency) or self._sent(about, "any", None)
        assert found is not None, f"no letter in the case of {about} that {row['id']} could answer"
        return found

    def _ways(self, wanted: str, agency: str | None) -> list[str]:
        if wanted == "data_request_to_reporter":
            return ["ask"]
        if wanted == "letter_to_agency" and agency:
            return [f"agency {agency}", "ok"]
        return []

    def _sent(self, about: str, wanted: str, agency: str | None) -> tuple[str, str] | None:
        number = self._case(about)
        with self._reading() as connection:
            query = (
                select(outbox.c.message_id, outbox.c.number, outbox.c.kind, outbox.c.agency_id, outbox.c.role)
                .join(case, case.c.id == outbox.c.case_id)
                .where(case.c.number == number, outbox.c.role != "staff")
                .order_by(outbox.c.id)
            )
            rows = list(connection.execute(query))
        letter = next((r.number for r in rows if r.number), "") or ""
        for r in rows:
            to_agency = (
                wanted == "letter_to_agency" and r.kind in ("L05", "L06") and agency in (None, r.agency_id)
            )
            to_reporter = wanted.endswith("_to_reporter") and r.role == "reporter"
            request = wanted == "data_request_to_reporter"
            if to_agency or (to_reporter and (not request or r.kind == "L02")) or wanted == "any":
                return r.message_id, r.number or letter
        return None

    def _row(self, gold_id: str) -> dict[str, Any]:
        return next(r for r in self.gold if r["id"] == gold_id)

    def agencies_at(self, address: str) -> set[str]:
        return {r["agency_id"] for r in self.registry if r["focal_email"].lower() == address}

    def cases(self) -> dict[str, dict[str, Any]]:
        with self._reading() as connection:
            return {r.number: dict(r._mapping) for r in connection.execute(select(case))}

    def agencies_of_case(self, number: str) -> set[str]:
        with self._reading() as connection:
            query = select(case_agency.c.agency_id).join(case).where(case.c.number == number)
            return set(connection.scalars(query))

    def outbound(self) -> list[dict[str, Any]]:
        with self._reading() as connection:
            columns = (outbox, party.c.role.label("party_role"), letter.c.bytes.label("raw"))
            query = select(*columns).join(party, party.c.id == outbox.c.party_id)
            query = query.join(letter, letter.c.outbox_id == outbox.c.id)
            return [dict(r._mapping) for r in connection.execute(query)]

    def stored(self) -> list[dict[str, Any]]:
        with self._reading() as connection:
            return [dict(r._mapping) for r in connection.execute(select(inbox).order_by(inbox.c.id))]


def arrived(raw: bytes) -> datetime:
    """When our own MX took the mail: the date of its topmost Received field."""
    header = raw.partition(b"\r\n\r\n")[0].decode("latin-1")
    unfolded = re.sub(r"\r\n[ \t]+", " ", header)
    received = next(line for line in unfolded.split("\r\n") if line.lower().startswith("received:"))
    return email.utils.parsedate_to_datetime(received.rpartition(";")[2].strip()).astimezone(UTC)
