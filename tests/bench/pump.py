"""The bare pump: every mail is fetched and sent on as one message. Nothing is read, kept or decided.

The same library fetches (imapclient, fifty at a time) and the same one sends (aiosmtplib, as many kept
connections as maild) as in maild. Run as a process of its own; prints one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Sequence

from aiosmtplib import SMTP
from imapclient import IMAPClient

from tests.bench.office import OWN
from tests.bench.peak import peak_memory

BATCH = 50


def pump(imap: int, user: str, smtp: int, connections: int) -> int:
    """Mails sent on."""
    with IMAPClient("127.0.0.1", imap, ssl=False) as client, asyncio.Runner() as runner:
        client.login(user, "secret")
        client.select_folder("INBOX")
        uids = client.search("ALL")
        ways = runner.run(_connect(smtp, connections))
        for start in range(0, len(uids), BATCH):
            answers = client.fetch(uids[start : start + BATCH], ["BODY.PEEK[]"])
            runner.run(_send(ways, [answer[b"BODY[]"] for answer in answers.values()]))
        runner.run(_quit(ways))
    return len(uids)


async def _connect(port: int, connections: int) -> list[SMTP]:
    ways = [SMTP(hostname="127.0.0.1", port=port, use_tls=False, start_tls=False) for _ in range(connections)]
    await asyncio.gather(*(way.connect() for way in ways))
    return ways


async def _send(ways: Sequence[SMTP], mails: list[bytes]) -> None:
    async def work(way: SMTP) -> None:
        while mails:
            await way.sendmail(OWN, ["narahubung@instansi.example"], mails.pop())

    await asyncio.gather(*map(work, ways))


async def _quit(ways: Sequence[SMTP]) -> None:
    await asyncio.gather(*(way.quit() for way in ways))


if __name__ == "__main__":
    began, used = time.perf_counter(), time.process_time()
    count = pump(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    print(
        json.dumps(
            {"seconds": seconds, "cpu": cpu, "mails": count, "letters": count, "memory": peak_memory()}
        )
    )
