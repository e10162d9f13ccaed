"""config.yaml -> Config, or everything that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from maild.config import checks, faults
from maild.config.problem import ConfigProblem
from maild.config.sections import Database, Logging, Machine, Metrics, Office, Rehearsal
from maild.config.source import Source, Value, read

M = TypeVar("M", bound=BaseModel)

MACHINE_KEYS = tuple(Machine.model_fields)
_SECRETS = ("password_file", "password_env")
OFFICE_KEYS = tuple(info.alias or name for name, info in Office.model_fields.items())


@dataclass(frozen=True)
class Config:
    """A whole valid configuration. Paths are absolute, `database.url` is ready for SQLAlchemy."""

    path: Path
    offices: tuple[Office, ...]
    database: Database = field(default_factory=Database)
    rehearsal: Rehearsal = field(default_factory=Rehearsal)
    logging: Logging = field(default_factory=Logging)
    metrics: Metrics = field(default_factory=Metrics)
    source: Source = field(default=Source(""), repr=False, compare=False)  # for the places of warnings


def find(explicit: str | None = None) -> Path | None:
    """The file to use: the one named, else $MAILD_CONFIG, ./config.yaml, /etc/maild/config.yaml.

    A file that was named counts even when it is absent: quietly taking another one would surprise.
    """
    named = explicit or os.environ.get("MAILD_CONFIG")
    if named:
        return Path(named)
    usual = (Path("config.yaml"), Path("/etc/maild/config.yaml"))
    return next((path for path in usual if path.is_file()), None)


def load(path: Path) -> Config | tuple[ConfigProblem, ...]:
    """Reads and checks a configuration file, and looks whether the files it names are there.

    Passwords are not read here (secret.read_secret does, when a connection needs one).
    """
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        reason = (error.strerror or "nothing").lower()
        hint = "`maild init DIR` writes a commented one"
        return (ConfigProblem(str(path), 1, 1, "", reason, "a configuration file", hint),)
    except UnicodeDecodeError as error:
        return (ConfigProblem(str(path), 1, 1, "", f"byte {error.start} is not UTF-8", "a text in UTF-8"),)
    source, problems = read(str(path), text)
    if problems and not source.values:
        return problems
    return _build(path, source, problems)


def _build(path: Path, source: Source, before: Iterable[ConfigProblem]) -> Config | tuple[ConfigProblem, ...]:
    folder = path.absolute().parent
    blocks, problems = _blocks(source)
    problems = [*before, *problems]
    shared = {key: source.values[key] for key in MACHINE_KEYS if source.values.get(key) is not None}
    machine = _validated(Machine, shared, folder, source, None, problems)
    offices: list[Office | None] = []
    for block, values in blocks:
        problems += checks.block(source, block, values, folder)
        offices.append(_validated(Office, checks.completed(values, folder), folder, source, block, problems))
    problems += checks.together(source, blocks)
    if problems or machine is None:
        return _in_order(problems)
    good = tuple(office for office in offices if office is not None)
    shared_parts = {name: getattr(machine, name) for name in MACHINE_KEYS}
    return Config(path.absolute(), good, source=source, **shared_parts)


def _in_order(problems: Iterable[ConfigProblem]) -> tuple[ConfigProblem, ...]:
    """By place, each once: a section that two offices inherit is wrong only once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column)))


def _blocks(source: Source) -> tuple[list[checks.Block], list[ConfigProblem]]:
    """The values of each office, what it does not say itself taken from the top level."""
    values = source.values
    problems = [
        faults.unknown_key(source, (key,), (*OFFICE_KEYS, *MACHINE_KEYS, "offices"))
        for key in values
        if key not in OFFICE_KEYS and key not in MACHINE_KEYS and key != "offices"
    ]
    common = {key: value for key, value in values.items() if key in OFFICE_KEYS}
    listed = values.get("offices")
    if listed is None:
        return [(None, common)], problems
    if not isinstance(listed, list) or not listed:
        wanted = "a list of office blocks, each beginning with '-'"
        return [], [*problems, source.problem(("offices",), faults.found(listed), wanted)]
    blocks: list[checks.Block] = []
    for number, own in enumerate(listed):
        if not isinstance(own, dict):
            problems.append(
                source.problem(("offices", number), faults.found(own), "a block with office, mailbox, …")
            )
            continue
        problems += _strays(source, number, own)
        kept = {key: value for key, value in own.items() if key in OFFICE_KEYS}
        blocks.append((number, _inherit(common, kept)))
    return blocks, problems


def _strays(source: Source, number: int, own: Mapping[str, Value]) -> Iterable[ConfigProblem]:
    for key in own:
        path = ("offices", number, key)
        if key in MACHINE_KEYS:
            hint = "one daemon has one, so it stands at the top level"
            yield source.problem(path, repr(key), "a key of one office", hint, at_key=True)
        elif key not in OFFICE_KEYS:
            yield faults.unknown_key(source, path, OFFICE_KEYS)


def _inherit(common: Mapping[str, Value], own: Mapping[str, Value]) -> dict[str, Value]:
    """Key by key within a section; lists, and the two ways to name a password, are replaced as a whole."""
    made = dict(common)
    for key, value in own.items():
        above = common.get(key)
        if isinstance(value, dict) and isinstance(above, dict):
            own_secret = any(name in value for name in _SECRETS)
            kept = {name: item for name, item in above.items() if not (own_secret and name in _SECRETS)}
            made[key] = {**kept, **value}
        else:
            made[key] = value
    return made


def _validated(
    model: type[M],
    values: object,
    folder: Path,
    source: Source,
    block: int | None,
    problems: list[ConfigProblem],
) -> M | None:
    try:
        return model.model_validate(values, context={"folder": folder})
    except ValidationError as error:
        problems += [
            faults.translated(source, block, model, fault) for fault in error.errors(include_url=False)
        ]
        return None
