"""Looks through every mailbox of the demo for names that must not be there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from maild.demo.imap import Store
from maild.demo.people import CAST, Person

#: What tells who reported: beyond name and address, what the reporter wrote into the report.
_MARKS = {
    "ketut": ("5108010507900000", "0812-0000-4417"),
    "redita": ("5104021203780000", "0812-0000-9026"),
    "larasati": ("5171034408850000", "0812-0000-3358", "Tukad Pancoran"),
    "safitri": ("5102055511880000", "0812-0000-7719"),
    "ardika": ("5103012602810000", "0812-0000-6603"),
    "rupa": ("5107041809750000", "0812-0000-1182"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A mark of a reporter in the mailbox of somebody who must not know."""

    reporter: str
    mark: str
    mailbox: str
    subject: str


def marks(person: Person) -> tuple[str, ...]:
    """Words that give a reporter away: the name, its last word, the mail address, numbers, the home."""
    return (person.name, person.name.split()[-1], person.address, *_MARKS.get(person.key, ()))


def findings(store: Store) -> list[Finding]:
    """Every mark of a citizen in any folder of an agency, a superior or an outsider."""
    citizens = [person for person in CAST if person.role == "citizen"]
    found = []
    for reader in CAST:
        if reader.role not in ("agency", "superior", "outsider"):
            continue
        for name, folder in store.account(reader.address).folders.items():
            if name == "Sent" and reader.role == "outsider":
                continue  # a stranger's own guesses
            for mail in folder.snapshot():
                seen = readable(mail.raw)
                found += [
                    Finding(citizen.name, mark, reader.name, seen.partition("\n")[0])
                    for citizen in citizens
                    for mark in marks(citizen)
                    if re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", seen, re.I)
                ]
    return found


def readable(raw: bytes) -> str:
    """Everything of a mail that a person or a search could read: headers, texts, file names."""
    message = message_from_bytes(raw, policy=policy.default)
    words = [f"{name}: {value}" for name, value in message.items()]
    for part in message.walk():
        words.append(part.get_filename() or "")
        if part.get_content_maintype() == "text" and isinstance(part, EmailMessage):
            words.append(str(part.get_content()))
    return "\n".join(words)
