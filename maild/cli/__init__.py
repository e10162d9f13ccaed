"""The command line. What is heavy (SQLAlchemy, the holidays, the servers) is imported where it is needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from maild import __version__
from maild.cli import agencies, casework, installation, mails, service, waiting
from maild.cli.ending import Ending, of_fault
from maild.cli.options import Chosen

__all__ = ["Ending", "cli", "run"]

_COMMANDS = (
    *installation.COMMANDS,
    *service.COMMANDS,
    *mails.COMMANDS,
    *casework.COMMANDS,
    *waiting.COMMANDS,
    *agencies.COMMANDS,
)


class _InOrder(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [command.name or "" for command in _COMMANDS]


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="maild")
@click.option(
    "--config", metavar="FILE", help="Default: $MAILD_CONFIG, ./config.yaml, /etc/maild/config.yaml."
)
@click.option("--json", "as_json", is_flag=True, help="JSON documents, one a line, instead of text.")
@click.pass_context
def cli(ctx: click.Context, config: str | None, as_json: bool) -> None:
    """Coordinates an Ombudsman office with the focal points of agencies, by ordinary e-mail.

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 75 try again later, 78 configuration error.
    """
    ctx.obj = Chosen(config, as_json)


for _command in _COMMANDS:
    cli.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Carries out one command; returns its exit code. Reasons stand on stderr, one a line."""
    os.umask(0o077)  # a database, its lock, a page of the demo: nobody else's business
    try:
        ended = cli.main(args=None if arguments is None else list(arguments), standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return Ending(1, "stopped").tell()
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; a second complaint at exit would only confuse.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if os.environ.get("MAILD_DEBUG"):
            raise
        return of_fault(error).tell()
    return ended if isinstance(ended, int) else 0
