"""Whole mails of ../shared/corpus: read at all, nothing lost, headers, text and attachments as expected."""

from __future__ import annotations

import email
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from email.errors import InvalidBase64LengthDefect, MissingHeaderBodySeparatorDefect
from email.message import Message as Part
from typing import Any

from maild.message import Address, Attachment, Message, Unreadable
from tests.score.figure import Figure, Verdict, right_share
from tests.score.readings import Reading, Readings
from tests.score.shared import Entry
from tests.score.wording import ascii_words, blocks, collapsed, lost, words_of_html

SECONDS = 2  # of CPU, for one mail
_UUENCODED = re.compile(rb"(?ms)^begin [0-7]{3,4} .*?(?:^end\b|\Z)")


def figures(readings: Readings) -> Iterator[Figure]:
    entries = [one for one in readings.shared.corpus if one["form"] == "message"]
    read = [_read(readings.corpus(one), readings.shared.raw(one)) for one in entries]
    yield right_share("parse.read", "messages read without crash, loss or more than 2 s CPU", read, 100)
    lossy = {one["path"]: not verdict.right for one, verdict in zip(entries, read, strict=True)}
    headers = [v for one in entries for v in _headers(one, readings.corpus(one))]
    texts = [v for one in entries for v in _texts(one, readings.corpus(one))]
    attachments = [
        v for one in entries for v in _attachments(one, readings.corpus(one), complete=not lossy[one["path"]])
    ]
    yield right_share(
        "parse.expected", "headers, text, attachments as expected", [*headers, *texts, *attachments], 98
    )
    yield right_share("parse.headers", "  of these: headers", headers)
    yield right_share("parse.text", "  of these: text", texts)
    yield right_share("parse.attachments", "  of these: attachments", attachments)


# --- nothing lost


def _read(reading: Reading, raw: bytes) -> Verdict:
    wanted = "read, nothing lost, under 2 s CPU"
    if reading.fault:
        return Verdict(reading.file, False, wanted, reading.fault)
    if reading.seconds > SECONDS:
        return Verdict(reading.file, False, wanted, f"{reading.seconds:.1f} s")
    if isinstance(reading.message, Unreadable):
        return Verdict(reading.file, False, wanted, f"set aside: {reading.message.reason}")
    missing = _unaccounted(_witness(raw), reading.message)
    return Verdict(reading.file, not missing, wanted, "; ".join(missing) or None)


def _witness(raw: bytes) -> Part:
    """Python's own view, to which a carriage return alone ends no line."""
    return email.message_from_bytes(raw if b"\n" in raw else raw.replace(b"\r", b"\r\n"))


def _unaccounted(root: Part, message: Message) -> list[str]:
    """Leaf parts, as Python's own parser sees them, that stand nowhere in what maild made of the mail.

    Of a multipart/alternative one form is enough (RFC 2046 section 5.1.4). The mail that a report returns is
    our own and needs not come back as an attachment (RFC 6522 section 3).
    """
    report = root.get_content_type() == "multipart/report"
    whole = report or any(one.content_type.startswith("message/") for one in message.attachments)
    text = _told(message)

    def missing(part: Part) -> list[str]:
        kind = part.get_content_type()
        if (whole and kind.startswith("message/")) or (report and kind == "text/rfc822-headers"):
            return []
        inner = part.get_payload()
        if isinstance(inner, list):
            lines = [missing(one) for one in inner if isinstance(one, Part)]
            enough = kind == "multipart/alternative" and [] in lines
            return [] if enough else [line for each in lines for line in each]
        return _missing_leaf(part, message.attachments, text)

    return missing(root)


def _told(message: Message) -> set[str]:
    """Words of the text and of the header: Python's parser takes a header for text once a line is broken."""
    head = " ".join(f"{name} {' '.join(values)}" for name, values in message.headers.items())
    return set(ascii_words(f"{message.text}\n{head}"))


def _missing_leaf(part: Part, attachments: Sequence[Attachment], text: set[str]) -> list[str]:
    """Words are compared as far as ASCII goes: what the others are is for the charset to say."""
    try:
        content = part.get_payload(decode=True)
    except Exception:  # Python's parser gives up on it: no witness
        return []
    if not isinstance(content, bytes) or not content.strip() or _kept(content, attachments):
        return []
    kind = part.get_content_type()
    if kind.startswith("multipart/") or b"\x1b" in content or _blind(part):
        # Without its boundary Python sees no parts, and letters of ISO-2022 look like ASCII: was anything found?
        return [] if text or attachments else [f"{kind} of {len(content):,} bytes"]
    if not kind.startswith("text/"):
        return [f"{kind} of {len(content):,} bytes"]
    body = (_UUENCODED.sub(b"", content) if attachments else content).decode("ascii", "replace")
    plain = body if kind == "text/plain" else words_of_html(body)
    gone = [word for word in ascii_words(plain) if word not in text]
    return [f"{kind}: {len(gone)} words such as {' '.join(gone[:5])}"] if gone else []


def _blind(part: Part) -> bool:
    """Python took the header for text from a broken line on, or could not undo the encoding."""
    blind = (MissingHeaderBodySeparatorDefect, InvalidBase64LengthDefect)
    return any(isinstance(one, blind) for one in part.defects)


def _kept(content: bytes, attachments: Sequence[Attachment]) -> bool:
    """As an attachment, at least as far as its transfer encoding goes: Python reads on after its end."""
    content = _plain_ends(content)
    return any(one.content and content.startswith(_plain_ends(one.content)) for one in attachments)


def _plain_ends(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


# --- headers


def _headers(entry: Entry, reading: Reading) -> Iterator[Verdict]:
    for key, value in entry["expected"].items():
        compare = _HEADERS.get(key)
        if compare is not None:
            found = compare[0](reading)
            yield Verdict(reading.file, compare[1](value, found), {key: value}, {key: found})


def _message(reading: Reading, of: Callable[[Any], Any]) -> Any:
    return None if isinstance(reading.message, Unreadable) else of(reading.message)


def _same_addresses(wanted: list[Any], found: list[dict[str, str]] | None) -> bool:
    if found is None or len(wanted) != len(found):
        return False
    return all(_same_address(one, other) for one, other in zip(wanted, found, strict=True))


def _same_address(wanted: Any, found: dict[str, str]) -> bool:
    """Addresses fold case (RFC 5321 section 2.4 for domains; no mail server tells local parts apart)."""
    if isinstance(wanted, str):
        return wanted.casefold() == found["address"].casefold()
    address = wanted.get("address") or ""
    named = _name(wanted.get("name") or "", address) == _name(found["name"], found["address"])
    return named and address.casefold() == found["address"].casefold()


def _name(name: str, address: str) -> str:
    """Some sources repeat the address where there is no name, and so do some mail programs."""
    return "" if name.casefold() == address.casefold() else collapsed(name)


def _same_moment(wanted: str | None, found: str | None) -> bool:
    if wanted is None or found is None:
        return wanted == found
    one, other = datetime.fromisoformat(wanted), datetime.fromisoformat(found)
    if one.tzinfo is None:  # the source dropped the zone
        return one == other.replace(tzinfo=None)
    return one == other


def _same_line(wanted: str | None, found: str | None) -> bool:
    return collapsed(wanted or "") == collapsed(found or "")


def _same_id(wanted: Any, found: Any) -> bool:
    wanted = wanted[0] if isinstance(wanted, list) and wanted else wanted or None
    return bool(wanted == found)


def _from(reading: Reading) -> list[dict[str, str]] | None:
    """All senders; of a From that stands there twice once (the document shows the first one only)."""
    senders = _plain(_message(reading, lambda m: m.senders))
    return senders and [one for i, one in enumerate(senders) if one not in senders[:i]]


def _plain(addresses: tuple[Address, ...] | None) -> list[dict[str, str]] | None:
    return None if addresses is None else [{"name": a.name, "address": a.address} for a in addresses]


_Compare = tuple[Callable[[Reading], Any], Callable[[Any, Any], bool]]
_HEADERS: dict[str, _Compare] = {
    "subject": (lambda r: r.document["subject"], _same_line),
    "message_id": (lambda r: r.document["message_id"], _same_id),
    "in_reply_to": (lambda r: r.document["in_reply_to"], _same_id),
    "references": (lambda r: r.document["references"], lambda wanted, found: wanted == found),
    "date": (lambda r: r.document["date"], _same_moment),
    "from": (_from, _same_addresses),
    "to": (lambda r: r.document["to"], _same_addresses),
    "cc": (lambda r: r.document["cc"], _same_addresses),
    "reply_to": (lambda r: _plain(_message(r, lambda m: m.reply_to)), _same_addresses),
}


# --- text


def _texts(entry: Entry, reading: Reading) -> Iterator[Verdict]:
    expected, found = entry["expected"], reading.document["text"]
    if "text" in expected:
        yield _text(expected, found, reading.file)
    for part in expected.get("text_parts") or ():
        yield Verdict(reading.file, blocks(part) in blocks(found), {"text_parts": part}, found)
    for part in expected.get("text_contains") or ():
        yield Verdict(reading.file, part in found, {"text_contains": part}, found)
    for times, part in expected.get("text_count") or ():
        yield Verdict(reading.file, found.count(part) == times, {"text_count": [times, part]}, found)


def _text(expected: dict[str, Any], found: str, file: str) -> Verdict:
    """`text` is that of the text/plain parts; where there is none, maild turns the HTML into text."""
    wanted = expected["text"]
    if not wanted.strip() and (expected.get("html") or "").strip():
        gone = lost(words_of_html(expected["html"]), found)
        return Verdict(file, not gone, {"words of the HTML": gone[:20]}, found)
    return Verdict(file, blocks(wanted) == blocks(found), {"text": wanted}, found)


# --- attachments


def _attachments(entry: Entry, reading: Reading, *, complete: bool) -> Iterator[Verdict]:
    """`complete`: nothing of the mail is lost; then a text part that the source calls an attachment, though
    it has no name and no such disposition, stands in our text: projects differ on that (RFC 2183 section 2)."""
    wanted = entry["expected"].get("attachments")
    if wanted is None:
        return
    found = list(reading.document["attachments"])
    left = list(found)
    absent = []
    for one in wanted:
        match = next((other for other in left if _same_attachment(one, other)), None)
        if match is not None:
            left.remove(match)
        elif not (complete and _text_part(one)):
            absent.append(one)
    yield Verdict(reading.file, not absent, {"attachments": absent or wanted}, {"attachments": found})


def _text_part(wanted: dict[str, Any]) -> bool:
    kind = wanted.get("content_type") or ""
    return (
        kind.startswith("text/") and not wanted.get("filename") and wanted.get("disposition") != "attachment"
    )


def _same_attachment(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    """By what the source tests of it; whether inline parts count differs, so more than expected is no fault."""
    tested = {key: wanted[key] for key in ("size", "sha256") if wanted.get(key) is not None}
    if any(found[key] != value for key, value in tested.items()):
        return False
    kind = wanted.get("content_type")
    if kind and kind.casefold() != found["content_type"].casefold():
        return False
    if "filename_starts" in wanted and not found["filename"].startswith(wanted["filename_starts"]):
        return False
    return wanted.get("filename") is None or wanted["filename"] == found["filename"]
