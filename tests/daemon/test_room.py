"""An office furnished from its files: which rows of a shared list are its own, and what stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from maild.config import Config, load
from maild.daemon.register import open_register
from maild.daemon.room import Room, Unusable, furnish, label
from maild.directory import Directory
from maild.directory import load as load_agencies
from maild.store import Store
from tests.daemon.bureau import AGENCIES, CONFIG

NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)
NAMES = {"intake": "i@k.example", "officer": "o@k.example", "head": "h@k.example", "admin": "a@k.example"}
VALUES = {
    "imap": 1,
    "smtp": 2,
    "own": "p@k.example",
    "hold": "0 minutes",
    "authserv": "mx",
    "journal": "false",
}


def config(folder: Path, extra: str = "", agencies: str = AGENCIES) -> Config:
    (folder / "secret").write_text("secret\n")
    (folder / "agencies.csv").write_text(agencies)
    text = CONFIG.format(**VALUES, **NAMES, folder=folder, url=f"sqlite:///{folder}/x.db") + extra
    (folder / "config.yaml").write_text(text)
    found = load(folder / "config.yaml")
    assert isinstance(found, Config), found
    return found


def directory(*rows: tuple[str, str]) -> Directory:
    """Agencies with (office word, region)."""
    found = load_agencies(AGENCIES, "x")
    assert isinstance(found, Directory)
    one = found.agencies["itda-uji"]
    agencies = {f"a{n}": replace(one, id=f"a{n}", office=o, region=r) for n, (o, r) in enumerate(rows)}
    return Directory(agencies, "v")


BOTH = (
    ("bali", "Kota Denpasar"),
    ("bali", "Provinsi Bali"),
    ("ntt", "Kota Kupang"),
    ("ntt", "Kabupaten Belu"),
)


@pytest.mark.parametrize(
    ("name", "city", "code", "expected"),
    [
        ("Ombudsman RI Perwakilan Provinsi Bali", "Denpasar", "DPS", "bali"),
        ("Ombudsman RI Perwakilan Bali", "Denpasar", "BALI", "bali"),
        ("Ombudsman RI Perwakilan NTT", "Kupang", "KPG", "ntt"),
        ("Ombudsman RI Perwakilan Nusa Tenggara Timur", "Kupang", "KPG", "ntt"),
        ("Ombudsman RI Perwakilan Lain", "Denpasar", "XXX", "bali"),
        ("Ombudsman RI Perwakilan Lain", "Makassar", "XXX", ""),
        ("Ombudsman RI Perwakilan Denpasar dan Kupang", "Makassar", "XXX", ""),
    ],
)
def test_the_rows_of_a_shared_list_that_are_this_offices(
    tmp_path: Path, name: str, city: str, code: str, expected: str
) -> None:
    office = config(tmp_path).offices[0]
    identity = office.identity.model_copy(update={"name": name, "city": city, "code": code, "short_name": ""})
    assert label(directory(*BOTH), office.model_copy(update={"identity": identity})) == expected


def furnished(config: Config, folder: Path) -> Room:
    store = Store(f"sqlite:///{folder}/maild.db")
    try:
        return furnish(config, config.offices[0], NOW, open_register(store, config.offices[0], NOW))
    finally:
        store.close()


def test_every_reason_is_named_at_once(tmp_path: Path) -> None:
    broken = config(tmp_path, "deadlines: {D99: {length: 3 days, basis: x, valid_from: 2026-01-01}}\n")
    (tmp_path / "agencies.csv").write_bytes(b"\xff\xfe nonsense")
    with pytest.raises(Unusable) as caught:
        furnished(broken, tmp_path)
    assert "agencies.csv" in str(caught.value) and "D99" in str(caught.value)


def test_a_list_cut_off_in_a_line_is_refused(tmp_path: Path) -> None:
    cut = config(tmp_path, agencies=AGENCIES.rstrip()[:-60])
    with pytest.raises(Unusable, match="ends before"):
        furnished(cut, tmp_path)
