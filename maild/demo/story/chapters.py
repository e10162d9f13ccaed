"""The story, chapter by chapter; the words of its people are in `texts`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from maild.demo import compose
from maild.demo.compose import Outgoing
from maild.demo.people import OFFICE_ADDRESS, PEOPLE
from maild.demo.story import texts
from maild.demo.story.scene import (
    WITA,
    Desk,
    Scene,
    answers,
    is_away,
    presses,
    settles,
    when,
    writes,
)

BEGIN = datetime(2026, 3, 2, tzinfo=WITA)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One thread of the story; `reporter` is whose case it is, '' when there is none."""

    title: str
    reporter: str
    scenes: tuple[Scene, ...]


def _stranger(desk: Desk) -> Outgoing | None:
    """Somebody who saw a case number and writes as if he belonged to the case."""
    number = desk.overheard("ketut")
    if not number:
        return None
    subject, text = texts.STRANGER
    return compose.new(desk.person, OFFICE_ADDRESS, f"Re: [{number}] {subject}", text, desk.at)


def _spoofer(desk: Desk) -> Outgoing | None:
    """The officer's address in From, but not the officer's mail system: DMARC fails."""
    number, officer = desk.overheard("ardika"), PEOPLE["officer"]
    if not number:
        return None
    sender = f"{officer.name} <{officer.address}>"
    return compose.new(
        desk.person, OFFICE_ADDRESS, f"[{number}] tutup", "tutup dicabut", desk.at, forged=sender
    )


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
        answers(
            when("03-10", "15:00"),
            "officer",
            ("Jawaban masuk", "Kependudukan"),
            "tutup selesai_instansi KTP-el telah dicetak dan diambil pada 9 Maret 2026",
            "closes the case",
        ),
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
        answers(
            when("03-26", "10:20"),
            "officer",
            ("Jawaban masuk", "Pertanahan"),
            "tutup selesai_instansi Sertifikat terbit dan dapat diambil di loket 3",
            "closes the case",
        ),
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
        answers(
            when("03-05", "10:00"),
            "officer",
            ("Jawaban masuk", "PLN"),
            "tutup selesai_instansi Jaringan diperbaiki 4 Maret 2026 pukul 22.15 WITA",
            "closes the case",
        ),
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
        answers(
            when("03-27", "09:00"),
            "officer",
            ("Jawaban masuk", "Denpasar"),
            "tutup selesai_instansi Pungutan dihentikan dan dikembalikan kepada seluruh orang tua siswa",
            "closes the case",
        ),
    ),
)

OUTSIDERS = Chapter(
    "Mail that must not move anything",
    "",
    (
        writes(
            when("03-05", "06:30"),
            "newsletter",
            *texts.NEWSLETTER,
            "sends its newsletter",
            headers=(
                ("List-Id", "<warta.warta-layanan.example>"),
                ("List-Unsubscribe", "<https://warta-layanan.example/berhenti>"),
                ("Precedence", "bulk"),
            ),
        ),
        Scene(
            when("03-10", "16:30"),
            "stranger",
            "tries to get in with a case number",
            _stranger,
        ),
        settles(
            when("03-11", "08:40"),
            "intake",
            ("rudi.hartawan",),
            "{n} spam",
            "turns the stranger away",
        ),
        Scene(
            when("03-30", "02:14"),
            "spoofer",
            "forges an order of the officer",
            _spoofer,
        ),
    ),
)


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
        answers(
            when("04-08", "11:00"),
            "officer",
            ("Jawaban masuk", "Rumah Sakit"),
            "tutup selesai_instansi Uang jaminan dikembalikan pada 6 April 2026",
            "closes the case",
        ),
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
        answers(
            when("04-27", "09:45"),
            "officer",
            ("Jawaban masuk", "Tirta Mangutama"),
            "tutup selesai_instansi Pompa diganti, air mengalir sejak 21 April 2026",
            "closes the case",
        ),
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

CHAPTERS: tuple[Chapter, ...] = (
    CLEAN,
    UNCLEAR,
    URGENT,
    SECRET,
    OUTSIDERS,
    EXTENSION,
    SILENCE,
    BOUNCE,
)


def story(days: int) -> list[Scene]:
    """Every scene of the first `days` days, in the order of time."""
    end = BEGIN + timedelta(days=days)
    scenes = [scene for chapter in CHAPTERS for scene in chapter.scenes if scene.at < end]
    return sorted(scenes, key=lambda scene: scene.at)
