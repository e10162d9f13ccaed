"""Routing: certain goes, doubtful waits for a person, and each trap of the field stays shut."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.directory import Directory, Index, Route, as_json, build, load, route
from maild.intent.report import assess
from tests.directory.country import country, crowded
from tests.directory.invented import HEADER, TODAY, agency_list, index, mail, row
from tests.directory.letters import LETTERS

BALI, NTT = index("bali"), index("ntt")
ASKED = " Saya sudah menanyakan ke kantor tersebut tanggal 3 Juli dan 5 Agustus 2026, petugas menjawab masih proses."


def sent(office: str, text: str, subject: str = "laporan", today: date = TODAY) -> Route:
    message = mail(text, subject)
    return route(BALI if office == "bali" else NTT, message, assess(message, today), today=today)


@pytest.mark.parametrize(
    ("office", "text", "agency"),
    [
        ("bali", "Akta anak saya di Disdukcapil Buleleng belum jadi sejak Mei.", "disdukcapil-buleleng"),
        ("bali", "Akta anak saya di capil singaraja belum jadi sejak Mei.", "disdukcapil-buleleng"),
        ("bali", "Bantuan PKH saya dicoret oleh Dinas Sosial Kab. Buleleng.", "dinsos-buleleng"),
        ("bali", "Meteran air saya rusak, Tirta Sewakadarma tidak mengganti.", "pdam-denpasar"),
        ("bali", "STNK motor saya diblokir di samsat renon sejak Juni.", "samsat-denpasar"),
        ("bali", "JHT saya di Jamsostek Renon belum cair sejak April.", "bpjstk-denpasar"),
        ("ntt", "Air dari Tirta Lontar tidak jalan sejak Mei.", "pdam-kab-kupang"),
        ("ntt", "Air dari Tirta Bening Lontar tidak jalan sejak Mei.", "pdam-kota-kupang"),
        (
            "ntt",
            "KK saya di capil Kupang, kantor di Oelamasi, belum jadi. Alamat Desa Erbaun, Kecamatan Amarasi Barat.",
            "disdukcapil-kab-kupang",
        ),
        ("ntt", "Sertifikat saya di BPN Manggarai Barat belum jadi sejak Mei.", "kantah-manggarai-barat"),
        ("ntt", "Tarif ambulans rumah sakit hilers maumere tidak sesuai papan.", "rsud-sikka"),
        ("ntt", "Jalan berlubang dekat Takari belum diperbaiki Balai Jalan Nasional.", "bpjn-ntt"),
    ],
)
def test_a_clear_report_goes(office: str, text: str, agency: str) -> None:
    found = sent(office, "Saya Wayan Sukadana. " + text + ASKED)
    assert (found.decision, found.agency_ids) == ("forward", (agency,)), found.reasons


@pytest.mark.parametrize(
    ("office", "text"),
    [
        ("ntt", "KK saya di Disdukcapil Kupang belum jadi."),  # Kota or Kabupaten
        ("ntt", "Sertifikat saya di BPN Manggarai belum jadi."),  # not Manggarai Barat
        ("ntt", "KTP saya di Capil Manggarai Barat belum jadi."),  # the longest place name wins
        ("ntt", "Air PDAM Kupang di Oebobo tidak jalan."),
        ("ntt", "Meteran saya di PLN Kupang Timur rusak."),  # not the unit of the list
        ("bali", "PKH saya dicoret Dinas Sosial Bangli."),  # not in the list
        ("bali", "STNK saya ditahan di Samsat Mataram."),  # another province
        ("bali", "Ijazah anak saya dari SMK ditahan, Disdikpora Buleleng diam."),  # SMK is provincial
        ("bali", "Rapor anak saya di SD ditahan, Disdikpora Provinsi Bali diam."),  # SD is not
        ("bali", "Izin villa saya di Canggu ditahan Perizinan Denpasar."),  # place against agency
        ("bali", "Kakak saya pelanggan PDAM Badung lancar, air dari PDAM mati."),
        ("bali", "Petugas P2U di Lapas Kerobokan menahan titipan saya."),
        ("bali", "Satpol PP Kota Denpasar membongkar lapak saya, izin dari Perizinan Denpasar ada."),
        ("bali", "Kantor di dekat Polres Buleleng itu tidak melayani saya."),
    ],
)
def test_doubt_asks(office: str, text: str) -> None:
    found = sent(office, "Saya Wayan Sukadana. " + text + ASKED)
    assert found.decision == "ask" and found.reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "Mohon identitas saya dirahasiakan.",
        "Perkara ini sudah kami gugat di pengadilan, nomor 5/Pdt.G/2026/PN Sgr.",
        "Saya sudah pernah melapor ke Ombudsman bulan lalu.",
        "Petugas minta uang rokok.",
        "Surat kuasa terlampir.",
        "Inspektorat Buleleng sedang memeriksa hal ini.",
        "Saya takut dipersulit.",
        "Masalah ini saling lempar antara kantor itu dan desa.",
        "Anak saya dipukul petugas.",
        "Ibu saya dirawat dan sakit parah.",
        "Selain itu saya juga mau melaporkan hal lain.",
        "Jangan diteruskan dulu ke dinas.",
        "Saya warga negara Australia.",
        "Kami sudah menyambung surat saya bulan lalu.",
        "Tetapkan dulu siapa yang salah, saya dan desa saling tuding.",
        "Petugas minta 300 ribu supaya cepat.",
        "Ketahuan melapor, kontrak saya bisa diputus.",
        "Mantan suami saya memalsukan data saya.",
        "Petugas membocorkan alamat saya.",
        "Saya anak angkat dan tidak mau keluarga tahu.",
        "Saya dihina karena agama saya.",
        "Kalau tidak selesai saya akan bakar diri.",
        "Bapak saya ditetapkan tersangka.",
        "Dokter salah suntik.",
        "Kepala sekolah memotong dana siswa.",
        "Petugasnya sepupu kepala dinas.",
        "Foto anak saya beredar.",
        "Sudah saya sampaikan juga ke DPRD.",
        "Saya wartawan.",
        "Kami para warga menolak proyek itu.",
        "Saya meneruskan surat dari ibu tetangga.",
        "Tapi hari ini sudah selesai, tidak jadi melapor.",
        "Apa benar harus bayar? Saya mau bertanya saja.",
        "Rumah saya akan dilelang.",
        "Teman yang protes langsung dirumahkan.",
        "Yth. Bupati Buleleng, mohon ditindak.",
    ],
)
def test_one_sentence_is_enough_to_stop_the_machine(sentence: str) -> None:
    clear = "Saya Wayan Sukadana. Akta anak saya di Disdukcapil Buleleng belum jadi sejak Mei." + ASKED
    assert sent("bali", clear).decision == "forward"
    assert sent("bali", clear + " " + sentence).decision == "ask"


def test_name_facts_and_effort_have_to_be_there() -> None:
    facts = "Akta anak saya di Disdukcapil Buleleng belum jadi sejak Mei, alasan jaringan rusak terus."
    assert sent("bali", "Saya Wayan Sukadana. " + facts + ASKED).decision == "forward"
    assert "missing: nama" in sent("bali", facts + ASKED).reasons
    assert "missing: upaya" in sent("bali", "Saya Wayan Sukadana. " + facts).reasons


def test_the_form_field_wins_over_agencies_in_the_account() -> None:
    form = (
        "Nama: Wayan Sukadana\nAlamat: Jl. Mawar 3\nInstansi Terlapor: PDAM Badung\n"
        "Uraian: Tagihan air naik sejak Mei. Kakak saya pelanggan PDAM Denpasar tagihannya biasa.\n"
        "Upaya: datang ke kantor 5 Juni, disuruh menunggu.\n"
    )
    found = sent("bali", form)
    assert (found.decision, found.agency_ids) == ("forward", ("pdam-badung",)), found.reasons


def test_vacant_and_expired_posts_ask() -> None:
    text = "Saya Wayan Sukadana. Akta anak saya di Disdukcapil Buleleng belum jadi sejak Mei." + ASKED
    assert "disdukcapil-buleleng: focal point expired" in sent("bali", text, today=date(2028, 1, 1)).reasons
    lines = [
        row("disdukcapil-buleleng,Disdukcapil Buleleng,,bali,kabupaten,Kabupaten Buleleng", focal=""),
    ]
    loaded = load("\n".join([HEADER, *lines]), "x")
    assert isinstance(loaded, Directory)
    message = mail(text)
    found = route(build(loaded, "bali"), message, assess(message, TODAY), today=TODAY)
    assert found.reasons == ("disdukcapil-buleleng: focal point vacant",)


def test_a_disaster_may_go_to_two() -> None:
    text = (
        "Saya Made Yoga Pratama, Jl. Pura Demak. Air sudah sepinggang dan terus naik, pintu air macet, sudah kami"
        " laporkan 8 Juli ke Dinas PUPR Kota Denpasar. Telepon ke BPBD Kota Denpasar 3x, perahu karet antre. Banjir!"
    )
    message = mail(text)
    report = assess(message, TODAY)
    found = sent("bali", text)
    assert report.urgent and found.decision == "forward"
    assert set(found.agency_ids) == {"pupr-denpasar", "bpbd-denpasar"}


def test_the_document_has_the_keys_of_the_contract() -> None:
    message = mail("Air PDAM mati.")
    report = assess(message, TODAY)
    shown = as_json(route(BALI, message, report, today=TODAY), report, "001.eml")
    assert list(shown) == [
        "file", "decision", "agency_ids", "candidates", "reasons", "urgent", "confidential", "missing",
        "duplicates",
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=60))
def test_routing_is_total_and_never_forwards_noise(text: str, subject: str) -> None:
    assert sent("bali", text, subject).decision == "ask"


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(agency_list().replace(",", " ").split()), max_size=60))
def test_a_heap_of_agency_words_is_asked(heap: list[str]) -> None:
    assert sent("bali", " ".join(heap)).decision == "ask"


def steps(index: Index) -> int:
    """Calls that routing makes of Python functions and of built-in ones: the same on every machine."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    for one in LETTERS:
        if one.office == "bali":
            message = mail(one.text, one.subject)
            report = assess(message, TODAY)
            route(index, message, report, today=TODAY)  # words are folded and found once
            sys.setprofile(count)
            route(index, message, report, today=TODAY)
            sys.setprofile(None)
    return counted


def test_ten_thousand_agencies_are_hardly_more_work() -> None:
    loaded = load(crowded(10_000), "x")
    assert isinstance(loaded, Directory) and len(loaded.agencies) == 10_000
    assert steps(build(loaded, "bali")) < 2 * steps(country("bali"))
