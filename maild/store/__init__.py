"""store (wall): the database, by SQLAlchemy. One transaction per event; times in UTC."""

from maild.store.engine import Store, StoreRefused, StoreUnavailable, set_value, value

__all__ = ["Store", "StoreRefused", "StoreUnavailable", "set_value", "value"]
