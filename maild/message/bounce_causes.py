"""Why a mail did not arrive, in the servers' words, and whether the failure is permanent, by their codes.

Words are data. Each row is what servers of many makes say; codes (RFC 3463, RFC 5321) always come first.
"""

from __future__ import annotations

import re
from typing import Literal

from maild.message.bounce_words import CODE, REPLY

Cause = Literal["full", "unknown", "expired", "no_host", "refused"]

_WORDS: tuple[tuple[Cause, re.Pattern[str]], ...] = (
    (
        "full",
        re.compile(
            r"over ?quota|quota (?:has been |is |was )?(?:exceed|full|reach)|(?:disk|mailbox|storage"
            r"|user)"
            r" quota|exceed\w{0,4} (?:\w+ ){0,5}(?:quota|storage|mailbox (?:size|limit)|local limit)"
            r"|(?:mailbox|inbox|mail ?box|maildir|disk)\S{0,3} (?:is |was |of the recipient is |size )?"
            r"(?:almost )?(?:full|exceed)|full (?:mailbox|inbox)|insufficient (?:disk|storage|space"
            r"|system storage)"
            r"|(?:out of|no) (?:disk )?storage|mailbox (?:limit|size limit)|too (?:much|many) (?:mail"
            r"|messages) in"
            r"|(?:kotak|mailbox|penyimpanan|kuota)[^\n]{0,40}(?:penuh|melebihi|terlampaui|habis)"
            r"|melebihi (?:batas )?(?:kuota|kapasitas)|kuota[^\n]{0,20}(?:terlampaui|habis|penuh)"
            r"|postfach[^\n]{0,30}voll|bo[iî]te[^\n]{0,40}pleine|buz[oó]n[^\n]{0,30}llen"
            r"|caixa[^\n]{0,30}cheia|casella[^\n]{0,30}piena|переполнен|一杯|容量[^\n]{0,12}(?:超|満)"
            r"|(?:邮箱|郵箱|信箱)[^\n]{0,12}(?:已满|已滿)|超出[^\n]{0,8}(?:容量|配额)",
            re.IGNORECASE,
        ),
    ),
    (
        "unknown",
        re.compile(
            r"user unknown|unknown (?:user|recipient|address|mailbox|account|local|virtual)"
            r"|no such (?:\w+ )?"
            r"(?:user|recipient|mailbox|person|address|account|addressee)"
            r"|no mailbox (?:here )?by that name"
            r"|(?:user|recipient|account|mailbox|address|addressee|email|alias|who)\b[^\n.]{0,80}"
            r"(?:not found|does(?:n'?t| not) exist|do not exist|not exist|unknown|disabled|inactive"
            r"|discontinued|suspended|deactivated|no longer|invalid|not (?:be )?(?:recogni[sz]ed"
            r"|listed|known|valid|found)"
            r"|isn'?t|does(?:n'?t| not) have|couldn'?t be found|unavailable|rejected)"
            r"|(?:invalid|illegal|bad|unroute?able|non-?existent) (?:\w+ )?(?:recipient|mailbox|user"
            r"|address|account"
            r"|destination)|not a (?:known|valid|registered) (?:\w+ )?(?:user|mailbox|recipient"
            r"|address|account)?"
            r"|does(?:n'?t| not) have (?:a|an) \S{1,80} account|does not like recipient|no account"
            r"|did not (?:exactly )?match|no match(?:es)? |mailbox (?:not found|unavailable)"
            r"|not our customer"
            r"|tidak (?:ditemukan|dikenal|terdaftar|valid|aktif|ada)|alamat (?:salah|keliru)"
            r"|unbekannt|nicht bekannt|n'existe|inconnu|no existe|desconocid|n[aã]o existe|inesistente"
            r"|sconosciut"
            r"|не существует|не найден|неизвест|不存在|見つか|存在しません|リストにありません|不明",
            re.IGNORECASE,
        ),
    ),
    (
        "expired",
        re.compile(
            r"tim(?:ed?|ing)[- ]?out|retry timeout|expired|not (?:been )?delivered within"
            r"|(?:could )?not (?:be )?delivered for|could not connect|connection (?:refused|reset|lost"
            r"|closed)"
            r"|not (?:reachable|responding)|unreachable|did not accept our requests|socket error"
            r"|(?:not found|failure|error),? (?:please )?try again|temporar(?:y|ily)|deferred"
            r"|too many connections"
            r"|in (?:the )?queue (?:for )?too long|failing for a long time|retry time|network (?:error"
            r"|problem)"
            r"|no (?:route|answer|response)|name server|habis waktu|tidak (?:merespons?|menjawab)"
            r"|sementara",
            re.IGNORECASE,
        ),
    ),
    (
        "no_host",
        re.compile(
            r"(?:host|domain|mx|dns|name)\b[^\n]{0,60}(?:not found|unknown|does(?:n'?t| not) exist"
            r"|not exist|no such"
            r"|lookup fail|error|not resolve|non-?existent)|(?:unknown|unrouteable|illegal"
            r"|bad) (?:host|domain|mail domain)"
            r"|no (?:\w+ )?(?:mx|mail exchanger?|a record|host)|unable to (?:find|resolve|route)"
            r"|nxdomain|domain tidak",
            re.IGNORECASE,
        ),
    ),
    (
        "refused",
        re.compile(
            r"reject|refus|denied|block|spam|virus|prohibit|not (?:allowed|permitted|authori[sz]ed"
            r"|accepted)"
            r"|not accepting|too (?:large|big)|ditolak|diblokir|abgelehnt|permanent|fatal|unrecoverable",
            re.IGNORECASE,
        ),
    ),
)


def cause(words: str) -> Cause | None:
    """The first row that fits; None where the words say nothing."""
    return next((name for name, pattern in _WORDS if pattern.search(words)), None)


def permanent(action: str, status: str | None, diagnostic: str) -> bool | None:
    """The class of the code (RFC 3463 section 3.1). `failed` with a 4.x.x status: the server gave up trying.

    A mail that came back without any code came back for good: somebody has to look.
    """
    if action.startswith("delay"):
        return False
    if action in ("delivered", "relayed", "expanded"):
        return None
    if (status or "")[:1] in ("4", "5"):
        return (status or "")[0] == "5"
    reply = REPLY.search(diagnostic) or CODE.search(diagnostic)
    return reply is None or reply[1][0] == "5"
