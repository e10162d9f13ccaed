"""Whether the reporter must stay unnamed: secrecy asked, or a matter that is delicate by its class.

UU 37/2008 art. 24(2) (secret identity), UU 27/2022 art. 4(2) (health, children, criminal record),
UU 13/2006 (witnesses).
A leak costs a person, a false alarm costs an officer a minute: in doubt the answer is yes.
"""

from __future__ import annotations

from dataclasses import dataclass

from maild.intent.report.concepts import Clue, Ideas, clue


@dataclass(frozen=True, slots=True)
class Rule:
    """Holds where every clue does and no counter-clue; `reason` is told to officers.

    `waived`: no longer holds where the reporter allows the naming.
    """

    reason: str
    clues: tuple[Clue, ...]
    unless: tuple[Clue, ...] = ()
    waived: bool = False

    def holds(self, ideas: Ideas) -> bool:
        return all(c.holds(ideas) for c in self.clues) and not any(c.holds(ideas) for c in self.unless)


def _rule(reason: str, *clues: str, unless: tuple[str, ...] = (), waived: bool = False) -> Rule:
    return Rule(reason, tuple(clue(c) for c in clues), tuple(clue(c) for c in unless), waived)


ASKED, FEAR, CHILD = "secrecy asked", "fear of retaliation", "child at risk"
KNOWN = "fear of being known"
INSIDE, LEVY = "whistle-blower", "levy on one who depends on the agency"
# 'A B' either; 'A B ~7 C' a word of A or B within seven words of one of C; '>5' the other one behind it.
RULES: tuple[Rule, ...] = (
    _rule(ASKED, "SECRET ONLY_YOU"),
    _rule(ASKED, "DONT >5 DISCLOSE", "DISCLOSE ~6 IDENTITY", waived=True),
    _rule(ASKED, "IMPERATIVE >3 TELL"),
    _rule(ASKED, "DONT >3 CONTACT", "CONTACT ~4 PLACE_NEAR", waived=True),
    _rule(ASKED, "PLEASE ~6 WRITE", "WRITE ~4 IDENTITY", unless=("WRITE ~5 WRONGLY",), waived=True),
    _rule(ASKED, "CONTACT ~5 CALL_HOW", waived=True),
    # Allowed but for the name: 'boleh diteruskan asal bukan dengan nama saya'.
    _rule(ASKED, "EXCEPT ~5 NAME"),
    _rule(ASKED, "PROVIDED ~4 NAME", "NAME ~4 NOT_IN"),
    _rule(ASKED, "PLEASE ~5 PAPER", "PAPER >8 NO_NAME"),
    _rule(ASKED, "LEST >6 KNOW"),
    _rule(ASKED, "AS_IF ~6 FROM_OTHERS IDENTITY"),
    _rule(KNOWN, "KNOW ~8 WHO_TOLD", waived=True),
    _rule(KNOWN, "IF >4 FOUND", waived=True),
    _rule(FEAR, "TROUBLE ~8 BECAUSE_TOLD", waived=True),
    _rule(FEAR, "FAMILY ~5 WORKER", "WORKER ~14 RETALIATE CONSEQUENCE", "IF FEAR", waived=True),
    _rule(FEAR, "FEAR ~8 RETALIATE", waived=True),
    _rule(FEAR, "IF >5 RETALIATE", waived=True),
    _rule(KNOWN, "FEAR >6 TELLING", waived=True),
    _rule(FEAR, "AFTER ~6 TELLING", "TELLING ~16 CONSEQUENCE", "AFTER ~16 CONSEQUENCE", waived=True),
    _rule(KNOWN, "FOUND_OUT ~6 SELF TELLING", waived=True),
    _rule(FEAR, "STILL_NEED", waived=True),
    _rule(ASKED, "NAMING ~5 AWAY", waived=True),
    _rule("threats against the reporter", "THREAT"),
    _rule("sexual violence", "SEXUAL"),
    _rule("sexual violence", "INVITE >6 PRIVATE_PLACE"),
    _rule("sexual violence", "TOUCH ~4 BODY"),
    _rule("sexual violence", "TOUCH ~6 WOMAN CHILD", "OFFICIAL TEACHER BOSS"),
    _rule("violence at home", "DV"),
    _rule("violence at home", "PARTNER ~6 HIT HUMILIATE WEAPON VIOLENCE"),
    _rule(CHILD, "CHILD ~10 HIT HUMILIATE"),
    _rule(CHILD, "CHILD ~8 EXCLUDE HURT_MIND CUSTODY"),
    _rule(CHILD, "CHILD ~5 PREGNANT WED DETAINED VIOLENCE"),
    _rule(CHILD, "CHILD ~5 TEACHER", unless=("TEACHER ~6 SCARCE",)),
    _rule(CHILD, "CHILD ~6 COERCE"),
    _rule("a person made to suffer", "COERCE ~4 SELF FAMILY", "OFFICIAL TEACHER BOSS PARTNER"),
    _rule(CHILD, "CHILD ~8 BODY", "TEACHER OFFICIAL"),
    _rule("a person locked up or tied", "FAMILY CHILD ~5 CONFINE"),
    _rule("violence by officials", "HIT >4 OFFICIAL TEACHER"),
    _rule("violence by officials", "OFFICIAL TEACHER >4 HIT"),
    _rule("health data", "STIGMA"),
    _rule("health data", "ILLNESS ~6 SELF FAMILY CHILD", unless=("ILLNESS ~5 SUPPLY",)),
    _rule("health data", "ILLNESS ~8 LEAK"),
    _rule("health data", "RESULT ~8 LEAK", "CARE"),
    _rule(INSIDE, "SELF ~4 WORKER", "WRONG", waived=True),
    _rule(INSIDE, "SELF ~4 WORKER", "BOSS ~4 DOES WRONG", unless=("DOES ~4 PATIENCE",), waived=True),
    _rule(INSIDE, "BOSS ~6 WRONG", "SELF ~3 BOSS WORKER", waived=True),
    _rule(INSIDE, "SELF ~4 WORKER", "BOSS ~5 MONEY", waived=True),
    _rule(INSIDE, "SELF ~4 STAFF", "WRONG", waived=True),
    _rule(INSIDE, "INSIDE_SELF", "WRONG ORDER COERCE", waived=True),
    _rule(INSIDE, "SELF ~4 STAFF", "BOSS ~6 ORDER", unless=("ORDER ~4 PATIENCE",), waived=True),
    _rule(INSIDE, "SELF ~4 STAFF", "SELF ~3 ORDER", "STAFF ~14 ORDER", "ORDER ~8 MONEY GOODS", waived=True),
    _rule("witness", "WITNESS"),
    _rule(LEVY, "DEPENDENT ~16 LEVY", waived=True),
    _rule(LEVY, "ASK_MONEY ~4 MONEY", "DEPENDENT", "LEVY IF", waived=True),
    _rule(LEVY, "OFFICIAL ~8 ASK_MONEY", "ASK_MONEY ~3 MONEY", waived=True),
    _rule("belief, origin or orientation", "MINORITY"),
    _rule("belief, origin or orientation", "BELIEF ~6 DISCRIMINATE"),
    _rule("family secret", "INTIMATE"),
    _rule("prisoner", "PRISON ~4 SELF"),
    _rule("prisoner", "PRISON ~9 FAMILY CHILD"),
    _rule("migrant worker", "MIGRANT ~12 MISLED"),
)  # fmt: skip


def asks_secrecy(ideas: Ideas) -> bool:
    """Whether somebody asks not to be known, or fears it, whatever the matter is."""
    return any(rule.holds(ideas) for rule in RULES if rule.reason in (ASKED, KNOWN))


def sensitive(ideas: Ideas, *, allowed: bool = False) -> str | None:
    """The first rule that holds, in words; None where the matter is an everyday one.

    `allowed`: the form says that the name may be told.
    """
    consent = allowed or ideas.has("CONSENT")
    for rule in RULES:
        if not (rule.waived and consent) and rule.holds(ideas):
            return rule.reason
    return None
