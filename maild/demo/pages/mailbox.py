"""One person's mailbox as data for its page."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from maild.demo.imap import Account, Mail
from maild.demo.people import Person
from maild.demo.story.scene import WITA

_TYPEFACE = "<style>body { font: 16px/1.55 system-ui, sans-serif; margin: 1rem; color: #1f2933 }</style>"
_SHOWN = ("From", "To", "Cc", "Date", "Subject", "Reply-To", "In-Reply-To", "Auto-Submitted")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An attachment: written beside the pages where a browser can open it."""

    name: str
    size: int
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One mail, ready to be printed."""

    anchor: str
    at: datetime
    message_id: str
    sender: str
    to: str
    subject: str
    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    raw_header: str
    enclosed: tuple[Enclosed, ...]

    @property
    def document(self) -> str:
        """The HTML part as a document; what comes without a head gets a readable typeface."""
        bare = "<html" not in self.html.lower()
        return _TYPEFACE + self.html if bare else self.html

    @property
    def height(self) -> int:
        """Pixels that the HTML part will roughly need; a sandboxed frame cannot tell."""
        lines = sum(1 + len(line) // 85 for line in self.text.splitlines())
        return max(120, min(lines * 25 + (40 if self.document != self.html else 260), 2400))


@dataclass(frozen=True, slots=True)
class Tray:
    """A folder, newest mail first. `sent`: the interesting column is the recipient."""

    name: str
    sent: bool
    mails: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Box:
    person: Person
    folders: tuple[Tray, ...]

    @property
    def count(self) -> int:
        return sum(len(folder.mails) for folder in self.folders)


def box_of(person: Person, account: Account, out: Path) -> Box:
    """Read every folder; attachments are written to `out`/files."""
    trays = []
    for number, (name, folder) in enumerate(sorted(account.folders.items(), key=_inbox_first)):
        mails = tuple(_shown(mail, f"m{number}-{mail.uid}", out) for mail in reversed(folder.snapshot()))
        if mails or name == "INBOX":
            trays.append(Tray(name, name == "Sent", mails))
    return Box(person, tuple(trays))


def _inbox_first(item: tuple[str, object]) -> tuple[bool, str]:
    return item[0] != "INBOX", item[0]


def _shown(mail: Mail, anchor: str, out: Path) -> Shown:
    message = message_from_bytes(mail.raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    header = {name: " ".join(str(message.get(name, "")).split()) for name in _SHOWN}
    return Shown(
        anchor,
        mail.internaldate.astimezone(WITA),
        str(message.get("Message-ID", "")).strip().strip("<>"),
        _name(header["From"]),
        _name(header["To"]),
        header["Subject"] or "(no subject)",
        tuple((name, value) for name, value in header.items() if value),
        _body(message, "plain"),
        _body(message, "html"),
        mail.raw.partition(b"\r\n\r\n")[0].decode("utf-8", "replace"),
        tuple(_enclosed(part, out) for part in message.walk() if _is_enclosed(part)),
    )


def _name(header: str) -> str:
    """The display name of an address, or the address without its private part."""
    name, address = parseaddr(header)
    return name or re.sub(r"\+[^@]*@", "@", address)


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    content = part.get_content() if part is not None else ""
    return content if isinstance(content, str) else ""


def _is_enclosed(part: object) -> bool:
    return isinstance(part, EmailMessage) and not part.is_multipart() and bool(part.get_filename())


def _enclosed(part: EmailMessage, out: Path) -> Enclosed:
    """Only a PDF becomes a file that opens: nothing else of a mail may run beside the pages."""
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    name = part.get_filename() or "attachment"
    if not data.startswith(b"%PDF-"):
        return Enclosed(name, len(data), "")
    (out / "files").mkdir(exist_ok=True)
    file = out / "files" / f"{hashlib.sha256(data).hexdigest()[:16]}.pdf"
    file.write_bytes(data)
    return Enclosed(name, len(data), f"files/{file.name}")
