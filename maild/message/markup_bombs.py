"""HTML made to keep a parser busy: lexbor takes time in the square of the depth and of the attributes (T21).

Looked at before it is parsed, in linear time. What is found is only stripped of its tags: no text is lost.
"""

from __future__ import annotations

import re

_FEW = 4_000  # tags; fewer cannot do harm
_DEEPEST = 3_000  # a thread of a hundred mails quoted in each other has some hundreds
_LONGEST = 20_000  # characters of one tag outside of quotes; pictures stand inside of them
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]{0,30})")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Elements that have no end, or end where the next one begins (HTML 13.1.2.4).
_ENDLESS = frozenset(
    [
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "o:p",
        "option", "p", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    ]
)  # fmt: skip


def found(markup: str) -> bool:
    """Whether the elements stand deeper, or a tag has more attributes, than any program writes."""
    if any(len(_QUOTED.sub("", tag[0])) > _LONGEST for tag in _LONG_TAG.finditer(markup)):
        return True
    return markup.count("<") > _FEW and _depth(markup) > _DEEPEST


def _depth(markup: str) -> int:
    """The greatest number of elements open at once; closing what is not open counts for nothing."""
    open_: dict[str, int] = {}
    depth = deepest = 0
    for end, name in _TAG.findall(markup):
        name = name.lower()
        if name in _ENDLESS:
            continue
        now = open_.get(name, 0)
        if not end:
            open_[name] = now + 1
            depth += 1
            deepest = max(deepest, depth)
        elif now:
            open_[name] = now - 1
            depth -= 1
    return deepest
