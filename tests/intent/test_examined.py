"""What an inspectorate answers when it is asked whether it has examined a matter; untidy, as people write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.intent.examined import examined, told_number

TODAY = date(2026, 9, 14)
OURS = ("0001/SRT/0001-2026/KTA/IX/2026", "0001/LM/IX/2026/KTA")


@pytest.mark.parametrize(
    ("text", "verdict", "number", "on"),
    [
        ("sudah kami LHP-kan nomor 700/12/ITKAB/2026", "examined", "700/12/ITKAB/2026", None),
        ("Sdh diperiksa bu, LHP No. 700.1.2/34/Itda tgl 3 Maret 2026", "examined", "700.1.2/34/Itda", date(2026, 3, 3)),
        ("Telah kami lakukan pemeriksaan khusus, hasil terlampir", "examined", None, None),
        ("pernah kami periksa tahun lalu, tidak ada temuan", "examined", None, None),
        ("Sudah bu", "examined", None, None),
        ("Sudah kami periksa dengan LHP nomor 700/88/IRDA/2026 tanggal 12 Agustus 2026.", "examined", "700/88/IRDA/2026", date(2026, 8, 12)),
        ("Menjawab surat Nomor 0001/SRT/0001-2026/KTA/IX/2026, sudah kami periksa", "examined", None, None),
        ("masih proses audit", "in progress", None, None),
        ("Sedang kami telaah, tim sudah turun", "in progress", None, None),
        ("Sudah diperiksa namun LHP belum terbit", "in progress", None, None),
        ("Masih dalam proses pemeriksaan kami.", "in progress", None, None),
        ("blm pernah masuk ke kami", "not examined", None, None),
        ("tdk ada", "not examined", None, None),
        ("Belum.", "not examined", None, None),
        ("nihil", "not examined", None, None),
        ("sudah kami cek, belum pernah masuk pak", "not examined", None, None),
        ("Mohon maaf, setelah kami cek di register tidak ada pengaduan dimaksud.", "not examined", None, None),
        ("Belum pernah kami periksa.", "not examined", None, None),
        ("Inggih, dereng wenten laporan ring kantor titiang. Belum ada pak", "not examined", None, None),
        ("Surat sudah kami terima, akan kami cek terlebih dahulu.", "unclear", None, None),
        ("sepertinya sudah pernah diperiksa, nanti saya tanyakan", "unclear", None, None),
        ("mohon waktu seminggu", "unclear", None, None),
        ("Terlampir.", "unclear", None, None),
        ("", "unclear", None, None),
    ],
)  # fmt: skip
def test_yes_no_not_yet_or_a_person_reads_it(
    text: str, verdict: str, number: str | None, on: date | None
) -> None:
    found = examined(text, TODAY, OURS)
    assert (found.verdict, found.number, found.on) == (verdict, number, on)


@given(st.text(max_size=400))
def test_any_text_has_one_verdict(text: str) -> None:
    assert examined(text, TODAY).verdict in ("examined", "in progress", "not examined", "unclear")


def test_the_number_that_a_reporter_gives_for_the_inspectorate() -> None:
    assert (
        told_number("Sudah saya laporkan ke Inspektorat Badung dengan surat nomor 12/SP/II/2026.")
        == "12/SP/II/2026"
    )
    assert told_number("Sudah ke Inspektorat. KTP belum jadi.") is None
