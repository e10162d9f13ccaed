"""Letters to the reporter (Pelapor)."""

from __future__ import annotations

from maild.letters.kinds.kind import Kind
from maild.letters.kinds.samples import CASE, DUE, TO_REPORTER, pressed

CHOICES = [
    pressed("Rahasiakan identitas saya", "Mohon identitas saya dirahasiakan."),
    pressed("Boleh disampaikan kepada instansi", "Identitas saya boleh disampaikan kepada instansi."),
]
REPORTERS = (
    Kind(
        "L01",
        "Tanda Terima Laporan",
        "reporter",
        {
            **TO_REPORTER,
            "received_words": "Rabu, 30 September 2026 pukul 14.05 WITA",
            "next_step": "Kami memeriksa kelengkapan laporan dan mengabari Saudara dalam 14 hari.",
            "confidential": True,
            "contact_phone": "(0361) 000000",
            "choose": False,
            "buttons": CHOICES,
        },
        {"reporter_name": "", "contact_phone": "", "choose": False, "buttons": ()},
        ({"confidential": False}, {"confidential": False, "choose": True}),
    ),
    Kind(
        "L02",
        "Permintaan Kelengkapan Laporan",
        "reporter",
        {
            **TO_REPORTER,
            **DUE,
            "missing": ["nama lengkap", "alamat", "salinan kartu identitas"],
            "received_words": "Rabu, 30 September 2026 pukul 14.05 WITA",
            "choose": True,
            "buttons": CHOICES,
        },
        {"reporter_name": "", "due_explanation": "", "received_words": "", "choose": False, "buttons": ()},
    ),
    Kind(
        "L03",
        "Pengingat Kelengkapan Laporan",
        "reporter",
        {**TO_REPORTER, **DUE, "missing": ["alamat"], "days_left": 7},
        {"reporter_name": "", "due_explanation": "", "days_left": None},
        ({"days_left": 0}, {"days_left": 1}),
    ),
    Kind(
        "L18",
        "Pemberitahuan Laporan Ganda",
        "reporter",
        {
            **TO_REPORTER,
            "kept": "0101/LM/IX/2026/DPS",
            "merged": CASE,
            "received_words": "Rabu, 30 September 2026 pukul 14.05 WITA",
            "closed": False,
        },
        {"reporter_name": "", "merged": "", "closed": False},
        ({"closed": True},),
    ),
    Kind(
        "L19",
        "Pemberitahuan Tidak Berwenang",
        "reporter",
        {
            **TO_REPORTER,
            "right_body": "Pengadilan Negeri Contoh, Jalan Contoh 1",
            "how_to_object": "membalas surel ini disertai penjelasan",
        },
        {"reporter_name": "", "right_body": ""},
    ),
    Kind(
        "L20",
        "Penutupan Laporan",
        "reporter",
        {
            **TO_REPORTER,
            "reason_words": "telah diselesaikan oleh instansi terlapor",
            "obtained": "Kartu keluarga telah diterbitkan dan diserahkan.",
            "how_to_object": "menyampaikan keberatan dengan membalas surel ini disertai alasan dan bukti",
        },
        {"reporter_name": "", "obtained": ""},
    ),
    Kind(
        "L21P",
        "Pemberitahuan Pelimpahan Laporan",
        "reporter",
        {
            **TO_REPORTER,
            "office_name": "Ombudsman RI Perwakilan Provinsi Contoh Lain",
            "office_address": "pengaduan@lain.example",
            "reason": "pokok laporan berada di wilayah kerja kantor tersebut",
            "confidential": True,
        },
        {"reporter_name": "", "confidential": False},
    ),
    Kind(
        "L33",
        "Perkembangan Laporan",
        "reporter",
        {
            **TO_REPORTER,
            "state_words": "menunggu jawaban instansi",
            "last_step": "surat koordinasi disampaikan pada 1 Oktober 2026",
            "next_date_words": "Kamis, 15 Oktober 2026",
        },
        {"reporter_name": "", "next_date_words": ""},
    ),
    Kind(
        "L34",
        "Konfirmasi Pencabutan Laporan",
        "reporter",
        {
            **TO_REPORTER,
            "until_words": "Senin, 19 Oktober 2026",
            "buttons": [
                pressed("Ya, saya mencabut laporan", "Ya, saya mencabut laporan saya atas kehendak sendiri."),
                pressed("Tidak, lanjutkan", "Tidak, mohon laporan saya dilanjutkan."),
            ],
        },
        {"reporter_name": "", "until_words": "", "buttons": ()},
    ),
)
