"""Names with dates: what a person may write in the cell, and which of two agencies a name means on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.directory import Directory, Problem, Route, build, load, route
from maild.directory.aliases import ALWAYS, Term, alias_of, aliases_of
from maild.directory.review import review
from maild.directory.roster import COLUMNS, read_rows
from maild.directory.sheet import as_csv, as_xlsx
from maild.intent.report import assess
from tests.directory.invented import HEADER, mail, row

Y, M = date(2022, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("text", "name", "term"),
    [
        ("Disdikpora", "Disdikpora", ALWAYS),
        ("PT PLN (Persero)", "PT PLN (Persero)", ALWAYS),
        ("RSUD (SVD) Atambua", "RSUD (SVD) Atambua", ALWAYS),
        ("Disdikpora (until 2024-12-31)", "Disdikpora", Term(None, M)),
        ("Disdikpora (sampai 2024)", "Disdikpora", Term(None, M)),
        ("Disdikpora (s.d. 31-12-2024)", "Disdikpora", Term(None, M)),
        ("Disdikpora (s/d 31/12/2024)", "Disdikpora", Term(None, M)),
        ("Disdikpora (hingga 2024-12)", "Disdikpora", Term(None, M)),
        ("BKPSDM (2022-01-01..)", "BKPSDM", Term(Y, None)),
        ("BKPSDM (sejak 2022)", "BKPSDM", Term(Y, None)),
        ("BKPSDM (2022..2024)", "BKPSDM", Term(Y, M)),
        ("BKPSDM (2022 - 2024)", "BKPSDM", Term(Y, M)),
        ("BKPSDM (2022-01-01 sampai 2024-12-31)", "BKPSDM", Term(Y, M)),
        ("BKPSDM (..2024-12-31)", "BKPSDM", Term(None, M)),
        ("BKPSDM (2022)", "BKPSDM", Term(Y, date(2022, 12, 31))),
    ],
)
def test_what_may_stand_in_the_cell(text: str, name: str, term: Term) -> None:
    found = alias_of(text)
    assert found is not None
    assert (found.name, found.term) == (name, term)


@pytest.mark.parametrize(
    "text",
    ["X (until 2024-13-01)", "X (until)", "X (2024-05-06)", "X (2024..2022)", "X (sejak 1 Januari 2020)", "X (..)",
     "X (until 2024-02-30)", "X (sampai besok)", "X (lama 2019)"],
)  # fmt: skip
def test_what_is_no_date_is_told(text: str) -> None:
    assert alias_of(text) is None
    line = row(f"dinsos-uji,Dinas Sosial Kabupaten Uji,Dinsos Uji|{text},bali,kabupaten,Kabupaten Uji")
    found = load(f"{HEADER}\n{line}\n", "agencies.csv")
    assert isinstance(found, tuple) and isinstance(found[0], Problem)
    assert (found[0].row, found[0].column) == (2, "aliases") and "until" in found[0].wanted


@given(st.text(max_size=60))
def test_any_cell_is_read(text: str) -> None:
    assert all(alias is None or alias.name for alias in aliases_of(text) if text.strip("| "))


@given(st.dates(), st.dates(), st.dates())
def test_a_term_holds_on_its_own_days(since: date, until: date, day: date) -> None:
    term = Term(since, until)
    assert term.holds(day) == (since <= day <= until)


# --- what a name means on a day

ROWS = (
    "bkpsdm-uji,Badan Kepegawaian Kabupaten Uji,BKPSDM Uji (since 2023-01-01)|Dinas Nama Lama (..2022-12-31),bali,"
    "kabupaten,Kabupaten Uji",
    "dinas-uji,Dinas Uji Baru Kabupaten Uji,Dinas Nama Lama (2023-01-01..)|Kantor Contoh Mawar,bali,kabupaten,Kabupaten Uji",
    "arsip-uji,Dinas Arsip Kabupaten Uji,Kantor Contoh Melati (until 2020)|Kantor Contoh Kenanga,bali,kabupaten,Kabupaten Uji",
    "pasar-uji,Dinas Pasar Kabupaten Uji,Kantor Contoh Kenanga,bali,kabupaten,Kabupaten Uji",
)  # fmt: skip


def register(*rows: str) -> Directory:
    found = load("\n".join([HEADER, *map(row, rows)]) + "\n", "agencies.csv")
    assert isinstance(found, Directory), found
    return found


INDEX = build(register(*ROWS), "bali")


def sent(name: str, day: date) -> Route:
    message = mail(
        f"Saya Wayan Contoh Uji. Saya sudah melapor ke {name} tanggal 3 Mei dan 4 Juni, dijawab tunggu."
    )
    return route(INDEX, message, assess(message, day), today=day)


@pytest.mark.parametrize(
    ("name", "day", "agency"),
    [
        ("Dinas Nama Lama", date(2022, 12, 31), "bkpsdm-uji"),
        ("Dinas Nama Lama", date(2023, 1, 1), "dinas-uji"),
        ("Dinas Nama Lama", date(2026, 9, 1), "dinas-uji"),
        ("Kantor Contoh Mawar", date(2026, 9, 1), "dinas-uji"),
        ("Kantor Contoh Melati", date(2026, 9, 1), "arsip-uji"),  # an old name still finds the agency
    ],
)
def test_the_name_of_the_day_wins(name: str, day: date, agency: str) -> None:
    found = sent(name, day)
    assert found.agency_ids == (agency,)
    assert [candidate.agency_id for candidate in found.candidates] == [agency]


def test_an_old_name_says_so() -> None:
    (candidate,) = sent("Kantor Contoh Melati", date(2026, 9, 1)).candidates
    assert "its name until 2020-12-31, now Dinas Arsip Kabupaten Uji" in candidate.why
    assert "its name" not in sent("Dinas Nama Lama", date(2026, 9, 1)).candidates[0].why


def test_a_name_that_two_bear_at_once_is_asked() -> None:
    found = sent("Kantor Contoh Kenanga", date(2026, 9, 1))
    assert found.decision == "ask"
    assert {candidate.agency_id for candidate in found.candidates} == {"arsip-uji", "pasar-uji"}


def test_a_name_taken_over_is_no_doubt_of_the_register() -> None:
    doubts = [d for d in review(register(*ROWS), date(2026, 9, 1)) if d.kind == "alias"]
    assert all("Kenanga" in doubt.why for doubt in doubts) and len(doubts) == 2


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_export_and_import_keep_the_dates(form: str) -> None:
    rows = read_rows("\n".join([HEADER, *map(row, ROWS)]), "x.csv")
    assert isinstance(rows, dict)
    data = as_csv(rows.values(), COLUMNS) if form == "csv" else as_xlsx(rows.values(), COLUMNS, "instansi")
    assert read_rows(data, f"x.{form}") == rows
