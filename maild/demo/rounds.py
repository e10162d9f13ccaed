"""The only place where the demo touches the daemon: rounds, and cases as `maild show --json` has them."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import asdict, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from maild.config import Config, load


class Rounds:
    """The daemon of one configuration, called with simulated times."""

    def __init__(self, path: Path) -> None:
        config = load(path)
        if not isinstance(config, Config):
            raise RuntimeError("\n".join(str(problem) for problem in config))
        self._path = path
        self._config = config
        self.total: dict[str, int] = {}
        self.count = 0

    def once(self, at: datetime) -> Mapping[str, int]:
        """One whole round; the counts of `maild once --json`."""
        from maild.daemon import once

        counts = _figures(once(self._config, at=at))
        self.count += 1
        for name, figure in counts.items():
            self.total[name] = self.total.get(name, 0) + figure
        return counts

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


def _figures(counts: object) -> dict[str, int]:
    values = asdict(counts) if is_dataclass(counts) and not isinstance(counts, type) else dict(counts)  # type: ignore[call-overload]
    return {name: figure for name, figure in values.items() if isinstance(figure, int)}
