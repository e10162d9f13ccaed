"""What is allowed but deserves a second look; `maild check` prints it, nothing stops because of it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from maild.config.checks import loopback
from maild.config.problem import ConfigProblem, masked
from maild.config.reading import Config
from maild.config.secret import Login, SecretError, read_secret, secret_file
from maild.config.sections import Office
from maild.config.source import Path as Keys
from maild.config.source import Source


def warnings(config: Config) -> tuple[ConfigProblem, ...]:
    """Every warning, by its place. Looks at password files and the environment, without keeping anything."""
    found = [*_machine(config)]
    several = len(config.offices) > 1 or "offices" in config.source.values
    for number, office in enumerate(config.offices):
        found += _Office(config.source, number if several else None, office).warnings()
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: (problem.line, problem.column)))


def _machine(config: Config) -> Iterator[ConfigProblem]:
    source = config.source
    if masked(config.database.url) != config.database.url:
        hint = "everybody who reads this file reads the password"
        yield source.problem(("database", "url"), "a password in the URL", "database.password_file", hint)
    if config.database.password_file or config.database.password_env:
        yield from _secret(source, ("database",), config.database, None)
    listen = config.metrics.listen
    if listen is not None and not loopback(listen.rpartition(":")[0]):
        hint = "anybody who reaches it reads the figures"
        yield source.problem(("metrics", "listen"), repr(listen), "a loopback address", hint)
    if config.rehearsal.enabled and config.rehearsal.redirect_to is None:
        hint = "with rehearsal alone every letter still goes to its real recipient"
        yield source.problem(("rehearsal",), "no redirect_to", "an address that receives every letter", hint)


class _Office:
    def __init__(self, source: Source, number: int | None, office: Office) -> None:
        self.source, self.number, self.office = source, number, office

    def warnings(self) -> Iterator[ConfigProblem]:
        yield from self._authentication()
        yield from self._roles()
        for name, login in (("mailbox", self.office.mailbox), ("submission", self.office.submission)):
            if login.username:
                yield from _secret(self.source, (name,), login, self.number)

    def _warn(self, path: Keys, found: str, wanted: str, hint: str) -> ConfigProblem:
        return self.source.problem(path, found, wanted, hint, block=self.number)

    def _authentication(self) -> Iterator[ConfigProblem]:
        settings = self.office.authentication
        if settings.require_dmarc == "none":
            hint = "anybody who knows an address of your staff can give orders in its name (T4)"
            yield self._warn(("authentication", "require_dmarc"), "'none'", "staff or all", hint)
        elif settings.authserv_id is None:
            hint = (
                "it begins the Authentication-Results of your server; without it no command of staff counts"
            )
            yield self._warn(
                ("authentication", "authserv_id"), "nothing", "the name of your mail server", hint
            )

    def _roles(self) -> Iterator[ConfigProblem]:
        given = {role for person in self.office.staff for role in person.roles}
        for role, why in (("examiner", "answers go to intake"), ("head", "overdue cases go to intake")):
            if role not in given:
                yield self._warn(
                    ("staff",), f"nobody with the role {role}", "at least one", f"until then {why}"
                )


def _secret(source: Source, path: Keys, login: Login, number: int | None) -> Iterator[ConfigProblem]:
    key = (*path, "password_env" if login.password_env else "password_file")
    try:
        read_secret(login)
    except SecretError as error:
        wanted = "the password where the daemon will look for it"
        yield source.problem(key, "no password that can be read", wanted, str(error), block=number)
        return
    if login.password_file is not None and not login.password_env and _open_to_others(login.password_file):
        file = secret_file(login.password_file)
        hint = f"chmod 600 {file}"
        yield source.problem(key, "a file that others may read", "mode 600", hint, block=number)


def _open_to_others(path: Path) -> bool:
    """Group or world may read it. systemd's credentials are guarded by their folder."""
    file = secret_file(path)
    return file == path and bool(file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))
