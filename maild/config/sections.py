"""The sections of config.yaml as frozen models; every key, its form and its default stand here.

Values arrive as the text that stands in the file (see source.py), so a telephone number keeps its zeros.
Relative paths are resolved against the folder given as validation context `folder`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, model_validator

from maild.calendar import Period
from maild.config import forms

Zone = Annotated[str, BeforeValidator(forms.zone)]
Code = Annotated[str, BeforeValidator(forms.code)]
Filled = Annotated[str, BeforeValidator(forms.filled)]
AddrSpec = Annotated[str, BeforeValidator(forms.addr_spec)]
Resolved = Annotated[Path, BeforeValidator(forms.path)]
Elapsed = Annotated[timedelta, BeforeValidator(forms.elapsed)]
Length = Annotated[InstanceOf[Period], BeforeValidator(forms.length)]
Size = Annotated[int, BeforeValidator(forms.size)]
Since = Annotated[InstanceOf[date] | str, BeforeValidator(forms.since)]
Weekdays = Annotated[frozenset[int], BeforeValidator(forms.weekdays)]
Window = Annotated[tuple[time, time], BeforeValidator(forms.window)]
CaseNumber = Annotated[str, BeforeValidator(forms.case_number)]
LetterNumber = Annotated[str, BeforeValidator(forms.letter_number)]
Folder = Annotated[str, BeforeValidator(forms.folder)]
Listen = Annotated[str, BeforeValidator(forms.listen)]
OneOrMore = BeforeValidator(forms.one_or_more)
Port = Annotated[int, Field(ge=1, le=65535)]
Tls = Literal["implicit", "starttls", "none"]
StaffRole = Literal["intake", "examiner", "head", "admin"]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, data: object) -> object:
        """`key:` without a value is the default, except for `subaddress`, where null says something."""
        if not isinstance(data, Mapping):
            return data
        names = {info.alias or name for name, info in cls.model_fields.items()} - {"subaddress"}
        return {key: value for key, value in data.items() if value is not None or key not in names}


class Identity(Section):
    """Who the office is: `office:` in the file."""

    name: Filled
    short_name: str = ""  # '' reads as the name
    code: Code  # stands in case and letter numbers
    city: Filled  # place of the date line of letters
    timezone: Zone
    address: str = ""
    phone: str = ""
    website: str = ""
    language: Literal["id", "en"] = "id"

    @model_validator(mode="before")
    @classmethod
    def _short_name(cls, data: object) -> object:
        return _with_default(data, "short_name", "name")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class Mailbox(Section):
    """The IMAP side of an office."""

    host: Filled
    tls: Tls = "implicit"
    port: Port  # by default the one that belongs to `tls`
    username: Filled
    password_file: Resolved | None = None
    password_env: str | None = None
    auth: Literal["password"] = "password"
    folder: Folder = "INBOX"
    processed_folder: Folder = "Processed"
    quarantine_folder: Folder = "Quarantine"
    sent_folder: Folder = "Sent"
    poll: Elapsed = timedelta(seconds=60)
    idle: bool = True
    since: Since = "first run"  # a date (mail from that local day on is acted on), or 'first run'
    receipts_within: Elapsed = timedelta(hours=48)
    max_size: Size = 25 * 1024 * 1024  # bytes; larger mails are set aside for a person (R18)

    @model_validator(mode="before")
    @classmethod
    def _port(cls, data: object) -> object:
        return _with_port(data, {"starttls": 143, "none": 143}, 993)


class Submission(Section):
    """The SMTP side of an office. Without `username` there is no AUTH."""

    host: Filled
    tls: Tls = "implicit"
    port: Port
    username: str | None = None
    password_file: Resolved | None = None
    password_env: str | None = None
    sender: AddrSpec = Field(alias="from")  # `from` in the file; the office's own address
    connections: Annotated[int, Field(ge=1, le=32)] = 4
    journal: bool = True  # a copy of every letter to our own mailbox: the evidence of the fence (R14)
    subaddress: Literal["+", "-", "=", "_"] | None = "+"  # RFC 5233 separator; null: the server has none

    @model_validator(mode="before")
    @classmethod
    def _port(cls, data: object) -> object:
        return _with_port(data, {"starttls": 587, "none": 25}, 465)


class StaffMember(Section):
    name: Filled
    email: AddrSpec
    roles: Annotated[frozenset[StaffRole], OneOrMore]


class SisterOffice(Section):
    """Another office of the Ombudsman: what concerns its region is transferred to it (PO 58/2023 art. 17)."""

    code: Code  # what staff write behind `transfer`, in any case
    name: Filled
    email: AddrSpec
    regions: Annotated[tuple[Filled, ...], OneOrMore]  # 'Nusa Tenggara Timur', 'Kabupaten Sumba Barat'


class Routing(Section):
    """How far letters to agencies leave by themselves, and who gets them when the focal point cannot."""

    forward: Literal["auto", "ask"] = "auto"
    hold: Elapsed = timedelta(minutes=10)  # staff may stop a letter within this time
    completion: Literal["ask", "auto"] = "ask"  # who asks the reporter for what is missing
    vacant: Literal["ask", "head"] = "ask"  # no focal point, or a term that has ended
    absent: Literal["ask", "deputy"] = "ask"  # an automatic notice of absence came
    bounced: Literal["ask", "deputy"] = "ask"  # a first letter came back
    copy_oversight: Literal["never", "first letter", "always"] = "never"  # tembusan to the inspectorate
    offices: tuple[SisterOffice, ...] = ()
    dictionaries: tuple[Resolved, ...] = ()  # places, offices, services; on top of the shipped ones


class Confidentiality(Section):
    """Who may see the identity of a reporter (UU 37/2008 art. 24(2))."""

    default: Literal["secret_until_released", "open"] = "secret_until_released"


class Letters(Section):
    templates: Resolved  # by default `templates` beside the file, else the shipped ones
    number: LetterNumber = "{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}"
    letterhead: Resolved | None = None
    pdf: bool = True


class Cases(Section):
    number: CaseNumber = "{seq:04d}/{type}/{month_roman}/{year}/{code}"


class Deadline(Section):
    """An override of one built-in rule; nothing changes a deadline without its legal basis and first day."""

    length: Length
    basis: Filled
    valid_from: InstanceOf[date] = Field()

    @model_validator(mode="before")
    @classmethod
    def _valid_from(cls, data: object) -> object:
        if isinstance(data, Mapping) and isinstance(data.get("valid_from"), str):
            return {**data, "valid_from": forms.day(data["valid_from"])}
        return data


class CalendarSettings(Section):
    holidays: Literal["built-in", "none"] = "built-in"
    files: tuple[Resolved, ...] = ()
    working_days: Weekdays = frozenset(range(5))  # Monday is 0
    joint_leave: Literal["day off", "working day"] = "day off"  # cuti bersama
    send_between: Window = (time(8), time(16))  # local time of the office


class Authentication(Section):
    authserv_id: str | None = None  # RFC 8601 section 2.5: only its topmost header is believed (T5)
    require_dmarc: Literal["staff", "all", "none"] = "staff"


class Limits(Section):
    """Automatic receipts, so that a flood or an echo cannot make maild write without end (T11, T12)."""

    per_address_per_day: Annotated[int, Field(ge=0)] = 3
    per_hour: Annotated[int, Field(ge=0)] = 200


class Upkeep(Section):
    """How the register of focal points is kept alive by mail."""

    appointment: Literal["ask", "auto"] = "ask"  # a vacant or expired post: L29 by staff's word, or by itself
    confirmation: Literal["ask", "auto"] = "auto"  # L30 each year, after a bounce, after a long silence
    letters_per_day: Annotated[int, Field(ge=1)] = 20  # of those that can wait, for staff to read the answers


class Office(Section):
    """One office with everything that is its own. `key` names it in the database and in logs."""

    identity: Identity = Field(alias="office")
    mailbox: Mailbox
    submission: Submission
    agencies: Resolved
    staff: tuple[StaffMember, ...]
    routing: Routing = Routing()
    confidentiality: Confidentiality = Confidentiality()
    letters: Letters
    cases: Cases = Cases()
    deadlines: Mapping[str, Deadline] = Field(default_factory=dict)
    calendar: CalendarSettings = CalendarSettings()
    authentication: Authentication = Authentication()
    limits: Limits = Limits()
    upkeep: Upkeep = Upkeep()

    @property
    def key(self) -> str:
        return self.identity.code.lower()


class Database(Section):
    """Where the cases are. The password may stand apart from the address (secret.database_url joins them)."""

    url: Annotated[str, BeforeValidator(forms.database_url)] = "sqlite:////var/lib/maild/maild.db"
    password_file: Resolved | None = None
    password_env: str | None = None


class Rehearsal(Section):
    enabled: bool = False
    redirect_to: AddrSpec | None = None


class Logging(Section):
    format: Literal["auto", "text", "json"] = "auto"
    level: Literal["debug", "info", "warning", "error"] = "info"


class Metrics(Section):
    listen: Listen | None = None  # host:port


class Machine(Section):
    """What all offices of one daemon share."""

    database: Database = Database()
    rehearsal: Rehearsal = Rehearsal()
    logging: Logging = Logging()
    metrics: Metrics = Metrics()


def _with_default(data: object, key: str, other: str) -> object:
    if isinstance(data, Mapping) and not data.get(key) and isinstance(data.get(other), str):
        return {**data, key: data[other]}
    return data


def _with_port(data: object, ports: Mapping[str, int], implicit: int) -> object:
    """Fills in the port that IANA assigned to the kind of TLS (RFC 8314 section 3)."""
    if isinstance(data, Mapping) and data.get("port") is None:
        return {**data, "port": ports.get(str(data.get("tls")), implicit)}
    return data
