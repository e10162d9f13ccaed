"""The register of agencies and focal points (narahubung, pejabat penghubung), as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from maild.directory.aliases import ALWAYS, Term


@dataclass(frozen=True, slots=True)
class FocalPoint:
    name: str
    email: str  # lower case, checked against the addr-spec allow-list (T16)
    alternate_email: str | None
    appointed_on: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Deputy:
    """Who stands in for a focal point (pejabat penghubung pengganti)."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Agency:
    """One line of the agency list; `focal_point` is None while the post is vacant."""

    id: str
    name: str
    aliases: tuple[str, ...]
    office: str
    level: str  # provinsi, kabupaten, kota, vertikal, bumn, bumd
    region: str
    sectors: tuple[str, ...]
    parent_id: str | None
    focal_point: FocalPoint | None
    superior_email: str | None
    oversight_id: str | None
    deputy: Deputy | None = None
    dated: tuple[tuple[str, Term], ...] = ()  # those of `aliases` that were its name for a time only

    @property
    def names(self) -> tuple[tuple[str, Term], ...]:
        """Its name and aliases, each with the time in which it is its own."""
        dated = {name for name, _ in self.dated}
        plain = (self.name, *(alias for alias in self.aliases if alias not in dated))
        return (*((name, ALWAYS) for name in plain), *self.dated)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that stands for it: focal point, alternate, deputy, superior."""
        point = self.focal_point
        own = (point.email, point.alternate_email) if point else ()
        deputy = self.deputy.email if self.deputy else None
        return tuple(dict.fromkeys(a for a in (*own, deputy, self.superior_email) if a))


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of the agency list. str(problem) is what the admin sees."""

    source: str
    row: int  # line of the file, the header being 1
    column: str
    found: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.source}:{self.row}: {self.column}: found {self.found!r}, wanted {self.wanted}"


@dataclass(frozen=True, slots=True)
class Directory:
    """Every agency, by id. `version` changes with any cell of any row.

    `by_address` and `by_domain` are made from the agencies: writers are looked up many times a mail, and a
    register may hold ten thousand.
    """

    agencies: Mapping[str, Agency]
    version: str
    by_address: Mapping[str, tuple[Agency, ...]] = field(init=False, repr=False, compare=False)
    by_domain: Mapping[str, tuple[Agency, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        addresses: dict[str, list[Agency]] = {}
        domains: dict[str, list[Agency]] = {}
        for agency in self.agencies.values():
            for address in agency.addresses:
                addresses.setdefault(address, []).append(agency)
            for domain in dict.fromkeys(address.rpartition("@")[2] for address in agency.addresses):
                domains.setdefault(domain, []).append(agency)
        object.__setattr__(self, "by_address", {a: tuple(found) for a, found in addresses.items()})
        object.__setattr__(self, "by_domain", {d: tuple(found) for d, found in domains.items()})


@dataclass(frozen=True, slots=True)
class Desk:
    """Who receives letters of an agency on a given day."""

    agency_id: str
    state: Literal["active", "vacant", "expired"]
    name: str  # of the focal point, '' when vacant
    email: str  # '' when vacant


@dataclass(frozen=True, slots=True)
class Candidate:
    agency_id: str
    score: float  # 0..100
    why: str


@dataclass(frozen=True, slots=True)
class Route:
    """Where a report should go, and why. `forward` only when every agency is certain."""

    decision: Literal["forward", "ask", "none"]
    agency_ids: tuple[str, ...]
    candidates: tuple[Candidate, ...]  # best first
    reasons: tuple[str, ...]
    duplicates: tuple[str, ...] = ()  # case numbers
