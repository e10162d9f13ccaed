"""Records through the pipe: back as they were, and nothing else than records, whatever the bytes are."""

from __future__ import annotations

import json
import os
import pickle
import struct
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.confined.inside.records import most, packed, unpacked
from maild.message import (
    Address,
    Attachment,
    Bounce,
    Extract,
    FailedRecipient,
    Forwarded,
    Message,
    Unreadable,
)

MOST = 10_000_000
LONG = "panjang " * 500
TEXT = st.one_of(
    st.text(max_size=30), st.sampled_from([LONG, LONG + "é\U0001f600", "\ud800" + LONG, "\udc80"])
)
ZONES = (UTC, timezone(timedelta(hours=8)), timezone(timedelta(minutes=-210)))
# Zones of a fixed offset have no second hour of the same name.
MOMENTS = st.datetimes(timezones=st.sampled_from(ZONES)).map(lambda moment: moment.replace(fold=0))
ADDRESSES = st.builds(Address, TEXT, TEXT)
EXTRACTS = st.builds(Extract, TEXT, TEXT, TEXT)
CONTENTS = st.one_of(st.binary(max_size=50), st.sampled_from([b"x" * 5_000, bytes(range(256))]))


def several(one: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=most).map(tuple)


ATTACHMENTS = st.builds(
    Attachment,
    TEXT,
    TEXT,
    TEXT,
    st.integers(0, 2**40),
    TEXT,
    CONTENTS,
    st.none() | EXTRACTS,
    TEXT,
    st.booleans(),
)
FORWARDED: st.SearchStrategy[Forwarded] = st.deferred(
    lambda: st.builds(
        Forwarded,
        st.none() | ADDRESSES,
        st.none() | MOMENTS,
        st.none() | TEXT,
        TEXT,
        several(ADDRESSES),
        several(ADDRESSES),
        st.none() | TEXT,
        several(ATTACHMENTS, 2),
        st.none() | FORWARDED,
        several(FORWARDED, 1),
        TEXT,
    )
)
BOUNCES = st.builds(
    Bounce,
    several(
        st.builds(FailedRecipient, TEXT, TEXT, st.none() | TEXT, st.none() | st.booleans(), st.none() | TEXT)
    ),
    st.none() | TEXT,
    st.none() | TEXT,
)
MESSAGES = st.builds(
    Message,
    *(TEXT, st.integers(0, 2**40), st.none() | TEXT, st.none() | TEXT, several(TEXT), st.none() | MOMENTS),
    *(st.none() | ADDRESSES, several(ADDRESSES), several(ADDRESSES), several(ADDRESSES), several(ADDRESSES)),
    *(
        TEXT,
        TEXT,
        TEXT,
        st.booleans(),
        several(ATTACHMENTS),
        st.dictionaries(TEXT, several(TEXT), max_size=4),
    ),
    *(st.booleans(), st.booleans(), st.booleans(), st.none() | BOUNCES, st.none() | FORWARDED, several(TEXT)),
)
PLAIN = Message(
    sha256="00",
    size=1,
    message_id=None,
    in_reply_to=None,
    references=(),
    date=None,
    sender=None,
    senders=(),
    to=(),
    cc=(),
    reply_to=(),
    subject="",
    text="",
    new_text="",
    quoted=False,
    attachments=(),
    headers={},
    auto_reply=False,
    bulk=False,
    read_receipt=False,
    bounce=None,
    forwarded=None,
    defects=(),
)


def through(record: Message | Unreadable) -> Message | Unreadable:
    return unpacked(memoryview(b"".join(packed(record, MOST))), MOST)


@settings(max_examples=60, deadline=None)
@given(MESSAGES | st.builds(Unreadable, TEXT, st.integers(0, 2**40), TEXT))
def test_a_record_comes_back_as_it_was(record: Message | Unreadable) -> None:
    found = through(record)
    assert found == record
    assert repr(found) == repr(record)


def attachment(content: bytes) -> Attachment:
    return Attachment("a.pdf", "a.pdf", "application/pdf", len(content), "0", content)


def test_what_is_sent_once_is_one_object_and_counts_as_often_as_it_stands_there() -> None:
    record = replace(PLAIN, attachments=(attachment(bytes(50_000)),) * 20)
    pieces = packed(replace(record, attachments=tuple(map(replace, record.attachments))), MOST)
    assert sum(map(len, pieces)) < 60_000
    found = unpacked(memoryview(b"".join(pieces)), MOST)
    assert isinstance(found, Message)
    assert len({id(one.content) for one in found.attachments}) == 1
    for end in (lambda: packed(record, 900_000), lambda: unpacked(memoryview(b"".join(pieces)), 900_000)):
        with pytest.raises(ValueError, match="longer than may be"):
            end()


def test_json_of_megabytes_is_refused_before_it_is_read() -> None:
    """Lists take many times their room; a child of ours does not need as many."""
    record = replace(PLAIN, references=("a" * 900,) * 5_000)
    with pytest.raises(ValueError, match="bytes of JSON"):
        packed(record, MOST)
    head = b"[" * 4_200_000
    with pytest.raises(ValueError, match="bytes of JSON"):
        unpacked(memoryview(struct.pack(">I", len(head)) + head), MOST)


def test_there_is_room_for_any_mail() -> None:
    assert most(0) > 1_000_000
    assert most(1_000_000) > 10_000_000


# --- what no child of ours says ------------------------------------------------------------------------------


def frame(plain: object, *pieces: bytes, sizes: object = None, which: object = 0) -> bytes:
    head = json.dumps([which, [len(one) for one in pieces] if sizes is None else sizes, plain]).encode()
    return struct.pack(">I", len(head)) + head + b"".join(pieces)


def fields() -> list[Any]:
    """Those of PLAIN, as JSON has them."""
    answer = b"".join(packed(PLAIN, MOST))
    found = json.loads(answer[4:])[2]
    assert isinstance(found, list)
    return found


def changed(at: int, value: object) -> Callable[[], bytes]:
    return lambda: frame([value if number == at else one for number, one in enumerate(fields())])


NAMES = list(Message.__dataclass_fields__)
PHOTO = ["a", "a", "image/png", 1, "0", 0, None, "", False]


def deep() -> object:
    one: list[Any] = [None, None, None, "", [], [], None, [], None, [], ""]
    for _ in range(5_000):
        one = [None, None, None, "", [], [], None, [], one, [], ""]
    return one


NONSENSE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "zeros": lambda: bytes(100),
    "noise": lambda: os.urandom(500),
    "a length beyond the end": lambda: struct.pack(">I", 4_000_000) + b"[]",
    "no JSON": lambda: struct.pack(">I", 3) + b"{]}",
    "another top": lambda: frame(fields(), which=7),
    "the last top, from behind": lambda: frame(["0", 1, ""], which=-1),
    "a top that is true": lambda: frame(["0", 1, ""], which=True),
    "a record of too few fields": lambda: frame(fields()[:-1]),
    "a record of too many fields": lambda: frame([*fields(), 1]),
    "a record as mapping": lambda: frame(dict(zip(NAMES, fields(), strict=True))),
    "pieces that are not there": lambda: frame(fields(), sizes=[10]),
    "more than pieces": lambda: frame(fields(), b"xyz", sizes=[2]),
    "a piece of negative size": lambda: frame(fields(), b"xyz", sizes=[4, -1]),
    "a piece that is named from behind": lambda: frame([-1, *fields()[1:]], b"xyz"),
    "a piece of huge size": lambda: frame(fields(), sizes=[10**400]),
    "a text that is no UTF-8": lambda: frame([0, *fields()[1:]], b"\xff\xfe"),
    "a piece that is true": lambda: frame([False, *fields()[1:]], b"xyz"),
    "size as text": changed(NAMES.index("size"), "1"),
    "size as fraction": changed(NAMES.index("size"), 1.5),
    "size as nothing": changed(NAMES.index("size"), None),
    "size as truth": changed(NAMES.index("size"), True),
    "quoted as number": changed(NAMES.index("quoted"), 1),
    "text as list": changed(NAMES.index("text"), ["a"]),
    "text as nothing": changed(NAMES.index("text"), None),
    "subject as mapping": changed(NAMES.index("subject"), {"a": 1}),
    "references as text": changed(NAMES.index("references"), "abc"),
    "references of numbers": changed(NAMES.index("references"), [1.5]),
    "headers as list": changed(NAMES.index("headers"), [["to", ["a"]]]),
    "headers with a text": changed(NAMES.index("headers"), {"to": "abc"}),
    "a date without zone": changed(NAMES.index("date"), "2026-09-07T08:00:00"),
    "a date that is none": changed(NAMES.index("date"), "kemarin"),
    "a date as number": changed(NAMES.index("date"), 1),
    "a sender of one field": changed(NAMES.index("sender"), ["a"]),
    "a sender of nobody": changed(NAMES.index("sender"), [None, None]),
    "an attachment without its content": changed(NAMES.index("attachments"), [PHOTO]),
    "an attachment with text for content": changed(
        NAMES.index("attachments"), [[*PHOTO[:5], "x", *PHOTO[6:]]]
    ),
    "mails in mails without end": changed(NAMES.index("forwarded"), deep()),
}


def test_what_the_nonsense_is_made_of_is_none() -> None:
    assert unpacked(memoryview(frame(fields())), MOST) == PLAIN
    named = unpacked(memoryview(frame([0, *fields()[1:]], b"xyz")), MOST)
    assert named == replace(PLAIN, sha256="xyz")
    changed_ = unpacked(memoryview(changed(NAMES.index("headers"), {"to": ["a"]})()), MOST)
    assert changed_ == replace(PLAIN, headers={"to": ("a",)})
    photo = unpacked(memoryview(frame([*fields()[:15], [PHOTO], *fields()[16:]], b"xyz")), MOST)
    assert isinstance(photo, Message)
    assert photo.attachments[0].content == b"xyz"


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_refused(name: str) -> None:
    with pytest.raises(Exception):  # noqa: B017 - of any type: who asks ends the child at each
        unpacked(memoryview(NONSENSE[name]()), MOST)


class _Deed:
    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {self.place}",)


def test_a_pickle_is_not_obeyed(tmp_path: Path) -> None:
    """The threat of T24: objects that a child chooses."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        data = pickle.dumps(_Deed(tmp_path / "done"), protocol)
        for answer in (data, struct.pack(">I", len(data)) + data, frame([0, *fields()[1:]], data)):
            try:
                found = unpacked(memoryview(answer), MOST)
            except Exception:
                continue
            assert isinstance(found, Message), "a text as any other"
    assert not (tmp_path / "done").exists()


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=25) | st.dictionaries(st.text(max_size=3), inner),
        max_leaves=40,
    ),
    st.binary(max_size=20),
)
def test_any_json_is_refused_or_is_a_record(plain: object, piece: bytes) -> None:
    for which in (0, 1):
        try:
            found = unpacked(memoryview(frame(plain, piece, which=which)), MOST)
        except Exception:
            continue
        assert through(found) == found
