"""The wall of this room after start: passwords, and the database address that carries one (T37)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol
from urllib.parse import quote


class Login(Protocol):
    """A section that names its password: mailbox, submission, database."""

    @property
    def password_file(self) -> Path | None: ...
    @property
    def password_env(self) -> str | None: ...


class SecretError(Exception):
    """A password cannot be read. The text says where it was looked for, never what was found."""


def read_secret(login: Login) -> str:
    """The password of a section, read anew at each call so that a changed one needs no restart.

    A file loses one line end. Of systemd's credentials both names count: the one that `maild unit` gives
    (credential_name) and the bare file name.
    """
    if login.password_env:
        value = os.environ.get(login.password_env)
        if not value:
            raise SecretError(f"the environment variable {login.password_env} is not set")
        return value
    if login.password_file is None:
        raise SecretError("neither password_file nor password_env is given")
    file = secret_file(login.password_file)
    try:
        value = file.read_text("utf-8").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise SecretError(f"{file}: {reason}; it should hold the password and nothing else") from None
    if not value:
        raise SecretError(f"{file} is empty; it should hold the password")
    return value


def secret_file(path: Path) -> Path:
    """Where a password file really is: among the credentials of the systemd unit, else where it says."""
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    if credentials:
        for name in (credential_name(path), path.name):
            if (Path(credentials) / name).is_file():
                return Path(credentials) / name
    return path


def credential_name(path: Path) -> str:
    """The name of a password file as a systemd credential, different for different paths.

    `/etc/maild/imap-password` -> `etc-maild-imap-password`.
    """
    return "-".join(part for part in path.parts if part != path.anchor)


class DatabaseLogin(Login, Protocol):
    @property
    def url(self) -> str: ...


def database_url(database: DatabaseLogin) -> str:
    """The URL for SQLAlchemy, with the password of `password_file` or `password_env` put in."""
    if database.password_file is None and not database.password_env:
        return database.url
    scheme, _, rest = database.url.partition("://")
    authority, slash, path = rest.partition("/")
    user, at, host = authority.rpartition("@")
    name = user.partition(":")[0]
    return (
        f"{scheme}://{name}:{quote(read_secret(database), safe='')}@{host if at else authority}{slash}{path}"
    )
