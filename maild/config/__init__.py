"""config (pure once the file is read): config.yaml -> frozen Config, or every problem with its line."""

from maild.config.problem import ConfigProblem
from maild.config.reading import Config, find, load
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
    "StaffMember",
    "Submission",
    "find",
    "load",
    "shipped",
]
