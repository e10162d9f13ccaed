"""Ways in which mail is damaged, by accident or on purpose. Pure: a random source and bytes give bytes."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, bytes], bytes]

_LARGEST = 400_000  # bytes; beyond, what is found is known: over a limit
_CHARSETS = (
    b"utf-8", b"us-ascii", b"iso-8859-1", b"windows-1252", b"utf-16", b"utf-16le", b"utf-7", b"utf-32",
    b"iso-2022-jp", b"hz", b"big5", b"idna", b"punycode", b"rot13", b"hex", b"undefined", b"unicode_escape",
    b"no-such", b'"', b"x" * 300, b"utf-8;utf-8", b"=?utf-8?q?utf-8?=", b"\xff",
)  # fmt: skip
_ENCODINGS = (b"7bit", b"8bit", b"base64", b"quoted-printable", b"x-uuencode", b"binary", b"BASE 64", b"\xe9")
_TOKENS = (
    b"\r\n\r\n", b"\n\n", b"\r", b"\0", b"--", b"--b", b"--b--", b"From ", b">", b"> > >", b"(", b")", b"<", b"\"",
    b"@", b",", b";", b":", b"=", b"=?", b"?=", b"=?utf-8?q?=0D=0ABcc:_x@y.example?=", b"=?utf-8?b?//8=?=",
    b"=?utf-8*id?B?c2FsYW0=?=", b"\\", b"%", b"\t", b"\x1b[31m", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xff\xfe",
    b"begin 644 x.txt", b"end", b"-- \r\n", b"________________", b"Content-Type: message/rfc822\r\n",
    b"Content-Type: multipart/mixed; boundary=b\r\n", b"Content-Type: text/html\r\n",
    b"filename*0*=utf-8''a%", b"filename*1*=%ff", b'name="../../x"', b"<div>", b"</div>", b"<blockquote>",
    b"<!--", b"-->", b"<![CDATA[", b"&#x110000;", b"&nbsp;", b"Pada tanggal Sen, 3 Agu 2026 pukul 14.11 ",
    b"menulis:", b"On Mon, Aug 3, 2026 at 2:11 PM ", b"wrote:", b"Dari: ", b"Kepada: ", b"Perihal: ",
    b"Final-Recipient: rfc822; ", b"Action: failed\r\n", b"Status: 5.1.1\r\n", b"dmarc=pass ", b"header.from=",
    b"Nama : ", b"NIK : ", b"Alamat : ", b"5103054408850000", b"0812 0000 3318", b"idem",
)  # fmt: skip
_CHARSET = re.compile(rb"charset\s*=\s*\"?[\w-]+\"?", re.IGNORECASE)
_ENCODING = re.compile(rb"(content-transfer-encoding:\s*)[\w-]+", re.IGNORECASE)
_BOUNDARY = re.compile(rb"boundary\s*=\s*\"?[^\s\";]+\"?", re.IGNORECASE)
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]{40,76}\r?\n){2,2000}")
_HEADER = re.compile(rb"(?m)^[A-Za-z-]{2,30}:[ \t]*")


def _cut(random: Random, data: bytes, most: int = 400) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randint(0, most))


def flip(random: Random, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(random.randint(1, 8)):
        if found:
            found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def remove(random: Random, data: bytes) -> bytes:
    start, end = _cut(random, data)
    return data[:start] + data[end:]


def truncate(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def repeat(random: Random, data: bytes) -> bytes:
    """A stretch many times over: what is quadratic shows itself."""
    start, end = _cut(random, data, random.choice((1, 3, 12, 60)))
    times = random.choice((2, 2, 3, 10, 10, 100, 1000, 20_000))
    piece = data[start:end] * times
    return data[:start] + piece[: _LARGEST - len(data)] + data[end:]


def insert(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_TOKENS) + data[at:]


def stammer(random: Random, data: bytes) -> bytes:
    """One telling piece thousands of times."""
    token = random.choice(_TOKENS)
    at = random.randrange(len(data) + 1)
    return data[:at] + (token * random.choice((50, 2000, 30_000)))[:100_000] + data[at:]


def lines(random: Random, data: bytes) -> bytes:
    """A line removed, doubled, moved or begun with a quote mark."""
    found = data.split(b"\n")
    i, j = random.randrange(len(found)), random.randrange(len(found))
    way = random.randrange(4)
    if way == 0:
        del found[i]
    elif way == 1:
        found[i:i] = [found[i]] * random.choice((1, 5, 500))
    elif way == 2:
        found.insert(j, found.pop(i))
    else:
        found[min(i, j) : max(i, j)] = [b">" * random.choice((1, 3, 40)) + b" " + one for one in found[i:j]]
    return b"\n".join(found)[:_LARGEST]


def line_ends(random: Random, data: bytes) -> bytes:
    bare = data.replace(b"\r\n", b"\n")
    return bare.replace(b"\n", random.choice((b"\n", b"\r\n", b"\r", b"\n\r", b"\r\r\n")))


def nest(random: Random, data: bytes) -> bytes:
    """The mail inside others, as multiparts or as attached messages."""
    for level in range(random.choice((1, 2, 5, 15, 30))):
        if random.random() < 0.5:
            head = b"Content-Type: message/rfc822\r\n\r\n"
            data = head + data
        else:
            mark = b"n%d" % level
            kind = random.choice((b"mixed", b"alternative", b"related", b"report", b"digest", b"signed"))
            head = b"Content-Type: multipart/" + kind + b"; boundary=" + mark + b"\r\n\r\n"
            data = head + b"--" + mark + b"\r\n" + data + b"\r\n--" + mark + b"--\r\n"
    return b"From: a@b.example\r\nSubject: Fwd: x\r\n" + data


def giant_header(random: Random, data: bytes) -> bytes:
    """A header field that goes on and on, folded or not."""
    places = list(_HEADER.finditer(data[:20_000]))
    at = random.choice(places).end() if places else 0
    piece = random.choice(
        (b"a", b"(", b"<a@b.example> ", b"a@b.example, ", b"\r\n x", b" ;", b"=?utf-8?q?a?= ")
    )
    return data[:at] + piece * random.choice((50, 900, 6000)) + data[at:]


def encoded_words(random: Random, data: bytes) -> bytes:
    """A salad of encoded words: charsets that lie, halves, words within words."""
    salad = []
    for _ in range(random.randint(1, 40)):
        text = bytes(random.randrange(256) for _ in range(random.randint(0, 12)))
        coded = base64.b64encode(text) if random.random() < 0.5 else text.hex("=").encode()
        way = random.choice((b"b", b"B", b"q", b"Q", b"x", b""))
        salad.append(
            b"=?" + random.choice(_CHARSETS) + b"?" + way + b"?" + coded + random.choice((b"?=", b"?", b"="))
        )
    places = list(_HEADER.finditer(data[:20_000]))
    at = random.choice(places).end() if places else 0
    return data[:at] + random.choice((b" ", b"\r\n ", b"")).join(salad) + data[at:]


def charset(random: Random, data: bytes) -> bytes:
    return _CHARSET.sub(lambda _: b"charset=" + random.choice(_CHARSETS), data)


def encoding(random: Random, data: bytes) -> bytes:
    return _ENCODING.sub(lambda found: found[1] + random.choice(_ENCODINGS), data)


def boundary(random: Random, data: bytes) -> bytes:
    other = random.choice((b"", b"b", b'"b', b"=_", b"b b", b"-", b"\xff", b"b" * 300))
    return _BOUNDARY.sub(lambda _: b"boundary=" + other, data, count=1)


def broken_base64(random: Random, data: bytes) -> bytes:
    def broken(found: re.Match[bytes]) -> bytes:
        text = found[0]
        cut = text[: random.randrange(len(text))]
        return cut + random.choice((b"", b"=", b"===", b"\x80", b" \t", b"!"))

    return _BASE64.sub(broken, data)


def other_charset(random: Random, data: bytes) -> bytes:
    """The body in another charset than the one that is declared."""
    head, mark, body = data.partition(b"\r\n\r\n")
    text = body.decode("utf-8", "replace")
    return (
        head
        + mark
        + text.encode(random.choice(("utf-16", "utf-16-be", "cp1252", "utf-7", "cp037")), "replace")
    )


_OF_TEXT = (flip, remove, truncate, repeat, insert, stammer, lines, line_ends)
_OF_MAIL = (nest, giant_header, encoded_words, charset, encoding, boundary, broken_base64, other_charset)
OF_TEXT: dict[str, Mutation] = {one.__name__: one for one in _OF_TEXT}
ALL: dict[str, Mutation] = OF_TEXT | {one.__name__: one for one in _OF_MAIL}
