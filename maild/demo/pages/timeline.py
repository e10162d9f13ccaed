"""A case's life in one list: what is in its timeline, its letters and its deadlines, in the order of time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from maild.demo.story.scene import WITA


@dataclass(frozen=True, slots=True)
class Moment:
    at: datetime
    kind: Literal["event", "letter", "deadline"]
    title: str
    detail: str
    message_id: str = ""


def history(case: Mapping[str, Any]) -> list[Moment]:
    """Oldest first; letters that never left and deadlines that were dropped included, and marked as such."""
    moments = [_event(event) for event in case["timeline"]]
    for letter in case["letters"]:
        at = letter["sent_at"] or letter["queued_at"]
        detail = ", ".join(
            part for part in (_address(letter["to"]), letter["number"], letter["status"]) if part
        )
        moments.append(Moment(_time(at), "letter", letter["kind"], detail, letter["message_id"] or ""))
    for deadline in case["deadlines"]:
        title = f"{deadline['rule']} ends ({deadline['state']})"
        moments.append(Moment(_time(deadline["due_at"]), "deadline", title, deadline["explanation"] or ""))
    return sorted(moments, key=lambda moment: moment.at)


def _time(value: str) -> datetime:
    return datetime.fromisoformat(value).astimezone(WITA)


def _event(event: Mapping[str, Any]) -> Moment:
    """A line of the timeline; one that names a mail leads to that mail."""
    title, detail = str(event["event"]).replace("_", " "), str(event["detail"] or "")
    by = str(event["by"] or "").partition("@")[0]
    if re.fullmatch(r"\S+@\S+", detail):
        return Moment(_time(event["at"]), "event", title, by, detail)
    return Moment(_time(event["at"]), "event", title, ", ".join(part for part in (by, detail) if part))


def _address(to: Any) -> str:
    return str(to.get("name") or to.get("address")) if isinstance(to, Mapping) else str(to)
