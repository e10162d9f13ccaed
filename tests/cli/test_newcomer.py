"""An office on its first day, with a spreadsheet of names and the README."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.premises import maild
from tests.daemon.bureau import AGENCIES

REGISTRY = Path(__file__).resolve().parents[3] / "shared" / "indonesia" / "registry.csv"
needs_registry = pytest.mark.skipif(
    not REGISTRY.exists(), reason="../shared/indonesia is not on this machine"
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """`maild init`, passwords, and the few keys of config.yaml that an office must fill in."""
    folder = tmp_path / "office"
    assert maild("init", str(folder)).exit_code == 0
    for name in ("imap-password", "smtp-password"):
        (folder / name).write_text("secret\n")
        (folder / name).chmod(0o600)
    change(folder, "sqlite:////var/lib/maild/maild.db", f"sqlite:///{folder}/maild.db")
    change(folder, "Perwakilan Provinsi Contoh", "Perwakilan Provinsi Bali")
    change(folder, "code: CTH", "code: DPS")
    return folder


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "config.yaml"
    text = path.read_text()
    assert old in text, old
    path.write_text(text.replace(old, new))


def saved(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    book.save(path)
    return path


def named(folder: Path, file: str) -> None:
    lines = (folder / "config.yaml").read_text().splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("agencies: "))
    lines[at] = f"agencies: {file}"
    (folder / "config.yaml").write_text("\n".join(lines) + "\n")


def run(folder: Path, *words: str) -> tuple[int, str, str]:
    result = maild(*words, "--config", str(folder / "config.yaml"))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.shared
@needs_registry
def test_the_registry_as_a_workbook_with_two_broken_rows(office: Path) -> None:
    rows = list(csv.reader(REGISTRY.read_text(encoding="utf-8").splitlines()))
    broken = [list(row) for row in rows]
    broken[5][rows[0].index("focal_email")] = "narahubung (at) dinas"
    broken[9][rows[0].index("level")] = "kecamatan"
    saved(office / "registry.xlsx", broken)
    named(office, "registry.xlsx")
    code, _, said = run(office, "check")
    assert code == 78
    assert "registry.xlsx:6: focal_email: found 'narahubung (at) dinas', wanted one plain address" in said
    assert "registry.xlsx:10: level: found 'kecamatan', wanted one of provinsi" in said
    saved(office / "registry.xlsx", rows)
    code, out, said = run(office, "check")
    assert code == 0 and "ok, " in out, said
    code, out, _ = run(office, "agencies", "list", "--json")
    assert code == 0 and len(out.splitlines()) == len(rows) - 1
    code, out, _ = run(office, "agencies", "coverage")
    assert code == 0 and "vacant" in out


NAMES = [
    ("No", "Nama Instansi", "Narahubung", "Surel", "No. HP/WA"),
    (
        1,
        "Dinas Sosial Kab. Badung",
        "Ni Luh Contoh, S.Sos",
        "narahubung@dinsos.badungkab.example",
        "+62 812 0000 1111",
    ),
    (2, "Kantor Pertanahan Kota Denpasar", "", "", ""),
    (3, "PT PLN (Persero) ULP Mengwi", "Ketut Contoh", "focal@plnmengwi.example", "081200002222"),
]


def test_a_table_of_names_becomes_a_list(office: Path) -> None:
    names = saved(office / "nama.xlsx", NAMES)
    code, out, said = run(office, "agencies", "prepare", str(names), str(office / "baru.csv"))
    assert code == 1 and "nama.xlsx:4: region" in said and "--region" in said
    assert not (office / "baru.csv").exists(), "whole or not at all"
    words = ("agencies", "prepare", str(names), str(office / "baru.csv"), "--region", "Kabupaten Badung")
    code, out, said = run(office, *words)
    assert code == 0 and "dinsos-badung" in out and "3 agencies written" in said and "1 without" in said
    named(office, "baru.csv")
    code, out, said = run(office, "check")
    assert code == 0 and "3 agencies (1 vacant)" in out, said
    code, out, _ = run(office, "agencies", "list", "--json")
    first = json.loads(out.splitlines()[0])
    assert (first["agency_id"], first["level"], first["region"]) == (
        "dinsos-badung",
        "kabupaten",
        "Kabupaten Badung",
    )
    assert (first["office"], first["phone"], first["address_state"]) == ("dps", "0812 0000 1111", "unproved")
    assert run(office, *words)[0] == 2, "what is there is not written over"


def test_a_table_of_other_things_says_what_is_wanted(office: Path) -> None:
    names = saved(office / "lain.xlsx", [("No", "Barang"), (1, "kursi")])
    code, _, said = run(office, "agencies", "prepare", str(names), str(office / "baru.csv"))
    assert code == 1 and "a column named name (or 'Nama Instansi'" in said
    named(office, "lain.xlsx")
    code, _, said = run(office, "check")
    assert code == 78 and "agency_id" in said and "'Id Instansi'" in said


def test_headings_of_an_office_do_in_the_list_itself(office: Path) -> None:
    lines = AGENCIES.replace(",kta,", ",dps,").splitlines()
    lines[0] = (
        lines[0].replace("name,aliases", "Nama Instansi,Singkatan").replace("focal_email", "Surel Narahubung")
    )
    (office / "daftar.csv").write_text("\n".join(lines) + "\n")
    named(office, "daftar.csv")
    code, out, said = run(office, "check")
    assert code == 0 and "5 agencies" in out, said


def test_two_headings_that_mean_the_same_are_a_fault(office: Path) -> None:
    names = saved(
        office / "dua.xlsx", [("Instansi", "Narahubung", "PIC"), ("Dinas Sosial Kab. Badung", "A", "B")]
    )
    code, _, said = run(office, "agencies", "prepare", str(names), str(office / "baru.csv"))
    assert code == 1 and "focal_name" in said and "two such columns" in said
