"""A table as people keep it, CSV or XLSX, and as they get it back: cells by the name of their column."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from maild.directory.headings import column_of, headings_of
from maild.directory.register import Problem

Row = dict[str, str]  # column -> text without blanks around it

XLSX_BYTES = 20_000_000  # of all parts of a workbook, unpacked: 10,000 agencies take about 8 million
ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows`: (line of the file, the header being 1; its cells). Empty lines are left out."""

    source: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]


def read_sheet(
    data: bytes | str, source: str, required: Sequence[str], optional: Sequence[str] = ()
) -> Sheet | tuple[Problem, ...]:
    """The columns `required` and those of `optional` that are there; further columns are tolerated.

    CSV: UTF-8, comma or semicolon (as Indonesian Excel writes it). XLSX, told by its first bytes: the first
    worksheet; what a formula last gave, dates as 2026-08-31.
    """
    return sheet_of(lines_of(data, source), source, required, optional)


Line = tuple[int, list[str]] | Problem


def lines_of(data: bytes | str, source: str) -> list[Line]:
    """Every line of the file with its number; one Problem alone where it cannot be read."""
    if isinstance(data, bytes) and data.startswith(ZIP):
        return _workbook(data, source)
    return _decoded(data, source) if isinstance(data, bytes) else list(_cells(data, source))


def _decoded(data: bytes, source: str) -> list[Line]:
    try:
        return list(_cells(data.decode("utf-8-sig"), source))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wanted = "UTF-8 text (in Excel: save as 'CSV UTF-8'), or a workbook (.xlsx)"
        return [Problem(source, line, "", f"byte {data[error.start]:#04x}", wanted)]


def _cells(text: str, source: str) -> Iterator[Line]:
    text = text.removeprefix("\ufeff")
    first = next((line for line in text.split("\n") if not line.startswith("#")), "")  # remarks say nothing
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from [(reader.line_num, cells) for cells in reader]
    except csv.Error as fault:
        yield Problem(source, reader.line_num, "", str(fault), "a well-formed CSV line")


def _workbook(data: bytes, source: str) -> list[Line]:
    from openpyxl import load_workbook

    wanted = "a workbook that Excel or LibreOffice can open, saved as .xlsx"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > XLSX_BYTES:  # T24: a small file that unpacks to a large one
            return [Problem(source, 1, "", f"{size:,} bytes unpacked", f"at most {XLSX_BYTES:,} bytes")]
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        lines = book.worksheets[0].iter_rows(values_only=True)
        found = [[_text(cell) for cell in cells] for cells in lines]
        width = len(found[0]) if found else 0
        # A workbook stores no empty cells at the end of a row: they are not cut off.
        return [(n, cells + [""] * (width - len(cells))) for n, cells in enumerate(found, 1)]
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        return [Problem(source, 1, "", type(error).__name__, wanted)]


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def sheet_of(
    found: Sequence[Line], source: str, required: Sequence[str], optional: Sequence[str]
) -> Sheet | tuple[Problem, ...]:
    """Lines with the header first; a Problem among them is all that is told."""
    if found and isinstance(found[0], Problem):
        return (found[0],)
    lines = [line for line in found if not isinstance(line, Problem)]
    known = (*required, *optional)
    header = [_column(name.strip(), known) for name in lines[0][1]] if lines else []
    absent = [column for column in required if column not in header]
    if absent:
        return tuple(Problem(source, 1, c, "no such column", _wanted(c)) for c in absent)
    twice = [column for column in known if header.count(column) > 1]
    if twice:
        return tuple(Problem(source, 1, c, "two such columns", "one; take the other out") for c in twice)
    kept = (*required, *(column for column in optional if column in header))
    problems: list[Problem] = []
    rows: list[tuple[int, Row]] = []
    for number, cells in lines[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        problems += _length(number, cells, header, kept, source)
        named = dict(zip(header, cells, strict=False))
        rows.append((number, {column: named.get(column, "").strip() for column in kept}))
    return tuple(problems) if problems else Sheet(source, kept, tuple(rows))


def _column(heading: str, known: Sequence[str]) -> str:
    """The column that a heading means; offices have their own words for them."""
    return heading if heading in known else column_of(heading)


def _wanted(column: str) -> str:
    other = ", ".join(f"'{heading}'" for heading in headings_of(column)[:2])
    return f"a column named {column}" + (f" (or {other})" if other else "")


def _length(
    number: int, cells: Sequence[str], header: Sequence[str], kept: Sequence[str], source: str
) -> Iterator[Problem]:
    """A list cut off in the middle of a line must not lose the rest of that agency unseen."""
    cut = [column for column in header[len(cells) :] if column in kept]
    if cut:
        wanted = "as many cells as the header has"
        yield Problem(source, number, cut[0], "the line ends before it", wanted)
    elif any(cell.strip() for cell in cells[len(header) :]):
        yield Problem(source, number, "", "more cells than the header", "a quoted comma, perhaps")


def as_csv(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> str:
    """With a byte order mark, so that Excel takes it for UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[row.get(column, "") for column in columns] for row in rows])
    return "\ufeff" + out.getvalue()


def as_xlsx(rows: Iterable[Mapping[str, str]], columns: Sequence[str], title: str) -> bytes:
    """Every cell is text: nothing that came by mail is ever a formula (CSV injection, T29)."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    page = book.create_sheet(title)
    page.freeze_panes = "B2"
    head = [WriteOnlyCell(page, column) for column in columns]
    for cell in head:
        cell.font = Font(bold=True)
    page.append(head)
    for row in rows:
        cells = [WriteOnlyCell(page, row.get(column, "")) for column in columns]
        for cell in cells:
            cell.data_type = "s"
        page.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
