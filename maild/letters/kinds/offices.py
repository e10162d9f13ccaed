"""Letters to other offices of the Ombudsman (kantor perwakilan)."""

from __future__ import annotations

from maild.letters.kinds.kind import Kind
from maild.letters.kinds.samples import CASE, DUE, LETTER, REPORT, pressed

_TO_OFFICE = {
    "case": CASE,
    "letter_number": LETTER["letter_number"],
    "letter_date_words": LETTER["letter_date_words"],
    "office_name": "Ombudsman RI Perwakilan Provinsi Contoh Lain",
    "due_words": DUE["due_words"],
    "buttons": [
        pressed("Sudah kami terima", "Pelimpahan sudah kami terima dan dicatat dengan nomor "),
        pressed("Bukan wilayah kami", "Hal ini bukan wilayah kerja kami, karena "),
    ],
}

OFFICES = (
    Kind(
        "L21",
        "Pelimpahan Laporan",
        "office",
        {
            **_TO_OFFICE,
            "reason": "pokok laporan berada di wilayah kerja kantor tersebut",
            "matter": REPORT["matter"],
            "received_words": REPORT["received_words"],
            "summary": REPORT["summary"],
            "secret": True,
            "papers": ["surel Pelapor, Rabu, 30 September 2026 pukul 14.05 WITA (terlampir)"],
            "enclosed": "1 (satu) surel",
            "due_explanation": DUE["due_explanation"],
            "legal_basis": REPORT["legal_basis"],
        },
        {"secret": False, "papers": (), "enclosed": "-", "due_explanation": "", "buttons": ()},
    ),
    Kind("L21R", "Pengingat Konfirmasi Pelimpahan", "office", _TO_OFFICE, {"buttons": ()}),
)
