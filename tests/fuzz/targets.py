"""The six readers that face strangers' input, and what must hold of whatever they return."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from hypothesis import strategies as st

from maild.cli.printing import as_line
from maild.intent import Correspondent, understand
from maild.intent.numbers import CASE_NUMBER, case_pattern, letter_pattern
from maild.intent.report import assess
from maild.message import LIMITS, Message, Unreadable, headers, read, reading
from maild.message.authentication import verdict
from maild.message.limits import over
from maild.message.quoting import split
from maild.message.rfc822 import as_json
from tests.directory.invented import mail as plain_mail
from tests.fuzz import mutations, seeds
from tests.message.compose import mail
from tests.score.wording import lost

TODAY = date(2026, 9, 10)
SENDERS = (
    Correspondent(),
    Correspondent("reporter", in_case=True),
    Correspondent("agency", in_case=True),
    Correspondent("staff"),
)
OURS = "mx1.office.example"
_CASE = case_pattern(CASE_NUMBER)
_LETTER = letter_pattern("{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}", case="{seq:04d}-{year}")
_SAFE_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}")
_ADDRESS = re.compile(r"[^\s<>\x00-\x20\x7f]+@[^\s@<>\x00-\x20\x7f]+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_ENDS = re.compile(rb"[\r\n]+")
_ACTIONS = ("failed", "delayed", "delivered", "relayed", "expanded")


@dataclass(frozen=True, slots=True)
class Target:
    """`check` raises when something does not hold; the input is bytes, so that it can be kept in a file."""

    name: str
    inputs: Callable[[], st.SearchStrategy[bytes]]
    check: Callable[[bytes], None]


def damaged(found: Sequence[bytes], ways: Mapping[str, mutations.Mutation]) -> st.SearchStrategy[bytes]:
    """A seed, and up to eight damages one after the other; fewer and simpler ones when it is made smaller."""
    step = st.tuples(st.sampled_from(sorted(ways)), st.integers(0, 2**32))

    def apply(drawn: tuple[bytes, list[tuple[str, int]]]) -> bytes:
        data, steps = drawn
        for name, number in steps:
            data = ways[name](Random(number), data)
        return data

    return st.tuples(st.sampled_from(found), st.lists(step, max_size=8)).map(apply)


# --- whole mails


def check_mail(raw: bytes) -> None:
    """Read and understood once, as from one kind of sender or another, and told as `maild read` tells it."""
    found = read(raw)
    if isinstance(found, Unreadable):
        _was_over_a_limit(raw, found)
        return
    check_message(found)
    who = SENDERS[len(raw) % len(SENDERS)]
    meaning = understand(found, who, case_pattern=_CASE, letter_pattern=_LETTER, today=TODAY)
    assert json.loads(as_line(as_json(found, meaning, "mail.eml")).encode("utf-8"))


def _was_over_a_limit(raw: bytes, found: Unreadable) -> None:
    """Set aside for its size or its shape; a fault that `read` caught is raised again with its traceback."""
    if not found.reason.startswith("beyond parsing"):
        return
    inner, caught = reading._read, []

    def watched(*arguments: Any, **named: Any) -> Message:
        try:
            return inner(*arguments, **named)
        except Exception as error:
            caught.append(error)
            raise

    reading._read = watched
    try:
        read(raw)
    finally:
        reading._read = inner
    raise AssertionError(found.reason) from (caught[0] if caught else None)


def check_message(found: Message) -> None:
    assert not _UNSEEN.search(found.subject), found.subject
    for address in (*found.senders, *found.to, *found.cc, *found.reply_to):
        check_address(address.name, address.address)
    names = [one.safe_name for one in found.attachments]
    assert len(set(names)) == len(names), names
    assert all(_SAFE_NAME.fullmatch(name) for name in names), names
    made_up = lost(found.new_text, found.text)
    assert not made_up, made_up[:10]
    for one in found.bounce.recipients if found.bounce else ():
        assert one.action in _ACTIONS, one.action
        assert one.status is None or _STATUS.fullmatch(one.status), one.status


def check_address(name: str, address: str) -> None:
    assert address == address.lower() and (not address or _ADDRESS.fullmatch(address)), address
    assert not _UNSEEN.search(name), name


# --- parts of mails


def check_addresses(data: bytes) -> None:
    """One field, within the bounds that a whole mail is held to before any header is looked at."""
    folded = _ENDS.sub(b"\r\n ", data)
    if over(b"To: " + folded + b"\r\n\r\n"):
        return
    value = folded.decode("latin-1")
    found, defects = headers.addresses([value])
    for one in found:
        check_address(one.name, one.address)
    assert found == headers.addresses([value])[0] and isinstance(defects, tuple)


def check_bounce(data: bytes) -> None:
    found = read(data)
    if isinstance(found, Message):
        check_message(found)
        if found.bounce is not None:
            assert len(found.bounce.recipients) <= LIMITS.addresses, len(found.bounce.recipients)
    else:
        _was_over_a_limit(data, found)


def check_results(data: bytes) -> None:
    """Nothing but our own server's field can make a sender trusted, and only the topmost of ours (T5)."""
    raw = b"Authentication-Results: " + data.replace(b"\r\n\r\n", b"\r\n") + b"\r\n" + mail("halo")
    found = read(raw)
    if isinstance(found, Unreadable):
        return
    result = verdict(found, OURS)
    if result.trusted:
        fields = found.headers.get("authentication-results", ())
        assert any(OURS in value.lower() for value in fields), fields
        assert found.sender is not None and result.domain == found.sender.domain
        assert result.domain is not None and any(result.domain in value.lower() for value in fields)
    assert not verdict(found, None).trusted


def check_quoting(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    found = split(text)
    made_up = lost(found.new, text)
    assert not made_up, made_up[:10]
    assert found == split(text)


def check_fields(data: bytes) -> None:
    """What a form gives stands in the mail, and a NIK has sixteen digits."""
    text = data.decode("utf-8", "replace")
    found = assess(plain_mail(text), TODAY)
    for name, value in found.fields.items():
        assert isinstance(value, str) and value.strip(), name
        assert _letters(value) in _letters(text), (name, value)
    assert re.fullmatch(r"\d{16}", found.fields.get("nik", "0" * 16)), found.fields["nik"]


def _letters(text: str) -> str:
    """Letters and digits alone: names are written anew, lines and numbers joined."""
    return "".join(one for one in text.casefold() if one.isalnum())


def _lines(values: Sequence[str]) -> tuple[bytes, ...]:
    return tuple(value.encode() for value in values)


TARGETS: Mapping[str, Target] = {
    one.name: one
    for one in (
        Target("mail", lambda: damaged(seeds.mails(), mutations.ALL), check_mail),
        Target("addresses", lambda: damaged(_lines(seeds.ADDRESSES), mutations.ALL), check_addresses),
        Target(
            "dsn",
            lambda: damaged((seeds.bounce(), *seeds.shared("corpus/bounces")), mutations.ALL),
            check_bounce,
        ),
        Target("results", lambda: damaged(_lines(seeds.RESULTS), mutations.ALL), check_results),
        Target("quoting", lambda: damaged(seeds.texts(), mutations.OF_TEXT), check_quoting),
        Target("fields", lambda: damaged(seeds.texts(), mutations.OF_TEXT), check_fields),
    )
}
