"""A complaint retold for the agency: the facts stay, the person goes (UU 37/2008 art. 24(2); P2, P3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from maild.letters.disclosure import (
    ADDRESS,
    BULLET,
    IDENTITY,
    NAME,
    NUMBER,
    PART,
    PHONE,
    masked,
    without_form,
)
from maild.letters.identity import (
    NOISE,
    STREET,
    WORD,
    Identity,
    Traces,
    fold,
    found,
    is_name,
    squeezed,
    traces,
    words,
)
from maild.letters.kinship import NOT_NAMES, introduced, shouted
from maild.letters.salutation import without_formalities

NOTHING_SAID = "[tidak ada uraian tertulis; mohon menghubungi kantor kami]"
NOTHING_LEFT = "[uraian disamarkan seluruhnya; mohon menghubungi kantor kami]"
_LIMIT = 6000  # characters; a focal point reads a summary, not a file
_READ = 16_000  # characters that are looked at, and 200 of each word: patterns stay fast on any text (T22)
_ENDLESS = re.compile(r"(\S{200})\S+")

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LABELLED = re.compile(rf"{BULLET}(?!https?:)[\w /.]{{2,30}}\s*[:=]\s*\S")
_ITEM = re.compile(r"(?:(\d{1,2})\s*[.)]|[-*•–])\s")
_MARKER = re.compile(r"\[[a-z ]+ disamarkan\]")
_HOMEWARD = re.compile(
    r"^(?:jl|jln|jalan|br|banjar|desa|dusun|gang|gg|perum\w*|alamat)\b.{0,80}$", re.IGNORECASE
)
_OWN_NUMBER = (
    rf"(?:(?:NIK|No\.? ?KTP|KTP)(?: (?:saya|sy))?[\s:]*{re.escape(IDENTITY)}|"
    rf"(?:(?:no(?:mor|\.)? ?)?(?:HP|WA|telp\.?|telepon))(?: (?:saya|sy))?[\s:]*{re.escape(PHONE)})"
)
_OWN_NUMBERS = re.compile(
    rf"\s*\({_OWN_NUMBER}(?:[,;/ ]+{_OWN_NUMBER})*\)|[,;]?\s*\b{_OWN_NUMBER}", re.IGNORECASE
)
_SENTENCES = re.compile(
    r"(?<=[.?!])(?<!\bjl\.)(?<!\bno\.)(?<!\bgg\.)(?<!\bbr\.)(?<!\bny\.)(?<!\bdr\.)(?<!\bjln\.)(?<!\bsdr\.)(?<!\bdrs\.)"
    r"(?<!\bkec\.)(?<!\bkab\.)(?<!\bkel\.)(?<!\balm\.)(?<!\btgl\.)(?<!\btn\.)(?<!\bs\.d\.)(?<!\ba\.n\.)\s+",
    re.IGNORECASE,
)


def summarise(text: str, identity: Identity) -> str:
    """The complaint without greeting, signature, form lines and whatever names the reporter or relatives.

    Neutral markers such as [nama disamarkan] stand where something was taken out. The result never contains a
    trace that `leaks` would find: what cannot be taken out word by word goes sentence by sentence.
    """
    long = len(text) > _READ
    text = _ENDLESS.sub(r"\1…", text[:_READ])
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n")))
    body = without_form("\n".join(without_formalities(_reflowed(text))))
    everyone = replace(identity, names=(*identity.names, *introduced(body)))
    body = _without_traces(masked(body), traces(everyone))
    return _surely_clean(_shortened(_tidy(body), long), traces(identity))


def _reflowed(text: str) -> list[str]:
    """Lines as the writer meant them: what a mail program broke at its right edge is joined again."""
    raw = [line.expandtabs(4) for line in text.split("\n")]
    edge = max((len(line.strip()) for line in raw if len(line.strip()) <= 100), default=0)
    lines: list[str] = []
    before, number, field = "", 0, False
    for source in raw:
        line = " ".join(source.split())
        item = _ITEM.match(line)
        counted = int(item[1]) if item and item[1] else None
        label = _LABELLED.match(line) is not None
        begins = label or (item is not None and counted in (None, 1, number + 1))
        number = counted if begins and counted else number
        field = label or (field and source.startswith("    "))  # the value of a form line, continued
        full = edge >= 50 and edge - 3 < len(before) + 1 + len(line.split(" ", 1)[0]) and len(before) <= 100
        if before and line and not begins and (full or field):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        before = line
    return lines


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str  # folded


def _without_traces(text: str, sought: Traces) -> str:
    tokens = [_Token(m.start(), m.end(), "".join(words(fold(m[0])))) for m in WORD.finditer(text)]
    spans = [(start, end, NAME) for start, end in _names(text, tokens, sought)]
    spans += [(start, end, NAME) for start, end in _phrases(tokens, sought.titles)]
    kept = [replace(t, word=_standard(t.word)) for t in tokens if t.word not in NOISE]
    spans += [(start, end, ADDRESS) for start, end in _phrases(kept, sought.phrases)]
    spans += [(m.start(), m.end(), NUMBER) for m in _RUN.finditer(text) if _holds(m[0], sought)]
    out, last = [], 0
    for start, end, marker in sorted(spans):
        if start >= last:
            out += [text[last:start], marker]
        last = max(last, end)
    return "".join([*out, text[last:]])


_RUN = re.compile(r"\w*\d(?:[\s.\-/()_,:*·|]{0,3}\w*\d\w*)*")


def _holds(run: str, sought: Traces) -> bool:
    folded = fold(run)
    digits = re.sub(r"\D+", "", folded)
    return any(d in digits for d in sought.digits) or any(c in squeezed(folded) for c in sought.codes)


def _standard(word: str) -> str:
    return STREET.get(word, (word.lstrip("0") or word) if word.isdigit() else word)


def _names(text: str, tokens: Sequence[_Token], sought: Traces) -> Iterable[tuple[int, int]]:
    """Spans of name words, with the small and capitalised words beside them that belong to the name."""
    hits = [is_name(t.word, sought) or any(g in t.word for g in sought.glued) for t in tokens]
    joined = [
        not text[a.end : b.start].strip(" .'’-") and "\n" not in text[a.end : b.start]
        for a, b in pairwise(tokens)
    ]
    loud = shouted(text)
    for n in range(1, len(tokens)):  # Desri Sae -> the surname is known, what follows or precedes it is not
        if hits[n - 1] and joined[n - 1] and not hits[n]:
            hits[n] = tokens[n].word in sought.short or (not loud and _name_like(text, tokens[n]))
    for n in range(len(tokens) - 2, -1, -1):
        if hits[n + 1] and joined[n] and not hits[n]:
            within_sentence = (
                n > 0 and text[tokens[n].start - 1] == " " and text[tokens[n].start - 2] not in ".?!\n:"
            )
            capital = not loud and within_sentence and _name_like(text, tokens[n])
            hits[n] = tokens[n].word in sought.short or capital
    start = None
    for n, hit in enumerate(hits):
        if hit and start is None:
            start = tokens[n].start
        if start is not None and not (n + 1 < len(hits) and hits[n + 1] and joined[n]):
            yield start, tokens[n].end
            start = None


def _name_like(text: str, token: _Token) -> bool:
    word = text[token.start : token.end]
    return word[0].isupper() and not word.isupper() and token.word not in NOT_NAMES


def _phrases(tokens: Sequence[_Token], phrases: Iterable[tuple[str, ...]]) -> Iterable[tuple[int, int]]:
    plain = [token.word for token in tokens]
    for phrase in phrases:
        size = len(phrase)
        for n in range(len(plain) - size + 1):
            if tuple(plain[n : n + size]) == phrase:
                yield tokens[n].start, tokens[n + size - 1].end


def _tidy(text: str) -> str:
    text = _OWN_NUMBERS.sub("\x00", text)
    text = re.sub(r"([.,]?)\s*\x00\s?([.,]?)", lambda m: m[1] or m[2], text)
    text = re.sub(r"(\[[a-z ]+ disamarkan\])(?:[\s,]+\1)+", r"\1", text)
    text = re.sub(r"\(\s*[,;]?\s*\)", "", text)
    text = re.sub(r"(?<=\()\s*[,;]\s*|\](\.)(?=,)", lambda m: "]" if m[1] else "", text)
    lines = [" ".join(s for s in _SENTENCES.split(line) if not _introduction(s)) for line in text.split("\n")]
    lines = [re.sub(r"\s+([,.;])", r"\1", " ".join(line.split())).strip(" ,;") for line in lines]
    while lines and (not lines[-1] or _signature(lines[-1])):
        lines.pop()
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    text = "\n".join(kept).strip()
    return text[:1].upper() + text[1:]


def _introduction(sentence: str) -> bool:
    """Two markers and hardly a word beside them: it only says who writes."""
    markers = _MARKER.findall(sentence)
    telling = re.findall(r"[^\W\d_]{3,}", _MARKER.sub(" ", sentence))
    return bool(markers) and (not telling or (NAME in markers and len(markers) >= 2 and len(telling) <= 6))


def _signature(line: str) -> bool:
    return (line.startswith(NAME) and len(line) < 160) or bool(_HOMEWARD.match(line))


def _shortened(text: str, long: bool) -> str:
    if len(text) <= _LIMIT and not long:
        return text
    cut = (
        len(text)
        if len(text) <= _LIMIT
        else max(text.rfind(". ", 0, _LIMIT), text.rfind("\n", 0, _LIMIT), 3000)
    )
    return text[: cut + 1].rstrip() + "\n\n[ringkasan dipotong; uraian lengkap ada pada kantor kami]"


def _surely_clean(text: str, sought: Traces) -> str:
    """The promise: `leaks` finds nothing in what is returned."""
    if not text:
        return NOTHING_SAID
    if found(fold(text), sought):
        pieces = re.split(r"(?<=[.?\n])", text)
        cleared = (PART + s[len(s.rstrip()) :] if found(fold(s), sought) else s for s in pieces)
        text = "".join(cleared).strip()
    return NOTHING_LEFT if found(fold(text), sought) else text
