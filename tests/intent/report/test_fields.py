"""Who complains and of what, from forms, tables and prose."""

from __future__ import annotations

import pytest

from maild.intent.report import assess
from tests.directory.invented import TODAY, mail

FORM = """FORMULIR PENGADUAN

1. Nama Lengkap : Ni Luh Contoh
2) No. KTP      = 5103054408850000
Tempat/Tgl Lahir : Badung, 4 Agustus 1985
Alamat : Perum Contoh Asri Blok F/11,
   Desa Dalung, Kuta Utara
No. HP/WA - 0812 0000 3318
Instansi yang Dilaporkan\t: Perumda Air Minum Tirta Mangutama
Uraian Laporan :
Tagihan naik tiga kali lipat.

Meter tidak pernah dibaca.
Upaya yang telah dilakukan : idem
Harapan: meter ditera ulang
Identitas dirahasiakan? TIDAK
"""


def fields(text: str, name: str = "", address: str = "warga@surat.example") -> dict[str, str]:
    return dict(assess(mail(text, name=name, address=address), TODAY).fields)


def test_a_filled_form() -> None:
    found = fields(FORM)
    assert found["reporter_name"] == "Ni Luh Contoh"
    assert found["nik"] == "5103054408850000"
    assert found["address"] == "Perum Contoh Asri Blok F/11, Desa Dalung, Kuta Utara"
    assert found["phone"] == "0812 0000 3318"
    assert found["agency"] == "Perumda Air Minum Tirta Mangutama"
    assert found["matter"] == "Tagihan naik tiga kali lipat. Meter tidak pernah dibaca."
    assert found["wish"] == "meter ditera ulang"
    assert "prior_complaint" not in found  # 'idem' fills nothing
    assert found["secrecy"] == "TIDAK"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Saya WAYAN CONTOH dari Banjar Uji, air mati.", "Wayan Contoh"),
        ("nama saya wayan contoh, air mati", "Wayan Contoh"),
        ("Nama saya Kanisius Mau Bere, umur 44.", "Kanisius Mau Bere"),
        (
            "Yang bertanda tangan di bawah ini:\nNama   : Ida Bagus Contoh\nPekerjaan : tani",
            "Ida Bagus Contoh",
        ),
        ("Perkenankan saya, Drs. Thobias Contoh (NIK 5371), warga Kupang.", "Thobias Contoh"),
        ("Bapak saya I Nengah Sakit di rumah. Saya Kadek Contoh anaknya.", "Kadek Contoh"),
        ("Kami, advokat, bertindak atas nama klien kami Sdr. Hendra\nContoh Halim.", "Hendra"),
        ("Kami 31 orang, diwakili oleh Yoseph Mali Contoh (ketua), melapor.", "Yoseph Mali Contoh"),
        ("Air mati.\n\nHormat saya,\n\nMaria Contoh", "Maria Contoh"),
        ("Air mati. Terima kasih, Christin Contoh", "Christin Contoh"),
        ("My name is Anna Contoh, I live in Ubud.", "Anna Contoh"),
        ("Anak Agung Ngurah Contoh, NIK 5104031001710000, Ubud.", "Anak Agung Ngurah Contoh"),
    ],
)
def test_names_in_prose(text: str, name: str) -> None:
    assert fields(text).get("reporter_name", "").startswith(name)


@pytest.mark.parametrize(
    "text", ["saya mau lapor air mati", "Saya tulis lagi karena belum ada kabar.", "Terima Kasih", ""]
)
def test_no_name_is_made_up(text: str) -> None:
    assert "reporter_name" not in fields(text)


def test_small_letters_count_when_the_address_bears_them_out() -> None:
    assert (
        fields("saya yakoba contoh di Desa Uji", address="yakoba@surat.example")["reporter_name"]
        == "Yakoba Contoh"
    )
    assert "reporter_name" not in fields("saya pulang kampung di Desa Uji")


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("Made Contoh Wijaya", True),
        ("Made", False),
        ("Pak Wayan", False),
        ("Oma Tin", False),
        ("Forum Guru Kontrak", False),
        ("PT Contoh Jaya", False),
        ("Anonim Dps", False),
    ],
)
def test_the_display_name_counts_when_it_is_a_persons_full_name(name: str, counts: bool) -> None:
    report = assess(mail("air mati sejak kemarin", name=name), TODAY)
    assert ("nama" not in report.missing) is counts


def test_a_nickname_is_known_and_still_missing() -> None:
    report = assess(mail("air mati sejak kemarin", name="Oma Tin"), TODAY)
    assert report.fields["reporter_name"] == "Oma Tin" and "nama" in report.missing
    assert "reporter_name" not in fields("air mati sejak kemarin", name="Forum Guru Kontrak")


@pytest.mark.parametrize(
    ("text", "nik"),
    [
        ("NIK 5108061201700000", "5108061201700000"),
        ("NIK: 5108 0612 0170 0000", "5108061201700000"),
        ("KTP saya\n5106045111870000", "5106045111870000"),
        ("No. KK 5108061201700000", None),
        ("NIP 197001012000011001", None),
        ("rekening 5108061201700000", None),
        ("NIK 51080612017000001", None),
    ],
)
def test_sixteen_digits_are_a_nik_by_their_label(text: str, nik: str | None) -> None:
    assert fields(text).get("nik") == nik


def test_the_number_of_lapor() -> None:
    assert fields("[LAPOR!] Laporan Anda #8814207 telah ditindaklanjuti")["external_ref"] == "8814207"


def test_a_kecamatan_is_no_address() -> None:
    assert "address" not in fields("Saya dari Kewapante Sikka.")
    assert "address" in fields("Saya dari Desa Lidi, Palue.")


def test_what_is_missing() -> None:
    report = assess(mail("Pelayanannya buruk, petugasnya kasar. Tolong ditegur!"), TODAY)
    assert report.missing == ("nama", "alamat", "terlapor", "uraian", "upaya", "identitas")
    assert assess(mail(FORM), TODAY).missing == ("upaya",)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Saya sudah tiga kali datang ke loket, disuruh menunggu.", True),
        ("Surat kami kepada Kepala Dinas tanggal 1 Juli tidak dijawab.", True),
        ("Su lapor ke kantor PDAM tanggal 18 Juni.", True),
        ("Saya belum sempat tanya ke kantornya.", False),
        ("Saya sudah tanya tetangga dan pak kaling.", False),
        ("Mama sudah pernah lapor ke Ombudsman.", False),
    ],
)
def test_effort_is_what_was_tried_at_the_agency(text: str, counts: bool) -> None:
    assert ("upaya" not in assess(mail(text), TODAY).missing) is counts


def test_digits_with_a_label_between_them_are_no_identity_number() -> None:
    """Found by damaging a form: a label that slipped into its value."""
    text = FORM.replace("5103054408850000", "51030Alamat : 54408850000")
    assert assess(mail(text), TODAY).fields.get("nik") is None
