"""`maild init` and `maild unit`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from maild.config import Config, load, shipped
from maild.daemon.unit import unit
from maild.onboarding import Initialised, Refused, init


def test_what_init_writes_can_be_used_at_once(tmp_path: Path) -> None:
    made = init(tmp_path / "office")
    assert isinstance(made, Initialised)
    config = load(tmp_path / "office" / "config.yaml")
    assert isinstance(config, Config), "\n".join(map(str, config))
    (office,) = config.offices
    assert office.agencies == tmp_path / "office" / "agencies.csv"
    assert office.letters.templates == tmp_path / "office" / "templates"
    copied = {path.name for path in office.letters.templates.iterdir()}
    ours = {path.name for path in (shipped() / "templates").iterdir() if not path.name.startswith(".")}
    assert copied == ours - {"agencies.csv", "places.csv", "services.csv"}
    assert "maild check" in str(made)


@pytest.mark.parametrize("name", ["config.yaml", "agencies.csv", "places.csv", "templates"])
def test_init_never_overwrites(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    made = init(tmp_path)
    assert isinstance(made, Refused)
    assert name in str(made)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "mine"


def test_init_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert isinstance(init(tmp_path / "file" / "office"), Refused)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    init(tmp_path / "office")
    return tmp_path / "office" / "config.yaml"


def directives(text: str) -> list[str]:
    return [line for line in text.splitlines() if "=" in line and not line.startswith("#")]


def test_the_unit_gives_up_every_right_it_does_not_need(config: Path) -> None:
    lines = directives(unit(config, Path("/opt/maild/bin/maild")))
    for line in (
        "Type=notify", "WatchdogSec=5min", "ExecReload=/bin/kill -HUP $MAINPID", "DynamicUser=yes",
        "StateDirectory=maild", "ProtectSystem=strict", "NoNewPrivileges=yes", "PrivateTmp=yes",
        "LimitCORE=0",
        "UMask=0077", "Restart=on-failure", "RestartPreventExitStatus=78", "MemoryMax=768M",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "CapabilityBoundingSet=",
        f"ExecStart=/opt/maild/bin/maild run --config {config}",
    ):  # fmt: skip
        assert line in lines, line


def test_the_unit_names_the_credentials_that_read_secret_looks_for(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from maild.config import read_secret

    lines = directives(unit(config, Path("/opt/maild/bin/maild")))
    credentials = [
        line.removeprefix("LoadCredential=").split(":") for line in lines if "LoadCredential" in line
    ]
    assert [file for _, file in credentials] == [
        str(config.parent / n) for n in ("imap-password", "smtp-password")
    ]
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    for name, _ in credentials:
        (tmp_path / name).write_text(f"{name}\n")
    made = load(config)
    assert isinstance(made, Config)
    assert read_secret(made.offices[0].mailbox) == credentials[0][0]
    assert read_secret(made.offices[0].submission) == credentials[1][0]


def test_a_database_elsewhere_stays_writable(config: Path) -> None:
    assert not [line for line in directives(unit(config, Path("/m"))) if line.startswith("ReadWritePaths")]
    config.write_text(
        config.read_text("utf-8").replace("/var/lib/maild/maild.db", "/srv/kasus/maild.db"), "utf-8"
    )
    assert "ReadWritePaths=/srv/kasus" in directives(unit(config, Path("/m")))


def test_signs_that_mean_something_to_systemd_are_written_so_that_they_do_not(config: Path) -> None:
    lines = directives(unit(config, Path("/opt/a b%h/maild")))
    assert f'ExecStart="/opt/a b%%h/maild" run --config {config}' in lines


def test_a_broken_configuration_still_gives_a_unit_that_says_so(config: Path) -> None:
    config.write_text("office: {}\n")
    text = unit(config, Path("/m"))
    assert "maild check" in text
    assert "LoadCredential" not in text


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_accepts_the_unit(config: Path, tmp_path: Path) -> None:
    file = tmp_path / "maild.service"
    file.write_text(unit(config, Path("/bin/true")))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(file)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    ours = [line for line in done.stderr.splitlines() if "maild.service" in line]
    assert ours == []


def test_the_service_user_can_read_what_init_wrote_whatever_the_umask(tmp_path: Path) -> None:
    import os

    before = os.umask(0o077)
    try:
        init(tmp_path / "etc")
    finally:
        os.umask(before)
    for path in (tmp_path / "etc", *(tmp_path / "etc").rglob("*")):
        assert path.stat().st_mode & 0o004, path
