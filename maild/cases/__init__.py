"""cases (pure): Case, Decision; what every event does to a case. The process and its deadlines are data."""
