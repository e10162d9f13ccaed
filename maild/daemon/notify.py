"""sd_notify(3) over a plain datagram socket: READY, RELOADING, STOPPING, STATUS, WATCHDOG."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Mapping


class Notifier:
    """Tells the service manager how we are; without one it says nothing. Never raises, never blocks."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        # '@' stands for the NUL byte with which a name in the abstract namespace begins (unix(7)).
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self.watchdog = _watchdog(environment)
        self._last_ping = float("-inf")
        self._status = ""

    def say(self, *lines: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as out:
                out.setblocking(False)
                out.sendto("\n".join(lines).encode(), self._address)
        except OSError:
            return  # the manager is gone or busy; the work goes on

    def reloading(self) -> None:
        self.say("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def status(self, text: str) -> None:
        """One line for `systemctl status`; said again only when it has changed."""
        if text != self._status:
            self._status = text
            self.say(f"STATUS={text}")

    def ping(self) -> None:
        """WATCHDOG=1, twice within the time after which the manager would kill us."""
        now = time.monotonic()
        if self.watchdog and now - self._last_ping >= self.watchdog / 2:
            self._last_ping = now
            self.say("WATCHDOG=1")


def _watchdog(environment: Mapping[str, str]) -> float:
    """Seconds of WatchdogSec=; 0: there is none, or for another process (sd_watchdog_enabled(3))."""
    if environment.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return 0.0
    microseconds = environment.get("WATCHDOG_USEC", "")
    return int(microseconds) / 1_000_000 if microseconds.isdigit() else 0.0
