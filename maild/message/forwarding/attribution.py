"""`On 28/10/2021 12:46, "Budi" <a@b> wrote:`, in any language: told by date, address, colon, not by words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from maild.message.heading import CLOCK, unquoted
from maild.message.mailboxes import mailboxes

_END = re.compile(r"[:：][ \t\xa0*_–—-]{0,12}$")
_DAY = re.compile(r"\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}|\b(?:19|20)\d\d\b|\d{4}\s?[年년]")
_ADDRESS = re.compile(
    r"[<(\[ ,]{1,3}(?:mailto:)?([^\s<>()\[\],;:\"]{1,120}@[^\s<>()\[\],;:\"]{1,200})[>)\]]{0,3}"
)
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»\n]{1,120})[\"”»]\s*[<(\[]?$")
# Abbreviations that stand between the clock and a name.
_NO_NAME = re.compile(r"(?:[AP]M|WIB|WITA|WIT|GMT|UTC|[CEP]?E?[DS]T|Uhr|Gmt)(?:[+-]\d{1,4})?", re.IGNORECASE)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Attribution:
    """`end` is the first line after it; `marked`: what it quotes is marked by '>' or by its place."""

    who: str
    sender: str  # the address alone, '' for none
    date: str
    end: int
    depth: int
    marked: bool


def attribution_at(lines: Sequence[str], start: int) -> Attribution | None:
    """The 'X wrote:' that begins at line `start` and takes up to three lines, or None.

    Without an address it counts only if a quoted line follows: `Pada hari Senin … petugas menulis:` is prose.
    """
    depth = unquoted(lines[start])[1]
    joined = ""
    for after in range(start, min(start + 3, len(lines))):
        piece, deep = unquoted(lines[after])
        if not piece.strip() or deep != depth:
            return None
        joined = f"{joined} {piece.strip()}".strip()
        if len(joined) > _LONGEST:
            return None
        if _END.search(joined) and _DAY.search(joined) and CLOCK.search(joined):
            return _read(joined, lines, after + 1, depth)
    return None


def _read(joined: str, lines: Sequence[str], end: int, depth: int) -> Attribution | None:
    marked = _quoted_next(lines, end, depth)
    address = _ADDRESS.search(joined)
    if address is None:
        return Attribution(_bare_name(joined), "", joined, end, depth, marked) if marked else None
    who = f"{_name(joined[: address.start()].rstrip(' <(['))} <{address[1]}>"
    sender = next(iter(mailboxes(who)), None)
    date = joined[: address.start()]
    return Attribution(who, sender.address if sender else "", date, end, depth, marked)


def _quoted_next(lines: Sequence[str], end: int, depth: int) -> bool:
    for line in lines[end : end + 6]:
        bare, deep = unquoted(line)
        if bare.strip() or deep > depth:
            return deep > depth
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
