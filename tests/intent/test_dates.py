"""The date that a request for time names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.intent.dates import named, working_days

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
    ("surat tanggal 4 September 2026, mohon waktu sampai 30 September 2026", date(2026, 9, 30)),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text: str, expected: date) -> None:
    assert named(text, TODAY) == expected


@pytest.mark.parametrize(
    "text", ["", "10 hari kerja", "31 Februari 2026", "nomor 0012/LM/VIII/2026/DPS", "pukul 09.30"]
)
def test_nothing_named(text: str) -> None:
    assert named(text, TODAY) is None


def test_working_days_are_counted_elsewhere() -> None:
    assert working_days("tambahan waktu 10 (sepuluh) hari kerja") == 10
    assert working_days("10 hari") is None


@given(st.text(max_size=200))
def test_total(text: str) -> None:
    assert named(text, TODAY) is None or isinstance(named(text, TODAY), date)
