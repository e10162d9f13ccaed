"""An office to play with: a configuration, a real Dovecot, a recording SMTP sink, and people who write mail."""

from __future__ import annotations

import email
import email.policy
import email.utils
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from maild.config import Config, load
from maild.daemon import once
from maild.daemon.work import Counts
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Received, Sink

AUTHSERV = "mx.kantor.example"
OWN = "pengaduan@kantor.example"
INTAKE, OFFICER, HEAD, ADMIN = (f"{name}@kantor.example" for name in ("intake", "asisten", "kepala", "admin"))

AGENCIES = """\
agency_id,name,aliases,office,level,region,sector,parent_agency_id,focal_name,focal_email,alternate_email,\
superior_email,oversight_agency_id,appointed_on,valid_until
itda-uji,Inspektorat Daerah Kabupaten Badung,Inspektorat Badung,kta,kabupaten,Kabupaten Badung,pengawasan,,\
Ni Luh Uji,itda@badungkab.example,,,,2025-01-01,2029-12-31
capil-uji,Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung,Disdukcapil Badung|Dukcapil Badung,kta,\
kabupaten,Kabupaten Badung,kependudukan,,I Wayan Uji,narahubung@capil.badungkab.example,\
sekretariat@capil.badungkab.example,kepala@capil.badungkab.example,itda-uji,2025-01-01,2029-12-31
pdam-uji,Perumda Air Minum Tirta Mangutama Kabupaten Badung,PDAM Badung,kta,bumd,Kabupaten Badung,air minum,,\
I Made Uji,narahubung@pdam.badungkab.example,,kepala@pdam.badungkab.example,itda-uji,2025-01-01,2029-12-31
pln-uji,PT PLN (Persero) ULP Mengwi,PLN Mengwi,kta,bumn,Kabupaten Badung,listrik,,\
Ketut Uji,focal@plnmengwi.example,,manajer@plnmengwi.example,,2025-01-01,2029-12-31
kosong-uji,Dinas Sosial Kabupaten Badung,Dinsos Badung,kta,kabupaten,Kabupaten Badung,sosial,,\
,,,kepala@dinsos.badungkab.example,itda-uji,,
"""

REPORT = """\
Yth. Ombudsman,

Nama: Ni Putu Contoh
NIK: 5103014107900000
Alamat: Jalan Raya Uji 7, Banjar Contoh, Desa Contoh, Kabupaten Badung
No HP: 0812 0000 1234
Terlapor: Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung
Uraian: Permohonan KTP elektronik saya ajukan pada 5 Januari 2026 dan sampai hari ini belum selesai.
Upaya: Saya sudah dua kali menanyakan langsung ke loket Disdukcapil Badung, pada 2 dan 16 Februari 2026, \
tetapi hanya diminta menunggu.
Harapan: KTP segera diterbitkan.

Identitas saya boleh disampaikan. Terima kasih.
"""

CONFIG = """\
office: {{name: Ombudsman RI Perwakilan Uji, short_name: ORI Uji, code: KTA, city: Denpasar, \
timezone: Asia/Makassar, address: Jalan Uji 1, phone: (000) 123456, website: kantor.example}}
mailbox: {{host: 127.0.0.1, port: {imap}, tls: none, username: office, password_file: {folder}/secret, \
since: 2026-01-01, receipts_within: 100000 hours}}
submission: {{host: 127.0.0.1, port: {smtp}, tls: none, from: {own}, journal: {journal}}}
database: {{url: "{url}"}}
agencies: agencies.csv
staff:
  - {{name: Intake Uji, email: {intake}, roles: [intake]}}
  - {{name: Asisten Uji, email: {officer}, roles: [examiner]}}
  - {{name: Kepala Uji, email: {head}, roles: [head]}}
  - {{name: Admin Uji, email: {admin}, roles: [admin]}}
routing: {{forward: auto, hold: {hold}}}
authentication: {{authserv_id: {authserv}, require_dmarc: staff}}
limits: {{per_address_per_day: 100, per_hour: 100000}}
rehearsal: {{enabled: true}}
"""


class Bureau:
    """One office. Time is an argument of every round; nothing here reads the clock."""

    def __init__(
        self,
        folder: Path,
        dovecot: Dovecot,
        sink: Sink,
        *,
        hold: str = "0 minutes",
        journal: str = "false",
        url: str = "",
        agencies: str = AGENCIES,
        extra: str = "",
    ) -> None:
        self.folder, self.dovecot, self.sink = folder, dovecot, sink
        (folder / "secret").write_text("secret\n")
        (folder / "secret").chmod(0o600)
        (folder / "agencies.csv").write_text(agencies)
        names = {"intake": INTAKE, "officer": OFFICER, "head": HEAD, "admin": ADMIN, "authserv": AUTHSERV}
        values = {"imap": dovecot.port, "smtp": sink.port, "folder": folder, "own": OWN, "hold": hold}
        url = url or f"sqlite:///{folder}/maild.db"
        text = CONFIG.format(**values, **names, url=url, journal=journal)
        self.path = folder / "config.yaml"
        self.path.write_text(text + extra)
        self.read = 0  # mails of the sink that were looked at

    @property
    def config(self) -> Config:
        found = load(self.path)
        assert isinstance(found, Config), "\n".join(str(p) for p in found)
        return found

    def deliver(self, raw: bytes, at: datetime) -> None:
        self.dovecot.append("office", "INBOX", raw, at)

    def once(self, at: datetime) -> Counts:
        return once(self.config, at)

    def news(self) -> list[Received]:
        """What left since the last look."""
        fresh = self.sink.mails[self.read :]
        self.read = len(self.sink.mails)
        return fresh

    def to(self, address: str) -> list[EmailMessage]:
        return [parsed(mail.raw) for mail in self.sink.mails if mail.recipients[0] == address]

    def last_to(self, address: str) -> EmailMessage:
        return self.to(address)[-1]

    def show(self, number: str) -> dict[str, Any]:
        return shown(self.config, number)


def parsed(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def flat(message: EmailMessage) -> str:
    """Its text with white space collapsed: letters are wrapped."""
    return " ".join(text_of(message).split())


def mail(
    sender: str,
    text: str,
    *,
    subject: str = "Laporan",
    to: str = OWN,
    name: str = "",
    dmarc: str | None = "pass",
    at: datetime = datetime(2026, 3, 2, 1, tzinfo=UTC),
    message_id: str | None = None,
    headers: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A plain mail as our own MX hands it over, with its verdict on top."""
    domain = sender.rpartition("@")[2]
    lines = []
    if dmarc:
        lines.append(f"Authentication-Results: {AUTHSERV}; dmarc={dmarc} header.from={domain}")
    unique = message_id or f"{abs(hash((sender, text, subject, at)))}@{domain}"
    lines += [
        f"From: {email.utils.formataddr((name, sender))}",
        f"To: {to}",
        f"Subject: {subject}",
        f"Date: {email.utils.format_datetime(at)}",
        f"Message-ID: <{unique}>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        *(f"{key}: {value}" for key, value in headers),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n" + text.replace("\n", "\r\n")).encode()


def reply(to: EmailMessage, sender: str, text: str, **more: Any) -> bytes:
    """An answer as an ordinary mail program makes it: threaded, with the letter quoted below."""
    quoted = "\n".join("> " + line for line in text_of(to).splitlines())
    body = f"{text}\n\nPada tanggal Sen, 2 Mar 2026 pukul 09.00 Ombudsman <{OWN}> menulis:\n{quoted}\n"
    threads = [("In-Reply-To", str(to["Message-ID"])), ("References", str(to["Message-ID"]))]
    subject = more.pop("subject", f"Re: {to['Subject']}")
    address = str(to["Reply-To"] or OWN)
    return mail(sender, body, subject=subject, to=address, headers=threads, **more)


def shown(config: Config, number: str) -> dict[str, Any]:
    """The `show` document of a case."""
    from maild.config import database_url
    from maild.store import Store, views

    store = Store(database_url(config.database))
    try:
        with store.reading() as connection:
            found = views.show(connection, config, number)
        assert found is not None
        return found
    finally:
        store.close()


def hours(number: float) -> timedelta:
    return timedelta(hours=number)
