"""What a text claims to have done, word by word, in Indonesian as it is written in mails.

Indonesian verbs have no tense: *sudah/telah* (done), *sedang/masih* (going on), *akan/segera* (to come) and
*belum/tidak* (not) stand to the left of the verb and hold until the next such word. What is asked, supposed
('kalau', 'jika'), hoped ('semoga', 'target') or told of somebody else is no claim. Linear: one look per word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from maild.intent import phrases, verbs
from maild.intent.verbs import Sort

Aspect = Literal["done", "going", "will", "aim", "not", "bare"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One verb with what its sentence says of it. `act`: settles something; `step`: only leads there."""

    word: str
    sort: Sort
    aspect: Aspect
    real: bool  # False: asked, supposed, hoped, or somebody else's words
    sentence: int


_TOKEN = re.compile(r"[a-z'0-9]+(?:-[a-z0-9]+)*|[.,;:!?()]")
_SHORTENED = re.compile(
    r"\b(?:no|tgl|jl|jln|gg|br|an|a\.n|bpk|sdr|sdri|drs?|ir|hj?|kec|kab|prov|ds|kel|s\.d|dll|dsb|st|mr"
    r"|mrs|yth"
    r"|plt|plh|pj|pt|cv|up|u\.p|rp|tlp|telp|hp|ny|tn|dsn|art|ps|ttd|i|ii|iii)\.$"
)
_ENDED = re.compile(r"(?<=[.!?;])\s+|\n+")
_WRAPPED = 45  # characters: a shorter line was ended by its writer, a longer one perhaps by his program
_SPEAKERS = frozenset(("kami", "saya", "petugas", "tim"))
# Between 'yang' and 'sudah' these leave the relative clause open: 'petugas yang kemarin sudah menolak'.
_BACKGROUND = frozenset(
    (
        "yang",
        "who",
        "which",
        "that",
        "kemarin",
        "tadi",
        "dulu",
        "lalu",
        "pernah",
        "juga",
        "sebelumnya",
        "memang",
        "semula",
    )
)
_BEFORE_VERBS = frozenset(("kami", "saya", "petugas", "langsung"))
_LONGEST = 1_500  # characters of a sentence: cue tables look at one at a time, and stay linear
_MOST = 400  # sentences and lines that are looked at: what a mail wants is said well before


def sentences(text: str) -> list[str]:
    """Sentences of a mail's own words: at full stops, at empty lines, at list items, at short lines."""
    joined: list[str] = []
    for line in text.split("\n")[:_MOST]:
        line = line.strip()
        ended = not joined or not joined[-1] or len(joined[-1].rpartition("\n")[2]) < _WRAPPED
        if not line or ended or re.match(r"[-*•·]|\d{1,2}[.)]", line):
            joined.append(line)
        else:
            joined[-1] += " " + line
    found: list[str] = []
    for piece in _ENDED.split("\n".join(joined))[:_MOST]:
        if found and _SHORTENED.search(found[-1][-8:].lower()):
            found[-1] += " " + piece
        elif piece.strip():
            found.append(piece.strip())
    return [one[at : at + _LONGEST] for one in found for at in range(0, len(one), _LONGEST)]


def claims(said: list[str]) -> tuple[Claim, ...]:
    """The claims of sentences in `wording.plain` form."""
    found: list[Claim] = []
    for number, sentence in enumerate(said):
        found += _Walk(sentence, number).walked()
    return tuple(found)


class _Walk:
    """One sentence from left to right; the marker last passed governs the next verb."""

    def __init__(self, sentence: str, number: int) -> None:
        self.number = number
        self.tokens = _TOKEN.finditer(phrases.rewritten(sentence))
        supposed = phrases.SUPPOSED.search(sentence)  # 'jika perlu' and the like are no conditions
        self.unreal = sentence.endswith("?") or bool(supposed)
        told = phrases.REPORTED.search(sentence)
        self.told_from = told.end() if told else len(sentence)
        self.told = False
        self.aspect: Aspect = "bare"
        self.hoped = False
        self.relative = False
        self.light = False  # 'dilakukan' without its noun yet
        self.noun: Sort | None = None  # 'perbaikan' without its verb yet
        self.found: list[Claim] = []
        self.in_segment = 0
        self.before = ""

    def walked(self) -> list[Claim]:
        for token in self.tokens:
            self.told = token.start() >= self.told_from
            self._take(token[0])
            self.before = token[0]
        return self.found

    def _take(self, token: str) -> None:
        marker = verbs.MARKERS.get(token)
        if marker is not None and (marker != "stage" or self.before in verbs.WITHIN):
            self._mark("wait" if marker == "stage" else marker, token)
            return
        if token in verbs.RECIPIENTS and self.before in ("diterima", "oleh", "langsung") and self.found:
            self._received()
        if self.relative and token in _SPEAKERS and self.before not in verbs.MARKERS:
            self.relative = False  # 'pipa yang bocor kami sudah ganti': the clause about the pipe is over
        sort, noun = _known(token)
        if sort is None:
            return
        if sort == "light":
            self._light(token)
        elif noun:
            self._noun(token, sort)
        else:
            self._claim(token, sort)

    def _received(self) -> None:
        """'sudah diterima pelapor': not a receipt, the thing is where it belongs."""
        last = self.found[-1]
        if last.word in ("diterima", "terima"):
            self.found[-1] = replace(last, sort="act")

    def _means(self) -> None:
        """'dana ditransfer ke sekolah untuk dibagikan': the means was done, the end is to come."""
        last = self.found[-1]
        if last.sort == "act" and last.sentence == self.number:
            self.found[-1] = replace(last, sort="step")

    def _mark(self, marker: str, token: str) -> None:
        if marker == "hope":
            self.hoped = True
        elif marker == "break":
            self._segment("bare")
            self.hoped = False
        elif marker == "comma":
            if self.in_segment:
                self.hoped = False
            self._segment(self.aspect)
        elif marker == "can":  # 'baru dapat dipasang': to come; 'sudah dapat diambil': there
            self.aspect = "will" if self.aspect == "bare" else self.aspect
        elif marker == "that":  # 'kami berharap bahwa ...': the hope holds, the aspect does not
            self._segment("bare")
        elif marker == "relative":
            self.relative, self.aspect = True, "bare"
        elif marker == "wait":
            self._wait(token)
        else:
            if self.relative and marker == "done" and self.before not in _BACKGROUND:
                self.relative = False  # 'pipa yang bocor sudah diganti'
            self.aspect = marker  # type: ignore[assignment]  # the other markers are aspects

    def _wait(self, token: str) -> None:
        """'masih menunggu', 'dalam proses': going on, whatever the next verb is."""
        if self.aspect not in ("not", "aim") and not self.relative:
            real = not (self.unreal or self.told)
            self.found.append(Claim(token, "step", "going", real, self.number))
        self.aspect = "going"

    def _segment(self, aspect: Aspect) -> None:
        self.aspect, self.relative, self.light, self.noun, self.in_segment = aspect, False, False, None, 0

    def _light(self, token: str) -> None:
        """'telah dilakukan penggantian', 'perbaikan telah dilakukan': the noun says what was done."""
        if self.noun is not None:
            self._claim(token, self.noun)
            self.noun = None
        else:
            self.light = True

    def _noun(self, token: str, sort: Sort) -> None:
        done = self.aspect == "done" and (
            self.before in _BEFORE_VERBS or verbs.MARKERS.get(self.before) == "done"
        )
        if self.light or done or self.aspect in ("going", "will"):
            self._claim(token, sort)
            self.light = False
        else:
            self.noun = sort

    def _claim(self, token: str, sort: Sort) -> None:
        if self.relative:  # 'petugas yang menolak': background, not what is claimed
            self.relative, self.aspect = False, "bare"
            return
        if self.aspect == "aim" and sort in ("act", "end") and self.in_segment:
            self._means()
        self.in_segment += 1
        aspect: Aspect = "will" if self.hoped and self.aspect in ("done", "bare", "will") else self.aspect
        real = not (self.unreal or self.told)
        self.found.append(Claim(token, sort, aspect, real, self.number))
        if sort == "step" and verbs.ASKING.fullmatch(token):
            self.aspect = "aim"


@lru_cache(maxsize=20_000)
def _known(word: str) -> tuple[Sort | None, bool]:
    return verbs.sort_of(word)
