"""Who wrote, and when, by an attribution: `On 28/10/2021 12:46, "Budi" <a@b> wrote:`.

Outlook for Mac passes mails on under no other header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from maild.message.attribution import attribution_at
from maild.message.heading import unquoted
from maild.message.mailboxes import mailboxes

_END = re.compile(r"[:：][ \t\xa0*_–—-]{0,12}$")
_ADDRESS = re.compile(
    r"[<(\[ ,]{1,3}(?:mailto:)?([^\s<>()\[\],;:\"]{1,120}@[^\s<>()\[\],;:\"]{1,200})[>)\]]{0,3}"
)
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»\n]{1,120})[\"”»]\s*[<(\[]?$")
# Abbreviations that stand between the clock and a name.
_NO_NAME = re.compile(r"(?:[AP]M|WIB|WITA|WIT|GMT|UTC|[CEP]?E?[DS]T|Uhr)(?:[+-]\d{1,4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """`end` is the first line after the attribution; `marked`: a quote marked by '>' follows."""

    who: str
    sender: str  # the address alone, '' for none
    date: str
    end: int
    marked: bool


def written_at(lines: Sequence[str], start: int) -> Written | None:
    """What the attribution at line `start` says; None where none begins, or one that no quote must follow."""
    found = attribution_at(lines, start)
    if found is None:
        return None
    end = start + found.lines
    marked = _quoted_next(lines, end)
    if not (found.sure or marked):
        return None
    joined = " ".join(line.strip() for line in lines[start:end])
    address = _ADDRESS.search(joined)
    if address is None:
        return Written(_bare_name(joined), "", joined, end, marked)
    date = joined[: address.start()]
    who = f"{_name(date.rstrip(' <(['))} <{address[1]}>"
    sender = next(iter(mailboxes(who)), None)
    return Written(who, sender.address if sender else "", date, end, marked)


def _quoted_next(lines: Sequence[str], end: int) -> bool:
    for line in lines[end : end + 6]:
        bare, depth = unquoted(line)
        if bare.strip() or depth:
            return depth > 0
    return False


def _name(before: str) -> str:
    """The words straight before the address that are names: in quotes, or with capitals and not a clock."""
    quoted = _QUOTED.search(before)
    if quoted:
        return quoted[1]
    words: list[str] = []
    for word in reversed(before.replace(",", ", ").split()):
        if word.endswith(",") or not word[:1].isupper() or _NO_NAME.fullmatch(word) or len(words) == 6:
            break
        words.insert(0, word)
    return " ".join(words)


def _bare_name(joined: str) -> str:
    """`On 03/11/2021 15:51, John Doe wrote:`: what stands between the last comma or clock and the verb."""
    tail = re.split(r",|\d{1,2}[.:]\d\d(?:[.:]\d\d)?", _END.sub("", joined))[-1]
    return _name(" ".join(tail.split()[:-1]))
