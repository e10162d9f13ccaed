"""The date that a request for time names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.intent.dates import named, odd_weekdays, working_days

TODAY = date(2026, 9, 17)  # a Thursday

NAMED = [
    ("sampai dengan 30 September 2026", date(2026, 9, 30)),
    ("s.d. 30 September", date(2026, 9, 30)),
    ("tgl 30 Sept", date(2026, 9, 30)),
    ("2 Oktober 2026, karena penguncian", date(2026, 10, 2)),
    ("Jumat, 2 Okt. 2026", date(2026, 10, 2)),
    ("10 Nopember 2026", date(2026, 11, 10)),
    ("30/9/2026", date(2026, 9, 30)),
    ("30-09-2026", date(2026, 9, 30)),
    ("30.09.26", date(2026, 9, 30)),
    ("30/9", date(2026, 9, 30)),
    ("2026-10-02", date(2026, 10, 2)),
    ("tanggal 25", date(2026, 9, 25)),
    ("tgl 5", date(2026, 10, 5)),
    ("tanggal 5 bulan depan", date(2026, 10, 5)),
    ("akhir bulan", date(2026, 9, 30)),
    ("akhir Oktober", date(2026, 10, 31)),
    ("hari Jumat", date(2026, 9, 18)),
    ("Senin depan", date(2026, 9, 21)),
    ("minggu depan", date(2026, 9, 24)),
    ("seminggu lagi", date(2026, 9, 24)),
    ("14 (empat belas) hari", date(2026, 10, 1)),
    ("dua minggu", date(2026, 10, 1)),
    ("5 Januari", date(2027, 1, 5)),
    ("October 2, 2026", date(2026, 10, 2)),
    ("until 2 October", date(2026, 10, 2)),
    ("12-10-26", date(2026, 10, 12)),
    ("Senin (12/10)", date(2026, 10, 12)),
    ("tgl 12 bln 10", date(2026, 10, 12)),
    ("tanggal 12 bulan 10 tahun 2026", date(2026, 10, 12)),
    ("12/X/2026", date(2026, 10, 12)),
    ("10 s.d. 14 Oktober 2026", date(2026, 10, 14)),
    ("(20-21/10)", date(2026, 10, 21)),
    ("12 Agust 26", date(2026, 8, 12)),
    ("3 Nop", date(2026, 11, 3)),
    ("3 Peb 2027", date(2027, 2, 3)),
    ("12th of October 2026", date(2026, 10, 12)),
    ("next Friday", date(2026, 9, 25)),
    ("Jumat minggu depan", date(2026, 9, 25)),
    ("besok lusa", date(2026, 9, 19)),
    ("akhir bulan depan", date(2026, 10, 31)),
    ("pertengahan Oktober", date(2026, 10, 15)),
    ("akhir minggu ini", date(2026, 9, 18)),
    ("14 hari sejak tanggal 5 September 2026", date(2026, 9, 19)),
    ("tgl 5 bln dpn", date(2026, 10, 5)),
    ("surat tanggal 4 September 2026, mohon waktu sampai 30 September 2026", date(2026, 9, 30)),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text: str, expected: date) -> None:
    assert named(text, TODAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10 hari kerja",
        "hari kerja ke-3",
        "tahun depan",
        "versi 1.2.26.4",
        "31 Februari 2026",
        "nomor 0012/LM/VIII/2026/DPS",
        "pukul 09.30",
    ],
)
def test_nothing_named(text: str) -> None:
    assert named(text, TODAY) is None


def test_working_days_are_counted_elsewhere() -> None:
    assert working_days("tambahan waktu 10 (sepuluh) hari kerja") == 10
    assert working_days("10 hari") is None
    assert working_days("hari kerja ke-3") == 3
    assert working_days("tiga hari kerja") == 3


@pytest.mark.parametrize("text", ["Kamis (30/9/2026)", "Senin tanggal 30 Sept 2026", "Sen, 30/9/2026"])
def test_a_weekday_of_another_day(text: str) -> None:
    assert len(odd_weekdays(text, TODAY)) == 1


@pytest.mark.parametrize(
    "text", ["Rabu, 30 September 2026", "hari Jumat 2 Okt 2026", "30/9/2026", "Kamis depan"]
)
def test_weekdays_that_fit(text: str) -> None:
    assert odd_weekdays(text, TODAY) == ()


@given(st.text(max_size=200))
def test_total(text: str) -> None:
    assert named(text, TODAY) is None or isinstance(named(text, TODAY), date)
