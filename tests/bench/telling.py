"""The figures as a table for people and as one JSON document for scripts."""

from __future__ import annotations

import json
from dataclasses import asdict
from statistics import median
from typing import Any

from tests.bench.measuring import KINDS, Measured, Run

PUMP, MAILD, LOADED = KINDS
STAGES = ("fetch+store", "read", "decide+write", "move", "ticks+lists", "send", "copies to Sent")
GOALS = {"b/a": 0.2, "d/b": 0.9, "memory": 150_000_000, "route": 5}


def speed(run: Run) -> float:
    """Mails a second."""
    return float(run["mails"] / run["seconds"])


def ratios(done: Measured) -> dict[str, float]:
    a, b, d = (median(map(speed, done.runs[kind])) for kind in KINDS)
    return {"b/a": b / a, "d/b": d / b, "d/a": d / a}


def as_json(done: Measured) -> str:
    document: dict[str, Any] = asdict(done) | {"ratios": ratios(done), "goals": GOALS}
    return json.dumps(document, indent=2)


def as_table(done: Measured) -> str:
    return "\n".join([*_head(done), "", *_speeds(done), "", *_stages(done), "", *_verdict(done)])


def _head(done: Measured) -> list[str]:
    asked = done.asked
    sorts = ", ".join(f"{count} {sort}" for sort, count in done.sorts.items())
    sink = "Postfix (queued to disk, then discarded)" if asked.sink == "postfix" else "the recording sink"
    return [
        f"{asked.mails:,} mails ({sorts}); median {done.median_size / 1000:.1f} KB, "
        f"{done.total_size / 1e6:.1f} MB in all; {asked.repeats} runs each, in turn",
        f"from Dovecot (Maildir), to {sink}; one fsync of this disk takes {done.fsync * 1000:.1f} ms",
        f"full store: {asked.cases:,} cases, {done.tables['outbox']:,} letters, {done.tables['inbox']:,} mails, "
        f"{done.database / 1e6:,.0f} MB, made in {done.filling:.0f} s; "
        f"the mails are about {asked.awaited} open cases, which the small store holds alone",
    ]


def _speeds(done: Measured) -> list[str]:
    lines = [
        f"{'':22}{'mails/s':>9}{'min':>8}{'max':>8}{'CPU ms/mail':>13}{'mails in':>10}{'letters out':>13}{'peak MB':>9}"
    ]
    for letter, kind in zip("abd", KINDS, strict=True):
        runs = done.runs[kind]
        speeds = sorted(map(speed, runs))
        cpu = median(run["cpu"] / run["mails"] * 1000 for run in runs)
        peak = max(run["memory"] for run in runs) / 1e6
        lines.append(
            f"({letter}) {kind:18}{median(speeds):9.1f}{speeds[0]:8.1f}{speeds[-1]:8.1f}{cpu:13.2f}"
            f"{runs[0]['mails']:10,}{runs[0]['letters']:13,}{peak:9.0f}"
        )
    return lines


def _stages(done: Measured) -> list[str]:
    lines = [f"{'ms of a mail in':22}{'(b)':>9}{'(d)':>9}"]
    for stage in STAGES:
        cells = [
            median(run["stages"].get(stage, 0.0) / run["mails"] * 1000 for run in done.runs[kind])
            for kind in (MAILD, LOADED)
        ]
        lines.append(f"{stage:22}{cells[0]:9.2f}{cells[1]:9.2f}")
    counts = done.runs[MAILD][0]["counts"]
    return [
        *lines,
        "",
        "maild (b): " + ", ".join(f"{count} {name}" for name, count in counts.items() if count),
    ]


def _verdict(done: Measured) -> list[str]:
    found = ratios(done)
    own = [run for kind in (MAILD, LOADED) for run in done.runs[kind]]
    peak, readers = (max(run[whose] for run in own) for whose in ("memory", "readers"))
    return [
        f"b/a  {found['b/a']:.2f}  (goal: at least {GOALS['b/a']:.2f} of the pump)",
        f"d/b  {found['d/b']:.2f}  (goal: at least {GOALS['d/b']:.2f} with the full store)",
        f"peak {peak / 1e6:.0f} MB  (goal: under {GOALS['memory'] / 1e6:.0f} MB); the processes that read mails "
        f"and documents for it had {readers / 1e6:.0f} MB more",
        _routing(done),
    ]


def _routing(done: Measured) -> str:
    """The same process in turn, so that the first figure says something on any machine."""
    found = done.routing
    pump = median(run["cpu"] / run["mails"] * 1000 for run in done.runs[PUMP])
    return (
        f"route {found['ratio']:.1f} times as long at {found['agencies']:,} agencies as at {found['few']:.0f}: "
        f"{found['large_ms']:.2f} ms a report, {found['large_ms'] / pump:.1f} times what the pump takes for a mail  "
        f"(goal: at most {GOALS['route']:.0f} ms)"
    )
