"""Answers that stand inside the quote: `Jawab: …`, `>> …`, `[Nama] …`, or a line in another colour.

They are looked for only where the sender's own words are missing or point there ('jawaban kami di bawah,
warna merah'), and only in the mail that is answered, not in older ones below it. So what somebody else once
wrote, or forged into a quote, does not speak for the sender.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from maild.message.attribution import attribution_at
from maild.message.heading import heading_at
from maild.message.marks import separates

_LABEL = re.compile(
    r"^[\s*_\-•]{0,6}(?:\d{1,2}[.)]\s?)?(?:jawab(?:an)?|jwb|jwban|dijawab|tanggapan|ditanggapi"
    r"|respon[s]?|penjelasan"
    r"|klarifikasi|balasan|keterangan|answer|ans|reply|response|our (?:answer|reply|response))"
    r"(?: (?:kami|dinas|opd|pihak \w{1,20}|no\.? ?\d{1,2}|\w{2,12}))?\s{0,3}\*?(?:[:：=]|-|–|→"
    r"|>>)\*?\s{0,3}(?=[^\s.…_-])",
    re.IGNORECASE,
)
_ARROW = re.compile(r"^\s{0,4}(?:>{2,4}|=+>|-+>|→|➔|➡|»)\s{0,3}(?=[^\s>])")
_AUTHOR = re.compile(r"^\s{0,4}\*?\[([^\[\]]{2,60})\]\*?[\s:]{0,3}(?=\S)")
_POINTS = re.compile(
    r"di ?bawah|(?<!bersama )berikut|terlampir di|in-?line|interleaved|below|warna|merah|biru|hijau"
    r"|ungu|kuning|tebal"
    r"|in (?:red|blue|green|bold|colou?r)|di sela|di antara|masing-masing|langsung (?:di|pada)|(?:di"
    r"|pada) (?:badan|kutipan)"
    r"|tiap (?:butir|poin|pertanyaan)|setiap (?:butir|poin|pertanyaan)|per (?:butir|poin)|between the lines",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^\W{0,3}(?:yth|yang terhormat|kepada|dear|halo|hai|hi|hello|selamat|pagi|siang|sore|malam|assalam"
    r"|wassalam|salam"
    r"|om s[wu]asti|om santi|shalom|syalom|terima kasih|trims|makasih|suksma|matur|thanks|thank you"
    r"|regards|best|hormat"
    r"|bapak|ibu|pak|bu)\b[^.?!]{0,50}[.,!]?$",
    re.IGNORECASE,
)
_NEXT_POINT = re.compile(r"^\s{0,4}(?:\d{1,2}[.)]|[a-z][.)]|[-•*])\s|\?\s*$")
_ORDER = re.compile(r"^[^\w>]{0,3}\d|^[^\w>]{0,3}(?:\w+\W{1,3})?\w+\W{0,3}$")
_OWN_AT_MOST = 1500
_MOST = 400


def inside(
    cited: Sequence[str], below: Sequence[str], coloured: frozenset[str], author: str, *, paragraphs: bool
) -> list[str]:
    """What the sender wrote into the quote, in order.

    `cited`: lines marked with '>'; `below`: the unmarked quote, its header first; `coloured`: lines of it in
    another colour; `author`: the sender's display name; `paragraphs`: each line below is a whole paragraph.
    """
    marked = [line.lstrip("> \t\xa0") if _depth(line) == 1 else "" for line in cited]
    found = list(_runs(marked, lambda line: _LABEL.match(line) is not None, paragraphs=False))
    arrows = not any(_depth(line) == 1 for line in below)
    name = author.casefold().strip()

    def is_answer(line: str) -> bool:
        if line.startswith(">"):
            return arrows and _ARROW.match(line) is not None
        tag = _AUTHOR.match(line)
        return bool(
            _LABEL.match(line)
            or " ".join(line.split()) in coloured
            or (arrows and _ARROW.match(line))
            or (tag and name and tag[1].casefold().strip() == name)
        )

    if any(map(is_answer, below)):
        found += _runs(_first_mail(below), is_answer, paragraphs=paragraphs)
    return [_harmless(line) for line in found[:_MOST]]


def looks_inside(own: str) -> bool:
    """The sender's own words are missing, greet only, or point at the quote."""
    if len(own) > _OWN_AT_MOST:
        return False
    return (
        all(_EMPTY.match(line) for line in own.split("\n") if line.strip()) or _POINTS.search(own) is not None
    )


def _depth(line: str) -> int:
    mark = re.match(r"(?:\s{0,2}>){0,9}", line)
    return mark[0].count(">") if mark else 0


def _runs(lines: Sequence[str], is_answer: Callable[[str], bool], *, paragraphs: bool) -> Iterator[str]:
    """Each answer with the lines that go on with it, up to an empty line or the next point."""
    run: list[str] = []
    for line in [*lines, ""]:
        answer = is_answer(line)
        if run and not answer and not paragraphs and line.strip() and not _NEXT_POINT.search(line):
            run.append(line.strip())
            continue
        if run:
            yield " ".join(run)
        run = [line.strip()] if answer else []


def _first_mail(below: Sequence[str]) -> Sequence[str]:
    """The mail that is answered, without those that it quotes itself."""
    begun = 0
    for i, line in enumerate(below):
        heading = heading_at(below, i, marked=i > 0 and separates(below[i - 1])) if ":" in line else None
        if i < begun:
            continue
        if heading is not None and (i < 4 or not begun):
            begun = heading.end
        elif heading is not None or (i >= 4 and (separates(line) or attribution_at(below, i) is not None)):
            return below[:i]
    return below


def _harmless(line: str) -> str:
    """What could be a staff command keeps a quote mark: none is taken from inside a quote (T2)."""
    return f"> {line}" if len(line) <= 60 and _ORDER.match(line) and not _LABEL.match(line) else line
