"""directory (pure): agencies, focal points, superiors, terms; text -> ranked agencies with reasons."""

from maild.directory.document import as_json
from maild.directory.index import Index, build
from maild.directory.people import agencies_of, desk, known_domains, objection, superior
from maild.directory.register import Agency, Candidate, Desk, Directory, FocalPoint, Problem, Route
from maild.directory.roster import load
from maild.directory.routing import concerned, repeating, route

__all__ = [
    "Agency",
    "Candidate",
    "Desk",
    "Directory",
    "FocalPoint",
    "Index",
    "Problem",
    "Route",
    "agencies_of",
    "as_json",
    "build",
    "concerned",
    "desk",
    "known_domains",
    "load",
    "objection",
    "repeating",
    "route",
    "superior",
]
