"""uuencode (POSIX): files that old programs and scanners put into the text of a mail."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

_BEGIN = re.compile(r"(?m)^begin(-base64)? [0-7]{3,4} ([^\r\n]{1,255})\r?$")
_LINE = re.compile(r"[ -`]{1,90}")


@dataclass(frozen=True, slots=True)
class File:
    """One file of the text; `intact` is False where its code was cut or damaged."""

    name: str
    content: bytes
    intact: bool


def whole(data: bytes) -> bytes | None:
    """A part whose transfer encoding is uuencode: the file in it, None where there is none."""
    _, files = split(data.decode("latin-1"))
    return b"".join(one.content for one in files) if files else None


def split(text: str) -> tuple[str, list[File]]:
    """The text with a line `[name]` in place of each file's code, and the files. What is no code stays."""
    files: list[File] = []
    out: list[str] = []
    at = 0
    while found := _BEGIN.search(text, at):
        content, after, intact = _file(text, found.end() + 1, base64=found[1] is not None)
        out.append(text[at : found.start() if content else found.end()])
        at = found.end()
        if content:  # otherwise a sentence such as `begin 644 words`
            name = found[2].strip()
            files.append(File(name, content, intact))
            out.append(f"[{name}]\n")
            at = after
    return "".join(out) + text[at:], files


def _file(text: str, at: int, *, base64: bool) -> tuple[bytes, int, bool]:
    """The content of the code from `at` on, where the text goes on, and whether the end was reached."""
    found: list[bytes] = []
    while at < len(text):
        line_end = text.find("\n", at)
        after = len(text) if line_end < 0 else line_end + 1
        line = text[at:after].rstrip("\r\n")
        if line.rstrip() in ("end", "===="):
            return b"".join(found), after, True
        data = _base64_line(line) if base64 else _line(line)
        if data is None:
            break
        found.append(data)
        at = after
    return b"".join(found), at, False


def _line(line: str) -> bytes | None:
    """One line: a length character and groups of four; None where it is no such line.

    Blanks at its end may be gone (many mail programs cut them: a blank is six bits of nothing).
    """
    if not _LINE.fullmatch(line):
        return None if line.strip() else b""
    need = ((ord(line[0]) - 32 & 63) + 2) // 3 * 4
    code = line[1:]
    if len(code.rstrip()) > need + 1:  # one check character may follow
        return None
    try:
        return binascii.a2b_uu(line[0] + code[:need].ljust(need))
    except (binascii.Error, ValueError):
        return None


def _base64_line(line: str) -> bytes | None:
    try:
        return binascii.a2b_base64(line)
    except (binascii.Error, ValueError):
        return None
