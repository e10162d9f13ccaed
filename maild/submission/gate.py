"""The last look at a mail before it may leave: does it go to whom the outbox row says, and to nobody else?

Deliberately shares no code with the room that wrote the bytes: a mistake there must be seen here (T15).
"""

from __future__ import annotations

import email
import email.policy
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
RECIPIENT_FIELDS = ("Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc", "Apparently-To")


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
    end = END_OF_HEADER.search(mail.raw)  # first, so that a large body is not copied for its header
    header = mail.raw[: end.start() if end else None].replace(b"\r\n", b"\n")
    # compat32: the other policies repair and refold what they read.
    fields = email.message_from_bytes(header, policy=email.policy.compat32)
    tos = fields.get_all("To", [])
    if len(tos) != 1:
        return f"the mail has {len(tos)} To headers instead of one"
    for name in RECIPIENT_FIELDS:
        if name in fields:
            return f"the mail has a {name} header"
    addresses = [address for _, address in email.utils.getaddresses([str(tos[0])])]
    if len(addresses) != 1:
        return f"the To header names {len(addresses)} recipients instead of one"
    if addresses[0].lower() != mail.recipient.lower():
        return "the To header names another recipient than the outbox row"
    return None
