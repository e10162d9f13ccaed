"""The light structure of a letter: one file per letter, from which text and HTML are both made.

What the marks at the beginning of a line mean (they count only when the template wrote them, never inside a
value, so that no sender can put a button or a heading into our letter; T27):

    = text            letterhead, the first line large        Label : text      a row of a two-column table
    # text            heading                                 | a | b |         a table, first row its head
    - text, 1. text   lists                                   -> text           at the right
    > text            an account, set off                     ! text            what must not be overlooked
    ~ text            small print                             ---               a rule
    >> label | href   a button (mailto: only)                 **text**          bold, anywhere
    a // b            a line break inside a table cell
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from maild.letters.button import spoken
from maild.letters.header import UNPRINTABLE

BlockKind = Literal[
    "letterhead", "heading", "fields", "bullets", "numbers", "table", "right", "account", "notice", "small",
    "rule", "buttons", "paragraph",
]  # fmt: skip

_VALUE = "\x02"  # stands before every value: a line that begins with a value has no mark
_HIDE = {ord("\n"): "\x1f", ord("|"): "\x1c", ord("*"): "\x1d"}
_SHOW = {0x02: None, 0x1F: "\n", 0x1C: "|", 0x1D: "*"}
_MARKS: tuple[tuple[str, BlockKind], ...] = (
    ("= ", "letterhead"),
    ("# ", "heading"),
    ("- ", "bullets"),
    ("-> ", "right"),
    (">> ", "buttons"),
    ("> ", "account"),
    ("! ", "notice"),
    ("~ ", "small"),
)
_FIELD = re.compile(r"([^\x02:|]{1,34}?) +:(?: (.*))?")
_NUMBER = re.compile(r"\d{1,2}\. ")
_BLANK_LINES = re.compile(r"\n{3,}")
WIDTH = 72


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one kind. Each row is a tuple of cells: one, or (label, text), or the cells of a table row."""

    kind: BlockKind
    rows: tuple[tuple[str, ...], ...]


def inert(value: object) -> str:
    """A value as the templates print it (Jinja2 `finalize`): marked, and harmless to the structure."""
    if value is None:
        return _VALUE
    text = value if isinstance(value, str) else str(value)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if UNPRINTABLE.search(text):
        text = UNPRINTABLE.sub(
            lambda m: "\n" if m[0] in "\n\u2028\u2029" else " " if m[0] == "\t" else "", text
        )
    return _VALUE + text.strip("\n").translate(_HIDE)


def plain(text: str) -> str:
    """Marked text as people read it."""
    return text.replace("**", "").translate(_SHOW)


def inline(text: str) -> Markup:
    """Marked text as HTML: escaped, `**bold**`, line breaks kept."""
    parts = text.split("**")
    made = [str(escape(part.translate(_SHOW))).replace("\n", "<br>\n") for part in parts]
    if len(parts) > 1:
        made[1::2] = [f"<strong>{part}</strong>" for part in made[1::2]]
    return Markup("".join(made))  # noqa: S704  every part was escaped in the line above


def parse(body: str) -> list[Block]:
    """Rendered template -> blocks."""
    blocks: list[Block] = []
    kind: BlockKind | None = None
    rows: list[tuple[str, ...]] = []
    for line in [*body.split("\n"), ""]:
        line = line.strip(" ")
        found = _row(line) if line and line != _VALUE else None
        if kind is not None and (found is None or found[0] != kind):
            blocks.append(Block(kind, tuple(rows)))
            rows = []
        kind = found[0] if found else None
        if found:
            rows.append(found[1])
    return blocks


def _row(line: str) -> tuple[BlockKind, tuple[str, ...]]:
    for mark, kind in _MARKS:
        if line.startswith(mark):
            text = line[len(mark) :].strip()
            if kind == "buttons":
                label, _, href = text.partition("|")
                return kind, (label.strip(), plain(href).strip())
            return kind, (text,)
    if line[0] == "|":
        return "table", tuple(cell.strip().replace(" // ", "\n") for cell in line.strip("|").split("|"))
    if line == "---":
        return "rule", ()
    if line[0] in "0123456789" and _NUMBER.match(line):
        return "numbers", (line.partition(". ")[2],)
    if field := _FIELD.fullmatch(line):
        return "fields", (field[1].strip(), (field[2] or "").strip())
    return "paragraph", (line,)


def as_text(blocks: list[Block]) -> str:
    """The text/plain part: at most 72 columns, readable without any formatting."""
    made = [_TEXT[block.kind](block.rows) for block in blocks]
    return _BLANK_LINES.sub("\n\n", "\n\n".join(made)).strip("\n") + "\n"


Rows = tuple[tuple[str, ...], ...]


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """Lines of at most WIDTH columns; a word longer than that stays whole (addresses, numbers)."""
    out = []
    lead = first
    for line in plain(text).split("\n"):
        line = line.strip()
        while len(lead) + len(line) > WIDTH:
            cut = line.rfind(" ", 0, WIDTH - len(lead) + 1)
            if cut <= 0:
                cut = line.find(" ")
                if cut < 0:
                    break
            out.append((lead + line[:cut]).rstrip())
            line = line[cut:].lstrip()
            lead = rest
        out.append((lead + line).rstrip())
        lead = rest
    return "\n".join(out)


def _lines(rows: Rows, first: str = "", rest: str = "") -> str:
    return "\n".join(wrap(row[0], first, rest) for row in rows)


def _letterhead(rows: Rows) -> str:
    lines = [line for row in rows for line in plain(row[0]).split("\n") if line]
    return "\n".join([*(line.center(WIDTH).rstrip() for line in lines), "=" * WIDTH])


def _heading(rows: Rows) -> str:
    text = _lines(rows)
    return f"{text}\n{'-' * max(map(len, text.split(chr(10))))}"


def _fields(rows: Rows) -> str:
    width = max(len(row[0]) for row in rows)
    indent = " " * (width + 3)
    return "\n".join(wrap(row[1], f"{row[0]:<{width}} : ", indent) for row in rows)


def _numbers(rows: Rows) -> str:
    return "\n".join(wrap(row[0], f"{n}. ", " " * len(f"{n}. ")) for n, row in enumerate(rows, 1))


def _table(rows: Rows) -> str:
    cells = [[plain(cell) for cell in row] for row in rows]
    if any("\n" in cell for row in cells for cell in row):
        return _stacked(rows)
    columns = max(map(len, cells))
    widths = [max(len(row[c]) if c < len(row) else 0 for row in cells) for c in range(columns)]
    if sum(widths) + 2 * (columns - 1) <= WIDTH:
        made = [
            "  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=False)).rstrip() for row in cells
        ]
        return "\n".join([made[0], "-" * (sum(widths) + 2 * (columns - 1)), *made[1:]])
    return _stacked(rows)


def _stacked(rows: Rows) -> str:
    """A table too wide for 72 columns: one small table per row."""
    head, *entries = rows
    return "\n\n".join(_fields(tuple(zip(head, entry, strict=False))) for entry in entries)


def _buttons(rows: Rows) -> str:
    made = []
    for label, href in rows:
        words = spoken(href)
        made.append(wrap(f'{label}: balas dengan kata-kata "{words}"' if words else label, "  * ", "    "))
    return "\n".join(made)


def _notice(rows: Rows) -> str:
    return f"{'-' * WIDTH}\n{_lines(rows)}\n{'-' * WIDTH}"


def _right(rows: Rows) -> str:
    return "\n".join(plain(row[0]).rjust(WIDTH) for row in rows)


_TEXT = {
    "letterhead": _letterhead,
    "heading": _heading,
    "fields": _fields,
    "bullets": lambda rows: _lines(rows, "- ", "  "),
    "numbers": _numbers,
    "table": _table,
    "right": _right,
    "account": lambda rows: _lines(rows, "    ", "    "),
    "notice": _notice,
    "small": _lines,
    "rule": lambda rows: "-" * WIDTH,
    "buttons": _buttons,
    "paragraph": _lines,
}
