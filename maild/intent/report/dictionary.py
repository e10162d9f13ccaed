"""What people call places, offices and services: the shipped tables, and what an office adds to them.

Each table is a CSV file below `dictionaries/`, told by its columns; rows of an office override those that say
the same words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from maild.intent.report.bodies import Vocabulary, vocabulary_of
from maild.intent.report.places import Gazetteer, gazetteer_of
from maild.intent.report.text import folded

Row = Mapping[str, str]
Tables = Mapping[str, tuple[Row, ...]]

# table -> its columns, the first being what a text says; those after the bar may be absent.
COLUMNS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "regions": (("region", "province"), ("code", "also", "careful")),
    "places": (("place", "region"), ("kind", "careful")),
    "functions": (("function", "scope"), ("above", "one_per_city", "bears_out")),
    "offices": (("office", "function"), ("form", "careful")),
    "services": (("service", "function"), ("level", "agency_id", "weak")),
    "levels": (("word", "function", "level"), ()),
}
SCOPES = ("area", "own", "wide", "unit", "other")
LEVELS = ("provinsi", "kabupaten")  # kabupaten: the regency or the city
KINDS = ("kecamatan", "place", "seat", "name")  # name: another name of the region itself


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """`gazetteer`: place -> regions; `vocabulary`: what offices, services and levels are called."""

    gazetteer: Gazetteer
    vocabulary: Vocabulary
    tables: Tables


@cache
def shipped() -> Dictionaries:
    """What maild brings; read once from the package."""
    folder = resources.files("maild.intent.report") / "dictionaries"
    tables = {}
    for name in COLUMNS:
        text = (folder / f"{name}.csv").read_text("utf-8")
        lines = (line for line in text.splitlines() if not line.startswith("#"))
        tables[name] = tuple(csv.DictReader(lines))
    return dictionaries(tables)


def dictionaries(tables: Tables) -> Dictionaries:
    return Dictionaries(
        gazetteer_of(tables["regions"], tables["places"]),
        vocabulary_of(tables["functions"], tables["offices"], tables["services"], tables["levels"]),
        tables,
    )


def extended(base: Dictionaries, rows: Iterable[tuple[str, Row]]) -> Dictionaries:
    """`base` with these rows, each with the name of its table.

    A row takes the place of all rows that say the same words; with nothing in its second column it only takes
    them away. Rows among the new ones that say the same words stand side by side.
    """
    tables = {name: list(known) for name, known in base.tables.items()}
    fresh: dict[str, list[Row]] = {}
    for name, row in rows:
        fresh.setdefault(name, []).append(row)
    for name, added in fresh.items():
        key, second = COLUMNS[name][0][:2]
        said = {folded(row[key]) for row in added}
        kept = [row for row in tables[name] if folded(row[key]) not in said]
        tables[name] = kept + [row for row in added if row.get(second) or name == "regions"]
    return dictionaries({name: tuple(known) for name, known in tables.items()})
