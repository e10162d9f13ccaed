"""Case and letter numbers as people type, scan and mangle them."""

from __future__ import annotations

import pytest

from maild.intent.numbers import case_pattern, find, fold, letter_pattern, letters_in

CASE = case_pattern("{seq:04d}/{type}/{month_roman}/{year}/{code}")
LETTER = letter_pattern("{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}")
NUMBER = "0012/LM/VIII/2026/DPS"

WRITTEN = [
    NUMBER,
    f"Re: [{NUMBER}] Penerusan",
    "Fwd: Re : 0012/LM/VIII/2026/DPS blokir stnk",
    "12/LM/VIII/2026/DPS",
    "0012/lm/viii/2026/dps",
    "0012 / LM / VIII / 2026 / DPS",
    "0012-LM-VIII-2026-DPS",
    "0012_LM_VIII_2026_DPS.pdf",
    "OO12/LM/VIII/2026/DPS",
    "0012/LM/Vlll/2026/DPS",
    "0012/LM/V111/2026/DPS",
    "OO12/LM/VIII/2O26/DPS",
    "no.0012/LM/VIII/2026/DPS,",
    "0012/LM/VIII/\n2026/DPS",
    "0012 LM VIII 2026 DPS",
    "0012/LM/8/2026/DPS",
    "0012/LM/08/2026/DPS",
    "0012/LM/Agustus/2026/DPS",
    "0012/LM/VIII/26/DPS",
    "0012LM/VIII/2026/DPS",
    "0012/LMVIII/2026/DPS",
    "0012/LM/VIII2026/DPS",
    "0012lmviii2026dps",
    "0012/L.M/VIII/2026/DPS",
    "0O12/1M/VIII/2026/DPS",
    "0012\u2215LM\u2215VIII\u22152026\u2215DPS",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_found_in_canonical_form(text: str) -> None:
    assert find(CASE, text) == (NUMBER,)


NOT_A_CASE = [
    "0012/LM/XIV/2026/DPS",
    "0012/LM/IIX/2026/DPS",
    "2026",
    "31/KPAD/VIII/2026",
    "Nomor 31/KPAD/VIII/2026\n\nYang terhormat",
    "31 KPAD VIII 2026 Kami",
    "rapat 12 dan IX 2026 kami",
    "5 juta X 2026 unit",
    "187/Pdt.G/2025/PN Gin",
    "",
]


@pytest.mark.parametrize("text", NOT_A_CASE)
def test_not_found(text: str) -> None:
    assert find(CASE, text) == ()


def test_several_in_order_once_each() -> None:
    other = "0013/RCO/IX/2026/KPG"
    assert find(CASE, f"{other} dan {NUMBER}, lalu 13/rco/ix/2026/kpg") == (other, NUMBER)


def test_only_known_codes() -> None:
    pattern = case_pattern("{seq:04d}/{type}/{month_roman}/{year}/{code}", codes=["DPS"])
    assert find(pattern, f"{NUMBER} 0001/LM/I/2026/XYZ") == (NUMBER,)


def test_letter_number_holds_its_case() -> None:
    letter = f"0007/SRT/{NUMBER}/DPS/VIII/2026"
    assert find(LETTER, f"Menunjuk surat Nomor {letter} perihal") == (letter,)
    assert find(LETTER, letter.lower().replace("/", " / ")) == (letter,)


def test_another_template() -> None:
    pattern = case_pattern("{code}-{year}-{seq:05d}")
    assert find(pattern, "lihat dps - 2026 - 00042 ya") == ("DPS-2026-00042",)


@pytest.mark.parametrize(
    "text", ["0012/LM/VIII/2026/DPS", "OO12 / lm / VIlI/2O26 / dps", "0012/LM/V1II/2026/DPS"]
)
def test_fold_makes_equal(text: str) -> None:
    assert fold(text) == fold(NUMBER)


def test_hostile_text_is_linear() -> None:
    assert find(LETTER, "0012/" * 40_000) == ()


def test_eleven_may_be_two() -> None:
    assert find(CASE, "0012/LM/11/2026/DPS") == ("0012/LM/XI/2026/DPS", "0012/LM/II/2026/DPS")


OF_AGENCIES = [
    ("Nomor : 1488/DIR-KPT/IX/2026\n\nYth.", "1488/DIR-KPT/IX/2026"),
    ("surat Nomor B-1214/C.6/Cpl.1/12/2022 tanggal", "B-1214/C.6/Cpl.1/12/2022"),
    ("No. 188.32/7308/SJ perihal", "188.32/7308/SJ"),
    ("Nomor 046/1290/418.31/2021", "046/1290/418.31/2021"),
    ("Nomor: PPE.PP.01.05-405", "PPE.PP.01.05-405"),
    ("nomor 400.3.5 / 1234 / Disdik / 2026 tanggal", "400.3.5/1234/Disdik/2026"),
]


@pytest.mark.parametrize(("text", "number"), OF_AGENCIES)
def test_letters_of_agencies(text: str, number: str) -> None:
    assert letters_in(text) == (number,)


@pytest.mark.parametrize(
    "text",
    [
        "no hp 0812-0000-1111",
        "No. 0361-123-456",
        "NPWP nomor 12.345.678.9-012.000",
        "Nomor 5/2025",
        "No. 12/08/2026",
        "pelanggan nomor 02-11-04518",
        "Nomor 25 Tahun 2009",
    ],
)
def test_no_letter_numbers(text: str) -> None:
    assert letters_in(text) == ()
