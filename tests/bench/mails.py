"""What an office finds in its mailbox: mails in the proportions of real work (10 to 20 mails a case).

Seeded: the same number of mails is always the same mails. Replies name letters of office.Filed by token,
Message-ID and number, as mail programs make them.
"""

from __future__ import annotations

import base64
import email.utils
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.bench import texts
from tests.bench.office import AGENCIES, AUTHSERV, NOW, OWN, Filed, person

SHARES = {
    "report": 12,
    "agency": 35,
    "reporter": 15,
    "staff": 8,
    "machine": 10,
    "bulk": 12,
    "stray": 8,
}  # in a hundred
ATTACHED = 0.15  # of reports and answers carry a scan of 100 to 400 KB
HTML = 0.75  # of the mails that people write say everything twice, as text and as HTML


@dataclass(frozen=True, slots=True)
class Delivered:
    sort: str  # a key of SHARES
    raw: bytes
    at: datetime  # INTERNALDATE


def mails(count: int, awaited: int) -> Iterator[Delivered]:
    """`count` mails of the day before NOW, mixed; replies are about the first `awaited` cases."""
    rng = random.Random(2026)
    sorts = [sort for sort, share in SHARES.items() for _ in range(round(count * share / 100))]
    sorts += ["bulk"] * (count - len(sorts))
    rng.shuffle(sorts)
    writer = Writer(rng, awaited)
    for n, sort in enumerate(sorts[:count]):
        at = NOW - timedelta(seconds=80_000 * (count - n) / count)
        yield Delivered(sort, writer.write(sort, n, at), at)


class Writer:
    """Everybody who writes to the office."""

    def __init__(self, rng: random.Random, awaited: int) -> None:
        self.rng = rng
        self.filed = [Filed(n) for n in range(awaited)]
        self.turn = dict.fromkeys(SHARES, 0)

    def write(self, sort: str, n: int, at: datetime) -> bytes:
        self.turn[sort] += 1
        ways: dict[str, Callable[[int, datetime], bytes]] = {
            "report": self._report,
            "agency": self._agency,
            "reporter": self._reporter,
            "staff": self._staff,
            "machine": self._machine,
            "bulk": self._bulk,
            "stray": self._stray,
        }
        return ways[sort](n, at)

    def _case(self) -> Filed:
        return self.rng.choice(self.filed)

    def _report(self, n: int, at: datetime) -> bytes:
        agency = AGENCIES[n % len(AGENCIES)]
        name = person(200_000 + n)
        sender = f"pelapor{n}@warga.example"
        if self.turn["report"] % 2:
            text = texts.report(self.rng, agency, name, n)
            return self._mail(sender, name, f"Laporan {agency.thing} di {agency.short}", text, at, scan=True)
        text = texts.unclear(self.rng, agency, name)
        return self._mail(sender, name, "mohon bantuan", text, at, scan=True)

    def _agency(self, n: int, at: datetime) -> bytes:
        filed = self._case()
        text = texts.answer(self.rng, filed.letter_number, filed.agency.thing)
        return self._reply(filed, "agency", filed.agency.address, f"I Made {filed.agency.short}", text, at)

    def _reporter(self, n: int, at: datetime) -> bytes:
        filed = self._case()
        text = texts.reporter(self.rng, filed.reporter_name)
        return self._reply(filed, "reporter", filed.reporter, filed.reporter_name, text, at)

    def _staff(self, n: int, at: datetime) -> bytes:
        """Half settle a question by its number, half write a command to a case."""
        filed = self._case()
        if self.turn["staff"] % 2:
            text = f"{filed.id} ok"
            return self._mail(filed.owner, "Asisten Uji", "Re: Daftar butir yang menunggu", text, at)
        text = self.rng.choice(("catatan sudah ditelepon, menunggu berkas dari dinas", "status"))
        return self._mail(filed.owner, "Asisten Uji", f"Re: [{filed.number}] Perkara", text, at)

    def _machine(self, n: int, at: datetime) -> bytes:
        filed, chance = self._case(), self.rng.random()
        sender = filed.agency.address
        letter = filed.message_id("agency")
        if chance < 0.4:
            more = ["Auto-Submitted: auto-replied", f"In-Reply-To: <{letter}>"]
            return self._mail(
                sender, "I Made", "Balasan otomatis: dinas luar", texts.AWAY, at, to=filed.reply_to("agency"),
                more=more,
            )  # fmt: skip
        if chance < 0.7:
            return self._mail(
                sender, "I Made", "Read: Permintaan klarifikasi", texts.READ, at, to=filed.reply_to("agency"),
                more=[f"In-Reply-To: <{letter}>"], report=texts.read_receipt(sender, letter), answers=letter,
            )  # fmt: skip
        action, status = ("failed", "5.1.1") if chance < 0.9 else ("delayed", "4.4.1")
        return self._mail(
            f"MAILER-DAEMON@mx.{filed.agency.id}.example", "Mail Delivery System",
            "Undelivered Mail Returned to Sender", texts.RETURNED, at, to=filed.reply_to("agency"),
            more=["Auto-Submitted: auto-replied", "Return-Path: <>"],
            report=texts.delivery_report(sender, action, status), answers=letter,
        )  # fmt: skip

    def _bulk(self, n: int, at: datetime) -> bytes:
        more = [
            "List-Unsubscribe: <https://warta.example/berhenti>",
            "Precedence: bulk",
            "List-Id: <w.warta.example>",
        ]
        text = texts.newsletter(self.rng)
        return self._mail(
            f"warta{n % 40}@warta.example", "Warta Layanan", f"Warta edisi {n}", text, at, more=more
        )

    def _stray(self, n: int, at: datetime) -> bytes:
        if n % 2:
            agency = AGENCIES[(n * 7) % len(AGENCIES)]
            text = texts.letter(self.rng, agency)
            return self._mail(agency.address, agency.short, f"Undangan rapat koordinasi {n}", text, at)
        return self._mail(
            f"orang{n}@lain.example", person(300_000 + n), "tanya", texts.question(self.rng), at
        )

    def _reply(self, filed: Filed, role: str, sender: str, name: str, text: str, at: datetime) -> bytes:
        """As mail programs reply: threaded, to the private address, with our letter quoted below."""
        letter = filed.message_id(role)
        subject = f"Re: [{filed.number}] Permintaan klarifikasi"
        quoted = "\n".join("> " + line for line in texts.our_letter(filed).splitlines())
        body = f"{text}\n\nPada tanggal {filed.opened_at:%d/%m/%Y} pukul 09.00 ORI Uji <{OWN}> menulis:\n{quoted}\n"
        return self._mail(
            sender, name, subject, body, at, to=filed.reply_to(role), scan=role == "agency",
            more=[f"In-Reply-To: <{letter}>", f"References: <{letter}>"],
        )  # fmt: skip

    def _mail(
        self,
        sender: str,
        name: str,
        subject: str,
        text: str,
        at: datetime,
        *,
        to: str = OWN,
        more: list[str] | None = None,
        scan: bool = False,
        report: tuple[str, str] | None = None,
        answers: str = "",
    ) -> bytes:
        """A mail as our own MX hands it over: its verdict on top, the trace of its way below."""
        rng, domain = self.rng, sender.rpartition("@")[2]
        unique = f"{rng.getrandbits(80):020x}"
        lines = [
            f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}; spf=pass; dkim=pass",
            *texts.trace(rng, domain, to, at),
            f"From: {email.utils.formataddr((name, sender))}",
            f"To: {to}",
            f"Subject: {subject}",
            f"Date: {email.utils.format_datetime(at)}",
            f"Message-ID: <{unique}@{domain}>",
            "MIME-Version: 1.0",
            *(more or []),
        ]
        parts = [texts.part("text/plain; charset=utf-8", text)]
        if report is not None:
            kind, content = report
            top = f"multipart/report; report-type={kind.split('/')[1]}"
            parts += [texts.part(kind, content), texts.part("text/rfc822-headers", texts.returned(answers))]
            return _joined(lines, top, parts, unique)
        if rng.random() < HTML:
            html = texts.part("text/html; charset=utf-8", texts.as_html(text))
            inner = _joined([], "multipart/alternative", [*parts, html], f"a{unique}")
            parts = [inner]
        if scan and rng.random() < ATTACHED:
            parts.append(_scan(rng))
        if len(parts) == 1:
            return "\r\n".join(lines).encode() + b"\r\n" + parts[0]
        return _joined(lines, "multipart/mixed", parts, f"m{unique}")


def _joined(lines: list[str], top: str, parts: list[bytes], boundary: str) -> bytes:
    head = [*lines, f'Content-Type: {top}; boundary="{boundary}"', "", ""]
    body = b"".join(f"--{boundary}\r\n".encode() + part + b"\r\n" for part in parts)
    return "\r\n".join(head).encode() + body + f"--{boundary}--\r\n".encode()


def _scan(rng: random.Random) -> bytes:
    size = rng.randrange(75_000, 300_000)  # 100 to 400 KB as base64
    head = (
        'Content-Type: application/pdf; name="surat.pdf"\r\nContent-Transfer-Encoding: base64\r\n'
        'Content-Disposition: attachment; filename="surat.pdf"\r\n\r\n'
    )
    return head.encode() + base64.encodebytes(b"%PDF-1.4\n" + rng.randbytes(size)).replace(b"\n", b"\r\n")
