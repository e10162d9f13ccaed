"""What every command has in common: `--config` and `--json`, before or after its name."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maild.cli.ending import CONFIG, LATER, Ending, problems

if TYPE_CHECKING:
    from maild.config import Config
    from maild.store import Store

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options that stand before or after the command; the later one wins."""

    config: str | None = None
    as_json: bool = False

    @property
    def path(self) -> Path | None:
        from maild.config import find

        return find(self.config)

    def needed(self) -> Path:
        path = self.path
        if path is None:
            looked = "$MAILD_CONFIG, ./config.yaml, /etc/maild/config.yaml"
            hint = "name it with --config FILE; `maild init DIR` writes a commented one"
            raise Ending(CONFIG, f"no configuration: looked for {looked}; {hint}")
        return path

    def configuration(self) -> Config:
        """The valid configuration, or the end of the command with every problem."""
        return loaded(self.needed())


def loaded(path: Path) -> Config:
    from maild.config import Config, load

    config = load(path)
    if not isinstance(config, Config):
        raise problems(config)
    return config


def common(json: bool = True) -> Callable[[Command], Command]:
    """Adds `--config` (and `--json`) and hands the command a Chosen as its first argument."""

    def decorate(command: Command) -> Command:
        @click.pass_context
        @wraps(command)
        def called(ctx: click.Context, /, config: str | None, as_json: bool = False, **values: Any) -> Any:
            before = ctx.obj if isinstance(ctx.obj, Chosen) else Chosen()
            chosen = replace(before, config=config or before.config, as_json=as_json or before.as_json)
            return command(chosen, **values)

        if json:
            called = click.option("--json", "as_json", is_flag=True, help="JSON documents, one a line.")(
                called
            )
        return click.option("--config", metavar="FILE", help="The configuration to use.")(called)

    return decorate


@contextlib.contextmanager
def opened(config: Config, *, make: bool = False) -> Iterator[Store]:
    """The database. One that is not there is an error unless `make`: a command that only looks, perhaps as
    root, must not leave behind a database that the daemon cannot write."""
    from maild.config import database_url
    from maild.store import Store

    url = database_url(config.database)
    file = Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None
    if file is not None and not make and not file.exists():
        raise Ending(LATER, f"database: there is no {file} yet; `maild run` or `maild once` makes it")
    try:
        store = Store(url)
    except OSError as error:
        raise Ending(LATER, f"database: {error.filename}: {error.strerror}") from error
    try:
        yield store
    finally:
        store.close()
