"""Several cases in one mail: each its own intent, and none a word of another."""

from __future__ import annotations

import pytest

from maild.intent import Meaning
from tests.intent.test_said import AGENCY, meant
from tests.message.compose import message

A, B, C = "0012/LM/VIII/2026/DPS", "0013/LM/VIII/2026/DPS", "0014/LM/VIII/2026/DPS"


def read_as(found: Meaning) -> list[tuple[str, str]]:
    return [(part.case, part.intent) for part in found.parts]


MAILS = [
    (
        f"Re: [{A}] rekap",
        "Kasus 0012: sudah selesai, KTP diserahkan tanggal 3 September.\n"
        "Kasus 0015: mohon perpanjangan waktu sampai 30 September.",
        [(A, "answer_final"), ("0015", "extension")],
    ),
    (
        "Re: Rekap tindak lanjut",
        f"Jawaban kami:\n1. {A}: jalan sudah diperbaiki 3 September.\n2. {B}: masih menunggu anggaran.\n"
        f"3. {C}: bukan kewenangan kami, jalan provinsi.\nTerima kasih",
        [(A, "answer_final"), (B, "answer_interim"), (C, "not_ours")],
    ),
    (
        f"Re: [{A}] x",
        f"Untuk laporan ini sudah kami selesaikan kemarin. Sedangkan untuk {B} kami mohon waktu sampai 1"
        f" Oktober.",
        [(A, "answer_final"), (B, "extension")],
    ),
    (
        "Re: dua laporan",
        f"{A} dan {B} sudah selesai semua, dokumen diserahkan kemarin.",
        [(A, "answer_final"), (B, "answer_final")],
    ),
    (
        f"Re: [{B}] x",
        f"{A}: surat sudah kami terima, terima kasih.\n\n{B}: petugas masih memeriksa pipa di lokasi.",
        [(B, "answer_interim"), (A, "receipt")],
    ),
    (  # the word before a whole number is no list of first fields
        f"Re: [{A}] x",
        f"Laporan {A}: KTP sudah kami terbitkan 3 September.\n\nLaporan {B}: mohon waktu sampai 1 Oktober.",
        [(A, "answer_final"), (B, "extension")],
    ),
]


@pytest.mark.parametrize(("subject", "text", "parts"), MAILS)
def test_each_case_has_its_own_intent(subject: str, text: str, parts: list[tuple[str, str]]) -> None:
    found = meant(message(text, subject=subject), AGENCY)
    assert read_as(found) == parts
    assert found.intent == parts[0][1]


def test_one_case_alone_has_no_parts() -> None:
    text = f"Menjawab surat Ombudsman nomor {A}, jalan sudah diperbaiki."
    assert meant(message(text, subject=f"Re: [{A}] x"), AGENCY).parts == ()


def test_a_long_list_is_for_a_person() -> None:
    text = "\n".join(f"{n:04d}/LM/VIII/2026/DPS: sudah selesai." for n in range(1, 30))
    assert meant(message(text, subject="Re: rekap"), AGENCY).parts == ()
