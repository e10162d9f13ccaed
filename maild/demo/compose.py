"""Mails as ordinary mail programs write them: new ones, replies with quotes, pressed buttons, absences."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from urllib.parse import parse_qsl, unquote

from maild.demo.people import Person

_DAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_SIGNATURES = {"phone": "\n\nDikirim dari ponsel saya", "gmail": "", "outlook": "", "roundcube": ""}


class _Policy(policy.EmailPolicy):
    """Keeps message identifiers as they are; the library would encode long ones (cpython 79986)."""

    def _fold(self, name, value, refold_binary=False):  # type: ignore[no-untyped-def]
        if name.lower() in ("message-id", "in-reply-to", "references"):
            return name + ": " + (self.linesep + " ").join(str(value).split()) + self.linesep
        return super()._fold(name, value, refold_binary)  # type: ignore[misc]


POLICY = _Policy(linesep="\r\n", cte_type="7bit", max_line_length=998)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail on its way: where it goes, its bytes, and how the story names it."""

    to: str
    raw: bytes
    subject: str
    forged: bool = False  # the From header is somebody else's


@dataclass(frozen=True, slots=True)
class Received:
    """A mail as its reader sees it."""

    raw: bytes
    at: datetime
    sender: str  # 'Name <address>'
    reply_to: str  # address an answer goes to
    subject: str
    message_id: str
    references: str
    text: str
    html: str
    automatic: bool

    @property
    def case(self) -> str:
        """The case number in brackets at the front of the subject, '' when there is none."""
        match = re.search(r"\[(\d+/[^\]]+)\]", self.subject)
        return match[1] if match else ""


def read(raw: bytes, at: datetime) -> Received:
    """Read a mail as a mail program shows it."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    sender = str(message.get("From", ""))
    return Received(
        raw,
        at,
        sender,
        parseaddr(str(message.get("Reply-To") or sender))[1],
        " ".join(str(message.get("Subject", "")).split()),
        str(message.get("Message-ID", "")).strip(),
        " ".join(str(message.get("References", "")).split()),
        _content(plain),
        _content(rich),
        str(message.get("Auto-Submitted", "no")).lower() != "no",
    )


def _content(part: object) -> str:
    if not isinstance(part, EmailMessage):
        return ""
    content = part.get_content()
    return content.replace("\r\n", "\n") if isinstance(content, str) else ""


def new(
    person: Person,
    to: str,
    subject: str,
    text: str,
    at: datetime,
    forged: str = "",
    headers: Iterable[tuple[str, str]] = (),
) -> Outgoing:
    """A fresh mail. `forged` is a From header of somebody else, `headers` are added as they are."""
    message = _start(person, to, subject, at, forged)
    for name, value in headers:
        message[name] = value
    _fill(message, person, text + _SIGNATURES[person.program], "")
    return Outgoing(to, message.as_bytes(policy=POLICY), subject, bool(forged))


def reply(person: Person, mail: Received, text: str, at: datetime, fresh_subject: str = "") -> Outgoing:
    """An answer with the quote that the person's mail program makes.

    With `fresh_subject` it is what people do who cannot find the letter any more: a new mail, a subject of
    their own, no reference to anything, nothing quoted.
    """
    if fresh_subject:
        return new(person, parseaddr(mail.sender)[1], fresh_subject, text, at)
    prefix = {"outlook": "RE: ", "roundcube": "Re: ", "phone": "Re: ", "gmail": "Re: "}[person.program]
    subject = mail.subject if re.match(r"re:", mail.subject, re.I) else prefix + mail.subject
    message = _start(person, mail.reply_to, subject, at)
    message["In-Reply-To"] = mail.message_id
    message["References"] = f"{mail.references} {mail.message_id}".strip()
    _fill(message, person, text + _SIGNATURES[person.program], _quote(person, mail))
    return Outgoing(mail.reply_to, message.as_bytes(policy=POLICY), subject)


def auto_reply(person: Person, mail: Received, text: str, at: datetime) -> Outgoing:
    """An absence notice as servers send it (RFC 3834)."""
    subject = f"Balasan otomatis: {mail.subject}"
    message = _start(person, parseaddr(mail.sender)[1], subject, at)
    message["In-Reply-To"] = mail.message_id
    message["References"] = mail.message_id
    message["Auto-Submitted"] = "auto-replied"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(text)
    return Outgoing(mail.reply_to, message.as_bytes(policy=POLICY), subject)


def press(person: Person, mail: Received, label: str, at: datetime, more: str = "") -> Outgoing | None:
    """Press a mailto: button of the letter and send the mail that opens; None without such a button."""
    for target, name in _buttons(mail.html):
        if label.lower() in name.lower():
            to, _, query = target.partition("?")
            fields = {key.lower(): value for key, value in parse_qsl(query.replace("+", "%2B"))}
            message = _start(person, unquote(to), fields.get("subject", mail.subject), at)
            if "in-reply-to" in fields:
                message["In-Reply-To"] = fields["in-reply-to"]
            message.set_content(fields.get("body", "") + more + _SIGNATURES[person.program] + "\n")
            return Outgoing(unquote(to), message.as_bytes(policy=POLICY), str(message["Subject"]))
    return None


def _buttons(page: str) -> Iterable[tuple[str, str]]:
    """(mailto target without the scheme, label) of each button."""
    for target, inner in re.findall(r"<a\b[^>]*\bhref=\"mailto:([^\"]*)\"[^>]*>(.*?)</a>", page, re.S | re.I):
        yield html.unescape(target), html.unescape(re.sub(r"<[^>]+>", "", inner)).strip()


def _start(person: Person, to: str, subject: str, at: datetime, forged: str = "") -> EmailMessage:
    message = EmailMessage()
    name, address = parseaddr(forged) if forged else (person.name, person.address)
    message["From"] = Address(name, addr_spec=address)
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    # Made from what the mail is, so that every run of the demo is the same.
    token = hashlib.sha256(f"{person.key} {at.isoformat()} {subject}".encode()).hexdigest()[:24]
    message["Message-ID"] = f"<{token}@{person.address.partition('@')[2]}>"
    return message


def _quote(person: Person, mail: Received) -> str:
    """The quoted letter with the line above it, as the program writes them in Indonesian."""
    at, sender = mail.at, mail.sender
    name = parseaddr(sender)[0] or sender
    body = mail.text.rstrip("\n")
    quoted = "\n".join(f"> {line}".rstrip() for line in body.split("\n"))
    day = f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
    if person.program == "outlook":
        return (
            f"\n\n________________________________\nDari: {sender}\nDikirim: {day} {at:%H.%M}\n"
            f"Kepada: {person.name} <{person.address}>\nPerihal: {mail.subject}\n\n{body}\n"
        )
    if person.program == "roundcube":
        return f"\n\nPada {at:%Y-%m-%d %H:%M}, {name} menulis:\n\n{quoted}\n"
    line = (
        f"Pada tanggal {_DAYS[at.weekday()]}, {day} pukul {at:%H.%M} {name} <{parseaddr(sender)[1]}> menulis:"
    )
    return f"\n\n{line}\n\n{quoted}\n"


def _fill(message: EmailMessage, person: Person, text: str, quote: str) -> None:
    message.set_content(text + quote + ("\n" if not quote else ""))
    if person.program not in ("gmail", "phone"):
        return
    rich = f'<div dir="ltr">{_lines(text)}</div>'
    if quote:
        rich += f'<div class="gmail_quote"><blockquote>{_lines(quote)}</blockquote></div>'
    message.add_alternative(rich, subtype="html")


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
