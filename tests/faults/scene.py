"""One office with a past and ten new mails, made once and copied for every interruption."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.daemon.bureau import INTAKE, OWN, REPORT, Bureau, mail, reply
from tests.faults import oracle
from tests.faults.child import Children, Job, Outcome
from tests.faults.oracle import Delivered, Ending, digest
from tests.faults.proxy import Proxy
from tests.servers import ground
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Received, Sink

PAST = datetime(2026, 2, 27, 2, tzinfo=UTC)  # Friday, 10.00 in Denpasar
CAME = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)  # Monday, 09.00 in Denpasar
AFTERWARDS = (0, 40, 45)  # minutes after NOW: the rounds after the interrupted one
LAST = NOW + timedelta(minutes=AFTERWARDS[-1])
FOLDERS = ("INBOX", "Processed", "Quarantine", "Sent")
CAPIL, PLN = "narahubung@capil.badungkab.example", "focal@plnmengwi.example"

WATER = (
    REPORT.replace("Dinas Kependudukan dan Pencatatan Sipil", "Perumda Air Minum Tirta Mangutama")
    .replace("Ni Putu Contoh", "Ni Made Contoh")
    .replace("Permohonan KTP elektronik saya ajukan", "Air ledeng di rumah saya tidak mengalir")
    .replace("loket Disdukcapil Badung", "kantor PDAM Badung")
    .replace("KTP segera diterbitkan", "air segera mengalir")
)
POWER = (
    REPORT.replace("Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung", "PT PLN (Persero) ULP Mengwi")
    .replace("Ni Putu Contoh", "I Rai Contoh")
    .replace("Permohonan KTP elektronik saya ajukan", "Permohonan pasang baru listrik saya ajukan")
    .replace("loket Disdukcapil Badung", "kantor PLN Mengwi")
    .replace("KTP segera diterbitkan", "listrik segera dipasang")
)
UNCLEAR = "Yth. Ombudsman, mohon bantuan. Saya mau melapor tapi bingung. Bansos saya tidak pernah turun."
ANSWER = (
    "Yth. Ombudsman,\n\nBersama ini kami sampaikan bahwa KTP elektronik atas nama pemohon telah selesai dicetak dan "
    "telah diserahkan pada 27 Februari 2026. Demikian jawaban kami.\n\nI Wayan Uji"
)


def bounce(message_id: str, recipient: str) -> bytes:
    """RFC 3464, as an ordinary MX writes it."""
    parts = [
        "Content-Type: text/plain\r\n\r\nAlamat tidak dikenal.",
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: 5.1.1",
        f"Content-Type: message/rfc822\r\n\r\nFrom: {OWN}\r\nTo: {recipient}\r\nMessage-ID: {message_id}\r\n"
        "Subject: Surat\r\n\r\nisi",
    ]
    head = (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: {OWN}\r\nSubject: Undelivered Mail\r\n"
        "Date: Mon, 02 Mar 2026 00:20:00 +0000\r\nMessage-ID: <dsn-1@mx.example>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    )
    return (head + "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--\r\n").encode()


def poison() -> bytes:
    """A hundred times more nesting than the limits allow (T21)."""
    opened = "".join(
        f'Content-Type: multipart/mixed; boundary="x{i}"\r\n\r\n--x{i}\r\n' for i in range(2_000)
    )
    head = f"From: a@jauh.example\r\nTo: {OWN}\r\nSubject: x\r\nMessage-ID: <poison@jauh.example>\r\n"
    return (head + "MIME-Version: 1.0\r\n" + opened + "Content-Type: text/plain\r\n\r\nx\r\n").encode()


@contextmanager
def detour(bureau: Bureau, proxy: Proxy) -> Iterator[Proxy]:
    """For a while the configuration names the proxy instead of the server behind it."""
    usual = bureau.path.read_text()
    with proxy:
        bureau.path.write_text(usual.replace(f"port: {proxy.target},", f"port: {proxy.port},"))
        yield proxy
    bureau.path.write_text(usual)


Through = Callable[[Bureau], AbstractContextManager[object]]


@dataclass(frozen=True)
class Round:
    """How one interrupted run went."""

    killed: bool
    points: list[str]
    errors: list[str]


class Office:
    """A Bureau under its own user of Dovecot, with its own sink, whose rounds run in child processes.

    The sink's mails that name our own address come back into the INBOX, as a real MTA would do it.
    """

    def __init__(self, bureau: Bureau, user: str, children: Children) -> None:
        self.bureau, self.user, self.children = bureau, user, children
        self.returned = 0

    def deliver(self, raw: bytes, at: datetime) -> None:
        self.bureau.dovecot.append(self.user, "INBOX", raw, at)

    def run(self, at: datetime, kill: int = 0, bug: str = "", place: str = "") -> Outcome:
        return self.children.run(Job(str(self.bureau.path), at.isoformat(), kill, bug, place))

    def return_journal(self, at: datetime) -> int:
        """How many letters came back since the last time."""
        fresh = self.bureau.sink.mails[self.returned :]
        self.returned += len(fresh)
        for copy in fresh:
            if OWN in copy.recipients:
                received = f"Return-Path: <{copy.envelope_from}>\r\nDelivered-To: {OWN}\r\n".encode()
                self.deliver(received + copy.raw, at)
        return len(fresh)

    def live_through(self, kill: int = 0, bug: str = "", through: Through | None = None) -> Round:
        """The round to be interrupted, then the rounds after it, with journal copies between them.

        through: what stands between maild and its servers during the first round.
        """
        with through(self.bureau) if through else nullcontext():
            first = self.run(NOW, kill, bug)
        errors = [first.error] if first.error else []
        for minutes in AFTERWARDS:
            at = NOW + timedelta(minutes=minutes)
            back = self.return_journal(at)
            if at == LAST and not back:
                break  # nothing can happen any more
            later = self.run(at, bug=bug)
            errors += [later.error] if later.error else []
        return Round(first.killed, first.points, errors)

    def ending(self, past: Sequence[Received] = ()) -> Ending:
        dovecot = self.bureau.dovecot
        folders = {name: dovecot.messages(self.user, name) for name in FOLDERS}
        url = self.bureau.config.database.url or ""
        path = self.bureau.folder / "maild.db"
        rows = oracle.postgresql_rows(url) if url.startswith("postgresql") else oracle.sqlite_rows(path)
        return oracle.ending(rows, folders, [*past, *self.bureau.sink.mails])


@dataclass
class Scene:
    """The office before the interrupted round; `copy` gives another one just like it."""

    office: Office
    delivered: list[Delivered]

    def copy(self, folder: Path, user: str, children: Children) -> Office:
        """Same database, same mailbox, under another user and with a sink of its own. Call `end` after it."""
        old = self.office.bureau
        dovecot = old.dovecot
        shutil.copytree(old.folder, folder)
        shutil.copytree(dovecot.mail / self.office.user, dovecot.mail / user)
        for path in (dovecot.mail / user, *(dovecot.mail / user).rglob("*")):
            ground.give(path, dovecot.user, dovecot.group)
        sink = Sink().start()
        text = old.path.read_text().replace(str(old.folder), str(folder))
        text = text.replace("username: office", f"username: {user}")
        text = text.replace(f"port: {old.sink.port},", f"port: {sink.port},")
        new = Bureau.__new__(Bureau)
        new.folder, new.dovecot, new.sink, new.path, new.read = (
            folder,
            dovecot,
            sink,
            folder / "config.yaml",
            0,
        )
        new.path.write_text(text)
        return Office(new, user, children)

    def past(self) -> list[Received]:
        return self.office.bureau.sink.mails


def prepare(
    folder: Path, dovecot: Dovecot, sink: Sink, children: Children, *, url: str = "", journal: str = "true"
) -> Scene:
    """Two cases and an open question from last week; ten mails came over the weekend."""
    # What the day asks of focal points depends on the mails read by then, and waits for the next day if cut off.
    quiet = "upkeep: {confirmation: ask}\n"
    bureau = Bureau(folder, dovecot, sink, journal=f"{journal}, connections: 1", url=url, extra=quiet)
    office = Office(bureau, "office", children)
    delivered = []

    def put(name: str, raw: bytes, disposition: str, at: datetime) -> bytes:
        office.deliver(raw, at)
        delivered.append(Delivered(name, digest(raw), disposition))
        return raw

    first = put(
        "the first report", mail("putu@warga.example", REPORT, message_id="1@w.example"), "opened", PAST
    )
    put("an old unclear report", mail("ayu@warga.example", UNCLEAR, message_id="2@w.example"), "opened", PAST)
    power = mail("rai@warga.example", POWER, message_id="3@w.example")
    put("an old report that will bounce", power, "opened", PAST)
    for minutes in (0, 5):
        went = office.run(PAST + timedelta(minutes=minutes))
        assert went.error is None, went
        office.return_journal(PAST + timedelta(minutes=minutes))
    office.run(PAST + timedelta(minutes=10))

    new = mail("kadek@warga.example", WATER, message_id="4@w.example")
    put("a report to be forwarded", new, "opened", CAME)
    # Another person: with the NIK, home or telephone of the first one it would be held as the same report.
    social = REPORT.replace("Kependudukan dan Pencatatan Sipil", "Sosial").replace("Putu", "Gede")
    social = social.replace("5103014107900000", "5103020203850000").replace(
        "0812 0000 1234", "0812 0000 5678"
    )
    social = social.replace("Jalan Raya Uji 7, Banjar Contoh", "Jalan Uji Timur 21, Banjar Lain")
    put("a report for staff", mail("gede@warga.example", social, message_id="5@w.example"), "opened", CAME)
    bulk = mail(
        "warta@toko.example",
        "Promo!",
        message_id="6@t.example",
        headers=[("List-Unsubscribe", "<mailto:x@toko.example>"), ("Precedence", "bulk")],
    )
    put("a newsletter", bulk, "ignored", CAME)
    put("the first report once more", first, "duplicate", CAME)
    put("the new report once more", new, "duplicate", CAME)
    slow = "Yth. Ombudsman, saya mengeluhkan pelayanan administrasi yang berlarut-larut di kantor desa. Mohon dibantu."
    other = mail("komang@warga.example", slow, message_id="4@w.example")
    put("another report under a used Message-ID", other, "opened", CAME)
    put(
        "an answer of the agency",
        reply(bureau.last_to(CAPIL), CAPIL, ANSWER, message_id="7@c.example"),
        "threaded",
        CAME,
    )
    put(
        "a command of staff",
        reply(bureau.last_to(INTAKE), INTAKE, "1 agency pdam-uji", message_id="8@k.example"),
        "threaded",
        CAME,
    )
    put("a bounce", bounce(str(bureau.last_to(PLN)["Message-ID"]), PLN), "threaded", CAME)
    put("a poison mail", poison(), "quarantined", CAME)
    return Scene(office, delivered)
