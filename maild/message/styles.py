"""What of a piece of HTML is not seen: inline styles, as far as they hide text (CSS 2.1).

Only what hides text in every mail program counts. `aria-hidden` speaks to screen readers and `mso-hide` to
Outlook alone: others show such text. A style sheet is not read: what it hides is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

_ZERO = re.compile(r"0*\.?0*(?:px|pt|em|rem|ex|%|vh|vw)?")
_FAR = re.compile(r"-\d{4,7}(?:\.\d{1,6})?(?:px|pt|em|rem)?|-\d{3,7}(?:em|rem)")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*([\d.]{1,6})\s*)?\)")
_NAMED = {"white": "#ffffff", "black": "#000000"}
_WORD = re.compile(r"#[0-9a-f]{3,8}|rgba?\([^)]{1,40}\)|[a-z]{3,20}")
_MOST = 60  # declarations of one attribute
_PRE = ("pre", "pre-wrap", "pre-line", "break-spaces")
_BLOCK = ("block", "table", "table-row", "flex", "grid", "list-item")
_CLEAR = "transparent"


@dataclass(frozen=True, slots=True)
class Look:
    """What an element hands down to its text: too small, invisible, its colour and that of the ground.

    `ground` is None where it cannot be told: pictures, gradients, style sheets.
    """

    tiny: bool = False
    invisible: bool = False
    ink: str | None = None
    ground: str | None = "#ffffff"

    @property
    def colourless(self) -> bool:
        """Text in the colour of its ground."""
        return self.ink is not None and (self.ink == _CLEAR or self.ink == self.ground)

    @property
    def unseen(self) -> bool:
        return self.tiny or self.invisible


def declared(style: str) -> dict[str, str]:
    """The declarations of a style attribute, names and values in lower case."""
    found: dict[str, str] = {}
    for one in style.lower().split(";")[:_MOST]:
        name, colon, value = one.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def gone(style: Mapping[str, str]) -> bool:
    """The element and all in it are not shown, whatever stands inside."""
    if style.get("display") == "none" or (style.get("opacity", "").strip("0.") == "" and "opacity" in style):
        return True
    if style.get("overflow", style.get("overflow-y", "")) == "hidden" and (
        any(_zero(style.get(name)) for name in ("max-height", "height", "max-width", "width", "line-height"))
    ):
        return True
    moved = style.get("position") in ("absolute", "fixed") and any(
        _FAR.fullmatch(style.get(name, "")) for name in ("left", "top")
    )
    return moved or bool(_FAR.fullmatch(style.get("text-indent", "")))


def verbatim(style: Mapping[str, str]) -> bool:
    """Line ends in the source are line ends on the screen."""
    return style.get("white-space", "") in _PRE


def block(style: Mapping[str, str]) -> bool:
    """Stands on lines of its own."""
    return style.get("display", "") in _BLOCK


def inherit(
    look: Look, style: Mapping[str, str], attributes: Mapping[str, str | None], *, sheet: bool
) -> Look:
    """What the element hands down. `sheet`: a style sheet of the mail gives backgrounds to classes."""
    if "font-size" in style:
        look = replace(look, tiny=_zero(style["font-size"]))
    if "visibility" in style:
        look = replace(look, invisible=style["visibility"] in ("hidden", "collapse"))
    ink = style.get("color") or attributes.get("color") or attributes.get("text")
    if ink:
        look = replace(look, ink=_colour(ink))
    ground = style.get("background-color") or style.get("background") or attributes.get("bgcolor")
    if "background-image" in style or attributes.get("background"):
        look = replace(look, ground=None)
    elif ground:
        look = replace(look, ground=_ground(ground, look.ground))
    elif sheet and ("class" in attributes or "id" in attributes):
        look = replace(look, ground=None)
    return look


def _zero(value: str | None) -> bool:
    return bool(value) and any(ch == "0" for ch in value or "") and bool(_ZERO.fullmatch(value or ""))


def _ground(value: str, before: str | None) -> str | None:
    if "url(" in value or "gradient" in value:
        return None
    found = _WORD.search(value.lower())
    if found is None or found[0] in ("none", "inherit", "initial", "unset"):
        return before
    colour = _colour(found[0])
    return before if colour == _CLEAR else colour


def _colour(value: str) -> str | None:
    """One spelling for each colour; None where it is not told here."""
    value = value.strip().lower()
    found = _RGB.fullmatch(value)
    if found:
        if found[4] and float("0" + found[4].replace(".", "", found[4].count(".") - 1)) == 0:
            return _CLEAR
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups()[:3])
    if value.startswith("#") and len(value) in (4, 5):
        return "#" + "".join(ch * 2 for ch in value[1:4])
    if value in ("inherit", "initial", "unset", "currentcolor", "auto", "windowtext"):
        return None
    return _NAMED.get(value, value[:7] if value.startswith("#") else value)
