"""What a notice of absence tells: until when, who stands in, and at which address (domain.md 5.1, 7).

Facts for a person to act on: nothing is ever sent to an address found here (R13).
"""

from __future__ import annotations

import re
from datetime import date

from maild.intent import dates
from maild.intent.wording import plain

_LIMIT = 3_000  # characters: a notice is short, a signature follows
# Words that stand before the last day, or the day of return, in the order of how surely they do.
_UNTIL = (
    re.compile(r"\b(?:sampai|hingga|s/d|sampe|until|till|through|thru)\b(?: dengan)?(?: pada)?(?: hari)?"),
    re.compile(
        r"\b(?:kembali|masuk|aktif|bertugas|bekerja|ngantor|berkantor)\b(?: (?:lagi|ke kantor|bekerja"
        r"|bertugas|aktif"
        r"|masuk|di kantor|berkantor|seperti biasa))*|\b(?:return\w*|back|be in|reopen\w*|buka kembali)\b"
    ),
    re.compile(r"\b(?:cuti|libur|dinas luar|diklat|tutup|closed|leave|away|perjalanan dinas|selama|tugas)\b"),
)
_RANGE = re.compile(
    r"(?<![\d/.-])\d{1,2}(?: ?[a-z]{3,9})?(?: (?:19|20)\d\d)? ?"
    r"(?:-|sampai(?: dengan)?|hingga"
    r"|to) ?(?=\d{1,2}[ /.-])"
)
_SENTENCE_END = re.compile(r"[;!?\n]|\.(?= [a-z]|$)(?<!tgl\.)(?<!sept\.)(?<!agt\.)")

_SPEC = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
# A colleague is named behind one of these.
_CUE = re.compile(
    r"(?:menghubungi|hubungi|\bhub\b\.?|kontak(?: ke)?|koordinasi(?:kan)? (?:dengan|ke|kepada)"
    r"|disampaikan kepada"
    r"|di(?:tujukan|alihkan|teruskan|limpahkan) (?:ke|kepada)|ditangani oleh|ditangani|diwakili oleh"
    r"|diwakili"
    r"|digantikan oleh|digantikan|dilaksanakan oleh|dijalankan oleh|pengganti(?: saya)?(?: adalah)?"
    r"|\b(?:plh|plt|pjs?|p\.l\.h)\b\.?[^,:\n@]{0,60}?(?:adalah|oleh|yaitu|:)|\b(?:plh|plt"
    r"|pjs?)\b\.?(?: saya)?"
    r"|pelaksana (?:harian|tugas)[^,:\n@]{0,60}?(?:adalah|oleh|yaitu|:)"
    r"|please (?:contact|e-?mail|call|reach(?: out to)?)|\bcontact(?:ing)?\b|reach out to"
    r"|get in touch with"
    r"|refer(?:red)? to|forward(?:ed)? to|directed to|covered by|replaced by|my (?:colleague|deputy"
    r"|backup)"
    r"|in my absence,?)"
    r"[\s,:]{0,3}(?:(?:langsung|ke|kepada|dengan|to|rekan (?:saya|kami)|kolega saya|my colleague,?"
    r"|staf kami"
    r"|pejabat pengganti|adalah)[\s,:]{1,3}){0,2}",
    re.IGNORECASE,
)
_COVERS = re.compile(
    r"(?=\b[A-Z])(?P<name>(?:[A-Z][\w.'’-]*[ ]?){1,5}) (?:will be (?:covering|handling|in charge)"
    r"|is covering)"
)
_HONORIFIC = (
    r"(?:(?:Sdri?|Saudar[ai]|Bapak|Ibu|Bpk|Bp|Pak|Bu|Mbak|Mas|Kak|Bli|Mr|Mrs|Ms|Dr|dr|drg|Ir|Drs|Dra|H"
    r"|Hj)"
    r"\b\.?[ ]?)"
)
_WORD = r"[A-Z](?:[\w'’-]|\.(?=[A-Z][\w.]))*"
_NAME = re.compile(rf"{_HONORIFIC}{{0,3}}(?P<name>{_WORD}(?:[ ](?:{_WORD}|bin|binti|de|da)){{0,6}})")
_TITLED = re.compile(rf"\b{_HONORIFIC}{{1,3}}(?P<name>{_WORD}(?:[ ](?:{_WORD}|bin|binti|de|da)){{0,6}})")
_NOBODY = re.compile(
    r"^(?:Anda|Saya|Kami|Email|E-?mail|Surel|Telepon|Telp|Nomor|No|WA|WhatsApp|HP|Call|Senin|Selasa"
    r"|Rabu|Kamis|Jumat"
    r"|Monday|Friday|Kepala|Tanggal|Me|Us|The|Our|For|Untuk|Terima|Jl|Jalan)\b",
)


def facts(new_text: str, sender: str, today: date) -> dict[str, str]:
    """`until` (ISO date), `substitute`, `substitute_address`, as far as the notice names them.

    `sender` is the address of who is absent: never a substitute. `today` helps dates without a year.
    """
    text = new_text[:_LIMIT]
    found: dict[str, str] = {}
    day = until(text, today)
    if day is not None:
        found["until"] = day.isoformat()
    name, address = substitute(text, sender)
    if name:
        found["substitute"] = name
    if address:
        found["substitute_address"] = address
    return found


def until(text: str, today: date) -> date | None:
    """The last day of the absence, or the day of return, whichever the notice names."""
    words = plain(_SPEC.sub(" ", text))
    ranged = _RANGE.search(words)
    if ranged:
        found = dates.named(words[ranged.end() : ranged.end() + 40].partition(". ")[0], today)
        if found is not None:
            return found
    for cue in _UNTIL:
        for one in cue.finditer(words):
            found = dates.named(_clause(words, one.end()), today)
            if found is not None:
                return found
    return None


def _clause(words: str, at: int) -> str:
    """What follows a word within its sentence; full stops of dates (01.09.2026) do not end it."""
    rest = words[at : at + 70]
    end = _SENTENCE_END.search(rest)
    return rest[: end.start()] if end else rest


def substitute(text: str, sender: str) -> tuple[str, str]:
    """Name and address of who stands in; '' for what the notice leaves out."""
    flat = re.sub(r"[ \t\xa0]*\n[ \t\xa0]*(?=\S)", " ", text)
    best = ("", "")
    for cue in _CUE.finditer(flat):
        after = flat[cue.end() : cue.end() + 220]
        name = _name(after)
        address = _address(after.partition("\n")[0], sender)
        if name and address:
            return name, address
        best = (best[0] or name, best[1] or address)
    covers = _COVERS.search(flat)
    if not best[0] and covers:
        best = (covers["name"].strip(), best[1])
    others = {one.lower().rstrip(".") for one in _SPEC.findall(flat)} - {sender.lower()}
    return best[0], best[1] or (others.pop() if len(others) == 1 else "")


def _name(after: str) -> str:
    """A name with 'Sdr.' or the like before it, even behind an office ('Plh. Kadis Bapak …'); else what
    follows at once, if it can be a name."""
    near = after.partition("@")[0][:90].partition("\n")[0]
    found = _TITLED.search(near) or _NAME.match(near)
    if not found or _NOBODY.match(found["name"]) or after[found.end() : found.end() + 1] == "@":
        return ""
    return found["name"].strip(" .'’-")


def _address(after: str, sender: str) -> str:
    for one in _SPEC.findall(after):
        address = one.lower().rstrip(".")
        if address != sender.lower():
            return str(address)
    return ""
