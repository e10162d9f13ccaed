"""likeness (pure): is this the report that we have already? Words, bands, marks; a person decides."""

from maild.likeness.choice import Found, Known, choose
from maild.likeness.comparison import Likeness, compare, resemblance
from maild.likeness.marks import Kind, Mark, marks_of, sealed
from maild.likeness.portrait import Portrait, bands_of, portrait, shingles_of
from maild.likeness.sentences import Sentence, marked
from maild.likeness.words import READ

__all__ = [
    "READ",
    "Found",
    "Kind",
    "Known",
    "Likeness",
    "Mark",
    "Portrait",
    "Sentence",
    "bands_of",
    "choose",
    "compare",
    "marked",
    "marks_of",
    "portrait",
    "resemblance",
    "sealed",
    "shingles_of",
]
