"""Tables in and out: CSV and workbooks, damaged ones, bombs, and cells that a spreadsheet would run."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.directory import Directory, load
from maild.directory.roster import COLUMNS, read_rows
from maild.directory.sheet import XLSX_BYTES, Sheet, as_csv, as_xlsx, read_sheet
from tests.directory.invented import agency_list


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_says_what_its_csv_says() -> None:
    rows = read_rows(agency_list(), "agencies.csv")
    assert isinstance(rows, dict)
    again = read_rows(as_xlsx(rows.values(), COLUMNS, "agencies"), "agencies.xlsx")
    assert again == rows == read_rows(as_csv(rows.values(), COLUMNS).encode(), "agencies.csv")
    assert isinstance(load(as_xlsx(rows.values(), COLUMNS, "agencies"), "x"), Directory)


def test_cells_of_a_workbook() -> None:
    data = workbook(
        ["id", "day", "n", "catatan"], ["a", date(2026, 8, 31), 7, None], ["b", datetime(2026, 1, 2)]
    )
    found = read_sheet(data, "x.xlsx", ("id", "day"), ("n", "absent"))
    assert isinstance(found, Sheet)
    assert found.header == ("id", "day", "n")
    assert found.rows == (
        (2, {"id": "a", "day": "2026-08-31", "n": "7"}),
        (3, {"id": "b", "day": "2026-01-02", "n": ""}),
    )


def test_nothing_that_is_written_is_a_formula() -> None:
    data = as_xlsx([{"id": "=1+1"}, {"id": "@x"}], ("id",), "x")
    cells = [row[0] for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(min_row=2)]
    assert [(cell.data_type, cell.value) for cell in cells] == [("s", "=1+1"), ("s", "@x")]


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+62 361", "-1", "@SUM(A1)"])
def test_a_list_with_a_formula_is_refused(cell: str) -> None:
    lines = agency_list().splitlines()
    cells = lines[1].split(",")
    cells[COLUMNS.index("focal_name")] = f'"{cell}"'
    found = read_rows("\n".join([lines[0], ",".join(cells), *lines[2:]]), "agencies.csv")
    assert isinstance(found, tuple)
    assert [(p.row, p.column) for p in found] == [(2, "focal_name")]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b" " * (XLSX_BYTES + 1))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"PK\x03\x04 no workbook", "BadZipFile"),
        (bomb(), "bytes unpacked"),
        (agency_list().encode("utf-16"), "byte 0xff"),
        (b"agency_id,name\nx,Dinas \xe9\n", "byte 0xe9"),
        (workbook(["agency_id"], ["x"])[:900], "BadZipFile"),
        (b"", "no such column"),
    ],
    ids=["no workbook", "bomb", "UTF-16", "Latin-1", "cut off", "empty"],
)
def test_what_is_no_table_is_a_problem_with_its_place(data: bytes, found: str) -> None:
    problems = read_rows(data, "agencies.xlsx")
    assert isinstance(problems, tuple)
    assert found in problems[0].found and problems[0].row >= 1


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_problems(data: bytes) -> None:
    for form in (data, b"PK\x03\x04" + data):
        assert isinstance(read_rows(form, "x"), dict | tuple)
