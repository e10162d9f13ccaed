"""Cells of a workbook (ECMA-376 part 1, 18) -> one line per row, cells set apart by tabs."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

from .finding import MOST_CHARACTERS, Enough
from .packed import Package, Reader, local

_SHEETS = 20  # read of one workbook


def read(package: Package, main: str) -> str:
    """Text of the sheets that are shown, in their order. Dates stay the numbers that the file holds."""
    folder = main.rpartition("/")[0]
    targets = relations(package, main)
    strings = _Strings()
    if f"{folder}/sharedStrings.xml" in package.names:
        package.parse(f"{folder}/sharedStrings.xml", strings)
    book = _Book()
    package.parse(main, book)
    lines: list[str] = []
    for title, target in book.shown[:_SHEETS]:
        name = targets.get(target, "")
        if name in package.names:
            sheet = _Sheet(strings.found)
            with contextlib.suppress(Enough):
                package.parse(name, sheet)
            lines += [title, *sheet.lines, ""]
    return "\n".join(lines)


def relations(package: Package, part: str) -> dict[str, str]:
    """Relation id and, for the main part, type -> name of the part that it points to (OPC, 6.5)."""
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
    reader = _Relations(folder)
    if name in package.names:
        package.parse(name, reader)
    return reader.found


class _Relations(Reader):
    def __init__(self, folder: str) -> None:
        self.found: dict[str, str] = {}
        self._folder = folder

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        inside = not target.startswith("/") and self._folder
        whole = f"{self._folder}/{target}" if inside else target.lstrip("/")
        self.found[attributes.get("Id", "")] = whole
        self.found.setdefault(attributes.get("Type", "").rpartition("/")[2], whole)


class _Book(Reader):
    """Sheets in their order, without hidden ones: what no reader of the file sees is not his word."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            relation = next((v for k, v in attributes.items() if "}" in k and local(k) == "id"), "")
            self.shown.append((attributes.get("name", ""), relation))


class _Strings(Reader):
    """The table of shared strings; phonetic readings (rPh) are no text."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._text = self._phonetic = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._pieces = []
        self._text = name == "t" and not self._phonetic
        self._phonetic = self._phonetic or name == "rPh"

    def end(self, name: str) -> None:
        self._text = False
        if name == "si":
            self.found.append("".join(self._pieces))
        elif name == "rPh":
            self._phonetic = False

    def data(self, text: str) -> None:
        if self._text:
            self._pieces.append(text)


class _Sheet(Reader):
    """Rows of one sheet; formulas (f) give way to their last values (v)."""

    def __init__(self, strings: list[str]) -> None:
        self.lines: list[str] = []
        self._strings = strings
        self._cells: list[str] = []
        self._pieces: list[str] = []
        self._kind = ""
        self._text = False
        self._size = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._cells = []
        elif name == "c":
            self._kind, self._pieces = attributes.get("t", "n"), []
        self._text = name in ("v", "t")

    def end(self, name: str) -> None:
        self._text = False
        if name == "c":
            value = " ".join(self._value("".join(self._pieces)).split())
            self._size += len(value)
            if value:
                self._cells.append(value)
            if self._size > MOST_CHARACTERS:
                raise Enough
        elif name == "row" and self._cells:
            self.lines.append("\t".join(self._cells))

    def data(self, text: str) -> None:
        if self._text:
            self._pieces.append(text)

    def _value(self, text: str) -> str:
        if self._kind == "s":
            number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
            return self._strings[number] if 0 <= number < len(self._strings) else ""
        if self._kind == "b":
            return {"1": "ya", "0": "tidak"}.get(text, text)
        return text
