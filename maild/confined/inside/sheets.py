"""Cells of a workbook (ECMA-376 part 1, 18) -> one line per row, cells set apart by tabs."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Set
from datetime import datetime, timedelta

from .finding import MOST_CHARACTERS, Enough
from .packed import Package, Reader, local

_SHEETS = 20  # read of one workbook
_ASIDE = re.compile(r'"[^"]{0,100}"|\[[^\]]{0,40}\]|\\.')
_DATE = re.compile(r"d{1,4}[^0#]{0,8}m|y")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - days of a sheet know no zone; of 1900 as a leap year, 18.17.4.1
_LAST = 2_958_466  # days until the year 10,000


def read(package: Package, main: str) -> str:
    """Text of the sheets that are shown, in their order; dates as ISO 8601."""
    folder = main.rpartition("/")[0]
    targets = relations(package, main)
    strings = _Strings()
    if f"{folder}/sharedStrings.xml" in package.names:
        package.parse(f"{folder}/sharedStrings.xml", strings)
    styles = _Styles()
    if f"{folder}/styles.xml" in package.names:
        package.parse(f"{folder}/styles.xml", styles)
    book = _Book()
    package.parse(main, book)
    lines: list[str] = []
    for title, target in book.shown[:_SHEETS]:
        name = targets.get(target, "")
        if name in package.names:
            sheet = _Sheet(strings.found, styles.dates)
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


class _Styles(Reader):
    """Which styles of cells show their number as a date: those of some built-in formats (ECMA-376 part 1,
    18.8.30), and those whose own format has letters of a date outside of quotes and brackets."""

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self._formats = {*range(14, 18), 22, *range(27, 32), *range(50, 59)}
        self._cells = False
        self._count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        number = _whole(attributes.get("numFmtId", ""))
        if name == "numFmt" and _DATE.search(_ASIDE.sub("", attributes.get("formatCode", "").lower())):
            self._formats.add(number)
        elif name == "cellXfs":
            self._cells = True
        elif name == "xf" and self._cells:
            if number in self._formats:
                self.dates.add(self._count)
            self._count += 1

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._cells = False


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


def _day(text: str) -> str:
    """A number of days as date and, where it has a fraction, time; what is no such number stays as it is."""
    try:
        days = float(text)
    except ValueError:
        return text
    if not 1 <= days < _LAST:
        return text
    moment = _EPOCH + timedelta(minutes=round(days * 1440))
    return moment.isoformat(" ", "minutes") if days % 1 else moment.date().isoformat()


class _Sheet(Reader):
    """Rows of one sheet; formulas (f) give way to their last values (v)."""

    def __init__(self, strings: list[str], dates: Set[int]) -> None:
        self.lines: list[str] = []
        self._strings = strings
        self._dates = dates
        self._day = False
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
            self._day = self._kind == "n" and _whole(attributes.get("s", "")) in self._dates
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
            number = _whole(text)
            return self._strings[number] if 0 <= number < len(self._strings) else ""
        if self._day:
            return _day(text)
        if self._kind == "b":
            return {"1": "ya", "0": "tidak"}.get(text, text)
        return text
