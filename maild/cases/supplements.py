"""A reporter writes in a case: what the report lacked is filled in, and the case goes on by itself (T8).

What is plain counts; what is doubtful (a photo without a word) is put to the officer. A partial answer leaves
the period D01 running, and the next reminder names only what is still missing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from maild.cases import wording
from maild.cases.answers import hand_over, party_writes, progress, told_recently
from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Party, Suggestion
from maild.cases.choice import consent, keep_secret, sent_before
from maild.cases.destination import forwardable, route_question
from maild.cases.effects import Ask, Decision, Effect, Note, SettleAll, Turn, Write
from maild.cases.lacking import BLOCKING, LACKED, running
from maild.cases.referral import alert, refer
from maild.cases.secrecy import identity_of, identity_told, salutation, writers_of
from maild.cases.standins import secret
from maild.cases.world import Numbers, World
from maild.intent.supplied import Supplied
from maild.letters import summarise

PAPERS = "papers"  # the reason of the question whether an attachment is what was asked for
_TEXT = 12_000  # characters of a case's own words that are kept at hand
_NOT_SENT = ("TERDAFTAR", "TUNGGU_LENGKAP")


def reporter_writes(
    arrival: Arrival, case: Case, party: Party, now: datetime, world: World, numbers: Numbers
) -> Decision:
    """The decision for a mail of the reporter, `arrival.supplied` being what it brings."""
    given = arrival.supplied or Supplied()
    case, effects = _choice(given, case, arrival, now, world, numbers)
    if not (given.brings or given.denies or given.perhaps):
        return _without_data(arrival, case, party, given, effects, world)
    case = _filled(case, given, writers_of(arrival.message))
    effects = [Note("supplied", "reporter", ", ".join((*given.brings, *given.perhaps))), *effects]
    open_items = [m for m in case.missing if m not in given.denies and m not in given.perhaps]
    if not open_items:
        effects += [Turn(d.id, "met", arrival.received_at) for d in running(case) if d.id]
        met = {d.id for d in running(case)}
        case = replace(
            case,
            state="TERDAFTAR" if case.state == "TUNGGU_LENGKAP" else case.state,
            deadlines=tuple(
                replace(d, state="met", met_at=arrival.received_at) if d.id in met else d
                for d in case.deadlines
            ),
        )
    case, onward = _onward(arrival, case, given, now, world, numbers)
    effects += onward
    question = _papers(given, case, arrival)
    effects.append(replace(_told(arrival, case, party, given, world), question=question))
    return Decision("threaded", "reporter: supply", case, tuple(effects))


def _without_data(
    arrival: Arrival, case: Case, party: Party, given: Supplied, effects: list[Effect], world: World
) -> Decision:
    """Nothing of what was asked: a choice alone is an answer of its own, the rest goes its usual way."""
    intent = arrival.meaning.intent
    if given.choice is not None and intent not in ("withdraw", "unsatisfied", "status_query"):
        told = _told(arrival, case, party, given, world)
        note = Note("secrecy", "reporter", arrival.message.message_id or "")
        return Decision("threaded", "reporter: secrecy", case, (note, *effects, told))
    decision = party_writes(arrival, case, party, world)
    return replace(decision, effects=(*effects, *decision.effects))


def _choice(
    given: Supplied, case: Case, arrival: Arrival, now: datetime, world: World, numbers: Numbers
) -> tuple[Case, list[Effect]]:
    if given.choice == "secret" and not secret(case):
        case, effects = keep_secret(case, now, world, numbers)
        reporter = case.party("reporter")
        silent = arrival.dmarc == "fail" or told_recently(case, arrival.received_at)
        if reporter is not None and case.open and not silent:
            letter = progress(case, reporter, world, arrival.message.message_id)
            last = "identitas Saudara kami rahasiakan dari instansi yang dilaporkan"
            effects.append(replace(letter, values={**letter.values, "last_step": last}))
        return case, effects
    if given.choice == "open":
        return case, consent(case, arrival.received_at, arrival.inbox_id, world)
    return case, []


def _filled(case: Case, given: Supplied, by: tuple[tuple[str, str], ...]) -> Case:
    """The case with what came: the new data are identity too, and hidden like the first."""
    hidden = tuple(dict.fromkeys((*case.hidden, *identity_told(given.fields), *by)))
    name = case.reporter_name
    if "nama" in given.brings:
        name = given.fields.get("reporter_name", name)
    text, summary = case.text, summarise(case.summary, identity_of(hidden))
    if given.account:
        text = f"{text}\n\n{given.account}"[:_TEXT]
    if given.account and {"uraian", "terlapor", "upaya"} & set(given.brings):
        summary = f"{summary}\n\n{summarise(given.account, identity_of(hidden))}"
    parties = tuple(
        replace(p, name=salutation(name)) if p.role == "reporter" and not p.name else p for p in case.parties
    )
    missing = tuple(m for m in case.missing if m not in given.brings)
    return replace(
        case,
        missing=missing,
        hidden=hidden,
        reporter_name=name,
        text=text,
        summary=summary,
        parties=parties,
    )


def _onward(
    arrival: Arrival, case: Case, given: Supplied, now: datetime, world: World, numbers: Numbers
) -> tuple[Case, list[Effect]]:
    """Routed again with all that is known now, once nothing is missing that keeps it here."""
    whole, route = arrival.whole, arrival.route
    lacks = (BLOCKING & set(case.missing)) - set(given.denies)
    if case.state not in _NOT_SENT or whole is None or route is None or lacks or case.agency_ids:
        return case, []
    effects: list[Effect] = []
    if whole.urgent and not case.urgent:
        case = replace(case, urgent=True)
        effects += alert(case, world, arrival, "laporan ternyata mendesak (RCO)")
    case = replace(case, confidential=case.confidential or whole.confidential)
    effects.append(SettleAll("maild", "out of date: the reporter has added to the report", ("route",)))
    agency = world.directory.agencies.get(route.agency_ids[0]) if route.agency_ids else None
    case = replace(case, matter=wording.matter(agency))
    certain = world.forward == "auto" and forwardable(route, now, world) and arrival.dmarc != "fail"
    if certain and not case.confidential:
        why = Note("route", "maild", "; ".join(route.reasons))
        case, more = refer(case, route.agency_ids, now, world, numbers)
        return case, [*effects, why, *more]
    asked = route_question(case, whole, route, arrival.inbox_id, world, given.denies)
    return case, [*effects, asked]


def _papers(given: Supplied, case: Case, arrival: Arrival) -> Ask | None:
    """A photo that may be the identity card: a person looks."""
    if not given.perhaps:
        return None
    items = ", ".join(wording.MISSING_WORDS[m] for m in given.perhaps)
    ways = (
        Suggestion("ok", f"ya, lampiran itu {items}"),
        Suggestion("ask", "bukan; minta lagi kepada Pelapor", argument=",".join(given.perhaps)),
    )
    why = f"{case.number}: Pelapor mengirim lampiran tanpa keterangan; apakah ini {items}?"
    facts = {"items": ",".join(given.perhaps)}
    return Ask(PAPERS, why, "examiner", ways, inbox_id=arrival.inbox_id, facts=facts)


def papers_seen(case: Case, items: str) -> Case:
    """The officer has found what was asked for in the attachment."""
    found = set(items.split(",")) & set(LACKED)
    return replace(case, missing=tuple(m for m in case.missing if m not in found))


def _told(arrival: Arrival, case: Case, party: Party, given: Supplied, world: World) -> Write:
    """L15 to the officer: the mail, and what it changed."""
    letter = hand_over(arrival, case, party, world)
    found = [wording.MISSING_WORDS[m] for m in given.brings]
    lines = [f"diterima: {', '.join(found)}"] if found else []
    if given.denies:
        lines.append("Pelapor menyatakan belum menyampaikan kepada instansi" if "upaya" in given.denies else
                     "Pelapor menyatakan tidak memiliki kartu identitas")  # fmt: skip
    still = [wording.MISSING_WORDS[m] for m in case.missing]
    lines.append(f"masih kurang: {', '.join(still)}" if still else "laporan sudah lengkap")
    if given.perhaps:
        items = ", ".join(wording.MISSING_WORDS[m] for m in given.perhaps)
        lines.append(f"lampiran tanpa keterangan: apakah ini {items}?")
    if given.choice == "secret":
        lines += ["identitas diminta dirahasiakan; perkara kini rahasia", *filter(None, [sent_before(case)])]
    if given.choice == "open":
        lines.append("Pelapor mengizinkan identitasnya disebut; belum dibuka sebelum ada perintah disclose")
    return replace(letter, values={**letter.values, "questions": lines})
