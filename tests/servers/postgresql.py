"""A throw-away PostgreSQL on loopback, as root (run as postgres) or not."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Self

from . import ground


class PostgreSQL:
    """`PostgreSQL().start().fresh()` gives the URL of an empty database. Stop it in the end."""

    def __init__(self) -> None:
        self.port = ground.free_port()
        self._user, self._group = "postgres", "postgres"
        self._databases = 0
        self._folder: Path | None = None

    @staticmethod
    def programs() -> Path | None:
        """The newest installed version's programs."""
        found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
        newest = max(found, key=lambda path: float(path.parts[-3]), default=None)
        return newest.parent if newest else None

    @classmethod
    def missing(cls) -> str | None:
        """Why it cannot run here, or None."""
        return None if cls.programs() else "postgresql is not installed"

    def start(self) -> Self:
        self._user, self._group = ground.account("postgres")
        self._folder = ground.own_folder("postgresql-", self._user, self._group)
        data = self._folder / "data"
        self._run(
            "initdb", "-D", data, "-U", "maild", "-A", "trust", "--no-locale", "-E", "UTF8", "--no-sync"
        )
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder}"
        self._run("pg_ctl", "-D", data, "-l", self._folder / "log", "-w", "-o", options, "start")
        return self

    def fresh(self) -> str:
        """SQLAlchemy's URL of a new, empty database."""
        self._databases += 1
        name = f"maild{self._databases}"
        self._run("createdb", "-h", "127.0.0.1", "-p", self.port, "-U", "maild", name)
        return f"postgresql+psycopg://maild@127.0.0.1:{self.port}/{name}"

    def stop(self) -> None:
        if self._folder is not None:
            self._run("pg_ctl", "-D", self._folder / "data", "-m", "immediate", "stop")
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _run(self, program: str, *arguments: object) -> None:
        programs = self.programs()
        assert programs is not None
        command = ground.as_account(
            self._user, self._group, [str(programs / program), *(str(argument) for argument in arguments)]
        )
        # The server inherits its output from pg_ctl; a pipe would keep us waiting for it.
        with Path(os.devnull).open("wb") as nowhere:
            subprocess.run(command, check=True, stdout=nowhere, stderr=nowhere, cwd="/")
