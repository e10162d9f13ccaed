"""The last gate before the outbox: no trace of the reporter in the finished bytes (P4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from html import unescape
from typing import TypeGuard
from urllib.parse import unquote

from maild.letters.identity import Identity, fold, found, traces

_TAG = re.compile(r"<[^>]*>")
_BLOCK_TAG = re.compile(r"</?(?:p|div|tr|td|th|li|ul|ol|br|h\d|table|title)\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"""(?:href|src|title|alt)\s*=\s*["']([^"']*)""", re.IGNORECASE)


def leaks(raw: bytes, identity: Identity) -> tuple[str, ...]:
    """Kinds of identity ('address', 'name', 'number', 'postal') in the final bytes; empty = clean.

    Strict on purpose: a name word that is also a place (Negara, Kupang) or a word of the language is a hit,
    and a person looks. What is read: every header decoded, every text part with its transfer encoding undone,
    HTML with and without tags, links percent-decoded, other parts byte by byte.
    """
    sought = traces(identity)
    hits: set[str] = set()
    for text in readable(raw):
        hits |= found(fold(text), sought)
    return tuple(sorted(hits))


def readable(raw: bytes) -> Iterable[str]:
    """Everything of a mail that a recipient could read."""
    mail = message_from_bytes(raw)
    for part in mail.walk():
        yield "\n".join(_headers(part.items()))
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        if not _is_bytes(payload):
            continue
        text = _decoded(payload, part.get_content_charset())
        if part.get_content_type() == "text/html":
            yield from _html(text)
        else:
            yield text


def _headers(items: Iterable[tuple[str, str]]) -> Iterable[str]:
    for _, value in items:
        line = " ".join(str(value).split())
        try:
            yield str(make_header(decode_header(line))) if "=?" in line else line
        except (HeaderParseError, LookupError, UnicodeError):
            yield line
        if "%" in line:  # RFC 2231 file names
            yield unquote(line)


def _html(text: str) -> Iterable[str]:
    # Two readings: a tag inside a word (<b>Bu</b>di) is nothing, a block tag is a blank.
    yield unescape(_TAG.sub("", _BLOCK_TAG.sub(" ", text)))
    links = [unquote(unescape(match)) for match in _HREF.findall(text)]
    if links:
        yield "\n".join(links)


def _decoded(payload: bytes, charset: str | None) -> str:
    try:
        return payload.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return payload.decode("latin-1")


def _is_bytes(payload: object) -> TypeGuard[bytes]:
    return isinstance(payload, bytes)
