"""The only place where the demo touches the daemon: rounds, and cases as `maild show --json` has them."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from datetime import datetime
from pathlib import Path
from typing import Any

from maild.config import Config, database_url, load
from maild.daemon.room import furnish
from maild.daemon.round import round_of
from maild.daemon.work import Counts, begin_work
from maild.store import Store


class Rounds:
    """The daemon of one configuration, furnished once as `maild run` does it, on a simulated clock."""

    def __init__(self, path: Path, begin: datetime) -> None:
        config = load(path)
        if not isinstance(config, Config):
            raise RuntimeError("\n".join(str(problem) for problem in config))
        self._path = path
        self._now = begin
        self._store = Store(database_url(config.database))
        rooms = [furnish(config, office, begin.date()) for office in config.offices]
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
        """Every case in full, oldest first."""
        listed = self._command("cases")
        return [self._command("show", case["number"])[0] for case in listed]

    def _command(self, *words: str) -> list[dict[str, Any]]:
        """The JSON documents that a command prints, one a line."""
        from maild.__main__ import main

        printed = io.StringIO()
        with redirect_stdout(printed):
            try:
                main([*words, "--json", "--config", str(self._path)])
            except SystemExit as end:
                if end.code not in (0, None):
                    raise RuntimeError(f"maild {' '.join(words)} ended with {end.code}") from None
        return [json.loads(line) for line in printed.getvalue().splitlines() if line.strip()]
