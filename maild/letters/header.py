"""Header lines of outgoing mail, written here rather than by EmailMessage.

CPython folds a long display name without its quotes (three recipients instead of one, CVE-2025-1795) and
encodes long References as words, which Outlook drops. These few functions do neither, and cost a tenth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from maild.letters.letter import LetterFault
from maild.message.record import Address

# C0, C1, line and paragraph separators, bidirectional overrides, zero-width signs, lone surrogates (T14).
UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_ADDR_SPEC = re.compile(  # what an SMTP command line can carry without quoting (T16)
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
)
_MSG_ID = re.compile(r"[!-;=?-~]{1,240}")  # printable ASCII without blanks and angle brackets
_WIDTH = 76  # RFC 2047 section 2: a line with an encoded word
_WORD = len("=?utf-8?q??=")
# RFC 2047 section 5 (3): what an encoded word in a phrase may hold literally.
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")
_Q = tuple("_" if b == 32 else chr(b) if b in _SAFE else f"={b:02X}" for b in range(256))
_MAX_REFERENCES = 20  # the first and the newest: enough for every mail program to thread


def clean(value: str) -> str:
    """One line: control and invisible characters become blanks, runs of blanks one."""
    if UNPRINTABLE.search(value):
        value = UNPRINTABLE.sub(" ", value)
    return " ".join(value.split())


def valid_address(address: str) -> bool:
    """Is this an ASCII addr-spec (RFC 5321 section 4.1.2, dot-string form) of legal length?"""
    local = address.rpartition("@")[0]
    return len(address) <= 254 and len(local) <= 64 and _ADDR_SPEC.fullmatch(address) is not None


def valid_message_id(message_id: str) -> bool:
    return _MSG_ID.fullmatch(message_id) is not None


def unstructured(name: str, value: str) -> str:
    """A header of free text, such as Subject: folded at blanks, or RFC 2047 where it is not ASCII."""
    value = clean(value)
    if value.isascii() and "=?" not in value and max(map(len, value.split(" "))) <= _WIDTH - len(name) - 2:
        return _folded(f"{name}: {value}")
    return f"{name}: {encoded(value, len(name) + 2)}"


def mailbox(name: str, mailbox: Address) -> str:
    """An address header with exactly one mailbox (RFC 5322 section 3.4). Raises LetterFault (T16)."""
    if not valid_address(mailbox.address):
        raise LetterFault(f"{name}: not a plain ASCII address; correct it in the directory or the config")
    display = clean(mailbox.name)
    if not display:
        return f"{name}: {mailbox.address}"
    if display.isascii() and "=?" not in display and len(display) <= _WIDTH - len(name) - 6:
        phrase = '"' + display.replace("\\", "\\\\").replace('"', '\\"') + '"'
    else:  # a long quoted string is never folded inside (CVE-2025-1795): it becomes encoded words
        phrase = encoded(display, len(name) + 2)
    last = len(phrase) - phrase.rfind("\n") + (len(name) + 2 if "\n" not in phrase else 0)
    gap = " " if last + len(mailbox.address) + 3 <= _WIDTH else "\r\n "
    return f"{name}: {phrase}{gap}<{mailbox.address}>"


def message_ids(name: str, ids: Iterable[str]) -> str | None:
    """Message-ID, In-Reply-To or References, one id per line; malformed ids of senders are left out."""
    good = [i for i in (raw.strip().strip("<>") for raw in ids) if valid_message_id(i)]
    if len(good) > _MAX_REFERENCES:
        good = good[:1] + good[1 - _MAX_REFERENCES :]
    return f"{name}: " + "\r\n ".join(f"<{i}>" for i in good) if good else None


def encoded(value: str, offset: int) -> str:
    """`value` as RFC 2047 words of at most 75 characters, split between characters, never inside one."""
    words, word, room = [], "", _WIDTH - offset - _WORD
    for char in value:
        piece = "".join(map(_Q.__getitem__, char.encode()))
        if len(word) + len(piece) > room:
            words.append(word)
            word, room = "", _WIDTH - 1 - _WORD
        word += piece
    words.append(word)
    return "\r\n ".join(f"=?utf-8?q?{w}?=" for w in words)


def _folded(line: str) -> str:
    """Fold at a blank, so that unfolding (dropping CRLF) gives back the same text."""
    lines: list[str] = []
    while len(line) > _WIDTH:
        cut = line.rfind(" ", line.find(": ") + 2 if not lines else 1, _WIDTH + 1)
        if cut <= 0:
            break
        lines.append(line[:cut])
        line = line[cut:]
    return "\r\n".join([*lines, line])
