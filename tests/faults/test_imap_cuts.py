"""The IMAP connection breaks at every command of a round, before and after the server has acted on it (S5).

Nothing is lost and nothing comes twice; the lists to staff may differ, since the round went on without mail.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults import oracle
from tests.faults.proxy import IMAP_COMMAND, Proxy
from tests.faults.scene import detour
from tests.faults.stage import WORKERS, Stage


def commands(stage: Stage) -> list[str]:
    proxy = Proxy(stage.dovecot.port)
    _, found = stage.play(0, through=lambda bureau: detour(bureau, proxy))
    assert oracle.verdict(found, stage.wanted, stage.scene.delivered) == []
    return proxy.lines


@pytest.mark.dovecot
@pytest.mark.parametrize("fault", ["cut before", "reset after"])
def test_broken_at_every_command(stage: Stage, fault: str) -> None:
    verbs = commands(stage)
    assert {"AUTHENTICATE", "SELECT", "UID SEARCH", "UID FETCH", "UID MOVE", "APPEND"} <= set(verbs), verbs

    def judge(number: int) -> list[str]:
        proxy = Proxy(stage.dovecot.port, IMAP_COMMAND, number, fault)
        went, found = stage.play(0, through=lambda bureau: detour(bureau, proxy))
        faults = oracle.verdict(found, stage.wanted, stage.scene.delivered, lists=False)
        faults += [error for error in went.errors if not error.startswith("TryLater: ")]
        if not proxy.broke or (verbs[number - 1] != "LOGOUT" and not went.errors):
            faults.append("nothing broke")
        return [f"{fault} command {number} ({verbs[number - 1]}): {one}" for one in faults]

    with ThreadPoolExecutor(WORKERS) as pool:
        faults = [one for some in pool.map(judge, range(1, len(verbs) + 1)) for one in some]
    assert not faults, "\n".join(faults)
