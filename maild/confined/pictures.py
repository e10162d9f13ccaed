"""How many pixels a picture has, told by its header alone: before anybody unfolds it (T24)."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_SEGMENTS = 200  # of a JPEG, before the one with the size
_NO_SIZE = (0xC4, 0xC8, 0xCC)  # among SOF0 to SOF15: tables and reserved (ITU-T T.81, B.1.1.3)


def pixels(content: bytes) -> int | None:
    """Width times height of a PNG or JPEG; None for everything else, and where the header is broken."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width * height)
    return _jpeg(content) if content.startswith(b"\xff\xd8\xff") else None


def _jpeg(content: bytes) -> int | None:
    at = 2
    for _ in range(_SEGMENTS):
        if len(content) < at + 9 or content[at] != 0xFF:
            return None
        mark, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= mark <= 0xCF and mark not in _NO_SIZE:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return int(width * height)
        at += 1 if mark == 0xFF else 2 + length
    return None
