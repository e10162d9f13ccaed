"""The only place where the demo touches the daemon: its rounds, and the cases that they leave."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from maild.config import Config, database_url, load
from maild.daemon.register import open_register
from maild.daemon.room import furnish
from maild.daemon.round import round_of
from maild.daemon.work import Counts, begin_work
from maild.store import Store, views


class Rounds:
    """The daemon of one configuration, furnished once as `maild run` does it, on a simulated clock."""

    def __init__(self, path: Path, begin: datetime) -> None:
        config = load(path)
        if not isinstance(config, Config):
            raise RuntimeError("\n".join(str(problem) for problem in config))
        self._config = config
        self._now = begin
        self._store = Store(database_url(config.database))
        rooms = [
            furnish(config, office, begin, open_register(self._store, office, begin))
            for office in config.offices
        ]
        self._works = [begin_work(self._store, room, lambda: self._now) for room in rooms]
        self.total = Counts()
        self.count = 0

    def once(self, at: datetime) -> Counts:
        """One whole round, the same that `maild once --at` makes."""
        self._now = at
        counts = round_of(self._works)
        self.count += 1
        self.total += counts
        return counts

    def close(self) -> None:
        self._store.close()

    def cases(self) -> list[dict[str, Any]]:
        """Every case in full as `maild show --json` has it, oldest first."""
        with self._store.reading() as connection:
            return list(views.cases(connection, self._config))
