"""Rich text of Outlook: MS-OXRTFCP (compression), MS-OXRTFEX (HTML inside RTF), and RTF to plain text."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

from maild.message import charset

_MOST = 1_000_000  # bytes of RTF; the walk below costs about a microsecond for each
_DEEPEST = 500  # groups inside each other
_PRESET = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_PLAIN_FORM, _PACKED_FORM = b"MELA", b"LZFu"
_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,9})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_BREAKS = {"par": "\n", "line": "\n", "sect": "\n", "row": "\n", "page": "\n", "tab": "\t", "cell": "\t",
           "nestcell": "\t", "nestrow": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
           "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " "}  # fmt: skip
_SKIPPED = frozenset([
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "objdata", "header", "footer",
    "headerl", "headerr", "footerl", "footerr", "filetbl", "listtable", "listoverridetable", "revtbl",
    "generator", "themedata", "colorschememapping", "datastore", "latentstyles", "fldinst", "xmlnstbl",
    "rsidtbl", "mmathPr", "nonshppict",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rich:
    """The text of a document; `html` when it is HTML that travelled inside RTF."""

    text: str
    html: bool


def codec(page: int) -> str:
    """The Python codec of a Windows code page; windows-1252 where there is none."""
    known = {
        65001: "utf-8",
        1200: "utf-16-le",
        20127: "ascii",
        28591: "cp1252",
        10000: "mac-roman",
        936: "gb18030",
    }
    return known.get(page) or charset.codec(f"cp{page}") or "cp1252"


def read(packed: bytes) -> Rich | None:
    """PR_RTF_COMPRESSED -> its text; None where it is damaged or over the limit."""
    source = unpacked(packed)
    return None if source is None else to_text(source)


def unpacked(packed: bytes) -> bytes | None:
    """MS-OXRTFCP section 2.2: a header of 16 bytes, then literals and references into a ring of 4,096."""
    if len(packed) < 16:
        return None
    _, size, form = struct.unpack_from("<II4s", packed)
    if form == _PLAIN_FORM:
        return packed[16 : 16 + min(size, _MOST)]
    if form != _PACKED_FORM or size > _MOST:
        return None
    return _expanded(packed, size)


def _expanded(packed: bytes, size: int) -> bytes | None:
    ring = bytearray(_PRESET.ljust(4096, b" "))
    write, at, out = len(_PRESET), 16, bytearray()
    while at < len(packed) and len(out) < size:
        flags = packed[at]
        at += 1
        for bit in range(8):
            if not flags >> bit & 1:
                if at >= len(packed):
                    return bytes(out) or None
                piece = packed[at : at + 1]
                at += 1
            else:
                if at + 1 >= len(packed):
                    return bytes(out) or None
                start, length = packed[at] << 4 | packed[at + 1] >> 4, (packed[at + 1] & 15) + 2
                at += 2
                if start == write:
                    return bytes(out)
                piece = _from_ring(ring, start, length, write)
            for byte in piece:
                ring[write] = byte
                write = (write + 1) % 4096
            out += piece
    return bytes(out[:size])


def _from_ring(ring: bytearray, start: int, length: int, write: int) -> bytes:
    """A reference may reach into what it is about to write: then the piece repeats itself."""
    distance = (write - start) % 4096
    if distance >= length:
        return bytes(ring[(start + i) % 4096] for i in range(length))
    seed = [ring[(start + i) % 4096] for i in range(distance)]
    return bytes(seed[i % distance] for i in range(length))


@dataclass(slots=True)
class _Group:
    skip: bool = False  # a destination nobody reads
    tag: bool = False  # HTML itself, not text of it
    hidden: bool = False  # between \htmlrtf and \htmlrtf0: RTF's own rendering of a tag
    after_unicode: int = 1  # characters that stand in for a \u, to be left out


@dataclass(slots=True)
class _State:
    page: str = "cp1252"
    html: bool = False
    out: list[str] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)  # \'hh: several may make up one character
    left_out: int = 0

    def flush(self) -> None:
        if self.pending:
            self.out.append(self.pending.decode(self.page, "replace"))
            self.pending.clear()


def to_text(source: bytes) -> Rich:
    """RTF -> plain text, or the HTML that it encapsulates."""
    text = source[:_MOST].decode("latin-1").rstrip("\0")
    state = _State(html="\\fromhtml" in text[:2000])
    groups = [_Group()]
    deeper = 0  # groups open beyond the limit: they share the last one's state
    starred = False
    for found in _TOKEN.finditer(text):
        word, number, code, symbol, brace, plain = found.groups()
        group = groups[-1]
        if brace == "{":
            deeper += len(groups) >= _DEEPEST
            if not deeper:
                groups.append(_Group(group.skip, group.tag, group.hidden, group.after_unicode))
        elif brace == "}":
            if not deeper and len(groups) > 1:
                groups.pop()
            deeper = max(0, deeper - 1)
        elif symbol == "*":
            starred = True
            continue
        elif word:
            _word(state, group, word, number, starred=starred)
        elif code and not group.skip and not group.hidden:
            _byte(state, int(code, 16))
        elif symbol and not group.skip and not group.hidden:
            _write(state, {"~": "\xa0", "_": "-", "-": "", "\n": "\n", "\r": "\n"}.get(symbol, symbol))
        elif plain and not group.skip and not group.hidden:
            _write(state, plain)
        starred = False
    state.flush()
    return Rich("".join(state.out).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), state.html)


def _byte(state: _State, value: int) -> None:
    if state.left_out:
        state.left_out -= 1
    else:
        state.pending.append(value)


def _write(state: _State, text: str) -> None:
    if state.left_out:
        cut = min(state.left_out, len(text))
        state.left_out -= cut
        text = text[cut:]
    state.flush()
    state.out.append(
        text if text.isascii() else text.encode("latin-1", "replace").decode(state.page, "replace")
    )


def _word(state: _State, group: _Group, word: str, number: str | None, *, starred: bool) -> None:
    value = int(number) if number else None
    if starred and word not in ("htmltag", "shppict"):
        group.skip = True
    elif word == "htmltag":
        group.tag, group.hidden = True, False
    elif word == "htmlrtf":
        group.hidden = state.html and value != 0
    elif word == "ansicpg" and value:
        state.page = codec(value)
    elif word == "uc":
        group.after_unicode = max(0, min(value or 0, 10))
    elif word in _SKIPPED:
        group.skip = True
    elif not group.skip and not group.hidden:
        _character(state, group, word, value)


def _character(state: _State, group: _Group, word: str, value: int | None) -> None:
    if word == "u" and value is not None:
        state.flush()
        state.out.append(chr(value % 65536))
        state.left_out = group.after_unicode
    elif word in _BREAKS:
        state.flush()
        # Inside HTML line ends are no content, except where the encapsulation says so by a tag.
        state.out.append(_BREAKS[word])
