"""What both sides of a case have in common when they reply: the words that are theirs, sentence by"
" sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from maild.intent import clauses
from maild.intent.clauses import Claim
from maild.intent.wording import plain

Reading = tuple[str, tuple[str, ...], date | None]  # intent, reasons, date asked for

_OPENING = re.compile(
    r"^(?:(?:yth|yang terhormat|kepada|ykh)\b[^,.\n]{0,80}[,.]?|dear [^,\n]{0,40},|selamat (?:pagi|siang"
    r"|sore|malam)[^,.\n]{0,40}[,.]?|(?:assalamu\S*|ass|salam|shalom|syalom|om swasti?y?astu|halo|hai|hi"
    r"|hello|pagi|siang|sore|malam)\b[^,.\n]{0,40}[,.]?|dengan hormat,?)\s*"
)
# Lines that stand in a mail's new text and are nobody's statement (domain.md 5.3): mobile trailers,
# disclaimers, the stamps of a WhatsApp export ('[12/08/26 10.21] Budi: ', '12/08/26 10.21 - Budi: ').
_TRAILER = re.compile(
    r"^\W{0,3}(?:dikirim (?:dari|melalui) |sent from |get outlook|dapatkan outlook|diteruskan dari|envoyé"
    r" de"
    r"|(?:pesan|surel|e-?mail|message|this (?:e-?mail|message)|disclaimer|penyangkalan"
    r"|confidential)\b[^\n]{0,80}"
    r"(?:rahasia|confidential|ditujukan hanya|intended (?:only|solely)|privileged))",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"^\[?\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d[, ]{1,2}(?:pukul )?\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:"
    r" ?[AaPp][Mm])?\]?"
    r"(?: ?-)? [^:\n]{1,40}: "
)


@dataclass(frozen=True)
class Said:
    """The new words of a reply: `sentences` in the form of the cue tables, and what they claim."""

    raw: tuple[str, ...]
    sentences: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(self.sentences)

    @cached_property
    def core(self) -> str:
        """Without greetings."""
        text = self.text
        for _ in range(4):
            shorter = _OPENING.sub("", text)
            if shorter == text:
                break
            text = shorter
        return text

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return clauses.claims(list(self.sentences))

    def first(
        self,
        table: re.Pattern[str],
        but: re.Pattern[str] | None = None,
        *,
        stated: bool = False,
        since: int = 0,
    ) -> int | None:
        """The first sentence from `since` on that a table matches and `but` does not.

        If `stated`, a question does not count.
        """
        for number, sentence in enumerate(self.sentences):
            if number < since or (stated and self.asked(number)):
                continue
            if table.search(sentence) and not (but and but.search(sentence)):
                return number
        return None

    def asked(self, number: int) -> bool:
        return self.sentences[number].endswith("?")


def said(new_text: str) -> Said:
    """Takes a mail's new text apart; wrappers of mail and chat programs say nothing."""
    kept: list[str] = []
    for line in new_text[:20_000].split("\n"):
        if _TRAILER.match(line):
            continue
        kept.append(_STAMP.sub("", line, count=1))
    raw = clauses.sentences("\n".join(kept))
    return Said(tuple(raw), tuple(plain(one) for one in raw))
