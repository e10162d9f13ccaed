"""The mails beside the checkout (../shared), with what is expected of each. Read in place, never copied."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Entry = dict[str, Any]

# A "body" that opens with the header of a MIME message is a whole mail.
_MAIL = re.compile(rb"(?:[A-Za-z-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,20}MIME-Version:", re.IGNORECASE)

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
# Stand-ins for what maild would have sent (../shared/indonesia/README.md, "Placeholders").
NUMBERS = {
    b"{{CASE}}": b"0012/LM/VIII/2026/DPS",
    b"{{CASE2}}": b"0013/LM/VIII/2026/DPS",
    b"{{LETTER}}": b"0007/SRT/0012-2026/DPS/VIII/2026",
    b"{{MSGID}}": b"surat.1@ombudsman.example",
}


class Absent(Exception):
    """The folder is not there; str() says where it was looked for."""


@dataclass(frozen=True, slots=True)
class Shared:
    """`corpus`: the lines of corpus/index.jsonl. `gold`: those of indonesia/gold.jsonl."""

    root: Path
    corpus: tuple[Entry, ...]
    groups: tuple[Entry, ...]  # of corpus/threads
    gold: tuple[Entry, ...]
    registry: tuple[dict[str, str], ...]

    def of(self, *purposes: str) -> list[Entry]:
        return [one for one in self.corpus if one["purpose"] in purposes]

    def raw(self, entry: Entry) -> bytes:
        """A mail of the corpus as bytes; a bare body gets the header fields that the index knows of."""
        path: Path = self.root / "corpus" / entry["path"]
        content = path.read_bytes()
        return content if is_mail(entry, content) else header(entry) + content

    def indonesian(self, entry: Entry) -> bytes:
        """A mail of the Indonesian set, its placeholders filled."""
        raw = (self.root / "indonesia" / "mails" / f"{entry['id']}.eml").read_bytes()
        for mark, value in NUMBERS.items():
            raw = raw.replace(mark, value)
        return raw


def is_mail(entry: Entry, content: bytes) -> bool:
    return entry["form"] == "message" or bool(_MAIL.match(content))


def header(entry: Entry) -> bytes:
    """Of a body that came without one. Without a subject of its own it gets none: nothing is given away."""
    kind = "html" if entry["form"] == "html" else "plain"
    lines = [
        f"From: {entry.get('sender') or 'someone@sender.example'}",
        "To: office@ombudsman.example",
        *(f"Subject: {line}" for line in (entry.get("subject_lines") or ())[:1]),
        "MIME-Version: 1.0",
        f"Content-Type: text/{kind}; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    return "".join(line + "\n" for line in lines).encode() + b"\n"


@cache
def load(root: Path = SHARED) -> Shared:
    """Everything but the mails themselves. Absent: there is no such folder."""
    if not (root / "corpus" / "index.jsonl").is_file():
        raise Absent(
            f"{root}: not found; the scoreboard reads the test mails that lie in `shared` beside the checkout"
        )
    with (root / "indonesia" / "registry.csv").open(encoding="utf-8", newline="") as file:
        registry = tuple(csv.DictReader(file))
    return Shared(
        root,
        _lines(root / "corpus" / "index.jsonl"),
        _lines(root / "corpus" / "threads" / "groups.jsonl"),
        _lines(root / "indonesia" / "gold.jsonl"),
        registry,
    )


def _lines(path: Path) -> tuple[Entry, ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def accepted(entry: Entry, field: str) -> list[Any]:
    """What gold says of a field, and what else is right (../shared/indonesia/README.md, "acceptable")."""
    return [entry.get(field), *(entry.get("acceptable") or {}).get(field, [])]
