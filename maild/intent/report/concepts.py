"""Ideas of a complaint with their places: words -> stems -> concepts, and which stand close together.

A rule then speaks of matters ('a child' near 'a blow') and not of phrases; data stand in `lexicon`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from maild.intent.report.lexicon import CONCEPTS, FORGIVEN
from maild.intent.report.stems import bare, forms, shortened, slips
from maild.intent.report.text import Word, word_set

_STOP = 3  # the distance that the end of a sentence adds, in words
_FUZZY_TO = 20  # letters of a word beyond which nobody means a word
_FUZZY_FROM = 7  # letters of a stem from which a slip is still recognisable


@dataclass(frozen=True, slots=True)
class _Tables:
    words: Mapping[str, frozenset[str]]  # stem -> concepts
    exact: Mapping[str, frozenset[str]]  # whole word -> concepts
    slips: Mapping[str, frozenset[str]]  # misspelt stem -> concepts
    # First stem -> second stem -> (further stems, concept)
    phrases: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]


@dataclass(frozen=True, slots=True)
class Ideas:
    """Concept -> places (in order) at which it stands, counted in words."""

    at: Mapping[str, tuple[int, ...]]

    def has(self, *concepts: str) -> bool:
        return any(c in self.at for c in concepts)

    def near(self, one: Iterable[str], other: Iterable[str], reach: int) -> bool:
        """True where a word of `one` and a different word of `other` stand within `reach` words."""
        ones, others = self._all(one), self._all(other)
        j = 0
        for i in ones:
            while j < len(others) and others[j] < i - reach:
                j += 1
            if any(others[k] != i for k in range(j, min(j + 3, len(others))) if others[k] <= i + reach):
                return True
        return False

    def follows(self, one: Iterable[str], other: Iterable[str], reach: int) -> bool:
        """True where `other` stands behind `one`, at most `reach` words away."""
        ones, others = self._all(one), self._all(other)
        j = 0
        for i in ones:
            while j < len(others) and others[j] <= i:
                j += 1
            if j < len(others) and others[j] <= i + reach:
                return True
        return False

    def _all(self, concepts: Iterable[str]) -> list[int]:
        return sorted({i for c in concepts for i in self.at.get(c, ())})


@dataclass(frozen=True, slots=True)
class Clue:
    """Concepts that stand anywhere (`others` empty), or close to one another."""

    ones: tuple[str, ...]
    others: tuple[str, ...] = ()
    reach: int = 0
    behind: bool = False

    def holds(self, ideas: Ideas) -> bool:
        if not self.others:
            return ideas.has(*self.ones)
        test = ideas.follows if self.behind else ideas.near
        return test(self.ones, self.others, self.reach)


def clue(written: str) -> Clue:
    """'CHILD ~10 HIT' or 'IF >5 RETALIATE' or 'SECRET'."""
    match = re.fullmatch(r"([A-Z_ ]+?)(?: ([~>])(\d+) ([A-Z_ ]+))?", written)
    assert match is not None, written
    unknown = {*match[1].split(), *(match[4] or "").split()} - set(CONCEPTS)
    assert not unknown, unknown
    return Clue(tuple(match[1].split()), tuple((match[4] or "").split()), int(match[3] or 0), match[2] == ">")


@cache
def _tables() -> _Tables:
    words: dict[str, set[str]] = {}
    exact: dict[str, set[str]] = {}
    near: dict[str, set[str]] = {}
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for concept, entries in CONCEPTS.items():
        for entry in " ".join(entries.split()).split(","):
            parts = entry.split()
            if len(parts) > 1:
                after = phrases.setdefault(parts[0].lstrip("="), {}).setdefault(parts[1], [])
                after.append((tuple(parts[2:]), concept))
            elif entry.strip().startswith("="):
                exact.setdefault(entry.strip()[1:], set()).add(concept)
            elif parts:
                words.setdefault(parts[0], set()).add(concept)
                if len(parts[0]) >= _FUZZY_FROM and concept in FORGIVEN:
                    for slip in slips(parts[0]):
                        near.setdefault(slip, set()).add(concept)
    return _Tables(
        {w: frozenset(c) for w, c in words.items()},
        {w: frozenset(c) for w, c in exact.items()},
        {w: frozenset(c) for w, c in near.items() if w not in words},
        {w: {after: tuple(p) for after, p in two.items()} for w, two in phrases.items()},
    )


@lru_cache(maxsize=30_000)
def _concepts(word: str) -> frozenset[str]:
    """Concepts of one word alone."""
    tables = _tables()
    found = {*tables.exact.get(word, ()), *tables.exact.get(bare(word), ())}
    stems = forms(word)
    for stem in stems:
        found |= tables.words.get(stem, frozenset())
    if not found and _FUZZY_FROM <= len(word) <= _FUZZY_TO:
        found = _misspelt(stems, tables)
    return frozenset(found)


def _misspelt(stems: tuple[str, ...], tables: _Tables) -> set[str]:
    found: set[str] = set()
    for stem in stems:
        if len(stem) >= _FUZZY_FROM - 1:
            found |= tables.slips.get(stem, frozenset())
        if len(stem) >= _FUZZY_FROM:
            for shorter in shortened(stem):
                found |= {c for c in tables.words.get(shorter, ()) if c in FORGIVEN}
    return found


def ideas(text: tuple[Word, ...]) -> Ideas:
    """Every concept named in the words of a text; linear in their number."""
    tables = _tables()
    at: dict[str, list[int]] = {}
    for i, word in enumerate(text):
        for concept in _concepts(word.folded):
            at.setdefault(concept, []).append(i)
        for rest, concept in _begun(text, i, tables):
            if _continues(text, i + 2, rest):
                at.setdefault(concept, []).append(i)
    _other_sense(text, at)
    _ages(text, at)
    # The end of a sentence keeps words apart.
    return Ideas({c: tuple(sorted({i + _STOP * text[i].sentence for i in p})) for c, p in at.items()})


def _begun(text: tuple[Word, ...], i: int, tables: _Tables) -> Iterator[tuple[tuple[str, ...], str]]:
    """Phrases whose first two words stand here: by the first alone there would be hundreds."""
    if i + 1 == len(text):
        return
    for stem in forms(text[i].folded):
        seconds = tables.phrases.get(stem)
        if seconds:
            for after in forms(text[i + 1].folded):
                yield from seconds.get(after, ())


def _continues(text: tuple[Word, ...], i: int, rest: tuple[str, ...]) -> bool:
    if i + len(rest) > len(text):
        return False
    return all(r in forms(text[i + k].folded) for k, r in enumerate(rest))


# A word that means something else before another: 'jatuh tempo', 'darah tinggi', 'memukul rata'.
_HARMLESS_BEFORE = {
    "jatuh": word_set("tempo hari harga hati"),
    "darah": word_set("tinggi rendah"),
    "memukul": word_set("rata"),
    "gas": word_set("melon elpiji lpg subsidi"),
    "rahasia": word_set("umum negara"),
    "tembak": word_set("harga"),
}


def _other_sense(text: tuple[Word, ...], at: dict[str, list[int]]) -> None:
    """'pukul 09.00' is a time and no blow, 'jatuh tempo' no accident."""
    for i, word in enumerate(text[:-1]):
        after = text[i + 1].folded
        if after in _HARMLESS_BEFORE.get(word.folded, ()) or (
            word.folded == "pukul" and after[0].isdecimal()
        ):
            for concept in [c for c, places in at.items() if i in places]:
                at[concept].remove(i)
                if not at[concept]:
                    del at[concept]


def _ages(text: tuple[Word, ...], at: dict[str, list[int]]) -> None:
    """'umur 14 tahun', 'kelas 5 SD', '(9 th)': a child."""
    for i, word in enumerate(text[:-1]):
        after = text[i + 1].folded
        if word.folded in ("umur", "usia", "berumur", "berusia", "umurnya", "usianya", "aged", "age"):
            further = [w.folded for w in text[i + 1 : i + 4]]
            number = next((f for f in further if f.isdecimal()), "")
            if number and int(number[:4]) < 18:
                at.setdefault("CHILD", []).append(i)
        elif word.folded == "kelas" and (after.isdecimal() or after in _CLASSES):
            at.setdefault("CHILD", []).append(i)


_CLASSES = word_set("i ii iii iv v vi vii viii ix x xi xii satu dua tiga empat lima enam")
