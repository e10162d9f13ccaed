"""New text apart from quotes, forwards, signatures and disclaimers: the forms of domain.md section 5.3."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.message.quoting import split

NEW = "Air sudah mengalir sejak Senin."
OLD = "> Yth. Pejabat Penghubung\n> Mohon penjelasan.\n"

TOP_POSTED = [
    f"{NEW}\n\nPada tanggal Sab, 31 Okt 2020 pukul 22.12 Nama <a@b.example> menulis:\n\n{OLD}",
    f"{NEW}\n\nPada tanggal Sab, 31 Okt 2020 pukul 22.12 Ombudsman RI Perwakilan Bali\n"
    f"<a@b.example> menulis:\n\n{OLD}",
    f"{NEW}\n\nPada Sab, 31 Okt 2020 pukul 22.12 Ombudsman RI\nPerwakilan Bali\n<a@b.example> "
    f"menulis:\n{OLD}",
    f"{NEW}\n\nPada 31/10/2020 22.12, Nama menulis:\n{OLD}",
    f"{NEW}\n\nPada 07-09-2026 10:00, Ombudsman menulis:\n{OLD}",
    f"{NEW}\n\nNama menulis:\n\n{OLD}",
    f"{NEW}\n\n----- Pada 31 Okt 2020, jam 22:12, Nama a@b.example menulis: -----\n\nteks lama",
    f"{NEW}\n\nPada Sabtu, 31 Oktober 2020 22.12.10 WIB, Nama <a@b.example> menulis:\n\n{OLD}",
    f"{NEW}\n\nOn Sat, Oct 31, 2020 at 10:12 PM Nama <a@b.example> wrote:\n\n{OLD}",
    f"{NEW}\n\nOn 2026-08-05 11:20, Ombudsman wrote:\n{OLD}",
    f"{NEW}\n\n-------- Pesan asli --------\nDari: Nama <a@b.example>\nTanggal: 12/08/26 "
    f"18.06 (GMT+08:00)\nKe: c@d.example\nSubjek: x\n\nlama",
    f"{NEW}\n\n-------- Pesan Asli --------\nJudul: x\nTanggal: 12/08/26\nPengirim: "
    f"a@b.example\nPenerima: c@d.example\n\nlama",
    f'{NEW}\n\n----- Pesan Asli -----\nDari: "Nama" <a@b.example>\nKepada: c@d.example\n'
    "Terkirim: Rabu, 12 Agustus 2026 9:20:00\nSubjek: x\n\nlama",
    f"{NEW}\n\n-----Original Message-----\nFrom: Nama <a@b.example>\nSent: Monday\nTo: "
    f"c@d.example\nSubject: x\n\nlama",
    f"{NEW}\n\nDari: Nama\n<a@b.example>\nDikirim: Kamis, 6 Agustus 2026 09:02\nKepada: "
    f"c@d.example\nPerihal: x panjang\nsekali\n\nlama",
    f"{NEW}\n\n*Dari:* Nama <a@b.example>\n*Dikirim:* Kamis, 6 Agustus 2026 09:02\n*Kepada:* "
    f"c@d.example\n*Perihal:* x\n\nlama",
    f"{NEW}\n\nFrom: Nama <a@b.example>\nSent: Thursday, August 6, 2026 9:02 AM\nTo: "
    f"c@d.example\nSubject: x\n\nlama",
    f"{NEW}\n\n________________________________\nDari: Nama <a@b.example>\nDikirim: 6 Agustus "
    f"2026 09.02\nKepada: c@d.example\nPerihal: x\n\nlama",
    f"{NEW}\n\nDikirim dari iPhone saya\n\nPada 12 Agu 2026, pukul 18.05, Nama <a@b.example> "
    f"menulis:\n\n{OLD}",
    f"{NEW}\n\n-- \nNama\nDinas PU\n\nPada 12 Agu 2026, pukul 18.05, Nama <a@b.example> menulis:\n\n{OLD}",
    f"Pada 12 Agu 2026, pukul 18.05, Nama <a@b.example> menulis:\n\n{OLD}\n{NEW}\n-- \nNama",
    f"{OLD}\n{NEW}",
]


@pytest.mark.parametrize("text", TOP_POSTED)
def test_only_the_new_text(text: str) -> None:
    found = split(text)
    assert found.new == NEW
    assert found.quoted


def test_inline_answers_are_kept() -> None:
    found = split(
        f"On 10/08/2026 09:40, Ombudsman wrote:\n\n> 1. Kapan?\n\nTanggal 5 Mei.\n\n> 2. "
        f"Mengapa?\n\n{NEW}\n\n> Terima kasih"
    )
    assert found.new == f"Tanggal 5 Mei.\n\n{NEW}"


PROSE = [
    "Pada hari Selasa petugas menulis:\nberkas belum lengkap.\nSaya bingung.",
    "Kepala desa menulis: berkas ditolak.",
    "Dari: Warga Banjar Kelod\nKepada: Ombudsman\nHal: jalan rusak\n\nMohon bantuan.",
    "- jalan rusak\n- air macet\n- lampu mati",
    "Nomor : 12\nLampiran : 1\nHal : Laporan\n\nDengan hormat, mohon bantuan.",
    "Kronologi:\n--------\n1 Mei berkas masuk\n--------\n2 Juni ditolak",
    "Perhatian dari dinas kurang. Kami kecewa.",
    "Peringatan hari jadi kota dirayakan, jalan tetap rusak.",
    "Surat itu rahasia katanya, jadi saya tidak diberi salinan.",
    "Pesan asli saya tidak dibalas.",
    "Dikirim dari kantor desa ke kecamatan, lalu hilang. Sudah tiga kali saya tanya tetapi tidak "
    "ada jawaban dari petugas di sana.",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_kept_whole(text: str) -> None:
    found = split(text)
    assert found.new == text
    assert not found.quoted


TAILS = [
    "-- \nNama\nDinas PU",
    "--\nNama",
    "Dikirim dari iPhone saya",
    "Dikirim dari Yahoo Mail di Android",
    "Sent from my Samsung Galaxy",
    "Dapatkan Outlook untuk Android",
    "Get Outlook for iOS",
    "Terkirim dari HP Xiaomi saya",
    "----------------------------------------\nPERINGATAN\nSurel ini bersifat rahasia dan hanya "
    "untuk penerima yang dituju.\n\nDISCLAIMER\nThis e-mail is confidential.",
    "PERINGATAN: Informasi dalam surel ini bersifat\nrahasia dan hanya untuk penerima yang dituju.",
    "This e-mail and any attachment are confidential and may be\nprivileged.",
    "Think green before you print. This message is\nconfidential.",
]


@pytest.mark.parametrize("tail", TAILS)
def test_tails_are_cut(tail: str) -> None:
    assert split(f"{NEW}\n\n{tail}").new == NEW


def test_a_mail_that_is_only_a_trailer_keeps_its_words() -> None:
    assert split("-- \nNama").new == "--\nNama"


LINES = st.sampled_from(
    [
        *NEW.split(),
        "> x",
        "-- ",
        "Pada 1/1/2026 10.00 A <a@b.example> menulis:",
        "",
        "Dari: a@b.example",
        "Tanggal: 1/1/2026 10.00",
        "Kepada: c@d.example",
        "-------- Pesan asli --------",
        "Dikirim dari iPhone",
        "PERINGATAN: rahasia",
    ]
)


@given(st.lists(LINES, max_size=40))
@settings(deadline=None)
def test_new_text_is_made_of_whole_lines_of_the_text(lines: list[str]) -> None:
    found = split("\n".join(lines))
    left = [line.rstrip() for line in lines]
    for line in found.new.split("\n"):
        assert line.strip() in {one.strip() for one in left} | {""}


@given(st.text(max_size=1000))
@settings(deadline=None)
def test_total(text: str) -> None:
    assert isinstance(split(text).new, str)


@pytest.mark.parametrize(
    "line",
    [
        "Pada 1/1/26 ",
        "> ",
        "Dari: x\n",
        "-",
        "__",
        "<a@b.example>:\n",
        "On a\n",
        "\n",
        "From: a@b\nTo: c@d\n",
    ],
)
def test_linear(line: str) -> None:
    def spent(times: int) -> float:
        start = time.process_time()
        split(line * times)
        return time.process_time() - start

    assert spent(40_000) < 1.5


@pytest.mark.parametrize("blank", ["\n", " "])
@pytest.mark.parametrize("shift", range(5))
def test_no_words_grow_together_where_a_text_is_too_long(blank: str, shift: int) -> None:
    """Found by `make fuzz`: the blank at the edge of what is looked at was taken for the end of the text."""
    text = "x" * shift + f"kata{blank}" * 90_000
    assert split(text).new.split() == text.split()
