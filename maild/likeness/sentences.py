"""Two texts for a person to read side by side: which sentences of one the other one has as well."""

from __future__ import annotations

from dataclasses import dataclass

from maild.intent.report.text import sentences
from maild.likeness.words import READ, telling_words

_SAME = 0.6  # of the telling words of a sentence
_SHOWN = 900  # characters


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    same: bool


def marked(text: str, other: str) -> tuple[tuple[Sentence, ...], bool]:
    """The first sentences of `text`, each with whether `other` tells it too; and whether there are more."""
    theirs = frozenset(telling_words(other))
    found: list[Sentence] = []
    left = _SHOWN
    for sentence in sentences(text[:READ]):
        if not sentence:
            continue
        if left <= 0:
            return tuple(found), True
        shown = sentence if len(sentence) <= left else sentence[:left].rstrip() + "…"
        found.append(Sentence(shown, _told(sentence, theirs)))
        left -= len(sentence)
    return tuple(found), False


def _told(sentence: str, theirs: frozenset[str]) -> bool:
    words = set(telling_words(sentence))
    return bool(words) and len(words & theirs) >= _SAME * len(words)
