"""Reports that go their way: a clean one, an unclear one, an urgent one, one that must stay secret."""

from __future__ import annotations

from maild.demo.story import texts
from maild.demo.story.scene import Chapter, answers, closes, is_away, presses, settles, when, writes

CLEAN = Chapter(
    "A clean report goes out by itself and is answered",
    "ketut",
    (
        writes(when("03-02", "09:12"), "ketut", *texts.KETUT, "reports a delayed identity card"),
        presses(
            when("03-02", "11:40"),
            "dukcapil",
            ("Penyampaian Laporan Masyarakat",),
            "terima",
            "presses the button 'received'",
        ),
        answers(
            when("03-09", "10:05"),
            "dukcapil",
            ("Penyampaian Laporan Masyarakat",),
            texts.DUKCAPIL_ANSWER,
            "answers the letter",
        ),
        answers(
            when("03-09", "14:20"),
            "officer",
            ("Jawaban masuk", "Kependudukan"),
            "status",
            "asks for the status of the case",
        ),
        answers(
            when("03-10", "09:30"),
            "officer",
            ("Jawaban masuk", "Kependudukan"),
            "catatan Pelapor ditelepon, KTP-el sudah diterima dengan baik",
            "leaves a note on the case",
        ),
        closes(when("03-10", "15:00"), "Kependudukan", "KTP-el telah dicetak dan diambil pada 9 Maret 2026"),
        answers(
            when("03-11", "08:15"), "ketut", ("Penutupan Laporan",), texts.KETUT_THANKS, "says thank you"
        ),
    ),
)

UNCLEAR = Chapter(
    "An unclear report; intake settles it by mail",
    "mirah",
    (
        writes(when("03-03", "10:40"), "mirah", *texts.MIRAH, "complains in two lines"),
        settles(
            when("03-03", "13:15"),
            "intake",
            ("Mirah",),
            "{n} agency kantah-gianyar",
            "settles the list: Ubud belongs to Gianyar",
        ),
        is_away(
            when("03-03", "13:45"),
            "kantah",
            ("Penyampaian Laporan Masyarakat",),
            texts.KANTAH_AWAY,
            "is out of the office",
        ),
        answers(when("03-09", "08:50"), "mirah", ("Tanda Terima",), texts.MIRAH_ASKS, "asks how it goes"),
        answers(
            when("03-12", "15:35"),
            "kantah",
            ("Penyampaian Laporan Masyarakat",),
            texts.KANTAH_ANSWER,
            "answers in a new mail without any reference",
            fresh_subject="Tanggapan permohonan sertifikat a.n. pemohon Ubud",
        ),
        settles(when("03-13", "09:10"), "officer", ("Jawaban", "Pertanahan"), "{n} ok", "accepts the answer"),
        closes(when("03-26", "10:20"), "Pertanahan", "Sertifikat terbit dan dapat diambil di loket 3"),
    ),
)

URGENT = Chapter(
    "A live wire in the evening: minutes count",
    "redita",
    (
        writes(when("03-04", "19:48"), "redita", *texts.REDITA, "reports a danger to life"),
        presses(when("03-04", "20:05"), "pln", ("RCO",), "terima", "confirms from the telephone"),
        answers(when("03-04", "22:40"), "pln", ("RCO",), texts.PLN_ANSWER, "answers: power is back"),
        answers(
            when("03-05", "07:30"), "redita", ("Tanda Terima",), texts.REDITA_THANKS, "confirms and thanks"
        ),
        closes(when("03-05", "10:00"), "PLN", "Jaringan diperbaiki 4 Maret 2026 pukul 22.15 WITA"),
    ),
)

SECRET = Chapter(
    "A reporter who must not be named",
    "larasati",
    (
        writes(when("03-06", "08:25"), "larasati", *texts.LARASATI, "reports, and asks to stay unnamed"),
        settles(
            when("03-06", "10:10"),
            "intake",
            ("Larasati",),
            "{n} agency disdik-denpasar",
            "chooses the agency",
        ),
        settles(
            when("03-06", "11:30"),
            "officer",
            ("surat perlu dibaca",),
            "{n} ok",
            "reads the draft and lets it go",
        ),
        answers(
            when("03-11", "09:40"),
            "disdik",
            ("Penyampaian Laporan Masyarakat",),
            texts.DISDIK_ASKS,
            "asks who complained",
        ),
        answers(
            when("03-16", "13:25"),
            "disdik",
            ("Penyampaian Laporan Masyarakat",),
            texts.DISDIK_ANSWER,
            "answers without ever learning the name",
        ),
        closes(
            when("03-27", "09:00"),
            "Denpasar",
            "Pungutan dihentikan dan dikembalikan kepada seluruh orang tua siswa",
        ),
    ),
)
