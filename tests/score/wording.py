"""Texts as the scoreboard compares them: never more generous than ../shared/corpus/README.md allows."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

_LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\w+")
_ASCII_WORD = re.compile(r"(?<![^\x00-\x7f]|[a-z0-9_])[a-z0-9_]{3,}(?![^\x00-\x7f]|[a-z0-9_])")
_UNSEEN = ("script", "style", "head", "title", "template")


def blocks(text: str) -> str:
    """Line ends alike, blanks at line ends and outer blank lines gone."""
    lines = [line.rstrip() for line in _LINE_END.split(text)]
    return "\n".join(lines).strip("\n").strip()


def collapsed(text: str) -> str:
    return " ".join(text.split())


def squeezed(text: str) -> str:
    return "".join(text.split())


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def lost(wanted: str, found: str) -> list[str]:
    """Words of `wanted` that `found` holds less often, in their order."""
    left = Counter(words(found))
    missing = []
    for word in words(wanted):
        if left[word]:
            left[word] -= 1
        else:
            missing.append(word)
    return missing


def ascii_words(text: str) -> list[str]:
    """Words of three ASCII letters at least that touch no other letter, for bytes whose charset is in doubt."""
    return _ASCII_WORD.findall(text.casefold())


class _Visible(HTMLParser):
    """The words of HTML by the simplest means: an oracle that shares nothing with maild's own walker."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _UNSEEN and tag != "head"
        self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and tag != "head" and self._hidden:
            self._hidden -= 1
        self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def words_of_html(html: str) -> str:
    visible = _Visible()
    visible.feed(html)
    visible.close()
    return "".join(visible.pieces)
