"""Of the cases that a database found by bands and marks, those that staff are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from maild.likeness.comparison import Likeness, compare
from maild.likeness.portrait import Portrait
from maild.likeness.words import shingles, telling_words

SHOWN = 3
CROWD = 6  # so many found by their words that what most of them share is the form they filled in


@dataclass(frozen=True, slots=True)
class Known:
    """An earlier report. `apart`: numbers of the cases that staff have said to be other ones."""

    number: str
    portrait: Portrait
    long_closed: bool = False
    closed: bool = False
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    number: str
    likeness: Likeness
    closed: bool = False
    agency_ids: tuple[str, ...] = ()


def choose(
    new: Portrait, known: Sequence[Known], *, again: bool = False, names: Iterable[str] = ()
) -> tuple[Found, ...]:
    """At most three, the likeliest first; of two that staff have told apart only the likelier one.
    `names`: of the agencies, which everybody who complains of one writes alike."""
    common = boilerplate([one.portrait for one in known])
    common |= {pair for name in names for pair in shingles(telling_words(name))}
    found: list[tuple[int, int, Known, Likeness]] = []
    for order, one in enumerate(known):
        likeness = compare(new, one.portrait, again=again, long_closed=one.long_closed, boilerplate=common)
        if likeness is not None:
            found.append((-likeness.score, order, one, likeness))
    kept: list[tuple[Known, Likeness]] = []
    for _, _, one, likeness in sorted(found, key=lambda each: each[:2]):
        if not any(better.number in one.apart or one.number in better.apart for better, _ in kept):
            kept.append((one, likeness))
    return tuple(
        Found(one.number, likeness, one.closed, one.portrait.agency_ids) for one, likeness in kept[:SHOWN]
    )


def boilerplate(portraits: Collection[Portrait]) -> frozenset[str]:
    """Shingles that more than half of many reports have: a form, a petition."""
    if len(portraits) < CROWD:
        return frozenset()
    counted = Counter(shingle for one in portraits for shingle in one.shingles)
    return frozenset(shingle for shingle, times in counted.items() if 2 * times > len(portraits))
