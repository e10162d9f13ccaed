"""Every kind of letter: its name, who reads it, what its template is given, and sample data for `check`.

Names L.. are those of the catalogue of official letters, N.. are notices to staff. `*_words` are finished
words in the recipient's language and zone ("Kamis, 15 Oktober 2026 pukul 23.59 WITA"); `due_explanation` says
how a date was reckoned. Lists may be empty. `buttons` are mappings with `label` and `href`
(see `maild.letters.button.button`). None prints as nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from maild.letters.kinds.agencies import AGENCIES
from maild.letters.kinds.kind import Kind
from maild.letters.kinds.offices import OFFICES
from maild.letters.kinds.reporters import REPORTERS
from maild.letters.kinds.samples import sample_frame
from maild.letters.kinds.staff import STAFF
from maild.letters.kinds.upkeep import UPKEEP

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in sorted((*REPORTERS, *AGENCIES, *OFFICES, *STAFF, *UPKEEP), key=lambda kind: kind.name)
}

__all__ = ["KINDS", "Kind", "sample_frame"]
