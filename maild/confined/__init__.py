"""confined (wall: processes): what came by mail is read where it can do no harm."""

from maild.confined.process import Allowance
from maild.confined.reader import DocumentReader

__all__ = ["Allowance", "DocumentReader"]
