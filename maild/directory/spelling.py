"""Proper names found by a spelling that is much like theirs, however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rapidfuzz import fuzz

_SHARED = (
    2  # pairs of letters that two words of five letters or more share at least when they are alike to 84
)


class Spellings:
    """Words of names, each with the agencies that bear it; looked up by pairs of letters, not one by one."""

    def __init__(self, words: Mapping[str, set[str]]) -> None:
        self._agencies = {word: tuple(sorted(ids)) for word, ids in words.items()}
        self._by_pair: dict[str, list[str]] = {}
        for word in self._agencies:
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
                    found.append((score, self._agencies[name]))
        return found


def _pairs(word: str) -> set[str]:
    return {word[i : i + 2] for i in range(len(word) - 1)}
