"""maild agencies: what is listed, what an import shows, takes over and refuses, what comes out again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.premises import AT, LATER, Premises, premises


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Premises]:
    with premises(tmp_path) as made:
        yield made


def file(office: Premises, old: str = "", new: str = "", name: str = "baru.csv") -> Path:
    """A copy of the list with one change."""
    text = (office.folder / "agencies.csv").read_text()
    assert old in text
    path = office.folder / name
    path.write_text(text.replace(old, new, 1))
    return path


def focal(office: Premises, agency_id: str = "capil-uji") -> str:
    (one,) = [d for d in office.documents("agencies", "list") if d["agency_id"] == agency_id]
    return str(one["focal_email"])


def test_list_before_and_after_the_first_round(office: Premises) -> None:
    before = office.documents("agencies", "list")
    assert {d["state"] for d in before} <= {"active", "vacant", "expired", "bouncing"}
    assert all(d["history"] == [] for d in before)
    assert not (office.folder / "maild.db").exists()  # a look makes no database
    office.maild("once", "--at", AT)
    after = office.documents("agencies", "list")
    assert [d["agency_id"] for d in after] == [d["agency_id"] for d in before]
    (first, *_) = after[0]["history"]
    assert (first["by"], first["why"], first["column"]) == ("file", "agencies.csv", "agency_id")
    result = office.maild("agencies", "list")
    assert result.exit_code == 0 and "capil-uji" in result.stdout


def test_an_import_shows_first_and_changes_nothing(office: Premises) -> None:
    office.maild("once", "--at", AT)
    new = file(office, "narahubung@capil", "pengganti@capil")
    result = office.maild("agencies", "import", str(new), "--json")
    assert result.exit_code == 0
    (change,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (change["agency_id"], change["column"]) == ("capil-uji", "focal_email")
    assert change["old"].startswith("narahubung@") and change["new"].startswith("pengganti@")
    assert "not applied" in result.stderr and focal(office).startswith("narahubung@")


def test_an_import_is_taken_over_and_the_configured_list_does_not_take_it_back(office: Premises) -> None:
    office.maild("once", "--at", AT)
    new = file(office, "narahubung@capil", "pengganti@capil")
    assert office.maild("agencies", "import", str(new), "--apply").exit_code == 0
    assert focal(office).startswith("pengganti@")
    office.maild("once", "--at", LATER)  # reads the old agencies.csv again
    assert focal(office).startswith("pengganti@")
    (one,) = [d for d in office.documents("agencies", "list") if d["agency_id"] == "capil-uji"]
    last = one["history"][-1]
    assert (last["by"], last["why"]) == ("console", "import baru.csv")
    # What its editor changes in agencies.csv from now on counts again.
    path = office.folder / "agencies.csv"
    path.write_text(path.read_text().replace("narahubung@capil", "ketiga@capil"))
    office.maild("once", "--at", LATER)
    assert focal(office).startswith("ketiga@")


def test_what_the_file_does_not_mention_stays(office: Premises) -> None:
    office.maild("once", "--at", AT)
    lines = (office.folder / "agencies.csv").read_text().splitlines()
    part = office.folder / "sebagian.csv"
    part.write_text(
        "\n".join([lines[0], next(line for line in lines if line.startswith("capil-uji"))]) + "\n"
    )
    before = [d["agency_id"] for d in office.documents("agencies", "list")]
    result = office.maild("agencies", "import", str(part), "--apply")
    assert result.exit_code == 0 and f"{len(before) - 1} agencies not mentioned stay" in result.stderr
    assert [d["agency_id"] for d in office.documents("agencies", "list")] == before


def test_bad_rows_are_told_and_nothing_is_taken_over(office: Premises) -> None:
    office.maild("once", "--at", AT)
    new = file(office, "narahubung@capil", "bukan alamat@capil")
    new.write_text(new.read_text().replace("bumd", "bummd"))
    result = office.maild("agencies", "import", str(new), "--apply")
    assert result.exit_code == 1
    assert "baru.csv:" in result.stderr and "focal_email" in result.stderr and "level" in result.stderr
    assert focal(office).startswith("narahubung@")


@pytest.mark.parametrize("name", ["keluar.csv", "keluar.xlsx"])
def test_out_and_in_again_changes_nothing(office: Premises, name: str) -> None:
    office.maild("once", "--at", AT)
    out = office.folder / name
    assert office.maild("agencies", "export", str(out)).exit_code == 0
    result = office.maild("agencies", "import", str(out), "--json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("0 new agencies, 0 cells")


def test_export_wants_a_known_ending(office: Premises) -> None:
    result = office.maild("agencies", "export", str(office.folder / "keluar.ods"))
    assert result.exit_code == 2 and ".xlsx" in result.stderr


def test_check_names_what_to_look_at(office: Premises) -> None:
    text = (office.folder / "agencies.csv").read_text()
    lines = text.splitlines()
    row = next(line for line in lines if line.startswith("capil-uji")).split(",")
    at = lines[0].split(",").index
    row[at("valid_until")] = "2026-01-31"
    row[at("focal_email")] = "disdukcapil@gmail.com"
    twin = row.copy()
    twin[at("agency_id")], twin[at("focal_name")], twin[at("focal_email")] = "kembar", "", ""
    rest = [line for line in lines if not line.startswith("capil-uji")]
    (office.folder / "agencies.csv").write_text("\n".join([*rest, ",".join(row), ",".join(twin)]) + "\n")
    found = {(d["agency_id"], d["kind"]) for d in office.documents("agencies", "check")}
    assert {("capil-uji", "expired"), ("capil-uji", "address"), ("capil-uji", "alias")} <= found
    assert ("kembar", "vacant") in found
    result = office.maild("agencies", "check")
    assert "the term ended on 2026-01-31" in result.stdout


def test_a_list_with_faults_leaves_the_register(office: Premises) -> None:
    office.maild("once", "--at", AT)
    (office.folder / "agencies.csv").write_text("nonsense\n")
    result = office.maild("agencies", "list", "--json")
    assert result.exit_code == 0 and "capil-uji" in result.stdout
    assert "not taken in: agencies.csv:1" in result.stderr


def test_an_agency_that_has_ended_goes_on_when_an_import_names_it(office: Premises) -> None:
    whole = file(office)
    office.maild("once", "--at", AT)
    path = office.folder / "agencies.csv"
    path.write_text(
        "".join(line for line in path.read_text().splitlines(True) if not line.startswith("pln-uji"))
    )
    office.maild("once", "--at", LATER)
    assert "pln-uji" not in {d["agency_id"] for d in office.documents("agencies", "list")}
    (change,) = office.documents("agencies", "import", str(whole))
    assert (change["agency_id"], change["column"], change["new"]) == ("pln-uji", "ended_on", "")
    assert office.maild("agencies", "import", str(whole), "--apply").exit_code == 0
    office.maild("once", "--at", LATER)
    (one,) = [d for d in office.documents("agencies", "list") if d["agency_id"] == "pln-uji"]
    assert [c["column"] for c in one["history"]][-2:] == ["ended_on", "ended_on"]


def test_new_focal_points_of_an_import_are_greeted(office: Premises) -> None:
    office.maild("once", "--at", AT)
    new = file(office, "narahubung@capil", "pengganti@capil")
    result = office.maild("agencies", "import", str(new), "--apply", "--welcome")
    assert result.exit_code == 0 and "1 welcomes will leave" in result.stderr
    (one,) = [d for d in office.documents("agencies", "list") if d["agency_id"] == "capil-uji"]
    assert (one["address_state"], [asked["kind"] for asked in one["asked"]]) == ("unproved", ["enrolment"])
    result = office.maild("agencies", "coverage", "badung", "--out", str(office.folder / "cakupan.csv"))
    assert result.exit_code == 0 and "surat menunggu giliran" in result.stdout
    assert "capil-uji" in (office.folder / "cakupan.csv").read_text()
    assert office.maild("agencies", "coverage", "Papua").exit_code == 2
    gaps = {d["agency_id"]: d["gap"] for d in office.documents("agencies", "coverage")}
    assert gaps["kosong-uji"] == "vacant" and gaps["capil-uji"] == "unproved"
