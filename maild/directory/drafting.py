"""A table of names -> a whole agency list: what an office has on its first day, completed from the names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from maild.directory.register import Problem
from maild.directory.roster import COLUMNS, OPTIONAL, check
from maild.directory.sheet import Row, Sheet, read_sheet


@dataclass(frozen=True, slots=True)
class Draft:
    """`guessed`: cells that were filled in from the names, (line, column, value): somebody should look."""

    rows: tuple[Row, ...]
    guessed: tuple[tuple[int, str, str], ...]


def drafted(data: bytes | str, source: str, office: str, region: str = "") -> Draft | tuple[Problem, ...]:
    """Every row as one of the agency list, or everything that is wrong, by row and column; never half of it.

    Needed is a column with the agencies' names alone. `region` is for names that tell none.
    """
    others = tuple(c for c in (*COLUMNS, *OPTIONAL) if c != "name")
    sheet = read_sheet(data, source, ("name",), others)
    if not isinstance(sheet, Sheet):
        return sheet
    guessed: list[tuple[int, str, str]] = []
    rows: list[tuple[int, Row]] = []
    used: set[str] = {row.get("agency_id", "") for _, row in sheet.rows}
    for line, row in sheet.rows:
        whole = {**dict.fromkeys(COLUMNS, ""), **row}
        if whole.get("phone", "").startswith("+62"):
            whole["phone"] = "0" + whole["phone"][3:].lstrip(" -")  # a cell that begins with + is a formula
        for column, value in _guesses(whole, office, region, used):
            whole[column] = value
            guessed.append((line, column, value))
        used.add(whole["agency_id"])
        rows.append((line, whole))
    problems = [*check(rows, source, {}), *_twice(rows, source)]
    if problems:
        return tuple(sorted(problems, key=lambda p: p.row))
    return Draft(tuple(row for _, row in rows), tuple(guessed))


def _guesses(row: Mapping[str, str], office: str, region: str, used: set[str]) -> Iterator[tuple[str, str]]:
    name = row["name"]
    where = row["region"] or region_in(name) or region
    if not row["region"] and where:
        yield "region", where
    if not row["office"]:
        yield "office", office
    if not row["level"]:
        yield "level", level_of(name, where)
    if not row["agency_id"] and name:
        yield "agency_id", _unused(slug(name), used)


_REGION = re.compile(
    r"\b(?P<kind>Provinsi|Prov\.?|Kabupaten|Kab\.?|Kota)\s+(?P<name>[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,3})"
)
_KINDS = {"prov": "Provinsi", "kab": "Kabupaten"}


def region_in(name: str) -> str:
    """'Kabupaten Badung' of 'Dinas Sosial Kab. Badung'; '' where the name tells none."""
    found = _REGION.search(name)
    if found is None:
        return ""
    kind = found["kind"].rstrip(".").casefold()
    return f"{_KINDS.get(kind, kind.capitalize())} {found['name']}"


_LEVELS = (
    ("bumd", r"\bPDAM\b|\bPerumda\b|\bPerusahaan Daerah\b|\bBPD\b|\bPD\.? "),
    ("bumn", r"\b(?:PLN|BPJS|Pertamina|Telkom|PT|Pos Indonesia|Bank|Persero|Bulog)\b"),
    (
        "vertikal",
        r"\b(?:Pol(?:da|res|resta|restabes|sek)|Kejaksaan|Pengadilan|Kanwil|Lapas|Rutan|BPN|KPP|Kemenag"
        r"|Kantor (?:Pertanahan|Imigrasi|Pelayanan Pajak|Kementerian|Wilayah)|Lembaga Pemasyarakatan"
        r"|Balai (?:Besar|Wilayah|Pelaksanaan))\b",
    ),
)


def level_of(name: str, region: str) -> str:
    """By words of the name, else by its region."""
    for level, words in _LEVELS:
        if re.search(words, name, re.IGNORECASE):
            return level
    kind = region.casefold().partition(" ")[0]
    return kind if kind in ("provinsi", "kabupaten", "kota") else "kabupaten"


_LONG = (
    ("dinas kependudukan dan pencatatan sipil", "disdukcapil"), ("dinas pendidikan", "disdik"),
    ("dinas kesehatan", "dinkes"), ("dinas sosial", "dinsos"), ("dinas perhubungan", "dishub"),
    ("dinas lingkungan hidup", "dlh"), ("dinas pekerjaan umum", "dpu"), ("inspektorat", "inspektorat"),
    ("rumah sakit umum daerah", "rsud"), ("kantor pertanahan", "kantah"),
)  # fmt: skip
_NO_PART = frozenset("dan serta di dari provinsi prov kabupaten kab kota daerah pt persero umum".split())  # noqa: SIM905


def slug(name: str) -> str:
    """'dinsos-badung' of 'Dinas Sosial Kabupaten Badung': what staff will write in commands."""
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", name.casefold()).split())
    for long, short in _LONG:
        plain = plain.replace(long, short)
    parts = [word for word in plain.split() if word not in _NO_PART]
    return "-".join(parts)[:50].strip("-") or "instansi"


def _unused(wanted: str, used: set[str]) -> str:
    number, made = 2, wanted
    while made in used:
        number, made = number + 1, f"{wanted}-{number}"
    return made


def _twice(rows: list[tuple[int, Row]], source: str) -> Iterator[Problem]:
    """One agency in two rows is two focal points, or a slip: a person decides."""
    seen: dict[str, int] = {}
    for line, row in rows:
        name = " ".join(row["name"].casefold().split())
        if name and name in seen:
            yield Problem(source, line, "name", row["name"], f"a name not used before (line {seen[name]})")
        seen.setdefault(name, line)
