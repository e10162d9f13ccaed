"""Texts as the scoreboard compares them: never more generous than ../shared/corpus/README.md allows."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

_LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\w+")
_ASCII_WORD = re.compile(r"(?<![^\x00-\x7f]|[a-z0-9_])[a-z0-9_]{3,}(?![^\x00-\x7f]|[a-z0-9_])")
_UNSEEN = ("script", "style", "title", "template")
_VOID = ("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "wbr")
_WITHIN_WORDS = ("b", "i", "u", "em", "strong", "font", "span", "small", "big", "a", "sup", "sub", "wbr")
_WHITE = ("#ffffff", "#fff", "white")


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
        self._unseen: list[str] = []  # open elements within one that nobody sees, itself included

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (self._unseen or tag in _UNSEEN or _is_hidden(attrs)) and tag not in _VOID:
            self._unseen.append(tag)
        self._apart(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
        self._apart(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)

    def _apart(self, tag: str) -> None:
        if tag not in _WITHIN_WORDS:
            self.pieces.append(" ")


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    values = {name: (value or "").lower().replace(" ", "") for name, value in attrs}
    return values.get("color") in _WHITE or "display:none" in values.get("style", "")


def words_of_html(html: str) -> str:
    """Text that is seen; white letters count as unseen, as spam uses them."""
    visible = _Visible()
    visible.feed(html)
    visible.close()
    return "".join(visible.pieces)
