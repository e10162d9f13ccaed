"""documents (wall: a process): the text of PDF and office documents, read where they can do no harm."""

from maild.documents.process import Allowance
from maild.documents.reader import DocumentReader

__all__ = ["Allowance", "DocumentReader"]
