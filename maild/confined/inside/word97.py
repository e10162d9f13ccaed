"""Word 97 to 2003 (.doc, [MS-DOC]) -> text: the pieces of the document in their order."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator

import olefile

from .finding import MOST_CHARACTERS, Finding, Locked
from .wording import tidy

_IDENT, _OLDEST = 0xA5EC, 0x00C1  # FibBase.wIdent; nFib of Word 97 (2.5.1)
_LOCKED, _TABLE_1 = 0x0100, 0x0200  # FibBase: fEncrypted, fWhichTblStm
_NARROW = 0x40000000  # FcCompressed.fCompressed: one byte a sign (2.9.73)
# Instructions of a field stand between 0x13 and 0x14, its result between 0x14 and 0x15 (2.8.25).
_INSTRUCTION = re.compile(r"\x13[^\x13\x14\x15]{0,2000}(?:\x14|\x15|\Z)")
_FIELD_MARKS = re.compile(r"[\x13-\x15\x01\x02\x05\x08]")
_SIGNS = str.maketrans({"\x1e": "-", "\x1f": "\xad", "\r": "\n", "\x0b": "\n", "\x0c": "\n"})


def read(data: bytes) -> Finding:
    """Body, footnotes, then headers. Raises Locked, OSError, struct.error, IndexError."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        document, *tables = (_stream(file, name) for name in ("WordDocument", "0Table", "1Table"))
    ident, version = struct.unpack_from("<HH", document, 0)
    (flags,) = struct.unpack_from("<H", document, 10)
    if ident != _IDENT or version < _OLDEST:
        return Finding("scanned", "", "a file of Word 95 or older is not read")
    if flags & _LOCKED:
        raise Locked
    table = tables[1 if flags & _TABLE_1 else 0]
    place, length = struct.unpack_from("<II", document, 0x01A2)  # FibRgFcLcb97.fcClx, lcbClx
    wanted = sum(struct.unpack_from("<3I", document, 0x4C))  # ccpText, ccpFtn, ccpHdd
    raw = "".join(_pieces(document, table[place : place + length], min(wanted, MOST_CHARACTERS)))
    text = tidy(_plain(raw))
    if any(map(str.isalnum, text)):
        return Finding("text", text)
    return Finding("scanned", "", "no text in it, perhaps pictures")


def _stream(file: olefile.OleFileIO, name: str) -> bytes:
    if not file.exists(name):
        return b""
    content: bytes = file.openstream(name).read()
    return content


def _pieces(document: bytes, clx: bytes, wanted: int) -> Iterator[str]:
    """The piece table: which signs of the text stand where in the file (2.8.35, 2.9.177)."""
    at = 0
    while clx[at] == 0x01:  # formatting that pieces refer to
        at += 3 + int(struct.unpack_from("<H", clx, at + 1)[0])
    (size,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plc)
    for number in range(count):
        length = min(ends[number + 1], wanted) - ends[number]
        if length <= 0:
            return
        (place,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)
        if place & _NARROW:
            start = (place & ~_NARROW) // 2
            yield document[start : start + length].decode("cp1252", "replace")
        else:
            yield document[place : place + 2 * length].decode("utf-16-le", "replace")


def _plain(raw: str) -> str:
    """Signs of the file -> signs of a page. A row ends with a second mark behind that of its last cell."""
    text = _FIELD_MARKS.sub("", _INSTRUCTION.sub("", raw)).translate(_SIGNS)
    return text.replace("\x07\x07", "\n").replace("\x07", "\t")
