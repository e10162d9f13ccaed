"""The Indonesian replies as other mail programs would have sent them: what is new in them stays the same.

Forms of domain.md 5.3, and of programs beside these. `--only requoted.` judges them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from maild.message.quoting import split
from tests.score.figure import Figure, Verdict, right_share, wrong_share
from tests.score.readings import Readings
from tests.score.wording import collapsed, lost

NAME, ADDRESS = "Ombudsman RI Perwakilan Bali", "pengaduan.bali@ombudsman-bali.example"
WHO = f"{NAME} <{ADDRESS}>"
SUBJECT = "[0012/LM/VIII/2026/DPS] Permintaan klarifikasi"
TO = "Kepala Bagian <kepala@dinas.example>"
LETTER = """\
Yth. Bapak/Ibu Pejabat Penghubung,

Dengan hormat, bersama ini kami teruskan laporan masyarakat mengenai layanan
di unit kerja Bapak/Ibu. Kami mohon penjelasan tertulis paling lambat
empat belas hari sejak surat ini diterima.

1. Dasar dan kronologi penanganan;
2. Tindak lanjut yang telah dilakukan.

Atas perhatian dan kerja samanya kami ucapkan terima kasih.

Hormat kami,
Asisten Pemeriksa"""
_WORDS_OF_THE_LETTER = ("bersama ini kami teruskan laporan masyarakat", "dasar dan kronologi penanganan")


def marked(text: str, mark: str = "> ") -> str:
    return "\n".join((mark + line).rstrip() for line in text.split("\n"))


def _below(line: str, quote: str | None = None) -> Callable[[str], str]:
    """Own words, a line that says who wrote what follows, the letter behind marks."""
    return lambda own: f"{own}\n\n{line}\n\n{quote or marked(LETTER)}\n"


def _bare(head: str) -> Callable[[str], str]:
    """The letter stands below its own header, without marks."""
    return lambda own: f"{own}\n\n{head}\n\n{LETTER}\n"


def _block(sender: str, sent: str, to: str, subject: str, day: str) -> str:
    return f"{sender} {WHO}\n{sent} {day}\n{to} {TO}\n{subject} {SUBJECT}"


_DARI = _block("Dari:", "Dikirim:", "Kepada:", "Perihal:", "Senin, 3 Agustus 2026 14.11")
_FROM = _block("From:", "Sent:", "To:", "Subject:", "Monday, August 3, 2026 2:11 PM")
FORMS: Mapping[str, Callable[[str], str]] = {
    "Gmail, id": _below(f"Pada tanggal Sen, 3 Agu 2026 pukul 14.11 {WHO} menulis:"),
    "Gmail, id, wrapped": _below(f"Pada tanggal Sen, 3 Agu 2026 pukul 14.11 {NAME} <\n{ADDRESS}> menulis:"),
    "Gmail, en": _below(f"On Mon, Aug 3, 2026 at 2:11 PM {WHO} wrote:"),
    "Gmail, en, wrapped": _below(f"On Mon, Aug 3, 2026 at 2:11\u202fPM {NAME} <\n{ADDRESS}> wrote:"),
    "Gmail, en, day first": _below(f"On Mon, 3 Aug 2026 at 14:11, {WHO} wrote:"),
    "Gmail, ms": _below(f"Pada Isn, 3 Ogo 2026 pada 2:11 PTG {WHO} menulis:"),
    "Gmail, de": _below(f"Am Mo., 3. Aug. 2026 um 14:11 Uhr schrieb {WHO}:"),
    "Gmail, nl": _below(f"Op ma 3 aug 2026 om 14:11 schreef {WHO}:"),
    "Apple Mail, id": _below(f"Pada 3 Agu 2026, pukul 14.11, {WHO} menulis:"),
    "Apple Mail, en": _below(f"On 3 Aug 2026, at 14.11, {WHO} wrote:"),
    "iPhone, id": lambda own: (
        f"{own}\n\nDikirim dari iPhone saya\n\n> Pada 3 Agu 2026, pukul 14.11, {WHO} menulis:\n> \n{marked(LETTER)}"
    ),
    "Thunderbird, id": _below(f"Pada 03/08/2026 14.11, {NAME} menulis:"),
    "Thunderbird, en": _below(f"On 03/08/2026 14:11, {NAME} wrote:"),
    "Roundcube, id": _below(f"Pada 2026-08-03 14:11, {NAME} menulis:"),
    "Roundcube, en": _below(f"On 2026-08-03 14:11, {NAME} wrote:"),
    "Zimbra, id": _below(f"----- Pada 3 Agu 2026, jam 14:11, {NAME} {ADDRESS} menulis:"),
    "Zimbra, id, block": _bare(
        f'----- Pesan Asli -----\nDari: "{NAME}" <{ADDRESS}>\nKe: {TO}\nTerkirim: Senin, 3 Agustus 2026 14:11:10\n'
        f"Subjek: {SUBJECT}"
    ),
    "Zimbra, en, rule": _bare(
        f'From: "{NAME}" <{ADDRESS}>\nTo: {TO}\nSent: Monday, August 3, 2026 2:11:10 PM\nSubject: {SUBJECT}'
    ),
    "Outlook, id": _bare(_DARI),
    "Outlook, id, rule": _bare(f"________________________________\n{_DARI}"),
    "Outlook, id, bold": _bare(
        f"*Dari:* {WHO}\n*Dikirim:* Senin, 3 Agustus 2026 14.11\n*Kepada:* {TO}\n*Subjek:* {SUBJECT}"
    ),
    "Outlook, en": _bare(_FROM),
    "Outlook, en, dashes": _bare(f"-----Original Message-----\n{_FROM}"),
    "Outlook, id, dashes": _bare(f"-----Pesan Asli-----\n{_DARI}"),
    "Outlook for Android": _bare(
        f"Dapatkan Outlook untuk Android<https://aka.example/x>\n________________________________\n{_FROM}"
    ),
    "Yahoo, id": _bare(f"    Pada Senin, 3 Agustus 2026 14.11.10 WITA, {WHO} menulis:  "),
    "Yahoo, en": _bare(f"    On Monday, August 3, 2026 at 02:11:10 PM GMT+8, {WHO} wrote:  "),
    "Samsung, id": _bare(
        f"Dikirim dari Galaxy saya\n\n\n-------- Pesan asli --------\nDari: {WHO}\n"
        f"Tanggal: 03/08/26 14.11 (GMT+08:00)\nKe: {TO}\nSubjek: {SUBJECT}"
    ),
    "Samsung, en": _bare(
        f"Sent from my Galaxy\n\n-------- Original message --------\nFrom: {WHO}\n"
        f"Date: 8/3/26  2:11 PM  (GMT+08:00)\nTo: {TO}\nSubject: {SUBJECT}"
    ),
    "K-9, id": _bare(
        f"-------- Pesan Orisinal --------\nDari: {WHO}\nTerkirim: 3 Agustus 2026 14.11.10 GMT+08:00\n"
        f"Kepada: {TO}\nSubjek: {SUBJECT}"
    ),
    "Proton": _below(
        f"------- Original Message -------\nOn Monday, August 3rd, 2026 at 2:11 PM, {WHO} wrote:"
    ),
    "Spark": _below(f"On 3 Aug 2026 at 14.11 +0800, {WHO}, wrote:"),
    "BlueMail": _below(f"On Aug 3, 2026, at 2:11 PM, {WHO} wrote:", marked(LETTER, ">")),
    "Mail.ru": _below(f"Понедельник, 3 августа 2026, 14:11 +08:00 от {WHO}:"),
    "Horde, id": _below(f"Kutipan {WHO}:"),
    "Horde, en": _below(f"Quoting {WHO}:"),
    "marks alone": lambda own: f"{own}\n\n{marked(LETTER)}\n",
    "marks without blanks": lambda own: f"{own}\n\n{marked(LETTER, '>')}\n",
    "bottom": lambda own: (
        f"Pada tanggal Sen, 3 Agu 2026 pukul 14.11 {WHO} menulis:\n\n{marked(LETTER)}\n\n{own}\n"
    ),
    "bottom, en": lambda own: f"On Mon, Aug 3, 2026 at 2:11 PM {WHO} wrote:\n{marked(LETTER)}\n\n{own}\n",
    "inside": lambda own: (
        f"On Mon, Aug 3, 2026 at 2:11 PM {WHO} wrote:\n{marked(LETTER[:120])}\n\n{own}\n\n{marked(LETTER[120:])}\n"
    ),
    "twice": lambda own: (
        f"{own}\n\nPada tanggal Sel, 4 Agu 2026 pukul 08.00 Budi <budi@dinas.example> menulis:\n\n"
        f"> Baik, kami pelajari.\n>\n> Pada tanggal Sen, 3 Agu 2026 pukul 14.11 {WHO} menulis:\n>\n{marked(LETTER, '>> ')}\n"
    ),
}


def figures(readings: Readings) -> Iterator[Figure]:
    """The new text of every reply, as it was read from the mail itself, in each of the forms."""
    exact, gone, quoted = [], [], []
    for entry in readings.shared.gold:
        if not entry.get("visible_text_starts"):
            continue
        reading = readings.indonesian(entry)
        own = reading.document["new_text"]
        for name, form in FORMS.items():
            file = f"{reading.file} ({name})"
            new = split(form(own)).new
            found = collapsed(new)
            exact.append(Verdict(file, found == collapsed(own), collapsed(own), found))
            missing = lost(own, new)
            gone.append(Verdict(file, not missing, "nothing lost", " ".join(missing)))
            taken = [one for one in _WORDS_OF_THE_LETTER if one in found.casefold()]
            quoted.append(Verdict(file, not taken, "nothing quoted", taken))
    yield right_share("requoted.exact", "replies in the form of other programs: new text exact", exact, 95)
    yield wrong_share("requoted.lost", "replies in the form of other programs: own words lost", gone)
    yield wrong_share(
        "requoted.quoted", "replies in the form of other programs: the letter taken for new", quoted
    )
