"""Mailboxes as mail programs write them into the text, which is seldom RFC 5322.

`Name <a@b>`, `Name [mailto:a@b]`, `a@b <a@b>`, `'Name' <a@b<mailto:a@b>>; …`, `Name (a@b)`, or a name alone.
"""

from __future__ import annotations

import re

from maild.message import headers
from maild.message.record import Address

_SPEC = re.compile(
    r"[^\s<>\[\]()\"',;:|*“”„«»]{1,120}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?)(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?){0,8}"
)
_LINK = re.compile(r"[<\[(]\s?mailto:([^<>\[\]()\s]{1,320})[>\])]", re.IGNORECASE)
_DIRECTORY = re.compile(r"[<\[(]\s?/[^<>\[\]@]{1,300}[>\])]")  # Exchange: `Budi </O=KANTOR/OU=…>`, no address
_MAILTO = re.compile(r"mailto:", re.IGNORECASE)
_AROUND = " \t\xa0<>[]()\"'`“”„‟«»‘’*|,;:"
_NO_NAME = re.compile(r"^(?:undisclosed|tidak diungkapkan|undisclosed-recipients)\b", re.IGNORECASE)


def mailboxes(value: str) -> tuple[Address, ...]:
    """Every mailbox of one label's value, in order; a name without an address where there is none at all."""
    line = headers.clean(value[:4000])
    if not line:
        return ()
    line = _MAILTO.sub("", _LINK.sub(_linked, _DIRECTORY.sub("", line)))
    found: list[Address] = []
    end = 0
    for spec in _SPEC.finditer(line):
        name = _name(line[end : spec.start()])
        address = spec[0].rstrip(".").lower()
        end = spec.end()
        if found and not name and found[-1].address == address:
            continue  # `a@b <a@b>`: the address serves as its own name
        found.append(Address(name, address))
    if not found:
        name = _name(line)
        return (Address(name, ""),) if name and not _NO_NAME.match(name) else ()
    return tuple(_after(one, line) if one.name == "" and len(found) == 1 else one for one in found)


def _linked(link: re.Match[str]) -> str:
    """`a@b<mailto:a@b>` and `Name [mailto:a@b]`: the link repeats the address, or is all there is of it."""
    before = link.string[max(0, link.start() - 330) : link.start()].rstrip(" <").lower()
    return "" if before.endswith(link[1].lower()) else f"<{link[1]}>"


def _name(piece: str) -> str:
    """What stands before an address, freed of brackets, quotes and what separates it from the one before."""
    return " ".join(piece.split()).strip(_AROUND)[:200].strip(_AROUND)


def _after(one: Address, line: str) -> Address:
    """`a@b (Name)`, the old form of RFC 822."""
    found = re.search(r"\(([^()@]{1,200})\)\s*$", line)
    return Address(_name(found[1]), one.address) if found else one
