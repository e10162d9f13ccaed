"""The last look at a mail before it may leave: does it go to whom the outbox row says, and to nobody else?

Deliberately shares no code with the room that wrote the bytes: a mistake there must be seen here (T15).
"""

from __future__ import annotations

import email.utils
import re

from .outcome import Outgoing

# RFC 5321 section 4.1.2, the plain part of it: Dot-string and Domain in ASCII. Quoted local parts, address
# literals and everything that could end a command are left out on purpose (T16).
ATEXT = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
ADDRESS = re.compile(rf"(?P<local>{ATEXT}(?:\.{ATEXT})*)@(?P<domain>{LABEL}(?:\.{LABEL})+)", re.ASCII)
MAX_LOCAL, MAX_ADDRESS = 64, 254  # RFC 5321 section 4.5.3.1
END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
FOLD = re.compile(rb"\n(?=[ \t])")
FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]{0,20}:(.*)")  # RFC 5322 section 2.2, the blank of section 4.5.1
RECIPIENT_FIELDS = (b"cc", b"bcc", b"resent-to", b"resent-cc", b"resent-bcc", b"apparently-to")


def is_plain_address(text: str) -> bool:
    """An addr-spec that is safe in MAIL and RCPT as it stands."""
    matched = ADDRESS.fullmatch(text)
    return matched is not None and len(text) <= MAX_ADDRESS and len(matched["local"]) <= MAX_LOCAL


def objection(mail: Outgoing) -> str | None:
    """Why this mail must not leave, or None. Names no address: the answer ends up in logs."""
    if not is_plain_address(mail.recipient):
        return "the recipient is not a plain address (RFC 5321 section 4.1.2)"
    if mail.envelope_from and not is_plain_address(mail.envelope_from):
        return "the envelope sender is not a plain address"
    if mail.journal is not None and not is_plain_address(mail.journal):
        return "the journal address is not a plain address"
    return _header_objection(mail)


def _header_objection(mail: Outgoing) -> str | None:
    fields = _fields(mail.raw)
    if fields is None:
        return "a line of the header is no field (RFC 5322 section 2.2)"
    tos = [value for name, value in fields if name == b"to"]
    if len(tos) != 1:
        return f"the mail has {len(tos)} To headers instead of one"
    for name, _ in fields:
        if name in RECIPIENT_FIELDS:
            return f"the mail has a {name.decode().title()} header"
    addresses = [address for _, address in email.utils.getaddresses([tos[0].decode("ascii", "replace")])]
    if len(addresses) != 1:
        return f"the To header names {len(addresses)} recipients instead of one"
    if addresses[0].lower() != mail.recipient.lower():
        return "the To header names another recipient than the outbox row"
    return None


def _fields(raw: bytes) -> list[tuple[bytes, bytes]] | None:
    """Names in lower case and values, line ends as they will be sent; None when a line is no field.

    Own and strict: a parser for any mail repairs what it reads, and takes ten times as long.
    """
    end = END_OF_HEADER.search(raw)  # first, so that a large body is not copied for its header
    header = raw[: end.start() if end else None].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    header = FOLD.sub(b"", header.partition(b"\n\n")[0]).rstrip(b"\n")
    found = [FIELD.fullmatch(line) for line in header.split(b"\n")]
    return None if None in found else [(one[1].lower(), one[2]) for one in found if one]
