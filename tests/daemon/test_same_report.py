"""The same report twice: shown side by side, never joined by itself, and every word of staff can be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.daemon.bureau import INTAKE, OFFICER, REPORT, Bureau, flat, text_of
from tests.daemon.test_conversations import CITIZEN, FOCAL, Talk
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

HUSBAND = "agus@surel.example"
PRIVATE = "putu.pribadi@surel.example"
REPHRASED = """\
Selamat malam, saya tulis lagi dengan bahasa sederhana. KTP saya dari Januari tidak kunjung dicetak oleh Disdukcapil
Badung, tiap kali saya datang menanyakan ke loketnya disuruh sabar. Nama saya Ni Putu Contoh, NIK 5103014107900000.
Mohon bantuannya, identitas saya boleh disampaikan.
"""
FAMILY = """\
Nama: I Gede Agus Uji
NIK: 5103011203880000
Alamat: Jl. Raya Uji No. 7, Br. Contoh, Kabupaten Badung
No HP: 0812 0000 7777
Terlapor: Disdukcapil Badung
Uraian: KTP istri saya tidak selesai-selesai padahal rekam data sudah lama, sampai ia tidak bisa membuka rekening.
Upaya: Saya sudah menanyakan ke loket Disdukcapil Badung tanggal 9 Maret 2026, dijawab blangko kosong.
Harapan: KTP istri saya dicetak. Identitas saya boleh disampaikan.
"""
STRANGER = """\
Nama: I Ketut Lain Uji
NIK: 5171011203850000
Alamat: Banjar Tengah 3, Kuta, Kabupaten Badung
No HP: 0812 0000 5678
Terlapor: Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung
Uraian: Permohonan KTP elektronik saya ajukan pada 9 Februari 2026 karena yang lama hilang, sampai hari ini belum ada.
Upaya: Saya sudah menanyakan langsung ke loket Disdukcapil Badung, pada 3 Maret 2026, dan diminta kembali bulan depan.
Harapan: KTP segera diterbitkan. Identitas saya boleh disampaikan. Terima kasih.
"""
LAPOR = """\
Nama: Ni Made Kanal Uji
NIK: 5171014203850000
Alamat: Kuta, Kabupaten Badung
Terlapor: PDAM Badung
Uraian: Air PDAM di rumah saya mati sejak Juli 2026. Sudah saya laporkan lewat SP4N-LAPOR! tracking ID 7654321 dan
ke kantor PDAM Badung pada 4 Agustus 2026, belum ada tindakan.
Harapan: air mengalir. Identitas saya boleh disampaikan.
"""
LAPOR_AGAIN = """\
Yth. Ombudsman, kami meneruskan keluhan warga: sambungan air macet berbulan-bulan, belum diperbaiki oleh PDAM Badung
walaupun sudah didatangi kantornya. Nomor laporan LAPOR! #7654321. Pelapor: Wayan Penerus Uji, Jalan Lain 5, Kuta.
"""


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


def pair(bureau: Bureau) -> EmailMessage:
    """The newest pair that intake was shown."""
    return next(m for m in reversed(bureau.to(INTAKE)) if "laporan yang sama" in str(m["Subject"]))


def item(mail: EmailMessage) -> str:
    found = re.search(r"butir (\d+)", str(mail["Subject"]))
    assert found is not None
    return found[1]


def settle(talk: Talk, line: str) -> str:
    """Intake answers the newest pair with one line; the transcript."""
    shown = pair(talk.bureau)
    talk.answer(shown, INTAKE, f"{item(shown)} {line}")
    return flat(next(m for m in reversed(talk.bureau.to(INTAKE)) if "Hasil perintah" in str(m["Subject"])))


def first(bureau: Bureau) -> tuple[Talk, str]:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    return talk, talk.case()


def test_the_same_person_in_other_words_is_shown_and_merged(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.say(PRIVATE, REPHRASED, name="Putu C", subject="KTP belum jadi juga")
    assert talk.counts.held == 1 and not bureau.to(PRIVATE), "nobody is answered before staff have looked"
    shown = pair(bureau)
    words = flat(shown)
    assert number in words and "NIK sama" in words and f"{item(shown)} merge {number}" in words
    assert "**" not in words and "NIK (sama)" in words
    html = shown.get_body(("html",))
    assert html is not None and "<strong>5103014107900000</strong>" in str(html.get_content())
    assert f"digabung ke {number}" in settle(talk, "gabung")
    told = bureau.last_to(PRIVATE)
    assert "Nomor yang berlaku" in flat(told) and number in str(told["Subject"])
    assert len(bureau.to(FOCAL)) == 1, "the agency has its letter already"
    assert "bahasa sederhana" in flat(bureau.last_to(OFFICER))
    running = [d for d in bureau.show(number)["deadlines"] if d["state"] == "running"]
    assert len(running) == 1, "the earliest case keeps its clocks"
    # From now on the second address is known in the case.
    talk.answer(told, PRIVATE, "Bagaimana perkembangan laporan saya?")
    assert talk.counts.threaded == 1 and "Perkembangan" in str(bureau.last_to(PRIVATE)["Subject"])
    assert len([m for m in bureau.to(CITIZEN) if "Perkembangan" in str(m["Subject"])]) == 0


def test_a_household_is_asked_about_and_neither_learns_of_the_other(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.say(HUSBAND, FAMILY, name="I Gede Agus Uji", subject="KTP istri")
    assert "alamat rumah sama" in flat(pair(bureau))
    settle(talk, f"merge {number}")
    talk.answer(bureau.last_to(OFFICER), OFFICER, f"tutup selesai_instansi {number} selesai")
    for who, other in (
        (HUSBAND, ("Ni Putu", CITIZEN, "0000 1234")),
        (CITIZEN, ("Agus", HUSBAND, "0000 7777")),
    ):
        letters = "\n".join(m.as_string() + text_of(m) for m in bureau.to(who))
        assert not [word for word in other if word in letters]
        assert "Penutupan" in letters or "ditutup" in letters
    assert not [m for m in bureau.to(FOCAL) if "Agus" in text_of(m)]


def test_strangers_with_alike_complaints_are_two_cases(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.say("ketut@surel.example", STRANGER, name="I Ketut Lain Uji")
    assert talk.counts.opened == 1 and len(bureau.to(FOCAL)) == 2
    assert not [m for m in bureau.to(INTAKE) if number in flat(m)]


def test_the_words_of_another_person_are_a_case_of_its_own_that_staff_see(bureau: Bureau) -> None:
    talk, number = first(bureau)
    other = REPORT.replace("Ni Putu Contoh", "I Wayan Berbeda Uji").replace(
        "5103014107900000", "5171011203850000"
    )
    other = other.replace("Jalan Raya Uji 7", "Gang Mawar 12").replace("0812 0000 1234", "0812 0000 9876")
    talk.say("wayan@surel.example", other, name="I Wayan Berbeda Uji")
    assert talk.counts.opened == 1 and len(bureau.to(FOCAL)) == 1, "it does not go on unseen"
    asked = flat(bureau.last_to(INTAKE))
    assert f"kata-kata sama dengan {number}" in asked and f"merge {number}" in asked
    talk.say(INTAKE, f"{talk.item()} merge {number}", subject="Re: daftar")
    (second,) = [m for m in bureau.to("wayan@surel.example") if "Digabung" in str(m["Subject"])]
    assert "Ni Putu" not in second.as_string()


def test_a_number_of_another_channel_gives_the_report_away(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say("made@surel.example", LAPOR, name="Ni Made Kanal Uji")
    talk.say("penerus@surel.example", LAPOR_AGAIN, name="Wayan Penerus Uji", subject="Terusan pengaduan air")
    assert "nomor SP4N-LAPOR! sama" in flat(pair(bureau))


def test_separate_goes_its_way_and_is_not_asked_again(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.say(HUSBAND, FAMILY, name="I Gede Agus Uji", subject="KTP istri")
    assert "dibuka sebagai 0002/" in settle(talk, "pisah")
    assert len(bureau.to(FOCAL)) == 2 and "Tanda Terima" in str(bureau.last_to(HUSBAND)["Subject"])
    talk.say(HUSBAND, FAMILY + "\nMohon kabar.", name="I Gede Agus Uji", subject="KTP istri, sekali lagi")
    again = flat(pair(bureau))
    assert "0002/" in again and number not in again, "the pair that staff have separated is asked about once"


def test_several_candidates_want_a_number(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.say(HUSBAND, FAMILY, name="I Gede Agus Uji", subject="KTP istri")
    settle(talk, "separate")
    both = REPORT.replace("0812 0000 1234", "0812 0000 7777").replace("Ni Putu Contoh", "Putu Contoh")
    talk.say(
        "baru@surel.example", both + "\nNomor KK kami 5103010101150000", name="Putu Contoh", subject="lagi"
    )
    shown = flat(pair(bureau))
    if "0002/" in shown and number in shown:
        assert "pilih" in settle(talk, "merge")
    assert f"digabung ke {number}" in settle(talk, f"merge {number}")


def test_a_closed_case_is_opened_again_with_a_reason(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.answer(bureau.last_to(OFFICER), OFFICER, "close tidak_ditemukan") if bureau.to(OFFICER) else None
    talk.say(OFFICER, "tutup tidak_ditemukan", subject=f"Re: [{number}] laporan")
    assert bureau.show(number)["state"] == "TUTUP"
    talk.now += timedelta(days=20)
    talk.say(PRIVATE, REPHRASED, name="Putu C", subject="KTP belum jadi juga")
    shown = flat(pair(bureau))
    assert "sudah ditutup" in shown and f"re-examine {number}" in shown
    assert "alasannya" in settle(talk, "periksa ulang")
    assert "dibuka kembali" in settle(talk, "periksa ulang KTP ternyata belum diterbitkan")
    found = bureau.show(number)
    assert found["state"] == "TERDAFTAR"
    assert any("ternyata belum diterbitkan" in line["detail"] for line in found["timeline"])
    assert "dibuka kembali" in flat(bureau.last_to(PRIVATE))
    # A new letter, with new clocks; the old ones stay as they ended.
    listed = next(m for m in reversed(bureau.to(OFFICER)) if "langkah berikutnya" in flat(m))
    number_of = re.search(r"(\d+) agency capil-uji", flat(listed))
    assert number_of is not None
    talk.answer(listed, OFFICER, f"{number_of[1]} ok")
    assert len(bureau.to(FOCAL)) == 2
    assert [d["state"] for d in bureau.show(number)["deadlines"]] == ["void", "running"]


def test_two_open_cases_are_joined_from_the_thread_of_one(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.say("ketut@surel.example", STRANGER, name="I Ketut Lain Uji")
    notice = next(m for m in reversed(bureau.to(FOCAL)) if "0002/" in str(m["Subject"]))
    talk.say(OFFICER, f"gabung {number}", subject="Re: [0002/LM/IX/2026/KTA] laporan")
    second = bureau.show("0002/LM/IX/2026/KTA")
    assert (second["state"], second["closed_reason"]) == ("TUTUP", "ganda")
    assert all(d["state"] == "void" for d in second["deadlines"])
    assert bureau.show(number)["state"] == "KOORD"
    assert "tidak perlu dijawab tersendiri" in flat(bureau.last_to(FOCAL))
    assert "Nomor yang berlaku" in flat(bureau.last_to("ketut@surel.example"))
    # What still comes for the second case belongs to the first.
    talk.answer(notice, FOCAL, "Menindaklanjuti surat, KTP pemohon telah selesai dan diserahkan.")
    assert any(m["intent"] for m in bureau.show(number)["messages"] if m["from"]["address"] == FOCAL)
    # And the way back.
    talk.say(OFFICER, "periksa ulang 0002/LM/IX/2026/KTA bukan laporan yang sama", subject="pembetulan")
    assert bureau.show("0002/LM/IX/2026/KTA")["state"] == "TERDAFTAR"


def test_a_merge_is_taken_back(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.say(HUSBAND, FAMILY, name="I Gede Agus Uji", subject="KTP istri")
    settle(talk, "merge")
    assert "dibuka sebagai 0002/" in settle(talk, "separate")
    assert len(bureau.to(FOCAL)) == 2
    assert "digabung ke" in settle(talk, f"merge {number}")
    assert bureau.show("0002/LM/IX/2026/KTA")["closed_reason"] == "ganda"


def test_a_second_delivery_under_another_id_is_shown(bureau: Bureau) -> None:
    talk, number = first(bureau)
    talk.say(
        CITIZEN, REPORT + "\n-- \nDikirim dari ponsel", name="Ni Putu Contoh", message_id="lain@surel.example"
    )
    assert talk.counts.held == 1 and number in flat(pair(bureau))


ITDA = "itda@badungkab.example"
HANDLED = REPORT.replace(
    "tetapi hanya diminta menunggu.",
    "tetapi hanya diminta menunggu. Sudah saya laporkan juga ke Inspektorat Badung dengan surat nomor 12/SP/II/2026.",
)


def asked_inspectorate(bureau: Bureau) -> tuple[Talk, str, EmailMessage]:
    """A report that the inspectorate may have; intake asks it, the report goes on."""
    talk = Talk(bureau)
    talk.say(CITIZEN, HANDLED, name="Ni Putu Contoh")
    number = talk.case()
    listed = flat(bureau.last_to(INTAKE))
    assert "Pelapor menyebut sudah melapor ke Inspektorat" in listed and "inspectorate capil-uji" in listed
    talk.answer(bureau.last_to(INTAKE), INTAKE, f"{talk.item()} inspektorat")
    letter = bureau.last_to(ITDA)
    assert "Konfirmasi Penanganan" in str(letter["Subject"]) and "Putu Contoh" not in letter.as_string()
    assert "mailto:" in letter.as_string() and "Belum pernah kami periksa" in text_of(letter)
    return talk, number, letter


@pytest.mark.parametrize(
    ("answer", "heard", "first_way"),
    [
        ("Siang bu, sdh kami LHP-kan nomor 700/12/ITKAB/2026 tgl 3 Agustus 2026", "sudah memeriksa", "ok"),
        ("blm pernah masuk ke kami pak, nggih", "belum pernah memeriksa", "ok"),
        ("masih proses audit, tim baru turun minggu kemarin", "sedang memeriksa", "ok"),
        ("Terlampir.", "perlu dibaca", "ok"),
    ],
)
def test_an_inspectorate_answers_untidily_and_stops_no_clock(
    bureau: Bureau, answer: str, heard: str, first_way: str
) -> None:
    talk, number, letter = asked_inspectorate(bureau)
    talk.say(INTAKE, "1 agency capil-uji", subject="Re: daftar")
    assert len(bureau.to(FOCAL)) == 1, "the report goes on meanwhile"
    talk.answer(letter, ITDA, answer)
    handed = flat(bureau.last_to(OFFICER))
    assert heard in handed and f" {first_way} – " in handed
    deadlines = {d["rule"]: d["state"] for d in bureau.show(number)["deadlines"]}
    assert deadlines == {"D25": "met", "D23": "running"}
    assert bureau.show(number)["state"] == "KOORD"
    if "700/12" in answer:
        assert "700/12/ITKAB/2026" in handed and "3 Agustus 2026" in handed


def test_a_silent_inspectorate_is_reminded_and_then_told_to_staff(bureau: Bureau) -> None:
    talk, number, _ = asked_inspectorate(bureau)
    talk.now = talk.now.replace(day=11, hour=1)
    talk.round()
    assert "Pengingat" in str(bureau.last_to(ITDA)["Subject"])
    talk.now = talk.now.replace(day=15)
    talk.round()
    told = next(m for m in bureau.to(OFFICER) if "belum menjawab apakah sudah memeriksa" in flat(m))
    assert number in flat(told)


def test_a_receipt_of_the_inspectorate_is_no_answer_and_a_stranger_none_at_all(bureau: Bureau) -> None:
    talk, number, letter = asked_inspectorate(bureau)
    talk.answer(letter, ITDA, "Surat sudah kami terima, akan kami cek terlebih dahulu.")
    talk.answer(letter, "orang@lain.example", "sudah kami periksa, LHP nomor 700/99/2026")
    assert talk.counts.held == 1
    assert [d["state"] for d in bureau.show(number)["deadlines"]] == ["running"]


def test_an_answer_of_the_agency_still_counts_while_the_inspectorate_is_silent(bureau: Bureau) -> None:
    talk, number, _ = asked_inspectorate(bureau)
    talk.say(INTAKE, "1 agency capil-uji", subject="Re: daftar")
    talk.answer(
        bureau.last_to(FOCAL),
        FOCAL,
        "Menindaklanjuti surat dimaksud, KTP pemohon telah selesai dicetak dan diserahkan.",
    )
    assert bureau.show(number)["state"] == "DIJAWAB"
