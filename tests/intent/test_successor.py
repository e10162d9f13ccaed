"""Who follows a focal point who left: name, address and telephone as a mail names them."""

from __future__ import annotations

import pytest

from tests.intent.test_said import AGENCY, meant
from tests.message.compose import message

LEFT = [
    (
        "Terhitung 1 September 2026 saya sudah pindah tugas. Mohon hubungi Ibu Ni Wayan Sari, S.Sos "
        "(wayan.sari@capil.example).",
        {"successor_name": "Ni Wayan Sari, S.Sos", "successor_address": "wayan.sari@capil.example"},
    ),
    (
        "Saya sudah purna tugas. Silakan menghubungi pengganti saya Bapak Yohanes, email"
        " yohanes@dinas.example",
        {"successor_name": "Yohanes", "successor_address": "yohanes@dinas.example"},
    ),
    (
        "I am no longer the focal point. Please contact Mr. Wira Adi at wira@dinas.example.",
        {"successor_name": "Wira Adi", "successor_address": "wira@dinas.example"},
    ),
    (
        "beta su pindah ke Dinas Sosial, sonde pegang focal point lai. Yang baru ibu maria, hp 0812 0000"
        " 1234",
        {"successor_name": "maria", "successor_phone": "0812 0000 1234"},
    ),
    (
        "Mulai 1 September narahubung kami berganti dari Ibu Rina ke Bapak Dewa Alit"
        " (dewa.alit@kec.example).",
        {"successor_name": "Dewa Alit", "successor_address": "dewa.alit@kec.example"},
    ),
    ("Maaf, saya sudah pensiun.", {}),
]


@pytest.mark.parametrize(("text", "fields"), LEFT)
def test_successors(text: str, fields: dict[str, str]) -> None:
    found = meant(message(text, subject="Re: surat"), AGENCY)
    assert (found.intent, dict(found.fields)) == ("successor", fields), found.reasons


STAYED = [
    "Oknum petugas tersebut sudah dimutasi ke kecamatan lain per 1 September.",
    "Guru yang dilaporkan telah pensiun sejak Juli.",
    "Kepala sekolah sudah diganti dan uang sudah dikembalikan kemarin.",
]


@pytest.mark.parametrize("text", STAYED)
def test_others_who_left_are_no_successors(text: str) -> None:
    assert meant(message(text, subject="Re: surat"), AGENCY).intent != "successor"
