"""`maild read` and `maild route`: what maild makes of a mail, without touching any case."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from maild.cli.ending import FAILED, Ending
from maild.cli.options import Chosen, common
from maild.cli.printing import address, document, fields, visible, visible_lines

if TYPE_CHECKING:
    from maild.config import Config

Document = dict[str, Any]


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@common()
def read(chosen: Chosen, files: tuple[str, ...]) -> None:
    """Explains mails: kind, intent, numbers, new text. FILE is a mail as bytes (.eml); - is stdin.

    A configuration is used when there is one: it knows staff, agencies and the form of case numbers.
    """
    from maild.cli.reader import Reader

    with Reader(_usable(chosen)) as reader:
        _each(files, chosen, reader.read, _tell_mail)


def _usable(chosen: Chosen) -> Config | None:
    """The configuration, if there is one. One that merely lies in this folder may be half written."""
    if chosen.path is None:
        return None
    try:
        return chosen.configuration()
    except Ending:
        if chosen.config or os.environ.get("MAILD_CONFIG"):
            raise
        click.echo(f"{chosen.path} has errors (see `maild check`) and is not used", err=True)
        return None


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option("--text", help="The text of a complaint instead of a file.")
@click.option(
    "--office", "code", metavar="CODE", help="The office that receives it, where there are several."
)
@common()
def route(chosen: Chosen, files: tuple[str, ...], text: str | None, code: str | None) -> None:
    """Explains where a report would go, and why."""
    if not files and text is None:
        raise click.UsageError("name a FILE, or give --text TEXT")
    from maild.cli.reader import Reader, Router

    with Reader(chosen.configuration()) as reader:
        router = Router(reader, code)
        if text is not None:
            _out(router.route_text(text), chosen, _tell_route)
        _each(files, chosen, router.route, _tell_route)


def _each(
    files: Iterable[str],
    chosen: Chosen,
    step: Callable[[bytes, str], Document],
    tell: Callable[[Document], None],
) -> None:
    """One document a file; a file that cannot be opened is named and the others are done."""
    missing = []
    for file in files:
        try:
            raw = _bytes(file)
        except OSError as error:
            missing.append(f"{visible(file)}: {error.strerror}")
            continue
        _out(step(raw, file), chosen, tell)
    if missing:
        raise Ending(FAILED, *missing)


def _bytes(file: str) -> bytes:
    with click.open_file(file, "rb") as opened:
        content = opened.read()
    assert isinstance(content, bytes)
    return content


def _out(found: Document, chosen: Chosen, tell: Callable[[Document], None]) -> None:
    if chosen.as_json:
        document(found)
    else:
        tell(found)


def _tell_mail(one: Document) -> None:
    click.echo(visible(one["file"]))
    kind = one["kind"] + (f" / {one['intent']}" if one["intent"] else "")
    marks = [name for name in ("auto_reply", "bulk", "quoted") if one[name]]
    fields(
        [
            ("kind", kind + (f"  ({', '.join(marks)})" if marks else "")),
            ("because", "; ".join(one.get("reasons", ()))),
            ("from", address(one["from"])),
            ("to", ", ".join(map(address, one["to"]))),
            ("subject", one["subject"]),
            ("date", one["date"]),
            ("message-id", one["message_id"]),
            ("answers", one["in_reply_to"]),
            ("cases", ", ".join(one["case_refs"])),
            ("letters", ", ".join(one["letter_refs"])),
            *((name, str(value)) for name, value in one["fields"].items()),
            *_bounced(one["bounce"]),
            *(("attached", _attached(a)) for a in one["attachments"]),
            ("defects", ", ".join(one["defects"])),
        ],
        "  ",
    )
    for line in visible_lines(one["new_text"]).strip().splitlines():
        click.echo(f"  | {line}")
    click.echo()


def _attached(one: Document) -> str:
    """`surat.pdf (application/pdf, 6,408 B): text, 612 characters`."""
    found = f"{one['filename']} ({one['content_type']}, {one['size']:,} B)"
    if one["state"] is None:
        return found
    length = f"{len(one['text']):,} characters" if one["text"] else ""
    return f"{found}: {', '.join(filter(None, (one['state'], length, one['reason'])))}"


def _bounced(bounce: Document | None) -> Iterator[tuple[str, str]]:
    for failed in bounce["recipients"] if bounce else ():
        yield "bounced", f"{failed['address']} {failed['action']} {failed['status'] or ''}"


def _tell_route(one: Document) -> None:
    click.echo(f"{visible(one['file'] or 'text')}: {one['decision']} {', '.join(one['agency_ids'])}".rstrip())
    marks = [name for name in ("urgent", "confidential") if one[name]]
    fields(
        [
            ("marks", ", ".join(marks)),
            *(("reason", reason) for reason in one["reasons"]),
            ("missing", ", ".join(one["missing"])),
            ("repeats", ", ".join(one["duplicates"])),
            *(("candidate", f"{c['score']:5.1f}  {c['agency_id']}  {c['why']}") for c in one["candidates"]),
        ],
        "  ",
    )


COMMANDS = (read, route)
