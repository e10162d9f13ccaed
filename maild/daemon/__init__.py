"""daemon (shell): wires the rooms; polls, ticks, drains, stops. The only room that reads the clock."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maild.config import Config
    from maild.daemon.work import Counts


def once(config: Config, at: datetime | None = None) -> Counts:
    """One whole round; see maild.daemon.round."""
    from maild.daemon.round import once as one_round  # sqlalchemy is slow to import

    return one_round(config, at)


__all__ = ["once"]
