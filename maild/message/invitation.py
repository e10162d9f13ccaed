"""text/calendar (RFC 5545) -> the few lines a person wants to read, where a mail has no other text."""

from __future__ import annotations

import re

_FOLDED = re.compile(r"\r?\n[ \t]")
_WANTED = re.compile(
    r"(?i)(METHOD|SUMMARY|DTSTART|DTEND|LOCATION|ORGANIZER|DESCRIPTION|COMMENT)(?:;[^:]{0,500})?:(.*)"
)
_ESCAPED = re.compile(r"\\([nN,;\\])")
_MOST = 5_000  # lines; a feed of a whole year is no invitation


def to_text(source: str) -> str:
    """`Summary: ...` and so on, one property a line, in the order in which they stand."""
    found: list[str] = []
    zone = False  # a time zone's rules have start dates of their own
    for line in _FOLDED.sub("", source).splitlines()[:_MOST]:
        if line.upper().endswith(":VTIMEZONE"):
            zone = line[:6].upper() == "BEGIN:"
        wanted = None if zone else _WANTED.fullmatch(line)
        if wanted:
            found.append(f"{wanted[1].capitalize()}: {_plain(wanted[2])}")
    return "\n".join(found)


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
