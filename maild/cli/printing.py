"""Text and JSON for a terminal. What came by mail can never command the terminal (T29)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

# C0, DEL, C1, line and paragraph separators, bidirectional controls, lone surrogates.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
COLUMNS = 100  # of a terminal
LEAST = 12  # of the last column of a table

_UNSEEN_BUT_LINES = re.compile(_UNSEEN.pattern.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))


def document(values: Mapping[str, Any]) -> None:
    """One JSON document on one line."""
    click.echo(as_line(values))


def as_line(values: Mapping[str, Any]) -> str:
    """JSON escapes C0 by itself; here also what else a terminal would obey, or UTF-8 cannot hold."""
    line = json.dumps(values, ensure_ascii=False)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def visible(text: str | None) -> str:
    """On one line, every control character shown as an escape such as \\x1b."""
    return _UNSEEN.sub(_escaped, text or "")


def visible_lines(text: str) -> str:
    """The same for text of several lines; line ends and tabs stay."""
    return _UNSEEN_BUT_LINES.sub(_escaped, text.replace("\r\n", "\n"))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    short = {9: "\\t", 10: "\\n", 13: "\\r"}
    return short.get(code) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def width(text: str) -> int:
    """Columns that a text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def shortened(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    while text and width(text) > columns - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def table(rows: Iterable[Sequence[str]], heads: Sequence[str], widest: Sequence[int]) -> None:
    """Aligned columns, each as wide as its content but at most `widest`; the last one gets what is left."""
    cells = [list(heads), *([visible(cell) for cell in row] for row in rows)]
    if len(cells) == 1:
        return
    limits = [*widest, COLUMNS]
    cells = [[shortened(cell, most) for cell, most in zip(row, limits, strict=True)] for row in cells]
    widths = [max(width(row[i]) for row in cells) for i in range(len(heads))]
    left = max(LEAST, COLUMNS - sum(widths[:-1]) - 2 * len(widest))
    cells = [[*row[:-1], shortened(row[-1], left)] for row in cells]
    widths[-1] = 0
    for row in cells:
        padded = [cell + " " * max(wide - width(cell), 0) for cell, wide in zip(row, widths, strict=True)]
        click.echo("  ".join(padded).rstrip())


def fields(pairs: Iterable[tuple[str, str | None]], indent: str = "") -> None:
    """`name  value` lines; what is absent is left out."""
    shown = [(name, value) for name, value in pairs if value]
    wide = max((len(name) for name, _ in shown), default=0)
    for name, value in shown:
        click.echo(f"{indent}{name:<{wide}}  {visible(value)}")


def address(one: Mapping[str, str] | None) -> str:
    if one is None:
        return "-"
    return f"{one['name']} <{one['address']}>" if one["name"] else one["address"]


def moment(text: str | None) -> str:
    """`2026-09-01T08:00:00+08:00` as `2026-09-01 08:00 +08:00`."""
    return "-" if text is None else f"{text[:10]} {text[11:16]} {text[-6:]}"
