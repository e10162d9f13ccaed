"""A small IMAP4rev1 server (RFC 3501) for the demo and for tests: loopback, in memory, byte-exact.

It knows the verbs that maild and an ordinary mail program need, with MOVE (RFC 6851), UIDPLUS (RFC 4315),
IDLE (RFC 2177) and LITERAL+ (RFC 7888), and can be told to fail at any of them (`faults.Faults`).
"""

from maild.demo.imap.folders import Account, Folder, Mail, Store
from maild.demo.imap.server import ImapServer

__all__ = ["Account", "Folder", "ImapServer", "Mail", "Store"]
