"""How long it takes to find a report's near-duplicates, and how that grows with the number of stored reports.

python -m tests.bench.likeness [--cases N ...] [--asked N] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert

from maild.likeness import Known, Portrait, bands_of, choose, portrait, shingles_of
from maild.store import Store, likeness
from maild.store.schema import case

NOW = datetime(2026, 9, 14, tzinfo=UTC)
KEY = b"k" * 32
OFFICE = "kta"
TOGETHER = 2000
OFFICES = (
    "Disdukcapil",
    "Perumda Tirta",
    "Kantor Pertanahan",
    "Dinas Pendidikan",
    "RSUD",
    "Polres",
    "Samsat",
)
FORM = (
    "Yth. Ombudsman RI Perwakilan Uji\n\nNama: {name}\nNIK: {nik}\nAlamat: {home}\nNo HP: {phone}\n"
    "Terlapor: {agency} Kabupaten {place}\nUraian: {story}\nUpaya: Saya sudah menanyakan langsung ke loket, "
    "tetapi hanya diminta menunggu.\nHarapan: segera diselesaikan. Identitas saya boleh disampaikan.\n"
)


@dataclass(frozen=True, slots=True)
class Measured:
    cases: int
    megabytes: float
    store_cpu_ms: (
        float  # CPU of remembering one report once it has been looked up, of twenty in a transaction
    )
    query_ms: float  # median: portrait, query, loading, comparing
    query_worst_ms: float  # of a hundred the slowest but one
    found: float  # share of edited copies (0 to 20 % of the words, other reporter) whose original is found
    strangers: float  # share of new reports that are taken for an earlier one


def vocabulary() -> tuple[list[str], list[float]]:
    """Words as common as words are (Zipf), made of syllables."""
    rng = random.Random(7)
    syllables = [c + v + e for c in "bcdghjklmnprstw" for v in "aeiou" for e in ("", "n", "r", "ng")]
    words = sorted({"".join(rng.choices(syllables, k=rng.randint(2, 3))) for _ in range(12_000)})
    rng.shuffle(words)
    return words, [1 / (rank + 8) for rank in range(len(words))]


WORDS, WEIGHTS = vocabulary()


def report(number: int) -> tuple[str, tuple[tuple[str, str], ...], str]:
    """Text, identity and name of the report with this number: the same at every call."""
    rng = random.Random(number)
    name = " ".join(rng.choices(WORDS[:3000], k=3)).title()
    nik = f"5103{rng.randrange(10**8):08d}0000"
    phone = f"0812 0000 {number % 10_000:04d}{number // 10_000:03d}"
    home = f"Jalan {rng.choice(WORDS).title()} {rng.choice(WORDS).title()} {rng.randint(1, 200)}"
    story = " ".join(rng.choices(WORDS, WEIGHTS, k=rng.randint(30, 160)))
    story += f" nomor berkas {rng.randrange(10**11, 10**12)}."
    place, agency = rng.choice(WORDS[:40]), rng.choice(OFFICES)
    text = FORM.format(name=name, nik=nik, home=home, phone=phone, agency=agency, place=place, story=story)
    hidden = (("name", name), ("address", f"w{number}@warga.example"), ("number", nik), ("number", phone))
    return text, (*hidden, ("postal", home)), name


def edited(text: str, rng: random.Random) -> str:
    """The story of a report with up to a fifth of its words replaced: what a copy by somebody else keeps."""
    words = text.partition("Uraian: ")[2].partition(" nomor berkas")[0].split()
    for i in rng.sample(range(len(words)), k=int(len(words) * rng.uniform(0, 0.2))):
        words[i] = rng.choice(WORDS)
    return " ".join(words)


def told(number: int) -> Portrait:
    text, hidden, name = report(number)
    return portrait(text, hidden, name, key=KEY, scope=OFFICE)


def fill(store: Store, cases: int) -> float:
    """Stores as many reports; returns the CPU seconds of remembering one of the last, in twenties."""
    with store.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        for pragma in ("synchronous=off", "cache_size=-600000"):
            driver.execute(f"pragma {pragma}")
        last = max(cases - 400, 0)
        for first in range(1, last + 1, TOGETHER):
            with connection.begin():
                _remember(connection, range(first, min(first + TOGETHER, last + 1)))
        driver.execute("pragma wal_checkpoint(truncate)")
    rows = [list(range(first, min(first + 20, cases + 1))) for first in range(last + 1, cases + 1, 20)]
    took = 0.0
    for twenty in rows:
        with store.transaction() as tx:
            tx.execute(insert(case), [row(number) for number in twenty])
            reports = [(number, told(number)) for number in twenty]
            known = [(number, bands_of(one, OFFICE), one.marks) for number, one in reports]
            began = time.process_time()
            for number, bands, marks in known:
                likeness.remember(tx, number, bands, marks)
            took += time.process_time() - began
    return took / max(1, cases - last)


def _remember(connection: Any, numbers: range) -> None:
    connection.execute(insert(case), [row(number) for number in numbers])
    bands: list[dict[str, int]] = []
    marks: list[dict[str, Any]] = []
    for number in numbers:
        one = told(number)
        bands += ({"band": band, "case_id": number} for band in set(bands_of(one, OFFICE)))
        marks += ({"mark": mark, "case_id": number, "kind": kind} for mark, kind in one.marks.items())
    connection.execute(insert(likeness.likeness_band), bands)
    connection.execute(insert(likeness.likeness_mark), marks)


def row(number: int) -> dict[str, Any]:
    text, hidden, name = report(number)
    lists: dict[str, Any] = {
        "agency_ids": [],
        "missing": [],
        "heard": [],
        "hidden": [list(h) for h in hidden],
    }
    flags = {"urgent": False, "confidential": False, "disclosed": False, "version": 0}
    told = {
        "subject": "Laporan",
        "matter": "",
        "summary": "",
        "text": text,
        "owner": "",
        "reporter_name": name,
    }
    return {
        "id": number,
        "office": OFFICE,
        "number": f"{number:07d}/LM/IX/2026/KTA",
        "state": "TERDAFTAR",
        "opened_at": NOW,
        **told,
        **lists,
        **flags,
    }


def ask(store: Store, text: str, hidden: tuple[tuple[str, str], ...], name: str) -> tuple[str, ...]:
    """As maild.daemon.repeats does for every new report."""
    with store.reading() as connection:
        new = portrait(text, hidden, name, key=KEY, scope=OFFICE)
        near = likeness.near(connection, bands_of(new, OFFICE), new.marks)
        stored = likeness.load(connection, OFFICE, near.case_ids)
    known = []
    for one in stored:
        words = shingles_of(one.subject, one.text)
        known.append(Known(one.number, Portrait(words, one.marks, one.reporter_name)))
    return tuple(found.number for found in choose(new, known))


def queries(store: Store, cases: int, asked: int) -> tuple[list[float], float, float]:
    rng = random.Random(3)
    took: list[float] = []
    found = strangers = 0
    for n in range(asked):
        number = rng.randrange(1, cases + 1)
        copy, (_, hidden, name) = edited(report(number)[0], rng), report(10**8 + n)
        stranger = report(2 * 10**8 + n)
        for is_copy, (text, identity, who) in ((True, (copy, hidden, name)), (False, stranger)):
            began = time.perf_counter()
            answer = ask(store, text, identity, who)
            took.append(time.perf_counter() - began)
            found += is_copy and f"{number:07d}/LM/IX/2026/KTA" in answer
            strangers += bool(answer) and not is_copy
    return took, found / asked, strangers / asked


def measure(folder: Path, cases: int, asked: int) -> Measured:
    database = folder / f"{cases}.db"
    store = Store(f"sqlite:///{database}")
    try:
        cpu = fill(store, cases)
        queries(store, cases, 20)  # statements made, pages at hand, as in a daemon at work
        took, found, strangers = queries(store, cases, asked)
    finally:
        store.close()
    took.sort()
    worst = took[-max(1, len(took) // 100)]
    megabytes = database.stat().st_size / 1e6
    return Measured(cases, megabytes, cpu * 1000, median(took) * 1000, worst * 1000, found, strangers)


def lines(measured: list[Measured]) -> Iterator[str]:
    yield f"{'reports':>10}{'MB':>8}{'remember, CPU ms':>18}{'find, ms':>10}{'99 %, ms':>10}{'found':>8}{'strangers':>11}"
    for one in measured:
        yield (
            f"{one.cases:10,}{one.megabytes:8,.0f}{one.store_cpu_ms:18.2f}{one.query_ms:10.2f}"
            f"{one.query_worst_ms:10.2f}{one.found:8.1%}{one.strangers:11.1%}"
        )
    if len(measured) > 1:
        ratio = measured[-1].query_ms / measured[0].query_ms
        yield f"largest/smallest: {ratio:.2f} times the time (goal: at most 3), 20 ms at a million"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.likeness", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--cases", type=int, nargs="+", default=[2_000, 30_000], metavar="N")
    parser.add_argument("--asked", type=int, default=200, metavar="N")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    done: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="likeness-") as folder:
        for cases in options.cases:
            done.append(measure(Path(folder), cases, options.asked))
            print(f"{cases:,} reports measured", file=sys.stderr, flush=True)
    print(json.dumps([asdict(one) for one in done]) if options.json else "\n".join(lines(done)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
