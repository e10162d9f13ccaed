"""Reports of the Indonesian set, passed on by staff from many mail programs: writer, subject and text come through.

Forms of domain.md 5.3, and of programs beside these. `--only passed_on.` judges them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.header import Header

from maild.message import Message, read
from tests.score.figure import Figure, Verdict, right_share, wrong_share
from tests.score.readings import Readings
from tests.score.requoted import marked
from tests.score.wording import collapsed, lost

OWN = "Mohon diregister, pelapor datang lewat surel pribadi saya."
TO = "Penerimaan <penerimaan@ombudsman-bali.example>"
_ID, _EN = "Senin, 3 Agustus 2026 14.11", "Monday, August 3, 2026 2:11 PM"
_MAILS = 25  # reports that are passed on; each in every form


@dataclass(frozen=True, slots=True)
class Original:
    name: str
    address: str
    subject: str
    text: str

    @property
    def who(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


Form = Callable[[Original], str]


def _headed(
    opening: str, sender: str, day: str, subject: str, to: str, when: str, order: str = "fdst"
) -> Form:
    """Own words, an opening line, the labels in the order of the program (f, d, s, t), the text."""

    def form(one: Original) -> str:
        rows = {
            "f": f"{sender} {one.who}",
            "d": f"{day} {when}",
            "s": f"{subject} {one.subject}",
            "t": f"{to} {TO}",
        }
        head = "\n".join(rows[letter] for letter in order)
        return f"{OWN}\n\n{opening}\n{head}\n\n{one.text}\n".replace("\n\n\n", "\n\n")

    return form


def _behind_marks(form: Form) -> Form:
    """The same, everything below the own words behind marks, as telephones do."""

    def quoted(one: Original) -> str:
        own, _, rest = form(one).partition("\n\n")
        return f"{own}\n\n{marked(rest)}"

    return quoted


_APPLE = _headed(
    "Awal pesan terusan:\n",
    "Dari:",
    "Tanggal:",
    "Perihal:",
    "Kepada:",
    "3 Agustus 2026 14.11.10 WITA",
    "fsdt",
)
FORMS: Mapping[str, Form] = {
    "Gmail, en": _headed("---------- Forwarded message ---------", "From:", "Date:", "Subject:", "To:", "Mon, Aug 3, 2026 at 2:11 PM"),
    "Gmail, half id": _headed("---------- Forwarded message ---------", "Dari:", "Date:", "Subject:", "To:", "Sen, 3 Agu 2026 pukul 14.11"),
    "Gmail, id": _headed("---------- Pesan terusan ---------", "Dari:", "Tanggal:", "Subjek:", "Kepada:", "Sen, 3 Agu 2026 pukul 14.11"),
    "Apple Mail, id": _APPLE,
    "Apple Mail, en": _headed("Begin forwarded message:\n", "From:", "Date:", "Subject:", "To:", "3 August 2026 at 14.11.10 WITA", "fsdt"),
    "iPhone, id": _behind_marks(_APPLE),
    "Thunderbird, id": _headed("-------- Pesan Diteruskan --------", "Dari: \t", "Tanggal: \t", "Subjek: \t", "Kepada: \t", "Mon, 3 Aug 2026 14:11:10 +0800", "sdft"),
    "Thunderbird, en": _headed("-------- Forwarded Message --------", "From: \t", "Date: \t", "Subject: \t", "To: \t", "Mon, 3 Aug 2026 14:11:10 +0800", "sdft"),
    "Roundcube, id": _headed("-------- Pesan Asli --------", "Pengirim:", "Tanggal:", "Judul:", "Penerima:", "2026-08-03 14:11", "sdft"),
    "Roundcube, en": _headed("-------- Original Message --------", "From:", "Date:", "Subject:", "To:", "2026-08-03 14:11", "sdft"),
    "Zimbra, id": _headed("----- Pesan yang Diteruskan -----", "Dari:", "Terkirim:", "Subjek:", "Ke:", "Senin, 3 Agustus 2026 14:11:10", "ftds"),
    "Zimbra, en": _headed("----- Forwarded Message -----", "From:", "Sent:", "Subject:", "To:", "Monday, August 3, 2026 2:11:10 PM", "ftds"),
    "Outlook, id": _headed("", "Dari:", "Dikirim:", "Subjek:", "Kepada:", _ID, "fdts"),
    "Outlook, id, rule": _headed("________________________________", "Dari:", "Dikirim:", "Perihal:", "Kepada:", _ID, "fdts"),
    "Outlook, id, dashes": _headed("-----Pesan Asli-----", "Dari:", "Dikirim:", "Subjek:", "Kepada:", _ID, "fdts"),
    "Outlook, id, bold": _headed("", "*Dari:*", "*Dikirim:*", "*Subjek:*", "*Kepada:*", _ID, "fdts"),
    "Outlook, en": _headed("", "From:", "Sent:", "Subject:", "To:", _EN, "fdts"),
    "Outlook, en, dashes": _headed("-----Original Message-----", "From:", "Sent:", "Subject:", "To:", _EN, "fdts"),
    "Yahoo, id": _headed("----- Pesan yang Diteruskan -----", "Dari:", "Terkirim:", "Judul:", "Kepada:", f"{_ID}.10 WITA", "ftds"),
    "Yahoo, en": _headed("----- Forwarded Message -----", "From:", "Sent:", "Subject:", "To:", "Monday, August 3, 2026 at 02:11:10 PM GMT+8", "ftds"),
    "Samsung, id": _headed("-------- Pesan asli --------", "Dari:", "Tanggal:", "Subjek:", "Ke:", "03/08/26 14.11 (GMT+08:00)", "fdts"),
    "Samsung, en": _headed("-------- Original message --------", "From:", "Date:", "Subject:", "To:", "8/3/26  2:11 PM  (GMT+08:00)", "fdts"),
    "K-9, id": _headed("-------- Pesan Orisinal --------", "Dari:", "Terkirim:", "Subjek:", "Kepada:", "3 Agustus 2026 14.11.10 GMT+08:00", "fdts"),
    "Proton": _headed("------- Forwarded Message -------", "From:", "Date:", "Subject:", "To:", "On Monday, August 3rd, 2026 at 2:11 PM"),
}  # fmt: skip


def originals(readings: Readings) -> Iterator[Original]:
    """The first reports that quote nothing; a subject without one of the program's own prefixes."""
    found = 0
    for entry in readings.shared.gold:
        message = readings.indonesian(entry).message
        plain = (
            isinstance(message, Message) and message.sender and not message.quoted and not message.forwarded
        )
        if entry["kind"] == "report" and plain and isinstance(message, Message) and message.new_text.strip():
            assert message.sender is not None
            subject = message.subject.strip() or "laporan"
            yield Original(message.sender.name, message.sender.address, subject, message.text.strip())
            found += 1
            if found == _MAILS:
                return


def mail(one: Original, form: Form) -> bytes:
    head = (
        f"From: Penerimaan <penerimaan@ombudsman-bali.example>\nTo: pengaduan.bali@ombudsman-bali.example\n"
        f"Subject: {Header('Fwd: ' + one.subject, 'utf-8', 10_000).encode()}\nDate: Tue, 4 Aug 2026 08:00:00 +0800\n"
        "Message-ID: <terusan@ombudsman-bali.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n"
    )
    return (head + "\n" + form(one)).encode()


def figures(readings: Readings) -> Iterator[Figure]:
    heads, gone, own = [], [], []
    for number, one in enumerate(originals(readings), 1):
        for name, form in FORMS.items():
            found = read(mail(one, form))
            assert isinstance(found, Message)
            file = f"report {number} of indonesia/mails ({name})"
            forwarded = found.forwarded
            sender = forwarded.sender if forwarded else None
            wanted = (one.address, collapsed(one.subject), "2026-08-03")
            told = (
                sender.address if sender else None,
                collapsed(forwarded.subject or "") if forwarded else None,
                str(forwarded.date.date()) if forwarded and forwarded.date else None,
            )
            heads.append(Verdict(file, wanted == told, wanted, told))
            missing = lost(one.text, forwarded.text if forwarded else "")
            gone.append(Verdict(file, not missing, "nothing lost", " ".join(missing[:20])))
            own.append(Verdict(file, collapsed(found.new_text) == OWN, OWN, found.new_text))
    yield right_share("passed_on.head", "passed on: writer, subject and day of the original", heads, 95)
    yield wrong_share("passed_on.lost", "passed on: words of the original lost", gone)
    yield right_share("passed_on.own_text", "passed on: what staff wrote above it", own, 95)
