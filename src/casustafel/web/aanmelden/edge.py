"""The edge of signing in: the real clock, whatever day a demo shows, and what nobody can guess."""

import secrets
from datetime import UTC, datetime


def clock() -> datetime:
    """Look at the clock."""
    return datetime.now(UTC)


def unguessable() -> str:
    """Draw 256 bits, as text that fits an address."""
    return secrets.token_urlsafe(32)
