"""TNEF, the winmail.dat of Exchange (MS-OXTNEF): a list of attributes, most of them MAPI properties.

An own reader of a hundred lines: the library for it (tnefparse) was last released in 2021, raises on damage,
and would be an extra whose absence hides the text of a mail.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime

from maild.message import mapi
from maild.message.mapi import Item, Value

SIGNATURE = b"\x78\x9f\x3e\x22"
_CODE_PAGE, _SUBJECT, _BODY, _PROPERTIES = 0x9007, 0x8004, 0x800C, 0x9003
_RECIPIENTS, _SENT = 0x9004, 0x8005
_RENDER, _TITLE, _DATA, _ATTACHED = 0x9002, 0x8010, 0x800F, 0x9005
_MOST_ATTRIBUTES, _MOST_PROPERTIES, _MOST_FILES, _DEEPEST = 5_000, 2_000, 200, 5
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_STRING8, _UNICODE, _OBJECT, _BINARY, _TIME, _MANY = 0x1E, 0x1F, 0x0D, 0x102, 0x40, 0x1000
_MESSAGE_OBJECT = bytes.fromhex("0703020000000000c000000000000046")  # IID_IMessage


class _Cut(Exception):
    """The stream ends, or lies about a length: what was read so far counts."""


def read(data: bytes, depth: int = 0) -> Item | None:
    """The message in a TNEF stream; None where it is none. `whole` is False for a cut or odd stream."""
    if not data.startswith(SIGNATURE):
        return None
    item = Item()
    try:
        for level, name, value in _attributes(data):
            if level == 2:
                _attachment(item, name, value, depth)
            else:
                _message(item, name, value)
    except (_Cut, struct.error):
        item.whole = False
    return item


def _attributes(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Level (1 message, 2 attachment), attribute, value. A wrong checksum marks nothing: many are wrong."""
    at = 6
    for _ in range(_MOST_ATTRIBUTES):
        if at + 9 > len(data):
            break
        level, tag, size = struct.unpack_from("<BII", data, at)
        value = data[at + 9 : at + 9 + size]
        if level not in (1, 2):
            break
        if len(value) < size:
            yield level, tag & 0xFFFF, value
            raise _Cut
        yield level, tag & 0xFFFF, value
        at += 9 + size + 2
    if data[at:].strip(b"\0\r\n ") or at == 6:  # gateways add a line end
        raise _Cut


def _message(item: Item, name: int, value: bytes) -> None:
    if name == _CODE_PAGE and len(value) >= 4:
        item.properties.setdefault(mapi.CODE_PAGE[1], struct.unpack_from("<I", value)[0])
    elif name == _SUBJECT:
        item.properties.setdefault(mapi.SUBJECT, value.rstrip(b"\0"))
    elif name == _SENT and len(value) >= 12:
        moment = _date(value)
        if moment:
            item.properties.setdefault(mapi.SENT, moment)
    elif name == _BODY:
        item.properties[mapi.BODY] = value.rstrip(b"\0")
    elif name == _PROPERTIES:
        rows = _Properties(value)
        item.properties |= rows.read()
        item.whole = item.whole and not rows.cut
    elif name == _RECIPIENTS:
        rows = _Properties(value)
        item.recipients = [rows.read() for _ in range(min(rows.number(), _MOST_FILES))]


def _attachment(item: Item, name: int, value: bytes, depth: int) -> None:
    if name == _RENDER or not item.attachments:
        if len(item.attachments) >= _MOST_FILES:
            raise _Cut
        item.attachments.append(Item())
    one = item.attachments[-1]
    for key in mapi.CODE_PAGE:
        if key in item.properties:
            one.properties.setdefault(key, item.properties[key])
    if name == _TITLE:
        one.properties.setdefault(mapi.SHORT_NAME, value.rstrip(b"\0"))
    elif name == _DATA:
        one.properties[mapi.DATA] = value
    elif name == _ATTACHED:
        rows = _Properties(value)
        found = rows.read()
        item.whole = item.whole and not rows.cut
        content = found.get(mapi.DATA)
        if isinstance(content, bytes) and content.startswith(_MESSAGE_OBJECT) and depth < _DEEPEST:
            one.inner = read(content[16:], depth + 1)
        elif mapi.DATA in one.properties:
            found.pop(mapi.DATA, None)
        one.properties |= found


def _date(value: bytes) -> datetime | None:
    year, month, day, hour, minute, second = struct.unpack_from("<6H", value)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


class _Properties:
    """A property list of MS-OXTNEF section 2.1.3.4, read from the front."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at, self.cut = data, 0, False

    def number(self) -> int:
        return int(struct.unpack("<I", self.take(4))[0])

    def take(self, size: int) -> bytes:
        """`size` bytes, and the padding to four after them."""
        piece = self.data[self.at : self.at + size]
        if len(piece) < size:
            raise _Cut
        self.at += (size + 3) & ~3
        return piece

    def read(self) -> dict[int, Value]:
        """The list from here on; of a damaged one what stands before the damage."""
        found: dict[int, Value] = {}
        try:
            for _ in range(min(self.number(), _MOST_PROPERTIES)):
                kind, name = struct.unpack("<HH", self.take(4))
                if name >= 0x8000:
                    self._named()
                values = self._values(kind)
                if values and not (kind & _MANY) and name < 0x8000:
                    found[name] = values[0]
        except _Cut:
            self.cut = True
        return found

    def _named(self) -> None:
        self.take(16)
        if self.number() == 1:
            self.take(self.number())
        else:
            self.take(4)

    def _values(self, kind: int) -> list[Value]:
        single = kind & ~_MANY
        many = self.number() if kind & _MANY or single not in _FIXED else 1
        if many > len(self.data):
            raise _Cut
        found: list[Value] = []
        for _ in range(many):
            raw = self.take(_FIXED[single] if single in _FIXED else self.number())
            value = _value(single, raw)
            if value is not None:
                found.append(value)
        return found


def _value(kind: int, raw: bytes) -> Value | None:
    if kind == _UNICODE:
        return raw.decode("utf-16-le", "replace").rstrip("\0")
    if kind == _STRING8:
        return raw.rstrip(b"\0")
    if kind in (_BINARY, _OBJECT):
        return raw
    if kind == _TIME:
        return mapi.when(struct.unpack("<Q", raw)[0])
    if kind in (0x02, 0x03, 0x0B):
        return int(struct.unpack("<i", raw)[0]) if kind == 0x03 else int(struct.unpack_from("<H", raw)[0])
    return None
