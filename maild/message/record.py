"""What one incoming mail is, once its bytes were read: plain frozen values without behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

_ORNAMENT = 64 * 1024  # bytes; a photo of a telephone or a scan has more


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox (RFC 5322 section 3.4): display name and addr-spec, the latter in lower case.

    `address` is '' when the header held nothing that is an addr-spec.
    """

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Extract:
    """What a document among the attachments says, or why it says nothing (wall `confined`).

    `state` is text, scanned (pictures of pages, or none of its text can be had: for a person), refused (a
    bomb, or over a limit), damaged or encrypted. `text` is '' but for text; a scanned one may hold the few
    words beside its pictures, or what OCR made of them: to search in, never to act on. `reason` is English,
    one line, and names what was left out or why nothing came.
    """

    state: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A leaf part that is not the body, or a whole message/rfc822 part kept as it came."""

    filename: str  # as the sender wrote it: data, never a path (T25)
    safe_name: str  # ASCII, no directory, never empty, unique within the mail
    content_type: str
    size: int  # bytes after the transfer encoding was undone
    sha256: str
    content: bytes = field(repr=False)
    extract: Extract | None = None  # None: no document, or nobody looked into it
    content_id: str = ""  # RFC 2392, without angle brackets
    inline: bool = False  # the mail's HTML shows this picture itself: mostly a logo, not what was sent along

    @property
    def ornament(self) -> bool:
        """A small picture inside the HTML: a logo or a rule of a signature, no evidence."""
        return self.inline and self.content_type.startswith("image/") and self.size <= _ORNAMENT


@dataclass(frozen=True, slots=True)
class FailedRecipient:
    """One recipient of a delivery status notification (RFC 3464 section 2.3)."""

    address: str
    action: str  # failed, delayed, delivered, relayed, expanded
    status: str | None  # enhanced status, RFC 3463, such as 5.1.1
    permanent: bool | None
    diagnostic: str | None


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery report; `original_message_id` is without angle brackets."""

    recipients: tuple[FailedRecipient, ...]
    original_message_id: str | None
    envelope_id: str | None = None  # RFC 3461 ENVID

    @property
    def status(self) -> str:
        """The first enhanced status (RFC 3463) that it gives, else ''."""
        return next((one.status for one in self.recipients if one.status), "")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A mail forwarded inside another one, inline or attached: the outermost, that which was passed on.

    All of it is what the forwarder's mail says: a hint, never identity or authority. `attachments` are those
    of the attached mail; what was passed on inline carries its attachments on the mail itself, and they stand
    here too. `why` says by what sign it was taken for passed on and not answered.
    """

    sender: Address | None
    date: datetime | None
    subject: str | None
    text: str
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    message_id: str | None = None  # attached mails only; without angle brackets
    attachments: tuple[Attachment, ...] = ()
    inner: Forwarded | None = None  # what this mail itself passed on
    further: tuple[Forwarded, ...] = ()  # other mails attached beside it
    why: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One mail, read. Message-IDs are without angle brackets; all times are aware.

    Everything here was chosen by the sender: hints, never identity or authority.
    """

    sha256: str
    size: int
    message_id: str | None
    in_reply_to: str | None
    references: tuple[str, ...]  # oldest first, as in the header
    date: datetime | None
    sender: Address | None  # the single mailbox of the single From header, else None (T6)
    senders: tuple[Address, ...]  # every mailbox of every From header
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    subject: str  # decoded, one line, control characters removed (T14)
    text: str  # all readable text; nothing is ever cut from it
    new_text: str  # what this sender newly wrote
    quoted: bool
    attachments: tuple[Attachment, ...]
    headers: Mapping[str, tuple[str, ...]]  # lower-case name -> decoded values, topmost first
    auto_reply: bool  # RFC 3834, or its wording
    bulk: bool  # List-*, Precedence, newsletters
    read_receipt: bool  # RFC 8098
    bounce: Bounce | None
    forwarded: Forwarded | None
    defects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A mail over a limit or beyond parsing: kept as it is and set aside for a person (R18)."""

    sha256: str
    size: int
    reason: str  # such as 'header block of 300,123 bytes, limit 262,144'
