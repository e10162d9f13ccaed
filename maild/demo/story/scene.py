"""A scene: at its time a person opens the mailbox, finds a mail (or nothing yet), and writes one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parseaddr

from maild.demo import compose
from maild.demo.compose import Outgoing, Received
from maild.demo.people import OFFICE_ADDRESS, Person

WITA = timezone(timedelta(hours=8), "WITA")
PATIENCE = timedelta(days=3)

#: The mailbox of any person of the cast, newest mail first.
Mailboxes = Callable[[str], list[Received]]


@dataclass(frozen=True, slots=True)
class Desk:
    """What one person sees when a scene begins."""

    person: Person
    at: datetime
    mailboxes: Mailboxes

    def find(self, *words: str) -> Received | None:
        """The newest mail that holds all these words, in its sender, subject or text."""
        for mail in self.mailboxes(self.person.key):
            seen = f"{mail.sender}\n{mail.subject}\n{mail.text}".lower()
            if all(word.lower() in seen for word in words):
                return mail
        return None

    def overheard(self, key: str) -> str:
        """The case number of somebody else, as told at a counter; '' while there is none."""
        return next((mail.case for mail in self.mailboxes(key) if mail.case), "")


Act = Callable[[Desk], Outgoing | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """`act` gives the mail, or None while the person has not found what it takes; then it is tried again
    with the next round, for as long as `patience`."""

    at: datetime
    who: str
    tells: str
    act: Act
    patience: timedelta = PATIENCE


@dataclass(frozen=True, slots=True)
class Chapter:
    """One thread of the story; `reporter` is whose case it is, '' when there is none."""

    title: str
    reporter: str
    scenes: tuple[Scene, ...]


def when(day: str, hour: str) -> datetime:
    """`when('03-02', '09:12')`: local time of the office in 2026."""
    return datetime.fromisoformat(f"2026-{day}T{hour}:00").replace(tzinfo=WITA)


def writes(
    at: datetime,
    who: str,
    subject: str,
    text: str,
    tells: str,
    headers: tuple[tuple[str, str], ...] = (),
) -> Scene:
    """A new mail to the office."""

    def act(desk: Desk) -> Outgoing:
        return compose.new(desk.person, OFFICE_ADDRESS, subject, text, desk.at, headers=headers)

    return Scene(at, who, tells, act)


def answers(
    at: datetime, who: str, words: tuple[str, ...], text: str, tells: str, fresh_subject: str = ""
) -> Scene:
    """An answer to the newest mail that holds `words`. `{letter}` in the text is its letter number."""

    def act(desk: Desk) -> Outgoing | None:
        mail = desk.find(*words)
        if mail is None:
            return None
        filled = text.replace("{letter}", letter_number(mail.text)).replace("{case}", mail.case)
        return compose.reply(desk.person, mail, filled, desk.at, fresh_subject)

    return Scene(at, who, tells, act)


def closes(at: datetime, about: str, outcome: str) -> Scene:
    """The officer has read the agency's answer, and closes the case; `about` is a word of that letter."""
    words = ("Jawaban masuk", about)
    return answers(at, "officer", words, f"tutup selesai_instansi {outcome}", "closes the case")


def presses(at: datetime, who: str, words: tuple[str, ...], label: str, tells: str, more: str = "") -> Scene:
    """A press on a mailto: button of a letter."""

    def act(desk: Desk) -> Outgoing | None:
        mail = desk.find(*words)
        return compose.press(desk.person, mail, label, desk.at, more) if mail else None

    return Scene(at, who, tells, act)


def is_away(at: datetime, who: str, words: tuple[str, ...], text: str, tells: str) -> Scene:
    """The person's server answers a letter by itself."""

    def act(desk: Desk) -> Outgoing | None:
        mail = desk.find(*words)
        return compose.auto_reply(desk.person, mail, text, desk.at) if mail else None

    return Scene(at, who, tells, act)


def settles(at: datetime, who: str, about: tuple[str, ...], line: str, tells: str) -> Scene:
    """Staff answer a numbered list: '{n} ok' with the number of the item that holds the words `about`."""

    def act(desk: Desk) -> Outgoing | None:
        for mail in desk.mailboxes(desk.person.key):
            number = item_number(mail.text, about)
            if number and parseaddr(mail.sender)[1] == OFFICE_ADDRESS:
                return compose.reply(desk.person, mail, line.replace("{n}", number), desk.at)
        return None

    return Scene(at, who, tells, act)


def item_number(text: str, about: tuple[str, ...]) -> str:
    """The number of the item of a list that holds all these words, '' when there is none.

    A letter that hands over an answer asks about that alone: its number stands before the words to answer.
    """
    alone = re.search(r"^[-*\s]*(\d+) ok\b", text, re.M)
    if alone and not re.search(r"^[#*\s]*\d+\. ", text, re.M):
        return alone[1] if all(word.lower() in text.lower() for word in about) else ""
    starts = [
        match
        for match in re.finditer(r"^[#*\s]*(\d+)\. ", text, re.M)
        if re.search(rf"^\W*{match[1]} [a-z]+", text[match.end() :], re.M)  # and not a list inside a quote
    ]
    ends = [match.start() for match in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=False):
        item = text[start.start() : end].lower()
        if all(word.lower() in item for word in about):
            return start[1]
    return ""


def letter_number(text: str) -> str:
    """The official number of a letter, as its reader copies it."""
    match = re.search(r"\d+/SRT/[\w./-]+\d", text)
    return match[0] if match else ""
