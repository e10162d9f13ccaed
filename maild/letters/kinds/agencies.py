"""Letters to agencies: focal points (narahubung) and superiors (atasan)."""

from __future__ import annotations

from maild.letters.kinds.kind import Kind
from maild.letters.kinds.samples import DUE, LETTER, REMINDER, REPORT, ROW, TO_FOCAL, pressed

AGENCIES = (
    Kind(
        "L36",
        "Konfirmasi Penanganan oleh Inspektorat",
        "agency",
        {
            **TO_FOCAL,
            **DUE,
            "agency_name": "Inspektorat Daerah Kabupaten Contoh",
            "about_name": LETTER["agency_name"],
            "received_words": REPORT["received_words"],
            "summary": REPORT["summary"],
            "buttons": [
                pressed("Sudah diperiksa", "Sudah kami periksa dengan LHP nomor \ntanggal "),
                pressed("Masih diproses", "Masih dalam proses pemeriksaan kami."),
                pressed("Belum pernah", "Belum pernah kami periksa."),
            ],
        },
        {"focal_name": "", "about_name": "", "due_explanation": "", "buttons": ()},
    ),
    Kind(
        "L18A",
        "Penggabungan Laporan",
        "agency",
        {**TO_FOCAL, "kept": "0101/LM/IX/2026/DPS", "same_agency": True},
        {"focal_name": ""},
        ({"same_agency": False},),
    ),
    Kind(
        "L05",
        "Penyampaian Laporan Masyarakat",
        "agency",
        REPORT,
        {"focal_name": "", "identity_note": "", "copies": (), "due_explanation": "", "buttons": ()},
    ),
    Kind(
        "L06",
        "Respons Cepat Ombudsman (RCO)",
        "agency",
        {
            **REPORT,
            "criterion": "mengancam keselamatan jiwa",
            "confirm_by_words": "pukul 14.00 WITA",
            "officer_phone": "0812 0000 0000",
        },
        {"focal_name": "", "identity_note": "", "copies": (), "due_explanation": "", "buttons": ()},
    ),
    Kind(
        "L05T",
        "Tembusan Penyampaian Laporan Masyarakat",
        "agency",
        {**REPORT, "oversight_name": "Inspektorat Daerah Kabupaten Contoh"},
        {"focal_name": "", "identity_note": "", "copies": (), "due_explanation": "", "buttons": ()},
    ),
    Kind(
        "L10",
        "Pengingat Jawaban",
        "agency",
        {**REMINDER, "days_left": 3},
        {"focal_name": "", "due_explanation": "", "buttons": ()},
        ({"days_left": 0}, {"days_left": 1}),
    ),
    Kind(
        "L11",
        "Pemberitahuan Lewat Tenggat",
        "agency",
        {**REMINDER, "days_late": 1, "next_step": "menyampaikan hal ini kepada atasan Bapak/Ibu"},
        {"focal_name": "", "due_explanation": "", "buttons": (), "next_step": ""},
    ),
    Kind(
        "L11T",
        "Tembusan Pemberitahuan Lewat Tenggat",
        "agency",
        {**REMINDER, "days_late": 1, "oversight_name": "Inspektorat Daerah Kabupaten Contoh"},
        {"focal_name": "", "due_explanation": "", "buttons": ()},
    ),
    Kind(
        "L12",
        "Rekap Tindak Lanjut Laporan",
        "agency",
        {
            "agency_names": ["Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh"],
            "focal_name": "Ketut Contoh, S.Sos.",
            "rows": [ROW, {**ROW, "case": "0124/LM/X/2026/DPS", "status_words": "lewat 1 hari"}],
            "day_words": "Senin, 12 Oktober 2026",
        },
        {"focal_name": ""},
    ),
    Kind(
        "L13",
        "Permohonan Bantuan Tindak Lanjut",
        "superior",
        {
            **LETTER,
            **DUE,
            "superior_title": "Sekretaris Daerah Kabupaten Contoh",
            "history": [
                {"date_words": "1 Oktober 2026", "what": "surat koordinasi disampaikan"},
                {"date_words": "12 Oktober 2026", "what": "pengingat disampaikan"},
            ],
            "days_late": 7,
            "request": "memberi arahan agar jawaban tertulis disampaikan dalam 7 hari",
        },
        {"due_explanation": ""},
    ),
    Kind(
        "L14",
        "Jawaban atas Permohonan Perpanjangan Waktu",
        "agency",
        {
            **TO_FOCAL,
            "granted": True,
            "until_words": "Kamis, 29 Oktober 2026 pukul 23.59 WITA",
            "reason": "pengumpulan data di lapangan",
            "due_explanation": "perpanjangan satu kali, 14 hari kalender",
        },
        {
            "focal_name": "",
            "due_explanation": "",
            "reason": "",
            "letter_number": "",
            "letter_date_words": "",
        },
        ({"granted": False},),
    ),
    Kind(
        "L16",
        "Tanda Terima Jawaban",
        "agency",
        {**TO_FOCAL, "received_words": "Senin, 12 Oktober 2026 pukul 10.20 WITA"},
        {"focal_name": "", "letter_number": "", "letter_date_words": ""},
    ),
)
