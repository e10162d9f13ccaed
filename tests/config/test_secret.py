"""Passwords come from files, credentials and the environment, and from nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from maild.config import Database, SecretError, credential_name, database_url, read_secret


def login(path: Path | None = None, env: str | None = None, url: str = "sqlite:////x") -> Database:
    return Database.model_validate(
        {"url": url, "password_file": str(path) if path else None, "password_env": env}
    )


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)


@pytest.mark.parametrize("content", ["rahasia", "rahasia\n", "rahasia\r\n"])
def test_a_file_loses_one_line_end(tmp_path: Path, content: str) -> None:
    (tmp_path / "p").write_bytes(content.encode())
    assert read_secret(login(tmp_path / "p")) == "rahasia"


def test_blanks_belong_to_the_password(tmp_path: Path) -> None:
    (tmp_path / "p").write_text(" a b \n\n")
    assert read_secret(login(tmp_path / "p")) == " a b \n"


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAP_PASSWORD", "rahasia")
    assert read_secret(login(env="IMAP_PASSWORD")) == "rahasia"
    monkeypatch.delenv("IMAP_PASSWORD")
    with pytest.raises(SecretError, match="IMAP_PASSWORD is not set"):
        read_secret(login(env="IMAP_PASSWORD"))


@pytest.mark.parametrize("name", ["imap-password", "etc-maild-imap-password"])
def test_credentials_of_systemd_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / name).write_text("from systemd\n")
    assert read_secret(login(Path("/etc/maild/imap-password"))) == "from systemd"


def test_equal_names_in_two_folders_are_two_credentials() -> None:
    assert credential_name(Path("/etc/a/password")) != credential_name(Path("/etc/b/password"))


def test_what_cannot_be_read_says_where_and_never_what(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "binary").write_bytes(b"canary\xff")
    for path, reason in (
        ("absent", "No such file"),
        ("empty", "is empty"),
        ("binary", "not UTF-8"),
        (".", "Is a dir"),
    ):
        with pytest.raises(SecretError, match=reason) as caught:
            read_secret(login(tmp_path / path))
        assert "canary" not in str(caught.value)
    with pytest.raises(SecretError, match="neither"):
        read_secret(login())


def test_the_database_password_is_joined_to_the_url(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("a/b@c:%\n")
    url = "postgresql+psycopg://maild@db.example/maild"
    assert database_url(login(url=url)) == url
    joined = database_url(login(tmp_path / "p", url=url))
    assert joined == "postgresql+psycopg://maild:a%2Fb%40c%3A%25@db.example/maild"
