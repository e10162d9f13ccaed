"""Command lines of staff mails: `1 ok`, `2 instansi disdukcapil-buleleng`, `hold`, `catatan …`.

Indonesian first, English understood. Only the top of the new text is read, and a line is a command only if it
looks like one whole: free text that merely begins with such a word is left alone.
"""

from __future__ import annotations

import re
from datetime import date

from maild.intent.dates import named
from maild.intent.meaning import Command
from maild.intent.questions import IDS, asks_who, of_register, sentence

# verb -> words that people use for it. Argument: none, one word, a number, a date, or the rest of the line.
_WORDS = {
    "ok": "ok oke okay oks setuju disetujui ya acc yes",
    "agency": "agency instansi terlapor",
    "spam": "spam sampah",
    "case": "case perkara kasus nomor laporan",
    "hold": "hold tahan",
    "release": "release lepas lepaskan",
    "note": "note catatan catat",
    "close": "close tutup",
    "status": "status",
    "ask": "ask lengkapi tanya",
    "open": "open buka",
    "ignore": "ignore abaikan",
    "extend": "extend perpanjang perpanjangan",
    "disclose": "disclose",
    "offline": "offline luring",
    "show": "show lihat tampilkan",
    "retry": "retry ulangi",
    "transfer": "transfer limpahkan pelimpahan",
    "merge": "merge gabung gabungkan",
    "separate": "separate pisah pisahkan",
    "re-examine": "re-examine reexamine",
    "inspectorate": "inspectorate inspektorat",
    "enrol": "enrol angkat narahubung",
    "appoint": "appoint tunjuk",
    "welcome": "welcome sambut",
    "confirm": "confirm konfirmasi",
    "correct": "correct perbaiki",
    "coverage": "coverage cakupan",
}
_VERB_OF = {word: verb for verb, words in _WORDS.items() for word in words.split()}
_PHRASES = {
    "buka identitas": "disclose",
    "lepas tahan": "release",
    "periksa ulang": "re-examine",
    "re examine": "re-examine",
    "buka kembali": "re-examine",
    "tanya inspektorat": "inspectorate",
    "bukan spam": "open",
    "kirim ulang": "retry",
    "minta penunjukan": "appoint",
}
_BARE = frozenset(
    {"ok", "spam", "hold", "release", "status", "open", "ignore", "disclose", "ask", "show", "retry"}
)
_REST = frozenset({"note", "close", "offline", "disclose", "re-examine"})
_HESITATES = re.compile(
    r"\b(?:jangan|belum|tidak|tak|tunggu|nanti|dulu|batal|apakah|boleh|bolehkah|bisa|not|never|wait|may"
    r"|can)\b",
    re.IGNORECASE,
)

_ONE = r"\d{1,7}(?:\s{0,2}[-–]\s{0,2}\d{1,7})?"  # numbers of questions grow for ever
_ITEMS = rf"{_ONE}(?:(?:\s{{0,2}}[,;&+]\s{{0,2}}|\s{{1,3}}(?:dan |and )?){_ONE}){{0,40}}"
_VERBS = "|".join(sorted([*map(re.escape, _PHRASES), *_VERB_OF], key=len, reverse=True))
_LINE = re.compile(
    rf"^[\s*•·]{{0,4}}(?:(?:no|nomor|butir|"
    rf"#)\.?\s{{0,2}})?(?P<items>{_ITEMS})?\s{{0,3}}[.):=:\-–]{{0,2}}\s{{0,3}}(?P<verb>{_VERBS})(?![\w'’])(?P<rest>.*)$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?")
_NUMBER = re.compile(r"[A-Za-z0-9]{1,8}(?:\s?[/\\.-]\s?[A-Za-z0-9-]{1,10}){2,12}")
_AGENCY = re.compile(
    r"[a-z0-9][a-z0-9._-]{1,60}(?:\s{0,2}[,+&]\s{0,2}[a-z0-9][a-z0-9._-]{1,60}){0,5}", re.IGNORECASE
)
_OFFICE = re.compile(r"[A-Za-z0-9-]{1,20}(?:[ :,]{1,3}\S.{0,160})?")  # its code, and perhaps a reason
_LACKS = frozenset({"nama", "alamat", "terlapor", "uraian", "upaya", "identitas", "dan"})  # of Report.missing
_EVERYTHING = frozenset({"semua", "all"})
# Behind a bare command.
_COURTESY = frozenset({"ya", "saja", "pak", "bu", "dulu", "min", "please", "tolong", "mas", "mbak"})
_GREETING = re.compile(
    r"^\W{0,3}(?:yth|dear|halo|hai|hi|hello|selamat|pagi|siang|sore|malam|assalam\w*|salam"
    r"|om swasti?y?astu|shalom|syalom|mohon|tolong|baik|terima kasih|maild|admin)\b.{0,60}$",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^\W{0,3}(?:terima kasih|makasih|trims|thanks|thank you|salam|hormat|suksma|tks|thx"
    r"|best regards|regards)\b",
    re.IGNORECASE,
)
_SKIPPED = 3  # lines of another kind that may stand above or between commands


def parse(new_text: str) -> tuple[Command, ...]:
    """Commands at the top of a mail's new text, in order; `1 2 ok` and `1-2 ok` give one per number.

    Quoted lines do not count. After three lines that are no commands the rest is free text.
    """
    found: list[Command] = []
    other = 0
    for line in new_text.split("\n")[:200]:
        text = line.strip().strip("\u200b\ufeff")
        if not text or text.startswith(">"):
            continue
        commands = _line(text)
        if commands:
            found += commands
            continue
        if _THANKS.match(text):
            break
        other += 0 if _GREETING.match(text) and len(text) < 60 else 1
        if other >= _SKIPPED:
            break
    return tuple(found)


def _line(text: str) -> list[Command]:
    if len(text) > 400:
        return []
    asked = asks_who(text)
    if asked is not None:
        return [Command(None, "who", asked, text)]
    match = _LINE.match(text)
    if not match:
        return []
    word = " ".join(match["verb"].lower().split())
    verb = _PHRASES.get(word) or _VERB_OF[word]
    argument = _argument(verb, match["rest"], has_items=match["items"] is not None)
    if argument is None:
        return []
    return [Command(item, verb, argument, text) for item in _items(match["items"])]


def _items(written: str | None) -> list[int | None]:
    if not written:
        return [None]
    found: list[int | None] = []
    for first, last in _RANGE.findall(written):
        start, end = int(first), int(last or first)
        found += range(start, min(end, start + 200) + 1) if end >= start else [start, end]
    return list(dict.fromkeys(found))


def _argument(verb: str, rest: str, *, has_items: bool) -> str | None:
    """The argument if the rest of the line fits the verb, else None: then the line is no command."""
    if rest and rest[0] not in " \t:,.;!=-–>":
        return None
    text = rest.strip().strip(":=,;").strip() if verb in _REST else rest.strip(" \t:=,;.!-–>")
    if verb in _REST:
        return _free(verb, text, rest, has_items=has_items)
    if verb == "agency":
        return (
            text
            if _AGENCY.fullmatch(text) or (has_items and 0 < len(text) <= 80 and not sentence(text))
            else None
        )
    if verb == "enrol":
        return rest.strip(" \t:=,;.!") if "@" in rest and _AGENCY.match(text) else None
    if verb in ("appoint", "welcome", "confirm", "correct", "coverage"):
        return of_register(verb, rest.strip(" \t:=,;.!?-–"), has_items=has_items)
    if verb == "transfer":
        return text if _OFFICE.fullmatch(text) and (has_items or len(text.split()) == 1) else None
    if verb == "ask" and text and _LACKS.issuperset(re.split(r"[\s,;&+]+", text.lower())):
        return text
    if verb in ("merge", "separate"):
        return _other_case(text)
    if verb == "inspectorate":
        ids = re.sub(r"\s(?:kepala|head|pengganti|deputy)$", "", text.lower())
        return text if not text or IDS.fullmatch(ids) else None
    if verb == "case":
        return text if _NUMBER.fullmatch(text) else None
    if verb == "extend":
        return text if text and len(text) <= 60 and named(text, date(2000, 1, 1)) is not None else None
    if not text:
        return ""
    if _NUMBER.fullmatch(text):  # `status 0012/LM/VIII/2026/DPS`
        return text
    if verb in ("ask", "open", "ok") and has_items and len(text) <= 120 and not sentence(text):
        return text
    if text.lower() in _EVERYTHING:
        return text.lower()
    return "" if text.lower() in _COURTESY else None


_TOWARDS = re.compile(
    r"^(?:(?:ke|kpd|kepada|dengan|dgn|dari|with|into|to|from|perkara|nomor|no)\.?\s+){0,2}", re.IGNORECASE
)


def _other_case(text: str) -> str | None:
    """'gabung', 'gabung ke 0001/LM/…'; more is a sentence."""
    number = _TOWARDS.sub("", f"{text} ").strip()
    if number.lower() in ("", "saja", "ya", "pak", "bu", "please", "keduanya", "them"):
        return ""
    return number if _NUMBER.fullmatch(number) else None


def _free(verb: str, text: str, rest: str, *, has_items: bool) -> str | None:
    """note, close, offline and disclose take the rest of the line."""
    if not text:
        return "" if verb != "note" else None
    if has_items or rest.lstrip().startswith((":", "=", "-", "–")):
        return text
    if verb == "disclose" and _HESITATES.search(text):
        return None  # 'buka identitas jangan dulu': an identity once told cannot be taken back
    if verb == "close":
        return (
            text
            if len(text) <= 160
            and not re.match(r"(?:kasus|laporan|perkara)\b.*\b(?:ini|itu)\b.*\?", text, re.IGNORECASE)
            else None
        )
    return text if not text.endswith("?") else None
