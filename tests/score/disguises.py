"""The Indonesian set in other clothes: what a mail says must not depend on how its program wrote it down.

Each disguise keeps what a reader is told. `--only disguised.` judges them all by the same gold.
"""

from __future__ import annotations

import email
import html
import re
import textwrap
from base64 import encodebytes
from collections.abc import Callable, Iterator, Mapping
from email.message import Message as Part

from tests.score import meaning, routing
from tests.score.figure import Figure, Verdict
from tests.score.readings import Readings

Disguise = Callable[[bytes], bytes]

FOOTER = """

--
Bebas virus. www.avast.example
"""
NOTICE = """

Pesan ini beserta lampirannya bersifat rahasia dan hanya ditujukan kepada penerima. Apabila Anda bukan penerima yang
dimaksud, mohon hapus pesan ini.
This message and any attachment are confidential and may be privileged. If you are not the intended recipient,
please delete it."""
TYPEWRITER = {"'": "\u2019", '"': "\u201d", " - ": " \u2013 ", "...": "\u2026"}


def rewritten(raw: bytes, change: Callable[[str], str], kind: str = "plain") -> bytes:
    """The mail with its own plain text changed, the HTML beside it gone; as it is where there is no plain text."""
    root = email.message_from_bytes(raw)
    plain = next((one for one in root.walk() if _own(one, "text/plain")), None)
    if plain is None or root.get_content_type() == "multipart/report":
        return raw
    content = plain.get_payload(decode=True)
    assert isinstance(content, bytes)
    _put(plain, change(_decoded(content, plain).replace("\r\n", "\n")), kind)
    for part in root.walk():
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_type() == "multipart/alternative" and plain in inner:
            part.set_payload([one for one in inner if one is plain or not _own(one, "text/html")])
    return root.as_bytes()


def _own(part: object, kind: str) -> bool:
    return isinstance(part, Part) and (
        part.get_content_type() == kind and part.get_content_disposition() != "attachment"
    )


def _decoded(content: bytes, part: Part) -> str:
    try:
        return content.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            return content.decode("cp1252", "replace")


def _put(part: Part, text: str, kind: str) -> None:
    for name in ("Content-Type", "Content-Transfer-Encoding"):
        del part[name]
    part["Content-Type"] = f"text/{kind}; charset=utf-8"
    part["Content-Transfer-Encoding"] = "base64"
    part.set_payload(encodebytes(text.encode("utf-8")).decode("ascii"))


def _own_text(change: Callable[[str], str]) -> Callable[[str], str]:
    """Down to the first quote: what comes after is another's."""

    def changed(text: str) -> str:
        lines = text.split("\n")
        end = next((i for i, line in enumerate(lines) if _QUOTES.match(line)), len(lines))
        return "\n".join([change("\n".join(lines[:end])), *lines[end:]])

    return changed


def _each_own_line(change: Callable[[str], str]) -> Callable[[str], str]:
    return _own_text(lambda text: "\n".join(map(change, text.split("\n"))))


_QUOTES = re.compile(r"(?i)\s*(?:>|-{3,}|_{5,}|(?:pada|on)\b.*(?:menulis|wrote|<)|\*?(?:dari|from):)")


def _wrapped(line: str) -> str:
    return "\n".join(textwrap.wrap(line, 60, break_long_words=False, break_on_hyphens=False)) or line


def _marked_up(text: str) -> str:
    rows = "".join(f"<div>{html.escape(line) or '<br>'}</div>" for line in text.split("\n"))
    return f"<html><head><meta charset=utf-8></head><body dir=ltr>{rows}</body></html>"


def _typeset(text: str) -> str:
    for plain, curly in TYPEWRITER.items():
        text = text.replace(plain, curly)
    return re.sub(r"(?<=\S)  ?(?=\S)", lambda found: "\xa0" if found.start() % 3 == 0 else found[0], text)


def _with_tail(tail: str) -> Callable[[str], str]:
    """At the end of a mail that quotes nothing; above the quote else."""
    return _own_text(lambda text: f"{text}\n{tail}\n")


# As people write on telephones; every reader of Indonesian knows these.
SHORT = {
    "yang": "yg", "dengan": "dgn", "sudah": "sdh", "tidak": "tdk", "belum": "blm", "untuk": "utk", "karena": "krn",
    "saya": "sy", "mohon": "mhn", "kepada": "kpd", "tanggal": "tgl", "sampai": "smp", "sekarang": "skrg",
    "kemarin": "kmrn", "bagaimana": "gmn", "terima": "trm", "kasih": "ksh", "sama": "sm", "juga": "jg",
    "banyak": "bnyk", "orang": "org", "rumah": "rmh", "tetapi": "tp", "tapi": "tp", "dapat": "dpt",
}  # fmt: skip
_SMALL_WORD = re.compile(r"(?<![\w@./-])[a-z]{2,}(?![\w@./-])")
_EVERY = 9  # word that is mistyped


def _texted(line: str) -> str:
    return _SMALL_WORD.sub(lambda word: SHORT.get(word[0], word[0]), line)


def _mistyped(text: str) -> str:
    """Two neighbouring letters swapped in every ninth long word; names, numbers and addresses stay."""
    count = 0

    def change(found: re.Match[str]) -> str:
        nonlocal count
        word = found[0]
        count += len(word) > 5
        if len(word) <= 5 or count % _EVERY:
            return word
        middle = len(word) // 2
        return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]

    return _SMALL_WORD.sub(change, text)


DISGUISES: Mapping[str, Disguise] = {
    "plain": lambda raw: rewritten(raw, str),
    "html": lambda raw: rewritten(raw, _marked_up, "html"),
    "wrapped": lambda raw: rewritten(raw, _each_own_line(_wrapped)),
    "capitals": lambda raw: rewritten(raw, _each_own_line(str.upper)),
    "small letters": lambda raw: rewritten(raw, _each_own_line(str.lower)),
    "telephone": lambda raw: rewritten(raw, _each_own_line(_texted)),
    "typing errors": lambda raw: rewritten(raw, _own_text(_mistyped)),
    "typeset": lambda raw: rewritten(raw, _each_own_line(_typeset)),
    "spaced out": lambda raw: rewritten(raw, lambda text: text.replace("\n", "\n\n")),
    "phone": lambda raw: rewritten(raw, _with_tail("\nDikirim dari Xiaomi saya")),
    "scanner": lambda raw: rewritten(raw, _with_tail(FOOTER)),
    "notice": lambda raw: rewritten(raw, _with_tail(NOTICE)),
    "greeting": lambda raw: rewritten(raw, lambda text: f"Assalamu'alaikum wr. wb.\n\n{text}"),
}
NOT_ASKED = ("indonesia.attachments", "indonesia.numbers")


def figures(readings: Readings) -> Iterator[Figure]:
    """The figures of meaning and routing, the verdicts of all disguises together."""
    found: dict[str, tuple[Figure, list[Verdict]]] = {}
    for name, disguise in DISGUISES.items():
        dressed = Readings(readings.shared, readings.officials, disguise)
        for figure in (*meaning.figures(dressed), *routing.figures(dressed)):
            if figure.name not in NOT_ASKED:
                _, verdicts = found.setdefault(figure.name, (figure, []))
                verdicts += [_labelled(one, name) for one in figure.verdicts]
    for figure, verdicts in found.values():
        yield Figure(f"disguised.{figure.name}", figure.asked, tuple(verdicts), figure.goal, figure.of_wrong)


def _labelled(verdict: Verdict, disguise: str) -> Verdict:
    return Verdict(f"{verdict.file} ({disguise})", verdict.right, verdict.expected, verdict.found)
