"""Rich Text Format 1.9 -> text: groups, control words, hex and Unicode escapes, in one pass."""

from __future__ import annotations

import codecs
import re

from .finding import MOST_CHARACTERS, Finding
from .wording import tidy

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.S
)
# Groups that hold no text of the page; so does every group that begins with \* (destination to be ignored).
_ASIDE = frozenset(
    b"fonttbl colortbl stylesheet info pict object fldinst listtable listoverridetable rsidtbl generator "
    b"themedata colorschememapping datastore latentstyles xmlnstbl bkmkstart bkmkend revtbl".split()
)
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t", b"cell": "\t",
    b"emdash": "\u2014", b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019",
    b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"bullet": "\u2022",
}  # fmt: skip
_DEEP = 500  # groups within groups


class _Page:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self.encoding = "cp1252"
        self.groups: list[tuple[bool, int]] = []
        self.aside = False  # within a group that holds no text
        self.hidden = False
        self.fallback = 1  # \ucN: signs after a \u for readers without Unicode
        self.owed = 0  # of those, still to come

    def add(self, text: str) -> None:
        if self.owed:
            taken = min(self.owed, len(text))
            self.owed -= taken
            text = text[taken:]
        if text and not self.aside and not self.hidden:
            self.size += len(text)
            self.pieces.append(text)


def read(data: bytes) -> Finding:
    """Never raises; what is no RTF gives no text."""
    page = _Page()
    for token in _TOKEN.finditer(data):
        word, number, code, sign, brace, plain = token.groups()
        if word is not None:
            if word == b"bin" and number:
                return Finding("refused", "", "binary data within the text")
            _control(page, word, int(number) if number else None)
        elif code is not None:
            page.add(bytes([int(code, 16)]).decode(page.encoding, "replace"))
        elif sign is not None:
            _symbol(page, sign)
        elif brace == b"{":
            if len(page.groups) >= _DEEP:
                return Finding("refused", "", f"groups nested more than {_DEEP} deep")
            page.groups.append((page.aside, page.fallback))
        elif brace == b"}" and page.groups:
            page.aside, page.fallback = page.groups.pop()
            page.owed, page.hidden = 0, False
        if page.size > MOST_CHARACTERS:
            break
        if plain:
            page.add(plain.decode(page.encoding, "replace"))
    text = tidy("".join(page.pieces))
    return Finding("text", text) if any(map(str.isalnum, text)) else Finding("scanned", "", "no text in it")


def _control(page: _Page, word: bytes, number: int | None) -> None:
    if word in _ASIDE:
        page.aside = True
    elif word in _SIGNS:
        page.owed = 0
        page.add(_SIGNS[word])
    elif word == b"v":
        page.hidden = number != 0
    elif word == b"plain":
        page.hidden = False
    elif word == b"uc" and number is not None:
        page.fallback = min(max(number, 0), 10)
    elif word == b"u" and number is not None:
        page.owed = 0
        code = number % 0x10000
        page.add("" if 0xD800 <= code < 0xE000 else chr(code))
        page.owed = page.fallback
    elif word == b"ansicpg" and number is not None:
        page.encoding = _codec(f"cp{number}")


def _symbol(page: _Page, sign: bytes) -> None:
    if sign == b"*":
        page.aside = True
    elif sign in b"\\{}":
        page.add(sign.decode())
    elif sign in b"\r\n":
        page.add("\n")
    elif sign in b"~_":
        page.add(" " if sign == b"~" else "-")


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:  # also where no file can be opened any more
        return "cp1252"
