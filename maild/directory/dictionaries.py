"""The dictionaries of an office (CSV or XLSX) on top of the shipped ones, or every Problem in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from maild.directory.register import Directory, Problem
from maild.directory.sheet import Row, Sheet, lines_of, sheet_of
from maild.intent.report.dictionary import COLUMNS, KINDS, LEVELS, SCOPES, Dictionaries, extended, shipped
from maild.intent.report.places import region_id
from maild.intent.report.text import folded

Fault = tuple[str, str]  # column, what is wanted
YES = ("", "yes")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a file, and the table that it belongs to."""

    source: str
    line: int
    table: str
    row: Row


def read_entries(data: bytes | str, source: str) -> tuple[Entry, ...] | tuple[Problem, ...]:
    """The rows of one file. Its header says which table it is; lines that begin with # are remarks."""
    lines = [line for line in lines_of(data, source) if isinstance(line, Problem) or not _remark(line[1])]
    if lines and isinstance(lines[0], Problem):
        return (lines[0],)
    header = [name.strip() for name in lines[0][1]] if lines and not isinstance(lines[0], Problem) else []
    table = next((name for name, (first, _) in COLUMNS.items() if set(first) <= set(header)), None)
    if table is None:
        known = "; ".join(",".join(first) for first, _ in COLUMNS.values())
        return (Problem(source, 1, "", ",".join(header), f"the columns of a dictionary: {known}"),)
    sheet = sheet_of(lines, source, *COLUMNS[table])
    if not isinstance(sheet, Sheet):
        return sheet
    return tuple(Entry(source, number, table, row) for number, row in sheet.rows)


def _remark(cells: Sequence[str]) -> bool:
    return bool(cells) and cells[0].lstrip().startswith("#")


def with_files(
    files: Iterable[tuple[str, bytes]], directory: Directory | None = None
) -> Dictionaries | tuple[Problem, ...]:
    """The shipped dictionaries with these files (name, content), whole or not at all.

    Regions that `directory` names are known as well.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for source, data in files:
        for one in read_entries(data, source):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                entries.append(one)
    if not entries and not problems:
        return shipped()
    problems += _faults(entries, _Known.of(shipped(), entries, directory))
    if problems:
        return tuple(problems)
    return extended(shipped(), ((one.table, one.row) for one in entries))


def strangers(files: Iterable[tuple[str, bytes]], directory: Directory) -> tuple[Problem, ...]:
    """Rows that name an agency which the list does not have; they do no harm, and no good."""
    return tuple(
        Problem(one.source, one.line, "agency_id", one.row["agency_id"], _one_of(one.row["agency_id"], ids))
        for source, data in files
        for one in read_entries(data, source)
        if isinstance(one, Entry)
        for ids in (directory.agencies.keys(),)
        if one.row.get("agency_id") and one.row["agency_id"] not in ids
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What a row may name."""

    regions: Mapping[str, str]  # region id -> as it is written
    functions: frozenset[str]
    names: Mapping[tuple[str, ...], frozenset[str]] = field(repr=False)  # names of whole regions

    @classmethod
    def of(cls, base: Dictionaries, entries: Sequence[Entry], directory: Directory | None) -> _Known:
        written = [row["region"] for row in base.tables["regions"]]
        written += [one.row["region"] for one in entries if one.table == "regions"]
        written += [agency.region for agency in directory.agencies.values()] if directory else []
        functions = {row["function"] for row in base.tables["functions"]}
        functions |= {one.row["function"] for one in entries if one.table == "functions"}
        names = {n: found[0] for n, found in base.gazetteer.names.items() if found[1] != "inside"}
        return cls({region_id(name): name for name in written if name}, frozenset(functions), names)


def _faults(entries: Sequence[Entry], known: _Known) -> Iterator[Problem]:
    checks = {
        "regions": _of_region, "places": _of_place, "functions": _of_function,
        "offices": _of_office, "services": _of_service, "levels": _of_level,
    }  # fmt: skip
    for one in entries:
        said = COLUMNS[one.table][0][0]
        faults = list(checks[one.table](one.row, known))
        if not folded(one.row[said]):
            faults.append((said, "a name with a letter in it"))
        for column, wanted in faults:
            yield Problem(one.source, one.line, column, one.row.get(column, ""), wanted)


def _of_region(row: Row, known: _Known) -> Iterator[Fault]:
    if not region_id(row["region"]).startswith(("provinsi ", "kabupaten ", "kota ")):
        yield "region", "a name that begins with Provinsi, Kabupaten or Kota"
    if row["province"] and region_id(row["province"]) not in known.regions:
        yield "province", _one_of(row["province"], _provinces(known))
    if row.get("code") and not (row["code"].isdecimal() and len(row["code"]) == 4):
        yield "code", "the first four digits of a NIK, or nothing"
    yield from _choice(row, "careful", YES)


def _of_place(row: Row, known: _Known) -> Iterator[Fault]:
    region = region_id(row["region"]) if row["region"] else ""
    if region and region not in known.regions:
        yield "region", _one_of(row["region"], known.regions.values())
    whole = known.names.get(folded(row["place"]), frozenset())
    if whole and region not in whole:
        # Never on the place name alone: 'Kupang' stays the city and the regency, whoever wishes otherwise.
        own = " and ".join(sorted(known.regions.get(r, r) for r in whole))
        yield "place", f"another name: this is that of {own}"
    yield from _choice(row, "kind", ("", *KINDS))
    yield from _choice(row, "careful", YES)


def _of_function(row: Row, known: _Known) -> Iterator[Fault]:
    yield from _choice(row, "scope", SCOPES)
    if row.get("above") and row["above"] not in known.functions:
        yield "above", _one_of(row["above"], known.functions)
    yield from _choice(row, "one_per_city", YES)


def _of_office(row: Row, known: _Known) -> Iterator[Fault]:
    yield from _function(row, known)
    yield from _choice(row, "careful", YES)


def _of_service(row: Row, known: _Known) -> Iterator[Fault]:
    yield from _function(row, known)
    yield from _choice(row, "level", ("", *LEVELS))
    yield from _choice(row, "weak", YES)


def _of_level(row: Row, known: _Known) -> Iterator[Fault]:
    yield from _function(row, known)
    yield from _choice(row, "level", ("", *LEVELS))


def _function(row: Row, known: _Known) -> Iterator[Fault]:
    if row["function"] and row["function"] not in known.functions:
        yield "function", _one_of(row["function"], known.functions)


def _choice(row: Row, column: str, allowed: Sequence[str]) -> Iterator[Fault]:
    if row.get(column, "") not in allowed:
        shown = ", ".join(value for value in allowed if value)
        yield column, f"one of {shown}" + (" or nothing" if "" in allowed else "")


def _provinces(known: _Known) -> list[str]:
    return [name for key, name in known.regions.items() if key.startswith("provinsi ")]


def _one_of(found: str, known: Collection[str]) -> str:
    """What was meant, as far as it can be guessed; the list itself is too long to print."""
    near = get_close_matches(found, list(known), 1, 0.6)
    some = ", ".join(sorted(known)[:4])
    return f"a known one; did you mean {near[0]}?" if near else f"a known one, such as {some}"
