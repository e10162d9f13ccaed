"""The tree of an HTML document -> its lines: blocks, lists, tables, quotes, as a mail program shows them.

The walk is iterative, so that deep nesting loses nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maild.message import links, styles
from maild.message.styles import Look

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Never shown: head matter, and code. What stands in <noscript>, <object>, <video> is shown by mail programs,
# which run and play nothing.
_DROPPED = frozenset([
    "head", "script", "style", "title", "template", "link", "meta", "base", "datalist", "xml", "param",
    "source", "track", "frameset",
])  # fmt: skip
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table",
    "caption", "tbody", "tfoot", "thead", "tr", "ul",
])  # fmt: skip
_SPACED = frozenset([
    "p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table",
])  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_NO_BORDER = re.compile(r"\bborder(?:-left)?(?:-style)?\s{0,3}:\s{0,3}(?:none|0)", re.IGNORECASE)
_BORDER = re.compile(r"\bborder-left(?:-style|-width)?\s{0,3}:\s{0,3}(?!none|0(?!\.))", re.IGNORECASE)
_TOO_MANY_BREAKS = re.compile(r"\n{3,}")
# Newsletters fill the preview line with characters that have no width.
_FILLER = re.compile("(?:[ \xa0]?[\u200b\u200c\u200d\u2007\u034f\ufeff\u00ad\u2060]){3,}")
_WIDTHLESS = re.compile("[\u200b\ufeff\u00ad\u2060\u034f]")
_DEEPEST = 30  # marks before a quoted line; a bomb of nested quotes would write gigabytes (T21)
_CELLS = 25  # tables inside each other that are laid out; text moves up once for each
_TYPED = frozenset(["", "text", "email", "tel", "number", "date", "url", "submit", "button"])


def _only_indents(attributes: dict[str, str | None]) -> bool:
    """A blockquote by which 'increase indent' of Gmail, Apple Mail and webmails moves an own paragraph."""
    style = attributes.get("style") or ""
    bare = _NO_BORDER.search(style) is not None and _BORDER.search(style) is None
    return bare and "type" not in attributes and "class" not in attributes


class Walk:
    """One pass over the tree with an own stack; `line` is the line being written, `lines` those before it."""

    def __init__(self, *, sheet: bool, colours: bool = True) -> None:
        self.sheet, self.colours = sheet, colours
        self.lines: list[tuple[int, str]] = []  # depth of quotes, text
        self.line: list[str] = []
        self.quotes = self.verbatim = 0
        self.indents: list[bool] = []  # for each open blockquote, whether it quotes nothing
        self.links: list[tuple[str, list[str]]] = []
        self.numbers: list[int | None] = []  # the next number of each open list, None for bullets
        self.rows: list[list[list[tuple[int, str]]]] = []
        self.cells: list[tuple[list[tuple[int, str]], list[str]]] = []

    def run(self, root: LexborNode) -> str:
        stack: list[tuple[LexborNode | None, str, Look | bool]] = [(root, "", Look())]
        while stack:
            node, tag, look = stack.pop()
            if node is None:
                self._leave(tag, block=look is True)
                continue
            assert isinstance(look, Look)
            name = node.tag or ""
            if name == "-text":
                if not (look.unseen or (self.colours and look.colourless)):
                    self._write(node.text_content or "")
                continue
            if name in _DROPPED or name.startswith("-") or name == "!doctype":
                continue
            attributes = node.attributes
            style = styles.declared(attributes.get("style") or "") if attributes else {}
            if attributes:
                if "hidden" in attributes or styles.gone(style):
                    continue
                look = styles.inherit(look, style, attributes, sheet=self.sheet)
            if name == "a" and "color" not in style:
                look = Look(look.tiny, look.invisible, None, look.ground)  # links have a colour of their own
            if style and styles.verbatim(style) and name != "pre":
                self.verbatim += 1
                stack.append((None, "pre", False))
            block = name in _BLOCKS or (bool(style) and styles.block(style))
            self._enter(name, attributes, block=block)
            stack.append((None, name, block))
            child = node.last_child
            while child is not None:
                stack.append((child, "", look))
                child = child.prev
        self._break()
        text = "\n".join("> " * min(depth, _DEEPEST) + line for depth, line in self.lines)
        if not text.isascii():
            text = _WIDTHLESS.sub("", _FILLER.sub(" ", text))
        return _TOO_MANY_BREAKS.sub("\n\n", text).strip("\n")

    def _enter(self, tag: str, attributes: dict[str, str | None], *, block: bool) -> None:
        if block:
            self._break()
            if tag in _SPACED:
                self._gap()
        if tag == "br":
            self._break(force=True)
        elif tag == "blockquote":
            self.indents.append(_only_indents(attributes))
            self.quotes += not self.indents[-1]
        elif tag == "pre":
            self.verbatim += 1
        elif tag in ("ol", "ul"):
            self.numbers.append(_number(attributes.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            self.line.append(self._mark(attributes))
        elif tag == "hr":
            self.line.append("-" * 20)
        elif tag == "a":
            self.links.append((attributes.get("href") or "", []))
        elif tag == "img":
            self._write(f" {(attributes.get('alt') or '').strip()[:200]} ".replace("  ", ""))
        elif tag == "input":
            self._write(_entered(attributes))
        elif tag == "q":
            self._write("“")
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._open_cell()

    def _leave(self, tag: str, *, block: bool) -> None:
        if tag in ("td", "th"):
            self._close_cell()
        elif tag == "a" and self.links:
            self._target(*self.links.pop())
        elif tag == "q":
            self._write("”")
        elif tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()
        if block:
            self._break()
            if tag == "tr" and self.rows:
                self._row(self.rows.pop())
            if tag in _SPACED:
                self._gap()
        if tag == "blockquote":
            self.quotes -= not self.indents.pop()
        elif tag == "pre":
            self.verbatim -= 1

    def _mark(self, attributes: dict[str, str | None]) -> str:
        if not self.numbers or self.numbers[-1] is None:
            return "- "
        number = _number(attributes.get("value"), self.numbers[-1])
        self.numbers[-1] = number + 1
        return f"{number}. "

    def _open_cell(self) -> None:
        if self.rows and len(self.cells) < _CELLS:
            self.cells.append((self.lines, self.line))
            self.lines, self.line = [], []
        else:
            self.cells.append(([], ["\t"]))  # too deep to lay out: parted by a tab, nothing more

    def _close_cell(self) -> None:
        if not self.cells:
            return
        lines, line = self.cells.pop()
        if line == ["\t"]:
            self.line.append("\t")
            return
        self._break()
        while self.lines and not self.lines[-1][1]:
            self.lines.pop()
        cell = self.lines
        self.lines, self.line = lines, line
        self.rows[-1].append(cell)

    def _row(self, cells: list[list[tuple[int, str]]]) -> None:
        """Cells of one line each share a line, so that a label and its value stay together."""
        single = False
        for cell in cells:
            first = next((i for i, one in enumerate(cell) if one[1]), None)
            if first is None:
                continue
            depth, text = cell[first]
            if single and self.lines[-1][0] == depth:
                self.lines[-1] = (depth, f"{self.lines[-1][1]}\t{text}")
                self.lines += cell[first + 1 :]
            else:
                self.lines += cell[first:]
            single = len(cell) - first == 1

    def _target(self, href: str, text: list[str]) -> None:
        where = links.target(href, "".join(text).strip())
        if where:
            self._write(f" <{where}>")

    def _write(self, text: str) -> None:
        if self.links and len(self.links[-1][1]) < 50:
            self.links[-1][1].append(text)
        if self.verbatim:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self.line.append(first)
            for other in others:
                self._break(force=True)
                self.line.append(other)
        else:
            text = _BLANKS.sub(" ", text)
            if not self.line or self.line[-1].endswith((" ", "\t")):
                text = text.lstrip(" ")
            if text:
                self.line.append(text)

    def _break(self, *, force: bool = False) -> None:
        text = "".join(self.line).rstrip(" \t")
        if text or force:
            self.lines.append((self.quotes, text))
        self.line = []

    def _gap(self) -> None:
        if self.lines and self.lines[-1][1]:
            self.lines.append((self.quotes, ""))


def _entered(attributes: dict[str, str | None]) -> str:
    """What a person sees in the field of a form."""
    kind = (attributes.get("type") or "").lower()
    if kind in ("checkbox", "radio"):
        return " [x] " if "checked" in attributes else " [ ] "
    value = (attributes.get("value") or "").strip()
    return f" {value} " if value and kind in _TYPED else ""


def _number(value: str | None, otherwise: int) -> int:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise
