"""HTML -> the text a person would see. Nothing is fetched, run or followed (T26).

lexbor reads what browsers read; the walk is our own and iterative, so deep nesting loses nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DROPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "title",
        "noscript",
        "template",
        "object",
        "embed",
        "iframe",
        "svg",
        "math",
        "audio",
        "video",
        "canvas",
        "map",
        "select",
        "textarea",
        "button",
        "input",
        "link",
        "meta",
        "base",
        "applet",
        "frameset",
        "xml",
    ]
) - {"textarea", "button"}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_SPACED = frozenset(["p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table"])
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0?\.?0+\s*(?:;|!|$)|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)"
    r"|(?:text-indent|left|top)\s*:\s*-\d{4,}px",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)|transparent\b)",
    re.IGNORECASE,
)
_GROUND = re.compile(r"background", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_TOO_MANY_BREAKS = re.compile(r"\n{3,}")


# What no mail program writes by itself: code that would run, or that would fetch something on its own.
_ACTIVE = re.compile(
    r"<(?:script|iframe|object|embed|applet|form)\b|\son[a-z]{3,20}\s{0,3}=|\bjavascript:"
    r"|<meta\b[^<>]{0,200}\bhttp-equiv\s{0,3}=\s{0,3}[\"']?refresh",
    re.IGNORECASE,
)
ACTIVE = "active content in HTML"


def active(markup: str) -> bool:
    """Whether the HTML carries scripts, event handlers, forms, frames or a redirection (T26)."""
    return _ACTIVE.search(markup) is not None


def to_text(markup: str, limit: int = 1_000_000) -> str:
    """Readable text: blocks on lines, table cells parted by tabs, quotes marked with '> '.

    Markup beyond `limit` characters is kept, but only stripped of its tags, not laid out.
    """
    from selectolax.lexbor import LexborHTMLParser  # lazy: commands that read no mail need not load it

    head, rest = markup[:limit], markup[limit:]
    root = LexborHTMLParser(head.replace("\0", "")).body
    text = _Walk().run(root) if root is not None else ""
    return text + "\n" + re.sub(r"<[^<>]{0,2000}>", " ", rest) if rest else text


def _hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    style = attributes.get("style") or ""
    if not style:
        return False
    return bool(_HIDDEN.search(style) or (_WHITE.search(style) and not _GROUND.search(style)))


class _Walk:
    """One pass over the tree with an own stack; `line` is the line being written."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quotes = 0
        self.verbatim = 0

    def run(self, root: LexborNode) -> str:
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self._leave(node.tag or "")
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._write(node.text_content or "")
                continue
            if tag in _DROPPED or tag.startswith("-") or tag == "!doctype" or _hidden(node):
                continue
            self._enter(node, tag)
            stack.append((node, True))
            child = node.last_child
            while child is not None:
                stack.append((child, False))
                child = child.prev
        self._break()
        return _TOO_MANY_BREAKS.sub("\n\n", "\n".join(self.lines)).strip("\n")

    def _enter(self, node: LexborNode, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
            if tag in _SPACED:
                self._gap()
        if tag == "br":
            self._break(force=True)
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "pre":
            self.verbatim += 1
        elif tag == "li":
            self.line.append("- ")
        elif tag == "hr":
            self.line.append("-" * 20)
        elif tag == "img":
            self._write(f" {(node.attributes.get('alt') or '').strip()[:200]} ".replace("  ", ""))

    def _leave(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.line.append("\t")
        if tag in _BLOCKS:
            self._break()
            if tag in _SPACED:
                self._gap()
        if tag == "blockquote":
            self.quotes -= 1
        elif tag == "pre":
            self.verbatim -= 1

    def _write(self, text: str) -> None:
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
            self.lines.append("> " * self.quotes + text)
        self.line = []

    def _gap(self) -> None:
        if self.lines and self.lines[-1].strip("> "):
            self.lines.append("> " * self.quotes if self.quotes else "")
