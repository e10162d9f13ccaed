"""A register full of look-alikes changes while 100,000 letters wait: none leaves for an address that is not
an active one of its agency at that moment, and what is stale is held and says why (R23)."""

from __future__ import annotations

import random
from datetime import date
from types import SimpleNamespace
from typing import Any

from maild.daemon.sending import Drain
from maild.directory import Directory, objection
from maild.directory.roster import COLUMNS, directory_of
from maild.directory.sheet import Row
from maild.store.outbox import Parcel

LETTERS = 100_000
AGENCIES = 300
TODAY = date(2026, 9, 1)
DAYS = ("", "2026-08-31", "2026-09-01", "2027-01-01")  # ended yesterday, ends today, runs on


class Change:
    """Registers that differ by what happens in an office: moves, swaps, ends, vacancies, look-alike domains."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.rows: dict[str, Row] = {f"dinas-{n}": self.row(n) for n in range(AGENCIES)}

    def row(self, n: int) -> Row:
        row = dict.fromkeys(COLUMNS, "")
        # Twins: dinas-4 and dinas-5 share a name but for one letter, and a domain.
        domain = f"dinas{n // 2}.example"
        return row | {
            "agency_id": f"dinas-{n}",
            "name": f"Dinas {n // 2}{'a' if n % 2 else ''}",
            "office": "uji",
            "level": "kabupaten",
            "region": "Kabupaten Uji",
            "focal_name": f"Uji {n}",
            "focal_email": self.address(n, domain),
            "alternate_email": self.random.choice(("", f"cadangan{n}@{domain}")),
            "superior_email": f"kepala{n // 2}@{domain}",
            "valid_until": self.random.choice(DAYS),
            "appointed_on": self.random.choice(("", "2026-01-01", "2026-09-02")),
            "deputy_email": self.random.choice(("", f"wakil{n}@{domain}")),
            "deputy_name": "",
        }

    def address(self, n: int, domain: str) -> str:
        return self.random.choice(
            (f"narahubung{n}@{domain}", f"narahubung{n + 1}@{domain}", f"baru{n}@{domain}")
        )

    def happens(self) -> None:
        n = self.random.randrange(AGENCIES)
        key = f"dinas-{n}"
        what = self.random.random()
        if what < 0.1:
            self.rows[key] = self.rows[key] | {"ended_on": "2026-08-01"}
        elif what < 0.2:
            self.rows[key] = self.rows[key] | {"focal_email": "", "focal_name": "", "valid_until": ""}
        else:
            self.rows[key] = self.row(n)

    def addresses(self, key: str) -> list[str]:
        row = self.rows[key]
        columns = ("focal_email", "alternate_email", "deputy_email", "superior_email")
        return [row[column] for column in columns if row.get(column)]


def expected(rows: dict[str, Row], key: str, address: str) -> bool:
    """Told from the rows alone, without the code under test."""
    row = rows[key]
    if row.get("ended_on"):
        return False
    if address in (row["superior_email"], row.get("deputy_email")):
        return True
    if address == row["alternate_email"]:
        return bool(row["focal_email"])  # another address of the same person
    begun = not row["appointed_on"] or row["appointed_on"] <= TODAY.isoformat()
    going = not row["valid_until"] or row["valid_until"] >= TODAY.isoformat()
    return address == row["focal_email"] and begun and going


def test_no_letter_leaves_for_an_address_that_is_no_longer_the_agency_s() -> None:
    world = Change(2026)
    rng, sent, held = random.Random(7), 0, 0
    registers = {}
    for moment in range(200):
        registers[moment] = directory_of(world.rows)
        for _ in range(LETTERS // 200):
            key = f"dinas-{rng.randrange(AGENCIES)}"
            address = rng.choice(world.addresses(f"dinas-{rng.randrange(AGENCIES)}") + world.addresses(key))
            # It was written to this address once; whether it still may is asked of the register of now.
            why = objection(registers[moment], key, address, TODAY)
            assert (why is None) == expected(world.rows, key, address), (key, address, why)
            sent, held = sent + (why is None), held + (why is not None)
        for _ in range(20):
            world.happens()
    assert sent + held == LETTERS and min(sent, held) > LETTERS // 10


def test_the_drain_asks_the_register_of_the_moment() -> None:
    """Also when it has changed since the room was furnished, and only letters to agencies are asked about."""
    world = Change(1)
    known: dict[str, Directory] = {"now": directory_of(world.rows)}
    drain = _drain(known)
    letter = _parcel("dinas-0", world.rows["dinas-0"]["superior_email"])
    assert drain._stale(letter) is None
    world.rows["dinas-0"] = world.rows["dinas-0"] | {"ended_on": "2026-08-01"}
    known["now"] = directory_of(world.rows)
    assert drain._stale(letter) == "agency no longer in the register"
    assert drain._stale(_parcel("dinas-0", "asisten@kantor.example", role="staff")) is None


def _drain(known: dict[str, Directory]) -> Any:
    from datetime import UTC, datetime

    world = SimpleNamespace(date_of=datetime.date)  # an office at the zero meridian
    config = SimpleNamespace(rehearsal=SimpleNamespace(redirect_to=None))
    room: Any = SimpleNamespace(world=world, config=config)
    nothing: Any = None
    drain = Drain(nothing, room, b"", 1, lambda: datetime(2026, 9, 1, 3, tzinfo=UTC))

    class Asked(Drain):
        __slots__ = ()

        def _register(self) -> Directory:
            return known["now"]

    return Asked(nothing, room, b"", 1, drain.now)


def _parcel(agency_id: str, recipient: str, role: str = "agency") -> Parcel:
    return Parcel(
        1, "uji", None, "L05", role, agency_id, recipient, "from@kantor.example", "x@y", 0, None, 100
    )
