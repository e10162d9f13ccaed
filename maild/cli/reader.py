"""Reading and routing for `maild read` and `maild route`: the pure rooms on one mail, without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage
from typing import Any

from maild.cli.ending import USAGE, Ending, problems
from maild.config import Config, Office
from maild.confined import DocumentReader
from maild.directory import Directory, Index, Route, agencies_of, build, concerned
from maild.directory import as_json as route_as_json
from maild.directory import route as find_route
from maild.intent import Correspondent, Meaning, understand
from maild.intent.numbers import CASE_NUMBER, case_pattern, letter_pattern
from maild.message import Message, Unreadable, read
from maild.message.rfc822 import as_json

Document = dict[str, Any]

_LETTER_NUMBER = "{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}"  # config: letters.number by default
_SHORT_CASE = "{seq:04d}-{year}"  # a case within a letter number


class Reader:
    """Knows staff and agencies only when there is a configuration. `close` ends its reader of documents."""

    def __init__(self, config: Config | None) -> None:
        self.config = config
        self._documents = DocumentReader()
        office = config.offices[0] if config else None
        self._case = case_pattern(office.cases.number if office else CASE_NUMBER)
        self._letter = letter_pattern(office.letters.number if office else _LETTER_NUMBER, case=_SHORT_CASE)
        self._directories: dict[str, Directory | None] = {}

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._documents.close()

    def message(self, raw: bytes) -> Message | Unreadable:
        """One mail with what its documents say."""
        message = read(raw)
        return message if isinstance(message, Unreadable) else self._documents.read(message)

    def read(self, raw: bytes, file: str) -> Document:
        """The `read` document of one mail; what cannot be read is 'other' and says why among its defects."""
        message = self.message(raw)
        if isinstance(message, Unreadable):
            return as_json(_blank(message, message.reason), _NOTHING, file)
        try:
            return as_json(message, self.understood(message), file)
        except Exception as error:  # one mail must not hide the others; the daemon would set it aside (R17)
            return as_json(replace(message, defects=(*message.defects, _poison(error))), _NOTHING, file)

    def understood(self, message: Message) -> Meaning:
        who = self._correspondent(message)
        today = message.date.date() if message.date else _today()
        return understand(message, who, case_pattern=self._case, letter_pattern=self._letter, today=today)

    def _correspondent(self, message: Message) -> Correspondent:
        """As the daemon would see the sender of a mail that belongs to no case."""
        address = message.sender.address if message.sender else ""
        for office in self.config.offices if self.config and address else ():
            if address == office.submission.sender.lower():
                return Correspondent("office")
            if any(address == one.email.lower() for one in office.staff):
                return Correspondent("staff")
            directory = self._directory(office)
            if directory is not None and agencies_of(directory, address):
                return Correspondent("agency")
        return Correspondent()

    def _directory(self, office: Office) -> Directory | None:
        """For reading, a list that cannot be used is as good as none; `check` says what is wrong."""
        if office.key not in self._directories:
            try:
                self._directories[office.key] = directory_of(office)
            except Ending:
                self._directories[office.key] = None
        return self._directories[office.key]


class Router:
    """Where reports go; the open cases that a report may repeat are not looked at."""

    def __init__(self, reader: Reader, code: str | None = None) -> None:
        assert reader.config is not None
        self._reader = reader
        self._offices = reader.config.offices
        if code is not None:
            self._offices = tuple(o for o in self._offices if o.key == code.lower())
            if not self._offices:
                known = ", ".join(o.identity.code for o in reader.config.offices)
                raise Ending(USAGE, f"--office: found {code!r}, wanted one of {known}")
        self._indexes = {office.key: index_of(office) for office in self._offices}

    def route(self, raw: bytes, file: str) -> Document:
        message = self._reader.message(raw)
        if isinstance(message, Unreadable):
            return route_as_json(Route("none", (), (), (message.reason,)), None, file)
        try:
            return self._routed(message, file)
        except Exception as error:
            return route_as_json(Route("ask", (), (), (_poison(error),)), None, file)

    def route_text(self, text: str) -> Document:
        mail = EmailMessage()
        mail["From"] = "pelapor@example.invalid"
        mail.set_content(text)
        return {**self.route(mail.as_bytes(), "-"), "file": None}

    def _routed(self, message: Message, file: str) -> Document:
        meaning = self._reader.understood(message)
        office = self._office(message)
        today = datetime.now(office.identity.zone).date()
        index = self._indexes[office.key]
        if meaning.report is None:
            return route_as_json(concerned(index, message, meaning, today=today), None, file)
        route = find_route(index, message, meaning.report, today=today)
        return route_as_json(route, meaning.report, file)

    def _office(self, message: Message) -> Office:
        """The office that the mail was sent to, else the first."""
        to = {one.address for one in (*message.to, *message.cc)}
        return next((o for o in self._offices if o.submission.sender.lower() in to), self._offices[0])


def directory_of(office: Office) -> Directory:
    """The agency list of an office, or the end of the command with everything that is wrong in it."""
    from maild.daemon.register import alone, read_list

    rows = read_list(office)
    if isinstance(rows, tuple):
        raise problems(rows)
    return alone(rows).directory


def index_of(office: Office) -> Index:
    """What routing knows of an office, or the end of the command with everything that is wrong."""
    from maild.daemon.dictionaries import read_dictionaries

    directory = directory_of(office)
    known = read_dictionaries(office, directory)
    if isinstance(known, tuple):
        raise problems(known)
    return build(directory, office.key, known)


_NOTHING = Meaning("other", None, ("cannot be read",))


def _blank(found: Unreadable, defect: str) -> Message:
    return Message(
        sha256=found.sha256,
        size=found.size,
        message_id=None,
        in_reply_to=None,
        references=(),
        date=None,
        sender=None,
        senders=(),
        to=(),
        cc=(),
        reply_to=(),
        subject="",
        text="",
        new_text="",
        quoted=False,
        attachments=(),
        headers={},
        auto_reply=False,
        bulk=False,
        read_receipt=False,
        bounce=None,
        forwarded=None,
        defects=(defect,),
    )


def _poison(error: Exception) -> str:
    return f"cannot be understood: {type(error).__name__}"


def _today() -> date:
    return datetime.now(UTC).date()
