"""intent (pure): Message (and what is known of its sender) -> what it means."""

from maild.intent.meaning import Command, Correspondent, Kind, Meaning, Part, Remit, Report, Role
from maild.intent.understanding import understand

__all__ = ["Command", "Correspondent", "Kind", "Meaning", "Part", "Remit", "Report", "Role", "understand"]
