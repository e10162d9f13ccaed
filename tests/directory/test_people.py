"""Who receives letters today, and who stands behind an address."""

from __future__ import annotations

from datetime import date

import pytest

from maild.directory import Directory, agencies_of, desk, known_domains, load, superior
from tests.directory.invented import HEADER, row

_LINES = [
    row("dinsos-uji,Dinas Sosial Uji,,bali,kabupaten,Kabupaten Uji", until="2026-08-31"),
    row("kosong,Dinas Kosong,,bali,kabupaten,Kabupaten Uji", focal=""),
    row("unit,Unit Dinas Sosial,,bali,kabupaten,Kabupaten Uji")
    .replace("kepala@unit.example", "")
    .replace(",uji,,", ",uji,dinsos-uji,")
    .replace("narahubung@unit.example", "orang@gmail.example"),
    row("lain,Dinas Lain,,bali,kabupaten,Kabupaten Uji")
    .replace("narahubung@lain.example", "orang@gmail.example")
    .replace("kepala@lain.example", ""),
]


def directory() -> Directory:
    found = load("\n".join([HEADER, *_LINES]), "x")
    assert isinstance(found, Directory), found
    return found


@pytest.mark.parametrize(
    ("agency", "today", "state"),
    [
        ("dinsos-uji", date(2026, 8, 31), "active"),
        ("dinsos-uji", date(2026, 9, 1), "expired"),
        ("dinsos-uji", date(2025, 1, 1), "active"),
        ("dinsos-uji", date(2024, 12, 31), "vacant"),
        ("kosong", date(2026, 8, 31), "vacant"),
    ],
)
def test_desk(agency: str, today: date, state: str) -> None:
    found = desk(directory(), agency, today)
    assert found.state == state
    assert bool(found.email) == (state != "vacant")


def test_one_address_may_stand_for_several_agencies() -> None:
    assert [a.id for a in agencies_of(directory(), "Orang@Gmail.example")] == ["unit", "lain"]
    assert [a.id for a in agencies_of(directory(), "kepala@dinsos-uji.example")] == ["dinsos-uji"]
    assert agencies_of(directory(), "") == ()


def test_a_domain_tells_the_agency_unless_it_is_everybodys() -> None:
    assert [a.id for a in known_domains(directory(), "staf@dinsos-uji.example")] == ["dinsos-uji"]
    assert known_domains(directory(), "siapa@gmail.example") == ()
    assert known_domains(directory(), "x@sub.dinsos-uji.example") == ()
    assert known_domains(directory(), "") == ()


def test_the_superior_is_sought_upwards() -> None:
    assert superior(directory(), "unit") == "kepala@dinsos-uji.example"
    assert superior(directory(), "lain") is None
