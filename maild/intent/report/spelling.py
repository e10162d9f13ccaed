"""Proper names found by a spelling that is much like theirs, however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

_SHARED = 2  # pairs of letters shared at least by two words of five letters that are alike to 84


class Spellings:
    """Names, each with whom it means (agencies, regions); found by pairs of letters, not one by one."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._meant = {name: tuple(sorted(ids)) for name, ids in names.items()}
        self._by_pair: dict[str, list[str]] = {}
        for word in self._meant:
            for pair in _pairs(word):
                self._by_pair.setdefault(pair, []).append(word)

    def alike(self, word: str, least: int) -> list[tuple[float, tuple[str, ...]]]:
        """How much alike (of 100, at least `least`) and whose, for every name written like `word`."""
        shared = Counter(name for pair in _pairs(word) for name in self._by_pair.get(pair, ()))
        found = []
        for name, count in shared.items():
            if count >= _SHARED:
                score = fuzz.ratio(word, name, score_cutoff=least)
                if score:
                    found.append((score, self._meant[name]))
        return found

    def meant(self, word: str, least: int) -> frozenset[str]:
        """Whom the names most like `word` mean; nothing where none is alike enough."""
        found = self.alike(word, least)
        best = max((score for score, _ in found), default=0.0)
        return frozenset(one for score, ids in found if score == best for one in ids)


def _pairs(word: str) -> set[str]:
    return {word[i : i + 2] for i in range(len(word) - 1)}
