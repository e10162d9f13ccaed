"""Paragraphs and table rows of a text document -> lines; the cells of a row come as `label<TAB>value`.

One walker for Word, PowerPoint and OpenDocument: their elements differ in name only.
"""

from __future__ import annotations

from collections.abc import Mapping

from .finding import MOST_CHARACTERS, Bomb, Enough
from .packed import Reader, local
from .wording import TICKED, UNTICKED

_TEXT = frozenset({"t"})  # w:t, a:t, m:t: the only places of text in OOXML; in ODF it stands anywhere
_PARAGRAPH = frozenset({"p", "h"})
_ROW = frozenset({"tr", "table-row"})
_CELL = frozenset({"tc", "table-cell"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-", "softHyphen": "\xad"}
# Deleted or moved away under review, the second form of what was read already, remarks of editors.
_LEFT_OUT = frozenset(
    {
        "del",
        "moveFrom",
        "Fallback",
        "tracked-changes",
        "annotation",
        "pPr",
        "sectPr",
        "note-citation",
    }
)
_DEEP = 20  # tables within cells; each level copies the text of those below
# Boxes to tick, as pictures in the Wingdings fonts (w:sym, w:char).
_PICTURES = {
    **dict.fromkeys(("F0FE", "F0FD", "F0FC", "F0FB", "F078", "F052", "F053", "F054"), TICKED),
    **dict.fromkeys(("F0A8", "F06F", "F071", "F0A3", "F02A"), UNTICKED),
}
_OFF = frozenset({"0", "false", "off"})


class Flow(Reader):
    """Handlers for one or more XML parts; `text` is what a reader of the page would see."""

    def __init__(self, *, anywhere: bool) -> None:
        self._anywhere = anywhere  # ODF: character data of a paragraph counts wherever it stands
        self._pieces: list[list[str]] = [[]]  # of the page, and of each cell that is open
        self._rows: list[list[str]] = []
        self._skipped = 0  # open elements within something left out
        self._open = 0  # open elements in which characters are text
        self._size = 0
        self._hidden = False  # the run is formatted as hidden (w:vanish)
        self._prompt = False  # the content control shows its prompt, nobody has filled it in
        self._prompts: list[bool] = []
        self._ticked: bool | None = None  # within a box to tick of Word 97 (w:checkBox)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skipped or name in _LEFT_OUT or (name == "sdtContent" and self._prompt):
            self._skipped += 1
        elif name in _TEXT or (self._anywhere and name in _PARAGRAPH):
            self._open += 1
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif name == "s":
            self._add(" ")
        elif name in _ROW:
            self._rows.append([])
        elif name in _CELL:
            if len(self._pieces) > _DEEP:
                raise Bomb(f"tables nested more than {_DEEP} deep")
            self._pieces.append([])
        else:
            self._format(name, attributes)

    def _format(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "r":
            self._hidden = False
        elif name == "vanish":
            self._hidden = _value(attributes) not in _OFF
        elif name == "sdt":
            self._prompts.append(self._prompt)
            self._prompt = False
        elif name == "showingPlcHdr":
            self._prompt = _value(attributes) not in _OFF
        elif name == "sym":
            self._add(_PICTURES.get(_value(attributes, "char").upper(), ""))
        elif name == "checkBox":
            self._ticked = False
        elif name in ("default", "checked") and self._ticked is not None:
            self._ticked = _value(attributes) not in _OFF

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        if name in _TEXT or (self._anywhere and name in _PARAGRAPH):
            self._open -= 1
        if name in _PARAGRAPH:
            self._pieces[-1].append("\n")
        elif name == "r":
            self._hidden = False
        elif name == "checkBox" and self._ticked is not None:
            self._add(TICKED if self._ticked else UNTICKED)
            self._ticked = None
        elif name == "sdt" and self._prompts:
            self._prompt = self._prompts.pop()
        elif name in _CELL and len(self._pieces) > 1:
            cell = "".join(self._pieces.pop()).strip("\n")
            (self._rows[-1] if self._rows else self._pieces[-1]).append(cell)
        elif name in _ROW and self._rows:
            self._pieces[-1] += ["\t".join(self._rows.pop()), "\n"]

    def data(self, text: str) -> None:
        if self._open and not self._skipped:
            # White space of ODF is what separates words (ODF 1.3 part 3, 6.1.2), line ends included.
            self._add(" ".join(text.split("\n")) if self._anywhere else text)

    def _add(self, text: str) -> None:
        if not self._hidden:
            self._size += len(text)
            self._pieces[-1].append(text)
            if self._size > MOST_CHARACTERS:
                raise Enough

    @property
    def text(self) -> str:
        """As far as it was read: cells that are still open count like closed ones."""
        return "".join("".join(pieces) for pieces in self._pieces)


def _value(attributes: Mapping[str, str], wanted: str = "val") -> str:
    return next((value for name, value in attributes.items() if local(name) == wanted), "true")
