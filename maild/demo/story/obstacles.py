"""What keeps an agency from answering: it needs more time, it is silent, its mailbox is gone."""

from __future__ import annotations

from maild.demo.story import texts
from maild.demo.story.scene import Chapter, answers, closes, presses, settles, when, writes

EXTENSION = Chapter(
    "A hospital that needs more time, and a deadline in the Nyepi and Lebaran holidays",
    "safitri",
    (
        writes(
            when("03-10", "09:05"), "safitri", *texts.SAFITRI, "reports a deposit that does not come back"
        ),
        answers(
            when("03-17", "10:30"),
            "rsud",
            ("Rumah Sakit", "Penyampaian Laporan Masyarakat"),
            texts.RSUD_EXTENSION,
            "asks for time until 8 April",
        ),
        settles(when("03-17", "13:00"), "officer", ("perpanjangan",), "{n} ok", "grants the extension"),
        answers(
            when("04-07", "10:10"),
            "rsud",
            ("Perpanjangan Waktu Disetujui",),
            texts.RSUD_ANSWER,
            "answers in time",
        ),
        closes(when("04-08", "11:00"), "Rumah Sakit", "Uang jaminan dikembalikan pada 6 April 2026"),
    ),
)

SILENCE = Chapter(
    "Silence, reminders, and the superior",
    "ardika",
    (
        writes(when("03-25", "09:30"), "ardika", *texts.ARDIKA, "reports taps without water"),
        answers(when("04-13", "10:45"), "ardika", ("Tanda Terima",), texts.ARDIKA_ASKS, "asks how it goes"),
        settles(
            when("04-16", "09:20"),
            "head",
            ("Badung",),
            "{n} ok",
            "signs the letter to the superior",
        ),
        answers(
            when("04-20", "09:15"),
            "direksi",
            ("Permohonan Bantuan Tindak Lanjut",),
            texts.DIREKSI_ANSWER,
            "has told the company to answer",
        ),
        answers(
            when("04-22", "11:20"),
            "tirta",
            ("Penyampaian Laporan Masyarakat",),
            texts.TIRTA_ANSWER,
            "answers at last",
        ),
        closes(when("04-27", "09:45"), "Tirta Mangutama", "Pompa diganti, air mengalir sejak 21 April 2026"),
    ),
)

BOUNCE = Chapter(
    "A mailbox that is gone, and a change of mind",
    "rupa",
    (
        writes(when("03-31", "10:00"), "rupa", *texts.RUPA, "reports a permit that does not come"),
        settles(
            when("04-01", "09:00"),
            "officer",
            ("tidak terkirim",),
            "{n} agency inspektorat-karangasem",
            "sends the letter through the inspectorate",
        ),
        presses(
            when("04-01", "14:10"),
            "inspektorat",
            ("Penyampaian Laporan Masyarakat",),
            "terima",
            "presses the button 'received'",
        ),
        answers(
            when("04-07", "16:05"), "rupa", ("Tanda Terima",), texts.RUPA_WITHDRAWS, "withdraws the report"
        ),
        settles(
            when("04-08", "14:30"),
            "officer",
            ("pencabutan",),
            "{n} close dicabut",
            "closes after a telephone call",
        ),
    ),
)
