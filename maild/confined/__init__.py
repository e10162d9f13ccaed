"""confined (wall: processes): what came by mail is read where it can do no harm."""

from maild.confined.child import ReaderUnavailable
from maild.confined.documents import DocumentReader
from maild.confined.mails import MailReader

__all__ = ["DocumentReader", "MailReader", "ReaderUnavailable"]
