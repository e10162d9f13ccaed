"""Words of a complaint with their places in the text: what every later reading of it starts from."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

READ_AT_MOST = 30_000  # characters; a longer complaint is read that far, and a person reads the rest

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*|&")
_SENTENCE_END = re.compile(
    r"(?<![.!?])[.!?]{1,5}(?=\s)|\n[ \t]{0,20}\n|\n(?=[ \t]{0,20}(?:\d{1,2}[.)]|[-*•–])\s)|;"
)

# Spellings that mean the same in names of offices and places.
_SAME = {
    "kab": "kabupaten", "prov": "provinsi", "propinsi": "provinsi", "prop": "provinsi", "kec": "kecamatan",
    "kel": "kelurahan", "ds": "desa", "dsn": "dusun", "jl": "jalan", "jln": "jalan", "gg": "gang",
    "kotamadya": "kota", "walikota": "kota", "&": "dan", "olah": "olahraga", "raga": "",
    "pemda": "pemerintah",
    "pemkab": "kabupaten", "pemkot": "kota", "pemprov": "provinsi", "kantr": "kantor", "ktr": "kantor",
    "rmh": "rumah", "skt": "sakit", "dns": "dinas", "yohannes": "johannes", "yohanes": "johannes",
    "sertipikat": "sertifikat", "br": "banjar", "ombusman": "ombudsman", "ombudsmen": "ombudsman",
    "ombusdman": "ombudsman",
}  # fmt: skip


def word_set(words: str) -> frozenset[str]:
    """The words of a data string, separated by blanks."""
    return frozenset(words.split())


class Word(NamedTuple):
    """One folded word; `sentence` counts sentences from 0."""

    folded: str
    start: int
    end: int
    sentence: int


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case, no accents, no apostrophes, office abbreviations expanded."""
    plain = unicodedata.normalize("NFKD", word.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’`")
    return _SAME.get(plain, plain)


@lru_cache(maxsize=8)  # several rules ask for the words of the same few texts of one mail
def words(text: str) -> tuple[Word, ...]:
    """Every word of `text` in order; linear in its length."""
    return _words(text)


def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    ends = iter([*(m.start() for m in _SENTENCE_END.finditer(text) if _ends_here(text, m)), len(text) + 1])
    sentence, limit = 0, next(ends)
    for match in _WORD.finditer(text):
        while match.start() >= limit:
            sentence, limit = sentence + 1, next(ends)
        folded = fold(match.group())
        if folded:
            found.append(Word(folded, match.start(), match.end(), sentence))
    return tuple(found)


def folded(text: str) -> tuple[str, ...]:
    return tuple(w.folded for w in _words(text))


def sentences(text: str) -> tuple[str, ...]:
    """`text` cut where `words` counts a new sentence; a piece may be empty."""
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(text) if _ends_here(text, m)), len(text)]
    return tuple(" ".join(text[a:b].split()) for a, b in pairwise(cuts))


def _ends_here(text: str, match: re.Match[str]) -> bool:
    """A dot after a short word ('Kab.', 'No.', 'S.') belongs to the word."""
    if match.group()[0] != ".":
        return True
    before = re.search(r"[^\W_]+$", text[max(0, match.start() - 20) : match.start()])
    word = before.group() if before else ""
    return not (len(word) <= 3 and word.isalpha() and word.lower() not in _SHORT_WORDS)


_SHORT_WORDS = word_set("apa ada dia itu ini nya saja lagi pak bu bpk ibu kk kah pun dua sa su sy air bli")
