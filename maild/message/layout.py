"""Who wrote a line, as the structure of HTML tells it: what mail programs put around quotes.

The marks are set into the tree as private characters, the ordinary walk turns it into text, and the marks are
read off its lines. What is written in an indented paragraph, or below a quote, stays the sender's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from maild.message.html import lay_out, parse

# Containers of what others wrote. Gmail, Apple and Thunderbird; Yahoo; Outlook for Mac; Proton and Tuta;
# Zimbra; GMX; Roundcube; OWA puts x_ before the classes of what it quotes.
_QUOTES = (
    "blockquote[type=cite], blockquote[cite], blockquote[class*=gmail_quote], blockquote[class*=quote],"
    " blockquote[style*=border-left], [class*=yahoo_quoted], [id*=yahoo_quoted], #OLK_SRC_BODY_SECTION,"
    " [class*=protonmail_quote], .tutanota_quote, .zmail_extra, #zmail_extra, div[name=quote], .gmail_attr,"
    " .moz-cite-prefix, #reply-intro, .mailru-blockquote, [style*='border-left:solid blue'],"
    " [style*='border-left: solid blue'], .iwc-quote, .rc-quote, .outlook_quote"
)
# From here on another mail is quoted: sure where the place has a name, else if a header follows.
_SURE = (
    "[id$=divRplyFwdMsg], [class*=OutlookMessageHeader], hr#zwchr, hr[data-marker=__DIVIDER__],"
    " hr#stopSpelling,"
    " [id*=stopSpelling], [id$=mail-editor-reference-message-container],"
    " [class*=ms-outlook-mobile-reference-message],"
    " #ms-outlook-mobile-body-separator-line, #appendonsend + hr, #x_appendonsend + hr, #isReplyContent"
)
_RULED = (
    "[style*='border-top:solid'], [style*='border-top: solid'], [style*='border-top:1'],"
    " [style*='border-top: 1'],"
    " [style*='border-top-style: solid'], [style*='border-top-style:solid'], hr"
)
_SIGNATURES = (
    "[class*=gmail_signature], [data-smartmail=gmail_signature], [class*=moz-signature], #Signature,"
    " #x_Signature,"
    " [class*=protonmail_signature_block], .k9mail-signature, [class*=ymail_android_signature],"
    " [id*=ymail_android_signature], [data-signatureblock], [data-marker=__SIG_PRE__], .yahoo-signature"
)
_COLOURED = "[style*=color], font[color]"
# In small letters. Looked for one by one: that is four times as fast as one expression of them all.
_HINTS = (
    "blockquote", "gmail_", "yahoo_quoted", "rplyfwdmsg", "outlookmessageheader", "zwchr", "__divider__",
    "stopspelling", "olk_src", "moz-", "protonmail", "tutanota", "zmail_extra", "reply-intro", "border-left",
    "border-top", "reference-message", "ms-outlook-mobile", "appendonsend", "signature", "isreplycontent",
)  # fmt: skip
_NAMED_QUOTE = re.compile(r"name=.{0,3}quote")
_QUOTE, _END_QUOTE, _SIGN, _END_SIGN, _HERE, _RULE, _COLOUR, _END_COLOUR = map(chr, range(0xF0F0, 0xF0F8))
_MARK = re.compile("[\uf0f0-\uf0f7]")
_SELECTED = (
    (_QUOTES, _QUOTE, _END_QUOTE),
    (_SIGNATURES, _SIGN, _END_SIGN),
    (_SURE, _HERE, ""),
    (_RULED, _RULE, ""),
    (_COLOURED, _COLOUR, _END_COLOUR),
)
_MOST = 4000  # nodes marked; a mail with more is no person's
_COLOUR_OF = re.compile(
    r"(?:^|[;\s\"'])color\s{0,3}:\s{0,3}(#[0-9a-f]{3,6}"
    r"|rgba?\(\s?\d{1,3}\s?,\s?\d{1,3}\s?,\s?\d{1,3}\b|[a-z]{3,20})",
    re.IGNORECASE,
)
_NAMED = {
    "red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0), "purple": (128, 0, 128),
    "navy": (0, 0, 128),
    "maroon": (128, 0, 0), "orange": (255, 165, 0), "magenta": (255, 0, 255), "teal": (0, 128, 128),
    "crimson": (220, 20, 60), "darkred": (139, 0, 0), "brown": (165, 42, 42), "fuchsia": (255, 0, 255),
}  # fmt: skip


class Kind(Enum):
    """Whose a line is."""

    OWN = "own"
    QUOTE = "quote"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank. `header`: from here on another mail is quoted ('sure'),"
    " or may be ('ruled')."""

    text: str
    kind: Kind
    header: str  # '', 'ruled', 'sure'
    coloured: bool  # nearly all of it, in a colour that is neither black, white nor grey


def hinted(markup: str) -> bool:
    """Whether anything in this HTML may tell quotes or signatures from the sender's own words."""
    small = markup.lower()
    return any(hint in small for hint in _HINTS) or _NAMED_QUOTE.search(small) is not None


def read(markup: str, limit: int = 1_000_000) -> tuple[Line, ...]:
    """The lines of the text that html.to_text makes of `markup`, blank ones left out."""
    head = _MARK.sub("", markup[:limit])
    root = parse(head)
    if root is None:
        return ()
    for selector, first, last in _SELECTED:
        for node in root.css(selector)[:_MOST]:
            if first == _COLOUR and (node.tag == "a" or not vivid(node.attributes)):
                continue
            if not last:
                node.insert_before(first)
            elif node.first_child is not None:
                node.first_child.insert_before(first)
                node.insert_child(last)
    return tuple(_lines(lay_out(root, head)))


def _lines(text: str) -> Iterator[Line]:
    """Reads the marks off; a mark that stands alone on its line holds for the next one."""
    quotes = signs = colours = 0
    header = ""
    for line in text.split("\n"):
        shown = plain = 0
        quoted, signed = quotes > 0, signs > 0
        for piece in re.split("([\uf0f0-\uf0f7])", line):
            if not _MARK.match(piece):
                letters = sum(map(str.isalpha, piece))
                plain, shown = plain + letters, shown + (letters if colours else 0)
                if piece.strip("> \t\xa0"):
                    quoted, signed = quotes > 0, signs > 0
                continue
            quotes += (piece == _QUOTE) - (piece == _END_QUOTE)
            signs += (piece == _SIGN) - (piece == _END_SIGN)
            colours += (piece == _COLOUR) - (piece == _END_COLOUR)
            header = (
                "sure"
                if _HERE in (piece, header) or header == "sure"
                else "ruled"
                if piece == _RULE
                else header
            )
        bare = " ".join(_MARK.sub("", line).split())
        if not bare.strip("> \t\xa0"):
            continue
        kind = Kind.QUOTE if quoted else Kind.SIGNATURE if signed else Kind.OWN
        if bare.strip("-_"):  # the line that an <hr> draws passes its mark on
            yield Line(bare, kind, header, plain > 0 and shown >= 0.9 * plain)
            header = ""
        else:
            yield Line(bare, kind, "", False)


def vivid(attributes: dict[str, str | None]) -> bool:
    """Whether the element is written in a colour that nobody gets by default."""
    found = _COLOUR_OF.search(attributes.get("style") or "")
    value = (found[1] if found else attributes.get("color") or "").strip().lower()
    if value.startswith("#") and len(value) in (4, 7):
        digits = value[1:] if len(value) == 7 else "".join(2 * one for one in value[1:])
        try:
            rgb = tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))
        except ValueError:
            return False
    elif value.startswith("rgb"):
        rgb = tuple(int(one) for one in re.findall(r"\d{1,3}", value)[:3]) or (0, 0, 0)
    else:
        rgb = _NAMED.get(value, (0, 0, 0))
    return max(rgb) - min(rgb) >= 60


def align(lines: Sequence[str], layout: Sequence[Line]) -> dict[int, Line]:
    """The structure of each line of a text that holds the rendered HTML, perhaps among other parts."""
    found: dict[int, Line] = {}
    at = 0
    for i, line in enumerate(lines):
        bare = " ".join(line.split())
        if not bare.strip("> "):
            continue
        if at < len(layout) and layout[at].text == bare:
            found[i] = layout[at]
            at += 1
        elif len(bare) > 20:
            ahead = next((k for k in range(at, min(at + 200, len(layout))) if layout[k].text == bare), None)
            if ahead is not None:
                found[i] = layout[ahead]
                at = ahead + 1
    return found


def quoted_region(layout: Sequence[Line]) -> Sequence[Line]:
    """The lines from the first quote or quoted header on, own ones among them."""
    for i, line in enumerate(layout):
        if line.kind is Kind.QUOTE or line.header:
            return layout[i:]
    return ()


def end_of_own(lines: Sequence[str], layout: Sequence[Line]) -> int | None:
    ""
    """Where the sender's words end in the plain version, if the HTML puts all of them above the quote."""
    region = quoted_region(layout)
    if not region or not (region[0].kind is Kind.QUOTE or region[0].header == "sure"):
        return None
    if region[0].kind is Kind.QUOTE and any(line.kind is Kind.OWN for line in region):
        return None
    own = _squeezed(line.text for line in layout[: len(layout) - len(region)])
    seen = 0
    for i, line in enumerate(lines):
        piece = _squeezed((line,))
        if seen >= len(own):
            return _text_after(lines, i) if own else None
        if not own.startswith(piece, seen):
            return None
        seen += len(piece)
    return None


def _text_after(lines: Sequence[str], start: int) -> int | None:
    return next((i for i in range(start, len(lines)) if _squeezed((lines[i],))), None)


def _squeezed(lines: Iterable[str]) -> str:
    """Letters and digits alone: what a plain and an HTML version of the same words share."""
    return "".join(one for line in lines for one in line if one.isalnum())
