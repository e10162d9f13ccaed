"""Messages that belong together: from what `maild read` tells of each, the parent that it answers is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from maild.message import Message
from maild.message.threading import answered
from tests.score.figure import Figure, Verdict, right_share
from tests.score.readings import Reading, Readings
from tests.score.shared import Entry

Tree = Any  # a subject, or [subject, [child, ...], ...]


def figures(readings: Readings) -> Iterator[Figure]:
    by_path = {one["path"]: one for one in readings.shared.corpus}
    verdicts = []
    for group in readings.shared.groups:
        members = [readings.corpus(by_path[path]) for path in group["members"]]
        verdicts += list(_group(group, members))
    yield right_share("threads.parent", "threads: parent found", verdicts, 99)


def _group(group: Entry, members: Sequence[Reading]) -> Iterator[Verdict]:
    expected = group["expected"]
    if expected.get("one_message"):
        ids = {one.document["message_id"] for one in members}
        yield Verdict(members[0].file, len(ids) == 1, "one Message-ID", sorted(map(str, ids)))
    elif "tree_by_subject" in expected:
        yield from _tree(expected["tree_by_subject"], members)
    elif expected.get("algorithm") == "REFERENCES":
        yield from _imap(expected["imap_thread"], members)
    elif expected.get("one_conversation"):
        yield from _one_conversation(members)


def _answered(reading: Reading) -> list[str]:
    """Message-IDs that a mail answers, the nearest first, as the daemon looks them up."""
    return answered(reading.message) if isinstance(reading.message, Message) else []


def _parent(reading: Reading, members: Sequence[Reading]) -> Reading | None:
    """The nearest answered mail among the members that is not the mail itself."""
    known = {one.document["message_id"]: one for one in members if one is not reading}
    return next((known[one] for one in _answered(reading) if one in known), None)


def _one_conversation(members: Sequence[Reading]) -> Iterator[Verdict]:
    """Each member but the first names a mail of the conversation, or one that another member names too."""
    for reading in members[1:]:
        others = {
            i for one in members if one is not reading for i in (one.document["message_id"], *_answered(one))
        }
        own = [*_answered(reading), reading.document["message_id"]]
        yield Verdict(reading.file, any(i in others for i in own), "linked to its conversation", own)


def _imap(thread: str, members: Sequence[Reading]) -> Iterator[Verdict]:
    """RFC 5256 notation: (3 2)(1) says that 2 answers 3, and 1 stands alone."""
    for chain in re.findall(r"\(([\d ]+)\)", thread):
        numbers = [int(number) for number in chain.split()]
        for parent, child in zip([None, *numbers], numbers, strict=False):
            reading = members[child - 1]
            # Two mails that name each other are one conversation; which is older is for the date to say.
            near = {members[n - 1].document["message_id"] for n in numbers if n != child}
            found = _parent(reading, members)
            known = found.document["message_id"] if found else None
            right = (known in near) if parent is not None else (known is None or known in near)
            yield Verdict(reading.file, right, f"answers {parent}", known)


def _tree(tree: Tree, members: Sequence[Reading]) -> Iterator[Verdict]:
    """Parents by subject; a root that has none may be missing from the mailbox (a ghost)."""
    wanted = dict(_edges(tree, None))
    for reading in members:
        subject = reading.document["subject"]
        if subject not in wanted:
            continue
        found = _parent(reading, members)
        known = found.document["subject"] if found else None
        yield Verdict(reading.file, known == wanted[subject], wanted[subject], known)


def _edges(tree: Tree, parent: str | None) -> Iterator[tuple[str, str | None]]:
    subject, *children = tree if isinstance(tree, list) else [tree]
    yield subject, parent
    for child in children:
        yield from _edges(child, subject)
