"""Dates, times and numbers in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from maild.calendar import Period, in_words, number_in_words, period_in_words

MOMENT = datetime(2026, 8, 2, 23, 52, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "indonesian", "english"),
    [
        ("Asia/Jakarta", "Senin, 3 Agustus 2026 pukul 06.52 WIB", "Monday, 3 August 2026, 06:52 WIB"),
        ("Asia/Pontianak", "Senin, 3 Agustus 2026 pukul 06.52 WIB", "Monday, 3 August 2026, 06:52 WIB"),
        ("Asia/Makassar", "Senin, 3 Agustus 2026 pukul 07.52 WITA", "Monday, 3 August 2026, 07:52 WITA"),
        ("Asia/Jayapura", "Senin, 3 Agustus 2026 pukul 08.52 WIT", "Monday, 3 August 2026, 08:52 WIT"),
        ("UTC", "Minggu, 2 Agustus 2026 pukul 23.52 UTC+00:00", "Sunday, 2 August 2026, 23:52 UTC+00:00"),
    ],
)
def test_moments(zone: str, indonesian: str, english: str) -> None:
    assert in_words(MOMENT, ZoneInfo(zone)) == indonesian
    assert in_words(MOMENT, ZoneInfo(zone), language="en") == english
    assert in_words(MOMENT.astimezone(ZoneInfo(zone))) == indonesian


def test_other_offsets() -> None:
    half = timezone(timedelta(hours=-3, minutes=-30))
    assert in_words(MOMENT, half).endswith("20.22 UTC-03:30")


def test_days_have_no_zone() -> None:
    assert in_words(date(2026, 2, 27)) == "Jumat, 27 Februari 2026"
    assert in_words(date(2026, 2, 27), ZoneInfo("Asia/Jakarta"), language="en") == "Friday, 27 February 2026"


def test_a_naive_time_is_a_bug() -> None:
    with pytest.raises(ValueError, match="without zone"):
        in_words(datetime(2026, 8, 3))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (14, "empat belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (60, "enam puluh"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (100_001, "seratus ribu satu"),
        (999_999, "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"),
    ],
)
def test_numbers(number: int, words: str) -> None:
    assert number_in_words(number) == words


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_numbers_beyond(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        number_in_words(number)


def test_periods() -> None:
    assert period_in_words(Period(14, "working days")) == "14 (empat belas) hari kerja"
    assert period_in_words(Period(4, "working hours")) == "4 (empat) jam kerja"
    assert period_in_words(Period(1, "days"), language="en") == "1 day"
