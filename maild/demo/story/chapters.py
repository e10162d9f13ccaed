"""The story, chapter by chapter; the words of its people are in `texts`."""

from __future__ import annotations

from datetime import datetime, timedelta

from maild.demo.story.obstacles import BOUNCE, EXTENSION, SILENCE
from maild.demo.story.outsiders import OUTSIDERS
from maild.demo.story.reports import CLEAN, SECRET, UNCLEAR, URGENT
from maild.demo.story.scene import WITA, Chapter, Scene

BEGIN = datetime(2026, 3, 2, tzinfo=WITA)

CHAPTERS: tuple[Chapter, ...] = (
    CLEAN,
    UNCLEAR,
    URGENT,
    SECRET,
    OUTSIDERS,
    EXTENSION,
    SILENCE,
    BOUNCE,
)


def story(days: int) -> list[Scene]:
    """Every scene of the first `days` days, in the order of time."""
    end = BEGIN + timedelta(days=days)
    scenes = [scene for chapter in CHAPTERS for scene in chapter.scenes if scene.at < end]
    return sorted(scenes, key=lambda scene: scene.at)
