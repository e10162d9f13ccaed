"""What tells whether a machine returned a mail, or a person passes one on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maild.message.body import Body
from maild.message.bounce_words import DAEMON, KEEPER, ORIGINAL_BELOW, ROBOT, SPEC
from maild.message.forwarding import is_forward
from maild.message.mime import Part

Table = dict[str, tuple[str, ...]]
_QUOTE = re.compile(r"(?m)^>|^(?:Pada|On) [^\n]{4,120}:$")
_ANSWER = re.compile(r"^\s*(?:re|bls|balas|aw|sv|antw)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells whether a machine returned a mail. `own`: addresses the report was sent to."""

    table: Table
    sender: str  # decoded From
    subject: str
    text: str
    body: Body
    own: frozenset[str]
    report: bool  # multipart/report about delivery

    @property
    def nobody(self) -> bool:
        """The empty return path (RFC 5321 section 4.5.5), or no sender at all."""
        return _first(self.table, "return-path") == "<>" or not self.sender

    @property
    def daemon(self) -> bool:
        return bool(
            DAEMON.search(self.sender)
            or DAEMON.search(_first(self.table, "return-path"))
            or "x-mlserver" in self.table  # a list program refuses what was sent to its list
        )

    @property
    def keeper(self) -> bool:
        """Postmasters: machines as a rule, but people write from there too, and quote what they answer."""
        return bool(KEEPER.search(self.sender)) and not self.answers

    @property
    def answers(self) -> bool:
        return bool(_ANSWER.match(self.subject)) and (
            "user-agent" in self.table or _QUOTE.search(self.text) is not None
        )

    @property
    def returns(self) -> bool:
        """The mail, or its header, comes back with the words."""
        if self.body.inner or self.body.headers_only or "error message below" in self.text.lower():
            return True
        below = ORIGINAL_BELOW.search(self.text, 1)
        return (
            below is not None and re.search(r"(?im)^[ \t>]*(?:received|message-id):", self.text) is not None
        )

    @property
    def machine(self) -> bool:
        return self.report or self.nobody or self.daemon or self.keeper

    @property
    def submitted(self) -> bool:
        """RFC 3834: programs say that nobody typed it."""
        return _first(self.table, "auto-submitted").lower().startswith("auto")

    @property
    def by_a_person(self) -> bool:
        """A person passes a bounce on, its parts attached: Thunderbird and Apple Mail keep their types."""
        if self.report or self.nobody or self.daemon:
            return False
        if is_forward(self.subject) or self.answers:
            return True
        attached = self.body.reports and "multipart/report" not in _first(self.table, "content-type").lower()
        return bool(attached) and not (self.keeper or ROBOT.search(self.sender) or self.submitted)


def evidence_of(table: Table, root: Part, text: str, body: Body) -> Evidence:
    kind = _first(table, "content-type").lower()
    return Evidence(
        table,
        _first(table, "from"),
        _first(table, "subject"),
        text,
        body,
        frozenset(spec.lower() for value in table.get("to", ())[:2] for spec in SPEC.findall(value)),
        root.get_content_type() == "multipart/report"
        and "disposition" not in kind
        and "feedback" not in kind,
    )


def _first(table: Table, name: str) -> str:
    return (table.get(name) or ("",))[0]
