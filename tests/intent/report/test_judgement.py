"""Urgency, secrecy, remit, and why a person has to look first."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.intent.meaning import Report
from maild.intent.report import assess
from maild.intent.report.dates import older_than_two_years
from tests.directory.invented import TODAY, mail


def read(text: str, subject: str = "laporan") -> Report:
    return assess(mail(text, subject), TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Listrik desa kami padam sudah 4 hari, 140 KK gelap, ada yang pakai oksigen.",
        "Air sepinggang dan terus naik, perahu belum ada.",
        "Longsor menutup jalan, dua ambulans tertahan.",
        "Bapak saya di IGD, belum dapat kamar ICU, harus deposit dulu. Tolong sekarang.",
        "Istri saya mau melahirkan ditolak rumah sakit.",
        "Tanggul jebol, air masuk ke dalam rumah warga.",
        "Suami memukul saya dan mengancam akan membunuh.",
        "Kabel PLN putus menjuntai di jalan depan sekolah, bahaya.",
        "Warga keracunan makanan, puskesmas tutup.",
        "Anak saya tidak boleh ikut ujian besok karena belum bayar.",
        "Besok rumah kami digusur.",
        "Pengungsi erupsi belum dapat makanan dan obat.",
        "Anak saya tenggelam, tim SAR belum datang.",
        "Kakak saya dipukuli polisi di sel.",
    ],
)
def test_danger_is_urgent(text: str) -> None:
    report = read(text)
    assert report.urgent and report.urgent_reason


@pytest.mark.parametrize(
    "text",
    [
        "KTP saya empat bulan belum jadi, mohon segera.",
        "Jembatan putus sejak Februari, jembatan darurat dijanjikan bulan lalu.",
        "Klaim saya ditolak 4 kali. Istri sudah melahirkan kemarin.",
        "Jalan berlubang sepanjang 3 km, pengendara jatuh.",
        "Tagihan listrik naik tiga kali lipat.",
        "Sertifikat belum selesai, mohon ditindaklanjuti secepatnya.",
    ],
)
def test_annoyance_is_not(text: str) -> None:
    assert not read(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "Mohon identitas saya dirahasiakan.",
        "nama sy tlg dirahasiakn",
        "Jangan sebut nama saya ke dinas.",
        "tapi jangan kasi tau siapa2 dulu",
        "Mohon nama kami tidak disebut.",
        "Jangan sampai mereka tahu saya yang lapor.",
        "Kami tidak mau sebut nama karena takut.",
        "Kalau ketahuan kontrak saya diputus.",
        "Saya takut anak saya dipersulit.",
        "Mohon perlindungan sebagai pelapor.",
        "Saya korban KDRT.",
        "Anak saya dilecehkan gurunya.",
        "Obat ARV saya, saya penderita HIV, tidak ada.",
        "Please keep my identity confidential.",
        "Identitas dirahasiakan: YA",
        "Jangan bilang ke kepala desa.",
    ],
)
def test_secrecy_is_heard(text: str) -> None:
    report = read("Air mati sejak Mei di rumah kami. " + text if "\n" not in text else text)
    assert report.confidential and report.confidential_reason


@pytest.mark.parametrize(
    "text",
    [
        "Apakah identitas dirahasiakan? TIDAK",
        "Saya tidak keberatan nama saya disampaikan kepada dinas.",
        "Tidak perlu dirahasiakan.",
        "Air mati.\n\nSurel ini bersifat rahasia dan hanya ditujukan kepada penerima.",
        "Air mati.\n\nThis e-mail and any attachment are confidential and may be privileged.",
        "Saya lupa kode rahasia kartu ATM.",
    ],
)
def test_boiler_plate_and_refusals_ask_for_no_secrecy(text: str) -> None:
    assert not read(text).confidential


@pytest.mark.parametrize(
    ("text", "remit"),
    [
        ("Perkara Nomor 187/Pdt.G/2025/PN Gin sudah diputus, kami banding.", "no"),
        ("Kami menggugat di pengadilan, sidang sedang berjalan.", "no"),
        ("Tetangga saya membangun tembok masuk ke tanah saya, sudah saya tegur.", "no"),
        ("Kakak menjual kebun warisan tanpa tanya adik-adik.", "no"),
        ("Permohonan saya ditolak Dinas PUPR Karangasem bulan Agustus 2021.", "no"),
        ("Yth Ombudsman Bali, STNK saya ditahan di Samsat Mataram sejak Mei.", "other_office"),
        ("Inspektorat Kabupaten sudah turun periksa, LHP disusun, BLT dipotong dinas.", "unclear"),
        ("Disdukcapil Badung meminta penetapan pengadilan sejak 2 Juni.", "yes"),
        ("Pajak progresif salah di Samsat Denpasar, mobil saya jual 2022, lapor jual 11 Maret 2026.", "yes"),
    ],
)
def test_remit(text: str, remit: str) -> None:
    assert read(text).remit == remit


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("ditolak Agustus 2021", True),
        ("CPNS 2019 formasi penyuluh", True),
        ("ditolak Agustus 2021, ditolak lagi 3 Maret 2026", False),
        ("beli motor tahun 2019, bulan lalu diblokir", False),
        ("sejak 3 Juli", False),
        ("lahir tahun 1970", False),
        ("sudah dua bulan sejak 2020", False),
        ("", False),
    ],
)
def test_age_of_the_event(text: str, old: bool) -> None:
    assert older_than_two_years(text, date(2026, 9, 10)) is old


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Surat kuasa khusus dan kuasa hukum terlampir.", "power of attorney"),
        ("My permit has not been renewed and I was told to use an agent for the KITAS.", "foreigner"),
        ("Saya mau sampaikan beberapa hal.", "several matters"),
        ("Kami seperti dipingpong.", "who is in charge is disputed"),
        ("Petugas minta uang rokok.", "bribery or crime alleged"),
        ("Istri saya kemarin sudah email soal ini.", "written to the Ombudsman before"),
        ("Mengulang laporan saya tanggal 2.", "written to the Ombudsman before"),
        ("Kami laporkan juga ke Kejari.", "another authority is mentioned"),
        ("terlampir pak", "too short to judge"),
        ("Mohon diregister dulu dan diminta data.", "staff asks for data first"),
        ("Mantan suami saya memalsukan KK.", "private parties involved"),
        ("Ibu saya dirawat di sana.", "patient data"),
    ],
)
def test_needs_eyes(text: str, word: str) -> None:
    assert word in read(text).needs_eyes


def test_an_ordinary_report_needs_none() -> None:
    text = (
        "Saya Wayan Contoh, Desa Uji. Akta anak saya di Disdukcapil Buleleng belum jadi sejak Mei, sudah saya tanyakan"
        " ke loket tanggal 3 Juli dan 5 Agustus 2026, dijawab masih proses. Mohon bantuan Ombudsman."
    )
    report = read(text)
    assert (report.needs_eyes, report.remit, report.urgent, report.confidential) == ((), "yes", False, False)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=500), st.text(max_size=80), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_every_mail_gives_a_report(text: str, subject: str, today: date) -> None:
    assert isinstance(assess(mail(text, subject), today), Report)


@pytest.mark.parametrize(
    "piece", ["\n\n", ".", "1.1.1.", "a/", "- ", "sudah lapor ", "ibu ", "Nama\n", "SD ", "(", ">"]
)
def test_no_text_makes_the_reading_slow(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.perf_counter()
    assess(mail(text), TODAY)
    assert (
        time.perf_counter() - start < 5
    )  # half a second on an idle machine; a quadratic pattern takes a minute


COMPLAINT = (
    "Nama saya Made Uji Coba. Air PDAM mati dua minggu. Saya sudah melapor ke kantor PDAM 2 September. "
)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("please do not tell them who I am", True),
        ("I would rather not have my name mentioned to the land office.", True),
        ("Please keep my details private.", True),
        ("nobody at the office should know that it was me", True),
        ("Don't tell the school that I complained.", True),
        ("Keep me out of this please.", True),
        ("Sampunang tiang kasebut ring surat puniki.", True),
        ("Jangan kasih tahu nama beta ke PDAM e.", True),
        ("jangan bilang saya yg lapor ya min", True),
        ("My name is not on the list and they did not mention my name in the register.", False),
        ("The office did not give me a receipt with my name.", False),
        ("Please tell them my name so they can call me.", False),
        ("Saya tidak keberatan identitas saya disampaikan ke dinas.", False),
    ],
)
def test_secrecy_asked_in_any_tongue(words: str, asked: bool) -> None:
    assert read(COMPLAINT + words).confidential is asked
