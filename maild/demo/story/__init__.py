"""Sixty days of an office: who does what, when, and out of which mail."""

from maild.demo.story.chapters import CHAPTERS, story
from maild.demo.story.scene import Chapter, Desk, Scene

__all__ = ["CHAPTERS", "Chapter", "Desk", "Scene", "story"]
