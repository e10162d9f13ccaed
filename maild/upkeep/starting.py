"""What time begins: the yearly question, addresses that bounce or are silent, terms that end, vacancies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from maild.directory.review import SOON
from maild.upkeep.inquiry import Inquiry
from maild.upkeep.ladder import reachable
from maild.upkeep.post import Post

YEAR = timedelta(days=365)
UNANSWERED = 3  # letters to one address without any word from it: long silence


@dataclass(frozen=True, slots=True)
class Settings:
    """The section `upkeep` of the configuration."""

    appointment: Literal["ask", "auto"] = "ask"
    confirmation: Literal["ask", "auto"] = "auto"
    letters_per_day: int = 20


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides the posts. `since`: when each agency's data were last changed.

    `failed`: address -> number of the last letter, which came back. `silent`: address -> number of the last
    of several letters that nothing answered. `running`: (kind, agency) of inquiries under way. `keys`: those
    already begun at any time.
    """

    since: Mapping[str, date] = field(default_factory=dict)
    failed: Mapping[str, int] = field(default_factory=dict)
    silent: Mapping[str, int] = field(default_factory=dict)
    running: Collection[tuple[str, str]] = ()
    keys: Collection[str] = ()


def due(posts: Sequence[Post], known: Known, settings: Settings, now: datetime, today: date) -> list[Inquiry]:
    """Every inquiry that should begin today; the most pressing first. Beginning one twice is impossible: its
    key is kept for ever."""
    found: list[Inquiry] = []
    for post in posts:
        one = next((i for i in _of(post, known, settings, now, today) if _fresh(i, post, known)), None)
        if one is not None:
            found.append(one)
    return sorted(_one_a_person(found), key=lambda i: ORDER.index(i.occasion))


def keys(posts: Sequence[Post], known: Known, settings: Settings, now: datetime, today: date) -> list[str]:
    """Of every matter that could begin today: which of them were begun before is for the database to say."""
    return [one.key for post in posts for one in _of(post, known, settings, now, today)]


ORDER = ("expired", "vacant", "bounce", "ending", "silence", "yearly")


def _of(post: Post, known: Known, settings: Settings, now: datetime, today: date) -> Iterator[Inquiry]:
    """In the order in which they press; one post is asked about one thing at a time."""
    by_itself = settings.confirmation == "auto"
    if post.state == "expired" and post.until and settings.appointment == "auto":
        yield appointment(post, "expired", f"expired/{post.agency.id}/{post.until}", now)
    if post.state == "vacant" and settings.appointment == "auto":
        since = known.since.get(post.agency.id, today)
        yield appointment(post, "vacant", f"vacant/{post.agency.id}/{since}", now)
    if post.state != "active":
        return
    if by_itself and post.email in known.failed:
        yield confirmation(post, "bounce", f"bounce/{post.email}/{known.failed[post.email]}", now)
    if post.until is not None and post.until - today <= SOON:
        yield _begun("term", post, "ending", f"term/{post.agency.id}/{post.until}", now)
    if by_itself and post.email in known.silent:
        yield confirmation(post, "silence", f"silence/{post.email}/{known.silent[post.email]}", now)
    last = post.confirmed_on or known.since.get(post.agency.id, today)
    if by_itself and today - last >= YEAR:
        yield confirmation(post, "yearly", f"yearly/{post.email}/{last}", now)


def _fresh(inquiry: Inquiry, post: Post, known: Known) -> bool:
    kinds = ("confirmation", "enrolment") if inquiry.kind == "confirmation" else (inquiry.kind,)
    running = any((kind, inquiry.agency_id) in known.running for kind in kinds)
    return inquiry.key not in known.keys and not running and reachable(inquiry, post)


def _one_a_person(found: Sequence[Inquiry]) -> Iterator[Inquiry]:
    """Who serves several agencies is asked once, about all of them."""
    first: dict[tuple[str, str], Inquiry] = {}
    for one in found:
        same = (
            (one.occasion, one.about)
            if one.kind in ("confirmation", "enrolment")
            else (one.kind, one.agency_id)
        )
        if same in first:
            first[same] = replace(first[same], also=(*first[same].also, one.agency_id))
        else:
            first[same] = one
    yield from first.values()


def appointment(post: Post, occasion: str, key: str, now: datetime, by: str = "maild") -> Inquiry:
    return _begun("appointment", post, occasion, key, now, by)


def confirmation(post: Post, occasion: str, key: str, now: datetime, by: str = "maild") -> Inquiry:
    """L30. After a bounce the dead address itself is passed over."""
    dead = (post.email,) if occasion == "bounce" else ()
    return _begun("confirmation", post, occasion, key, now, by, dead)


def enrolment(post: Post, key: str, now: datetime, by: str) -> Inquiry:
    return _begun("enrolment", post, "new", key, now, by)


def welcomes(
    posts: Sequence[Post], now: datetime, by: str, running: Collection[tuple[str, str]]
) -> list[Inquiry]:
    """A welcome for each of these posts that has an address and is not being asked already, one a person."""
    fit = [p for p in posts if p.state == "active" and ("enrolment", p.agency.id) not in running]
    begun = [enrolment(p, f"welcome/{p.agency.id}/{p.email}/{now.isoformat()}", now, by) for p in fit]
    return list(_one_a_person(begun))


def _begun(
    kind: Literal["appointment", "confirmation", "enrolment", "term"],
    post: Post,
    occasion: str,
    key: str,
    now: datetime,
    by: str = "maild",
    dead: tuple[str, ...] = (),
) -> Inquiry:
    return Inquiry(kind, post.agency.id, occasion, key, now, now, by, post.email, dead=dead, batch=True)
