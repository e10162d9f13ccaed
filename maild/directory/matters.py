"""Several complaints in one mail: numbered, or strung together with 'kedua' and 'selain itu'."""

from __future__ import annotations

import re
from itertools import pairwise

_LEAST = 5  # words of a matter
_NUMBERED = re.compile(r"(?m)^[ \t]{0,8}(?:\(?\d{1,2}[.)]|[a-h][.)]|[-*•–])[ \t]+")
_STRUNG = re.compile(
    r"(?i)(?:(?<=[.;!?,:])|(?<=\n))\s*\b(?:(?:yang )?(?:pertama|kedua|ketiga|keempat)|selain itu"
    r"|di samping itu|satu lagi|hal lain(?:nya)?|masalah (?:kedua|lain)(?:nya)?|lalu juga"
    r"|juga (?:saya|kami|sy) (?:mau|ingin))\b"
)


def matters(text: str) -> tuple[str, ...]:
    """The pieces that may be complaints of their own, at least two, or nothing.

    What stands before the first number is an introduction; before the first 'selain itu' it is a matter.
    """
    for marks, introduced in ((list(_NUMBERED.finditer(text)), True), (list(_STRUNG.finditer(text)), False)):
        starts = [mark.start() for mark in marks]
        if not introduced and starts and not re.match(r"(?i)\W*(?:yang )?pertama", marks[0].group()):
            starts = [0, *starts]
        pieces = [text[a:b] for a, b in pairwise([*starts, len(text)])]
        pieces = [piece for piece in pieces if len(piece.split()) >= _LEAST]
        if len(pieces) >= 2:
            return tuple(pieces)
    return ()
