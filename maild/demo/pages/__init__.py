"""Pages to look at after the demo: every mailbox, every case, the story.

They open from disk, without a server and without anything from elsewhere; what a mail contains is shown in a
sandbox."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from maild.demo.pages.mailbox import Box, box_of
from maild.demo.pages.timeline import history
from maild.demo.pages.words import FILTERS
from maild.demo.people import CAST, PEOPLE
from maild.demo.secrecy import Finding
from maild.demo.story.chapters import CHAPTERS
from maild.demo.telling import Told
from maild.demo.town import Town

GROUPS = (
    ("citizen", "Citizens"),
    ("agency", "Focal points of agencies"),
    ("superior", "Superiors"),
    ("staff", "The office"),
    ("office", "The mailbox that maild looks after"),
    ("outsider", "Outsiders"),
)


def write_pages(
    out: Path,
    town: Town,
    cases: Sequence[Mapping[str, Any]],
    told: Sequence[Told],
    leaks: Sequence[Finding],
) -> None:
    """Write index.html, story.html, a page per person and a page per case into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    pages = Environment(
        loader=PackageLoader("maild.demo", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters.update(FILTERS)
    boxes = {person.key: box_of(person, town.store.account(person.address), out) for person in CAST}
    where = addresses_of(boxes)
    pages.globals.update(case_page=case_page, where=where, known={case["number"] for case in cases})

    def write(name: str, template: str, **values: object) -> None:
        (out / name).write_text(pages.get_template(template).render(values), encoding="utf-8")

    write("index.html", "index.html", groups=grouped(boxes), cases=cases, leaks=leaks, chapters=CHAPTERS)
    write("story.html", "story.html", days=by_day(told))
    for box in boxes.values():
        write(f"mailbox-{box.person.key}.html", "mailbox.html", box=box)
    for case in cases:
        write(case_page(case["number"]), "case.html", case=case, history=history(case))


def case_page(number: str) -> str:
    return f"case-{re.sub(r'[^A-Za-z0-9]+', '-', number)}.html"


def grouped(boxes: Mapping[str, Box]) -> list[tuple[str, list[Box]]]:
    """The mailboxes under the headings of the index."""
    return [
        (title, [box for box in boxes.values() if PEOPLE[box.person.key].role == role])
        for role, title in GROUPS
    ]


def by_day(told: Sequence[Told]) -> list[tuple[Any, list[Told]]]:
    days: defaultdict[Any, list[Told]] = defaultdict(list)
    for event in told:
        days[event.at.date()].append(event)
    return sorted(days.items())


def addresses_of(boxes: Mapping[str, Box]) -> dict[str, str]:
    """Message-ID (without brackets) -> page and anchor where it can be read; a reader's copy is preferred."""
    found: dict[str, str] = {}
    order = sorted(boxes.values(), key=lambda box: box.person.role in ("office", "staff"))
    for box in order:
        for folder in box.folders:
            for mail in folder.mails:
                found.setdefault(mail.message_id, f"mailbox-{box.person.key}.html#{mail.anchor}")
    return found


__all__ = ["write_pages"]
