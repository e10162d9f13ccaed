"""What a writer newly wrote: exactly that, none of it lost, nothing quoted taken for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.score.figure import Figure, Verdict, right_share, wrong_share
from tests.score.readings import Reading, Readings
from tests.score.shared import Entry, header
from tests.score.wording import collapsed, lost, squeezed, words_of_html


def figures(readings: Readings) -> Iterator[Figure]:
    entries = [(one, readings.corpus(one)) for one in readings.shared.of("replies")]
    asked = [(one, reading) for one, reading in entries if _wanted(one) is not None]
    yield right_share("replies.exact", "replies: new text exact", [_exact(*one) for one in asked], 95)
    yield right_share(
        "replies.fragments",
        "replies: begins, contains or leaves out what it should",
        [verdict for one in entries for verdict in _fragments(*one)],
    )
    gone = [_lost(*one) for one in entries if _visible(one[0])]
    gone += [_indonesian_lost(e, readings.indonesian(e)) for e in _gold(readings)]
    yield wrong_share("replies.lost", "replies: answer text lost from new text", gone)
    raws = [(one, reading, readings.shared.raw(one)) for one, reading in entries]
    bare = [_text_lost(*one) for one in raws if one[2].startswith(header(one[0]))]
    yield wrong_share("replies.text", "replies: anything lost from the whole text", bare)
    yield right_share(
        "indonesia.new_text",
        "Indonesian replies: new text begins and ends as it should",
        [_begins_and_ends(one, readings.indonesian(one)) for one in _gold(readings)],
        95,
    )
    yield wrong_share(
        "indonesia.quoted",
        "quoted samples taken for new text",
        [v for one in _gold(readings) for v in _quoted(one, readings.indonesian(one))],
    )


def _gold(readings: Readings) -> list[Entry]:
    return [one for one in readings.shared.gold if "visible_text_starts" in one]


def _wanted(entry: Entry) -> str | None:
    """The whole visible reply, without marks of the source's own: Markdown, and what stands for a folded quote."""
    expected = entry["expected"]
    if "reply_text_markdown" in expected:
        return str(expected["reply_text_markdown"]).replace("*", "")
    if "folded_text" in expected:
        return str(expected["folded_text"]).replace(expected["fold_marker"], " ")
    wanted = expected.get("reply_text")
    return wanted if isinstance(wanted, str) else None


def _exact(entry: Entry, reading: Reading) -> Verdict:
    """White space collapsed; for HTML taken out, as the source compares it."""
    wanted, found = _wanted(entry) or "", reading.document["new_text"]
    same = squeezed if entry["form"] == "html" else collapsed
    return Verdict(reading.file, same(wanted) == same(found), wanted, found)


def _fragments(entry: Entry, reading: Reading) -> Iterator[Verdict]:
    expected, found = entry["expected"], collapsed(reading.document["new_text"])
    for key in ("first_fragment", "first_fragment_starts"):
        if isinstance(expected.get(key), str):
            wanted = collapsed(expected[key])
            yield Verdict(reading.file, found.startswith(wanted), {key: wanted}, found)
    for key in ("reply_contains", "first_fragment_contains"):
        for part in expected.get(key) or ():
            yield Verdict(reading.file, collapsed(part) in found, {key: part}, found)
    for part in expected.get("reply_not_contains") or ():
        yield Verdict(reading.file, collapsed(part) not in found, {"reply_not_contains": part}, found)
    hidden = collapsed(expected.get("elided_text") or "")
    if hidden:
        yield Verdict(reading.file, hidden not in found, {"elided_text": hidden}, found)
    if expected.get("reply_not_empty"):
        yield Verdict(reading.file, bool(found), "not empty", found)


def _visible(entry: Entry) -> str:
    """All that the source shows of a reply, whichever of its words for it are there."""
    expected = entry["expected"]
    pieces: list[Any] = [_wanted(entry)]
    pieces += [expected.get("first_fragment"), *(expected.get("reply_contains") or ())]
    return max((piece for piece in pieces if isinstance(piece, str)), key=len, default="")


def _lost(entry: Entry, reading: Reading) -> Verdict:
    gone = lost(_visible(entry), reading.document["new_text"])
    return Verdict(reading.file, not gone, _visible(entry), f"lost: {' '.join(gone)}")


def _indonesian_lost(entry: Entry, reading: Reading) -> Verdict:
    wanted = f"{entry['visible_text_starts']} {entry['visible_text_ends']}"
    gone = lost(wanted, reading.document["new_text"] + " " + reading.document["new_text"])
    return Verdict(reading.file, not gone, wanted, f"lost: {' '.join(gone)}")


def _text_lost(entry: Entry, reading: Reading, raw: bytes) -> Verdict:
    """Every word of a bare body stands in `text`, quoted or not; so does every visible one of HTML."""
    body = raw.partition(b"\n\n")[2].decode("utf-8", "replace")
    if entry["form"] == "html":
        body = words_of_html(re.sub(r"(?is)<head\b.*?</head>", " ", body))
    gone = lost(body, reading.document["text"])
    return Verdict(reading.file, not gone, "every word", f"lost: {' '.join(gone[:30])}")


def _begins_and_ends(entry: Entry, reading: Reading) -> Verdict:
    """A program may keep the signature after the end (../shared/indonesia/README.md)."""
    found = collapsed(reading.document["new_text"])
    starts, ends = collapsed(entry["visible_text_starts"]), collapsed(entry["visible_text_ends"])
    right = found.startswith(starts) and ends in found and bool(found) == bool(starts)
    return Verdict(reading.file, right, f"{starts} … {ends}", found)


def _quoted(entry: Entry, reading: Reading) -> Iterator[Verdict]:
    found = collapsed(reading.document["new_text"].replace(">", " ")).casefold()
    for sample in entry["quoted_samples"]:
        wanted = collapsed(sample.replace(">", " ")).casefold()
        yield Verdict(reading.file, wanted not in found, {"only quoted": sample}, found)
