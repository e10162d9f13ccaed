"""Marks that identify a person or a matter: numbers, addresses, a home. Stored sealed, never readable.

A mark says 'look at that case too', nothing more: numbers are mistyped, telephones and houses are shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from maild.intent.report.fields import external_ref_in
from maild.intent.report.text import folded

Kind = Literal["address", "nik", "phone", "kk", "home", "name", "file", "lapor"]
PERSONAL: frozenset[Kind] = frozenset({"address", "nik", "phone"})
MATTER: frozenset[Kind] = frozenset({"file", "lapor"})
_MOST = 60  # marks of one text: a mail that lists thousands of numbers identifies nothing


@dataclass(frozen=True, slots=True)
class Mark:
    kind: Kind
    value: str  # normal form

    def sealed(self, key: bytes, scope: str) -> int:
        """A signed 64-bit number. A tracking number of LAPOR! is a number like any other where somebody
        writes it without saying whose it is, so both kinds seal alike."""
        family = "file" if self.kind == "lapor" else self.kind
        text = f"{scope}|{family}|{self.value}".encode()
        return int.from_bytes(blake2b(text, digest_size=8, key=key[:64]).digest(), signed=True)


def sealed(marks: Iterable[Mark], key: bytes, scope: str) -> dict[int, Kind]:
    return {mark.sealed(key, scope): mark.kind for mark in marks}


def marks_of(
    text: str,
    hidden: Iterable[tuple[str, str]],
    name: str,
) -> tuple[Mark, ...]:
    """Every mark of a report: of its text, and of the identity that was read out of it (kind, value)."""
    found = [*_of_person(hidden, name), *_of_text(text)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _of_person(hidden: Iterable[tuple[str, str]], name: str) -> Iterator[Mark]:
    for kind, value in hidden:
        if kind == "address" and "@" in value:
            yield Mark("address", value.strip().lower())
        elif kind == "number":
            yield from _person_number(value)
        elif kind == "postal":
            yield from _home(value)
    words = [w for w in folded(name[:200]) if len(w) > 1]
    if len(words) >= 2:
        yield Mark("name", " ".join(sorted(words)))


def _person_number(value: str) -> Iterator[Mark]:
    digits = re.sub(r"\D", "", value)
    if len(digits) == 16:
        yield Mark("nik", digits)
    elif 9 <= len(digits) <= 15:
        yield Mark("phone", _national(digits))


def _national(digits: str) -> str:
    """'62812…' and '0812…' are one number."""
    return "0" + digits[2:] if digits.startswith("62") else digits


_FILLING = frozenset({"no", "nomor", "nr", "rt", "rw", "blok"})


def _home(value: str) -> Iterator[Mark]:
    """Street and number, as far as the first number; a village without one is the home of many."""
    words = [w for w in folded(value[:200]) if w not in _FILLING]
    ends = next((i for i, w in enumerate(words[:7]) if w[0].isdigit()), None)
    if ends is not None and ends >= 2:
        yield Mark("home", " ".join(words[: ends + 1]))


_CARD = re.compile(r"(?:\bkk\b|kartu\s+keluarga)\D{0,25}((?:\d[ .-]?){15}\d)(?!\d)", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w./-])(?:\+?62|0)[ .-]?8\d{1,2}(?:[ .-]?\d{2,4}){2,3}(?!\d)")
_AT = re.compile(r"[\w.+-]{1,80}@\S{1,80}|(?:https?://|www\.)\S{1,200}")
_NOT_NUMBERS = re.compile(
    r"\brp\.? ?[\d.,]+|\b\d{1,3}(?:\.\d{3})+(?:,\d\d)?\b|\b(?:19|20)\d\d\b|\bkode pos:? ?\d{5}\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w./-])\w[\w./-]{3,60}")
_DIGIT = re.compile(r"\d\D{0,9}\d")
_DATE_OR_TIME = re.compile(
    r"\d{1,2}[-/.]\d{1,2}(?:[-/.](?:19|20)?\d{2})?|\d{1,2}[.:]?\d{2}(?:-\d{1,2}[.:]?\d{2})?"
)
_NAMED = re.compile(
    r"(?:no|nomor|nmr|berkas|pelanggan|langganan|idpel|id|resi|tiket|ticket|rekening|klaim|polisi|lp|reg|registrasi"
    r"|meter|kontrak|polis|agenda|pendaftaran|shm|hm|sertifikat|kpj|nop|ref|pengaduan|laporan|aduan|surat)[\s.:#]*$",
    re.IGNORECASE,
)


def _of_text(text: str) -> Iterator[Mark]:
    for card in _CARD.finditer(text):
        yield Mark("kk", re.sub(r"\D", "", card[1]))
    lapor = external_ref_in(text)
    if lapor:
        yield Mark("lapor", lapor)
    bare = _PHONE.sub(" ", _CARD.sub(" ", _AT.sub(" ", text)))
    bare = _NOT_NUMBERS.sub(" ", bare)
    for match in _NUMBER.finditer(bare):
        if not _DIGIT.search(match.group()):
            continue
        number = match.group().strip("./-_").upper()
        digits = re.sub(r"\D", "", number)
        if _identifies(number, digits, bare[max(0, match.start() - 30) : match.start()]) and digits != lapor:
            yield Mark("file", number)


def _identifies(number: str, digits: str, before: str) -> bool:
    """Five digits at least, and not '00000'; five bare ones only where a word says what they number."""
    if len(digits) < 5 or len(set(digits)) <= 2 or len(digits) == 16 or _DATE_OR_TIME.fullmatch(number):
        return False
    return len(digits) > 5 or number != digits or _NAMED.search(before) is not None


def kinds(shared: Mapping[int, Kind], other: Mapping[int, Kind]) -> frozenset[Kind]:
    """Kinds of the marks that both have; of a number that one of them calls LAPOR!'s, that kind too."""
    both = shared.keys() & other.keys()
    return frozenset(kind for mark in both for kind in (shared[mark], other[mark]))
