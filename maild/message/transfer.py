"""Content-Transfer-Encoding (RFC 2045 section 6) undone. Damage gives what can be had, never an exception."""

from __future__ import annotations

import binascii
import re

from maild.message import uuencode

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]")
_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_WORDS = re.compile(rb"[A-Za-z0-9+/=][ \t]+[A-Za-z0-9+/]")
_LONG_LINE = re.compile(rb"[A-Za-z0-9+/]{40,}")
_PADDED_INSIDE = re.compile(rb"=[\s=]{0,20}[A-Za-z0-9+/]")
_PADDED = re.compile(rb"=+")
_SOFT_BREAK = re.compile(rb"=[ \t]{1,80}(?=\r?\n)")


def undo(data: memoryview, encoding: str, kind: str) -> tuple[bytes, str | None]:
    """The decoded bytes, and what was wrong in words. What is no valid code stays as it came."""
    name = encoding.strip().strip("\"'").lower().partition(";")[0].rstrip()
    if name == "base64":
        return _base64(data, kind)
    if name in ("quoted-printable", "quotedprintable"):
        return binascii.a2b_qp(_SOFT_BREAK.sub(b"=", data)), None
    if name in ("x-uuencode", "uuencode", "x-uue", "uue"):
        found = uuencode.whole(bytes(data))
        return (bytes(data), "uuencoded part cannot be decoded") if found is None else (found, None)
    return bytes(data), None


def _base64(data: memoryview, kind: str) -> tuple[bytes, str | None]:
    text_kind = kind.startswith(("text/", "message/", "multipart/"))
    if text_kind:
        end = _code_ends(data)
        if end < len(data):
            rest = bytes(data[end:])
            if end == 0:
                return rest, "declared as base64, but is not"
            return b"".join((_pieces(data[:end]), rest)), "text after the base64 code"
    return _pieces(data), None


def _code_ends(data: memoryview) -> int:
    """Where a text part stops to be base64: list software appends footers in plain text to it."""
    if len(_WORDS.findall(data[:2000])) > 1 and not _LONG_LINE.search(data[:2000]):
        return 0
    stranger = _NOT_BASE64.search(data)
    if stranger is None:
        return len(data)
    start = bytes(data[: stranger.start()]).rfind(b"\n") + 1
    rest = bytes(data[start:])
    # A code with some damaged characters goes on in long lines; a footer does not.
    goes_on = len(_LONG_LINE.findall(rest)) * 60 > len(rest) // 2
    return len(data) if goes_on or (len(rest) < 60 and b" " not in rest.strip()) else start


def _pieces(data: memoryview) -> bytes:
    """Decode; programs that join codes leave padding in the middle, where decoders stop."""
    if _PADDED_INSIDE.search(data) is None:
        try:
            return binascii.a2b_base64(data)
        except binascii.Error:
            pass
    found = [_one(piece) for piece in _PADDED.split(_BASE64.sub(b"", data))]
    return b"".join(found)


def _one(code: bytes) -> bytes:
    """One run of the alphabet; a lone last character holds six bits of nothing."""
    if len(code) % 4 == 1:
        code = code[:-1]
    try:
        return binascii.a2b_base64(code + b"=" * (-len(code) % 4))
    except binascii.Error:
        return b""
