"""How the database finds its rows: the plan of every statement that a round executes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, event

# A look at every row of one office is as long as its history; these tables stay small.
# The register is read whole, and only when it has changed.
SMALL = frozenset({"meta", "counter", "daily", "agency", "agency_file"})
# q0, q1 … are the few rows that a part of a union has already found by an index (maild.store.likeness).
_WHOLE = re.compile(r"^SCAN (?!CONSTANT|\d|q\d)(\w+)")
_BY_OFFICE = re.compile(r"^SEARCH (\w+) USING .*\(office=\?( AND disposition>\?)?\)$")


@dataclass(frozen=True, slots=True)
class Plan:
    statement: str
    steps: tuple[str, ...]

    @property
    def scans(self) -> tuple[str, ...]:
        """Steps that look at whole tables, or at everything that one office ever had."""
        found = []
        for step in self.steps:
            match = _WHOLE.match(step) or _BY_OFFICE.match(step)
            if match and match[1] not in SMALL:
                found.append(step)
        return tuple(found)


class Listener:
    """Hears every statement of every engine, once each, with the first parameters."""

    def __init__(self) -> None:
        self.heard: dict[str, Any] = {}
        event.listen(Engine, "before_cursor_execute", self._hear)

    def close(self) -> None:
        event.remove(Engine, "before_cursor_execute", self._hear)

    def _hear(self, connection: Any, cursor: Any, text: str, values: Any, context: Any, many: bool) -> None:
        if text.split(" ", 1)[0] in ("SELECT", "UPDATE", "DELETE"):
            self.heard.setdefault(
                re.sub(r"\(\?(, \?)+\)", "(?, …)", text), (text, values[0] if many else values)
            )

    def plans(self, connection: Connection) -> list[Plan]:
        return [self._plan(connection, text, values) for text, values in self.heard.values()]

    def _plan(self, connection: Connection, text: str, values: Any) -> Plan:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
        return Plan(" ".join(text.split()), tuple(row[3] for row in rows))
