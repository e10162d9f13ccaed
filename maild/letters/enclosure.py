"""A letter to staff with whole mails enclosed, byte for byte as they came."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from hashlib import sha256

LONGEST_LINE = 998  # RFC 5322 section 2.1.1


def enclose(raw: bytes, mails: Sequence[bytes], seed: str) -> bytes:
    """`raw` with `mails` behind it in a multipart/mixed; the boundary comes from `seed`: no clock, no chance.

    A message/rfc822 part may not be encoded (RFC 2046 section 5.2.1), so a mail with 8-bit bytes or overlong
    lines goes as a base64 .eml file instead: nothing on the way may change it.
    """
    if not mails:
        return raw
    header, _, body = raw.partition(b"\r\n\r\n")
    outer, content = _split(header)
    boundary = b"=_e" + sha256(seed.encode()).hexdigest()[:30].encode()
    mixed = b'Content-Type: multipart/mixed;\r\n boundary="' + boundary + b'"'
    parts = [content + b"\r\n\r\n" + body, *(_part(mail, n) for n, mail in enumerate(mails, 1))]
    mark = b"--" + boundary
    # The line end before a boundary belongs to the boundary (RFC 2046 section 5.1.1): what a mail ends with
    # stays its own.
    joined = b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts)
    return b"\r\n".join([*outer, mixed]) + b"\r\n\r\n" + joined + mark + b"--\r\n"


def _split(header: bytes) -> tuple[list[bytes], bytes]:
    """Header fields without those that describe the content, and the latter."""
    fields: list[bytes] = []
    for line in header.split(b"\r\n"):
        if line[:1] in (b" ", b"\t") and fields:
            fields[-1] += b"\r\n" + line
        else:
            fields.append(line)
    content = [f for f in fields if f.lower().startswith(b"content-type:")]
    return [f for f in fields if f not in content], b"\r\n".join(content)


def _part(mail: bytes, number: int) -> bytes:
    normal = mail.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
    name = f"surel-asli-{number}.eml".encode()
    plain = mail.isascii() and b"\0" not in mail and max(map(len, normal.split(b"\r\n"))) <= LONGEST_LINE
    if plain and normal == mail:
        kind, data = b"message/rfc822", mail
        encoding = b"7bit"
    else:
        kind, data = b"application/octet-stream", base64.encodebytes(mail).replace(b"\n", b"\r\n")
        encoding = b"base64"
    return b"\r\n".join(
        [
            b"Content-Type: " + kind + b'; name="' + name + b'"',
            b"Content-Transfer-Encoding: " + encoding,
            b'Content-Disposition: attachment; filename="' + name + b'"',
            b"",
            data,
        ]
    )
