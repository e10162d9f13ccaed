"""Stems an Indonesian word may have: affixes off, nasal sounds undone, one slip of the finger forgiven.

`dilecehkan`, `pelecehan`, `ngelecehin` and `di lecehkan` all come down to `leceh`, so that a word list names
a matter once and not each of its forms (morphology: Tata Bahasa Baku Bahasa Indonesia, ch. 4).
"""

from __future__ import annotations

from functools import lru_cache

_PARTICLES = ("lah", "kah", "pun", "nya", "ku", "mu", "tah")
# -in and -ang: Jakarta and Balinese; -ake, -e: Javanese.
_SUFFIXES = ("kan", "kn", "an", "i", "in", "ang", "ake")
_PREFIXES = (
    "di", "d", "ke", "se", "ter", "te", "ber", "be", "bel", "per", "pe", "pel", "memper", "diper", "tak",
)  # fmt: skip
# prefix -> first letters that the nasal may have swallowed ('' = none)
_NASAL = {
    "meng": ("", "k"), "peng": ("", "k"), "ng": ("", "k"), "nge": ("",),
    "meny": ("s",), "peny": ("s",), "ny": ("s",),
    "mem": ("", "p"), "pem": ("", "p"), "m": ("p",),
    "men": ("", "t"), "pen": ("", "t"), "n": ("t",),
    "me": ("",),
}  # fmt: skip
# Chat spellings, so that a phrase is listed once.
_CHAT = """
tdk=tidak gak=tidak ga=tidak nggak=tidak ngga=tidak enggak=tidak tak=tidak ndak=tidak
sonde=tidak yg=yang sy=saya sya=saya dgn=dengan blm=belum blum=belum udah=sudah sdh=sudah
udh=sudah su=sudah krn=karena karna=karena org=orang jgn=jangan dpt=dapat bs=bisa skrg=sekarang
skrang=sekarang bpk=bapak klg=keluarga sm=sama tau=tahu kalo=kalau klo=kalau dr=dari
kmrn=kemarin mlm=malam hr=hari lg=lagi pdhl=padahal sblm=sebelum stlh=setelah smpe=sampai
sampe=sampai utk=untuk dlm=dalam trus=terus ortu=orangtua tmpt=tempat krja=kerja byr=bayar
dibyr=dibayar plng=pulang skolah=sekolah sklh=sekolah rmh=rumah
"""
_SHORT = dict(pair.split("=") for pair in _CHAT.split())
_LONGEST = 30  # letters of a word; longer ones are no words, and would cost (T22)
_SHORTEST = 3  # a stem of fewer letters is none
_DEPTH = 3  # memper-, diper-, ke-ber-…-an: no word carries more prefixes


@lru_cache(maxsize=30_000)
def forms(word: str) -> tuple[str, ...]:
    """The word itself and every stem it may have, in no telling order. `word` is lower case."""
    if word.endswith("2") and word[:-1].isalpha():
        word = word[:-1]  # 'anak2': anak-anak
    if not _SHORTEST < len(word) <= _LONGEST or not word.isalpha():
        return (word, _SHORT[word]) if word in _SHORT else (word,)
    ends = {word, _SHORT.get(word, word)}
    for _ in range(2):
        ends |= {
            w[: -len(p)] for w in ends for p in _PARTICLES if w.endswith(p) and len(w) - len(p) >= _SHORTEST
        }
    ends |= {w[: -len(s)] for w in ends for s in _SUFFIXES if w.endswith(s) and len(w) - len(s) >= _SHORTEST}
    found, last = set(ends), set(ends)
    for _ in range(_DEPTH):
        last = {stem for w in last for stem in _unprefixed(w)} - found
        found |= last
    return tuple(found)


def bare(word: str) -> str:
    """The word without -nya, -lah and the like, but with its affixes."""
    ending = next((p for p in _PARTICLES if word.endswith(p) and len(word) - len(p) > _SHORTEST), "")
    return word[: len(word) - len(ending)]


def _unprefixed(word: str) -> list[str]:
    found = [word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= _SHORTEST]
    for prefix, swallowed in _NASAL.items():
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            found += [first + rest for first in swallowed if len(first + rest) >= _SHORTEST]
    return found


def slips(stem: str) -> frozenset[str]:
    """Spellings of a stem with one letter left out or two neighbours swapped."""
    left_out = {stem[:i] + stem[i + 1 :] for i in range(1, len(stem))}
    swapped = {stem[:i] + stem[i + 1] + stem[i] + stem[i + 2 :] for i in range(len(stem) - 1)}
    return frozenset((left_out | swapped) - {stem})


def shortened(word: str) -> frozenset[str]:
    """The word without each of its letters in turn: what it may be if one was typed too many."""
    return frozenset(word[:i] + word[i + 1 :] for i in range(1, len(word)))
