"""Bands of a text: equal numbers where two texts share much, so that a database finds one by the other.

MinHash in bands (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.3-3.4). With twenty
bands of two, texts that share half of their shingles meet in at least one band in 99.7 of 100 cases, texts
that share a twentieth in 5 of 100: those are told apart afterwards, by their words.
"""

from __future__ import annotations

import struct
from collections.abc import Collection
from hashlib import blake2b, shake_128

BANDS = 20
_VALUES = struct.Struct(f">{2 * BANDS}I")  # 160 bytes: one block of SHAKE-128, that is one permutation
_BAND = struct.Struct(">BII")
_MOST = 160  # shingles that are looked at; of more those with the smallest hashes, the same ones in any text


def bands(shingles: Collection[str], scope: str) -> tuple[int, ...]:
    """Signed 64-bit numbers, one a band; () for a text without shingles. Texts of two scopes never meet."""
    if not shingles:
        return ()
    lowest = _lowest([_VALUES.unpack(shake_128(s).digest(_VALUES.size)) for s in _sample(shingles)])
    salt = scope.encode()
    return tuple(_number(_BAND.pack(i, *lowest[2 * i : 2 * i + 2]), salt) for i in range(BANDS))


def _sample(shingles: Collection[str]) -> list[bytes]:
    encoded = [shingle.encode() for shingle in shingles]
    if len(encoded) <= _MOST:
        return encoded
    return sorted(encoded, key=lambda s: blake2b(s, digest_size=8).digest())[:_MOST]


def _lowest(hashes: list[tuple[int, ...]]) -> list[int]:
    return list(map(min, *hashes)) if len(hashes) > 1 else list(hashes[0])


def _number(text: bytes, salt: bytes) -> int:
    return int.from_bytes(blake2b(text, digest_size=8, key=salt[:64]).digest(), signed=True)
