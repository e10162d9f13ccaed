"""What FETCH answers about one mail (RFC 3501 sections 6.4.5 and 7.4.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from maild.demo.imap.folders import Mail
from maild.demo.imap.wire import Malformed, Token, literal, text

_BODY = re.compile(r"BODY(\.PEEK)?\[([^\]]*)\](?:<(\d+)\.(\d+)>)?$", re.I)
_FIELDS = re.compile(r"HEADER\.FIELDS(\.NOT)? \(([^)]*)\)$", re.I)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MACROS = {"FAST": ["FLAGS", "INTERNALDATE", "RFC822.SIZE"]}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked for; `name` is how the answer calls it."""

    name: str
    section: str | None = None  # of BODY[section]
    start: int | None = None
    length: int = 0
    marks_seen: bool = False


def items(token: Token) -> list[Item]:
    """The items of a FETCH argument: an atom or a list of atoms."""
    words = [text(part) for part in token] if isinstance(token, list) else [text(token)]
    wanted: list[Item] = []
    for word in words:
        for name in _MACROS.get(word.upper(), [word]):
            wanted.append(_item(name))
    return wanted


def _item(word: str) -> Item:
    match = _BODY.match(word)
    if match:
        peek, section, start, length = match.groups()
        name = f"BODY[{section}]" + (f"<{start}>" if start else "")
        return Item(name, section, int(start) if start else None, int(length or 0), peek is None)
    upper = word.upper()
    if upper in ("UID", "FLAGS", "RFC822.SIZE", "INTERNALDATE"):
        return Item(upper)
    if upper in ("RFC822", "RFC822.HEADER", "RFC822.TEXT"):
        section = {"RFC822": "", "RFC822.HEADER": "HEADER", "RFC822.TEXT": "TEXT"}[upper]
        return Item(upper, section, marks_seen=upper != "RFC822.HEADER")
    raise Malformed(f"FETCH item not known: {word}")


def answer(mail: Mail, wanted: list[Item], with_uid: bool) -> bytes:
    """The parenthesised list of one FETCH response."""
    parts = [] if not with_uid or any(item.name == "UID" for item in wanted) else [b"UID %d" % mail.uid]
    for item in wanted:
        parts.append(item.name.encode() + b" " + _value(mail, item))
    return b"(" + b" ".join(parts) + b")"


def _value(mail: Mail, item: Item) -> bytes:
    if item.section is not None:
        content = section_of(mail.raw, item.section)
        if item.start is not None:
            content = content[item.start : item.start + item.length]
        return literal(content)
    if item.name == "UID":
        return b"%d" % mail.uid
    if item.name == "FLAGS":
        return b"(" + " ".join(sorted(mail.flags)).encode() + b")"
    if item.name == "RFC822.SIZE":
        return b"%d" % len(mail.raw)
    return internal_date(mail.internaldate)


def section_of(raw: bytes, section: str) -> bytes:
    """The bytes that BODY[section] means; sections of single MIME parts are not served."""
    upper = section.upper()
    if not upper:
        return raw
    header, body = split(raw)
    if upper == "HEADER":
        return header
    if upper == "TEXT":
        return body
    fields = _FIELDS.match(section)
    if fields is None:
        raise Malformed(f"section not served: BODY[{section}]")
    names = {name.upper() for name in fields[2].split()}
    return b"".join(f for n, f in header_fields(header) if (n in names) is (fields[1] is None)) + b"\r\n"


def split(raw: bytes) -> tuple[bytes, bytes]:
    """Header block with its empty line, and body; whichever line ends the mail uses."""
    match = re.search(rb"\r?\n\r?\n", raw)
    return (raw[: match.end()], raw[match.end() :]) if match else (raw, b"")


def header_fields(header: bytes) -> list[tuple[str, bytes]]:
    """Every field as (NAME, its bytes with folding and line end)."""
    fields = re.findall(rb"[^\r\n]+\r?\n(?:[ \t][^\r\n]*\r?\n)*", header)
    return [(field.partition(b":")[0].strip().decode("latin-1").upper(), field) for field in fields]


def internal_date(at: datetime) -> bytes:
    """RFC 3501 date-time with quotes; English months whatever the locale."""
    return (
        f'"{at.day:2d}-{MONTHS[at.month - 1]}-{at.year} {at:%H:%M:%S} {at.strftime("%z") or "+0000"}"'
    ).encode()


def parse_date(value: str) -> datetime:
    """The other way round, for APPEND; the zone is kept."""
    match = re.match(r"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4})$", value)
    if match is None or match[2].title() not in MONTHS:
        raise Malformed(f"no date-time: {value!r}")
    month = MONTHS.index(match[2].title()) + 1
    return datetime.strptime(
        f"{match[3]}-{month:02d}-{int(match[1]):02d} {match[4]} {match[5]}", "%Y-%m-%d %H:%M:%S %z"
    )
