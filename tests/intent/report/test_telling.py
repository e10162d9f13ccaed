"""A complaint that stands in an enclosed form, in a mail passed on, in capitals, or in nobody's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maild.intent.meaning import Report
from maild.intent.report import assess, complaint_text
from maild.message import Address, Attachment, Extract, Message
from maild.message.record import Forwarded
from tests.directory.invented import TODAY, mail

FORM = (
    "FORMULIR PENGADUAN\nNama\tElka Contoh Uji\nNIK\t5302041806840000\nAlamat\tDesa Uji, Amanuban\n"
    "No. HP\t0812 0000 4902\nTerlapor\tDisdukcapil Kabupaten Uji\nUraian\tAkta belum terbit sejak Mei 2026\n"
    "Upaya ke terlapor\tDatang ke kantor 11 Mei dan 29 Juni\nHarapan\tDiterbitkan\nIdentitas dirahasiakan\tTidak"
)


def enclosing(text: str, document: str, state: str = "text", name: str = "lampiran.docx") -> Message:
    extract = Extract(state, document)
    paper = Attachment(name, name, "application/pdf", 10, "0" * 64, b"", extract)
    return replace(mail(text), attachments=(paper,))


def read(message: Message) -> Report:
    return assess(message, TODAY)


def test_an_enclosed_form_is_the_complaint() -> None:
    report = read(enclosing("Terlampir formulir saya.", FORM))
    assert (report.missing, report.confidential, report.remit) == ((), False, "yes")
    assert report.fields["reporter_name"] == "Elka Contoh Uji"
    assert report.fields["nik"] == "5302041806840000"
    assert report.fields["agency"] == "Disdukcapil Kabupaten Uji"


def test_a_form_that_asks_for_secrecy_is_heard() -> None:
    assert read(enclosing("Terlampir.", FORM.replace("\tTidak", "\tYa"))).confidential
    assert read(enclosing("Terlampir.", FORM.replace("dirahasiakan\tTidak", "dirahasiakan\t☒"))).confidential


@pytest.mark.parametrize("state", ["scanned", "damaged", "encrypted", "refused"])
def test_what_a_machine_cannot_read_is_missing(state: str) -> None:
    report = read(enclosing("", FORM, state))
    assert report.missing == ("nama", "alamat", "terlapor", "uraian", "upaya", "identitas")
    assert not report.confidential and report.needs_eyes


def test_evidence_is_no_complaint() -> None:
    """A power of attorney and minutes tell of other people; only what is delicate in them counts."""
    power = "SURAT KUASA KHUSUS\nNama\tAdvokat Contoh Hukum\nuntuk mewakili ke Ombudsman"
    assert "Advokat" not in complaint_text(enclosing("Terlampir.", power))
    told = "Air PDAM Badung mati sejak 2 Juni 2026 di rumah kami, sudah kami laporkan ke kantornya. Maria Contoh Uji"
    report = read(enclosing(told, "Hasil visum: anak korban pencabulan"))
    assert report.fields["reporter_name"] == "Maria Contoh Uji" and report.confidential


def test_the_number_beside_the_reporters_name_in_a_list() -> None:
    households = "Daftar KK\n1. Ketut Contoh\t5105040203710000\n2. Wayan Contoh Uji\t5105041007650000"
    message = enclosing("Saya Wayan Contoh Uji, air mati sejak Mei.", households)
    assert read(message).fields["nik"] == "5105041007650000"


def test_a_mail_passed_on_is_its_first_senders_complaint() -> None:
    told = "Selamat siang, akta saya di Disdukcapil Badung belum jadi sejak 2 Mei. Sudah ke loket dua kali."
    citizen = Forwarded(Address("Kadek Contoh Uji", "kadek@surat.example"), None, "akta", told)
    message = replace(mail("Mohon diregister.", name="Petugas Piket"), forwarded=citizen)
    report = read(replace(message, new_text="fyi"))
    assert report.fields["reporter_name"] == "Kadek Contoh Uji"
    assert "upaya" not in report.missing


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "SAYA SUDAH LELAH MENUNGGU AIR PDAM YANG TIDAK MENGALIR. MOHON DITERUSKAN LAPORAN KAMI SEGERA",
            None,
        ),
        (
            "NAMA SAYA KETUT CONTOH UJI. AIR PDAM DI RUMAH KAMI TIDAK MENGALIR SEJAK BULAN MEI",
            "Ketut Contoh Uji",
        ),
        ("AIR PDAM DI RUMAH KAMI TIDAK MENGALIR SEJAK BULAN MEI.\n\nCALON SISWA", None),
    ],
)
def test_in_capitals_a_name_needs_a_cue(text: str, name: str | None) -> None:
    assert read(mail(text)).fields.get("reporter_name") == name


@pytest.mark.parametrize(
    "notice",
    [
        "Pesan ini beserta lampirannya bersifat rahasia dan hanya ditujukan kepada penerima.",
        "This message and any attachment are confidential and may be privileged.",
        "Disclaimer: surel ini bersifat rahasia.",
        "PERHATIAN: Email ini dan seluruh lampirannya mengandung informasi rahasia.",
    ],
)
def test_a_notice_below_asks_for_nothing(notice: str) -> None:
    assert not read(mail("Air mati sejak Mei di rumah kami.\n\n" + notice)).confidential
    assert not read(mail(notice)).confidential


def test_blanks_that_do_not_break_do_not_hide_an_answer() -> None:
    told = "Nama: Ani Contoh Uji\nApakah identitas dirahasiakan?\xa0TIDAK\nUraian: air mati sejak Mei"
    assert not read(mail(told)).confidential
