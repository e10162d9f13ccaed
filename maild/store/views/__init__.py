"""What people and scripts see of the database: the documents of the command line. Reads only.

Each document is made of plain values for json.dumps: times are ISO 8601 with the office's offset, addresses
`{"name", "address"}`, absent values None. The keys are public and stay as they are; more may be added.
"""

from maild.store.views.desk import present
from maild.store.views.dossiers import cases, show
from maild.store.views.leaving import PENDING, Posted, letters, posted
from maild.store.views.waiting import held, office_of_question, open_question_about

__all__ = [
    "PENDING",
    "Posted",
    "cases",
    "held",
    "letters",
    "office_of_question",
    "open_question_about",
    "posted",
    "present",
    "show",
]
