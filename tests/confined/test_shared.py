"""The documents among the mails of two offices that lie beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from maild.confined import DocumentReader
from maild.message import Message, Unreadable, read
from maild.message.extracts import every_attachment

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def mails(shared: Path, documents: DocumentReader) -> dict[str, Message]:
    found = {}
    for path in sorted((shared / "indonesia" / "mails").glob("*.eml")):
        message = read(path.read_bytes())
        assert isinstance(message, Message)
        found[path.stem] = documents.read(message)
    return found


def test_every_letter_among_the_attachments_is_read(shared: Path, mails: dict[str, Message]) -> None:
    """The labels list the attachments of each mail with their type; one of them is told to be a scan."""
    wanted = read_ = 0
    for line in (shared / "indonesia" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        documents = [kind for _, kind in gold.get("attachments", ()) if "pdf" in kind or "word" in kind]
        extracts = [one.extract for one in mails[gold["id"]].attachments if one.extract]
        states = sorted(extract.state for extract in extracts)
        assert len(states) == len(documents), gold["id"]
        if "scanned_image_only" in gold.get("tags", ()):
            assert states == ["scanned"]
        else:
            wanted += len(documents)
            read_ += states.count("text")
    assert wanted >= 13
    assert read_ == wanted


def test_photos_are_no_documents(mails: dict[str, Message]) -> None:
    for message in mails.values():
        for one in message.attachments:
            if one.content_type.startswith("image/"):
                assert one.extract is None


def test_the_corpus_of_other_projects_harms_nobody(shared: Path, documents: DocumentReader) -> None:
    """1,200 mails, hostile ones among them: every document ends as an extract, with one child for all."""
    documents.extract("rtf", b"{\\rtf1 x}")
    states: dict[str, int] = {}
    for path in sorted((shared / "corpus").rglob("*.eml")):
        message = read(path.read_bytes())
        if isinstance(message, Unreadable):
            continue
        for one in every_attachment(documents.read(message)):
            if one.extract:
                states[one.extract.state] = states.get(one.extract.state, 0) + 1
    assert states["text"] >= 10
    assert set(states) <= {"text", "scanned", "refused", "damaged", "encrypted"}
