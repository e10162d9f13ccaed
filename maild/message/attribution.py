"""The line above a quote that tells who wrote it: `Pada 31/10/2020 22.12, Nama menulis:` (domain.md 5.3).

Mail programs wrap it over several lines, put it in some fifty languages, and some leave the verb out. What
they never do is tell a story: `Pada 5 Mei saya ke loket. Petugas menulis:` is a person's own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# Verbs as the programs spell them: lower case. A name follows the second group in its language.
_VERB = (
    r"menulis|berkata|wrote|writes|said|a écrit|écrit|schrieb|escribió|escribio|va escriure|schreef"
    r"|ha scritto"
    r"|scritto|scrisse|skrev|napisał\(?a?\)?|pisze|escreveu|kirjoitti|kirjutas|пишет|написал\(?а?\)?"
    r"|писал\(?а?\)?"
    r"|пише|написав|написа|写道|寫道|のメール|は書きました|님이 작성|작성|yazdı|şunu yazdı|đã viết|viết"
    r"|เขียนว่า|เขียน"
    r"|a scris|napsal\(?a?\)?|napísal\(?a?\)?|je napisao(?:/la)?|je napisal\(?a?\)?|rakstīja|rašė"
    r"|ezt írta|írta"
    r"|έγραψε|schreef op|geschreven|כתב(?:/ה)?|كتب|نوشت|ने लिखा|isinulat(?: ni)?|sumulat|nulis|nyerat"
)
_DECOR = r"[\s*_\-–—~=]{0,12}"
_ADDRESS = r"[^\s<>@,;:\"'()\[\]]{1,80}@[^\s<>@,;:\"'()\[\]]{1,120}"
_ENDS = re.compile(
    rf"(?:{_VERB})(?:\s(?:the following|yang berikut|berikut ini|ak na|op|le|am|the message))?"
    rf"(?:\s?\([^()]{{1,60}}\)|\sdi [^:]{{1,60}})?\s?[:：]{_DECOR}$"
)
# Zoho and others end without a colon, between dashes or bare.
_BARE = ("wrote", "menulis", "schrieb", "escribió", "écrit")
_ENDS_BARE = re.compile(rf"\b(?:{'|'.join(_BARE)}){_DECOR}$")
_VERB_INSIDE = re.compile(
    r"\b(?:schrieb|schreef|skrev|napsal\(?a?\)?|pisze|isinulat ni)\s([^\n]{1,200})[:：]" + _DECOR + "$"
)
# Horde and IMP; and Yahoo's plain text, where the quote goes on behind the colon.
_QUOTING = re.compile(
    r"^(?:mengutip|kutipan(?: dari)?|quoting|zitat von|citando(?: a)?|citerar|citeren|citát)\s.{2,200}:$",
    re.IGNORECASE,
)
_RUN_ON = re.compile(rf"{_ADDRESS}\s?>?\s?(?:{_VERB})\s?[:：]\s{{2,20}}\S")
_HAS_ADDRESS = re.compile(_ADDRESS)
_ADDRESS_LAST = re.compile(rf"{_ADDRESS}\s?(?:&gt;|[>\])]){{0,2}}[^\n]{{0,60}}[:：]{_DECOR}$")
_LETTERS = r"[^\W\d_]"
_CLOCK = re.compile(r"\b\d{1,2}[.:h]\d\d\b|\d{1,2}時|\d{1,2}시")
_DATE = re.compile(
    r"\b\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}\b|\d{4}\s?[年년]"
    rf"|\b\d{{1,2}}\.?(?: de)? {_LETTERS}{{3,12}}\.?,?(?: de)? \d{{4}}\b"
    rf"|\b{_LETTERS}{{3,12}}\.? \d{{1,2}},? (?:\d{{4}}\b|at\b)"
)
# A program begins with the date, a weekday, the hour, or a word that leads up to them.
_START = re.compile(
    r"^(?:pada|on|at|tanggal|tgl|le|am|el|il|op|em|den|dne|dnia|w dniu|d\.|в|a|na|la|vào|lúc|mnamo"
    r"|noong|dňa|dana|p[åa]|"
    r"στις|на|ב|בתאריך|في|在|于|於|เมื่อ|den|den\s|date|le\s)(?:\s|\b)"
    rf"|^{_LETTERS}{{2,12}}[.,]{{0,2}} (?:tanggal )?\d{{1,2}}\b|^\d{{1,4}}[-/.年년]\s?\d{{1,2}}"
    rf"|^\d{{1,2}}[.:]\d\d\b"
    rf"|^\d{{1,2}}\.? {_LETTERS}{{3,12}}\.?,? \d{{4}}\b",
    re.IGNORECASE,
)
# Words of a person who tells something; they stand in no program's line.
_TOLD = re.compile(
    r"\b(?:saya|kami|kita|aku|beliau|dia|mereka|petugas|pegawai|tersebut|yang|karena|tetapi|tapi|lalu"
    r"|kemudian"
    r"|oleh|bahwa|sudah|telah|tidak|I|we|he|she|they|officer|then|because|that)\b"
    r"|\b[a-zà-ÿ]{3,}[.!?;] [A-Z\"]"
)
_AFTER_CLOCK = re.compile(
    r"^(?:[\s,.)\]:]|\d{1,2}\b|[AaPp]\.?[Mm]\b\.?|WIB|WITA|WIT|GMT|UTC|[+-]\d{4}"
    r"|\(?[A-Z]{2,4}[+-]\d{1,2}(?::?\d\d)?\)?"
    r"|Uhr|uur|Pagi|Siang|Sore|Malam|pagi|siang|sore|malam|pukul|jam|at|kl\.)+"
)
_JOINS = frozenset(
    [
        "van", "de", "der", "den", "bin", "binti", "di", "dan", "via", "you", "von", "el", "al", "la", "dos",
        "da", "of", "ibn", "and", "y", "e", "dr", "drs", "ir",
    ]
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_LONGEST = 600  # characters of one such line, wrapped or not
_PIECES = 8


class Attribution(NamedTuple):
    """`lines` it takes; `sure`: certain enough for what follows to be a quote even where nothing marks it.

    `addressed`: it names an address, so that a mail program wrote it.
    """

    lines: int
    sure: bool
    addressed: bool


def attribution_at(lines: Sequence[str], start: int) -> Attribution | None:
    """The attribution that begins at line `start`, or None. Looks at eight lines at most."""
    first = lines[start].strip(" \t\xa0*_-–—~=|")
    dated = bool(_START.match(first)) and _DIGIT.search(first) is not None
    if not dated and "@" not in first and not first.endswith((":", "：")):
        return None
    if "@" in first and (_QUOTING.match(first) or (dated and _CLOCK.search(first) and _RUN_ON.search(first))):
        return Attribution(1, sure=True, addressed=True)
    joined, blanks = "", 0
    for offset in range(min(_PIECES, len(lines) - start)):
        piece = lines[start + offset].strip()
        if not piece:
            blanks += 1
            if blanks > 2 or not dated or not (_DATE.search(joined) or _CLOCK.search(joined)):
                return None
            continue
        if offset and _DATE.search(piece) and _START.match(piece):
            return None  # it begins only here
        if offset and piece.startswith(">") and not _verb_after_bracket(piece):
            return None
        joined = f"{joined} {piece}".strip()
        if len(joined) > _LONGEST:
            return None
        if piece[-1] in ":：*-–—=_~" or piece.endswith(_BARE):
            sure = _judge(joined, dated=dated, quoted_next=_quote_follows(lines, start + offset + 1))
            if sure is not None:
                return Attribution(offset + 1, sure, "@" in joined)
            if piece[-1] in ":：":
                return None
        if not dated and offset >= 3:
            return None
    return None


def _verb_after_bracket(piece: str) -> bool:
    """`> wrote:`, the end of an address that was torn off."""
    return len(piece) < 40 and bool(_ENDS.search(piece) or piece == ">:")


def _quote_follows(lines: Sequence[str], start: int) -> bool:
    for line in lines[start : start + 6]:
        if line.strip():
            return line.lstrip().startswith((">", "|"))
    return False


def _judge(joined: str, *, dated: bool, quoted_next: bool) -> bool | None:
    """None: a person's own words. Else whether it is sure without a marked quote below."""
    timed = bool(_CLOCK.search(joined))
    verb = _ENDS.search(joined) or (_VERB_INSIDE.search(joined) if dated else None)
    if verb is None and not timed:
        return None
    addressed = bool(_HAS_ADDRESS.search(joined))
    if _TOLD.search(_HAS_ADDRESS.sub(" ", joined) if addressed else joined):
        return None
    day = bool(_DATE.search(joined))
    if verb is None and dated and addressed:
        verb = _ENDS_BARE.search(joined)
    if verb is not None:
        if addressed and (dated or timed or day or "<" in joined):
            return True
        if dated and (timed or day):
            name = verb[1] if verb.re is _VERB_INSIDE else joined[: verb.start()]
            return True if quoted_next or _is_name(name) else None
        return False if quoted_next and len(joined) <= 120 else None
    sure = addressed and (day or dated) and (dated or quoted_next) and _ADDRESS_LAST.search(joined)
    return True if sure else None


def _is_name(text: str) -> bool:
    """What stands between the time and the verb is a name: few words, none of them plain prose."""
    end = max((match.end() for pattern in (_CLOCK, _DATE) for match in pattern.finditer(text)), default=0)
    rest = text[end:]
    lead = _AFTER_CLOCK.match(rest)
    words = rest[lead.end() :].split() if lead else rest.split()
    return len(words) <= 9 and all(
        not word.strip("\"'(,.)")[:1].islower() or word.strip("\"'(,.)").lower() in _JOINS for word in words
    )
