"""Zip packages (ECMA-376 part 2, ODF part 2) without unfolding more than may be read (T24)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from .finding import Bomb, Locked

UNFOLDED = 20_000_000  # bytes that the XML parts of one package may become
RATIO = 200  # unfolded to packed, of one part; XML of real letters stays below 40
PARTS = 2_000  # entries of one package
_CHUNK = 1 << 16
_LOCKED = 0x1  # general purpose flag (APPNOTE 4.4.4)
_SMALL = 1_000_000  # bytes; below, no ratio is too high


class Reader:
    """Takes what one XML part holds, in order; element names come without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Characters within the innermost open element."""


class Package:
    """The parts of one zip file. Raises zipfile.BadZipFile; Bomb before anything is unfolded."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        entries = self._zip.infolist()
        if len(entries) > PARTS:
            raise Bomb(f"{len(entries):,} parts, limit {PARTS:,}")
        self._entries = {entry.filename: entry for entry in entries}
        self._left = UNFOLDED

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def start(self, name: str, length: int) -> bytes:
        """The first bytes of a part, b'' where there is none."""
        entry = self._entries.get(name)
        if entry is None:
            return b""
        with self._zip.open(entry) as part:
            return part.read(length)

    def parse(self, name: str, reader: Reader) -> None:
        """One XML part through expat: local names, no entities, as much as is left of the allowance."""
        self._allow(name)
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: reader.start(local(tag), attributes)
        parser.EndElementHandler = lambda tag: reader.end(local(tag))
        parser.CharacterDataHandler = reader.data
        parser.StartDoctypeDeclHandler = _no_doctype
        with self._zip.open(self._entries[name]) as part:
            while chunk := part.read(_CHUNK):
                parser.Parse(chunk)
        parser.Parse(b"", True)

    def _allow(self, name: str) -> None:
        """The sizes of the directory are binding: zipfile reads no byte beyond them."""
        entry = self._entries[name]
        if entry.flag_bits & _LOCKED:
            raise Locked
        size, packed = entry.file_size, entry.compress_size
        self._left -= size
        if self._left < 0:
            raise Bomb(f"unfolds to more than {UNFOLDED:,} bytes")
        if size > _SMALL and size > RATIO * max(packed, 1):
            raise Bomb(f"one part unfolds from {packed:,} to {size:,} bytes")


def local(name: str) -> str:
    """`urn:x}p` -> `p`: the strict and the transitional form differ in their namespaces only."""
    return name.rpartition("}")[2]


def _no_doctype(*_: object) -> None:
    # Both standards forbid a DTD; entities that grow exponentially need one (CVE-2003-1564).
    raise Bomb("a document type declaration with room for entities")
