"""HTML -> the text a person would see. Nothing is fetched, run or followed (T26).

lexbor reads what browsers read; the walk over its tree is our own (html_lines). When in doubt whether
something is seen, it is kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maild.message import markup_bombs
from maild.message.html_lines import Walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BRACKETS = re.compile(r"<(?=[^<>]{0,2000}<)")  # an opening one that never closes
_TAGS = re.compile(r"<[^<>]{0,2000}>")

# What no mail program writes by itself: code that would run, or that would fetch something on its own.
# Each begins with fixed characters, so that a large document in lower case is looked through fast.
_ACTIVE = (
    re.compile(r"<(?:script|iframe|object|embed|applet|form)\b"),
    re.compile(r"javascript:"),
    re.compile(r"<meta\b[^<>]{0,200}\bhttp-equiv\s{0,3}=\s{0,3}[\"']?refresh"),
)
_HANDLER = re.compile(r"on[a-z]{3,20}\s{0,3}=")  # behind a blank
ACTIVE = "active content in HTML"
COLOURLESS = "text in the colour of its ground was left out"
_PALE = re.compile(r"(?i)color\s{0,3}[:=]\s{0,3}[\"']?(?:#f{3,6}\b|white|transparent|rgba?\(\s?255|#fefefe)")


def active(markup: str) -> bool:
    """Whether the HTML carries scripts, event handlers, forms, frames or a redirection (T26)."""
    low = markup.lower()
    if any(pattern.search(low) for pattern in _ACTIVE):
        return True
    return any(low[one.start() - 1 : one.start()].isspace() for one in _HANDLER.finditer(low))


def to_text(markup: str, limit: int = 1_000_000) -> str:
    """Readable text: blocks on lines, cells parted by tabs, quotes marked with '> ', links with targets.

    Markup beyond `limit` characters is kept, but only stripped of its tags, not laid out.
    """
    head, rest = markup[:limit], markup[limit:]
    root = parse(head)
    if root is None:
        return _TAGS.sub(" ", _BRACKETS.sub(" ", markup))
    text = lay_out(root, head)
    return text + "\n" + _TAGS.sub(" ", rest) if rest else text


def colourless(markup: str) -> bool:
    """Whether text is left out that has the colour of its ground: a trick, or a dark screen."""
    if _PALE.search(markup) is None or (root := parse(markup)) is None:
        return False
    sheet = "<style" in markup and "background" in markup
    walks = [Walk(sheet=sheet, colours=colours).run(root) for colours in (True, False)]
    return bool(walks[0].strip()) and walks[0] != walks[1]


def parse(markup: str) -> LexborNode | None:
    """The body of a document, as a browser reads it; None for one made to keep it busy."""
    if markup_bombs.found(markup):
        return None
    from selectolax.lexbor import LexborHTMLParser  # lazy: commands that read no mail need not load it

    return LexborHTMLParser(markup.replace("\0", "")).body


def lay_out(root: LexborNode, markup: str) -> str:
    """The text of a parsed document; `markup` is what it was parsed from."""
    sheet = "<style" in markup and "background" in markup
    text = Walk(sheet=sheet).run(root)
    if not text.strip():  # a mail all in the colour of its ground comes from a dark screen, not from a trick
        text = Walk(sheet=sheet, colours=False).run(root)
    return text
