"""`maild unit`: a systemd unit for this installation that can do as little harm as possible.

The daemon runs as a user that exists only while it runs (DynamicUser), sees the system read-only, writes to
/var/lib/maild alone, and gets its passwords as credentials: nobody but root needs to read their files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from maild.config import Config, credential_name, load

_STATE = Path("/var/lib/maild")

_UNIT = """\
# Written by `maild unit`. Save as /etc/systemd/system/maild.service, then:
#   systemctl daemon-reload && systemctl enable --now maild
# Run `maild unit` again when password files or the database move.{notes}
[Unit]
Description=maild, coordination of reports by e-mail
Wants=network-online.target
After=network-online.target postgresql.service

[Service]
Type=notify
NotifyAccess=main
ExecStart={executable} run --config {config}
ExecReload=/bin/kill -HUP $MAINPID
# SIGTERM lets the daemon finish the step in hand; a letter after its final dot may take ten minutes.
KillSignal=SIGTERM
KillMode=mixed
TimeoutStopSec=11min
TimeoutStartSec=2min
WatchdogSec=5min
Restart=on-failure
RestartSec=10s
# A configuration error does not mend itself.
RestartPreventExitStatus=78

DynamicUser=yes
User=maild
StateDirectory=maild
StateDirectoryMode=0700
UMask=0077
WorkingDirectory={folder}
Environment=TZ=UTC PYTHONUNBUFFERED=1
{credentials}{writable}
# No core dump holds a report or a password.
LimitCORE=0
MemoryMax=768M
TasksMax=64
# Memory that runs out ends a child that reads mails or documents, not the daemon with it.
OOMPolicy=continue

ProtectSystem=strict
ProtectHome={home}
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
ProcSubset=pid
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
LockPersonality=yes
RemoveIPC=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
# setrlimit stays allowed: mails and documents are read by children with limits of their own.
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
"""


def unit(config_path: Path, executable: Path) -> str:
    """The text of maild.service. Without a valid configuration it is complete but for the passwords."""
    path = config_path.absolute()
    loaded = load(path)
    config = loaded if isinstance(loaded, Config) else None
    notes = (
        ""
        if config
        else "\n# The configuration has errors (see `maild check`): the passwords are missing below."
    )
    needed = [path, executable.absolute(), *(_read(config) if config else ())]
    return _UNIT.format(
        notes=notes,
        executable=_quoted(executable.absolute()),
        config=_quoted(path),
        folder=_escaped(path.parent),
        credentials="".join(f"{line}\n" for line in (_credentials(config) if config else ())),
        writable="".join(f"ReadWritePaths={_quoted(folder)}\n" for folder in _writable(config)),
        # A checkout or a configuration below a home folder has to stay visible.
        home="read-only" if any(_at_home(each) for each in needed) else "yes",
    )


def _credentials(config: Config) -> Iterator[str]:
    """One LoadCredential per password file; config.read_secret looks for the same names."""
    logins = [login for office in config.offices for login in (office.mailbox, office.submission)]
    files = [login.password_file for login in (*logins, config.database) if not login.password_env]
    for file in sorted({file for file in files if file is not None}):
        yield f"LoadCredential={_escaped(credential_name(file))}:{_escaped(file)}"


def _writable(config: Config | None) -> list[Path]:
    """The folder of an SQLite file that lies outside of the state directory."""
    if config is None or not config.database.url.startswith("sqlite:///"):
        return []
    folder = Path(config.database.url.removeprefix("sqlite:///").partition("?")[0]).parent
    return [] if folder == _STATE or _STATE in folder.parents else [folder]


def _read(config: Config) -> Iterator[Path]:
    for office in config.offices:
        yield from (office.agencies, office.letters.templates, *office.calendar.files)


def _at_home(path: Path) -> bool:
    return any(path.is_relative_to(home) for home in ("/home", "/root", "/run/user"))


def _escaped(path: Path | str) -> str:
    """A specifier of systemd begins with %, so a literal one is doubled (systemd.unit(5))."""
    return str(path).replace("%", "%%")


def _quoted(path: Path) -> str:
    text = _escaped(path)
    if not any(sign in text for sign in " \t'\"\\$"):
        return text
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{inner}"'
