"""Outlook's .msg (MS-OXMSG): a message in a compound file, one stream for each property.

olefile reads the container (BSD licence, pure Python); the few properties a mail has are read here. The
larger library for the format (extract-msg) is GPL and brings some twenty packages.
"""

from __future__ import annotations

import io
import struct
from typing import Any

from maild.message import mapi
from maild.message.mapi import Item, Value

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_MOST_FILES, _DEEPEST = 200, 5
_HEAD = {"": 32, "attach": 8, "recip": 8, "message": 24}  # bytes before the entries of a property stream
_UNICODE, _STRING8, _BINARY, _TIME = 0x1F, 0x1E, 0x102, 0x40
_WANTED = frozenset(
    [
        mapi.SUBJECT, mapi.SENT, mapi.RECEIVED, mapi.TRANSPORT, mapi.BODY, mapi.RTF, mapi.HTML,
        mapi.MESSAGE_ID, mapi.IN_REPLY_TO, mapi.REFERENCES, mapi.DISPLAY_TO, mapi.DISPLAY_CC,
        mapi.KIND, mapi.NAME, mapi.ADDRESS, mapi.SMTP, mapi.DATA, mapi.LONG_NAME, mapi.SHORT_NAME,
        mapi.MIME_TYPE, mapi.CONTENT_ID, mapi.FLAGS,
        *mapi.SENDER_NAME, *mapi.SENDER_ADDRESS, *mapi.SENDER_SMTP, *mapi.CODE_PAGE,
    ]
)  # fmt: skip


def read(data: bytes) -> Item | None:
    """The message in a .msg file; None where it is none (a .doc has the same container) or beyond reading."""
    if not data.startswith(MAGIC):
        return None
    import olefile  # lazy: few mails carry such a file

    try:
        with olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_FATAL) as file:
            streams = {tuple(entry): entry for entry in file.listdir(streams=True, storages=False)}
            if ("__properties_version1.0",) not in streams:
                return None
            return _Storage(file, streams).item((), "", 0)
    except MemoryError:
        raise  # half a mail is none: it is set aside (R17)
    except Exception:  # a foreign reader on hostile input (T23): the file stays an attachment
        return None


def as_mail(data: bytes) -> bytes | None:
    """The Internet mail that a .msg file would have been; None where it is none."""
    item = read(data)
    return mapi.as_mail(item) if item is not None else None


class _Storage:
    """The streams of one file by their path."""

    def __init__(self, file: Any, streams: dict[tuple[str, ...], list[str]]) -> None:
        self.file, self.streams = file, streams
        self.inside: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for path in streams:
            for depth in range(len(path)):
                self.inside.setdefault(path[:depth], []).append(path)

    def item(self, at: tuple[str, ...], kind: str, depth: int) -> Item:
        one = Item(self._properties(at, kind))
        if kind in ("", "message"):
            one.recipients = [
                self.item(place, "recip", depth).properties for place in self._places(at, "__recip")
            ]
            one.attachments = [self._attachment(place, depth) for place in self._places(at, "__attach")]
        return one

    def _attachment(self, at: tuple[str, ...], depth: int) -> Item:
        one = self.item(at, "attach", depth)
        message = (*at, "__substg1.0_3701000D")
        if message in self.inside and depth < _DEEPEST:
            one.inner = self.item(message, "message", depth + 1)
        return one

    def _places(self, at: tuple[str, ...], name: str) -> list[tuple[str, ...]]:
        found = {path[: len(at) + 1] for path in self.inside.get(at, []) if len(path) > len(at) + 1}
        return sorted(place for place in found if place[-1].startswith(name))[:_MOST_FILES]

    def _properties(self, at: tuple[str, ...], kind: str) -> dict[int, Value]:
        found = self._fixed((*at, "__properties_version1.0"), _HEAD[kind])
        for path in self.inside.get(at, []):
            name = path[-1]
            if len(path) != len(at) + 1 or not name.startswith("__substg1.0_") or len(name) != 20:
                continue
            key, form = int(name[12:16], 16), int(name[16:], 16)
            if key in _WANTED and form in (_UNICODE, _STRING8, _BINARY):
                raw = self._bytes(path)
                found[key] = raw.decode("utf-16-le", "replace").rstrip("\0") if form == _UNICODE else raw
        return found

    def _fixed(self, path: tuple[str, ...], head: int) -> dict[int, Value]:
        """Numbers and times stand in the property stream itself: entries of 16 bytes."""
        raw = self._bytes(path)
        found: dict[int, Value] = {}
        for start in range(head, len(raw) - 15, 16):
            form, key, _, value = struct.unpack_from("<HHI8s", raw, start)
            if key not in _WANTED:
                continue
            if form == _TIME:
                moment = mapi.when(struct.unpack("<Q", value)[0])
                if moment is not None:
                    found[key] = moment
            elif form in (0x02, 0x03, 0x0B):
                found[key] = struct.unpack_from("<I", value)[0]
        return found

    def _bytes(self, path: tuple[str, ...]) -> bytes:
        return bytes(self.file.openstream(self.streams[path]).read()) if path in self.streams else b""
