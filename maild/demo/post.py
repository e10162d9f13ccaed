"""The post of the demo's world: whose mailbox an address is, and what a receiving server adds to a mail."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.parser import BytesHeaderParser
from email.utils import format_datetime, parseaddr

from maild.demo.imap import Store
from maild.demo.smtp import Envelope

AUTHSERV_ID = "mx.demo.example"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One mail that reached a mailbox, or came back from one (`returned`)."""

    at: datetime
    sender: str  # envelope
    recipient: str  # mailbox, without subaddress
    raw: bytes
    returned: bool = False


class Post:
    """Delivers every mail into the INBOX of its recipient, at the time that `clock` says.

    `dead` addresses are refused at RCPT; `gone` ones are accepted and come back as a delivery report
    (RFC 3464), as happens where one server takes mail in for another.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], authserv_id: str = AUTHSERV_ID) -> None:
        self.store = store
        self.clock = clock
        self.authserv_id = authserv_id
        self.dead: set[str] = set()
        self.gone: set[str] = set()
        self.deferred: set[str] = set()
        self.deliveries: list[Delivery] = []

    def judge(self, address: str) -> str | None:
        """What RCPT TO is answered; None accepts."""
        if mailbox_of(address) in self.dead:
            return "550 5.1.1 no such mailbox"
        if mailbox_of(address) in self.deferred:
            return "451 4.2.1 mailbox busy, try again later"
        return None

    def submitted(self, envelope: Envelope) -> None:
        """A mail that came over SMTP."""
        self.send(envelope.sender, envelope.recipients, envelope.raw, login=envelope.login or envelope.sender)

    def send(self, sender: str, recipients: list[str], raw: bytes, login: str) -> None:
        """Deliver one mail. `login` is who really sent it: DMARC passes when that is the From address."""
        for recipient in recipients:
            gone = mailbox_of(recipient) in self.gone and bool(sender)
            self.deliveries.append(Delivery(self.clock(), sender, mailbox_of(recipient), raw, gone))
            if gone:
                self._return(sender, recipient, raw)
            else:
                self._file(sender, recipient, raw, mailbox_of(login))

    def _file(self, sender: str, recipient: str, raw: bytes, login: str) -> None:
        top = self._received(sender, recipient, mailbox_of(author(raw)) == login, author(raw))
        self.store.account(mailbox_of(recipient)).inbox.add(top + raw, self.clock())

    def _received(self, sender: str, recipient: str, aligned: bool, author: str) -> bytes:
        """Return-Path (RFC 5321 section 4.4), Delivered-To and Authentication-Results (RFC 8601), topmost."""
        verdict, domain = ("pass" if aligned else "fail"), author.rpartition("@")[2]
        lines = [
            f"Return-Path: <{sender}>",
            f"Delivered-To: {recipient}",
            f"Authentication-Results: {self.authserv_id};",
            f"\tspf={verdict} smtp.mailfrom={sender or 'postmaster'};",
            f"\tdkim={verdict} header.d={domain};",
            f"\tdmarc={verdict} header.from={domain}",
            f"Received: from mail.{domain or 'demo.example'} by {self.authserv_id} (demo) with ESMTPS;",
            f"\t{format_datetime(self.clock())}",
        ]
        return "".join(line + "\r\n" for line in lines).encode()

    def _return(self, sender: str, recipient: str, raw: bytes) -> None:
        """A delivery report to the envelope sender, from the null reverse-path."""
        domain = recipient.rpartition("@")[2]
        postmaster = f"MAILER-DAEMON@mx.{domain}"
        self._file(
            "", sender, delivery_report(postmaster, sender, recipient, raw, self.clock()), postmaster.lower()
        )


def mailbox_of(address: str) -> str:
    """The mailbox behind an address: lower case, without a subaddress (RFC 5233)."""
    local, at, domain = address.strip().lower().partition("@")
    return local.partition("+")[0] + at + domain


def author(raw: bytes) -> str:
    """The addr-spec of the From header."""
    return parseaddr(str(BytesHeaderParser().parsebytes(raw).get("From", "")))[1].lower()


def delivery_report(postmaster: str, sender: str, recipient: str, raw: bytes, at: datetime) -> bytes:
    """A multipart/report (RFC 3462) as Postfix writes it, with the header of the mail that failed."""
    domain, header = recipient.rpartition("@")[2], raw.partition(b"\r\n\r\n")[0]
    values = {
        "postmaster": postmaster,
        "sender": sender,
        "recipient": recipient,
        "domain": domain,
        "date": format_datetime(at),
        "id": f"{int(at.timestamp())}.{zlib.crc32(raw):08x}",
    }
    filled = _REPORT.format(**values).encode().replace(b"\n", b"\r\n")
    return filled.replace(b"HEADER-OF-THE-MAIL", header)


_REPORT = """\
From: Mail Delivery System <{postmaster}>
To: {sender}
Subject: Undelivered Mail Returned to Sender
Date: {date}
Message-ID: <{id}@mx.{domain}>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="{id}"

--{id}
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.{domain}.

I'm sorry to have to inform you that your message could not be
delivered to one or more recipients.

<{recipient}>: host mailstore.{domain} said: 550 5.1.1
    User unknown (in reply to RCPT TO command)

--{id}
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.{domain}
Arrival-Date: {date}

Final-Recipient: rfc822; {recipient}
Original-Recipient: rfc822;{recipient}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--{id}
Content-Type: text/rfc822-headers

HEADER-OF-THE-MAIL

--{id}--
"""
