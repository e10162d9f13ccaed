"""upkeep (pure): the register kept alive by mail. Whom to ask what and when, and what an answer changes."""
