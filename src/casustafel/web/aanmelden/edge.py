"""The edge of signing in: the real clock, whatever day a demo shows."""

from datetime import UTC, datetime


def clock() -> datetime:
    """Look at the clock."""
    return datetime.now(UTC)
