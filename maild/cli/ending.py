"""How a command ends: the exit code of the contract, and the reasons on stderr, one a line."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from maild.cli.printing import visible

FAILED, USAGE, LATER, CONFIG = 1, 2, 75, 78  # 75 and 78 are EX_TEMPFAIL and EX_CONFIG of sysexits(3)

# By name, so that telling an end does not import every wall. Subclasses are found before their bases.
CODES: Mapping[str, int] = {
    "maild.store.engine.StoreUnavailable": LATER,
    "maild.store.engine.StoreRefused": FAILED,
    "maild.mailbox.faults.MailboxUnavailable": LATER,
    "maild.mailbox.faults.MailboxRefused": FAILED,
    "maild.submission.connect.SubmissionUnavailable": LATER,
    "maild.submission.connect.SubmissionRefused": FAILED,
    "maild.confined.child.ReaderUnavailable": LATER,
    "maild.daemon.round.TryLater": LATER,
    "maild.daemon.round.Refused": FAILED,
    "maild.daemon.round.WrongTime": USAGE,
    "maild.daemon.room.Unusable": CONFIG,
    "maild.config.secret.SecretError": CONFIG,
    "builtins.OSError": FAILED,
}


class Ending(Exception):
    """The end of a command with everything that there is to say about it."""

    def __init__(self, code: int, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.code = code
        self.lines = lines

    def tell(self) -> int:
        for line in self.lines:
            click.echo(line, err=True)
        return self.code


def problems(found: Iterable[object]) -> Ending:
    """Configuration errors, all at once."""
    return Ending(CONFIG, *(_clean(str(problem)) for problem in found))


def of_fault(error: Exception) -> Ending:
    """An end for whatever went wrong; what nobody foresaw is called by its place, without its data (P10)."""
    if isinstance(error, Ending):
        return error
    for kind in type(error).__mro__:
        code = CODES.get(f"{kind.__module__}.{kind.__qualname__}")
        if code is not None:
            lines = _clean(str(error)).splitlines() or [type(error).__name__]
            return Ending(code, *(lines if code == CONFIG else [" ".join(lines)]))
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    hint = "please report it; MAILD_DEBUG=1 shows where it comes from"
    return Ending(FAILED, f"maild: internal error {type(error).__name__} at {place}; {hint}")


def _clean(text: str) -> str:
    return "\n".join(visible(line) for line in text.splitlines())
