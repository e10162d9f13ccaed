"""Files as Outlook writes them, made for tests: winmail.dat (MS-OXTNEF) and .msg (MS-CFB, MS-OXMSG)."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import UTC, datetime

Tree = Mapping[str, "bytes | Tree"]

_FREE, _END, _FAT_SECTOR, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def filetime(moment: datetime) -> bytes:
    ticks = int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    return struct.pack("<Q", ticks)


# --- winmail.dat


def attribute(level: int, tag: int, value: bytes) -> bytes:
    return struct.pack("<BII", level, tag, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def properties(**named: tuple[int, int, bytes]) -> bytes:
    """name=(property, type, raw value) -> a MAPI property list."""
    out = struct.pack("<I", len(named))
    for key, kind, raw in named.values():
        out += struct.pack("<HH", kind, key)
        if kind in (0x1E, 0x1F, 0x102, 0x0D):
            out += struct.pack("<II", 1, len(raw))
        out += raw + b"\0" * (-len(raw) % 4)
    return out


def winmail(*attributes: bytes) -> bytes:
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(attributes)


def winmail_file(name: str, content: bytes) -> bytes:
    """An attachment: rendering data, title, content."""
    return (
        attribute(2, 0x00069002, b"\x01\0" + b"\0" * 12)
        + attribute(2, 0x00018010, name.encode("cp1252", "replace") + b"\0")
        + attribute(2, 0x0006800F, content)
    )


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le") + b"\0\0"


# --- .msg


def msg(
    strings: Mapping[int, str | bytes],
    *,
    times: Mapping[int, datetime] | None = None,
    recipients: tuple[tuple[int, str, str], ...] = (),
    files: tuple[tuple[str, bytes], ...] = (),
    inner: Mapping[int, str | bytes] | None = None,
) -> bytes:
    """A message: string and binary properties, times, recipients (type, name, address), files, a mail inside."""
    tree: dict[str, bytes | Tree] = dict(_streams(strings, 32, times or {}))
    for number, (kind, name, address) in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = _streams(
            {0x3001: name, 0x39FE: address}, 8, {}, {0x0C15: kind}
        )
    for number, (name, content) in enumerate(files):
        tree[f"__attach_version1.0_#{number:08X}"] = _streams(
            {0x3707: name, 0x3701: content}, 8, {}, {0x3705: 1}
        )
    if inner is not None:
        place = dict(_streams({0x3001: "Surat lama"}, 8, {}, {0x3705: 5}))
        place["__substg1.0_3701000D"] = _streams(inner, 24, {})
        tree[f"__attach_version1.0_#{len(files):08X}"] = place
    return compound(tree)


def _streams(
    values: Mapping[int, str | bytes],
    head: int,
    times: Mapping[int, datetime],
    numbers: Mapping[int, int] | None = None,
) -> dict[str, bytes | Tree]:
    out: dict[str, bytes | Tree] = {}
    entries = b"\0" * head
    for key, value in values.items():
        kind = 0x1F if isinstance(value, str) else 0x102
        raw = value.encode("utf-16-le") if isinstance(value, str) else value
        out[f"__substg1.0_{key:04X}{kind:04X}"] = raw
        entries += struct.pack("<HHII4x", kind, key, 6, len(raw))
    for key, moment in times.items():
        entries += struct.pack("<HHI", 0x40, key, 6) + filetime(moment)
    for key, number in (numbers or {}).items():
        entries += struct.pack("<HHIq", 0x03, key, 6, number)
    out["__properties_version1.0"] = entries
    return out


def compound(tree: Tree) -> bytes:
    """A compound file of version 3 with sectors of 512 bytes; every stream is kept large, so no mini stream."""
    entries: list[
        tuple[str, int, int, int, int, int]
    ] = []  # name, kind, left-right-child as right/child, start, size
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        start = len(sectors)
        pieces = [data[i : i + 512].ljust(512, b"\0") for i in range(0, len(data), 512)]
        for i, piece in enumerate(pieces):
            sectors.append(piece)
            fat.append(start + i + 1 if i + 1 < len(pieces) else _END)
        return start

    def add(children: Tree) -> int:
        """Children as a list to the right; olefile walks whatever tree there is."""
        first = previous = _NONE
        for name, content in sorted(children.items(), key=lambda one: (len(one[0]), one[0].upper())):
            number = len(entries)
            entries.append((name, 2, _NONE, _NONE, _END, 0))
            if isinstance(content, bytes):
                size = max(len(content), 4096)  # below this size a stream would live in the mini stream
                entries[number] = (name, 2, _NONE, _NONE, store(content.ljust(size, b"\0")), size)
            else:
                entries[number] = (name, 1, _NONE, add(content), 0, 0)
            if previous == _NONE:
                first = number
            else:
                kept = entries[previous]
                entries[previous] = (kept[0], kept[1], number, *kept[3:])
            previous = number
        return first

    entries.append(("Root Entry", 5, _NONE, _NONE, _END, 0))
    entries[0] = ("Root Entry", 5, _NONE, add(tree), _END, 0)
    packed = b"".join(_entry(*one) for one in entries)
    packed += _entry("", 0, _NONE, _NONE, 0, 0) * (-len(entries) % 4)
    directory = store(packed)
    blocks = (len(fat) // 127) + 1
    first_fat = len(sectors)
    fat += [_FAT_SECTOR] * blocks
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(blocks * 512, b"\xff")
    difat = [first_fat + i for i in range(blocks)] + [_FREE] * (109 - blocks)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, blocks, directory, 0, 4096, _END, 0, _END, 0
    )
    return header + struct.pack("<109I", *difat) + b"".join(sectors) + table


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    raw = utf16(name) if name else b""
    return raw.ljust(64, b"\0") + struct.pack(
        "<HBBIII16xI8x8xIQ", len(raw), kind, 1, _NONE, right, child, 0, start, size
    )
