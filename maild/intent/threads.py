"""Whether a mail by its own words continues a correspondence of ours, and which side of the case writes.

Hints for reading only: who may act in a case is asked elsewhere (T1, T3); a stranger's reply waits for
a person.
"""

from __future__ import annotations

import re

from maild.intent import correspondence, numbers
from maild.intent.wording import plain
from maild.message.record import Message

_REPLY = re.compile(
    r"^\W{0,3}(?:(?:re|bls|balas(?:an)?|tanggapan|jawaban|aw|antw|sv|fwd?|trs|terusan)\b ?(?:\[\d+\])? ?:"
    r" ?)+",
    re.IGNORECASE,
)
ANSWERS = "answers a mail"  # the weakest mark
_QUOTED = 40_000  # characters of the whole text in which our numbers are looked for
# Subjects of our letters (domain.md 4.3): the party that answers one was the party it went to.
_TO_REPORTERS = re.compile(
    r"tanda terima laporan|laporan (?:anda|saudara|bapak|ibu)|kelengkapan|tanggapan terlapor|perkembangan"
    r" laporan"
    r"|penutupan laporan|laporan ganda|tidak berwenang|konfirmasi pencabutan|pemberitahuan (?:hasil"
    r"|laporan)"
    r"|survei kepuasan|laporan diterima|hasil pemeriksaan",
    re.IGNORECASE,
)
_TO_AGENCIES = re.compile(
    r"penerusan|penyampaian laporan|koordinasi|permintaan (?:tindak lanjut|penjelasan|klarifikasi)"
    r"|pengingat"
    r"|\brco\b|lewat tenggat|rekap|eskalasi|perpanjangan|tanda terima jawaban|pemanggilan|penyampaian lhp"
    r"|monitoring|tindakan korektif|konfirmasi penerimaan|pejabat penghubung",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:(?:kami|petugas(?: kami)?|tim(?: \w+)?|dinas|kantor|pihak kami|unit kami) (?:\w+ )?(?:sudah"
    r"|telah|akan|sedang"
    r"|masih|belum|sampaikan|jelaskan|laporkan|terima)|pelapor|pemohon|pelanggan|peserta|nasabah|yth|yang"
    r" terhormat"
    r"|menindaklanjuti (?:surat|surel|laporan)|(?:surat|permintaan) (?:saudara|bapak|ibu|ombudsman)"
    r"|kewenangan kami|selaku|dengan hormat|mohon (?:\w+ ){0,3}waktu|terlapor|bidang|kabid|kepala dinas"
    r"|disposisi"
    r"|demikian (?:kami )?(?:di)?sampaikan|tupoksi|tindak lanjut)\b"
)
_REPORTER = re.compile(
    r"\b(?:(?:laporan|pengaduan|aduan|ktp|kk|akta|uang|rumah|anak|suami|istri|ibu|bapak|meter|listrik|air"
    r"|tagihan"
    r"|sertifikat|sertipikat|paspor|nama|alamat|nik|masalah|kasus|klien|hp) (?:saya|kami|klien kami)"
    r"|laporannya saya"
    r"|saya (?:tidak |belum |sudah |sangat )?(?:puas|terima|menerima|mencabut|cabut|melapor|tunggu"
    r"|menunggu|kecewa"
    r"|keberatan|menolak|lampirkan|kirim|tinggal|beralamat)|my (?:complaint|report|case|name)|suaminya"
    r"|istrinya"
    r"|anaknya|kuasa hukum)\b"
)


def continues(message: Message, case_pattern: re.Pattern[str], letter_pattern: re.Pattern[str]) -> str | None:
    """The mark by which a mail without a known case is a reply all the same, or None."""
    own = f"{message.subject}\n{message.new_text[:20_000]}"
    if numbers.find(case_pattern, message.subject):
        return "our case number in the subject"
    if numbers.find(letter_pattern, own) or numbers.find(case_pattern, own):
        return "our number in its words"
    answers = bool(message.in_reply_to or message.references)
    whole = message.text[:_QUOTED]
    if message.quoted and (numbers.find(case_pattern, whole) or numbers.find(letter_pattern, whole)):
        return "quotes a letter of ours"
    if answers and _REPLY.match(message.subject):
        return ANSWERS
    return None


def side(message: Message) -> str | None:
    """'agency' or 'reporter' by the letter that is answered, the sender's name and the words; None in
    doubt.
    """
    subject = _REPLY.sub("", message.subject)
    to_reporters, to_agencies = _TO_REPORTERS.search(subject), _TO_AGENCIES.search(subject)
    if _REPLY.match(message.subject) and bool(to_reporters) != bool(to_agencies):
        return "reporter" if to_reporters else "agency"
    if correspondence.sent_by_institution(message):
        return "agency"
    text = plain(message.new_text[:6000])
    agency, reporter = len(_AGENCY.findall(text)), len(_REPORTER.findall(text))
    if agency == reporter:
        return None
    return "agency" if agency > reporter else "reporter"
