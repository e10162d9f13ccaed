"""What is wrong in a configuration file, said so that it can be mended."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Whatever follows such a key stays off the screen and out of the journal (T37).
_SECRET = re.compile(
    r"""(\b(?:\w*_)?(?:password|passwd|pass|secret|token)["']?\s*[:=]\s*)\S.*""", re.IGNORECASE
)
_URL = re.compile(r"(://[^/@\s:]*:)[^@\s]+@")


def masked(text: str) -> str:
    """`text` without passwords: of `password: …` lines and of URLs."""
    return _URL.sub(r"\1***@", _SECRET.sub(r"\1***", text))


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """One fault. `str()` is what the admin sees: place, what was found, what was wanted, a hint, the line."""

    file: str
    line: int  # from 1
    column: int  # from 1
    where: str  # dotted path of the key, '' for the file as a whole
    found: str
    wanted: str
    hint: str = ""
    source: str = ""  # the line as it stands in the file, masked

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f"; {self.hint}" if self.hint else ""
        said = f"{self.file}:{self.line}:{self.column}: {where}found {self.found}, wanted {self.wanted}{hint}"
        if not self.source.strip():
            return said
        # Masking may have shortened the line to before the column.
        caret = f"\n    {' ' * (self.column - 1)}^" if self.column <= len(self.source) else ""
        return f"{said}\n    {self.source}{caret}"
