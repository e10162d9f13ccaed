"""The demo: embedded servers on loopback, invented people, and the real daemon between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maild.demo.play import Outcome

__all__ = ["run"]


def run(days: int = 60, out: Path | None = None, echo: Callable[[str], None] = print) -> Outcome:
    """Play the story; see `maild.demo.play`. Imported late: tests want the servers without the daemon."""
    from maild.demo.play import run as play

    return play(days, out, echo)
