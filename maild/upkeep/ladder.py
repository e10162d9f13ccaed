"""The next step of an inquiry whose time has come: another letter, a higher addressee, the telephone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from maild.cases import wording
from maild.cases.case import Suggestion
from maild.cases.effects import Ask, Effect
from maild.cases.world import Numbers, World
from maild.upkeep.inquiry import Inquiry, Step
from maild.upkeep.letters import letter
from maild.upkeep.post import Post

HAL = {
    "appointment": "Permohonan Penunjukan Pejabat Penghubung",
    "confirmation": "Konfirmasi Data Pejabat Penghubung",
    "enrolment": "Selamat Datang Pejabat Penghubung",
    "succession": "Konfirmasi Pergantian Pejabat Penghubung",
    "term": "Pemberitahuan Berakhirnya Masa Penugasan",
}


def climb(
    inquiry: Inquiry, post: Post | None, now: datetime, world: World, numbers: Numbers
) -> tuple[Inquiry, tuple[Effect, ...]]:
    """One letter at most; steps that lead to nobody are passed over at once."""
    over = moot(inquiry, post)
    if over or post is None:
        return replace(inquiry, state="settled", next_at=None, outcome=over), ()
    fresh = inquiry.rung == 0
    while inquiry.rung < len(inquiry.ladder):
        step = inquiry.ladder[inquiry.rung]
        if step.to == "staff":
            break
        address = addressee(inquiry, step, post)
        if address:
            written = letter(inquiry, post, address, step.to, now, world, numbers)
            return _stepped(inquiry, step, now), (written,)
        inquiry = replace(inquiry, rung=inquiry.rung + 1)
    given_up = replace(inquiry, state="given_up", next_at=None, outcome="no answer")
    return given_up, (_by_phone(inquiry, post, world, fresh),)


def moot(inquiry: Inquiry, post: Post | None) -> str:
    """Why nobody needs to be asked any more; '' while the question stands."""
    if post is None:
        return "the agency has ended"
    if inquiry.kind == "appointment":
        # Another one since, or the same with a new term: there is somebody again.
        held = post.state == "active" and (
            post.email != inquiry.about or inquiry.occasion in ("vacant", "expired")
        )
        return "a focal point has been enrolled" if held else ""
    if post.email != inquiry.about:
        return "another address is in the register"
    if inquiry.kind == "term" and inquiry.key.rpartition("/")[2] != str(post.until or ""):
        return "the term has changed"
    return ""


def addressee(inquiry: Inquiry, step: Step, post: Post) -> str:
    """The address of this step, '' where there is none that could be written to now."""
    address = {
        "focal": post.email if post.state == "active" else "",
        "second": post.second,
        "head": post.head,
    }[step.to]
    if address in inquiry.dead or (step.to == "focal" and post.address_state == "bouncing"):
        return ""
    return address


def reachable(inquiry: Inquiry, post: Post) -> bool:
    """Whether any step of its ladder leads to somebody."""
    return any(step.to != "staff" and addressee(inquiry, step, post) for step in inquiry.ladder)


def _stepped(inquiry: Inquiry, step: Step, now: datetime) -> Inquiry:
    following = inquiry.ladder[inquiry.rung + 1]
    wait = timedelta(days=max(1, following.days - step.days))
    return replace(inquiry, rung=inquiry.rung + 1, next_at=now + wait)


def _by_phone(inquiry: Inquiry, post: Post, world: World, fresh: bool) -> Ask:
    returned = "surel kembali" if inquiry.dead and not fresh else ""
    letters = returned or "tidak ada alamat yang dapat disurati" if fresh or returned else "belum ada jawaban"
    since = wording.day(world, world.date_of(inquiry.begun_at))
    why = (
        f"{post.agency.name}: {letters} ({HAL[inquiry.kind]}, sejak {since}); mohon dihubungi melalui telepon"
    )
    suggestions = [Suggestion("ok", "sudah dihubungi")]
    if inquiry.kind != "appointment" and post.head:
        suggestions.append(
            Suggestion("appoint", "minta penunjukan kepada pimpinan", agency_id=post.agency.id)
        )
    facts = {"inquiry": str(inquiry.id or "")}
    return Ask("phone", why, "intake", tuple(suggestions), inquiry.agency_id, facts=facts)
