"""A message as Outlook keeps it (MS-OXPROPS), and the Internet mail it would have been.

winmail.dat and .msg files hold the same properties in two wrappings. Turned into a mail they are read by
the same reader as everything else, with the same limits.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from maild.message import names, rtf

Value = str | bytes | int | datetime

# Property identifiers, MS-OXPROPS.
SUBJECT, SENT, RECEIVED, TRANSPORT = 0x0037, 0x0039, 0x0E06, 0x007D
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = (0x0042, 0x0C1A), (0x0065, 0x0C1F), (0x5D02, 0x5D01, 0x5D0A)
BODY, RTF, HTML = 0x1000, 0x1009, 0x1013
MESSAGE_ID, IN_REPLY_TO, REFERENCES = 0x1035, 0x1042, 0x1039
DISPLAY_TO, DISPLAY_CC = 0x0E04, 0x0E03
CODE_PAGE = (0x3FDE, 0x3FFD)
KIND, NAME, ADDRESS, SMTP = 0x0C15, 0x3001, 0x3003, 0x39FE  # of a recipient
DATA, LONG_NAME, SHORT_NAME, MIME_TYPE, CONTENT_ID, FLAGS = 0x3701, 0x3707, 0x3704, 0x370E, 0x3712, 0x3714
SHOWN_IN_HTML = 4  # of FLAGS

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_TRANSPORTED = re.compile(r"(?im)^(?!content-|mime-version)[!-9;-~]{1,76}:[^\n]*(?:\n[ \t][^\n]*)*")
_EDGE = "=_outlook"


@dataclass(slots=True)
class Item:
    """Properties of a message, its recipients and attachments; `inner` is a message attached as an object."""

    properties: dict[int, Value] = field(default_factory=dict)
    recipients: list[dict[int, Value]] = field(default_factory=list)
    attachments: list[Item] = field(default_factory=list)
    inner: Item | None = None
    whole: bool = True  # nothing was cut, damaged or left out

    def text(self, *keys: int) -> str:
        """The first of these properties that says something, as text."""
        for key in keys:
            value = self.properties.get(key)
            if isinstance(value, bytes):
                value = value.decode(self.encoding, "replace")
            if isinstance(value, str) and value.strip("\0 \r\n"):
                return value.strip("\0")
        return ""

    def data(self, key: int) -> bytes:
        value = self.properties.get(key)
        return value.encode() if isinstance(value, str) else value if isinstance(value, bytes) else b""

    @property
    def encoding(self) -> str:
        """The codec of 8-bit strings: the message's code page, windows-1252 where it names none."""
        for key in CODE_PAGE:
            page = self.properties.get(key)
            if isinstance(page, int) and page > 0:
                return rtf.codec(page)
        return "cp1252"

    @property
    def file_name(self) -> str:
        return self.text(LONG_NAME, SHORT_NAME, NAME)


def when(ticks: int) -> datetime | None:
    """A FILETIME: tenths of a microsecond since 1601."""
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10)
    except OverflowError:
        return None


def versions(item: Item) -> tuple[str, str]:
    """Plain text and HTML of a message; its RTF stands in for what it lacks."""
    plain, html = item.text(BODY), item.text(HTML)
    packed = item.data(RTF)
    if packed and not (plain and html):
        found = rtf.read(packed)
        if found is None:
            item.whole = item.whole and bool(plain or html)
        elif found.html:
            html = html or found.text
        else:
            plain = plain or found.text
    return plain, html


def as_mail(item: Item) -> bytes:
    """The message in RFC 5322 form, with every attachment; texts in UTF-8."""
    plain, html = versions(item)
    parts = (
        [_part("text/plain; charset=utf-8", plain.encode("utf-8", "replace"))] if plain or not html else []
    )
    if html:
        parts.append(_part("text/html; charset=utf-8", html.encode("utf-8", "replace")))
    body = parts[0] if len(parts) == 1 else _multipart("alternative", parts)
    files = [_file(one) for one in item.attachments]
    head = "\r\n".join(_head(item)).encode("utf-8", "replace")
    return head + b"\r\n" + (_multipart("mixed", [body, *files]) if files else body)


def _head(item: Item) -> list[str]:
    lines = [found[0].rstrip() for found in _TRANSPORTED.finditer(item.text(TRANSPORT).replace("\r\n", "\n"))]
    there = {line.partition(":")[0].strip().lower() for line in lines}
    moment = item.properties.get(SENT) or item.properties.get(RECEIVED)
    address = next((one for one in _addresses(item, *SENDER_SMTP, *SENDER_ADDRESS)), "")
    own = {
        "From": _mailbox(item.text(*SENDER_NAME), address),
        "To": _recipients(item, 1) or item.text(DISPLAY_TO),
        "Cc": _recipients(item, 2) or item.text(DISPLAY_CC),
        "Subject": item.text(SUBJECT),
        "Date": format_datetime(moment) if isinstance(moment, datetime) else "",
        "Message-ID": item.text(MESSAGE_ID),
        "In-Reply-To": item.text(IN_REPLY_TO),
        "References": item.text(REFERENCES),
    }
    lines += [
        f"{name}: {_CONTROL.sub(' ', value).strip()}"
        for name, value in own.items()
        if value.strip() and name.lower() not in there
    ]
    return [*lines, "MIME-Version: 1.0"]


def _addresses(item: Item, *keys: int) -> list[str]:
    """Those that are Internet addresses: inside one organisation Outlook keeps X.500 names instead."""
    return [found for key in keys if "@" in (found := item.text(key))]


def _recipients(item: Item, kind: int) -> str:
    named = [
        Item(one | {key: item.properties[key] for key in CODE_PAGE if key in item.properties})
        for one in item.recipients
    ]
    chosen = (one for one in named if one.properties.get(KIND) == kind)
    return ", ".join(
        _mailbox(one.text(NAME), next(iter(_addresses(one, SMTP, ADDRESS, NAME)), "")) for one in chosen
    )


def _mailbox(name: str, address: str) -> str:
    plain = _CONTROL.sub(" ", name).replace("\\", "").replace('"', "'").strip()
    address = "".join(_CONTROL.sub("", address).split()).strip("<>")
    if not address:
        return f'"{plain}" <>' if plain else ""
    return f'"{plain}" <{address}>' if plain and plain != address else f"<{address}>"


def _part(kind: str, data: bytes, *more: str) -> bytes:
    head = "\r\n".join([f"Content-Type: {kind}", "Content-Transfer-Encoding: base64", *more, "", ""])
    return head.encode("utf-8", "replace") + base64.encodebytes(data)


def _multipart(kind: str, parts: list[bytes]) -> bytes:
    edge = f"{_EDGE}-{kind}".encode()
    joined = b"".join(b"--" + edge + b"\r\n" + part + b"\r\n" for part in parts)
    return (
        f'Content-Type: multipart/{kind}; boundary="{edge.decode()}"\r\n\r\n'.encode()
        + joined
        + b"--"
        + edge
        + b"--\r\n"
    )


def _file(one: Item) -> bytes:
    name = _CONTROL.sub(" ", one.file_name).replace("\\", "/").replace('"', "'")
    shown = bool(int_of(one, FLAGS) & SHOWN_IN_HTML)
    content_id = _CONTROL.sub("", one.text(CONTENT_ID)).strip("<> ")
    place = f'Content-Disposition: {"inline" if shown else "attachment"}; filename="{name}"'
    more = [place, f"Content-ID: <{content_id}>"] if content_id else [place]
    if one.inner is not None:
        return _part("message/rfc822", as_mail(one.inner), *more)
    kind = _CONTROL.sub("", one.text(MIME_TYPE)).strip().lower()
    return _part(
        kind if re.fullmatch(r"[\w.+-]{1,60}/[\w.+-]{1,90}", kind) else names.kind_of(name),
        one.data(DATA),
        *more,
    )


def int_of(item: Item, key: int) -> int:
    value = item.properties.get(key)
    return value if isinstance(value, int) else 0
