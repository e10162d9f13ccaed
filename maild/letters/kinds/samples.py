"""Invented values that several kinds share: what `check` renders, and what each template may count on."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from maild.letters.button import button
from maild.letters.letter import Frame
from maild.message.record import Address


def sample_frame() -> Frame:
    return Frame(
        sender=Address("Ombudsman RI Perwakilan Contoh", "kantor@ombudsman.example"),
        reply_to="kantor+contohkode@ombudsman.example",
        message_id="contoh.contohkode@ombudsman.example",
        in_reply_to=None,
        references=(),
        date=datetime(2026, 10, 1, 9, 30, tzinfo=timezone(timedelta(hours=8))),
        auto_submitted="auto-generated",
    )


CASE = "0123/LM/X/2026/DPS"
OFFICE = "kantor+contohkode@ombudsman.example"


def pressed(label: str, words: str) -> dict[str, str]:
    return {"label": label, "href": button(OFFICE, f"Re: [{CASE}] Penyampaian Laporan Masyarakat", words)}


BUTTONS = [
    pressed("Surat telah diterima", "Surat telah kami terima."),
    pressed("Jawaban", "Bersama ini kami sampaikan jawaban:\n\n"),
    pressed("Minta perpanjangan", "Mohon perpanjangan waktu sampai dengan tanggal "),
    pressed("Bukan kewenangan kami", "Hal ini bukan kewenangan kami, melainkan kewenangan "),
]
DUE = {
    "due_words": "Kamis, 15 Oktober 2026 pukul 23.59 WITA",
    "due_explanation": "14 hari kalender sejak surat diterima pada Kamis, 1 Oktober 2026",
}
# In L05 and L06 the letter's own number and date, elsewhere those of the letter that is spoken of.
LETTER = {
    "case": CASE,
    "letter_number": "0101/SRT/0123-2026/DPS/X/2026",
    "letter_date_words": "1 Oktober 2026",
    "agency_name": "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
}
TO_FOCAL = {**LETTER, "focal_name": "Ketut Contoh, S.Sos."}
REPORT = {
    **TO_FOCAL,
    **DUE,
    "received_words": "Rabu, 30 September 2026 pukul 14.05 WITA",
    "summary": "Sejak tiga bulan kartu keluarga belum selesai. [nama disamarkan] telah tiga kali menanyakan "
    "di loket dan diminta menunggu.\n\nHarapan: kartu keluarga diterbitkan atau ada kepastian waktu.",
    "matter": "penundaan berlarut dalam penerbitan kartu keluarga",
    "legal_basis": "Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia",
    "buttons": BUTTONS,
    "identity_note": "Identitas pelapor tidak kami cantumkan. Apabila diperlukan untuk penyelesaian, mohon "
    "menghubungi kami.",
    "copies": ["Inspektur Daerah Kabupaten Contoh"],
}
REMINDER = {**TO_FOCAL, **DUE, "buttons": BUTTONS}
TO_REPORTER = {"case": CASE, "reporter_name": "Putu Contoh"}
ROW = {
    "case": CASE,
    "letter_number": "0101/SRT/0123-2026/DPS/X/2026",
    "due_words": "Kamis, 15 Oktober 2026",
    "status_words": "belum ada jawaban",
    "agency_name": "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
    "what": "jawaban atas surat koordinasi",
}
PAIR = {
    "number": CASE,
    "kind_words": "pelapor yang sama",
    "reasons": "NIK sama, nomor telepon sama",
    "state_words": "laporan telah ditutup",
    "opened_words": "Kamis, 1 Oktober 2026",
    "closed_words": "Kamis, 15 Oktober 2026",
    "due_words": "Kamis, 15 Oktober 2026",
    "rows": [
        {"label": "Pelapor", "new": "Putu Contoh", "old": "I Putu Contoh", "same": True},
        {"label": "Telepon", "new": "-", "old": "0812 0000 0000", "same": False},
        {"label": "Instansi", "new": LETTER["agency_name"], "old": LETTER["agency_name"], "same": True},
    ],
    "new_text": [
        {"text": "Kartu keluarga saya belum jadi.", "same": True},
        {"text": "Loketnya kini pindah.", "same": False},
    ],
    "old_text": [{"text": "Sudah tiga bulan kartu keluarga saya belum jadi.", "same": True}],
    "more_new": "",
    "more_old": "…",
}
ITEM = {
    "id": 1,
    "since_words": "Kamis, 1 Oktober 2026 pukul 08.15 WITA",
    "why": "dua instansi sama-sama cocok",
    "sender": "Putu Contoh <putu@surel.example>",
    "subject": "Kartu keluarga belum jadi",
    "excerpt": "Sudah tiga bulan kartu keluarga saya belum selesai.",
    "suggestions": [
        {"command": "1 agency disdukcapil-contoh", "meaning": "kirim ke Disdukcapil Kabupaten Contoh"},
        {"command": "1 spam", "meaning": "sisihkan, tidak perlu dijawab"},
    ],
}
