"""The mails that lie beside the checkout: 1,032 of established projects and 160 Indonesian ones."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from maild.message import Message, Unreadable, read
from maild.message.bounce import harmless
from maild.message.html import to_text
from maild.message.quoting import split

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="no folder 'shared' beside the checkout"),
]


def index(*purposes: str, form: str | None = "message") -> list[dict[str, Any]]:
    lines = (SHARED / "corpus" / "index.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [
        one for one in found if (not purposes or one["purpose"] in purposes) and form in (None, one["form"])
    ]


def raw(entry: dict[str, Any]) -> bytes:
    path: Path = SHARED / "corpus" / entry["path"]
    return path.read_bytes()


def test_every_whole_message_is_read_quickly() -> None:
    entries = index()
    assert len(entries) == 1032
    set_aside = {}
    for entry in entries:
        start = time.process_time()
        found = read(raw(entry))
        assert time.process_time() - start < 2, entry["path"]
        if isinstance(found, Unreadable):
            set_aside[entry["path"]] = found.reason
    assert not set_aside


def test_bounces_are_recognised() -> None:
    entries = [one for one in index("bounces") if one["expected"].get("is_bounce") is True]
    missed = [one["path"] for one in entries if not _bounced(one)]
    assert len(missed) <= 0.03 * len(entries), missed


def _bounced(entry: dict[str, Any]) -> bool:
    found = read(raw(entry))
    return isinstance(found, Message) and found.bounce is not None and not harmless(found.bounce)


def test_bounces_name_the_status_written_in_them() -> None:
    total = right = 0
    for entry in index("bounces"):
        found = read(raw(entry))
        if not isinstance(found, Message) or found.bounce is None:
            continue
        for one in entry["expected"].get("bounces") or []:
            if one.get("status") and not one.get("status_is_derived") and one.get("status_in_raw", True):
                total += 1
                right += one["status"] in {each.status for each in found.bounce.recipients}
    assert right >= 0.86 * total, (right, total)


def test_people_are_not_taken_for_machines() -> None:
    """Among ordinary mail only real reports are told to be machines'."""
    wrong = []
    for entry in index("parse", "threads", "replies", "forwards"):
        found = read(raw(entry))
        if isinstance(found, Message) and (found.auto_reply or found.read_receipt or found.bounce):
            sender = (found.headers.get("from") or ("",))[0].lower()
            robot = any(
                word in sender
                for word in ("daemon", "postmaster", "mail delivery", "virus", "content-filter")
            )
            if not (
                robot
                or found.headers.get("return-path") == ("<>",)
                or "report" in str(found.headers.get("content-type"))
            ):
                wrong.append((entry["path"], found.subject))
    assert wrong == []


def test_replies_of_other_projects() -> None:
    """Their expectations differ (some keep signatures, some quotes): four fifths agree with ours."""
    total = right = 0
    for entry in index("replies", form=None):
        wanted = entry["expected"].get("reply_text")
        if not isinstance(wanted, str):
            continue
        total += 1
        right += " ".join(_new(entry).split()) == " ".join(wanted.split())
    assert total > 50
    assert right >= 0.8 * total, (right, total)


def _new(entry: dict[str, Any]) -> str:
    data = raw(entry)
    if entry["form"] == "message":
        found = read(data)
        return found.new_text if isinstance(found, Message) else ""
    text = data.decode("utf-8", "replace")
    return split(to_text(text) if entry["form"] == "html" else text).new


def gold() -> list[dict[str, Any]]:
    lines = (SHARED / "indonesia" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def indonesian(entry: dict[str, Any]) -> Message:
    found = read((SHARED / "indonesia" / "mails" / f"{entry['id']}.eml").read_bytes())
    assert isinstance(found, Message)
    return found


def test_attachments_of_the_indonesian_mails() -> None:
    for entry in gold():
        found = indonesian(entry)
        assert sorted(one.filename for one in found.attachments) == sorted(
            one[0] for one in entry["attachments"]
        ), entry["id"]


def test_new_text_of_the_indonesian_replies() -> None:
    entries = [one for one in gold() if "visible_text_starts" in one]
    assert len(entries) >= 40
    for entry in entries:
        new = " ".join(indonesian(entry).new_text.split())
        assert new.startswith(" ".join(entry["visible_text_starts"].split())), entry["id"]
        assert " ".join(entry["visible_text_ends"].split()) in new, entry["id"]
        assert bool(new) == bool(entry["visible_text_starts"]), entry["id"]
        for quoted in entry.get("quoted_samples", []):
            assert " ".join(quoted.replace(">", "").split()) not in new, entry["id"]
