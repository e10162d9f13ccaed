"""directory (pure): agencies, focal points, superiors, terms; text -> ranked agencies with reasons."""

from maild.directory.register import Agency, Candidate, Desk, Directory, FocalPoint, OpenCase, Problem, Route

__all__ = ["Agency", "Candidate", "Desk", "Directory", "FocalPoint", "OpenCase", "Problem", "Route"]
