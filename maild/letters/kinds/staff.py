"""Notices to staff, and what is passed on to them."""

from __future__ import annotations

from maild.letters.kinds.kind import Kind
from maild.letters.kinds.samples import CASE, ITEM, LETTER, PAIR, REPORT, ROW

STAFF = (
    Kind(
        "L15",
        "Penerusan Jawaban",
        "staff",
        {
            "case": CASE,
            "agency_name": LETTER["agency_name"],
            "kind_words": "jawaban akhir",
            "received_words": "Senin, 12 Oktober 2026 pukul 10.20 WITA",
            "on_time": True,
            "new_text": "Kartu keluarga telah terbit dan diserahkan pada 9 Oktober 2026.",
            "attachments": ["scan0012.pdf"],
            "questions": ["Apakah kartu keluarga sudah diserahkan?"],
            "commands": [{"command": "close selesai_instansi", "meaning": "tutup laporan"}],
        },
        {"on_time": None, "attachments": (), "questions": (), "commands": ()},
        ({"on_time": False},),
    ),
    Kind(
        "N01",
        "Daftar yang menunggu keputusan",
        "staff",
        {
            "items": [ITEM, {**ITEM, "id": 2, "suggestions": []}],
            "commands_help": "ok · agency ID · case NOMOR · spam · hold · release",
        },
        {"commands_help": ""},
    ),
    Kind(
        "N02",
        "Ringkasan pagi",
        "staff",
        {
            "officer_name": "Asisten Contoh",
            "day_words": "Senin, 12 Oktober 2026",
            "overdue": [ROW],
            "due_soon": [ROW],
            "held": [ROW],
            "answered": [ROW],
        },
        {"officer_name": "", "overdue": (), "due_soon": (), "held": (), "answered": ()},
    ),
    Kind(
        "N03",
        "Perintah yang dijalankan",
        "staff",
        {
            "lines": [
                {"line": "1 ok", "outcome": "surat dikirim", "ok": True},
                {"line": "2 agncy x", "outcome": "perintah tidak dikenal", "ok": False},
            ]
        },
    ),
    Kind(
        "N04",
        "Laporan mendesak",
        "staff",
        {
            "case": "0007/RCO/X/2026/DPS",
            "why": "mengancam keselamatan jiwa: kabel listrik menjuntai di halaman sekolah",
            "sender": "Putu Contoh <putu@surel.example>",
            "subject": "Kabel listrik membahayakan",
            "excerpt": "Kabel menjuntai sejak kemarin sore.",
            "agency_name": "PLN ULP Contoh",
            "what_maild_did": "surat RCO disiapkan, belum dikirim",
            "todo": ["hubungi pejabat penghubung melalui telepon", "balas dengan: ok"],
        },
        {"case": None, "agency_name": None, "what_maild_did": "", "todo": ()},
    ),
    Kind(
        "N05",
        "Laporan baru, surat menunggu waktu kirim",
        "staff",
        {
            "case": CASE,
            "agency_name": LETTER["agency_name"],
            "received_words": "Rabu, 30 September 2026 pukul 14.05 WITA",
            "summary": REPORT["summary"],
            "sends_at_words": "Rabu, 30 September 2026 pukul 14.15 WITA",
            "hold_help": "hold",
            "missing": ["alamat"],
        },
        {"missing": ()},
    ),
    Kind(
        "N06",
        "Surat tidak sampai atau belum pasti terkirim",
        "staff",
        {
            "case": CASE,
            "letter_kind_words": "surat koordinasi",
            "to": "penghubung@dinas.example",
            "what_happened": "ditolak oleh peladen penerima: 550 5.1.1 alamat tidak dikenal",
            "suggestions": [{"command": "retry 12", "meaning": "kirim ulang"}],
        },
        {"case": None, "suggestions": ()},
    ),
    Kind(
        "N08",
        "Mungkin laporan yang sama",
        "staff",
        {
            "id": 12,
            "urgent": False,
            "why": "kemungkinan laporan yang sama",
            "sender": "Putu Contoh <putu@surel.example>",
            "subject": "Kartu keluarga belum jadi",
            "pairs": [PAIR],
            "commands": [
                {"command": f"12 merge {CASE}", "meaning": "gabungkan ke perkara ini"},
                {"command": "12 separate", "meaning": "laporan tersendiri"},
            ],
        },
        {"urgent": False},
        ({"urgent": True}, {"pairs": [{**PAIR, "closed_words": "", "due_words": ""}]}),
    ),
    Kind(
        "N07",
        "Surel yang disisihkan",
        "staff",
        {"id": 31, "reason": "kepala surel 300.123 bita, batas 262.144", "size": 31457280},
    ),
)
