"""The scoreboard as a table for people, and as JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from tests.score.figure import Figure, Verdict

WORST = 10  # files shown of each figure
ALL_OF = "route."  # but of these every one, with the rule that misled it
_HEAD = ("figure", "asked", "right", "wrong", "disputed", "rate", "all counted", "goal", "")
_SHORT = 200


def table(figures: Sequence[Figure]) -> Iterator[str]:
    rows = [_HEAD, *(_row(one) for one in figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEAD))]
    for row in rows:
        first = row[0].ljust(widths[0])
        rest = (cell.rjust(wide) for cell, wide in zip(row[1:-1], widths[1:-1], strict=True))
        yield "  ".join([first, *rest, row[-1]]).rstrip()
    goals = [one for one in figures if one.met is not None]
    yield ""
    yield f"{sum(one.met is True for one in goals)} of {len(goals)} goals met"


def _row(one: Figure) -> tuple[str, ...]:
    counted = ("", "", "", "") if one.measured is not None else _counts(one)
    strict = _value(one, one.strict) if one.disputed else ""
    met = {True: "met", False: "MISSED", None: ""}[one.met]
    return (f"{one.name}: {one.asked.strip()}", *counted, _value(one, one.value), strict, _goal(one), met)


def _counts(one: Figure) -> tuple[str, str, str, str]:
    return str(len(one.verdicts)), str(one.right), str(len(one.wrong)), str(len(one.disputed) or "")


def _value(one: Figure, value: float | None) -> str:
    if value is None:
        return "-"
    digits = 0 if abs(value) >= 100 else 2
    return f"{value:.{digits}f} {one.unit}" if one.unit != "%" else f"{value:.1f} %"


def _goal(one: Figure) -> str:
    if one.goal is None:
        return ""
    sign = ">=" if one.goal.sense == "at least" else "<="
    return f"{sign} {one.goal.value:g} {one.unit}"


def worst(figures: Sequence[Figure]) -> Iterator[str]:
    """The first wrong files of each figure; a line each, so that a run can be compared with the one before."""
    for one in figures:
        if one.wrong:
            yield ""
            yield f"{one.name}: {len(one.wrong)} wrong of {len(one.verdicts)}"
            routed = one.name.startswith(ALL_OF)
            for verdict in one.wrong[: None if routed else WORST]:
                yield f"  {verdict.file}: {_brief(verdict.found, 2 * _SHORT if routed else _SHORT)}"


def wrong(figure: Figure) -> Iterator[str]:
    """Every wrong verdict of a figure, expected against found; the disputed ones with the reason."""
    for verdict in (*figure.wrong, *figure.disputed):
        yield verdict.file + (" (disputed)" if verdict.disputed else "")
        yield f"  expected  {_plain(verdict.expected)}"
        yield f"  found     {_plain(verdict.found)}"
        if verdict.disputed:
            yield f"  why       {verdict.disputed}"


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _brief(value: Any, most: int) -> str:
    text = " ".join(_plain(value).split())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def as_json(figures: Sequence[Figure]) -> str:
    return json.dumps([_document(one) for one in figures], ensure_ascii=False, indent=1, default=str)


def _document(one: Figure) -> dict[str, Any]:
    return {
        "name": one.name,
        "asked": one.asked.strip(),
        "verdicts": len(one.verdicts),
        "right": one.right,
        "wrong": len(one.wrong),
        "disputed": len(one.disputed),
        "value": one.value,
        "all_counted": one.strict,
        "unit": one.unit,
        "goal": one.goal.value if one.goal else None,
        "sense": one.goal.sense if one.goal else None,
        "met": one.met,
        "wrong_files": [_mail(verdict) for verdict in one.wrong],
        "disputed_files": [_mail(verdict) for verdict in one.disputed],
    }


def _mail(verdict: Verdict) -> dict[str, Any]:
    return {
        "file": verdict.file,
        "expected": verdict.expected,
        "found": verdict.found,
        "why_disputed": verdict.disputed,
    }
