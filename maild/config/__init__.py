"""config (pure once the file is read): config.yaml -> frozen Config, or every problem with its line."""

from maild.config.holidays import office_calendar
from maild.config.problem import ConfigProblem
from maild.config.reading import Config, find, load
from maild.config.secret import SecretError, credential_name, database_url, read_secret
from maild.config.sections import (
    Authentication,
    CalendarSettings,
    Cases,
    Confidentiality,
    Database,
    Deadline,
    Identity,
    Letters,
    Limits,
    Logging,
    Mailbox,
    Metrics,
    Office,
    Rehearsal,
    Routing,
    StaffMember,
    Submission,
)
from maild.config.shipped import shipped
from maild.config.warned import warnings

__all__ = [
    "Authentication",
    "CalendarSettings",
    "Cases",
    "Confidentiality",
    "Config",
    "ConfigProblem",
    "Database",
    "Deadline",
    "Identity",
    "Letters",
    "Limits",
    "Logging",
    "Mailbox",
    "Metrics",
    "Office",
    "Rehearsal",
    "Routing",
    "SecretError",
    "StaffMember",
    "Submission",
    "credential_name",
    "database_url",
    "find",
    "load",
    "office_calendar",
    "read_secret",
    "shipped",
    "warnings",
]
