"""A bureau under attack: who writes what, what left, and every byte that somebody outside could have read."""

from __future__ import annotations

import email
import email.policy
import re
import unicodedata
import urllib.parse
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage, Message
from html import unescape

from tests.daemon.bureau import ADMIN, AUTHSERV, HEAD, INTAKE, OFFICER, REPORT, Bureau, mail, reply, text_of
from tests.servers.sink import Received

FOCAL = "narahubung@capil.badungkab.example"
CHIEF = "kepala@capil.badungkab.example"
CITIZEN = "putu@surel.example"
SPY = "spy@evil.example"
MONDAY = datetime(2026, 9, 7, 1, tzinfo=UTC)  # 09.00 WITA
STAFF = frozenset({INTAKE, OFFICER, HEAD, ADMIN})
MINUTE = timedelta(minutes=1)
ANSWER = (
    "Menindaklanjuti surat dimaksud, dapat kami jelaskan bahwa KTP elektronik telah selesai dicetak dan telah "
    "diserahkan kepada pemohon."
)
UNCLEAR = """\
Yth. Ombudsman, saya mengeluhkan pelayanan administrasi yang berlarut-larut. Sudah tiga kali saya datang dan
menanyakan ke kantornya tetapi belum ada tanggapan. Nama saya Ketut Contoh. Mohon bantuannya.
"""


class Scene:
    """One office, one day after the other; each thing said is one round, one minute apart."""

    def __init__(self, bureau: Bureau, start: datetime = MONDAY) -> None:
        self.bureau, self.now = bureau, start

    def say(self, sender: str, text: str, **more: object) -> None:
        self.put(mail(sender, text, at=self.now, **more))  # type: ignore[arg-type]

    def answer(self, to: EmailMessage, sender: str, text: str, **more: object) -> None:
        self.put(reply(to, sender, text, at=self.now, **more))

    def put(self, *raws: bytes) -> None:
        self.bureau.dovecot.fill("office", [(raw, self.now) for raw in raws])
        self.round()

    def round(self, later: timedelta = MINUTE) -> None:
        self.counts = self.bureau.once(self.now)
        self.now += later

    def days(self, number: int, hour: int = 1, step: int = 1) -> None:
        """So many days pass, one round in the morning of each (or of each `step`th)."""
        for _ in range(0, number, step):
            self.now = (self.now + timedelta(days=step)).replace(hour=hour, minute=0)
            self.round()

    def report(self, text: str = REPORT, sender: str = CITIZEN, name: str = "Ni Putu Contoh") -> str:
        """A report; the number of its case."""
        self.say(sender, text, name=name)
        return self.case(sender)

    def case(self, sender: str = CITIZEN) -> str:
        return str(self.bureau.last_to(sender)["Subject"]).partition("]")[0].partition("[")[2]

    def letter(self, to: str = FOCAL) -> EmailMessage:
        return self.bureau.last_to(to)

    def item(self, officer: str = INTAKE) -> str:
        """The number of the first question in the officer's newest list."""
        text = text_of(self.bureau.last_to(officer))
        found = re.search(r"^(?:- )?(\d+)(?:\.| [a-z]+ )", text, re.MULTILINE)
        assert found is not None, text
        return found[1]

    def settle(self, command: str, officer: str = INTAKE) -> None:
        """The officer answers the newest list: its first number, and this command."""
        self.answer(self.bureau.last_to(officer), officer, f"{self.item(officer)} {command}")

    def outside(self) -> list[Received]:
        """Every mail that left for somebody who is not of the office."""
        return [m for m in self.bureau.sink.mails if not set(m.recipients) <= STAFF]

    def recipients(self) -> set[str]:
        return {r for m in self.bureau.sink.mails for r in m.recipients}

    def standing(self, number: str) -> tuple[object, ...]:
        """What an attack may not change: state, deadlines, mails and timeline of a case."""
        shown = self.bureau.show(number)
        return shown["state"], shown["deadlines"], shown["messages"], shown["timeline"], shown["letters"]


def written(raw: bytes) -> str:
    """Everything that one mail says, decoded in every way a reader or a machine would: headers, text, HTML
    without its tags, links percent-decoded, names of files, enclosed mails."""
    pieces = [raw.decode("utf-8", "replace")]
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        pieces += [_decoded(part, name) for name in part]
        pieces.append(part.get_filename() or "")
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            text = payload.decode("utf-8", "replace")
            bare = unescape(re.sub(r"<[^>]+>", "", text))
            pieces += [text, bare, " ".join(bare.split()), urllib.parse.unquote(unescape(text))]
    return "\n".join(pieces)


def _decoded(part: Message, name: str) -> str:
    return f"{name}: {' '.join(str(value) for value in part.get_all(name, []))}"


def folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


def told(mails: Iterable[Received], secrets: Iterable[str]) -> list[str]:
    """Which secrets the mails tell, digits also with anything between them, words also without blanks."""
    found = []
    for one in mails:
        text = folded(written(one.raw))
        digits, letters = re.sub(r"\D+", "", text), re.sub(r"[\W_]+", "", text)
        for secret in secrets:
            plain = folded(secret)
            number = re.sub(r"\D+", "", plain)
            if plain in text or re.sub(r"[\W_]+", "", plain) in letters:
                found.append(f"{secret} -> {one.recipients[0]}")
            elif len(number) >= 9 and len(number) >= len(plain.replace(" ", "")) - 4 and number in digits:
                found.append(f"{secret} (digits) -> {one.recipients[0]}")
    return found


def header(message: EmailMessage, name: str) -> str:
    return str(message[name] or "")


def proven(sender: str) -> bytes:
    """Our own server's verdict on a genuine mail, to stand above its other headers."""
    domain = sender.rpartition("@")[2]
    return f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}\r\n".encode()
